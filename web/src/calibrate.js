// What reads a call log, a module of its own: it is fetched with the first log, as most pages never see one.

import init, { calibrate } from 'outreach-logs';

import file from '../../target/wasm/logs/outreach_bg.wasm';

await init({ module_or_path: new URL(file, import.meta.url) });

export { calibrate };
