//! Dates and times as spreadsheets and exporters write them.

use chrono::{DateTime, Duration, NaiveDate};

use super::log::DateFormat;
use super::vocabulary::known;
use super::words::plain_word;

/// A moment of a log, in its own clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct When {
    pub(crate) day: NaiveDate,
    /// Of the day, where the time is told.
    pub(crate) seconds: Option<u32>,
}

impl When {
    /// Seconds since 1970, at midnight where no time is told.
    pub(crate) fn key(self) -> i64 {
        i64::from(self.day.signed_duration_since(NaiveDate::default()).num_days() as i32) * 86_400
            + i64::from(self.seconds.unwrap_or_default())
    }
}

/// What a text says if its day comes before its month, and if it comes behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Readings {
    pub(crate) dmy: Option<When>,
    pub(crate) mdy: Option<When>,
}

impl Readings {
    fn one(day: NaiveDate, seconds: Option<u32>) -> Self {
        let when = Some(When { day, seconds });
        Self { dmy: when, mdy: when }
    }

    pub(crate) fn of(self, order: DateFormat) -> Option<When> {
        if order == DateFormat::Mdy { self.mdy } else { self.dmy }
    }
}

/// What a text can mean; `None` if it is no date.
pub(crate) fn read(text: &str) -> Option<Readings> {
    let text = text.trim();
    iso(text).or_else(|| numbered(text)).or_else(|| worded(text))
}

/// The seconds of a time of day: `9:05`, `09:05:30 PM`, `14h30`.
pub(crate) fn time_of_day(text: &str) -> Option<u32> {
    time(&text.to_ascii_lowercase()).map(|(seconds, _)| seconds)
}

/// `2026-05-31`, `2026-05-31T08:15:00Z`: by far the most frequent.
fn iso(text: &str) -> Option<Readings> {
    let bytes = text.as_bytes();
    let number = |range: std::ops::Range<usize>| {
        bytes
            .get(range)?
            .iter()
            .try_fold(0_u32, |sum, byte| byte.is_ascii_digit().then(|| 10 * sum + u32::from(byte - b'0')))
    };
    if bytes.len() < 10 || bytes[4] != bytes[7] || !b"-/.".contains(&bytes[4]) {
        return None;
    }
    let day = NaiveDate::from_ymd_opt(number(0..4)? as i32, number(5..7)?, number(8..10)?)?;
    let seconds = match bytes.get(10) {
        None => None,
        Some(b'T' | b' ' | b't') if bytes.get(13) == Some(&b':') && !text.ends_with(['m', 'M']) => {
            let seconds = if bytes.get(16) == Some(&b':') { number(17..19)? } else { 0 };
            Some(number(11..13)? * 3_600 + number(14..16)? * 60 + seconds)
        }
        _ => return None,
    };
    Some(Readings::one(day, seconds))
}

/// `20260531`, Unix seconds and milliseconds, and the serial days of spreadsheets.
fn numbered(text: &str) -> Option<Readings> {
    if let (Some(8), false) = (text.find(['T', 't']), text.contains([':', ' '])) {
        let mut readings = numbered(&text[..8])?;
        let seconds = clock(&text[9..]);
        for when in [&mut readings.dmy, &mut readings.mdy].into_iter().flatten() {
            when.seconds = seconds;
        }
        return Some(readings);
    }
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b',') {
        return None;
    }
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
    if fraction.contains(['.', ',']) {
        return None;
    }
    let number: i64 = whole.parse().ok()?;
    let of = |time: DateTime<chrono::Utc>| {
        let seconds = time.timestamp().rem_euclid(86_400) as u32;
        Some(Readings::one(time.date_naive(), Some(seconds)))
    };
    match whole.len() {
        5 if (20_000..80_000).contains(&number) => {
            let day = NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_signed(Duration::try_days(number)?)?;
            let part: f64 = format!("0.{fraction}0").parse().ok()?;
            Some(Readings::one(day, (part > 0.0).then(|| (part * 86_400.0).round().min(86_399.0) as u32)))
        }
        8 | 14 => {
            let part = |range: std::ops::Range<usize>| whole.get(range)?.parse::<u32>().ok();
            let day = NaiveDate::from_ymd_opt(part(0..4)? as i32, part(4..6)?, part(6..8)?)?;
            Some(Readings::one(day, clock(whole.get(8..)?)))
        }
        9 | 10 => of(DateTime::from_timestamp(number, 0)?),
        12 | 13 => of(DateTime::from_timestamp_millis(number)?),
        _ => None,
    }
}

