// Axes and marks of the page's pictures, in SVG: one drawing for the screen, for files and for paper.

import { s } from './html.js';
import { numbers } from './numbers.js';

/** @typedef {import('./types.js').Yield} Yield */
/** @typedef {Record<'ink' | 'soft' | 'grid' | 'paper' | 'bar' | 'more', string>} Palette */
/** @typedef {{ left: number, right: number, top: number, bottom: number }} Frame pixels */

/** The page's colours, which follow its theme. @type {Palette} */
export const SCREEN = { ink: 'var(--ink)', soft: 'var(--soft)', grid: 'var(--grid)', paper: 'var(--paper)', bar: 'var(--bar)', more: 'var(--bar-more)' };

/** In files and on paper there is one theme. @type {Palette} */
export const FILE = { ink: '#1d2430', soft: '#5a6472', grid: '#e3e7ec', paper: '#ffffff', bar: '#c3dff1', more: '#4f9fd2' };

/** A quantile dotplot has this many dots, each one campaign in this many. */
export const DOTS = 50;

/** What is rarer than so much of the most frequent is not drawn. */
const DRAWN = 0.0005;

/** Points of a curve, at most: more than a screen shows. */
const POINTS = 1500;

/** The probability or share of each number of meetings. @param {Yield} json @returns {number[]} */
export function masses({ exact, meetings: { counts } }) {
  if (exact) return exact.pmf;
  const trials = counts.reduce((total, count) => total + count, 0);
  return counts.map((count) => count / trials);
}

/** The numbers of meetings that are worth drawing. @param {readonly number[]} of their probabilities */
export function span(of) {
  const most = of.reduce((so, far) => Math.max(so, far), 0);
  const seen = (/** @type {number} */ p) => p > most * DRAWN;
  return { first: Math.max(0, of.findIndex(seen) - 1), last: of.findLastIndex(seen) + 1 };
}

/** The quantiles (i − ½)/50: the smallest numbers that this many of all campaigns do not exceed. @param {readonly number[]} of */
export function dotsOf(of) {
  /** @type {number[]} */
  const found = [];
  let below = 0;
  of.forEach((p, k) => {
    below += p;
    while (found.length < DOTS && (found.length + 0.5) / DOTS <= below + 1e-12) found.push(k);
  });
  while (found.length < DOTS) found.push(of.length - 1);
  return found;
}

/** A step of an axis: 1, 2 or 5 times a power of ten. @param {number} span @param {number} parts at most */
export function step(span, parts) {
  const power = 10 ** Math.floor(Math.log10(span / parts));
  return power * ([1, 2, 5].find((times) => times * power * parts >= span) ?? 10);
}

/** Numbers of meetings along a frame, and how often they come up its height. */
export class Plot {
  /** @param {Frame} frame @param {number} first @param {number} last @param {Palette} palette @param {number} letters their size [px] */
  constructor(frame, first, last, palette, letters) {
    this.frame = frame;
    this.first = first;
    this.last = last;
    this.palette = palette;
    this.letters = letters;
    /** The width of one more meeting [px]. */
    this.unit = (frame.right - frame.left) / (last - first + 1.2);
    this.height = frame.bottom - frame.top;
    /** @type {SVGElement[]} */
    this.marks = [];
  }

  /** @param {number} k */
  x = (k) => this.frame.left + (k - this.first + 0.6) * this.unit;

  /** The number at a place. @param {number} x */
  at = (x) => Math.round((x - this.frame.left) / this.unit + this.first - 0.6);

  /** @param {'path' | 'circle' | 'polyline' | 'polygon' | 'rect'} name @param {Record<string, string | number>} attributes */
  draw(name, attributes) {
    this.marks.push(s(name, attributes));
  }

  /** @param {string} words @param {Record<string, string | number>} attributes */
  text(words, attributes) {
    this.marks.push(s('text', { fill: this.palette.soft, 'font-size': this.letters, ...attributes }, words));
  }

  /** Numbers of meetings below the frame. @param {string} label */
  along(label) {
    const { frame, first, last, letters, palette } = this;
    const { number } = numbers(document.documentElement.lang);
    const wide = (String(last).length + 2.5) * letters * 0.6;
    const every = Math.max(1, step(last - first + 1, Math.max(2, (frame.right - frame.left) / wide)));
    this.draw('path', { d: `M${frame.left} ${frame.bottom}H${frame.right}`, stroke: palette.soft });
    for (let k = Math.ceil(first / every) * every; k <= last; k += every) {
      this.text(number(k), { x: this.x(k), y: frame.bottom + letters * 1.4, 'text-anchor': 'middle' });
    }
    if (label) this.text(label, { x: (frame.left + frame.right) / 2, y: frame.bottom + letters * 2.9, 'text-anchor': 'middle' });
  }

