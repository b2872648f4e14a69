// How the record's terms are told to a reader, and days and counts as a newsroom writes them.
import type { RelationType, Said, Source, Statement } from "./shapes";

const done: Record<RelationType, string> = {
  retracts: "took back", clarifies: "clarified", reaffirms: "stood by", denies: "denied",
  disputes: "disputed", supports: "supported", responds: "answered",
};
const suffered: Record<RelationType, string> = {
  retracts: "taken back by", clarifies: "clarified by", reaffirms: "reaffirmed by", denies: "denied by",
  disputes: "disputed by", supports: "supported by", responds: "answered by",
};
export const doneWord = (type: RelationType) => done[type];
export const sufferedWord = (type: RelationType) => suffered[type];

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

export function day(iso: string | null): string {
  if (!iso) return "day not known";
  const [year, month, number] = iso.split("-");
  const name = month ? months[Number(month) - 1] : undefined;
  if (!name) return year ?? iso;
  return number ? `${Number(number)} ${name} ${year}` : `${name} ${year}`;
}

export function saidWhen(said: Said | null): string | null {
  if (!said?.from) return said?.phrase ? `“${said.phrase}”` : null;
  return said.to && said.to !== said.from ? `${day(said.from)} to ${day(said.to)}` : day(said.from);
}

// The day that places a statement in time, and whether the article tells it or only its publication does.
export function placed(statement: Statement): { day: string | null; told: boolean } {
  if (statement.said?.from) return { day: statement.said.from, told: true };
  return { day: statement.source.published, told: false };
}

export const outletOf = (source: Source) => source.outlet ?? "outlet not known";
export const speakerOf = (statement: Statement) =>
  statement.speaker?.name ?? (statement.source_words ? `“${statement.source_words}”` : "speaker not known");
export const count = (n: number, one: string, many = one + "s") => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
export const sure = (confidence: number) => `${Math.round(confidence * 100)} %`;
