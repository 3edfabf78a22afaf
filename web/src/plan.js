// The plan: its fields, where what is typed counts once it is accepted, and its weeks.

import { folded, table } from './html.js';
import { fraction, normal, numbers } from './numbers.js';
import { twoReadings } from './words.js';

/** @typedef {import('./types.js').PlanAnswer} Planned */
/** @typedef {import('./types.js').Week} Week */
/** @typedef {ReturnType<typeof import('./messages.js').speaker>} Say */

export const PLAN_FIELDS = /** @type {const} */ (['target', 'confidence', 'calls-per-week']);

/** @typedef {typeof PLAN_FIELDS[number]} PlanField */

/** @param {string} id @returns {any} */
const at = (id) => document.getElementById(id);

/** @type {Record<PlanField, (typed: string) => string | null>} */
const ACCEPT = {
  target: (typed) => {
    const digits = typed.replaceAll(',', '');
    return /^[1-9]\d{0,6}$/.test(digits) ? digits : null;
  },
  confidence: (typed) => {
    const given = fraction(typed) ?? (typed.endsWith('%') ? Number(typed.slice(0, -1)) / 100 : Number(typed));
    const digits = given.toFixed(8).replace(/0+$/, '');
    return typed !== '' && /^0\.\d+$/.test(digits) ? digits : null;
  },
  // None is a plan without weeks.
  'calls-per-week': (typed) => {
    const digits = typed.replaceAll(',', '');
    return /^([1-9]\d{0,5}|1000000)?$/.test(digits) ? digits : null;
  },
};

/** The value of what is typed, null for what is none. @param {PlanField} id @param {string} typed */
export const planned = (id, typed) => ACCEPT[id](settled(id, typed));

/** @param {PlanField} id @param {string} typed */
const settled = (id, typed) => normal(typed, id === 'confidence');

/** What is typed, if it is accepted; if not, its message stands at the field. @param {PlanField} id @param {Say} say */
export function planTyped(id, say) {
  const typed = at(id).value.trim();
  const value = planned(id, typed);
  planFault(id, value === null ? (twoReadings(settled(id, typed), typed, say) ?? say(`${id}Wrong`, { value: typed || '–' })) : '');
  return value;
}

/** A message at a field, in the place of the plan. @param {PlanField} id @param {string} text */
export function planFault(id, text) {
  at(`${id}-error`).textContent = text;
  at(id).setAttribute('aria-invalid', String(text !== ''));
  if (text === '') return;
  noPlan('–');
  at('week-by-week').hidden = true;
}

/** This many weeks are shown at most: every second one, third one, … of more. */
const WEEKS = 12;

/** What the plan takes at this many calls a week, and what each week brings. @param {Planned} json @param {Week[]} each @param {Say} say */
export function weekly({ weeks, confidence }, each, say) {
  const { number } = numbers(document.documentElement.lang);
  const many = (/** @type {number} */ count) => say('planWeeks', { weeks: number(count) });
  const { even_chance: even = null, at_confidence: sure = null } = weeks ?? {};
  at('plan-weeks').textContent = even === null || sure === null ? '' : say('planInWeeks', { even: many(even), sure: many(sure), confidence: number(confidence * 100, 4) });
  at('week-by-week').hidden = each.length === 0;
  const step = Math.ceil(each.length / WEEKS);
  const shown = each.filter((_, index) => (each.length - 1 - index) % step === 0);
  const row = (/** @type {Week} */ { week, mean, central90: { low, high } }) => [number(week), number(mean, mean < 10 ? 1 : 0), say('range', { low: number(low), high: number(high) })];
  folded(at('weeks'), () => table([say('week'), say('weekMeetings'), say('nineInTen')], shown.map(row)));
}

/** What stands in the place of a plan. @param {string} text */
export function noPlan(text) {
  [at('plan').textContent, at('plan-told').textContent, at('plan-weeks').textContent] = [text, '', ''];
}
