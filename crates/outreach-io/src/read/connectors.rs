//! What stands in a column of connectors: who recommended the caller, or what tells that nobody did.

use super::assumed::Assumed;
use super::endings::is_filler;
use super::log::contact::is_number;
use super::meanings::Meanings;
use super::rows::{Counts, Word, count};
use super::table::Table;
use super::vocabulary::{Exporter, known};
use super::words::{is_sheet_error, plain_word, spaced};

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

/// `google.com`, `https://www.bing.com/`: an address that is nobody's own.
fn is_page(text: &str) -> bool {
    const OF_PERSONS: [&str; 4] = ["/in/", "/profile", "/contact", "/people/"];
    const ENDS: &str = "com org net io fr de es it pt nl eu uk co ai app info biz us ca be ch at br mx";
    let text = text.to_lowercase();
    let is_url = ["http://", "https://", "www."].into_iter().any(|begin| text.starts_with(begin));
    let host = text.split('/').next().unwrap_or_default();
    let is_host = || {
        let labels: Vec<_> = host.split('.').collect();
        let is_label =
            |label: &&str| !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        labels.len() > 1 && labels.iter().all(is_label) && ENDS.split(' ').any(|end| labels.last() == Some(&end))
    };
    (is_url || is_host()) && !OF_PERSONS.iter().any(|part| text.contains(part))
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

/// Whether nobody recommended the caller: `none`, `No introduction`, `nicht bekannt`, `cold list`, `xxx`; not `Noah`, `Non-Stop` or `Sem
/// Jansen`, whose names begin like a denial or are one.
fn is_nobody(exporters: &[&Exporter], text: &str) -> bool {
    let plain = plain_word(text);
    let meaning = |word: &str| known().meaning(exporters, "connector", word);
    let denies = || {
        let at = text.trim().find(|letter: char| letter.is_whitespace() || letter == '-')?;
        let (first, rest) = text.trim().split_at(at);
        let rest = rest.trim_start();
        let is_word = match rest.strip_prefix('-') {
            Some(rest) => rest.starts_with(char::is_lowercase),
            None => !rest.starts_with(|letter: char| letter.is_ascii_digit()),
        };
        Some(meaning(&plain_word(first)) == Some("denial") && is_word)
    };
    // `sin` and `sem` are names as well.
    let parts = known().parts(&plain);
    let lacks = || {
        parts.len() > 1
            && parts[0].0 == "no"
            && parts[1..].iter().all(|(part, word)| is_filler(part) || meaning(word).is_some())
    };
    // `Nora Cold` has a surname.
    let is_cold = || {
        let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        let first = words.clone().next();
        let is_known = |word: &str| meaning(&plain_word(word)).is_some_and(|meaning| meaning != "device");
        let others_are_known = || words.clone().all(is_known);
        words.clone().any(|word| {
            meaning(&plain_word(word)) == Some("coldness")
                && (Some(word) == first || word.starts_with(char::is_lowercase) || others_are_known())
        })
    };
    plain.is_empty()
        || plain.bytes().all(|letter| letter == b'x')
        || is_sheet_error(text)
        || meaning(&plain).is_some_and(|meaning| !["noun", "device"].contains(&meaning))
        || is_cold()
        || denies() == Some(true)
        || lacks()
}
