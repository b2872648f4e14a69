import { describe, expect, it } from "vitest";
import { address, type Statement, type Turn, type Utterance } from "./api";
import { grouped } from "./parts";
import { dots } from "./timeline";
import { day, placed, saidWhen } from "./words";

const statement = (from: string | null, published: string | null): Statement => ({
  id: "a-s1", utterance: "a-u1", speaker: null, roles: [], form: "direct", act: "say", polarity: "asserted", communicated: true,
  content: "", cue: "", source_words: "", told: null, passage: [], decided: { statement: { by: "x", confidence: 1 }, speaker: { by: "x", confidence: 1 } },
  said: from ? { from, to: from, basis: "weekday", phrase: null } : null,
  source: { article: "a", article_id: "a", title: "", byline: [], outlet: null, url: null, published },
});
const utterance = (id: string, from: string | null, published: string | null): Utterance =>
  ({ id, reports: [statement(from, published)], differs: false, wording: [], done_to_it: [], does: [] });

describe("days", () => {
  it("are written as far as they are known", () => {
    expect([day("2031-05-15"), day("2031-05"), day("2031"), day(null)]).toEqual(["15 May 2031", "May 2031", "2031", "day not known"]);
  });
  it("keep the words where the day is not known", () => {
    expect(saidWhen({ from: null, to: null, basis: "weekday", phrase: "on Wednesday" })).toBe("“on Wednesday”");
  });
  it("of publication never pass for the day it was said", () => {
    expect(placed(statement(null, "2031-05-16"))).toEqual({ day: "2031-05-16", told: false });
    expect(placed(statement("2031-05-15", "2031-05-16"))).toEqual({ day: "2031-05-15", told: true });
  });
});

const turn = (id: string, from: string, type: Turn["type"]): Turn => ({
  id, kind: "inside", type, from: { ...statement(null, null), id: from }, to: null, mention: "", evidence: [],
  decision: { by: "x", confidence: 1 }, judgement: "pending", told_by: [],
});

describe("changes", () => {
  it("put together what one statement does in one way", () => {
    const groups = grouped([turn("1", "a", "retracts"), turn("2", "b", "denies"), turn("3", "a", "retracts"), turn("4", "a", "denies")]);
    expect(groups.map((group) => group.map((one) => one.id))).toEqual([["1", "3"], ["2"], ["4"]]);
  });
});

describe("the timeline", () => {
  it("places statements by day and leaves out those without one", () => {
    const marks = dots([utterance("late", "2031-05-20", null), utterance("never", null, null), utterance("early", "2031-05-10", null)]);
    expect(marks.map((mark) => mark.utterance.id)).toEqual(["early", "late"]);
    expect(marks[0]!.x).toBeLessThan(marks[1]!.x);
  });
});

describe("addresses of the API", () => {
  it("carry words as data", () => {
    expect(address("search", { words: "a&b=c", outlet: "" })).toBe("/api/v1/search?words=a%26b%3Dc");
  });
});
