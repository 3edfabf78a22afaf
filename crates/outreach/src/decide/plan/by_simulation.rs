//! Plans by simulation: each trial is simulated until it has the meetings.

use super::{Planning, PlanningResult, Solve};
use crate::error::Result;
use crate::interruption::tell_made;
use crate::model::{Campaign, Stop};
use crate::numerics::Estimate;
use crate::parallel::prelude::*;
use crate::simulate::{BLOCK, Purpose, WorldDistribution, open, quantile_ranks};

/// What P(yield ≥ target) of a number of attempts or minutes is, is the share of the trials that need no more: so the
/// smallest number that will do is a quantile of what they need. The plan decides how far trials are simulated; those of other
/// confidences, as far as they need it, get one step more.
pub(super) fn plans(planning: &Planning, confidences: &[f64]) -> Result<(PlanningResult, Vec<Option<PlanningResult>>)> {
    let target = planning.target;
    let all = planning.all_calls()?.until(Stop::Meetings(target.meetings))?;
    let most = planning.most_that_fit();
    // What a pool takes is drawn by meetings, not call by call: then a cap saves nothing.
    let by_call = planning.campaign.pool().is_none();
    let mut cap = if by_call { target.meetings.saturating_mul(4).max(64).min(most) } else { most };
    let mut plan = None;
    let mut beside = vec![None; confidences.len()];
    loop {
        let trials = planning.affordable(if by_call { cap } else { target.meetings });
        let needs = needs(planning, &all.first_calls(cap).until(all.stop())?, trials);
        let simulated = SimulatedNeeds {
            needs: &needs,
            trials,
            left_out_need: planning.least_need(cap),
            all: cap == most,
            limit: if planning.solve == Solve::Hours { planning.most_minutes() } else { planning.most },
        };
        let is_last = plan.is_some();
        plan = plan.or_else(|| simulated.plan(target.confidence));
        for (known, &confidence) in beside.iter_mut().zip(confidences) {
            *known = known.or_else(|| simulated.plan(confidence));
        }
        if let Some(plan) = plan
            && (is_last || cap == most || beside.iter().all(Option::is_some))
        {
            return Ok((plan, beside));
        }
        let reached = needs.len() as f64 / trials as f64;
        cap = cap.saturating_mul(if reached > 0.5 { 2 } else { 4 }).min(most);
    }
}

/// Trials that were simulated up to a number of attempts.
struct SimulatedNeeds<'a> {
    /// Of those that have reached the target, in ascending order.
    needs: &'a [u32],
    trials: u64,
    /// What every other trial needs at the least.
    left_out_need: u32,
    /// Whether they were simulated as far as can be.
    all: bool,
    /// The most that is looked at.
    limit: u32,
}

impl SimulatedNeeds<'_> {
    /// The plan for a confidence; `None` where trials that were not simulated to their end may decide it. Another cap changes no
    /// trial that has reached the target within this one.
    fn plan(&self, confidence: f64) -> Option<PlanningResult> {
        let &Self { needs, trials, left_out_need, all, limit } = self;
        let of_rank = |rank: u64| (rank.max(1) as usize).checked_sub(1).and_then(|at| needs.get(at)).copied();
        let rank = (confidence * trials as f64).ceil() as u64;
        let ranks = quantile_ranks(confidence, trials);
        let highest = ranks.map_or(rank, |[_, high]| high.max(rank));
        let decides = |need: u32| need <= left_out_need || needs.len() as u64 == trials;
        if !all && !of_rank(highest).is_some_and(decides) {
            return None;
        }
        let probability = |size: u32| Estimate::of_share(needs.partition_point(|&need| need <= size) as u64, trials);
        let smallest = of_rank(rank).filter(|_| confidence < 1.0);
        // What lies beyond the trials that got there may lie anywhere, and so may a quantile of too few trials.
        let range = ranks.map_or([0, limit], |ranks| ranks.map(|rank| of_rank(rank).unwrap_or(limit)));
        Some(PlanningResult {
            smallest,
            range: Some(range).filter(|range| smallest.is_some() && range[0] < range[1]),
            probability: smallest.map_or(Estimate::of_share(needs.len() as u64, trials), probability),
            one_less: smallest.and_then(|smallest| smallest.checked_sub(1)).map(probability),
            sampled: true,
        })
    }
}

impl Planning<'_> {
    /// What a trial needs at the least that has not reached the target within this many attempts: of minutes, those of the
    /// attempts that take the fewest.
    fn least_need(&self, attempts: u32) -> u32 {
        let [cold, warm, _] = self.campaign.effort().per_attempt_and_meeting();
        match self.solve {
            Solve::Hours => (f64::from(attempts) * cold.min(warm)) as u32,
            _ => attempts,
        }
    }
}

/// P(yield ≥ target) at each of these sizes, and the number of trials.
pub(super) fn curve(planning: &Planning, sizes: &[u32]) -> Result<(Vec<Estimate>, u64)> {
    let all = planning.all_calls()?.until(Stop::Meetings(planning.target.meetings))?;
    let most = planning.most_that_fit();
    let largest = sizes.iter().copied().max().unwrap_or(0);
    let cap = if planning.solve == Solve::Hours { most } else { largest.clamp(1, most) };
    let by_call = planning.campaign.pool().is_none();
    let trials = planning.affordable(if by_call { cap } else { planning.target.meetings });
    let needs = needs(planning, &all.first_calls(cap).until(all.stop())?, trials);
    let within = |&size: &u32| Estimate::of_share(needs.partition_point(|&need| need <= size) as u64, trials);
    Ok((sizes.iter().map(within).collect(), trials))
}

/// The attempts or the whole minutes that the trials need, in ascending order; those that do not reach the target are
/// left out.
fn needs(planning: &Planning, campaign: &Campaign, trials: u64) -> Vec<u32> {
    let seed = planning.trials.seed;
    let distribution = WorldDistribution::new(campaign);
    let budget = planning.budget();
    let need = |block: u64| {
        let mut worlds = distribution.block(seed, block, |_| 0);
        let mut rng = open(seed, Purpose::Calls { strategy: 0 }, block);
        let of_block = (trials - block * BLOCK).min(BLOCK);
        let need = |_| {
            let spent = worlds.next().spent_until(campaign, &mut rng)?;
            if budget.is_some_and(|minutes| !spent.fits(campaign.effort(), minutes)) {
                return None;
            }
            Some(match planning.solve {
                Solve::Hours => spent.whole_minutes(campaign.effort()),
                _ => spent.attempts.iter().sum(),
            })
        };
        let needs = (0..of_block).filter_map(need).collect::<Vec<u32>>();
        tell_made(of_block);
        needs
    };
    let mut needs = (0..trials.div_ceil(BLOCK)).into_par_iter().map(need).collect::<Vec<_>>().concat();
    needs.sort_unstable();
    needs
}
