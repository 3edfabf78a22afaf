//! What stands in a column of connectors: who recommended the caller, or what tells that nobody did.

use super::assumed::Assumed;
use super::meanings::Meanings;
use super::nobody::{is_nobody, is_page};
use super::rows::{Counts, Word, count};
use super::table::Table;
use super::telephone::is_number;
use super::vocabulary::{Exporter, known};
use super::words::{plain_word, spaced};

pub(crate) const CONNECTOR: &str = "connector";
const NOBODY: &str = "nobody";

/// Reads a column of connectors.
#[derive(Debug)]
pub(crate) struct Connectors {
    words: Meanings<&'static str>,
    /// The column is named as ways are, too: `Via`.
    is_of_ways: bool,
    /// What elsewhere tells that nobody recommended the caller, and is a name beside such names.
    initials: Vec<String>,
}

impl Connectors {
    /// Looks for the sign by which a column tells who was recommended: `x`, if nothing else stands there but blanks and noes, elsewhere an
    /// `x` stands for nobody; and for initials and numbers of people, among which `F`, `N` and `0` are no noes.
    pub(crate) fn of(table: &Table, column: Option<usize>) -> Self {
        let cells = column.into_iter().flat_map(|column| table.sample.iter().map(move |row| row.get(column)));
        let cells: Vec<_> = cells.map(|cell| cell.map_or("", String::as_str)).collect();
        let is_no =
            |cell: &str| known().is_blank(cell) || known().meaning(&[], "answer", &plain_word(cell)) == Some("no");
        let (ticks, others): (Vec<&str>, Vec<&str>) = cells.iter().partition(|cell| plain_word(cell) == "x");
        let is_ticked = !others.is_empty() && others.into_iter().all(is_no);
        let initials = initials(&cells);
        let tick = ticks.first().filter(|_| is_ticked).map(|tick| (*tick).to_owned());
        let named: Vec<_> = tick.into_iter().chain(initials.iter().cloned()).collect();
        Self {
            words: Meanings::new(vec![(CONNECTOR, named.as_slice())]),
            is_of_ways: column.is_some_and(|column| is_way(table.column_name(column))),
            initials,
        }
    }

    /// Whether a cell names somebody.
    pub(crate) fn names(&mut self, exporters: &[&Exporter], text: &str) -> bool {
        let is_of_ways = self.is_of_ways;
        let who = |text: &str| Some(if names(exporters, is_of_ways, text) { CONNECTOR } else { NOBODY });
        !text.is_empty() && self.words.of(text, who) == Some(CONNECTOR)
    }

    /// Whether nothing was met.
    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words that were met.
    pub(crate) fn words(&self, column: &str) -> Vec<Word> {
        self.words.words(CONNECTOR, column, |meaning| meaning)
    }

    /// What was met and may be meant otherwise.
    pub(crate) fn doubts(&self, exporters: &[&Exporter], column: &str) -> Vec<Assumed> {
        let words = self.words(column);
        let of = |is: &dyn Fn(&Word) -> bool| -> Counts {
            words.iter().filter(|word| is(word)).map(|word| (word.word.clone(), word.rows)).collect()
        };
        let named = of(&|word| self.initials.contains(&word.word));
        let unnamed = of(&|word| word.meaning == NOBODY && !is_nobody(exporters, &word.word));
        let doubts = [(named, Assumed::Initials as fn(_, _) -> _), (unnamed, Assumed::NoPersons)];
        let met = doubts.into_iter().filter(|(words, _)| !words.is_empty());
        met.map(|(words, doubt)| doubt(column.to_owned(), words)).collect()
    }
}

/// Whether a column of connectors may be one of telephones, lines or letters: `Via`.
pub(crate) fn is_way(name: &str) -> bool {
    known().meaning(&[], "wide", &plain_word(&spaced(name))) == Some("way")
}

/// Whether a text is somebody who recommended the caller: neither a page nor, where ways may stand, a telephone, a line or a number.
pub(crate) fn names(exporters: &[&Exporter], is_of_ways: bool, text: &str) -> bool {
    let is_device = |word: &str| {
        known().meaning(exporters, CONNECTOR, word) == Some("device")
            || known().meaning(exporters, "direction", word).is_some_and(|meaning| meaning.ends_with("call"))
    };
    let is_of_way = || {
        text.bytes().any(|letter| letter.is_ascii_digit()) && (text.contains(' ') || is_number(text))
            || plain_word(text).split(' ').any(is_device)
    };
    !(is_nobody(exporters, text) || is_page(text) || is_of_ways && is_of_way())
}

/// What would be a no, in a column of initials or of numbers, and is shaped as these are; where nobody is left blank not the commonest one.
fn initials(cells: &[&str]) -> Vec<String> {
    let mut words = Counts::new();
    cells.iter().filter(|cell| !cell.is_empty()).for_each(|cell| count(&mut words, (*cell).to_owned()));
    let are_letters = |word: &str| word.len() <= 3 && word.bytes().all(|letter| letter.is_ascii_uppercase());
    let are_digits = |word: &str| word.bytes().all(|letter| letter.is_ascii_digit());
    let is_answer = |word: &str| known().meaning(&[], "answer", &plain_word(word)).is_some();
    let (noes, others): (Vec<_>, Vec<_>) = words.iter().partition(|(word, _)| is_nobody(&[], word));
    let is_among = |is_shape: &dyn Fn(&str) -> bool| {
        let alike: Vec<_> = others.iter().filter(|(word, _)| is_shape(word)).collect();
        alike.len() > 1 && 2 * alike.len() > others.len() && !alike.iter().all(|(word, _)| is_answer(word))
    };
    let most = words.iter().map(|(_, rows)| *rows).max();
    let is_left_blank = cells.iter().any(|cell| cell.is_empty());
    let is_name = |(word, rows): &(String, u64)| {
        (is_left_blank || Some(*rows) != most)
            && (are_letters(word) && is_among(&are_letters) || are_digits(word) && is_among(&are_digits))
    };
    noes.into_iter().filter(|no| is_name(no)).map(|(word, _)| word.clone()).collect()
}
