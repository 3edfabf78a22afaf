//! The paths of calls in one world.

use rand::Rng;

use super::draw::Paths;
use crate::model::call::path_probabilities;
use crate::model::{Kind, World};

/// The paths of calls in one world, made ready for drawing.
#[derive(Debug, Clone)]
pub(crate) struct PathSampler {
    world: World,
    /// Of a cold call, and of a warm one.
    paths: [Paths; 2],
    /// Of attempt 1, 2, … at a contact, as far as they were met.
    of_attempts: Vec<[Paths; 2]>,
}

impl PathSampler {
    pub(crate) fn new(world: World) -> Self {
        let paths = Kind::ALL.map(|kind| Paths::new(&path_probabilities(kind, &world)));
        Self { world, paths, of_attempts: Vec::new() }
    }

    /// Whether the probabilities of warm conversations were solved to no probability.
    pub(crate) fn clamped(&self) -> bool {
        self.world.clamped()
    }

    /// The drawn path of an attempt.
    pub(crate) fn path(&self, kind: Kind, rng: &mut impl Rng) -> usize {
        self.paths[kind.index()].draw(rng)
    }

    /// The drawn path of an attempt at a contact, from 1 up, who was not reached before.
    pub(crate) fn path_of_attempt(&mut self, kind: Kind, attempt: u32, rng: &mut impl Rng) -> usize {
        while self.of_attempts.len() < attempt as usize {
            let world = self.world.at_attempt(self.of_attempts.len() as u32 + 1);
            self.of_attempts.push(Kind::ALL.map(|kind| Paths::new(&path_probabilities(kind, &world))));
        }
        self.of_attempts[attempt as usize - 1][kind.index()].draw(rng)
    }
}
