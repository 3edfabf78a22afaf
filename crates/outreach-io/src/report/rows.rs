//! What became of a table's rows.

use serde_json::{Map, Value, json};

use crate::Language;
use crate::error::{Error, Result};

/// Values in ascending order, and how often each was met.
type Counts = Vec<(String, u64)>;

/// The rows of a list or a log: read, used, of another kind, rejected.
#[derive(Debug, Clone, Default)]
pub(crate) struct Rows {
    pub(crate) read: u64,
    other: u64,
    rejected: u64,
    /// The first rejected ones.
    first: Vec<Rejection>,
    /// How often which value names a kind that is neither cold nor warm.
    others: Counts,
    /// How often which word is no outcome.
    unknown: Counts,
    /// The first line that was read as Latin-1.
    pub(crate) latin1: Option<u64>,
    /// Rows that are older than the one before.
    pub(crate) backwards: u64,
    /// No column tells cold calls from warm ones.
    pub(crate) all_cold: bool,
    /// The columns that were read.
    pub(crate) columns: String,
}

/// A row that is none, and why.
#[derive(Debug, Clone)]
struct Rejection {
    line: u64,
    /// The column's name, where one alone is to blame.
    column: Option<String>,
    reason: String,
}

impl Rejection {
    fn told(&self, say: Language) -> String {
        match &self.column {
            Some(column) => say.place_and_reason(self.line, column, &self.reason),
            None => say.line_and_reason(self.line, &self.reason),
        }
    }

    fn json(&self) -> Value {
        json!({ "line": self.line, "column": self.column, "reason": self.reason })
    }
}

impl Rows {
    /// So many rejected rows are told one by one, and so many values of a column.
    const TOLD: usize = 5;
    /// So many values of a column are counted.
    const COUNTED: usize = 1_000;

    pub(crate) fn reject(&mut self, line: u64, column: Option<&str>, reason: String) {
        self.rejected += 1;
        if self.first.len() < Self::TOLD {
            self.first.push(Rejection { line, column: column.map(str::to_owned), reason });
        }
    }

    pub(crate) fn unknown_outcome(&mut self, line: u64, column: Option<&str>, word: String) {
        self.reject(line, column, format!("`{word}` is no outcome that is known"));
        count(&mut self.unknown, word);
    }

    pub(crate) fn other(&mut self, kind: String) {
        self.other += 1;
        count(&mut self.others, kind);
    }

    pub(crate) fn rejected(&self) -> u64 {
        self.rejected
    }

    pub(crate) fn used(&self) -> u64 {
        self.read - self.other - self.rejected
    }

    /// Refuses rejected rows where none may be, and answers from less than half of a table.
    ///
    /// # Errors
    /// [`Error::Rejected`] with the first of them.
    pub(crate) fn check(&self, name: &str, strict: bool, allow_rejected: bool) -> Result<()> {
        let say = Language::English;
        let most = self.rejected > self.read / 2 && !allow_rejected;
        match self.rejected {
            0 => Ok(()),
            _ if strict => Err(Error::Rejected(format!("{name}: {}", self.told(say)))),
            _ if most => Err(Error::Rejected(format!("{name}: {}. {}", self.told(say), say.most_rejected()))),
            _ => Ok(()),
        }
    }

    /// `3 of 120 rows are rejected: line 4, column `Date`: …`.
    pub(crate) fn told(&self, say: Language) -> String {
        let first: Vec<_> = self.first.iter().map(|rejection| rejection.told(say)).collect();
        let more = if self.rejected > first.len() as u64 { "; …" } else { "" };
        let (rejected, read) = (say.grouped(self.rejected), say.grouped(self.read));
        say.rows_rejected(rejected, read, format!("{}{more}", first.join("; ")))
    }

    /// `failure (4,115), other (1,659)`.
    pub(crate) fn others_told(&self, say: Language) -> String {
        values(say, &self.others)
    }

    /// `42,591 rows: 36,817 calls, 5,774 of other kinds: failure (4,115), other (1,659).`
    pub(crate) fn sentence(&self, say: Language) -> String {
        let mut parts = vec![say.cold_and_warm_calls(say.grouped(self.used()))];
        if self.other > 0 {
            parts.push(say.of_other_kinds(say.grouped(self.other), self.others_told(say)));
        }
        if self.rejected > 0 {
            parts.push(say.rejected(say.grouped(self.rejected)));
        }
        say.rows_read(say.grouped(self.read), parts.join(", "), &self.columns)
    }

    /// Of a log.
    pub(crate) fn json(&self) -> Value {
        json!({
            "read": self.read,
            "used": self.used(),
            "other": self.other,
            "rejected": self.rejected,
            "others": json_of(&self.others),
            "unknown_outcomes": json_of(&self.unknown),
            "rejections": self.first.iter().map(Rejection::json).collect::<Vec<_>>(),
        })
    }

    /// What no wish for silence hides.
    pub(crate) fn warnings(&self, say: Language) -> Vec<String> {
        (self.rejected > 0).then(|| self.told(say)).into_iter().collect()
    }

    pub(crate) fn notes(&self, say: Language) -> Vec<String> {
        let unknown = (!self.unknown.is_empty()).then(|| say.outcomes_not_known(values(say, &self.unknown)));
        let latin1 = self.latin1.map(|line| say.read_as_latin1(line));
        let backwards = (self.backwards > 0).then(|| say.rows_backwards(say.grouped(self.backwards)));
        let all_cold = self.all_cold.then(|| say.all_taken_as_cold());
        [unknown, latin1, backwards, all_cold].into_iter().flatten().collect()
    }
}

fn count(counts: &mut Counts, value: String) {
    match counts.binary_search_by(|(counted, _)| counted.cmp(&value)) {
        Ok(found) => counts[found].1 += 1,
        Err(place) if counts.len() < Rows::COUNTED => counts.insert(place, (value, 1)),
        Err(_) => {}
    }
}

fn json_of(counts: &Counts) -> Map<String, Value> {
    counts.iter().map(|(value, count)| (value.clone(), (*count).into())).collect()
}

/// The most frequent ones first.
fn values(say: Language, counts: &Counts) -> String {
    let mut sorted: Vec<_> = counts.iter().collect();
    sorted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let named = |value: &str| if value.is_empty() { say.empty() } else { value.to_owned() };
    let told =
        sorted.iter().take(2 * Rows::TOLD).map(|(value, count)| format!("{} ({})", named(value), say.grouped(*count)));
    let more = if sorted.len() > 2 * Rows::TOLD { ", …" } else { "" };
    format!("{}{more}", told.collect::<Vec<_>>().join(", "))
}
