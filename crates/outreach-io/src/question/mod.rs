//! Questions as plain data: what programs write as JSON, whose schema follows from these types.
//!
//! A question names its verb and holds what the command's options would say; the answer is the command's.
//!
//! ```
//! use outreach_io::question::{NoFiles, Question};
//!
//! let question = serde_json::json!({ "verb": "plan", "meetings": 5, "settings": { "cold.meeting": "5%" } });
//! let answer = Question::of(question)?.run(&NoFiles)?;
//! assert_eq!(answer.json()["attempts"], 158);
//!
//! let error = Question::of(serde_json::json!({ "verb": "plan", "meeting": 5 })).unwrap_err();
//! assert!(error.to_string().contains("unknown field `meeting` (did you mean `meetings`?)"));
//! # Ok::<(), outreach_io::Error>(())
//! ```

mod campaigns;
mod given;
mod json;
#[cfg(feature = "schemas")]
mod keys;
mod lists;
mod logs;
mod names;
mod settings;

use std::ops::ControlFlow;

use serde_json::{Map, Value};

pub use self::campaigns::{CompareFields, ModelFields, PlanFields, SensitivityFields, SimulateFields, TraceFields};
pub use self::given::read;
pub use self::json::parse;
pub use self::lists::{ForecastFields, ListTable};
pub use self::logs::{BacktestFields, CalibrateFields, LogTable};
pub use self::names::{error_in_fields, in_fields, with_options};
pub use self::settings::Settings;
use crate::error::{Error, Fault, Result};
use crate::read::{Setting, Source};
use crate::show::Answer;

/// The files that a question names, wherever they are.
pub trait Files {
    /// The settings of a scenario file.
    ///
    /// # Errors
    /// For a file that cannot be read or is no scenario.
    fn scenario(&self, name: &str) -> Result<Vec<Setting>>;
    /// A table: CSV of any delimiter, a workbook, packed or not.
    ///
    /// # Errors
    /// For a file that cannot be read.
    fn table(&self, name: &str) -> Result<Box<dyn Source>>;
    /// Whether there is a file of this name.
    fn exists(&self, name: &str) -> bool;
    /// Whether settings that act on nothing are kept, as forms do, where they would be an error.
    fn keep_idle_settings(&self) -> bool {
        false
    }
    /// Says that what a scenario file brings along acts on nothing.
    fn note(&self, _idle: &Fault) {}
}

/// No file may be read.
#[derive(Debug, Clone, Copy)]
pub struct NoFiles;

impl Files for NoFiles {
    fn scenario(&self, name: &str) -> Result<Vec<Setting>> {
        Err(unreadable(name))
    }

    fn table(&self, name: &str) -> Result<Box<dyn Source>> {
        Err(unreadable(name))
    }

    fn exists(&self, _: &str) -> bool {
        false
    }
}

fn unreadable(name: &str) -> Error {
    let source = std::io::Error::new(std::io::ErrorKind::PermissionDenied, "no files are read here");
    Error::Unreadable { name: name.to_owned(), source }
}

/// Shown the simulated campaigns so far; the run ends when it breaks.
pub type Watch<'a> = &'a (dyn Fn(u64) -> ControlFlow<()> + Sync);

macro_rules! questions {
    ($($verb:literal $name:ident $fields:ident,)*) => {
        /// A question of one of the verbs.
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum Question {
            $(
                #[doc = concat!("Of `", $verb, "`.")]
                $name($fields),
            )*
        }

        impl Question {
            /// The verbs that can be asked, in the order of the alphabet.
            pub const VERBS: &[&str] = &[$($verb),*];

            /// The question of a verb with these fields.
            ///
            /// # Errors
            /// For an unknown verb, fields that it does not have or needs, and values of another type: all at once.
            pub fn of_verb(verb: &str, fields: Map<String, Value>) -> Result<Self> {
                match verb {
                    $($verb => read(fields).map(Self::$name),)*
                    _ => Err(Error::WrongSettings(vec![Fault {
                        key: Some("verb".to_owned()),
                        ..Fault::unknown("verb", verb, Self::VERBS.iter().copied())
                    }])),
                }
            }

            /// The answer, which may be that there is no plan.
            ///
            /// # Errors
            /// For files that cannot be read, values that nothing accepts, and settings without effect.
            pub fn run_watched(&self, files: &dyn Files, watch: Watch<'_>) -> Result<Box<dyn Answer>> {
                match self {
                    $(Self::$name(fields) => Ok(Box::new(fields.run(files, watch)?)),)*
                }
            }

            /// The JSON Schema of a verb's fields, without the field `verb`.
            #[cfg(feature = "schemas")]
            pub fn fields_schema(verb: &str) -> Option<Value> {
                match verb {
                    $($verb => Some(keys::schema_of::<$fields>()),)*
                    _ => None,
                }
            }
        }
    };
}

questions! {
    "backtest" Backtest BacktestFields,
    "calibrate" Calibrate CalibrateFields,
    "compare" Compare CompareFields,
    "forecast" Forecast ForecastFields,
    "model" Model ModelFields,
    "plan" Plan PlanFields,
    "sensitivity" Sensitivity SensitivityFields,
    "simulate" Simulate SimulateFields,
    "trace" Trace TraceFields,
}

impl Question {
    /// A question from JSON: an object with the field `verb` and those of the verb.
    ///
    /// # Errors
    /// For what is no object and for a missing verb; as [`Question::of_verb`].
    pub fn of(json: Value) -> Result<Self> {
        let Value::Object(mut fields) = json else {
            let message = "a question is an object, as in {\"verb\": \"simulate\", \"settings\": {\"calls\": 75}}";
            return Err(Error::WrongSettings(vec![Fault::said(message)]));
        };
        let verb = fields.shift_remove("verb").unwrap_or_default();
        let Some(verb) = verb.as_str() else {
            let given = if verb.is_null() { "missing".to_owned() } else { verb.to_string() };
            return Err(settings::wrong("verb", &given, &format!("one of {}", Self::VERBS.join(", "))));
        };
        Self::of_verb(verb, fields)
    }

    /// The answer, which may be that there is no plan.
    ///
    /// # Errors
    /// As [`Question::run_watched`].
    pub fn run(&self, files: &dyn Files) -> Result<Box<dyn Answer>> {
        self.run_watched(files, &|_| ControlFlow::Continue(()))
    }

    /// The JSON Schema of a verb's question; its `$id` says which version it is.
    #[cfg(feature = "schemas")]
    pub fn schema(verb: &str) -> Option<Value> {
        let Value::Object(mut fields) = Self::fields_schema(verb)? else { return None };
        let named = serde_json::json!({ "type": "string", "description": "The verb.", "const": verb });
        let properties = fields.shift_remove("properties")?;
        let properties = std::iter::once(("verb".to_owned(), named)).chain(properties.as_object()?.clone());
        let required = fields.shift_remove("required").unwrap_or_else(|| Value::Array(Vec::new()));
        let required = std::iter::once("verb".into()).chain(required.as_array()?.iter().cloned());
        let mut schema = Map::new();
        schema.insert("$id".to_owned(), format!("outreach/{verb}/question/1").into());
        schema.insert("type".to_owned(), "object".into());
        schema.insert("required".to_owned(), required.collect());
        schema.insert("properties".to_owned(), Value::Object(properties.collect()));
        schema.extend(fields);
        Some(schema.into())
    }
}
