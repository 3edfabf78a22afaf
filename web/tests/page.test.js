// What somebody does with the page, in a real browser, beside the command.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { answered, command, loaded, said, settled, start, text } from './browser.js';

/** @type {Awaited<ReturnType<typeof start>>} */
let browser;

before(async () => {
  browser = await start();
});
after(() => browser.stop());

/** Sets a field as a hand does. @param {import('playwright-core').Page} page @param {string} key @param {string} value */
async function type(page, key, value) {
  const field = page.locator(`[id="field-${key}"]`);
  const closed = page.locator('details:not([open])', { has: field });
  if ((await closed.count()) > 0) await closed.locator('summary').click();
  await field.fill(value);
  await field.press('Enter');
}

/** The counts of the table of the yield. @param {import('playwright-core').Page} page @returns {Promise<Record<string, number>>} */
const counts = (page) =>
  page.locator('#yield-table tbody tr').evaluateAll((rows) => {
    const cells = rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? ''));
    return Object.fromEntries(cells.map(([k, count]) => [k, Number(count?.replace(/\D/g, ''))]));
  });

/** That the page has the integers that the command has. @param {import('playwright-core').Page} page */
async function sameAsTheCommand(page) {
  const words = [...(await text(page, '#command')).matchAll(/'([^']*)'|\S+/g)].slice(1).map(([word, quoted]) => quoted ?? word);
  const json = JSON.parse(command([...words, '--format', 'json']));
  const shown = await counts(page);
  assert.ok(Object.values(shown).reduce((sum, count) => sum + count, 0) > 0.99 * json.trials);
  for (const [k, count] of Object.entries(shown)) assert.equal(count, json.meetings.counts[Number(k)] ?? 0, `${k} meetings`);
  return json;
}

test('answers as it loads', async () => {
  const page = await browser.open();
  assert.equal(await text(page, '#sentence'), 'About 50 meetings from 100 calls (50 warm, 50 cold); 45 to 55 in 93 % of campaigns.');
  assert.match(await text(page, '#figures'), /mean49\.733exact/);
  assert.match(await text(page, '#trials'), /^1,000,000 simulated campaigns$/);
  assert.match(await text(page, '#break-even'), /up to 31\.8 minutes/);
  assert.equal(await text(page, '#live'), await text(page, '#sentence'));
  await page.context().close();
});

test('has the integers of the command for the same seed', async () => {
  const page = await browser.open('#trials=100000&seed=7&calls=40&warm=0.35&cold.meeting=0.2&picture=bars');
  const json = await sameAsTheCommand(page);
  assert.equal(json.seed, 7);
  await page.locator('#yield').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  const k = Number(await page.locator('#yield').getAttribute('aria-valuenow'));
  const tail = JSON.parse(command(['simulate', '--calls', '40', '--warm', '0.35', '--set', 'cold.meeting=0.2', '--at-least', String(k), '--format', 'json']));
  const { exact } = tail;
  const shown = exact.at_least[k] > 0.999 ? '> 99.9 %' : `${(exact.at_least[k] * 100).toFixed(1)} %`;
  assert.ok((await text(page, '#tail')).replaceAll('\u00a0', ' ').includes(`${shown} exact`), await text(page, '#tail'));
  await page.context().close();
});

test('the chance of at least so many is read off where one points', async () => {
  const page = await browser.open('#trials=20000');
  const box = await page.locator('#yield svg').boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + box.width * 0.75, box.y + box.height / 2);
  await page.waitForFunction(() => Number(document.querySelector('#yield')?.getAttribute('aria-valuenow')) > 52);
  assert.match(await text(page, '#tail'), /^At least 5\d meetings: [\d.]+.%, \d+ of the 50 dots$/);
  await page.getByLabel('bars and exact curve').check();
  assert.match(await text(page, '#tail'), /^At least 5\d meetings: .* exact, .* simulated$/);
  assert.equal(await text(page, '#tail'), (await page.locator('#yield').getAttribute('aria-valuetext'))?.replaceAll('\u00a0', ' '));
  await page.waitForFunction(() => location.hash.includes('at-least=5') && location.hash.includes('picture=bars'));
  await page.context().close();
});

