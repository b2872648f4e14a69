// What a person may decide, and what was decided: candidates that nobody reported, and every verdict with who gave it.
import type { Paged } from "./api";
import type { Turn, Verdict } from "./shapes";
import { useAnswer } from "./load";
import { Turns, Waiting } from "./parts";
import { Pages } from "./views";
import type { Place } from "./route";
import { day } from "./words";

const told: Record<Verdict["kind"], string> = { confirm: "confirmed", reject: "rejected", same_speaker: "the same", different_speakers: "not the same" };

function Given({ verdict }: { verdict: Verdict }) {
  const [date = "", time = ""] = verdict.made.split("T");
  const speakers = verdict.kind === "same_speaker" || verdict.kind === "different_speakers";
  return (
    <li class={verdict.overruled ? "overruled" : undefined}>
      {speakers
        ? <><a href={`/speaker/${verdict.subject}`}>{verdict.subject_words}</a> and <a href={`/speaker/${verdict.object}`}>{verdict.object_words}</a> are <strong>{told[verdict.kind]}</strong></>
        : <><strong>{told[verdict.kind]}</strong>: {verdict.proof ? <a href={`/statement/${verdict.proof}`}>{verdict.subject_words}</a> : verdict.subject_words}</>}
      <span class="when"> by {verdict.by}, {day(date)}{time && `, ${time.slice(0, 5)} UTC`}{verdict.note && <>: <q>{verdict.note}</q></>}</span>
      {verdict.overruled && <span class="tag">overruled since</span>}
    </li>
  );
}

// The verdicts on one speaker; nothing where there are none.
export function History({ speaker }: { speaker: string }) {
  const loaded = useAnswer<Paged<Verdict>>("verdicts", { speaker });
  if (loaded.state !== "here" || loaded.value.items.length === 0) return null;
  return <section class="history"><h2>What people decided about who this is</h2><ol>{loaded.value.items.map((verdict) => <Given key={verdict.number} verdict={verdict} />)}</ol></section>;
}

export function Review({ place }: { place: Place }) {
  const candidates = useAnswer<Paged<Turn>>("candidates");
  const verdicts = useAnswer<Paged<Verdict>>("verdicts", { offset: place.query.get("offset") ?? "" });
  return (
    <>
      <h1>For a person to decide</h1>
      <p class="lead">Two statements of one speaker that may not go together, though nobody reported a change. They count for nothing until somebody has read both.</p>
      <Waiting loaded={candidates}>{(page) => page.items.length === 0
        ? <p class="notice">No candidate waits for a verdict. <a href="/">See what was reported</a>.</p>
        : <Turns turns={page.items} />}</Waiting>
      <h2>What was decided</h2>
      <Waiting loaded={verdicts}>{(page) => page.items.length === 0
        ? <p class="notice">No verdict has been given yet. Confirm or reject a change here, or say on a speaker’s page who is the same.</p>
        : <><ol class="history">{page.items.map((verdict) => <Given key={verdict.number} verdict={verdict} />)}</ol><Pages place={place} page={page} /></>}</Waiting>
    </>
  );
}
