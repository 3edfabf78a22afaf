//! Answers as JavaScript has them.

use js_sys::{Array, Object};
use outreach_io::{Answer, Error, Fault, Language, question};
use serde::Deserialize;
use serde_json::{Map, Value};
use wasm_bindgen::JsValue;

use crate::error::set;

/// How an answer is wanted.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shape {
    language: Language,
    csv: bool,
}

/// The options that say so.
#[derive(Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Wanted {
    language: String,
    csv: bool,
}

impl Default for Wanted {
    fn default() -> Self {
        Self { language: "en".to_owned(), csv: false }
    }
}

impl Shape {
    pub(crate) fn of(options: Map<String, Value>) -> outreach_io::Result<Self> {
        let Wanted { language, csv } = question::read(options)?;
        language.parse().map(|language| Self { language, csv }).map_err(|_| {
            let message = format!("language = {language} is not en or fr");
            Error::WrongSettings(vec![Fault { key: Some("language".to_owned()), ..Fault::said(message) }])
        })
    }

    /// The JSON of the command, the sentence and notes in the language, and the sheet where it is wanted.
    pub(crate) fn object(self, answer: &impl Answer) -> Object {
        if cfg!(feature = "full") { self.shown(answer) } else { json(answer) }
    }

    /// The same for the page too, which reads of other answers the JSON alone.
    pub(crate) fn shown(self, answer: &impl Answer) -> Object {
        let object = json(answer);
        set(&object, "sentence", &answer.sentence(self.language).into());
        let notes: Array = [answer.warnings(self.language), answer.notes(self.language)]
            .concat()
            .into_iter()
            .map(JsValue::from)
            .collect();
        set(&object, "notes", &notes);
        if self.csv {
            set(&object, "csv", &String::from_utf8_lossy(&answer.csv().write()).as_ref().into());
        }
        object
    }
}

fn json(answer: &impl Answer) -> Object {
    let object = Object::new();
    set(&object, "json", &value(&answer.json()));
    object
}

/// JSON as JavaScript has it, without the text between: writing and reading numbers is slow and long.
fn value(json: &Value) -> JsValue {
    match json {
        Value::Null => JsValue::NULL,
        Value::Bool(truth) => (*truth).into(),
        Value::Number(number) => number.as_f64().into(),
        Value::String(text) => text.into(),
        Value::Array(items) => items.iter().map(value).collect::<Array>().into(),
        Value::Object(members) => {
            let object = Object::new();
            for (name, member) in members {
                set(&object, name, &value(member));
            }
            object.into()
        }
    }
}
