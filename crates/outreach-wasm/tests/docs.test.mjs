// The page docs/embedding-browser.md prints what it says.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import { outreach, root } from "./package.mjs";

const page = readFileSync(resolve(root, "docs/embedding-browser.md"), "utf8");
const blocks = [...page.matchAll(/```js\n((?:(?!```).)*)```\s*\n```text\n(.*?)```/gs)];

for (const [index, [, program, printed]] of blocks.entries()) {
  test(`program ${index + 1} of the page`, () => {
    const lines = [];
    const console = { log: (...words) => lines.push(words.join(" ")) };
    const body = program.replace(/^import .*$/m, "").replace("await init();", "");
    new Function("console", ...Object.keys(outreach).filter((name) => name !== "default"), body)(
      console,
      ...Object.entries(outreach).filter(([name]) => name !== "default").map(([, value]) => value),
    );
    const plain = (text) => text.replace(/[\u00a0\u202f]/g, " ");
    assert.equal(plain(lines.join("\n")), plain(printed.trimEnd()));
  });
}

test("the page has two such programs", () => assert.equal(blocks.length, 2));
