//! The dates and times of call logs.

use chrono::{DateTime, NaiveDate};

use super::DateFormat;

/// The day that a text tells, with or without a time behind it: `2026-05-31`, `20260531`, `31.05.2026`, Unix seconds and
/// milliseconds; `5/6/2026` if the order is told. Else what is accepted.
pub(crate) fn day(text: &str, order: Option<DateFormat>) -> Result<NaiveDate, String> {
    let date = text.split(['T', ' ']).next().unwrap_or_default();
    let found = if !date.is_empty() && date.bytes().all(|byte| byte.is_ascii_digit()) {
        numbered(date)
    } else {
        let parts: Vec<_> = date.split(['-', '/', '.']).collect();
        let [first, second, third] = parts[..] else { return Err(no_date(text)) };
        let order = match order {
            _ if first.len() == 4 => DateFormat::Ymd,
            Some(order) => order,
            None if date.contains('.') => DateFormat::Dmy,
            None => return Err(format!("`{text}` can be read in two ways: --date-format dmy or mdy tells which")),
        };
        let [year, month, day] = match order {
            DateFormat::Dmy => [third, second, first],
            DateFormat::Mdy => [third, first, second],
            DateFormat::Ymd => [first, second, third],
        };
        // A year of two digits says nothing of its century.
        let year = year.parse().ok().filter(|_| year.len() == 4);
        year.and_then(|year| NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?))
    };
    found.ok_or_else(|| no_date(text))
}

fn no_date(text: &str) -> String {
    format!("`{text}` is no date (2026-05-31, 31.05.2026, Unix seconds or milliseconds)")
}

fn numbered(digits: &str) -> Option<NaiveDate> {
    let number: i64 = digits.parse().ok()?;
    match digits.len() {
        8 => NaiveDate::from_ymd_opt(digits[..4].parse().ok()?, digits[4..6].parse().ok()?, digits[6..].parse().ok()?),
        9 | 10 => DateTime::from_timestamp(number, 0).map(|time| time.date_naive()),
        12 | 13 => DateTime::from_timestamp_millis(number).map(|time| time.date_naive()),
        _ => None,
    }
}

/// The seconds of a talk time: `151`, `2:31`, `0:02:31`.
pub(crate) fn seconds(text: &str) -> Option<f64> {
    let parts: Option<Vec<f64>> = text.split(':').map(|part| part.parse().ok().filter(|part| *part >= 0.0)).collect();
    parts.filter(|parts| parts.len() <= 3).map(|parts| parts.iter().fold(0.0, |sum, part| 60.0 * sum + part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_exporters_write_them() {
        let day = |text, order| day(text, order).map(|day| day.to_string());
        for text in ["2026-05-31", "2026-05-31T08:15:00Z", "2026-05-31 23:59:59", "31.05.2026", "20260531", "2026/5/31"]
        {
            assert_eq!(day(text, None).as_deref(), Ok("2026-05-31"), "{text}");
        }
        assert_eq!(day("1780214400", None).as_deref(), Ok("2026-05-31"));
        assert_eq!(day("1780214400123", None).as_deref(), Ok("2026-05-31"));
        assert_eq!(day("5/6/2026", Some(DateFormat::Dmy)).as_deref(), Ok("2026-06-05"));
        assert_eq!(day("5/6/2026 8:00", Some(DateFormat::Mdy)).as_deref(), Ok("2026-05-06"));
    }

    #[test]
    fn what_is_no_day_says_what_is() {
        assert!(day("5/6/2026", None).is_err_and(|reason| reason.contains("--date-format")));
        for text in ["", "yesterday", "2026-02-30", "1.2.26", "31", "2026-05", "12345678901234567890"] {
            assert!(day(text, None).is_err_and(|reason| reason.contains("is no date")), "{text}");
        }
    }

    #[test]
    fn talk_times_are_seconds() {
        assert_eq!(
            ["151", "2:31", "0:02:31", "12.5"].map(seconds),
            [Some(151.0), Some(151.0), Some(151.0), Some(12.5)]
        );
        assert_eq!(["", "-1", "1:2:3:4", "soon"].map(seconds), [None; 4]);
    }
}
