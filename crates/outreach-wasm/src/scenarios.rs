//! Scenarios as files and as settings.

use js_sys::Object;
use outreach_io::{Scenario, Setting, file_of_settings, settings_of_file};
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

/// The settings of a scenario file; what is wrong in it has its line and column.
#[wasm_bindgen(js_name = settingsOf, unchecked_return_type = "Settings")]
pub fn settings_of(toml: &str) -> Result<Object, Thrown> {
    let settings = settings_of_file("scenario.toml", toml.as_bytes())?;
    Scenario::of_layers(std::slice::from_ref(&settings))?;
    Ok(object_of(&settings))
}

/// A scenario file with these settings, which the command takes too.
#[wasm_bindgen(js_name = scenarioOf)]
pub fn scenario_of(#[wasm_bindgen(unchecked_param_type = "Settings")] settings: &JsValue) -> Result<String, Thrown> {
    let settings = read_settings(settings)?;
    Scenario::of_layers(std::slice::from_ref(&settings))?;
    Ok(file_of_settings(&settings))
}

/// Every key that settings can have.
#[wasm_bindgen]
pub fn keys() -> Vec<String> {
    outreach_io::keys().map(str::to_owned).collect()
}

/// The version of the library.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
