//! The distribution of the yield within a budget of minutes.

use super::conditioning;
use super::connectors::{OfOne, parts_of_known_rates};
use crate::error::{Result, no_exact_distribution};
use crate::model::Campaign;
use crate::numerics::Pmf;
use crate::parallel::prelude::*;

/// More attempts than this within a budget are not worth an exact distribution.
const MOST_CALLS: u32 = 10_000;
/// The same with connectors: beyond, simulating costs less.
const MOST_OF_CONNECTORS: u32 = 3_000;
/// The same with uncertain rates.
const MOST_UNCERTAIN: u32 = 500;

/// # Formula
/// ```text
/// P(yield ≥ k) = P(k meetings or more in the first n_k calls)
/// n_k = the calls that fit the budget if k − 1 meetings are held before the last of them
/// ```
/// Costs the distribution of each `n_k` calls: a millisecond for 40 hours with fixed rates.
pub(crate) fn within(campaign: &Campaign, budget: f64) -> Result<Pmf> {
    let within = campaign.calls_within(budget);
    let Some(&most) = within.first() else { return Ok(Pmf::point(0)) };
    let fixed = campaign.uncertain().is_empty();
    if !fixed && campaign.connectors().is_some() {
        return no_exact_distribution("connectors whose calls go alike, with uncertain rates");
    }
    let affordable = match campaign.connectors() {
        _ if !fixed => MOST_UNCERTAIN,
        Some(_) => MOST_OF_CONNECTORS,
        None => MOST_CALLS,
    };
    if most > affordable {
        return no_exact_distribution(&format!(
            "{most} calls fit the budget, more than are worth an exact distribution: simulating costs less"
        ));
    }
    let mut lengths = within.clone();
    lengths.dedup();
    let of_one = OfOne::of(campaign, lengths.iter().copied().filter(|_| fixed))?;
    // Of each distribution a tail or two are asked for, which two parts of it tell without their sum.
    let parts = |calls: u32| {
        let first = campaign.first_calls(calls);
        if fixed {
            return parts_of_known_rates(&first, &of_one).map(Some);
        }
        let whole = conditioning::yield_distribution(&first, conditioning::AFFORDABLE);
        Ok(whole.map(|whole| [whole, Pmf::point(0)]))
    };
    // Each distribution is computed apart and kept in its place: no scheduling changes a bit.
    let yields: Vec<_> = lengths.clone().into_par_iter().map(parts).collect();
    let yields: Option<Vec<_>> = yields.into_iter().collect::<Result<_>>()?;
    let Some(yields) = yields else {
        return no_exact_distribution("with these uncertain rates, a budget of minutes has none");
    };
    let at_least = |k: usize| match k {
        0 => 1.0,
        k => within.get(k - 1).map_or(0.0, |calls| {
            // More meetings leave time for fewer calls.
            let place = lengths.binary_search_by(|length| calls.cmp(length)).expect("it is one of them");
            let [one, other] = &yields[place];
            one.at_least_with(other, k)
        }),
    };
    // Rounding may leave a difference of two equal tails below zero.
    let masses = (0..=within.len()).map(|k| (at_least(k) - at_least(k + 1)).max(0.0));
    Ok(Pmf::from_masses(0, masses.collect()).expect("tails fall from 1 to 0"))
}
