// Where the marks of a timeline stand: by day from left to right, by topic from above to below. Numbers only, no picture.
import type { SpeakerRecord, Utterance } from "./shapes";
import { placed } from "./words";

export interface Dot { utterance: Utterance; x: number; y: number; lane: number; iso: string }
export interface Lane { word: string; y: number; dots: Dot[] }
export interface Frame { left: number; right: number; top: number; between: number }
export interface Tick { x: number; label: string }

const apart = 11;   // pixels between two marks that can be told apart
const highest = 3;  // so many marks stand over each other; more lie on the last

export function daysOf(iso: string): number {
  const [y, m, d] = iso.split("-").map(Number);
  return Date.UTC(y ?? 1970, (m ?? 1) - 1, d ?? 1) / 86400000;
}

interface Dated { utterance: Utterance; iso: string; at: number }

function dated(utterances: Utterance[]): Dated[] {
  return utterances.flatMap((utterance) => {
    const iso = utterance.reports[0] ? placed(utterance.reports[0]).day : null;
    return iso ? [{ utterance, iso, at: daysOf(iso) }] : [];
  }).sort((a, b) => a.at - b.at);
}

// What stands under no topic has a lane of its own, the last, without a word. Lanes without a dated mark are left out.
export function lanes(utterances: Utterance[], topics: SpeakerRecord["topics"], frame: Frame): { lanes: Lane[]; height: number; first: string; last: string } {
  const marks = dated(utterances);
  const first = marks[0], last = marks[marks.length - 1];
  if (!first || !last) return { lanes: [], height: 0, first: "", last: "" };
  const scale = last.at > first.at ? (frame.right - frame.left) / (last.at - first.at) : 0;
  const of = new Map(topics.flatMap((topic) => topic.utterances.map((id) => [id, topic.word] as const)));
  let y = frame.top;
  const out: Lane[] = [];
  for (const word of [...topics.map((topic) => topic.word), ""]) {
    const mine = marks.filter((mark) => (of.get(mark.utterance.id) ?? "") === word);
    if (mine.length === 0) continue;
    const taken = new Map<number, number>();
    let most = 0;
    const dots = mine.map(({ utterance, iso, at }) => {
      const x = scale ? frame.left + (at - first.at) * scale : (frame.left + frame.right) / 2;
      const level = Math.min(highest, taken.get(Math.round(x / apart)) ?? 0);
      taken.set(Math.round(x / apart), level + 1);
      most = Math.max(most, level);
      return { utterance, iso, x, level };
    });
    y += most * apart;
    out.push({ word, y, dots: dots.map(({ level, ...dot }) => ({ ...dot, lane: out.length, y: y - level * apart })) });
    y += frame.between;
  }
  return { lanes: out, height: y - frame.between, first: first.iso, last: last.iso };
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];

// Days, months or years, as many as have room.
export function ticks(first: string, last: string, frame: Frame): Tick[] {
  const from = daysOf(first), to = daysOf(last), room = Math.max(2, Math.floor((frame.right - frame.left) / 90));
  if (to <= from) return [];
  const at = (day: number) => frame.left + (day - from) * (frame.right - frame.left) / (to - from);
  const out: Tick[] = [];
  const length = to - from;
  if (length / room < 20) {
    const step = [1, 2, 7, 14, 28].find((days) => length / days <= room) ?? 28;
    for (let day = from; day <= to; day += step) {
      const date = new Date(day * 86400000);
      out.push({ x: at(day), label: `${date.getUTCDate()} ${months[date.getUTCMonth()]}` });
    }
    return out;
  }
  const step = [1, 2, 3, 6, 12, 24, 60, 120].find((count) => length / (count * 30.4) <= room) ?? 240;
  const begin = new Date(from * 86400000);
  for (let month = Math.ceil((begin.getUTCFullYear() * 12 + begin.getUTCMonth() + (begin.getUTCDate() > 1 ? 1 : 0)) / step) * step; ; month += step) {
    const day = Date.UTC(Math.floor(month / 12), month % 12, 1) / 86400000;
    if (day > to) return out;
    out.push({ x: at(day), label: step >= 12 ? String(Math.floor(month / 12)) : `${months[month % 12]} ${Math.floor(month / 12)}` });
  }
}
