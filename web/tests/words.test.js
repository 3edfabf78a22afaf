// What is typed and what is said, in the words of those who read it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { answered, command, ROOT, settled, start, text } from './browser.js';
import { drop, sameAsTheCommand, type, wordsOfTheCommand } from './hands.js';

/** @type {Awaited<ReturnType<typeof start>>} */
let browser;

before(async () => {
  browser = await start();
});
after(() => browser.stop());

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

test('too many attempts in all are told at their field', async () => {
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

test('what a link has that does not go together is told in the words of its fields', async () => {
  for (const [lang, said] of [['en', 'Names that meetings bring are called once each'], ['fr', 'Les noms que donnent les rendez-vous sont appelés une fois chacun']]) {
    for (const hash of ['strategy=snowball&max_attempts=3', 'strategy=snowball&contacts=40&max_attempts=2']) {
      const page = await browser.open(`#trials=8192&lang=${lang}&${hash}`);
      const told = await text(page, '#notices');
      assert.ok(told.includes(String(said)), told);
      assert.deepEqual(wordsOfTheCommand(told), []);
      assert.doesNotMatch(told, / = /);
      assert.match(await page.locator('#field-share').inputValue(), /^50.%$/);
      await page.context().close();
    }
  }
});

test('words of a link that nobody knows are left out, and what is refused has its field before it', async () => {
  const page = await browser.open('#trials=8192&lang=fr&reading=foo&preset=foo&incident.response=foo&cold.meeting=1.2');
  const told = await page.locator('#notices .notice > span').allTextContents();
  assert.deepEqual(told.map((each) => each.replaceAll(/\s/g, ' ')), [
    ...['reading', 'preset', 'incident.response'].map((key) => `Le lien avait ${key} = foo, que la page ne connaît pas : il a été omis.`),
    'Le lien avait une valeur qui n’est pas acceptée ; la valeur par défaut la remplace. Rendez-vous pris (par prise de contact (appel froid)) : 1.2 n’est pas une probabilité. Tapez 10 %, 1 sur 10 ou 7/94, ou une plage : 5 à 10 %.',
  ]);
  await page.context().close();
});

test('a number up to 1 is told its two readings where percentages are typed', async () => {
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

test('a link that keeps no campaign had the figures of another question, and says so now', async () => {
  for (const kept of ['calls%3Dabc', 'calls%3D40%26cold.meeting%3D2', 'foo%3D1']) {
    const page = await browser.open(`#trials=8192&kept=${kept}`);
    await settled(page);
    assert.match(await text(page, '#notices'), /^The link had kept = /);
    assert.ok(await page.locator('#kept').isHidden());
    await answered(page, () => page.getByRole('button', { name: 'a sales week' }).click());
    assert.match(await text(page, '#plan'), /calls/);
    assert.match(await text(page, '#beside'), /23/);
    await page.waitForFunction(() => !location.hash.includes('kept'));
    await page.context().close();
  }
});

test('a plan that takes long is not left beside another target', async () => {
  const page = await browser.open('#trials=8192&preset=published&target=12');
  await settled(page);
  await page.locator('#target').fill('1000');
  await page.locator('#target').press('Enter');
  await page.waitForFunction(() => document.getElementById('plan')?.textContent === 'Computing …');
  assert.equal(await text(page, '#plan-told'), '');
  await settled(page);
  assert.match(await text(page, '#plan'), /calls/);
  await page.context().close();
});

test('campaigns to begin with, and the other figures at the sentence', async () => {
  const page = await browser.open('#trials=20000');
  await answered(page, () => page.getByRole('button', { name: 'a sales week' }).click());
  for (const [name, file, target] of [['a sales week', 'sales-week', '30'], ['a fund-raiser', 'fund-raiser', '20'], ['a job seeker', 'job-seeker', '25']]) {
    await answered(page, () => page.getByRole('button', { name }).click());
    const { scenario, exact } = JSON.parse(command(['simulate', `${ROOT}data/scenarios/${file}.toml`, '--trials', '20000', '--format', 'json']));
    const shown = await sameAsTheCommand(page);
    assert.deepEqual([shown.scenario.rates, shown.scenario.calls, shown.exact.mean], [scenario.rates, scenario.calls, exact.mean]);
    assert.equal(await page.locator('#target').inputValue(), target);
    assert.match(await text(page, '#beside'), /^Rates of an example, else a coach’s: set your own\. Else published ones: about \d/);
  }
  await answered(page, () => page.locator('#reset').click());
  await answered(page, () => type(page, 'calls', '60'));
  await answered(page, () => type(page, 'share', '25 %'));
  const mean = /about ([\d.]+)/.exec(await text(page, '#other'))?.[1];
  await answered(page, () => page.locator('#other').click());
  assert.match(await text(page, '#sentence'), new RegExp(`^About ${mean} meetings from 60 calls`));
  assert.equal(await page.locator('#preset').inputValue(), 'published');
  assert.match(await text(page, '#other'), /At a coach’s figures: about 18/);
  await page.context().close();
});

test('whose figures are in force beside rates that are set is said and chosen at the sentence', async () => {
  for (const lang of ['en', 'fr']) {
    const page = await browser.open(`#trials=20000&lang=${lang}`);
    const chosen = async () => {
      const mean = /(?:about|environ) ([\d.,]+)$/.exec(await text(page, '#other'))?.[1];
      await answered(page, () => page.locator('#other').click());
      assert.match(await text(page, '#sentence'), new RegExp(`^(About|Environ) ${mean} `));
      return sameAsTheCommand(page);
    };
    await answered(page, () => type(page, 'cold.meeting', '20 %'));
    assert.match(await text(page, '#beside'), /^(Rates that you set, else a coach’s\.|Les taux que vous avez fixés, sinon ceux d’un coach\.)/);
    const own = await chosen();
    assert.deepEqual([own.scenario.preset, own.scenario.rates['cold.meeting']], ['published', 0.2]);
    assert.match(await text(page, '#beside'), /^(Rates that you set, else published ones\.|Les taux que vous avez fixés, sinon les taux publiés\.)/);
    // A campaign to begin with has the figures that were chosen, but for its own.
    await answered(page, () => page.locator('[data-start=sales]').click());
    const { scenario } = await sameAsTheCommand(page);
    assert.deepEqual([scenario.preset, scenario.rates['cold.reach'], typeof scenario.rates['warm.meeting']], ['published', 0.2, 'object']);
    assert.equal((await chosen()).scenario.preset, 'documented');
    // Rates of a log stay, whatever the others are.
    await drop(page, `kind,outcome\n${'cold,meeting\n'.repeat(9)}${'cold,refused\n'.repeat(40)}`);
    await answered(page, () => page.locator('#apply').click());
    assert.match(await text(page, '#beside'), /^(Rates from your log, else a coach’s|Les taux de votre journal, sinon ceux d’un coach)/);
    assert.equal(typeof (await chosen()).scenario.rates['cold.meeting'], 'object');
    assert.match(await text(page, '#command'), /--preset published .*cold\.meeting=beta/);
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
