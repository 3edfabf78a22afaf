//! Sobol indices: how much of the ignorance each uncertain rate causes.

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::exact::given_rates;
use crate::simulate::drawn_worlds;
use crate::{Campaign, Estimate, Parameter};

/// The share of the ignorance, Var(E\[yield | rates\]), that one uncertain rate causes.
///
/// # Formula
/// ```text
/// f = E[yield | rates]
/// first order = Var(E[f | rate]) / Var(f)           what knowing this rate alone would take away
/// total       = E[Var(f | all others)] / Var(f)     what would stay if all others were known
/// ```
/// Source: Sobol', *Global sensitivity indices*, 2001; sampled: Jansen, *Analysis of variance designs*, 1999.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Index {
    /// The rate.
    pub parameter: Parameter,
    /// What knowing this rate alone would take away.
    pub first_order: Estimate,
    /// What would stay if all others were known.
    pub total: Estimate,
}

/// What the uncertain rates are in one world.
type Drawn = Vec<(Parameter, f64)>;

/// Mean yields: exact, or over the worlds of a seed.
#[derive(Debug)]
pub(crate) struct Expectations {
    /// Two independent draws of every world; empty where everything is exact.
    worlds: [Vec<Drawn>; 2],
}

const fn exact(value: f64) -> Estimate {
    Estimate { value, std_error: 0.0 }
}

impl Expectations {
    pub(crate) fn new(campaign: &Campaign, seed: u64, worlds: u64) -> Self {
        let sampled = campaign.solves_uncertain_odds();
        let draw = |index| if sampled { drawn_worlds(campaign, seed, worlds, index).collect() } else { Vec::new() };
        Self { worlds: [draw(0), draw(1)] }
    }

    /// E\[yield\] of the campaign, or of one that has fewer uncertain rates: over the same worlds.
    pub(crate) fn of(&self, campaign: &Campaign) -> Estimate {
        if let Ok(moments) = campaign.exact_moments() {
            return exact(moments.mean);
        }
        let uncertain = campaign.uncertain();
        let still = |(parameter, _): &(Parameter, f64)| uncertain.iter().any(|(other, _)| other == parameter);
        let given = |drawn: &Drawn| campaign.mean_given(&drawn.iter().copied().filter(still).collect::<Vec<_>>());
        Estimate::of_mean(self.worlds[0].iter().map(given))
    }

    /// The indices of every uncertain rate.
    pub(crate) fn indices(&self, campaign: &Campaign) -> Vec<Index> {
        if campaign.solves_uncertain_odds() { self.sampled(campaign) } else { from_grid(campaign) }
    }

    fn sampled(&self, campaign: &Campaign) -> Vec<Index> {
        let [one, other] = &self.worlds;
        let yields = |worlds: &[Drawn]| worlds.iter().map(|drawn| campaign.mean_given(drawn)).collect::<Vec<_>>();
        let (of_one, of_other) = (yields(one), yields(other));
        let squares = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).collect::<Vec<_>>();
        let apart = squares(&of_one, &of_other);
        let index = |place: usize| {
            // The first draw of each world, with this rate alone from the second.
            let mixed: Vec<f64> = one
                .iter()
                .zip(other)
                .map(|(one, other)| {
                    let mut mixed = one.clone();
                    mixed[place] = other[place];
                    campaign.mean_given(&mixed)
                })
                .collect();
            let rest = ratio(&squares(&of_other, &mixed), &apart);
            Index {
                parameter: one[0][place].0,
                first_order: Estimate { value: 1.0 - rest.value, ..rest },
                total: ratio(&squares(&of_one, &mixed), &apart),
            }
        };
        (0..campaign.uncertain().len()).into_par_iter().map(index).collect()
    }
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
        Index { parameter, first_order: share(first), total: share(total) }
    };
    uncertain.iter().copied().enumerate().map(index).collect()
}

/// The ratio of two means, its error by the delta method.
fn ratio(above: &[f64], below: &[f64]) -> Estimate {
    let n = above.len() as f64;
    let denominator: f64 = below.iter().sum();
    let value = above.iter().sum::<f64>() / denominator;
    let residual: f64 = above.iter().zip(below).map(|(above, below)| (above - value * below).powi(2)).sum();
    Estimate { value, std_error: (residual * n / (n - 1.0)).sqrt() / denominator }
}
