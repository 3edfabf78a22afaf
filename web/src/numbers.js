// How numbers are written: by language, with their standard error where they were sampled, and never as a certainty that
// they are not.

const NARROW = '\u202f';

/** As `Intl.NumberFormat` writes it, whose formats take a phone a tenth of a second to make; halves are those of the binary number, as in the command. @param {string} lang @param {number} value @param {number} most digits @param {number} least */
function written(lang, value, most, least) {
  const [whole = '', digits = ''] = Math.abs(value).toFixed(most).split('.');
  const kept = digits.slice(0, Math.max(least, digits.replace(/0+$/, '').length));
  const [group, point] = lang === 'fr' ? [NARROW, ','] : [',', '.'];
  const sign = value < 0 && /[1-9]/.test(whole + kept) ? '-' : '';
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, group)}${kept && point}${kept}`;
}

/** @param {string} lang */
export function numbers(lang) {
  /** @param {number} value @param {number} [digits] at most @param {number} [least] */
  const number = (value, digits = 2, least = 0) => written(lang, value, digits, Math.min(least, digits));

  const percentSign = lang === 'fr' ? `${NARROW}%` : '\u00a0%';

  /** A probability. @param {number} p @param {number} [digits] */
  const chance = (p, digits = 1) => {
    const unit = 10 ** -(digits + 2);
    if (p > 0 && p < unit) return `<\u00a0${number(unit * 100, digits)}${percentSign}`;
    if (p < 1 && p > 1 - unit) return `>\u00a0${number(100 - unit * 100, digits)}${percentSign}`;
    return `${number(p * 100, digits, p === 0 || p === 1 ? 0 : digits)}${percentSign}`;
  };

  /** A sampled number to two digits of its standard error, or as many as are read; a single trial has no error. @param {number} mean @param {number | null} error @param {number} [most] */
  const estimate = (mean, error, most = 6) => {
    if (error === null || !(error > 0)) return number(mean, 2);
    const digits = Math.min(most, Math.max(0, 1 - Math.floor(Math.log10(error))));
    const unit = 10 ** -digits;
    return `${number(mean, digits, digits)}\u00a0±\u00a0${error < unit / 2 ? '<\u00a0' : ''}${number(Math.max(error, unit), digits, digits)}`;
  };

  /** A sampled probability; one that was never or always seen says so. @param {number} p @param {number | null} error */
  const share = (p, error) => {
    if (error === null || p < 0.001 || p > 0.999) return chance(p === 0 ? Number.MIN_VALUE : p === 1 ? 1 - 1e-16 : p);
    const digits = Math.min(6, Math.max(1, 1 - Math.floor(Math.log10(error * 100))));
    return `${number(p * 100, digits, digits)}${percentSign}\u00a0±\u00a0${number(error * 100, digits, digits)}`;
  };

  /** A time as people say it; nobody plans by the minute what takes days. @param {number} minutes */
  const time = (minutes) => {
    const rounded = minutes >= 6000 ? Math.round(minutes / 60) * 60 : minutes >= 60 ? Math.round(minutes / 5) * 5 : Math.round(minutes);
    const [hours, rest] = [Math.floor(rounded / 60), rounded % 60];
    return [hours > 0 ? `${number(hours)}\u00a0h` : '', rest > 0 || hours === 0 ? `${rest}\u00a0min` : ''].filter(Boolean).join(' ');
  };

  /** A number as it is typed, without parted thousands. @param {number} value */
  const plain = (value) => number(value, 4).replace(lang === 'fr' ? /\u202f/g : /,/g, '');

  return { number, plain, chance, estimate, share, time };
}

/** What a setting holds that can be read in two ways: nobody accepts it, and its message has both. */
const OR = ' or ';

/** The two readings of a setting, none where it has one. @param {string} value */
export const readings = (value) => (value.includes(OR) ? value.split(OR) : []);

/** A number as it is typed, in any spelling that the library reads. */
const NUMBER = String.raw`\+?(?:\d+[.,]?\d*|[.,]\d+)(?:e[-+]?\d+)?`;
const PLAIN = new RegExp(`^(${NUMBER}) ?(%?)$`, 'i');
const RANGE = new RegExp(`^(?:from |between |de |entre )?(${NUMBER}) ?(%?) ?(?:-|–|to|and|à|et) ?(${NUMBER}) ?(%?)$`, 'i');
const WEIGHED = new RegExp(`^(${NUMBER}) ?(%?)[,;]? (?:weight|poids) (${NUMBER})$`, 'i');

/** @param {string} typed */
const valueOf = (typed) => Number(typed.replace(',', '.'));

/** Where percentages are typed, `0.5` is 0.5 % or 50 %, `2` is 2 %. @param {string[]} typed @param {string} sign @param {(ends: string[]) => string} written */
function percentages(typed, sign, written) {
  const ends = typed.map(valueOf);
  const plain = written(ends.map((end) => `${end}%`));
  const most = Math.max(...ends);
  return sign || most > 1 || most === 0 ? plain : plain + OR + written(ends.map((end) => `${shifted(end)}%`));
}

/** A hundred times as much. @param {number} value */
const shifted = (value) => Number((value * 100).toPrecision(12));

/**
 * What somebody typed, as the command line takes it: `66,7 %` is `66.7%`, `2 – 15 %` is `range(2%, 15%)`.
 * @param {string} typed
 * @param {boolean} percent whether percentages are typed
 */
export function normal(typed, percent) {
  // Spaces between thousands are no part of a number.
  const text = typed
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .replace(/(\d) (?=\d{3}(?!\d))/g, '$1')
    .replace(/ ?(?:percent|per cent|pour ?cent)$/i, ' %');
  // Three digits behind a comma may be thousands: whether they are is the library's to say.
  if (/^[1-9]\d{0,2}(,\d{3})+$/.test(text)) return text;
  const plain = PLAIN.exec(text);
  if (plain) {
    const [, digits = '', sign = ''] = plain;
    return percent ? percentages([digits], sign, String) : digits.replace(',', '.') + sign;
  }
  const part = /^(\d+)(?: chances?)? ?(in|out of|sur|of|\/) ?(\d+|[1-9]\d{0,2}(?:,\d{3})+)$/i.exec(text);
  if (part) return `${part[1]}${part[2] === '/' ? '/' : ' in '}${part[3]?.replaceAll(',', '')}`;
  const range = RANGE.exec(text);
  if (range && percent) return percentages([String(range[1]), String(range[3])], `${range[2]}${range[4]}`, (ends) => `range(${ends.join(', ')})`);
  const weighed = WEIGHED.exec(text);
  if (weighed && percent) return percentages([String(weighed[1])], String(weighed[2]), (mean) => `mean(${mean}, ${valueOf(String(weighed[3]))})`);
  if (/^aucune?$/i.test(text)) return 'none';
  // Where semicolons part, commas are decimal.
  const parted = text.includes(';') ? text.replaceAll(',', '.').replaceAll(';', ',') : text;
  return parted.replaceAll(' %', '%').replace(/ ?, ?/g, ', ');
}

/** A setting as people write it, in per cent where it is a rate; typed so it is taken for the same. @param {string} given @param {string} lang @param {boolean} percent */
export function spoken(given, lang, percent) {
  const { number, plain } = numbers(lang);
  if (given === 'none') return lang === 'fr' ? 'aucune' : given;
  if (fraction(given) !== null) return lang === 'fr' ? given.replace(' in ', ' sur ') : given;
  const share = (/** @type {string} */ text) => (text.endsWith('%') ? Number(text.slice(0, -1)) : shifted(Number(text)));
  const [, name, first = '', second = ''] = /^(range|mean|beta)\(([^,]+), ([^,]+)\)$/.exec(given) ?? [];
  if (name === 'range') return `${number(share(first), 4)} – ${number(share(second), 4)} %`;
  const [low, high] = [Number(first), Number(second)];
  const [mean, weight] = name === 'beta' ? [Number(((100 * low) / (low + high)).toPrecision(3)), low + high] : [share(first), high];
  if (name && mean >= 0 && weight > 0) return `${number(mean, 4)} %, ${lang === 'fr' ? 'poids' : 'weight'} ${number(weight, 4)}`;
  const value = given === '' ? NaN : share(given);
  if (Number.isNaN(value)) return given;
  return percent ? `${number(value, 4)} %` : plain(value / 100);
}

/** The decimal of a percentage, without the noise of binary. @param {number} percent */
export const ofPercent = (percent) => {
  const decimal = String(Number((percent / 100).toFixed(6)));
  return decimal.includes('.') ? decimal : `${decimal}.0`;
};

/** The probability that `1 in 2` or `7/94` is, null for what is none. @param {string} text */
export function fraction(text) {
  const parts = /^(\d+)(?: in |\/)(\d+)$/.exec(text);
  const p = parts ? Number(parts[1]) / Number(parts[2]) : NaN;
  return p >= 0 && p <= 1 ? p : null;
}
