//! Draws of counts at any parameters: how many of n calls succeed, Poisson counts.

use rand::Rng;

use super::beta_draw::uniform;

/// Below this mean a count is found by adding up probabilities from 0; from it on by rejection.
const FEW: f64 = 10.0;

/// How many of n calls succeed, each with probability p.
///
/// # Formula
/// ```text
/// fewer than 8 calls:  one number each
/// n min(p, 1 − p) < 10:  the smallest k with u < Σ_{j ≤ k} P(j)
/// else:  transformed rejection (BTRS)
/// ```
/// Source: Hörmann, *The generation of binomial random variates*, 1993.
pub(crate) fn successes(n: u32, p: f64, rng: &mut impl Rng) -> u32 {
    const ONE_BY_ONE: u32 = 8;
    if n == 0 || p <= 0.0 {
        0
    } else if p >= 1.0 {
        n
    } else if n < ONE_BY_ONE {
        (0..n).map(|_| u32::from(uniform(rng) < p)).sum()
    } else if p > 0.5 {
        n - successes(n, 1.0 - p, rng)
    } else if f64::from(n) * p < FEW {
        few_successes(n, p, rng)
    } else {
        many_successes(n, p, rng)
    }
}

fn few_successes(n: u32, p: f64, rng: &mut impl Rng) -> u32 {
    let calls = f64::from(n);
    let odds = p / (1.0 - p);
    let none = libm::exp(calls * libm::log1p(-p));
    let next = |k: f64| odds * (calls - k) / (k + 1.0);
    (first_above(uniform(rng), none, next) as u32).min(n)
}

/// The smallest k whose cumulative probability is above u: from P(0) and P(k + 1) / P(k).
pub(crate) fn first_above(u: f64, none: f64, ratio: impl Fn(f64) -> f64) -> u64 {
    let (mut rest, mut mass, mut k) = (u, none, 0);
    // Where rounding leaves a rest, what is that rare is not waited for.
    while rest >= mass && mass >= f64::MIN_POSITIVE {
        rest -= mass;
        mass *= ratio(k as f64);
        k += 1;
    }
    k
}

fn many_successes(n: u32, p: f64, rng: &mut impl Rng) -> u32 {
    let calls = f64::from(n);
    let sd = (calls * p * (1.0 - p)).sqrt();
    let width = 1.15 + 2.53 * sd;
    let hat = Hat {
        middle: calls * p + 0.5,
        width,
        tail: -0.0873 + 0.0248 * width + 0.01 * p,
        sure: 0.92 - 4.2 / width,
        scale: (2.83 + 5.1 / width) * sd,
    };
    let odds = p / (1.0 - p);
    let log_share = |k: f64| {
        let mode = ((calls + 1.0) * p).floor();
        (mode + 0.5) * libm::log((mode + 1.0) / (odds * (calls - mode + 1.0)))
            + (calls + 1.0) * libm::log((calls - mode + 1.0) / (calls - k + 1.0))
            + (k + 0.5) * libm::log(odds * (calls - k + 1.0) / (k + 1.0))
            + stirling(mode)
            + stirling(calls - mode)
            - stirling(k)
            - stirling(calls - k)
    };
    hat.draw(calls, log_share, rng) as u32
}

/// What covers a distribution with one peak, turned into a nearly uniform one.
struct Hat {
    middle: f64,
    width: f64,
    tail: f64,
    /// So much of the middle is surely below the distribution.
    sure: f64,
    scale: f64,
}

impl Hat {
    /// A count up to the most, by the logarithm of the distribution, in units that the scale is for.
    fn draw(&self, most: f64, log_share: impl Fn(f64) -> f64, rng: &mut impl Rng) -> f64 {
        loop {
            let (place, height) = (uniform(rng) - 0.5, uniform(rng));
            let from_end = 0.5 - place.abs();
            let k = ((2.0 * self.tail / from_end + self.width) * place + self.middle).floor();
            if from_end >= 0.07 && height <= self.sure {
                return k;
            }
            let height = height * self.scale / (self.tail / (from_end * from_end) + self.width);
            if (0.0..=most).contains(&k) && libm::log(height) <= log_share(k) {
                return k;
            }
        }
    }
}

