import { render } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { keepInside, usePlace } from "./route";
import "./page.css";
import { watchLedger } from "./load";
import { Review } from "./review";
import { SpeakerView } from "./speaker";
import { ArticleView, Changes, Outlets, Search, StatementView } from "./views";

function View() {
  const place = usePlace();
  const [, kind = "", id = ""] = place.path.split("/");
  const ofOne = ["speaker", "statement", "article"].includes(kind);
  switch (ofOne && id === "" ? "nothing" : kind) {
    case "": return <Changes place={place} />;
    case "speaker": return <SpeakerView key={id} place={place} id={decodeURIComponent(id)} />;
    case "statement": return <StatementView key={id} id={decodeURIComponent(id)} />;
    case "article": return <ArticleView key={id} id={decodeURIComponent(id)} />;
    case "search": return <Search place={place} />;
    case "outlets": return <Outlets />;
    case "review": return <Review place={place} />;
    default: return <><h1>No such page</h1><p class="notice">Begin with <a href="/">what changed</a> or <a href="/search">search</a>.</p></>;
  }
}

// A view that was gone to begins at its heading: for the eye above, for a keyboard and a screen reader here. Headings come
// with the program's answer, so they are waited for.
function useHeading() {
  const place = usePlace();
  const left = useRef(place.path);
  useEffect(() => {
    const main = document.getElementById("main")!;
    const look = () => {
      const heading = main.querySelector("h1");
      if (!heading?.textContent) return;
      document.title = `${heading.textContent} · onrecord`;
      if (left.current === location.pathname || main.contains(document.activeElement)) return;
      left.current = location.pathname;
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    };
    look();
    const watching = new MutationObserver(look);
    watching.observe(main, { childList: true, subtree: true, characterData: true });
    return () => watching.disconnect();
  }, [place.path]);
}

function Page() {
  useHeading();
  const place = usePlace();
  const tab = (path: string, name: string) => <a href={path} aria-current={place.path === path ? "page" : undefined}>{name}</a>;
  useEffect(watchLedger, []);
  useEffect(() => { document.addEventListener("click", keepInside); return () => document.removeEventListener("click", keepInside); }, []);
  return (
    <>
      <a class="skip" href="#main">Skip to the content</a>
      <header><a class="name" href="/">onrecord</a><nav aria-label="Views">{tab("/", "Changes")}{tab("/search", "Search")}{tab("/outlets", "Outlets")}{tab("/review", "Review")}</nav></header>
      <main id="main" tabIndex={-1}><View /></main>
      <footer>Every line is in the ledger, with its source one step away. What is not known is left open.</footer>
    </>
  );
}

render(<Page />, document.getElementById("page")!);
