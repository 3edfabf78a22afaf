//! A pool of referrals that held meetings refill.

use crate::error::{Error, Result};
use crate::numerics::Pmf;

/// Where the warm calls of a snowball come from: a pool of referrals, refilled by the names that held meetings yield.
///
/// Each attempt is warm as long as the pool is not empty, and uses one referral; else it is cold. A name becomes a
/// referral with the probability [`Parameter::PoolIntroduced`](crate::Parameter::PoolIntroduced). The first referrals
/// and the names from cold meetings are of generation 1, names from a meeting of generation g of generation g + 1.
///
/// ```
/// use outreach::{Campaign, Pool, Rates, Strategy};
///
/// let pool = Pool { initial: 3, ..Pool::default() };
/// let snowball = Campaign::new(Rates::documented(), Strategy::snowball(pool), 100)?;
/// assert!(snowball.exact_yield()?.mean() > 70.0);
/// # Ok::<(), outreach::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pool {
    /// Referrals at the start.
    pub initial: u32,
    /// Mean number of names per meeting held; Poisson.
    pub names: f64,
    /// Makes the names negative binomial, with variance names + names² / dispersion.
    pub dispersion: Option<f64>,
    /// What a generation leaves of the warm probability: the probability of a conversation of generation g that kept
    /// its standing is cold + (warm − cold) · decay^(g − 1).
    pub decay: f64,
}

impl Pool {
    /// The keys of its numbers, in the order of the fields.
    pub const KEYS: [&str; 4] = ["pool.initial", "pool.names", "pool.dispersion", "pool.decay"];
    /// More names per meeting than this are a slip.
    pub const MAX_NAMES: f64 = 100.0;

    /// Published figures: 1.5 names per meeting held, their dispersion 0.79, a decay of 0.8.
    ///
    /// Source: docs/model.md § 8. The confidence in the names is low; of the decay nothing but its direction is known.
    pub const PUBLISHED: Self = Self { names: 1.5, dispersion: Some(0.79), decay: 0.8, ..Self::DOCUMENTED };

    /// What the only real chains of referrals that were found leave open of the dispersion: a 90 % range.
    ///
    /// Source: D. Heckathorn, J. Jeffri, *Finding the beat*, 2001: whom 264 New York jazz musicians brought to a survey, those
    /// who began the chains apart.
    pub const OF_REAL_CHAINS: [f64; 2] = [0.56, 1.17];

    const DOCUMENTED: Self = Self { initial: 5, names: 2.0, dispersion: None, decay: 1.0 };

    /// Its numbers in the order of [`Pool::KEYS`]; no dispersion is infinite.
    pub fn numbers(&self) -> [f64; 4] {
        [self.initial.into(), self.names, self.dispersion.unwrap_or(f64::INFINITY), self.decay]
    }

    /// Checks every number.
    ///
    /// # Errors
    /// [`Error::Rejected`], one per number that is out of bounds or not a number.
    pub fn check(&self) -> Result<()> {
        let mut errors = Vec::new();
        let [initial, names, dispersion, decay] = Self::KEYS;
        if self.initial > super::MAX_CALLS {
            errors.push(Error::rejected(initial, self.initial, "a number of referrals (0 to 1,000,000)"));
        }
        if !(0.0..=Self::MAX_NAMES).contains(&self.names) {
            errors.push(Error::rejected(names, self.names, "a mean number of names per meeting held (0 to 100)"));
        }
        if let Some(value) = self.dispersion
            && !(1e-2..=1e6).contains(&value)
        {
            errors.push(Error::rejected(dispersion, value, "a dispersion (0.01 to 1,000,000)"));
        }
        if !(0.0..=1.0).contains(&self.decay) {
            errors.push(Error::rejected(decay, self.decay, "a factor per generation (0 to 1)"));
        }
        Error::all(errors)
    }

    /// decay^(g − 1): what is left of the warm standing in generation g, from 1 up.
    pub(crate) fn standing_left(&self, generation: usize) -> f64 {
        // Not `powi`, whose last bits are the platform's.
        if self.decay < 1.0 { (1..generation).fold(1.0, |left, _| left * self.decay) } else { 1.0 }
    }

    /// The distribution of the referrals that one held meeting yields, where a name becomes one with this probability.
    ///
    /// # Formula
    /// ```text
    /// Poisson(names · introduced), or negative binomial of that mean and the same dispersion
    /// ```
    pub(crate) fn referrals(&self, introduced: f64) -> Pmf {
        let mean = self.names * introduced;
        self.dispersion.map_or_else(|| Pmf::poisson(mean), |dispersion| Pmf::negative_binomial(mean, dispersion))
    }
}

impl Default for Pool {
    /// Five referrals, two names per meeting held (usual French practice), no decay: assumed.
    fn default() -> Self {
        Self::DOCUMENTED
    }
}

/// The referrals at hand, oldest generation first: there are never more than two generations, as the names of one are
/// used up before those that they brought.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Referrals {
    generation: usize,
    of_generation: u64,
    of_next: u64,
}

impl Referrals {
    pub(crate) fn new(initial: u32) -> Self {
        Self { generation: 1, of_generation: initial.into(), of_next: 0 }
    }

    /// The generation of the next ones, and how many it has left. `None` if there are none.
    pub(crate) fn generation(&mut self) -> Option<(usize, u64)> {
        if self.of_generation == 0 {
            self.generation += 1;
            self.of_generation = std::mem::take(&mut self.of_next);
        }
        (self.of_generation > 0).then_some((self.generation, self.of_generation))
    }

    /// Uses this many of that generation.
    pub(crate) fn spend(&mut self, referrals: u32) {
        self.of_generation -= u64::from(referrals);
    }

    /// Uses one; tells its generation. `None` if there is none.
    pub(crate) fn take(&mut self) -> Option<usize> {
        let (generation, _) = self.generation()?;
        self.spend(1);
        Some(generation)
    }

    /// Puts in what a held meeting brought: one of the generation that is being used, or a cold one.
    pub(crate) fn put(&mut self, referrals: u64, of: Option<usize>) {
        match of {
            Some(_) => self.of_next += referrals,
            None => *self = Self { generation: 1, of_generation: referrals, of_next: 0 },
        }
    }
}
