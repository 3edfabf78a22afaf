//! What the whole of a log tells of its dates, its units and its doubles, before its rows are read.

use std::collections::HashSet;

use super::columns::Columns;
use super::role::Role;
use crate::Result;
use crate::read::durations::Durations;
use crate::read::table::Table;
use crate::read::when::{self, Dates};

/// Rows that are the same, among as many rows as fit in memory that does not grow: those whose hash ends in so many zeros.
#[derive(Debug, Default)]
struct Doubles {
    zeros: u32,
    kept: HashSet<u64>,
    met: u64,
}

impl Doubles {
    const MOST: usize = 1 << 16;

    fn add(&mut self, hash: u64) {
        if hash.trailing_zeros() < self.zeros {
            return;
        }
        self.met += u64::from(!self.kept.insert(hash));
        if self.kept.len() > Self::MOST {
            self.zeros += 1;
            self.kept.retain(|hash| hash.trailing_zeros() >= self.zeros);
            self.met /= 2;
        }
    }
}

#[derive(Debug)]
pub(crate) struct Survey {
    pub(crate) dates: Dates,
    pub(crate) durations: Durations,
    /// About so many rows stand there again, word for word.
    pub(crate) doubles: u64,
}

impl Survey {
    /// Reads a table to its end and goes back to its beginning.
    pub(crate) fn of(table: &mut Table, columns: &Columns) -> Result<Self> {
        let duration = columns.first(Role::Duration).map(|column| table.column_name(column).to_owned());
        let mut survey = Self {
            dates: Dates::default(),
            durations: Durations::of_column(&duration.unwrap_or_default()),
            doubles: 0,
        };
        let mut doubles = Doubles::default();
        let width = table.header().len();
        let mut before = (String::new(), false);
        let looks = [Role::Date, Role::Duration].into_iter().any(|role| columns.has(role));
        while let Some(row) = table.next()? {
            if row.is_blank() || row.len() > width {
                continue;
            }
            doubles.add(row.hash());
            if looks {
                let date = columns.cell(&row, Role::Date);
                let time = columns.cell(&row, Role::Time);
                // Of equal dates one is looked at: most logs have many calls a day, and steps of none are no steps.
                if before.0 != date || !time.is_empty() || !before.1 {
                    survey.dates.survey(&date, when::time_of_day(&time));
                    before = (date.into_owned(), true);
                }
                if columns.has(Role::Duration) {
                    survey.durations.survey(&columns.cell(&row, Role::Duration));
                }
            }
        }
        survey.doubles = doubles.met << doubles.zeros;
        table.rewind()?;
        Ok(survey)
    }
}
