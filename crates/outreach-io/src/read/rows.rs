//! What becomes of a table's rows as it is read.

use super::assumed::Assumed;
pub(crate) use super::assumed::Counts;
use super::vocabulary::known;
use super::words::letters;
use crate::error::{Error, Result};
use crate::language::{Bilingual, Language};

/// The rows of a list or a log: read, used, of another kind, rejected.
#[derive(Debug, Clone, Default)]
pub(crate) struct Rows {
    pub(crate) read: u64,
    /// Further calls that stand beside the first one of a row.
    pub(crate) beside: u64,
    pub(crate) other: u64,
    pub(crate) rejected: u64,
    /// The first rejected ones.
    pub(crate) first: Vec<Rejection>,
    /// How often which value names a kind that is neither cold nor warm.
    pub(crate) others: Counts,
    /// How often which word is no outcome.
    pub(crate) unknown: Counts,
    /// The columns that were read, by what they say.
    pub(crate) columns: Vec<(&'static str, Vec<String>)>,
    /// Those that were not.
    pub(crate) unused: Vec<String>,
    /// What the words were taken for.
    pub(crate) words: Vec<Word>,
    pub(crate) assumed: Vec<Assumed>,
    /// The words of columns by which contacts of a list are not to be called and were left out, with their rows.
    pub(crate) left_out: Vec<(String, Counts)>,
    /// Likewise of contacts that are counted, and may not be to be called.
    pub(crate) not_left_out: Vec<(String, Counts)>,
    /// What stands first in the rows of a list that are totals or footers.
    pub(crate) totals: Vec<String>,
}

/// A word of a column, and what it was taken for.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    pub(crate) role: &'static str,
    pub(crate) column: String,
    pub(crate) word: String,
    pub(crate) meaning: &'static str,
    pub(crate) rows: u64,
}

/// Why rows that are no calls are set aside, beside the kinds and directions that they have.
pub(crate) const AGAIN: &str = "the same call again";
pub(crate) const FOOTER: &str = "total or footer";
pub(crate) const PLANNED: &str = "planned";
pub(crate) const BARRED: &str = "not to be called";
pub(crate) const UNTOLD: &str = "no outcome";

/// A row that is no call and no contact, and should have been one.
#[derive(Debug, Clone)]
pub(crate) struct Rejection {
    pub(crate) line: u64,
    pub(crate) column: Option<String>,
    pub(crate) reason: Bilingual,
}

impl Rejection {
    fn describe(&self, say: Language) -> String {
        let reason = self.reason.of(say);
        match &self.column {
            Some(column) => say.place_and_reason(self.line, column, reason),
            None => say.line_and_reason(self.line, reason),
        }
    }
}

impl Rows {
    /// This many rejected rows are named one by one, and this many values of a column.
    pub(crate) const TOLD: usize = 5;
    /// This many values of a column are counted.
    const COUNTED: usize = 1_000;

    pub(crate) fn reject(&mut self, line: u64, column: Option<&str>, reason: Bilingual) {
        self.rejected += 1;
        if self.first.len() < Self::TOLD {
            self.first.push(Rejection { line, column: column.map(str::to_owned), reason });
        }
    }

    pub(crate) fn unknown_outcome(&mut self, line: u64, column: Option<&str>, word: String) {
        self.reject(line, column, Bilingual::new(|say| say.unknown_outcome(&word)));
        count(&mut self.unknown, word);
    }

    pub(crate) fn other(&mut self, kind: String) {
        self.other += 1;
        count(&mut self.others, kind);
    }

    /// A column in no use that is named as durations are.
    pub(crate) fn unused_durations(&self) -> Option<&str> {
        let names = known().columns("duration");
        self.unused.iter().map(String::as_str).find(|name| names.contains(&letters(name)))
    }

    pub(crate) fn used(&self) -> u64 {
        self.read + self.beside - self.other - self.rejected
    }

