//! Dates in words and signs of any kind, and times of day within them.

use chrono::NaiveDate;

use super::{Readings, When, ahead};
use crate::read::vocabulary::known;
use crate::read::words::plain_word;

/// Everything else: numbers and names of months in any order, weekdays, am and pm.
pub(super) fn worded(text: &str) -> Option<Readings> {
    if text.len() > 90 || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let lower = closed(text);
    let Some((seconds, range)) = time(&lower) else { return pointed(&lower).or_else(|| day(&lower, None)) };
    let (before, behind) = (&lower[..range.start], &lower[range.end..]);
    let seconds = Some(seconds);
    let ahead = ahead(behind.as_bytes(), lower[range.clone()].matches(':').count() > 1);
    if before.trim().is_empty() {
        return day(behind, seconds);
    }
    // `Mon Mar 02 09:05:00 CET 2026` has its year behind the time.
    let year =
        || behind.split_whitespace().find(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()));
    day(before, seconds)
        .or_else(|| day(&format!("{before} {}", year()?), seconds))
        .map(|readings| readings.ahead(ahead))
}

/// In small letters, `16 h 03` and `16 Uhr 03` as `16h03`.
pub(super) fn closed(text: &str) -> String {
    let lower = text.to_lowercase();
    // Most are digits and colons alone, and there are as many as rows.
    if !lower.contains('h') {
        return lower;
    }
    let is_digit = |letter: char| letter.is_ascii_digit();
    for between in [" h ", " uhr ", "h "] {
        if let Some((before, behind)) = lower.split_once(between)
            && before.ends_with(is_digit)
            && behind.starts_with(is_digit)
        {
            return format!("{before}h{behind}");
        }
    }
    lower
}

/// `17/03/2026 09.45`: a time with points behind a date.
fn pointed(text: &str) -> Option<Readings> {
    let (date, clock) = text.rsplit_once(' ')?;
    let (seconds, range) = time(&clock.replace('.', ":"))?;
    (clock.contains('.') && range.len() == clock.len()).then(|| day(date, Some(seconds))).flatten()
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
            let when = |day: NaiveDate| When { day, seconds, ahead: 0 };
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
pub(super) fn time(text: &str) -> Option<(u32, std::ops::Range<usize>)> {
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
