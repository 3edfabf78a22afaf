//! The referrals that held meetings bring.

use rand::Rng;

use crate::model::Pool;
use crate::simulate::beta_draw::{log_gamma_draw, uniform};
use crate::simulate::drawn_counts::{first_above, poisson};

/// The distribution of the referrals that one held meeting brings: [`Pool::referrals`], made ready for drawing sums.
#[derive(Debug, Clone, Copy)]
pub(super) struct Names {
    mean: f64,
    dispersion: Option<f64>,
    /// P(none).
    none: f64,
}

impl Names {
    pub(super) fn new(pool: &Pool, introduced: f64) -> Self {
        let mean = pool.names * introduced;
        let none = match pool.dispersion {
            None => libm::exp(-mean),
            Some(dispersion) => libm::exp(-dispersion * libm::log1p(mean / dispersion)),
        };
        Self { mean, dispersion: pool.dispersion, none }
    }

    /// What so many meetings bring together.
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
            return (0..meetings).map(|_| self.of_one(rng)).sum();
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

    fn of_one(&self, rng: &mut impl Rng) -> u64 {
        let u = uniform(rng);
        match self.dispersion {
            None => first_above(u, self.none, |k| self.mean / (k + 1.0)),
            Some(dispersion) => {
                let factor = self.mean / (self.mean + dispersion);
                first_above(u, self.none, |k| factor * (k + dispersion) / (k + 1.0))
            }
        }
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
        // The sum of so many is of the same kind: its mean and its dispersion are so many times as large.
        let sum = Pool {
            names: pool.names * f64::from(meetings),
            dispersion: pool.dispersion.map(|dispersion| dispersion * f64::from(meetings)),
            ..*pool
        };
        let law = sum.referrals(0.7);
        let places = draws.iter().copied().step_by(50);
        let gap = |k: u64| {
            let share = draws.partition_point(|&draw| draw <= k) as f64 / f64::from(DRAWS);
            (1.0 - law.at_least(k as usize + 1) - share).abs()
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
