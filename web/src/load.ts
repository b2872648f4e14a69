// Asking the program and what is seen meanwhile. A newer question makes an older one's answer worthless.
import { useEffect, useState } from "preact/hooks";
import { get, type Query } from "./api";

export type Loaded<T> = { state: "asking"; last: T | null } | { state: "here"; value: T } | { state: "failed"; why: string };

export function useAnswer<T>(path: string | null, query: Query = {}): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: "asking", last: null });
  const key = path === null ? null : path + JSON.stringify(query);
  useEffect(() => {
    if (path === null) return;
    const abort = new AbortController();
    setLoaded((before) => ({ state: "asking", last: before.state === "here" ? before.value : before.state === "asking" ? before.last : null }));
    get<T>(path, query, abort.signal).then(
      (value) => setLoaded({ state: "here", value }),
      (error: Error) => { if (!abort.signal.aborted) setLoaded({ state: "failed", why: error.message }); },
    );
    return () => abort.abort();
  }, [key]);
  return loaded;
}
