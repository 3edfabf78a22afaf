// The worker: asks the library, answers in the order of what one waits for, and refines until all trials are there or a
// newer question has come. The page has two: one for the yield, one for what is looked at once the hand is still.

import init, { Simulation, compare, model, plan, scenarioOf, simulate, trace, version } from 'outreach';

/** @typedef {import('./types.js').Question} Question */
/** @typedef {import('./types.js').Told} Told */
/** @typedef {import('./types.js').Settings} Settings */

/** So few that the first answer comes at once: two blocks. */
const FIRST_TRIALS = 8192;
/** Where the exact distribution takes its time, the trials alone answer first: a block. */
const GLANCE_TRIALS = 4096;
/** An exact distribution is quick that takes no longer [ms]; and how long the last one took. */
const QUICK = 25;
let exactTook = 0;
/** This many simulated calls take a second or less, whatever the rates. */
const AT_ONCE = 6e7;
/** Fewer trials than these take no less time: campaigns are played side by side. */
const SIDE_BY_SIDE = 64;
/** Of the comparison, whose distributions are exact where there are any. */
const COMPARED_TRIALS = 20000;
/** Of plans that have no exact distribution; what they can't tell apart is told. */
const PLAN_TRIALS = 10000;
/** This many calls are many. */
const MANY = 20000;
/** Of the mean at the other figures, which is rounded to whole meetings. */
const BESIDE_TRIALS = 4096;
/** How long a step of the simulation takes, about, and how often what it brought is shown [ms]. */
const STEP = 40;
const SHOWN_EVERY = 200;

/** The question that is being answered. */
let current = 0;
/** What the rates of the page were last told of. */
let modelled = '';

/** The module, which the page compiles once and hands to each worker. @type {(module: WebAssembly.Module) => void} */
let take = () => {};
const ready = new Promise((/** @type {(module: WebAssembly.Module) => void} */ resolve) => {
  take = resolve;
}).then((module) => init({ module_or_path: module }));

/** @param {Told} told */
const tell = (told) => postMessage(told);

ready.then(() => tell({ id: 0, kind: 'ready' })).catch(() => {});

/** What was posted meanwhile is received. @returns {Promise<void>} */
const breathe = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** @param {unknown} error @returns {{ key: string | null, text: string }[]} */
function messagesOf(error) {
  if (error instanceof Error && 'messages' in error && Array.isArray(error.messages)) return error.messages;
  return [{ key: null, text: error instanceof Error ? error.message : String(error) }];
}

/** The trials of this many calls that are there at once. @param {Settings} settings @param {number} most */
function atOnce({ calls, contacts, max_attempts: each }, most) {
  const few = AT_ONCE / (Number(calls ?? contacts) * Number(each ?? 1)) / SIDE_BY_SIDE;
  return Math.min(most, SIDE_BY_SIDE * Math.max(1, Math.floor(few)));
}

/** The yield and the model. @param {number} id @param {Question} question */
async function answer(id, { settings, seed, trials, language }) {
  const few = atOnce(settings, GLANCE_TRIALS);
  const told = { id, kind: /** @type {const} */ ('yield'), done: false };
  if (few < Math.min(trials, GLANCE_TRIALS)) {
    // A block of this many calls takes long: what answers first is its beginning.
    const beginning = new Simulation(settings, { trials: few, seed, language });
    tell({ ...told, ...beginning.glance(), trials: few, glance: true });
    await breathe();
    if (id === current) tell({ ...told, ...beginning.answer(), trials: few, glance: false });
    beginning.free();
    if (id === current) tellModel(id, settings, language);
    await breathe();
  }
  if (id !== current) return;
  const simulation = new Simulation(settings, { trials, seed, language });
  if (exactTook > QUICK && few >= GLANCE_TRIALS) {
    simulation.advance(GLANCE_TRIALS);
    tell({ ...told, ...simulation.glance(), trials: simulation.trials, glance: true });
    await breathe();
  }
  if (id === current) {
    if (simulation.trials < FIRST_TRIALS) simulation.advance(few < GLANCE_TRIALS ? 1 : FIRST_TRIALS - simulation.trials);
    const began = performance.now();
    const first = simulation.answer();
    exactTook = performance.now() - began;
    tell({ ...told, ...first, trials: simulation.trials, done: simulation.done, glance: false });
    tellModel(id, settings, language);
    await refine(id, simulation);
  }
  // After a trap it cannot be given back, and the trap is what is told.
  simulation.free();
}

/** The rates, where they are not those that were told last. @param {number} id @param {Settings} settings @param {string} language */
function tellModel(id, settings, language) {
  const { calls, contacts, max_attempts, warm, ...rates } = settings;
  const asked = JSON.stringify([rates, language]);
  if (asked !== modelled) tell({ id, kind: 'model', json: model(settings).json });
  modelled = asked;
}

