// A speaker's statements as marks by day and topic, with arcs for what takes back, denies or stands by what; and how many
// each month has.
import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { lanes, ticks, type Dot } from "./lanes";
import { withQuery, type Place } from "./route";
import type { Month, RelationType, SpeakerRecord } from "./shapes";
import { count, day, doneWord } from "./words";

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

interface Arc { from: Dot; to: Dot; type: RelationType; id: string }

// From the later mark back to the earlier one. Between two lanes it swings out to the side on which the later one stands.
function path({ from, to }: Arc): string {
  if (from.lane === to.lane) {
    const rise = Math.min(44, 14 + Math.abs(from.x - to.x) / 8);
    return `M ${from.x} ${from.y - 6} C ${from.x} ${from.y - 6 - rise}, ${to.x} ${to.y - 6 - rise}, ${to.x} ${to.y - 6}`;
  }
  const middle = (from.y + to.y) / 2, down = from.y > to.y ? -6 : 6;
  return `M ${from.x} ${from.y + down} C ${from.x} ${middle}, ${to.x} ${middle}, ${to.x} ${to.y - down}`;
}

export function TimelinePicture({ place, record }: { place: Place; record: SpeakerRecord }) {
  const [figure, width] = useWidth();
  const wide = width >= 640;
  const frame = { left: wide ? 128 : margin, right: width - margin, top: 46, between: wide ? 36 : 46 };
  const drawn = lanes(record.utterances, record.topics, frame);
  const marks = drawn.lanes.flatMap((lane) => lane.dots);
  if (marks.length < 2) return null;
  const at = new Map(marks.map((mark) => [mark.utterance.id, mark]));
  const arcs = record.utterances.flatMap((utterance) => utterance.does.flatMap((turn): Arc[] => {
    const from = at.get(utterance.id), to = turn.to ? at.get(turn.to.utterance) : undefined;
    return from && to && from !== to ? [{ from, to, type: turn.type, id: turn.id }] : [];
  }));
  const kinds = [...new Set(marks.flatMap(({ utterance }) => [...utterance.does, ...utterance.done_to_it].map((turn) => turn.type)))];
  const axis = drawn.height + (wide ? 22 : 34);
  return (
    <figure class="timeline" ref={figure}>
      <svg viewBox={`0 0 ${width} ${axis + 20}`} role="group" aria-label={`${count(marks.length, "utterance")} from ${day(drawn.first)} to ${day(drawn.last)}, by day and topic`}>
        {ticks(drawn.first, drawn.last, frame).map(({ x, label }) => (
          <g key={label}><line class="grid" x1={x} x2={x} y1={8} y2={axis} /><text class={`label ${x > width - 50 ? "end" : x < 40 ? "" : "middle"}`} x={x} y={axis + 16}>{label}</text></g>))}
        {drawn.lanes.map((lane) => (
          <g key={lane.word}>
            <line class="axis" x1={frame.left} x2={frame.right} y1={lane.y} y2={lane.y} />
            {lane.word
              ? <a href={withQuery(place, { about: lane.word, offset: "" })}><text class="lane" x={wide ? 0 : frame.left} y={lane.y + (wide ? 4 : 18)}>{lane.word.length > 16 ? lane.word.slice(0, 15) + "…" : lane.word}<title>{`Only what was said about “${lane.word}”`}</title></text></a>
              : drawn.lanes.length > 1 && <text class="lane other" x={wide ? 0 : frame.left} y={lane.y + (wide ? 4 : 18)}>other words</text>}
          </g>))}
        {arcs.map((arc) => <path key={arc.id} class={`arc ${arc.type}`} d={path(arc)}><title>{`${day(arc.from.iso)}: ${doneWord(arc.type)} what was said on ${day(arc.to.iso)}`}</title></path>)}
        {marks.map(({ utterance, x, y, iso }) => (
          <a key={utterance.id} href={`/statement/${utterance.reports[0]!.id}`} aria-label={`${day(iso)}: ${utterance.reports[0]!.content.slice(0, 120)}`}>
            <circle class={`dot ${utterance.does[0]?.type ?? utterance.done_to_it[0]?.type ?? ""}`} cx={x} cy={y} r={5}><title>{`${day(iso)}: ${utterance.reports[0]!.content}`}</title></circle>
          </a>))}
      </svg>
      <figcaption>Each mark is an utterance{drawn.lanes.length > 1 && ", in the lane of a word that several share"}{arcs.length > 0 && "; each arc leads from a later one to what it is about"}.
        {kinds.length > 0 && <span class="kinds">{kinds.map((kind) => <span key={kind} class={`type ${kind}`}> ● {doneWord(kind)}</span>)}</span>}</figcaption>
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
