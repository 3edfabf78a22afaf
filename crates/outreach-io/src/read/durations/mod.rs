//! Talk times: `95`, `1:35`, `0:01:35`, `1m 35s`, `95 sec`, `PT1M35S`, `95,0`, shares of a day, milliseconds.

mod parse;

use self::parse::{Parsed, parse};
use super::vocabulary::known;
use super::words::{plain_word, spaced};

/// What one of the numbers of a column counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    Nanoseconds,
    Microseconds,
    Milliseconds,
    Seconds,
    Minutes,
    Hours,
    Days,
}

impl Unit {
    pub(crate) const fn seconds(self) -> f64 {
        match self {
            Self::Nanoseconds => 1e-9,
            Self::Microseconds => 1e-6,
            Self::Milliseconds => 0.001,
            Self::Seconds => 1.0,
            Self::Minutes => 60.0,
            Self::Hours => 3_600.0,
            Self::Days => 86_400.0,
        }
    }

    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Nanoseconds => "nanoseconds",
            Self::Microseconds => "microseconds",
            Self::Milliseconds => "milliseconds",
            Self::Seconds => "seconds",
            Self::Minutes => "minutes",
            Self::Hours => "hours",
            Self::Days => "days",
        }
    }

    fn of_key(key: &str) -> Option<Self> {
        let below = [Self::Nanoseconds, Self::Microseconds, Self::Milliseconds];
        let mut all = below.into_iter().chain([Self::Seconds, Self::Minutes, Self::Hours, Self::Days]);
        all.find(|unit| unit.key() == key)
    }

    /// By the name of the column: `Call duration (in seconds)`, `duration_ms`.
    fn of_name(name: &str) -> Option<Self> {
        if plain_word(name) == "hs call duration" {
            return Some(Self::Milliseconds);
        }
        // `mSec` is one word.
        if let Some(unit) = plain_word(name).split(' ').rev().find_map(Self::of_word) {
            return Some(unit);
        }
        let words = plain_word(&spaced(name));
        words.split(' ').rev().find_map(Self::of_word)
    }

    /// A part of a clock's name: `h`, `hh`, `Std`, `mm`, `ss`.
    fn of_clock(word: &str) -> Option<Self> {
        match word {
            "hh" => Some(Self::Hours),
            "mm" => Some(Self::Minutes),
            "ss" => Some(Self::Seconds),
            _ => Self::of_word(word),
        }
    }

    fn of_word(word: &str) -> Option<Self> {
        Self::of_key(known().meaning(&[], "unit", word)?)
    }
}

/// What `1:35:00` stands for in a column.
#[derive(Debug, Clone, Default)]
struct Triples {
    many: u64,
    /// Those of whole minutes.
    whole: u64,
    /// Those of them that are no multiple of five minutes, as lengths are that somebody estimated.
    odd: u64,
}

impl Triples {
    fn add(&mut self, seconds: f64) {
        let is_of = |length: f64| seconds % length == 0.0;
        self.many += u64::from(seconds > 0.0);
        self.whole += u64::from(seconds > 0.0 && is_of(60.0));
        self.odd += u64::from(is_of(60.0) && !is_of(300.0));
    }

    /// Whether a spreadsheet took `3:20` for hours and minutes: nobody talks for whole minutes alone, and then for hours.
    fn are_minutes(&self, longest: f64) -> bool {
        self.many >= 3 && self.whole == self.many && self.odd > 0 && longest >= 7_200.0
    }
}

/// How the talk times of a column are to be read.
#[derive(Debug, Clone, Default)]
pub(crate) struct Durations {
    unit: Option<Unit>,
    named: bool,
    pairs_are_hours: Option<bool>,
    /// `01:35:00` is of minutes, seconds and what is less; or of hours, as the column's name says.
    triples_are_minutes: Option<bool>,
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
    /// As seconds, milliseconds and microseconds this many numbers would be longer than two hours.
    too_long: [u64; 3],
    pairs: u64,
    longest_pair: f64,
    triples: Triples,
    longest: f64,
}

