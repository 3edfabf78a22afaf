//! One person's name in several spellings, and in two columns.

use std::collections::HashMap;

use super::role::{ByRole, Role};
use super::search::Search;
use crate::read::telephone::is_number;
use crate::read::vocabulary::known;
use crate::read::words::{letters, plain_word, spaced, unaccented};

/// Longer names keep the order of their words.
const MOST_WORDS: usize = 8;

/// A name in small letters without accents, its words in the order of the alphabet, without a title and a company in brackets:
/// `Doe, Ana-Maria`, `Mrs Ana Maria Doe` and `ana-maria doe (Acme)` are one.
pub(super) fn write(name: &str, plain: &mut String, into: &mut String) {
    plain.clear();
    let name = without_company(name);
    if name.is_ascii() {
        plain.push_str(name);
        plain.make_ascii_lowercase();
    } else {
        unaccented(name, plain);
    }
    let is_between = |letter: char| letter == ',' || letter.is_whitespace();
    // Of `Mrs Doe` no more is known.
    let has_more = plain.split(is_between).filter(|word| !word.is_empty()).count() > 2;
    let (mut words, mut count) = ([""; MOST_WORDS], 0);
    for part in plain.split(',') {
        let begins = count;
        let words_of = part.split(|letter: char| letter == '-' || letter.is_whitespace());
        for word in words_of.map(|word| word.trim_end_matches('.')).filter(|word| !word.is_empty()) {
            if count == begins && has_more && known().meaning(&[], "title", word).is_some() {
                continue;
            }
            if count == MOST_WORDS {
                return into.push_str(plain);
            }
            words[count] = word;
            count += 1;
        }
    }
    let words = &mut words[..count];
    if words.iter().all(|word| word.contains(char::is_alphabetic)) {
        words.sort_unstable();
    }
    for word in words {
        into.push_str(if into.is_empty() { "" } else { " " });
        into.push_str(word);
    }
}

/// `Ana Doe (Acme)` without the company; of `Martin (Acme)` no more is known.
fn without_company(name: &str) -> &str {
    let begin = name.strip_suffix(')').and_then(|name| name.split_once('(')).map(|(begin, _)| begin.trim_end());
    begin.filter(|begin| begin.contains(' ')).unwrap_or(name)
}

/// What part of a name a column has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    First,
    Last,
    /// `Nom` is the last name beside `Prénom`.
    Whole,
}

/// The part of a name that a column is named as, if it is that of a person with this role: `Prénom`, `Contact Last Name`.
fn half(column: &str, role: Role) -> Option<Half> {
    let plain = plain_word(&spaced(column));
    let words: Vec<_> = plain.split(' ').collect();
    let meaning = |words: &[&str]| known().meaning(&[], "name", &words.join(" "));
    let (at, length, found) = (1..=3.min(words.len())).rev().find_map(|length| {
        let at =
            (0..=words.len() - length).find(|at| meaning(&words[*at..*at + length]).is_some_and(|is| is != "of"))?;
        Some((at, length, meaning(&words[at..at + length])?))
    })?;
    let others = [&words[..at], &words[at + length..]].concat();
    let said: Vec<_> = others.into_iter().filter(|word| meaning(&[word]) != Some("of")).collect();
    let names = known().columns(role.key());
    let is_coarse = known().meaning(&[], "coarse", &plain).is_some();
    if is_coarse || said.iter().any(|word| meaning(&[word]).is_some()) {
        return None;
    }
    let is_of_role = if said.is_empty() { role == Role::Contact } else { names.contains(&letters(&said.join(" "))) };
    let half = match found {
        "first" => Half::First,
        "last" => Half::Last,
        _ => Half::Whole,
    };
    is_of_role.then_some(half)
}

