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
    pub(crate) fn new(
        [a, b]: [usize; 2],
        difference: Sample,
        distributions: Option<(&Pmf, &Pmf)>,
        independent: bool,
    ) -> Self {
        let exact = distributions.filter(|_| independent).map(|(a, b)| a.against(b));
        Self { a, b, difference, exact, dominance: distributions.and_then(|(a, b)| Dominance::between(a, b)) }
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
    /// has no exact distribution, and where both depend on the same uncertain rate.
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
    /// Whether that holds for tails of any size; if not, but for some of at most [`Dominance::RARE`].
    pub everywhere: bool,
}

impl Dominance {
    /// Tails, and sums of them, that are nearer to each other are held against each other only by [`Dominance::everywhere`].
    pub const RARE: f64 = 1e-11;

    pub(crate) fn between(a: &Pmf, b: &Pmf) -> Option<Self> {
        let found = |first_dominates| {
            let (better, worse) = if first_dominates { (a, b) } else { (b, a) };
            let order = (1..=2).find(|&order| dominates(better, worse, order))?;
            Some(Self { first_dominates, order, everywhere: dominates_everywhere(better, worse, order) })
        };
        found(true).or_else(|| found(false))
    }
}

/// Whether the cumulative probabilities, or their sums, are nowhere above the other's and somewhere below.
fn dominates(a: &Pmf, b: &Pmf, order: u8) -> bool {
    let [of_a, of_b] = [a, b].map(|distribution| {
        let lower = sums(&masses(distribution, a, b));
        if order == 1 { lower } else { sums(&lower) }
    });
    let more = || of_a.iter().zip(&of_b).map(|(a, b)| a - b);
    !more().any(|more| more > Dominance::RARE) && more().any(|more| more < -Dominance::RARE)
}

/// The same for tails of any size. Each is summed from its own end, so that far ones count as much as near ones.
fn dominates_everywhere(a: &Pmf, b: &Pmf, order: u8) -> bool {
    let [mut of_a, mut of_b] = [a, b].map(|distribution| masses(distribution, a, b));
    let [lower_a, lower_b] = [&of_a, &of_b].map(|masses| sums(masses));
    if order == 1 {
        of_a.reverse();
        of_b.reverse();
        return is_nowhere_more(&lower_a, &lower_b) && is_nowhere_more(&sums(&of_b), &sums(&of_a));
    }
    is_nowhere_more(&sums(&lower_a), &sums(&lower_b))
}

/// Of all counts that one of the two has.
fn masses(distribution: &Pmf, a: &Pmf, b: &Pmf) -> Vec<f64> {
    (a.first().min(b.first())..a.end().max(b.end())).map(|k| distribution.mass(k)).collect()
}

fn sums(terms: &[f64]) -> Vec<f64> {
    let add = |sum: &mut f64, term: &f64| {
        *sum += term;
        Some(*sum)
    };
    terms.iter().scan(0.0, add).collect()
}

fn is_nowhere_more(one: &[f64], other: &[f64]) -> bool {
    /// Equal numbers differ by less, as a share of them, for rounding.
    const ROUNDING: f64 = 1e-10;
    one.iter().zip(other).all(|(one, other)| *one <= other * (1.0 + ROUNDING))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(a: &[f64], b: &[f64]) -> Option<(bool, u8, bool)> {
        let [a, b] = [a, b].map(|masses| Pmf::from_masses(0, masses.to_vec()).expect("masses"));
        Dominance::between(&a, &b).map(|found| (found.first_dominates, found.order, found.everywhere))
    }

    #[test]
    fn dominance_was_stated_without_exception_where_far_tails_cross() {
        let (b, far) = ([0.5, 0.3, 0.2], 1e-30);
        assert_eq!(between(&[0.4, 0.3, 0.3], &b), Some((true, 1, true)));
        assert_eq!(between(&b, &b), None);
        assert_eq!(between(&[far, 0.4, 0.3, 0.3], &[0.0, 0.5, 0.3, 0.2]), Some((true, 1, false)));
        assert_eq!(between(&[0.4, 0.3, 0.3, 0.0], &[0.5, 0.3, 0.2, far]), Some((true, 1, false)));
        assert_eq!(between(&[0.0, 1.0, 0.0, far], &[0.5, 0.0, 0.5, 0.0]), Some((true, 2, true)));
        assert_eq!(between(&[far, 0.0, 1.0, 0.0], &[0.0, 0.5, 0.0, 0.5]), Some((true, 2, false)));
    }
}
