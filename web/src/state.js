// What is asked, and how it stands in the address: only what differs from the defaults, under the names that the command
// has for it.

import { keysOfFields, RESPONSES } from './fields.js';
import { fraction, normal, ofPercent, readings } from './numbers.js';

/**
 * @typedef {Record<string, string>} Settings keys of a scenario, with values as the command line takes them
 * @typedef {{ seed: string, trials: string, 'at-least': string, picture: string, kept: string, target: string, confidence: string, 'calls-per-week': string, lang: string }} View
 * @typedef {{ settings: Settings, view: View }} State
 * @typedef {{ key: string, value: string }} Unknown
 */

/** What stands in the form where nobody said anything; the rates are the preset's. @type {Settings} */
export const SETTINGS = { preset: 'documented', calls: '100', warm: '0.5' };

/** Seed and trials as the command has them; the rest is the page's own. @type {View} */
export const VIEW = { seed: '42', trials: '1000000', 'at-least': '', picture: 'dots', kept: '', target: '5', confidence: '0.9', 'calls-per-week': '', lang: '' };

/** @returns {State} */
export function initial() {
  return { settings: { ...SETTINGS }, view: { ...VIEW } };
}

/** Keys that the page has no field for are no part of its address. */
const KEYS = new Set(['calls', 'contacts', 'max_attempts', 'attempts.cold', 'attempts.warm', ...keysOfFields()]);

/** Settings that are words. @type {Record<string, readonly string[]>} */
const WORDS = { preset: ['documented', 'published'], reading: ['smooth', 'overall'], strategy: ['snowball'], 'incident.response': RESPONSES };

/** @type {Record<keyof View, RegExp>} */
const ACCEPTED = {
  seed: /^\d{1,20}$/,
  trials: /^[1-9]\d{0,8}$/,
  'at-least': /^\d{0,7}$/,
  picture: /^(dots|bars)$/,
  kept: /^.{0,20000}$/,
  target: /^[1-9]\d{0,6}$/,
  confidence: /^0?\.\d+$/,
  'calls-per-week': /^([1-9]\d{0,5}|1000000)?$/,
  lang: /^(en|fr)$/,
};

/** @param {string} key @returns {key is keyof View} */
const isView = (key) => Object.hasOwn(ACCEPTED, key);

/**
 * The state of an address, and what of it nobody understands. Whether a rate is one is the library's to say.
 * @param {string} hash
 * @returns {{ state: State, unknown: Unknown[] }}
 */