/// The columns that have a person's name together, the first name before the last one.
pub(crate) fn halves(header: &[String], role: Role, is_free: impl Fn(usize) -> bool) -> Option<Vec<usize>> {
    let of = |wanted: Half| {
        let is_one = move |column: &usize| half(&header[*column], role) == Some(wanted);
        (0..header.len()).filter(|column| is_free(*column)).filter(is_one).collect::<Vec<_>>()
    };
    let (first, last, whole) = (of(Half::First), of(Half::Last), of(Half::Whole));
    match (first.first(), last.first(), whole.first()) {
        (Some(first), Some(_), _) => Some([&[*first], &last[..]].concat()),
        (Some(half), None, Some(whole)) | (None, Some(half), Some(whole)) => Some(vec![*half, *whole]),
        _ => None,
    }
}

impl Search<'_> {
    /// The columns of a person's name, instead of the one that was found where that is a part of it or tells companies alone.
    pub(super) fn person(&self, role: Role, found: Option<usize>, columns: &ByRole) -> Vec<usize> {
        let is_free = |column: usize| !columns.is_used(column) && self.filled(column).next().is_some();
        let halves = halves(self.table.header(), role, is_free);
        let is_better =
            |halves: &Vec<usize>| found.is_none_or(|found| halves.contains(&found) || self.is_coarse(found));
        halves.filter(is_better).unwrap_or_else(|| found.into_iter().collect())
    }

    /// Further columns of contacts, where a row has a contact in one of them alone: `Contact` and `Lead`.
    pub(super) fn other_persons(&self, columns: &ByRole) -> Vec<usize> {
        let [contact] = *columns.all(Role::Contact) else { return Vec::new() };
        if self.layout.column(Role::Contact).is_some() {
            return Vec::new();
        }
        let names = known().columns(Role::Contact.key());
        let is_filled = |row: &Vec<String>, column: usize| row.get(column).is_some_and(|cell| !cell.is_empty());
        let mut all = vec![contact];
        for other in 0..self.table.header().len() {
            let is_one = names.contains(&letters(self.table.column_name(other))) && !self.is_coarse(other);
            if is_one && !columns.is_used(other) && !self.says_yes_or_no(other) {
                let (both, alone): (Vec<_>, Vec<_>) = (self.table.sample.iter())
                    .filter(|row| is_filled(row, other))
                    .partition(|row| all.iter().any(|column| is_filled(row, *column)));
                if both.is_empty() && !alone.is_empty() {
                    all.push(other);
                }
            }
        }
        all.split_off(1)
    }

    /// A column of companies, numbers or addresses, of which most contacts that come again have several: they are several people.
    pub(super) fn namesakes(&self, columns: &ByRole, contact: usize) -> Option<usize> {
        let names = known().columns(Role::Contact.key());
        let is_beside =
            |column: &usize| !columns.is_used(*column) && names.contains(&letters(self.table.column_name(*column)));
        let tells = |other: &usize| {
            let mut beside: HashMap<String, (usize, Vec<String>)> = HashMap::new();
            for row in &self.table.sample {
                let [person, other] =
                    [contact, *other].map(|column| row.get(column).map(|cell| plain_word(cell)).unwrap_or_default());
                if !person.is_empty() && !other.is_empty() {
                    let (rows, others) = beside.entry(person).or_default();
                    *rows += 1;
                    if !others.contains(&other) {
                        others.push(other);
                    }
                }
            }
            let again = || beside.values().filter(|(rows, _)| *rows > 1);
            let apart = again().filter(|(_, others)| others.len() > 1).count();
            apart > 1 && 2 * apart > again().count()
        };
        (0..self.table.header().len()).filter(is_beside).find(tells)
    }

    /// Whether most of a column are telephone numbers or addresses, of which nobody has another one's.
    pub(super) fn is_of_addresses(&self, column: usize) -> bool {
        self.share(column, |cell| cell.contains('@') || is_number(cell)) > 0.5
    }

    /// Whether a column is named as companies are, of which one may have several persons.
    pub(super) fn is_coarse(&self, column: usize) -> bool {
        known().meaning(self.exporters, "coarse", &self.name(column)).is_some()
    }
}
