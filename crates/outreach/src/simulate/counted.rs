//! What a trial is counted by.

use super::quantity::PathCounts;
use super::rounds::PlayedRounds;
use crate::model::stop::Spent;

/// What a trial came to.
#[derive(Debug, Clone, Default)]
pub(crate) struct Trial {
    /// How many calls took each path.
    pub(crate) counts: PathCounts<u32, 1>,
    pub(crate) spent: Spent,
    /// With a pool of referrals: warm calls of generation 1, 2, … and meetings held by them.
    pub(crate) by_generation: Vec<[u32; 2]>,
    /// The number of the first attempt that was cold, with a pool.
    pub(crate) first_cold: Option<u32>,
    /// Where contacts are called several times.
    pub(crate) rounds: PlayedRounds,
}
