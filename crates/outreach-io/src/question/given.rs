//! Questions read from JSON: whatever is wrong with a field is a fault of its own, and all of them are reported at once.

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{DeserializeOwned, Deserializer, Expected, IntoDeserializer, Unexpected, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::{Map, Value};

use crate::error::{Error, Fault, Reason, Result};

/// Whoever has more to mend begins with these.
pub(super) const MOST_FAULTS: usize = 50;

/// Reads the fields of a question.
///
/// # Errors
/// For fields that it does not have, that it needs, and whose values are of another type.
pub fn read<T: DeserializeOwned>(mut fields: Map<String, Value>) -> Result<T> {
    let mut faults: Vec<(String, Fault)> = Vec::new();
    loop {
        let given = Given { field: String::new(), value: Value::Object(fields.clone()) };
        let (field, fault) = match T::deserialize(given) {
            Ok(question) if faults.is_empty() => return Ok(question),
            Ok(_) => break,
            Err(wrong) => (wrong.field, *wrong.fault),
        };
        let was_taken_out = take_out(&mut fields, &field);
        // What was taken out before is not missing.
        if faults.iter().all(|(known, _)| *known != field) {
            faults.push((field, fault));
        }
        if !was_taken_out || faults.len() == MOST_FAULTS {
            break;
        }
    }
    Err(Error::WrongSettings(faults.into_iter().map(|(_, fault)| fault).collect()))
}

/// Takes out the member that a field names, `log.columns`, and leaves what stands around it; whether it was there.
fn take_out(members: &mut Map<String, Value>, field: &str) -> bool {
    // Keys of settings have points of their own.
    if members.shift_remove(field).is_some() {
        return true;
    }
    members.iter_mut().any(|(name, inner)| {
        let within = field.strip_prefix(name.as_str()).and_then(|rest| rest.strip_prefix('.'));
        within.zip(inner.as_object_mut()).is_some_and(|(within, inner)| take_out(inner, within))
    })
}

/// A value with the name of its field: `log.columns`.
struct Given {
    field: String,
    value: Value,
}

/// What is wrong with a field.
#[derive(Debug)]
struct Wrong {
    field: String,
    fault: Box<Fault>,
}

impl Wrong {
    fn of(field: &str, fault: Fault) -> Self {
        Self { field: field.to_owned(), fault: Box::new(fault) }
    }

    /// The innermost field is the one that is wrong.
    fn within(mut self, field: &str, value: &Value) -> Self {
        let is_within = self.field.strip_prefix(field).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        if field.is_empty() || is_within {
            return self;
        }
        if !self.field.is_empty() {
            // A member that is unknown or missing here.
            self.field = format!("{field}.{}", self.field);
            self.fault.key = Some(self.field.clone());
            return self;
        }
        field.clone_into(&mut self.field);
        if let Reason::Model(outreach::Error::Rejected { field: named, value: shown, .. }) = &mut self.fault.reason {
            field.clone_into(named);
            *shown = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        }
        self.fault.key = Some(field.to_owned());
        self
    }
}

impl std::fmt::Display for Wrong {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.fault.message(crate::language::Language::English))
    }
}

impl std::error::Error for Wrong {}

/// What serde expects, in words for people.
const ACCEPTED: &[(&str, &str)] = &[
    ("u32", "a whole number (0 to 4,294,967,295)"),
    ("u64", "a whole number (0 to 18,446,744,073,709,551,615)"),
    ("f64", "a number"),
    ("a string", "a text"),
    ("a boolean", "true or false"),
    ("a sequence", "a list"),
    ("a map", "an object"),
];

impl serde::de::Error for Wrong {
    fn custom<T: std::fmt::Display>(message: T) -> Self {
        Self::of("", Fault::said(message.to_string()))
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let expected = expected.to_string();
        let known = ACCEPTED.iter().find(|(known, _)| *known == expected).map(|(_, words)| (*words).to_owned());
        // What bears the name of a type is an object, all else is in words.
        let accepted =
            known.unwrap_or_else(|| if expected.starts_with("struct ") { "an object".into() } else { expected });
        let rejected = outreach::Error::Rejected { field: String::new(), value: String::new(), accepted };
        Self::of("", Fault { key: None, place: None, reason: Reason::Model(rejected) })
    }

    fn invalid_value(unexpected: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::invalid_type(unexpected, expected)
    }

    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Self {
        Self::of(field, Fault::unknown("field", field, expected.iter().copied()))
    }

    fn missing_field(field: &'static str) -> Self {
        let reason = Reason::Usage {
            message: format!("{field} is missing"),
            french: format!("il manque {field}"),
            value: None,
            accepted: None,
            hint: None,
        };
        Self::of(field, Fault { key: Some(field.to_owned()), place: None, reason })
    }
}

impl Given {
    fn inner(&self, name: &str) -> String {
        if self.field.is_empty() { name.to_owned() } else { format!("{}.{name}", self.field) }
    }

    /// Errors of what is inside are those of this field, unless they name another one.
    fn visited<T>(self, visit: impl FnOnce(Value, &Self) -> Result<T, Wrong>) -> Result<T, Wrong> {
        let value = self.value.clone();
        visit(value, &self).map_err(|wrong| wrong.within(&self.field, &self.value))
    }
}

impl IntoDeserializer<'_, Wrong> for Given {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Given {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.visited(|value, given| match value {
            Value::Null => visitor.visit_unit(),
            Value::Bool(truth) => visitor.visit_bool(truth),
            Value::Number(number) => match (number.as_u64(), number.as_f64()) {
                (Some(whole), _) => visitor.visit_u64(whole),
                (None, Some(number)) => visitor.visit_f64(number),
                (None, None) => visitor.visit_string(number.to_string()),
            },
            Value::String(text) => visitor.visit_string(text),
            Value::Array(items) => {
                let item = |value| Self { field: given.field.clone(), value };
                visitor.visit_seq(SeqDeserializer::new(items.into_iter().map(item)))
            }
            Value::Object(members) => {
                let member = |(name, value): (String, Value)| {
                    let field = given.inner(&name);
                    (name, Self { field, value })
                };
                visitor.visit_map(MapDeserializer::new(members.into_iter().map(member)))
            }
        })
    }

    /// Programs that know one type of number write 100.0 for 100.
    fn deserialize_u64<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Wrong> {
        /// Up to here a float is one whole number alone.
        const EXACT: f64 = 9_007_199_254_740_992.0;
        if let Some(number) = self.value.as_f64().filter(|_| self.value.is_f64())
            && number.fract() == 0.0
            && (0.0..=EXACT).contains(&number)
        {
            self.value = Value::from(number as u64);
        }
        self.deserialize_any(visitor)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.deserialize_u64(visitor)
    }

    /// Null is what is left out.
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        if self.value.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _name: &'static str, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map
        struct enum identifier ignored_any
    }
}
