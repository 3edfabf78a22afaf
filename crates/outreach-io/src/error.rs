//! What is wrong with what was given.

mod data;

use std::io;

pub use self::data::{ErrorAnswer, ErrorFields, FaultAnswer};
use crate::language::{Bilingual, Language, strategy_in_french};
use crate::near_miss;
use crate::need::{Asked, Need};

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// What was given is wrong: each thing to mend.
    #[error("{}", listed(.0))]
    WrongSettings(Vec<Fault>),
    /// Rows of a table were rejected, and none may be.
    #[error("{}", .0.of(Language::English))]
    Rejected(Bilingual),
    /// A source cannot be read to its end.
    #[error("can't read {name}: {source}")]
    Unreadable {
        /// The name of the source.
        name: String,
        /// What went wrong.
        source: io::Error,
    },
    /// The model rejects a value.
    #[error(transparent)]
    Model(#[from] outreach::Error),
}

/// A result with this crate's error.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// One thing to mend, as data: [`Fault::message`] says it in a language.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// The key of a scenario, or the option, that has the wrong value; `None` where it is no single one.
    pub key: Option<String>,
    /// Where it stands in a file.
    pub place: Option<String>,
    /// What is wrong.
    pub reason: Reason,
}

/// What is wrong with one thing.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Reason {
    /// The model rejects it.
    Model(outreach::Error),
    /// Nothing bears the name.
    Unknown {
        /// What was named: `key`, `option`, `column`.
        what: &'static str,
        /// The name as it was given.
        name: String,
        /// The name that was probably meant.
        near: Option<String>,
        /// The names that exist.
        accepted: Vec<String>,
    },
    /// A face does not understand what was asked of it.
    Usage {
        /// What is wrong, in English words.
        message: String,
        /// The same in French.
        french: String,
        /// The value as it was given.
        value: Option<String>,
        /// What would be accepted.
        accepted: Option<String>,
        /// What was probably meant.
        hint: Option<String>,
    },
    /// Two settings say the same thing, by one key or in two ways.
    Excluded {
        /// The key and the value of one.
        one: (String, String),
        /// Those of the other.
        other: (String, String),
    },
    /// A setting changes nothing in the answer.
    NoEffect {
        /// What it needs to act.
        need: Need,
        /// What is asked.
        asked: Asked,
        /// Whose need it is.
        keys: String,
    },
    /// Something else, in English words.
    Said(String),
    /// The same in the words of every language.
    Text(Bilingual),
}

impl Fault {
    /// Something wrong that is no single value of a key.
    pub fn said(message: impl Into<String>) -> Self {
        Self { key: None, place: None, reason: Reason::Said(message.into()) }
    }

    /// The same in every language.
    pub(crate) fn of_text(text: Bilingual) -> Self {
        Self { key: None, place: None, reason: Reason::Text(text) }
    }

    /// What the model rejects.
    pub(crate) fn of_model(error: &outreach::Error) -> Self {
        let key = match error {
            outreach::Error::Rejected { field, .. } => Some(field.clone()),
            outreach::Error::Unsolvable { .. } => Some("reading".to_owned()),
            outreach::Error::Unlikely { .. } => Some("so far".to_owned()),
            _ => None,
        };
        Self { key, place: None, reason: Reason::Model(error.clone()) }
    }

