//! What the reading `overall` sets to the nearest probability: rare worlds, whose recommended conversations bring meetings
//! less often, or more often, than was drawn.

use super::super::grid::grid_of;
use crate::model::{Campaign, Parameter, World};
use crate::numerics::Beta;
use crate::numerics::gauss_jacobi::gauss_jacobi;
use crate::numerics::product::Node;

/// Nodes of each rate of an incident.
const NODES: usize = 12;
/// Nodes of what was drawn beyond the nearest probability.
const BEYOND: usize = 16;
/// Nodes that stand for all of them in the end.
const LEFT: usize = 10;
/// Weights that are rarer than this change no probability by 1e-12.
const NEGLIGIBLE: f64 = 1e-13;

/// What has to be added to the distribution of the drawn rate of meetings, as nodes of P(meeting | warm conversation):
/// weights below zero where it was drawn, above zero where it was set to.
///
/// # Formula
/// ```text
/// P(meeting) = the drawn rate, at least lost, at most share + lost
/// share, lost: as in the reading; tensor of Gauss–Jacobi nodes for them, and for the drawn rate beyond them
/// ```
/// `None` where so many nodes do not suffice.
pub(super) fn corrections(campaign: &Campaign, drawn: Beta) -> Option<Vec<Node>> {
    let rates = campaign.rates();
    let of_incidents = [
        Parameter::IncidentRate,
        Parameter::IncidentDisliked,
        Parameter::IncidentRecovery,
        Parameter::IncidentPlainAsk,
        rates.response().parameter(),
    ];
    let owners = of_incidents.map(|parameter| rates.owner(parameter));
    let uncertain = campaign.uncertain().into_iter().filter(|(parameter, _)| owners.contains(parameter));
    let uncertain: Vec<_> = uncertain.collect();
    if uncertain.len() > 4 {
        return None;
    }
    let grid = grid_of(campaign, &uncertain, |_| NODES);
    let ends = grid.into_iter().map(|(weight, drawn)| {
        let world = rates.world_at(&drawn);
        let (share, lost) = kept_and_lost(&world);
        (weight, lost, share + lost)
    });
    let (mut above, mut below) = (Vec::new(), Vec::new());
    let log_beta = log_beta(drawn);
    for (weight, low, high) in ends {
        // Beyond the upper end in terms of failures, the same as beyond the lower one in terms of successes.
        let mirrored = Beta::constant(drawn.beta(), drawn.alpha());
        let beyond = tail(mirrored, log_beta, 1.0 - high, weight, 1.0 - drawn.at_most(high))?;
        above.extend(beyond.into_iter().map(|node| Node { value: 1.0 - node.value, ..node }));
        below.extend(tail(drawn, log_beta, low, weight, drawn.at_most(low))?);
    }
    Some([above, below].iter().flat_map(|nodes| fewer(nodes)).collect())
}

/// The share of the conversations that keep their standing, and P(standing lost and a meeting all the same).
fn kept_and_lost(world: &World) -> (f64, f64) {
    let incident = world.value(Parameter::IncidentRate);
    let disliked = incident * world.value(Parameter::IncidentDisliked);
    let unknown = incident * (1.0 - world.value(Parameter::IncidentDisliked));
    let unrecovered = unknown * (1.0 - world.value(Parameter::IncidentRecovery));
    let lost = disliked * world.response_probability() + unrecovered * world.value(Parameter::IncidentPlainAsk);
    (1.0 - disliked - unrecovered, lost)
}

/// What lies below an end, moved there; `expected` is its probability.
fn tail(drawn: Beta, log_beta: f64, end: f64, weight: f64, expected: f64) -> Option<Vec<Node>> {
    if end <= 0.0 {
        return Some(Vec::new());
    }
    let (alpha, beta) = (drawn.alpha(), drawn.beta());
    let of_all = libm::exp(alpha * libm::log(end) - log_beta) / alpha;
    let mut moved = 0.0;
    let mut nodes = Vec::with_capacity(BEYOND + 1);
    for (share, part) in gauss_jacobi(Beta::constant(alpha, 1.0), BEYOND) {
        let value = end * share;
        let part = of_all * part * libm::exp((beta - 1.0) * libm::log1p(-value));
        nodes.push(Node { value, weight: -weight * part });
        moved += part;
    }
    nodes.push(Node { value: end, weight: weight * moved });
    ((moved - expected).abs() <= 1e-10 + 1e-6 * expected).then_some(nodes)
}

fn log_beta(rate: Beta) -> f64 {
    libm::lgamma(rate.alpha()) + libm::lgamma(rate.beta()) - libm::lgamma(rate.alpha() + rate.beta())
}

/// Few nodes that stand for many: each is shared among Chebyshev points by the polynomial through them, so that whatever
/// changes little from one end to the other has the same sum.
fn fewer(nodes: &[Node]) -> Vec<Node> {
    let all: f64 = nodes.iter().map(|node| node.weight.abs()).sum();
    if all < NEGLIGIBLE {
        return Vec::new();
    }
    let used = nodes.iter().filter(|node| node.weight.abs() > 1e-3 * NEGLIGIBLE);
    let low = used.clone().map(|node| node.value).fold(1.0, f64::min);
    let high = used.map(|node| node.value).fold(0.0, f64::max);
    let angle = |point: usize| std::f64::consts::PI * (point as f64 + 0.5) / LEFT as f64;
    let points: [f64; LEFT] =
        std::array::from_fn(|point| f64::midpoint(low, high) - 0.5 * (high - low) * libm::cos(angle(point)));
    let mut weights = [0.0; LEFT];
    for node in nodes.iter().filter(|node| (low..=high).contains(&node.value)) {
        for (sum, point) in weights.iter_mut().zip(0..LEFT) {
            let factor = |other: usize| (node.value - points[other]) / (points[point] - points[other]);
            *sum += node.weight * (0..LEFT).filter(|&other| other != point).map(factor).product::<f64>();
        }
    }
    points.into_iter().zip(weights).map(|(value, weight)| Node { value, weight }).collect()
}
