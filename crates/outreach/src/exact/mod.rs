//! Exact laws of the yield.

mod conditioning;
mod counts;
mod moments;
mod quadrature;

pub use self::moments::Moments;
pub(crate) use self::moments::given_rates;

use crate::{Campaign, Error, Kind, Pmf, Result};

/// The law of the yield, by the first way that applies: two binomials, conditioning on the path counts, quadrature.
pub(crate) fn yield_law(campaign: &Campaign) -> Result<Pmf> {
    if campaign.uncertain().is_empty() {
        let [cold, warm] = Kind::ALL.map(|kind| Pmf::binomial(campaign.attempts(kind), campaign.tree(kind).held()));
        return Ok(cold.convolve(&warm));
    }
    if let Some(law) = conditioning::yield_law(campaign) {
        return Ok(law);
    }
    quadrature::yield_law(campaign).map_err(|reason| Error::NoExactLaw { reason })
}

/// Mean and variance of the yield, the variance split into luck and ignorance.
///
/// # Errors
/// [`Error::NoExactLaw`] where they are no polynomials in the rates.
pub(crate) fn moments(campaign: &Campaign) -> Result<Moments> {
    moments::of(campaign)
}
