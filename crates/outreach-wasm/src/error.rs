//! What is thrown.

use js_sys::{Array, Object, Reflect};
use outreach_io::{Error, Fault, Language};
use wasm_bindgen::JsValue;

#[derive(Debug)]
/// An `Error` that has one message for each thing to mend, with the key that it belongs to.
pub struct Thrown(pub(crate) Vec<Fault>);

impl Thrown {
    /// What is wrong with an argument or an option.
    pub(crate) fn of(key: &str, error: impl Into<Error>) -> Self {
        let faults = error.into().faults().into_iter();
        Self(faults.map(|fault| Fault { key: Some(key.to_owned()), ..fault }).collect())
    }
}

impl From<Error> for Thrown {
    fn from(error: Error) -> Self {
        Self(error.faults())
    }
}

impl From<outreach::Error> for Thrown {
    fn from(error: outreach::Error) -> Self {
        Error::from(error).into()
    }
}

impl From<Thrown> for JsValue {
    fn from(Thrown(faults): Thrown) -> Self {
        let messages = Array::new();
        let or_null = |text: Option<&str>| text.map_or(Self::NULL, Self::from_str);
        for fault in &faults {
            let told = Object::new();
            set(&told, "key", &or_null(fault.key.as_deref()));
            set(&told, "text", &Self::from_str(&fault.message(Language::English)));
            set(&told, "french", &Self::from_str(&fault.message(Language::French)));
            set(&told, "value", &or_null(fault.value()));
            set(&told, "accepted", &or_null(fault.accepted().as_deref()));
            set(&told, "hint", &or_null(fault.hint().as_deref()));
            messages.push(&told);
        }
        let text: Vec<_> = faults.iter().map(|fault| fault.message(Language::English)).collect();
        let error = js_sys::Error::new(&text.join("; "));
        set(&error, "messages", &messages);
        error.into()
    }
}

/// Sets a property of an object of our own.
pub(crate) fn set(object: &JsValue, name: &str, value: &JsValue) {
    Reflect::set(object, &JsValue::from_str(name), value).expect("a plain object takes any property");
}
