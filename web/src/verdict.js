// The answer that stays in view: what it rests on, and whether it is the one that was asked for.

import { h } from './html.js';
import { numbers } from './numbers.js';
import { STARTS } from './starts.js';

/** @typedef {import('./state.js').Settings} Settings */
/** @typedef {ReturnType<typeof import('./messages.js').speaker>} Say */

/** A first answer that takes longer than this is seen to be computed [ms]. */
const BUSY_AFTER = 400;

/** @param {string} id @returns {any} */
const at = (id) => document.getElementById(id);

/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;

/** Whether an answer is waited for. @param {boolean} is */
export function busy(is) {
  clearTimeout(waiting);
  if (!is) at('busy').hidden = true;
  else waiting = setTimeout(() => (at('busy').hidden = false), BUSY_AFTER);
}

/** A mean to the digits that are known of it. @param {number} mean @param {number} error */
function rounded(mean, error) {
  const unit = Math.max(mean < 10 ? 0.1 : 1, 10 ** Math.floor(Math.log10(2 * error)));
  return Math.round(mean / unit) * unit;
}

/** Whether all rates that are set are those of a campaign to begin with. @param {Settings} settings @param {string[]} rates */
const ofExample = (settings, rates) => Object.values(STARTS).some((start) => rates.every((key) => settings[key] === /** @type {Settings} */ (start.settings)[key]));

/** Whether it is the last good answer, and not that of what the fields show. @param {boolean} is */
export function stale(is) {
  at('stale').hidden = !is;
  for (const id of ['answer', 'verdict']) at(id).classList.toggle('is-stale', is);
}

/**
 * What the answer rests on, and what it would be at the other figures, which are a click away.
 * @param {Settings} settings @param {{ mean: number, error: number }} other the mean there @param {Settings} learned @param {Say} say @param {(preset: string) => void} choose
 */
export function showBeside(settings, other, learned, say, choose) {
  const rates = Object.keys(settings).filter((key) => /^(cold|warm|incident)\./.test(key));
  const published = settings.preset === 'published';
  const mean = numbers(document.documentElement.lang).number(rounded(other.mean, other.error), 1);
  const whose = rates.some((key) => settings[key] === learned[key]) ? 'besideLearned' : ofExample(settings, rates) ? 'besideExample' : 'besideOwn';
  const [told, label] =
    rates.length > 0
      ? [say(whose, { others: say(published ? 'othersPublished' : 'othersCoach') }), say(published ? 'elseCoach' : 'elsePublished', { mean })]
      : [say(published ? 'besidePublished' : 'besideCoach'), say(published ? 'otherCoach' : 'otherPublished', { mean })];
  const choice = h('button', { type: 'button', class: 'other', id: 'other' }, label);
  choice.addEventListener('click', () => choose(published ? 'documented' : 'published'));
  at('beside').removeAttribute('data-en');
  at('beside').replaceChildren(told, ' ', choice);
}
