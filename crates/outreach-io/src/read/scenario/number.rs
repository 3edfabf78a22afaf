//! Numbers as people write them: `5 %`, `0,05`, `1 in 10`, `5 to 10 %`, `1,000`, `1e6`, `6h`, `11:40`. What can be read in two
//! ways is no number, and both readings are said.

use outreach::{Beta, Error, Probability, Rate, Result};

use super::rejected;

/// What stands for a number.
#[derive(Debug, PartialEq)]
enum Written {
    /// One number, in Rust's digits.
    One(String),
    /// A comma or a point with three digits behind it: of thousands, or decimal.
    Either([String; 2]),
    Not,
}

fn written(text: &str) -> Written {
    let text = text.trim().replace(['\u{a0}', '\u{202f}', '\u{2009}', '\'', '’'], " ");
    if text.parse::<f64>().is_ok() {
        return Written::One(text);
    }
    let parts: Vec<&str> = text.split([' ', ',', '.']).collect();
    let signs: Vec<char> = text.chars().filter(|sign| [' ', ',', '.'].contains(sign)).collect();
    let digits = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let [whole, .., last] = parts[..] else { return Written::Not };
    let (Some(&sign), true) = (signs.last(), digits(&whole) && parts.iter().all(digits)) else { return Written::Not };
    let thousands = |parts: &[&str]| parts.iter().skip(1).all(|part| part.len() == 3) && parts[0].len() <= 3;
    let decimal = || format!("{}.{last}", parts[..parts.len() - 1].concat());
    match signs[..signs.len() - 1] {
        [] if sign == ',' && thousands(&parts) && whole != "0" => Written::Either([parts.concat(), decimal()]),
        [] if sign == ' ' => {
            if thousands(&parts) {
                Written::One(parts.concat())
            } else {
                Written::Not
            }
        }
        [] => Written::One(decimal()),
        [first, ..] if signs.iter().all(|&other| other == first) => {
            if thousands(&parts) {
                Written::One(parts.concat())
            } else {
                Written::Not
            }
        }
        ref before if sign != ' ' && before.iter().all(|&other| other == before[0] && other != sign) => {
            if thousands(&parts[..parts.len() - 1]) { Written::One(decimal()) } else { Written::Not }
        }
        _ => Written::Not,
    }
}

/// A number or a percentage: `0.2`, `0,2`, `20 %`, `1 in 5`, `1/5`.
///
/// ```
/// assert_eq!(outreach_io::number("66.7 %"), Some(0.667));
/// assert_eq!(outreach_io::number("1 in 10"), Some(0.1));
/// assert_eq!(outreach_io::number("some"), None);
/// ```
pub fn number(text: &str) -> Option<f64> {
    let one = |text: &str| match written(text) {
        Written::One(digits) => Some(digits),
        Written::Either(_) | Written::Not => None,
    };
    if let Some(percent) = text.trim().strip_suffix('%') {
        // The decimal exponent, and not a division, keeps 66.7 % the number nearest to 0.667.
        return format!("{}e-2", one(percent)?).parse().ok();
    }
    let parted = |sign: &str| text.split_once(sign).and_then(|(part, of)| Some([one(part)?, one(of)?]));
    match ["/", " in ", " of ", " out of ", " sur "].into_iter().find_map(parted) {
        // Half for some, and all for others.
        Some([part, of]) if part == "50" && of == "50" => None,
        Some(parts) => {
            let [part, of] = parts.map(|number| number.parse().unwrap_or(f64::NAN));
            (0.0 <= part && part <= of && of > 0.0).then(|| part / of)
        }
        None => one(text)?.parse().ok(),
    }
}

/// A number that is no share of anything.
pub(super) fn plain(key: &str, value: &str, accepted: &str) -> Result<f64> {
    match written(value) {
        Written::One(digits) => digits.parse().map_err(|_| rejected(key, value, accepted)),
        Written::Either(readings) => Err(ambiguous(key, value, &readings)),
        Written::Not => Err(rejected(key, value, accepted)),
    }
}

