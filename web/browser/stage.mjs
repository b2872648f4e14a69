// What every browser test stands on: a ledger, `onrecord serve` on a free port of loopback, and Debian's Chromium.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";

export const root = resolve(import.meta.dirname, "../..");
const program = process.env.ONRECORD ?? join(root, "build/onrecord");
const browserProgram = process.env.CHROMIUM ?? "/usr/bin/chromium";

for (const [file, remedy] of [[program, "run make build"], [browserProgram, "install Debian's package chromium, or set CHROMIUM"]]) {
  if (!existsSync(file)) { console.error(`browser: ${file} is not there; ${remedy}`); process.exit(1); }
}

// Runs `work` with a folder for its files, which goes at the end, and `serve` of a ledger made from `articles`, or of `ledger`.
export async function staged({ articles = join(root, "examples/ferries"), ledger }, work) {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-browser-"));
  let server, browser;
  try {
    const path = ledger ?? join(folder, "test.ledger");
    if (!ledger) execFileSync(program, ["add", "--ledger", path, articles], { stdio: ["ignore", "ignore", "pipe"] });
    server = spawn(program, ["serve", "--ledger", path, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
    const home = await new Promise((found, failed) => {
      server.stdout.once("data", (data) => found(String(data).trim().replace(/\/$/, "")));
      server.once("exit", (code) => failed(new Error(`serve ended with ${code}`)));
    });
    browser = await chromium.launch({ executablePath: browserProgram, args: process.getuid() === 0 ? ["--no-sandbox"] : [] });
    return await work({ home, browser, folder, ledger: path, program });
  } finally {
    await browser?.close();
    server?.kill("SIGINT");
    rmSync(folder, { recursive: true, force: true });
  }
}

// Addresses of every view, with what the ledger holds of each; `speaker` is who the pictures show.
export async function views(home, speaker) {
  const ask = async (path) => (await fetch(`${home}/api/v1/${path}`)).json();
  const changes = await ask("changes?limit=20");
  const turn = changes.items.find((one) => one.type === "retracts" && one.to) ?? changes.items[0];
  const who = (await ask(`speakers?name=${encodeURIComponent(speaker)}`)).matches[0].speaker.id;
  const word = turn.from.content.split(/\W+/).find((one) => one.length > 5) ?? "the";
  return {
    changes: "/", "changes-retracted": "/?type=retracts", speaker: `/speaker/${who}`, statement: `/statement/${(turn.to ?? turn.from).id}`,
    article: `/article/${turn.from.source.article}`, search: `/search?words=${encodeURIComponent(word)}`, "search-empty": "/search?words=zzzzzz",
    "search-begin": "/search", "search-relation": "/search?became=retracts", "changes-narrowed": "/?since=2031-03-01", outlets: "/outlets", review: "/review", nowhere: "/speaker/nobody",
  };
}

export const widths = [390, 820, 1440];
export const schemes = ["light", "dark"];

// Goes to an address and waits until nothing is asked of the program any more.
export async function open(page, address) {
  await page.goto(address);
  await page.waitForSelector("h1, [role=alert]");
  await page.waitForFunction(() => !document.querySelector("[aria-busy=true]") && !document.body.innerText.includes("Reading the ledger"));
}
