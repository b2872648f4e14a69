// Every view has an address that can be shared; the address alone says what is shown.
import { useEffect, useState } from "preact/hooks";

export interface Place { path: string; query: URLSearchParams }

export function here(): Place {
  return { path: location.pathname, query: new URLSearchParams(location.search) };
}

const moved = new EventTarget();

export function go(to: string, how: "push" | "replace" = "push"): void {
  if (how === "push") history.pushState(null, "", to); else history.replaceState(null, "", to);
  moved.dispatchEvent(new Event("move"));
  if (how === "push") scrollTo(0, 0);
}

// Plain clicks on links of ours stay in the page; everything else is the browser's.
export function keepInside(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element | null)?.closest?.("a");
  if (!link || link.target || link.origin !== location.origin || link.pathname.startsWith("/api/") || link.hash) return;
  event.preventDefault();
  go(link.pathname + link.search);
}

export function usePlace(): Place {
  const [place, setPlace] = useState(here);
  useEffect(() => {
    const update = () => setPlace(here());
    addEventListener("popstate", update);
    moved.addEventListener("move", update);
    return () => { removeEventListener("popstate", update); moved.removeEventListener("move", update); };
  }, []);
  return place;
}

export function withQuery(place: Place, changes: Record<string, string>): string {
  const query = new URLSearchParams(place.query);
  for (const [name, value] of Object.entries(changes)) if (value) query.set(name, value); else query.delete(name);
  const text = query.toString();
  return place.path + (text ? "?" + text : "");
}
