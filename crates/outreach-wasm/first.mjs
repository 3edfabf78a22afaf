// Cuts out of the page's module what its first answers run through: `node first.mjs FOLDER` makes first_bg.wasm of the
// outreach_bg.wasm there. Every other function is a trap, after which the page asks the whole module.

import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import binaryen from 'binaryen';

import { SETTINGS } from '../../web/src/state.js';

const folder = resolve(process.argv[2]);
const whole = await readFile(`${folder}/outreach_bg.wasm`);

/** What the sliders come by, at either figures. */
const MOVED = ['documented', 'published'].flatMap((preset) =>
  ['0.0', '0.05', '0.2', '0.5', '0.95', '1.0'].flatMap((warm) => ['1', '20', '100', '175', '300'].map((calls) => ({ preset, calls, warm }))),
);

/** What else is often set. */
const SET = [{ 'cold.meeting': '12.5%' }, { 'cold.meeting': 'range(5%, 10%)' }, { 'warm.show': '4 in 5' }, { 'warm.meeting': 'beta(2, 18)' }, { 'effort.meeting': '45' }, { calls: '20000' }, { 'incident.response': 'reframe' }];

/** Those of scripts/wasm; which bulk memory has a part that is switched on apart. */
const FEATURES = ['SIMD128', 'BulkMemory', 'BulkMemoryOpt', 'NontrappingFPToInt', 'SignExt', 'MutableGlobals', 'ReferenceTypes', 'Multivalue']
  .reduce((all, name) => all | binaryen.Features[name], 0);

const read = () => {
  const module = binaryen.readBinary(whole);
  module.setFeatures(FEATURES);
  const all = Array.from({ length: module.getNumFunctions() }, (_, index) => module.getFunctionByIndex(index));
  const own = all.map((at) => ({ at, ...binaryen.getFunctionInfo(at) })).filter(({ module }) => !module);
  return { module, own };
};

/** Whether each function is run by the first answers: the module with a global for each, which its function sets. */
async function run() {
  const { module, own } = read();
  own.forEach(({ at, body, results }, index) => {
    const name = `ran ${index}`;
    module.addGlobal(name, binaryen.i32, true, module.i32.const(0));
    module.addGlobalExport(name, name);
    binaryen.Function.setBody(at, module.block(null, [module.global.set(name, module.i32.const(1)), body], results));
  });
  const { default: init, Simulation, model } = await import(pathToFileURL(`${folder}/outreach.js`).href);
  const globals = await init({ module_or_path: module.emitBinary() });
  for (const settings of [...MOVED, ...SET.map((set) => ({ ...SETTINGS, ...set }))]) {
    // A language has few functions of its own.
    for (const language of settings.calls === '20' ? ['en', 'fr'] : ['en']) {
      const simulation = new Simulation(settings, { trials: 20_000, seed: 42n, language });
      simulation.advance(4096);
      simulation.glance();
      while (!simulation.done) {
        simulation.advance(simulation.trials);
        simulation.answer();
      }
      simulation.free();
      model(settings);
    }
  }
  return own.map((_, index) => globals[`ran ${index}`].value === 1);
}

const ran = await run();
const { module, own } = read();
own.forEach(({ at }, index) => ran[index] || binaryen.Function.setBody(at, module.unreachable()));
binaryen.setOptimizeLevel(2);
binaryen.setShrinkLevel(2);
binaryen.setLowMemoryUnused(true);
module.optimize();
await writeFile(`${folder}/first_bg.wasm`, module.emitBinary());
console.log(`${ran.filter(Boolean).length} of ${own.length} functions are run by the first answers`);
