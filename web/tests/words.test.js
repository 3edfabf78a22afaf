// What is said, in the words of those who read it.

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

test('French, by browser and by switch', async () => {
  const page = await browser.open('#trials=20000', { locale: 'fr-FR' });
  assert.match(await text(page, '#sentence'), /^Environ 50 rendez-vous pour 100 appels \(50 chauds, 50 froids\)\s; de 45 à 55 dans 93\s% des campagnes/);
  assert.match(await text(page, '#figures'), /49,733/);
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'fr');
  await answered(page, () => page.locator('[data-lang=en]').click());
  assert.match(await text(page, '#sentence'), /^About 50 meetings/);
  await page.context().close();
});

test('nothing went wrong on any page', () => assert.deepEqual(browser.wrong, []));