    /// Refuses rejected rows where none may be, and answers from less than half of a table.
    ///
    /// # Errors
    /// [`Error::Rejected`] with the first of them.
    pub(crate) fn check(&self, name: &str, strict: bool, allow_rejected: bool) -> Result<()> {
        let most = 2 * self.rejected > self.read + self.beside && !allow_rejected;
        match self.rejected {
            0 => Ok(()),
            _ if strict => Err(Error::Rejected(Bilingual::new(|say| say.of_table(name, self.describe(say))))),
            _ if most => Err(Error::Rejected(Bilingual::new(|say| {
                say.of_table(name, format!("{}. {}", self.describe(say), say.most_rejected()))
            }))),
            _ => Ok(()),
        }
    }

    /// `3 of 120 rows rejected: line 4, column `Date`: …`.
    pub(crate) fn describe(&self, say: Language) -> String {
        let first: Vec<_> = self.first.iter().map(|rejection| rejection.describe(say)).collect();
        let more = if self.rejected > first.len() as u64 { "; …" } else { "" };
        let (rejected, read) = (say.grouped(self.rejected), say.grouped(self.read));
        say.rows_rejected(rejected, read, format!("{}{more}", first.join("; ")))
    }

    /// Doubts the words that tell of a channel and not of a kind.
    pub(crate) fn doubt_channels(&mut self) {
        self.doubt_own("kind", |word| known().is_channel(&word.word), Assumed::Channels);
    }

    /// Doubts the words of a meeting that stand for other successes as well.
    pub(crate) fn doubt_successes(&mut self) {
        let is_any = |word: &Word| word.meaning == "meeting set" && known().is_any_success(&word.word);
        self.doubt_own("outcome", is_any, Assumed::Successes);
    }

    fn doubt_own(&mut self, role: &str, is_one: impl Fn(&Word) -> bool, doubt: fn(String, Counts) -> Assumed) {
        let words: Vec<_> = self.words.iter().filter(|word| word.role == role && is_one(word)).cloned().collect();
        if let Some(column) = words.first().map(|word| word.column.clone()) {
            self.doubt(&column, words.into_iter().map(|word| (word.word, word.rows)), doubt);
        }
    }

    /// Doubts words of a column, if there are any, the most frequent first.
    pub(crate) fn doubt(
        &mut self,
        column: &str,
        words: impl IntoIterator<Item = (String, u64)>,
        doubt: fn(String, Counts) -> Assumed,
    ) {
        let mut words: Vec<_> = words.into_iter().collect();
        words.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
        if !words.is_empty() {
            self.assume(doubt(column.to_owned(), words));
        }
    }

    /// Notes that nothing tells contacts apart, where calls are open or a column that is not used may do it: one that is not named as
    /// numbers of rows are.
    pub(crate) fn doubt_contacts(&mut self) {
        let is_open = self.words.iter().any(|word| word.meaning == "open");
        if is_open || self.unused.iter().any(|name| !known().columns("number").contains(&letters(name))) {
            self.assume(Assumed::Contactless(is_open, self.unused.clone()));
        }
    }

    /// Notes words that the user named and no row says.
    pub(crate) fn doubt_unmet(&mut self, words: Vec<String>) {
        if !words.is_empty() {
            self.assume(Assumed::Unmet(words));
        }
    }

    /// That some rows may tell of meetings that nobody knows, and no other one tells of any.
    pub(crate) fn hidden_meetings(&self) -> Option<&Assumed> {
        self.assumed.iter().find(|assumed| matches!(assumed, Assumed::HiddenMeetings(..)))
    }

    pub(crate) fn assume(&mut self, assumed: Assumed) {
        self.assumed.push(assumed);
    }
}

pub(crate) fn count(counts: &mut Counts, value: String) {
    match counts.binary_search_by(|(counted, _)| counted.cmp(&value)) {
        Ok(found) => counts[found].1 += 1,
        Err(place) if counts.len() < Rows::COUNTED => counts.insert(place, (value, 1)),
        Err(_) => {}
    }
}
