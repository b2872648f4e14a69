// One function a view. Each is a function of its address.
import { useEffect, useRef } from "preact/hooks";
import type { Paged } from "./api";
import { useAnswer } from "./load";
import { Card, DayField, Passage, Signed, SourceLine, Turns, Waiting, When, Who } from "./parts";
import { go, withQuery, type Place } from "./route";
import type { ArticlePage, OutletRow, RelationType, SpeakerMatch, Statement, Turn, Utterance } from "./shapes";
import { count, day, doneWord, outletOf, saidWhen, sufferedWord, sure } from "./words";

const changeTypes = ["retracts", "clarifies", "reaffirms", "denies"] as const;
const relationTypes: RelationType[] = ["retracts", "clarifies", "reaffirms", "denies", "disputes", "supports", "responds"];

export function Pages({ place, page }: { place: Place; page: Paged<unknown> }) {
  if (page.total <= page.limit) return null;
  const at = (offset: number) => withQuery(place, { offset: offset > 0 ? String(offset) : "" });
  return (
    <nav class="pages" aria-label="Pages">
      {page.offset > 0 && <a href={at(Math.max(0, page.offset - page.limit))}>newer</a>}
      <span>{page.offset + 1} to {Math.min(page.total, page.offset + page.limit)} of {page.total.toLocaleString("en")}</span>
      {page.offset + page.limit < page.total && <a href={at(page.offset + page.limit)}>older</a>}
    </nav>
  );
}

export function Changes({ place }: { place: Place }) {
  const field = (name: string) => place.query.get(name) ?? "";
  const type = field("type");
  const filtered = ["speaker", "since", "until", "sure"].some((name) => field(name) !== "");
  const loaded = useAnswer<Paged<Turn>>("changes", { type, offset: field("offset"), speaker: field("speaker"), since: field("since"), until: field("until"), sure: field("sure") });
  const set = (name: string, value: string) => go(withQuery(place, { [name]: value, offset: "" }), "replace");
  return (
    <>
      <h1>What was taken back, denied, clarified or stood by</h1>
      <nav class="choices" aria-label="Kind of change">
        {["", ...changeTypes].map((one) => (
          <a key={one} href={withQuery(place, { type: one, offset: "" })} aria-current={one === type ? "true" : undefined}>
            {one === "" ? "everything" : doneWord(one as Turn["type"])}</a>
        ))}
      </nav>
      <details class="narrow" open={filtered}>
        <summary>Only one speaker, some days, or what is surer</summary>
        <form class="filter" role="search" onSubmit={(event) => event.preventDefault()}>
          <label>Who changed <input type="search" key={`w${field("speaker")}`} defaultValue={field("speaker")} onChange={(event) => set("speaker", event.currentTarget.value)} /></label>
          <label>Since <DayField value={field("since")} take={(day) => set("since", day)} /></label>
          <label>Until <DayField value={field("until")} take={(day) => set("until", day)} /></label>
          <label>How sure <select value={field("sure")} onChange={(event) => set("sure", event.currentTarget.value)}>
            <option value="">any</option>{["35", "50", "70"].map((one) => <option key={one} value={one}>{`at least ${one} %`}</option>)}</select></label>
          {filtered && <a class="all" href={withQuery(place, { speaker: "", since: "", until: "", sure: "", offset: "" })}>Show everything</a>}
        </form>
      </details>
      <Waiting loaded={loaded}>{(page) => page.items.length === 0
        ? <p class="notice" role="status">Nothing of this kind is on record{filtered && " for these days, this speaker and so sure"}. {type && <a href={withQuery(place, { type: "" })}>Show every kind</a>} {filtered && <a href={withQuery(place, { speaker: "", since: "", until: "", sure: "", offset: "" })}>Show everything</a>}</p>
        : <><Turns turns={page.items} /><Pages place={place} page={page} /></>}
      </Waiting>
    </>
  );
}

