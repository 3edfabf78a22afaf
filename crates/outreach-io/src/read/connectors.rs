//! What stands in a column of connectors.

use super::meanings::Meanings;
use super::table::Table;
use super::vocabulary::known;
use super::words::plain_word;

pub(crate) const CONNECTOR: &str = "connector";

/// The words of the column, with the sign by which it tells who was recommended: `x`, if nothing else stands there but blanks and
/// noes. Elsewhere an `x` stands for nobody.
pub(crate) fn connectors(table: &Table, column: Option<usize>) -> Meanings<&'static str> {
    let is_no = |cell: &str| known().is_blank(cell) || known().meaning(&[], "answer", &plain_word(cell)) == Some("no");
    let cells = column.into_iter().flat_map(|column| table.sample.iter().map(move |row| row.get(column)));
    let cells = cells.map(|cell| cell.map_or("", String::as_str));
    let (mut ticks, others): (Vec<_>, Vec<_>) = cells.partition(|cell| plain_word(cell) == "x");
    if others.is_empty() || !others.into_iter().all(is_no) {
        ticks.clear();
    }
    let ticks: Vec<String> = ticks.first().map(|tick| (*tick).to_owned()).into_iter().collect();
    Meanings::new(vec![(CONNECTOR, ticks.as_slice())])
}
