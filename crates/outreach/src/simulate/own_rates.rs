//! What connectors have of their own, drawn.

use rand::Rng;

use super::beta_draw::{BetaDraw, ratio, uniform};
use super::generator::{Generator, Lanes};
use crate::model::connectors::OwnRates;
use crate::model::{Campaign, Rate};
use crate::numerics::Beta;
use crate::numerics::gauss_jacobi::gauss_jacobi;

/// The distribution of a connector's own rate, made ready for drawing.
#[derive(Debug)]
pub(super) enum OwnRate {
    Sure(f64),
    /// The weights up to each value, and the value.
    Nodes(Vec<(f64, f64)>),
    Beta(BetaDraw),
}

impl OwnRate {
    /// More calls of a connector take more nodes than they save.
    const MOST_CALLS: u32 = 256;

    /// A rate that up to so many calls of a connector depend on.
    ///
    /// # Formula
    /// ```text
    /// n calls:  ⌈(n + 1) / 2⌉ nodes of Gauss–Jacobi quadrature, each as probable as its weight
    /// ```
    /// What n calls come to has a probability that is a polynomial of degree n in the rate: so it has the same
    /// distribution as if the rate were a Beta draw, which takes ten times as long.
    fn new(rate: Rate, calls: u32) -> Self {
        /// Beyond them nodes lose digits.
        const EXTREME: [f64; 2] = [1e-3, 1e6];
        let moderate = |beta: Beta| [beta.alpha(), beta.beta()].iter().all(|x| (EXTREME[0]..=EXTREME[1]).contains(x));
        match rate {
            Rate::Fixed(known) => Self::Sure(known.get()),
            Rate::Beta(beta) if calls <= Self::MOST_CALLS && moderate(beta) => {
                let mut sum = 0.0;
                let node = |(value, weight): (f64, f64)| {
                    sum += weight;
                    (sum, value)
                };
                Self::Nodes(gauss_jacobi(beta, calls as usize / 2 + 1).into_iter().map(node).collect())
            }
            Rate::Beta(beta) => Self::Beta(BetaDraw::new(beta)),
        }
    }

    /// Of the connectors of a campaign, P(meeting) of a conversation that kept its standing and P(incident). `None` where there
    /// are none, or each world has its own distribution.
    pub(super) fn of_known(campaign: &Campaign) -> Option<[Self; 2]> {
        let connectors = campaign.connectors().filter(|_| campaign.uncertain().is_empty())?;
        let own = OwnRates::around(&campaign.world_at(&[]));
        let calls = campaign.warm_attempts().div_ceil(connectors.count);
        Some([own.meeting_if_standing_kept, own.incident].map(|rate| Self::new(rate, calls)))
    }

    /// A draw for each lane.
    pub(super) fn draw(&self, generator: &mut Generator, again: &mut impl Rng, drawn: &mut Lanes<f64>) {
        match self {
            Self::Sure(value) => drawn.fill(*value),
            Self::Beta(beta) => beta.draw(generator, again, drawn),
            Self::Nodes(nodes) => drawn.fill_with(|| {
                let number = uniform(again);
                nodes[nodes.partition_point(|(sum, _)| *sum <= number).min(nodes.len() - 1)].1
            }),
        }
    }
}

/// A draw of a rate that is drawn from once.
pub(super) fn drawn_once(rate: Rate, rng: &mut impl Rng) -> f64 {
    match rate {
        Rate::Fixed(known) => known.get(),
        Rate::Beta(beta) => ratio(beta, rng),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Parameter, Rates, Strategy};
    use crate::numerics::Probability;

    /// E\[x^a·(1 − x)^b\] / E\[x^a·(1 − x)^b\] of a Beta rate, over all that calls of a connector can come to.
    #[test]
    fn nodes_have_the_moments_of_the_beta_distribution() {
        for mean in [0.001, 0.02, 0.1, 0.5, 0.9, 0.999] {
            for correlation in [1e-4, 0.01, 0.1, 0.3, 0.5, 0.9] {
                let weight = 1.0 / correlation - 1.0;
                let beta = Beta::constant(mean * weight, (1.0 - mean) * weight);
                for calls in [1, 2, 5, 20, 100, 256] {
                    let OwnRate::Nodes(nodes) = OwnRate::new(beta.into(), calls) else { continue };
                    for successes in (0..=calls).step_by(calls.div_ceil(10) as usize) {
                        let failures = calls - successes;
                        let rising = |from: f64, n: u32| (0..n).map(|i| (from + f64::from(i)).ln()).sum::<f64>();
                        let ways = (0..successes).map(|i| (f64::from(calls - i) / f64::from(i + 1)).ln()).sum::<f64>();
                        let expected = (ways + rising(beta.alpha(), successes) + rising(beta.beta(), failures)
                            - rising(weight, calls))
                        .exp();
                        let mut before = 0.0;
                        let probability = |(sum, value): &(f64, f64)| {
                            let share = sum - before;
                            before = *sum;
                            let [one, other] = [(successes, *value), (failures, 1.0 - value)]
                                .map(|(n, x)| if n == 0 { 0.0 } else { f64::from(n) * x.ln() });
                            share * (ways + one + other).exp()
                        };
                        let found: f64 = nodes.iter().map(probability).sum();
                        assert!((found - expected).abs() < 1e-11, "{beta}, {successes} of {calls}: {found} {expected}");
                    }
                }
            }
        }
    }

    #[test]
    fn rates_that_nodes_do_not_tell_are_drawn() {
        let of = |correlation: f64, calls| {
            let rates = Rates::documented()
                .with(Parameter::ConnectorsCorrelation, Probability::new(correlation).expect("a probability"));
            let campaign = Campaign::new(rates, Strategy::warm(), calls).and_then(|one| one.with_connectors(2));
            OwnRate::of_known(&campaign.expect("a campaign")).expect("connectors")
        };
        assert!(matches!(of(0.1, 512), [OwnRate::Nodes(_), OwnRate::Nodes(_)]));
        assert!(matches!(of(0.1, 513), [OwnRate::Beta(_), OwnRate::Beta(_)]));
        assert!(matches!(of(1e-7, 100), [OwnRate::Beta(_), OwnRate::Beta(_)]));
        assert!(matches!(of(0.99, 100), [OwnRate::Nodes(_), OwnRate::Beta(_)]));
    }
}