export function StatementView({ id }: { id: string }) {
  const loaded = useAnswer<Utterance>(`statements/${id}`);
  return (
    <Waiting loaded={loaded} alone>{(utterance) => {
      const statement: Statement = utterance.reports.find((report) => report.id === id) ?? utterance.reports[0]!;
      return (
        <>
          <h1 class="whose"><Who statement={statement} /></h1>
          <p class="lead"><When statement={statement} />{statement.told && <>, told: {statement.told.name}</>}; reported by {outletOf(statement.source)}</p>
          <Passage pieces={statement.passage} />
          <p class="legend" aria-hidden="true"><mark class="source">who</mark> <mark class="cue">how</mark> <mark class="content">what</mark> <mark class="content quote">word for word</mark></p>
          <dl class="facts">
            <dt>Form</dt><dd>{statement.form}{statement.communicated ? "" : ", a thought ascribed"}{statement.polarity !== "asserted" ? `, ${statement.polarity}` : ""}</dd>
            <dt>Act</dt><dd>{statement.act}</dd>
            <dt>Said</dt><dd>{saidWhen(statement.said) ?? "not told"}{statement.said && ` (${statement.said.basis})`}</dd>
            <dt>Told to</dt><dd>{statement.told?.name ?? "not told"}</dd>
            <dt>Source</dt><dd><SourceLine source={statement.source} />{statement.source.url && /^https?:/.test(statement.source.url) && <> <a href={statement.source.url} rel="noreferrer noopener external" target="_blank">original page</a></>}</dd>
          </dl>
          <details><summary>Who decided</summary><ul><Signed what="Statement" decision={statement.decided.statement} /><Signed what="Speaker" decision={statement.decided.speaker} />
            {statement.said && <Signed what="Day" decision={{ by: statement.said.basis, confidence: statement.said.confidence }} />}
            {statement.told && <li>Told to: {sure(statement.told.confidence)} sure</li>}</ul></details>
          {utterance.does.length > 0 && <h2>What it does</h2>}
          <Turns turns={utterance.does} />
          {utterance.done_to_it.length > 0 && <h2>What became of it</h2>}
          <Turns turns={utterance.done_to_it} />
          {utterance.reports.length > 1 && (
            <>
              <h2>{count(utterance.reports.length, "report")} of it{utterance.differs && <span class="tag warn">quoted words differ</span>}</h2>
              {utterance.reports.map((report, i) => (
                <article key={report.id} class="card">
                  <p class="by">{outletOf(report.source)}, <When statement={report} /></p>
                  <p class="passage">{(utterance.wording[i] ?? []).map((piece, k) => piece.marks.length ? <mark key={k} class="changed">{piece.text}</mark> : piece.text)}</p>
                  <p class="foot"><SourceLine source={report.source} /> <a class="proof" href={`/statement/${report.id}`}>proof</a></p>
                </article>
              ))}
            </>
          )}
        </>
      );
    }}</Waiting>
  );
}

export function ArticleView({ id }: { id: string }) {
  const loaded = useAnswer<ArticlePage>(`articles/${id}`);
  return (
    <Waiting loaded={loaded} alone>{(article) => {
      const by = new Map(article.statements.map((statement) => [statement.id, statement]));
      const who = (statement: string | undefined) => { const s = statement ? by.get(statement) : undefined; return s ? `${s.speaker?.name ?? "speaker not known"}, ${s.form}` : undefined; };
      return (
        <>
          <h1>{article.source.title || "Untitled article"}</h1>
          <p class="lead">{outletOf(article.source)}, {article.source.published ? day(article.source.published) : "no date"}{article.source.byline.length > 0 && <>, by {article.source.byline.join(" and ")}</>}{article.source.url && /^https?:/.test(article.source.url) && <>, <a href={article.source.url} rel="noreferrer noopener external" target="_blank">original page</a></>}</p>
          <p class="by">{count(article.statements.length, "attribution")}, {article.unnamed === 0 ? "none" : `${article.unnamed} (${Math.round(100 * article.unnamed / article.statements.length)} %)`} from unnamed sources. <span class="legend" aria-hidden="true"><mark class="source">who</mark> <mark class="cue">how</mark> <mark class="content">what</mark> <mark class="content quote">word for word</mark></span></p>
          <div class="full">{article.text.map((piece, i) => piece.marks.length === 0 || !piece.statement ? <span key={i}>{piece.text}</span>
            : <a key={i} class={`mark ${piece.marks.join(" ")}`} title={who(piece.statement)} href={`/statement/${piece.statement}`}>{piece.text}</a>)}</div>
        </>
      );
    }}</Waiting>
  );
}

