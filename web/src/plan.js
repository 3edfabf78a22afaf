// The fields of the plan: what is typed counts once it is accepted.

import { fraction, normal } from './numbers.js';

/** @typedef {ReturnType<typeof import('./messages.js').speaker>} Say */

export const PLAN_FIELDS = /** @type {const} */ (['target', 'confidence']);

/** @typedef {typeof PLAN_FIELDS[number]} PlanField */

/** @param {string} id @returns {any} */
const at = (id) => document.getElementById(id);

/** The value of what was typed, null for what is none. @type {Record<PlanField, (typed: string) => string | null>} */
const ACCEPT = {
  target: (typed) => {
    const digits = typed.replaceAll(',', '');
    return /^[1-9]\d{0,6}$/.test(digits) ? digits : null;
  },
  confidence: (typed) => {
    const given = fraction(typed) ?? (typed.endsWith('%') ? Number(typed.slice(0, -1)) / 100 : Number(typed));
    return typed !== '' && given > 0 && given < 1 ? String(Number(given.toFixed(8))) : null;
  },
};

/** What is typed, if it is accepted; if not, its message stands at the field. @param {PlanField} id @param {Say} say */
export function planTyped(id, say) {
  const typed = at(id).value;
  const value = ACCEPT[id](normal(typed, id === 'confidence'));
  planFault(id, value === null ? say(`${id}Wrong`, { value: typed.trim() || '–' }) : '');
  return value;
}

/** A message at a field, in the place of the plan. @param {PlanField} id @param {string} text */
export function planFault(id, text) {
  at(`${id}-error`).textContent = text;
  at(id).setAttribute('aria-invalid', String(text !== ''));
  if (text !== '') [at('plan').textContent, at('plan-told').textContent] = ['–', ''];
}
