//! What the contacts of a list bring: exactly, or on average over drawn worlds.

use crate::interruption::check_cancelled;
use crate::model::{Campaign, Kind, Parameter};
use crate::numerics::{Pmf, Probability};
use crate::parallel::prelude::*;
use crate::simulate::drawn_worlds;

/// The meetings that a list of contacts will bring: their exact distribution, or an average over drawn worlds.
///
/// # Formula
/// ```text
/// P(yield ≥ k) = E[P(yield ≥ k | rates)], over 10,000 drawn values of the uncertain rates
/// standard error of any number of the distribution: sd of it over 50 parts of 200 worlds each, divided by √50
/// ```
/// Given the rates the distribution is exact, so that the error is that of ignorance alone, at most 0.005 for a probability.
#[derive(Debug, Clone)]
pub struct ContactYield {
    distribution: Pmf,
    /// That of each part of the worlds; none where it is exact.
    parts: Vec<Pmf>,
}

impl ContactYield {
    /// Worlds that are drawn.
    pub const WORLDS: u32 = 10_000;
    /// The seed that they are drawn from.
    pub const SEED: u64 = 42;

    pub(super) fn exact(distribution: Pmf) -> Self {
        Self { distribution, parts: Vec::new() }
    }

    /// The yield of a campaign of contacts, beside that of others.
    pub(super) fn averaged(others: &Pmf, campaign: &Campaign) -> Self {
        const PARTS: usize = 50;
        /// Rarer than this changes no probability by 1e-18.
        const NEGLIGIBLE: f64 = 1e-22;
        let worlds = worlds(campaign, |drawn| campaign.held_by_group(&drawn));
        let given = |groups: &Vec<(u32, Probability)>| {
            check_cancelled();
            let distributions =
                groups.iter().map(|(contacts, held)| Pmf::binomial(*contacts, *held).without_masses_below(NEGLIGIBLE));
            (1.0, distributions.reduce(|sum, more| sum.convolve(&more)).expect("a campaign has contacts"))
        };
        let part = |worlds: &[Vec<(u32, Probability)>]| {
            let given: Vec<_> = worlds.iter().map(given).collect();
            others.convolve(&mixture(given.iter().map(|(weight, distribution)| (*weight, distribution))))
        };
        let parts: Vec<_> = worlds.chunks(worlds.len() / PARTS).collect();
        let parts: Vec<_> = parts.into_par_iter().map(part).collect();
        Self { distribution: mixture(parts.iter().map(|part| (1.0, part))), parts }
    }

    /// The distribution of the yield.
    pub fn distribution(&self) -> &Pmf {
        &self.distribution
    }

    /// Whether it is exact, and not an average over drawn worlds.
    pub fn is_exact(&self) -> bool {
        self.parts.is_empty()
    }

    /// The standard error of a number of the distribution; `None` where it is exact.
    pub fn std_error(&self, of: impl Fn(&Pmf) -> f64) -> Option<f64> {
        if self.is_exact() {
            return None;
        }
        let (n, numbers) = (self.parts.len() as f64, self.parts.iter().map(of));
        let numbers: Vec<_> = numbers.collect();
        let mean = numbers.iter().sum::<f64>() / n;
        let squares: f64 = numbers.iter().map(|number| (number - mean).powi(2)).sum();
        Some((squares / (n - 1.0) / n).sqrt())
    }

    /// The counts between which the quantile lies with a probability of 95 %, given the standard errors; `None` where it is exact.
    pub fn quantile_interval(&self, q: f64) -> Option<[usize; 2]> {
        /// Student's 97.5 % point for 49 degrees of freedom.
        const T: f64 = 2.0096;
        let beyond = |count: usize| Some(T * self.std_error(|distribution| distribution.at_most(count))?);
        let mut ends = [self.distribution.quantile(q); 2];
        while ends[0] > 0 && self.distribution.at_most(ends[0] - 1) + beyond(ends[0] - 1)? >= q {
            ends[0] -= 1;
        }
        while ends[1] + 1 < self.distribution.end() && self.distribution.at_most(ends[1]) - beyond(ends[1])? < q {
            ends[1] += 1;
        }
        Some(ends)
    }
}

fn mixture<'a>(parts: impl Iterator<Item = (f64, &'a Pmf)> + Clone) -> Pmf {
    Pmf::mixture(parts).expect("distributions of equal weight")
}

/// The meetings and the minutes to be expected of a campaign of contacts.
pub(super) fn expected(campaign: &Campaign) -> (f64, f64) {
    if let (Ok(attempts), Some(meetings)) = (campaign.attempts_made(), campaign.exact_mean()) {
        return (meetings, campaign.minutes_of(&attempts, meetings));
    }
    let weight = 1.0 / f64::from(ContactYield::WORLDS);
    let worlds = worlds(campaign, |drawn| (weight, drawn));
    let meetings = worlds.iter().map(|(weight, drawn)| weight * campaign.mean_given(drawn)).sum();
    (meetings, campaign.minutes_of(&campaign.attempts_made_in(&Kind::ALL, worlds), meetings))
}

/// Looks at the uncertain rates of each world.
fn worlds<T>(campaign: &Campaign, look: impl FnMut(Vec<(Parameter, f64)>) -> T) -> Vec<T> {
    drawn_worlds(campaign, ContactYield::SEED, ContactYield::WORLDS.into(), 0, look)
}
