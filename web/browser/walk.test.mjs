// From the front page to the proof of the walk-back in examples/: once by mouse, once by keyboard alone. And what a person
// decides is on the page at once, and in another window by itself.
import assert from "node:assert/strict";
import test from "node:test";
import { open, staged } from "./stage.mjs";

const promise = "No island will lose its ferry this winter";
const tookBack = "I should not have said that";

// The proof: the words in their article, marked, with who said them and what became of them.
async function isProof(page) {
  await page.waitForURL(/\/statement\//);
  await page.waitForSelector("h2");
  const text = await page.innerText("main");
  assert.match(text, new RegExp(promise));
  assert.match(text, /What became of it/);
  assert.match(text, /took back/);
  assert.match(text, /reports of it/);
  assert.ok(await page.locator("mark.quote", { hasText: "No island will lose its ferry" }).count() > 0, "the words are marked");
}

test("by mouse", () => staged({}, async ({ home, browser }) => {
  const page = await browser.newPage();
  await open(page, home);
  await page.click("nav[aria-label='Kind of change'] >> text=took back");
  await page.waitForURL(/type=retracts/);
  const turn = page.locator("article.turn.retracts", { hasText: promise }).first();
  await turn.waitFor();
  assert.match(await turn.innerText(), /Before[\s\S]*After/);
  await turn.locator(".card", { hasText: promise }).first().locator("a.proof").click();
  await isProof(page);
  // One step from the proof to the whole article.
  await page.locator(".facts .source-line a").click();
  await page.waitForURL(/\/article\//);
  await page.waitForSelector(".full a.mark");
  assert.match(await page.innerText(".full"), new RegExp(promise));
  await page.goBack();
  await isProof(page);
}));

test("by keyboard alone", () => staged({}, async ({ home, browser }) => {
  const page = await browser.newPage();
  await open(page, home);
  const focused = () => page.evaluate(() => {
    const at = document.activeElement;
    const box = at?.getBoundingClientRect();
    return { text: at?.textContent ?? "", href: at?.getAttribute("href") ?? "", class: at?.getAttribute("class") ?? "",
      card: at?.closest(".card")?.textContent ?? "", outline: at ? getComputedStyle(at).outlineStyle : "none",
      seen: !!box && box.width > 0 && box.bottom > 0 && box.top < innerHeight };
  });
  const tabTo = async (wanted, name) => {
    for (let i = 0; i < 200; i++) {
      await page.keyboard.press("Tab");
      const at = await focused();
      assert.ok(at.outline !== "none" && at.seen, `what has the focus is seen: ${JSON.stringify(at)}`);
      if (wanted(at)) return;
    }
    assert.fail(`Tab never reaches ${name}`);
  };
  await page.keyboard.press("Tab");
  assert.equal((await focused()).text, "Skip to the content");
  await page.keyboard.press("Enter");
  await tabTo((at) => at.text === "took back" && at.href.includes("type=retracts"), "the kind of change");
  await page.keyboard.press("Enter");
  await page.waitForURL(/type=retracts/);
  await page.waitForSelector("article.turn.retracts");
  await tabTo((at) => at.class === "proof" && at.card.includes(promise), "the proof");
  await page.keyboard.press("Enter");
  await isProof(page);
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1", "a new view begins at its heading");
}));

test("search finds it as it is typed", () => staged({}, async ({ home, browser }) => {
  const page = await browser.newPage();
  await open(page, `${home}/search`);
  await page.keyboard.type("island ferry winter");
  await page.locator("article.card", { hasText: promise }).first().waitFor();
  assert.match(page.url(), /words=island\+ferry\+winter/);
}));

test("what was taken back is found by its relation, by keyboard", () => staged({}, async ({ home, browser }) => {
  const page = await browser.newPage();
  await open(page, `${home}/search`);
  await page.getByLabel("Relation").focus();
  await page.keyboard.type("taken back");
  await page.keyboard.press("Enter");
  await page.waitForURL(/became=retracts/);
  await page.locator("article.card", { hasText: promise }).first().waitFor();
  await page.getByLabel("Words or a name").fill("ferry");
  await page.waitForURL(/words=ferry/);
  await page.locator("article.card", { hasText: promise }).first().waitFor();
}));

test("a speaker's timeline has lanes by topic, and a lane leads to its topic", () => staged({}, async ({ home, browser }) => {
  const page = await browser.newPage();
  const { matches } = await (await fetch(`${home}/api/v1/speakers?name=Maren%20Oskeld`)).json();
  await open(page, `${home}/speaker/${matches[0].speaker.id}`);
  const lane = page.locator("svg a", { has: page.locator("text.lane") }).first();
  const word = (await lane.locator("text").evaluate((text) => text.firstChild.textContent)).trim();
  assert.ok(await page.locator("svg path.arc.retracts").count() > 0, "an arc leads to what was taken back");
  await lane.click();
  await page.waitForURL(new RegExp(`about=${word}`));
  await page.waitForFunction((wanted) => document.querySelector("input[name=about]")?.value === wanted, word);
}));

test("changes are narrowed to days and widened again", () => staged({}, async ({ home, browser }) => {
  const page = await browser.newPage();
  await open(page, home);
  const all = await page.locator("article.turn").count();
  await page.locator("details.narrow summary").click();
  await page.getByLabel("Since").fill("2031-03-10");
  await page.getByLabel("Since").blur();
  await page.waitForURL(/since=2031-03-10/);
  await page.waitForFunction((before) => { const now = document.querySelectorAll("article.turn").length; return now > 0 && now < before; }, all);
  await page.getByText("Show everything").click();
  await page.waitForFunction((before) => document.querySelectorAll("article.turn").length === before, all);
}));

test("a verdict is on record, with its history, and in another window by itself", () => staged({}, async ({ home, browser }) => {
  const page = await browser.newPage(), other = await browser.newPage();
  await open(page, `${home}/review`);
  await open(other, `${home}/review`);
  const before = await page.locator("article.turn").count();
  assert.ok(before > 0, "the example has a candidate");
  await page.locator("article.turn").first().getByRole("button", { name: "Confirm" }).click();
  await page.locator("ol.history li", { hasText: "confirmed" }).waitFor();
  assert.equal(await page.locator("article.turn").count(), before - 1);
  await other.locator("ol.history li", { hasText: "confirmed" }).waitFor({ timeout: 15000 });
}));

test("two speakers are merged and parted on the page, and the page tells who decided", () => staged({}, async ({ home, browser }) => {
  const page = await browser.newPage();
  const speaker = async (name) => (await (await fetch(`${home}/api/v1/speakers?name=${encodeURIComponent(name)}`)).json()).matches[0].speaker;
  const one = await speaker("Maren Oskeld");
  const names = await (await fetch(`${home}/api/v1/search?words=ferry&limit=50`)).json();
  const two = names.items.map((item) => item.speaker).find((other) => other?.kind === "person" && other.id !== one.id);
  await open(page, `${home}/speaker/${one.id}`);
  const decide = async (button) => {
    await page.locator("details.identity summary").click();
    await page.locator("details.identity input").fill(two.name);
    await page.locator("details.identity li", { hasText: two.name }).getByRole("button", { name: button, exact: true }).click();
    await page.locator("details.identity [role=status]", { hasText: "Recorded" }).waitFor();
  };
  await decide("The same");
  await page.locator("section.history li", { hasText: "the same" }).first().waitFor();
  assert.match(await page.innerText("main"), new RegExp(`Also written[^.]*${two.name}|${two.name}`));
  const answer = await fetch(`${home}/api/v1/verdicts`, { method: "POST", headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ kind: "different_speakers", subject: one.id, object: two.id }) });
  assert.equal(answer.status, 201);
  await page.locator("section.history li.overruled").first().waitFor({ timeout: 15000 });
  assert.match(await page.innerText("section.history"), /overruled since/);
}));

test("a day is typed into the changes, figure by figure", () => staged({}, async ({ home, browser }) => {
  const page = await browser.newPage();
  await open(page, home);
  await page.click("summary");
  const since = page.locator("input[type=date]").first();
  await since.focus();
  await page.keyboard.type("03102031");
  await page.waitForURL(/since=2031-03-10/);
  assert.equal(await since.inputValue(), "2031-03-10");
  assert.ok(await since.evaluate((field) => field === document.activeElement), "the field keeps the focus");
  await page.click("text=Show everything");
  await page.waitForURL((address) => !address.search.includes("since"));
  assert.equal(await since.inputValue(), "");
}));

test("an address of nothing says so", () => staged({}, async ({ home, browser }) => {
  const page = await browser.newPage();
  await page.goto(new URL("/speaker/", home).href);
  await page.waitForSelector("h1 >> text=No such page");
}));
