// The page: what is set goes into the address and to the worker, what the worker tells goes to its place.

import { breakEven, Sides, sidesTable } from './sides.js';
import { YieldChart } from './chart.js';
import { CallTree } from './tree.js';
import { offer } from './downloads.js';
import { Engine } from './engine.js';
import { assumed, figures, headline, notice, planned, ratesTable, responseTold, rounds } from './answer.js';
import { Form } from './form.js';
import { breath, folded, h } from './html.js';
import { settingsOf, showKept, word } from './kept.js';
import { Log } from './log.js';
import { preferred, speaker, unbroken, write } from './messages.js';
import { numbers } from './numbers.js';
import { PLAN_FIELDS, noPlan, planFault, planTyped, weekly } from './plan.js';
import { Play } from './play.js';
import { changed, command, initial, mends, ofHash, people, SETTINGS, toHash, without } from './state.js';
import { STARTS } from './starts.js';
import { busy, showBeside, stale } from './verdict.js';
import { inWords, wrong, wrongOf } from './words.js';

/** @typedef {import('./state.js').State} State */
/** @typedef {import('./types.js').Told} Told */
/** @typedef {import('./types.js').Fault} Fault */
/** @typedef {import('./types.js').SimulateAnswer} Yield */

/** @param {string} id @returns {any} */
const at = (id) => document.getElementById(id);

/** A yield of fewer trials alone is still computed. */
const MANY_TRIALS = 4096;

/** The address follows when hands are still: browsers limit how often it may change [ms]. */
const ADDRESS_AFTER = 400;
/** A plan that takes longer than this many milliseconds is not left beside another question. */
const LATE = 400;

/** @type {State} */
let state = initial();
/** The last state that was answered, and what the answer was. @type {{ state: State, json: Yield, sentence: string, withoutEffect: string[], compared?: any, against?: any } | null} */
let last = null;
/** Values that came with the address, which the default replaces if they are not accepted. */
let arriving = true;
/** Whether the address is still the one that was opened. */
let arrived = true;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let late;
/** When the question was asked, for who measures. */
let asked = 0;

const language = () => (state.view.lang === 'fr' || state.view.lang === 'en' ? state.view.lang : preferred(document.documentElement.dataset.page === 'fr' ? ['fr'] : navigator.languages));
const say = () => speaker(language());
const k = (/** @type {Yield} */ json) => (state.view['at-least'] === '' ? Math.round((json.exact ?? json.meetings).mean) : Number(state.view['at-least']));

const engine = new Engine(hear);
const bars = () => state.view.picture === 'bars';
state = ofHash(location.hash).state;
write(language());
await breath();
const form = new Form(set, (slider, key) => {
  yieldChart.hold(slider === null ? null : key === 'calls' ? Number(slider.max) : Number(people(last?.state.settings ?? SETTINGS)));
  at('yield-key').replaceChildren(...yieldChart.key());
});
const yieldChart = new YieldChart(at('yield'), (chosen) => {
  state.view['at-least'] = String(chosen);
  if (last) showTail(last.json);
  remember();
});
await breath();
const play = new Play(
  () => last && { settings: last.state.settings, json: last.json, k: k(last.json), say: say() },
  (settings, seed) => engine.call('trace', settings, seed),
);
const sides = new Sides(at('sides'));
const tree = new CallTree(at('tree'), (response) => set('incident.response', response));
const log = new Log(
  (bytes, name, layout) => engine.call('learn', bytes, { log: { ...layout, file: name }, language: language() }),
  ({ warm = '', ...settings }) => {
    state.settings = { ...state.settings, ...(state.settings.strategy || warm === '' ? {} : { warm }), ...settings };
    form.learned = Object.fromEntries(Object.entries(settings).filter(([key]) => key.includes('.')));
    ask();
  },
);

