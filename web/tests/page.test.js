// What somebody asks the page, in a real browser, beside the command.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { answered, command, loaded, settled, start, text } from './browser.js';
import { dots, sameAsTheCommand, type } from './hands.js';

/** @type {Awaited<ReturnType<typeof start>>} */
let browser;

before(async () => {
  browser = await start();
});
after(() => browser.stop());

test('answers as it loads', async () => {
  const page = await browser.open();
  assert.equal(await text(page, '#sentence'), 'About 50 meetings from 100 calls (50 warm, 50 cold); 45 to 55 in 93 % of campaigns.');
  assert.match(await text(page, '#figures'), /mean49\.733exact/);
  assert.match(await text(page, '#trials'), /^1,000,000 simulated campaigns$/);
  assert.match(await text(page, '#break-even'), /less than 32.min\./);
  assert.equal(await text(page, '#live'), await text(page, '#sentence'));
  await page.context().close();
});

test('three figures stand below the answer, and what audits it is folded', async () => {
  const page = await browser.open('#trials=20000');
  assert.deepEqual(await page.locator('#headline dt').allTextContents(), ['At least 5 meetings', 'of work', 'meetings per hour']);
  assert.deepEqual(await page.locator('#figures, #yield-table, #tree, #rates-table').evaluateAll((all) => all.map((one) => one.checkVisibility())), [false, false, false, false]);
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

test('while the hand moves only the yield is asked for; plan and comparison once it is still', async () => {
  const page = await browser.blank();
  await page.addInitScript(() => {
    /** What is handed to another worker is asked once. @type {Map<number, string>} */
    const posted = (/** @type {any} */ (window).posted = new Map());
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (/** @type {any} */ message) {
      if (message.id !== undefined) posted.set(message.kind + message.id, message.kind);
      return post.call(this, message);
    };
  });
  await page.goto(`${browser.address}#trials=20000&preset=published`);
  await settled(page);
  await answered(page, () =>
    page.locator('#share input[type=range]').evaluate(async (slider) => {
      /** @type {any} */ (window).posted.clear();
      for (let to = 20; to < 60; to += 5) {
        /** @type {HTMLInputElement} */ (slider).value = String(to);
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }),
  );
  const posted = await page.evaluate(() => [.../** @type {any} */ (window).posted.values()]);
  assert.equal(posted.filter((/** @type {string} */ kind) => kind === 'ask').length, 8);
  assert.equal(posted.filter((/** @type {string} */ kind) => kind === 'beside').length, 1);
  assert.equal(posted.at(-1), 'beside');
  assert.match(await text(page, '#sentence'), /\(55 warm, 45 cold\)/);
  await page.context().close();
});

test('recommendations of a few people, and how alike their names turn out', async () => {
  const page = await browser.open('#trials=20000');
  const range = async () => /; (\d+) to/.exec(await text(page, '#sentence'))?.[1];
  const alone = Number(await range());
  await answered(page, () => type(page, 'connectors.count', '5'));
  await answered(page, () => type(page, 'connectors.correlation', '30 %'));
  assert.ok(Number(await range()) < alone);
  const { scenario } = await sameAsTheCommand(page);
  assert.equal(scenario.rates['connectors.correlation'], 0.3);
  await type(page, 'connectors.count', '0');
  await page.locator('#stale').waitFor();
  assert.equal(await text(page, '[id="field-connectors.count-error"]'), '0 is not a number of people (1 to 1,000,000).');
  await answered(page, () => type(page, 'connectors.count', ''));
  assert.equal(await text(page, '#sentence'), 'About 50 meetings from 100 calls (50 warm, 50 cold); 45 to 55 in 93 % of campaigns.');
  // Each of a pool's names comes from a meeting.
  await answered(page, () => type(page, 'connectors.count', '5'));
  await answered(page, () => page.locator('input[name=supply][value=pool]').check());
  assert.equal(await page.locator('[id="field-connectors.count"]').isHidden(), true);
  await sameAsTheCommand(page);
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

test('a million calls answer at once, or are seen to be computed', async () => {
  const page = await browser.open('#trials=8192');
  await loaded(page);
  await type(page, 'calls', '1,000,000');
  await page.waitForFunction(() => /^About 497,3/.test(document.querySelector('#sentence')?.textContent ?? ''));
  const time = Number(await page.evaluate(() => document.documentElement.dataset.answeredIn));
  console.log(`a million calls are answered in ${time} ms`);
  assert.ok(time < 8000, `${time} ms`);
  assert.equal(await page.locator('#yield circle').count(), 50);
  // What has no exact distribution is still computed once its beginning is there.
  await page.locator('#preset').selectOption('published');
  await page.locator('#busy').waitFor();
  assert.equal(await text(page, '#busy'), 'Computing …');
  await page.waitForFunction(() => /^About [23]\d,\d{3} meetings from 1,000,000/.test(document.querySelector('#sentence')?.textContent ?? ''));
  await answered(page, () => type(page, 'calls', '50'));
  assert.equal(await page.locator('#busy').isHidden(), true);
  await page.context().close();
});

test('a pool of referrals, with its parameters', async () => {
  const page = await browser.open('#trials=20000');
  await answered(page, () => page.getByLabel('names that meetings bring').check());
  assert.equal(await page.locator('#share').isHidden(), true);
  await answered(page, () => type(page, 'pool.introduced', '40 %'));
  assert.match(await text(page, '#command'), /--strategy snowball --set pool\.introduced=40%/);
  const json = await sameAsTheCommand(page);
  assert.equal(json.scenario.rates['pool.introduced'], 0.4);
  await page.context().close();
});

test('the call tree sets the response, by mouse and by keyboard', async () => {
  const page = await browser.open('#trials=20000&incident.disliked=0.5&incident.reframe=0.6');
  await page.locator('details', { has: page.locator('#tree') }).locator('summary').click();
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

test('a campaign that is kept stands beside the one at hand, with who wins how often', async () => {
  const page = await browser.open('#trials=20000&calls=60&warm=0.25&cold.meeting=range(5%25,+15%25)');
  await answered(page, () => page.locator('#keep').click());
  await answered(page, () => page.locator('#share input[type=range]').fill('30'));
  const variant = (/** @type {string} */ warm) => `warm=${warm} cold.meeting=range(5%, 15%)`;
  const json = JSON.parse(command(['compare', variant('0.25'), variant('0.3'), '--calls', '60', '--trials', '20000', '--seed', '42', '--format', 'json']));
  const [pair] = json.pairs;
  const { a_wins: loses, b_wins: wins } = pair.exact ?? pair;
  const shown = /in ([\d.]+).*, fewer in ([\d.]+) %.*In the same/.exec(await text(page, '#wins'))?.slice(1).map(Number) ?? [];
  [wins, loses].forEach((p, index) => assert.ok(Math.abs(Number(shown[index]) - p * 100) < 0.06, `${p} ${shown[index]}`));
  assert.match(await text(page, '#wins'), /In the same [^:]+: more in /);
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

test('that cold calls bring no meeting is said where they bring none', async () => {
  for (const [hash, told] of /** @type {const} */ ([['preset=published&contacts=60&max_attempts=4&cold.reach=0.1&cold.reachable=0.5', /^In the same/], ['cold.meeting=0', /^Cold calls bring no meeting/]])) {
    const page = await browser.open(`#trials=8192&${hash}`);
    assert.match(await text(page, '#break-even'), told);
    await page.context().close();
  }
});

test('what is filled below the curves stands on the axis, also where they begin high', async () => {
  const page = await browser.open('#trials=20000&preset=published');
  const filled = await page.locator('#sides polygon').evaluateAll((all) => all.map((one) => (one.getAttribute('points') ?? '').split(' ').map((point) => point.split(',').map(Number))));
  assert.equal(filled.length, 3);
  for (const points of filled) {
    const base = Math.max(...points.map(([, y]) => Number(y)));
    for (const [end, next] of [[points[0], points[1]], [points.at(-1), points.at(-2)]]) {
      assert.equal(end?.[0], next?.[0]);
      assert.ok(Math.abs(Number(end?.[1]) - base) < 0.2, String(end));
    }
  }
  assert.equal(await page.locator('#sides polyline:not([fill=none])').count(), 0);
  await page.context().close();
});

test('plans as the command does', async () => {
  const page = await browser.open('#trials=20000&warm=0.0');
  assert.equal(await text(page, '#plan'), '78 calls');
  assert.match(await text(page, '#plan-told'), /90\.06.*89\.44/);
  await page.context().close();
});

test('the plan has its weeks, and each week what it brings, as the command has them', async () => {
  const page = await browser.open('#trials=20000&warm=0.0&calls=100');
  assert.equal(await text(page, '#plan-weeks'), '');
  assert.equal(await page.locator('#week-by-week').isHidden(), true);
  await answered(page, async () => {
    await page.locator('#calls-per-week').fill('30');
    await page.locator('#calls-per-week').press('Enter');
  });
  const { weeks } = JSON.parse(command(['plan', '--meetings', '5', '--calls-per-week', '30', '--format', 'json']));
  assert.equal(await text(page, '#plan-weeks'), `${weeks.even_chance} weeks for an even chance, ${weeks.at_confidence} weeks to be 90 % sure.`);
  await page.locator('#week-by-week summary').click();
  await page.locator('#weeks tbody tr').first().waitFor();
  const shown = await page.locator('#weeks tbody tr').evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
  const { weeks: each } = JSON.parse(command(['simulate', '--calls', '100', '--warm', '0', '--calls-per-week', '30', '--trials', '20000', '--format', 'json']));
  assert.equal(shown.length, 4);
  for (const [index, { week, mean, central90: { low, high } }] of each.by_week.entries()) assert.deepEqual(shown[index], [String(week), String(Number(mean.toFixed(mean < 10 ? 1 : 0))), `${low} to ${high}`]);
  assert.match(await text(page, '#command'), /--calls-per-week 30/);
  await sameAsTheCommand(page);
  // The address has it, and people who are called several times have rounds instead.
  await page.waitForFunction(() => location.hash.includes('calls-per-week=30'));
  const again = await browser.open(`${new URL(page.url()).hash}&lang=fr`);
  assert.match(await text(again, '#plan-weeks'), /^2 semaines pour une chance sur deux, 3 semaines pour en être sûr à 90/);
  await again.context().close();
  await answered(page, () => type(page, 'max_attempts', '3'));
  assert.equal(await page.locator('#calls-per-week').isHidden(), true);
  assert.equal(await text(page, '#plan-weeks'), '');
  await sameAsTheCommand(page);
  await page.context().close();
});

test('the plan answers what its fields show, or nothing', async () => {
  const page = await browser.open('#trials=20000&warm=0.0');
  const wrong = [['confidence', ''], ['confidence', '1'], ['confidence', '0'], ['confidence', '100 %'], ['target', '0'], ['target', '2.5'], ['calls-per-week', '0'], ['calls-per-week', 'many']];
  for (const [index, [field, typed]] of /** @type {[number, [string, string]][]} */ ([...wrong.entries()])) {
    await page.locator(`#${field}`).fill(typed);
    await page.locator(`#${field}`).press('Enter');
    assert.notEqual(await text(page, `#${field}-error`), '', `${field} ${typed}`);
    // What else changes leaves the message where it is.
    await answered(page, () => type(page, 'calls', String(80 + index)));
    assert.notEqual(await text(page, `#${field}-error`), '', `${field} ${typed}`);
    assert.equal(await text(page, '#plan'), '–');
    await answered(page, async () => {
      await page.locator(`#${field}`).fill({ target: '5', confidence: '90 %' }[field] ?? '');
      await page.locator(`#${field}`).press('Enter');
    });
    assert.equal(await text(page, '#plan'), '78 calls');
  }
  await page.context().close();
});

test('nothing went wrong on any page', () => assert.deepEqual(browser.wrong, []));
