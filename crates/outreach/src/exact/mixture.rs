//! The distribution of the yield where a kind's calls depend on the uncertain rates through one number: the probability
//! of a meeting held.

use super::grid::{clamps_reach, grid_of};
use crate::error::{Result, no_exact_distribution};
use crate::model::{Campaign, Kind, Parameter};
use crate::numerics::{Beta, Pmf, Probability};

/// Worlds that are looked at.
const MOST_WORLDS: f64 = 200_000.0;
/// The distribution by fewer worlds differs from the distribution by no more than this anywhere.
const CONVERGED: f64 = 1e-8;
/// Masses that are computed, and kept: 80 MB.
const MOST_MASSES: f64 = 1e7;
/// Masses of a binomial distribution that are not left out, in standard deviations.
const WIDTH: f64 = 18.0;
/// Probabilities that are told apart, per standard deviation of the share of successes in this many calls.
const PER_DEVIATION: f64 = 20.0;
/// Values that are told apart of what q is the product of.
const OF_A_FACTOR: f64 = 512.0;
/// Rarer than this is left out.
const NEGLIGIBLE: f64 = 1e-18;

/// # Formula
/// ```text
/// given the rates:  Binomial(contacts, q),  q = P(meeting held), per contact
/// the yield:        Σ w_i·Binomial(contacts, q_i),  Gauss–Jacobi nodes of every rate, then neighbouring q of like
///                   moments put together; cold and warm contacts apart, then convolved
/// ```
///
/// # Errors
/// [`Error::NoExactDistribution`](crate::Error::NoExactDistribution) where both kinds depend on the same uncertain rate,
/// rates are clamped or reweighted by what came so far, or this many worlds do not suffice.
pub(super) fn yield_distribution(campaign: &Campaign) -> Result<Pmf> {
    if campaign.solves_uncertain_probability() || campaign.is_updated() || clamps_reach(campaign) {
        return no_exact_distribution(
            "uncertain rates of several attempts are solved for, updated, or set to what is possible",
        );
    }
    if campaign.was_called() {
        return no_exact_distribution("contacts who were called before, with several uncertain rates");
    }
    let rates = Kind::ALL.map(|kind| campaign.uncertain_of(kind));
    if rates[0].iter().any(|one| rates[1].contains(one)) {
        return no_exact_distribution("cold and warm contacts depend on the same uncertain rate");
    }
    let [cold, warm] = Kind::ALL.map(|kind| of_kind(campaign, kind, &rates[kind.index()]));
    Ok(cold?.convolve(&warm?))
}

fn of_kind(campaign: &Campaign, kind: Kind, rates: &[(Parameter, Beta)]) -> Result<Pmf> {
    let contacts = campaign.attempts(kind);
    if contacts == 0 || rates.is_empty() {
        return Ok(Pmf::binomial(contacts, campaign.tree(kind).held()));
    }
    // Whether a contact is reached, and what the conversation brings, depend on rates of their own.
    let of_reach = [Parameter::reach(kind), Parameter::reachable(kind)].map(|rate| campaign.rates().resolved(rate));
    let (reach, others): (Vec<_>, Vec<_>) = rates.iter().copied().partition(|(rate, _)| of_reach.contains(rate));
    let distribution = |share: f64| {
        let values = |rates: &[(Parameter, Beta)], value: fn(&Campaign, Kind, &[(Parameter, f64)]) -> f64| {
            let nodes = libm::pow(MOST_WORLDS, 1.0 / rates.len().max(1) as f64).min(256.0);
            let grid = grid_of(campaign, rates, |_| (share * nodes) as usize);
            let values = grid.into_iter().map(|(weight, drawn)| (weight, value(campaign, kind, &drawn))).collect();
            neighbours(values, OF_A_FACTOR)
        };
        let reached = values(&reach, |campaign, kind, drawn| campaign.world_at(drawn).reach(kind));
        let held = values(&others, Campaign::held_given);
        let product =
            |&(one, reached): &(f64, f64)| held.iter().map(move |&(other, held)| (one * other, reached * held));
        together(contacts, reached.iter().flat_map(product).collect())
    };
    match [1.0, 0.75].map(distribution) {
        [Some(distribution), Some(coarser)] if distribution.largest_gap(&coarser) < CONVERGED => Ok(distribution),
        _ => no_exact_distribution(
            "with these uncertain rates the exact distribution of this many contacts takes too long",
        ),
    }
}

/// The mixture of the binomials of these probabilities by their weights; `None` where too many would be told apart.
fn together(contacts: u32, held: Vec<(f64, f64)>) -> Option<Pmf> {
    let ends = held.iter().map(|(_, held)| *held);
    let (low, high) = ends.fold((1.0_f64, 0.0_f64), |(low, high), held| (low.min(held), high.max(held)));
    let mean: f64 = held.iter().map(|(weight, held)| weight * held).sum();
    let deviation = (mean * (1.0 - mean) / f64::from(contacts)).sqrt();
    let bins = (PER_DEVIATION * (high - low) / deviation).ceil().max(1.0);
    let widest = if high < 0.5 { high } else { low.max(0.5) };
    let of_one = (WIDTH * (widest * (1.0 - widest) * f64::from(contacts)).sqrt()).min(contacts.into()) + 1.0;
    if 2.0 * bins * of_one > MOST_MASSES {
        return None;
    }
    let binomial = |held: f64| Pmf::binomial(contacts, Probability::rounded(held)).without_masses_below(NEGLIGIBLE);
    let of_point = |(weight, held): (f64, f64)| (weight, binomial(held));
    let distributions: Vec<_> = neighbours(held, bins).into_iter().map(of_point).collect();
    Pmf::mixture(distributions.iter().map(|(weight, distribution)| (*weight, distribution)))
}

/// Points of which neighbours, in bins of equal width, are put together.
fn neighbours(mut points: Vec<(f64, f64)>, bins: f64) -> Vec<(f64, f64)> {
    points.retain(|&(weight, _)| weight > NEGLIGIBLE);
    points.sort_unstable_by(|one, other| one.1.total_cmp(&other.1));
    let (Some(&(_, low)), Some(&(_, high))) = (points.first(), points.last()) else { return points };
    let bin = |value: f64| if high > low { ((value - low) / (high - low) * bins) as usize } else { 0 };
    let together = points.chunk_by(|one, other| bin(one.1) == bin(other.1));
    together.flat_map(two_of).filter(|(weight, _)| *weight > 0.0).collect()
}

/// Two points with the weight and the first three moments of many: their Gauss quadrature.
fn two_of(points: &[(f64, f64)]) -> [(f64, f64); 2] {
    let weight: f64 = points.iter().map(|(weight, _)| weight).sum();
    let mean = points.iter().map(|(weight, value)| weight * value).sum::<f64>() / weight;
    let moment =
        |power: i32| points.iter().map(|(weight, value)| weight * (value - mean).powi(power)).sum::<f64>() / weight;
    let deviation = moment(2).sqrt();
    if deviation <= 1e-12 * mean {
        return [(weight, mean), (0.0, mean)];
    }
    let skewness = moment(3) / (deviation * deviation * deviation);
    let root = (skewness * skewness + 4.0).sqrt();
    let [low, high] = [f64::midpoint(skewness, -root), f64::midpoint(skewness, root)];
    // Weights that leave the mean where it is.
    let of_low = high / (high - low);
    [(weight * of_low, mean + deviation * low), (weight * (1.0 - of_low), mean + deviation * high)]
}
