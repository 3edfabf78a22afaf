// The answer in figures, the plan, and where all of it comes from.

import { tail } from './chart.js';
import { folded, h, table } from './html.js';
import { isMessage } from './messages.js';
import { numbers, spoken } from './numbers.js';

/** @typedef {import('./types.js').SimulateAnswer} Yield */
/** @typedef {import('./types.js').ModelAnswer} Model */
/** @typedef {import('./types.js').PlanAnswer} Planned */
/** @typedef {import('./types.js').RateInForce} Rate */
/** @typedef {ReturnType<typeof import('./messages.js').speaker>} Say */

/** @param {string} id */
const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const language = () => document.documentElement.lang;

/** What most people want to know beside the sentence. @param {Yield} json @param {number} target @param {Say} say */
export function headline(json, target, say) {
  const { chance, number, share, time } = numbers(language());
  const { exact, share: counted, error } = tail(json, target);
  /** @type {[string, string][]} */
  const shown = [
    [say('atLeast', { k: number(target) }), exact === null ? share(counted, error) : chance(exact)],
    [say('work'), time(json.minutes.mean)],
  ];
  if (json.meetings_per_hour) shown.push([say('perHour'), number(json.meetings_per_hour.mean, 2)]);
  return shown.map(([name, value]) => h('div', {}, [h('dt', {}, name), h('dd', {}, value)]));
}

/** @param {Yield} json @param {{ trials: number, done: boolean, all: number }} run @param {Say} say */
export function figures(json, { trials, done, all }, say) {
  const { chance, estimate, number } = numbers(language());
  const { meetings, exact, agreement, variance } = json;
  /** @type {[string, string, string][]} */
  const shown = [];
  if (exact) shown.push([say('mean'), number(exact.mean, 3), say('exact')]);
  const off = agreement && agreement.mean_sigmas !== null ? say('agreement', { sigmas: `${agreement.mean_sigmas < 0 ? '−' : '+'}${number(Math.abs(agreement.mean_sigmas), 1, 1)}` }) : '';
  shown.push([exact ? '' : say('mean'), estimate(meetings.mean, meetings.std_error), [say('simulated'), off].filter(Boolean).join(', ')]);
  shown.push([say('sd'), exact ? number(exact.sd, 2) : meetings.sd === null ? '–' : estimate(meetings.sd, meetings.sd_std_error), say(exact ? 'exact' : 'simulated')]);
  const { minutes, meetings_per_hour: rate } = json;
  shown.push([say('hours'), estimate(minutes.mean / 60, (minutes.std_error ?? 0) / 60), say('simulated')]);
  if (rate) shown.push([say('perHour'), estimate(rate.mean, rate.std_error), say('simulated')]);
  const { luck, ignorance } = variance;
  if (luck !== null && ignorance !== null && ignorance > 0 && luck + ignorance > 0) shown.push([say('ignorance'), chance(ignorance / (luck + ignorance)), say(exact ? 'exact' : 'simulated')]);
  const many = (/** @type {number} */ count) => number(count);
  const progress = done ? say('trials', { trials: many(trials) }) : say('refining', { trials: many(trials), all: many(all) });
  at('figures').replaceChildren(
    ...shown.map(([name, value, how]) => h('div', { class: name === '' ? 'again' : '' }, [h('dt', {}, name || say('mean')), h('dd', {}, value), h('dd', { class: 'how' }, how)])),
  );
  const bar = /** @type {HTMLProgressElement} */ (at('progress'));
  bar.value = trials / all;
  bar.classList.toggle('done', done);
  at('trials').textContent = progress;
}

/** @param {Planned} json @param {Say} say */
export function planned(json, say) {
  const { chance, number, share } = numbers(language());
  const { attempts, contacts, range, probability, probability_at_one_less: less, probability_std_error: error } = json;
  const found = attempts ?? contacts;
  at('plan').textContent = found === null ? say('planNone') : say(json.solve === 'contacts' ? 'planPeople' : 'keptCalls', { calls: number(found) });
  const there = error === undefined ? chance(probability, 2) : share(probability, error);
  at('plan-told').textContent =
    error !== undefined
      ? range && range[0] !== range[1]
        ? say('planSampled', { probability: there, low: number(range[0]), high: number(range[1]) })
        : say('planSampledAlone', { probability: there })
      : less === null
        ? say('planAtOnce', { probability: there })
        : say('planReached', { probability: there, less: chance(less, 2) });
}

