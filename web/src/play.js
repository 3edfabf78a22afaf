// One campaign call by call, as it could go; several fill a picture of their own with dots.

import { h, rem, s, width } from './html.js';
import { numbers } from './numbers.js';
import { ends } from './picture.js';
import { Plot, SCREEN } from './plot.js';

/** @typedef {import('./state.js').Settings} Settings */
/** @typedef {import('./types.js').SimulateAnswer} Json */
/** @typedef {import('./types.js').TraceAnswer} Traced */
/** @typedef {ReturnType<typeof import('./messages.js').speaker>} Say */
/** @typedef {{ settings: Settings, json: Json, k: number, say: Say }} Campaign */

/** This many calls can be watched. */
const MOST = 1000;
/** A campaign takes so long at most, and a call so long [ms]. */
const LONGEST = 5000;
const CALL = 60;
const MANY = 20;

/** How a call ends, told apart without colours. @type {Record<string, string>} */
const SIGNS = { 'not reached': '·', refused: '○', 'no show': '◐', held: '●' };

/** @param {string} id @returns {any} */
const at = (id) => document.getElementById(id);

export class Play {
  #trace;
  #campaign;
  #width;
  /** The meetings of the campaigns played. @type {number[]} */
  #played = [];
  /** A newer campaign ends the one that is played. */
  #turn = 0;

  /**
   * @param {() => Campaign | null} campaign what is played
   * @param {(settings: Settings, seed: bigint) => Promise<Traced>} trace
   */
  constructor(campaign, trace) {
    this.#campaign = campaign;
    this.#trace = trace;
    at('play').addEventListener('click', () => this.#one());
    at('play-many').addEventListener('click', () => this.#many());
    this.#width = width(at('played'), () => this.#draw());
  }

  /** Another campaign than the one that was played. */
  reset() {
    this.#turn++;
    this.#played = [];
    at('stage').hidden = true;
    const calls = Number(this.#campaign()?.json.attempts.total.mean ?? 0);
    for (const id of ['play', 'play-many']) at(id).disabled = calls > MOST;
    at('play-too-many').hidden = calls <= MOST;
  }

  /** The next campaign, each from a seed of its own. @param {Campaign} campaign */
  async #next({ settings, json }) {
    return this.#trace(settings, BigInt(json.seed) + BigInt(this.#played.length));
  }

  async #one() {
    const campaign = this.#campaign();
    if (!campaign) return;
    const turn = ++this.#turn;
    const { held, calls, seed } = await this.#next(campaign);
    const { say } = campaign;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const lasts = still ? 0 : Math.min(LONGEST, calls.length * CALL);
    at('cells').replaceChildren();
    at('play-told').replaceChildren();
    at('stage').hidden = false;
    let [shown, meetings] = [0, 0];
    const began = performance.now();
    const reveal = () => {
      if (turn !== this.#turn) return;
      const until = lasts === 0 ? calls.length : Math.min(calls.length, Math.ceil(((performance.now() - began) / lasts) * calls.length));
      for (; shown < until; shown++) {
        const call = /** @type {Traced['calls'][number]} */ (calls[shown]);
        if (call.ending === 'held') meetings++;
        at('cells').append(h('span', { class: `call ${call.kind} ${call.ending.replace(' ', '-')}${call.incident === 'none' ? '' : ' met'}` }, SIGNS[call.ending] ?? ''));
        if (call.incident !== 'none') at('play-told').append(h('li', {}, incident(call, shown + 1, campaign)));
      }
      at('play-count').textContent = say('playCount', { call: shown, calls: calls.length, meetings });
      if (shown < calls.length) requestAnimationFrame(reveal);
      else this.#over(held, say('playOver', { meetings: held, seed }));
    };
    reveal();
  }

  async #many() {
    const campaign = this.#campaign();
    if (!campaign) return;
    const turn = ++this.#turn;
    at('cells').replaceChildren();
    at('play-told').replaceChildren();
    at('stage').hidden = false;
    for (let more = 0; more < MANY && turn === this.#turn; more++) {
      const { held } = await this.#next(campaign);
      if (turn === this.#turn) this.#over(held, '');
    }
  }

  /** @param {number} held @param {string} told */
  #over(held, told) {
    this.#played.push(held);
    const campaign = this.#campaign();
    if (!campaign) return;
    const { number } = numbers(document.documentElement.lang);
    const mean = this.#played.reduce((sum, one) => sum + one, 0) / this.#played.length;
    const all = { played: this.#played.length, mean: number(mean, 1), expected: number((campaign.json.exact ?? campaign.json.meetings).mean, 1) };
    at('play-count').textContent = `${told} ${campaign.say(this.#played.length === 1 ? 'playedOne' : 'playedAll', all)}`.trim();
    at('play-over').textContent = at('play-count').textContent;
    this.#draw();
  }

  #draw() {
    const campaign = this.#campaign();
    if (!campaign || this.#played.length === 0) return;
    const { json, k, say } = campaign;
    const letters = 0.76 * rem();
    const [width, height] = [this.#width(), Math.round(11 * rem())];
    const { first, last } = ends({ json, k, bars: false, ghost: null });
    const plot = new Plot({ left: 4, right: width - 4, top: 4, bottom: height - letters * 3.4 }, Math.min(first, ...this.#played), Math.max(last, ...this.#played), SCREEN, letters);
    plot.dots(this.#played, plot.columns([this.#played]), k);
    plot.along(say('yieldAxis'));
    at('played').replaceChildren(s('svg', { viewBox: `0 0 ${width} ${height}`, width, height, 'aria-hidden': 'true' }, plot.marks));
  }
}

/** What went wrong at the name, and what was answered to it. @param {Traced['calls'][number]} call @param {number} at @param {Campaign} campaign */
function incident(call, at, { json, say }) {
  const response = /** @type {'incident.ask'} */ (`incident.${String(json.scenario.rates['incident.response'])}`);
  const [said, answer] = call.incident === 'disliked' ? [say('disliked'), say(response)] : [say('unknown'), say(call.incident === 'recovered' ? 'playExplained' : 'playAsked')];
  return say('playIncident', { call: at, said, answer, end: say(call.ending === 'held' ? 'playHeld' : call.ending === 'no show' ? 'playNoShow' : 'playRefused') });
}