export function Search({ place }: { place: Place }) {
  const words = place.query.get("words") ?? "";
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef(0);
  useEffect(() => { input.current?.focus(); return () => clearTimeout(timer.current); }, []);
  const set = (name: string, value: string) => go(withQuery(place, { [name]: value, offset: "" }), "replace");
  const field = (name: string) => place.query.get(name) ?? "";
  const relation = field("does") ? `does ${field("does")}` : field("became") ? `became ${field("became")}` : "";
  const relate = (value: string) => {
    const [side = "", type = ""] = value.split(" ");
    go(withQuery(place, { does: side === "does" ? type : "", became: side === "became" ? type : "", offset: "" }), "replace");
  };
  const asked = words !== "" || field("speaker") !== "" || field("outlet") !== "" || relation !== "";
  const loaded = useAnswer<Paged<Statement>>(asked ? "search" : null, { words, speaker: field("speaker"), outlet: field("outlet"), since: field("since"), until: field("until"),
    form: field("form"), does: field("does"), became: field("became"), offset: field("offset") });
  const people = useAnswer<{ matches: SpeakerMatch[] }>(words.length > 2 ? "speakers" : null, { name: words });
  return (
    <>
      <h1>Search</h1>
      <form class="filter six" role="search" onSubmit={(event) => event.preventDefault()}>
        <label class="wide">Words or a name <input ref={input} type="search" defaultValue={words}
          onInput={(event) => { const value = event.currentTarget.value; clearTimeout(timer.current); timer.current = window.setTimeout(() => set("words", value), 150); }} /></label>
        <label>Speaker <input defaultValue={field("speaker")} onChange={(event) => set("speaker", event.currentTarget.value)} /></label>
        <label>Outlet <input defaultValue={field("outlet")} onChange={(event) => set("outlet", event.currentTarget.value)} /></label>
        <label>Since <DayField value={field("since")} take={(day) => set("since", day)} /></label>
        <label>Until <DayField value={field("until")} take={(day) => set("until", day)} /></label>
        <label>Form <select value={field("form")} onChange={(event) => set("form", event.currentTarget.value)}>
          <option value="">any</option><option>direct</option><option>mixed</option><option>indirect</option></select></label>
        <label>Relation <select value={relation} onChange={(event) => relate(event.currentTarget.value)}>
          <option value="">any or none</option>
          <optgroup label="It …">{relationTypes.map((type) => <option key={type} value={`does ${type}`}>{doneWord(type)}</option>)}</optgroup>
          <optgroup label="It was …">{relationTypes.map((type) => <option key={type} value={`became ${type}`}>{sufferedWord(type).replace(/ by$/, "")}</option>)}</optgroup></select></label>
      </form>
      {people.state === "here" && words.length > 2 && people.value.matches.length > 0 && (
        <p class="people">Speakers: {people.value.matches.slice(0, 6).map((match) => <a key={match.speaker.id} class="speaker" href={`/speaker/${match.speaker.id}`}>{match.speaker.name}</a>)}</p>)}
      {!asked && <p class="notice">Type what was spoken of, or who spoke. All words must stand in one statement, in whatever form; a name also leads to its speaker.</p>}
      {asked && <Waiting loaded={loaded}>{(page) => page.items.length === 0
        ? <p class="notice" role="status">Nothing is on record for this. Try fewer words, another word for it, or <a href={`/search${words ? `?words=${encodeURIComponent(words)}` : ""}`}>the same without speaker, outlet, days, form and relation</a>.</p>
        : <><p role="status">{count(page.items.length, "statement")}{page.offset > 0 ? `, from number ${page.offset + 1} on` : ""}{page.total > page.offset + page.items.length ? "; add a word to narrow it down" : ""}</p>
          {page.items.map((statement) => <Card key={statement.id} statement={statement} />)}
          {(page.offset > 0 || page.total > page.offset + page.items.length) && <nav class="pages" aria-label="Pages">
            {page.offset > 0 && <a href={withQuery(place, { offset: page.offset > page.limit ? String(page.offset - page.limit) : "" })}>before these</a>}
            {page.total > page.offset + page.items.length && <a href={withQuery(place, { offset: String(page.offset + page.limit) })}>more</a>}</nav>}</>}</Waiting>}
    </>
  );
}

// Word for word, in part, and in the reporter's words, as shares of one bar.
function Forms({ row }: { row: OutletRow }) {
  const direct = 100 * row.direct / row.statements, indirect = 100 * row.indirect / row.statements;
  return (
    <svg class="forms" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect class="direct" width={direct} height={10} /><rect class="mixed" x={direct} width={100 - direct - indirect} height={10} /><rect class="indirect" x={100 - indirect} width={indirect} height={10} />
    </svg>
  );
}

export function Outlets() {
  const loaded = useAnswer<Paged<OutletRow>>("outlets");
  const share = (part: number, whole: number) => whole ? `${Math.round(100 * part / whole)} %` : "–";
  return (
    <>
      <h1>How outlets quote</h1>
      <p class="legend" aria-hidden="true"><span class="key direct" /> word for word <span class="key mixed" /> in part <span class="key indirect" /> in the reporter’s words</p>
      <Waiting loaded={loaded}>{(page) => (
        <div class="scroll"><table class="outlets">
          <thead><tr><th scope="col">Outlet</th><th scope="col">Articles</th><th scope="col">Statements</th><th scope="col">Word for word</th><th scope="col">In part</th><th scope="col">Reporter’s words</th><th scope="col">Unnamed sources</th><th scope="col">Altered quotations</th></tr></thead>
          <tbody>{page.items.map((row) => (
            <tr key={row.outlet}><th scope="row"><a href={`/search?outlet=${encodeURIComponent(row.outlet)}`}>{row.outlet || "not known"}</a>{row.statements > 0 && <Forms row={row} />}</th>
              <td>{row.articles.toLocaleString("en")}</td><td>{row.statements.toLocaleString("en")}</td><td>{share(row.direct, row.statements)}</td><td>{share(row.statements - row.direct - row.indirect, row.statements)}</td><td>{share(row.indirect, row.statements)}</td><td>{share(row.unnamed, row.statements)}</td><td>{row.altered.toLocaleString("en")}</td></tr>))}</tbody>
        </table></div>)}
      </Waiting>
    </>
  );
}