/** What somebody set. @param {string} key @param {string | null} value */
function set(key, value) {
  // Rates of a log give way to a source that is chosen.
  if (key === 'preset') state.settings = without(state.settings, form.learned);
  state.settings = changed(state.settings, key, value);
  ask();
}

/** Asks the worker what the state comes to. */
function ask() {
  form.show(state.settings, say());
  asked = performance.now();
  computing(true);
  if (last) busy(true);
  engine.ask({
    settings: state.settings,
    seed: BigInt(state.view.seed),
    trials: Number(state.view.trials),
    target: Number(state.view.target),
    confidence: Number(state.view.confidence),
    perWeek: Number(state.view['calls-per-week']) || null,
    kept: settingsOf(state.view.kept),
    language: language(),
  });
}

/** The sentence is there before all else, which the browser shows in a task of its own. @param {Told} told */
function hear(told) {
  const fresh = told.kind === 'yield' && hearYield(told);
  setTimeout(() => (told.id === 0 || told.id === engine.newest) && show(told, fresh));
}

/** @param {Told} told @param {boolean} fresh whether it is the first answer to a question */
function show(told, fresh) {
  switch (told.kind) {
    case 'yield':
      return showYield(told, fresh);
    case 'model':
      form.model(told.json, state.settings, say());
      ratesTable(told.json, say());
      at('response-told').textContent = responseTold(told.json, say());
      return void setTimeout(() => tree.show(told.json, say()));
    case 'beside':
      return showBeside(state.settings, told, form.learned, say(), (preset) => {
        state.settings.preset = preset;
        ask();
      });
    case 'against':
      if (told.json === null) leaveOutKept();
      if (last) last.against = told.json;
      return kept();
    case 'compared':
      computing(false);
      if (!last) return;
      last.compared = told.json;
      sides.show(told.json, last.json, say());
      at('sides-table').replaceChildren(sidesTable(told.json, last.json, say()));
      at('break-even').textContent = breakEven(told.json, say());
      return;
    case 'planned':
      clearTimeout(late);
      // The plan is of the last good question: a field that shows another one has its message in its place.
      if (PLAN_FIELDS.some((field) => at(field).getAttribute('aria-invalid') === 'true')) return;
      weekly(told.json, told.weeks, say());
      return planned(told.json, say());
    case 'unplanned':
      clearTimeout(late);
      for (const each of told.messages) planFault(each.key === 'confidence' ? 'confidence' : 'target', wrong(each, say()));
      return;
    case 'ready':
      document.documentElement.dataset.spare = 'ready';
      return;
    case 'settled':
      at('live').textContent = last?.sentence ?? '';
      if ('serviceWorker' in navigator && navigator.onLine) navigator.serviceWorker.register('offline.js').catch(() => {});
      document.documentElement.dataset.state = 'settled';
      return;
    case 'failed':
      clearTimeout(late);
      if (at('plan').textContent === say()('computing')) noPlan('–');
      return failed(told.messages);
    case 'broken':
      busy(false);
      document.documentElement.dataset.broken = '';
      return notice(say()('broken', { text: told.text }), say());
  }
}

/** The campaign that is kept, and what is known of it. */
function kept() {
  const compared = last?.against ?? null;
  at('keep').hidden = state.view.kept !== '';
  showKept(at('kept'), settingsOf(state.view.kept), compared, say(), () => keep(''));
  yieldChart.keep(state.view.kept === '' ? null : (compared?.strategies[0] ?? null));
  at('yield-key').replaceChildren(...yieldChart.key());
}

/** What the address has in place of a campaign that is kept is none. */
function leaveOutKept() {
  notice(say()('ignored', { key: 'kept', value: state.view.kept }), say());
  state.view.kept = '';
  remember();
}

/** @param {string} which as the address has it; none is kept any more if it is empty */
function keep(which) {
  state.view.kept = which;
  if (last) last.against = null;
  kept();
  ask();
}