/// `090500`: hours, minutes and seconds without signs between them.
fn clock(digits: &str) -> Option<u32> {
    let part = |range: std::ops::Range<usize>| digits.get(range)?.parse::<u32>().ok();
    let (hours, minutes, seconds) = (part(0..2)?, part(2..4)?, part(4..6).unwrap_or_default());
    (hours < 24 && minutes < 60 && seconds < 61).then_some(hours * 3_600 + minutes * 60 + seconds)
}

/// Everything else: numbers and names of months in any order, weekdays, am and pm.
fn worded(text: &str) -> Option<Readings> {
    if text.len() > 60 || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let lower = text.to_lowercase();
    let Some((seconds, range)) = time(&lower) else { return day(&lower, None) };
    let (before, behind) = (&lower[..range.start], &lower[range.end..]);
    let seconds = Some(seconds);
    if before.trim().is_empty() {
        return day(behind, seconds);
    }
    // `Mon Mar 02 09:05:00 CET 2026` has its year behind the time.
    let year =
        || behind.split_whitespace().find(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()));
    day(before, seconds).or_else(|| day(&format!("{before} {}", year()?), seconds))
}

/// A date without a time of day.
fn day(date: &str, seconds: Option<u32>) -> Option<Readings> {
    let dotted = date.contains('.') && !date.contains('/');
    let (mut numbers, mut month) = (Vec::new(), None);
    for word in plain_word(date).split(' ') {
        let digits: String = word.chars().take_while(char::is_ascii_digit).collect();
        let rest = &word[digits.len()..];
        if !digits.is_empty() {
            if !["", "st", "nd", "rd", "th", "er", "t"].contains(&rest) || digits.len() > 4 {
                return None;
            }
            numbers.push(digits);
        } else if let Some(found) = known().meaning(&[], "month", word) {
            if month.replace(found.parse::<u32>().ok()?).is_some() {
                return None;
            }
        } else if known().meaning(&[], "weekday", word).is_none()
            && ![
                "at", "of", "the", "le", "a", "um", "den", "de", "del", "do", "op", "il", "kl", "uhr", "utc", "gmt", "",
            ]
            .contains(&word)
        {
            return None;
        }
    }
    let year = |digits: &str| {
        let year: i32 = digits.parse().ok()?;
        (digits.len() == 4 || digits.len() == 2).then_some(if digits.len() == 2 { 2000 + year } else { year })
    };
    let day = |y: &str, m: u32, d: &str| NaiveDate::from_ymd_opt(year(y)?, m, d.parse().ok()?);
    match (&numbers[..], month) {
        ([one, other], Some(month)) => {
            let (day_of, year_of) = if one.len() == 4 { (other, one) } else { (one, other) };
            Some(Readings::one(day(year_of, month, day_of)?, seconds))
        }
        ([first, second, third], None) => {
            let when = |day: NaiveDate| When { day, seconds };
            if first.len() == 4 {
                return Some(Readings::one(day(first, second.parse().ok()?, third)?, seconds));
            }
            let dmy = second.parse().ok().and_then(|month| day(third, month, first)).map(when);
            let mdy = first.parse().ok().and_then(|month| day(third, month, second)).map(when).filter(|_| !dotted);
            let mdy = if dotted { dmy } else { mdy };
            (dmy.is_some() || mdy.is_some()).then_some(Readings { dmy, mdy })
        }
        _ => None,
    }
}

/// The first time of day in a text in small letters, and where it stands.
fn time(text: &str) -> Option<(u32, std::ops::Range<usize>)> {
    let bytes = text.as_bytes();
    let at = (1..bytes.len()).find(|&at| {
        (bytes[at] == b':' || bytes[at] == b'h')
            && bytes[at - 1].is_ascii_digit()
            && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
    })?;
    let start = bytes[..at].iter().rposition(|byte| !byte.is_ascii_digit()).map_or(0, |before| before + 1);
    let digits = |from: usize| {
        let end =
            bytes[from..].iter().position(|byte| !byte.is_ascii_digit()).map_or(bytes.len(), |length| from + length);
        Some((text.get(from..end)?.parse::<u32>().ok()?, end))
    };
    let (hour, _) = digits(start)?;
    let (minute, mut end) = digits(at + 1)?;
    let mut second = 0;
    if bytes.get(end) == Some(&b':') {
        (second, end) = digits(end + 1)?;
    }
    if bytes.get(end) == Some(&b'.') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit) {
        (_, end) = digits(end + 1)?;
    }
    let rest = text[end..].trim_start();
    let half = ["am", "a.m.", "a.m", "pm", "p.m.", "p.m"].into_iter().find(|half| rest.starts_with(half));
    let hour = match half {
        Some(half) if half.starts_with('p') && hour < 12 => hour + 12,
        Some(half) if half.starts_with('a') && hour == 12 => 0,
        _ => hour,
    };
    let end = half.map_or(end, |half| text.len() - rest.len() + half.len());
    (hour < 24 && minute < 60 && second < 61).then_some((hour * 3_600 + minute * 60 + second, start..end))
}

