// What tests do with the page as hands do, and read off it.

import assert from 'node:assert/strict';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { command, text } from './browser.js';

/** Sets a field as a hand does. @param {import('playwright-core').Page} page @param {string} key @param {string} value */
export async function type(page, key, value) {
  const field = page.locator(`[id="field-${key}"]`);
  const closed = page.locator('details:not([open])', { has: field });
  if ((await closed.count()) > 0) await closed.locator('summary').click();
  await field.fill(value);
  await field.press('Enter');
}

/** The counts of the table of the yield. @param {import('playwright-core').Page} page @returns {Promise<Record<string, number>>} */
export async function counts(page) {
  await page.locator('details', { has: page.locator('#yield-table') }).evaluate((one) => one.setAttribute('open', ''));
  await page.locator('#yield-table tr').first().waitFor();
  return page.locator('#yield-table tbody tr').evaluateAll((rows) => {
    const cells = rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? ''));
    return Object.fromEntries(cells.map(([k, count]) => [k, Number(count?.replace(/\D/g, ''))]));
  });
}

/** That the page has the integers that the command has. @param {import('playwright-core').Page} page */
export async function sameAsTheCommand(page) {
  const words = [...(await text(page, '#command')).matchAll(/'([^']*)'|\S+/g)].slice(1).map(([word, quoted]) => quoted ?? word);
  const json = JSON.parse(command([...words, '--format', 'json']));
  const shown = await counts(page);
  assert.ok(Object.values(shown).reduce((sum, count) => sum + count, 0) > 0.99 * json.trials);
  for (const [k, count] of Object.entries(shown)) assert.equal(count, json.meetings.counts[Number(k)] ?? 0, `${k} meetings`);
  return json;
}

/** Where the dots of the yield lie, by their colours. @param {import('playwright-core').Page} page */
export const dots = (page) => page.locator('#yield circle:not([fill=none])').evaluateAll((all) => all.map((one) => [Number(one.getAttribute('cx')), one.getAttribute('fill')]));

/** Keys and options are the command's words. @param {string} text */
export const wordsOfTheCommand = (text) => text.match(/(?<![\w.])(cold|warm|incident|pool|effort)\.\w+|max_attempts|--\w[\w-]*/g) ?? [];

/** Drops a log on the page. @param {import('playwright-core').Page} page @param {string | Buffer} csv @param {string} [name] */
export async function drop(page, csv, name = 'calls.csv') {
  await page.locator('#learned').evaluate((learned) => learned.replaceChildren());
  await page.locator('#log').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.locator('#learned > *, #log-error:not(:empty)').first().waitFor();
}

/** A file for the command. @param {string | Buffer} content */
export async function saved(content) {
  const path = join(await mkdtemp(join(tmpdir(), 'outreach-')), 'log.csv');
  await writeFile(path, content);
  return path;
}