/** Where the dots of the yield lie, by their colours. @param {import('playwright-core').Page} page */
const dots = (page) => page.locator('#yield circle:not([fill=none])').evaluateAll((all) => all.map((one) => [Number(one.getAttribute('cx')), one.getAttribute('fill')]));

test('the yield is fifty dots, at the quantiles of its exact distribution', async () => {
  const page = await browser.open('#trials=20000&calls=20&warm=0.0&at-least=3');
  const { exact } = JSON.parse(command(['simulate', '--calls', '20', '--warm', '0', '--trials', '20000', '--format', 'json']));
  /** @type {number[]} */
  const expected = [];
  for (let dot = 0; dot < 50; dot++) {
    let [k, below] = [0, exact.pmf[0]];
    while (below + 1e-12 < (dot + 0.5) / 50) below += exact.pmf[++k];
    expected.push(k);
  }
  const found = await dots(page);
  assert.equal(found.length, 50);
  assert.equal(found.filter(([, fill]) => fill === 'var(--bar-more)').length, expected.filter((k) => k >= 3).length);
  assert.match(await text(page, '#tail'), new RegExp(`, ${expected.filter((k) => k >= 3).length} of the 50 dots`));
  const columns = new Set(expected);
  assert.equal(new Set(found.map(([x]) => x)).size, columns.size);
  await page.context().close();
});

test('while a slider moves the axis is all calls, with the yield of before', async () => {
  const page = await browser.open('#trials=20000');
  const mean = async () => (await dots(page)).reduce((sum, [x]) => sum + Number(x), 0) / 50;
  const slider = page.locator('#share input[type=range]');
  const move = async (/** @type {string} */ to) =>
    answered(page, () => slider.evaluate((one, value) => {
      /** @type {HTMLInputElement} */ (one).value = value;
      one.dispatchEvent(new Event('input', { bubbles: true }));
    }, to));
  await move('20');
  const low = await mean();
  assert.equal(await page.locator('#yield circle[fill=none]').count(), 50);
  assert.match(await text(page, '#yield-key'), /before/);
  await move('90');
  const width = (await page.locator('#yield svg').boundingBox())?.width ?? 0;
  assert.ok((await mean()) - low > width / 2, 'the dots move through the picture');
  await slider.dispatchEvent('change');
  assert.equal(await page.locator('#yield circle[fill=none]').count(), 0);
  await page.context().close();
});

test('the slider moves the answer, at once', async () => {
  const page = await browser.open('#trials=1000000');
  const slider = page.locator('#share input[type=range]');
  await answered(page, () => slider.fill('80'));
  assert.match(await text(page, '#sentence'), /^About 74 meetings from 100 calls \(80 warm, 20 cold\); 68 to 78 in 93 % of campaigns\.$/);
  const times = [];
  for (const share of ['10', '25', '40', '60', '75', '90', '100']) {
    await answered(page, () => slider.fill(share));
    times.push(Number(await page.evaluate(() => document.documentElement.dataset.answeredIn)));
  }
  times.sort((a, b) => a - b);
  console.log(`first answer after a slider's move: median ${times[3]} ms, slowest ${times.at(-1)} ms`);
  assert.ok(Number(times[3]) < 1000, `the median is ${times[3]} ms`);
  await answered(page, () => page.locator('#calls input[type=range]').fill('50'));
  assert.match(await text(page, '#command'), /--calls 50 --warm 1\.0/);
  await page.context().close();
});

test('a newer move counts, whatever the older one still computes', async () => {
  const page = await browser.open('#strategy=snowball&pool.decay=0.8&trials=20000');
  await loaded(page);
  // Minutes of work in one step, which nobody waits for.
  await type(page, 'calls', '1000000');
  await type(page, 'calls', '20');
  await page.waitForFunction(() => document.querySelector('#command')?.textContent?.includes('--calls 20 '));
  const time = Number(await page.evaluate(() => document.documentElement.dataset.answeredIn));
  console.log(`first answer while an older one is stuck: ${time} ms`);
  assert.ok(time < 5000);
  await settled(page);
  await sameAsTheCommand(page);
  await page.context().close();
});

