// A call log dropped on the page: read in the worker, shown as it is read, and its rates offered.

import { h, table } from './html.js';
import { isMessage } from './messages.js';
import { numbers } from './numbers.js';
import { Reading } from './reading.js';
import { unpacked } from './unpack.js';
import { inWords } from './words.js';

/** @typedef {import('./types.js').Learned} Learned */
/** @typedef {import('./types.js').Fault} Fault */
/** @typedef {import('./types.js').Layout} Layout */
/** @typedef {ReturnType<typeof import('./messages.js').speaker>} Say */

/** @param {string} selector @returns {any} */
const find = (selector) => document.querySelector(selector);

export class Log {
  #learn;
  #apply;
  /** @type {{ name: string, bytes: Uint8Array } | null} */
  #file = null;
  /** How it is to be read, where the page was told. */
  #reading = new Reading(() => this.#read());
  /** @type {Say | null} */
  #say = null;

  /**
   * @param {(bytes: Uint8Array, name: string, layout: Layout) => Promise<Learned>} learn
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
    this.#file = { name: file.name, bytes: await unpacked(new Uint8Array(await file.arrayBuffer())) };
    this.#reading.forget();
    find('#drop').scrollIntoView({ block: 'nearest' });
    await this.#read();
  }

  /** Shows what was learned, in a language. @param {Say} say */
  async show(say) {
    this.#say = say;
    await this.#read();
  }

  async #read() {
    const [file, say] = [this.#file, this.#say];
    if (!file || !say) return;
    const layout = this.#reading.layout();
    /** @type {Fault[]} */
    let faults = [];
    /** @type {Learned | null} */
    let learned = null;
    try {
      learned = await this.#learn(file.bytes, file.name, layout);
    } catch (error) {
      faults = faultsOf(error);
      // What most rows say is not understood: the page asks what they mean.
      learned = await this.#learn(file.bytes, file.name, { ...layout, allow_rejected: true }).catch(() => null);
    }
    const french = document.documentElement.lang === 'fr';
    const told = (/** @type {Fault} */ { key, text, french: words }) => (key === 'reader' ? say('logReaderMissing') : inWords(french ? (words ?? text) : text, say));
    find('#log-error').textContent = faults.map(told).join(' ');
    find('#log').setAttribute('aria-invalid', String(faults.length > 0));
    this.#tell(file.name, learned, faults, say);
  }

  /** @param {string} name @param {Learned | null} learned @param {Fault[]} faults @param {Say} say */
  #tell(name, learned, faults, say) {
    const { number } = numbers(document.documentElement.lang);
    const pickers = this.#reading.pickers(learned?.json ?? null, faults, say);
    find('#learned').hidden = learned === null && pickers === null;
    if (!learned) return find('#learned').replaceChildren(...(pickers ? [pickers] : []));
    const { read, used, other, rejected } = learned.json.rows;
    find('#learned').replaceChildren(
      h('p', {}, say('logRows', { name, read: number(read), used: number(used), other: number(other), rejected: number(rejected) })),
      ...learned.notes.map((note) => h('p', { class: 'note' }, inWords(note, say))),
      ...(pickers ? [pickers] : []),
      ...(faults.length > 0 ? [] : this.#rates(learned, say)),
    );
  }

  /** What was learned, and the button that puts it in force. @param {Learned} learned @param {Say} say */
  #rates({ json, settings }, say) {
    const { chance, number } = numbers(document.documentElement.lang);
    const rows = Object.entries(json.rates).map(([key, rate]) => {
      const per = `${key}.per`;
      const what = isMessage(key) && isMessage(per) ? `${say(key)}, ${say(per)}` : key;
      const [low, high] = [rate.interval.low, rate.interval.high].map((end) => chance(end));
      return [what, number(rate.trials), number(rate.successes), chance(rate.mean), say('range', { low: low ?? '', high: high ?? '' })];
    });
    if (rows.length === 0) return [h('p', {}, say('logNothing'))];
    const applied = h('span', { role: 'status' });
    const apply = h('button', { type: 'button', id: 'apply' }, say('logApply'));
    apply.addEventListener('click', () => {
      this.#apply(settings);
      applied.textContent = say('logApplied');
    });
    const head = [say('logRate'), say('logTrials'), say('logSuccesses'), say('logNow'), say('logInterval')];
    return [h('div', { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': say('logTitle') }, table(head, rows)), h('p', { class: 'actions' }, [apply, applied])];
  }
}

/** @param {unknown} error @returns {Fault[]} */
const faultsOf = (error) => (error instanceof Error && 'messages' in error ? /** @type {Fault[]} */ (error.messages) : [{ key: null, text: String(error) }]);
