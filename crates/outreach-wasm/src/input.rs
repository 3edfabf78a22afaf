//! What JavaScript gives: settings and options, both objects.

use std::str::FromStr;

use js_sys::{Array, BigInt, Object};
use outreach_io::{Fault, Sampling, Scenario, Setting};
use wasm_bindgen::{JsCast, JsValue};

use crate::error::Thrown;

/// A value that an option can have.
#[derive(Debug, Clone, PartialEq)]
enum Value {
    One(String),
    Many(Vec<String>),
    Named(Vec<(String, String)>),
}

/// The options of a call, each read once; one that nobody reads is an error.
#[derive(Debug, Default)]
pub(crate) struct Options {
    given: Vec<(String, Value)>,
    known: Vec<&'static str>,
    faults: Vec<Fault>,
}

/// A number, text, truth value or big number as text.
fn scalar(value: &JsValue) -> Option<String> {
    let number = || value.as_f64().map(|number| number.to_string());
    let truth = || value.as_bool().map(|truth| truth.to_string());
    let big = || Some(value.dyn_ref::<BigInt>()?.to_string(10).ok()?.into());
    value.as_string().or_else(number).or_else(truth).or_else(big)
}

/// The properties of an object that are not `undefined` or `null`; `None` where it is no plain object. Without one, none.
fn entries(object: &JsValue) -> Option<Vec<(String, JsValue)>> {
    if object.is_undefined() || object.is_null() {
        return Some(Vec::new());
    }
    if !object.is_object() || Array::is_array(object) {
        return None;
    }
    let entries = Object::entries(object.unchecked_ref::<Object>());
    let entry = |entry: JsValue| {
        let entry: Array = entry.unchecked_into();
        Some((entry.get(0).as_string()?, entry.get(1)))
    };
    let there = |(_, value): &(String, JsValue)| !value.is_undefined() && !value.is_null();
    Some(entries.iter().filter_map(entry).filter(there).collect())
}

fn value(given: &JsValue) -> Option<Value> {
    if Array::is_array(given) {
        return given.unchecked_ref::<Array>().iter().map(|item| scalar(&item)).collect::<Option<_>>().map(Value::Many);
    }
    if let Some(one) = scalar(given) {
        return Some(Value::One(one));
    }
    let named = |(name, value): (String, JsValue)| Some((name, scalar(&value)?));
    entries(given)?.into_iter().map(named).collect::<Option<_>>().map(Value::Named)
}

fn fault(key: &str, message: String) -> Fault {
    Fault { key: Some(key.to_owned()), ..Fault::said(message) }
}

impl Options {
    pub(crate) fn of(object: &JsValue) -> Self {
        let mut options = Self::default();
        match entries(object) {
            Some(entries) => {
                for (name, given) in entries {
                    match value(&given) {
                        Some(value) => options.given.push((name, value)),
                        None => options.faults.push(fault(&name, format!("{name} is neither a number nor a text"))),
                    }
                }
            }
            None => options.faults.push(Fault::said("the options are not an object")),
        }
        options
    }

    fn take(&mut self, name: &'static str) -> Option<Value> {
        self.known.push(name);
        let index = self.given.iter().position(|(given, _)| given == name)?;
        Some(self.given.remove(index).1)
    }

    /// One text, number or truth value.
    pub(crate) fn text(&mut self, name: &'static str) -> Option<String> {
        let value = self.take(name)?;
        if let Value::One(text) = value {
            return Some(text);
        }
        self.faults.push(fault(name, format!("{name} is neither a number nor a text")));
        None
    }

    /// The same, understood.
    pub(crate) fn read<T>(
        &mut self,
        name: &'static str,
        accepted: &str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.text(name)?;
        let value = read(&text);
        if value.is_none() {
            self.faults.push(fault(name, format!("{name} = {text} is not {accepted}")));
        }
        value
    }

    pub(crate) fn parsed<T: FromStr>(&mut self, name: &'static str, accepted: &str) -> Option<T> {
        self.read(name, accepted, |text| text.parse().ok())
    }

    /// A whole number that has no default; 0 where something is wrong, which is said.
    pub(crate) fn required(&mut self, name: &'static str, accepted: &str) -> u32 {
        if !self.given.iter().any(|(given, _)| given == name) {
            self.faults.push(fault(name, format!("{name} is missing: {accepted} is needed")));
        }
        self.parsed(name, accepted).unwrap_or_default()
    }

