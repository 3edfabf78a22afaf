// Pictures of the page to look at: `node screenshots.js FOLDER`; those of docs/browser.md and of previews are renewed.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { ROOT, start } from './browser.js';
import { card, drawn } from './card.js';

const folder = process.argv[2] ?? 'screenshots';
await mkdir(folder, { recursive: true });
const browser = await start();
for (const width of [360, 768, 1280, 1920]) {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    for (const lang of ['en', 'fr']) {
      const page = await browser.open(`#lang=${lang}`, { viewport: { width, height: 800 }, colorScheme });
      await page.screenshot({ path: join(folder, `${width}-${colorScheme}-${lang}.png`), fullPage: true });
      await page.context().close();
    }
  }
}
for (const lang of ['en', 'fr']) {
  const page = await browser.open(`#lang=${lang}`);
  await page.pdf({ path: join(folder, `printed-${lang}.pdf`), format: 'A4' });
  await writeFile(join(ROOT, `web/static/card-${lang}.png`), card(await drawn(page, 'png'), await drawn(page, 'svg')));
  await page.context().close();
}
// What stands in the documentation.
for (const [name, hash, options] of /** @type {const} */ ([
  ['page-360-light-en', '', { viewport: { width: 360, height: 740 } }],
  ['page-1280-dark-fr', '#lang=fr&preset=published', { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' }],
])) {
  const page = await browser.open(hash, options);
  await page.screenshot({ path: join(ROOT, `docs/pictures/${name}.png`) });
  await page.context().close();
}
await browser.stop();
