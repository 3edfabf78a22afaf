//! `outreach` in the browser: what the command's verbs answer, for pages, workers and Node.
//!
//! A verb takes the settings of a scenario and options, both plain objects, and returns an answer that is a plain object
//! too. What is wrong with them is thrown as an `Error` that tells each thing with its key. Nothing here asks for entropy, a
//! clock or a file, and all of it runs on the one thread that calls it.
//!
//! The types of questions and answers are in `questions.d.ts` and `answers.d.ts`, which follow from `docs/schema`, what JavaScript
//! makes of them in `api.d.ts`; `scripts/wasm` makes the package.

#![expect(
    clippy::missing_errors_doc,
    reason = "every function throws what is wrong with what it was given, and nothing else"
)]
#![cfg_attr(
    not(feature = "full"),
    allow(dead_code, reason = "the parts that the page loads leave out what others ask")
)]

mod answer;
mod error;
#[cfg(feature = "full")]
mod full;
mod input;
#[cfg(feature = "campaigns")]
mod scenarios;
#[cfg(feature = "campaigns")]
mod simulation;
#[cfg(feature = "logs")]
mod tables;
#[cfg(feature = "campaigns")]
mod verbs;

use wasm_bindgen::prelude::wasm_bindgen;

pub use crate::error::Thrown;
#[cfg(feature = "full")]
pub use crate::full::{backtest, forecast, keys, sensitivity, settings_of};
#[cfg(feature = "campaigns")]
pub use crate::scenarios::{scenario_of, version};
#[cfg(feature = "campaigns")]
pub use crate::simulation::InSteps;
#[cfg(feature = "logs")]
pub use crate::tables::calibrate;
#[cfg(feature = "campaigns")]
pub use crate::verbs::{compare, model, plan, simulate, trace};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str =
    concat!(include_str!("api.d.ts"), "\n", include_str!("questions.d.ts"), "\n", include_str!("answers.d.ts"));
