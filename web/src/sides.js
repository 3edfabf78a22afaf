// Cold against recommended, and the campaign at hand: yields side by side, what an introduction may cost.

import uPlot from 'uplot';

import { drawn } from './chart.js';
import { colours, font, rem } from './colours.js';
import { table } from './html.js';
import { numbers } from './numbers.js';

/** @typedef {import('./types.js').Yield} Yield */
/** @typedef {import('./types.js').CompareAnswer} Compared */
/** @typedef {ReturnType<typeof import('./messages.js').speaker>} Say */
/** @typedef {{ name: string, json: Yield, stroke: string, dash: number[] }} Side */

export class Sides {
  #root;
  /** @type {uPlot | null} */
  #plot = null;
  /** @type {[Compared, Yield, Say] | null} */
  #shown = null;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
    new ResizeObserver(() => this.#plot?.width !== this.#size().width && this.#plot?.setSize(this.#size())).observe(root);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#shown && this.show(...this.#shown));
  }

  /** @param {Compared} compared @param {Yield} own @param {Say} say */
  show(compared, own, say) {
    this.#shown = [compared, own, say];
    const colour = colours();
    const [cold, heavy] = compared.strategies;
    if (!cold || !heavy) return;
    /** @type {Side[]} */
    const sides = [
      { name: say('cold'), json: cold, stroke: colour.cold, dash: [2, 3] },
      { name: say('yours'), json: own, stroke: colour.yours, dash: [] },
      { name: say('referralHeavy'), json: heavy, stroke: colour.warm, dash: [8, 4] },
    ];
    this.#draw(sides);
    const { number } = numbers(document.documentElement.lang);
    const told = sides.map(({ name, json }) => say('sidesOne', { name, mean: number(law(json).mean, 1), ...nine(json) }));
    this.#root.setAttribute('aria-label', say('sidesPicture', { told: told.join('; ') }));
  }

  /** @param {Side[]} sides */
  #draw(sides) {
    const laws = sides.map(({ json }) => drawn(json));
    const last = Math.max(...laws.map((each) => each.last));
    const ks = Array.from({ length: last + 1 }, (_, k) => k);
    const lines = laws.map((each) => ks.map((k) => (k < each.first || k > each.last ? null : ((each.exact ?? each.simulated)[k - each.first] ?? null))));
    const data = /** @type {uPlot.AlignedData} */ ([ks, ...lines]);
    this.#plot?.destroy();
    this.#plot = new uPlot(this.#options(sides, laws), data, this.#root);
  }

  /** @param {Side[]} sides @param {ReturnType<typeof drawn>[]} laws @returns {uPlot.Options} */
  #options(sides, laws) {
    const colour = colours();
    return {
      ...this.#size(),
      legend: { show: false },
      cursor: { show: false },
      scales: { x: { time: false, range: (_, low, high) => [low - 0.5, high * 1.08] }, y: { range: (_, __, high) => [0, (high || 1) * 1.5] } },
      axes: [{ stroke: colour.soft, font: font(), grid: { show: false }, ticks: { stroke: colour.line, width: 1 }, size: 1.9 * rem(), space: 2.2 * rem(), incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000, 10000, 50000, 100000] }, { show: false }],
      series: [{}, ...sides.map(({ stroke, dash }) => ({ stroke, dash, width: 2, fill: `${stroke}22`, points: { show: false } }))],
      hooks: { draw: [(plot) => label(plot, sides, laws)] },
    };
  }

  #size() {
    return { width: Math.max(240, this.#root.clientWidth), height: Math.round(11 * rem()) };
  }
}

/** @param {Yield} json */
const law = (json) => json.exact ?? json.meetings;

/** @param {Yield} json */
const nine = (json) => ({ low: String(law(json).quantiles['0.05']), high: String(law(json).quantiles['0.95']) });

/**
 * Names the lines at their peaks, so that nobody has to tell colours apart.
 * @param {uPlot} plot @param {Side[]} sides @param {ReturnType<typeof drawn>[]} laws
 */
function label(plot, sides, laws) {
  const { ctx } = plot;
  ctx.save();
  ctx.font = `600 ${font(devicePixelRatio)}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'alphabetic';
  /** Names that stand already. @type {{ left: number, right: number, y: number }[]} */
  const placed = [];
  const line = rem() * devicePixelRatio;
  sides.forEach(({ name, stroke }, index) => {
    const each = /** @type {ReturnType<typeof drawn>} */ (laws[index]);
    const masses = each.exact ?? each.simulated;
    const peak = masses.indexOf(Math.max(...masses));
    const width = ctx.measureText(name).width / 2;
    const right = plot.bbox.left + plot.bbox.width;
    const x = Math.min(right - width, Math.max(plot.bbox.left + width, plot.valToPos(each.first + peak, 'x', true)));
    let y = plot.valToPos(masses[peak] ?? 0, 'y', true) - 6 * devicePixelRatio;
    const meets = () => placed.some(({ left, right, y: other }) => x - width < right && x + width > left && Math.abs(y - other) < line);
    while (meets() && y > line) y -= line / 4;
    placed.push({ left: x - width, right: x + width, y });
    ctx.fillStyle = stroke;
    ctx.fillText(name, x, y);
  });
  ctx.restore();
}

/** The strategies in numbers. @param {Compared} compared @param {Yield} own @param {Say} say */
export function sidesTable(compared, own, say) {
  const { estimate, number } = numbers(document.documentElement.lang);
  const [cold, heavy] = compared.strategies;
  const rows = [['cold', cold], ['yours', own], ['referralHeavy', heavy]].map(([name, json]) => {
    const of = /** @type {Yield} */ (json);
    const mean = of.exact ? number(of.exact.mean, 2) : estimate(of.meetings.mean, of.meetings.std_error);
    const rate = of.meetings_per_hour;
    const perHour = rate === null ? '–' : estimate(rate.mean, rate.std_error, 3);
    return [say(/** @type {'cold'} */ (name)), mean, say('range', nine(of)), perHour];
  });
  return table([say('strategy'), say('mean'), say('nineInTen'), say('perHour')], rows);
}

/** What an introduction may cost, and who wins in the same hours. @param {Compared} compared @param {Say} say */
export function breakEven(compared, say) {
  const { chance, number, share } = numbers(document.documentElement.lang);
  const minutes = compared.break_even_minutes;
  const cost =
    minutes === null ? say('breakEvenNone') : minutes < 0 ? say('breakEvenNever', { minutes: number(-minutes, 1) }) : say('breakEven', { minutes: number(minutes, 1) });
  const hours = compared.pairs[0]?.equal_hours;
  if (!hours) return cost;
  const { exact } = hours;
  const told = exact
    ? { wins: `${chance(exact.b_wins)} (${say('exact')})`, loses: chance(exact.a_wins) }
    : { wins: share(hours.b_wins, hours.b_wins_std_error), loses: share(hours.a_wins, hours.a_wins_std_error) };
  return `${cost} ${say('equalHours', { hours: number(hours.hours, 1), ...told })}`;
}
