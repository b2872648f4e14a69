// The pieces that every view is made of. Text of articles is always a text node, never markup.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { judge, type Decision, type Piece, type Source, type Speaker, type Statement, type Turn } from "./api";
import type { Loaded } from "./load";
import { count, day, doneWord, outletOf, placed, saidWhen, sure } from "./words";

export function Waiting<T>({ loaded, children }: { loaded: Loaded<T>; children: (value: T) => ComponentChildren }) {
  if (loaded.state === "failed") return <p class="notice" role="alert">{loaded.why}</p>;
  const value = loaded.state === "here" ? loaded.value : loaded.last;
  if (value === null) return <p class="notice" role="status">Reading the ledger …</p>;
  return <div aria-busy={loaded.state === "asking"}>{children(value)}</div>;
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
      <p class="by"><Who statement={statement} /> <span class="when"><When statement={statement} /></span>
        {statement.told && <span class="told"> to {statement.told}</span>}
        {!statement.communicated && <span class="tag">thought, not said</span>}</p>
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
    () => { setSaid(kind === "confirm" ? "confirmed" : "rejected"); setFailed(""); },
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

// Before and after, side by side.
export function TurnCard({ turn }: { turn: Turn }) {
  return (
    <section class={`turn ${turn.type}`} aria-label={`${turn.from.speaker?.name ?? "Somebody"} ${doneWord(turn.type)}`}>
      <p class="verb"><SpeakerLink speaker={turn.from.speaker} words={turn.from.source_words} /> <strong class={`type ${turn.type}`}>{doneWord(turn.type)}</strong>
        {" "}{turn.to ? (turn.to.speaker && turn.to.speaker.id !== turn.from.speaker?.id ? <>what <SpeakerLink speaker={turn.to.speaker} words="" /> said</> : "an earlier statement") : <q>{turn.mention}</q>}
        {turn.kind === "candidate" && <span class="tag">candidate, reported by nobody</span>}</p>
      <div class="pair">
        {turn.to ? <Card statement={turn.to} heading="Before" />
          : <article class="card"><p class="over">Before</p><p class="passage">The article only mentions it: <q>{turn.mention}</q></p></article>}
        <Card statement={turn.from} heading="After" />
      </div>
      <p class="foot">{turn.evidence.length > 0 && <>Tied by {turn.evidence.map((words, i) => <q key={i}>{words}</q>)}. </>}
        {turn.told_by.length > 1 && <>Told by {count(turn.told_by.length, "article")}. </>}
        Decided by <code>{turn.decision.by}</code>, {sure(turn.decision.confidence)} sure.</p>
      <Judge turn={turn} />
    </section>
  );
}
