// The call tree as a picture: branches with their probabilities, and the four responses to choose from.

import { RESPONSES } from './fields.js';
import { rem, s } from './html.js';
import { numbers } from './numbers.js';

/** @typedef {import('./types.js').ModelAnswer} Model */
/** @typedef {import('./types.js').RateInForce} Rate */
/** @typedef {typeof RESPONSES[number]} Response */
/** @typedef {ReturnType<typeof import('./messages.js').speaker>} Say */
/**
 * @typedef {object} Node
 * @property {string} name
 * @property {string} probability
 * @property {Node[]} [children]
 * @property {Response} [response]
 * @property {boolean} [never] no call goes there
 */
/** @typedef {Node & { x: number, y: number, parts: Placed[] }} Placed */

/** From so wide on the tree grows to the right; below it is indented. All sizes are those of letters of 16 px. */
const WIDE = 900;
const ROW = 44;
const LINE = 34;
const INDENT = 14;
/** A response is touched: 44 px, also where letters are smaller. */
const TOUCHED = 50;

/** @param {Model} model @param {Say} say @returns {Node[]} */
function trees(model, say) {
  const { chance } = numbers(document.documentElement.lang);
  const rates = new Map(model.rates.map(({ rate, value }) => [rate, value]));
  /** @param {string} key */
  const mean = (key) => {
    const value = /** @type {Rate} */ (rates.get(key) ?? 0);
    return typeof value === 'object' ? value.mean : value;
  };
  const probability = (/** @type {number} */ p) => chance(p, p > 0 && p < 0.1 ? 2 : 1);
  const meeting = (/** @type {number} */ p) => ({ name: say('meetingSet'), probability: probability(p) });
  const kept = model.warm.meeting_per_conversation_that_kept_its_standing ?? mean('warm.meeting');
  const [incident, disliked, recovery] = ['incident.rate', 'incident.disliked', 'incident.recovery'].map(mean);
  const share = (/** @type {number | undefined} */ p) => p ?? 0;
  const responses = RESPONSES.map((response) => ({ name: say(`incident.${response}`), probability: probability(mean(`incident.${response}`)), response }));
  const unknown = {
    name: say('unknown'),
    probability: probability(1 - share(disliked)),
    never: disliked === 1,
    children: [
      { name: say('recovered'), probability: probability(share(recovery)), children: [meeting(kept)] },
      { name: say('unrecovered'), probability: probability(1 - share(recovery)), children: [meeting(mean('incident.plain_ask'))] },
    ],
  };
  const wrong = { name: say('incident'), probability: probability(share(incident)), children: [unknown, { name: say('disliked'), probability: probability(share(disliked)), never: disliked === 0, children: responses }] };
  const fine = { name: say('noIncident'), probability: probability(1 - share(incident)), children: [meeting(kept)] };
  const root = (/** @type {string} */ name, /** @type {number} */ held) => ({ name, probability: say('held', { p: chance(held) }) });
  return [
    { ...root(say('coldCall'), model.cold.held_per_attempt), children: [{ name: say('reached'), probability: probability(mean('cold.reach')), children: [meeting(mean('cold.meeting'))] }] },
    { ...root(say('warmCall'), model.warm.held_per_attempt), children: [{ name: say('reached'), probability: probability(mean('warm.reach')), children: [fine, wrong] }] },
  ];
}

/** The middle of the next row. @param {{ y: number }} next @param {Node} node @param {number} height */
function placedIn(next, { response }, height) {
  const own = response ? TOUCHED : height;
  next.y += own;
  return next.y - own / 2;
}

/**
 * Places to the right, leaves on rows of their own, a node at the middle of its parts.
 * @param {Node} node @param {number} depth @param {{ y: number }} next @param {number[]} columns @returns {Placed}
 */
function toTheRight(node, depth, next, columns) {
  const parts = (node.children ?? []).map((child) => toTheRight(child, depth + 1, next, columns));
  const y = parts.length > 0 ? (Number(parts[0]?.y) + Number(parts.at(-1)?.y)) / 2 : placedIn(next, node, ROW);
  return { ...node, parts, x: columns[depth] ?? 0, y };
}

/** Places a node above its parts, which are indented. @param {Node} node @param {number} depth @param {{ y: number }} next @returns {Placed} */
function indented(node, depth, next) {
  const y = placedIn(next, node, LINE);
  return { ...node, y, x: depth * INDENT, parts: (node.children ?? []).map((child) => indented(child, depth + 1, next)) };
}

export class CallTree {
  #root;
  #choose;
  /** @type {[Model, Say] | null} */
  #shown = null;
  #width = 0;
  #room = 0;

