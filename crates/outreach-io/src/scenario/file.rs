//! Reading a scenario file: its settings, each with the place where it stands.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Setting, keys};
use crate::error::{Error, Result, wrong_input};
use crate::near_miss;

/// The settings of a scenario file, in the order of their keys; `name` is what errors call it.
///
/// # Errors
/// For what is not TOML, unknown keys and values of another type, each with its line and column.
///
/// ```
/// let error = outreach_io::settings_of_file("mine.toml", b"cals = 40").unwrap_err();
/// assert_eq!(error.to_string(), "mine.toml:1:1: unknown key `cals` (did you mean `calls`?)");
/// ```
pub fn settings(name: &str, bytes: &[u8]) -> Result<Vec<Setting>> {
    let valid = str::from_utf8(bytes);
    let text = valid.or_else(|error| str::from_utf8(&bytes[..error.valid_up_to()])).expect("valid up to there");
    let mut reader = Reader { name, text, settings: Vec::new(), errors: Vec::new() };
    if valid.is_err() {
        return Err(wrong_input(format!("{}: not UTF-8: save the file in that encoding", reader.place(text.len()))));
    }
    reader.text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = reader.text;
    match DeTable::parse(text) {
        Ok(table) => reader.table("", table.get_ref()),
        Err(error) => {
            let place = reader.place(error.span().map_or(0, |span| span.start));
            return Err(wrong_input(format!("{place}: {}", error.message().replace('\n', ", "))));
        }
    }
    if reader.errors.is_empty() { Ok(reader.settings) } else { Err(Error::WrongInput(reader.errors)) }
}

struct Reader<'a> {
    name: &'a str,
    text: &'a str,
    settings: Vec<Setting>,
    errors: Vec<String>,
}

impl Reader<'_> {
    /// `name:line:column` of a byte of the text.
    fn place(&self, byte: usize) -> String {
        let before = String::from_utf8_lossy(&self.text.as_bytes()[..byte.min(self.text.len())]);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
        format!("{}:{line}:{column}", self.name)
    }

    fn table(&mut self, prefix: &str, table: &DeTable) {
        for (name, value) in table {
            let written = format!("{prefix}{}", name.get_ref());
            // Rates stand below [rates]; everywhere else they bear their bare names.
            let key = keys().find(|key| in_file(key) == written);
            let begins_some_key = || keys().any(|key| in_file(key).starts_with(&format!("{written}.")));
            match (key, value.get_ref()) {
                (Some(key), _) => self.setting(key, value),
                (None, DeValue::Table(inner)) if begins_some_key() => self.table(&format!("{written}."), inner),
                (None, _) => {
                    let names: Vec<_> = keys().map(in_file).collect();
                    let near = near_miss::hint(&written, names.iter().map(String::as_str));
                    let place = self.place(name.span().start);
                    self.errors.push(format!("{place}: unknown key `{written}`{near}"));
                }
            }
        }
    }

    fn setting(&mut self, key: &'static str, value: &Spanned<DeValue>) {
        let place = self.place(value.span().start);
        match written(value.get_ref()) {
            Some(value) => self.settings.push(Setting { key: key.to_owned(), value, place: Some(place) }),
            None => self.errors.push(format!(
                "{place}: {key} is a number, a word, or for rates one of {{ alpha, beta }}, {{ mean, weight }}, {{ low, high }}; \
                 and not this {}",
                value.get_ref().type_str()
            )),
        }
    }
}

/// A value as `--set` takes it.
fn written(value: &DeValue) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) if number.radix() == 10 => Some(number.as_str().to_owned()),
        DeValue::Float(number) => Some(number.as_str().to_owned()),
        DeValue::Table(table) => {
            const FORMS: [(&str, [&str; 2]); 3] =
                [("beta", ["alpha", "beta"]), ("mean", ["mean", "weight"]), ("range", ["low", "high"])];
            let named = |names: [&str; 2]| names.map(|name| table.get(name).and_then(|value| written(value.get_ref())));
            FORMS.into_iter().filter(|_| table.len() == 2).find_map(|(form, names)| match named(names) {
                [Some(first), Some(second)] => Some(format!("{form}({first}, {second})")),
                _ => None,
            })
        }
        _ => None,
    }
}

/// The dotted name of a key in a scenario file.
fn in_file(key: &str) -> String {
    let below_rates = key.starts_with("cold.") || key.starts_with("warm.") || key.starts_with("incident.");
    if below_rates { format!("rates.{key}") } else { key.to_owned() }
}
