//! How far the conversations of one group go alike: those by one connector, those of one caller.

use std::f64::consts::FRAC_PI_2;

use crate::interruption::check_cancelled;
use crate::numerics::peak::{edge, highest};
use crate::numerics::{Beta, Rising};

/// What groups of conversations tell of their intraclass correlation, and of the share of meetings that all groups vary around.
///
/// # Formula
/// ```text
/// meetings of a group ~ BetaBinomial(conversations, m·w, (1 − m)·w),  w = 1/ρ − 1
/// prior: ρ uniform on 0 to 1, m ~ Beta(1/2, 1/2)
/// ```
/// The interval is the shortest one that holds ρ with a probability of 90 %, so that it can begin at 0. Where groups follow each
/// other in time, drift counts as correlation.
///
/// ```
/// use outreach::GroupCorrelation;
///
/// // Six connectors, each asked ten times: all agree, or hardly anybody.
/// let groups = [(10, 10), (10, 9), (10, 1), (10, 10), (10, 0), (10, 9)];
/// let alike = GroupCorrelation::of(groups).expect("there are five and more");
/// assert!(alike.interval[0] > 0.2 && alike.mean > 0.4);
/// // Who has two meetings of two conversations is judged by the others, too.
/// let (mean, [low, _]) = alike.pooled(2, 2);
/// assert!(mean < 1.0 && low > 0.3);
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GroupCorrelation {
    /// Groups with a conversation.
    pub groups: u32,
    /// E\[ρ\].
    pub mean: f64,
    /// The shortest range that holds ρ with a probability of 90 %.
    pub interval: [f64; 2],
    /// The Beta distribution with the mean and the variance of ρ.
    pub beta: Beta,
    /// Weight, ρ and m.
    points: Vec<(f64, [f64; 2])>,
}

/// What is less likely than e^−20 of the peak is left out.
const LEFT_OUT: f64 = 20.0;
/// Values of ρ and of m that are looked at.
const CELLS: [u32; 2] = [300, 64];
/// The largest ρ: beyond it groups are all or nothing.
const MOST: f64 = 1.0 - 1e-9;

impl GroupCorrelation {
    /// Fewer groups with two conversations or more tell too little.
    pub const LEAST_GROUPS: usize = 5;

    /// Of conversations and meetings of each group; `None` for fewer than five groups with two conversations each.
    ///
    /// Costs about ten milliseconds for ten groups.
    pub fn of(groups: impl IntoIterator<Item = (u64, u64)>) -> Option<Self> {
        let groups: Vec<_> = groups.into_iter().filter(|(conversations, _)| *conversations > 0).collect();
        if groups.iter().filter(|(conversations, _)| *conversations >= 2).count() < Self::LEAST_GROUPS {
            return None;
        }
        let counts = Counts::of(&groups);
        let peak_at = |correlation: f64| {
            let log_likelihood = counts.log_likelihood(correlation);
            highest([0.0, 1.0], |angle| log_likelihood(mean_at(angle)))
        };
        let (likeliest, most) = highest([0.0, MOST], |correlation| peak_at(correlation).1);
        let [low, high] = [0.0, MOST].map(|end| edge(likeliest, end, |at| peak_at(at).1 > most - LEFT_OUT));
        let angles_at = |correlation: f64| {
            let (angle, peak) = peak_at(correlation);
            let log_likelihood = counts.log_likelihood(correlation);
            let inside = |at: f64| log_likelihood(mean_at(at)) > peak - LEFT_OUT;
            [0.0, 1.0].map(|end| edge(angle, end, inside))
        };
        let (of_low, of_high) = (angles_at(low), angles_at(high));
        let angles = [of_low[0].min(of_high[0]), of_low[1].max(of_high[1])];
        let mut points = Vec::with_capacity((CELLS[0] * CELLS[1]) as usize);
        for correlation in midpoints([low, high], CELLS[0]) {
            check_cancelled();
            let log_likelihood = counts.log_likelihood(correlation);
            for mean in midpoints(angles, CELLS[1]).map(mean_at) {
                points.push((libm::exp(log_likelihood(mean) - most), [correlation, mean]));
            }
        }
        let total: f64 = points.iter().map(|(weight, _)| weight).sum();
        for (weight, _) in &mut points {
            *weight /= total;
        }
        let mean: f64 = points.iter().map(|(weight, [correlation, _])| weight * correlation).sum();
        let variance: f64 = points.iter().map(|(weight, [correlation, _])| weight * (correlation - mean).powi(2)).sum();
        let interval = shortest(&points, [low, high]);
        Some(Self { groups: groups.len() as u32, mean, interval, beta: with_moments(mean, variance), points })
    }

