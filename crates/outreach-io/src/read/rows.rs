//! What becomes of a table's rows as it is read.

use super::log::DateFormat;
use super::vocabulary::known;
use super::when::Sequence;
use super::words::{letters, plain_word};
use crate::error::{Error, Result};
use crate::language::{Bilingual, Language};

/// Values in ascending order, and how often each was met.
pub(crate) type Counts = Vec<(String, u64)>;

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
    /// The first line that was read as Latin-1.
    pub(crate) latin1: Option<u64>,
    /// No column tells cold calls from warm ones.
    pub(crate) all_cold: bool,
    /// The columns that were read, by what they say.
    pub(crate) columns: Vec<(&'static str, Vec<String>)>,
    /// Those that were not.
    pub(crate) unused: Vec<String>,
    /// What the words were taken for.
    pub(crate) words: Vec<Word>,
    pub(crate) assumed: Vec<Assumed>,
    /// Words that the user named and no row says.
    pub(crate) unmet: Vec<String>,
    /// Dates that cannot be read, and one of them.
    pub(crate) undated: Option<(u64, String)>,
    /// The column of dates that are not used, one of them, and whether it can be read in two ways.
    pub(crate) unread_dates: Option<(String, String, bool)>,
    /// No column tells when the calls were.
    pub(crate) timeless: bool,
    /// No column tells contacts apart.
    pub(crate) contactless: bool,
    /// Rows that stand there again, word for word, and are counted.
    pub(crate) doubles: u64,
    /// Columns that tell how calls ended, and are not used.
    pub(crate) unused_outcomes: Vec<String>,
    /// Columns that say yes or no and are not used, where nothing tells who was reached, or nothing where a meeting was set.
    pub(crate) unused_answers: Vec<String>,
    /// A column that seems to count the calls of a row.
    pub(crate) counts: Option<String>,
    /// The column that says how calls ended, in a list of people to be called.
    pub(crate) made: Option<String>,
    /// The column that tells cold calls from warm ones, and is not used.
    pub(crate) unused_kinds: Option<String>,
    /// The column that is named as directions are, and some of its words, which nobody knows.
    pub(crate) unknown_direction: Option<(String, Vec<String>)>,
    /// The column of calls' ids, and how many rows repeat one with other words.
    pub(crate) ids_again: Option<(String, u64)>,
    /// How many contacts have a number that a spreadsheet rounded, one of them, and their column.
    pub(crate) rounded: Option<((u64, String), String)>,
    /// Rows of a list that stand there again, word for word.
    pub(crate) contacts_again: u64,
    /// This many further rows of a list are of a person who stands there already, by these columns.
    pub(crate) persons_again: Option<(u64, String)>,
    /// The column that kinds of a list are read from, and another one that tells others.
    pub(crate) other_kinds: Option<(String, String)>,
    /// The words of columns by which contacts of a list are not to be called and were left out, with their rows.
    pub(crate) left_out: Vec<(String, Counts)>,
    /// Likewise of contacts that are counted, and may not be to be called.
    pub(crate) not_left_out: Vec<(String, Counts)>,
    /// A column of a list that seems to count the contacts of a row, or the attempts behind its contact (true).
    pub(crate) tally: Option<(String, bool)>,
    /// Words of the kind's column that tell where a contact comes from, and were taken as cold, with their rows.
    pub(crate) channels: Option<(String, Counts)>,
    /// Words of the kind's column that are not known, whose rows are set aside.
    pub(crate) unknown_kinds: Option<(String, Counts)>,
    /// The column of outcomes and its words, which may be of anything.
    pub(crate) vague: Option<(String, Vec<String>)>,
    /// All probabilities of this column are 0 or 1.
    pub(crate) certain: Option<String>,
    /// The column of outcomes, and its words that were taken as a meeting and may be of any success, with their rows.
    pub(crate) successes: Option<(String, Counts)>,
    /// This many probabilities are 1, among others that are not.
    pub(crate) sure: u64,
    /// The last line, whose probability is the sum of those above it.
    pub(crate) like_a_total: Option<u64>,
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

/// Words of a column that are doubted, the most frequent first.
pub(crate) fn doubted(
    column: &str,
    words: impl IntoIterator<Item = (String, u64)>,
) -> Option<(String, Vec<(String, u64)>)> {
    let mut words: Vec<_> = words.into_iter().collect();
    words.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    (!words.is_empty()).then(|| (column.to_owned(), words))
}

/// What nobody told, and the table seems to say.
#[derive(Debug, Clone)]
pub(crate) enum Assumed {
    /// This many lines above the header are titles.
    Titles(u64),
    /// The column of this name says how calls ended: its words show it.
    Outcomes(String),
    /// The column of this name tells calls from other rows: its words show it.
    Calls(String),
    /// Columns that say in yes or no whether a call ended as their names say.
    Ticked(String),
    /// The column of this name says in yes or no whether a meeting was missed.
    Missed(String),
    /// The column of this name, which is not used, may tell which meetings were held.
    HeldUnused(String),
    /// Without times the rows stand in the order of their outcomes.
    ByOutcome,
    /// The column of contacts tells companies.
    Coarse(String),
    /// Most contacts of the first column stand beside several of the second one.
    Namesakes(String, String),
    /// The contact of this many rows is nobody in particular, by this column, as this one.
    Anonymous(u64, String, String),
    /// This many meetings have no sign in this column, whose signs tell those that were missed (true), or held.
    Unmarked(u64, String, bool),
    /// The column of this name has the dates of the calls: its cells show it.
    Dates(String),
    /// In the column of contacts stands what most rows have in another one.
    BothWays(String, String, String),
    /// What the numbers of a column count.
    Unit(String, String),
    DateOrder(DateFormat),
    /// How the rows follow each other, by this column if one tells it.
    Sequence(Sequence, String),
    /// There are times, so that `--newest-first` is not needed.
    TimeKnown,
    /// The numbers of a column are per cent.
    Percent(String),
    /// Likewise, and all are below 1: they may be shares.
    SmallPercent(String),
    /// No column tells warm contacts of a list from cold ones but this one, which names who recommended the caller.
    Connectors(String),
    /// A column has a sign for yes, and nothing for no.
    Boxes(String),
    /// In this many rows a further column contradicts the first outcome column; the names of these columns.
    Contradicted(u64, String, String),
    /// In this many rows a column tells a meeting, and others deny it; the names of these columns.
    Overruled(u64, String, String),
    /// In this many rows these words of this column say that the call or an offer was rejected, and nothing whether anybody answered.
    Rejected(u64, String, String),
    /// This many rows are of calls that are arranged, by these words of this column.
    ToCome(u64, String, String),
    /// This many meetings of answered calls are told by a column that says where contacts stand.
    Standing(u64, String),
    /// This many conversations have no talk time, where this column has those of others.
    Untimed(u64, String),
    /// No talk time of this column is long enough for a conversation: the longest one, and the limit.
    AllShort(String, f64, f64),
    /// Columns with an outcome each, of several calls in one row.
    Series(Vec<String>),
    /// A column of several time zones, and some of these: they are not used.
    Zones(String, Vec<String>),
    /// This many calls without a date stand below those that all have one.
    Below(u64),
    /// This many other calls have no date.
    Dateless(u64),
    /// Blank cells of this column stand for what is above them.
    Filled(String),
    /// A spreadsheet took days for months in part of a column: one of its dates, and one of its texts.
    Swapped(String, String, String),
    /// This many calls have an outcome, and are still to be made by this column.
    Undone(u64, String),
    /// This many calls are dated far from all others, by this column, and the day of one of them.
    Far(u64, String, String),
    /// About this many calls are of the same person, in the same minute and with the same outcome, as others.
    SameMinute(u64),
    /// All calls are of one day, and no time tells their order.
    OneDay,
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

    /// Whether a column that is not used may be that of the contacts: it is not named as numbers of rows are.
    pub(crate) fn may_have_contacts(&self) -> bool {
        self.unused.iter().any(|name| !known().columns("number").contains(&letters(name)))
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
        let is_channel = |word: &&Word| {
            word.role == "kind" && known().meaning(&[], "kind", &plain_word(&word.word)) == Some("channel")
        };
        let channels: Vec<_> = self.words.iter().filter(is_channel).collect();
        self.channels = channels
            .first()
            .map(|first| (first.column.clone(), channels.iter().map(|word| (word.word.clone(), word.rows)).collect()));
    }

    /// Doubts the words of a meeting that stand for other successes as well.
    pub(crate) fn doubt_successes(&mut self) {
        let is_one = |word: &&Word| {
            word.role == "outcome" && word.meaning == "meeting set" && known().is_any_success(&word.word)
        };
        let words: Vec<_> = self.words.iter().filter(is_one).collect();
        self.successes = words
            .first()
            .map(|first| (first.column.clone(), words.iter().map(|word| (word.word.clone(), word.rows)).collect()));
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
