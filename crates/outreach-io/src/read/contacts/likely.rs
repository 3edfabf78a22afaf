//! The columns of a list that are not named as usual, by parts of their names and by what stands in them.

use super::amount::{amount, is_nothing, is_percent};
use crate::language::Language;
use crate::read::contact_layout::{asks, is_answer};
use crate::read::table::Table;
use crate::read::vocabulary::{Exporter, known};
use crate::read::words::{plain_word, spaced};

/// The only column of numbers whose name speaks of how likely a meeting or a success is: `Proba RDV`, `Chance of success (%)`,
/// `Terminwahrscheinlichkeit`, `Win %`; not `Probability to answer`, nor `Odds of
/// success`, which are no probabilities.
pub(super) fn probabilities(table: &Table) -> Option<usize> {
    only(table, |column| {
        let words = words(table.column_name(column));
        let is_known = |word: &String| match meaning(word) {
            Some(meaning) => meaning != "odds",
            None => matches!(part(word), "meeting" | "set" | "filler"),
        };
        let tells = |word: &String| meaning(word) == Some("goal") || part(word) == "meeting";
        let is_chance = words.iter().any(|word| meaning(word) == Some("word"));
        let is_share = is_percent(table.column_name(column)) && words.iter().any(tells);
        (is_chance || is_share) && words.iter().all(is_known) && has_numbers(table, column)
    })
}

/// The column whose yes or no says whether a contact is warm or cold: `Referral`, `Cold`.
pub(super) fn asked(table: &Table) -> Option<usize> {
    let is_answer = |cell: &str| is_answer(&plain_word(cell));
    (0..table.header().len()).find(|column| {
        asks(table.column_name(*column)).is_some() && share(table, *column, is_answer).is_some_and(|share| share > 0.5)
    })
}

/// Whether a column has a sign for yes, and nothing for no.
pub(super) fn has_boxes(table: &Table, column: usize) -> bool {
    let is_yes = |cell: &str| known().meaning(&[], "answer", &plain_word(cell)) == Some("yes");
    share(table, column, is_yes) == Some(1.0) && table.sampled(column).count() < table.sample.len()
}

/// The only column of numbers whose name speaks of how likely anything is.
pub(super) fn chances(table: &Table) -> Option<usize> {
    only(table, |column| {
        let speaks_of_it = |word: &String| matches!(meaning(word), Some("word" | "odds"));
        words(table.column_name(column)).iter().any(speaks_of_it) && has_numbers(table, column)
    })
}

/// The column that is likely to be meant where none is named as usual, behind what is wrong.
pub(super) fn meant(say: Language, table: &Table, exporters: &[&'static Exporter]) -> String {
    let has_sign = |cell: &str| amount(cell).is_some_and(|(_, is_percent)| is_percent);
    let is_signed = |column: usize| share(table, column, has_sign).is_some_and(|share| share > 0.5);
    let may_be_one =
        |cell: &str| is_nothing(cell) || amount(cell).is_some_and(|(number, _)| (0.0..=1.0).contains(&number));
    let is_within = |cell: &str| amount(cell).is_some_and(|(number, _)| number > 0.0 && number < 1.0);
    let has_fractions =
        |column: usize| share(table, column, may_be_one) == Some(1.0) && table.sampled(column).any(is_within);
    if let Some(column) = chances(table).or_else(|| only(table, is_signed)).or_else(|| only(table, has_fractions)) {
        return say.or_probabilities(table.column_name(column));
    }
    let tells = |cell: &str| {
        let plain = plain_word(cell);
        known().meaning(exporters, "kind", &plain).is_some() && !is_answer(&plain)
    };
    let of_kinds =
        (0..table.header().len()).find(|column| share(table, *column, tells).is_some_and(|share| share >= 0.5));
    of_kinds.map_or_else(String::new, |column| say.or_kinds(table.column_name(column)))
}

fn only(table: &Table, is_one: impl Fn(usize) -> bool) -> Option<usize> {
    let is_named = |column: &usize| !table.column_name(*column).is_empty();
    let mut found = (0..table.header().len()).filter(is_named).filter(|column| is_one(*column));
    found.next().filter(|_| found.next().is_none())
}

/// The share of a column's cells for which something holds, if there are any.
fn share(table: &Table, column: usize, holds: impl Fn(&str) -> bool) -> Option<f64> {
    let (all, some) = table.sampled(column).fold((0, 0), |(all, some), cell| (all + 1, some + u32::from(holds(cell))));
    (all > 0).then(|| f64::from(some) / f64::from(all))
}

/// Whether all that stands in a column may be a probability.
fn has_numbers(table: &Table, column: usize) -> bool {
    let is_one =
        |cell: &str| is_nothing(cell) || amount(cell).is_some_and(|(number, _)| (0.0..=100.0).contains(&number));
    share(table, column, is_one) == Some(1.0) && table.sampled(column).any(|cell| amount(cell).is_some())
}

/// The words of a name, those of compounds apart: `termin` and `wahrscheinlichkeit`.
fn words(name: &str) -> Vec<String> {
    let apart = |word: &str| {
        let ends = |at: usize| word.is_char_boundary(at) && meaning(&word[at..]) == Some("word");
        let at = (3..word.len().saturating_sub(3)).find(|at| meaning(word).is_none() && ends(*at));
        let (head, tail) = word.split_at(at.unwrap_or_default());
        [head.strip_suffix('s').filter(|head| is_told(head)).unwrap_or(head).to_owned(), tail.to_owned()]
    };
    let plain = plain_word(&spaced(name));
    let plain = plain.strip_suffix(" 0 1").or(plain.strip_suffix(" 0 100")).unwrap_or(&plain);
    plain.split(' ').flat_map(apart).filter(|word| !word.is_empty()).collect()
}

fn is_told(word: &str) -> bool {
    meaning(word).is_some() || part(word) == "meeting"
}

/// `word` of how likely something is, `odds` that are named so, `goal` that may be, or else a unit in a name.
fn meaning(word: &str) -> Option<&'static str> {
    let unit = || known().meaning(&[], "unit", word).filter(|unit| *unit == "percent");
    known().meaning(&[], "chance", word).or_else(unit)
}

fn part(word: &str) -> &'static str {
    known().parts(word).first().map_or("unknown", |(part, _)| part)
}
