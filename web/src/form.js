// The question: fields and sliders, what they show of the model, and the messages beside them.

import { GROUPS, POOL } from './fields.js';
import { h } from './html.js';
import { isMessage } from './messages.js';
import { numbers, ofPercent, spoken } from './numbers.js';
import { people, share, typedIn } from './state.js';
import { nameOf, wrong } from './words.js';

/** @typedef {import('./fields.js').Field} Field */
/** @typedef {import('./messages.js').Lang} Lang */
/** @typedef {import('./state.js').Settings} Settings */
/** @typedef {import('./types.js').Fault} Fault */
/** @typedef {import('./types.js').ModelAnswer} Model */
/** @typedef {Omit<Model['rates'][number], 'rate' | 'value' | 'follows' | 'published_centre' | 'interval'> & { value: import('./types.js').RateInForce | null, follows?: string | null }} Source what a rate or a number rests on */
/** @typedef {ReturnType<typeof import('./messages.js').speaker>} Say */
/**
 * @typedef {object} Row
 * @property {Field} field
 * @property {HTMLElement} root
 * @property {HTMLInputElement} text
 * @property {HTMLInputElement | null} slider
 * @property {HTMLElement} origin
 * @property {HTMLElement} error
 * @property {HTMLButtonElement | null} undo
 */

/** Calls and the share are the page's own rows; the rest of them hold what the model has a value for. @type {Field[]} */
const OWN = [
  { key: 'calls', kind: 'number', most: 300 },
  { key: 'max_attempts', kind: 'number', most: 10 },
  { key: 'share', kind: 'rate' },
];

const UNDO = '↺';

/** @param {string} selector @returns {any} */
const find = (selector) => document.querySelector(selector);

export class Form {
  /** @type {Map<string, Row>} */
  #rows = new Map();
  /** @type {(key: string, value: string | null) => void} */
  #set;
  #hold;
  /** @type {Model | null} */
  #model = null;
  /** What the rows were last shown of. */
  #shownOf = '';
  /** The field that somebody writes in, and what was last typed in one. @type {HTMLInputElement | null} */
  #open = null;
  #typedLast = '';
  /** What a log has told. @type {Settings} */
  learned = {};

