// The yield: simulated bars, the exact distribution over them, and the chance of at least k meetings read off.

import uPlot from 'uplot';

import { colours, font, rem } from './colours.js';
import { h, table } from './html.js';
import { numbers } from './numbers.js';

/** @typedef {import('./types.js').SimulateJson} Json */
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
  const exact = !pmf ? null : k === 0 ? 1 : k > (json.exact?.mean ?? 0) ? sum(pmf.slice(k)) : 1 - sum(pmf.slice(0, k));
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

  /** @param {Json} json @param {number} k @param {Say} say */
  show(json, k, say) {
    this.#json = json;
    this.#say = say;
    this.#k = k;
    const { first, last, ks, simulated, exact } = drawn(json);
    const shape = `${document.documentElement.lang} ${exact === null}`;
    [this.#first, this.#last] = [first, last];
    const bars = [ks.map((at, index) => (at < k ? simulated[index] : null)), ks.map((at, index) => (at >= k ? simulated[index] : null))];
    const data = /** @type {uPlot.AlignedData} */ ([ks, ...bars, ...(exact ? [exact] : [])]);
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
        x: { time: false, range: (_, low, high) => [low - 0.6, high + 0.6] },
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
