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
        return no_exact_distribution(
            "the reading `overall` solves for a probability in each draw, and takes the nearest one where none fits",
        );
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
        let [mean, luck, ignorance] = contacts::mean_luck_and_ignorance(campaign);
        return Ok(Moments { mean, luck, ignorance });
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Parameter, Preset, Rates, Strategy};
    use crate::numerics::{Beta, Probability};

    /// All rates on one grid, as is possible where they are few.
    #[test]
    fn moments_are_those_of_all_worlds() {
        let beta = |alpha, beta| Beta::new(alpha, beta).expect("in bounds");
        let shared = Rates::documented()
            .with(Parameter::ColdReach, beta(3.0, 7.0))
            .with(Parameter::ColdReachable, Probability::new(0.9999).expect("a probability"))
            .with(Parameter::ConnectorsCorrelation, Probability::new(0.2).expect("a probability"));
        let apart = shared.clone().with(Parameter::WarmReach, beta(8.0, 3.0));
        let following = [Parameter::WarmReach, Parameter::WarmMeeting, Parameter::WarmShow, Parameter::IncidentRate]
            .into_iter()
            .fold(Preset::Published.rates(), |rates, rate| {
                let mean = Probability::rounded(rates.rate(rate).mean());
                if rate == Parameter::WarmReach { rates } else { rates.with(rate, mean) }
            });
        let following =
            [Parameter::ColdShow, Parameter::IncidentRecovery].into_iter().fold(following, |rates, rate| {
                let mean = Probability::rounded(rates.rate(rate).mean());
                rates.with(rate, mean)
            });
        for rates in [shared, apart, following] {
            let rates = rates.with_reading(crate::model::Reading::WithoutIncident);
            let rates = rates.with(Parameter::ColdMeeting, beta(2.0, 8.0));
            let campaign = Campaign::contacts(50).max_attempts(4).strategy(Strategy::mixed()).rates(rates);
            let campaign = campaign.build().expect("a campaign").with_connectors(3).expect("connectors");
            let given = given_rates(&campaign, 24);
            let mean: f64 = given.iter().map(|given| given.weight * given.mean).sum();
            let luck: f64 = given.iter().map(|given| given.weight * given.variance).sum();
            let ignorance: f64 = given.iter().map(|given| given.weight * (given.mean - mean).powi(2)).sum();
            let found = contacts::mean_luck_and_ignorance(&campaign);
            for (found, expected) in found.into_iter().zip([mean, luck, ignorance]) {
                assert!((found / expected - 1.0).abs() < 1e-9, "{found}, not {expected}");
            }
        }
    }
}
