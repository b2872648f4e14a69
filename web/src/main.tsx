import { render } from "preact";
import { useEffect } from "preact/hooks";
import { keepInside, usePlace } from "./route";
import "./page.css";
import { ArticleView, Changes, Outlets, Search, SpeakerView, StatementView } from "./views";

function View() {
  const place = usePlace();
  const [, kind = "", id = ""] = place.path.split("/");
  useEffect(() => {
    const heading = document.querySelector("h1");
    document.title = heading?.textContent ? `${heading.textContent} · onrecord` : "onrecord";
  });
  switch (kind) {
    case "": return <Changes place={place} />;
    case "speaker": return <SpeakerView key={id} place={place} id={decodeURIComponent(id)} />;
    case "statement": return <StatementView key={id} id={decodeURIComponent(id)} />;
    case "article": return <ArticleView key={id} id={decodeURIComponent(id)} />;
    case "search": return <Search place={place} />;
    case "outlets": return <Outlets />;
    default: return <><h1>No such page</h1><p class="notice">Begin with <a href="/">what changed</a> or <a href="/search">search</a>.</p></>;
  }
}

function Page() {
  const place = usePlace();
  const tab = (path: string, name: string) => <a href={path} aria-current={place.path === path ? "page" : undefined}>{name}</a>;
  useEffect(() => { document.addEventListener("click", keepInside); return () => document.removeEventListener("click", keepInside); }, []);
  return (
    <>
      <a class="skip" href="#main">Skip to the content</a>
      <header><a class="name" href="/">onrecord</a><nav aria-label="Views">{tab("/", "Changes")}{tab("/search", "Search")}{tab("/outlets", "Outlets")}</nav></header>
      <main id="main" tabIndex={-1}><View /></main>
      <footer>Every line is in the ledger, with its source one step away. What is not known is left open.</footer>
    </>
  );
}

render(<Page />, document.getElementById("page")!);
