//! The attempts of a campaign with a pool, one after the other.

use rand::Rng;

use super::paths::{ByHeld, Decks};
use super::{COLD, ChainSampler, FIRST, LAST, Run};
use crate::model::call::path_kinds;
use crate::model::{Campaign, Ending, Kind};
use crate::simulate::Attempt;
use crate::simulate::beta_draw::uniform;
use crate::simulate::counted::Trial;

/// The calls of a generation that are not told yet, without and with a meeting held, and those of them with their whole
/// standing.
struct ToTell {
    all: ByHeld,
    whole: ByHeld,
}

impl ChainSampler {
    /// Those of the campaign that [`ChainSampler::count`] counts from the same numbers. Every order of them is as likely as any
    /// other that has the same runs.
    pub(crate) fn tell(&self, campaign: &Campaign, rng: &mut impl Rng) -> Vec<Attempt> {
        let (mut trial, mut runs, mut whole) = (Trial::default(), Vec::new(), Vec::new());
        self.count_runs(campaign, rng, &mut trial, |run| runs.push(run));
        let mut decks = self.paths(&mut trial, rng, |of_generation| whole.push(of_generation));
        let generations = trial.by_generation.iter().zip(whole);
        let mut generations: Vec<_> =
            generations.map(|(&[calls, held], whole)| ToTell { all: [calls - held, held], whole }).collect();
        let mut told = Vec::new();
        for Run { generation, calls, held, .. } in runs {
            let mut left = [calls - held, held];
            for call in 1..=calls {
                let is_held = match generation {
                    Some(_) => take(&mut left, rng) == 1,
                    None => call == calls && held == 1,
                };
                let (kind, tree) = match generation {
                    None => (Kind::Cold, COLD),
                    Some(generation) => (Kind::Warm, generations[generation - 1].tree(is_held, rng)),
                };
                let path = draw_path(&mut decks, tree, is_held, rng);
                let path = match generation {
                    Some(generation) if generation > 1 => campaign.warm_tree_of(generation).paths()[path],
                    _ => campaign.tree(kind).paths()[path],
                };
                told.push(Attempt {
                    kind,
                    generation,
                    connector: None,
                    contact: told.len() as u32 + 1,
                    attempt: 1,
                    path,
                });
            }
        }
        told
    }
}

impl ToTell {
    fn tree(&mut self, is_held: bool, rng: &mut impl Rng) -> usize {
        let of = usize::from(is_held);
        let mut kinds = [self.whole[of], self.all[of] - self.whole[of]];
        let tree = [FIRST, LAST][take(&mut kinds, rng)];
        self.whole[of] = kinds[0];
        self.all[of] -= 1;
        tree
    }
}

/// The place of one of this many things of each sort, and takes it away.
fn take(left: &mut [u32], rng: &mut impl Rng) -> usize {
    let all: u32 = left.iter().sum();
    let mut number = (uniform(rng) * f64::from(all)) as u32;
    for (place, left) in left.iter_mut().enumerate() {
        if number < *left {
            *left -= 1;
            return place;
        }
        number -= *left;
    }
    unreachable!("one is left for each call")
}

fn draw_path(decks: &mut Decks, tree: usize, is_held: bool, rng: &mut impl Rng) -> usize {
    let kind = if tree == COLD { Kind::Cold } else { Kind::Warm };
    let fits = |path: usize| (path_kinds(kind)[path].1 == Ending::Held) == is_held;
    let paths: Vec<usize> = (0..path_kinds(kind).len()).filter(|path| fits(*path)).collect();
    let mut left: Vec<u32> = paths.iter().map(|path| decks[tree][*path]).collect();
    let path = paths[take(&mut left, rng)];
    decks[tree][path] -= 1;
    path
}