/// What a column of dates is, once all its cells were seen.
#[derive(Debug, Clone, Default)]
pub(crate) struct Dates {
    pub(crate) read: u64,
    pub(crate) unreadable: u64,
    pub(crate) example: String,
    only_dmy: u64,
    only_mdy: u64,
    either: u64,
    american: bool,
    /// By order of day and month: the last moment, steps forward and steps back.
    walk: [(Option<i64>, u64, u64); 2],
}

/// How the rows of a log follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sequence {
    OldestFirst,
    NewestFirst,
    Mixed,
}

impl Dates {
    /// One more cell, with the time of day of another column if there is one.
    pub(crate) fn survey(&mut self, text: &str, seconds: Option<u32>) {
        if text.is_empty() {
            return;
        }
        let Some(mut readings) = read(text) else {
            self.unreadable += 1;
            if self.example.is_empty() {
                text.clone_into(&mut self.example);
            }
            return;
        };
        self.read += 1;
        match readings {
            Readings { dmy: Some(_), mdy: None } => self.only_dmy += 1,
            Readings { dmy: None, mdy: Some(_) } => self.only_mdy += 1,
            Readings { dmy, mdy } if dmy != mdy => {
                self.either += 1;
                if self.example.is_empty() {
                    text.clone_into(&mut self.example);
                }
                self.american |= text.ends_with(['M', 'm']);
            }
            _ => {}
        }
        for (walk, reading) in self.walk.iter_mut().zip([&mut readings.dmy, &mut readings.mdy]) {
            let Some(when) = reading else { continue };
            when.seconds = when.seconds.or(seconds);
            let key = when.key();
            match walk.0 {
                Some(before) if key > before => walk.1 += 1,
                Some(before) if key < before => walk.2 += 1,
                _ => {}
            }
            walk.0 = Some(key);
        }
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
            None if self.american => Some((DateFormat::Mdy, true)),
            None => match self.walk.map(is_straight) {
                [true, false] => Some((DateFormat::Dmy, true)),
                [false, true] => Some((DateFormat::Mdy, true)),
                _ => None,
            },
        }
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
#[expect(clippy::unwrap_used, reason = "a failed test is the message")]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_exporters_write_them() {
        for text in [
            "2026-05-31",
            "2026-05-31T08:15:00Z",
            "2026-05-31 23:59:59",
            "31.05.2026",
            "20260531",
            "2026/5/31",
            "31.5.26",
            "May 31, 2026 09:00 AM",
            "Sun, 31 May 2026 09:00:00 +0000",
            "31 mai 2026",
            "dimanche 31 mai 2026 à 14h30",
            "31. Mai 2026",
            "Sunday, May 31st, 2026",
            "31-May-26",
            "31/05/2026 9:00",
            "05/31/2026, 09:00 AM",
            "Sun 05/31/2026",
            "46173.375",
            "46173",
            "1780214400",
            "1780214400123",
            "31 de mayo de 2026",
            "2026-05-31 09:00:00.123456",
            "2026-05-31T09:00:00+02:00",
            "5/31/26 1:05 PM",
            "2026-05-31 9:05",
            "Sun May 31 09:05:00 2026",
            "Sun May 31 09:05:00 CEST 2026",
            "9:05 AM 31 May 2026",
            "20260531T090500",
            "20260531T090500Z",
            "20260531090500",
            "2026-05-31 09:05 A.M.",
        ] {
            let readings = read(text).unwrap_or_else(|| panic!("{text}"));
            let when = readings.dmy.or(readings.mdy).unwrap();
            assert_eq!(when.day.to_string(), "2026-05-31", "{text}");
        }
        assert_eq!(read("5/4/26").unwrap().mdy.unwrap().day.to_string(), "2026-05-04");
        assert_eq!(read("5/4/2026 1:05 PM").unwrap().dmy.unwrap().seconds, Some(13 * 3_600 + 300));
        for text in [
            "",
            "yesterday",
            "2026-02-30",
            "31",
            "2026-05",
            "12345678901234567890",
            "week 19, day 1",
            "Code 17",
            "5550100001x",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