impl Durations {
    pub(crate) fn of_column(name: &str) -> Self {
        let plain = plain_word(name);
        let units: Vec<_> = plain.split(' ').filter_map(Unit::of_word).collect();
        let is_of_both = units.contains(&Unit::Minutes) && units.contains(&Unit::Seconds);
        // `(h:mm)`, `(Std:Min)`, `(mm:ss:00)`: what stands before and between the marks.
        let clock: Vec<_> = plain.split(' ').skip_while(|word| Unit::of_clock(word).is_none()).collect();
        let begins = |units: &[Unit]| {
            let mut pairs = clock.iter().zip(units);
            clock.len() >= units.len() && pairs.all(|(word, unit)| Unit::of_clock(word) == Some(*unit))
        };
        let is_of_clock = name.contains(':') || name.contains("mm") || name.contains("MM");
        let pairs_are_hours = match () {
            () if begins(&[Unit::Hours, Unit::Minutes, Unit::Seconds]) => None,
            () if is_of_clock && begins(&[Unit::Hours, Unit::Minutes]) => Some(true),
            () if is_of_both || begins(&[Unit::Minutes, Unit::Seconds]) => Some(false),
            () => None,
        };
        let is_less =
            |word: &&str| Unit::of_word(word) == Some(Unit::Milliseconds) || word.bytes().all(|byte| byte == b'0');
        let triples_are_minutes = match () {
            () if begins(&[Unit::Minutes, Unit::Seconds]) && clock.get(2).is_some_and(is_less) => Some(true),
            () if begins(&[Unit::Hours, Unit::Minutes]) => Some(false),
            () => None,
        };
        let unit = Unit::of_name(name).filter(|_| pairs_are_hours.is_none());
        let named = unit.is_some();
        Self {
            unit,
            named,
            pairs_are_hours,
            triples_are_minutes,
            is_of_both,
            smallest: f64::INFINITY,
            ..Self::default()
        }
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
            Some(Parsed::Triple(..)) => {
                let seconds = self.seconds(text).unwrap_or(0.0);
                self.triples.add(seconds);
                self.longest = self.longest.max(seconds);
            }
            Some(Parsed::Seconds(seconds)) => self.longest = self.longest.max(seconds),
            _ => {}
        }
    }

    fn count(&mut self, number: f64) {
        self.numbers += 1;
        self.smallest = self.smallest.min(number);
        self.largest = self.largest.max(number);
        for (many, of_two_hours) in self.too_long.iter_mut().zip([7.2e3, 7.2e6, 7.2e9]) {
            *many += u64::from(number > of_two_hours);
        }
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
        // `Duration US` is of a country: nobody talks for a hundredth of a second.
        if self.unit == Some(Unit::Microseconds) && self.largest < 10_000.0 {
            self.unit = None;
        }
        if self.unit.is_none() {
            let unit = match () {
                () if self.numbers == 0 => Unit::Seconds,
                () if self.largest < 1.0 || self.largest < 5.0 && self.smallest < 0.01 => Unit::Days,
                () => self.of_large_numbers(),
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
        let may_be_of_minutes = !self.named || self.unit == Some(Unit::Minutes);
        if may_be_of_minutes && self.triples_are_minutes.is_none() && self.triples.are_minutes(self.longest) {
            self.triples_are_minutes = Some(true);
            self.longest /= 60.0;
            assumed.push("minutes:seconds".to_owned());
        }
        assumed
    }

    /// The first unit in which most calls are no longer than two hours.
    fn of_large_numbers(&self) -> Unit {
        let units = [(Unit::Milliseconds, 1e3), (Unit::Microseconds, 1e6), (Unit::Nanoseconds, 1e9)];
        let is_so = |(many, (_, least)): &(u64, (Unit, f64))| self.smallest >= *least && 2 * many > self.numbers;
        self.too_long.into_iter().zip(units).take_while(is_so).last().map_or(Unit::Seconds, |(_, (unit, _))| unit)
    }

    pub(crate) fn seconds(&self, text: &str) -> Option<f64> {
        Some(match parse(text)? {
            Parsed::Seconds(seconds) => seconds,
            Parsed::Triple(minutes, seconds, _) if self.triples_are_minutes == Some(true) => 60.0 * minutes + seconds,
            Parsed::Triple(hours, minutes, seconds) => 3_600.0 * hours + 60.0 * minutes + seconds,
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
            "1'35\"",
            "1′35″",
            "1/0/1900 00:01:35",
            "1mn35",
            "1mn 35s",
            "1:35 min",
            "12:01:35 AM",
            "1899-12-30 00:01:35",
            "0 days 00:01:35",
            "0:01:35 h",
            "00:01:35.000000",
        ];
        assert_eq!(read("duration", &same), [Some(95.0); 11]);
        assert_eq!(read("duration", &["2mn", "< 1 min", "1:05 h"]), [Some(120.0), Some(30.0), Some(3_900.0)]);
        assert_eq!(read("duration", &["1 days 00:01:35", "1:01:35 AM"]), [Some(86_495.0), Some(3_695.0)]);
        let days = read("duration", &["0.001099537", "0.00007", "1.002"]);
        assert!((days[0].unwrap() - 95.0).abs() < 0.01 && (days[2].unwrap() - 86_572.8).abs() < 0.01, "{days:?}");
        assert_eq!(read("hs call duration", &["95000", "9000"]), [Some(95.0), Some(9.0)]);
        assert_eq!(read("call_duration_milliseconds", &["95120"]), [Some(95.12)]);
        assert_eq!(read("CallDurationInMinutes", &["1.5"]), [Some(90.0)]);
        assert_eq!(read("Talk time (min.sec)", &["0.45", "2.3", "5"]), [Some(45.0), Some(150.0), Some(300.0)]);
        assert_eq!(read("duration", &["95120", "19120"]), [Some(95.12), Some(19.12)]);
        assert_eq!(read("duration_us", &["95000000", "9000"]), [Some(95.0), Some(0.009)]);
        assert_eq!(read("Duration (µs)", &["95000000"]), [Some(95.0)]);
        assert_eq!(read("duration", &["95000000", "9000000"]), [Some(95.0), Some(9.0)]);
        assert_eq!(read("duration", &["95000000000", "9000000000"]), [Some(95.0), Some(9.0)]);
        assert_eq!(read("Duration US", &["95", "9"]), [Some(95.0), Some(9.0)]);
        assert_eq!(read("duration", &["1,095", "240"]), [Some(1095.0), Some(240.0)]);
        assert_eq!(read("Dauer (s)", &["1.095", "240"]), [Some(1095.0), Some(240.0)]);
        assert_eq!(read("duration", &["95,120", "9,500"]), [Some(95.12), Some(9.5)]);
        assert_eq!(read("length_ms", &["95,120", "9,500"]), [Some(95.12), Some(9.5)]);
        assert_eq!(read("duration", &["1,095.5", "1.095,5"]), [Some(1095.5); 2]);
        assert_eq!(read("duration", &["1 min 35", "1h05"]), [Some(95.0), Some(3_900.0)]);
        assert_eq!(read("Duration", &["00:02", "00:11"]), [Some(120.0), Some(660.0)]);
        for name in [
            "(h:mm)",
            "(H:MM)",
            "[h:mm]",
            "h:mm",
            "(hours:minutes)",
            "(heures:minutes)",
            "(h:min)",
            "(Std:Min)",
            "(hrs:min)",
            "hh_mm",
        ] {
            assert_eq!(read(&format!("Duration {name}"), &["0:01", "1:35"]), [Some(60.0), Some(5_700.0)], "{name}");
        }
        for name in ["(mm:ss:ms)", "(mm:ss:00)", "(min:s:ms)"] {
            assert_eq!(read(&format!("Duration {name}"), &["01:35:00"]), [Some(95.0)], "{name}");
        }
        for name in ["Talk time (mm:ss)", "Talk time (min:s)", "Durée mm:ss", "Gesprächszeit (Min:Sek)"] {
            assert_eq!(read(name, &["1:35", "0:09"]), [Some(95.0), Some(9.0)], "{name}");
        }
        assert_eq!(read("Duration (hh:mm:ss)", &["0:01:35", "1:35"]), [Some(95.0), Some(95.0)]);
        let shares = read("Duration", &["1.099537E-03", "0.000000E+00", "8,10185E-05"]);
        assert!((shares[0].unwrap() - 95.0).abs() < 0.01 && shares[1] == Some(0.0) && shares[2].unwrap() < 7.01);
        let of_whole_minutes = ["0:09:00", "1:35:00", "3:20:00", "0:00:00"];
        assert_eq!(read("Duration", &of_whole_minutes), [9.0, 95.0, 200.0, 0.0].map(Some));
        assert_eq!(read("Duration (h:mm:ss)", &of_whole_minutes), [540.0, 5_700.0, 12_000.0, 0.0].map(Some));
        assert_eq!(read("Duration", &["0:05:00", "0:10:00", "2:30:00"]), [300.0, 600.0, 9_000.0].map(Some));
        assert_eq!(read("Duration", &["0:09:00", "0:03:20", "3:20:00"]), [540.0, 200.0, 12_000.0].map(Some));
        let of_mornings = ["12:09:00 AM", "1:35:00 AM", "3:20:00 AM"];
        assert_eq!(read("Duration", &of_mornings), [9.0, 95.0, 200.0].map(Some));
        assert_eq!(read("Duration (mSec)", &["95000", "9000"]), [Some(95.0), Some(9.0)]);
        assert!((read("Duration", &["0.001099537", "0.0001"])[0].unwrap() - 95.0).abs() < 0.01);
        assert_eq!(read("duration", &["", "-1", "1:2:3:4", "soon"]), [None; 4]);
    }
}
