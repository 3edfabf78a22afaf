// Elements from names, attributes and children.

/** @typedef {Node | string | null} Child */

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string | number>} [attributes]
 * @param {Child | Child[]} [children]
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function h(name, attributes = {}, children = []) {
  const element = document.createElement(name);
  return filled(element, attributes, children);
}

/**
 * The same of a picture.
 * @template {keyof SVGElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string | number>} [attributes]
 * @param {Child | Child[]} [children]
 * @returns {SVGElementTagNameMap[Name]}
 */
export function s(name, attributes = {}, children = []) {
  return filled(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
}

/** @template {Element} E @param {E} element @param {Record<string, string | number>} attributes @param {Child | Child[]} children */
function filled(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  for (const child of Array.isArray(children) ? children : [children]) if (child !== null) element.append(child);
  return element;
}

/**
 * A table with headings; the first column heads the rows.
 * @param {string[]} head
 * @param {string[][]} rows
 */
export function table(head, rows) {
  const cells = (/** @type {string[]} */ row) => row.map((cell, index) => (index === 0 ? h('th', { scope: 'row' }, cell) : h('td', {}, cell)));
  return h('table', {}, [
    h('thead', {}, h('tr', {}, head.map((cell) => h('th', { scope: 'col' }, cell)))),
    h('tbody', {}, rows.map((row) => h('tr', {}, cells(row)))),
  ]);
}

/** Known until the page is laid out anew: asking the browser makes it lay out the page. */
let letters = 0;

/** The size of the page's letters [px]: larger on a projector. */
export const rem = () => (letters ||= parseFloat(getComputedStyle(document.documentElement).fontSize));

/** How wide an element is [px], which is drawn anew whenever that changes. @param {HTMLElement} root @param {() => void} draw */
export function width(root, draw) {
  let known = 0;
  new ResizeObserver(([entry]) => {
    known = Math.round(entry?.contentRect.width ?? 0);
    letters = 0;
    draw();
  }).observe(root);
  return () => Math.max(200, (known ||= root.clientWidth));
}

/** What a folded part holds, made once it is opened. @param {HTMLElement} root within it @param {() => Node} make */
export function folded(root, make) {
  const fold = root.closest('details');
  const show = () => root.replaceChildren(...(fold?.open ? [make()] : []));
  if (fold) fold.ontoggle = show;
  show();
}

/** Between long parts a finger may tap. @returns {Promise<void>} */
export const breath = () => new Promise((resolve) => setTimeout(resolve));
