// A call log dropped on the page: read in the worker, shown, and its rates offered.

import { h, table } from './html.js';
import { isMessage } from './messages.js';
import { numbers } from './numbers.js';

/** @typedef {import('./types.js').Learned} Learned */
/** @typedef {import('./types.js').Fault} Fault */
/** @typedef {ReturnType<typeof import('./messages.js').speaker>} Say */

/** @param {string} selector @returns {any} */
const find = (selector) => document.querySelector(selector);

export class Log {
  #learn;
  #apply;
  /** @type {{ name: string, bytes: Uint8Array } | null} */
  #file = null;

  /**
   * @param {(bytes: Uint8Array, name: string) => Promise<Learned>} learn
   * @param {(settings: Record<string, string>) => void} apply
   */
  constructor(learn, apply) {
    this.#learn = learn;
    this.#apply = apply;
    find('#log').addEventListener('change', () => this.#take(find('#log').files[0]));
    const over = (/** @type {boolean} */ is) => find('#drop').classList.toggle('over', is);
    addEventListener('dragover', (event) => {
      event.preventDefault();
      over(true);
    });
    addEventListener('dragleave', (event) => {
      if (event.relatedTarget === null) over(false);
    });
    addEventListener('drop', (event) => {
      event.preventDefault();
      over(false);
      this.#take(event.dataTransfer?.files[0]);
    });
  }

  /** @param {File | undefined} file */
  async #take(file) {
    if (!file) return;
    this.#file = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
    find('#drop').scrollIntoView({ block: 'nearest' });
    await this.#read();
  }

  #read = async () => {};

  /** Shows what was learned, in a language. @param {Say} say */
  async show(say) {
    this.#read = async () => {
      if (!this.#file) return;
      const { name, bytes } = this.#file;
      /** @type {Fault[]} */
      let faults = [];
      try {
        this.#tell(name, await this.#learn(bytes, name), say);
      } catch (error) {
        faults = error instanceof Error && 'messages' in error ? /** @type {Fault[]} */ (error.messages) : [{ key: null, text: String(error) }];
      }
      const french = document.documentElement.lang === 'fr';
      const told = (/** @type {Fault} */ { key, text, french: words }) => (key === 'reader' ? say('logReaderMissing') : french ? (words ?? text) : text);
      find('#log-error').textContent = faults.map(told).join(' ');
      find('#log').setAttribute('aria-invalid', String(faults.length > 0));
      find('#learned').hidden = faults.length > 0;
    };
    await this.#read();
  }

  /** @param {string} name @param {Learned} learned @param {Say} say */
  #tell(name, { json, notes, settings }, say) {
    const { chance, number } = numbers(document.documentElement.lang);
    const { read, used, other, rejected } = json.rows;
    const rows = Object.entries(json.rates).map(([key, rate]) => {
      const per = `${key}.per`;
      const what = isMessage(key) && isMessage(per) ? `${say(key)}, ${say(per)}` : key;
      const [low, high] = [rate.interval.low, rate.interval.high].map((end) => chance(end));
      return [what, number(rate.trials), number(rate.successes), chance(rate.mean), say('range', { low: low ?? '', high: high ?? '' })];
    });
    const applied = h('span', { role: 'status' });
    const apply = h('button', { type: 'button', id: 'apply' }, say('logApply'));
    apply.addEventListener('click', () => {
      this.#apply(settings);
      applied.textContent = say('logApplied');
    });
    find('#learned').replaceChildren(
      h('p', {}, say('logRows', { name, read: number(read), used: number(used), other: number(other), rejected: number(rejected) })),
      ...notes.map((note) => h('p', { class: 'note' }, note)),
      rows.length === 0
        ? h('p', {}, say('logNothing'))
        : h('div', { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': say('logTitle') }, table([say('logRate'), say('logTrials'), say('logSuccesses'), say('logNow'), say('logInterval')], rows)),
      rows.length === 0 ? '' : h('p', { class: 'actions' }, [apply, applied]),
    );
  }
}
