// The pages docs/embedding.md and docs/embedding-browser.md print what they say.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import { outreach, root } from "./package.mjs";

const pages = ["docs/embedding.md", "docs/embedding-browser.md"];
const page = pages.map((name) => readFileSync(resolve(root, name), "utf8")).join("\n");
const blocks = [...page.matchAll(/```js\n((?:(?!```).)*)```\s*\n```text\n(.*?)```/gs)];

for (const [index, [, program, printed]] of blocks.entries()) {
  test(`program ${index + 1} of the pages`, () => {
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

test("the pages have three such programs", () => assert.equal(blocks.length, 3));