test('a pool of referrals, with its parameters', async () => {
  const page = await browser.open('#trials=20000');
  await answered(page, () => page.getByLabel('a pool that meetings refill').check());
  assert.equal(await page.locator('#share').isHidden(), true);
  await answered(page, () => type(page, 'pool.introduced', '40 %'));
  assert.match(await text(page, '#command'), /--strategy snowball --set pool\.introduced=40%/);
  const json = await sameAsTheCommand(page);
  assert.equal(json.scenario.rates['pool.introduced'], 0.4);
  await page.context().close();
});

test('the call tree sets the response, by mouse and by keyboard', async () => {
  const page = await browser.open('#trials=20000&incident.disliked=0.5&incident.reframe=0.6');
  const pressed = () => page.locator('#tree [aria-pressed=true]').getAttribute('data-response');
  assert.equal(await pressed(), 'ask');
  const before = await text(page, '#figures');
  await answered(page, () => page.locator('#tree [data-response=reframe]').click());
  assert.equal(await pressed(), 'reframe');
  assert.notEqual(await text(page, '#figures'), before);
  assert.match(await text(page, '#response-told'), /\(d\).*60/);
  await page.locator('#tree [data-response=disagree]').focus();
  await answered(page, () => page.keyboard.press('Enter'));
  assert.equal(await pressed(), 'disagree');
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-response')), 'disagree');
  await sameAsTheCommand(page);
  await page.context().close();
});

test('the address holds the state, and brings it back', async () => {
  const page = await browser.open('#trials=20000');
  await answered(page, () => page.locator('#share input[type=range]').fill('80'));
  await answered(page, () => type(page, 'warm.meeting', '70 – 95 %'));
  await page.waitForFunction(() => location.hash.includes('warm.meeting'));
  const hash = new URL(page.url()).hash;
  assert.equal(hash, '#warm=0.8&warm.meeting=range(70%25,+95%25)&trials=20000');
  const sentence = await text(page, '#sentence');
  const again = await browser.open(hash);
  assert.equal(await text(again, '#sentence'), sentence);
  assert.equal(await again.locator('[id="field-share"]').inputValue(), '80 %');
  assert.equal(await text(again, '#notices'), '');
  await answered(again, () => again.locator('#reset').click());
  await again.waitForFunction(() => location.hash === '');
  await page.context().close();
  await again.context().close();
});

