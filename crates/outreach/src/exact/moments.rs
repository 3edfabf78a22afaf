//! Mean and variance of the yield when rates are uncertain.

use super::quadrature::gauss_jacobi;
use crate::{Campaign, Error, Parameter, Result};

/// Mean and variance of the yield.
///
/// # Formula
/// ```text
/// Var(yield) = E[Var(yield | rates)] + Var(E[yield | rates])
///              luck                    ignorance
/// ```
/// More calls shrink luck per call; only more data shrinks ignorance.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Moments {
    /// E\[yield\].
    pub mean: f64,
    /// What the calls' luck adds to the variance.
    pub luck: f64,
    /// What not knowing the rates adds to it.
    pub ignorance: f64,
}

impl Moments {
    /// √(luck + ignorance).
    pub fn sd(&self) -> f64 {
        (self.luck + self.ignorance).sqrt()
    }
}

/// Given the rates, mean and variance are polynomials of degree at most two in each, which two nodes per uncertain rate
/// integrate exactly; ignorance is summed around the mean, so that no digits cancel.
pub(crate) fn of(campaign: &Campaign) -> Result<Moments> {
    if campaign.solves_uncertain_odds() {
        let reason = "the reading `overall` solves and clamps the odds of each draw".to_owned();
        return Err(Error::NoExactLaw { reason });
    }
    let given = given_rates(campaign);
    let mean = given.iter().map(|given| given.weight * given.mean).sum();
    let luck = given.iter().map(|given| given.weight * given.variance).sum();
    let ignorance = given.iter().map(|given| given.weight * (given.mean - mean) * (given.mean - mean)).sum();
    Ok(Moments { mean, luck, ignorance })
}

/// Mean and variance of the yield at one point of the grid, and the point's weight.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Given {
    pub(crate) weight: f64,
    pub(crate) mean: f64,
    pub(crate) variance: f64,
}

/// At two nodes per uncertain rate, the last rate's varying fastest.
pub(crate) fn given_rates(campaign: &Campaign) -> Vec<Given> {
    let at = |(weight, drawn): (f64, Vec<(Parameter, f64)>)| {
        let (mean, variance) = campaign.moments_given(&drawn);
        Given { weight, mean, variance }
    };
    grid(campaign).into_iter().map(at).collect()
}

/// Every combination of two nodes per uncertain rate, with its weight.
fn grid(campaign: &Campaign) -> Vec<(f64, Vec<(Parameter, f64)>)> {
    let mut grid = vec![(1.0, Vec::new())];
    for (parameter, beta) in campaign.uncertain() {
        let nodes = gauss_jacobi(beta, 2);
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
