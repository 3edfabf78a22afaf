// What is wrong with what was given is thrown, each thing with its key; nothing that anybody can give stops the module.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import { command, outreach, root, thrown } from "./package.mjs";

const bytes = (text) => new TextEncoder().encode(text);
const keysOf = (act) => thrown(act).messages.map(({ key }) => key);

test("every wrong field is told with its key, all at once", () => {
  const error = thrown(() => outreach.simulate({ "cold.meeting": "1.2", calls: "many" }, { trials: "none", sead: 3 }));
  assert.ok(error instanceof Error);
  assert.deepEqual(error.messages.map(({ key }) => key), ["trials", "sead", "cold.meeting", "calls"]);
  assert.equal(error.messages[2].text, "cold.meeting = 1.2 is not a probability (0 to 1)");
  assert.match(error.messages[1].text, /did you mean `seed`/);
  assert.match(error.message, /cold\.meeting = 1\.2/);
});

test("what only the library refuses has its key too", () => {
  assert.deepEqual(keysOf(() => outreach.simulate({ calls: "0" })), ["calls"]);
  assert.deepEqual(keysOf(() => outreach.simulate({}, { trials: 0 })), ["trials"]);
  assert.deepEqual(keysOf(() => outreach.simulate({}, { so_far: ["cold=1"] })), ["so_far"]);
  assert.deepEqual(keysOf(() => outreach.simulate({ "cold.meting": "0.1" })), ["cold.meting"]);
  assert.deepEqual(keysOf(() => outreach.simulate({ strategy: "cold", warm: "3" })), ["warm"]);
  assert.deepEqual(keysOf(() => outreach.plan({}, {})), ["meetings"]);
  assert.deepEqual(keysOf(() => outreach.plan({}, { meetings: 3, confidence: 2 })), ["confidence"]);
  assert.deepEqual(keysOf(() => outreach.calibrate(bytes("outcome\nmeeting\n"), { log: { columns: { dte: "x" } } })), ["log.columns"]);
  assert.deepEqual(keysOf(() => outreach.compare([], {})), ["strategies"]);
  assert.deepEqual(keysOf(() => outreach.compare(["cold"], {}, { max_attempts: [3] })), ["max_attempts"]);
  assert.deepEqual(keysOf(() => outreach.simulate({}, { scenario: "mine.toml" })), [null]);
  assert.deepEqual(keysOf(() => outreach.compare(["hot"], {})), ["strategies"]);
  assert.deepEqual(keysOf(() => outreach.compare(["cold", { "cold.meeting": "7" }], {})), ["cold.meeting"]);
  assert.deepEqual(keysOf(() => outreach.compare(["cold", 5], {})), [null]);
});

test("errors in files have line and column", () => {
  assert.match(thrown(() => outreach.settingsOf("calls = 40\n[rates]\ncold.meeting = 7\n")).message, /^scenario\.toml:3:16: cold\.meeting = 7/);
  assert.match(thrown(() => outreach.settingsOf("calls =")).message, /^scenario\.toml:1:8: /);
  const log = "date,kind,outcome\n2026-03-02,cold,meeting\n2026-03-03,lukewarm\n2026-03-04,cold,perhaps\n";
  assert.match(thrown(() => outreach.calibrate(bytes(log), { log: { file: "mine.csv", strict: true } })).message, /^mine\.csv: .*line 4/s);
  assert.match(thrown(() => outreach.calibrate(bytes("a,b\n\"1,2\n"))).message, /quote is not closed|no column/);
});

test("a target out of reach is an answer", () => {
  const { json, sentence } = outreach.plan({}, { meetings: 5, confidence: 1 });
  assert.deepEqual([json.attempts, json.referrals, json.hours], [null, null, null]);
  assert.ok(sentence.length > 0);
});

test("French, CSV and big seeds", () => {
  assert.match(outreach.simulate({}, { language: "fr", trials: 100 }).sentence, /rendez-vous/);
  const { csv } = outreach.simulate({}, { csv: true, trials: 100 });
  assert.equal(csv.split("\n")[0], "meetings,trials,share,share_std_error,exact_share");
  assert.equal("csv" in outreach.simulate({}, { trials: 100 }), false);
  const [big, small] = [2n ** 64n - 1n, 2n ** 53n].map((seed) => outreach.simulate({}, { seed, trials: 5000 }).json.meetings);
  assert.notDeepEqual(big.counts, small.counts);
});

