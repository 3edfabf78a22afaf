//! P(meeting held) of one kind of call.

use super::reach::Reached;
use super::standing;
use crate::model::{Campaign, Kind, Parameter, Rate, Reading};
use crate::numerics::binomial_mixture::successes_below;
use crate::numerics::product::{Node, RateProduct};
use crate::numerics::{Beta, Probability};

/// A kind's P(meeting held), a reach that is integrated over left out.
#[derive(Debug)]
pub(super) struct Held {
    /// The product of the known rates.
    known: f64,
    uncertain: RateProduct,
    /// What is added for worlds whose rate of meetings was clamped: that rate; and the product of the known and of the
    /// uncertain other ones.
    clamped: Vec<Node>,
    others: (f64, RateProduct),
}

impl Held {
    pub(super) fn never() -> Self {
        let one = || RateProduct::of(&[]).expect("nothing is uncertain");
        Self { known: 0.0, uncertain: one(), clamped: Vec::new(), others: (0.0, one()) }
    }

    pub(super) fn of(campaign: &Campaign, kind: Kind, reach: &Reached) -> Option<Self> {
        let rates = campaign.rates();
        let (meeting, show) = match kind {
            Kind::Cold => (Parameter::ColdMeeting, Parameter::ColdShow),
            Kind::Warm => (Parameter::WarmMeeting, Parameter::WarmShow),
        };
        let mut drawn = rates.rate(meeting);
        let mut clamped = Vec::new();
        if kind == Kind::Warm && rates.may_lose_standing() {
            match (rates.has_uncertain_warm_probability(), rates.reading(), drawn) {
                (false, ..) => drawn = Rate::Fixed(Probability::rounded(campaign.meeting_per_conversation(kind))),
                (true, Reading::Overall, Rate::Beta(drawn)) => clamped = standing::corrections(campaign, drawn)?,
                _ => return None,
            }
        }
        let others = [reach.own(campaign, kind), rates.rate(show)];
        let all = [others[0], others[1], drawn];
        let (known, uncertain) = apart(&all);
        let (known_others, uncertain_others) = apart(&others);
        Some(Self {
            known,
            uncertain: RateProduct::of(&uncertain)?,
            clamped,
            others: (known_others, RateProduct::of(&uncertain_others)?),
        })
    }

    /// How often the rate of meetings is clamped, at most.
    pub(super) fn clamped_weight(&self) -> f64 {
        self.clamped.iter().map(|node| node.weight.abs()).sum()
    }

    /// Without what is clamped, which changes little.
    pub(super) fn mean(&self) -> f64 {
        self.known * self.uncertain.mean()
    }

    /// The variance of its logarithm, nearly.
    pub(super) fn log_variance(&self) -> f64 {
        self.uncertain.log_sd().powi(2)
    }

    /// Its nodes for this many calls, of which some fail whatever the rates: then fewer nodes tell them apart.
    pub(super) fn nodes(&self, calls: f64) -> Vec<Node> {
        let scaled = |Node { value, weight }: Node, factor: Node| Node {
            value: value * factor.value,
            weight: weight * factor.weight,
        };
        let all = self.uncertain.nodes(calls * self.known).into_iter();
        let mut nodes: Vec<_> = all.map(|node| scaled(node, Node { value: self.known, weight: 1.0 })).collect();
        if !self.clamped.is_empty() {
            let others = self.others.1.nodes(calls * self.others.0);
            let of_clamped = self.clamped.iter().flat_map(|clamped| {
                let factor = Node { value: clamped.value * self.others.0, ..*clamped };
                others.iter().map(move |node| scaled(*node, factor)).filter(|node| node.weight.abs() > 1e-14)
            });
            nodes.extend(standing::fewer_for(of_clamped.collect(), calls));
        }
        nodes
    }

    /// P(k meetings) for k below a bound, in this many calls of these nodes, everybody reached with a factor.
    pub(super) fn masses(nodes: &[Node], factor: f64, bound: usize, calls: u32) -> Vec<f64> {
        successes_below(bound, calls, nodes.iter().map(|node| Node { value: node.value * factor, ..*node }))
    }
}

/// The product of the known rates, and the uncertain ones.
fn apart(rates: &[Rate]) -> (f64, Vec<Beta>) {
    let mut known = 1.0;
    let mut uncertain = Vec::new();
    for rate in rates {
        match rate {
            Rate::Fixed(probability) => known *= probability.get(),
            Rate::Beta(beta) => uncertain.push(*beta),
        }
    }
    (known, uncertain)
}
