// A real browser on the built page, served as if it were one page of many.

import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

import { server } from '../serve.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').BrowserContextOptions} Options */

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const UNDER = '/some/folder/';
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** The command beside which the page is held. */
const COMMAND = process.env.OUTREACH ?? `${ROOT}target/debug/outreach`;

/** The page, served. @param {string} under */
export async function serving(under) {
  const serving = server(under);
  await new Promise((resolve) => serving.listen(0, '127.0.0.1', () => resolve(null)));
  const address = serving.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  return { address: `http://127.0.0.1:${port}${under}`, stop: () => new Promise((resolve) => serving.close(resolve)) };
}

export async function start() {
  const { address, stop } = await serving(UNDER);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell', args: FLAGS });
  /** What went wrong on any page. @type {string[]} */
  const wrong = [];
  return {
    wrong,
    address,
    /** A page that nothing is opened on yet. @param {Options} [options] */
    blank: async (options = {}) => (await browser.newContext({ locale: 'en-GB', ...options })).newPage(),
    /** A page whose answer has settled. @param {string} [hash] @param {Options} [options] */
    async open(hash = '', options = {}) {
      const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...options });
      const page = await context.newPage();
      page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
      page.on('pageerror', (error) => wrong.push(String(error)));
      await page.goto(`${address}${hash}`);
      await settled(page);
      return page;
    },
    async stop() {
      await browser.close();
      await stop();
    },
  };
}

/** Waits until all trials are there. @param {Page} page */
export const settled = (page) => page.waitForFunction(() => document.documentElement.dataset.state === 'settled');

/** Waits until nothing is to be fetched any more. @param {Page} page */
export const loaded = (page) => page.waitForFunction(() => document.documentElement.dataset.spare === 'ready');

/** Does something and waits for the answer to it. @param {Page} page @param {() => Promise<unknown>} act */
export async function answered(page, act) {
  await page.evaluate(() => {
    document.documentElement.dataset.state = 'asked';
  });
  await act();
  await settled(page);
}

/** The text of an element; a space that does not break is one. @param {Page} page @param {string} selector */
export const text = async (page, selector) => ((await page.locator(selector).textContent()) ?? '').replaceAll('\u00a0', ' ');

/** What the command says of a file beside its answer. @param {string[]} words */
export const said = (words) => spawnSync(COMMAND, words, { encoding: 'utf8' }).stderr;

/** What the command answers. @param {string[]} words */
export const command = (words) => execFileSync(COMMAND, words, { encoding: 'utf8', maxBuffer: 1 << 26 });
