//! What columns of a list are that hold no contacts: further kinds, counts, and how calls ended.

use std::collections::HashSet;

use outreach::Kind;

use super::standing::is_standing;
use crate::read::endings::Ending;
use crate::read::log::is_of_another;
use crate::read::table::Table;
use crate::read::vocabulary::{Exporter, known};
use crate::read::words::{letters, plain_word, spaced};

/// Whether the header has a word of kinds where no column of it is named: `Ana,cold`.
pub(super) fn is_headless(table: &Table, found: Option<usize>) -> bool {
    let kind = |text: &str| known().meaning(&[], "kind", &plain_word(text)).is_some();
    let is_column = |name: &String| known().is_column(&letters(name)) && !kind(name);
    let is_answer = |text: &str| known().meaning(&[], "answer", &plain_word(text)).is_some();
    let tells = |cell: &String| kind(cell) && !is_answer(cell);
    let said = |column: usize| table.sample.iter().filter_map(move |row| row.get(column)).any(tells);
    let is_row = |column: usize| kind(table.column_name(column)) && said(column);
    let mut all = 0..table.header().len();
    !table.header().iter().any(is_column) && found.map_or_else(|| all.any(is_row), is_row)
}

/// A further column that is named as kinds are, and says warm where the first one says cold, or the other way round.
pub(super) fn other_kinds(table: &Table, exporters: &[&'static Exporter], kind: usize) -> Option<usize> {
    let of =
        |row: &Vec<String>, column: usize| match known().meaning(exporters, "kind", &plain_word(row.get(column)?))? {
            "warm" => Some(Kind::Warm),
            "cold" => Some(Kind::Cold),
            _ => None,
        };
    let differs = |column: &usize| {
        let both = |row: &Vec<String>| of(row, kind).zip(of(row, *column));
        table.sample.iter().filter_map(both).any(|(one, other)| one != other)
    };
    let is_named = |column: &usize| known().columns("kind").contains(&letters(table.column_name(*column)));
    (0..table.header().len()).filter(|column| *column != kind).filter(is_named).find(differs)
}

/// A column in no use that is named as numbers of contacts are, and has nothing but whole numbers, which do not only number the rows.
pub(super) fn tally(table: &Table, used: &[Option<usize>]) -> Option<usize> {
    let names = [known().columns("count"), known().columns("attempts")].concat();
    let counts = |column: &usize| {
        let name = letters(table.column_name(*column));
        let numbers: Option<Vec<u32>> = table.sampled(*column).map(|cell| cell.parse().ok()).collect();
        (names.contains(&name) || name == "number")
            && !used.contains(&Some(*column))
            && numbers.is_some_and(|numbers| {
                numbers.iter().any(|number| *number > 1)
                    && !(numbers.len() > 1 && numbers.is_sorted_by(|one, other| one < other))
            })
    };
    (0..table.header().len()).find(counts)
}

/// The column that says how calls ended: its table is a log of them, and no list of people to be called. Without a day it may
/// say how far a list has been gone through: if it says where contacts stand, or nothing in most rows.
pub(super) fn made_calls(table: &Table, exporters: &[&'static Exporter], has_own: bool) -> Option<usize> {
    let name = |column: usize| letters(table.column_name(column));
    let is_day = |column: usize| {
        let days = ["date", "duration"].into_iter().any(|role| known().columns(role).contains(&name(column)));
        let plain = plain_word(&spaced(table.column_name(column)));
        let is_of_row = plain.split(' ').any(|word| known().meaning(exporters, "creation", word).is_some());
        days && !is_of_row && !is_of_another(&plain)
    };
    let is_dated = (0..table.header().len()).any(is_day);
    let tells_of_calls = |column: &usize| {
        let mut roles = ["duration", "reached", "talk", "answered at", "held"].into_iter();
        name(*column) != "type"
            && roles.any(|role| known().columns(role).contains(&name(*column)))
            && table.sampled(*column).next().is_some()
    };
    let is_made = |column: &usize| {
        let (mut all, mut some) = (0, 0);
        for cell in table.sampled(*column) {
            all += 1;
            some += usize::from(known().ending(exporters, cell).is_some_and(|ending| ending != Ending::Planned));
        }
        let all = if is_dated { all } else { table.sample.len() };
        some > 0 && 2 * some > all && (is_dated && !has_own || !is_standing(exporters, table.column_name(*column)))
    };
    // `Completed` beside the results says least of them.
    let words = |column: &usize| table.sampled(*column).collect::<HashSet<_>>().len();
    let outcomes = (0..table.header().len()).filter(|column| known().columns("outcome").contains(&name(*column)));
    outcomes
        .rev()
        .filter(is_made)
        .max_by_key(words)
        .or_else(|| (0..table.header().len()).find(tells_of_calls).filter(|_| is_dated && !has_own))
}
