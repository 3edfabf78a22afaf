//! Rows that are no calls: sums and remarks of a report; and rows that are broken.

use super::Entry;
use super::role::Role;
use super::row::{NoCall, Reader};
use crate::language::Bilingual;
use crate::read::labels::{Label, is_count, label};
use crate::read::rows::FOOTER;
use crate::read::table::Row;
use crate::read::vocabulary::known;
use crate::read::when;

impl Reader {
    /// Sums and remarks of a report are no calls.
    pub(super) fn footer(&self, row: &Row, is_dated: bool) -> Result<(), NoCall> {
        if self.is_footer(row, is_dated) { Err(NoCall::Other(FOOTER.to_owned())) } else { Ok(()) }
    }

    fn is_footer(&self, row: &Row, is_dated: bool) -> bool {
        let contact = self.columns.person(row, Role::Contact);
        let date = self.columns.cell(row, Role::Date);
        if is_dated || when::read(&date).is_some() {
            // `Total` is a company as well.
            let has_number = || self.columns.cell(row, Role::Outcome).bytes().any(|byte| byte.is_ascii_digit());
            return matches!(label(&contact), Some(Label::Whole | Label::Counted)) && has_number();
        }
        let word = self.columns.cell(row, Role::Outcome);
        let filled: Vec<_> = (0..row.len()).map(|column| row.cell(column)).filter(|cell| !cell.is_empty()).collect();
        let has_dates = self.columns.has(Role::Date);
        // In a log with dates and contacts no row says one word alone of a call.
        if filled.len() == 1 && has_dates && self.columns.has(Role::Contact) && date.is_empty() {
            return true;
        }
        if has_dates && self.columns.names_are_words && is_count(&contact) && when::read(&contact).is_none() {
            return true;
        }
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
            Some(Label::Whole | Label::Counted) => has_dates || !is_call,
            Some(Label::Name | Label::Part) => !(is_call && (!has_dates || filled.len() > 2)),
        }
    }

    /// How many further rows of a table with this delimiter stand within the cells of one: its quote was not closed.
    pub(super) fn swallowed(&self, row: &Row, delimiter: u8) -> usize {
        if !row.has_line_breaks() {
            return 0;
        }
        let is_row = |line: &str| {
            let cells: Vec<_> = line.split(char::from(delimiter)).collect();
            let cell =
                |role| self.columns.first(role).and_then(|column| cells.get(column)).map_or("", |cell| cell.trim());
            let has_day = || when::read(cell(Role::Date)).is_some();
            let has_outcome = || known().ending(&self.exporters, cell(Role::Outcome)).is_some();
            cells.len() >= self.width && if self.columns.has(Role::Date) { has_day() } else { has_outcome() }
        };
        let cells = (0..row.len()).map(|column| row.cell(column));
        cells.filter(|cell| cell.lines().skip(1).any(is_row)).map(|cell| cell.lines().count() - 1).sum()
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
