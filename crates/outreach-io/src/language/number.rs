//! How numbers are shown to people.

use outreach::Estimate;

use super::Language;

impl Language {
    /// A number as this language writes it, made from one with a decimal point.
    fn written(self, number: String) -> String {
        match self {
            Self::English => number,
            Self::French => super::typeset(&number.replace('.', ",")),
        }
    }

    /// A number with so many digits behind the point.
    pub(crate) fn decimals(self, number: f64, digits: usize) -> String {
        self.written(format!("{number:.digits$}"))
    }

    /// A number with three digits behind the point.
    pub(crate) fn plain(self, number: f64) -> String {
        self.decimals(number, 3)
    }

    /// A number with its sign and a digit behind the point.
    pub(crate) fn signed(self, number: f64) -> String {
        self.written(format!("{number:+.1}"))
    }

    /// So many per cent, as they are.
    pub(crate) fn per_cent(self, number: f64) -> String {
        self.written(format!("{number} %"))
    }

    /// A probability in per cent with two digits behind the point.
    pub(crate) fn hundredths(self, probability: f64) -> String {
        self.written(format!("{:.2} %", 100.0 * probability))
    }

    /// A share in per cent with a digit behind the point.
    pub(crate) fn tenths(self, share: f64) -> String {
        self.written(format!("{:.1} %", 100.0 * share))
    }

    /// A probability in per cent; never 0 % or 100 %, not even where rounding has made it so.
    pub(crate) fn percent(self, probability: f64) -> String {
        self.written(if probability < 0.001 {
            "< 0.1 %".to_owned()
        } else if probability > 0.999 {
            "> 99.9 %".to_owned()
        } else {
            format!("{:.1} %", 100.0 * probability)
        })
    }

    /// The probability of an event that is known to be possible, certain, or neither.
    pub(crate) fn chance(self, probability: f64, possible: bool, certain: bool) -> String {
        match (possible, certain) {
            (false, _) => self.written("0 %".to_owned()),
            (_, true) => self.written("100 %".to_owned()),
            (true, false) => self.percent(probability),
        }
    }

    /// A sampled probability with its standard error, in per cent.
    pub(crate) fn percent_estimate(self, share: Estimate) -> String {
        let shown = self.percent(share.value);
        if shown.starts_with(['<', '>']) {
            return shown;
        }
        let share = Estimate { value: 100.0 * share.value, std_error: 100.0 * share.std_error };
        let decimals = share.decimals();
        self.written(format!("{:.decimals$} % ± {:.decimals$}", share.value, share.std_error))
    }

    /// The value with its error, or the bare value of what never varied.
    pub(crate) fn estimate(self, estimate: Estimate) -> String {
        if estimate.std_error == 0.0 { self.compact(estimate.value) } else { self.with_error(estimate) }
    }

    /// The value with its error.
    pub(crate) fn with_error(self, estimate: Estimate) -> String {
        self.written(estimate.to_string())
    }

    /// As few digits as tell the number, six behind the point at the most; a dash for what is undefined.
    pub(crate) fn compact(self, number: f64) -> String {
        self.written(compact(number))
    }

    /// A probability as the fraction it is to the last bits, and as a decimal: `671/750 = 0.894667`.
    pub(crate) fn fraction(self, number: f64) -> String {
        let decimal = self.compact(number);
        match simplest_fraction(number) {
            Some((numerator, denominator)) if denominator > 1 => format!("{numerator}/{denominator} = {decimal}"),
            _ => decimal,
        }
    }

    /// An integer with its thousands set apart: `100,000`.
    pub(crate) fn grouped(self, number: u64) -> String {
        let digits = number.to_string();
        let mut grouped = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                grouped.push(match self {
                    Self::English => ',',
                    Self::French => '\u{202f}',
                });
            }
            grouped.push(digit);
        }
        grouped
    }
}

fn compact(number: f64) -> String {
    if number.is_nan() {
        return "–".to_owned();
    }
    let fixed = format!("{number:.6}");
    let short = fixed.trim_end_matches('0').trim_end_matches('.');
    if short.is_empty() || short == "-0" { "0".to_owned() } else { short.to_owned() }
}

/// The fraction with the smallest denominator, up to 10,000, that differs by rounding alone: the continued fraction's
/// convergents, until one is near enough.
fn simplest_fraction(number: f64) -> Option<(u64, u64)> {
    let (mut above, mut below) = ((1_u64, 0_u64), (number.floor() as u64, 1_u64));
    let mut rest = number - number.floor();
    loop {
        let (numerator, denominator) = below;
        if denominator > 10_000 {
            return None;
        }
        if (numerator as f64 / denominator as f64 - number).abs() <= 4.0 * f64::EPSILON * number {
            return Some(below);
        }
        let inverse = 1.0 / rest;
        // Beyond this the next denominator is too large anyway.
        if inverse.is_nan() || inverse > 1e6 {
            return None;
        }
        let whole = inverse.floor() as u64;
        rest = inverse - inverse.floor();
        (above, below) = (below, (whole * numerator + above.0, whole * denominator + above.1));
    }
}

#[cfg(test)]
mod tests {
    use super::Language::{English, French};

    #[test]
    fn a_probability_is_never_shown_as_certain_unless_it_is() {
        let percent = |probability| English.percent(probability);
        assert_eq!([0.0, 1e-9, 0.25, 1.0].map(percent), ["< 0.1 %", "< 0.1 %", "25.0 %", "> 99.9 %"]);
        assert_eq!(English.chance(1.0, true, false), "> 99.9 %");
        assert_eq!(English.chance(1.0, true, true), "100 %");
        assert_eq!(English.chance(0.0, false, false), "0 %");
    }

    #[test]
    fn fractions_are_found_and_not_invented() {
        let fraction = |number| English.fraction(number);
        assert_eq!(fraction(671.0 / 750.0), "671/750 = 0.894667");
        assert_eq!(fraction(1349.0 / 1490.0), "1349/1490 = 0.905369");
        assert_eq!(fraction(2.0 / 3.0), "2/3 = 0.666667");
        assert_eq!(fraction(0.0), "0");
        assert_eq!(fraction(1.0), "1");
        assert_eq!(fraction(std::f64::consts::FRAC_1_PI), "0.31831");
        assert_eq!(fraction(1e-12), "0");
    }

    #[test]
    fn thousands_are_grouped() {
        let grouped = |number| English.grouped(number);
        assert_eq!([0, 999, 1000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
        assert_eq!(French.grouped(1_234_567), "1\u{202f}234\u{202f}567");
    }

    #[test]
    fn french_has_a_decimal_comma() {
        assert_eq!(French.percent(0.256), "25,6\u{202f}%");
        assert_eq!(French.fraction(2.0 / 3.0), "2/3 = 0,666667");
        let mean = outreach::Estimate { value: 9.9876, std_error: 0.0095 };
        assert_eq!(French.estimate(mean), "9,9876 ± 0,0095");
    }
}