  /** Percentages left of the frame. @param {number} most what stands at its top */
  up(most) {
    const { frame, letters, palette } = this;
    const { number } = numbers(document.documentElement.lang);
    const every = step(most, Math.max(2, this.height / (letters * 3)));
    for (let p = every; p < most; p += every) {
      const y = frame.bottom - (p / most) * this.height;
      this.draw('path', { d: `M${frame.left} ${y}H${frame.right}`, stroke: palette.grid });
      this.text(`${number(p * 100, 3)} %`, { x: frame.left - 8, y: y + letters / 3, 'text-anchor': 'end' });
    }
  }

  /** Places of a curve, thinned where there are more than a screen shows. @param {readonly number[]} of @param {number} most */
  curve(of, most) {
    const { first, last } = span(of);
    const every = Math.ceil((last - first + 1) / POINTS);
    const points = [];
    for (let k = first; k <= last; k += every) {
      const part = of.slice(k, k + every);
      points.push([this.x(k + (every - 1) / 2), this.frame.bottom - (part.reduce((sum, p) => sum + p, 0) / every / most) * this.height]);
    }
    return points.map(([x, y]) => `${x?.toFixed(1)},${y?.toFixed(1)}`).join(' ');
  }

  /** Bars as one path, of the numbers that are within. @param {readonly number[]} of @param {number} most @param {number} from @param {number} to */
  bars(of, most, from, to) {
    const every = Math.ceil((this.last - this.first + 1) / POINTS);
    const width = this.unit * every * (every > 1 ? 1 : 0.86);
    let d = '';
    for (let k = Math.max(from, this.first); k <= Math.min(to, this.last); k += every) {
      const p = of.slice(k, k + every).reduce((sum, part) => sum + part, 0) / every;
      if (p > 0) d += `M${(this.x(k + (every - 1) / 2) - width / 2).toFixed(1)} ${this.frame.bottom}v${(-(p / most) * this.height).toFixed(1)}h${width.toFixed(1)}V${this.frame.bottom}z`;
    }
    return d;
  }

  /** The bracket from the 5 % to the 95 % point. @param {Yield} json */
  bracket(json) {
    const { quantiles } = json.exact ?? json.meetings;
    const [low, high] = [this.x(quantiles['0.05'] - 0.5), this.x(quantiles['0.95'] + 0.5)];
    const top = this.frame.top - 8;
    this.draw('path', { d: `M${low} ${top + 6}V${top}H${high}V${top + 6}`, fill: 'none', stroke: this.palette.ink, 'stroke-width': 1.5 });
  }

  /**
   * How dots stand: in columns of this many numbers each, as large as the frame lets them be.
   * @param {readonly (readonly number[])[]} sets
   */
  columns(sets) {
    let best = { each: 1, size: 0 };
    for (const each of [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000]) {
      const tallest = Math.max(...sets.map((dots) => Math.max(...stacked(dots, each).map(({ row }) => row + 1))));
      const size = Math.min(each * this.unit, this.height / tallest, this.letters * 2.4);
      if (size > best.size * 1.05) best = { each, size };
      if (each > this.last - this.first) break;
    }
    return best;
  }

  /**
   * Dots, those from `k` on strong; hollow ones are of another yield.
   * @param {readonly number[]} dots @param {{ each: number, size: number }} columns @param {number | null} k null: hollow
   */
  dots(dots, { each, size }, k) {
    const { palette, frame } = this;
    const r = (size / 2) * 0.9;
    for (const { at, column, row } of stacked(dots, each)) {
      const place = { cx: this.x(column * each + (each - 1) / 2).toFixed(1), cy: (frame.bottom - (row + 0.5) * size).toFixed(1), r: r.toFixed(1) };
      const strong = k !== null && at >= k;
      this.draw('circle', k === null ? { ...place, fill: 'none', stroke: palette.soft, 'stroke-dasharray': 2 } : { ...place, fill: strong ? palette.more : palette.bar, stroke: palette.ink, 'stroke-width': strong ? 0.8 : 0.4 });
    }
  }
}

/** Each dot in its column, and how many lie below it. @param {readonly number[]} dots @param {number} each */
function stacked(dots, each) {
  /** @type {Map<number, number>} */
  const heights = new Map();
  return dots.map((at) => {
    const column = Math.floor(at / each);
    const row = heights.get(column) ?? 0;
    heights.set(column, row + 1);
    return { at, column, row };
  });
}
