//! What the whole of a log tells of its dates, its units and its doubles, before its rows are read.

use super::columns::Columns;
use super::contact;
use super::role::Role;
use crate::Result;
use crate::read::durations::Durations;
use crate::read::hashes::{Doubles, quick_hash};
use crate::read::labels::{Label, label};
use crate::read::table::{Row, Table};
use crate::read::when::{self, Dates, Sequence};

/// The numbers of rows.
#[derive(Debug, Default)]
struct Numbers {
    last: Option<i64>,
    up: u64,
    down: u64,
    others: u64,
}

impl Numbers {
    /// Rows of one week or month have the same number.
    fn add(&mut self, text: &str, is_period: bool) {
        let of_row = |text: &str| text.parse().ok().or_else(|| when::time_of_day(text).map(i64::from));
        let number = if is_period { period(text) } else { of_row(text) };
        match (self.last, number) {
            (Some(last), Some(number)) if number > last => self.up += 1,
            (Some(last), Some(number)) if number < last => self.down += 1,
            (Some(_), Some(_)) if is_period => {}
            (None, Some(_)) => {}
            _ => self.others += 1,
        }
        self.last = number;
    }

    fn sequence(&self) -> Option<Sequence> {
        match (self.up, self.down, self.others) {
            (1.., 0, 0) => Some(Sequence::OldestFirst),
            (0, 1.., 0) => Some(Sequence::NewestFirst),
            _ => None,
        }
    }
}

/// `2026-03`, `W15`, `03/2026`: a number that grows with time.
fn period(text: &str) -> Option<i64> {
    let mut parts: Vec<&str> =
        text.split(|letter: char| !letter.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    if parts.last().is_some_and(|last| last.len() == 4) {
        parts.rotate_right(1);
    }
    let number = |part: &&str| part.parse::<i64>().ok();
    parts
        .iter()
        .try_fold(0_i64, |sum, part| sum.checked_mul(100)?.checked_add(number(part)?))
        .filter(|_| !parts.is_empty())
}

/// Where the rows with a date end.
#[derive(Debug, Default)]
struct End {
    /// The row that was looked at last has a date.
    is_dated: bool,
    line: u64,
    dated: u64,
    /// Rows without a date: between those that have one, and behind.
    between: u64,
    behind: u64,
    /// One of those behind has an outcome and nothing else, as the lines of a legend have.
    has_legend: bool,
}

impl End {
    /// This many rows below the calls may be no calls.
    const MOST: u64 = 10;

    fn add(&mut self, row: &Row, outcome: Option<usize>) {
        if self.is_dated {
            self.line = row.line;
            self.dated += 1;
            self.between += std::mem::take(&mut self.behind);
            return;
        }
        self.behind += 1;
        if self.behind <= Self::MOST {
            let is_filled = |column: usize| !row.cell(column).is_empty();
            self.has_legend |=
                outcome.is_some_and(|told| (0..row.len()).all(|column| is_filled(column) == (column == told)));
        }
    }

    fn find(&self) -> Option<Ends> {
        let is_few = self.behind > 0 && self.behind <= Self::MOST && (self.has_legend || self.behind < self.dated);
        (is_few && self.between == 0).then_some(Ends { line: self.line, has_legend: self.has_legend })
    }
}

/// Where the calls end that all have a date, and few rows stand below them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ends {
    /// The last line with a date.
    pub(super) line: u64,
    /// The rows below are the words of a legend.
    pub(super) has_legend: bool,
}

#[derive(Debug)]
pub(crate) struct Survey {
    pub(crate) dates: Dates,
    pub(crate) durations: Durations,
    /// Rows with a date.
    pub(crate) dated: u64,
    /// About this many rows stand there again, word for word.
    pub(crate) doubles: u64,
    /// About this many rows have a call's id that stood there before.
    pub(crate) ids_again: u64,
    /// The order of the rows by their numbers, where a column has nothing but numbers that rise or fall.
    pub(crate) numbered: Option<Sequence>,
    pub(crate) ends: Option<Ends>,
    /// Contacts whose number a spreadsheet rounded, and one of them.
    pub(crate) rounded: Option<(u64, String)>,
}

impl Survey {
    /// Reads a table to its end and goes back to its beginning.
    pub(crate) fn of(table: &mut Table, columns: &Columns) -> Result<Self> {
        let duration = columns.first(Role::Duration).map(|column| table.column_name(column).to_owned());
        let mut survey = Self {
            dates: Dates::default(),
            durations: Durations::of_column(&duration.unwrap_or_default()),
            dated: 0,
            doubles: 0,
            ids_again: 0,
            numbered: None,
            ends: None,
            rounded: None,
        };
        let numbering = columns.numbering(table);
        let mut numbers = Numbers::default();
        let mut ids = Doubles::default();
        let id_column = columns.id_column(table);
        let mut doubles = Doubles::default();
        let header = table.header().to_vec();
        let width = header.len();
        let mut before = (String::new(), false);
        let mut end = End::default();
        let looks = [Role::Date, Role::Duration].into_iter().any(|role| columns.has(role));
        while let Some(row) = table.next()? {
            // The header again, as on the pages of a report.
            let is_header = |column: usize| !header[column].is_empty() && row.cell(column) == header[column];
            if row.is_blank()
                || row.exceeds(width)
                || columns.first(Role::Date).is_some_and(is_header)
                || row.is(&header)
            {
                continue;
            }
            doubles.add(row.hash());
            if let Some(column) = id_column {
                let id = row.cell(column);
                if !id.is_empty() {
                    ids.add(quick_hash(id.as_bytes()));
                }
            }
            if let Some((column, is_period)) = numbering {
                numbers.add(&row.cell(column), is_period);
            }
            let contact = columns.person(&row, Role::Contact);
            if contact::is_rounded(&contact) {
                survey.rounded.get_or_insert_with(|| (0, contact.into_owned())).0 += 1;
            }
            if looks {
                let mut date = columns.cell(&row, Role::Date);
                if date.is_empty() && columns.fills[0] {
                    date = before.0.clone().into();
                }
                if matches!(label(&date), Some(Label::Whole | Label::Counted)) {
                    date = "".into();
                }
                let time = columns.cell(&row, Role::Time);
                survey.dated += u64::from(!date.is_empty());
                // Of equal dates one is looked at: most logs have many calls a day, and steps of none are no steps.
                if before.0 != date || !time.is_empty() || !before.1 {
                    end.is_dated = survey.dates.survey(&date, when::time_of_day(&time));
                    date.as_ref().clone_into(&mut before.0);
                    before.1 = true;
                }
                end.add(&row, columns.first(Role::Outcome).filter(|_| columns.has(Role::Contact)));
                if columns.has(Role::Duration) {
                    survey.durations.survey(&columns.cell(&row, Role::Duration));
                }
            }
        }
        survey.doubles = doubles.met();
        survey.ends = end.find();
        survey.numbered = numbers.sequence();
        survey.ids_again = ids.met();
        table.rewind()?;
        Ok(survey)
    }
}
