// Pictures for previews, which bear the hash of the drawing that they were made of: pixels differ from machine to machine.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

/** What a text chunk of PNG is called that says what it is of. */
const SOURCE = 'tEXtSource\0';

/** The last chunk of a PNG. */
const END = 12;

/** @param {string | Buffer} svg */
const hash = (svg) => createHash('sha256').update(svg).digest('hex');

/** The picture with the hash of its drawing. @param {Buffer} png @param {Buffer} svg */
export function card(png, svg) {
  const text = Buffer.from(SOURCE + hash(svg));
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(text.length - 4);
  check.writeUInt32BE(crc32(text));
  return Buffer.concat([png.subarray(0, -END), length, text, check, png.subarray(-END)]);
}

/** Whether a picture was made of this drawing. @param {Buffer} png @param {Buffer} svg */
export const isOf = (png, svg) => png.includes(SOURCE + hash(svg));

/** What the page draws of its answer, as a file. @param {import('playwright-core').Page} page @param {'svg' | 'png'} kind */
export async function drawn(page, kind) {
  const [taken] = await Promise.all([page.waitForEvent('download'), page.locator(`[data-download=${kind}]`).click()]);
  return readFile(String(await taken.path()));
}
