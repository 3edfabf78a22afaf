// What the build adds to the page: the answer to the question that it opens with, so that it is there before anything is
// computed and without scripts, packed files beside the files, and the list of what a second visit needs no network for.

import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

import { MESSAGES, speaker, unbroken } from './src/messages.js';
import { numbers } from './src/numbers.js';
import { SETTINGS } from './src/state.js';

const PAGE = fileURLToPath(new URL('../target/web/', import.meta.url));
const MODULE = fileURLToPath(new URL('../target/wasm/page/', import.meta.url));

const outreach = await import(pathToFileURL(join(MODULE, 'outreach.js')).href);
await outreach.default({ module_or_path: await readFile(join(MODULE, 'outreach_bg.wasm')) });

/** The sentence of the default question and what stands below it. @param {'en' | 'fr'} language */
function opening(language) {
  const say = speaker(language);
  const { number } = numbers(language);
  const told = (/** @type {string} */ preset) => outreach.simulate({ ...SETTINGS, preset }, { trials: 4096, seed: 42n, language });
  const other = told('published').json;
  const mean = number((other.exact ?? other.meetings).mean, 0);
  return { sentence: unbroken(told(SETTINGS.preset ?? 'documented').sentence), beside: `${say('besideCoach')} ${say('otherPublished', { mean })}` };
}

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const [en, fr] = [opening('en'), opening('fr')];
let html = await readFile(join(PAGE, 'index.html'), 'utf8');
for (const part of /** @type {const} */ (['sentence', 'beside'])) {
  html = html.replace(new RegExp(`(<p[^>]* id="${part}")[^>]*></p>`), `$1 data-en="${escaped(en[part])}" data-fr="${escaped(fr[part])}">${escaped(en[part])}</p>`);
}
html = html.replace('<!-- opening -->', `<p>${escaped(en.sentence)} ${escaped(en.beside)}</p><p lang="fr">${escaped(fr.sentence)} ${escaped(fr.beside)}</p>`);
// Every fixed text stands in the page in English before a script runs.
html = html.replace(/(<(\w+)[^>]* data-say="(\w+)"[^>]*>)(<\/\2>)/g, (whole, open, _, message, close) => (message in MESSAGES ? `${open}${escaped(speaker('en')(message))}${close}` : whole));
// The style stands in the page itself, which is painted a round trip earlier for it; the policy names it by its hash.
const style = await readFile(join(PAGE, 'style.css'), 'utf8');
const sha = createHash('sha256').update(style).digest('base64');
html = html.replace('<link rel="stylesheet" href="style.css">', () => `<style>${style}</style>`).replace("style-src 'self'", `style-src 'sha256-${sha}'`);
await writeFile(join(PAGE, 'index.html'), html);
await rm(join(PAGE, 'style.css'));

const names = (await readdir(PAGE, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(PAGE.length));
const files = names.filter((name) => !/\.(br|gz)$/.test(name) && name !== 'offline.js').sort();
const hash = createHash('sha256');
for (const file of files) hash.update(await readFile(join(PAGE, file)));
const offline = await readFile(join(PAGE, 'offline.js'), 'utf8');
const kept = files.map((file) => (file === 'index.html' ? './' : file));
await writeFile(join(PAGE, 'offline.js'), offline.replace("'KEPT'", `'outreach-${hash.digest('hex').slice(0, 12)}'`).replace("['FILES']", JSON.stringify(kept)));

for (const file of [...files, 'offline.js']) {
  const bytes = await readFile(join(PAGE, file));
  await writeFile(join(PAGE, `${file}.gz`), gzipSync(bytes, { level: 9 }));
  await writeFile(join(PAGE, `${file}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
}
