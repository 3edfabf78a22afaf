//! Yields of campaigns played in given worlds.

use crate::model::{Campaign, Parameter};
use crate::parallel::prelude::*;
use crate::simulate::{BLOCK, Purpose, open, yield_in};

/// One yield per world; another luck, independent ones. What is drawn of a rate that the campaign knows is left out.
pub(crate) fn yields(campaign: &Campaign, worlds: &[Vec<(Parameter, f64)>], seed: u64, luck: u16) -> Vec<f64> {
    let uncertain = campaign.uncertain();
    let is_uncertain = |drawn: &&(Parameter, f64)| uncertain.iter().any(|(parameter, _)| *parameter == drawn.0);
    let of_block = |(block, worlds): (usize, &[Vec<(Parameter, f64)>])| {
        let mut rng = open(seed, Purpose::Calls { strategy: luck }, block as u64);
        let mut still = Vec::new();
        let one = |drawn: &Vec<(Parameter, f64)>| {
            still.clear();
            still.extend(drawn.iter().filter(is_uncertain));
            f64::from(yield_in(campaign, &still, &mut rng))
        };
        worlds.iter().map(one).collect::<Vec<_>>()
    };
    let blocks: Vec<_> = worlds.chunks(BLOCK as usize).enumerate().collect();
    blocks.into_par_iter().map(of_block).collect::<Vec<_>>().concat()
}
