// Campaigns to begin with: those of data/scenarios, each with a number of meetings to plan for.

import funds from '../../data/scenarios/fund-raiser.toml';
import seeker from '../../data/scenarios/job-seeker.toml';
import sales from '../../data/scenarios/sales-week.toml';

/** @typedef {{ settings: import('./state.js').Settings, target: string }} Start */

/** @satisfies {Record<string, Start>} */
export const STARTS = { seeker: { settings: seeker, target: '25' }, sales: { settings: sales, target: '30' }, funds: { settings: funds, target: '20' } };
