// What reads a call log, a module of its own: it is fetched with the first log, as most pages never see one.

import init, { calibrate } from 'outreach-logs';

await init({ module_or_path: new URL('../logs_bg.wasm', import.meta.url) });

export { calibrate };
