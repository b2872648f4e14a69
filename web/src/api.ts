// Asking the program. The shapes of its answers are made from its own definition (shapes.ts).
import type { Problem, VerdictWanted } from "./shapes";

export interface Paged<T> { items: T[]; total: number; offset: number; limit: number }

export class Refused extends Error {
  constructor(readonly problem: Problem) { super(problem.detail || problem.title); }
}

export type Query = Record<string, string | number | undefined>;

export function address(path: string, query: Query = {}): string {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== "") words.set(name, String(value));
  const text = words.toString();
  return "/api/v1/" + path + (text ? "?" + text : "");
}

async function answer<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T;
  const problem = await response.json().catch(() => null) as Problem | null;
  throw new Refused(problem ?? { title: "No answer", detail: `The program answered ${response.status}.`, status: response.status });
}

export async function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  return answer<T>(await fetch(address(path, query), { signal: signal ?? null, headers: { Accept: "application/json" } }));
}

export async function judge(verdict: VerdictWanted): Promise<void> {
  await answer(await fetch(address("verdicts"), {
    method: "POST", headers: { "Content-Type": "application/json", Accept: "application/json" }, body: JSON.stringify(verdict),
  }));
}
