//! Sobol indices: how much of the ignorance each uncertain rate causes.

use std::borrow::Cow;

use super::simulated_yields;
use crate::error::Result;
use crate::exact::given_rates;
use crate::model::{Campaign, Kind, Parameter};
use crate::numerics::Estimate;
use crate::parallel::prelude::*;
use crate::simulate::{Simulation, drawn_worlds};

/// The share of the ignorance, Var(E\[yield | rates\]), that one uncertain rate causes.
///
/// # Formula
/// ```text
/// f = E[yield | rates]
/// first order = Var(E[f | rate]) / Var(f)           what knowing this rate alone would take away
/// total       = E[Var(f | all others)] / Var(f)     what would stay if all others were known
/// ```
/// Where chance has a say in which attempts are made, f is not known; then both are ratios of covariances of yields:
/// ```text
/// first order = Cov(Y, Y that shares this rate alone) / Cov(Y, Y that shares all rates)
/// total       = 1 − Cov(Y, Y that shares all rates but this) / Cov(Y, Y that shares all rates)
/// ```
/// Source: Sobol', *Global sensitivity indices*, 2001; sampled: Jansen, *Analysis of variance designs*, 1999.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Index {
    /// The rate.
    pub parameter: Parameter,
    /// The share that can be reached, where a table of attempts tells it together with the reach: neither is known alone.
    pub with: Option<Parameter>,
    /// What knowing this rate alone would take away.
    pub first_order: Estimate,
    /// What would stay if all others were known.
    pub total: Estimate,
}

/// What the uncertain rates are in one world.
type Drawn = Vec<(Parameter, f64)>;

/// Mean yields: exact, over the worlds of a seed, or simulated.
#[derive(Debug)]
pub(crate) struct Expectations {
    seed: u64,
    trials: u64,
    /// Two independent draws of every world; empty where no world has to be drawn.
    worlds: [Vec<Drawn>; 2],
}

const fn exact(value: f64) -> Estimate {
    Estimate { value, std_error: 0.0 }
}

impl Expectations {
    pub(crate) fn new(campaign: &Campaign, seed: u64, trials: u64) -> Self {
        // Given the rates of several attempts, the mean is no line in each of them, as the grid of two nodes takes it to be.
        let of_attempts = Kind::ALL.into_iter().any(|kind| campaign.has_uncertain_reach(kind));
        let sampled = !campaign.uncertain().is_empty() && (of_attempts || campaign.exact_moments().is_err());
        let draw =
            |index| if sampled { drawn_worlds(campaign, seed, trials, index, |drawn| drawn) } else { Vec::new() };
        Self { seed, trials, worlds: [draw(0), draw(1)] }
    }

    /// Whether worlds were drawn.
    pub(crate) fn are_sampled(&self) -> bool {
        !self.worlds[0].is_empty()
    }

    /// E\[yield\] of the campaign, or of one that differs from it in a rate or a number: over the same worlds.
    pub(crate) fn of(&self, campaign: &Campaign) -> Result<Estimate> {
        if let Ok(moments) = campaign.exact_moments() {
            return Ok(exact(moments.mean));
        }
        let is_played = campaign.pool().is_some();
        if !campaign.is_planned() && !is_played {
            let simulation = Simulation::new(campaign).trials(self.trials).seed(self.seed);
            return Ok(simulation.yields()?.mean());
        }
        let uncertain = campaign.uncertain();
        // A moved rate can bring another, uncertain one into play, which the worlds know nothing of.
        let drawn =
            |parameter| self.worlds[0].first().is_some_and(|world| world.iter().any(|(of, _)| *of == parameter));
        let worlds = if self.are_sampled() && uncertain.iter().all(|(parameter, _)| drawn(*parameter)) {
            Cow::Borrowed(&self.worlds[0])
        } else {
            Cow::Owned(drawn_worlds(campaign, self.seed, self.trials, 0, |drawn| drawn))
        };
        if is_played {
            return Ok(Estimate::of_mean(simulated_yields::yields(campaign, &worlds, None, self.seed, 0).into_iter()));
        }
        let is_uncertain = |drawn: &&(Parameter, f64)| uncertain.iter().any(|(parameter, _)| *parameter == drawn.0);
        let mut still = Vec::new();
        let given = |drawn: &Drawn| {
            still.clear();
            still.extend(drawn.iter().filter(is_uncertain));
            campaign.mean_given(&still)
        };
        Ok(Estimate::of_mean(worlds.iter().map(given)))
    }

    /// The indices of every uncertain rate.
    pub(crate) fn indices(&self, campaign: &Campaign) -> Vec<Index> {
        if self.worlds[0].is_empty() {
            from_grid(campaign)
        } else if campaign.is_planned() {
            self.sampled(campaign)
        } else {
            self.played(campaign)
        }
    }

    /// From campaigns that share one rate, all but one, or all.
    fn played(&self, campaign: &Campaign) -> Vec<Index> {
        let [one, other] = &self.worlds;
        let yields = |luck: u16, worlds: &[Drawn], places: &[usize], from: &[Drawn]| {
            simulated_yields::yields(campaign, worlds, Some((places, from)), self.seed, luck)
        };
        let base = yields(0, one, &[], one);
        let products = |other: &[f64]| products(&base, other);
        let all = products(&yields(1, one, &[], one));
        let index = |places: Vec<usize>| {
            let luck = 2 + 2 * places[0] as u16;
            let alone = ratio(&products(&yields(luck, other, &places, one)), &all);
            let rest = ratio(&products(&yields(luck + 1, one, &places, other)), &all);
            let total = Estimate { value: 1.0 - rest.value, ..rest };
            let [parameter, with] = named(&one[0], &places);
            Index { parameter: parameter.expect("a place"), with, first_order: alone, total }
        };
        drawn_together(campaign).into_iter().map(index).collect()
    }

