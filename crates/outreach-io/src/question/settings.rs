//! The settings of a question, and the scenario that they come to with the file that it names.

use std::fmt;

use indexmap::IndexMap;
use outreach::Campaign;
use serde::de::{Error as _, MapAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use super::Files;
use super::given::MOST_FAULTS;
use crate::error::{Error, Fault, Result};
use crate::need::Asked;
use crate::read::{Layers, Resolved, Setting, check_effects};

/// Keys of a scenario with their values: a number, or a text as people write it, `"80%"`, `"beta(2, 18)"`, `"2 to 25 %"`.
/// `warm` is `{"count": 12}`, `{"share": 0.8}` or a text and no number, as 1 and 1.0 are opposite campaigns.
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
        if file == Some("") {
            return Err(wrong("scenario", "\"\"", "the name of a file"));
        }
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
                while let Some(key) = map.next_key::<String>()? {
                    let value =
                        if key == "warm" { map.next_value::<Warm>()?.0 } else { map.next_value::<Written>()?.0 };
                    settings.insert(key, value);
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

/// The warm calls as a scenario has them: 1 is one call, 1.0 all of them.
struct Warm(String);

impl<'de> Deserialize<'de> for Warm {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Supply;

        /// Programs write 1 for 1.0 and the other way round.
        fn number<E: serde::de::Error>(number: f64) -> E {
            let share = (0.0..=1.0).contains(&number).then(|| format!("{{\"share\": {number:?}}}"));
            let is_count = number.fract() == 0.0 && (0.0..=f64::from(Campaign::MAX_CALLS)).contains(&number);
            let count = is_count.then(|| format!("{{\"count\": {number}}}"));
            let readings = [count, share].into_iter().flatten().collect::<Vec<_>>().join(" or ");
            let readings = if readings.is_empty() { Supply::ACCEPTED } else { &readings };
            E::invalid_type(Unexpected::Float(number), &format!("named as a count or a share: {readings}").as_str())
        }

        impl Supply {
            const ACCEPTED: &str = r#"{"count": 15}, {"share": 0.8} or a text ("15", "80%")"#;
        }

        impl<'de> Visitor<'de> for Supply {
            type Value = Warm;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(Self::ACCEPTED)
            }

            fn visit_u64<E: serde::de::Error>(self, whole: u64) -> Result<Warm, E> {
                Err(number(whole as f64))
            }

            fn visit_f64<E: serde::de::Error>(self, float: f64) -> Result<Warm, E> {
                Err(number(float))
            }

            fn visit_str<E>(self, text: &str) -> Result<Warm, E> {
                Ok(Warm(text.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Warm, A::Error> {
                let wrong = || A::Error::invalid_type(Unexpected::Map, &Self);
                let written = match map.next_key::<String>()?.ok_or_else(wrong)?.as_str() {
                    "share" => with_point(map.next_value()?),
                    "count" => map.next_value::<u32>()?.to_string(),
                    other => return Err(A::Error::unknown_field(other, &["share", "count"])),
                };
                if map.next_key::<String>()?.is_some() { Err(wrong()) } else { Ok(Warm(written)) }
            }
        }

        from.deserialize_any(Supply)
    }
}

/// With the point that tells a share from a count.
fn with_point(share: f64) -> String {
    let digits = share.to_string();
    if digits.contains('.') { digits } else { format!("{digits}.0") }
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
