// The yield: simulated bars, the exact distribution over them, and the chance of at least k meetings read off.

import uPlot from 'uplot';

import { colours, font, rem } from './colours.js';
import { h, table } from './html.js';
import { numbers } from './numbers.js';

/** @typedef {import('./types.js').SimulateAnswer} Json */
/** @typedef {import('./types.js').Yield} Yield */
/** @typedef {ReturnType<typeof import('./messages.js').speaker>} Say */

/** What is rarer than so much of the most frequent is not drawn. */
const DRAWN = 0.0005;

/**
 * The numbers of meetings that are worth drawing, and how often each is seen and expected.
 * @param {Yield} json
 */
export function drawn(json) {
  const { counts } = json.meetings;
  const pmf = json.exact?.pmf ?? null;
  const trials = counts.reduce((total, count) => total + count, 0);
  const simulated = (/** @type {number} */ k) => (counts[k] ?? 0) / trials;
  const exact = (/** @type {number} */ k) => pmf?.[k] ?? 0;
  const length = Math.max(counts.length, pmf?.length ?? 0);
  let most = 0;
  for (let k = 0; k < length; k++) most = Math.max(most, simulated(k), exact(k));
  const seen = (/** @type {number} */ k) => Math.max(simulated(k), exact(k)) > most * DRAWN;
  let [first, last] = [0, length - 1];
  while (first < last && !seen(first)) first++;
  while (last > first && !seen(last)) last--;
  [first, last] = [Math.max(0, first - 1), last + 1];
  const ks = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return { first, last, ks, simulated: ks.map(simulated), exact: pmf ? ks.map(exact) : null };
}

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
  /** @type {uPlot | null} */
  #plot = null;
  /** @type {Json | null} */
  #json = null;
  #k = 0;
  #first = 0;
  #last = 0;
  #shape = '';
  /** While a slider moves: where the axis ends, and the yield of before. @type {{ most: number, ghost: ReturnType<typeof drawn> } | null} */
  #held = null;
  /** @type {Say | null} */
  #say = null;
  #choose;

  /** @param {HTMLElement} root @param {(k: number, settled: boolean) => void} choose is told which k is read off */
  constructor(root, choose) {
    this.#root = root;
    this.#choose = choose;
    root.addEventListener('keydown', (event) => this.#key(event));
    root.addEventListener('pointermove', (event) => this.#point(event, false));
    root.addEventListener('pointerdown', (event) => this.#point(event, true));
    new ResizeObserver(() => this.#resize()).observe(root);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#rebuild());
  }

  /** From now on the axis is all calls, so that the yield is seen to move; null lets it close in again. @param {number | null} most */
  hold(most) {
    if (!this.#json || (most === null) === (this.#held === null)) return;
    this.#held = most === null ? null : { most, ghost: drawn(this.#json) };
    this.#rebuild();
  }

  /** @param {Json} json @param {number} k @param {Say} say */
  show(json, k, say) {
    this.#json = json;
    this.#say = say;
    this.#k = k;
    const now = drawn(json);
    const { first, last, exact } = now;
    const ghost = this.#held?.ghost ?? null;
    const shape = `${document.documentElement.lang} ${exact === null} ${ghost === null}`;
    [this.#first, this.#last] = [first, last];
    const start = Math.min(first, ghost?.first ?? first);
    const ks = Array.from({ length: Math.max(last, ghost?.last ?? last) - start + 1 }, (_, index) => start + index);
    const simulated = (/** @type {number} */ at) => now.simulated[at - first] ?? null;
    const line = (/** @type {ReturnType<typeof drawn>} */ of) => ks.map((at) => (of.exact ?? of.simulated)[at - of.first] ?? null);
    const bars = [ks.map((at) => (at < k ? simulated(at) : null)), ks.map((at) => (at >= k ? simulated(at) : null))];
    const data = /** @type {uPlot.AlignedData} */ ([ks, ...bars, ...(exact ? [line(now)] : []), ...(ghost ? [line(ghost)] : [])]);
    if (this.#plot && shape === this.#shape) this.#plot.setData(data);
    else {
      this.#plot?.destroy();
      this.#shape = shape;
      this.#plot = new uPlot(this.#options(exact !== null), data, this.#root);
    }
    const words = this.told(k);
    for (const [name, value] of [['min', 0], ['max', last], ['now', Math.min(k, last)]]) this.#root.setAttribute(`aria-value${name}`, String(value));
    this.#root.setAttribute('aria-valuetext', words);
    this.#root.setAttribute('aria-label', say('yieldTitle'));
  }

  /** The chance of at least k meetings, in words. @param {number} k */
  told(k) {
    if (!this.#json || !this.#say) return '';
    const say = this.#say;
    const { chance, share } = numbers(document.documentElement.lang);
    const found = tail(this.#json, k);
    const what = k === 1 ? say('atLeastOne') : say('atLeast', { k });
    const simulated = share(found.share, found.error);
    return found.exact === null ? say('tailSimulated', { what, simulated }) : say('tailBoth', { what, exact: chance(found.exact), simulated });
  }

  /** The same as a table. @param {Json} json @param {Say} say */
  table(json, say) {
    const { chance, number, share } = numbers(document.documentElement.lang);
    const { ks } = drawn(json);
    const head = [say('meetings'), say('trialsColumn'), say('simulated'), ...(json.exact ? [say('exact')] : []), say('orMore')];
    const rows = ks.map((k) => {
      const count = json.meetings.counts[k] ?? 0;
      const p = count / json.trials;
      const found = tail(json, k);
      const exact = json.exact ? [chance(json.exact.pmf[k] ?? 0)] : [];
      const more = found.exact === null ? share(found.share, found.error) : chance(found.exact);
      return [String(k), number(count), share(p, Math.sqrt((p * (1 - p)) / json.trials)), ...exact, more];
    });
    return table(head, rows);
  }

  /** @param {boolean} exact @returns {uPlot.Options} */
  #options(exact) {
    const colour = colours();
    const say = /** @type {Say} */ (this.#say);
    const { number } = numbers(document.documentElement.lang);
    const bars = /** @type {any} */ (uPlot.paths.bars)({ size: [0.86, 64], align: 0 });
    const axis = { stroke: colour.soft, font: font(), ticks: { stroke: colour.line, width: 1 } };
    return {
      ...this.#size(),
      legend: { show: false },
      cursor: { x: false, y: false, drag: { x: false, y: false }, points: { show: false } },
      scales: {
        x: { time: false, range: (_, low, high) => (this.#held ? [-0.6, Math.max(this.#held.most, high) + 0.6] : [low - 0.6, high + 0.6]) },
        y: { range: (_, __, high) => [0, (high || 1) * 1.12] },
      },
      axes: [
        { ...axis, grid: { show: false }, label: say('yieldAxis'), labelFont: font(), labelSize: 1.4 * rem(), size: 1.9 * rem(), space: 2.2 * rem(), incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000, 10000, 50000, 100000] },
        { ...axis, grid: { stroke: colour.grid, width: 1 }, size: 3.4 * rem(), space: 2.8 * rem(), values: (_, ticks) => ticks.map((tick) => `${number(tick * 100, 3)} %`) },
      ],
      series: [
        {},
        { paths: bars, fill: colour.bar, stroke: colour.barEdge, width: 1, points: { show: false } },
        { paths: bars, fill: colour.barMore, stroke: colour.barMore, width: 1, points: { show: false } },
        ...(exact ? [{ stroke: colour.ink, width: 1.5, points: { show: true, size: 5, fill: colour.paper, stroke: colour.ink, width: 1.5 } }] : []),
        ...(this.#held ? [{ stroke: colour.soft, width: 1.5, dash: [4, 4], points: { show: false } }] : []),
      ],
      hooks: { draw: [(plot) => this.#nine(plot, colour.ink)] },
    };
  }

  /** The bracket from the 5 % to the 95 % point. @param {uPlot} plot @param {string} ink */
  #nine(plot, ink) {
    const quantiles = (this.#json?.exact ?? this.#json?.meetings)?.quantiles;
    if (!quantiles) return;
    const [left, right] = [(quantiles['0.05'] ?? 0) - 0.5, (quantiles['0.95'] ?? 0) + 0.5].map((x) => plot.valToPos(x, 'x', true));
    const { ctx } = plot;
    const [top, foot] = [plot.bbox.top + 3 * devicePixelRatio, plot.bbox.top + 9 * devicePixelRatio];
    ctx.save();
    ctx.strokeStyle = ink;
    ctx.lineWidth = 1.5 * devicePixelRatio;
    ctx.setLineDash([]);
    ctx.beginPath();
    ctx.moveTo(Number(left), foot);
    ctx.lineTo(Number(left), top);
    ctx.lineTo(Number(right), top);
    ctx.lineTo(Number(right), foot);
    ctx.stroke();
    ctx.restore();
  }

  #size() {
    const width = Math.max(240, this.#root.clientWidth);
    return { width, height: Math.round(Math.min(420, Math.max(220, width * 0.42))) };
  }

  #resize() {
    const size = this.#size();
    if (this.#plot && this.#plot.width !== size.width) this.#plot.setSize(size);
  }

  #rebuild() {
    this.#shape = '';
    if (this.#json && this.#say) this.show(this.#json, this.#k, this.#say);
  }

  /** @param {PointerEvent} event @param {boolean} settled */
  #point(event, settled) {
    if (!this.#plot || (event.pointerType !== 'mouse' && !settled)) return;
    const over = this.#plot.over.getBoundingClientRect();
    const at = Math.round(this.#plot.posToVal(event.clientX - over.left, 'x'));
    this.#to(at, settled);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const page = Math.max(1, Math.round((this.#last - this.#first) / 8));
    /** @type {Record<string, number>} */
    const to = { ArrowRight: this.#k + 1, ArrowUp: this.#k + 1, ArrowLeft: this.#k - 1, ArrowDown: this.#k - 1, PageUp: this.#k + page, PageDown: this.#k - page, Home: this.#first, End: this.#last };
    const k = to[event.key];
    if (k === undefined) return;
    event.preventDefault();
    this.#to(k, true);
  }

  /** @param {number} at @param {boolean} settled */
  #to(at, settled) {
    const k = Math.min(this.#last, Math.max(0, at));
    if (k !== this.#k || settled) this.#choose(k, settled);
  }
}

/** What the marks of the picture mean. @param {boolean} exact @param {Say} say */
export function key(exact, say) {
  const mark = (/** @type {string} */ kind, /** @type {string} */ text) => h('span', { class: `mark ${kind}` }, text);
  const law = exact ? mark('distribution', say('keyExact')) : mark('none', say('keyNoExact'));
  return [mark('bar', say('keySimulated')), law, mark('nine', say('keyNine'))];
}
