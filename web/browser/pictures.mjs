// Pictures of every view at three widths, light and dark: node web/browser/pictures.mjs FOLDER [LEDGER SPEAKER]
import { mkdirSync } from "node:fs";
import { open, schemes, staged, views, widths } from "./stage.mjs";

const [folder, ledger, speaker = "Maren Oskeld"] = process.argv.slice(2);
if (!folder) { console.error("usage: node web/browser/pictures.mjs FOLDER [LEDGER SPEAKER]"); process.exit(2); }
mkdirSync(folder, { recursive: true });
await staged({ ledger }, async ({ home, browser }) => {
  for (const [name, address] of Object.entries(await views(home, speaker))) {
    for (const scheme of schemes) {
      for (const width of widths) {
        const page = await browser.newPage({ viewport: { width, height: width < 500 ? 844 : 1000 }, colorScheme: scheme });
        await open(page, home + address);
        await page.screenshot({ path: `${folder}/${name}-${width}-${scheme}.png`, fullPage: false });
        if (scheme === "light") await page.screenshot({ path: `${folder}/${name}-${width}-whole.png`, fullPage: true });
        await page.close();
      }
    }
  }
});
