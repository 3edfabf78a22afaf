//! A rate given as several Beta distributions, each with its weight.

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
/// by Halley's steps over the logarithm of the odds of x, and by halving where such steps bring little. Takes
/// some five evaluations.
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
    let (mut low, mut high) = (0.0, 1.0);
    let mut x = counting.iter().map(|(weight, beta)| weight * beta.mean()).sum::<f64>();
    let mut last = f64::INFINITY;
    for _ in 0..200 {
        let off = counting.iter().map(|(weight, beta)| weight * beta.at_most(x)).sum::<f64>() - q;
        if off == 0.0 {
            return x;
        }
        if off < 0.0 {
            low = x;
        } else {
            high = x;
        }
        let (density, slope) = counting.iter().fold((0.0, 0.0), |(density, slope), (weight, beta)| {
            let [of_beta, change] = beta.density_by_log_odds(x);
            (density + weight * of_beta, slope + weight * of_beta * change)
        });
        let newton = off / density;
        // Halley's correction, as far as it does not turn the step round.
        let step = newton / (1.0 - newton * slope / (2.0 * density)).max(0.5);
        let odds = x / (1.0 - x) * libm::exp(-step);
        let next = odds / (1.0 + odds);
        let moved = (next - x).abs();
        if moved <= 1e-11 * x.min(next) {
            return next;
        }
        // Where the distribution is flat, steps bring little.
        let helps = next > low && next < high && off.abs() <= last / 2.0;
        (x, last) = if helps { (next, off.abs()) } else { (f64::midpoint(low, high), f64::INFINITY) };
        if high - low <= 1e-11 * high {
            break;
        }
    }
    x
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

    /// Peaks far from each other, flat stretches between them, and rates next to 0 and 1.
    #[test]
    fn quantiles_of_beliefs_that_contradict_each_other_are_found() {
        let betas =
            [(0.5, 0.5), (0.5, 1e6), (3e5, 7e5), (1e6, 0.5), (900.0, 100.0), (2.0, 5e8), (0.01, 0.01), (40.0, 2.0)];
        let betas = betas.map(|(alpha, beta)| Beta::constant(alpha, beta));
        for one in betas {
            for other in betas {
                for (weight, q) in [(0.5, 0.5), (0.05, 0.05), (0.9, 0.95), (1e-4, 0.05), (0.3, 0.299)] {
                    let mixed = [(weight, one), (1.0 - weight, other)];
                    let x = quantile(&mixed, q);
                    let at_most = |x: f64| mixed.iter().map(|(weight, beta)| weight * beta.at_most(x)).sum::<f64>();
                    let (below, above) = (x * (1.0 - 1e-10), x * (1.0 + 1e-10));
                    assert!(
                        at_most(below) <= q + 1e-10 && at_most(above) >= q - 1e-10,
                        "{one} {other} {weight} {q}: {x}"
                    );
                }
            }
        }
    }
}
