// How fast the page is on a phone and a slow line: `node speed.js` measures and prints.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { answered, settled, start } from './browser.js';

/** A phone of the middle class on a slow line, as Lighthouse has it: bits per second, milliseconds, times slower. */
const LINE = { download: 1.6e6, latency: 150, slower: 4 };
const PHONE = { isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
const RUNS = 5;

/** @typedef {Window & { seen: { sentence: number, answer: number, shift: number } }} Watched */

/** What is watched from the first moment on. */
function watch() {
  const seen = { sentence: 0, answer: 0, shift: 0 };
  /** @type {any} */ (window).seen = seen;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (/** @type {any} */ (entry).element?.id === 'sentence' && seen.sentence === 0) seen.sentence = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!(/** @type {any} */ (entry).hadRecentInput)) seen.shift += /** @type {any} */ (entry).value;
  }).observe({ type: 'layout-shift', buffered: true });
  new MutationObserver(() => {
    if (seen.answer === 0 && document.documentElement.dataset.answeredIn !== undefined) seen.answer = performance.now();
  }).observe(document, { attributes: true, subtree: true });
}

/** @param {number[]} of */
const median = (of) => [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)] ?? NaN;

/** @param {string} what @param {number} value @param {string} unit @param {number} goal */
function told(what, value, unit, goal) {
  const met = value <= goal ? '' : '  more than it should be';
  console.log(`${value.toFixed(unit === '' ? 3 : 0).padStart(8)} ${unit.padEnd(3)} ${what} (at most ${goal}${unit ? ` ${unit}` : ''})${met}`);
}

const browser = await start();

/** A page that is slowed down. @param {string} hash @param {boolean} line @param {number} [width] */
async function slow(hash, line, width = 360) {
  const page = await browser.blank({ ...PHONE, viewport: { width, height: 2 * width } });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: LINE.slower });
  if (line) await devtools.send('Network.emulateNetworkConditions', { offline: false, latency: LINE.latency, downloadThroughput: LINE.download / 8, uploadThroughput: LINE.download / 16 });
  await page.addInitScript(watch);
  await page.goto(`${browser.address}${hash}`);
  await settled(page);
  return page;
}

console.log(`${LINE.download / 1e6} Mbps, ${LINE.latency} ms, a main thread ${LINE.slower} times slower; median of ${RUNS} first visits`);
for (const lang of ['en', 'fr']) {
  /** @type {Watched['seen'][]} */
  const runs = [];
  for (let run = 0; run < RUNS; run++) {
    const page = await slow(`#lang=${lang}&trials=20000`, true, run % 2 === 0 ? 360 : 412);
    runs.push(await page.evaluate(() => /** @type {any} */ (window).seen));
    await page.context().close();
  }
  told(`${lang}: the sentence is painted`, median(runs.map(({ sentence }) => sentence)), 'ms', 500);
  told(`${lang}: the answer is computed`, median(runs.map(({ answer }) => answer)), 'ms', 1700);
  told(`${lang}: layout shift, the largest of all`, Math.max(...runs.map(({ shift }) => shift)), '', 0.05);
}

for (const [what, hash] of /** @type {const} */ ([['at a coach’s figures', ''], ['at published rates', '&preset=published']])) {
  const page = await slow(`#trials=20000${hash}`, false);
  const slider = page.locator('#share input[type=range]');
  const times = [];
  for (let move = 0; move < 25; move++) {
    await answered(page, () => slider.fill(String(20 + 2 * move)));
    times.push(Number(await page.evaluate(() => document.documentElement.dataset.answeredIn)));
  }
  told(`dragging ${what}: the answer to a move, median of ${times.length}`, median(times), 'ms', 60);
  await page.context().close();
}

if (process.env.LIGHTHOUSE) {
  const flags = ['--quiet', '--output=json', '--form-factor=mobile', `--chrome-flags=--headless --no-sandbox --disable-gpu`];
  const { stdout } = await promisify(execFile)(process.env.LIGHTHOUSE, [browser.address, ...flags], { maxBuffer: 1 << 28, env: { ...process.env, CHROME_PATH: process.env.CHROMIUM ?? '/usr/bin/chromium' } });
  const report = JSON.parse(stdout);
  for (const { title, score } of Object.values(report.categories)) console.log(`${String(Math.round(score * 100)).padStart(8)}     Lighthouse, mobile: ${title} (at least 95)`);
}
await browser.stop();