/// A whole number, which no decimal can be meant for.
pub(super) fn whole(text: &str) -> Option<u64> {
    let digits = match written(text) {
        Written::One(digits) => digits,
        Written::Either([whole, _]) => whole,
        Written::Not => return None,
    };
    let exact = |number: f64| (number.fract() == 0.0 && (0.0..=1e15).contains(&number)).then_some(number as u64);
    // 5.0 is how some programs write 5.
    let digits = digits.strip_suffix(".0").unwrap_or(&digits);
    let point = digits.contains('.');
    digits.parse().ok().or_else(|| if point { None } else { digits.parse().ok().and_then(exact) })
}

/// A whole number, or what is accepted in its place: `1.000` is a thousand for many, and one for others.
///
/// # Errors
/// What is accepted; of a number with two readings, both.
///
/// ```
/// assert_eq!(outreach_io::whole_or("1,000", "a number of calls"), Ok(1_000));
/// assert_eq!(outreach_io::whole_or("few", "a number of calls"), Err("a number of calls".to_owned()));
/// assert!(outreach_io::whole_or("1.000", "a number of calls").unwrap_err().ends_with("as 1000 and as 1"));
/// ```
pub fn whole_or(text: &str, accepted: &str) -> std::result::Result<u64, String> {
    whole(text).ok_or_else(|| match thousand_or_one(text) {
        Some(readings) => one_of(&readings),
        None => accepted.to_owned(),
    })
}

/// Both readings of a point with three digits behind it.
pub(super) fn thousand_or_one(text: &str) -> Option<[String; 2]> {
    let (whole, behind) = text.trim().split_once('.')?;
    let is_number = |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_either = is_number(whole) && !whole.starts_with('0') && is_number(behind) && behind.len() == 3;
    is_either.then(|| [format!("{whole}{behind}"), format!("{whole}.{behind}")])
}

/// A number of hours: `6`, `6h`, `11:40`, `18 h 30 min`.
///
/// # Errors
/// [`Error::Rejected`] for other texts.
///
/// ```
/// assert_eq!(outreach_io::hours("11:30").unwrap(), 11.5);
/// ```
pub fn hours(text: &str) -> Result<f64> {
    Ok(minutes("hours", text, Bare::Hours, "a number of hours")? / 60.0)
}

/// What a number without a unit counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bare {
    Minutes,
    Hours,
}

/// A time in minutes, of numbers that are in minutes or in hours where they have no unit: `15`, `15 min`, `6h`, `11:40`,
/// `18 h 30 min`.
pub(super) fn minutes(key: &str, value: &str, bare: Bare, accepted: &str) -> Result<f64> {
    let wrong = || rejected(key, value, accepted);
    if let Some((hours, minutes)) = value.split_once(':') {
        // In minutes the one may be minutes and the other seconds.
        let clock = bare == Bare::Hours && minutes.len() == 2 && minutes < "60";
        let [hours, minutes] = [hours.parse::<u32>(), minutes.parse::<u32>()];
        return match (clock, hours, minutes) {
            (true, Ok(hours), Ok(minutes)) => Ok(f64::from(hours) * 60.0 + f64::from(minutes)),
            _ => Err(wrong()),
        };
    }
    let is_unit = |c: char| c.is_alphabetic();
    if !value.contains(is_unit) || value.parse::<f64>().is_ok() {
        return Ok(plain(key, value, accepted)? * if bare == Bare::Hours { 60.0 } else { 1.0 });
    }
    let (mut rest, mut sum, mut last) = (value.trim(), 0.0, "");
    while !rest.is_empty() {
        // `11h40`: minutes behind hours.
        if let ("h", Ok(minutes @ 0..60)) = (last, rest.parse::<u8>()) {
            return Ok(sum + f64::from(minutes));
        }
        let at = rest.find(is_unit).ok_or_else(wrong)?;
        let (number, behind) = rest.split_at(at);
        let (unit, behind) = behind.split_at(behind.find(|c| !is_unit(c)).unwrap_or(behind.len()));
        let length = match unit {
            "h" | "hour" | "hours" | "heure" | "heures" => 60.0,
            "m" | "min" | "minute" | "minutes" => 1.0,
            _ => return Err(wrong()),
        };
        sum += plain(key, number, accepted)? * length;
        (rest, last) = (behind.trim(), unit);
    }
    Ok(sum)
}

