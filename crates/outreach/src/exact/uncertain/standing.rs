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
/// Of the nodes of the incidents' rates, those that are rarer than this are left out.
const RAREST: f64 = 1e-18;

/// What has to be added to the distribution of the drawn rate of meetings, as nodes of P(meeting | warm conversation):
/// weights below zero where it was drawn, above zero where it was set to.
///
/// # Formula
/// ```text
/// P(meeting) = the drawn rate, at least lost, at most share + lost
/// share, lost: as in the reading; tensor of Gauss–Jacobi nodes for them, and for the drawn rate beyond them
/// ```
/// `None` where this many nodes do not suffice.
pub(super) fn corrections(campaign: &Campaign, drawn: Beta) -> Option<Vec<Node>> {
    let rates = campaign.rates();
    let of_incidents = [
        Parameter::IncidentRate,
        Parameter::IncidentDisliked,
        Parameter::IncidentRecovery,
        Parameter::IncidentPlainAsk,
        rates.response().parameter(),
    ];
    let owners = of_incidents.map(|parameter| rates.resolved(parameter));
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
    let ends = ends.filter(|(weight, ..)| *weight > RAREST);
    // Beyond the upper end in terms of failures, the same as beyond the lower one in terms of successes.
    let lower = Tail::of(drawn);
    let upper = Tail::of(Beta::constant(drawn.beta(), drawn.alpha()));
    let (mut lowest, mut highest) = (0.0_f64, 0.0_f64);
    for (weight, low, high) in ends {
        (lowest, highest) = (lowest.max(low), highest.max(1.0 - high));
        below.extend(lower.moved(low, weight));
        above.extend(upper.moved(1.0 - high, weight).map(|node| Node { value: 1.0 - node.value, ..node }));
    }
    // The farther the end, the less the nodes follow what lies beyond it.
    let followed = lower.is_followed(lowest) && upper.is_followed(highest);
    followed.then(|| [above, below].iter().flat_map(|nodes| fewer(nodes)).collect())
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

/// What lies below an end, by Gauss–Jacobi nodes that carry the power at zero.
struct Tail {
    drawn: Beta,
    log_beta: f64,
    /// Nodes of x^(alpha − 1) over (0, 1).
    shares: Vec<(f64, f64)>,
}

impl Tail {
    fn of(drawn: Beta) -> Self {
        let (alpha, beta) = (drawn.alpha(), drawn.beta());
        let log_beta = libm::lgamma(alpha) + libm::lgamma(beta) - libm::lgamma(alpha + beta);
        Self { drawn, log_beta, shares: gauss_jacobi(Beta::constant(alpha, 1.0), BEYOND) }
    }

    /// Nodes below an end above 0, with their probabilities.
    fn below(&self, end: f64) -> impl Iterator<Item = Node> {
        let (alpha, beta) = (self.drawn.alpha(), self.drawn.beta());
        let of_all = libm::exp(alpha * libm::log(end) - self.log_beta) / alpha;
        self.shares.iter().map(move |(share, part)| {
            let value = end * share;
            Node { value, weight: of_all * part * libm::exp((beta - 1.0) * libm::log1p(-value)) }
        })
    }

    /// Taken from where it was drawn, and put at the end.
    fn moved(&self, end: f64, weight: f64) -> impl Iterator<Item = Node> {
        let nodes = (end > 0.0).then(|| {
            let drawn: Vec<_> = self.below(end).collect();
            let put = weight * drawn.iter().map(|node| node.weight).sum::<f64>();
            let taken =
                drawn.into_iter().map(move |Node { value, weight: part }| Node { value, weight: -weight * part });
            taken.chain([Node { value: end, weight: put }])
        });
        nodes.into_iter().flatten()
    }

    /// Whether the nodes find the probability of what lies below an end.
    fn is_followed(&self, end: f64) -> bool {
        if end <= 0.0 {
            return true;
        }
        let (found, expected) = (self.below(end).map(|node| node.weight).sum::<f64>(), self.drawn.at_most(end));
        (found - expected).abs() <= 1e-10 + 1e-6 * expected
    }
}

/// Fewer nodes that stand for these in the distribution of this many calls' meetings: within a window in which the likelihood
/// changes little, few stand for many.
///
/// # Formula
/// ```text
/// value = sin²θ, in which the likelihood of a binomial is equally wide everywhere, 1 / (2 √calls)
/// ```
pub(super) fn fewer_for(mut nodes: Vec<Node>, calls: f64) -> Vec<Node> {
    /// Of the width of the likelihood: 10 nodes then leave 1e-8 of what is little anyhow.
    const WINDOW: f64 = 1.5;
    let width = WINDOW * 0.5 / calls.max(1.0).sqrt();
    let window = |node: &Node| (libm::asin(node.value.clamp(0.0, 1.0).sqrt()) / width) as u64;
    nodes.sort_by(|one, other| one.value.total_cmp(&other.value));
    let windows = nodes.chunk_by(|one, other| window(one) == window(other));
    windows.flat_map(|nodes| if nodes.len() > LEFT { fewer(nodes) } else { nodes.to_vec() }).collect()
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
    if low >= high {
        return vec![Node { value: low, weight: nodes.iter().map(|node| node.weight).sum() }];
    }
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