/** @param {number} id @param {Simulation} simulation */
async function refine(id, simulation) {
  let [step, shown] = [simulation.trials, performance.now()];
  while (!simulation.done) {
    await breathe();
    if (id !== current) return;
    const began = performance.now();
    simulation.advance(step);
    const ended = performance.now();
    step = Math.max(1, Math.round(step * Math.min(4, STEP / Math.max(1, ended - began))));
    if (simulation.done || ended - shown > SHOWN_EVERY) {
      tell({ id, kind: 'yield', ...simulation.answer(), trials: simulation.trials, done: simulation.done, glance: false });
      shown = ended;
    }
  }
  tell({ id, kind: 'settled' });
}

/** What stands beside the yield: the other figures, the plan, the strategies. @param {number} id @param {Question} question */
async function beside(id, question) {
  const { settings } = question;
  // The mean at the other figures is simulated: of many calls that takes longer than what is exact.
  const many = Number(settings.calls ?? settings.contacts) > MANY;
  const parts = many ? [planned, compared, other] : [other, planned, compared];
  for (const part of question.kept ? [against, ...parts] : parts) {
    tell({ id, ...part(question) });
    await breathe();
    if (id !== current) return;
  }
  tell({ id, kind: 'settled' });
}

/** @typedef {import('./types.js').Part} Part */

/** @param {Question} question @returns {Part} */
function other({ settings, seed, language }) {
  const preset = settings.preset === 'published' ? 'documented' : 'published';
  const { json } = simulate({ ...settings, preset }, { trials: atOnce(settings, BESIDE_TRIALS), seed, language });
  return { kind: 'beside', mean: (json.exact ?? json.meetings).mean, error: json.exact ? 0 : (json.meetings.std_error ?? 0) };
}

/** @param {Question} question @returns {Part} */
function planned({ settings, seed, target, confidence, perWeek, language }) {
  // The calls of the form would limit the plan.
  const { calls, contacts, ...unlimited } = settings;
  const solve = contacts === undefined ? 'attempts' : 'contacts';
  // Of people who are called several times the rounds say what to do when.
  const pace = perWeek === null || contacts !== undefined ? {} : { calls_per_week: perWeek };
  try {
    const { json } = plan(unlimited, { meetings: target, confidence, trials: PLAN_TRIALS, seed, language, solve, ...pace });
    const weeks = Object.keys(pace).length > 0 && Number(calls) <= MANY ? simulate(settings, { trials: atOnce(settings, BESIDE_TRIALS), seed, language, ...pace }).json.weeks?.by_week : [];
    return { kind: 'planned', json, weeks: weeks ?? [] };
  } catch (error) {
    return { kind: 'unplanned', messages: messagesOf(error) };
  }
}

/** @param {Question} question @returns {Part} */
function compared({ settings, seed, trials, language }) {
  const { warm, strategy, ...world } = settings;
  return { kind: 'compared', json: compare(['cold', 'referral-heavy'], world, { trials: atOnce(settings, Math.min(trials, COMPARED_TRIALS)), seed, language }).json };
}

/** Both in the same world, with luck of their own. @param {Question} question @returns {Part} */
function against({ settings, kept, seed, trials, language }) {
  try {
    return { kind: 'against', json: compare([kept ?? {}, settings], {}, { trials: atOnce(settings, Math.min(trials, COMPARED_TRIALS)), seed, language }).json };
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) throw error;
    // The question itself was answered: it is the kept one, of a link, that is none.
    return { kind: 'against', json: null };
  }
}

/** Other questions than the campaign's: each is answered once. @type {Record<string, (...given: any[]) => unknown>} */
const CALLS = {
  scenario: (settings) => scenarioOf(settings),
  sheet: (settings, options) => simulate(settings, { ...options, csv: true }).csv,
  learn: async (bytes, options) => (await reader()).calibrate(bytes, options),
  trace: (settings, seed) => trace(settings, { seed }).json,
  version: () => version(),
};

/** What reads logs, once it is there. */
async function reader() {
  try {
    return await import('./calibrate.js');
  } catch {
    throw Object.assign(new Error(), { messages: [{ key: 'reader', text: '' }] });
  }
}

addEventListener('message', async ({ data }) => {
  if (data.kind === 'module') return take(data.module);
  try {
    await ready;
  } catch (error) {
    tell({ id: data.id, kind: 'broken', text: String(error) });
    return;
  }
  if (data.kind === 'call') {
    try {
      const call = CALLS[data.name];
      tell({ id: data.id, kind: 'returned', value: await call?.(...data.given) });
    } catch (error) {
      tell({ id: data.id, kind: 'thrown', messages: messagesOf(error) });
    }
    return;
  }
  current = data.id;
  tell({ id: data.id, kind: 'begun' });
  try {
    await (data.kind === 'beside' ? beside : answer)(data.id, data.question);
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) tell({ id: data.id, kind: 'broken', text: error.message });
    else tell({ id: data.id, kind: 'failed', messages: messagesOf(error) });
  }
});
