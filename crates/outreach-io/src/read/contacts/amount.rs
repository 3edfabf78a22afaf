//! The probabilities of lists as people write them.

use std::borrow::Cow;

use crate::read::scenario::number;
use crate::read::table::Table;
use crate::read::vocabulary::known;
use crate::read::words::{is_sheet_error, plain_word};

/// A number as lists have it, and whether it bears the sign of per cent: `0.2`, `0,2`, `72,5 %`, `~20 percent`.
pub(super) fn amount(text: &str) -> Option<(f64, bool)> {
    // Nearly all are so, and a list may have a million of them.
    if text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return text.parse().ok().map(|number| (number, false));
    }
    let text = text.trim_start_matches(['~', '≈', '\'', ' ']);
    if !text.starts_with(|first: char| first.is_ascii_digit() || "+-.,".contains(first)) {
        return None;
    }
    let (digits, unit) = text.split_at(text.rfind(|letter: char| letter.is_ascii_digit()).map_or(0, |at| at + 1));
    let in_words = unit.contains(char::is_alphabetic) && is_unit(&plain_word(unit));
    let text: Cow<str> = if in_words { format!("{digits}%").into() } else { text.into() };
    let read = number(&text).or_else(|| {
        let plain: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
        number(&plain.replacen(',', ".", 1))
    });
    read.map(|number| (number, text.ends_with('%')))
}

fn is_unit(plain: &str) -> bool {
    known().meaning(&[], "unit", plain) == Some("percent")
}

/// Whether a cell says that there is no number, or none yet: `-`, `n/a`, `TBD`, `unbekannt`, `#DIV/0!`.
pub(super) fn is_nothing(cell: &str) -> bool {
    is_sheet_error(cell) || known().is_blank(cell) || known().meaning(&[], "blank", &plain_word(cell)).is_some()
}

/// Whether a column's name says that it is in per cent: `Chance (%)`, `Chance (0-100)`.
pub(super) fn is_percent(name: &str) -> bool {
    name.contains('%') || plain_word(name).ends_with(" 0 100") || plain_word(name).split(' ').any(is_unit)
}

/// `Probability (%)`, `Win probability in percent`: a known name with its unit behind it.
pub(super) fn percent_column(table: &Table) -> Option<usize> {
    table.header().iter().position(|name| {
        let words: Vec<_> = plain_word(name)
            .split(' ')
            .map(str::to_owned)
            .filter(|word| {
                known().meaning(&[], "unit", word).is_none()
                    && !["0", "100"].contains(&word.as_str())
                    && !["in", "en", "of", "de"].contains(&word.as_str())
            })
            .collect();
        is_percent(name) && known().columns("probability").contains(&words.concat())
    })
}
