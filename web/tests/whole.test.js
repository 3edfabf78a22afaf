// The page as a whole: its address, without network, in files, on paper, on a phone.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { answered, command, loaded, settled, start, text } from './browser.js';
import { drawn, isOf } from './card.js';
import { counts, dots, sameAsTheCommand, type } from './hands.js';

/** @type {Awaited<ReturnType<typeof start>>} */
let browser;

before(async () => {
  browser = await start();
});
after(() => browser.stop());

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

test('needs no network once it is loaded', async () => {
  const page = await browser.open('#trials=20000');
  await loaded(page);
  await page.context().setOffline(true);
  await answered(page, () => page.locator('#share input[type=range]').fill('20'));
  await answered(page, () => page.getByLabel('names that meetings bring').check());
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

test('files and paper have the whole title, in both languages', async () => {
  for (const lang of ['en', 'fr']) {
    const page = await browser.open(`#trials=20000&lang=${lang}&preset=published&contacts=1500&max_attempts=4&warm=0.3`);
    const svg = (await drawn(page, 'svg')).toString();
    const cut = await page.evaluate((svg) => {
      const shown = document.importNode(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement, true);
      document.body.append(shown);
      const whole = shown.getBoundingClientRect();
      return [...shown.querySelectorAll('text')].filter((each) => each.getBoundingClientRect().right > whole.right || each.getBoundingClientRect().left < whole.left).map((each) => each.textContent);
    }, svg);
    assert.deepEqual(cut, []);
    const words = (/** @type {string} */ told) => told.replace(/\s/g, '');
    assert.ok(words(svg.replace(/<[^>]*>/g, '')).includes(words(await text(page, '#sentence'))));
    await page.context().close();
  }
});

test('print has its own colours, on one page', async () => {
  const printed = ['', '&calls=60&warm=0.8&kept=opening', '&strategy=snowball', '&preset=published&contacts=60&max_attempts=4&cold.reach=0.1&cold.reachable=0.5', '&preset=published&calls-per-week=30&kept=calls%3D60'];
  for (const [lang, hash] of printed.flatMap((hash) => [['en', hash], ['fr', hash]])) {
    const page = await browser.open(`#trials=20000&lang=${lang}${hash}`, { colorScheme: 'dark' });
    for (const format of ['A4', 'Letter']) {
      const pdf = await page.pdf({ format, printBackground: true });
      assert.equal(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length, 1, `${format} ${lang} ${hash}`);
    }
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const colours = await page.evaluate(() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('#sentence') ?? document.body).color]);
    assert.deepEqual(colours, ['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    await page.context().close();
  }
});

test('the answer to the opening question is there without scripts, in both languages', async () => {
  for (const [name, sentence, needs, own, others] of /** @type {const} */ ([
    ['', /^About 50 meetings from 100 calls/, /^This is the answer.*needs JavaScript/, /meetings/g, /rendez-vous|appels/],
    ['fr.html', /^Environ 50 rendez-vous pour 100 appels/, /^C’est la réponse.*il faut JavaScript/, /rendez-vous/g, /meetings|calls|coach’s/],
  ])) {
    for (const width of [360, 1280]) {
      const page = await browser.blank({ javaScriptEnabled: false, viewport: { width, height: 740 } });
      await page.goto(browser.address + name);
      assert.match(await text(page, '#sentence'), sentence);
      assert.match(await text(page, '#beside'), /(about|environ) 3$/);
      assert.match(await text(page, 'noscript'), needs);
      const shown = (await page.locator('body').innerText()).replaceAll(/\s/g, ' ');
      assert.doesNotMatch(shown, others);
      assert.equal(shown.match(sentence.source.includes('About') ? /About 50 meetings/g : /Environ 50 rendez-vous/g)?.length, 1);
      assert.ok((shown.match(own)?.length ?? 0) > 3, shown);
      // Nothing that does nothing, and no empty boxes.
      assert.equal(await page.locator('button:visible, input:visible, select:visible, summary:visible, [tabindex="0"]:visible').count(), 0);
      assert.equal(await page.locator('.card:visible').count(), 2);
      const box = await page.locator('#yield svg').boundingBox();
      assert.ok(box && box.width > 250 && box.x + box.width <= width, JSON.stringify(box));
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      assert.ok(height < 1100, `${width}: ${height}`);
      const other = await fetch(new URL((await page.locator('noscript a').getAttribute('href')) ?? '', page.url()));
      assert.equal(other.status, 200);
      await page.context().close();
    }
  }
  const page = await browser.blank({ javaScriptEnabled: false });
  await page.goto(browser.address);
  for (const link of ['link[rel=manifest]', 'link[rel=apple-touch-icon]', 'link[rel=icon]']) {
    const { status } = await fetch(new URL((await page.locator(link).getAttribute('href')) ?? '', browser.address));
    assert.equal(status, 200);
  }
  await page.context().close();
});

test('each language has a page of its own, with what is shown of it where it is passed on', async () => {
  for (const [name, lang, said] of /** @type {const} */ ([['', 'en', 'About 50 meetings'], ['fr.html', 'fr', 'Environ 50 rendez-vous']])) {
    const page = await browser.blank({ javaScriptEnabled: false });
    await page.goto(browser.address + name);
    assert.equal(await page.locator('html').getAttribute('lang'), lang);
    assert.ok((await text(page, '#sentence')).startsWith(said));
    const meta = async (/** @type {string} */ property) => (await page.locator(`meta[property="og:${property}"]`).getAttribute('content')) ?? '';
    assert.equal(await meta('title'), await text(page, 'h1'));
    assert.ok((await meta('image:alt')).startsWith(said));
    const card = await fetch(new URL(await meta('image'), page.url()));
    assert.equal(card.headers.get('content-type'), 'image/png');
    const picture = Buffer.from(await card.arrayBuffer());
    assert.deepEqual([picture.readUInt32BE(16), picture.readUInt32BE(20)], [1920, 1080]);
    await page.context().close();
  }
  const page = await browser.blank({ permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(`${browser.address}fr.html#trials=20000&calls=60`);
  await settled(page);
  assert.match(await text(page, '#sentence'), /^Environ 30 rendez-vous pour 60 appels/);
  await page.locator('#copy-link').click();
  await page.waitForFunction(() => document.querySelector('#copied')?.textContent);
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${browser.address}fr.html#calls=60&trials=20000&lang=fr`);
  await page.context().close();
});

test('what is built into the page, and the pictures of previews, are what the page answers now', async () => {
  for (const [name, lang, locale] of /** @type {const} */ ([['', 'en', 'en-GB'], ['fr.html', 'fr', 'fr-FR']])) {
    const built = await browser.blank({ javaScriptEnabled: false });
    await built.goto(browser.address + name);
    const page = await browser.open('', { locale });
    for (const part of ['#sentence', '#beside', '#headline', '#yield-key']) assert.equal(await text(built, part), await text(page, part));
    const strong = async (/** @type {import('playwright-core').Page} */ of) => (await dots(of)).map(([, fill]) => fill);
    assert.deepEqual(await strong(built), await strong(page));
    const picture = await readFile(new URL(`../static/card-${lang}.png`, import.meta.url));
    assert.ok(isOf(picture, await drawn(page, 'svg')), `card-${lang}.png is made by scripts/web-tests --screenshots`);
    await built.context().close();
    await page.context().close();
  }
});

test('what is built into the page is not taken for the answer to another question, nor read in another language', async () => {
  for (const [hash, options] of /** @type {const} */ ([['#calls=40', {}], ['', { locale: 'fr-FR' }]])) {
    const page = await browser.blank(options);
    await page.route('**/first_bg-*.wasm', (route) => route.abort());
    await page.goto(browser.address + hash);
    await page.locator('#notices .notice').first().waitFor();
    for (const id of ['#headline', '#yield', '#yield-key']) assert.equal(await text(page, id), '');
    await page.context().close();
  }
});

test('a module that cannot be fetched is told, beside the answer to the opening question', async () => {
  const page = await browser.blank();
  await page.route('**/first_bg-*.wasm', (route) => route.abort());
  await page.goto(browser.address);
  await page.locator('#notices .notice').waitFor();
  assert.match(await text(page, '#notices'), /Load the page again/);
  assert.match(await text(page, '#sentence'), /^About 50 meetings/);
  await page.context().close();
});

test('a worker that cannot be fetched is told too', async () => {
  const page = await browser.blank();
  await page.route('**/worker-*.js', (route) => route.abort());
  await page.goto(browser.address);
  await page.locator('#notices .notice').first().waitFor();
  assert.match(await text(page, '#sentence'), /^About 50 meetings/);
  await page.context().close();
});

test('what the first answers never run is asked of the whole module', async () => {
  const page = await browser.blank();
  await page.addInitScript(() => {
    const end = Worker.prototype.terminate;
    Worker.prototype.terminate = function () {
      document.documentElement.dataset.ended = '';
      return end.call(this);
    };
  });
  /** @type {() => void} */
  let release = () => {};
  const held = new Promise((resolve) => (release = () => resolve(null)));
  await page.route('**/outreach_bg-*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  // None of the questions that the first module was cut out by.
  await page.goto(`${browser.address}#strategy=snowball&pool.decay=0.8&trials=20000`);
  await page.waitForFunction(() => document.documentElement.dataset.ended !== undefined);
  assert.equal(await text(page, '#sentence'), 'Loading …');
  release();
  await settled(page);
  await sameAsTheCommand(page);
  assert.equal(await text(page, '#notices'), '');
  await page.context().close();
});

test('nothing is seen to move as the page loads', async () => {
  for (const width of [360, 412, 600, 768, 1280]) {
    for (const locale of ['en-GB', 'fr-FR']) {
      const page = await browser.blank({ viewport: { width, height: 823 }, locale });
      await page.addInitScript(() => {
        /** @type {any} */ (window).shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) /** @type {any} */ (window).shift += /** @type {any} */ (entry).value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(`${browser.address}#trials=20000`);
      await settled(page);
      const shift = await page.evaluate(() => /** @type {any} */ (window).shift);
      assert.ok(shift <= 0.05, `${width} ${locale}: ${shift}`);
      await page.context().close();
    }
  }
});

test('each file is fetched once, packed', async () => {
  const page = await browser.blank({ serviceWorkers: 'block' });
  /** @type {Map<string, number>} */
  const fetched = new Map();
  page.on('response', (response) => {
    const name = new URL(response.url()).pathname.split('/').at(-1) ?? '';
    if (!response.fromServiceWorker() && response.status() === 200) fetched.set(name, (fetched.get(name) ?? 0) + 1);
    if (/\.(js|wasm)$/.test(name)) assert.equal(response.headers()['content-encoding'], 'br', name);
  });
  await page.goto(browser.address);
  await settled(page);
  const named = (/** @type {string} */ start) => [...fetched].filter(([name]) => name.startsWith(start));
  // Their names follow what they hold.
  for (const start of ['first_bg', 'outreach_bg', 'main']) {
    assert.equal(named(start).length, 1, start);
    assert.match(String(named(start)[0]?.[0]), /-[A-Z0-9]{8}\.(js|wasm)$/);
    assert.equal(named(start)[0]?.[1], 1, start);
  }
  await page.context().close();
});

test('forty million trials have an answer', async () => {
  const page = await browser.open('#trials=40000000&calls=1&warm=0.0');
  assert.match(await text(page, '#trials'), /^40,000,000 simulated campaigns$/);
  assert.equal(await text(page, '#notices'), '');
  await page.context().close();
});

test('at twice the size the answer is in view, and with colours of the visitor it can be told apart', async () => {
  // 1280 pixels at 200 % are 640 of the page's.
  const page = await browser.open('#trials=20000', { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2, forcedColors: 'active' });
  const box = await page.locator('#sentence').boundingBox();
  assert.ok(box && box.y >= 0 && box.y + box.height < 400, JSON.stringify(box));
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 640);
  const pressed = await page.locator('[data-lang=en]').evaluate((button) => getComputedStyle(button).outlineStyle);
  assert.equal(pressed, 'solid');
  await page.context().close();
});

test('what a finger touches is 44 pixels high', async () => {
  const page = await browser.open('#trials=20000&cold.meeting=0.2', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  await page.locator('details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
  const small = await page.locator('button, summary, select, input[type=text], input[type=range], .choice label, #target, #confidence').evaluateAll((all) =>
    all.filter((each) => /** @type {HTMLElement} */ (each).offsetParent && each.getBoundingClientRect().height < 44).map((each) => each.outerHTML),
  );
  assert.deepEqual(small, []);
  for (const width of [360, 1900]) {
    await page.setViewportSize({ width, height: 740 });
    await page.waitForFunction((wide) => document.querySelector('.tree')?.classList.contains('right') === wide, width > 1000);
    const responses = await page.locator('.response rect').evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height));
    assert.ok(responses.length === 4 && responses.every((height) => height >= 44), String(responses));
  }
  await page.context().close();
});

test('nothing went wrong on any page', () => assert.deepEqual(browser.wrong, []));
