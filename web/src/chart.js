// The yield on the page: what is pointed at is read off as the chance of at least this many meetings.

import { rem, s, table, width } from './html.js';
import { numbers } from './numbers.js';
import { drawYield, ends, keys } from './picture.js';
import { DOTS, dotsOf, masses, Plot, SCREEN, span } from './plot.js';

/** @typedef {import('./types.js').SimulateAnswer} Json */
/** @typedef {import('./types.js').Yield} Yield */
/** @typedef {ReturnType<typeof import('./messages.js').speaker>} Say */

/**
 * How likely at least k meetings are: counted and by the exact distribution, with the standard error of the counted share.
 * @param {Json} json @param {number} k
 */
export function tail(json, k) {
  // The shorter sum is the more accurate one.
  const sum = (/** @type {number[]} */ parts) => parts.reduce((total, part) => total + part, 0);
  const counted = sum(json.meetings.counts.slice(k));
  const pmf = json.exact?.pmf;
  const below = sum(pmf?.slice(0, k) ?? []);
  // However small the other side is, it is not nothing.
  const exact = !pmf ? null : k > (json.exact?.mean ?? 0) ? sum(pmf.slice(k)) : Math.min(1 - below, below > 0 ? 1 - Number.EPSILON : 1);
  const share = counted / json.trials;
  // A share of none or all is still not known for sure.
  const steady = share === 0 || share === 1 ? (counted + 1) / (json.trials + 2) : share;
  return { exact, share, error: Math.sqrt((steady * (1 - steady)) / json.trials) };
}

export class YieldChart {
  #root;
  /** @type {{ json: Json, k: number, bars: boolean, say: Say } | null} */
  #shown = null;
  /** @type {Plot | null} */
  #plot = null;
  /** While a slider moves: where the axis ends, and the yield of before. @type {{ most: number, ghost: readonly number[] } | null} */
  #held = null;
  /** A campaign that is kept to compare with. @type {Yield | null} */
  #kept = null;
  #choose;
  #width;

  /** @param {HTMLElement} root @param {(k: number) => void} choose is told which k is read off */
  constructor(root, choose) {
    this.#root = root;
    this.#choose = choose;
    root.setAttribute('role', 'slider');
    root.tabIndex = 0;
    root.addEventListener('keydown', (event) => this.#key(event));
    root.addEventListener('pointermove', (event) => this.#point(event, false));
    root.addEventListener('pointerdown', (event) => this.#point(event, true));
    this.#width = width(root, () => this.#draw());
  }

  /** From now on the axis is all calls, so that the yield is seen to move; null lets it close in again. @param {number | null} most */
  hold(most) {
    if (!this.#shown || (most === null) === (this.#held === null)) return;
    this.#held = most === null ? null : { most, ghost: masses(this.#shown.json) };
    this.#draw();
  }

  /** @param {Yield | null} json */
  keep(json) {
    this.#kept = json;
    this.#draw();
  }

  /** @param {Json} json @param {number} k @param {boolean} bars @param {Say} say */
  show(json, k, bars, say) {
    this.#shown = { json, k, bars, say };
    this.#draw();
    const { last } = span(masses(json));
    for (const [name, value] of [['min', 0], ['max', last], ['now', Math.min(k, last)]]) this.#root.setAttribute(`aria-value${name}`, String(value));
    this.#root.setAttribute('aria-valuetext', this.told(k));
    this.#root.setAttribute('aria-label', say('yieldTitle'));
  }

  #draw() {
    if (!this.#shown) return;
    const { bars, say } = this.#shown;
    const ghost = this.#held?.ghost ?? (this.#kept && masses(this.#kept));
    const letters = 0.76 * rem();
    const width = this.#width();
    const height = Math.round(Math.min(420, Math.max(200, width * 0.42)));
    const { first, last } = ends({ ...this.#shown, ghost });
    const [from, to] = this.#held ? [0, Math.max(this.#held.most, last)] : [first, last];
    const frame = { left: bars ? letters * 4.2 : 4, right: width - 4, top: 16, bottom: height - letters * 3.4 };
    const plot = new Plot(frame, from, to, SCREEN, letters);
    drawYield(plot, { ...this.#shown, ghost }, say);
    this.#plot = plot;
    this.#root.replaceChildren(s('svg', { viewBox: `0 0 ${width} ${height}`, width, height, 'aria-hidden': 'true' }, plot.marks));
  }

  /** What the marks mean. */
  key() {
    if (!this.#shown) return [];
    const { json, bars, say } = this.#shown;
    const ghost = this.#held ? say('keyBefore') : this.#kept ? say('keyKept') : '';
    return keys({ bars, exact: json.exact !== null, ghost }, say);
  }

  /** The chance of at least k meetings, in words. @param {number} k */
  told(k) {
    if (!this.#shown) return '';
    const { json, bars, say } = this.#shown;
    const { chance, number, share } = numbers(document.documentElement.lang);
    const found = tail(json, k);
    const what = say('atLeast', { k: number(k) });
    const simulated = share(found.share, found.error);
    if (!bars) {
      const dots = dotsOf(masses(json)).filter((at) => at >= k).length;
      return say('tailDots', { what, chance: found.exact === null ? simulated : chance(found.exact), dots, of: DOTS });
    }
    return found.exact === null ? say('tailSimulated', { what, simulated }) : say('tailBoth', { what, exact: chance(found.exact), simulated });
  }

  /** The same as a table. @param {Json} json @param {Say} say */
  table(json, say) {
    const { chance, number, share } = numbers(document.documentElement.lang);
    const head = [say('meetings'), say('trialsColumn'), say('simulated'), ...(json.exact ? [say('exact')] : []), say('orMore')];
    const { first, last } = ends({ json, k: 0, bars: true, ghost: null });
    const rows = Array.from({ length: last - first + 1 }, (_, index) => {
      const k = first + index;
      const count = json.meetings.counts[k] ?? 0;
      const p = count / json.trials;
      const found = tail(json, k);
      const exact = json.exact ? [chance(json.exact.pmf[k] ?? 0)] : [];
      const more = found.exact === null ? share(found.share, found.error) : chance(found.exact);
      return [String(k), number(count), share(p, Math.sqrt((p * (1 - p)) / json.trials)), ...exact, more];
    });
    return table(head, rows);
  }

  /** @param {PointerEvent} event @param {boolean} settled */
  #point(event, settled) {
    if (!this.#plot || (event.pointerType !== 'mouse' && !settled)) return;
    this.#to(this.#plot.at(event.clientX - this.#root.getBoundingClientRect().left), settled);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (!this.#plot || !this.#shown) return;
    const { k } = this.#shown;
    const { first, last } = this.#plot;
    const page = Math.max(1, Math.round((last - first) / 8));
    /** @type {Record<string, number>} */
    const to = { ArrowRight: k + 1, ArrowUp: k + 1, ArrowLeft: k - 1, ArrowDown: k - 1, PageUp: k + page, PageDown: k - page, Home: first, End: last };
    const next = to[event.key];
    if (next === undefined) return;
    event.preventDefault();
    this.#to(next, true);
  }

  /** @param {number} at @param {boolean} settled */
  #to(at, settled) {
    if (!this.#plot || !this.#shown) return;
    const k = Math.min(this.#plot.last, Math.max(0, at));
    if (k !== this.#shown.k || settled) this.#choose(k);
  }
}
