// Campaigns to begin with are the scenario files of data/scenarios: the build reads them as the page's settings.

import { readFile } from 'node:fs/promises';

import { parse } from 'smol-toml';

/** The page has shares in the place of names. @type {Record<string, string>} */
const SHARES = { cold: '0.0', mixed: '0.5', 'referral-heavy': '0.8' };

/** A value as the page's fields take it. @param {any} value */
const written = (value) => (typeof value === 'object' ? `beta(${value.alpha}, ${value.beta})` : String(value));

/** Settings by their keys. @param {Record<string, any>} table @param {string} [within] @returns {[string, string][]} */
function flat(table, within = '') {
  return Object.entries(table).flatMap(([key, value]) => {
    const name = key === 'rates' ? '' : `${within}${key}`;
    return typeof value === 'object' && !('alpha' in value) ? flat(value, name && `${name}.`) : [/** @type {[string, string]} */ ([name, written(value)])];
  });
}

/** The settings of a scenario. @param {string} toml */
export function settingsOf(toml) {
  const { strategy, ...rest } = parse(toml);
  return { ...Object.fromEntries(flat(rest)), ...(strategy === undefined ? {} : { warm: SHARES[String(strategy)] ?? '' }) };
}

/** What esbuild makes of an imported scenario. @type {import('esbuild').Plugin} */
export const starts = {
  name: 'starts',
  setup: ({ onLoad }) => onLoad({ filter: /\.toml$/ }, async ({ path }) => ({ contents: JSON.stringify(settingsOf(await readFile(path, 'utf8'))), loader: 'json' })),
};
