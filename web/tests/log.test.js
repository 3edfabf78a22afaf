// A call log of one’s own.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';

import { answered, command, loaded, said, start, text } from './browser.js';
import { drop, sameAsTheCommand, saved, wordsOfTheCommand } from './hands.js';

/** @type {Awaited<ReturnType<typeof start>>} */
let browser;

before(async () => {
  browser = await start();
});
after(() => browser.stop());

test('learns from a log that is dropped, which goes nowhere', async () => {
  const page = await browser.open('#trials=20000');
  await loaded(page);
  /** @type {string[]} */
  const asked = [];
  page.on('request', (request) => asked.push(request.postData() === null ? request.url() : 'something'));
  const log = command(['trace', '--calls', '600', '--set', 'cold.meeting=0.3', '--format', 'csv']);
  const drop = await page.evaluateHandle((csv) => {
    const data = new DataTransfer();
    data.items.add(new File([csv], 'calls.csv', { type: 'text/csv' }));
    return data;
  }, log);
  await page.dispatchEvent('#drop', 'drop', { dataTransfer: drop });
  await page.locator('#apply').waitFor();
  assert.match(await text(page, '#learned'), /calls\.csv: 600 rows read, 600 used/);
  await answered(page, () => page.locator('#apply').click());
  assert.match(await text(page, '#command'), /cold\.meeting=beta\(/);
  await sameAsTheCommand(page);
  // What reads it is fetched, and nothing is sent.
  assert.deepEqual(asked.filter((url) => !/\/((calibrate|worker)-\w+\.js|outreach_bg-\w+\.wasm|icon\.svg)$/.test(url)), []);
  await page.context().close();
});

test('a file that is no log gets the message of the library, with its place', async () => {
  const page = await browser.open('#trials=20000');
  await page.locator('#log').setInputFiles({ name: 'photo.csv', mimeType: 'text/csv', buffer: Buffer.from('date,kind,outcome\n2026-01-05,cold,"meeting\n') });
  await page.waitForFunction(() => document.querySelector('#log-error')?.textContent);
  assert.match(await text(page, '#log-error'), /photo\.csv: a quote is not closed.*line 2, the quote in column `outcome`/);
  assert.equal(await page.locator('#learned').isHidden(), true);
  await page.context().close();
});

test('what is no table is told with what is read here', async () => {
  for (const lang of ['en', 'fr']) {
    const page = await browser.open(`#trials=8192&lang=${lang}`);
    for (const file of ['[{"kind": "cold", "outcome": "meeting"}]', '%PDF-1.7', 'PK\u0003\u0004', '\0\0\0']) {
      await drop(page, file, 'calls.txt');
      const told = await text(page, '#log-error');
      assert.match(told, /^calls\.txt.* CSV/, file);
      assert.doesNotMatch(told, /\.(xlsx?|ods|gz)|gunzip/, told);
    }
    await page.context().close();
  }
});

test('a log whose columns are not found gets pickers, and the rates once they are chosen', async () => {
  for (const lang of ['en', 'fr']) {
    const page = await browser.open(`#trials=20000&lang=${lang}`);
    await drop(page, `a;b;c\n${'froid;zig;1\nfroid;zag;2\n'.repeat(20)}`);
    assert.deepEqual(wordsOfTheCommand(await text(page, '#log-error')), []);
    const options = await page.locator('#log-column-outcome option').evaluateAll((all) => all.map((one) => /** @type {HTMLOptionElement} */ (one).value));
    assert.deepEqual(options.sort(), ['', 'a', 'b', 'c']);
    await page.locator('#log-column-outcome').selectOption('b');
    await page.locator('#log-means-zig').selectOption('meeting set');
    await page.locator('#log-means-zag').selectOption('refused');
    await page.locator('#apply').waitFor();
    assert.equal(await text(page, '#log-error'), '');
    assert.equal(await page.locator('#log-column-outcome').inputValue(), 'b');
    await page.waitForFunction(() => /50[.,]0.%/.test(document.querySelector('#learned')?.textContent ?? ''));
    await page.context().close();
  }
});

test('the order of dates and what words mean are chosen beside what they were taken for', async () => {
  const page = await browser.open('#trials=20000');
  await drop(page, `date,kind,outcome\n${'05/06/2026,cold,meeting\n06/07/2026,cold,refused\n'.repeat(9)}`);
  assert.match(await text(page, '.note'), /can be read in two ways/);
  await page.locator('#reading summary').click();
  await page.locator('#log-dates').selectOption('dmy');
  await page.waitForFunction(() => !/two ways/.test(document.querySelector('#learned')?.textContent ?? ''));
  assert.deepEqual(await page.locator('#reading tbody tr').evaluateAll((rows) => rows.map((row) => [row.querySelector('th')?.textContent, row.querySelector('select')?.value])), [['meeting', 'meeting set'], ['refused', 'refused'], ['cold', 'cold']]);
  await drop(page, `kind,outcome\n${'cold,Wibble\ncold,Wobble\ncold,meeting\n'.repeat(9)}`);
  assert.match(await text(page, '#log-error'), /18 of 27 rows rejected/);
  assert.deepEqual(wordsOfTheCommand(await text(page, '#log-error')), []);
  assert.equal(await page.locator('#apply').count(), 0);
  await page.getByLabel('Wibble: is taken for').selectOption('refused');
  await page.locator('#apply').waitFor();
  await page.getByLabel('Wobble: is taken for').selectOption('not reached');
  await page.waitForFunction(() => /27 used/.test(document.querySelector('#learned')?.textContent ?? ''));
  const expected = JSON.parse(command(['calibrate', await saved(`kind,outcome\n${'cold,Wibble\ncold,Wobble\ncold,meeting\n'.repeat(9)}`), '--no-meeting-value', 'Wibble', '--not-reached-value', 'Wobble', '--format', 'json']));
  const shown = await page.locator('#learned > .scroll tbody tr').evaluateAll((rows) => rows.map((row) => Number(row.querySelector('td')?.textContent)));
  assert.deepEqual(shown, Object.values(expected.rates).map((rate) => /** @type {{ trials: number }} */ (rate).trials));
  await page.context().close();
});

test('what the command says beside the rates of a log, the page says too', async () => {
  const page = await browser.open('#trials=20000');
  const logs = [
    await readFile(new URL('../../data/called-again.csv', import.meta.url)),
    'date,kind,outcome\n05/06/2026,cold,meeting\n06/07/2026,cold,refused\n',
    'when,sort,what\n2026-01-05,cold,meeting\n2026-01-06,cold,Wibble\n2026-01-06,cold,meeting\n',
  ];
  for (const log of logs) {
    await drop(page, log);
    await page.locator('#apply').waitFor();
    const notes = await page.locator('.note').allTextContents();
    const told = said(['calibrate', await saved(log)]).split('\n').filter((line) => /^(note|warning): /.test(line));
    assert.ok(told.length > 0);
    assert.equal(notes.length, told.length, `${notes} | ${told}`);
    for (const note of notes) {
      assert.deepEqual(wordsOfTheCommand(note), []);
      assert.ok(told.some((line) => line.includes(note.slice(0, 25))), note);
    }
  }
  await page.context().close();
});

test('rates of a log are in force at once, in view, and are the source that is shown', async () => {
  const page = await browser.open('#trials=20000', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  await drop(page, await readFile(new URL('../../data/calls.csv', import.meta.url)));
  const before = await text(page, '#sentence');
  await page.locator('#apply').scrollIntoViewIfNeeded();
  await answered(page, () => page.locator('#apply').click());
  assert.notEqual(await text(page, '#sentence'), before);
  const box = await page.locator('#sentence').boundingBox();
  assert.ok(box && box.y >= 0 && box.y + box.height < 740, JSON.stringify(box));
  assert.equal(await text(page, '#beside'), `Rates from your log, else a coach’s. ${await text(page, '#other')}`);
  assert.equal(await page.locator('#preset').inputValue(), 'log');
  assert.match(await text(page, '[id="field-cold.meeting-origin"]'), /from your log/);
  await sameAsTheCommand(page);
  // Another source takes their place.
  await answered(page, () => page.locator('#preset').selectOption('documented').then(() => undefined));
  assert.match(await text(page, '#beside'), /^At a coach’s figures/);
  await page.context().close();
});

test('nothing went wrong on any page', () => assert.deepEqual(browser.wrong, []));
