//! A rate that is told by several Beta distributions, each with its weight.

use super::Beta;

/// Weights below this move no quantile that is looked at.
const NO_WEIGHT: f64 = 1e-11;

/// The rate that a mixture of weighted Beta distributions does not exceed with probability q: from its own distribution
/// function, and not from a distribution with its moments.
///
/// # Formula
/// ```text
/// x with Σ w_i P(Beta_i ≤ x) = q
/// ```
/// by the secants of Illinois within what halving would leave of it. Takes a dozen evaluations.
pub(crate) fn quantile(weighted: &[(f64, Beta)], q: f64) -> f64 {
    if let [(_, only)] = weighted {
        return only.quantile(q);
    }
    // Neighbours may be the same distribution, which is evaluated once.
    let mut counting: Vec<(f64, Beta)> = Vec::new();
    for &(weight, beta) in weighted.iter().filter(|(weight, _)| *weight > NO_WEIGHT) {
        match counting.last_mut() {
            Some((sum, last)) if *last == beta => *sum += weight,
            _ => counting.push((weight, beta)),
        }
    }
    let off = |x: f64| counting.iter().map(|(weight, beta)| weight * beta.at_most(x)).sum::<f64>() - q;
    let (mut low, mut high) = (0.0, 1.0);
    let (mut below, mut above) = (-q, 1.0 - q);
    // On which side the last step was, so that an end that stays counts half.
    let mut was_below = None;
    for step in 0..200 {
        let width = high - low;
        if width <= 1e-11 * high {
            break;
        }
        // Every third step halves, so that a flat stretch cannot hold the secants up.
        let x = if step % 3 == 2 { f64::midpoint(low, high) } else { (low * above - high * below) / (above - below) };
        let there = off(x);
        if there == 0.0 {
            return x;
        }
        let again = was_below == Some(there < 0.0);
        if there < 0.0 {
            (low, below, above) = (x, there, if again { above / 2.0 } else { above });
        } else {
            (high, above, below) = (x, there, if again { below / 2.0 } else { below });
        }
        was_below = Some(there < 0.0);
    }
    f64::midpoint(low, high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mixture_of_one_has_its_quantiles_and_one_of_two_lies_between_theirs() {
        for (alpha, beta) in [(0.5, 200.5), (10.5, 90.5), (0.7, 0.6), (3000.0, 20.0)] {
            let one = Beta::constant(alpha, beta);
            let other = Beta::constant(alpha + 5.0, beta);
            for q in [0.05, 0.5, 0.95] {
                let mixed = quantile(&[(0.25, one), (0.75, other)], q);
                assert!((quantile(&[(1.0, one)], q) / one.quantile(q) - 1.0).abs() < 1e-9, "{one} {q}");
                assert!(one.quantile(q) <= mixed && mixed <= other.quantile(q), "{one} {q}: {mixed}");
                assert!((0.25 * one.at_most(mixed) + 0.75 * other.at_most(mixed) - q).abs() < 1e-10, "{one} {q}");
            }
        }
    }
}