/** Whether what can wait is still computed. A plan that takes long would be taken for the one that is asked for. @param {boolean} is */
function computing(is) {
  clearTimeout(late);
  if (is && last) late = setTimeout(() => PLAN_FIELDS.every((field) => at(field).getAttribute('aria-invalid') !== 'true') && noPlan(say()('computing')), LATE);
  for (const id of ['sides', 'sides-table', 'break-even', 'plan', 'plan-told', 'plan-weeks']) at(id).classList.toggle('computing', is);
}

/** Takes an answer, and says its sentence; whether it is the first one to a question. @param {Told & { kind: 'yield' }} told */
function hearYield({ json, sentence, withoutEffect, trials, done }) {
  const fresh = asked > 0;
  // A few trials of many calls say little where nothing is exact.
  if (json.exact || trials >= MANY_TRIALS || done) busy(false);
  if (fresh) {
    document.documentElement.dataset.answeredIn = String(Math.round(performance.now() - asked));
    asked = 0;
    last = { ...last, state: structuredClone(state), json, sentence, withoutEffect };
    document.documentElement.dataset.state = 'refining';
    arriving = false;
  }
  if (last) [last.json, last.sentence] = [json, sentence];
  at('sentence').textContent = unbroken(sentence);
  at('sentence').removeAttribute('data-en');
  return fresh;
}

/** @param {Told & { kind: 'yield' }} told @param {boolean} fresh */
function showYield({ json, notes, trials, done, glance }, fresh) {
  if (!last) return;
  if (fresh) {
    form.understood(state.settings, say());
    stale(false);
    remember();
    kept();
    play.reset();
  }
  at('notes').replaceChildren(...notes.map((note) => h('li', {}, inWords(note, say()))));
  at('headline').replaceChildren(...headline(json, Number(state.view.target), say()));
  showTail(json, glance);
  document.documentElement.dataset.shown = '';
  if (glance) return;
  rounds(json, say());
  figures(json, { trials, done, all: Number(state.view.trials) }, say());
  if (done) folded(at('yield-table'), () => yieldChart.table(json, say()));
  if (done && last.compared) {
    sides.show(last.compared, json, say());
    at('sides-table').replaceChildren(sidesTable(last.compared, json, say()));
  }
  at('origin').textContent = origin(json, trials);
  at('assumed').replaceChildren(...assumed(json, say()));
  at('command').textContent = command(last.state, last.withoutEffect);
}

/** @param {Yield} json @param {number} trials */
const origin = (json, trials) => say()('origin', { seed: json.seed, trials: numbers(language()).number(trials), version: json.version });

/** @param {Yield} json @param {boolean} [glance] whether its exact distribution is still to come */
function showTail(json, glance = false) {
  yieldChart.show(json, k(json), bars(), say());
  if (!glance) at('yield-key').replaceChildren(...yieldChart.key());
  at('tail').textContent = yieldChart.told(k(json));
}

/** @param {Fault[]} messages */
function failed(messages) {
  busy(false);
  if (arriving) {
    for (const each of messages) notice(say()('refused', { text: wrongOf(each, say()) }), say());
    // The next refusal is not the address's.
    arriving = messages.every(({ key }) => key !== null && mends(state, key));
    if (!arriving) state = { ...initial(), view: { ...initial().view, lang: state.view.lang } };
    return ask();
  }
  for (const each of form.faults(messages, say())) notice(wrongOf(each, say()), say());
  stale(true);
  document.documentElement.dataset.state = 'refused';
}

/** The address holds the last state that was answered. */
function remember() {
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (!last) return;
    const hash = toHash({ settings: last.state.settings, view: state.view });
    const address = hash ? `#${hash}` : location.pathname + location.search;
    // What came with the address is mended in its place; what was set since can be undone by going back.
    if (hash !== location.hash.slice(1)) history[arrived ? 'replaceState' : 'pushState'](null, '', address);
    arrived = false;
  }, ADDRESS_AFTER);
}

