import { describe, expect, it } from "vitest";
import { address } from "./api";
import { lanes, ticks } from "./lanes";
import { grouped } from "./parts";
import type { Statement, Turn, Utterance } from "./shapes";
import { day, placed, saidWhen } from "./words";

const statement = (from: string | null, published: string | null): Statement => ({
  id: "a-s1", utterance: "a-u1", speaker: null, roles: [], form: "direct", act: "say", polarity: "asserted", communicated: true,
  content: "", cue: "", source_words: "", told: null, passage: [], decided: { statement: { by: "x", confidence: 1 }, speaker: { by: "x", confidence: 1 } },
  said: from ? { from, to: from, basis: "weekday", phrase: null, confidence: 1 } : null,
  source: { article: "a", article_id: "a", title: "", byline: [], outlet: null, url: null, published },
});
const utterance = (id: string, from: string | null, published: string | null): Utterance =>
  ({ id, reports: [statement(from, published)], differs: false, wording: [], done_to_it: [], does: [] });

describe("days", () => {
  it("are written as far as they are known", () => {
    expect([day("2031-05-15"), day("2031-05"), day("2031"), day(null)]).toEqual(["15 May 2031", "May 2031", "2031", "day not known"]);
  });
  it("keep the words where the day is not known", () => {
    expect(saidWhen({ from: null, to: null, basis: "weekday", phrase: "on Wednesday", confidence: 1 })).toBe("“on Wednesday”");
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

const frame = { left: 100, right: 900, top: 40, between: 34 };

describe("the timeline", () => {
  it("places statements by day and leaves out those without one", () => {
    const drawn = lanes([utterance("late", "2031-05-20", null), utterance("never", null, null), utterance("early", "2031-05-10", null)], [], frame);
    expect(drawn.lanes[0]!.dots.map((dot) => [dot.utterance.id, dot.x])).toEqual([["early", 100], ["late", 900]]);
  });
  it("has a lane for each topic, and one for what shares no word", () => {
    const drawn = lanes([utterance("a", "2031-05-20", null), utterance("b", "2031-05-10", null), utterance("c", "2031-05-11", null)], [{ word: "bridge", utterances: ["a", "b"] }], frame);
    expect(drawn.lanes.map((lane) => [lane.word, lane.dots.length])).toEqual([["bridge", 2], ["", 1]]);
    expect(drawn.lanes[1]!.y).toBeGreaterThan(drawn.lanes[0]!.y);
  });
  it("puts marks of one day over each other", () => {
    const [lane] = lanes([utterance("a", "2031-05-20", null), utterance("b", "2031-05-20", null), utterance("c", "2031-05-10", null)], [], frame).lanes;
    expect(new Set(lane!.dots.map((dot) => `${dot.x} ${dot.y}`)).size).toBe(3);
  });
  it("names as many days as have room", () => {
    expect(ticks("2031-03-03", "2031-03-17", frame).map((tick) => tick.label)).toEqual(["3 Mar", "5 Mar", "7 Mar", "9 Mar", "11 Mar", "13 Mar", "15 Mar", "17 Mar"]);
    expect(ticks("2016-01-01", "2019-12-31", frame).map((tick) => tick.label)).toContain("2017");
    expect(ticks("2000-01-01", "2031-12-31", frame).length).toBeLessThan(10);
  });
});

describe("addresses of the API", () => {
  it("carry words as data", () => {
    expect(address("search", { words: "a&b=c", outlet: "" })).toBe("/api/v1/search?words=a%26b%3Dc");
  });
});
