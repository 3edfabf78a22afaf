// The worker as the page sees it: the newest question counts, what older ones still answer is dropped, and a worker that
// is stuck in a long step is replaced by one that stands ready.

/** @typedef {import('./types.js').Question} Question */
/** @typedef {import('./types.js').Told} Told */
/** @typedef {import('./types.js').Fault} Fault */

/** A worker that has not begun after so long is in a step that nobody waits for any more [ms]. */
const PATIENCE = 150;

/** What was asked for was not accepted. */
export class Refused extends Error {
  /** @param {Fault[]} messages */
  constructor(messages) {
    super(messages.map((message) => message.text).join('; '));
    this.messages = messages;
  }
}

export class Engine {
  #next = 1;
  #asked = 0;
  /** @type {Worker} */
  #worker;
  /** Started once the page is at rest, so that none has to be fetched when the network may be gone. @type {Worker | null} */
  #spare = null;
  /** The spare, once it has all that it needs. @type {Worker | null} */
  #ready = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
  #calls = new Map();
  /** @type {(told: Told) => void} */
  #listener;

  /** @param {(told: Told) => void} listener hears what is told of the newest question */
  constructor(listener) {
    this.#listener = listener;
    this.#worker = this.#start();
  }

  #start() {
    const worker = new Worker(new URL('worker.js', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }) => {
      if (worker === this.#worker) this.#hear(data);
      else if (worker === this.#spare && data.kind === 'ready') {
        this.#ready = worker;
        this.#listener(data);
      }
    });
    worker.addEventListener('error', (event) => {
      // A spare that cannot be fetched is no spare; the one at work is the page's.
      if (worker === this.#spare) this.#spare = null;
      else if (worker === this.#worker) this.#listener({ id: this.#asked, kind: 'broken', text: event.message ?? 'worker' });
    });
    return worker;
  }

  /** @param {Told} told */
  #hear(told) {
    const call = this.#calls.get(told.id);
    if (call) {
      this.#calls.delete(told.id);
      if (told.kind === 'returned') call.resolve(told.value);
      else call.reject(new Refused(told.kind === 'thrown' ? told.messages : [{ key: null, text: told.kind }]));
    } else if (told.id === this.#asked) {
      if (told.kind === 'begun') clearTimeout(this.#timer);
      else this.#listener(told);
      if (told.kind === 'settled' && navigator.onLine) this.#spare ??= this.#start();
    }
  }

  /** Asks; what was asked before is given up. @param {Question} question */
  ask(question) {
    this.#asked = this.#next++;
    const message = { id: this.#asked, kind: 'ask', question };
    this.#worker.postMessage(message);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#replace(message), PATIENCE);
  }

  /** @param {object} message */
  #replace(message) {
    if (!this.#ready || this.#calls.size > 0) return;
    this.#worker.terminate();
    this.#worker = this.#ready;
    this.#spare = this.#ready = null;
    this.#worker.postMessage(message);
  }

  /**
   * One call of the library.
   * @param {'scenario' | 'sheet' | 'learn' | 'version'} name
   * @param {...unknown} given
   * @returns {Promise<any>}
   */
  call(name, ...given) {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#calls.set(id, { resolve, reject });
      this.#worker.postMessage({ id, kind: 'call', name, given });
    });
  }
}
