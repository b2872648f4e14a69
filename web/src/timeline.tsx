// A speaker's statements as marks by day, with arcs for what retracts, denies or reaffirms what.
import type { RelationType, Utterance } from "./api";
import { day, doneWord, placed } from "./words";

interface Dot { utterance: Utterance; x: number; iso: string }
const width = 960, height = 206, base = 140, margin = 24;

export function daysOf(iso: string): number {
  const [y, m, d] = iso.split("-").map(Number);
  return Date.UTC(y ?? 1970, (m ?? 1) - 1, d ?? 1) / 86400000;
}

// Dots for utterances with a day, from left to right by day.
export function dots(utterances: Utterance[]): Dot[] {
  const dated = utterances.flatMap((utterance) => {
    const iso = utterance.reports[0] ? placed(utterance.reports[0]).day : null;
    return iso ? [{ utterance, iso, at: daysOf(iso) }] : [];
  }).sort((a, b) => a.at - b.at);
  const first = dated[0]?.at ?? 0, last = dated[dated.length - 1]?.at ?? 0;
  const scale = last > first ? (width - 2 * margin) / (last - first) : 0;
  return dated.map(({ utterance, iso, at }) => ({ utterance, iso, x: scale ? margin + (at - first) * scale : width / 2 }));
}

export function TimelinePicture({ utterances }: { utterances: Utterance[] }) {
  const marks = dots(utterances);
  if (marks.length < 2) return null;
  const place = new Map(marks.map((mark) => [mark.utterance.id, mark.x]));
  const arcs = utterances.flatMap((utterance) => utterance.does.flatMap((turn) => {
    const a = place.get(utterance.id), b = turn.to ? place.get(turn.to.utterance) : undefined;
    return a === undefined || b === undefined || a === b ? [] : [{ a, b, type: turn.type as RelationType, id: turn.id }];
  }));
  const levels = new Map<number, number>();
  return (
    <figure class="timeline">
      <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label={`${marks.length} statements from ${day(marks[0]!.iso)} to ${day(marks[marks.length - 1]!.iso)}`}>
        <line class="axis" x1={margin} x2={width - margin} y1={base} y2={base} />
        {arcs.map(({ a, b, type, id }) => {
          const rise = Math.min(110, 20 + Math.abs(a - b) / 4);
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
