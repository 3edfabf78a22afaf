//! What each strategy brings, and their order.

use super::Compared;
use crate::Language;
use crate::answer::CountRange;
use crate::show::simulate::Simulated;

/// What one strategy brings: mean and range.
#[derive(Debug, Clone, Copy)]
pub(super) struct Brought {
    pub(super) mean: f64,
    pub(super) range: CountRange,
}

impl Brought {
    /// Exact where that is known.
    pub(super) fn of(answer: &Simulated) -> Self {
        Self { mean: answer.mean(), range: answer.central() }
    }

    pub(super) fn ends(&self) -> (i64, i64) {
        (self.range.low, self.range.high)
    }

    /// `74 (68–78)`.
    pub(super) fn shown(&self, say: Language) -> String {
        let [low, high] = self.range.ends(say);
        format!("{} ({low}–{high})", say.about(self.mean))
    }
}

impl Compared {
    /// Each strategy in the same hours, if they can be compared so.
    pub(super) fn in_the_same_hours(&self) -> Option<Vec<Brought>> {
        self.in_hours.as_ref().map(|yields| yields.iter().map(Brought::of).collect())
    }

    /// Each strategy with its own calls.
    pub(super) fn in_their_calls(&self) -> Vec<Brought> {
        self.yields.iter().map(Brought::of).collect()
    }
}

/// Exact means that differ by rounding alone.
pub(super) fn as_many(one: &Brought, other: &Brought) -> bool {
    (one.mean - other.mean).abs() <= 1e-9 * one.mean
}

/// The strategies' places by what they bring; of those that bring as many the surer first, of equals the first.
pub(super) fn best_first(brought: &[Brought]) -> Vec<usize> {
    let mut order: Vec<_> = (0..brought.len()).collect();
    let place = |of: &Brought| brought.iter().filter(|other| other.mean > of.mean && !as_many(of, other)).count();
    order.sort_by_key(|&index| (place(&brought[index]), -brought[index].range.low));
    order
}
