// The results that are pinned for all platforms (crates/outreach/tests/pinned/golden.csv).
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import { outreach, root } from "./package.mjs";

const settingsOf = {
  cold: [{ strategy: "cold" }],
  mixed: [{}],
  warm: [{ strategy: "warm", calls: "1" }],
  "every branch": [
    {
      "cold.reach": "0.5",
      "cold.meeting": "0.7",
      "cold.show": "0.5",
      "warm.reach": "0.5",
      "warm.meeting": "0.85",
      "warm.show": "0.5",
      "incident.rate": "0.5",
      "incident.disliked": "0.5",
      "incident.recovery": "0.5",
      "incident.plain_ask": "0.95",
      "incident.disagree": "0.6",
      "incident.agree": "0.65",
      "incident.ask": "0.7",
      "incident.reframe": "0.75",
      "pool.introduced": "0.5",
      "incident.response": "reframe",
    },
  ],
  overall: [{ reading: "overall" }],
  uncertain: [{ "cold.meeting": "beta(2, 18)" }],
  "small parameters": [{ "cold.meeting": "beta(0.3, 0.7)" }],
  "so far": [{ "cold.meeting": "beta(2, 18)" }, ["cold=20:3"]],
  snowball: [{ strategy: "snowball", calls: "40" }],
  "snowball with decay": [{ strategy: "snowball", calls: "40", "pool.decay": "0.7", "pool.dispersion": "0.5" }],
  "snowball at published rates": [{ strategy: "snowball", preset: "published", calls: "60" }],
  "snowball with a range": [{ strategy: "snowball", calls: "40", "cold.reach": "range(0.2, 0.9)" }],
  contacts: [{ contacts: "60", max_attempts: "5", "cold.reach": "range(0.2, 0.9)" }],
  connectors: [{ "connectors.count": "5", "connectors.correlation": "0.1" }],
  hours: [{ "cold.meeting": "beta(2, 18)", hours: "6" }],
  meetings: [{ strategy: "cold", calls: "1000", meetings: "6" }],
};

const [header, ...rows] = readFileSync(resolve(root, "crates/outreach/tests/pinned/golden.csv"), "utf8").trim().split("\n");
assert.equal(header, "scenario,seed,checksum,q05,q50,q95,mean,std_error,sd,minutes,incidents,exact_mean,exact_sd");

for (const row of rows) {
  const [scenario, seed, , ...golden] = row.split(",");
  test(`${scenario}, seed ${seed}`, () => {
    const [settings, so_far] = settingsOf[scenario];
    const { json } = outreach.simulate(settings, { trials: 5 * 4096 + 99, seed: BigInt(seed), so_far });
    const { meetings, exact } = json;
    const whole = ["0.05", "0.5", "0.95"].map((q) => meetings.quantiles[q]);
    assert.deepEqual(whole, golden.slice(0, 3).map(Number));
    const floats = [meetings.mean, meetings.std_error, meetings.sd, json.minutes.mean, json.incidents.total.mean, exact?.mean ?? NaN, exact?.sd ?? NaN];
    // Twelve digits are pinned.
    assert.deepEqual(floats.map((float) => float.toPrecision(12)), golden.slice(3).map((pinned) => Number(pinned).toPrecision(12)));
  });
}
