//! Talk times: `95`, `1:35`, `0:01:35`, `1m 35s`, `95 sec`, `PT1M35S`, `95,0`, shares of a day, milliseconds.

use super::vocabulary::known;
use super::words::{plain_word, spaced};

/// What one of the numbers of a column counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    Milliseconds,
    Seconds,
    Minutes,
    Hours,
    Days,
}

impl Unit {
    pub(crate) const fn seconds(self) -> f64 {
        match self {
            Self::Milliseconds => 0.001,
            Self::Seconds => 1.0,
            Self::Minutes => 60.0,
            Self::Hours => 3_600.0,
            Self::Days => 86_400.0,
        }
    }

    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Milliseconds => "milliseconds",
            Self::Seconds => "seconds",
            Self::Minutes => "minutes",
            Self::Hours => "hours",
            Self::Days => "days",
        }
    }

    fn of_key(key: &str) -> Option<Self> {
        [Self::Milliseconds, Self::Seconds, Self::Minutes, Self::Hours, Self::Days]
            .into_iter()
            .find(|unit| unit.key() == key)
    }

    /// By the name of the column: `Call duration (in seconds)`, `duration_ms`.
    fn of_name(name: &str) -> Option<Self> {
        if plain_word(name) == "hs call duration" {
            return Some(Self::Milliseconds);
        }
        let words = plain_word(&spaced(name));
        words.split(' ').rev().find_map(Self::of_word)
    }

    fn of_word(word: &str) -> Option<Self> {
        Self::of_key(known().meaning(&[], "unit", word)?)
    }
}

/// A text as it stands: what its own marks tell, or a number whose unit the column tells.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Parsed {
    Seconds(f64),
    /// `2:31`: minutes and seconds, or hours and minutes.
    Pair(f64, f64),
    Number(f64),
    /// `1.095`: a thousand and more, or one and a little.
    Grouped(f64, f64),
}

/// How the talk times of a column are to be read.
#[derive(Debug, Clone, Default)]
pub(crate) struct Durations {
    unit: Option<Unit>,
    named: bool,
    pairs_are_hours: Option<bool>,
    /// The column is of minutes and seconds: `2.30` is two minutes and a half.
    is_of_both: bool,
    /// `1.095` is a thousand and more.
    groups: Option<bool>,
    /// A number that has more or fewer digits than three behind its mark, and nothing before it: fractions.
    decimals: bool,
    /// Numbers whose three last digits stand behind a point or a comma, and one of them.
    grouped: u64,
    example: String,
    /// The smallest and the largest of them without the mark.
    span: (f64, f64),
    numbers: u64,
    smallest: f64,
    largest: f64,
    over_an_hour_of_seconds: u64,
    pairs: u64,
    longest_pair: f64,
    longest: f64,
}

impl Durations {
    pub(crate) fn of_column(name: &str) -> Self {
        let plain = plain_word(name);
        let units: Vec<_> = plain.split(' ').filter_map(Unit::of_word).collect();
        let is_of_both = units.contains(&Unit::Minutes) && units.contains(&Unit::Seconds);
        let pairs_are_hours = match () {
            () if plain.ends_with("hh mm") => Some(true),
            () if plain.contains("mm ss") || is_of_both => Some(false),
            () => None,
        };
        let unit = Unit::of_name(name).filter(|_| pairs_are_hours.is_none());
        Self { unit, named: unit.is_some(), pairs_are_hours, is_of_both, smallest: f64::INFINITY, ..Self::default() }
    }

