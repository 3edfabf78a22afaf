// Where the built page has what scripts/wasm made.
export * from '../../../target/wasm/pkg/outreach.js';
export { default } from '../../../target/wasm/pkg/outreach.js';
