//! What JavaScript gives: settings and the fields of a question, both objects.

use std::cell::RefCell;
use std::io::Cursor;
use std::ops::ControlFlow;

use js_sys::{Array, BigInt, Object};
use outreach_io::question::{self, Files, NoFiles};
use outreach_io::{Fault, Scenario, Setting, Source};
use serde::de::DeserializeOwned;
use serde_json::{Map, Number, Value};
use wasm_bindgen::{JsCast, JsValue};

use crate::answer::Shape;
use crate::error::Thrown;

/// No field of a question lies deeper; what refers to itself has no end.
const DEEPEST: u8 = 4;
/// Up to here a float is one whole number alone.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// A value as JSON; what no field takes as text, which is refused there, and `None` for what is no value.
fn json(value: &JsValue, depth: u8) -> Option<Value> {
    if value.is_undefined() || value.is_null() {
        return Some(Value::Null);
    }
    if let Some(number) = value.as_f64() {
        let whole = number.fract() == 0.0 && number.abs() <= EXACT;
        return Some(match Number::from_f64(number) {
            Some(_) if whole => (number as i64).into(),
            Some(number) => number.into(),
            None => number.to_string().into(),
        });
    }
    if let Some(big) = value.dyn_ref::<BigInt>() {
        let text = String::from(big.to_string(10).ok()?);
        return Some(text.parse::<u64>().map_or_else(|_| text.into(), Value::from));
    }
    if let Some(truth) = value.as_bool() {
        return Some(truth.into());
    }
    if let Some(text) = value.as_string() {
        return Some(text.into());
    }
    let depth = depth.checked_sub(1)?;
    if Array::is_array(value) {
        return value.unchecked_ref::<Array>().iter().map(|item| json(&item, depth)).collect();
    }
    let members = entries(value)?.into_iter().map(|(name, member)| Some((name, json(&member, depth)?)));
    members.collect::<Option<_>>().map(Value::Object)
}

/// The properties of a plain object; none where there is nothing.
fn entries(object: &JsValue) -> Option<Vec<(String, JsValue)>> {
    if object.is_undefined() || object.is_null() {
        return Some(Vec::new());
    }
    if !object.is_object() || Array::is_array(object) {
        return None;
    }
    let entry = |entry: JsValue| {
        let entry: Array = entry.unchecked_into();
        Some((entry.get(0).as_string()?, entry.get(1)))
    };
    Some(Object::entries(object.unchecked_ref()).iter().filter_map(entry).collect())
}

fn no_value(key: &str) -> Fault {
    Fault { key: Some(key.to_owned()), ..Fault::said(format!("{key} is neither a number nor a text")) }
}

/// The fields of a question on the way to it, and what is wrong with them so far.
#[derive(Debug, Default)]
pub(crate) struct Options {
    fields: Map<String, Value>,
    settings: Vec<Setting>,
    faults: Vec<Fault>,
}

impl Options {
    pub(crate) fn of(object: &JsValue) -> Self {
        let mut options = Self::default();
        let Some(entries) = entries(object) else {
            options.faults.push(Fault::said("the options are not an object"));
            return options;
        };
        for (name, value) in entries {
            match json(&value, DEEPEST) {
                Some(Value::Null) => {}
                Some(value) => drop(options.fields.insert(name, value)),
                None => options.faults.push(no_value(&name)),
            }
        }
        options
    }

    /// With settings, which are a field too.
    pub(crate) fn settings(mut self, settings: &JsValue) -> Self {
        match read_settings(settings) {
            Ok(settings) => self.settings = settings,
            Err(Thrown(faults)) => self.faults.extend(faults),
        }
        let texts = self.settings.iter().map(|setting| (setting.key().to_owned(), setting.value().into()));
        self.fields.insert("settings".to_owned(), Value::Object(texts.collect()));
        self
    }

    /// Without fields that are said in another way here.
    #[cfg(feature = "campaigns")]
    pub(crate) fn without(mut self, names: &[&str]) -> Self {
        for name in names.iter().filter(|name| self.fields.contains_key(**name)) {
            let message = format!("{name} is no option: strategies come first, each with settings of its own");
            self.faults.push(Fault { key: Some((*name).to_owned()), ..Fault::said(message) });
        }
        self
    }

    /// With a table, whose bytes are given apart; how it is read may say what errors call it.
    #[cfg(feature = "logs")]
    pub(crate) fn table(mut self, field: &str, usual: &str) -> Self {
        let table = self.fields.entry(field).or_insert_with(|| Value::Object(Map::new()));
        if let Some(table) = table.as_object_mut() {
            table.entry("file").or_insert_with(|| usual.into());
        }
        self
    }

    /// The question's fields, and how the answer is wanted.
    pub(crate) fn read<T: DeserializeOwned>(mut self) -> Result<(T, Shape), Thrown> {
        let shape = ["language", "csv"].into_iter().filter_map(|name| self.fields.shift_remove_entry(name));
        let shape = Shape::of(shape.collect());
        match (question::read(self.fields), shape) {
            (Ok(fields), Ok(shape)) if self.faults.is_empty() => return Ok((fields, shape)),
            (fields, shape) => {
                self.faults.extend(shape.err().into_iter().flat_map(|error| error.faults()));
                self.faults.extend(fields.err().into_iter().flat_map(|error| error.faults()));
            }
        }
        self.faults.extend(Scenario::of_layers(&[self.settings]).err().into_iter().flat_map(|error| error.faults()));
        Err(Thrown(self.faults))
    }
}

/// The settings of a scenario.
pub(crate) fn read_settings(object: &JsValue) -> Result<Vec<Setting>, Thrown> {
    let not_object = || Thrown(vec![Fault::said("the settings are not an object")]);
    let (mut settings, mut faults) = (Vec::new(), Vec::new());
    for (key, value) in entries(object).ok_or_else(not_object)? {
        let text = match json(&value, 0) {
            Some(Value::Null) => continue,
            Some(Value::String(text)) => text,
            // In JavaScript 1 and 1.0 are one number, and opposite campaigns.
            Some(Value::Number(number)) if key == "warm" => {
                let said = format!(
                    "warm = {number}: a text says whether it is a count (\"15\") or a share (\"80%\", \"1.0\")"
                );
                faults.push(Fault { key: Some(key), ..Fault::said(said) });
                continue;
            }
            Some(value) => value.to_string(),
            None => {
                faults.push(no_value(&key));
                continue;
            }
        };
        match Setting::new(&key, text.trim()) {
            Ok(setting) => settings.push(setting),
            Err(error) => faults.extend(error.faults()),
        }
    }
    if faults.is_empty() { Ok(settings) } else { Err(Thrown(faults)) }
}

/// Nobody looks on.
pub(crate) fn unwatched(_: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// What surrounds a question here: settings of a form, and at most one table, read once.
#[derive(Debug, Default)]
pub(crate) struct Form(pub(crate) RefCell<Vec<u8>>);

impl Files for Form {
    fn scenario(&self, name: &str) -> outreach_io::Result<Vec<Setting>> {
        NoFiles.scenario(name)
    }

    fn table(&self, _: &str) -> outreach_io::Result<Box<dyn Source>> {
        Ok(Box::new(Cursor::new(self.0.take())))
    }

    fn exists(&self, _: &str) -> bool {
        false
    }

    fn keep_idle_settings(&self) -> bool {
        true
    }
}