    /// One more cell of the column.
    pub(crate) fn survey(&mut self, text: &str) {
        match parse(text) {
            Some(Parsed::Number(number)) if number > 0.0 => {
                self.decimals |= number < 1.0;
                self.count(number);
            }
            Some(Parsed::Grouped(number, _)) => {
                if self.grouped == 0 {
                    text.clone_into(&mut self.example);
                    self.span = (number, number);
                }
                self.grouped += 1;
                self.span = (self.span.0.min(number), self.span.1.max(number));
            }
            Some(Parsed::Pair(first, second)) => {
                self.pairs += 1;
                self.longest_pair = self.longest_pair.max(60.0 * first + second);
            }
            Some(Parsed::Seconds(seconds)) => self.longest = self.longest.max(seconds),
            _ => {}
        }
    }

    fn count(&mut self, number: f64) {
        self.numbers += 1;
        self.smallest = self.smallest.min(number);
        self.largest = self.largest.max(number);
        self.over_an_hour_of_seconds += u64::from(number > 7_200.0);
    }

    /// Once all cells were seen: what is assumed, in words.
    pub(crate) fn settle(&mut self, talk_time: f64) -> Vec<String> {
        let mut assumed = Vec::new();
        if self.grouped > 0 {
            // Who writes fractions writes them in every cell; milliseconds have none.
            let groups =
                self.numbers > 0 && self.largest < 1_000.0 && !self.decimals || self.unit == Some(Unit::Milliseconds);
            self.groups = Some(groups);
            let part = if groups { 1.0 } else { 0.001 };
            self.count(self.span.0 * part);
            self.count(self.span.1 * part);
            let (digits, mark) = (self.example.replace(['.', ','], ""), if groups { "" } else { "." });
            let at = digits.len().saturating_sub(3);
            assumed.push(format!("{} = {}{mark}{}", self.example, &digits[..at], &digits[at..]));
        }
        if self.unit.is_none() {
            let unit = match () {
                () if self.numbers == 0 => Unit::Seconds,
                // Nobody talks for a hundredth of a second.
                () if self.largest < 1.0 || self.largest < 5.0 && self.smallest < 0.01 => Unit::Days,
                () if self.smallest >= 1_000.0 && 2 * self.over_an_hour_of_seconds > self.numbers => Unit::Milliseconds,
                () => Unit::Seconds,
            };
            if self.numbers > 0 {
                assumed.push(if self.is_of_both { "minutes.seconds" } else { unit.key() }.to_owned());
            }
            self.unit = Some(unit);
        }
        if self.pairs > 0 && self.pairs_are_hours.is_none() {
            // No call at all would have been long enough to talk: these are hours and minutes.
            let hours = self.longest_pair <= talk_time && self.longest_pair > 0.0;
            self.pairs_are_hours = Some(hours);
            assumed.push(if hours { "hours:minutes" } else { "minutes:seconds" }.to_owned());
        }
        assumed
    }

    pub(crate) fn seconds(&self, text: &str) -> Option<f64> {
        Some(match parse(text)? {
            Parsed::Seconds(seconds) => seconds,
            Parsed::Pair(first, second) if self.pairs_are_hours == Some(true) => 3_600.0 * first + 60.0 * second,
            Parsed::Pair(first, second) => 60.0 * first + second,
            Parsed::Number(number) if self.is_of_both => 60.0 * number.trunc() + (100.0 * number.fract()).round(),
            Parsed::Number(number) => number * self.unit.unwrap_or(Unit::Seconds).seconds(),
            Parsed::Grouped(thousands, decimal) => {
                let number = if self.groups == Some(true) { thousands } else { decimal };
                number * self.unit.unwrap_or(Unit::Seconds).seconds()
            }
        })
    }

    /// The longest of the column, in seconds, once its units are settled.
    pub(crate) fn longest(&self) -> f64 {
        let pair = if self.pairs_are_hours == Some(true) { 60.0 * self.longest_pair } else { self.longest_pair };
        let number = self.largest * self.unit.unwrap_or(Unit::Seconds).seconds();
        [self.longest, pair, number].into_iter().fold(0.0, f64::max)
    }

    pub(crate) fn is_named(&self) -> bool {
        self.named
    }
}

