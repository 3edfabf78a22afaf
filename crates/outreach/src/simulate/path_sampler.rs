//! The paths of calls in one world.

use rand::Rng;

use super::draw::{Counts, Paths};
use crate::model::call::path_probabilities;
use crate::model::{Campaign, Kind, Parameter, Pool, World};

/// The paths of calls in one world, made ready for drawing.
#[derive(Debug, Clone)]
pub(crate) struct PathSampler {
    world: World,
    /// Of a cold call, and of a warm one of the first generation.
    paths: [Paths; 2],
    pool: Option<(Pool, Counts)>,
    /// Of warm calls of the second generation, the third, … as far as they were met.
    later: Vec<Paths>,
    /// Of attempt 1, 2, … at a contact, as far as they were met.
    of_attempts: Vec<[Paths; 2]>,
}

impl PathSampler {
    pub(crate) fn new(campaign: &Campaign, world: World) -> Self {
        let introduced = world.value(Parameter::PoolIntroduced);
        Self {
            world,
            paths: Kind::ALL.map(|kind| Paths::new(&path_probabilities(kind, &world))),
            pool: campaign.pool().map(|pool| (pool, Counts::new(&pool.referrals(introduced)))),
            later: Vec::new(),
            of_attempts: Vec::new(),
        }
    }

    /// Whether the probabilities of warm conversations were solved to no probability.
    pub(crate) fn clamped(&self) -> bool {
        self.world.clamped()
    }

    /// The drawn path of an attempt: cold, or warm with a referral of this generation.
    pub(crate) fn path(&mut self, generation: Option<usize>, rng: &mut impl Rng) -> usize {
        /// From where on another generation changes no path by one number in 2^64.
        const NOTHING_LEFT: f64 = 1e-20;
        let of_generation = match (generation, &self.pool) {
            (None, _) => &self.paths[Kind::Cold.index()],
            (Some(generation), Some((pool, _))) if generation > 1 && pool.decay < 1.0 => {
                while self.later.len() < generation - 1 {
                    let left = pool.standing_left(self.later.len() + 2);
                    if left < NOTHING_LEFT && !self.later.is_empty() {
                        break;
                    }
                    let world = self.world.with_standing_left(left);
                    self.later.push(Paths::new(&path_probabilities(Kind::Warm, &world)));
                }
                &self.later[self.later.len().min(generation - 1) - 1]
            }
            (Some(_), _) => &self.paths[Kind::Warm.index()],
        };
        of_generation.draw(rng)
    }

    /// The drawn path of an attempt at a contact, from 1 up, who was not reached before.
    pub(crate) fn path_of_attempt(&mut self, kind: Kind, attempt: u32, rng: &mut impl Rng) -> usize {
        while self.of_attempts.len() < attempt as usize {
            let world = self.world.at_attempt(self.of_attempts.len() as u32 + 1);
            self.of_attempts.push(Kind::ALL.map(|kind| Paths::new(&path_probabilities(kind, &world))));
        }
        self.of_attempts[attempt as usize - 1][kind.index()].draw(rng)
    }

    /// The referrals that a held meeting brings.
    pub(crate) fn referrals(&self, rng: &mut impl Rng) -> u64 {
        self.pool.as_ref().map_or(0, |(_, names)| names.draw(rng))
    }
}
