//! The yield of planned calls where every rate is known; with connectors each one's apart, then the sum of all.

use std::collections::{BTreeMap, BTreeSet};

use super::counts::{successes, thin};
use crate::error::{Result, no_exact_distribution};
use crate::interruption::check_cancelled;
use crate::model::call::lost_standing;
use crate::model::connectors::OwnRates;
use crate::model::{Campaign, Kind, Parameter, World};
use crate::numerics::{Pmf, Probability};
use crate::parallel::prelude::*;

/// More calls of one connector are not worth an exact distribution: with as many it takes a tenth of a second.
const MOST_CALLS: u32 = 1_000;

/// # Formula
/// ```text
/// no connectors:       a binomial for each group of like calls, convolved
/// of n calls of one:   lost ~ Binomial(BetaBinomial(n, i), c),  set ~ BetaBinomial(n − lost, k) + Binomial(lost, b / c)
///                      held ~ Binomial(set, reach·show)
/// ```
/// i, k: what the connector has of his own; c, b: of an incident, P(the standing is lost), and P(it is lost and a meeting comes
/// of it). Whether the prospect is reached depends on nothing else, so that the calls that reach nobody can be left out last.
///
/// # Errors
/// [`Error::NoExactDistribution`](crate::Error::NoExactDistribution) for more calls of one connector than are worth it.
pub(super) fn of_known_rates(campaign: &Campaign) -> Result<Pmf> {
    let [first, others] = parts_of_known_rates(campaign, &OfOne::of(campaign, [campaign.calls()])?)?;
    Ok(first.convolve(&others))
}

/// The meetings held of the calls by one connector, for every number of them.
#[derive(Debug)]
pub(super) struct OfOne(BTreeMap<u32, Pmf>);

impl OfOne {
    /// Those that connectors have where so many calls of a campaign are made.
    ///
    /// # Errors
    /// [`Error::NoExactDistribution`](crate::Error::NoExactDistribution) for more calls of one connector than are worth it.
    pub(super) fn of(campaign: &Campaign, lengths: impl IntoIterator<Item = u32>) -> Result<Self> {
        let mut sizes = BTreeSet::new();
        for calls in lengths {
            let made = campaign.first_calls(calls);
            if let Some(connectors) = made.connectors() {
                let (few, times) = connectors.shares(made.warm_attempts());
                sizes.extend(
                    [few, few + 1].into_iter().zip(times).filter(|(_, times)| *times > 0).map(|(calls, _)| calls),
                );
            }
        }
        if sizes.last().is_some_and(|most| *most > MOST_CALLS) {
            return no_exact_distribution(&format!("more than {MOST_CALLS} calls by one connector"));
        }
        let world = campaign.world_at(&[]);
        let sizes: Vec<_> = sizes.into_iter().collect();
        let distributions: Vec<_> =
            sizes.into_par_iter().map(|calls| (calls, of_one(&world, calls as usize))).collect();
        Ok(Self(distributions.into_iter().collect()))
    }
}

/// The same in two parts whose sum it is: the first group, or all cold calls, and all others.
///
/// # Errors
/// As [`of_known_rates`], for contacts who were called before.
pub(super) fn parts_of_known_rates(campaign: &Campaign, of_one: &OfOne) -> Result<[Pmf; 2]> {
    let Some(connectors) = campaign.connectors() else {
        let mut groups = campaign.held_by_group(&[]).into_iter().map(|(calls, held)| Pmf::binomial(calls, held));
        let first = groups.next().unwrap_or_else(|| Pmf::point(0));
        return Ok([first, groups.reduce(|sum, more| sum.convolve(&more)).unwrap_or_else(|| Pmf::point(0))]);
    };
    if campaign.was_called() {
        return no_exact_distribution("connectors of contacts who were called before");
    }
    let (few, times) = connectors.shares(campaign.warm_attempts());
    let cold = Pmf::binomial(campaign.cold_attempts(), campaign.tree(Kind::Cold).held());
    let sizes = [few, few + 1].into_iter().zip(times).filter(|(_, times)| *times > 0);
    let warm =
        sizes.map(|(calls, times)| repeated(of_one.0[&calls].clone(), times)).reduce(|sum, more| sum.convolve(&more));
    Ok([cold, warm.unwrap_or_else(|| Pmf::point(0))])
}

/// The meetings held of this many calls by one connector.
fn of_one(world: &World, calls: usize) -> Pmf {
    let own = OwnRates::around(world);
    let [lost, meeting] = lost_standing(world);
    let of_lost = Probability::rounded(if lost > 0.0 { meeting / lost } else { 0.0 });
    let losses = thin(&successes(calls, own.incident), Probability::rounded(lost).into());
    let given = |lost: usize| {
        check_cancelled();
        successes(calls - lost, own.meeting_if_standing_kept).convolve(&Pmf::binomial(lost as u32, of_lost))
    };
    let parts: Vec<_> = (losses.first()..).zip(losses.masses()).map(|(lost, mass)| (*mass, given(lost))).collect();
    let set =
        Pmf::mixture(parts.iter().map(|(mass, distribution)| (*mass, distribution))).expect("some number of losses");
    let held = Probability::rounded(world.reach(Kind::Warm) * world.value(Parameter::WarmShow));
    if held == Probability::ONE { set } else { thin(&set, held.into()) }
}

/// The sum of this many independent counts like this one.
fn repeated(distribution: Pmf, times: u32) -> Pmf {
    let (mut sum, mut power, mut left) = (Pmf::point(0), distribution, times);
    while left > 0 {
        if left % 2 == 1 {
            sum = sum.convolve(&power);
        }
        left /= 2;
        if left > 0 {
            power = power.convolve(&power);
        }
    }
    sum
}
