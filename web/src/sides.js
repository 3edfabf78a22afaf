// Cold calls against warm ones, and the campaign at hand: yields side by side, what an introduction may cost.

import { rem, s, table, width } from './html.js';
import { numbers } from './numbers.js';
import { masses, Plot, SCREEN, span } from './plot.js';

/** @typedef {import('./types.js').Yield} Yield */
/** @typedef {import('./types.js').CompareAnswer} Compared */
/** @typedef {ReturnType<typeof import('./messages.js').speaker>} Say */
/** @typedef {{ name: string, json: Yield, stroke: string, dash: string }} Side */

export class Sides {
  #root;
  #width;
  /** @type {Side[]} */
  #sides = [];

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
    this.#width = width(root, () => this.#draw());
  }

  /** @param {Compared} compared @param {Yield} own @param {Say} say */
  show(compared, own, say) {
    const [cold, heavy] = compared.strategies;
    if (!cold || !heavy) return;
    this.#sides = [
      { name: say('cold'), json: cold, stroke: 'var(--cold)', dash: '2 3' },
      { name: say('yours'), json: own, stroke: 'var(--accent)', dash: 'none' },
      { name: say('referralHeavy'), json: heavy, stroke: 'var(--warm)', dash: '8 4' },
    ];
    this.#draw();
    const { number } = numbers(document.documentElement.lang);
    const told = this.#sides.map(({ name, json }) => say('sidesOne', { name, mean: number(inForce(json).mean, 1), ...central(json) }));
    this.#root.setAttribute('aria-label', say('sidesPicture', { told: told.join('; ') }));
  }

  #draw() {
    if (this.#sides.length === 0) return;
    const all = this.#sides.map(({ json }) => masses(json));
    const [width, height, letters] = [this.#width(), Math.round(11 * rem()), 0.76 * rem()];
    const last = Math.max(...all.map((of) => span(of).last));
    const plot = new Plot({ left: 4, right: width - 4, top: 4, bottom: height - letters * 2 }, 0, last, SCREEN, letters);
    const most = Math.max(...all.map((of) => of.reduce((so, far) => Math.max(so, far), 0))) * 1.5;
    this.#sides.forEach(({ stroke, dash }, index) => {
      const points = plot.curve(all[index] ?? [], most);
      // What is filled stands on the axis, also where a curve begins high.
      const [from, to] = [points, points.slice(points.lastIndexOf(' ') + 1)].map((each) => each.slice(0, each.indexOf(',')));
      plot.draw('polygon', { points: `${from},${plot.frame.bottom} ${points} ${to},${plot.frame.bottom}`, fill: stroke, 'fill-opacity': 0.13 });
      plot.draw('polyline', { points, fill: 'none', stroke, 'stroke-width': 2, 'stroke-dasharray': dash });
    });
    this.#label(plot, all, most);
    plot.along('');
    this.#root.replaceChildren(s('svg', { viewBox: `0 0 ${width} ${height}`, width, height, 'aria-hidden': 'true' }, plot.marks));
  }

  /** Names the lines at their peaks, so that nobody has to tell colours apart. @param {Plot} plot @param {number[][]} all @param {number} most */
  #label(plot, all, most) {
    const { frame, height, letters } = plot;
    /** Names that stand already. @type {{ left: number, right: number, y: number }[]} */
    const placed = [];
    this.#sides.forEach(({ name, stroke }, index) => {
      const of = all[index] ?? [];
      const peak = of.indexOf(of.reduce((so, far) => Math.max(so, far), 0));
      const half = name.length * letters * 0.34;
      const x = Math.min(frame.right - half, Math.max(frame.left + half, plot.x(peak)));
      let y = frame.bottom - ((of[peak] ?? 0) / most) * height - 6;
      const meets = () => placed.some(({ left, right, y: other }) => x - half < right && x + half > left && Math.abs(y - other) < letters * 1.3);
      while (meets() && y > letters) y -= letters / 4;
      placed.push({ left: x - half, right: x + half, y });
      plot.text(name, { x, y, 'text-anchor': 'middle', 'font-weight': 600, fill: stroke });
    });
  }
}

/** @param {Yield} json */
const inForce = (json) => json.exact ?? json.meetings;

/** From the 5 % to the 95 % point. @param {Yield} json */
const central = (json) => ({ low: String(inForce(json).quantiles['0.05']), high: String(inForce(json).quantiles['0.95']) });

/** A yield in numbers: its name, mean, range and meetings per hour. @param {string} name @param {Yield} json @param {Say} say */
export function yieldRow(name, json, say) {
  const { estimate, number } = numbers(document.documentElement.lang);
  const mean = json.exact ? number(json.exact.mean, 2) : estimate(json.meetings.mean, json.meetings.std_error);
  const rate = json.meetings_per_hour;
  return [name, mean, say('range', central(json)), rate === null ? '–' : number(rate.mean, 2)];
}

/** The strategies in numbers. @param {Compared} compared @param {Yield} own @param {Say} say */
export function sidesTable(compared, own, say) {
  const [cold, heavy] = compared.strategies;
  const rows = /** @type {const} */ ([['cold', cold], ['yours', own], ['referralHeavy', heavy]]).flatMap(([name, json]) => (json ? [yieldRow(say(name), json, say)] : []));
  return table([say('strategy'), say('mean'), say('nineInTen'), say('perHour')], rows);
}

/** What an introduction may cost, and who wins in the same hours. @param {Compared} compared @param {Say} say */
export function breakEven(compared, say) {
  const { chance, share, time } = numbers(document.documentElement.lang);
  const minutes = compared.break_even_minutes;
  const [cold] = compared.strategies;
  // Where it is not known, cold calls may still bring meetings.
  const cost =
    minutes === null ? (cold && inForce(cold).mean > 0 ? '' : say('breakEvenNone')) : minutes < 0 ? say('breakEvenNever') : say('breakEven', { time: time(minutes) });
  const hours = compared.pairs[0]?.equal_hours;
  if (!hours) return cost;
  const { exact } = hours;
  const told = exact
    ? { wins: chance(exact.b_wins), loses: `${chance(exact.a_wins)} (${say('exact')})` }
    : { wins: share(hours.b_wins, hours.b_wins_std_error), loses: share(hours.a_wins, hours.a_wins_std_error) };
  return `${cost} ${say('equalHours', { hours: time(hours.hours * 60), ...told })}`.trim();
}