export function ofHash(hash) {
  const state = initial();
  /** @type {Unknown[]} */
  const unknown = [];
  for (const [key, value] of new URLSearchParams(hash.replace(/^#/, ''))) {
    if (isView(key) ? !ACCEPTED[key].test(value) : !accepts(key, value)) unknown.push({ key, value });
    else if (isView(key)) state.view[key] = value;
    else state.settings[key] = value;
  }
  if (state.settings.strategy) delete state.settings.warm;
  state.settings = called(state.settings, people(state.settings), state.settings.max_attempts ?? '1');
  return { state, unknown };
}

/** The same with this many people, each called so often at most. @param {Settings} settings @param {string} people @param {string} most @returns {Settings} */
export function called({ preset = '', calls: _, contacts: __, max_attempts: ___, ...rest }, people, most) {
  const plain = /^[1-9]\d{0,2}(,\d{3})+$/.test(people) ? people.replaceAll(',', '') : people;
  return { preset, ...(most === '1' ? { calls: plain } : { contacts: plain, max_attempts: most }), ...rest };
}

/** The setting that is typed in a field, null where the field is emptied. @param {import('./fields.js').Field} field @param {string} typed */
export function typedIn({ key, kind }, typed) {
  const value = normal(typed, kind === 'rate');
  if (value === '') return null;
  if (key !== 'share' || readings(value).length > 0) return value;
  const part = share(value) ?? fraction(value);
  // What else the library takes there is a number of calls: in quotes it takes nothing.
  return part === null ? `“${value}”` : ofPercent(part * 100);
}

/** The settings once something is set; null is as it was at first. @param {Settings} settings @param {string} key @param {string | null} value @returns {Settings} */
export function changed(settings, key, value) {
  if (key === 'supply') return supplied(settings, value === 'pool');
  if (key === 'calls') return called(settings, value ?? String(SETTINGS.calls), settings.max_attempts ?? '1');
  if (key === 'max_attempts') return called(settings, people(settings), value ?? '1');
  const next = { ...settings };
  if (key === 'share') next.warm = value ?? String(SETTINGS.warm);
  else if (value === null) delete next[key];
  else next[key] = value;
  return next;
}

/** How many people are called. @param {Settings} settings */
export const people = ({ calls, contacts }) => contacts ?? calls ?? String(SETTINGS.calls);

/** Settings without those that are as a log told them. @param {Settings} settings @param {Settings} learned @returns {Settings} */
export const without = (settings, learned) => Object.fromEntries(Object.entries(settings).filter(([key, value]) => learned[key] !== value));

/** With a pool of referrals, or with a share of the calls in its place. @param {Settings} settings @param {boolean} pool @returns {Settings} */
export function supplied(settings, pool) {
  // The names of a pool are called once each, and come from meetings.
  const { warm: _, strategy: __, 'connectors.count': ___, 'connectors.correlation': ____, ...rest } = pool ? called(settings, people(settings), '1') : settings;
  return pool ? { ...rest, strategy: 'snowball' } : { ...rest, warm: String(SETTINGS.warm) };
}

/** Puts the default for what is wrong with a state; whether there is one. @param {State} state @param {string} key */
export function mends({ settings, view }, key) {
  if (isView(key)) view[key] = VIEW[key];
  else if (settings[key] === SETTINGS[key]) return false;
  else if (SETTINGS[key] === undefined) delete settings[key];
  else settings[key] = SETTINGS[key];
  if (key === 'strategy') settings.warm = String(SETTINGS.warm);
  return true;
}

/** @param {string} key @param {string} value */
function accepts(key, value) {
  if (key === 'warm') return share(value) !== null;
  if (Object.hasOwn(WORDS, key)) return WORDS[key]?.includes(value) ?? false;
  return KEYS.has(key) && value.length < 1000;
}

/** The share of recommended calls that `0.8`, `1.0` or `80%` is; no call at all is none of them. @param {string} text */
export function share(text) {
  const number = /^\d*\.?\d+%$/.test(text) ? Number(text.slice(0, -1)) / 100 : /^(\d*\.\d+|0)$/.test(text) ? Number(text) : NaN;
  return number >= 0 && number <= 1 ? number : null;
}

/** @param {State} state */
export function toHash({ settings, view }) {
  const given = new URLSearchParams();
  for (const [key, value] of Object.entries(settings)) if (value !== SETTINGS[key]) given.append(key, value);
  for (const [key, value] of Object.entries(view)) if (isView(key) && value !== VIEW[key]) given.append(key, value);
  // What need not be escaped in a fragment is better read as it is.
  return given.toString().replaceAll('%28', '(').replaceAll('%29', ')').replaceAll('%2C', ',');
}

/**
 * The command that makes the same; it refuses what has no effect, which the form keeps.
 * @param {State} state
 * @param {readonly string[]} withoutEffect keys of the settings
 */
export function command({ settings, view }, withoutEffect) {
  const words = ['outreach simulate'];
  const options = new Set(['preset', 'calls', 'contacts', 'warm', 'strategy', 'reading']);
  for (const [key, value] of Object.entries(settings)) {
    if ((key === 'preset' && value === SETTINGS.preset) || withoutEffect.includes(key)) continue;
    if (key === 'max_attempts') words.push(`--max-attempts ${value}`);
    else words.push(options.has(key) ? `--${key} ${value}` : `--set ${quoted(`${key}=${value}`)}`);
  }
  if (view['at-least']) words.push(`--at-least ${view['at-least']}`);
  if (view['calls-per-week'] && settings.contacts === undefined) words.push(`--calls-per-week ${view['calls-per-week']}`);
  words.push(`--trials ${view.trials}`, `--seed ${view.seed}`);
  return words.join(' ');
}

/** @param {string} word */
const quoted = (word) => (/^[\w.=%-]*$/.test(word) ? word : `'${word}'`);
