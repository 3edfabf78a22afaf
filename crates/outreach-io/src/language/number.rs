//! How numbers are shown to people.

use outreach::Estimate;

use super::Language;

impl Language {
    /// A number as this language writes it, made from one with a decimal point.
    fn written(self, mut number: String) -> String {
        if number.starts_with('-') {
            number.replace_range(..1, "−");
        }
        match self {
            Self::English => number,
            Self::French => super::typeset(&number.replace('.', ",")),
        }
    }

    /// A number with this many digits behind the point.
    pub(crate) fn decimals(self, number: f64, digits: usize) -> String {
        self.written(format!("{number:.digits$}"))
    }

    /// A number with three digits behind the point; one that they would make nothing keeps its first digit. What is smaller
    /// than rounding is nothing.
    pub(crate) fn plain(self, number: f64) -> String {
        if (1e-13..0.0005).contains(&number.abs()) {
            return self.written(format!("{number:.0e}"));
        }
        self.decimals(number, 3)
    }

    /// A number with its sign and a digit behind the point.
    pub(crate) fn signed(self, number: f64) -> String {
        self.written(format!("{number:+.1}"))
    }

    /// A number that is written already, as per cent.
    pub(crate) fn percent_of(self, number: impl std::fmt::Display) -> String {
        match self {
            Self::English => format!("{number} %"),
            Self::French => format!("{number}\u{202f}%"),
        }
    }

    /// This many per cent, as they are.
    pub(crate) fn per_cent(self, number: f64) -> String {
        self.written(format!("{number} %"))
    }

    /// A probability in per cent, without the sign: with a digit behind the point, or as many as tell it from nothing and from
    /// certainty.
    pub(crate) fn percent_digits(self, probability: f64) -> String {
        let tenths = (1000.0 * probability).round() / 10.0;
        let is_plain = tenths > 0.0 && tenths < 100.0 || probability <= 0.0 || probability >= 1.0;
        self.compact(if is_plain { tenths } else { 100.0 * probability })
    }

    /// A confidence in per cent, without the sign: with the digits that were given where six behind the point make it certain.
    pub(crate) fn confidence_digits(self, confidence: f64) -> String {
        match confidence.to_string().strip_prefix("0.99") {
            Some(behind) if self.compact(100.0 * confidence) == "100" => self.written(format!("99.{behind}")),
            _ => self.compact(100.0 * confidence),
        }
    }

    /// A probability in per cent with two digits behind the point.
    pub(crate) fn hundredths(self, probability: f64) -> String {
        self.written(format!("{:.2} %", 100.0 * probability))
    }

    /// A probability in whole per cent, as people say it; 0 % and 100 % only where it is exactly that.
    pub(crate) fn whole_percent(self, probability: f64) -> String {
        /// What rounding may take from the sum of all masses.
        const ROUNDING: f64 = 1e-12;
        self.written(if probability <= 0.0 {
            "0 %".to_owned()
        } else if probability < 0.005 {
            "< 1 %".to_owned()
        } else if probability >= 1.0 - ROUNDING {
            "100 %".to_owned()
        } else if probability >= 0.995 {
            "> 99 %".to_owned()
        } else {
            format!("{} %", (100.0 * probability).round())
        })
    }

    /// A sampled probability in whole per cent; of what no trial or every one brought the bound that three standard errors set.
    pub(crate) fn whole_estimate(self, share: Estimate) -> String {
        let bound = (300.0 * share.std_error).ceil().min(99.0);
        match share.value {
            value if value <= 0.0 && bound > 0.0 => self.written(format!("< {bound} %")),
            value if value >= 1.0 && bound > 0.0 => self.written(format!("> {} %", 100.0 - bound)),
            value => self.whole_percent(value),
        }
    }

    /// An exact probability in whole per cent, of an event that is known to be possible, certain, or neither.
    pub(crate) fn whole_chance(self, probability: f64, possible: bool, certain: bool) -> String {
        /// What is said as less than one per cent, or more than 99.
        const RARE: f64 = 1e-9;
        self.whole_percent(match (possible, certain) {
            (false, _) => 0.0,
            (_, true) => 1.0,
            (true, false) => probability.clamp(RARE, 1.0 - RARE),
        })
    }

    /// A probability in per cent as people say it of a rate: whole from ten on, with a decimal below.
    pub(crate) fn rough_percent(self, probability: f64) -> String {
        if (0.0995..=0.99).contains(&probability) {
            return self.written(format!("{} %", (100.0 * probability).round()));
        }
        if probability > 0.99 { self.written("> 99 %".to_owned()) } else { self.percent(probability) }
    }