/// A number, a percentage, `beta(alpha, beta)`, `mean(mean, weight)`, `range(low, high)` or `5 to 10 %`.
pub(super) fn rate(key: &str, value: &str) -> Result<Rate> {
    const ACCEPTED: &str =
        "a probability (0 to 1, or 0 % to 100 %), beta(alpha, beta), mean(mean, weight) or range(low, high)";
    let wrong = || rejected(key, value, ACCEPTED);
    let (form, arguments) = match value.strip_suffix(')').and_then(|value| value.split_once('(')) {
        Some((form, arguments)) => {
            // A mean and the ends of a range are probabilities; weights are no share of anything.
            let weighs = |index: usize| form.trim() == "beta" || form.trim() == "mean" && index == 1;
            let argument =
                |(index, text): (usize, &str)| number(text).filter(|_| !weighs(index) || !text.contains('%'));
            (form.trim(), arguments.split(',').enumerate().map(argument).collect())
        }
        None => match ends(value) {
            Some(ends) => ("range", ends.map(|end| number(&end)).into_iter().collect()),
            None => return probability(key, value, ACCEPTED),
        },
    };
    let arguments: Option<Vec<f64>> = arguments;
    let beta = match (form, arguments.as_deref()) {
        ("beta", Some(&[alpha, beta])) => Beta::new(alpha, beta),
        ("mean", Some(&[mean, weight])) => Beta::with_mean(mean, weight),
        ("range", Some(&[low, high])) => Beta::from_range(low, high),
        _ => return Err(wrong()),
    };
    beta.map(Rate::from).map_err(|error| match error {
        Error::Rejected { accepted, .. } => rejected(key, value, &accepted),
        other => other,
    })
}

fn probability(key: &str, value: &str, accepted: &str) -> Result<Rate> {
    if let Written::Either(readings) = written(value) {
        return Err(ambiguous(key, value, &readings));
    }
    let number = number(value).ok_or_else(|| rejected(key, value, accepted))?;
    Probability::named(key, number).map(Rate::from).map_err(|error| match error {
        // As it was written: 150 %, and not 1.5.
        Error::Rejected { accepted, .. } => rejected(key, value, &accepted),
        other => other,
    })
}

/// The ends of `5 to 10 %`, `5 % – 10 %`, `0.05 to 0.1`; a percent sign at the second is meant for both.
fn ends(value: &str) -> Option<[String; 2]> {
    let (low, high) = [" to ", " à ", "–", " - ", "-"].into_iter().find_map(|sign| value.split_once(sign))?;
    let [low, high] = [low.trim(), high.trim()];
    let sign = if high.ends_with('%') && !low.ends_with('%') { "%" } else { "" };
    // A minus is no range, and neither is the exponent of 1e-3.
    let number = low.starts_with(|c: char| c.is_ascii_digit() || c == '.') && !low.ends_with(['e', 'E']);
    number.then(|| [format!("{low}{sign}"), high.to_owned()])
}

pub(super) fn ambiguous(key: &str, value: &str, readings: &[String; 2]) -> Error {
    rejected(key, value, &one_of(readings))
}

