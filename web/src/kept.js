// A campaign that is kept, and the one at hand beside it: who brings more, and how often.

import { h, table } from './html.js';
import { numbers } from './numbers.js';
import { yieldRow } from './sides.js';
import { initial, ofHash, people, share, toHash } from './state.js';

/** @typedef {import('./state.js').Settings} Settings */
/** @typedef {import('./types.js').CompareAnswer} Compared */
/** @typedef {ReturnType<typeof import('./messages.js').speaker>} Say */

/** The address has the question that the page opens with as a word. */
const OPENING = 'opening';

/** Settings as one word of an address. @param {Settings} settings */
export const word = (settings) => toHash({ settings, view: initial().view }) || OPENING;

/** The settings of such a word; null for none. @param {string} kept @returns {Settings | null} */
export function settingsOf(kept) {
  if (kept === '') return null;
  const { state, unknown } = ofHash(kept === OPENING ? '' : `#${kept}`);
  return unknown.length > 0 ? null : state.settings;
}

/** A campaign in a few words. @param {Settings} settings @param {Say} say */
function told(settings, say) {
  const { chance, number } = numbers(document.documentElement.lang);
  const calls = number(Number(people(settings)));
  const supply = settings.strategy ? say('keptPool') : say('keptShare', { share: chance(share(settings.warm ?? '') ?? 0, 0) });
  return `${say('keptCalls', { calls })}, ${supply}`;
}

/**
 * Both side by side.
 * @param {HTMLElement} root @param {Settings | null} kept @param {Compared | null} compared @param {Say} say @param {() => void} release
 */
export function showKept(root, kept, compared, say, release) {
  root.hidden = kept === null;
  if (kept === null) return;
  const close = h('button', { type: 'button', class: 'quiet', id: 'release' }, say('keptRelease'));
  close.addEventListener('click', release);
  const [before, now] = compared?.strategies ?? [];
  root.replaceChildren(
    h('p', {}, [`${say('keptIs', { told: told(kept, say) })} `, close]),
    ...(compared && before && now ? [h('p', { class: 'reading', id: 'wins' }, wins(compared, say)), table([say('strategy'), say('mean'), say('nineInTen'), say('perHour')], [yieldRow(say('keptName'), before, say), yieldRow(say('keptNow'), now, say)])] : []),
  );
}

/** @param {Compared} compared @param {Say} say */
function wins({ pairs }, say) {
  const { chance, share: counted, time } = numbers(document.documentElement.lang);
  const pair = pairs[0];
  if (!pair) return '';
  /** @param {Pick<typeof pair, 'exact' | 'a_wins' | 'a_wins_std_error' | 'b_wins' | 'b_wins_std_error' | 'tie' | 'tie_std_error'>} of */
  const of = ({ exact, ...sampled }) =>
    exact
      ? { wins: chance(exact.b_wins), ties: chance(exact.tie), loses: chance(exact.a_wins) }
      : { wins: counted(sampled.b_wins, sampled.b_wins_std_error), ties: counted(sampled.tie, sampled.tie_std_error), loses: counted(sampled.a_wins, sampled.a_wins_std_error) };
  const hours = pair.equal_hours;
  return [say('keptWins', of(pair)), hours ? say('keptHours', { hours: time(hours.hours * 60), ...of(hours) }) : ''].join(' ').trim();
}
