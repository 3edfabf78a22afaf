// The yield as a picture that stands alone: for downloads and for paper.

import { drawn } from './chart.js';
import { s } from './html.js';
import { numbers } from './numbers.js';

/** @typedef {import('./types.js').SimulateAnswer} Yield */
/** @typedef {ReturnType<typeof import('./messages.js').speaker>} Say */

export const SIZE = { width: 960, height: 540 };
const FRAME = { left: 70, right: 930, top: 120, bottom: 460 };
/** On paper there is one theme. */
const INK = '#1d2430';
const SOFT = '#5a6472';
const BAR = '#8fc1e3';

/** A step of an axis: 1, 2 or 5 times a power of ten. @param {number} span @param {number} parts */
function step(span, parts) {
  const power = 10 ** Math.floor(Math.log10(span / parts));
  return power * ([1, 2, 5].find((times) => times * power * parts >= span) ?? 10);
}

/** Letters of a title's line: about half as wide as they are high. */
const LINE = 76;

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

/**
 * @param {Yield} json @param {string} sentence @param {string} origin how it was made @param {Say} say
 * @returns {SVGSVGElement}
 */
export function picture(json, sentence, origin, say) {
  const { first, last, ks, simulated, exact } = drawn(json);
  const { number } = numbers(document.documentElement.lang);
  const most = Math.max(...simulated, ...(exact ?? [])) * 1.08;
  const x = (/** @type {number} */ k) => FRAME.left + ((k - first + 0.6) / (last - first + 1.2)) * (FRAME.right - FRAME.left);
  const y = (/** @type {number} */ p) => FRAME.bottom - (p / most) * (FRAME.bottom - FRAME.top);
  const width = (x(1) - x(0)) * 0.86;
  const root = s('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${SIZE.width} ${SIZE.height}`, width: SIZE.width, height: SIZE.height, 'font-family': 'system-ui, "DejaVu Sans", sans-serif', 'font-size': 14, fill: SOFT });
  const text = (/** @type {string} */ words, /** @type {Record<string, string | number>} */ at) => root.append(s('text', at, words));
  root.append(s('title', {}, say('yieldTitle')), s('desc', {}, sentence), s('rect', { width: '100%', height: '100%', fill: '#fff' }));
  const title = lines(sentence);
  title.forEach((line, index) => text(line, { x: FRAME.left, y: (title.length > 1 ? 30 : 48) + index * 26, 'font-size': title.length > 2 ? 18 : 22, 'font-weight': 600, fill: INK }));
  const marks = exact ? `▇ ${say('keySimulated')}    –○– ${say('keyExact')}    ⊓ ${say('keyNine')}` : `▇ ${say('keySimulated')}    ⊓ ${say('keyNine')}`;
  text(marks, { x: FRAME.left, y: 88, 'xml:space': 'preserve' });
  const up = step(most, 5);
  for (let p = 0; p < most; p += up) {
    root.append(s('path', { d: `M${FRAME.left} ${y(p)}H${FRAME.right}`, stroke: p === 0 ? SOFT : '#e3e7ec' }));
    text(`${number(p * 100, 3)} %`, { x: FRAME.left - 8, y: y(p) + 5, 'text-anchor': 'end' });
  }
  const along = Math.max(1, step(last - first + 1, 14));
  for (let k = Math.ceil(first / along) * along; k <= last; k += along) text(String(k), { x: x(k), y: FRAME.bottom + 22, 'text-anchor': 'middle' });
  text(say('yieldAxis'), { x: (FRAME.left + FRAME.right) / 2, y: FRAME.bottom + 46, 'text-anchor': 'middle' });
  ks.forEach((k, index) => {
    const p = simulated[index] ?? 0;
    if (p > 0) root.append(s('rect', { x: x(k) - width / 2, y: y(p), width, height: FRAME.bottom - y(p), fill: BAR }));
  });
  if (exact) {
    root.append(s('polyline', { points: ks.map((k, index) => `${x(k)},${y(exact[index] ?? 0)}`).join(' '), fill: 'none', stroke: INK, 'stroke-width': 1.5 }));
    if (ks.length < 150) ks.forEach((k, index) => root.append(s('circle', { cx: x(k), cy: y(exact[index] ?? 0), r: 2.5, fill: '#fff', stroke: INK, 'stroke-width': 1.5 })));
  }
  const quantiles = (json.exact ?? json.meetings).quantiles;
  const [low, high] = [(quantiles['0.05'] ?? 0) - 0.5, (quantiles['0.95'] ?? 0) + 0.5].map(x);
  root.append(s('path', { d: `M${low} ${FRAME.top - 6}V${FRAME.top - 12}H${high}V${FRAME.top - 6}`, fill: 'none', stroke: INK, 'stroke-width': 1.5 }));
  text(origin, { x: FRAME.left, y: SIZE.height - 10, 'font-size': 12 });
  return root;
}