    /// The share of meetings of a group with this many conversations and meetings, drawn towards that of all groups as far as
    /// they go alike: its mean, and a range that holds it with a probability of 90 %.
    pub fn pooled(&self, conversations: u64, meetings: u64) -> (f64, [f64; 2]) {
        let (n, x) = (conversations as f64, meetings as f64);
        let of_point = |&(weight, [correlation, mean]): &(f64, [f64; 2])| {
            let own = (x * correlation + mean * (1.0 - correlation)) / (1.0 + (n - 1.0) * correlation);
            (weight, own, own * (1.0 - own) * correlation / (1.0 + n * correlation))
        };
        let mean: f64 = self.points.iter().map(of_point).map(|(weight, own, _)| weight * own).sum();
        let variance =
            self.points.iter().map(of_point).map(|(weight, own, varies)| weight * (varies + (own - mean).powi(2)));
        let share = with_moments(mean, variance.sum());
        (mean, [0.05, 0.95].map(|q| share.quantile(q)))
    }
}

/// A Beta(1/2, 1/2) is even in this angle, as a share of the right one.
fn mean_at(angle: f64) -> f64 {
    let sine = libm::sin(FRAC_PI_2 * angle);
    sine * sine
}

fn midpoints([low, high]: [f64; 2], cells: u32) -> impl Iterator<Item = f64> {
    (0..cells).map(move |cell| low + (high - low) * (f64::from(cell) + 0.5) / f64::from(cells))
}

/// The Beta distribution with these moments, inside its bounds.
fn with_moments(mean: f64, variance: f64) -> Beta {
    let weight = (mean * (1.0 - mean) / variance - 1.0).clamp(2.0 * Beta::BOUNDS[0], Beta::BOUNDS[1]);
    let inside = |parameter: f64| parameter.clamp(Beta::BOUNDS[0], Beta::BOUNDS[1]);
    Beta::constant(inside(mean * weight), inside((1.0 - mean) * weight))
}

/// The ends of the likeliest cells that hold 90 % together.
fn shortest(points: &[(f64, [f64; 2])], [low, high]: [f64; 2]) -> [f64; 2] {
    let mut cells: Vec<(f64, usize)> = (points.chunks(CELLS[1] as usize).enumerate())
        .map(|(cell, points)| (points.iter().map(|(weight, _)| weight).sum(), cell))
        .collect();
    cells.sort_by(|one, other| other.0.total_cmp(&one.0));
    let mut held = 0.0;
    let enough = cells.iter().take_while(|(weight, _)| {
        let before = held;
        held += weight;
        before < 0.9
    });
    let (first, last) = enough.fold((usize::MAX, 0), |(first, last), (_, cell)| (first.min(*cell), last.max(*cell)));
    [first, last + 1].map(|end| low + (high - low) * end as f64 / f64::from(CELLS[0]))
}

/// The counts of all groups.
struct Counts {
    meetings: Rising,
    refusals: Rising,
    conversations: Rising,
}

impl Counts {
    fn of(groups: &[(u64, u64)]) -> Self {
        let of = |count: fn(&(u64, u64)) -> u64| Rising::of(groups.iter().map(|group| (count(group), 1)));
        Self {
            meetings: of(|&(_, met)| met),
            refusals: of(|&(all, met)| all - met),
            conversations: of(|&(all, _)| all),
        }
    }

    /// Over m, for one ρ.
    ///
    /// # Formula
    /// ```text
    /// Π over groups of Π_{i<x} (m(1 − ρ) + iρ) · Π_{i<n−x} ((1 − m)(1 − ρ) + iρ) / Π_{i<n} (1 − ρ + iρ)
    /// ```
    fn log_likelihood(&self, correlation: f64) -> impl Fn(f64) -> f64 {
        let own = 1.0 - correlation;
        let of_all = self.conversations.log(own, correlation);
        move |mean| {
            let [met, refused] = [mean * own, (1.0 - mean) * own];
            self.meetings.log(met, correlation) + self.refusals.log(refused, correlation) - of_all
        }
    }
}