    fn sampled(&self, campaign: &Campaign) -> Vec<Index> {
        let [one, other] = &self.worlds;
        let yields = |worlds: &[Drawn]| worlds.iter().map(|drawn| campaign.mean_given(drawn)).collect::<Vec<_>>();
        let (of_one, of_other) = (yields(one), yields(other));
        let squares = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).collect::<Vec<_>>();
        let apart = squares(&of_one, &of_other);
        let index = |places: Vec<usize>| {
            // The first draw of each world, with this rate alone from the second.
            let mixed = |(one, other): (&Drawn, &Drawn)| campaign.mean_given(&mixed(&places, other, one));
            let mixed: Vec<f64> = one.iter().zip(other).map(mixed).collect();
            let rest = ratio(&squares(&of_other, &mixed), &apart);
            let [parameter, with] = named(&one[0], &places);
            Index {
                parameter: parameter.expect("a place"),
                with,
                first_order: Estimate { value: 1.0 - rest.value, ..rest },
                total: ratio(&squares(&of_one, &mixed), &apart),
            }
        };
        drawn_together(campaign).into_par_iter().map(index).collect()
    }
}

/// A world with these rates from another one.
fn mixed(places: &[usize], from: &[(Parameter, f64)], into: &[(Parameter, f64)]) -> Drawn {
    let mut mixed = into.to_vec();
    for &place in places {
        mixed[place] = from[place];
    }
    mixed
}

fn named(drawn: &[(Parameter, f64)], places: &[usize]) -> [Option<Parameter>; 2] {
    [0, 1].map(|index| places.get(index).map(|&place| drawn[place].0))
}

/// The places of the uncertain rates, those of a table together: they depend on each other, and a world in which one of them were
/// another's is none that the table leaves.
fn drawn_together(campaign: &Campaign) -> Vec<Vec<usize>> {
    let uncertain = campaign.uncertain();
    let place = |parameter: Parameter| uncertain.iter().position(|(other, _)| *other == parameter);
    let pairs: Vec<_> = Kind::ALL
        .into_iter()
        .filter(|&kind| campaign.learned_reach(kind).is_some())
        .filter_map(|kind| Some([place(Parameter::reach(kind))?, place(Parameter::reachable(kind))?]))
        .collect();
    let group = |place: usize| match pairs.iter().find(|pair| pair.contains(&place)) {
        Some(&[reach, _]) if reach != place => None,
        Some(pair) => Some(pair.to_vec()),
        None => Some(vec![place]),
    };
    (0..uncertain.len()).filter_map(group).collect()
}

/// From the mean yield at two nodes per rate: it is linear in each, so these integrate all the squares exactly.
fn from_grid(campaign: &Campaign) -> Vec<Index> {
    let uncertain = campaign.uncertain();
    let given = given_rates(campaign, 2);
    let mean: f64 = given.iter().map(|given| given.weight * given.mean).sum();
    let variance: f64 = given.iter().map(|given| given.weight * (given.mean - mean).powi(2)).sum();
    let share = |part: f64| exact(if variance > 0.0 { part / variance } else { 0.0 });
    let index = |(place, (parameter, _)): (usize, (Parameter, _))| {
        // The grid has the last rate's node as the lowest binary digit of the position.
        let digit = uncertain.len() - 1 - place;
        let side = |upper: usize| {
            let nodes = given.iter().enumerate().filter(move |(at, _)| (at >> digit) & 1 == upper);
            let (weight, sum) =
                nodes.fold((0.0, 0.0), |(w, s), (_, given)| (w + given.weight, s + given.weight * given.mean));
            (weight, sum / weight)
        };
        let first: f64 = [side(0), side(1)].iter().map(|(weight, value)| weight * (value - mean).powi(2)).sum();
        let pairs =
            (0..given.len()).filter(|at| (at >> digit) & 1 == 0).map(|at| (&given[at], &given[at | 1 << digit]));
        let total: f64 = pairs
            .map(|(low, high)| low.weight * high.weight / (low.weight + high.weight) * (low.mean - high.mean).powi(2))
            .sum();
        Index { parameter, with: None, first_order: share(first), total: share(total) }
    };
    uncertain.iter().copied().enumerate().map(index).collect()
}

/// The products of the distances from their means: their mean is the covariance.
fn products(a: &[f64], b: &[f64]) -> Vec<f64> {
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    let (of_a, of_b) = (mean(a), mean(b));
    a.iter().zip(b).map(|(a, b)| (a - of_a) * (b - of_b)).collect()
}

/// The ratio of two means, its error by the delta method; not a number where the yields show no ignorance to be shared out.
fn ratio(above: &[f64], below: &[f64]) -> Estimate {
    let n = above.len() as f64;
    let denominator: f64 = below.iter().sum();
    if denominator <= 0.0 {
        return Estimate { value: f64::NAN, std_error: f64::NAN };
    }
    let value = above.iter().sum::<f64>() / denominator;
    let residual: f64 = above.iter().zip(below).map(|(above, below)| (above - value * below).powi(2)).sum();
    Estimate { value, std_error: (residual * n / (n - 1.0)).sqrt() / denominator }
}
