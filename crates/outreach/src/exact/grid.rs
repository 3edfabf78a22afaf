//! What uncertain rates may be, on a grid.

use crate::model::{Campaign, Kind, Parameter, Rate};
use crate::numerics::gauss_jacobi::gauss_jacobi;

/// What some uncertain rates are, and how likely that is.
pub(super) type Weighted = (f64, Vec<(Parameter, f64)>);

/// Every combination of these nodes, with its weight.
pub(super) fn grid_of(rates: impl Iterator<Item = (Parameter, Vec<(f64, f64)>)>) -> Vec<Weighted> {
    let mut grid = vec![(1.0, Vec::new())];
    for (parameter, nodes) in rates {
        grid = grid
            .iter()
            .flat_map(|(weight, drawn)| {
                nodes.iter().map(move |&(value, share)| {
                    (weight * share, drawn.iter().copied().chain([(parameter, value)]).collect())
                })
            })
            .collect();
    }
    grid
}

/// Whether a reach may be above the share that can be reached: what is set to it is no smooth function of the rates.
pub(super) fn clamps_reach(campaign: &Campaign) -> bool {
    /// Rarer than this changes no probability by 1e-9.
    const NEGLIGIBLE: f64 = 1e-10;
    let probability = |kind: Kind| {
        let rates = [Parameter::reach(kind), Parameter::reachable(kind)];
        match rates.map(|parameter| campaign.rates().rate(parameter)) {
            [Rate::Beta(first), Rate::Fixed(ever)] => 1.0 - first.at_most(ever.get()),
            [Rate::Fixed(first), Rate::Beta(ever)] => ever.at_most(first.get()),
            [Rate::Beta(first), Rate::Beta(ever)] => {
                gauss_jacobi(ever, 64).into_iter().map(|(ever, weight)| weight * (1.0 - first.at_most(ever))).sum()
            }
            _ => 0.0,
        }
    };
    Kind::ALL.into_iter().any(|kind| campaign.has_uncertain_reach(kind) && probability(kind) > NEGLIGIBLE)
}