  /**
   * @param {(key: string, value: string | null) => void} set is told what was set; null is back to the preset
   * @param {(slider: HTMLInputElement | null, key: string) => void} hold is told which slider moves, and null once it rests
   */
  constructor(set, hold) {
    this.#set = set;
    this.#hold = hold;
    for (const field of OWN) find(`#${field.key}`).append(this.#row(field));
    find('#pool').append(...POOL.map((field) => this.#row(field)));
    for (const group of GROUPS) {
      const fields = h('div', { class: 'fields' }, group.fields.map((field) => this.#row(field)));
      find('#groups').append(h('details', { class: 'group' }, [h('summary', { 'data-say': group.name }), fields]));
    }
    for (const radio of document.querySelectorAll('input[name=supply]')) {
      radio.addEventListener('change', () => set('supply', /** @type {HTMLInputElement} */ (radio).value));
    }
    find('#preset').addEventListener('change', () => find('#preset').value !== 'log' && set('preset', find('#preset').value));
    find('#reading').addEventListener('change', () => set('reading', find('#reading').value || null));
  }

  /** @param {Field} field */
  #row(field) {
    const { key, kind, most } = field;
    const id = `field-${key}`;
    const text = h('input', { id, type: 'text', inputmode: kind === 'rate' ? 'text' : 'decimal', spellcheck: 'false', 'aria-describedby': `${id}-origin ${id}-error` });
    const end = kind === 'rate' ? 100 : most;
    const slider = end === undefined || kind === 'count' ? null : h('input', { type: 'range', min: key === 'calls' || key === 'max_attempts' ? 1 : 0, max: end, step: kind === 'rate' && key !== 'share' ? 0.5 : key === 'pool.names' ? 0.1 : 1 });
    const label = h('label', { for: id, 'data-say': key });
    const origin = h('span', { class: 'origin-of', id: `${id}-origin` });
    const error = h('p', { class: 'error', id: `${id}-error` });
    const undo = OWN.includes(field) ? null : h('button', { type: 'button', class: 'undo', hidden: '' }, UNDO);
    const unit = kind === 'minutes' ? h('span', { class: 'unit', 'data-say': 'minutes' }) : null;
    const root = h('div', { class: `row ${kind}` }, [
      h('div', { class: 'label' }, [label, origin]),
      h('div', { class: 'set' }, [slider, key === 'share' ? ends() : null, h('span', { class: 'box' }, [text, unit, undo])]),
      error,
    ]);
    const row = { field, root, text, slider, origin, error, undo };
    this.#rows.set(key, row);
    slider?.addEventListener('change', () => this.#hold(null, key));
    slider?.addEventListener('input', () => {
      this.#hold(slider, key);
      const value = kind === 'rate' ? ofPercent(slider.valueAsNumber) : slider.value;
      text.value = kind === 'rate' ? this.#percent(slider.valueAsNumber / 100) : this.#number(slider.valueAsNumber);
      this.#set(key, value);
    });
    text.addEventListener('input', () => (this.#open = text));
    text.addEventListener('change', () => this.#typed(row));
    undo?.addEventListener('click', () => {
      this.#set(key, null);
      text.focus();
    });
    return root;
  }

  /** @param {Row} row */
  #typed({ field, text }) {
    this.#typedLast = text.value;
    fit(text);
    this.#set(field.key, typedIn(field, text.value));
  }

  get #lang() {
    return document.documentElement.lang;
  }

  /** @param {number} p */
  #percent(p) {
    return `${numbers(this.#lang).number(p * 100, 4)} %`;
  }

  /** @param {number} value */
  #number(value) {
    return numbers(this.#lang).plain(value);
  }

  /** Whether a field has what somebody writes, or what is wrong, and not what is set. @param {HTMLInputElement} text */
  #writes(text) {
    return text === this.#open || text.getAttribute('aria-invalid') === 'true';
  }

  /** All is accepted: the field that was typed in shows what it was taken for. @param {Settings} settings @param {Say} say */
  understood(settings, say) {
    this.faults([], say);
    if (this.#open?.value !== this.#typedLast) return;
    this.#open = null;
    this.#shownOf = '';
    this.show(settings, say);
  }

  /** Shows what is set, in a language. @param {Settings} settings @param {Say} say */
  show(settings, say) {
    const pool = settings.strategy !== undefined;
    find(`input[name=supply][value=${pool ? 'pool' : 'share'}]`).checked = true;
    find('#share').hidden = pool;
    find('#pool').hidden = !pool;
    // Each of a pool's names comes from a meeting.
    this.#rows.get('connectors.count')?.root.closest('details')?.toggleAttribute('hidden', pool);
    const own = Object.entries(this.learned).some(([key, value]) => settings[key] === value);
    find('#preset option[value=log]').hidden = !own;
    find('#preset').value = own ? 'log' : settings.preset;
    find('#reading').value = settings.reading ?? '';
    const part = share(settings.warm ?? '');
    this.#showOwn('share', part === null ? (settings.warm ?? '') : this.#percent(part), part === null ? null : part * 100);
    this.#showOwn('calls', people(settings), Number(people(settings)));
    const most = settings.max_attempts ?? '1';
    this.#showOwn('max_attempts', most, Number(most));
    find('#max_attempts').hidden = pool;
    find('#by-week').hidden = most !== '1';
    const label = find('#calls label');
    label.dataset.say = most === '1' ? 'calls' : 'contacts';
    label.textContent = say(label.dataset.say);
    // Most moves are of calls alone: the other rows are as they were.
    const { calls, contacts, warm, ...rest } = settings;
    const shown = JSON.stringify([rest, this.learned, this.#lang]);
    if (shown === this.#shownOf) return;
    this.#shownOf = shown;
    for (const { field, text, slider, undo, origin } of this.#rows.values()) {
      const name = isMessage(field.key) ? say(field.key) : field.key;
      slider?.setAttribute('aria-label', say('sliderOf', { name }));
      if (OWN.includes(field)) {
        origin.textContent = say(field.key === 'share' ? 'sharePer' : field.key === 'max_attempts' ? 'attemptsPer' : most === '1' ? 'callsPer' : 'contactsPer');
        continue;
      }
      const given = settings[field.key];
      undo?.toggleAttribute('hidden', given === undefined);
      if (given !== undefined && !this.#writes(text)) fit(text, this.#shown(field, given));
      // The model has no value for how many there are.
      if (field.kind === 'count') {
        if (given === undefined && !this.#writes(text)) fit(text, '');
        origin.textContent = say('connectors.count.per');
      }
    }
    if (this.#model) this.model(this.#model, settings, say);
  }

  /** @param {string} key @param {string} shown @param {number | null} at */
  #showOwn(key, shown, at) {
    const row = this.#rows.get(key);
    if (!row) return;
    if (!this.#writes(row.text)) fit(row.text, shown);
    if (row.slider && at !== null && !Number.isNaN(at) && document.activeElement !== row.slider) row.slider.value = String(at);
    row.slider?.setAttribute('aria-valuetext', shown);
  }

  /** What was set, as it is read. @param {Field} field @param {string} given */
  #shown(field, given) {
    return spoken(given, this.#lang, field.kind === 'rate');
  }

  /** Shows the values in force, and where they come from. @param {Model} model @param {Settings} settings @param {Say} say */
  model(model, settings, say) {
    this.#model = model;
    const known = [...model.rates.map((rate) => ({ ...rate, key: rate.rate })), ...model.numbers.map((number) => ({ ...number, key: number.number }))];
    for (const source of known) {
      const row = this.#rows.get(source.key);
      if (row) this.#showSource(row, source, settings[source.key], say);
    }
  }

  /** @param {Row} row @param {Source} source @param {string | undefined} given @param {Say} say */
  #showSource({ field, root, text, slider, origin, undo }, source, given, say) {
    const value = source.value;
    const mean = value !== null && typeof value === 'object' ? value.mean : value;
    const shown = mean === null ? this.#shown(field, 'none') : field.kind === 'rate' ? this.#percent(roundedFor(value, mean)) : this.#number(mean);
    if (given === undefined && !this.#writes(text)) fit(text, typeof value === 'object' && value ? `≈ ${shown}` : shown);
    // A number of the model's list is the preset's: what was set stands in the settings.
    const at = given === undefined || field.kind === 'rate' ? mean : Number(given);
    if (slider && at !== null && !Number.isNaN(at) && document.activeElement !== slider) slider.value = String(field.kind === 'rate' ? at * 100 : at);
    slider?.setAttribute('aria-valuetext', given === undefined ? shown : this.#shown(field, given));
    const provenance = given === undefined ? source.provenance : given === this.learned[field.key] ? 'learned' : 'set';
    root.dataset.provenance = provenance;
    const per = `${field.key}.per`;
    const parts = [isMessage(per) ? say(per) : source.per, isMessage(provenance) ? say(provenance) : provenance];
    if (given === undefined && source.follows) parts.push(say('follows', { key: nameOf(source.follows, say) }));
    if (value !== null && typeof value === 'object') {
      const { number } = numbers(this.#lang);
      const range = source.published_range?.map((end) => number(end * 100, 1));
      if (given !== undefined) parts.push(say('uncertain', { mean: shown }));
      else if (range) parts.push(`${range.join(' – ')} %`);
    }
    origin.replaceChildren(...parts.map((part, index) => h('span', index === 1 ? { class: 'provenance' } : {}, part)));
    undo?.setAttribute('aria-label', say('resetOne', { name: isMessage(field.key) ? say(field.key) : field.key, value: 'preset' }));
  }

  /** Puts messages at their fields; those that have none are returned. @param {Fault[]} faults @param {Say} say */
  faults(faults, say) {
    const left = faults.filter(({ key }) => !this.#rows.has(rowOf(key)) && rowOf(key) !== 'reading');
    for (const [key, { error, text }] of this.#rows) {
      const own = faults.filter((fault) => rowOf(fault.key) === key);
      error.textContent = own.map((fault) => wrong(fault, say, text.value.trim())).join(' ');
      text.setAttribute('aria-invalid', String(own.length > 0));
      if (own.length > 0) text.closest('details')?.setAttribute('open', '');
    }
    find('#reading-error').textContent = faults.filter(({ key }) => key === 'reading').map((fault) => wrong(fault, say)).join(' ');
    return left;
  }
}

/** This many letters fit beside a slider. */
const FIT = 9;

/** Writes into a field; what is longer has a line of its own. @param {HTMLInputElement} text @param {string} [value] */
function fit(text, value = text.value) {
  text.value = value;
  text.closest('.row')?.classList.toggle('long', value.length > FIT);
}

/** Of an uncertain rate three digits are enough to see it. @param {unknown} value @param {number} mean */
const roundedFor = (value, mean) => (typeof value === 'object' ? Number(mean.toPrecision(3)) : mean);

/** @param {string | null} key */
const rowOf = (key) => (key === 'warm' ? 'share' : key === 'contacts' ? 'calls' : key === 'contacts times max_attempts' ? 'max_attempts' : (key ?? ''));

const ends = () => h('span', { class: 'ends', 'aria-hidden': 'true' }, [h('span', { 'data-say': 'shareCold' }), h('span', { 'data-say': 'shareWarm' })]);
