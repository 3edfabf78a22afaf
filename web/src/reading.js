// How a log is read: its columns, its dates and its words, as they were understood, each to be chosen otherwise.

import { h } from './html.js';
import { isMessage } from './messages.js';
import { numbers } from './numbers.js';

/** @typedef {import('./types.js').CalibrateAnswer} Json */
/** @typedef {import('./types.js').Fault} Fault */
/** @typedef {import('./types.js').Layout} Layout */
/** @typedef {ReturnType<typeof import('./messages.js').speaker>} Say */

/** @typedef {{ role: string, word: string, meaning: string, rows: number | null }} Word */

/** What the page asks a column for. */
const ROLES = /** @type {const} */ (['outcome', 'kind', 'date', 'contact', 'connector', 'duration']);

/** What a word can be taken for: the option that says so, by the library's name of the meaning. @type {Record<string, Record<string, keyof Layout>>} */
const MEANINGS = {
  outcome: { 'meeting set': 'meeting_values', refused: 'no_meeting_values', 'not reached': 'not_reached_values', open: 'open_values' },
  kind: { cold: 'cold_values', warm: 'warm_values' },
};

/** This many words of a column are shown, those with the most rows. */
const WORDS = 12;

export class Reading {
  #again;
  /** @type {Record<string, string>} */
  #columns = {};
  #dates = '';
  /** The columns of the log, where it once told them. @type {string[]} */
  #names = [];
  /** What words were said to mean, by role. @type {Record<string, Map<string, string>>} */
  #words = { outcome: new Map(), kind: new Map() };

  /** @param {() => void} again reads the log once more */
  constructor(again) {
    this.#again = again;
  }

  /** Another log is to be read. */
  forget() {
    [this.#columns, this.#dates, this.#names] = [{}, '', []];
    for (const words of Object.values(this.#words)) words.clear();
  }

  /** What was chosen, as the library takes it. @returns {Layout} */
  layout() {
    /** @type {Record<string, string[]>} */
    const lists = {};
    for (const [role, words] of Object.entries(this.#words)) {
      for (const [word, meaning] of words) (lists[String(MEANINGS[role]?.[meaning])] ??= []).push(word);
    }
    return { columns: this.#columns, ...(this.#dates === 'dmy' || this.#dates === 'mdy' ? { date_format: this.#dates } : {}), ...lists };
  }

  /**
   * @param {Json | null} json how it was read, if it could be
   * @param {Fault[]} faults @param {Say} say
   */
  pickers(json, faults, say) {
    const names = json ? [...new Set([...Object.values(json.columns).flat(), ...json.unused_columns])] : named(faults);
    if (names.length > this.#names.length) this.#names = names;
    if (this.#names.length === 0) return null;
    const columns = ROLES.map((role) => {
      const found = this.#columns[role] ?? json?.columns[role]?.[0] ?? '';
      return this.#pick(`column-${role}`, say(`role.${role}`), [['', say('logNoColumn')], ...this.#names.map((name) => /** @type {[string, string]} */ ([name, name]))], found, (chosen) => {
        if (chosen === '') delete this.#columns[role];
        else this.#columns[role] = chosen;
      });
    });
    const dates = this.#pick('dates', say('logDates'), [['', say('logDatesFound')], ['dmy', say('logDatesDmy')], ['mdy', say('logDatesMdy')]], this.#dates, (chosen) => {
      this.#dates = chosen;
    });
    const unknown = [...listed('outcome', json?.rows.unknown_outcomes ?? refused(faults)), ...listed('kind', json?.rows.others ?? {})];
    const open = faults.length > 0 || unknown.length > 0;
    return h('details', { id: 'reading', class: 'group', ...(open || this.#touched ? { open: '' } : {}) }, [
      h('summary', {}, say('logReading')),
      h('div', { class: 'pair' }, [...columns, dates]),
      h('div', { class: 'scroll' }, this.#table([...unknown, ...(json?.words ?? [])], say)),
    ]);
  }

  get #touched() {
    return this.#dates !== '' || Object.keys(this.#columns).length > 0 || Object.values(this.#words).some(({ size }) => size > 0);
  }

  /** What each word was taken for. @param {Word[]} words @param {Say} say */
  #table(words, say) {
    const { number } = numbers(document.documentElement.lang);
    const rows = words.filter(({ word }) => word !== '').slice(0, WORDS * 2);
    const cells = rows.map(({ role, word, meaning, rows: count }) => {
      const known = MEANINGS[role];
      const named = (/** @type {string} */ key) => (isMessage(`means.${key}`) ? say(/** @type {'means.open'} */ (`means.${key}`)) : key);
      /** @type {[string, string][]} */
      const choices = [...(known && meaning in known ? [] : [/** @type {[string, string]} */ ([meaning, meaning === '' ? say('logUnknown') : named(meaning)])]), ...Object.keys(known ?? {}).map((key) => /** @type {[string, string]} */ ([key, named(key)]))];
      const chosen = known ? this.#pick(`means-${word}`, '', choices, meaning, (to) => this.#words[role]?.set(word, to), `${word}: ${say('logMeans')}`) : named(meaning);
      return h('tr', {}, [h('th', { scope: 'row' }, word), h('td', {}, count === null ? '' : number(count)), h('td', {}, chosen)]);
    });
    const head = [say('logWord'), say('logRowsOf'), say('logMeans')].map((name) => h('th', { scope: 'col' }, name));
    return h('table', {}, [h('thead', {}, h('tr', {}, head)), h('tbody', {}, cells)]);
  }

  /** @param {string} id @param {string} label @param {[value: string, shown: string][]} choices @param {string} at @param {(chosen: string) => void} choose @param {string} [spoken] */
  #pick(id, label, choices, at, choose, spoken) {
    const select = h('select', { id: `log-${id}`, ...(spoken ? { 'aria-label': spoken } : {}) }, choices.map(([value, shown]) => h('option', { value, ...(value === at ? { selected: '' } : {}) }, shown)));
    select.addEventListener('change', () => {
      choose(select.value);
      this.#again();
    });
    return label ? h('label', {}, [h('span', {}, label), select]) : select;
  }
}

/** The columns that a message of the library names. @param {Fault[]} faults */
const named = (faults) => faults.flatMap(({ text }) => /its columns are: (.*)$/s.exec(text)?.[1]?.split(', ') ?? []);

/** The words that nobody knew, where all rows are refused; the message has the first of them. @param {Fault[]} faults @returns {Record<string, null>} */
const refused = (faults) => Object.fromEntries(faults.flatMap(({ text }) => [...text.matchAll(/`([^`]+)` is not a known outcome/g)].map(([, word]) => [String(word), null])));

/** Words that mean nothing yet. @param {string} role @param {Record<string, number | null>} words @returns {Word[]} */
const listed = (role, words) => Object.entries(words).map(([word, rows]) => ({ role, word, meaning: '', rows }));
