// Reads pages with Mozilla's readability for eval/score_reading.py: node readability.mjs MODULES < names of pages, a line each.
// MODULES is a folder in which `npm install @mozilla/readability jsdom` was run. Gives a line of JSON a page.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import zlib from 'node:zlib';

const need = createRequire(path.resolve(process.argv[2], 'package.json'));
const { Readability } = need('@mozilla/readability');
const { JSDOM, VirtualConsole } = need('jsdom');

for (const name of fs.readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  const bytes = name.endsWith('.gz') ? zlib.gunzipSync(fs.readFileSync(name)) : fs.readFileSync(name);
  const page = new JSDOM(bytes, { url: 'http://localhost/', virtualConsole: new VirtualConsole() });
  const found = new Readability(page.window.document).parse() ?? {};
  page.window.close();
  const { title = null, byline = null, publishedTime = null, content = '' } = found;
  console.log(JSON.stringify({ path: name, title, byline, publishedTime, content }));
}
