// One speaker: the timeline picture, roles over time, who answers whom, the statements, and who else it may be.
import { useState } from "preact/hooks";
import { judge } from "./api";
import { daysOf } from "./lanes";
import { askAgain, useAnswer } from "./load";
import { Passage, SourceLine, Waiting, When, Who } from "./parts";
import { History } from "./review";
import { go, withQuery, type Place } from "./route";
import type { Dealing, RoleSpan, SpeakerMatch, SpeakerRecord, Utterance } from "./shapes";
import { MonthsPicture, TimelinePicture } from "./timeline";
import { count, day, doneWord, sufferedWord } from "./words";

function Told({ utterance }: { utterance: Utterance }) {
  const fullest = utterance.reports[0]!;
  return (
    <li class="said">
      <p class="by"><When statement={fullest} />{fullest.told && <span class="told">, told: {fullest.told.name}</span>}</p>
      <Passage pieces={fullest.passage} />
      {utterance.does.map((turn) => <p key={turn.id} class="became"><strong class={`type ${turn.type}`}>{doneWord(turn.type)}</strong> {turn.to ? <a href={`/statement/${turn.to.id}`}>{turn.to.content}</a> : <q>{turn.mention}</q>}</p>)}
      {utterance.done_to_it.map((turn) => <p key={turn.id} class="became"><strong class={`type ${turn.type}`}>{sufferedWord(turn.type)}</strong> <Who statement={turn.from} />: <a href={`/statement/${turn.from.id}`}>{turn.from.content}</a></p>)}
      <p class="foot"><SourceLine source={fullest.source} />{utterance.reports.length > 1 && <> and {count(utterance.reports.length - 1, "other report")}</>}
        {utterance.differs && <span class="tag warn">quoted words differ</span>} <a class="proof" href={`/statement/${fullest.id}`}>proof</a></p>
    </li>
  );
}

function Identity({ match }: { match: SpeakerMatch }) {
  const [name, setName] = useState("");
  const [said, setSaid] = useState("");
  const found = useAnswer<{ matches: SpeakerMatch[] }>(name.length > 2 ? "speakers" : null, { name });
  const matches = found.state === "here" && name.length > 2 ? found.value.matches.filter((m) => m.speaker.id !== match.speaker.id).slice(0, 8) : [];
  const give = (kind: "same_speaker" | "different_speakers", other: SpeakerMatch) => judge({ kind, subject: match.speaker.id, object: other.speaker.id }).then(
    () => { setSaid(`Recorded: ${match.speaker.name} and ${other.speaker.name} are ${kind === "same_speaker" ? "the same" : "not the same"}.`); askAgain(); },
    (error: Error) => setSaid(error.message));
  return (
    <details class="identity">
      <summary>Is this somebody else, too?</summary>
      <label>Another name <input type="search" value={name} onInput={(event) => setName(event.currentTarget.value)} /></label>
      <ul>{matches.map((other) => (
        <li key={other.speaker.id}><a href={`/speaker/${other.speaker.id}`}>{other.speaker.name}</a> {other.roles[0]} ({count(other.statements, "statement")}){" "}
          <button type="button" onClick={() => give("same_speaker", other)}>The same</button>{" "}
          <button type="button" onClick={() => give("different_speakers", other)}>Not the same</button></li>
      ))}</ul>
      <p role="status">{said}</p>
    </details>
  );
}

// Between which days each role was given, on one scale.
function Roles({ roles }: { roles: RoleSpan[] }) {
  const known = roles.flatMap((one) => (one.from && one.to ? [{ ...one, from: one.from, to: one.to }] : []));
  if (known.length < 2) return null;
  const first = Math.min(...known.map((one) => daysOf(one.from))), last = Math.max(...known.map((one) => daysOf(one.to)));
  const at = (iso: string) => last > first ? 100 * (daysOf(iso) - first) / (last - first) : 0;
  return (
    <section><h2>Called, and when</h2><ul class="roles">{known.slice(0, 8).map((one) => (
      <li key={one.role}><span>{one.role}</span> <span class="when">{one.from === one.to ? day(one.from) : `${day(one.from)} to ${day(one.to)}`}, {count(one.times, "article")}</span>
        <svg class="span" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="whole" width={100} height={4} /><rect class="bar" x={Math.min(98.5, at(one.from))} width={Math.max(1.5, at(one.to) - at(one.from))} height={4} /></svg></li>))}</ul></section>
  );
}