test("settings become a file and are read back", () => {
  for (const name of readdirSync(resolve(root, "data/scenarios"))) {
    const settings = outreach.settingsOf(readFileSync(resolve(root, "data/scenarios", name), "utf8"));
    assert.deepEqual(outreach.settingsOf(outreach.scenarioOf(settings)), settings, name);
  }
  const odd = { preset: "published", warm: "80%", "cold.meeting": "range(2%, 25%)", "warm.meeting": "mean(0.9, 10)", "cold.show": ".5", "effort.meeting": "1e1", "pool.dispersion": "none" };
  assert.deepEqual(outreach.settingsOf(outreach.scenarioOf(odd)), odd);
  const { settings } = outreach.calibrate(bytes("kind,outcome\ncold,meeting\ncold,refused\nwarm,meeting\n"));
  assert.equal(settings["cold.meeting"], "beta(1.5, 1.5)");
  assert.deepEqual(outreach.settingsOf(outreach.scenarioOf(settings)), settings);
});

/** A generator of its own, so that every run is the same. */
function random(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test("nonsense is refused or answered, and never stops the module", { timeout: 300_000 }, () => {
  const draw = random(1);
  const values = ["0", "-1", "1e400", "nan", "inf", "", "%", "beta(0, 0)", "beta(1e9, 1e-3)", "range(0.4, 0.4)", "mean(1, 1)", "\u{1F4DE}", "0.5", "20%", "cold", "snowball", "overall", "3", "beta(1,", ")(", "1_0", "none", "18446744073709551616"];
  const others = [null, undefined, [], {}, [[]], NaN, -0, 5n, true, Symbol("x"), () => 1];
  const keys = [...outreach.keys(), "no.key", "__proto__", ""];
  const options = ["trials", "seed", "at_least", "so_far", "precision", "language", "csv", "hours", "meetings", "confidence", "solve", "max", "log", "list", "batch"];
  const any = () => (draw(6) === 0 ? others[draw(others.length)] : values[draw(values.length)]);
  const pick = (names, most) => Object.fromEntries(Array.from({ length: draw(most) }, () => [names[draw(names.length)], any()]));
  // Not more than can be done: what is refused, not what is long.
  const settings = () => ({ ...pick(keys, 3), calls: ["8", "9", "0"][draw(3)], meetings: undefined });
  const some = () => ({ ...pick(options, 2), trials: [50, 1, 7, 0][draw(4)], precision: undefined, max: 30 });
  const tables = ["date,kind,outcome\n2026-03-02,cold,meeting\n2026-03-02,warm,refused\n", "probability\n0.2\n35 %\n"].map(bytes);
  const mutated = () => {
    const table = tables[draw(2)].slice();
    for (let left = draw(6); left > 0; left--) table[draw(table.length)] = draw(256);
    return table.slice(0, draw(table.length) + 1);
  };
  const acts = [
    () => outreach.simulate(settings(), some()),
    () => outreach.compare(["hot", "cold", "warm"].slice(draw(4)), settings(), { trials: 20, hours: any() }),
    () => outreach.plan(settings(), { ...some(), meetings: any() }),
    () => outreach.sensitivity(settings(), some()),
    () => outreach.model(settings(), some()),
    () => outreach.trace(settings(), some()),
    () => new outreach.Simulation(settings(), some()).answer(),
    () => outreach.calibrate(mutated(), some()),
    () => outreach.backtest(mutated(), { ...some(), warmup: 1, batch: 1 }),
    () => outreach.forecast(mutated(), settings(), some()),
    () => outreach.settingsOf(new TextDecoder().decode(mutated())),
    () => outreach.scenarioOf(settings()),
    () => outreach.simulate(others[draw(9)], others[draw(9)]),
  ];
  let [answered, refused] = [0, 0];
  for (let round = 0; round < 3000; round++) {
    try {
      acts[round % acts.length]();
      answered++;
    } catch (error) {
      assert.ok(Array.isArray(error.messages) && error.messages.length > 0, `${round}: ${error.stack}`);
      refused++;
    }
  }
  assert.ok(answered > 100 && refused > 1000, `${answered} answered, ${refused} refused`);
  assert.equal(outreach.plan({}, { meetings: 5 }).json.attempts, 78);
});

test("what has no effect is told, and the command refuses it", () => {
  const settings = { calls: "20", "incident.disliked": "0.5", "incident.reframe": "0.6", "effort.meeting": "20", "pool.names": "2" };
  const idle = ["incident.reframe", "pool.names"];
  assert.deepEqual(outreach.simulate(settings, { trials: 100 }).withoutEffect, idle);
  assert.deepEqual(new outreach.Simulation(settings, { trials: 100 }).answer().withoutEffect, idle);
  const refused = (...without) => {
    const words = Object.entries(settings).flatMap(([key, value]) => (without.includes(key) ? [] : ["--set", `${key}=${value}`]));
    return thrown(() => command("simulate", ...words));
  };
  for (const key of idle) assert.equal(refused(key).status, 2);
  assert.throws(() => refused(...idle), /nothing was thrown/);
});
