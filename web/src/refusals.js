// What the library refuses, which it says in English, in French: what is accepted in the place of a value.

import { typeset } from './messages.js';

/** @typedef {import('./messages.js').Lang} Lang */

/** @type {Record<string, string>} */
const FRENCH = {
  'a probability (0 to 1)': 'une probabilité (0 à 1)',
  'a probability (0 to 1, or 0 % to 100 %), beta(alpha, beta), mean(mean, weight) or range(low, high)':
    'une probabilité (0 à 1, ou 0 % à 100 %), beta(alpha, beta), mean(moyenne, poids) ou range(bas, haut)',
  'a Beta distribution with both parameters from 0.001 to 1e9': 'une loi bêta aux deux paramètres de 0,001 à 1e9',
  'a mean above 0 and below 1 with a weight above 0 that give parameters from 0.001 to 1e9':
    'une moyenne entre 0 et 1, bornes exclues, avec un poids positif qui donnent des paramètres de 0,001 à 1e9',
  'a range with 0 < low < high < 1, wide enough to be fitted by a Beta distribution with parameters from 0.001 to 1e9':
    'un intervalle avec 0 < bas < haut < 1, assez large pour une loi bêta aux paramètres de 0,001 à 1e9',
  'a share (0 to 1, or 0 % to 100 %)': 'une part (0 à 1, ou 0 % à 100 %)',
  'a share (0.0 to 1.0, or 0 % to 100 %) or a whole number of calls': 'une part (0.0 à 1.0, ou 0 % à 100 %) ou un nombre entier d’appels',
  'a number of calls (1 to 1,000,000)': 'un nombre d’appels (1 à 1 000 000)',
  'a number of minutes': 'un nombre de minutes',
  'a number of minutes (0 to 10080, a week)': 'un nombre de minutes (0 à 10 080, une semaine)',
  'a number of referrals (0 to 1,000,000)': 'un nombre de recommandations (0 à 1 000 000)',
  'a mean number of names per meeting held (0 to 100)': 'un nombre moyen de noms par rendez-vous tenu (0 à 100)',
  'a dispersion (0.01 to 1,000,000)': 'une dispersion (0,01 à 1 000 000)',
  'a dispersion (0.01 to 1,000,000), or `none`': 'une dispersion (0,01 à 1 000 000), ou `none`',
  'a factor per generation (0 to 1)': 'un facteur par génération (0 à 1)',
};

const UNSOLVABLE =
  /^reading `overall` cannot be solved: with (.+) and (.+) the probability of a conversation that kept its standing would be (.+), not a probability \(0 to 1\)$/;

/** A message of the library in a language, as far as that has it. @param {string} text @param {Lang} lang */
export function refusal(text, lang) {
  if (lang !== 'fr') return text;
  const unsolvable = UNSOLVABLE.exec(text);
  if (unsolvable) {
    const [, some, last, probability] = unsolvable;
    return typeset(`« incidents compris » n’a pas de solution : avec ${some} et ${last}, la probabilité sans incident serait ${probability}, ce qui n’est pas une probabilité (0 à 1)`);
  }
  const [, told, accepted] = /^(.+) is not (.+)$/.exec(text) ?? [];
  const french = accepted && FRENCH[accepted];
  return french ? typeset(`${told} n’est pas ${french}`) : text;
}
