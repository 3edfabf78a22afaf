//! Dates and times as spreadsheets and exporters write them.

mod dates;
mod worded;

pub(crate) use self::dates::{Dates, Sequence, begins_with_a_year};

use chrono::{DateTime, Datelike, Duration, NaiveDate};

use self::worded::{closed, time, worded};
use super::log::DateFormat;

/// A moment of a log, by its own clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct When {
    pub(crate) day: NaiveDate,
    /// Of the day, where there is a time.
    pub(crate) seconds: Option<u32>,
    /// The seconds by which the clock is ahead of UTC, where that stands behind the time.
    ahead: i32,
}

impl When {
    /// With a time of day that stands apart, unless there is one; midnight is what spreadsheets add to a day.
    pub(crate) fn at(self, seconds: Option<u32>) -> Self {
        Self { seconds: self.seconds.filter(|told| *told > 0).or(seconds).or(self.seconds), ..self }
    }

    /// With the day for the month and the month for the day, where that is a day.
    pub(crate) fn swapped(self) -> Self {
        let day = NaiveDate::from_ymd_opt(self.day.year(), self.day.day(), self.day.month());
        Self { day: day.unwrap_or(self.day), ..self }
    }

    /// Seconds since 1970, at midnight where there is no time.
    pub(crate) fn key(self) -> i64 {
        i64::from(self.day.signed_duration_since(NaiveDate::default()).num_days() as i32) * 86_400
            + i64::from(self.seconds.unwrap_or_default())
            - i64::from(self.ahead)
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
        let when = Some(When { day, seconds, ahead: 0 });
        Self { dmy: when, mdy: when }
    }

