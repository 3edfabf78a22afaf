// What the library says, in the words of the page: fields by their names and not by keys, no options of the command.

import { FIELDS } from './fields.js';
import { isMessage, unbroken } from './messages.js';
import { readings, spoken } from './numbers.js';

/** @typedef {import('./types.js').Fault} Fault */
/** @typedef {ReturnType<typeof import('./messages.js').speaker>} Say */

/** The longest first: `cold.reachable` is not `cold.reach`. */
const KEYS = [...FIELDS.map(({ key }) => key), 'incident.response', 'max_attempts', 'contacts', 'calls', 'warm'].sort((a, b) => b.length - a.length);
const KEY = new RegExp(`(?<![\\w.])(${KEYS.join('|').replaceAll('.', '\\.')})(?![\\w.])( = )?`, 'g');

/** What a field is called, and what it is counted per. @param {string} key @param {Say} say */
export function nameOf(key, say) {
  const per = `${key}.per`;
  const name = key === 'warm' ? say('share') : isMessage(key) ? say(key) : key;
  return isMessage(per) ? `${name} (${say(per)})` : name;
}

/** @param {string} text @param {Say} say */
export const inWords = (text, say) =>
  text
    // What the command has options for, the page has fields for.
    .replace(/ ?\([^()]*--[a-z][^()]*\)/g, '')
    .replace(/[:,;][^:,;]*--[a-z].*$/s, '')
    // A word of a sentence is no key: these have a point in them, or a value.
    .replace(KEY, (whole, key, equals) => (!key.includes('.') && key !== 'max_attempts' && !equals ? whole : equals ? say('told', { name: nameOf(key, say), what: '' }) : nameOf(key, say)));

/** Messages by what the library accepts. @type {[begins: string, message: 'wrongRange' | 'wrongRate' | 'wrongMinutes' | 'wrongCalls' | 'wrongAttempts' | 'wrongConnectors' | 'wrongInAll' | 'wrongReachable'][]} */
const SAID = [
  ['a range', 'wrongRange'],
  ['a probability', 'wrongRate'],
  ['a number of minutes', 'wrongMinutes'],
  ['a number of calls', 'wrongCalls'],
  ['a number of contacts', 'wrongCalls'],
  ['a number of attempts', 'wrongAttempts'],
  ['a number of connectors', 'wrongConnectors'],
  ['up to 50,000,000 attempts in all', 'wrongInAll'],
  ['a share of the contacts', 'wrongReachable'],
];

/** What to type in the place of what can be read in two ways, null for what cannot. @param {string} value a setting @param {string} typed @param {Say} say */
export function twoReadings(value, typed, say) {
  const [one, other] = readings(value).map((each) => unbroken(spoken(each, document.documentElement.lang, true)));
  return one && other ? say('wrongTwice', { value: typed, one, other }) : null;
}

/**
 * What is wrong with a value, without its field's name.
 * @param {Fault} fault @param {Say} say @param {string} [typed] the value as it was typed
 */
export function wrong({ key, text, french, value, accepted }, say, typed) {
  const shown = key?.includes(' ') ? (value ?? '') : typed || (value ?? '');
  const twice = twoReadings(value ?? '', shown, say);
  if (twice) return twice;
  if (key === 'warm' && accepted) return say('wrongShare', { value: shown });
  if (key === 'reading') return say('wrongReading');
  if (key === 'strategy') return say('wrongPool');
  const said = SAID.find(([begins]) => accepted?.startsWith(begins));
  if (said && value !== null) return say(said[1], { value: shown });
  const whole = document.documentElement.lang === 'fr' ? (french ?? text) : text;
  return inWords(key !== null && whole.startsWith(`${key} = `) ? whole.slice(key.length + 3) : whole, say);
}

/** The same where its field is not beside it. @param {Fault} fault @param {Say} say */
export const wrongOf = (fault, say) => {
  const told = wrong(fault, say);
  return fault.key !== null && (isMessage(fault.key) || fault.key === 'warm') ? say('told', { name: nameOf(fault.key, say), what: told }) : told;
};
