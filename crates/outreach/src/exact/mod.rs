//! Exact laws of the yield.

use crate::{Campaign, Kind, Pmf};

/// The sum of two independent binomials.
pub(crate) fn yield_law(campaign: &Campaign) -> Pmf {
    let [cold, warm] = Kind::ALL.map(|kind| Pmf::binomial(campaign.attempts(kind), campaign.tree(kind).held()));
    cold.convolve(&warm)
}
