//! Exact laws of the yield.

mod attempts;
mod chain;
mod conditioning;
mod counts;
mod moments;
mod poisson_binomial;
mod quadrature;
mod stopped;

pub(crate) use self::attempts::attempts_law;
pub use self::chain::PoolLaw;
pub(crate) use self::chain::{has_pool_law, pool_law};
pub(crate) use self::counts::successes;
pub use self::moments::Moments;
pub(crate) use self::moments::{given_rates, moments};
pub use self::poisson_binomial::PoissonBinomial;

use crate::{Campaign, Error, Kind, Pmf, Result, Stop};

/// The law of the yield.
pub(crate) fn yield_law(campaign: &Campaign) -> Result<Pmf> {
    match (campaign.stop(), campaign.pool()) {
        (Stop::Minutes(_), Some(_)) => none("a pool of referrals under a budget of minutes"),
        (Stop::Minutes(budget), None) => stopped::within(campaign, budget),
        (Stop::Meetings(meetings), _) => match attempts::yield_until(campaign, meetings as usize) {
            Some(law) => Ok(law),
            None => Ok(whole(campaign)?.at_most_count(meetings as usize)),
        },
        (Stop::Calls, _) => whole(campaign),
    }
}

/// The law of all calls of a campaign, whatever would stop them, by the first way that applies: two binomials, dynamic
/// programming, conditioning on the path counts, quadrature.
fn whole(campaign: &Campaign) -> Result<Pmf> {
    if campaign.pool().is_some() {
        return chain::yield_law(campaign);
    }
    if campaign.uncertain().is_empty() {
        let [cold, warm] = Kind::ALL.map(|kind| Pmf::binomial(campaign.attempts(kind), campaign.tree(kind).held()));
        return Ok(cold.convolve(&warm));
    }
    if let Some(law) = conditioning::yield_law(campaign) {
        return Ok(law);
    }
    quadrature::yield_law(campaign).map_err(|reason| Error::NoExactLaw { reason })
}

/// No exact law, and why.
fn none<T>(reason: &str) -> Result<T> {
    Err(Error::NoExactLaw { reason: reason.to_owned() })
}
