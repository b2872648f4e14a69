// Asking the program and what is seen meanwhile. A newer question makes an older one's answer worthless, and what is
// shown is asked for again when the ledger has changed.
import { useEffect, useRef, useState } from "preact/hooks";
import { get, type Query } from "./api";
import type { Summary } from "./shapes";

export type Loaded<T> = { state: "asking"; last: T | null } | { state: "here"; value: T } | { state: "failed"; why: string };

const changed = new EventTarget();
const lookEvery = 4000;
let known = "";
let looking = 0;

// Looks whether the ledger has changed, as long as somebody sees the page.
async function look(): Promise<void> {
  looking = window.setTimeout(look, lookEvery);
  if (document.hidden) return;
  const now = await get<Summary>("summary").then((summary) => summary.version, () => known);
  const before = known;
  known = now;
  if (before !== "" && before !== now) changed.dispatchEvent(new Event("change"));
}

// Once, when the page begins.
export function watchLedger(): void {
  if (looking === 0) void look();
}

// After a verdict of our own.
export function askAgain(): void { changed.dispatchEvent(new Event("change")); }

export function useAnswer<T>(path: string | null, query: Query = {}): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: "asking", last: null });
  const [round, setRound] = useState(0);
  const shown = useRef("");
  const key = path === null ? null : path + JSON.stringify(query);
  useEffect(() => {
    const again = () => setRound((before) => before + 1);
    changed.addEventListener("change", again);
    return () => changed.removeEventListener("change", again);
  }, []);
  useEffect(() => {
    if (path === null) return;
    const abort = new AbortController();
    // What is asked for again stays as it is until its answer comes.
    if (shown.current !== key) {
      setLoaded((before) => ({ state: "asking", last: before.state === "here" ? before.value : before.state === "asking" ? before.last : null }));
    }
    get<T>(path, query, abort.signal).then(
      (value) => { shown.current = key ?? ""; setLoaded({ state: "here", value }); },
      (error: Error) => { if (!abort.signal.aborted) setLoaded({ state: "failed", why: error.message }); },
    );
    return () => abort.abort();
  }, [key, round]);
  return loaded;
}
