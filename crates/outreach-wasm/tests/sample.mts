// What a page may write, and, marked, what it may not; for the compiler alone.
import init, { calibrate, compare, model, plan, settingsOf, scenarioOf, simulate, Simulation } from "outreach";
import type { OutreachError, Settings, Simulated } from "outreach";

await init();

const settings: Settings = { calls: "40", warm: "80%", "cold.meeting": "beta(2, 18)" };
const answer: Simulated = simulate(settings, { trials: 1000, seed: 7n, at_least: [5], language: "fr" });
const mean: number = answer.json.meetings.mean;
const distribution: number[] | undefined = answer.json.exact?.pmf;
const calls: number | null = plan(settings, { meetings: 5, confidence: 0.9, solve: "attempts" }).json.attempts;
const wins: number | undefined = compare(["cold", "warm"], settings).json.pairs[0]?.a_wins;
const origin: string | undefined = model(settings).json.rates[0]?.provenance;
const learned: Settings = calibrate(new Uint8Array(), { log: { columns: { outcome: "résultat" } } }).settings;
const toml: string = scenarioOf(settingsOf("calls = 40"));

const simulation = new Simulation(settings, { trials: 1e6 });
while (!simulation.done) {
  const trials: number = simulation.advance(10_000);
  console.log(trials, simulation.answer().sentence);
}
simulation.free();

try {
  simulate({ calls: "many" });
} catch (error) {
  for (const { key, text } of (error as OutreachError).messages) console.log(key ?? "", text);
}

// @ts-expect-error: a value of a setting is a text
simulate({ calls: 40 });
// @ts-expect-error: a target is needed
plan(settings, {});
// @ts-expect-error: no strategy has this name
compare(["hot"], settings);
// @ts-expect-error: an exact distribution need not be there
answer.json.exact.mean;
// @ts-expect-error: no option has this name
simulate(settings, { sead: 7 });

export { calls, distribution, learned, mean, origin, toml, wins };
