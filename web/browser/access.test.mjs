// Every view at three widths, light and dark: no violation that axe-core can find, and nothing wider than the window.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import test from "node:test";
import { open, schemes, staged, views, widths } from "./stage.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

test("axe-core finds nothing", () => staged({}, async ({ home, browser }) => {
  const addresses = await views(home, "Maren Oskeld");
  let looked = 0;
  const found = [];
  for (const scheme of schemes) {
    for (const width of widths) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme, bypassCSP: true });
      for (const [name, address] of Object.entries(addresses)) {
        await open(page, home + address);
        await page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
        await page.evaluate(axe);
        const result = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
        for (const violation of result.violations)
          found.push(`${name} ${width} ${scheme}: ${violation.id} (${violation.impact}): ${violation.nodes.slice(0, 2).map((node) => node.html.slice(0, 160)).join(" | ")}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (wide > 0) found.push(`${name} ${width} ${scheme}: ${wide} pixels wider than the window`);
        looked++;
      }
      await page.close();
    }
  }
  console.log(`axe-core ${JSON.parse(readFileSync(createRequire(import.meta.url).resolve("axe-core/package.json"), "utf8")).version}: ${looked} pages`);
  assert.deepEqual(found, []);
}));