    /// A name that nothing bears.
    ///
    /// ```
    /// use outreach_io::{Fault, Language};
    ///
    /// let fault = Fault::unknown("key", "calles", ["calls", "warm"]);
    /// assert_eq!(fault.message(Language::English), "unknown key `calles` (did you mean `calls`?); accepted: calls, warm");
    /// assert_eq!(fault.hint().as_deref(), Some("did you mean `calls`?"));
    /// ```
    pub fn unknown<'a>(what: &'static str, name: &str, accepted: impl IntoIterator<Item = &'a str>) -> Self {
        let accepted: Vec<_> = accepted.into_iter().map(str::to_owned).collect();
        let translated = strategy_in_french(name).filter(|meant| accepted.iter().any(|name| name == meant));
        let near = translated.or_else(|| near_miss::nearest(name, accepted.iter().map(String::as_str)));
        let near = near.map(str::to_owned);
        let reason = Reason::Unknown { what, name: name.to_owned(), near, accepted };
        Self { key: Some(name.to_owned()), place: None, reason }
    }

    /// The value that is not accepted, as it was given.
    pub fn value(&self) -> Option<&str> {
        match &self.reason {
            Reason::Model(outreach::Error::Rejected { value, .. }) => Some(value),
            Reason::Model(outreach::Error::Unknown { name, .. }) | Reason::Unknown { name, .. } => Some(name),
            Reason::Usage { value, .. } => value.as_deref(),
            _ => None,
        }
    }

    /// What is accepted in its place.
    pub fn accepted(&self) -> Option<String> {
        match &self.reason {
            Reason::Model(outreach::Error::Rejected { accepted, .. }) => {
                (!is_elsewhere(accepted)).then(|| accepted.clone())
            }
            Reason::Model(outreach::Error::Unknown { accepted, .. }) => Some(accepted.clone()),
            Reason::Unknown { accepted, .. } => Some(accepted.join(", ")),
            Reason::Usage { accepted, .. } => accepted.clone(),
            _ => None,
        }
    }

    /// What was probably meant, or what to do instead.
    pub fn hint(&self) -> Option<String> {
        match &self.reason {
            Reason::Model(outreach::Error::Rejected { accepted, .. }) if is_elsewhere(accepted) => {
                accepted.split_once(": ").map(|(_, advice)| advice.to_owned())
            }
            Reason::Model(outreach::Error::Unlikely { .. }) => Some("give rates that are nearer to yours".to_owned()),
            Reason::Unknown { near, .. } => near.as_ref().map(|near| format!("did you mean `{near}`?")),
            Reason::Model(error) => hint(Language::English, error),
            Reason::Usage { hint, .. } => hint.clone(),
            _ => None,
        }
    }
}

impl Error {
    /// The same, of a file or a place in it.
    #[must_use]
    pub fn at(self, place: &str) -> Self {
        let at = |fault| Fault { place: Some(place.to_owned()), ..fault };
        Self::WrongSettings(self.faults().into_iter().map(at).collect())
    }

    /// Each thing to mend, with its key: for a form that shows messages beside its fields.
    ///
    /// ```
    /// use outreach_io::{Language, Scenario, Setting};
    ///
    /// let settings = vec![Setting::new("calls", "many")?, Setting::new("cold.meeting", "1.2")?];
    /// let faults = Scenario::of_layers(&[settings]).unwrap_err().faults();
    /// let fault = &faults[1];
    /// assert_eq!((fault.key.as_deref(), fault.value()), (Some("cold.meeting"), Some("1.2")));
    /// assert_eq!(fault.message(Language::English), "cold.meeting = 1.2 is not a probability (0 to 1)");
    /// assert_eq!(fault.message(Language::French), "cold.meeting = 1.2 n'est pas une probabilité (0 à 1)");
    /// # Ok::<(), outreach_io::Error>(())
    /// ```
    pub fn faults(&self) -> Vec<Fault> {
        match self {
            Self::WrongSettings(faults) => faults.clone(),
            Self::Model(outreach::Error::Several(errors)) => errors.iter().map(Fault::of_model).collect(),
            Self::Model(error) => vec![Fault::of_model(error)],
            Self::Rejected(text) => vec![Fault::of_text(text.clone())],
            Self::Unreadable { .. } => vec![Fault::said(self.to_string())],
        }
    }
}

/// Whether it is accepted in other places alone, so that no value mends it: behind a colon stands what does.
fn is_elsewhere(accepted: &str) -> bool {
    ["accepted ", "possible"].into_iter().any(|begins| accepted.starts_with(begins))
}

/// What helps who wrote a number that is no probability.
pub(crate) fn hint(say: Language, error: &outreach::Error) -> Option<String> {
    let outreach::Error::Rejected { value, accepted, .. } = error else { return None };
    if !accepted.starts_with("a probability") {
        return None;
    }
    let number = |text: &str| text.trim().replace(',', ".").parse::<f64>().ok();
    match value.strip_suffix('%') {
        Some(percent) => (number(percent)? > 100.0).then(|| say.at_most_100_percent()),
        None => (2.0..=100.0).contains(&number(value)?).then(|| say.meant_percent(value)),
    }
}

fn listed(faults: &[Fault]) -> String {
    faults.iter().map(|fault| fault.message(Language::English)).collect::<Vec<_>>().join("; ")
}

/// One thing to mend, said in every language.
pub(crate) fn refused(text: impl Fn(Language) -> String) -> Error {
    Error::WrongSettings(vec![Fault::of_text(Bilingual::new(text))])
}

/// The same of a file or a place in it.
pub(crate) fn refused_at(place: &str, text: impl Fn(Language) -> String) -> Error {
    refused(text).at(place)
}
