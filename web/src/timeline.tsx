// A speaker's statements as marks by day, with arcs for what retracts, denies or reaffirms what.
import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Month, RelationType, Utterance } from "./api";
import { withQuery, type Place } from "./route";
import { count, day, doneWord, placed } from "./words";

interface Dot { utterance: Utterance; x: number; iso: string }
const margin = 12;

// Pictures are drawn in the window's own pixels, so that marks and words keep their size on a phone.
function useWidth(): [RefObject<HTMLElement>, number] {
  const figure = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(960);
  useEffect(() => {
    const measure = () => setWidth(Math.max(280, figure.current?.clientWidth ?? 960));
    measure();
    addEventListener("resize", measure);
    return () => removeEventListener("resize", measure);
  }, []);
  return [figure, width];
}

export function daysOf(iso: string): number {
  const [y, m, d] = iso.split("-").map(Number);
  return Date.UTC(y ?? 1970, (m ?? 1) - 1, d ?? 1) / 86400000;
}

// Dots for utterances with a day, from left to right by day.
export function dots(utterances: Utterance[], width = 960): Dot[] {
  const dated = utterances.flatMap((utterance) => {
    const iso = utterance.reports[0] ? placed(utterance.reports[0]).day : null;
    return iso ? [{ utterance, iso, at: daysOf(iso) }] : [];
  }).sort((a, b) => a.at - b.at);
  const first = dated[0]?.at ?? 0, last = dated[dated.length - 1]?.at ?? 0;
  const scale = last > first ? (width - 2 * margin) / (last - first) : 0;
  return dated.map(({ utterance, iso, at }) => ({ utterance, iso, x: scale ? margin + (at - first) * scale : width / 2 }));
}

export function TimelinePicture({ utterances }: { utterances: Utterance[] }) {
  const [figure, width] = useWidth();
  const marks = dots(utterances, width);
  if (marks.length < 2) return null;
  const place = new Map(marks.map((mark) => [mark.utterance.id, mark.x]));
  const arcs = utterances.flatMap((utterance) => utterance.does.flatMap((turn) => {
    const a = place.get(utterance.id), b = turn.to ? place.get(turn.to.utterance) : undefined;
    return a === undefined || b === undefined || a === b ? [] : [{ a, b, type: turn.type as RelationType, id: turn.id }];
  }));
  const crowd = new Map<number, number>();
  for (const { x } of marks) crowd.set(Math.round(x), (crowd.get(Math.round(x)) ?? 0) + 1);
  // As high as the arcs need, and as low as the marks of the fullest day.
  const base = arcs.length > 0 ? 136 : 12, height = base + 9 * Math.min(4, Math.max(...crowd.values()) - 1) + 26;
  const levels = new Map<number, number>();
  return (
    <figure class="timeline" ref={figure}>
      <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label={`${marks.length} statements from ${day(marks[0]!.iso)} to ${day(marks[marks.length - 1]!.iso)}`}>
        <line class="axis" x1={margin} x2={width - margin} y1={base} y2={base} />
        {arcs.map(({ a, b, type, id }) => {
          const rise = Math.min(160, 40 + Math.abs(a - b) / 3);
          return <path key={id} class={`arc ${type}`} d={`M ${a} ${base} C ${a} ${base - rise}, ${b} ${base - rise}, ${b} ${base}`}><title>{doneWord(type)}</title></path>;
        })}
        {marks.map(({ utterance, x, iso }) => {
          const level = levels.get(Math.round(x)) ?? 0;
          levels.set(Math.round(x), level + 1);
          const turned = utterance.does[0]?.type ?? utterance.done_to_it[0]?.type ?? "";
          return (
            <a key={utterance.id} href={`/statement/${utterance.reports[0]!.id}`} aria-label={`${day(iso)}: ${utterance.reports[0]!.content.slice(0, 120)}`}>
              <circle class={`dot ${turned}`} cx={x} cy={base + Math.min(level, 4) * 9} r={5}><title>{`${day(iso)}: ${utterance.reports[0]!.content}`}</title></circle>
            </a>
          );
        })}
        <text class="label" x={margin} y={height - 4}>{day(marks[0]!.iso)}</text>
        <text class="label end" x={width - margin} y={height - 4}>{day(marks[marks.length - 1]!.iso)}</text>
      </svg>
      <figcaption>Each mark is a statement, each arc what a later one did to an earlier one.</figcaption>
    </figure>
  );
}

const lastDay = (month: string) => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();

// Months from the first to the last, those without a statement included.
export function everyMonth(months: Month[]): Month[] {
  const known = new Map(months.filter((one) => one.month.length === 7).map((one) => [one.month, one.statements]));
  const [first, last] = [[...known.keys()].sort()[0], [...known.keys()].sort().at(-1)];
  if (!first || !last) return [];
  const out: Month[] = [];
  for (let year = Number(first.slice(0, 4)), month = Number(first.slice(5)); ; month++) {
    if (month > 12) { month = 1; year++; }
    const name = `${year}-${String(month).padStart(2, "0")}`;
    out.push({ month: name, statements: known.get(name) ?? 0 });
    if (name >= last) return out;
  }
}

// How many statements each month has, where they are more than the marks can show: a bar leads to its month.
export function MonthsPicture({ place, months, shown }: { place: Place; months: Month[]; shown: number }) {
  const [figure, width] = useWidth();
  const all = everyMonth(months).slice(-240);
  const most = Math.max(...all.map((one) => one.statements));
  const total = months.reduce((sum, one) => sum + one.statements, 0);
  if (all.length < 3 || total <= shown) return null;
  const step = (width - 2 * margin) / all.length, tall = 110;
  return (
    <figure class="timeline" ref={figure}>
      <svg viewBox={`0 0 ${width} ${tall + 26}`} role="group" aria-label={`Statements by month, ${day(all[0]!.month)} to ${day(all[all.length - 1]!.month)}`}>
        <line class="axis" x1={margin} x2={width - margin} y1={tall} y2={tall} />
        {all.map((one, i) => one.statements > 0 && (
          <a key={one.month} href={withQuery(place, { since: `${one.month}-01`, until: `${one.month}-${lastDay(one.month)}`, offset: "" })} aria-label={`${day(one.month)}: ${count(one.statements, "statement")}`}>
            <rect class="bar" x={margin + i * step} width={Math.max(1, step - 1)} y={tall - Math.max(2, (tall - 8) * one.statements / most)} height={Math.max(2, (tall - 8) * one.statements / most)}>
              <title>{`${day(one.month)}: ${count(one.statements, "statement")}`}</title></rect>
          </a>))}
        <text class="label" x={margin} y={tall + 20}>{day(all[0]!.month)}</text>
        <text class="label end" x={width - margin} y={tall + 20}>{day(all[all.length - 1]!.month)}</text>
      </svg>
      <figcaption>{total.toLocaleString("en")} statements by month. A bar leads to its month.</figcaption>
    </figure>
  );
}