/** Takes the state from the address. */
function arrive() {
  const { state: opened, unknown } = ofHash(location.hash);
  state = opened;
  arriving = arrived = true;
  // What went wrong with the page itself stays.
  if (last) at('notices').replaceChildren();
  for (const { key, value } of unknown) notice(say()('ignored', { key, value }), say());
  if (state.view.kept !== '' && settingsOf(state.view.kept) === null) leaveOutKept();
  translate();
  if (last) return;
  // The page opens with the answer to another question, or in another language.
  const other = toHash({ ...state, view: initial().view }) !== '';
  if (other) [at('sentence').textContent, at('beside').textContent] = [say()('loading'), ''];
  if (other || language() !== document.documentElement.dataset.page) for (const id of ['headline', 'yield', 'yield-key']) at(id).replaceChildren();
}

/** Fields of the plan, as they are asked. @param {readonly (typeof PLAN_FIELDS)[number][]} fields */
function showPlanned(fields) {
  for (const id of fields) {
    planFault(id, '');
    at(id).value = id === 'confidence' ? `${numbers(language()).number(Number(state.view[id]) * 100, 4)} %` : state.view[id];
  }
}

/** Everything in the language in force. */
function translate() {
  write(language());
  showPlanned(PLAN_FIELDS);
  /** @type {any} */ (document.querySelector(`input[name=picture][value=${state.view.picture}]`)).checked = true;
  log.show(say());
  ask();
}

for (const radio of document.querySelectorAll('input[name=picture]')) {
  radio.addEventListener('change', () => {
    state.view.picture = /** @type {HTMLInputElement} */ (radio).value;
    if (last) showTail(last.json);
    remember();
  });
}

at('keep').addEventListener('click', () => last && keep(word(last.state.settings)));

for (const button of document.querySelectorAll('[data-lang]')) {
  button.addEventListener('click', () => {
    state.view.lang = button.getAttribute('data-lang') ?? '';
    translate();
  });
}

for (const id of PLAN_FIELDS) {
  at(id).addEventListener('change', () => {
    const value = planTyped(id, say());
    if (value === null) return;
    state.view[id] = value;
    showPlanned([id]);
    ask();
  });
}

at('question').addEventListener('submit', (/** @type {Event} */ event) => event.preventDefault());
for (const button of document.querySelectorAll('[data-start]')) {
  button.addEventListener('click', () => {
    const start = STARTS[/** @type {keyof typeof STARTS} */ (button.getAttribute('data-start'))];
    state = { settings: { ...start.settings, preset: String(state.settings.preset) }, view: { ...state.view, target: start.target } };
    form.faults([], say());
    translate();
  });
}
at('reset').addEventListener('click', () => {
  state = { ...initial(), view: { ...initial().view, lang: state.view.lang } };
  form.faults([], say());
  translate();
});

// What else stays in view stands below the answer.
new ResizeObserver(([entry]) => {
  document.documentElement.style.setProperty('--verdict', `${entry?.borderBoxSize[0]?.blockSize ?? 0}px`);
  // So does the field that somebody writes in, with what is wrong with it.
  document.activeElement?.closest('.row:has([aria-invalid=true])')?.scrollIntoView({ block: 'nearest' });
}).observe(at('verdict'));

/** Who gets it sees the page in its language, and so does what shows a preview of it. @param {State} shown */
const link = (shown) => `${new URL(language() === 'fr' ? 'fr.html' : './', location.href)}#${toHash({ settings: shown.settings, view: { ...state.view, lang: language() } })}`;

offer({
  shown: () => last && { ...last, say: say(), drawing: { json: last.json, k: k(last.json), bars: bars(), ghost: null }, origin: origin(last.json, last.json.trials), link: link(last.state) },
  call: (name, ...given) => engine.call(name, ...given),
});

addEventListener('hashchange', arrive);

await breath();
arrive();
