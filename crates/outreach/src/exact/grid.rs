//! What uncertain rates may be, on a grid.

use crate::model::{Campaign, Kind, Parameter, Rate};
use crate::numerics::Beta;
use crate::numerics::gauss_jacobi::gauss_jacobi;

/// What some uncertain rates are, and how likely that is.
pub(super) type Weighted = (f64, Vec<(Parameter, f64)>);

/// Every combination of this many nodes of these uncertain rates, with its weight. Reach and share that can be reached vary
/// together where a table tells of them.
pub(super) fn grid_of(
    campaign: &Campaign,
    rates: &[(Parameter, Beta)],
    nodes: impl Fn(Parameter) -> usize,
) -> Vec<Weighted> {
    let mut grid = vec![(1.0, Vec::new())];
    for &(parameter, beta) in rates {
        let axis = axis(campaign, parameter, beta, nodes(parameter));
        grid = grid
            .iter()
            .flat_map(|(weight, drawn)| {
                axis.iter().map(move |(share, values)| (weight * share, [drawn.as_slice(), values].concat()))
            })
            .collect();
    }
    grid
}

/// Worlds of these kinds of contacts.
pub(super) type OfKinds = (Vec<Kind>, Vec<Weighted>);

/// What the reach of several attempts may be: of each kind apart, as the two are independent, unless they depend on the same rate.
pub(super) fn worlds_of_reach(campaign: &Campaign) -> Vec<OfKinds> {
    /// By the number of rates: enough for up to a thousand attempts.
    const NODES: [usize; 4] = [1, 256, 128, 32];
    let rates = Kind::ALL.map(|kind| {
        let of_reach = [Parameter::reach(kind), Parameter::reachable(kind)].map(|rate| campaign.rates().resolved(rate));
        let uncertain = if campaign.has_uncertain_reach(kind) { campaign.uncertain_of(kind) } else { Vec::new() };
        uncertain.into_iter().filter(|(rate, _)| of_reach.contains(rate)).collect::<Vec<_>>()
    });
    let [cold, warm] = &rates;
    let is_shared = cold.iter().any(|rate| warm.contains(rate));
    let grid = |rates: &[(Parameter, Beta)]| grid_of(campaign, rates, |_| NODES[rates.len()]);
    if is_shared {
        let all = campaign.uncertain().into_iter().filter(|rate| cold.contains(rate) || warm.contains(rate));
        return vec![(Kind::ALL.to_vec(), grid(&all.collect::<Vec<_>>()))];
    }
    Kind::ALL.into_iter().zip(&rates).map(|(kind, rates)| (vec![kind], grid(rates))).collect()
}

/// What a rate may be; of a table both numbers stand on the axis of the reach, and nothing on that of the share.
fn axis(campaign: &Campaign, parameter: Parameter, beta: Beta, nodes: usize) -> Vec<Weighted> {
    for kind in Kind::ALL {
        let Some(posterior) = campaign.learned_reach(kind) else { continue };
        let [reach, reachable] = [Parameter::reach(kind), Parameter::reachable(kind)];
        if parameter == reach {
            let pair = |[first, ever]: [f64; 2]| vec![(reach, first), (reachable, ever)];
            return posterior.points().map(|(weight, rates)| (weight, pair(rates))).collect();
        }
        if parameter == reachable {
            return vec![(1.0, Vec::new())];
        }
    }
    gauss_jacobi(beta, nodes).into_iter().map(|(value, weight)| (weight, vec![(parameter, value)])).collect()
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
    // A table leaves no reach above its share.
    let apart = |&kind: &Kind| campaign.has_uncertain_reach(kind) && campaign.learned_reach(kind).is_none();
    Kind::ALL.into_iter().filter(apart).any(|kind| probability(kind) > NEGLIGIBLE)
}