    /// `5 to 12 %`; one number where both ends are said alike.
    pub(crate) fn rough_range(self, low: f64, high: f64) -> String {
        match [low, high].map(|end| self.rough_percent(end)) {
            [low, high] if low == high => low,
            [low, high] => self.range(low.trim_end_matches([' ', '\u{202f}', '%']), high),
        }
    }

    /// A mean count as people say it: whole from ten on, with a decimal below, and a digit that tells it from nothing.
    pub(crate) fn about(self, count: f64) -> String {
        match count.abs() {
            size if size >= 9.95 => {
                let sign = if count < 0.0 { "−" } else { "" };
                format!("{sign}{}", self.grouped(size.round() as u64))
            }
            size if size >= 0.0995 || size == 0.0 => {
                let shown = self.decimals(count, 1);
                shown.strip_suffix(".0").or(shown.strip_suffix(",0")).map_or(shown.clone(), str::to_owned)
            }
            size if size < 5e-7 => self.written(format!("{count:.0e}")),
            size => self.decimals(count, (-size.log10()).ceil() as usize),
        }
    }

    /// Minutes as people say them: `45 min`, `18 h 30 min`, and whole hours from a hundred on.
    pub(crate) fn duration(self, minutes: f64) -> String {
        if !minutes.is_finite() {
            return "–".to_owned();
        }
        let whole = minutes.round() as u64;
        self.written(match (whole / 60, whole % 60) {
            (0, minutes) => format!("{minutes} min"),
            (hours, 0) if hours < 100 => format!("{hours} h"),
            (hours, minutes) if hours < 100 => format!("{hours} h {minutes:02} min"),
            _ => return self.written(format!("{} h", self.grouped((minutes / 60.0).round() as u64))),
        })
    }

    /// The same of minutes that are known roughly: to five minutes from one hour on, to ten from ten hours on.
    pub(crate) fn about_duration(self, minutes: f64) -> String {
        let step = match minutes {
            under if under < 60.0 => 1.0,
            under if under < 600.0 => 5.0,
            _ => 10.0,
        };
        self.duration((minutes / step).round() * step)
    }

    /// Minutes as a clock has them, for tables: `13:50`.
    pub(crate) fn clock(self, minutes: f64) -> String {
        if !minutes.is_finite() {
            return "–".to_owned();
        }
        let whole = minutes.round() as u64;
        format!("{}:{:02}", self.grouped(whole / 60), whole % 60)
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

    /// A sampled probability with its standard error, in per cent. What no trial or every one brought is shown as the bound that
    /// three standard errors set: for none of n trials 3/n, at 95 %.
    pub(crate) fn percent_estimate(self, share: Estimate) -> String {
        let reach = 3.0 * share.std_error;
        if share.value + reach < 0.001 || share.value - reach > 0.999 {
            return self.percent(share.value);
        }
        if share.value.is_nan() {
            return "–".to_owned();
        }
        let share = Estimate { value: 100.0 * share.value, std_error: 100.0 * share.std_error };
        if share.std_error.is_nan() {
            return self.written(format!("{:.0} % ± –", share.value));
        }
        let bound = ((30.0 * share.std_error).ceil() / 10.0).min(99.9);
        let decimals = share.decimals();
        self.written(if share.value <= 0.0 {
            format!("< {bound:.1} %")
        } else if share.value >= 100.0 {
            format!("> {:.1} %", 100.0 - bound)
        } else {
            format!("{:.decimals$} % ± {:.decimals$}", share.value, share.std_error)
        })
    }

    /// The value with its error, or the bare value of what never varied; a dash for what is undefined.
    pub(crate) fn estimate(self, estimate: Estimate) -> String {
        let is_bare = estimate.std_error == 0.0 || estimate.value.is_nan();
        if is_bare { self.compact(estimate.value) } else { self.with_error(estimate) }
    }

    /// The value with its error.
    pub(crate) fn with_error(self, estimate: Estimate) -> String {
        self.written(estimate.to_string())
    }

    /// As few digits as tell the number, six behind the point at the most, or the first three of a small one; a dash for what is
    /// undefined.
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
    if number == 0.0 {
        return "0".to_owned();
    }
    let trimmed = |digits: &str| digits.trim_end_matches('0').trim_end_matches('.').to_owned();
    // What six digits would make nothing, or a tenth more or less.
    if number.abs() < 5e-6
        && let Some((digits, exponent)) = format!("{number:.2e}").split_once('e')
    {
        return format!("{}e{exponent}", trimmed(digits));
    }
    trimmed(&format!("{number:.6}"))
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
mod tests;
