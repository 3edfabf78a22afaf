//! The paths of calls in one world.

use rand::Rng;

use super::draw::Paths;
use super::own_rates::drawn_once;
use crate::model::call::path_probabilities;
use crate::model::connectors::{Connectors, OwnRates};
use crate::model::{Kind, World};

/// The paths of calls in one world, made ready for drawing.
#[derive(Debug, Clone)]
pub(crate) struct PathSampler {
    world: World,
    /// Of a cold call, and of a warm one.
    paths: [Paths; 2],
    /// Of attempt 1, 2, … at a contact, as far as they were met.
    of_attempts: Vec<[Paths; 2]>,
    connectors: Option<OfConnectors>,
}

/// The warm calls of one campaign's connectors.
#[derive(Debug, Clone)]
struct OfConnectors {
    rates: OwnRates,
    /// What each of them has of his own.
    worlds: Vec<World>,
    /// Their paths, of attempt 1, 2, … at a contact as far as they were met.
    paths: Vec<Vec<Paths>>,
}

impl PathSampler {
    pub(crate) fn new(world: World, connectors: Option<Connectors>) -> Self {
        let paths = Kind::ALL.map(|kind| Paths::new(&path_probabilities(kind, &world)));
        let of_connectors = |connectors: Connectors| OfConnectors {
            rates: OwnRates::around(&world),
            worlds: vec![world; connectors.count as usize],
            paths: Vec::new(),
        };
        Self { world, paths, of_attempts: Vec::new(), connectors: connectors.map(of_connectors) }
    }

    /// Another campaign: its connectors are others.
    pub(crate) fn begin(&mut self, rng: &mut impl Rng) {
        let Some(connectors) = &mut self.connectors else { return };
        for world in &mut connectors.worlds {
            let meeting_if_standing_kept = drawn_once(connectors.rates.meeting_if_standing_kept, rng);
            *world = self.world.of_connector(meeting_if_standing_kept, drawn_once(connectors.rates.incident, rng));
        }
        connectors.paths.clear();
    }

    /// The connector of the warm call of this number, from 0 up, where it makes a difference who that is.
    pub(crate) fn connector_of(&self, warm: u32) -> Option<u32> {
        self.connectors.as_ref().map(|connectors| warm % connectors.worlds.len() as u32)
    }

    /// The drawn path of a warm call by one of the connectors; where contacts are called several times, of this attempt.
    pub(crate) fn path_by(&mut self, connector: u32, attempt: Option<u32>, rng: &mut impl Rng) -> Option<usize> {
        let of = self.connectors.as_mut()?;
        let place = attempt.unwrap_or(1) as usize - 1;
        while of.paths.len() <= place {
            let number = of.paths.len() as u32 + 1;
            let in_attempt = |world: &World| if attempt.is_some() { world.at_attempt(number) } else { *world };
            let paths = |world: &World| Paths::new(&path_probabilities(Kind::Warm, &in_attempt(world)));
            of.paths.push(of.worlds.iter().map(paths).collect());
        }
        Some(of.paths[place][connector as usize].draw(rng))
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
