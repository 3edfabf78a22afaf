//! How many of the contacts of a kind are reached.

use super::counts::{OF_A_MASS, successes};
use super::grid::{clamps_reach, grid_of};
use crate::interruption::check_cancelled;
use crate::model::{Called, Campaign, Kind, Parameter};
use crate::numerics::{Pmf, Probability};

/// Nodes of each uncertain number of the reach, and fewer of them that have to come to the same.
const NODES: [[usize; 2]; 2] = [[256, 192], [64, 48]];
/// How near.
const CONVERGED: f64 = 1e-8;
/// A binomial distribution has masses above 1e-308 within so many standard deviations.
const WIDTH: f64 = 75.0;
/// Masses of a world that is rarer change no probability by 1e-12.
const NEGLIGIBLE: f64 = 1e-16;

/// The distribution of the conversations of a kind, over all attempts at its contacts.
///
/// # Formula
/// ```text
/// one attempt each:   Binomial(calls, r), or beta-binomial
/// several:            E[Σ Binomial(contacts, P(reached in the attempts left | not in those before))], over r and c
/// ```
/// `None` where a reach is set to the share that can be reached, where this many nodes do not suffice, or where it would take
/// more multiplications than that.
pub(super) fn conversations(campaign: &Campaign, kind: Kind, affordable: u64) -> Option<Pmf> {
    if !campaign.calls_again() {
        return Some(successes(campaign.attempts(kind) as usize, campaign.rates().rate(Parameter::reach(kind))));
    }
    if !campaign.has_uncertain_reach(kind) {
        return Some(in_world(campaign, kind, &[]));
    }
    if clamps_reach(campaign) {
        return None;
    }
    let of_reach = [Parameter::reach(kind), Parameter::reachable(kind)].map(|rate| campaign.rates().resolved(rate));
    let uncertain = campaign.uncertain_of(kind);
    let rates: Vec<_> = uncertain.into_iter().filter(|(rate, _)| of_reach.contains(rate)).collect();
    let computed =
        |group: Called| (WIDTH / 2.0 * f64::from(group.contacts).sqrt()).min(group.contacts.into()) as u64 + 1;
    let of_one = OF_A_MASS * campaign.called(kind).into_iter().map(computed).sum::<u64>();
    let by = |nodes: usize| {
        let worlds = grid_of(campaign, &rates, |_| nodes).into_iter().filter(|(weight, _)| *weight > NEGLIGIBLE);
        let worlds: Vec<_> = worlds.collect();
        if worlds.len() as u64 * of_one > affordable {
            return None;
        }
        // One distribution at a time: together they would take too much memory.
        let mut masses = vec![0.0; campaign.attempts(kind) as usize + 1];
        for (weight, drawn) in worlds {
            let given = in_world(campaign, kind, &drawn);
            masses[given.first()..].iter_mut().zip(given.masses()).for_each(|(sum, mass)| *sum += weight * mass);
        }
        Pmf::from_masses(0, masses)
    };
    let [nodes, fewer] = NODES[rates.len() - 1];
    let distribution = by(nodes)?;
    // The points of a table are what they are.
    let settled = campaign.learned_reach(kind).is_some() || distribution.largest_gap(&by(fewer)?) < CONVERGED;
    settled.then_some(distribution)
}

fn in_world(campaign: &Campaign, kind: Kind, drawn: &[(Parameter, f64)]) -> Pmf {
    check_cancelled();
    let of_group = |(contacts, reached): (u32, f64)| Pmf::binomial(contacts, Probability::rounded(reached));
    let groups = campaign.reached_by_group(kind, drawn).into_iter().map(of_group);
    groups.reduce(|sum, more| sum.convolve(&more)).unwrap_or_else(|| Pmf::point(0))
}