fn one_of([one, other]: &[String; 2]) -> String {
    let other = other.trim_end_matches('0').trim_end_matches('.');
    format!("one number: it can be read as {one} and as {other}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_people_write_them() {
        for (text, expected) in [
            ("0.05", 0.05),
            ("0,05", 0.05),
            ("5%", 0.05),
            ("5 %", 0.05),
            ("6,5 %", 0.065),
            ("66.7\u{202f}%", 0.667),
            ("1 in 10", 0.1),
            ("1/10", 0.1),
            ("7/94", 7.0 / 94.0),
            ("1 sur 8", 0.125),
            ("9 out of 10", 0.9),
            ("1e-3", 1e-3),
            ("0,500", 0.5),
            (".5", 0.5),
        ] {
            assert_eq!(number(text), Some(expected), "{text}");
        }
        for text in ["", "%", "1,000", "11/10", "1/0", "x in y", "1 in", "5 10", "1,2,3", "0 %%"] {
            assert_eq!(number(text), None, "{text}");
        }
        for (text, expected) in [
            ("1,000", 1_000),
            ("1 000", 1_000),
            ("12\u{202f}500", 12_500),
            ("1'000'000", 1_000_000),
            ("1.000.000", 1_000_000),
            ("1e6", 1_000_000),
            ("2,500,000", 2_500_000),
            ("42", 42),
        ] {
            assert_eq!(whole(text), Some(expected), "{text}");
        }
        for text in ["10.5", "1.000", "-1", "1,00", "10,0000", "1e-1", "inf", "nan", "1 00", "", "ten"] {
            assert_eq!(whole(text), None, "{text}");
        }
    }

    #[test]
    fn two_readings_are_said() {
        let said = plain("pool.names", "1,000", "a number").expect_err("two readings").to_string();
        assert_eq!(said, "pool.names = 1,000 is not one number: it can be read as 1000 and as 1");
        assert!(rate("cold.meeting", "1,000").expect_err("two readings").to_string().ends_with("as 1000 and as 1"));
        for text in ["1.000", "12.000", "1.500"] {
            let whole = whole_or(text, "a number of calls").expect_err("two readings");
            assert!(whole.starts_with("one number: it can be read as 1"), "{text}: {whole}");
        }
        for text in ["0.125", "1.5", "1.0000", "1234.000"] {
            assert_eq!(whole_or(text, "a number of calls"), Err("a number of calls".to_owned()), "{text}");
        }
        assert_eq!(
            [whole("5.0"), whole("1000.0"), whole("5.00")],
            [Some(5), Some(1000), None],
            "as programs write them"
        );
        for (text, expected) in
            [("1,5", 1.5), ("1.234,5", 1234.5), ("1,234.5", 1234.5), ("1 234,5", 1234.5), ("0,125", 0.125)]
        {
            assert_eq!(plain("pool.names", text, "a number"), Ok(expected), "{text}");
        }
    }

    #[test]
    fn times_with_their_units() {
        for (text, expected) in [
            ("6", 360.0),
            ("6h", 360.0),
            ("11:40", 700.0),
            ("18 h 30 min", 1_110.0),
            ("90 min", 90.0),
            ("1,5 h", 90.0),
            ("2e1", 1_200.0),
            ("11h40", 700.0),
            ("1 h 30", 90.0),
            ("1h5", 65.0),
        ] {
            assert_eq!(minutes("hours", text, Bare::Hours, "a number of hours"), Ok(expected), "{text}");
        }
        assert_eq!(minutes("effort.meeting", "1 h 15 min", Bare::Minutes, "a number of minutes"), Ok(75.0));
        for text in ["", "h", "6 days", "1:75", "1:5", "6h x", "min 5", ":", "1h60", "1h 2 3", "5 min 30"] {
            assert!(minutes("hours", text, Bare::Hours, "a number of hours").is_err(), "{text}");
        }
        assert!(minutes("effort.meeting", "1:30", Bare::Minutes, "a number of minutes").is_err());
    }

    #[test]
    fn ranges_in_words() {
        let expected = rate("cold.meeting", "range(5%, 10%)");
        for text in
            ["5 to 10 %", "5% to 10%", "5-10%", "5 – 10 %", "0.05 to 0.1", "5 à 10 %", "0,05 to 0,1", "1/20 to 1/10"]
        {
            assert_eq!(rate("cold.meeting", text), expected, "{text}");
        }
        for text in ["beta(2, 150 %)", "mean(10 %, 20 %)"] {
            assert!(rate("cold.meeting", text).is_err(), "{text}: a weight is no share");
        }
        for text in ["5 to 10", "to 5 %", "5 to", "-5 %", "-0.1", "10 to 5 %", "1e-3 to 2"] {
            assert!(rate("cold.meeting", text).is_err(), "{text}");
        }
        assert!(
            rate("cold.meeting", "150 %")
                .expect_err("two readings")
                .to_string()
                .starts_with("cold.meeting = 150 % is not a probability")
        );
    }
}
