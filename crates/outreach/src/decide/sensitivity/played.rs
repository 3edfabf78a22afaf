//! Yields of campaigns played in given worlds.

use crate::model::{Campaign, Parameter};
use crate::parallel::prelude::*;
use crate::simulate::{BLOCK, Purpose, open, yield_in};

/// One yield per world; another luck, independent ones.
pub(crate) fn yields(campaign: &Campaign, worlds: &[Vec<(Parameter, f64)>], seed: u64, luck: u16) -> Vec<f64> {
    let of_block = |(block, worlds): (usize, &[Vec<(Parameter, f64)>])| {
        let mut rng = open(seed, Purpose::Calls { strategy: luck }, block as u64);
        worlds.iter().map(|drawn| f64::from(yield_in(campaign, drawn, &mut rng))).collect::<Vec<_>>()
    };
    let blocks: Vec<_> = worlds.chunks(BLOCK as usize).enumerate().collect();
    blocks.into_par_iter().map(of_block).collect::<Vec<_>>().concat()
}
