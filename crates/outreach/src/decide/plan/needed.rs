//! Plans by simulation: each trial is played until it has the meetings.

use super::{Plan, Planning, Solve};
use crate::error::Result;
use crate::model::{Campaign, Stop};
use crate::numerics::Estimate;
use crate::parallel::prelude::*;
use crate::simulate::{BLOCK, Purpose, WorldDistribution, open, quantile_ranks, spent_until};

/// What P(yield ≥ target) of a number of attempts or minutes is, is the share of the trials that need no more: so the
/// smallest number that will do is a quantile of what they need.
pub(super) fn plan(planning: &Planning) -> Result<Plan> {
    let target = planning.target;
    let all = planning.all_calls()?.until(Stop::Meetings(target.meetings))?;
    let most = planning.most_that_fit();
    let mut cap = (4 * target.meetings).max(64).min(most);
    loop {
        let trials = planning.affordable(cap);
        let needs = needs(planning, &all.first_calls(cap).until(all.stop())?, trials);
        let reached = needs.len() as f64 / trials as f64;
        let rank = (target.confidence * trials as f64).ceil() as u64;
        // Another cap changes no trial that has reached the target within this one.
        let ranks = quantile_ranks(target.confidence, trials);
        let enough = ranks.is_none_or(|[_, high]| high <= needs.len() as u64) && needs.len() as u64 >= rank;
        if enough || cap == most {
            let probability =
                |size: u32| Estimate::of_share(needs.partition_point(|&need| need <= size) as u64, trials);
            let of_rank = |rank: u64| (rank.max(1) as usize).checked_sub(1).and_then(|at| needs.get(at)).copied();
            let smallest = of_rank(rank).filter(|_| target.confidence < 1.0);
            // What lies beyond the trials that got there may lie anywhere, and so may a quantile of too few trials.
            let limit = if planning.solve == Solve::Hours { planning.most_minutes() } else { planning.most };
            let range = ranks.map_or([0, limit], |ranks| ranks.map(|rank| of_rank(rank).unwrap_or(limit)));
            return Ok(Plan {
                smallest,
                range: Some(range).filter(|range| smallest.is_some() && range[0] < range[1]),
                probability: smallest.map_or(Estimate::of_share(needs.len() as u64, trials), probability),
                one_less: smallest.and_then(|smallest| smallest.checked_sub(1)).map(probability),
                sampled: true,
            });
        }
        cap = cap.saturating_mul(if reached > 0.5 { 2 } else { 4 }).min(most);
    }
}

/// P(yield ≥ target) at each of these sizes.
pub(super) fn curve(planning: &Planning, sizes: &[u32]) -> Result<Vec<Estimate>> {
    let all = planning.all_calls()?.until(Stop::Meetings(planning.target.meetings))?;
    let most = planning.most_that_fit();
    let largest = sizes.iter().copied().max().unwrap_or(0);
    let cap = if planning.solve == Solve::Hours { most } else { largest.clamp(1, most) };
    let trials = planning.affordable(cap);
    let needs = needs(planning, &all.first_calls(cap).until(all.stop())?, trials);
    let within = |&size: &u32| Estimate::of_share(needs.partition_point(|&need| need <= size) as u64, trials);
    Ok(sizes.iter().map(within).collect())
}

/// The attempts or the whole minutes that the trials need, in ascending order; those that do not reach the target are
/// left out.
fn needs(planning: &Planning, campaign: &Campaign, trials: u64) -> Vec<u32> {
    let seed = planning.trials.seed;
    let law = WorldDistribution::new(campaign);
    let budget = planning.budget();
    let need = |block: u64| {
        let mut worlds = law.block(seed, block, |_| 0);
        let mut rng = open(seed, Purpose::Calls { strategy: 0 }, block);
        let of_block = (trials - block * BLOCK).min(BLOCK);
        let need = |_| {
            let spent = spent_until(campaign, worlds.next(), &mut rng)?;
            if budget.is_some_and(|minutes| !spent.fits(campaign.effort(), minutes)) {
                return None;
            }
            Some(match planning.solve {
                Solve::Hours => spent.whole_minutes(campaign.effort()),
                _ => spent.attempts.iter().sum(),
            })
        };
        (0..of_block).filter_map(need).collect::<Vec<u32>>()
    };
    let mut needs = (0..trials.div_ceil(BLOCK)).into_par_iter().map(need).collect::<Vec<_>>().concat();
    needs.sort_unstable();
    needs
}