/// ln k! − ((k + ½) ln(k + 1) − (k + 1) + ½ ln 2π).
fn stirling(k: f64) -> f64 {
    const SMALL: f64 = 16.0;
    if k < SMALL {
        const HALF_LOG_TWO_PI: f64 = 0.918_938_533_204_672_8;
        return libm::lgamma(k + 1.0) - ((k + 0.5) * libm::log(k + 1.0) - (k + 1.0) + HALF_LOG_TWO_PI);
    }
    let square = (k + 1.0) * (k + 1.0);
    (1.0 / 12.0 - (1.0 / 360.0 - (1.0 / 1260.0 - 1.0 / (1680.0 * square)) / square) / square) / (k + 1.0)
}

/// A Poisson count of this mean.
///
/// Source, from a mean of 10 on: Hörmann, *The transformed rejection method for generating Poisson random variables*, 1993
/// (PTRS).
pub(crate) fn poisson(mean: f64, rng: &mut impl Rng) -> u64 {
    if mean < FEW {
        return first_above(uniform(rng), libm::exp(-mean), |k| mean / (k + 1.0));
    }
    let width = 0.931 + 2.53 * mean.sqrt();
    let hat = Hat {
        middle: mean + 0.43,
        width,
        tail: -0.059 + 0.02483 * width,
        sure: 0.9277 - 3.6224 / (width - 2.0),
        scale: 1.1239 + 1.1328 / (width - 3.4),
    };
    hat.draw(f64::INFINITY, |k| k * libm::log(mean) - mean - libm::lgamma(k + 1.0), rng) as u64
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;
    use rand::rngs::Xoshiro256PlusPlus;
    use statrs::distribution::{Binomial, DiscreteCDF, Poisson};

    use super::*;

    const DRAWS: usize = 40_000;

    /// By the inequality of Dvoretzky, Kiefer and Wolfowitz in Massart's form: beyond it once in 10^9 distributions.
    fn follows(mut draws: Vec<u64>, at_most: impl Fn(u64) -> f64) -> bool {
        draws.sort_unstable();
        let share = |count: usize| count as f64 / DRAWS as f64;
        let gap = |&k: &u64| {
            let (below, up_to) = (draws.partition_point(|&draw| draw < k), draws.partition_point(|&draw| draw <= k));
            let before = if k == 0 { 0.0 } else { at_most(k - 1) };
            (share(up_to) - at_most(k)).abs().max((share(below) - before).abs())
        };
        // At about two hundred of them: a distribution function takes long.
        draws.iter().step_by(DRAWS / 200).map(gap).fold(0.0, f64::max) < (2e9_f64.ln() / (2.0 * DRAWS as f64)).sqrt()
    }

    fn drawn(mut draw: impl FnMut(&mut Xoshiro256PlusPlus) -> u64) -> Vec<u64> {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(3);
        (0..DRAWS).map(|_| draw(&mut rng)).collect()
    }

    #[test]
    fn successes_follow_the_binomial_distribution() {
        let mut seen = 0;
        for n in [1, 7, 8, 30, 99, 1_000, 1_000_000] {
            for p in [0.0, 1e-9, 1e-3, 0.02, 0.1, 0.35, 0.5, 0.7, 0.9, 0.999, 1.0 - 1e-9, 1.0] {
                let distribution = Binomial::new(p, n.into()).expect("a probability");
                let draws = drawn(|rng| successes(n, p, rng).into());
                assert!(follows(draws.clone(), |k| distribution.cdf(k)), "{n} calls at {p}");
                // A twentieth of a standard deviation more is seen.
                let by = (0.05 * (f64::from(n) * p * (1.0 - p)).sqrt()).ceil() as u64;
                seen += u32::from(!follows(draws.iter().map(|draw| draw + by).collect(), |k| distribution.cdf(k)));
            }
        }
        assert!(seen >= 40, "{seen}");
    }

    #[test]
    fn poisson_counts_follow_their_distribution() {
        for mean in [1e-9, 0.01, 0.8, 2.0, 9.99, 10.0, 33.0, 1_000.0, 3e6] {
            let distribution = Poisson::new(mean).expect("a mean");
            assert!(follows(drawn(|rng| poisson(mean, rng)), |k| distribution.cdf(k)), "{mean}");
            assert!(
                !follows(drawn(|rng| poisson(mean * 1.03 + 0.01, rng)), |k| distribution.cdf(k)) || mean < 0.1,
                "{mean}"
            );
        }
        assert_eq!(poisson(0.0, &mut Xoshiro256PlusPlus::seed_from_u64(1)), 0);
    }
}
