//! How two campaigns compare.

use crate::numerics::{Estimate, Pmf};
use crate::simulate::Sample;

/// Two campaigns of a comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    a: usize,
    b: usize,
    difference: Sample,
    exact: Option<[f64; 3]>,
    dominance: Option<Dominance>,
}

impl Pair {
    pub(crate) fn new([a, b]: [usize; 2], difference: Sample, laws: Option<(&Pmf, &Pmf)>, independent: bool) -> Self {
        let exact = laws.filter(|_| independent).map(|(a, b)| a.against(b));
        Self { a, b, difference, exact, dominance: laws.and_then(|(a, b)| Dominance::between(a, b)) }
    }

    /// The first campaign's position in the comparison.
    pub fn a(&self) -> usize {
        self.a
    }

    /// The second campaign's position in the comparison.
    pub fn b(&self) -> usize {
        self.b
    }

    /// The yield of the first less that of the second, per trial.
    pub fn difference(&self) -> &Sample {
        &self.difference
    }

    /// The share of the worlds in which the first brings more meetings.
    pub fn a_wins(&self) -> Estimate {
        self.difference.at_least(1)
    }

    /// The share of the worlds in which both bring as many.
    pub fn tie(&self) -> Estimate {
        self.difference.share(self.difference.count(0))
    }

    /// The share of the worlds in which the second brings more meetings.
    pub fn b_wins(&self) -> Estimate {
        self.difference.share(self.difference.iter().filter(|&(value, _)| value < 0).map(|(_, trials)| trials).sum())
    }

    /// The exact probabilities that the first wins, that both bring as many, that the second wins; `None` where a yield
    /// has no exact distribution, and where both hang on the same uncertain rate.
    pub fn exact(&self) -> Option<[f64; 3]> {
        self.exact
    }

    /// Whether one yield dominates the other, from their exact distributions.
    pub fn dominance(&self) -> Option<Dominance> {
        self.dominance
    }
}

/// Which of two yields dominates the other stochastically.
///
/// # Formula
/// ```text
/// first order:   P(X ≥ k) ≥ P(Y ≥ k) for every k       whatever number is needed, X is the likelier to bring it
/// second order:  Σ_{j ≤ k} P(X ≤ j) ≤ Σ_{j ≤ k} P(Y ≤ j) for every k     whoever shuns risk prefers X
/// ```
/// Source: Hadar and Russell, *Rules for ordering uncertain prospects*, 1969.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Dominance {
    /// Whether it is the first of the two.
    pub first_dominates: bool,
    /// 1 or 2; what dominates at first order does so at second order too.
    pub order: u8,
}

impl Dominance {
    pub(crate) fn between(a: &Pmf, b: &Pmf) -> Option<Self> {
        let order = |a, b| if dominates(a, b, 1) { Some(1) } else { dominates(a, b, 2).then_some(2) };
        let a_dominates = order(a, b).map(|order| Self { first_dominates: true, order });
        a_dominates.or_else(|| order(b, a).map(|order| Self { first_dominates: false, order }))
    }
}

/// Whether the cumulative probabilities, or their sums, are nowhere above the other's and somewhere below.
fn dominates(a: &Pmf, b: &Pmf, order: u8) -> bool {
    /// What rounding adds to a sum of them.
    const ROUNDING: f64 = 1e-11;
    let (mut of_a, mut of_b, mut sums) = (0.0, 0.0, 0.0);
    let mut below = false;
    for k in a.first().min(b.first())..a.end().max(b.end()) {
        of_a += a.mass(k);
        of_b += b.mass(k);
        sums = if order == 1 { of_a - of_b } else { sums + of_a - of_b };
        if sums > ROUNDING {
            return false;
        }
        below |= sums < -ROUNDING;
    }
    below
}
