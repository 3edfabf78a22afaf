//! Scenario files: read as settings, each with the place where it stands, and written from settings.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Setting, attempts, keys};
use crate::error::{Error, Fault, Result, refused_at};
use crate::language::{Bilingual, Language};
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
    let mut reader = Reader { name, text, settings: Vec::new(), faults: Vec::new() };
    if valid.is_err() {
        return Err(refused_at(&reader.place(text.len()), Language::not_utf8));
    }
    reader.text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = reader.text;
    match DeTable::parse(text) {
        Ok(table) => reader.table("", table.get_ref()),
        Err(error) => {
            let place = reader.place(error.span().map_or(0, |span| span.start));
            return Err(refused_at(&place, |say| say.not_toml(error.message())));
        }
    }
    if reader.faults.is_empty() { Ok(reader.settings) } else { Err(Error::WrongSettings(reader.faults)) }
}

struct Reader<'a> {
    name: &'a str,
    text: &'a str,
    settings: Vec<Setting>,
    faults: Vec<Fault>,
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
                    let near = near_miss::nearest(&written, names.iter().map(String::as_str));
                    self.wrong(name.span().start, &|say| {
                        let near = near.map_or_else(String::new, |near| say.did_you_mean(near));
                        say.unknown_key_in_file(&written, near)
                    });
                }
            }
        }
    }

    fn setting(&mut self, key: &'static str, value: &Spanned<DeValue>) {
        let start = value.span().start;
        match written(value.get_ref()) {
            Some(value) => self.settings.push(Setting { key: key.to_owned(), value, place: Some(self.place(start)) }),
            None => self.wrong(start, &|say| say.value_of_another_type(key, value.get_ref().type_str())),
        }
    }

    fn wrong(&mut self, byte: usize, told: &dyn Fn(Language) -> String) {
        self.faults.push(Fault { place: Some(self.place(byte)), ..Fault::of_text(Bilingual::new(told)) });
    }
}

/// What is known of a rate, and which calls are warm: how it is written in a setting, and in a file.
const FORMS: [(&str, [&str; 2]); 4] = [
    ("beta", ["alpha", "beta"]),
    ("mean", ["mean", "weight"]),
    ("range", ["low", "high"]),
    ("shares", ["calls", "contacts"]),
];

/// A value as `--set` takes it.
fn written(value: &DeValue) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) if number.radix() == 10 => Some(number.as_str().to_owned()),
        DeValue::Float(number) => Some(number.as_str().to_owned()),
        DeValue::Table(table) if attempts::of_file(table).is_some() => attempts::of_file(table),
        DeValue::Table(table) => {
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

/// A scenario file with these settings, the last of each key, which reads back as the same ones.
///
/// ```
/// use outreach_io::{Setting, file_of_settings, settings_of_file};
///
/// let settings = [Setting::new("calls", "40")?, Setting::new("cold.meeting", "beta(2, 18)")?];
/// let file = file_of_settings(&settings);
/// assert_eq!(file, "calls = 40\n\n[rates]\ncold.meeting = { alpha = 2, beta = 18 }\n");
/// assert_eq!(settings_of_file("mine.toml", file.as_bytes())?[1].value(), settings[1].value());
/// # Ok::<(), outreach_io::Error>(())
/// ```
pub fn text(settings: &[Setting]) -> String {
    const SECTIONS: [&str; 5] = ["", "rates.", "effort.", "pool.", "connectors."];
    let section = |key: &str| SECTIONS.into_iter().rev().find(|section| key.starts_with(section)).unwrap_or_default();
    let mut parts = Vec::new();
    for of in SECTIONS {
        let mut lines: Vec<String> = Vec::new();
        for (index, setting) in settings.iter().enumerate() {
            let (key, again) =
                (in_file(setting.key()), settings[index + 1..].iter().any(|later| later.key == setting.key));
            let is_table = attempts::in_file(&key, setting.value()).is_some();
            if section(&key) == of && !again && !is_table {
                lines.push(format!("{} = {}\n", &key[of.len()..], value_in_file(setting.value())));
            }
        }
        if !lines.is_empty() {
            let heading = of.strip_suffix('.').map(|name| format!("[{name}]\n"));
            parts.push(heading.unwrap_or_default() + &lines.concat());
        }
    }
    let last = settings
        .iter()
        .enumerate()
        .filter(|(index, setting)| !settings[index + 1..].iter().any(|later| later.key == setting.key));
    parts.extend(last.filter_map(|(_, setting)| attempts::in_file(setting.key(), setting.value())));
    parts.join("\n")
}

/// A number as it is, a form as a table, anything else between quotes.
fn value_in_file(value: &str) -> String {
    if is_number_in_file(value) {
        return value.to_owned();
    }
    let form = FORMS.into_iter().find_map(|(form, names)| {
        let arguments = value.strip_prefix(form)?.strip_prefix('(')?.strip_suffix(')')?;
        let (first, second) = arguments.split_once(", ")?;
        let numbers = [first, second].into_iter().all(is_number_in_file);
        numbers.then(|| format!("{{ {} = {first}, {} = {second} }}", names[0], names[1]))
    });
    form.unwrap_or_else(|| {
        let escaped = |character: char| match character {
            '"' | '\\' => format!("\\{character}"),
            control if control.is_ascii_control() => format!("\\u{:04x}", u32::from(control)),
            other => other.to_string(),
        };
        format!("\"{}\"", value.chars().map(escaped).collect::<String>())
    })
}

/// Whether TOML takes it for a decimal number, which are stricter than ours.
fn is_number_in_file(value: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (number, exponent) =
        value.split_once(['e', 'E']).map_or((value, None), |(number, exponent)| (number, Some(exponent)));
    let (whole, fraction) = number.split_once('.').map_or((number, None), |(whole, fraction)| (whole, Some(fraction)));
    let whole = whole.strip_prefix('-').unwrap_or(whole);
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|exponent| digits(exponent.strip_prefix(['-', '+']).unwrap_or(exponent)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_a_value_is_a_file_keeps_it() {
        let values = [
            "0.1",
            "-0",
            "1e-3",
            "1E+5",
            "007",
            ".5",
            "5.",
            "+3",
            "1_0",
            "20%",
            "66.7 %",
            "nan",
            "inf",
            "",
            "mixed",
            "beta(2, 18)",
            "beta(2,18)",
            "beta(02, 18)",
            "mean(0.1, 20)",
            "range(2%, 25%)",
            "shares(0.09, 0.3)",
            "beta(",
            "a\"b\\c",
            "\u{1}\t\n\u{7f}é",
        ];
        for value in values {
            for key in ["calls", "cold.meeting", "pool.names", "effort.meeting"] {
                let file = text(&[Setting::new(key, value).expect("a key")]);
                let read = settings("mine.toml", file.as_bytes()).unwrap_or_else(|error| panic!("{file}: {error}"));
                assert_eq!((read[0].key(), read[0].value(), read.len()), (key, value, 1), "{file}");
            }
        }
    }

    #[test]
    fn the_last_of_each_key_is_written() {
        let given = [("effort.meeting", "5"), ("calls", "40"), ("calls", "50")];
        let given = given.map(|(key, value)| Setting::new(key, value).expect("a key"));
        assert_eq!(text(&given), "calls = 50\n\n[effort]\nmeeting = 5\n");
    }
}
