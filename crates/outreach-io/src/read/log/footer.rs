//! Rows that are no calls: sums and remarks of a report; and rows that are broken.

use super::Entry;
use super::role::Role;
use super::row::{NoCall, Reader};
use crate::language::Bilingual;
use crate::read::labels::{Label, label};
use crate::read::rows::FOOTER;
use crate::read::table::Row;
use crate::read::vocabulary::known;
use crate::read::when;

impl Reader {
    /// Sums and remarks of a report are no calls.
    pub(super) fn footer(&self, row: &Row) -> Result<(), NoCall> {
        if self.is_footer(row) { Err(NoCall::Other(FOOTER.to_owned())) } else { Ok(()) }
    }

    fn is_footer(&self, row: &Row) -> bool {
        let date = self.columns.cell(row, Role::Date);
        if when::read(&date).is_some() {
            return false;
        }
        let filled: Vec<_> = (0..row.len()).map(|column| row.cell(column)).filter(|cell| !cell.is_empty()).collect();
        let has_dates = self.columns.has(Role::Date);
        // In a log with dates and contacts no row says one word alone of a call.
        if filled.len() == 1 && has_dates && self.columns.has(Role::Contact) && date.is_empty() {
            return true;
        }
        let word = self.columns.cell(row, Role::Outcome);
        let counts = word.starts_with(|first: char| first.is_ascii_digit());
        // Behind the calls, of which each has its day: `Meetings,1`.
        let has_digits = date.bytes().any(|byte| byte.is_ascii_digit());
        let is_no_call = if date.is_empty() { counts } else { !has_digits };
        if self.ends.is_some_and(|ends| row.line > ends.line && (is_no_call || ends.has_legend)) {
            return true;
        }
        let is_call = !word.is_empty() && !counts && known().ending(&self.exporters, &word).is_some();
        match filled.first().and_then(|first| label(first)) {
            None => false,
            Some(Label::Whole) => has_dates || !is_call,
            Some(Label::Name | Label::Part) => !(is_call && (!has_dates || filled.len() > 2)),
        }
    }

    /// A row with more cells than the header has: a text with a delimiter and without quotes. It counts where all the ways
    /// of joining its cells that make sense tell the same.
    pub(super) fn mended(&mut self, row: &Row) -> Result<Entry, NoCall> {
        let (width, surplus) = (self.width, row.len() - self.width);
        let wrong = || NoCall::Rejected(None, Bilingual::new(|say| say.too_many_cells(surplus + width, width)));
        let mut found: Option<(Entry, String)> = None;
        let unused: Vec<_> = (0..width).rev().filter(|column| !self.columns.is_used(*column)).collect();
        for column in unused {
            let joined = row.joined(column, surplus + 1);
            let outcome = self.columns.cell(&joined, Role::Outcome).into_owned();
            let date = self.columns.cell(&joined, Role::Date);
            if self.columns.has(Role::Date) && when::read(&date).is_none()
                || outcome.is_empty() && self.columns.has(Role::Outcome)
            {
                continue;
            }
            match (self.entry(&joined), &found) {
                (Ok(entry), None) => found = Some((entry, outcome)),
                (Ok(entry), Some((before, told))) if entry.call != before.call || outcome != *told => {
                    return Err(wrong());
                }
                _ => {}
            }
        }
        found.map(|(entry, _)| entry).ok_or_else(wrong)
    }
}