fn parse(text: &str) -> Option<Parsed> {
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
                Parsed::Pair(hours, minutes) => {
                    Some(Parsed::Seconds(86_400.0 * days + 3_600.0 * hours + 60.0 * minutes))
                }
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
        let parts: Option<Vec<f64>> =
            text.split(':').map(|part| part.trim().parse().ok().filter(|part| *part >= 0.0)).collect();
        return match parts?[..] {
            [first, second] => Some(Parsed::Pair(first, second)),
            [hours, minutes, seconds] => Some(Parsed::Seconds(3_600.0 * hours + 60.0 * minutes + seconds)),
            _ => None,
        };
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
    for day in ["1899-12-30", "1899-12-31", "1900-01-00", "1904-01-01", "30.12.1899", "30/12/1899", "12/30/1899"] {
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

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failed test is the message")]
mod tests {
    use super::*;

    fn read(name: &str, texts: &[&str]) -> Vec<Option<f64>> {
        let mut durations = Durations::of_column(name);
        for text in texts {
            durations.survey(text);
        }
        durations.settle(30.0);
        texts.iter().map(|text| durations.seconds(text)).collect()
    }

    #[test]
    fn talk_times_are_read_as_exporters_write_them() {
        let same = ["95", "1:35", "0:01:35", "1m 35s", "95 sec", "PT1M35S", "95,0", "95.0", "1 min 35 s"];
        assert_eq!(read("duration", &same), [Some(95.0); 9]);
        let same = [
            "1mn35",
            "1mn 35s",
            "1:35 min",
            "12:01:35 AM",
            "1899-12-30 00:01:35",
            "0 days 00:01:35",
            "0:01:35 h",
            "00:01:35.000000",
        ];
        assert_eq!(read("duration", &same), [Some(95.0); 8]);
        assert_eq!(read("duration", &["2mn", "< 1 min", "1:05 h"]), [Some(120.0), Some(30.0), Some(3_900.0)]);
        assert_eq!(read("duration", &["1 days 00:01:35", "1:01:35 AM"]), [Some(86_495.0), Some(3_695.0)]);
        let days = read("duration", &["0.001099537", "0.00007", "1.002"]);
        assert!((days[0].unwrap() - 95.0).abs() < 0.01 && (days[2].unwrap() - 86_572.8).abs() < 0.01, "{days:?}");
        assert_eq!(read("hs call duration", &["95000", "9000"]), [Some(95.0), Some(9.0)]);
        assert_eq!(read("call_duration_milliseconds", &["95120"]), [Some(95.12)]);
        assert_eq!(read("CallDurationInMinutes", &["1.5"]), [Some(90.0)]);
        assert_eq!(read("Talk time (min.sec)", &["0.45", "2.3", "5"]), [Some(45.0), Some(150.0), Some(300.0)]);
        assert_eq!(read("duration", &["95120", "19120"]), [Some(95.12), Some(19.12)]);
        assert_eq!(read("duration", &["1,095", "240"]), [Some(1095.0), Some(240.0)]);
        assert_eq!(read("Dauer (s)", &["1.095", "240"]), [Some(1095.0), Some(240.0)]);
        assert_eq!(read("duration", &["95,120", "9,500"]), [Some(95.12), Some(9.5)]);
        assert_eq!(read("length_ms", &["95,120", "9,500"]), [Some(95.12), Some(9.5)]);
        assert_eq!(read("duration", &["1,095.5", "1.095,5"]), [Some(1095.5); 2]);
        assert_eq!(read("duration", &["1 min 35", "1h05"]), [Some(95.0), Some(3_900.0)]);
        assert_eq!(read("Duration", &["00:02", "00:11"]), [Some(120.0), Some(660.0)]);
        assert!((read("Duration", &["0.001099537", "0.0001"])[0].unwrap() - 95.0).abs() < 0.01);
        assert_eq!(read("duration", &["", "-1", "1:2:3:4", "soon"]), [None; 4]);
    }
}
