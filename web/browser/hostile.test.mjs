// Articles full of markup and script, shown in real Chromium: nothing runs, nothing is fetched from elsewhere, no link runs.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { open, staged } from "./stage.mjs";

const attacks = ["<script>window.ran=1</script>", "<img src=x onerror=\"window.ran=1\">", "<svg onload=window.ran=1>", "\"><iframe src=javascript:window.ran=1>",
  "</title></script><script src=http://elsewhere.example/x.js></script>", "{{constructor.constructor('window.ran=1')()}}", "\u202Egnp.exe"];

// JSON Lines, so that every field holds what it likes.
function written(folder) {
  mkdirSync(folder, { recursive: true });
  const lines = attacks.map((attack, i) => JSON.stringify({
    id: `a${i}${attack}`, title: `Title ${attack}`, outlet: `Radio ${attack}`, url: i % 2 ? "javascript:window.ran=1" : `https://example.example/${attack}`,
    author: [`Liv ${attack}`], date: `2031-05-${10 + i}`,
    text: `Transport minister Ada Lund said on Monday: “The bridge will open in May ${attack}.” ${attack}\n\n“I take back what I said about the bridge. That was a mistake,” Lund said on Wednesday. “${attack}”`,
  }));
  writeFileSync(join(folder, "hostile.jsonl"), lines.join("\n") + "\n");
  return folder;
}

test("nothing of an article runs or is fetched", () => staged({ articles: written(join(mkdtempSync(join(tmpdir(), "onrecord-hostile-")), "articles")) }, async ({ home, browser }) => {
  const summary = await (await fetch(`${home}/api/v1/summary`)).json();
  assert.equal(summary.articles, attacks.length);
  assert.ok(summary.statements > 0);
  const page = await browser.newPage();
  const wrong = [];
  page.on("request", (request) => { if (!request.url().startsWith(home + "/") && !request.url().startsWith("data:")) wrong.push(`fetched ${request.url()}`); });
  page.on("dialog", (dialog) => { wrong.push("a dialog"); dialog.dismiss(); });
  page.on("pageerror", (error) => wrong.push(`an error: ${error.message}`));
  page.on("console", (message) => { if (/Content Security Policy/.test(message.text())) wrong.push(message.text()); });
  const search = await (await fetch(`${home}/api/v1/search?words=bridge&limit=100`)).json();
  assert.ok(search.items.length > 0);
  const addresses = new Set(["/", "/search?words=bridge", "/outlets", "/review", "/search?words=" + encodeURIComponent(attacks[1]), "/?type=" + encodeURIComponent(attacks[0]),
    "/speaker/" + encodeURIComponent(attacks[1]), "/statement/%00", "/article/..%2f..%2fetc%2fpasswd"]);
  for (const one of search.items) {
    addresses.add(`/statement/${one.id}`).add(`/article/${one.source.article}`);
    if (one.speaker) addresses.add(`/speaker/${one.speaker.id}`);
  }
  for (const address of addresses) {
    await page.goto(home + address);
    await page.waitForLoadState("networkidle");
    const seen = await page.evaluate(() => ({
      ran: "ran" in window, title: document.title, scripts: document.scripts.length, frames: document.querySelectorAll("iframe, img, object, embed").length,
      links: [...document.querySelectorAll("a")].map((a) => a.getAttribute("href") ?? "").filter((href) => !/^(\/|#|https?:\/\/)/.test(href)),
    }));
    if (seen.ran) wrong.push(`script of an article ran at ${address}`);
    if (seen.scripts > 1 || seen.frames > 0) wrong.push(`elements of an article at ${address}`);
    if (seen.links.length) wrong.push(`a link to ${seen.links[0]} at ${address}`);
  }
  assert.deepEqual(wrong, []);
  console.log(`${addresses.size} hostile addresses looked at`);
}));