    /// What errors call a table.
    pub(crate) fn name(&mut self, usual: &str) -> String {
        self.text("name").unwrap_or_else(|| usual.to_owned())
    }

    pub(crate) fn flag(&mut self, name: &'static str) -> bool {
        self.parsed(name, "true or false").unwrap_or_default()
    }

    /// Several texts or numbers; one alone is a list of one.
    pub(crate) fn texts(&mut self, name: &'static str) -> Vec<String> {
        match self.take(name) {
            None => Vec::new(),
            Some(Value::One(text)) => vec![text],
            Some(Value::Many(texts)) => texts,
            Some(Value::Named(_)) => {
                self.faults.push(fault(name, format!("{name} is not a list")));
                Vec::new()
            }
        }
    }

    /// Texts by name.
    pub(crate) fn named(&mut self, name: &'static str) -> Vec<(String, String)> {
        match self.take(name) {
            None => Vec::new(),
            Some(Value::Named(named)) => named,
            Some(_) => {
                self.faults.push(fault(name, format!("{name} is not an object")));
                Vec::new()
            }
        }
    }

    /// Says that something is wrong with an option.
    pub(crate) fn refuse(&mut self, name: &str, message: String) {
        self.faults.push(fault(name, message));
    }

    pub(crate) fn at_least(&mut self) -> Vec<u32> {
        let counts = self.texts("atLeast");
        let read: Option<Vec<u32>> = counts.iter().map(|count| count.parse().ok()).collect();
        if read.is_none() {
            let accepted = "numbers of meetings (0 to 4294967295)";
            self.faults.push(fault("atLeast", format!("atLeast = {} is not {accepted}", counts.join(", "))));
        }
        read.unwrap_or_default()
    }

    pub(crate) fn seed(&mut self) -> u64 {
        self.parsed("seed", "a whole number from 0 to 18446744073709551615").unwrap_or(Sampling::SEED)
    }

    pub(crate) fn sampling(&mut self) -> Sampling {
        let trials: Option<u64> = self.parsed("trials", "a number of trials (1 to 1,000,000,000,000)");
        Sampling::of(trials, self.seed())
    }

    /// The same of a run that may stop at a precision.
    pub(crate) fn run(&mut self) -> Sampling {
        let precision = self.parsed("precision", "a standard error (a number above 0)");
        self.sampling().until(precision)
    }

    /// The scenario of these settings, if nothing is wrong with them or with an option.
    pub(crate) fn with_scenario(self, settings: &JsValue) -> Result<Scenario, Thrown> {
        let scenario = read_settings(settings).and_then(|settings| Ok(Scenario::of_layers(&[settings])?));
        match (self.finish(), scenario) {
            (Ok(()), scenario) => scenario,
            (Err(thrown), Ok(_)) => Err(thrown),
            (Err(Thrown(mut faults)), Err(Thrown(others))) => {
                faults.extend(others);
                Err(Thrown(faults))
            }
        }
    }

    /// That nothing is wrong, and nothing is left.
    pub(crate) fn finish(mut self) -> Result<(), Thrown> {
        for (name, _) in &self.given {
            self.faults.push(Fault::unknown("option", name, self.known.iter().copied()));
        }
        if self.faults.is_empty() { Ok(()) } else { Err(Thrown(self.faults)) }
    }
}

/// The settings of a scenario.
pub(crate) fn read_settings(object: &JsValue) -> Result<Vec<Setting>, Thrown> {
    let not_object = || Thrown(vec![Fault::said("the settings are not an object")]);
    let (mut settings, mut faults) = (Vec::new(), Vec::new());
    for (key, value) in entries(object).ok_or_else(not_object)? {
        match scalar(&value) {
            None => faults.push(fault(&key, format!("{key} is neither a number nor a text"))),
            Some(value) => match Setting::new(&key, value.trim()) {
                Ok(setting) => settings.push(setting),
                Err(error) => faults.extend(error.faults()),
            },
        }
    }
    if faults.is_empty() { Ok(settings) } else { Err(Thrown(faults)) }
}
