// The pieces that every view is made of. Text of articles is always a text node, never markup.
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { judge } from "./api";
import type { Decision, Piece, Source, Speaker, Statement, Turn } from "./shapes";
import { askAgain, type Loaded } from "./load";
import { count, day, doneWord, outletOf, placed, saidWhen, sure } from "./words";

// `alone`: what is waited for is the whole view, with its heading.
export function Waiting<T>({ loaded, alone = false, children }: { loaded: Loaded<T>; alone?: boolean; children: (value: T) => ComponentChildren }) {
  if (loaded.state === "failed") return <>{alone && <h1>Not found</h1>}<p class="notice" role="alert">{loaded.why}{alone && <> Begin with <a href="/">what changed</a> or <a href="/search">search</a>.</>}</p></>;
  const value = loaded.state === "here" ? loaded.value : loaded.last;
  if (value === null) return <p class="notice" role="status">Reading the ledger …</p>;
  return <div aria-busy={loaded.state === "asking"}>{children(value)}</div>;
}

// A field for a day. While a year is being typed its first digits are a year, too: nothing is asked for before it can be meant. The field itself
// stays, and with it the focus; what comes from elsewhere ("Show everything") is put into it.
export function DayField({ value, take }: { value: string; take: (day: string) => void }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => { if (field.current && field.current !== document.activeElement) field.current.value = value; }, [value]);
  return <input ref={field} type="date" defaultValue={value}
    onChange={(event) => { const day = event.currentTarget.value; if (day === "" || day >= "1600") take(day); }} />;
}

export function SpeakerLink({ speaker, words }: { speaker: Speaker | null; words: string }) {
  if (!speaker) return <span class="unknown">{words ? `“${words}”` : "speaker not known"}</span>;
  return <a class="speaker" href={`/speaker/${speaker.id}`}>{speaker.name}{speaker.kind === "unnamed" && <span class="tag">unnamed</span>}</a>;
}

export function SourceLine({ source }: { source: Source }) {
  return (
    <span class="source-line">
      <a href={`/article/${source.article}`}>{source.title || "untitled article"}</a>, {outletOf(source)}, {source.published ? day(source.published) : "no date"}
    </span>
  );
}

// The passage with what proves the statement marked in it.
export function Passage({ pieces }: { pieces: Piece[] }) {
  return (
    <p class="passage">
      {pieces.map((piece, i) => piece.marks.length === 0 ? piece.text
        : <mark key={i} class={piece.marks.join(" ")}>{piece.text}</mark>)}
    </p>
  );
}

export function When({ statement }: { statement: Statement }) {
  const { day: iso, told } = placed(statement);
  if (told) return <time dateTime={iso ?? undefined}>{saidWhen(statement.said)}</time>;
  const phrase = saidWhen(statement.said);
  return <span>{phrase ? `said ${phrase}, ` : ""}{iso ? <>published <time dateTime={iso}>{day(iso)}</time></> : "day not known"}</span>;
}

export function Who({ statement }: { statement: Statement }) {
  return (
    <span class="who">
      <SpeakerLink speaker={statement.speaker} words={statement.source_words} />
      {statement.roles[0] && <span class="role">, {statement.roles[0]}</span>}
    </span>
  );
}

export function Card({ statement, heading }: { statement: Statement; heading?: string }) {
  return (
    <article class="card">
      {heading && <p class="over">{heading}</p>}
      <p class="by"><Who statement={statement} /><span class="when">, <When statement={statement} /></span>
        {statement.told && <span class="told">, told: {statement.told.name}</span>}
        {statement.polarity === "declined" ? <span class="tag">gave no comment</span> : statement.polarity === "negated" ? <span class="tag">did not say this</span>
          : !statement.communicated && <span class="tag">thought, not said</span>}</p>
      <Passage pieces={statement.passage} />
      <p class="foot"><SourceLine source={statement.source} /> <a class="proof" href={`/statement/${statement.id}`}>proof</a></p>
    </article>
  );
}

export function Signed({ what, decision }: { what: string; decision: Decision }) {
  return <li>{what}: decided by <code>{decision.by || "nobody"}</code>, {sure(decision.confidence)} sure</li>;
}

function Judge({ turn }: { turn: Turn }) {
  const [said, setSaid] = useState<string>(turn.judgement);
  const [failed, setFailed] = useState("");
  const give = (kind: "confirm" | "reject") => judge({ kind, subject: turn.id }).then(
    () => { setSaid(kind === "confirm" ? "confirmed" : "rejected"); setFailed(""); askAgain(); },
    (error: Error) => setFailed(error.message));
  return (
    <p class="judge">
      {said !== "pending" && <span class="tag">{said} by a person</span>}
      {said !== "confirmed" && <button type="button" onClick={() => give("confirm")}>Confirm</button>}
      {said !== "rejected" && <button type="button" onClick={() => give("reject")}>Reject</button>}
      {failed && <span role="alert">{failed}</span>}
    </p>
  );
}

function Tied({ turn }: { turn: Turn }) {
  return (
    <>
      <div class="tied"><p class="foot">{turn.evidence.length > 0 && <>Tied by {turn.evidence.map((words, i) => <q key={i}>{words}</q>)}. </>}
        {turn.told_by.length > 1 && <>Told by {count(turn.told_by.length, "article")}. </>}
        Decided by <code>{turn.decision.by}</code>, {sure(turn.decision.confidence)} sure.</p>
      <Judge turn={turn} /></div>
    </>
  );
}

// Before and after, side by side. `turns` are all that one statement does in one way; each has a judgement of its own.
export function TurnCard({ turns }: { turns: Turn[] }) {
  const [first] = turns;
  if (!first) return null;
  const from = first.from;
  const others = turns.flatMap((turn) => turn.to?.speaker && turn.to.speaker.id !== from.speaker?.id ? [turn.to.speaker] : []);
  const what = others[0] ? <>what <SpeakerLink speaker={others[0]} words="" /> said</>
    : first.to ? (turns.length > 1 ? "earlier statements" : "an earlier statement") : <q>{first.mention}</q>;
  return (
    <article class={`turn ${first.type}`}>
      <p class="verb"><SpeakerLink speaker={from.speaker} words={from.source_words} />
        {" "}<strong class={`type ${first.type}`}>{first.kind === "candidate" ? "may have gone back on" : doneWord(first.type)}</strong> {what}
        {first.kind === "candidate" && <span class="tag">candidate, reported by nobody</span>}</p>
      <div class="pair">
        <div>{turns.map((turn) => (
          <div key={turn.id}>
            {turn.to ? <Card statement={turn.to} heading="Before" />
              : <article class="card"><p class="over">Before</p><p class="passage">The article only mentions it: <q>{turn.mention}</q></p></article>}
            <Tied turn={turn} />
          </div>))}</div>
        <div class="after"><Card statement={from} heading="After" /></div>
      </div>
    </article>
  );
}

// Turns in their order, those of one statement in one way together.
export function grouped(turns: Turn[]): Turn[][] {
  const groups = new Map<string, Turn[]>();
  for (const turn of turns) {
    const key = `${turn.from.id} ${turn.type} ${turn.kind === "candidate"}`;
    groups.set(key, [...(groups.get(key) ?? []), turn]);
  }
  return [...groups.values()];
}

export function Turns({ turns }: { turns: Turn[] }) {
  return <>{grouped(turns).map((group) => <TurnCard key={group[0]!.id} turns={group} />)}</>;
}
