//! What the page in `web/` never asks, and other callers do.

use js_sys::Object;
use outreach_io::question::{BacktestFields, ForecastFields, SensitivityFields};
use outreach_io::{Scenario, settings_of_file};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::Thrown;
use crate::input::{Form, Options, unwatched};
use crate::tables::object_of;

type Result<T, E = Thrown> = std::result::Result<T, E>;

/// Which rate moves the yield, which unknown matters, and what to log to know it.
#[wasm_bindgen(unchecked_return_type = "Answer<SensitivityAnswer>")]
pub fn sensitivity(
    #[wasm_bindgen(unchecked_param_type = "Settings")] settings: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "SensitivityOptions")] options: &JsValue,
) -> Result<Object> {
    let (fields, shape) = Options::of(options).settings(settings).read::<SensitivityFields>()?;
    Ok(shape.object(&fields.run(&Form::default(), &unwatched)?))
}

/// What would have been forecast from a call log, and what happened.
#[wasm_bindgen(unchecked_return_type = "Answer<BacktestAnswer>")]
pub fn backtest(
    log: Vec<u8>,
    #[wasm_bindgen(unchecked_optional_param_type = "BacktestOptions")] options: &JsValue,
) -> Result<Object> {
    let (fields, shape) = Options::of(options).table("log", "log.csv").read::<BacktestFields>()?;
    Ok(shape.object(&fields.run(&Form(log.into()), &unwatched)?))
}

/// The meetings that a list of contacts will bring, each with a probability of its own.
#[wasm_bindgen(unchecked_return_type = "Answer<ForecastAnswer>")]
pub fn forecast(
    contacts: Vec<u8>,
    #[wasm_bindgen(unchecked_param_type = "Settings")] settings: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "ForecastOptions")] options: &JsValue,
) -> Result<Object> {
    let (fields, shape) =
        Options::of(options).table("list", "contacts.csv").settings(settings).read::<ForecastFields>()?;
    Ok(shape.object(&fields.run(&Form(contacts.into()), &unwatched)?))
}

/// The settings of a scenario file; what is wrong in it has its line and column.
#[wasm_bindgen(js_name = settingsOf, unchecked_return_type = "Settings")]
pub fn settings_of(toml: &str) -> Result<Object, Thrown> {
    let settings = settings_of_file("scenario.toml", toml.as_bytes())?;
    Scenario::of_layers(std::slice::from_ref(&settings))?;
    Ok(object_of(&settings))
}

/// Every key that settings can have.
#[wasm_bindgen]
pub fn keys() -> Vec<String> {
    outreach_io::keys().map(str::to_owned).collect()
}
