//! What a chain of referrals does in the long run.

use crate::model::{CallTree, Campaign, Kind, Parameter, Pool, World};
use crate::numerics::Estimate;
use crate::simulate::drawn_worlds;

/// Whether the chains of a pool of referrals feed themselves. A standard error of 0 is exact.
///
/// # Formula
/// ```text
/// R_g = P(meeting held | warm attempt of generation g) · names · introduced        referrals that one referral brings
/// extinction = q_1^initial,  q_g = 1 − h_g + h_g G(q_(g + 1)),  h_g = P(meeting held | generation g),
///              G the generating function of the referrals per meeting held; the smallest solution
/// ```
/// The endless chain has no calls to run out of, and nobody calls cold; that a campaign's pool runs dry is another
/// thing.
///
/// Source: Harris, *The Theory of Branching Processes*, 1963, § I.6.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Snowball {
    /// `R_1`, `R_2`, … as long as they change by a hundredth.
    pub reproduction: Vec<Estimate>,
    /// The probability that `R_1` is more than 1: 0 or 1 where the rates are known.
    pub grows: Estimate,
    /// The probability that the endless chain dies out.
    pub extinction: Estimate,
}

/// One world's chain.
#[derive(Debug, Clone, Copy)]
struct Chain {
    /// P(meeting held) of a warm attempt whose standing is whole, and of one whose standing has decayed altogether.
    held: [f64; 2],
    pool: Pool,
    /// Referrals per meeting held.
    mean: f64,
}

impl Chain {
    fn new(world: &World, pool: Pool) -> Self {
        let held = |left| CallTree::in_world(Kind::Warm, &world.with_standing_left(left)).held().get();
        Self { held: [held(1.0), held(0.0)], pool, mean: pool.names * world.value(Parameter::PoolIntroduced) }
    }

    /// The probability of a meeting is linear in what is left of the standing.
    fn held(&self, left: f64) -> f64 {
        left * self.held[0] + (1.0 - left) * self.held[1]
    }

    /// The generating function of the referrals that a referral brings, and its slope.
    fn generating(&self, held: f64, s: f64) -> (f64, f64) {
        let gap = self.mean * (1.0 - s);
        let (value, slope) = match self.pool.dispersion {
            None => (libm::exp(-gap), self.mean * libm::exp(-gap)),
            Some(dispersion) => {
                let value = libm::pow(1.0 + gap / dispersion, -dispersion);
                (value, self.mean * value / (1.0 + gap / dispersion))
            }
        };
        (1.0 - held + held * value, held * slope)
    }

    /// The smallest solution of q = f(q), f convex: Newton's steps from 0 rise to it.
    fn extinction_without_decay(&self, held: f64) -> f64 {
        if held * self.mean <= 1.0 {
            return 1.0;
        }
        let mut q = 0.0;
        for _ in 0..200 {
            let (value, slope) = self.generating(held, q);
            let step = (value - q) / (1.0 - slope);
            q += step;
            if step <= f64::EPSILON * q {
                break;
            }
        }
        q
    }

    fn extinction(&self) -> f64 {
        let decays = self.pool.decay < 1.0;
        let last = self.extinction_without_decay(self.held[usize::from(decays)]);
        let q = if decays { self.extinction_with_decay(last) } else { last };
        libm::pow(q, self.pool.initial.into())
    }

    /// Of a referral of the first generation; `last` is that of the generations that nothing is left of the standing of.
    ///
    /// That of a late generation lies between those of chains in which all are as the first and as the last are. Where
    /// both come to the same in the first generation, later ones change nothing.
    fn extinction_with_decay(&self, last: f64) -> f64 {
        /// What is less of the standing changes nothing.
        const NOTHING_LEFT: f64 = 1e-17;
        /// Rounding does as much to chains that hardly grow.
        const SAME: f64 = 1e-12;
        /// Where this many still tell, the standing falls so slowly that the rest is nearly a chain in which it stays.
        const MOST: usize = 1 << 16;
        // A chain that dies out in the end does so however long it takes until then.
        if last >= 1.0 {
            return 1.0;
        }
        let always_first = self.extinction_without_decay(self.held[0]);
        let standings = std::iter::successors(Some(1.0), |left| Some(left * self.pool.decay));
        let standings = standings.take_while(|&left| left > NOTHING_LEFT);
        let mut generations = 256;
        loop {
            let first: Vec<f64> = standings.clone().take(generations).collect();
            let back = |q| first.iter().rev().fold(q, |q, &left| self.generating(self.held(left), q).0);
            if first.len() < generations {
                return back(last);
            }
            if generations >= MOST {
                return back(self.extinction_without_decay(self.held(first[MOST - 1])));
            }
            let [one, other] = [back(always_first), back(last)];
            if (one - other).abs() <= SAME * one {
                return one;
            }
            generations *= 4;
        }
    }

    fn reproduction(&self, generation: usize) -> f64 {
        self.held(self.pool.standing_left(generation)) * self.mean
    }
}

impl Campaign {
    /// What the chains of its pool do in the long run; over this many worlds drawn from the seed where rates are
    /// uncertain. `None` without a pool.
    ///
    /// ```
    /// use outreach::{Campaign, Pool, Rates, Strategy};
    ///
    /// let campaign = Campaign::new(Rates::documented(), Strategy::snowball(Pool::default()), 100)?;
    /// let snowball = campaign.snowball(0, 0).expect("it has a pool");
    /// assert!((snowball.reproduction[0].value - 1.789_333).abs() < 1e-6);
    /// assert!((snowball.extinction.value - 0.005_130_285).abs() < 1e-9);
    /// # Ok::<(), outreach::Error>(())
    /// ```
    pub fn snowball(&self, worlds: u64, seed: u64) -> Option<Snowball> {
        let pool = self.pool()?;
        let known = self.uncertain().is_empty();
        let chains: Vec<Chain> = if known {
            vec![Chain::new(&self.rates().world_at(&[]), pool)]
        } else {
            drawn_worlds(self, seed, worlds, 0, |drawn| Chain::new(&self.rates().world_at(&drawn), pool))
        };
        let mean = |of: &dyn Fn(&Chain) -> f64| {
            let mean = Estimate::of_mean(chains.iter().map(of));
            if known { Estimate { std_error: 0.0, ..mean } } else { mean }
        };
        let of_generation = |generation: usize| mean(&|chain: &Chain| chain.reproduction(generation));
        let mut reproduction = vec![of_generation(1)];
        loop {
            let next = of_generation(reproduction.len() + 1);
            if (next.value - reproduction[reproduction.len() - 1].value).abs() < 0.01 {
                break;
            }
            reproduction.push(next);
        }
        let grows = chains.iter().filter(|chain| chain.reproduction(1) > 1.0).count();
        let grows = if known {
            Estimate { value: grows as f64, std_error: 0.0 }
        } else {
            Estimate::of_share(grows as u64, chains.len() as u64)
        };
        Some(Snowball { reproduction, grows, extinction: mean(&Chain::extinction) })
    }
}
