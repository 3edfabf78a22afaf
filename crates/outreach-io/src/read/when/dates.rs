//! What the dates of a whole column tell.

use chrono::Datelike;

use super::{Readings, read};
use crate::read::log::DateFormat;

/// Of two orders of day and month the one is right that brings the days this many times closer together.
const CLOSER: i64 = 4;

/// What a column of dates is, once all its cells were seen.
#[derive(Debug, Clone, Default)]
pub(crate) struct Dates {
    pub(crate) read: u64,
    pub(crate) unreadable: u64,
    pub(crate) example: String,
    /// The first one of day and month that can be read in two ways, or else that settles their order.
    pub(crate) slashed: String,
    only_dmy: u64,
    only_mdy: u64,
    either: u64,
    american: bool,
    /// Of those that are written from the year down, or as a number, how many have a day up to the twelfth, and a later one; and one.
    whole: (u64, u64, String),
    /// Some of them have a time.
    pub(crate) timed: bool,
    /// By order of day and month: the last moment, steps forward and steps back.
    walk: [(Option<i64>, u64, u64); 2],
    /// Likewise, the first and the last moment of all.
    span: [Option<(i64, i64)>; 2],
}

/// Whether a date is one that a spreadsheet made, and no text.
pub(crate) fn begins_with_a_year(text: &str) -> bool {
    text.as_bytes().iter().take(4).all(u8::is_ascii_digit)
}

/// How the rows of a log follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sequence {
    OldestFirst,
    NewestFirst,
    Mixed,
}

impl Dates {
    /// One more cell, with the time of day of another column if there is one; whether it can be read.
    pub(crate) fn survey(&mut self, text: &str, seconds: Option<u32>) -> bool {
        if text.is_empty() {
            return false;
        }
        let Some(mut readings) = read(text) else {
            self.unreadable += 1;
            if self.example.is_empty() {
                text.clone_into(&mut self.example);
            }
            return false;
        };
        self.read += 1;
        if readings.dmy != readings.mdy
            && (self.slashed.is_empty() || self.either == 0 && readings.dmy.is_some() && readings.mdy.is_some())
        {
            text.clone_into(&mut self.slashed);
        }
        match readings {
            Readings { dmy: Some(_), mdy: None } => self.only_dmy += 1,
            Readings { dmy: None, mdy: Some(_) } => self.only_mdy += 1,
            Readings { dmy, mdy } if dmy != mdy => {
                self.either += 1;
                self.american |= text.ends_with(['M', 'm']);
            }
            Readings { dmy: Some(when), .. } if begins_with_a_year(text) => {
                if self.whole.2.is_empty() {
                    text.clone_into(&mut self.whole.2);
                }
                if when.day.day() <= 12 { self.whole.0 += 1 } else { self.whole.1 += 1 }
            }
            _ => {}
        }
        let readings = [&mut readings.dmy, &mut readings.mdy];
        for ((walk, span), reading) in self.walk.iter_mut().zip(&mut self.span).zip(readings) {
            let Some(when) = reading else { continue };
            *when = when.at(seconds);
            self.timed |= when.seconds.is_some_and(|seconds| seconds > 0);
            let key = when.key();
            match walk.0 {
                Some(before) if key > before => walk.1 += 1,
                Some(before) if key < before => walk.2 += 1,
                _ => {}
            }
            walk.0 = Some(key);
            *span = Some(span.map_or((key, key), |(first, last)| (first.min(key), last.max(key))));
        }
        true
    }

    /// The order of day and month, and whether it had to be concluded; `None` if nothing tells it.
    pub(crate) fn order(&self, told: Option<DateFormat>) -> Option<(DateFormat, bool)> {
        let is_straight = |walk: (Option<i64>, u64, u64)| walk.1 == 0 || walk.2 == 0;
        let slashed = self.either + self.only_dmy + self.only_mdy > 0;
        match told {
            Some(order) => Some((order, false)),
            None if !slashed => Some((DateFormat::Dmy, false)),
            None if self.only_dmy > 0 && self.only_mdy == 0 => Some((DateFormat::Dmy, true)),
            None if self.only_mdy > 0 && self.only_dmy == 0 => Some((DateFormat::Mdy, true)),
            None if self.only_dmy > 0 => None,
            // India and Australia write am and pm behind a day that comes first.
            None if self.american => match self.span.map(|span| span.map_or(0, |(first, last)| last - first)) {
                [dmy, mdy] if dmy * CLOSER < mdy => Some((DateFormat::Dmy, true)),
                _ => Some((DateFormat::Mdy, true)),
            },
            None => match self.walk.map(is_straight) {
                [true, false] => Some((DateFormat::Dmy, true)),
                [false, true] => Some((DateFormat::Mdy, true)),
                _ => None,
            },
        }
    }

    /// One of each where a spreadsheet seems to have taken days for months: it made dates of those texts alone whose day can be a month.
    pub(crate) fn swapped(&self) -> Option<(String, String)> {
        let texts = self.only_dmy + self.only_mdy;
        let is_so = self.whole.0 > 2 && self.whole.1 == 0 && texts > 2 && self.either == 0;
        is_so.then(|| (self.whole.2.clone(), self.slashed.clone()))
    }

    /// Whether all of them are of one day.
    pub(crate) fn is_one_day(&self, order: DateFormat) -> bool {
        let (_, forward, back) = self.walk[usize::from(order == DateFormat::Mdy)];
        self.read > 0 && forward + back == 0 && !self.timed
    }

    pub(crate) fn sequence(&self, order: DateFormat) -> Sequence {
        let (_, forward, back) = self.walk[usize::from(order == DateFormat::Mdy)];
        match (forward, back) {
            (_, 0) => Sequence::OldestFirst,
            (0, _) => Sequence::NewestFirst,
            _ => Sequence::Mixed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn am_and_pm_alone_made_a_fortnight_of_march_nine_months() {
        let order = |texts: &[String]| {
            let mut dates = Dates::default();
            assert!(texts.iter().all(|text| dates.survey(text, None)), "{texts:?}");
            dates.order(None)
        };
        let written = |write: fn(u32) -> String| (2..=12).map(write).collect::<Vec<_>>();
        let day_first = written(|day| format!("{day:02}/03/2026 09:00 AM"));
        let month_first = written(|day| format!("03/{day:02}/2026 09:00 AM"));
        let of_months = written(|month| format!("{month:02}/{:02}/2026 3:05 pm", 1 + 5 * month % 12));
        assert_eq!(order(&day_first), Some((DateFormat::Dmy, true)));
        assert_eq!(order(&month_first), Some((DateFormat::Mdy, true)));
        assert_eq!(order(&of_months), Some((DateFormat::Mdy, true)));
        assert_eq!(order(&written(|day| format!("{day:02}/03/2026 09:00"))), None);
    }
}
