//! What the page in `web/` never asks, and other callers do.

use std::io::Cursor;

use js_sys::Object;
use outreach::Kind;
use outreach_io::ask::{BacktestQuestion, ForecastQuestion, SensitivityQuestion};
use outreach_io::{CallLog, ContactLayout, Scenario, settings_of_file};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::answer::Shape;
use crate::error::Thrown;
use crate::input::Options;
use crate::tables::{delimiter, log_layout, object_of};

type Result<T, E = Thrown> = std::result::Result<T, E>;

/// Which rate moves the yield, which unknown matters, and what to log to know it.
#[wasm_bindgen(unchecked_return_type = "Answer<SensitivityAnswer>")]
pub fn sensitivity(
    #[wasm_bindgen(unchecked_param_type = "Settings")] settings: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "SamplingOptions")] options: &JsValue,
) -> Result<Object> {
    let mut options = Options::of(options);
    let shape = Shape::of(&mut options);
    let sampling = options.sampling();
    let question = SensitivityQuestion { sampling, ..SensitivityQuestion::new(options.with_scenario(settings)?) };
    Ok(shape.object(&question.run()?))
}

/// What would have been forecast of the calls of a log, against what happened.
#[wasm_bindgen(unchecked_return_type = "Answer<BacktestAnswer>")]
pub fn backtest(
    log: Vec<u8>,
    #[wasm_bindgen(unchecked_optional_param_type = "BacktestOptions")] options: &JsValue,
) -> Result<Object> {
    let mut options = Options::of(options);
    let shape = Shape::of(&mut options);
    let (name, layout) = (options.name("log.csv"), log_layout(&mut options));
    let usual = BacktestQuestion::default();
    let known = |text: &str| Kind::ALL.into_iter().find(|kind| kind.key() == text);
    let kind = options.read("kind", "cold or warm", known).unwrap_or(usual.kind);
    let batches = |text: &str| text.parse().ok().filter(|batch| (1..=100_000).contains(batch));
    let batch = options.read("batch", "a number of calls (1 to 100,000)", batches).unwrap_or(usual.batch);
    let warmups = |text: &str| text.parse().ok().filter(|&warmup| warmup > 0);
    let warmup = options.read("warmup", "a number of calls (1 or more)", warmups).unwrap_or(usual.warmup);
    options.finish()?;
    let question = BacktestQuestion { kind, batch, warmup };
    Ok(shape.object(&question.run(CallLog::read(name, Cursor::new(log), layout)?)?))
}

/// The meetings that a list of contacts will bring, each with a probability of its own.
#[wasm_bindgen(unchecked_return_type = "Answer<ForecastAnswer>")]
pub fn forecast(
    contacts: Vec<u8>,
    #[wasm_bindgen(unchecked_param_type = "Settings")] settings: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "ForecastOptions")] options: &JsValue,
) -> Result<Object> {
    let mut options = Options::of(options);
    let shape = Shape::of(&mut options);
    let name = options.name("contacts.csv");
    let (at_least, hours) = (options.at_least(), options.parsed("hours", "a number of hours"));
    let layout = ContactLayout {
        probability_column: options.text("probabilityColumn"),
        kind_column: options.text("kindColumn"),
        attempts_column: options.text("attemptsColumn"),
        group_by: options.text("groupBy"),
        cold_word: options.text("coldValue"),
        warm_word: options.text("warmValue"),
        delimiter: delimiter(&mut options),
        strict: options.flag("strict"),
        allow_rejected: options.flag("allowRejected"),
        skip_lines: options.parsed("skipLines", "a number of lines").unwrap_or_default(),
        ..ContactLayout::default()
    };
    let scenario = options.with_scenario(settings)?;
    let question = ForecastQuestion { scenario, layout, at_least, hours };
    Ok(shape.object(&question.run(&name, Cursor::new(contacts))?))
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
