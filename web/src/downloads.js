// What one takes away, of the last good answer: picture, table, scenario, link, paper.

import { picture, SIZE } from './picture.js';
import { command } from './state.js';

/** @typedef {import('./types.js').SimulateAnswer} Json */
/** @typedef {ReturnType<typeof import('./messages.js').speaker>} Say */
/** @typedef {{ state: import('./state.js').State, json: Json, sentence: string, withoutEffect: string[], origin: string, link: string, say: Say, drawing: import('./picture.js').Drawing }} Shown */
/** @typedef {{ shown: () => Shown | null, call: (name: 'scenario' | 'sheet', ...given: unknown[]) => Promise<string> }} Source */

/** @param {Blob} blob @param {string} name */
function save(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken it by the next task.
  setTimeout(() => URL.revokeObjectURL(link.href));
}

/** @param {string} text @param {string} name @param {string} type */
const saveText = (text, name, type) => save(new Blob([text], { type: `${type};charset=utf-8` }), name);

/** @param {SVGSVGElement} picture */
const svgText = (picture) => `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(picture)}\n`;

/** The picture in pixels, two to the point. @param {SVGSVGElement} picture @returns {Promise<Blob>} */
async function png(picture) {
  const address = URL.createObjectURL(new Blob([svgText(picture)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [SIZE.width * 2, SIZE.height * 2];
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('PNG'))), 'image/png'));
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** @param {Shown} shown */
const standalone = ({ drawing, sentence, origin, say }) => picture(drawing, sentence, origin, say);

/** @type {Record<string, (shown: Shown, call: Source['call']) => unknown>} */
const DOWNLOADS = {
  svg: (shown) => saveText(svgText(standalone(shown)), 'outreach.svg', 'image/svg+xml'),
  png: async (shown) => save(await png(standalone(shown)), 'outreach.png'),
  csv: async ({ state: { settings, view } }, call) =>
    saveText(await call('sheet', settings, { trials: Number(view.trials), seed: BigInt(view.seed) }), 'outreach.csv', 'text/csv'),
  toml: async ({ state: { settings } }, call) => saveText(await call('scenario', settings), 'scenario.toml', 'application/toml'),
};

/** @param {string} text @param {Say} say */
async function copy(text, say) {
  const told = /** @type {HTMLElement} */ (document.getElementById('copied'));
  try {
    await navigator.clipboard.writeText(text);
    told.textContent = say('copied');
  } catch {
    told.textContent = say('notCopied', { text });
  }
}

/** Puts everything on its button. @param {Source} source */
export function offer({ shown, call }) {
  /** @param {string} selector @param {(shown: Shown, button: Element) => unknown} take */
  const on = (selector, take) => {
    for (const button of document.querySelectorAll(selector)) {
      button.addEventListener('click', () => {
        const now = shown();
        if (now) take(now, button);
      });
    }
  };
  on('#copy-link', ({ link, say }) => copy(link, say));
  on('#copy-command', ({ state, withoutEffect, say }) => copy(command(state, withoutEffect), say));
  on('[data-download]', (now, button) => DOWNLOADS[button.getAttribute('data-download') ?? '']?.(now, call));
  // On paper stands the picture that was made for it, whatever the theme of the screen.
  addEventListener('beforeprint', () => {
    const now = shown();
    if (!now) return;
    const printed = standalone(now);
    printed.classList.add('printed');
    document.getElementById('yield')?.after(printed);
  });
  addEventListener('afterprint', () => document.querySelector('.printed')?.remove());
}
