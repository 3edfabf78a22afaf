//! What is expected of campaigns played in given worlds.

use crate::interruption::tell_made;
use crate::model::{Campaign, Parameter};
use crate::parallel::prelude::*;
use crate::simulate::{BLOCK, InWorld, Purpose, open};

/// What the uncertain rates are in one world.
type Drawn = Vec<(Parameter, f64)>;

/// The meetings to be expected of one campaign per world, with what `moved` says in place of the rates at these places;
/// another luck, independent ones. What is drawn of a rate that the campaign knows is left out.
pub(crate) fn yields(
    campaign: &Campaign,
    worlds: &[Drawn],
    moved: Option<(&[usize], &[Drawn])>,
    seed: u64,
    luck: u16,
) -> Vec<f64> {
    let uncertain = campaign.uncertain();
    let is_uncertain = Parameter::ALL.map(|parameter| uncertain.iter().any(|(other, _)| *other == parameter));
    let world_at = campaign.worlds();
    let of_block = |block: usize| {
        let mut rng = open(seed, Purpose::Calls { strategy: luck }, block as u64);
        let first = block * BLOCK as usize;
        let mut drawn = Vec::new();
        let mut current = InWorld::new(campaign, world_at(&[]));
        let one = |number: usize| {
            if !uncertain.is_empty() {
                let rate = |(place, &own)| match moved {
                    Some((places, from)) if places.contains(&place) => from[number][place],
                    _ => own,
                };
                drawn.clear();
                let rates = worlds[number].iter().enumerate().map(rate);
                drawn.extend(rates.filter(|(parameter, _)| is_uncertain[parameter.index()]));
                current.put_in(campaign, world_at(&drawn));
            }
            current.expected(campaign, &mut rng)
        };
        let yields = (first..worlds.len().min(first + BLOCK as usize)).map(one).collect::<Vec<_>>();
        tell_made(yields.len() as u64);
        yields
    };
    let blocks: Vec<_> = (0..worlds.len().div_ceil(BLOCK as usize)).collect();
    blocks.into_par_iter().map(of_block).collect::<Vec<_>>().concat()
}
