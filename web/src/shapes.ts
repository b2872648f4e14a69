// Made from docs/openapi.json by web/shapes.mjs; change src/show/http/api_definition.cpp.
export type Kind = "person" | "organisation" | "group" | "document" | "unnamed" | "author";
export type Form = "direct" | "indirect" | "mixed";
export type RelationType = "retracts" | "clarifies" | "reaffirms" | "denies" | "disputes" | "supports" | "responds";
export type ChangeType = "retracts" | "clarifies" | "reaffirms" | "denies";
export type TurnKind = "inside" | "across" | "candidate";
export type Judgement = "pending" | "confirmed" | "rejected";
export type Mark = "source" | "cue" | "content" | "quote";
export type VerdictKind = "confirm" | "reject" | "same_speaker" | "different_speakers";
export type NameLevel = "nothing" | "id" | "full name" | "part of a name";
export type Way = "by" | "on";
export type Yes = "true" | "false";
export interface Speaker {
  id: string;
  name: string;
  kind: Kind | null;
}
export interface Source {
  article: string;
  article_id: string;
  title: string;
  byline: string[];
  outlet: string | null;
  url: string | null;
  published: string | null;
}
export interface Decision {
  by: string;
  confidence: number;
}
export interface Piece {
  text: string;
  marks: Mark[];
  statement?: string;
}
export interface Said {
  from: string | null;
  to: string | null;
  basis: string;
  phrase: string | null;
  confidence: number;
}
export interface Told {
  name: string;
  confidence: number;
}
export interface DecidedFields {
  statement: Decision;
  speaker: Decision;
}
export interface Statement {
  id: string;
  utterance: string;
  speaker: Speaker | null;
  roles: string[];
  form: Form;
  act: string;
  polarity: string;
  communicated: boolean;
  content: string;
  cue: string;
  source_words: string;
  said: Said | null;
  told: Told | null;
  passage: Piece[];
  source: Source;
  decided: DecidedFields;
}
export interface Turn {
  id: string;
  kind: TurnKind;
  type: RelationType;
  from: Statement;
  to: Statement | null;
  mention: string;
  evidence: string[];
  decision: Decision;
  judgement: Judgement;
  told_by: Source[];
}
export interface Utterance {
  id: string;
  reports: Statement[];
  differs: boolean;
  wording: Piece[][];
  done_to_it: Turn[];
  does: Turn[];
}
export interface SpeakerMatch {
  speaker: Speaker;
  statements: number;
  articles: number;
  roles: string[];
}
export interface SpeakersFound {
  by: NameLevel;
  matches: SpeakerMatch[];
}
export interface Month {
  month: string;
  statements: number;
}
export interface RoleSpan {
  role: string;
  from: string | null;
  to: string | null;
  times: number;
}
export interface Dealing {
  way: Way;
  type: RelationType;
  other: Speaker;
  times: number;
  latest: string;
}
export interface Topic {
  word: string;
  utterances: string[];
}
export interface SpeakerRecord {
  match: SpeakerMatch;
  names: string[];
  roles: RoleSpan[];
  dealings: Dealing[];
  months: Month[];
  topics: Topic[];
  utterances: Utterance[];
  more: boolean;
}
export interface ArticleStatement {
  id: string;
  speaker: Speaker | null;
  form: Form;
}
export interface ArticlePage {
  source: Source;
  text: Piece[];
  statements: ArticleStatement[];
  unnamed: number;
}
export interface OutletRow {
  outlet: string;
  articles: number;
  statements: number;
  direct: number;
  indirect: number;
  unnamed: number;
  altered: number;
}
export interface Summary {
  articles: number;
  statements: number;
  speakers: number;
  relations: number;
  version: string;
}
export interface Verdict {
  number: number;
  kind: VerdictKind;
  subject: string;
  subject_words: string;
  proof: string;
  object: string;
  object_words: string;
  by: string;
  note: string;
  made: string;
  overruled: boolean;
}
export interface VerdictWanted {
  kind: VerdictKind;
  subject: string;
  object?: string;
  note?: string;
}
export interface VerdictGiven {
  number: number;
}
export interface Problem {
  title: string;
  status: number;
  detail: string;
}
export interface Turns {
  items: Turn[];
  total: number;
  offset: number;
  limit: number;
}
export interface Statements {
  items: Statement[];
  total: number;
  offset: number;
  limit: number;
}
export interface Outlets {
  items: OutletRow[];
  total: number;
  offset: number;
  limit: number;
}
export interface Verdicts {
  items: Verdict[];
  total: number;
  offset: number;
  limit: number;
}