function Dealings({ dealings, name }: { dealings: Dealing[]; name: string }) {
  const list = (way: Dealing["way"]) => dealings.filter((one) => one.way === way).map((one) => (
    <li key={one.type + one.other.id}><strong class={`type ${one.type}`}>{way === "by" ? doneWord(one.type) : sufferedWord(one.type)}</strong>{" "}
      <a href={`/speaker/${one.other.id}`}>{one.other.name}</a>{one.times > 1 && ` ${one.times} times`} <a class="proof" href={`/statement/${one.latest}`}>{one.times > 1 ? "latest proof" : "proof"}</a></li>));
  const by = list("by"), on = list("on");
  if (by.length + on.length === 0) return null;
  return (
    <section><h2>Who disputes whom</h2>
      {by.length > 0 && <><h3>{name}</h3><ul>{by}</ul></>}
      {on.length > 0 && <><h3>Words of {name}</h3><ul>{on}</ul></>}</section>
  );
}

function Shown({ place, page }: { place: Place; page: SpeakerRecord }) {
  const { match, utterances } = page;
  const offset = Number(place.query.get("offset") ?? 0) || 0;
  const all = page.months.reduce((sum, month) => sum + month.statements, 0);
  return (
    <>
      <MonthsPicture place={place} months={page.months} shown={utterances.length} />
      <TimelinePicture place={place} record={page} />
      <div class="aside"><Roles roles={page.roles} /><Dealings dealings={page.dealings} name={match.speaker.name} /></div>
      <h2>{offset > 0 || page.more ? `${count(utterances.length, "utterance")} of the ${all.toLocaleString("en")} statements` : count(utterances.length, "utterance")}, in the order they were said</h2>
      {page.more && <p class="pages"><a href={withQuery(place, { offset: String(offset + 50) })}>earlier</a></p>}
      <ol class="story">{utterances.map((utterance) => <Told key={utterance.id} utterance={utterance} />)}</ol>
      {offset > 0 && <p class="pages"><a href={withQuery(place, { offset: offset > 50 ? String(offset - 50) : "" })}>later</a></p>}
    </>
  );
}

export function SpeakerView({ place, id }: { place: Place; id: string }) {
  const field = (name: string) => place.query.get(name) ?? "";
  const filtered = field("about") !== "" || field("since") !== "" || field("until") !== "";
  const loaded = useAnswer<SpeakerRecord>(`speakers/${id}`, { about: field("about"), since: field("since"), until: field("until"), offset: field("offset") });
  const show = (form: HTMLFormElement) => {
    const value = (name: string) => String(new FormData(form).get(name) ?? "");
    go(withQuery(place, { about: value("about"), since: value("since"), until: value("until"), offset: "" }));
  };
  return (
    <Waiting loaded={loaded} alone>{(page) => (
      <>
        <h1>{page.match.speaker.name}{page.match.speaker.kind === "unnamed" && <span class="tag">unnamed source</span>}</h1>
        {page.match.roles.length > 0 && <p class="lead">{page.match.roles.join("; ")}</p>}
        <p class="by">{count(page.match.statements, "statement")} in {count(page.match.articles, "article")}.{page.names.length > 1 && <> Also written {page.names.slice(1, 6).join(", ")}.</>}</p>
        <form class="filter" role="search" onSubmit={(event) => { event.preventDefault(); show(event.currentTarget); }}>
          <label>About <input name="about" type="search" defaultValue={field("about")} /></label>
          <label>Since <input name="since" type="date" key={`s${field("since")}`} defaultValue={field("since")} /></label>
          <label>Until <input name="until" type="date" key={`u${field("until")}`} defaultValue={field("until")} /></label>
          <button>Show</button>
          {filtered && <a class="all" href={`/speaker/${id}`}>Show everything</a>}
        </form>
        {page.utterances.length === 0
          ? <p class="notice">Nothing{field("about") && ` about “${field("about")}”`} is on record{(field("since") || field("until")) && " between these days"}. Try fewer words, or <a href={`/speaker/${id}`}>show everything</a>.</p>
          : <Shown place={place} page={page} />}
        <Identity match={page.match} />
        <History speaker={page.match.speaker.id} />
      </>
    )}</Waiting>
  );
}
