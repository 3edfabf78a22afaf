//! What the whole of a log tells of its dates, its units and its doubles, before its rows are read.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::columns::Columns;
use super::contact;
use super::role::Role;
use crate::Result;
use crate::read::doubles::Doubles;
use crate::read::durations::Durations;
use crate::read::table::Table;
use crate::read::when::{self, Dates};

/// What tells a text from others.
pub(super) fn hashed(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

#[derive(Debug)]
pub(crate) struct Survey {
    pub(crate) dates: Dates,
    pub(crate) durations: Durations,
    /// About so many rows stand there again, word for word.
    pub(crate) doubles: u64,
    /// About so many rows have a call's id that stood there before.
    pub(crate) ids_again: u64,
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
            doubles: 0,
            ids_again: 0,
            rounded: None,
        };
        let mut ids = Doubles::default();
        let id_column = columns.id_column(table);
        let mut doubles = Doubles::default();
        let width = table.header().len();
        let mut before = (String::new(), false);
        let looks = [Role::Date, Role::Duration].into_iter().any(|role| columns.has(role));
        while let Some(row) = table.next()? {
            if row.is_blank() || row.len() > width {
                continue;
            }
            doubles.add(row.hash());
            if let Some(column) = id_column {
                let id = row.cell(column);
                if !id.is_empty() {
                    ids.add(hashed(&id));
                }
            }
            let contact = columns.cell(&row, Role::Contact);
            if contact::is_rounded(&contact) {
                survey.rounded.get_or_insert_with(|| (0, contact.into_owned())).0 += 1;
            }
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
        survey.doubles = doubles.met();
        survey.ids_again = ids.met();
        table.rewind()?;
        Ok(survey)
    }
}
