// The JSON API as the program serves it (docs/api.md). One shape for a statement wherever it stands.

export type Kind = "person" | "organisation" | "group" | "document" | "unnamed" | "author";
export type RelationType = "retracts" | "clarifies" | "reaffirms" | "denies" | "disputes" | "supports" | "responds";

export interface Speaker { id: string; name: string; kind: Kind | null }
export interface Source {
  article: string; article_id: string; title: string; byline: string[];
  outlet: string | null; url: string | null; published: string | null;
}
export interface Decision { by: string; confidence: number }
export type Mark = "source" | "cue" | "content" | "quote";
export interface Piece { text: string; marks: Mark[]; statement?: string }
export interface Said { from: string | null; to: string | null; basis: string; phrase: string | null }
export interface Statement {
  id: string; utterance: string; speaker: Speaker | null; roles: string[];
  form: "direct" | "indirect" | "mixed"; act: string; polarity: string; communicated: boolean;
  content: string; cue: string; source_words: string;
  said: Said | null; told: string | null; passage: Piece[]; source: Source;
  decided: { statement: Decision; speaker: Decision };
}
export interface Turn {
  id: string; kind: "inside" | "across" | "candidate"; type: RelationType;
  from: Statement; to: Statement | null; mention: string; evidence: string[];
  decision: Decision; judgement: "pending" | "confirmed" | "rejected"; told_by: Source[];
}
export interface Utterance {
  id: string; reports: Statement[]; differs: boolean; wording: Piece[][]; done_to_it: Turn[]; does: Turn[];
}
export interface SpeakerMatch { speaker: Speaker; statements: number; articles: number; roles: string[] }
export interface Paged<T> { items: T[]; total: number; offset: number; limit: number }
export interface Month { month: string; statements: number }
export interface SpeakerPage { match: SpeakerMatch; names: string[]; utterances: Utterance[]; more: boolean; months: Month[] }
export interface Verdict {
  number: number; kind: "confirm" | "reject" | "same_speaker" | "different_speakers"; subject: string; object: string;
  subject_words: string; object_words: string; proof: string; by: string; note: string; made: string; overruled: boolean;
}
export interface ArticlePage {
  source: Source; text: Piece[]; unnamed: number;
  statements: { id: string; speaker: Speaker | null; form: Statement["form"] }[];
}
export interface OutletRow {
  outlet: string; articles: number; statements: number; direct: number; unnamed: number; altered: number;
}
export interface Summary { articles: number; statements: number; speakers: number; relations: number; version: string }

// RFC 9457.
export interface Problem { title: string; detail: string; status: number }
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

export interface VerdictWanted { kind: "confirm" | "reject" | "same_speaker" | "different_speakers"; subject: string; object?: string; note?: string }
export async function judge(verdict: VerdictWanted): Promise<void> {
  await answer(await fetch(address("verdicts"), {
    method: "POST", headers: { "Content-Type": "application/json", Accept: "application/json" }, body: JSON.stringify(verdict),
  }));
}
