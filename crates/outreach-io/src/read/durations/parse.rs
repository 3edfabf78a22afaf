//! What one talk time says.

use super::Unit;
use crate::read::vocabulary::known;
use crate::read::words::plain_word;

/// A text as it stands: what its own marks tell, or a number whose unit the column tells.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Parsed {
    Seconds(f64),
    /// `2:31`: minutes and seconds, or hours and minutes.
    Pair(f64, f64),
    /// `0:02:31`.
    Triple(f64, f64, f64),
    Number(f64),
    /// `1.095`: a thousand and more, or one and a little.
    Grouped(f64, f64),
}

pub(super) fn parse(text: &str) -> Option<Parsed> {
    if let Some(rest) = text.trim().strip_prefix('<') {
        // Somewhere between nothing and that.
        return match parse(rest.trim())? {
            Parsed::Seconds(seconds) => Some(Parsed::Seconds(seconds / 2.0)),
            _ => None,
        };
    }
    if text.contains(':') {
        if let Some((days, clock)) = dated(text) {
            return match parse(clock)? {
                Parsed::Seconds(seconds) => Some(Parsed::Seconds(86_400.0 * days + seconds)),
                Parsed::Triple(hours, minutes, seconds) => Some(Parsed::Triple(24.0 * days + hours, minutes, seconds)),
                Parsed::Pair(hours, minutes) => Some(Parsed::Triple(24.0 * days + hours, minutes, 0.0)),
                _ => None,
            };
        }
        // `1:35 min`, `1:05 h`: the unit is that of the first number, or of both.
        let (clock, unit) = text.split_at(text.find(char::is_alphabetic).unwrap_or(text.len()));
        if !unit.is_empty() {
            let is_hours = match plain_word(unit).as_str() {
                "hh mm" | "h m" | "h min" => true,
                "mm ss" | "m s" | "min s" | "min sec" => false,
                unit => match Unit::of_word(unit)? {
                    Unit::Hours => true,
                    Unit::Minutes => false,
                    _ => return None,
                },
            };
            return match parse(clock.trim())? {
                Parsed::Pair(first, second) if is_hours => Some(Parsed::Seconds(3_600.0 * first + 60.0 * second)),
                Parsed::Pair(first, second) => Some(Parsed::Seconds(60.0 * first + second)),
                whole => Some(whole),
            };
        }
        // `00:01:35,5`
        let part = |part: &str| part.trim().replace(',', ".").parse().ok().filter(|part| *part >= 0.0);
        let parts: Option<Vec<f64>> = text.split(':').map(part).collect();
        return match parts?[..] {
            [first, second] => Some(Parsed::Pair(first, second)),
            [first, second, third] => Some(Parsed::Triple(first, second, third)),
            _ => None,
        };
    }
    // `2'44"`
    if let Some((minutes, seconds)) = text.trim_end_matches(['"', '″', '\'']).split_once(['\'', '′'])
        && let (Ok(minutes), Ok(seconds)) = (minutes.parse(), seconds.parse())
        && text.ends_with(['"', '″', '\''])
    {
        return Some(Parsed::Pair(minutes, seconds));
    }
    if let Some(number) = number(text) {
        return Some(number);
    }
    let plain = text.trim().to_lowercase();
    let plain = plain.strip_prefix("pt").unwrap_or(&plain);
    let (mut seconds, mut digits, mut unit) = (0.0, String::new(), String::new());
    let mut last = None;
    let mut add = |digits: &mut String, unit: &mut String| {
        let of = match plain_word(unit).as_str() {
            // `1 min 35`: what stands behind is of the next smaller unit.
            "" => match last? {
                Unit::Hours => Unit::Minutes,
                Unit::Minutes => Unit::Seconds,
                _ => return None,
            },
            word => Unit::of_key(known().meaning(&[], "unit", word)?)?,
        };
        seconds += digits.replace(',', ".").parse::<f64>().ok()? * of.seconds();
        last = Some(of);
        digits.clear();
        unit.clear();
        Some(())
    };
    for letter in plain.chars() {
        if letter.is_ascii_digit() || (letter == '.' || letter == ',') && unit.is_empty() {
            if !unit.is_empty() {
                add(&mut digits, &mut unit)?;
            }
            digits.push(letter);
        } else if !letter.is_whitespace() && letter != '.' {
            unit.push(letter);
        }
    }
    add(&mut digits, &mut unit)?;
    Some(Parsed::Seconds(seconds))
}

/// A length that a spreadsheet shows as a time of its first day, or pandas with its days: `12:01:35 AM`, `1899-12-30 00:01:35`,
/// `0 days 00:01:35`. Its days, and the rest.
fn dated(text: &str) -> Option<(f64, &str)> {
    let text = text.trim();
    for day in [
        "1899-12-30",
        "1899-12-31",
        "1900-01-00",
        "1904-01-01",
        "30.12.1899",
        "30/12/1899",
        "12/30/1899",
        "1/0/1900",
        "0/1/1900",
    ] {
        if let Some(clock) = text.strip_prefix(day) {
            return Some((0.0, clock.trim_start_matches(['T', ' '])));
        }
    }
    if let Some((days, clock)) = text.split_once(' ')
        && let Some(clock) = ["days ", "day "].iter().find_map(|word| clock.strip_prefix(word))
    {
        return Some((days.parse().ok()?, clock));
    }
    let half = text.len().checked_sub(3).filter(|at| text.is_char_boundary(*at))?;
    let is_morning = text[half..].eq_ignore_ascii_case(" am");
    let clock = &text[..half];
    // The twelfth hour of the morning is the first one of the day.
    match clock.strip_prefix("12:") {
        Some(_) if is_morning => Some((-0.5, clock)),
        None if is_morning => Some((0.0, clock)),
        _ => None,
    }
}

/// `95`, `95,0`, `1 095`; `1,095` may be more than a thousand, or one and a little.
fn number(text: &str) -> Option<Parsed> {
    let plain: String = text.chars().filter(|letter| !letter.is_whitespace() && *letter != '\'').collect();
    // `1.157407E-04`: a share of a day.
    if let Some((digits, exponent)) = plain.split_once(['E', 'e'])
        && digits.starts_with(|first: char| first.is_ascii_digit())
        && exponent.starts_with(['-', '+'])
    {
        return plain.replace(',', ".").parse().ok().map(Parsed::Number);
    }
    if plain.is_empty() || !plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b',') {
        return None;
    }
    let digits = |text: &str| text.replace(['.', ','], "").parse::<f64>().ok();
    let groups: Vec<&str> = plain.split(['.', ',']).collect();
    let is_grouped =
        groups[0].len() <= 3 && !["", "0"].contains(&groups[0]) && groups[1..].iter().all(|group| group.len() == 3);
    match groups.len() {
        1 => digits(&plain).map(Parsed::Number),
        2 if is_grouped => digits(&plain).map(|number| Parsed::Grouped(number, number / 1_000.0)),
        // `1,095.5` and `1.095,5`: the last mark is that of the fraction; of three groups none is.
        _ => {
            let (whole, fraction) =
                plain.rsplit_once(['.', ',']).filter(|_| groups.len() == 2 || !is_grouped).unwrap_or((&plain, ""));
            let is_whole = groups.len() == 2 || whole.split(['.', ',']).skip(1).all(|group| group.len() == 3);
            let number = format!("{}.{fraction}0", whole.replace(['.', ','], ""));
            number.parse().ok().filter(|_| is_whole).map(Parsed::Number)
        }
    }
}
