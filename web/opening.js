// The page as it stands before anything is computed, in each language: the answer to the question that it opens with, every
// fixed text, the style, and what is shown of it where it is passed on.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { headline } from './src/answer.js';
import { s } from './src/html.js';
import { isMessage, speaker, unbroken } from './src/messages.js';
import { numbers } from './src/numbers.js';
import { drawYield, ends, keys } from './src/picture.js';
import { Plot, SCREEN } from './src/plot.js';
import { SETTINGS, VIEW } from './src/state.js';

/** @typedef {import('./src/messages.js').Lang} Lang */

/** Where the page will stand, if that is known: services that show previews do not follow relative addresses. */
const ADDRESS = process.env.PAGE_ADDRESS ?? '';

/** @type {Record<Lang, string>} */
const NAMES = { en: 'index.html', fr: 'fr.html' };

const MODULE = fileURLToPath(new URL('../target/wasm/page/', import.meta.url));
const outreach = await import(pathToFileURL(join(MODULE, 'outreach.js')).href);
await outreach.default({ module_or_path: await readFile(join(MODULE, 'outreach_bg.wasm')) });

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** An element for what draws on the page, as it is written. */
class Written {
  #attributes = '';
  #within = '';
  /** @param {string} name */
  constructor(name) {
    this.name = name;
  }

  /** @param {string} key @param {string} value */
  setAttribute(key, value) {
    this.#attributes += ` ${key}="${escaped(value)}"`;
  }

  /** @param {Written | string} child */
  append(child) {
    this.#within += child instanceof Written ? child : escaped(child);
  }

  toString() {
    return `<${this.name}${this.#attributes}>${this.#within}</${this.name}>`;
  }
}

/** Pixels of a phone: larger screens show it larger. */
const PICTURE = { width: 330, height: 200, letters: 12 };

/** The answer to the opening question. @param {Lang} language */
function opening(language) {
  Object.assign(globalThis, { document: { documentElement: { lang: language }, createElement: (/** @type {string} */ name) => new Written(name), createElementNS: (/** @type {string} */ _, /** @type {string} */ name) => new Written(name) } });
  const say = speaker(language);
  const { number } = numbers(language);
  const told = (/** @type {string} */ preset, /** @type {number} */ trials) => outreach.simulate({ ...SETTINGS, preset }, { trials, seed: BigInt(VIEW.seed), language });
  const other = told('published', 4096).json;
  const mean = number((other.exact ?? other.meetings).mean, 0);
  const { json, sentence } = told(SETTINGS.preset ?? 'documented', Number(VIEW.trials));
  return { sentence: unbroken(sentence), beside: `${say('besideCoach')} ${say('otherPublished', { mean })}`, headline: headline(json, Number(VIEW.target), say).join(''), 'yield-key': keys({ bars: false, exact: true, ghost: '' }, say).join(''), yield: String(drawn(json, say)) };
}

/** @param {import('./src/types.js').SimulateAnswer} json @param {ReturnType<typeof speaker>} say */
function drawn(json, say) {
  const { width, height, letters } = PICTURE;
  const drawing = { json, k: Math.round((json.exact ?? json.meetings).mean), bars: false, ghost: null };
  const { first, last } = ends(drawing);
  const plot = new Plot({ left: 4, right: width - 4, top: 16, bottom: height - letters * 3.4 }, first, last, SCREEN, letters);
  drawYield(plot, drawing, say);
  return s('svg', { viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' }, plot.marks);
}

/** @param {Lang} lang @param {string} sentence */
function preview(lang, sentence) {
  const say = speaker(lang);
  const names = { 'og:type': 'website', 'og:title': say('title'), 'og:description': say('description'), 'og:locale': lang, 'og:locale:alternate': lang === 'en' ? 'fr' : 'en', 'og:image': `${ADDRESS}card-${lang}.png`, 'og:image:alt': sentence, 'twitter:card': 'summary_large_image' };
  const own = Object.entries({ ...names, ...(ADDRESS && { 'og:url': ADDRESS + (lang === 'en' ? '' : NAMES[lang]) }) });
  // Services that look for other languages follow whole addresses alone.
  const others = (ADDRESS ? Object.entries(NAMES) : []).map(([other, name]) => `<link rel="alternate" hreflang="${other}" href="${ADDRESS}${name === 'index.html' ? './' : name}">`);
  return [`<meta name="description" content="${escaped(say('description'))}">`, ...own.map(([property, content]) => `<meta property="${property}" content="${escaped(content)}">`), ...others].join('\n');
}

/**
 * The pages by their files' names.
 * @param {string} index the page as it is written @param {string} style
 * @param {Record<string, string>} names what files are called
 */
export async function pages(index, style, names) {
  /** @type {Record<Lang, ReturnType<typeof opening>>} */
  const told = { en: opening('en'), fr: opening('fr') };
  // The style stands in the page itself, which is painted a round trip earlier for it; the policy names it by its hash.
  const sha = createHash('sha256').update(style).digest('base64');
  let html = index.replace('<link rel="stylesheet" href="style.css">', () => `<style>${style}</style>`).replace("style-src 'self'", `style-src 'sha256-${sha}'`);
  for (const [name, own] of Object.entries(names)) html = html.replaceAll(`"${name}"`, `"${own}"`);
  return Object.fromEntries(Object.entries(NAMES).map(([lang, name]) => [name, inLanguage(html, /** @type {Lang} */ (lang), told)]));
}

/** @param {string} html @param {Lang} lang @param {Record<Lang, ReturnType<typeof opening>>} told */
function inLanguage(html, lang, told) {
  const say = speaker(lang);
  const { en, fr, [lang]: own } = told;
  let page = html.replace('<html lang="en">', `<html lang="${lang}" data-page="${lang}">`).replace('<!-- preview -->', () => preview(lang, own.sentence));
  page = page.replace('<title>outreach</title>', () => `<title>${escaped(say('title'))} · outreach</title>`);
  for (const part of /** @type {const} */ (['sentence', 'beside'])) {
    page = page.replace(new RegExp(`(<p[^>]* id="${part}")[^>]*></p>`), (_, open) => `${open} data-en="${escaped(en[part])}" data-fr="${escaped(fr[part])}">${escaped(own[part])}</p>`);
  }
  for (const part of /** @type {const} */ (['headline', 'yield-key', 'yield'])) page = page.replace(new RegExp(`( id="${part}"[^>]*>)(?=</)`), (open) => open + own[part]);
  page = page.replace('<!-- other -->', lang === 'en' ? '<a href="fr.html" lang="fr">Français</a>' : '<a href="./" lang="en">English</a>');
  // Every fixed text stands in the page before a script runs.
  return page.replace(/(<(\w+)[^>]* data-say="([\w.]+)"[^>]*>)(<\/\2>)/g, (whole, open, _, message, close) => (isMessage(message) ? `${open}${escaped(say(message))}${close}` : whole));
}
