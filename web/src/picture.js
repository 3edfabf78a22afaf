// The yield as a picture: fifty dots, or bars and the exact curve; on the page, and as one that stands alone.

import { h, s } from './html.js';
import { DOTS, dotsOf, FILE, masses, Plot, span } from './plot.js';

/** @typedef {import('./types.js').Yield} Yield */
/** @typedef {import('./plot.js').Plot} Plotted */
/** @typedef {ReturnType<typeof import('./messages.js').speaker>} Say */
/** @typedef {{ json: Yield, k: number, bars: boolean, ghost: readonly number[] | null }} Drawing `ghost`: the probabilities of another yield */

export const SIZE = { width: 960, height: 540 };
const FRAME = { left: 70, right: 930, top: 138, bottom: 460 };

/** The shares of the simulated campaigns. @param {Yield} json */
const simulated = (json) => masses({ ...json, exact: null });

/** @param {Plotted} plot @param {Drawing} drawing @param {Say} say */
export function drawYield(plot, { json, k, bars, ghost }, say) {
  const { palette } = plot;
  const own = masses(json);
  if (bars) {
    const counted = simulated(json);
    const most = Math.max(max(own), max(counted), max(ghost ?? [])) * 1.08;
    plot.up(most);
    plot.draw('path', { d: plot.bars(counted, most, 0, k - 1), fill: palette.bar });
    plot.draw('path', { d: plot.bars(counted, most, k, counted.length), fill: palette.more });
    if (json.exact) plot.draw('polyline', { points: plot.curve(own, most), fill: 'none', stroke: palette.ink, 'stroke-width': 1.5 });
    if (ghost) plot.draw('polyline', { points: plot.curve(ghost, most), fill: 'none', stroke: palette.soft, 'stroke-width': 1.5, 'stroke-dasharray': '4 4' });
  } else {
    const [dots, before] = [dotsOf(own), ghost && dotsOf(ghost)];
    const columns = plot.columns(before ? [dots, before] : [dots]);
    plot.dots(dots, columns, k);
    if (before) plot.dots(before, columns, null);
  }
  plot.bracket(json);
  plot.along(say('yieldAxis'));
}

/** @param {readonly number[]} of */
const max = (of) => of.reduce((so, far) => Math.max(so, far), 0);

/** The numbers that are worth drawing. @param {Drawing} drawing */
export function ends({ json, bars, ghost }) {
  const sets = [masses(json), ...(bars && json.exact ? [simulated(json)] : []), ...(ghost ? [ghost] : [])];
  const all = sets.map(bars ? span : (of) => ({ first: Math.max(0, Number(dotsOf(of)[0]) - 1), last: Number(dotsOf(of).at(-1)) + 1 }));
  return { first: Math.min(...all.map(({ first }) => first)), last: Math.max(...all.map(({ last }) => last)) };
}

/** What the marks mean, in words. @param {{ bars: boolean, exact: boolean, ghost: string }} of @param {Say} say @returns {[kind: string, words: string][]} */
function key({ bars, exact, ghost }, say) {
  /** @type {[string, string][]} */
  const marks = bars ? [['bar', say('keySimulated')], exact ? ['distribution', say('keyExact')] : ['none', say('keyNoExact')]] : [['dot', say('keyDot', { dots: DOTS })]];
  return [...marks, ['nine', say('keyNine')], ...(ghost ? [/** @type {[string, string]} */ (['ghost', ghost])] : [])];
}

/** The same as elements. @param {{ bars: boolean, exact: boolean, ghost: string }} of @param {Say} say */
export const keys = (of, say) => key(of, say).map(([kind, words]) => h('span', { class: `mark ${kind}` }, words));

/** Letters of a title's line: up to two thirds as wide as they are high. */
const LINE = 64;

/** @param {string} sentence */
function lines(sentence) {
  /** @type {string[]} */
  const told = [''];
  // A space that does not break stays within its line.
  for (const word of sentence.split(' ')) {
    const last = told.length - 1;
    if (`${told[last]} ${word}`.length > LINE && told[last]) told.push(word);
    else told[last] = told[last] ? `${told[last]} ${word}` : word;
  }
  return told;
}

/** What stands for each mark in a line of text. @type {Record<string, string>} */
const SIGNS = { bar: '▇', distribution: '–', nine: '⊓', dot: '●' };

/**
 * @param {Drawing} drawing @param {string} sentence @param {string} origin how it was made @param {Say} say
 * @returns {SVGSVGElement}
 */
export function picture(drawing, sentence, origin, say) {
  const { first, last } = ends({ ...drawing, ghost: null });
  const plot = new Plot(FRAME, first, last, FILE, 14);
  drawYield(plot, { ...drawing, ghost: null }, say);
  const title = lines(sentence);
  title.forEach((line, index) =>
    plot.text(line, { x: FRAME.left, y: (title.length > 1 ? 30 : 48) + index * 26, 'font-size': title.length > 2 ? 18 : 20, 'font-weight': 600, fill: FILE.ink }),
  );
  const marks = key({ bars: drawing.bars, exact: drawing.json.exact !== null, ghost: '' }, say);
  plot.text(marks.map(([kind, words]) => `${SIGNS[kind] ?? ''} ${words}`).join('    '), { x: FRAME.left, y: 108, 'xml:space': 'preserve' });
  plot.text(origin, { x: FRAME.left, y: SIZE.height - 10, 'font-size': 12 });
  const head = [s('title', {}, say('yieldTitle')), s('desc', {}, sentence), s('rect', { width: '100%', height: '100%', fill: FILE.paper })];
  return s('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${SIZE.width} ${SIZE.height}`, width: SIZE.width, height: SIZE.height, 'font-family': 'system-ui, "DejaVu Sans", sans-serif' }, [...head, ...plot.marks]);
}
