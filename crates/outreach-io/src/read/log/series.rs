//! Several calls in a row: `Attempt 1`, `Attempt 2`; `Monday`, `Tuesday`.

use outreach::{LoggedCall, Outcome};

use super::row::{NoCall, Reader};
use super::search::Search;
use super::{CallLog, Entry};
use crate::read::endings::{Ending, Said};
use crate::read::table::Row;
use crate::read::vocabulary::known;
use crate::read::when::Sequence;

impl Search<'_> {
    /// The columns whose names differ by nothing but their numbers or weekdays from one of these, and which tell how calls ended, if there are
    /// several: each of a call that followed the one before, and not a word that says more of it.
    pub(super) fn series(&self, outcomes: &[usize]) -> Vec<usize> {
        let stem = |column: usize| {
            let name = self.name(column);
            let is_digit = |letter: char| letter.is_ascii_digit();
            let is_number = |word: &str| word.starts_with(is_digit) || word.len() > 5 && self.says("weekday", word);
            let words = name.split(' ').filter(|word| !is_number(word)).map(|word| word.trim_end_matches(is_digit));
            let stem = words.collect::<Vec<_>>().join(" ");
            (stem != name).then_some(stem)
        };
        let tells = |column: usize| self.endings(column).is_some_and(|(share, _)| share >= 0.5);
        let of = |told: usize| {
            let stem_of_told = stem(told)?;
            let all = 0..self.table.header().len();
            let series: Vec<_> =
                all.filter(|column| stem(*column).as_ref() == Some(&stem_of_told) && tells(*column)).collect();
            (series.len() > 1 && series.windows(2).all(|pair| self.follows(pair[0], pair[1]))).then_some(series)
        };
        outcomes.iter().find_map(|told| of(*told)).unwrap_or_default()
    }

    /// Whether a column tells of calls to those whom the call of another one did not reach, or left open.
    fn follows(&self, first: usize, second: usize) -> bool {
        let is_filled = |row: &&Vec<String>| row.get(second).is_some_and(|cell| !cell.is_empty());
        // A word that nobody knows may be of any ending.
        let ending = |row: &Vec<String>| row.get(first).and_then(|cell| known().ending(self.exporters, cell));
        let endings = || self.table.sample.iter().filter(is_filled).filter_map(ending);
        let leads_on = |ending: &Ending| matches!(ending, Ending::Of(Outcome::NotReached | Outcome::Open));
        10 * endings().filter(leads_on).count() >= 9 * endings().count()
    }
}

impl Reader {
    /// What a further column tells of another call of a row; nothing where it is empty.
    pub(super) fn beside(&mut self, row: &Row, column: usize, first: &Entry) -> Option<Result<Entry, NoCall>> {
        let text = row.cell(column);
        if text.is_empty() {
            return None;
        }
        match self.ending(0, &text) {
            Some(Said::Ends(Ending::Of(outcome))) => {
                let call = LoggedCall { kind: first.call.kind, outcome, incident: None };
                Some(Ok(Entry { call, names: None, ..first.clone() }))
            }
            Some(Said::CameIn) => Some(Err(NoCall::Other(text.to_lowercase()))),
            Some(_) => None,
            None => Some(Err(NoCall::UnknownOutcome(text.into_owned()))),
        }
    }
}

impl CallLog {
    /// The call of a row that comes first in the order in which the log is read; the others are kept.
    pub(super) fn with_further(
        &mut self,
        line: u64,
        entry: Entry,
        further: Vec<(usize, Result<Entry, NoCall>)>,
    ) -> Entry {
        self.rows.beside += further.len() as u64;
        let mut calls = Vec::new();
        for (column, call) in further {
            match call {
                Ok(call) => calls.push(call),
                Err(NoCall::UnknownOutcome(word)) => {
                    self.rows.unknown_outcome(line, Some(self.table.column_name(column)), word);
                }
                Err(_) => {}
            }
        }
        let is_backwards = self.order.of_rows == Sequence::NewestFirst || self.reader.layout.newest_first;
        if is_backwards && let Some(last) = calls.pop() {
            calls.insert(0, entry);
            self.beside = calls;
            return last;
        }
        calls.reverse();
        self.beside = calls;
        entry
    }
}
