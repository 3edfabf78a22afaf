// That everybody can use the page: axe's rules in both themes and languages, and nothing that sticks out at 360 px.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';

import { start } from './browser.js';

/** @type {Awaited<ReturnType<typeof start>>} */
let browser;

before(async () => {
  browser = await start();
});
after(() => browser.stop());

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  for (const lang of ['en', 'fr']) {
    test(`axe finds nothing: ${colorScheme}, ${lang}`, async () => {
      const page = await browser.open(`#trials=20000&lang=${lang}&incident.disliked=0.3&nonsense=1`, { colorScheme, bypassCSP: true });
      for (const summary of await page.locator('summary:visible').all()) await summary.click();
      await page.addScriptTag({ path: AXE });
      const { violations } = await page.evaluate(() => /** @type {any} */ (window).axe.run());
      const told = violations.map((/** @type {any} */ each) => `${each.id}: ${each.nodes.map((/** @type {any} */ node) => node.html).join(' ')}`);
      assert.deepEqual(told, []);
      await page.context().close();
    });
  }
}

for (const width of [360, 1024, 1920]) {
  test(`nothing sticks out at ${width} px`, async () => {
    for (const lang of ['en', 'fr']) {
      const page = await browser.open(`#trials=20000&lang=${lang}&strategy=snowball`, { viewport: { width, height: 800 } });
      for (const summary of await page.locator('summary:visible').all()) await summary.click();
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
      const cut = await page.locator('.tree text').evaluateAll((texts) => {
        const right = document.querySelector('.tree')?.getBoundingClientRect().right ?? 0;
        return texts.filter((each) => each.getBoundingClientRect().right > right + 1).map((each) => each.textContent);
      });
      assert.deepEqual(cut, []);
      const over = await page.locator('.tree text').evaluateAll((texts) => {
        const boxes = texts.map((each) => each.getBoundingClientRect());
        const meet = (/** @type {DOMRect} */ one, /** @type {DOMRect} */ two) =>
          one.left < two.right && two.left < one.right && Math.abs(one.top - two.top) < 8;
        return texts.filter((_, index) => boxes.some((box, other) => other > index && meet(/** @type {DOMRect} */ (boxes[index]), box))).map((each) => each.textContent);
      });
      assert.deepEqual(over, []);
      assert.ok(await page.locator('#sides-table').evaluate((table) => table.scrollWidth <= table.clientWidth));
      await page.context().close();
    }
  });
}
