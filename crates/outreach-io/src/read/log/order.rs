//! In which order the calls of a log were made.

use super::layout::{DateFormat, LogLayout};
use super::survey::Survey;
use crate::read::assumed::Assumed;
use crate::read::rows::Rows;
use crate::read::when::Sequence;

/// How the rows of a log follow each other.
#[derive(Debug)]
pub(super) struct Order {
    pub(super) of_rows: Sequence,
    /// That of days and months, where dates are used.
    pub(super) of_dates: Option<DateFormat>,
    /// Nothing tells when the calls were.
    pub(super) is_timeless: bool,
}

impl Order {
    /// By the whole column of dates, which has this name, or what stands for it.
    pub(super) fn settle(layout: &LogLayout, name: Option<&str>, survey: &Survey, rows: &mut Rows) -> Self {
        let dates = &survey.dates;
        let order = name.and_then(|_| dates.order(layout.date_format));
        let told = match (name, order) {
            (Some(name), Some((order, concluded))) if dates.read > 0 => Some((name, order, concluded)),
            _ => None,
        };
        let (mut of_rows, mut is_timeless) = (Sequence::OldestFirst, false);
        if let Some((name, order, concluded)) = told {
            of_rows = dates.sequence(order);
            if let Some((one, other)) = dates.swapped() {
                of_rows = Sequence::Mixed;
                rows.assume(Assumed::Swapped(name.to_owned(), one, other));
            } else if concluded {
                rows.assume(Assumed::DateOrder(order));
            }
            if dates.unreadable > 0 {
                rows.assume(Assumed::Undated(dates.unreadable, dates.example.clone()));
            }
            if survey.dated > 1 && dates.is_one_day(order) {
                if layout.newest_first {
                    of_rows = Sequence::NewestFirst;
                } else {
                    rows.assume(Assumed::OneDay);
                }
            } else if layout.newest_first && (dates.timed || of_rows == Sequence::OldestFirst) {
                rows.assume(Assumed::TimeKnown);
            }
        } else {
            let is_ambiguous = name.is_some() && order.is_none();
            if let Some(name) = name {
                let example = if is_ambiguous { &dates.slashed } else { &dates.example };
                rows.assume(Assumed::UnreadDates(name.to_owned(), example.clone(), is_ambiguous));
            }
            is_timeless = name.is_none() && !layout.no_dates && !layout.newest_first && survey.numbered.is_none();
            if is_timeless {
                rows.assume(Assumed::Timeless(rows.unused.clone()));
            }
            let both = [DateFormat::Dmy, DateFormat::Mdy].map(|order| dates.sequence(order));
            // Read either way, the rows go back in time.
            let go_back = is_ambiguous && both == [Sequence::NewestFirst; 2];
            if layout.newest_first || survey.numbered == Some(Sequence::NewestFirst) || go_back {
                of_rows = Sequence::NewestFirst;
            }
        }
        if of_rows != Sequence::OldestFirst {
            rows.assume(Assumed::Sequence(of_rows, name.unwrap_or_default().to_owned()));
        }
        Self { of_rows, of_dates: told.map(|(_, order, _)| order), is_timeless }
    }
}
