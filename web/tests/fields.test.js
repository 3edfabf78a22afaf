// What is typed into fields, and what is said beside them.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { answered, settled, start, text } from './browser.js';
import { sameAsTheCommand, type, wordsOfTheCommand } from './hands.js';

/** @type {Awaited<ReturnType<typeof start>>} */
let browser;

before(async () => {
  browser = await start();
});
after(() => browser.stop());

test('what is wrong stands at its field, and the last good answer stays', async () => {
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

test('on a phone what is wrong stands in view, below the answer', async () => {
  for (const lang of ['en', 'fr']) {
    const page = await browser.open(`#trials=8192&lang=${lang}`, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    const row = page.locator('.row', { has: page.locator('[id="field-effort.meeting"]') });
    await row.evaluate((row) => {
      row.closest('details')?.setAttribute('open', '');
      row.scrollIntoView({ block: 'start' });
    });
    await page.locator('[id="field-effort.meeting"]').fill('long');
    await page.locator('[id="field-effort.meeting"]').press('Enter');
    await page.locator('#stale').waitFor();
    const below = () => (document.querySelector('.row:has([aria-invalid=true])')?.getBoundingClientRect().top ?? 0) >= (document.querySelector('#verdict')?.getBoundingClientRect().bottom ?? Infinity) - 1;
    await page.waitForFunction(below, null, { timeout: 5000 });
    await page.context().close();
  }
});

test('what is wrong is said in the words of its field', async () => {
  for (const [lang, said] of /** @type {const} */ ([['en', 'is not'], ['fr', 'n\'est pas']])) {
    const page = await browser.open(`#trials=20000&lang=${lang}`);
    const wrong = { 'cold.meeting': ['150 %', 'often', '10 to 5 %', '3/2', 'mean(0, 1)'], 'warm.show': ['-1'], 'effort.meeting': ['-5', 'long'], calls: ['0', 'many', '2,5', '1e9', '-5'], share: ['often', '120 %'], max_attempts: ['0', '1001'] };
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

test('the field of attempts says that there are too many in all', async () => {
  const page = await browser.open('#trials=8192');
  await type(page, 'calls', '100,000');
  await type(page, 'max_attempts', '1000');
  await page.locator('#stale').waitFor();
  assert.match(await text(page, '[id="field-max_attempts-error"]'), /^100000000 attempts in all are too many/);
  await type(page, 'calls', '100');
  await answered(page, () => type(page, 'max_attempts', '2'));
  assert.match(await text(page, '#sentence'), /from 100 contacts/);
  await page.context().close();
});

test('rates are typed as people write them', async () => {
  for (const [lang, typed] of /** @type {const} */ ([
    ['en', { '1 in 10': 0.1, '7/94': 7 / 94, '5 to 10': [0.05, 0.1], 'between 5 and 10 %': [0.05, 0.1], '0.5 to 2': [0.005, 0.02], '12.5': 0.125, '1 in 1,000': 0.001, '0.5 to 1 %': [0.005, 0.01], '10 %, weight 20': [0.05, 0.15], '10 percent': 0.1, '1 chance in 8': 0.125 }],
    ['fr', { '1 sur 10': 0.1, '7/94': 7 / 94, '5 à 10': [0.05, 0.1], 'entre 5 et 10 %': [0.05, 0.1], '12,5 %': 0.125, '3 sur 1 000': 0.003, '10 pour cent': 0.1, '1 chance sur 8': 0.125, '2,5 – 7,5 %': [0.025, 0.075] }],
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
  // A field shows what was typed in it as it was taken, without being left.
  for (const [key, typed, taken] of [['cold.meeting', '1 %', '1 %'], ['cold.meeting', '1,5', '1.5 %'], ['cold.meeting', '0', '0 %'], ['cold.meeting', 'mean(10% ; 20)', '10 %, weight 20'], ['cold.meeting', 'beta(2, 18)', '10 %, weight 20'], ['cold.meeting', 'range(.1, .2)', '10 – 20 %'], ['cold.meeting', '5 to 10', '5 – 10 %'], ['share', '7/94', '7.4468 %'], ['calls', '1,000', '1000']]) {
    await answered(page, () => type(page, String(key), String(typed)));
    await page.waitForFunction(([id, taken]) => /** @type {HTMLInputElement} */ (document.getElementById(String(id))).value === taken, [`field-${key}`, taken]);
  }
  // What is wrong stays as it was typed, whatever else changes.
  await type(page, 'cold.meeting', '-5');
  await page.waitForFunction(() => document.getElementById('field-cold.meeting-error')?.textContent);
  await page.locator('[id="field-warm.show"]').evaluate((field) => field.closest('details')?.setAttribute('open', ''));
  await type(page, 'warm.show', '80 %');
  assert.equal(await page.locator('[id="field-cold.meeting"]').inputValue(), '-5');
  await type(page, 'cold.meeting', '');
  await answered(page, () => page.locator('#reset').click());
  for (const [field, typed, taken] of [['confidence', '4 in 5', '80 %'], ['target', '1,000', '1000'], ['confidence', '.9 %', '0.9 %'], ['confidence', '90', '90 %']]) {
    await page.locator(`#${field}`).fill(String(typed));
    await page.locator(`#${field}`).press('Enter');
    assert.equal(await page.locator(`#${field}`).inputValue(), taken);
  }
  // A field that is emptied is as it was at first.
  for (const [key, first] of [['calls', '100'], ['share', '50 %'], ['max_attempts', '1'], ['cold.meeting', '10 %']]) {
    await answered(page, () => type(page, String(key), ''));
    assert.equal(await page.locator(`[id="field-${key}"]`).inputValue(), first);
  }
  await answered(page, () => type(page, 'calls', '1,000'));
  await answered(page, () => type(page, 'share', '1 in 4'));
  assert.match(await text(page, '#sentence'), /from 1,000 calls \(250 warm/);
  await page.context().close();
});

test('both readings of a number up to 1 are shown where percentages are typed', async () => {
  const told = /** @type {const} */ ({
    en: [['1', '1 can be 1 % or 100 %: type it with its % sign.'], ['0.5', '0.5 can be 0.5 % or 50 %: type it with its % sign.'], ['0.5 to 1', '0.5 to 1 can be 0.5 – 1 % or 50 – 100 %: type it with its % sign.']],
    fr: [['1', '1 peut être 1 % ou 100 % : tapez-le avec son signe %.'], ['0,5', '0,5 peut être 0,5 % ou 50 % : tapez-le avec son signe %.'], ['0,1 à 0,2', '0,1 à 0,2 peut être 0,1 – 0,2 % ou 10 – 20 % : tapez-le avec son signe %.']],
  });
  for (const lang of /** @type {const} */ (['en', 'fr'])) {
    const page = await browser.open(`#trials=8192&lang=${lang}`);
    for (const [value, error] of told[lang]) {
      for (const key of ['cold.meeting', 'share']) {
        await type(page, key, value);
        await page.waitForFunction(([id, typed]) => document.getElementById(String(id))?.textContent?.startsWith(String(typed)), [`field-${key}-error`, value]);
        assert.equal((await text(page, `[id="field-${key}-error"]`)).replaceAll('\u202f', ' '), error);
        await answered(page, () => type(page, key, ''));
      }
    }
    await page.locator('#confidence').fill(told[lang][1][0]);
    await page.locator('#confidence').press('Enter');
    assert.equal((await text(page, '#confidence-error')).replaceAll('\u202f', ' '), told[lang][1][1]);
    assert.match(await text(page, '.hint[data-say=ratesHint]'), /1.% (or|ou) 100.%/);
    await page.context().close();
  }
});

test('no warm calls are typed as 0, and stay so in the link and in what is kept', async () => {
  for (const [lang, sentence] of [['en', /^About 10 meetings from 100 cold calls/], ['fr', /^Environ 10 rendez-vous pour 100 appels froids/]]) {
    const page = await browser.open(`#trials=20000&lang=${lang}`);
    await answered(page, () => type(page, 'share', '0'));
    assert.match(await text(page, '#sentence'), /** @type {RegExp} */ (sentence));
    assert.equal(await page.locator('#share input[type=range]').inputValue(), '0');
    await answered(page, () => page.locator('#keep').click());
    await page.waitForFunction(() => location.hash.includes('kept='));
    await page.reload();
    await settled(page);
    assert.match(await text(page, '#sentence'), /** @type {RegExp} */ (sentence));
    assert.equal(await text(page, '#notices'), '');
    assert.match(await text(page, '#kept'), /, 0.% (warm|chauds)/);
    // A number of calls is no share, whatever the command takes it for.
    await type(page, 'share', '1,000');
    await page.waitForFunction(() => document.getElementById('field-share-error')?.textContent?.startsWith('1,000 '));
    await page.context().close();
  }
});

test('on a phone what is typed is seen whole, and no line of the answer lies over another', async () => {
  for (const [lang, typed, taken] of [['en', 'mean(10% ; 20)', '10 %, weight 20'], ['fr', 'mean(10 % ; 20)', '10 %, poids 20']]) {
    const page = await browser.open(`#trials=8192&lang=${lang}`, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    await answered(page, () => page.locator('[data-start=sales]').click());
    const lines = await page.locator('#beside').evaluate((beside) => {
      const boxes = (/** @type {Node} */ of) => {
        const range = document.createRange();
        range.selectNodeContents(of);
        return [...range.getClientRects()];
      };
      const choice = /** @type {Element} */ (beside.querySelector('button'));
      const over = boxes(choice).filter((one) => boxes(/** @type {Node} */ (beside.firstChild)).some((other) => one.top < other.bottom - 4 && other.top < one.bottom - 4 && one.left < other.right && other.left < one.right));
      return { over, height: choice.getBoundingClientRect().height };
    });
    assert.deepEqual(lines.over, []);
    assert.ok(lines.height >= 44);
    const whole = (/** @type {string} */ key) => page.locator(`[id="field-${key}"]`).evaluate((field) => field.scrollWidth <= field.clientWidth);
    await answered(page, () => type(page, 'cold.meeting', String(typed)));
    assert.equal(await page.locator('[id="field-cold.meeting"]').inputValue(), taken);
    assert.ok(await whole('cold.meeting'));
    await type(page, 'cold.show', '0,1 to 0,2');
    await page.waitForFunction(() => document.getElementById('field-cold.show-error')?.textContent);
    assert.ok(await whole('cold.show'));
    await page.context().close();
  }
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
      for (const value of key === 'warm.meeting' ? wrong : wrong.slice(0, 2)) {
        await type(page, key, value);
        const error = page.locator(`[id="field-${key}-error"]`);
        await page.waitForFunction(([id, text]) => document.getElementById(id ?? '')?.textContent?.includes(text ?? ''), [`field-${key}-error`, value]);
        assert.match(await error.textContent() ?? '', / n['’]est pas un/, `${key} = ${value}`);
      }
      await type(page, key, key === 'calls' ? '100' : key === 'share' ? '50 %' : key === 'max_attempts' ? '1' : '');
      await page.waitForFunction((id) => document.getElementById(id)?.textContent === '', `field-${key}-error`);
    }
  }
  await answered(page, () => page.locator('#reset').click());
  await page.locator('#reading').selectOption('overall');
  await type(page, 'incident.rate', '90 %');
  await type(page, 'warm.meeting', '99 %');
  await page.waitForFunction(() => /^Avec tant d’incidents/.test(document.querySelector('#reading-error')?.textContent ?? ''));
  await page.context().close();
});

test('nothing went wrong on any page', () => assert.deepEqual(browser.wrong, []));
