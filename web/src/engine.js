// The workers as the page sees them: the newest question counts, what older ones still answer is dropped, and a worker that
// is stuck in a long step is replaced by one that stands ready. One answers at once, the other what can wait for a hand that is
// still.

import first from '../../target/wasm/page/first_bg.wasm';
import whole from '../../target/wasm/page/outreach_bg.wasm';

/** @typedef {import('./types.js').Question} Question */
/** @typedef {import('./types.js').Told} Told */
/** @typedef {import('./types.js').Fault} Fault */

/** A worker that has not begun after so long is in a step that nobody waits for any more [ms]. */
const PATIENCE = 150;

/** A hand that has not moved for so long is still [ms]. */
const STILL = 200;

/** What was asked for was not accepted. */
export class Refused extends Error {
  /** @param {Fault[]} messages */
  constructor(messages) {
    super(messages.map((message) => message.text).join('; '));
    this.messages = messages;
  }
}

/** One worker at a time, for one kind of question. */
class Lane {
  /** @type {Worker} */
  worker;
  #kind;
  #spare;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** The newest question. @type {object | null} */
  #message = null;
  /** Whether the worker has not taken it up in time. */
  #late = false;

  /** @param {'ask' | 'beside'} kind @param {Worker} worker @param {() => Worker | null} spare gives one that stands ready */
  constructor(kind, worker, spare) {
    this.#kind = kind;
    this.worker = worker;
    this.#spare = spare;
  }

  /** @param {number} id @param {Question} question */
  ask(id, question) {
    this.#message = { id, kind: this.#kind, question };
    this.worker.postMessage(this.#message);
    this.begun();
    this.#timer = setTimeout(() => {
      this.#late = true;
      this.replace();
    }, PATIENCE);
  }

  /** The question has been taken up. */
  begun() {
    clearTimeout(this.#timer);
    this.#late = false;
  }

  /** Hands a question that was not taken up in time to a worker that stands ready, if there is one by now. */
  replace() {
    const ready = this.#late && this.#spare();
    if (ready) this.hand(ready);
  }

  /** Hands the newest question to another worker. @param {Worker} worker */
  hand(worker) {
    this.worker.terminate();
    this.worker = worker;
    worker.postMessage(this.#message);
    this.begun();
  }
}

/** @param {string} file */
const compiled = (file) => WebAssembly.compileStreaming(fetch(new URL(file, import.meta.url)));

export class Engine {
  #next = 1;
  #asked = 0;
  /** The lanes that still compute what was asked. */
  #open = 0;
  #now;
  #later;
  /** The worker that has no more than the first answers run through. @type {Worker} */
  #brief;
  /** Started once the page is at rest, so that none has to be fetched when the network may be gone. @type {Worker | null} */
  #spare = null;
  /** The spare, once it has all that it needs. @type {Worker | null} */
  #ready = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #still;
  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
  #calls = new Map();
  /** @type {(told: Told) => void} */
  #listener;
  /** All that the page asks, which is fetched once what the first answer needs is there. @type {Promise<WebAssembly.Module>} */
  #whole;

  /** @param {(told: Told) => void} listener hears what is told of the newest question */
  constructor(listener) {
    this.#listener = listener;
    const begins = compiled(first);
    this.#whole = begins.then(() => compiled(whole));
    this.#whole.catch((error) => this.#listener({ id: this.#asked, kind: 'broken', text: String(error) }));
    const spare = () => this.#take();
    this.#brief = this.#start(begins);
    this.#now = new Lane('ask', this.#brief, spare);
    this.#later = new Lane('beside', this.#start(this.#whole), () => (this.#calls.size > 0 ? null : spare()));
  }

  /** @param {Promise<WebAssembly.Module>} module */
  #start(module) {
    const worker = new Worker(new URL(WORKER, import.meta.url), { type: 'module' });
    module.then((module) => worker.postMessage({ kind: 'module', module }), () => {});
    worker.addEventListener('message', ({ data }) => {
      const lane = [this.#now, this.#later].find((lane) => lane.worker === worker);
      if (lane) this.#hear(lane, data);
      else if (worker === this.#spare && data.kind === 'ready') {
        this.#ready = worker;
        this.#listener(data);
        for (const each of [this.#now, this.#later]) each.replace();
      }
    });
    worker.addEventListener('error', (event) => {
      // A spare that cannot be fetched is no spare; the ones at work are the page's.
      if (worker === this.#spare) this.#spare = null;
      else if ([this.#now, this.#later].some((lane) => lane.worker === worker)) this.#listener({ id: this.#asked, kind: 'broken', text: event.message ?? 'worker' });
    });
    return worker;
  }

  /** The number of the newest question. */
  get newest() {
    return this.#asked;
  }

  #take() {
    const ready = this.#ready;
    if (ready) {
      this.#ready = null;
      this.#spare = navigator.onLine ? this.#start(this.#whole) : null;
    }
    return ready;
  }

  /** @param {Lane} lane @param {Told} told */
  #hear(lane, told) {
    const call = this.#calls.get(told.id);
    if (call) {
      this.#calls.delete(told.id);
      if (told.kind === 'returned') call.resolve(told.value);
      else call.reject(new Refused(told.kind === 'thrown' ? told.messages : [{ key: null, text: told.kind }]));
    } else if (told.kind === 'broken' && lane.worker === this.#brief) {
      // What is not in the first module is in the whole one, where it is told if it breaks there too.
      lane.hand(this.#take() ?? this.#start(this.#whole));
    } else if (told.id === this.#asked) {
      // What the first lane refuses it tells itself.
      const kind = told.kind === 'failed' && lane === this.#later ? 'settled' : told.kind;
      if (kind === 'begun') lane.begun();
      else if (kind !== 'settled') this.#listener(told);
      else if (--this.#open === 0) this.#listener({ id: told.id, kind });
      if (this.#open === 0 && navigator.onLine) this.#spare ??= this.#start(this.#whole);
    }
  }

  /** Asks; what was asked before is given up. @param {Question} question */
  ask(question) {
    const id = (this.#asked = this.#next++);
    this.#open = 2;
    this.#now.ask(id, question);
    clearTimeout(this.#still);
    this.#still = setTimeout(() => this.#later.ask(id, question), STILL);
  }

  /**
   * One call of the library.
   * @param {'scenario' | 'sheet' | 'learn' | 'trace' | 'version'} name
   * @param {...unknown} given
   * @returns {Promise<any>}
   */
  call(name, ...given) {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#calls.set(id, { resolve, reject });
      this.#later.worker.postMessage({ id, kind: 'call', name, given });
    });
  }
}
