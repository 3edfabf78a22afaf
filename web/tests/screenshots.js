// Pictures of the page to look at: `node screenshots.js FOLDER`.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { start } from './browser.js';

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
const page = await browser.open();
await page.pdf({ path: join(folder, 'printed.pdf'), format: 'A4' });
await browser.stop();
