//! Which paths the calls of a campaign took, given how many of each generation brought a meeting.

use rand::Rng;

use super::{COLD, ChainSampler, FIRST, LAST};
use crate::model::call::{CallTree, path_kinds, path_probabilities};
use crate::model::{Ending, Kind};
use crate::simulate::counted::Trial;
use crate::simulate::drawn_counts::successes;

/// How many calls took each path: cold ones, warm ones with their whole standing, and with nothing left of it.
pub(super) type Decks = [[u32; CallTree::MAX_PATHS]; 3];

/// Calls without and with a meeting held.
pub(super) type ByHeld = [u32; 2];

impl ChainSampler {
    /// Draws them, and adds them to what the trial counts; shows for each generation the calls that met their whole standing.
    ///
    /// # Formula
    /// ```text
    /// P(path | generation g) = s P(path | standing) + (1 − s) P(path | nothing left of it),  s = decay^(g − 1)
    /// ```
    /// So each warm call is one of two kinds, and the paths of a kind are the same in all generations.
    pub(super) fn paths(&self, trial: &mut Trial, rng: &mut impl Rng, mut show: impl FnMut(ByHeld)) -> Decks {
        let cold = [trial.spent.attempts[0], trial.spent.meetings];
        let mut by_tree = [[0; 2]; 3];
        let mut warm_meetings = 0;
        let mut standing = 1.0;
        for &[calls, held] in &trial.by_generation {
            warm_meetings += held;
            let of_generation = [calls - held, held];
            let whole = std::array::from_fn(|is_held| {
                let [first, last] = [FIRST, LAST].map(|tree| self.share(tree, is_held == 1));
                let (whole, lost) = (standing * first, (1.0 - standing) * last);
                successes(of_generation[is_held], if lost > 0.0 { whole / (whole + lost) } else { 1.0 }, rng)
            });
            for is_held in 0..2 {
                by_tree[FIRST][is_held] += whole[is_held];
                by_tree[LAST][is_held] += of_generation[is_held] - whole[is_held];
            }
            show(whole);
            standing *= self.pool.decay;
        }
        let cold_meetings = cold[1] - warm_meetings;
        by_tree[COLD] = [cold[0] - cold_meetings, cold_meetings];
        let mut decks = [[0; CallTree::MAX_PATHS]; 3];
        for (tree, deck) in decks.iter_mut().enumerate() {
            let probabilities = match tree {
                COLD => path_probabilities(Kind::Cold, &self.world),
                FIRST => path_probabilities(Kind::Warm, &self.world),
                _ => path_probabilities(Kind::Warm, &self.world.with_standing_left(0.0)),
            };
            for is_held in [false, true] {
                self.divide(tree, &probabilities, is_held, by_tree[tree][usize::from(is_held)], deck, rng);
            }
            let counts = &mut trial.counts[usize::from(tree != COLD)];
            counts.iter_mut().zip(deck).for_each(|([count], calls)| *count += *calls);
        }
        decks
    }

    /// P(meeting held), or of none.
    fn share(&self, tree: usize, is_held: bool) -> f64 {
        let held = self.held[tree];
        if is_held { held } else { 1.0 - held }
    }

    /// Draws the paths of calls that all brought a meeting, or none: one binomial draw after the other.
    fn divide(
        &self,
        tree: usize,
        probabilities: &[f64],
        is_held: bool,
        calls: u32,
        deck: &mut [u32; CallTree::MAX_PATHS],
        rng: &mut impl Rng,
    ) {
        let mut left = calls;
        let mut share = self.share(tree, is_held);
        let mut last = 0;
        let kind = if tree == COLD { Kind::Cold } else { Kind::Warm };
        for (path, (&(_, ending), &probability)) in path_kinds(kind).iter().zip(probabilities).enumerate() {
            if left == 0 {
                return;
            }
            if (ending == Ending::Held) == is_held && probability > 0.0 {
                let of_path = successes(left, (probability / share).min(1.0), rng);
                deck[path] += of_path;
                left -= of_path;
                share -= probability;
                last = path;
            }
        }
        // Rounding may leave some for a share that is not there.
        deck[last] += left;
    }
}
