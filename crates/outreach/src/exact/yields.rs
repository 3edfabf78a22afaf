//! The distribution of the yield, by the first way that applies.

use super::counts::of_known_rates;
use super::uncertain::Uncertain;
use super::{attempts, chain, conditioning, mixture, quadrature, stopped};
use crate::error::{Error, Result, no_exact_distribution};
use crate::model::{Campaign, Kind, Stop};
use crate::numerics::Pmf;

/// The distribution of the yield.
pub(crate) fn yield_distribution(campaign: &Campaign) -> Result<Pmf> {
    if campaign.max_attempts() > 1 && campaign.stop() != Stop::Calls {
        return no_exact_distribution("contacts that are called in rounds until something stops them");
    }
    match (campaign.stop(), campaign.pool()) {
        (Stop::Minutes(_), Some(_)) => no_exact_distribution("a pool of referrals under a budget of minutes"),
        (Stop::Minutes(budget), None) => stopped::within(campaign, budget),
        (Stop::Meetings(meetings), _) => match attempts::yield_until(campaign, meetings as usize) {
            Some(law) => Ok(law),
            None => Ok(whole(campaign)?.at_most_count(meetings as usize)),
        },
        (Stop::Calls, _) => whole(campaign),
    }
}

/// Multiplications up to which conditioning, exact to rounding, is preferred: some 20 ms.
const CHEAP: u64 = 100_000_000;

/// The distribution of all calls of a campaign, whatever would stop them, by the first way that applies: two binomials, dynamic
/// programming, conditioning on the path counts, an integral over each kind's probability, quadrature.
fn whole(campaign: &Campaign) -> Result<Pmf> {
    if campaign.pool().is_some() {
        return chain::yield_distribution(campaign);
    }
    if campaign.uncertain().is_empty() {
        return Ok(of_known_rates(campaign));
    }
    let law = conditioning::yield_distribution(campaign, CHEAP)
        .or_else(|| Uncertain::of(campaign)?.yields(Kind::ALL.map(|kind| campaign.attempts(kind))))
        .or_else(|| conditioning::yield_distribution(campaign, conditioning::AFFORDABLE));
    if let Some(law) = law {
        return Ok(law);
    }
    if Kind::ALL.into_iter().any(|kind| campaign.has_uncertain_reach(kind)) {
        return mixture::yield_distribution(campaign);
    }
    quadrature::yield_distribution(campaign).map_err(|reason| Error::NoExactDistribution { reason })
}
