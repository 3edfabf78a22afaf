// Builds the page into target/web from its sources and the modules that scripts/wasm has made. Names of files follow what they
// hold, so that a new page never meets old files, and each has packed ones beside it.

import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

import { build, transform } from 'esbuild';

import { pages } from './opening.js';
import { starts } from './starts.js';

const WEB = fileURLToPath(new URL('./', import.meta.url));
const ROOT = join(WEB, '..');
const PAGE = join(ROOT, 'target/web');

/** What holds nothing that could be packed. */
const PACKED = /\.(js|wasm|html|svg|webmanifest)$/;

/** Bundles a script; says what its file is called and what it was made of. @param {string} script @param {Record<string, string>} [names] */
async function bundle(script, names = {}) {
  const { metafile } = await build({
    absWorkingDir: WEB,
    entryPoints: [`src/${script}`],
    outdir: PAGE,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    alias: { outreach: join(ROOT, 'target/wasm/page/outreach.js'), 'outreach-logs': join(ROOT, 'target/wasm/logs/outreach.js') },
    define: Object.fromEntries(Object.entries(names).map(([name, value]) => [name, JSON.stringify(value)])),
    loader: { '.wasm': 'file' },
    bundle: true,
    // What reads logs is a file of its own, which the first log fetches.
    splitting: true,
    minify: !process.env.PLAIN,
    format: 'esm',
    target: 'es2022',
    metafile: true,
    logLevel: 'warning',
    plugins: [starts],
  });
  const outputs = Object.entries(metafile.outputs).map(([path, { entryPoint }]) => ({ name: path.split('/').at(-1) ?? '', entryPoint }));
  const own = outputs.find(({ entryPoint }) => entryPoint === `src/${script}`)?.name ?? '';
  return { own, others: outputs.map(({ name }) => name).filter((name) => name !== own) };
}

await rm(PAGE, { recursive: true, force: true });
await mkdir(PAGE, { recursive: true });
await cp(join(WEB, 'static'), PAGE, { recursive: true });

const worker = await bundle('worker.js');
const main = await bundle('main.js', { WORKER: worker.own });
const first = main.others.find((name) => name.startsWith('first_bg-')) ?? '';

const { code: style } = await transform(await readFile(join(WEB, 'style.css'), 'utf8'), { loader: 'css', minify: true });
const index = await readFile(join(WEB, 'index.html'), 'utf8');
for (const [name, html] of Object.entries(await pages(index, style.trim(), { 'src/main.js': main.own, 'src/worker.js': worker.own, 'first_bg.wasm': first }))) {
  await writeFile(join(PAGE, name), html);
}

const files = (await readdir(PAGE)).filter((name) => name !== 'offline.js').sort();
const hash = createHash('sha256');
for (const file of files) hash.update(await readFile(join(PAGE, file)));
const offline = await readFile(join(PAGE, 'offline.js'), 'utf8');
// Pictures for those who pass the page on are not for who has it.
const kept = files.filter((file) => !file.endsWith('.png')).map((file) => (file === 'index.html' ? './' : file));
await writeFile(join(PAGE, 'offline.js'), offline.replace("'KEPT'", `'outreach-${hash.digest('hex').slice(0, 12)}'`).replace("['FILES']", JSON.stringify(kept)));

for (const file of [...files, 'offline.js'].filter((file) => PACKED.test(file))) {
  const bytes = await readFile(join(PAGE, file));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  await writeFile(join(PAGE, `${file}.gz`), gzipSync(bytes, { level: 9 }));
  await writeFile(join(PAGE, `${file}.br`), brotliCompressSync(bytes, { params }));
}
