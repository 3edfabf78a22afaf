//! Columns that say something once, and mean it for the rows below as well: the day above its calls, or a contact above all calls to it.

use super::role::{ByRole, Role};
use super::search::Search;
use crate::read::labels::is_count;
use crate::read::when::{self, When};

fn day(row: &[String], column: usize) -> Option<When> {
    let readings = when::read(row.get(column)?)?;
    readings.dmy.or(readings.mdy)
}

impl Search<'_> {
    /// Whether each day stands once, above its calls: days without a time that rise or fall, and many blank cells.
    pub(super) fn fills_dates(&self, columns: &ByRole) -> bool {
        let Some(column) = columns.first(Role::Date) else { return false };
        let cells: Vec<_> = self.table.sample.iter().map(|row| row.get(column).map_or("", String::as_str)).collect();
        let days: Vec<_> = self.table.sample.iter().filter_map(|row| day(row, column)).collect();
        let is_blank = |cell: &&&str| cell.is_empty();
        let blank = cells.iter().filter(is_blank).count();
        let behind = cells.iter().rev().take_while(is_blank).count();
        // What stands below the last of several days may be a footer.
        let meant = if days.len() > 1 { blank - behind } else { blank };
        let rises =
            days.is_sorted_by(|one, other| one.day < other.day) || days.is_sorted_by(|one, other| one.day > other.day);
        let has_times = days.iter().any(|day| day.seconds.is_some_and(|seconds| seconds > 0));
        let is_told = cells.first().is_some_and(|first| !first.is_empty()) && days.len() + blank == cells.len();
        is_told && rises && !has_times && meant > 1 && 2 * meant >= days.len()
    }

    /// Whether each contact stands once, above all calls to it: in the order of time among these, and not among all.
    pub(super) fn fills_contacts(&self, columns: &ByRole) -> bool {
        let (Some(contact), Some(date)) = (columns.first(Role::Contact), columns.first(Role::Date)) else {
            return false;
        };
        let sample = &self.table.sample;
        let is_blank = |row: &[String]| row.get(contact).is_none_or(String::is_empty);
        let mut named: Vec<_> = self.filled(contact).collect();
        let all = named.len();
        named.sort_unstable();
        named.dedup();
        let mut goes_back = false;
        let is_apart =
            sample.windows(2).all(|rows| match [&rows[0], &rows[1]].map(|row| day(row, date).map(When::key)) {
                [Some(above), Some(day)] => {
                    goes_back |= !is_blank(&rows[1]) && day < above;
                    !is_blank(&rows[1]) || day >= above
                }
                _ => false,
            });
        is_apart
            && goes_back
            && named.len() == all
            && sample.len() > all + 1
            && !sample.first().is_none_or(|row| is_blank(row))
    }

    /// Whether numbers among the contacts are none: no row with a day has one.
    pub(super) fn names_are_words(&self, columns: &ByRole) -> bool {
        let (Some(contact), Some(date)) = (columns.first(Role::Contact), columns.first(Role::Date)) else {
            return false;
        };
        let mut dated = self.table.sample.iter().filter(|row| day(row, date).is_some());
        dated.all(|row| row.get(contact).is_none_or(|cell| !is_count(cell)))
    }
}