test('the link that is copied opens the same page', async () => {
  const page = await browser.open('#trials=20000&warm=0.25&cold.meeting=mean(0.2,+30)', { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.locator('#copy-link').click();
  await page.waitForFunction(() => document.querySelector('#copied')?.textContent);
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(link, `${browser.address}#warm=0.25&cold.meeting=mean(0.2,+30)&trials=20000&lang=en`);
  await page.context().close();
});

test('a broken address falls back to the default and says so', async () => {
  const page = await browser.open('#cold.meeting=7&calls=80&nonsense=1&warm=abc&seed=99999999999999999999&trials=20000');
  assert.match(await text(page, '#command'), /^outreach simulate --calls 80 --warm 0\.5 --trials 20000 --seed 42$/);
  const notices = await text(page, '#notices');
  for (const part of ['Meeting set (per cold conversation): 7 is not a probability', 'nonsense = 1', 'warm = abc', '99999999999999999999 is not a whole number']) assert.ok(notices.includes(part), notices);
  assert.equal(await page.locator('#stale').isHidden(), true);
  await page.context().close();
});

test('wrong input is told at its field, and the last good answer stays', async () => {
  const page = await browser.open('#trials=20000');
  const sentence = await text(page, '#sentence');
  await type(page, 'calls', '2000000');
  await page.locator('#stale').waitFor();
  assert.match(await text(page, '[id="field-calls-error"]'), /^2000000 is not a number of calls \(1 to 1,000,000\)\.$/);
  assert.equal(await page.locator('[id="field-calls"]').getAttribute('aria-invalid'), 'true');
  assert.equal(await text(page, '#sentence'), sentence);
  assert.equal(new URL(page.url()).hash, '#trials=20000');
  await answered(page, () => type(page, 'calls', '60'));
  assert.equal(await page.locator('#stale').isHidden(), true);
  assert.equal(await text(page, '[id="field-calls-error"]'), '');
  await page.locator('#target').fill('many');
  await page.locator('#target').press('Enter');
  assert.match(await text(page, '#target-error'), /many is not a number of meetings/);
  await answered(page, async () => {
    await page.locator('#target').fill('5');
    await page.locator('#target').press('Enter');
  });
  assert.equal(await text(page, '#target-error'), '');
  await page.context().close();
});

/** Keys and options are the command's words. @param {string} text */
const wordsOfTheCommand = (text) => text.match(/(?<![\w.])(cold|warm|incident|pool|effort)\.\w+|max_attempts|--\w[\w-]*/g) ?? [];

test('every text is in the words of the visitor, without keys and options', async () => {
  for (const hash of ['', 'strategy=snowball&pool.dispersion=0.8', 'contacts=40&max_attempts=4&cold.reach=0.2&cold.reachable=0.5', 'preset=published&cold.show=0.8', 'reading=overall&warm.meeting=range(70%25,+95%25)']) {
    for (const lang of ['en', 'fr']) {
      const page = await browser.open(`#${hash}&trials=20000&lang=${lang}`);
      await page.locator('.command').evaluate((command) => command.remove());
      await page.locator('details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
      const shown = await page.evaluate(() => document.body.innerText);
      assert.deepEqual(wordsOfTheCommand(shown), [], `${hash} ${lang}`);
      await page.context().close();
    }
  }
});

test('what is wrong is said in the words of its field', async () => {
  for (const [lang, said] of /** @type {const} */ ([['en', 'is not'], ['fr', 'n\'est pas']])) {
    const page = await browser.open(`#trials=20000&lang=${lang}`);
    const wrong = { 'cold.meeting': ['150 %', 'often', '10 to 5 %', '3/2', 'mean(0, 1)'], 'warm.show': ['-1'], 'effort.meeting': ['-5', 'long'], calls: ['0', 'many', '2,5'], share: ['often', '120 %'], max_attempts: ['0', '1001'] };
    for (const [key, values] of Object.entries(wrong)) {
      for (const value of values) {
        await type(page, key, value);
        await page.waitForFunction(([id, typed]) => document.getElementById(String(id))?.textContent?.includes(String(typed)), [`field-${key}-error`, value]);
        const told = await text(page, `[id="field-${key}-error"]`);
        assert.ok(told.replaceAll('’', '\'').includes(said), told);
        assert.deepEqual(wordsOfTheCommand(told), [], told);
        assert.doesNotMatch(told, / = |alpha/, told);
      }
      await answered(page, () => page.locator('#reset').click());
    }
    await page.context().close();
  }
});

test('rates are typed as people write them', async () => {
  for (const [lang, typed] of /** @type {const} */ ([
    ['en', { '1 in 10': 0.1, '7/94': 7 / 94, '5 to 10': [0.05, 0.1], 'between 5 and 10 %': [0.05, 0.1], '0.05 to 0.1': [0.05, 0.1], '12.5': 0.125 }],
    ['fr', { '1 sur 10': 0.1, '7/94': 7 / 94, '5 à 10': [0.05, 0.1], 'entre 5 et 10 %': [0.05, 0.1], '12,5 %': 0.125, '2,5 – 7,5 %': [0.025, 0.075] }],
  ])) {
    const page = await browser.open(`#trials=8192&lang=${lang}`);
    for (const [value, rate] of Object.entries(typed)) {
      await answered(page, () => type(page, 'cold.meeting', value));
      assert.equal(await text(page, '[id="field-cold.meeting-error"]'), '');
      const { scenario } = await sameAsTheCommand(page);
      const { rates } = scenario;
      if (Array.isArray(rate)) assert.ok(rates['cold.meeting'].mean > Number(rate[0]) && rates['cold.meeting'].mean < Number(rate[1]), value);
      else assert.ok(Math.abs(rates['cold.meeting'] - Number(rate)) < 1e-9, value);
    }
    await page.context().close();
  }
  const page = await browser.open('#trials=8192');
  await answered(page, () => type(page, 'calls', '1,000'));
  await answered(page, () => type(page, 'share', '1 in 4'));
  assert.match(await text(page, '#sentence'), /from 1,000 calls \(250 warm/);
  await page.context().close();
});

test('campaigns to begin with, and the other figures at the sentence', async () => {
  const page = await browser.open('#trials=20000');
  await answered(page, () => page.getByRole('button', { name: 'a sales week' }).click());
  assert.match(await text(page, '#command'), /--preset published.*--calls 250 --warm 0\.0|--calls 250 --warm 0\.0.*/);
  await answered(page, () => page.getByRole('button', { name: 'a fund-raiser' }).click());
  assert.match(await text(page, '#sentence'), /from 150 contacts .*up to 4 times/);
  await answered(page, () => page.getByRole('button', { name: 'a job seeker' }).click());
  assert.match(await text(page, '#sentence'), /from 60 calls \(15 warm, 45 cold\)/);
  const mean = /about ([\d.]+)/.exec(await text(page, '#other'))?.[1];
  await answered(page, () => page.locator('#other').click());
  assert.match(await text(page, '#sentence'), new RegExp(`^About ${mean} meetings from 60 calls`));
  assert.equal(await page.locator('#preset').inputValue(), 'published');
  assert.match(await text(page, '#other'), /At a coach’s figures: about 18/);
  await page.context().close();
});

test('several attempts per person, and what each brings', async () => {
  const page = await browser.open('#trials=20000&calls=300&warm=0.0&cold.reach=0.08&cold.reachable=0.5&cold.meeting=0.1');
  assert.equal(await page.locator('#rounds-card').isHidden(), true);
  await answered(page, () => page.locator('#max_attempts input[type=range]').fill('4'));
  assert.match(await text(page, '#sentence'), /^About 7\.5 meetings from 300 cold contacts, each called up to 4 times/);
  const per = await page.locator('#rounds tbody tr').evaluateAll((rows) => rows.map((row) => Number(row.querySelector('td:last-child')?.textContent)));
  assert.deepEqual(per, [0.8, 0.73, 0.66, 0.6]);
  assert.match(await text(page, '#rounds-told'), /^Attempt 4 pays where .* more than 2\.6 minutes\.$/);
  assert.match(await text(page, '#plan'), /^\d+ people$/);
  const json = await sameAsTheCommand(page);
  assert.equal(json.scenario.contacts, 300);
  const again = await browser.open(new URL(page.url()).hash);
  assert.equal(await again.locator('[id="field-max_attempts"]').inputValue(), '4');
  await again.context().close();
  await answered(page, () => page.locator('#max_attempts input[type=range]').fill('1'));
  assert.match(await text(page, '#command'), /--calls 300/);
  await page.context().close();
});

test('many calls answer, and are seen to be computed', async () => {
  const page = await browser.open('#trials=8192');
  await type(page, 'calls', '200,000');
  await page.locator('#busy').waitFor();
  assert.equal(await text(page, '#busy'), 'Computing …');
  await page.waitForFunction(() => /^About 99,/.test(document.querySelector('#sentence')?.textContent ?? ''), null, { timeout: 120_000 });
  assert.equal(await page.locator('#busy').isHidden(), true);
  assert.equal(await page.locator('#yield circle').count(), 50);
  await answered(page, () => type(page, 'calls', '50'));
  await page.context().close();
});

test('a campaign that is kept stands beside the one at hand, with who wins how often', async () => {
  const page = await browser.open('#trials=20000&calls=60&warm=0.25&cold.meeting=range(5%25,+15%25)');
  await answered(page, () => page.locator('#keep').click());
  await answered(page, () => page.locator('#share input[type=range]').fill('30'));
  const variant = (/** @type {string} */ warm) => `warm=${warm} cold.meeting=range(5%, 15%)`;
  const json = JSON.parse(command(['compare', variant('0.25'), variant('0.3'), '--calls', '60', '--trials', '20000', '--seed', '42', '--format', 'json']));
  const [pair] = json.pairs;
  const { a_wins: loses, b_wins: wins } = pair.exact ?? pair;
  const shown = /probability of ([\d.]+).*, fewer with ([\d.]+) %.*In the same/.exec(await text(page, '#wins'))?.slice(1).map(Number) ?? [];
  [wins, loses].forEach((p, index) => assert.ok(Math.abs(Number(shown[index]) - p * 100) < 0.06, `${p} ${shown[index]}`));
  assert.match(await text(page, '#wins'), /In the same [\d.]+ hours: more with /);
  assert.equal(await page.locator('#yield circle[fill=none]').count(), 50);
  await page.waitForFunction(() => location.hash.includes('kept='));
  // The link has both.
  const again = await browser.open(new URL(page.url()).hash);
  assert.equal(await text(again, '#wins'), await text(page, '#wins'));
  await answered(again, () => again.locator('#release').click());
  assert.equal(await again.locator('#kept').isHidden(), true);
  assert.equal(await again.locator('#yield circle[fill=none]').count(), 0);
  await again.context().close();
  await page.context().close();
});

test('one campaign is played call by call, and several fill a picture', async () => {
  const settings = ['--calls', '40', '--set', 'incident.rate=40%', '--set', 'incident.disliked=50%'];
  const traced = (/** @type {string} */ seed) => JSON.parse(command(['trace', ...settings, '--seed', seed, '--format', 'json']));
  for (const reducedMotion of /** @type {const} */ (['no-preference', 'reduce'])) {
    const page = await browser.open('#trials=20000&calls=40&incident.rate=0.4&incident.disliked=0.5', { reducedMotion });
    await page.locator('#play').click();
    await page.locator('#cells .call').first().waitFor();
    if (reducedMotion === 'reduce') assert.equal(await page.locator('#cells .call').count(), 40);
    await page.waitForFunction(() => document.querySelectorAll('#played circle').length === 1, null, { timeout: 8000 });
    const { held, calls } = traced('42');
    assert.equal(await page.locator('#cells .held').count(), held);
    assert.equal(await page.locator('#cells .warm').count(), 20);
    const met = calls.filter((/** @type {{ incident: string }} */ { incident }) => incident !== 'none').length;
    assert.ok(met > 2);
    assert.equal(await page.locator('#play-told li').count(), met);
    assert.match(await text(page, '#play-over'), new RegExp(`^${held} meetings this time \\(seed 42\\)`));
    await page.locator('#play-many').click();
    await page.waitForFunction(() => document.querySelectorAll('#played circle').length === 21);
    let sum = 0;
    for (let seed = 42; seed < 63; seed++) sum += traced(String(seed)).held;
    assert.match(await text(page, '#play-count'), new RegExp(`^21 campaigns played: ${(sum / 21).toFixed(1).replace('.0', '')} meetings`));
    // Another campaign begins anew; what cannot be watched says so.
    await answered(page, () => type(page, 'calls', '2000'));
    assert.equal(await page.locator('#stage').isHidden(), true);
    assert.equal(await page.locator('#play').isDisabled(), true);
    assert.match(await text(page, '#play-too-many'), /Up to 1,000 calls/);
    await page.context().close();
  }
});

test('plans as the command does', async () => {
  const page = await browser.open('#trials=20000&warm=0.0');
  assert.equal(await text(page, '#plan'), '78 calls');
  assert.match(await text(page, '#plan-told'), /90\.06.*89\.44/);
  await page.context().close();
});

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
  assert.deepEqual(asked.filter((url) => !/\/(src\/calibrate\.js|logs_bg\.wasm|icon\.svg)$/.test(url)), []);
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

/** Drops a log on the page. @param {import('playwright-core').Page} page @param {string | Buffer} csv @param {string} [name] */
async function drop(page, csv, name = 'calls.csv') {
  await page.locator('#learned').evaluate((learned) => learned.replaceChildren());
  await page.locator('#log').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.locator('#learned > *, #log-error:not(:empty)').first().waitFor();
}

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
    assert.match(await text(page, '#learned'), /50[.,]0.%/);
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
  assert.match(await text(page, '#log-error'), /18 of 27 rows are rejected/);
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

/** A file for the command. @param {string | Buffer} content */
async function saved(content) {
  const path = join(await mkdtemp(join(tmpdir(), 'outreach-')), 'log.csv');
  await writeFile(path, content);
  return path;
}

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
  assert.equal(await text(page, '#beside'), 'Rates from your log.');
  assert.equal(await page.locator('#preset').inputValue(), 'log');
  assert.match(await text(page, '[id="field-cold.meeting-origin"]'), /from your log/);
  await sameAsTheCommand(page);
  // Another source takes their place.
  await answered(page, () => page.locator('#preset').selectOption('documented').then(() => undefined));
  assert.match(await text(page, '#beside'), /^At a coach’s figures/);
  await page.context().close();
});

test('French, by browser and by switch', async () => {
  const page = await browser.open('#trials=20000', { locale: 'fr-FR' });
  assert.match(await text(page, '#sentence'), /^Environ 50 rendez-vous pour 100 appels \(50 chauds, 50 froids\)\s; de 45 à 55 dans 93\s% des campagnes/);
  assert.match(await text(page, '#figures'), /49,733/);
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'fr');
  await answered(page, () => page.locator('[data-lang=en]').click());
  assert.match(await text(page, '#sentence'), /^About 50 meetings/);
  await page.context().close();
});

test('says in French what no field accepts', async () => {
  const page = await browser.open('#trials=20000', { locale: 'fr-FR' });
  const wrong = ['x', '-1', 'beta(0, 1)', 'mean(0, 1)', 'range(0, 1)'];
  const fields = await page.locator('#question .row input[type=text]').evaluateAll((all) => all.map((one) => one.id.replace('field-', '')));
  assert.ok(fields.length > 20);
  for (const supply of ['share', 'pool']) {
    await page.locator(`input[name=supply][value=${supply}]`).check();
    await page.locator('#question details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
    for (const key of fields) {
      const field = page.locator(`[id="field-${key}"]`);
      if (await field.isHidden()) continue;
      for (const value of key.startsWith('effort') || key.startsWith('pool') ? wrong.slice(0, 2) : wrong) {
        await type(page, key, value);
        const error = page.locator(`[id="field-${key}-error"]`);
        await page.waitForFunction(([id, text]) => document.getElementById(id ?? '')?.textContent?.includes(text ?? ''), [`field-${key}-error`, value]);
        assert.match(await error.textContent() ?? '', / n['’]est pas un/, `${key} = ${value}`);
      }
      await answered(page, () => page.locator('#reset').click());
      await page.locator(`input[name=supply][value=${supply}]`).check();
    }
  }
  await answered(page, () => page.locator('#reset').click());
  await page.locator('#reading').selectOption('overall');
  await type(page, 'incident.rate', '90 %');
  await type(page, 'warm.meeting', '99 %');
  await page.waitForFunction(() => /^Avec tant d’incidents/.test(document.querySelector('#reading-error')?.textContent ?? ''));
  await page.context().close();
});

test('needs no network once it is loaded', async () => {
  const page = await browser.open('#trials=20000');
  await loaded(page);
  await page.context().setOffline(true);
  await answered(page, () => page.locator('#share input[type=range]').fill('20'));
  await answered(page, () => page.getByLabel('a pool that meetings refill').check());
  await answered(page, () => page.locator('[data-lang=fr]').click());
  assert.match(await text(page, '#sentence'), /^Environ 89/);
  await sameAsTheCommand(page);
  await page.context().close();
});

test('a second visit needs no network, not even for a log', async () => {
  const page = await browser.open('#trials=20000');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.context().setOffline(true);
  await page.reload();
  await settled(page);
  await page.locator('#log').setInputFiles({ name: 'calls.csv', mimeType: 'text/csv', buffer: Buffer.from(`kind,outcome\n${'cold,meeting\n'.repeat(9)}`) });
  await page.locator('#apply').waitFor();
  await page.context().close();
  // The browser looks for a newer service worker, and says that there is no network.
  const looked = /ERR_INTERNET_DISCONNECTED|error occurred when fetching the script/;
  browser.wrong.splice(0, browser.wrong.length, ...browser.wrong.filter((told) => !looked.test(told)));
});

test('what is downloaded is what was answered', async () => {
  const page = await browser.open('#trials=20000&calls=60&warm=0.8&cold.meeting=range(5%25,+20%25)');
  const folder = await mkdtemp(join(tmpdir(), 'outreach-'));
  /** @param {string} kind */
  const download = async (kind) => {
    const [taken] = await Promise.all([page.waitForEvent('download'), page.locator(`[data-download=${kind}]`).click()]);
    const path = join(folder, taken.suggestedFilename());
    await taken.saveAs(path);
    return { path, bytes: await readFile(path) };
  };
  const svg = await download('svg');
  assert.match(svg.bytes.toString(), /<svg[^]*About [^]*<\/svg>/);
  const png = await download('png');
  assert.deepEqual([...png.bytes.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
  const csv = await download('csv');
  const rows = (/** @type {string} */ sheet) => sheet.trim().split('\n').map((row) => row.split(','));
  const expected = rows(command(['simulate', '--calls', '60', '--warm', '0.8', '--set', 'cold.meeting=range(5%, 20%)', '--trials', '20000', '--format', 'csv']));
  const taken = rows(csv.bytes.toString());
  // Integers are the same, other numbers to twelve digits.
  const short = (/** @type {string[][]} */ all) => all.map((row) => row.map((cell) => (/^[\d.]+$/.test(cell) ? Number(cell).toPrecision(11) : cell)));
  assert.deepEqual(short(taken), short(expected));
  const toml = await download('toml');
  const json = JSON.parse(command(['simulate', toml.path, '--trials', '20000', '--format', 'json']));
  const shown = await counts(page);
  for (const [k, count] of Object.entries(shown)) assert.equal(count, json.meetings.counts[Number(k)] ?? 0);
  await rm(folder, { recursive: true });
  await page.context().close();
});

test('going back undoes', async () => {
  const page = await browser.open('#trials=20000');
  const sentence = await text(page, '#sentence');
  await answered(page, () => page.locator('#share input[type=range]').fill('80'));
  await page.waitForFunction(() => location.hash.includes('warm=0.8'));
  await answered(page, () => page.goBack());
  assert.equal(await text(page, '#sentence'), sentence);
  assert.equal(await page.locator('[id="field-share"]').inputValue(), '50 %');
  await page.context().close();
});

test('the plan answers what its fields show, or nothing', async () => {
  const page = await browser.open('#trials=20000&warm=0.0');
  const wrong = [['confidence', ''], ['confidence', '1'], ['confidence', '0'], ['confidence', '100 %'], ['target', '0'], ['target', '2.5']];
  for (const [index, [field, typed]] of /** @type {[number, [string, string]][]} */ ([...wrong.entries()])) {
    await page.locator(`#${field}`).fill(typed);
    await page.locator(`#${field}`).press('Enter');
    assert.notEqual(await text(page, `#${field}-error`), '', `${field} ${typed}`);
    // What else changes leaves the message where it is.
    await answered(page, () => type(page, 'calls', String(80 + index)));
    assert.notEqual(await text(page, `#${field}-error`), '', `${field} ${typed}`);
    assert.equal(await text(page, '#plan'), '–');
    await answered(page, async () => {
      await page.locator(`#${field}`).fill(field === 'target' ? '5' : '90 %');
      await page.locator(`#${field}`).press('Enter');
    });
    assert.equal(await text(page, '#plan'), '78 calls');
  }
  await page.context().close();
});

test('the answer is in view on a phone, and stays there', async () => {
  for (const lang of ['en', 'fr']) {
    const page = await browser.open(`#trials=20000&lang=${lang}`, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    const inView = async () => {
      const box = await page.locator('#sentence').boundingBox();
      assert.ok(box && box.y >= 0 && box.y + box.height < 300, JSON.stringify(box));
    };
    await inView();
    await page.evaluate(() => scrollTo(0, 1500));
    await inView();
    await page.context().close();
  }
});

test('the server answers any address', async () => {
  for (const path of ['%E0%A4%A', '%00', '..%2f..%2fCargo.toml', '//', 'nothing.js']) {
    const { status } = await fetch(`${browser.address}${path}`);
    assert.ok([400, 404].includes(status), `${path}: ${status}`);
  }
  const first = await fetch(browser.address);
  const again = await fetch(browser.address, { headers: { 'If-None-Match': String(first.headers.get('etag')) } });
  assert.deepEqual([first.status, again.status], [200, 304]);
});

test('nothing went wrong on any page', () => assert.deepEqual(browser.wrong, []));
