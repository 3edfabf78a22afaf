//! What each strategy brings, and their order.

use outreach::Stop;

use super::Compared;
use crate::Language;
use crate::answer::CountRange;
use crate::show::simulate::Simulated;

/// What one strategy brings: mean and range.
#[derive(Debug, Clone, Copy)]
pub(super) struct Brought {
    pub(super) mean: f64,
    pub(super) range: CountRange,
    /// The mean that would be in just the hours that it is to take, which whole contacts take on average only about.
    in_just_these: f64,
}

impl Brought {
    /// Exact where that is known.
    pub(super) fn of(answer: &Simulated) -> Self {
        Self { mean: answer.mean(), range: answer.central(), in_just_these: answer.mean() }
    }

    /// In a budget of hours.
    fn within(answer: &Simulated, hours: f64) -> Self {
        let (brought, run) = (Self::of(answer), &answer.run);
        let minutes = run.campaign().exact_minutes().unwrap_or_else(|_| run.minutes().value);
        // A stop ends at the hours, and takes fewer minutes where those of the next call do not fit.
        let is_ended = run.campaign().stop() != Stop::Calls || minutes <= 0.0;
        let in_just_these = if is_ended { brought.mean } else { brought.mean * 60.0 * hours / minutes };
        Self { in_just_these, ..brought }
    }

    /// By how much whole contacts take the mean from what it would be.
    pub(super) fn beside_mean(&self) -> f64 {
        self.in_just_these - self.mean
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
        let (yields, even) = self.in_hours.as_ref().zip(self.compared.equal_hours())?;
        Some(yields.iter().map(|answer| Brought::within(answer, even.hours())).collect())
    }

    /// Each strategy with its own calls.
    pub(super) fn in_their_calls(&self) -> Vec<Brought> {
        self.yields.iter().map(Brought::of).collect()
    }
}

/// Exact means that differ by rounding alone, that of contacts to whole ones included.
pub(super) fn as_many(one: &Brought, other: &Brought) -> bool {
    (one.in_just_these - other.in_just_these).abs() <= 1e-9 * one.mean
}

/// The strategies' places by what they bring; of those that bring as many the surer first, of equals the first.
pub(super) fn best_first(brought: &[Brought]) -> Vec<usize> {
    let mut order: Vec<_> = (0..brought.len()).collect();
    let place = |of: &Brought| brought.iter().filter(|other| other.mean > of.mean && !as_many(of, other)).count();
    order.sort_by_key(|&index| (place(&brought[index]), -brought[index].range.low));
    order
}