  /** @param {HTMLElement} root @param {(response: Response) => void} choose */
  constructor(root, choose) {
    this.#root = root;
    this.#choose = choose;
    new ResizeObserver(() => {
      if (root.clientWidth !== this.#width && this.#shown) this.show(...this.#shown);
    }).observe(root);
  }

  /** @param {Model} model @param {Say} say */
  show(model, say) {
    this.#shown = [model, say];
    this.#width = this.#root.clientWidth;
    // Drawn as for letters of 16 px, and shown as large as the page's are.
    const scale = rem() / 16;
    this.#room = this.#width / scale;
    // A page that is not laid out yet has no width; the observer draws it then.
    if (this.#width === 0) return;
    const wide = this.#room >= WIDE;
    const columns = [0, 0.215, 0.31, 0.45, 0.68, 0.87].map((part) => part * this.#room);
    const next = { y: 0 };
    const placed = trees(model, say).map((tree) => {
      const root = wide ? toTheRight(tree, 0, next, columns) : indented(tree, 0, next);
      next.y += 0.4 * LINE;
      return root;
    });
    const chosen = String(model.scenario.rates['incident.response']);
    const height = next.y;
    const picture = s('svg', { viewBox: `0 0 ${this.#room} ${height}`, width: this.#width, height: height * scale, class: wide ? 'tree right' : 'tree', role: 'group', 'aria-label': say('treeLabel') });
    const focused = document.activeElement?.getAttribute('data-response');
    this.#root.replaceChildren(picture);
    const draw = (/** @type {Placed} */ node) => {
      const named = wide ? this.#besides(node, chosen) : this.#line(node, chosen);
      picture.append(named);
      // Branches leave where the name ends, which only the browser knows.
      const end = wide ? named.getBBox().x + named.getBBox().width + 8 : 0;
      for (const part of node.parts) {
        picture.prepend(wide ? this.#curve(node, part, end) : this.#elbow(node, part));
        draw(part);
      }
    };
    placed.forEach(draw);
    if (focused) picture.querySelector(`[data-response=${focused}]`)?.dispatchEvent(new Event('refocus'));
  }

  /** @param {Placed} from @param {Placed} to @param {number} end */
  #curve(from, to, end) {
    const [y1, y2, x2] = [from.y, to.y, to.x - 8];
    const x1 = Math.min(end, x2 - 12);
    const middle = Math.max(x1, x2 - 36);
    return s('path', { class: to.never ? 'branch never' : 'branch', d: `M${x1} ${y1}H${middle}C${middle + 20} ${y1} ${x2 - 20} ${y2} ${x2} ${y2}` });
  }

  /** @param {Placed} from @param {Placed} to */
  #elbow(from, to) {
    return s('path', { class: to.never ? 'branch never' : 'branch', d: `M${from.x + 5} ${from.y + LINE / 2 - 6}V${to.y}H${to.x - 3}` });
  }

  /** Name and probability under each other. @param {Placed} node @param {string} chosen */
  #besides(node, chosen) {
    const { y } = node;
    const room = node.response ? this.#room - node.x : 150;
    const texts = [s('text', { x: node.x, y: y - 3, class: 'name' }, node.name), s('text', { x: node.x, y: y + 13, class: 'probability' }, node.probability)];
    return this.#response(node, chosen, { x: node.x - 6, width: room }, texts);
  }

  /** Name at the left, probability at the right. @param {Placed} node @param {string} chosen */
  #line(node, chosen) {
    const y = node.y + 4;
    const root = node.x === 0;
    const texts = root
      ? [s('text', { x: 0, y: y - 4, class: 'name root' }, node.name), s('text', { x: this.#room - 6, y: y - 4, class: 'probability', 'text-anchor': 'end' }, node.probability)]
      : [s('text', { x: node.x + 3, y, class: 'name' }, node.name), s('text', { x: this.#room - 6, y, class: 'probability', 'text-anchor': 'end' }, node.probability)];
    return this.#response(node, chosen, { x: node.x - 3, width: this.#room - node.x + 3 }, texts);
  }

  /** @param {Placed} node @param {string} chosen @param {{ x: number, width: number }} box @param {SVGElement[]} texts */
  #response(node, chosen, box, texts) {
    const { response } = node;
    if (!response) return s('g', { class: node.never ? 'node never' : 'node' }, texts);
    const group = s('g', { class: 'node response', role: 'button', tabindex: 0, 'aria-pressed': String(response === chosen), 'data-response': response }, [
      s('rect', { ...box, y: node.y - TOUCHED / 2 + 1, height: TOUCHED - 2, rx: 6 }),
      ...texts.flatMap((text) => [text, ' ']),
    ]);
    group.addEventListener('refocus', () => group.focus());
    group.addEventListener('click', () => this.#choose(response));
    group.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      this.#choose(response);
    });
    return group;
  }
}
