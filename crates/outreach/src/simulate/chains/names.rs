//! The referrals that held meetings bring.

use std::cell::OnceCell;

use rand::Rng;

use crate::model::Pool;
use crate::simulate::beta_draw::{log_gamma_draw, uniform};
use crate::simulate::drawn_counts::{first_above, poisson};
use crate::simulate::failures::Failures;

/// The distribution of the referrals that one held meeting brings: [`Pool::referrals`], made ready for drawing sums.
#[derive(Debug, Clone)]
pub(super) struct Names {
    mean: f64,
    dispersion: Option<f64>,
    /// P(none), from the first meeting on: most worlds of few meetings do without.
    none: OnceCell<f64>,
}

fn log_none(mean: f64, dispersion: Option<f64>) -> f64 {
    dispersion.map_or(-mean, |dispersion| -dispersion * libm::log1p(mean / dispersion))
}

impl Names {
    pub(super) fn new(pool: &Pool, introduced: f64) -> Self {
        Self::of_mean(pool.names * introduced, pool.dispersion)
    }

    fn of_mean(mean: f64, dispersion: Option<f64>) -> Self {
        Self { mean, dispersion, none: OnceCell::new() }
    }

    fn none(&self) -> f64 {
        *self.none.get_or_init(|| libm::exp(log_none(self.mean, self.dispersion)))
    }

    /// What this many meetings bring together.
    ///
    /// # Formula
    /// ```text
    /// few meetings:  each by adding up probabilities from 0
    /// else:  Poisson(meetings · mean), or Poisson(Gamma(meetings · dispersion) · mean / dispersion)
    /// ```
    pub(super) fn draw(&self, meetings: u32, rng: &mut impl Rng) -> u64 {
        /// From here on one draw for all is faster.
        const MANY: f64 = 12.0;
        if meetings == 0 || self.mean <= 0.0 {
            return 0;
        }
        if f64::from(meetings) * (self.mean + 1.0) < MANY {
            return (0..meetings).map(|_| self.above(uniform(rng))).sum();
        }
        let meetings = f64::from(meetings);
        match self.dispersion {
            None => poisson(meetings * self.mean, rng),
            Some(dispersion) => {
                let share = libm::exp(log_gamma_draw(meetings * dispersion, rng)) / dispersion;
                poisson(share * self.mean, rng)
            }
        }
    }

    /// The smallest number whose cumulative probability is above this.
    fn above(&self, u: f64) -> u64 {
        match self.dispersion {
            None => first_above(u, self.none(), |k| self.mean / (k + 1.0)),
            Some(dispersion) => {
                let factor = self.mean / (self.mean + dispersion);
                first_above(u, self.none(), |k| factor * (k + dispersion) / (k + 1.0))
            }
        }
    }
}

/// The referrals of meetings, those that bring a meeting told apart from the others.
///
/// # Formula
/// ```text
/// names of mean m, of which each brings a meeting with probability w:
/// Poisson:            those that do of mean m w, the others of mean m (1 − w), independent
/// of dispersion d:    those that do of mean m w and dispersion d;
///                     beside s of them the others of mean (d + s) r and dispersion d + s,  r = m (1 − w) / (d + m w)
/// ```
#[derive(Debug, Clone)]
pub(super) struct Thinned {
    /// How many meetings in a row bring none that does.
    pub(super) in_vain: Failures,
    do_bring: Names,
    /// Of a meeting that brought none that does.
    others: Names,
}

impl Thinned {
    pub(super) fn of(names: &Names, brings: f64) -> Self {
        let (mean, dispersion) = (names.mean * brings, names.dispersion);
        let left = names.mean * (1.0 - brings) / dispersion.map_or(1.0, |dispersion| 1.0 + mean / dispersion);
        Self {
            in_vain: Failures::where_one_is(log_none(mean, dispersion)),
            do_bring: Names::of_mean(mean, dispersion),
            others: Names::of_mean(left, dispersion),
        }
    }

    /// What this many meetings bring that bring none that does.
    pub(super) fn draw_in_vain(&self, meetings: u32, rng: &mut impl Rng) -> u64 {
        self.others.draw(meetings, rng)
    }

    /// Of a meeting that brings at least one that does: how many do and do not.
    pub(super) fn draw_some(&self, rng: &mut impl Rng) -> [u64; 2] {
        let none = self.do_bring.none();
        let some = self.do_bring.above(none + (1.0 - none) * uniform(rng)).max(1);
        let others = match self.others.dispersion {
            None => self.others.mean,
            Some(dispersion) => {
                libm::exp(log_gamma_draw(dispersion + some as f64, rng)) * self.others.mean / dispersion
            }
        };
        [some, poisson(others, rng)]
    }
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;
    use rand::rngs::Xoshiro256PlusPlus;

    use super::*;

    /// By Massart's inequality, beyond which 20,000 draws go once in 10^9 distributions.
    fn gap(pool: &Pool, meetings: u32, drawn: &Pool) -> f64 {
        const DRAWS: u32 = 20_000;
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(5);
        let names = Names::new(drawn, 0.7);
        let mut draws: Vec<_> = (0..DRAWS).map(|_| names.draw(meetings, &mut rng)).collect();
        draws.sort_unstable();
        // The sum of this many is of the same kind: its mean and its dispersion are this many times as large.
        let sum = Pool {
            names: pool.names * f64::from(meetings),
            dispersion: pool.dispersion.map(|dispersion| dispersion * f64::from(meetings)),
            ..*pool
        };
        let distribution = sum.referrals(0.7);
        let places = draws.iter().copied().step_by(50);
        let gap = |k: u64| {
            let share = draws.partition_point(|&draw| draw <= k) as f64 / f64::from(DRAWS);
            (1.0 - distribution.at_least(k as usize + 1) - share).abs()
        };
        places.map(gap).fold(0.0, f64::max) / (2e9_f64.ln() / (2.0 * f64::from(DRAWS))).sqrt()
    }

    #[test]
    fn sums_of_names_follow_their_distribution() {
        for names in [1e-6, 0.1, 0.87, 2.0, 20.0, Pool::MAX_NAMES] {
            for dispersion in [None, Some(0.01), Some(0.79), Some(3.0), Some(1e6)] {
                for meetings in [1, 2, 7, 40] {
                    let pool = Pool { names, dispersion, ..Pool::default() };
                    let found = gap(&pool, meetings, &pool);
                    assert!(found < 1.0, "{meetings} of {names} with {dispersion:?}: {found}");
                }
            }
        }
        let (poisson, dispersed) = (Pool::default(), Pool { dispersion: Some(3.0), ..Pool::default() });
        assert!([1, 2, 7, 40].map(|meetings| gap(&poisson, meetings, &dispersed)).iter().all(|gap| *gap > 1.0));
    }
}
