//! Call logs.

use js_sys::Object;
use outreach_io::Setting;
use outreach_io::question::CalibrateFields;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::{Thrown, set};
use crate::input::{Form, Options, unwatched};

type Result<T, E = Thrown> = std::result::Result<T, E>;

/// The rates of a call log, beside the documented and the published ones; `settings` has them for other calls.
#[wasm_bindgen(unchecked_return_type = "Answer<CalibrateAnswer> & { settings: Settings }")]
pub fn calibrate(
    log: Vec<u8>,
    #[wasm_bindgen(unchecked_optional_param_type = "CalibrateOptions")] options: &JsValue,
) -> Result<Object> {
    let (fields, shape) = Options::of(options).table("log", "log.csv").read::<CalibrateFields>()?;
    let answer = fields.run(&Form(log.into()), &unwatched)?;
    let object = shape.shown(&answer);
    set(&object, "settings", &object_of(&answer.settings()));
    Ok(object)
}

/// Settings as JavaScript has them.
pub(crate) fn object_of(settings: &[Setting]) -> Object {
    let object = Object::new();
    for setting in settings {
        set(&object, setting.key(), &setting.value().into());
    }
    object
}
