//! The distribution of the yield as a mixture over at most two uncertain rates.
//!
//! Given the rates the yield is a sum of binomials, which is convolved; over the rates it is averaged at the nodes of a
//! quadrature. That is no approximation: each probability is a polynomial in each rate, whose degree is the number of calls,
//! and Gauss–Jacobi nodes average polynomials exactly.

use crate::interruption::check_cancelled;
use crate::model::{Campaign, Parameter, Progress};
use crate::numerics::Pmf;
use crate::numerics::gauss_jacobi::gauss_jacobi;
use crate::parallel::prelude::*;

/// With at most two uncertain rates and a thousand calls: the distribution given the rates is a polynomial of degree at
/// most `calls` in each, so ⌈(calls + 1) / 2⌉ nodes per rate integrate it exactly.
///
/// Costs the square of the calls per node: about 10 ms for a hundred calls and two rates, seconds for a thousand.
///
/// # Errors
/// Why there is none.
pub(crate) fn yield_distribution(campaign: &Campaign) -> Result<Pmf, String> {
    const MOST_CALLS: u32 = 1000;
    let uncertain = campaign.uncertain();
    if campaign.solves_uncertain_probability() {
        return Err(
            "the reading `overall` solves for a probability in each draw, and takes the nearest one where none fits"
                .to_owned(),
        );
    }
    if uncertain.len() > 2 {
        let keys: Vec<_> = uncertain.iter().map(|(parameter, _)| parameter.key()).collect();
        return Err(format!("calls that share a rate are told apart later, and {} are uncertain", keys.join(", ")));
    }
    // What was made so far has its degree in the likelihood.
    let calls = campaign.calls() + campaign.so_far().map_or(0, Progress::all_attempts);
    if calls > MOST_CALLS {
        return Err(format!("{calls} calls are more than the {MOST_CALLS} that quadrature is exact for"));
    }
    let nodes = (calls as usize + 1).div_ceil(2);
    let axis = |index: usize| {
        let drawn = uncertain.get(index).map(|&(parameter, beta)| (parameter, gauss_jacobi(beta, nodes)));
        // An axis that is not there has one node that sets nothing.
        drawn.map_or_else(
            || vec![(None, 1.0)],
            |(parameter, nodes)| nodes.into_iter().map(|(value, weight)| (Some((parameter, value)), weight)).collect(),
        )
    };
    let (outer, inner) = (axis(0), axis(1));
    // One sum per outer node, added in their order: no scheduling changes a bit.
    let sums: Vec<Vec<f64>> = (&outer).into_par_iter().map(|node| row(campaign, *node, &inner)).collect();
    let mut masses = vec![0.0; campaign.calls() as usize + 1];
    for sum in sums {
        masses.iter_mut().zip(sum).for_each(|(mass, part)| *mass += part);
    }
    Ok(Pmf::from_masses(0, masses).expect("a mixture of distributions"))
}

/// A value for a rate, and its weight.
type Node = (Option<(Parameter, f64)>, f64);

/// The part of the mixture at one node of the first rate.
fn row(campaign: &Campaign, (outer, outer_weight): Node, inner: &[Node]) -> Vec<f64> {
    /// Below this no probability changes by 1e-9.
    const NEGLIGIBLE: f64 = 1e-22;
    let mut masses = vec![0.0; campaign.calls() as usize + 1];
    for &(inner, inner_weight) in inner {
        check_cancelled();
        let weight = outer_weight * inner_weight;
        if weight < NEGLIGIBLE {
            continue;
        }
        let drawn: Vec<_> = outer.into_iter().chain(inner).collect();
        let weight = weight * campaign.likelihood(&drawn);
        let groups = campaign.held_by_group(&drawn).into_iter();
        let distributions = groups.map(|(calls, held)| Pmf::binomial(calls, held).without_masses_below(NEGLIGIBLE));
        let distribution = distributions.reduce(|sum, more| sum.convolve(&more)).expect("a campaign has calls");
        masses[distribution.first()..]
            .iter_mut()
            .zip(distribution.masses())
            .for_each(|(sum, mass)| *sum += weight * mass);
    }
    masses
}
