// The page in Firefox, where there is one: what it answers, draws, plays and reads is not Chromium's alone.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';

import puppeteer from 'puppeteer-core';

import { command, serving, UNDER } from './browser.js';

const FIREFOX = process.env.FIREFOX ?? '/usr/bin/firefox-esr';

test('Firefox answers as Chromium does', { skip: existsSync(FIREFOX) ? false : `there is no ${FIREFOX}`, timeout: 60_000 }, async () => {
  const { address, stop } = await serving(UNDER);
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: FIREFOX, headless: true });
  try {
    const page = await browser.newPage();
    /** @type {string[]} */
    const wrong = [];
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    page.on('pageerror', (error) => wrong.push(String(error)));
    const settled = () => page.waitForFunction(() => document.documentElement.dataset.state === 'settled');
    const text = (/** @type {string} */ selector) => page.$eval(selector, (element) => (element.textContent ?? '').replaceAll('\u00a0', ' '));
    /** @param {string} selector @param {string} value @param {string} event */
    const set = async (selector, value, event) => {
      await page.$eval(
        selector,
        (element, value, event) => {
          document.documentElement.dataset.state = 'asked';
          /** @type {HTMLInputElement} */ (element).value = String(value);
          element.dispatchEvent(new Event(String(event), { bubbles: true }));
        },
        value,
        event,
      );
      await settled();
    };
    await page.setViewport({ width: 360, height: 740 });
    await page.goto(`${address}#trials=20000&lang=fr`);
    await settled();
    assert.match(await text('#sentence'), /^Environ 50 rendez-vous pour 100 appels/);
    await set('#share input[type=range]', '80', 'input');
    await set('[id="field-cold.meeting"]', '1 sur 5', 'change');
    const expected = JSON.parse(command(['simulate', '--warm', '0.8', '--set', 'cold.meeting=1 in 5', '--trials', '20000', '--format', 'json']));
    assert.match(await text('#sentence'), new RegExp(`^Environ ${Math.round(expected.exact.mean)} rendez-vous`));
    await page.$eval('details:has(#yield-table)', (one) => one.setAttribute('open', ''));
    await page.waitForSelector('#yield-table tr');
    const counts = await page.$$eval('#yield-table tbody tr', (rows) => rows.map((row) => [...row.children].slice(0, 2).map((cell) => Number(cell.textContent?.replace(/\D/g, '')))));
    assert.ok(counts.length > 10);
    for (const [k, count] of counts) assert.equal(count, expected.meetings.counts[Number(k)] ?? 0);
    assert.equal(await page.$$eval('#yield circle:not([fill=none])', (dots) => dots.length), 50);
    await page.$eval('#play-many', (button) => /** @type {HTMLElement} */ (button).click());
    await page.waitForFunction(() => document.querySelectorAll('#played circle').length === 20);
    await page.$eval('#log', (input) => {
      const files = new DataTransfer();
      files.items.add(new File([`kind,outcome\n${'cold,meeting\ncold,refused\n'.repeat(9)}`], 'calls.csv'));
      /** @type {HTMLInputElement} */ (input).files = files.files;
      input.dispatchEvent(new Event('change'));
    });
    await page.waitForSelector('#apply');
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, 'nothing sticks out');
    assert.deepEqual(wrong, []);
  } finally {
    await browser.close();
    await stop();
  }
});
