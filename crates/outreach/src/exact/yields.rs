//! The distribution of the yield, by the first way that applies.

use super::connectors::of_known_rates;
use super::grid::clamps_reach;
use super::uncertain::Uncertain;
use super::{attempts, chain, conditioning, mixture, quadrature, stopped};
use crate::error::{Error, Result, no_exact_distribution};
use crate::model::{Campaign, Kind, Parameter, Rate, Stop};
use crate::numerics::gauss_jacobi::gauss_jacobi;
use crate::numerics::{Pmf, Probability};

/// The distribution of the yield.
pub(crate) fn yield_distribution(campaign: &Campaign) -> Result<Pmf> {
    if campaign.calls_again() && campaign.stop() != Stop::Calls {
        return no_exact_distribution("contacts that are called in rounds until something stops them");
    }
    match (campaign.stop(), campaign.pool()) {
        (Stop::Minutes(_), Some(_)) => no_exact_distribution("a pool of referrals under a budget of minutes"),
        (Stop::Minutes(budget), None) => stopped::within(campaign, budget),
        (Stop::Meetings(meetings), _) => match attempts::yield_until(campaign, meetings as usize) {
            Some(distribution) => Ok(distribution),
            None => Ok(whole(campaign)?.at_most_count(meetings as usize)),
        },
        (Stop::Calls, _) => whole(campaign),
    }
}

/// Where recommended and cold contacts are reached with one uncertain rate: a mixture over that rate of the distributions
/// given it. `None` where they are not, or this many nodes do not suffice.
fn given_shared_reach(campaign: &Campaign) -> Option<Result<Pmf>> {
    /// Fewer of them have to come to the same.
    const NODES: [usize; 2] = [64, 48];
    const CONVERGED: f64 = 1e-8;
    let reach = Kind::ALL.map(|kind| campaign.rates().resolved(Parameter::reach(kind)));
    let both = Kind::ALL.into_iter().all(|kind| campaign.has_uncertain_reach(kind));
    let of_tables = Kind::ALL.into_iter().any(|kind| campaign.learned_reach(kind).is_some());
    let Rate::Beta(shared) = campaign.rates().rate(reach[0]) else { return None };
    if !both || of_tables || reach[0] != reach[1] || campaign.is_updated() || clamps_reach(campaign) {
        return None;
    }
    let by = |nodes: usize| {
        let given = |(value, weight): (f64, f64)| {
            let rates = campaign.rates().clone().with(reach[0], Probability::rounded(value));
            Ok((weight, within(&campaign.with_rates(rates)?, conditioning::AFFORDABLE / NODES[0] as u64)?))
        };
        let worlds = gauss_jacobi(shared, nodes).into_iter().filter(|(_, weight)| *weight > 1e-16).map(given);
        let worlds = worlds.collect::<Result<Vec<_>>>()?;
        Ok(Pmf::mixture(worlds.iter().map(|(weight, distribution)| (*weight, distribution))).expect("some weight"))
    };
    match NODES.map(by) {
        [Ok(distribution), Ok(fewer)] => (distribution.largest_gap(&fewer) < CONVERGED).then_some(Ok(distribution)),
        [Err(error), _] | [_, Err(error)] => Some(Err(error)),
    }
}

/// Multiplications up to which conditioning, exact to rounding, is preferred: about 20 ms.
const CHEAP: u64 = 100_000_000;

/// The distribution of all calls of a campaign, whatever would stop them, by the first way that applies: two binomials, dynamic
/// programming, conditioning on the path counts, an integral over each kind's probability, quadrature.
fn whole(campaign: &Campaign) -> Result<Pmf> {
    within(campaign, conditioning::AFFORDABLE)
}

/// The same within this many multiplications.
fn within(campaign: &Campaign, affordable: u64) -> Result<Pmf> {
    if campaign.pool().is_some() {
        return chain::yield_distribution(campaign);
    }
    if campaign.uncertain().is_empty() {
        return of_known_rates(campaign);
    }
    if campaign.connectors().is_some() {
        return no_exact_distribution("connectors whose calls go alike, with uncertain rates");
    }
    let distribution = conditioning::yield_distribution(campaign, CHEAP.min(affordable))
        .or_else(|| Uncertain::of(campaign)?.yields(Kind::ALL.map(|kind| campaign.attempts(kind))))
        .or_else(|| conditioning::yield_distribution(campaign, affordable));
    if let Some(distribution) = distribution {
        return Ok(distribution);
    }
    if let Some(distribution) = given_shared_reach(campaign) {
        return distribution;
    }
    if Kind::ALL.into_iter().any(|kind| campaign.has_uncertain_reach(kind)) {
        return mixture::yield_distribution(campaign);
    }
    quadrature::yield_distribution(campaign).map_err(|reason| Error::NoExactDistribution { reason })
}
