//! Mean and variance of the yield when rates are uncertain.

use super::grid::{Weighted, clamps_reach, grid_of};
use super::{contacts, yields};
use crate::error::{Result, no_exact_distribution};
use crate::model::{Campaign, Kind};

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

/// Given the rates, mean and variance are polynomials of degree at most two in each, and the likelihood of what was
/// made so far one of as many attempts; that many nodes per uncertain rate integrate them exactly. Ignorance is summed
/// around the mean, so that no digits cancel.
///
/// # Errors
/// [`Error::NoExactDistribution`](crate::Error::NoExactDistribution) where they are no such polynomials.
pub(crate) fn moments(campaign: &Campaign) -> Result<Moments> {
    if !campaign.is_planned() {
        if campaign.uncertain().is_empty() {
            let distribution = yields::yield_distribution(campaign)?;
            return Ok(Moments { mean: distribution.mean(), luck: distribution.variance(), ignorance: 0.0 });
        }
        return no_exact_distribution("with uncertain rates, chance has a say in which attempts are made");
    }
    if campaign.solves_uncertain_probability() {
        return no_exact_distribution("the reading `overall` solves and clamps the probability of each draw");
    }
    let made = campaign.so_far().map_or(0, |so_far| so_far.all_attempts() as usize);
    if campaign.is_updated() && (campaign.uncertain().len() > 2 || made > MOST_MADE) {
        return no_exact_distribution("outcomes so far reweight more than two uncertain rates, or are more than 1,000");
    }
    if campaign.is_updated() && Kind::ALL.into_iter().any(|kind| campaign.has_uncertain_reach(kind)) {
        return no_exact_distribution("outcomes so far reweight an uncertain reach of several attempts");
    }
    if clamps_reach(campaign) {
        return no_exact_distribution(
            "an uncertain reach may be above the share that can be reached, and is then set to it",
        );
    }
    if Kind::ALL.into_iter().any(|kind| campaign.has_uncertain_reach(kind)) {
        return Ok(contacts::moments(campaign));
    }
    let given = given_rates(campaign, if campaign.is_updated() { (made + 3).div_ceil(2) } else { 2 });
    let weight: f64 = given.iter().map(|given| given.weight).sum();
    let mean = given.iter().map(|given| given.weight * given.mean).sum::<f64>() / weight;
    let luck = given.iter().map(|given| given.weight * given.variance).sum::<f64>() / weight;
    let ignorance = given.iter().map(|given| given.weight * (given.mean - mean).powi(2)).sum::<f64>() / weight;
    Ok(Moments { mean, luck, ignorance })
}

/// More attempts made than this are not worth the nodes.
const MOST_MADE: usize = 1000;

/// Mean and variance of the yield at one point of the grid, and the point's weight.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Given {
    pub(crate) weight: f64,
    pub(crate) mean: f64,
    pub(crate) variance: f64,
}

/// At this many nodes per uncertain rate, the last one's varying fastest; the weight is the prior's times the likelihood.
pub(crate) fn given_rates(campaign: &Campaign, nodes: usize) -> Vec<Given> {
    let at = |(weight, drawn): Weighted| {
        let (mean, variance) = campaign.moments_given(&drawn);
        // Known rates stay what they are, even where the outcomes so far are impossible with them.
        let likelihood = if campaign.is_updated() { campaign.likelihood(&drawn) } else { 1.0 };
        Given { weight: weight * likelihood, mean, variance }
    };
    grid_of(campaign, &campaign.uncertain(), |_| nodes).into_iter().map(at).collect()
}
