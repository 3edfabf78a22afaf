// How long the package takes in Node, on one thread: `node benches/wasm.mjs`, after scripts/wasm.
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";

const folder = new URL("../target/wasm/pkg/", import.meta.url);
const outreach = await import(new URL("node.js", folder));

/** The median of some runs, in milliseconds. */
function milliseconds(act, runs = 9) {
  const times = Array.from({ length: runs }, () => {
    const begun = performance.now();
    act();
    return performance.now() - begun;
  });
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)];
}

function firstAnswer(settings) {
  const simulation = new outreach.Simulation(settings);
  simulation.answer();
  simulation.free();
}

const rows = [];
const begun = performance.now();
await outreach.default();
rows.push(["start", performance.now() - begun]);
rows.push(["first answer: exact distribution and 4096 trials of 100 calls", milliseconds(() => firstAnswer({}))]);
rows.push(["first answer with two uncertain rates", milliseconds(() => firstAnswer({ "cold.meeting": "beta(2, 18)", "warm.meeting": "mean(0.9, 10)" }))]);
rows.push(["first answer of a snowball", milliseconds(() => firstAnswer({ strategy: "snowball" }))]);
rows.push(["simulate: 100,000 trials of 100 calls", milliseconds(() => outreach.simulate({}))]);
rows.push(["compare: 3 strategies, 10,000 trials", milliseconds(() => outreach.compare(["cold", "mixed", "referral-heavy"], {}, { trials: 10_000 }))]);
rows.push(["plan: 5 meetings", milliseconds(() => outreach.plan({}, { meetings: 5 }))]);
rows.push(["sensitivity", milliseconds(() => outreach.sensitivity({}))]);
for (const [what, time] of rows) console.log(`${time.toFixed(1).padStart(8)} ms  ${what}`);
for (const name of ["outreach_bg.wasm", "outreach.js"]) {
  const bytes = await readFile(new URL(name, folder));
  console.log(`${(gzipSync(bytes, { level: 9 }).length / 1000).toFixed(1).padStart(8)} kB  ${name}, compressed by gzip`);
}
