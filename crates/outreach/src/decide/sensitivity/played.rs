//! What is expected of campaigns played in given worlds.

use crate::model::{Campaign, Parameter};
use crate::parallel::prelude::*;
use crate::simulate::{BLOCK, Purpose, expected_in, open};

/// The meetings to be expected of one campaign per world; another luck, independent ones. What is drawn of a rate that the
/// campaign knows is left out.
pub(crate) fn yields(campaign: &Campaign, worlds: &[Vec<(Parameter, f64)>], seed: u64, luck: u16) -> Vec<f64> {
    let uncertain = campaign.uncertain();
    let is_uncertain = Parameter::ALL.map(|parameter| uncertain.iter().any(|(other, _)| *other == parameter));
    let world_at = campaign.worlds();
    let of_block = |(block, worlds): (usize, &[Vec<(Parameter, f64)>])| {
        let mut rng = open(seed, Purpose::Calls { strategy: luck }, block as u64);
        let mut still = Vec::new();
        let one = |drawn: &Vec<(Parameter, f64)>| {
            still.clear();
            still.extend(drawn.iter().filter(|(parameter, _)| is_uncertain[parameter.index()]));
            expected_in(campaign, world_at(&still), &mut rng)
        };
        worlds.iter().map(one).collect::<Vec<_>>()
    };
    let blocks: Vec<_> = worlds.chunks(BLOCK as usize).enumerate().collect();
    blocks.into_par_iter().map(of_block).collect::<Vec<_>>().concat()
}
