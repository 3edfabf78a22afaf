// The module and the command say the same: integers alike, other numbers to 1e-12.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import { command, difference, outreach, root } from "./package.mjs";

const scenarios = resolve(root, "data/scenarios");
const log = resolve(root, "crates/outreach-cli/tests/cli/pages/logs.in/months.csv");
const contacts = resolve(root, "data/contacts.csv");
const trials = 9_000;
const few = ["--trials", `${trials}`];

function same(answer, ...words) {
  assert.equal(difference(answer.json, command(...words)), null);
}

for (const name of readdirSync(scenarios)) {
  const file = resolve(scenarios, name);
  const settings = outreach.settingsOf(readFileSync(file, "utf8"));
  test(`${name}: simulate`, () => {
    same(outreach.simulate(settings, { trials, at_least: [5, 20] }), "simulate", file, ...few, "--at-least", "5", "--at-least", "20");
  });
  test(`${name}: sensitivity`, () => {
    same(outreach.sensitivity(settings, { trials: 2000 }), "sensitivity", file, "--trials", "2000");
  });
  test(`${name}: model`, () => same(outreach.model(settings), "model", file));
  test(`${name}: trace`, () => same(outreach.trace(settings, { seed: 7 }), "trace", file, "--seed", "7"));
  test(`${name}: compare`, () => {
    const strategies = ["cold", "referral-heavy", "snowball"];
    const { strategy, warm, ...rest } = settings;
    // The cold list is long, and a long snowball has no exact distribution.
    const calls = { ...rest, calls: "60" };
    same(outreach.compare(strategies, calls, { trials: 5000 }), "compare", ...strategies, "--scenario", file, "--trials", "5000", "--calls", "60");
  });
}

test("campaigns of settings of their own side by side", () => {
  const compared = [{ warm: "15", "cold.meeting": "5%" }, { warm: "30" }, { strategy: "snowball" }];
  const words = compared.map((own) => Object.entries(own).map((setting) => setting.join("=")).join(" "));
  const options = { trials: 5000, seed: 3, hours: 9 };
  same(outreach.compare(compared, { calls: "60" }, options), "compare", ...words, "--calls", "60", "--trials", "5000", "--seed", "3", "--hours", "9");
});

test("plan", () => {
  same(outreach.plan({}, { meetings: 5 }), "plan", "--meetings", "5");
  const uncertain = { "cold.meeting": "beta(2, 18)" };
  for (const solve of ["attempts", "referrals", "hours"]) {
    // Referrals are what is looked for: no strategy says how many there are.
    const strategy = solve === "referrals" ? {} : { strategy: "mixed" };
    const words = [...Object.values(strategy).flatMap((name) => ["--strategy", name]), "--set", "cold.meeting=beta(2, 18)", "--meetings", "9"];
    same(outreach.plan({ ...strategy, ...uncertain }, { meetings: 9, confidence: 0.8, solve, trials: 5000 }), "plan", ...words, "--confidence", "0.8", "--solve", solve, "--trials", "5000");
  }
});

test("the rest of a campaign, and a precision", () => {
  const settings = { calls: "60", "cold.meeting": "beta(2, 18)" };
  const words = ["simulate", "--calls", "60", "--set", "cold.meeting=beta(2, 18)"];
  same(outreach.simulate(settings, { trials, so_far: ["cold=20:3"] }), ...words, "--so-far", "cold=20:3", ...few);
  same(outreach.simulate(settings, { precision: 0.05 }), ...words, "--precision", "0.05");
});

test("ranges were fitted otherwise in the browser", () => {
  const range = "range(0.02, 0.15)";
  for (const settings of [{ preset: "published" }, { "cold.meeting": range }, { "cold.meeting": range, "pool.introduced": "0.4", "pool.decay": "0.8" }]) {
    const { preset = "documented", ...set } = settings;
    const words = Object.entries(set).flatMap(([key, value]) => ["--set", `${key}=${value}`]);
    same(outreach.simulate({ ...settings, strategy: "snowball", calls: "60" }, { trials }), "simulate", "--strategy", "snowball", "--calls", "60", "--preset", preset, ...words, ...few);
  }
});

test("contacts who are called several times", () => {
  const settings = { contacts: "40", max_attempts: "6", "cold.reach": "beta(2, 1)", "warm.reach": "range(0.5, 0.99)" };
  same(outreach.simulate(settings, { trials }), "simulate", "--contacts", "40", "--max-attempts", "6", "--set", "cold.reach=beta(2, 1)", "--set", "warm.reach=range(0.5, 0.99)", ...few);
});

test("published rates", () => {
  same(outreach.simulate({ preset: "published" }, { trials, seed: 3 }), "simulate", "--preset", "published", "--seed", "3", ...few);
});

test("tables", () => {
  const bytes = readFileSync(log);
  same(outreach.calibrate(bytes), "calibrate", log);
  same(outreach.calibrate(bytes, { prior: "published", prior_weight: 50 }), "calibrate", log, "--prior", "published", "--prior-weight", "50");
  same(outreach.backtest(bytes, { batch: 10, warmup: 20 }), "backtest", log, "--batch", "10", "--warmup", "20");
  same(outreach.forecast(readFileSync(contacts), {}, { hours: 2, at_least: [3] }), "forecast", contacts, "--hours", "2", "--at-least", "3");
});

test("a long run in steps comes to one run", () => {
  for (const settings of [{}, { strategy: "snowball", "pool.decay": "0.7" }, { hours: "6", "cold.meeting": "beta(2, 18)" }]) {
    const whole = outreach.simulate(settings, { trials: 20_579, seed: 5, at_least: [40] });
    const simulation = new outreach.Simulation(settings, { trials: 20_579, seed: 5, at_least: [40] });
    const seen = [];
    while (!simulation.done) {
      seen.push(simulation.advance(5000));
      const { json } = simulation.answer();
      assert.equal(json.trials, simulation.trials);
      assert.equal(json.meetings.counts.reduce((sum, count) => sum + count), simulation.trials);
    }
    assert.deepEqual(seen, [8192, 16384, 20579]);
    assert.deepEqual(simulation.answer(), whole);
    assert.equal(simulation.advance(1), 20579);
    simulation.free();
  }
});

test("a glance has the trials of the answer, without the exact distribution", () => {
  const simulation = new outreach.Simulation({ preset: "published" }, { trials: 20_000, seed: 5 });
  simulation.advance(4096);
  const [glance, answer] = [simulation.glance().json, simulation.answer().json];
  assert.equal(glance.exact, null);
  assert.ok(answer.exact);
  assert.deepEqual(glance.meetings, answer.meetings);
  simulation.free();
});

test("the beginning of a run is a run", () => {
  const simulation = new outreach.Simulation({}, { trials: 1e9 });
  assert.equal(simulation.advance(1), 4096);
  const run = outreach.simulate({}, { trials: 4096 });
  // What published rates bring comes with the last trial.
  assert.ok(run.json.at_published_rates);
  run.json.at_published_rates = null;
  assert.deepEqual(simulation.answer(), run);
  simulation.free();
});
