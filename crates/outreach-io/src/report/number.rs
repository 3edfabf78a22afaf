//! How numbers are shown to people.

use outreach::Estimate;

/// A probability in per cent; never 0 % or 100 %, not even where rounding has made it so.
pub(crate) fn percent(probability: f64) -> String {
    if probability < 0.001 {
        "< 0.1 %".to_owned()
    } else if probability > 0.999 {
        "> 99.9 %".to_owned()
    } else {
        format!("{:.1} %", 100.0 * probability)
    }
}

/// The probability of an event that is known to be possible, certain, or neither.
pub(crate) fn chance(probability: f64, possible: bool, certain: bool) -> String {
    match (possible, certain) {
        (false, _) => "0 %".to_owned(),
        (_, true) => "100 %".to_owned(),
        (true, false) => percent(probability),
    }
}

/// A sampled probability with its standard error, in per cent.
pub(crate) fn percent_estimate(share: Estimate) -> String {
    let shown = percent(share.value);
    if shown.starts_with(['<', '>']) {
        return shown;
    }
    let share = Estimate { value: 100.0 * share.value, std_error: 100.0 * share.std_error };
    let decimals = share.decimals();
    format!("{:.decimals$} % ± {:.decimals$}", share.value, share.std_error)
}

/// A number with three digits behind the point.
pub(crate) fn plain(number: f64) -> String {
    format!("{number:.3}")
}

/// The value with its error, or the bare value of what never varied.
pub(crate) fn estimate(estimate: Estimate) -> String {
    if estimate.std_error == 0.0 { compact(estimate.value) } else { estimate.to_string() }
}

/// As few digits as tell the number, six behind the point at the most; a dash for what is undefined.
pub(crate) fn compact(number: f64) -> String {
    if number.is_nan() {
        return "–".to_owned();
    }
    let fixed = format!("{number:.6}");
    let short = fixed.trim_end_matches('0').trim_end_matches('.');
    if short.is_empty() || short == "-0" { "0".to_owned() } else { short.to_owned() }
}

/// A probability as the fraction it is to the last bits, and as a decimal: `671/750 = 0.894667`.
pub(crate) fn fraction(number: f64) -> String {
    let decimal = compact(number);
    match simplest_fraction(number) {
        Some((numerator, denominator)) if denominator > 1 => format!("{numerator}/{denominator} = {decimal}"),
        _ => decimal,
    }
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

/// An integer with its thousands set apart: `100,000`.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_probability_is_never_shown_as_certain_unless_it_is() {
        assert_eq!([0.0, 1e-9, 0.25, 1.0].map(percent), ["< 0.1 %", "< 0.1 %", "25.0 %", "> 99.9 %"]);
        assert_eq!(chance(1.0, true, false), "> 99.9 %");
        assert_eq!(chance(1.0, true, true), "100 %");
        assert_eq!(chance(0.0, false, false), "0 %");
    }

    #[test]
    fn fractions_are_found_and_not_invented() {
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
        assert_eq!([0, 999, 1000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
    }
}
