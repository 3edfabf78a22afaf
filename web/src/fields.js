// What can be set beside calls and recommendations, by group; the model gives the values, and where they come from.

/**
 * @typedef {'rate' | 'number' | 'minutes' | 'count'} Kind
 * @typedef {{ key: string, kind: Kind, most?: number }} Field `most` is where a number's slider ends
 * @typedef {{ name: 'coldRates' | 'warmRates' | 'incidentRates' | 'connectors' | 'effort', fields: Field[] }} Group
 */

/** @param {string} key @returns {Field} */
const rate = (key) => ({ key, kind: 'rate' });

/** @type {Field[]} */
export const POOL = [
  { key: 'pool.initial', kind: 'number', most: 50 },
  { key: 'pool.names', kind: 'number', most: 5 },
  rate('pool.introduced'),
  { key: 'pool.decay', kind: 'rate' },
  { key: 'pool.dispersion', kind: 'number' },
];

/** @type {Group[]} */
export const GROUPS = [
  { name: 'coldRates', fields: ['cold.reach', 'cold.reachable', 'cold.meeting', 'cold.show'].map(rate) },
  { name: 'warmRates', fields: ['warm.reach', 'warm.reachable', 'warm.meeting', 'warm.show'].map(rate) },
  {
    name: 'incidentRates',
    fields: [
      'incident.rate',
      'incident.recovery',
      'incident.plain_ask',
      'incident.disliked',
      'incident.disagree',
      'incident.agree',
      'incident.ask',
      'incident.reframe',
    ].map(rate),
  },
  { name: 'connectors', fields: [{ key: 'connectors.count', kind: 'count', most: 50 }, rate('connectors.correlation')] },
  {
    name: 'effort',
    fields: [
      { key: 'effort.cold_attempt', kind: 'minutes', most: 30 },
      { key: 'effort.warm_attempt', kind: 'minutes', most: 30 },
      { key: 'effort.introduction', kind: 'minutes', most: 90 },
      { key: 'effort.meeting', kind: 'minutes', most: 120 },
    ],
  },
];

/** @type {Field[]} */
export const FIELDS = [...POOL, ...GROUPS.flatMap((group) => group.fields)];

export const keysOfFields = () => FIELDS.map((field) => field.key);

/** The four responses to a disliked connector, as the founding text has them. */
export const RESPONSES = /** @type {const} */ (['disagree', 'agree', 'ask', 'reframe']);
