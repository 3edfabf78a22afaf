//! The settings of a question, and the scenario that they come to with the file that it names.

use std::fmt;

use indexmap::IndexMap;
use outreach::Campaign;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use super::Files;
use super::given::MOST_FAULTS;
use crate::error::{Error, Fault, Result};
use crate::need::Asked;
use crate::read::{Layers, Resolved, Setting, check_effects};

/// Keys of a scenario with their values: a number, or a text as people write it, `"80%"`, `"beta(2, 18)"`, `"2 to 25 %"`.
/// `"warm": 12` is a count and `"warm": "0.8"` a share.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
pub struct Settings(pub IndexMap<String, String>);

impl Settings {
    /// As a layer of a scenario.
    pub(super) fn layer(&self) -> Result<Vec<Setting>> {
        let (mut settings, mut faults) = (Vec::new(), Vec::new());
        for (key, value) in &self.0 {
            if faults.len() == MOST_FAULTS {
                break;
            }
            match Setting::new(key, value.trim()) {
                Ok(setting) => settings.push(setting),
                Err(error) => faults.extend(error.faults()),
            }
        }
        if faults.is_empty() { Ok(settings) } else { Err(Error::WrongSettings(faults)) }
    }

    /// Together with those of a scenario file.
    pub(super) fn layers(&self, file: Option<&str>, files: &dyn Files) -> Result<Layers> {
        let file = file.map(|name| files.scenario(name)).transpose()?.unwrap_or_default();
        Ok(Layers { file, flags: self.layer()?, ..Layers::default() })
    }

    /// The scenario of both.
    pub(super) fn resolved(&self, file: Option<&str>, files: &dyn Files) -> Result<Resolved> {
        self.layers(file, files)?.resolved()
    }
}

impl<'de> Deserialize<'de> for Settings {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Pairs;

        impl<'de> Visitor<'de> for Pairs {
            type Value = Settings;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Settings, A::Error> {
                let mut settings = IndexMap::new();
                while let Some((key, value)) = map.next_entry::<String, Written>()? {
                    settings.insert(key, value.0);
                }
                Ok(Settings(settings))
            }
        }

        from.deserialize_map(Pairs)
    }
}

/// A number, text or truth value as it is written.
struct Written(String);

impl<'de> Deserialize<'de> for Written {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Scalar;

        impl Visitor<'_> for Scalar {
            type Value = Written;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number or a text")
            }

            fn visit_bool<E>(self, truth: bool) -> Result<Written, E> {
                Ok(Written(truth.to_string()))
            }

            fn visit_u64<E>(self, number: u64) -> Result<Written, E> {
                Ok(Written(number.to_string()))
            }

            fn visit_i64<E>(self, number: i64) -> Result<Written, E> {
                Ok(Written(number.to_string()))
            }

            /// With the point that tells 1.0, all, from 1, a single one.
            fn visit_f64<E>(self, number: f64) -> Result<Written, E> {
                Ok(Written(Value::from(number).to_string()))
            }

            fn visit_str<E>(self, text: &str) -> Result<Written, E> {
                Ok(Written(text.to_owned()))
            }
        }

        from.deserialize_any(Scalar)
    }
}

/// That every setting acts, unless those that don't are kept.
pub(super) fn check(files: &dyn Files, questions: &[(&Resolved, Asked, Option<&Campaign>)]) -> Result<()> {
    if !files.keep_idle_settings() {
        check_effects(questions)?.iter().for_each(|idle| files.note(idle));
    }
    Ok(())
}

/// An error that bears the name of the field it comes from.
pub(super) fn of_field<T, E: Into<Error>>(name: &str, read: Result<T, E>) -> Result<T> {
    let named = |fault| Fault { key: Some(name.to_owned()), ..fault };
    read.map_err(|error| Error::WrongSettings(error.into().faults().into_iter().map(named).collect()))
}

/// What a wrong setting is, named as its key.
pub(super) fn wrong(key: &str, value: &str, accepted: &str) -> Error {
    let (field, value, accepted) = (key.to_owned(), value.to_owned(), accepted.to_owned());
    let reason = crate::error::Reason::Model(outreach::Error::Rejected { field, value, accepted });
    Error::WrongSettings(vec![Fault { key: Some(key.to_owned()), place: None, reason }])
}