    fn ahead(self, ahead: i32) -> Self {
        let with = |when: When| When { ahead, ..when };
        Self { dmy: self.dmy.map(with), mdy: self.mdy.map(with) }
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

/// What databases write where there is no day: `0000-00-00`, `1970-01-01`.
pub(crate) fn is_no_day(text: &str) -> bool {
    let day = text.get(..10).unwrap_or_default();
    day.contains('0') && day.bytes().all(|byte| b"0-/.".contains(&byte))
        || ["1970-01-01", "1900-01-00", "1900-01-01", "0001-01-01", "1899-12-30"].contains(&day)
}

/// The seconds of a time of day: `9:05`, `09:05:30 PM`, `14h30`, `5 PM`.
pub(crate) fn time_of_day(text: &str) -> Option<u32> {
    let text = closed(text);
    time(&text).map(|(seconds, _)| seconds).or_else(|| hour_alone(&text))
}

fn hour_alone(text: &str) -> Option<u32> {
    let (hour, unit) = text.split_at(text.find(|letter: char| !letter.is_ascii_digit())?);
    let hour: u32 = hour.parse().ok().filter(|hour| *hour < 24)?;
    let hour = match unit.trim().replace('.', "").as_str() {
        "am" if hour <= 12 => hour % 12,
        "pm" if hour <= 12 => hour % 12 + 12,
        "h" | "uhr" => hour,
        _ => return None,
    };
    Some(3_600 * hour)
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
    match bytes.get(10) {
        None => Some(Readings::one(day, None)),
        Some(b'T' | b' ' | b't') if bytes.get(13) == Some(&b':') && !is_of_half_a_day(&bytes[14..]) => {
            let has_seconds = bytes.get(16) == Some(&b':');
            let seconds = if has_seconds { number(17..19)? } else { 0 };
            let seconds = number(11..13)? * 3_600 + number(14..16)? * 60 + seconds;
            let behind = bytes.get(if has_seconds { 19 } else { 16 }..).unwrap_or_default();
            Some(Readings::one(day, Some(seconds)).ahead(ahead(behind, has_seconds || bytes[10] != b' ')))
        }
        _ => None,
    }
}

/// The seconds by which a clock is ahead of UTC, by what stands behind a time: `+02:00`, `-0500`, `GMT+2`. `09:00-10:00` may be the
/// length of a call, unless its time is exact.
fn ahead(behind: &[u8], is_exact: bool) -> i32 {
    let read = || {
        let at = behind.iter().position(|byte| !byte.is_ascii_digit() && !b". (".contains(byte))?;
        let of_zone = ["utc", "gmt"]
            .iter()
            .any(|zone| behind.get(at..at + 3).is_some_and(|letters| letters.eq_ignore_ascii_case(zone.as_bytes())));
        let (sign, rest) = behind[if of_zone { at + 3 } else { at }..].split_first()?;
        let sign = [(b'+', 1), (b'-', -1)].into_iter().find_map(|(byte, factor)| (byte == *sign).then_some(factor))?;
        let end = rest.iter().position(|byte| !byte.is_ascii_digit() && *byte != b':').unwrap_or(rest.len());
        let number = std::str::from_utf8(&rest[..end]).ok()?;
        let (hours, minutes) = match number.split_once(':') {
            Some(parts) => parts,
            None => number.split_at(number.len().min(2)),
        };
        let is_told = of_zone || is_exact || !number.contains(':') && number.len() == 4;
        let (hours, minutes): (i32, i32) =
            (hours.parse().ok()?, if minutes.is_empty() { 0 } else { minutes.parse().ok()? });
        (is_told && hours < 15 && minutes < 60).then_some(sign * (3_600 * hours + 60 * minutes))
    };
    read().unwrap_or_default()
}

/// Whether `PM` or `a.m.` stands behind the digits of a time, and perhaps a zone behind it.
fn is_of_half_a_day(time: &[u8]) -> bool {
    let letters =
        time.iter().position(|byte| !byte.is_ascii_digit() && !b":. ".contains(byte)).map_or(&[][..], |at| &time[at..]);
    let half: Vec<_> = letters.iter().filter(|byte| **byte != b'.').take(3).map(u8::to_ascii_lowercase).collect();
    matches!(half.as_slice(), [b'a' | b'p', b'm'] | [b'a' | b'p', b'm', b' ' | b'(' | b'+' | b'-'])
}

/// `20260531`, Unix seconds and milliseconds, and the serial days of spreadsheets.
fn numbered(text: &str) -> Option<Readings> {
    if let (Some(8), false) = (text.find(['T', 't', ' ']), text.contains(':')) {
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

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failed test is the message")]
mod tests {
    use super::*;

    #[test]
    fn moments_of_several_zones_follow_each_other_as_they_were() {
        let key = |text: &str| read(text).unwrap().dmy.unwrap().key();
        for text in [
            "2026-05-04T09:00:00Z",
            "2026-05-04T14:30:00+05:30",
            "2026-05-04T14:30:00.250+0530",
            "2026-05-04T01:00-08:00",
            "2026-05-04 11:00:00 +0200",
            "2026-05-04 11:00 GMT+2",
            "2026-05-04 11:00 (UTC+02:00)",
            "04/05/2026 11:00:00 +02:00",
            "Mon, 4 May 2026 11:00:00 +0200",
            "4 May 2026 11:00:00 AM GMT+02:00",
            "2026-05-04 09:00",
            "2026-05-04 09:00-10:00",
            "2026-05-04 09:00 - 10:00",
            "2026-05-04 09:00:00 CET",
        ] {
            assert_eq!(key(text), key("2026-05-04") + 9 * 3_600, "{text}");
        }
        assert_eq!(read("2026-05-04T23:30:00-08:00").unwrap().dmy.unwrap().day.to_string(), "2026-05-04");
    }

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
            "20260531 090500",
            "31/05/2026 09.05",
            "31.05.2026 9.05.30",
            "2026-05-31 09.05",
            "Sun May 31 2026 16:46:00 GMT+0200 (Central European Summer Time)",
            "di. 31.05.2026 16:33",
            "20260531090500",
            "2026-05-31 09:05 A.M.",
        ] {
            let readings = read(text).unwrap_or_else(|| panic!("{text}"));
            let when = readings.dmy.or(readings.mdy).unwrap();
            assert_eq!(when.day.to_string(), "2026-05-31", "{text}");
        }
        for text in ["31/05/2026 09.05", "20260531 090500", "31.05.2026 9.05"] {
            assert_eq!(read(text).unwrap().dmy.unwrap().seconds, Some(9 * 3_600 + 300), "{text}");
        }
        assert_eq!(read("5/4/26").unwrap().mdy.unwrap().day.to_string(), "2026-05-04");
        assert_eq!(read("5/4/2026 1:05 PM").unwrap().dmy.unwrap().seconds, Some(13 * 3_600 + 300));
        for zone in ["", " UTC", " EST", " (CET)", " +0200", " GMT+2"] {
            for time in ["01:05 PM", "01:05:00 p.m.", "1:05 pm"] {
                let text = format!("2026-05-04 {time}{zone}");
                assert_eq!(read(&text).unwrap().dmy.unwrap().seconds, Some(13 * 3_600 + 300), "{text}");
            }
        }
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
