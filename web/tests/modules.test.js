// What needs no browser: messages, numbers, the address.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

import { FIELDS, keysOfFields, RESPONSES } from '../src/fields.js';
import { settingsOf, word } from '../src/kept.js';
import { MESSAGES, preferred, speaker } from '../src/messages.js';
import { normal, numbers, ofPercent, readings, spoken } from '../src/numbers.js';
import { PLAN_FIELDS, planned } from '../src/plan.js';
import { changed, command, initial, ofHash, toHash, typedIn } from '../src/state.js';
import { unpacked } from '../src/unpack.js';
import { settingsOf as settingsOfScenario } from '../starts.js';

const outreach = await import(new URL('../../target/wasm/page/outreach.js', import.meta.url).href);

const parts = (/** @type {string} */ text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

test('both languages have every message, with the same parts', () => {
  const same = ['exact', 'minutes', 'source', 'provenance', 'incident', 'range'];
  for (const [name, [english, french]] of Object.entries(MESSAGES)) {
    assert.ok(english.trim() && french.trim(), `${name} is empty`);
    assert.deepEqual(parts(english), parts(french), `the parts of ${name} differ`);
    if (!same.includes(name)) assert.notEqual(english, french, `${name} is not translated`);
  }
});

test('every message that the page asks for is there, and every field has its names', () => {
  const page = readFileSync(new URL('../index.html', import.meta.url), 'utf8');
  const asked = [...page.matchAll(/data-say(?:-label)?="([^"]*)"/g)].map((match) => String(match[1]));
  const named = keysOfFields().flatMap((key) => [key, `${key}.per`]);
  for (const name of [...asked, ...named]) assert.ok(Object.hasOwn(MESSAGES, name), name);
});

test('French is set as French is', () => {
  assert.equal(speaker('fr')('title'), 'Combien de rendez-vous vos appels apporteront-ils\u202f?');
  assert.equal(speaker('en')('atLeast', { k: 3 }), 'At least 3 meetings');
  assert.equal(preferred(['de-DE', 'fr-CA', 'en']), 'fr');
  assert.equal(preferred(['de']), 'en');
});

test('what is counted agrees with its number', () => {
  for (const lang of /** @type {const} */ (['en', 'fr'])) {
    const say = speaker(lang);
    for (const [name, texts] of Object.entries(MESSAGES)) {
      // Too many are never one.
      if (name === 'wrongInAll') continue;
      const one = Object.fromEntries(parts(texts[0]).map((part) => [part, '1']));
      const told = say(/** @type {keyof typeof MESSAGES} */ (name), one);
      assert.doesNotMatch(told, /\b1 ([a-z]+ )?(meetings|calls|rows|weeks|minutes|trials|campaigns|people|are|appels|lignes|semaines|tirages|campagnes|personnes|utilisées|attendus)\b/, name);
    }
  }
  const [english, french] = [speaker('en'), speaker('fr')];
  assert.equal(english('playOver', { meetings: 1, seed: 1 }), '1 meeting this time (seed 1).');
  assert.equal(english('playedOne', { expected: '1' }), '1 is expected.');
  assert.equal(english('planPeople', { calls: '11' }), '11 people');
  assert.equal(english('keptCalls', { calls: '0' }), '0 calls');
  assert.deepEqual(['0', '1', '1,5', '2', '1\u202f000', '10'].map((calls) => french('keptCalls', { calls })), ['0 appel', '1 appel', '1,5 appel', '2 appels', '1\u202f000 appels', '10 appels']);
});

test('a probability is not printed as certain that is not', () => {
  const { chance, share, estimate } = numbers('en');
  const plain = (/** @type {string} */ text) => text.replaceAll('\u00a0', ' ');
  assert.deepEqual([0, 1e-9, 0.0005, 0.5, 0.9996, 1 - 1e-12, 1].map((p) => plain(chance(p))), ['0 %', '< 0.1 %', '< 0.1 %', '50.0 %', '> 99.9 %', '> 99.9 %', '100 %']);
  assert.deepEqual([0, 1].map((p) => plain(share(p, 0.001))), ['< 0.1 %', '> 99.9 %']);
  assert.equal(plain(share(0.3183, 0.0015)), '31.83 % ± 0.15');
  assert.equal(plain(estimate(49.7418, 0.00959)), '49.7418 ± 0.0096');
  assert.equal(plain(estimate(1.12944, 0.00003)), '1.129440 ± 0.000030');
  assert.equal(numbers('fr').chance(0.531), '53,1\u202f%');
});

test('numbers are written as the platform writes them', () => {
  for (const lang of ['en', 'fr']) {
    const { number } = numbers(lang);
    for (const value of [0, 0.5, 1.5, 2.5, 0.125, 1.006, 9.996, 12, 999.96, 1000, 12345.678, 1e6, 123456789.5, 1e15, -3.14159, -12345.6]) {
      for (const [most, least] of [[0, 0], [1, 0], [1, 1], [2, 0], [3, 3], [6, 2]]) {
        const expected = new Intl.NumberFormat(lang, { maximumFractionDigits: most, minimumFractionDigits: least }).format(value);
        assert.equal(number(value, most, least), expected, `${lang} ${value} ${most} ${least}`);
      }
    }
    assert.equal(number(-0.001, 1), '0');
  }
});

test('what is typed becomes what the command takes, and is shown so that it can be typed again', () => {
  const typed = { '66,7 %': '66.7%', 15: '15%', 0: '0%', '2 – 15 %': 'range(2%, 15%)', '2 à 15 %': 'range(2%, 15%)', 'beta(2,18)': 'beta(2, 18)', '5 to 10': 'range(5%, 10%)', '0.5 to 2': 'range(0.5%, 2%)', '5% to 0.1': 'range(5%, 0.1%)', 'from 5 to 10 %': 'range(5%, 10%)', 'entre 2,5 et 10': 'range(2.5%, 10%)', '1 sur 10': '1 in 10', '1 in 1,000': '1 in 1000', '3 sur 1 000': '3 in 1000', '7 / 94': '7/94', 'range(2,5 %; 15 %)': 'range(2.5%, 15%)', 'mean(10 % ; 20)': 'mean(10%, 20)', '10 %, poids 20': 'mean(10%, 20)', '2.5 weight 12,5': 'mean(2.5%, 12.5)', aucune: 'none', nonsense: 'nonsense' };
  for (const [text, value] of Object.entries(typed)) assert.equal(normal(text, true), value);
  assert.deepEqual(['100', '10 000', '1\u202f000', '0.5'].map((text) => normal(text, false)), ['100', '10000', '1000', '0.5']);
  assert.deepEqual([0, 35, 100, 66.7].map(ofPercent), ['0.0', '0.35', '1.0', '0.667']);
  const shown = { 'range(0.1, 0.2)': ['10 – 20 %', '10 – 20 %'], 'range(.005, .06)': ['0.5 – 6 %', '0,5 – 6 %'], 'mean(10%, 20)': ['10 %, weight 20', '10 %, poids 20'], 'beta(3.5, 37.5)': ['8.54 %, weight 41', '8,54 %, poids 41'], '1 in 10': ['1 in 10', '1 sur 10'], 0.125: ['12.5 %', '12,5 %'], none: ['none', 'aucune'], 'beta(0, 0)': ['beta(0, 0)', 'beta(0, 0)'], nonsense: ['nonsense', 'nonsense'] };
  for (const [value, [english = '', french = '']] of Object.entries(shown)) {
    assert.deepEqual([spoken(value, 'en', true), spoken(value, 'fr', true)], [english, french]);
    for (const each of [english, french]) assert.equal(spoken(normal(each, true), 'en', true), english);
  }
});

test('where percentages are typed, a number up to 1 has two readings', () => {
  const two = { 1: ['1%', '100%'], '0.5': ['0.5%', '50%'], '0,1': ['0.1%', '10%'], '.07': ['0.07%', '7%'], '+0.5': ['0.5%', '50%'], '1.': ['1%', '100%'], '5e-1': ['0.5%', '50%'], '0.5 to 1': ['range(0.5%, 1%)', 'range(50%, 100%)'], '0,1 à 0,2': ['range(0.1%, 0.2%)', 'range(10%, 20%)'], '.5-.6': ['range(0.5%, 0.6%)', 'range(50%, 60%)'], '0.1, weight 20': ['mean(0.1%, 20)', 'mean(10%, 20)'] };
  for (const [text, both] of Object.entries(two)) assert.deepEqual(readings(normal(text, true)), both);
  for (const text of ['0', '2', '1,5', '1 %', '0.5%', '1/2', '1 in 1', '0.5 to 1 %', '1 to 5', 'beta(2, 18)', 'range(0.1, 0.2)']) assert.deepEqual(readings(normal(text, true)), [], text);
});

test('the address has what differs from the defaults, and comes back', () => {
  const state = initial();
  assert.equal(toHash(state), '');
  state.settings = { ...state.settings, warm: '0.8', 'cold.meeting': 'range(2%, 15%)' };
  state.view.lang = 'fr';
  const hash = toHash(state);
  assert.equal(hash, 'warm=0.8&cold.meeting=range(2%25,+15%25)&lang=fr');
  assert.deepEqual(ofHash(`#${hash}`), { state, unknown: [] });
  assert.deepEqual(ofHash('#lang=de&warm=80&hours=3').unknown.map(({ key }) => key), ['lang', 'warm', 'hours']);
  // No call on a recommendation is none of them.
  assert.deepEqual(ofHash('#warm=0').unknown, []);
  const people = ofHash('#contacts=40&max_attempts=3').state;
  assert.deepEqual(people.settings, { preset: 'documented', warm: '0.5', contacts: '40', max_attempts: '3' });
  assert.deepEqual(ofHash(`#${toHash(people)}`).state, people);
  assert.equal(command(state, []), "outreach simulate --calls 100 --warm 0.8 --set 'cold.meeting=range(2%, 15%)' --trials 1000000 --seed 42");
});

/** Numbers from 0 to 1 that are the same each time. @param {number} seed */
const seeded = (seed) => () => (seed = (seed * 48271) % 2147483647) / 2147483647;

test('every state that the page can reach is read back from its own link', async () => {
  await outreach.default({ module_or_path: readFileSync(new URL('../../target/wasm/page/outreach_bg.wasm', import.meta.url)) });
  const random = seeded(28);
  const one = (/** @type {readonly any[]} */ of) => of[Math.floor(random() * of.length)];
  const typed = ['', '0', '1', '2', '1.0', '0.5', '50', '100', '1e2', '+1', '1,000', '1 000', '5 %', '.5 %', '0,5', '5 to 10', '1 to 5', '1 in 3', '1 in 1,000', '7/94', 'beta(2, 18)', '10 %, weight 20', 'none', '0.0', 'range(0.1, 0.2)', '5 calls', '“3”', '1e-3'];
  /** @type {import('../src/fields.js').Field[]} */
  const own = [{ key: 'calls', kind: 'number' }, { key: 'max_attempts', kind: 'number' }, { key: 'share', kind: 'rate' }];
  /** @param {import('../src/state.js').Settings} settings */
  const accepted = (settings) => {
    try {
      new outreach.Simulation(settings, { trials: 1, seed: 1n, language: 'en' }).free();
      return true;
    } catch {
      return false;
    }
  };
  const starts = ['job-seeker', 'sales-week', 'fund-raiser'].map((name) => settingsOfScenario(readFileSync(new URL(`../../data/scenarios/${name}.toml`, import.meta.url), 'utf8')));
  let reached = 0;
  for (let times = 0; times < 400; times++) {
    const state = initial();
    state.settings = { ...one([state.settings, ...starts]) };
    for (let moves = 0; moves < 8; moves++) {
      const field = one([...own, ...own, ...FIELDS]);
      const [key, value] = one([[field.key, typedIn(field, one(typed))], [field.key, typedIn(field, one(typed))], [field.key, typedIn(field, one(typed))], ['supply', one(['pool', 'share'])], ['preset', one(['documented', 'published'])], ['reading', one([null, 'smooth', 'overall'])], ['incident.response', one(RESPONSES)]]);
      const next = changed(state.settings, key, value);
      if (accepted(next)) state.settings = next;
      const id = one(PLAN_FIELDS);
      state.view[/** @type {'target'} */ (id)] = planned(id, one([...typed, '1e-9', '0.0000001 %', '99.9999999999 %'])) ?? state.view[/** @type {'target'} */ (id)];
      assert.deepEqual(ofHash(`#${toHash(state)}`), { state, unknown: [] });
      assert.deepEqual(settingsOf(word(state.settings)), state.settings);
      state.view.kept = word(state.settings);
      assert.deepEqual(ofHash(`#${toHash(state)}`), { state, unknown: [] });
      reached++;
    }
  }
  assert.equal(reached, 3200);
});

test('a packed log is unpacked; a cut one and a bomb are left as they are', async () => {
  const text = new TextEncoder().encode('date,outcome\n2026-05-04,meeting\n');
  const packed = new Uint8Array(gzipSync(text));
  assert.deepEqual(await unpacked(packed), text);
  assert.deepEqual(await unpacked(text), text);
  const cut = packed.slice(0, -9);
  assert.deepEqual(await unpacked(cut), cut);
  const bomb = new Uint8Array(gzipSync(new Uint8Array(2 ** 28 + 1)));
  assert.equal(await unpacked(bomb), bomb);
});
