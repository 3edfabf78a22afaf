// What needs no browser: messages, numbers, the address.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

import { keysOfFields } from '../src/fields.js';
import { MESSAGES, preferred, speaker } from '../src/messages.js';
import { normal, numbers, ofPercent } from '../src/numbers.js';
import { command, initial, ofHash, toHash } from '../src/state.js';
import { unpacked } from '../src/unpack.js';

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

test('what is typed becomes what the command takes', () => {
  const typed = { '66,7 %': '66.7%', '0,1': '0.1', 15: '15%', '2 – 15 %': 'range(2%, 15%)', '2 à 15 %': 'range(2%, 15%)', 'beta(2,18)': 'beta(2, 18)', '5 to 10': 'range(5%, 10%)', '0.05 to 0.1': 'range(0.05, 0.1)', 'from 5 to 10 %': 'range(5%, 10%)', 'entre 2,5 et 10': 'range(2.5%, 10%)', '1 sur 10': '1 in 10', '7/94': '7/94', 'range(2,5 %; 15 %)': 'range(2.5%, 15%)', 'mean(10 % ; 20)': 'mean(10%, 20)', nonsense: 'nonsense' };
  for (const [text, value] of Object.entries(typed)) assert.equal(normal(text, true), value);
  assert.deepEqual(['100', '10 000', '1\u202f000'].map((text) => normal(text, false)), ['100', '10000', '1000']);
  assert.deepEqual([0, 35, 100, 66.7].map(ofPercent), ['0.0', '0.35', '1.0', '0.667']);
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
  const people = ofHash('#contacts=40&max_attempts=3').state;
  assert.deepEqual(people.settings, { preset: 'documented', warm: '0.5', contacts: '40', max_attempts: '3' });
  assert.deepEqual(ofHash(`#${toHash(people)}`).state, people);
  assert.equal(command(state, []), "outreach simulate --calls 100 --warm 0.8 --set 'cold.meeting=range(2%, 15%)' --trials 1000000 --seed 42");
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
