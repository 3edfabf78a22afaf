//! Scenarios as files.

use outreach_io::{Scenario, file_of_settings};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::Thrown;
use crate::input::read_settings;

/// A scenario file with these settings, which the command takes too.
#[wasm_bindgen(js_name = scenarioOf)]
pub fn scenario_of(#[wasm_bindgen(unchecked_param_type = "Settings")] settings: &JsValue) -> Result<String, Thrown> {
    let settings = read_settings(settings)?;
    Scenario::of_layers(std::slice::from_ref(&settings))?;
    Ok(file_of_settings(&settings))
}

/// The version of the library.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