/** @param {Yield} json @param {Say} say */
export function assumed(json, say) {
  return json.assumptions.map((key) => {
    const per = `${key}.per`;
    const name = isMessage(key) ? say(key) : key;
    return h('li', {}, isMessage(per) ? `${name}, ${say(per)}` : name);
  });
}

/** @param {Model} model @param {Say} say */
export function ratesTable(model, say) {
  const { number } = numbers(language());
  const value = (/** @type {Rate | null} */ rate) =>
    rate === null ? spoken('none', language(), true) : typeof rate === 'object' ? `${number(rate.mean, 4)}, Beta(${number(rate.alpha, 3)}; ${number(rate.beta, 3)})` : number(rate, 4);
  const all = [...model.rates.map((rate) => ({ ...rate, key: rate.rate })), ...model.numbers.map((rate) => ({ ...rate, key: rate.number }))];
  const row = (/** @type {typeof all[number]} */ source) => {
    const { key, provenance } = source;
    const per = `${key}.per`;
    const [what, of] = [isMessage(key) ? say(key) : source.meaning, isMessage(per) ? say(per) : source.per];
    const named = provenance === 'set by you' ? 'set' : provenance;
    return [`${what}, ${of}`, value(source.value), isMessage(named) ? say(named) : named, source.source ?? ''];
  };
  folded(at('rates-table'), () => table([say('meaning'), say('value'), say('provenance'), say('source')], all.map(row)));
}

/** What each round of calls brings, with small bars. @param {Yield} json @param {Say} say */
export function rounds({ rounds: all }, say) {
  at('rounds-card').hidden = !all || all.length < 2;
  if (!all) return;
  const { number } = numbers(language());
  const most = Math.max(...all.map((round) => round.meetings_per_100_attempts ?? 0));
  const told = all.map(({ attempt, attempts, conversations, exact, meetings_per_100_attempts: per }) => {
    const calls = number(exact?.attempts ?? attempts.mean, 0);
    return [String(attempt), calls, number(exact?.conversations ?? conversations.mean, 1), per === null ? '–' : number(per, 2)];
  });
  const shown = table([say('roundsAttempt'), say('roundsCalls'), say('roundsReached'), say('roundsPer')], told);
  shown.querySelectorAll('tbody tr').forEach((row, index) => {
    row.lastElementChild?.append(h('meter', { min: 0, max: most || 1, value: all[index]?.meetings_per_100_attempts ?? 0, 'aria-hidden': 'true' }));
  });
  at('rounds').replaceChildren(shown);
  const last = all.at(-1);
  const pays = last?.break_even_minutes;
  at('rounds-told').textContent = pays === null || pays === undefined || pays <= 0 ? '' : say('roundsPays', { attempt: last?.attempt ?? 0, minutes: number(pays, 1) });
}

/** Something to know above everything else. @param {string} text @param {Say} say */
export function notice(text, say) {
  const close = h('button', { type: 'button', class: 'quiet', 'aria-label': say('dismiss') }, '×');
  const told = h('p', { class: 'notice' }, [h('span', {}, text), close]);
  close.addEventListener('click', () => told.remove());
  at('notices').append(told);
}

/** What the response in force is, and whether it counts. @param {Model} model @param {Say} say */
export function responseTold(model, say) {
  const response = `incident.${String(model.scenario.rates['incident.response'])}`;
  const mean = (/** @type {string} */ key) => {
    const value = model.rates.find(({ rate }) => rate === key)?.value ?? 0;
    return typeof value === 'object' ? value.mean : value;
  };
  const told = say('responseChosen', { name: isMessage(response) ? say(response) : response, p: numbers(language()).chance(mean(response)) });
  return mean('incident.disliked') === 0 ? `${told} ${say('responseIdle', { name: say('incident.disliked') })}` : told;
}
