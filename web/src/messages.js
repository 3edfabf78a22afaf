// What the page says: each message in both languages, parts in braces; `call{calls|s}` and `{calls|people|person}` agree with a
// part in number. What the library says it says in both itself.

import { page } from './messages/page.js';
import { answers } from './messages/answers.js';
import { rates } from './messages/rates.js';

/** @typedef {'en' | 'fr'} Lang */
/** @typedef {keyof typeof MESSAGES} Message */

export const MESSAGES = { ...page, ...answers, ...rates };

/** French as it is set: no line breaks before double signs, nor within quotes. @param {string} text */
export const typeset = (text) =>
  text.replaceAll('« ', '«\u00a0').replaceAll(' »', '\u00a0»').replaceAll(' :', '\u00a0:').replace(/ ([;!?%])/g, '\u202f$1');

/** A number stays with its percent sign. @param {string} text */
export const unbroken = (text) => text.replace(/(\d) %/g, '$1\u00a0%');

/**
 * @param {Lang} lang
 * @returns {(message: Message, parts?: Record<string, string | number>) => string}
 */
export function speaker(lang) {
  return (message, parts = {}) => {
    const [english, french] = MESSAGES[message];
    const text = lang === 'fr' ? typeset(french) : english;
    const one = lang === 'fr' ? /^[01](,|$)/ : /^1$/;
    return text.replace(/\{(\w+)(?:\|(\w*)(?:\|(\w*))?)?\}/g, (_, part, many, single = '') => (many === undefined ? String(parts[part]) : one.test(String(parts[part])) ? single : many));
  };
}

/** @param {string} message @returns {message is Message} */
export const isMessage = (message) => Object.hasOwn(MESSAGES, message);

/** The language that somebody's browser asks for. @param {readonly string[]} wanted @returns {Lang} */
export function preferred(wanted) {
  for (const tag of wanted) {
    const language = tag.slice(0, 2).toLowerCase();
    if (language === 'fr' || language === 'en') return language;
  }
  return 'en';
}

/** Writes all fixed texts of the page. @param {Lang} lang */
export function write(lang) {
  const say = speaker(lang);
  document.documentElement.lang = lang;
  document.title = `${say('title')} · outreach`;
  for (const element of document.querySelectorAll('[data-say]')) {
    const message = element.getAttribute('data-say') ?? '';
    // Most of it stands there already, as the build has written it.
    if (isMessage(message) && element.textContent !== say(message)) element.textContent = say(message);
  }
  // The answer to the question that the page opens with, until another one is there.
  for (const element of document.querySelectorAll('[data-en]')) element.textContent = element.getAttribute(`data-${lang}`);
  for (const element of document.querySelectorAll('[data-say-label]')) {
    const message = element.getAttribute('data-say-label') ?? '';
    if (isMessage(message)) element.setAttribute('aria-label', say(message));
  }
  for (const button of document.querySelectorAll('[data-lang]')) {
    button.setAttribute('aria-pressed', String(button.getAttribute('data-lang') === lang));
  }
}
