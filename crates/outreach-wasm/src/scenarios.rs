//! Scenarios as files and as settings.

use js_sys::Object;
use outreach_io::{Scenario, Setting, file_of_settings};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::{Thrown, set};
use crate::input::read_settings;

/// Settings as JavaScript has them.
pub(crate) fn object_of(settings: &[Setting]) -> Object {
    let object = Object::new();
    for setting in settings {
        set(&object, setting.key(), &setting.value().into());
    }
    object
}

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
