//! Contacts that were called several times: how many were reached at which attempt.

use crate::error::{Error, Result};

/// How many contacts were at risk at their first attempt, at their second, …, and how many were reached there.
///
/// ```
/// use outreach::AttemptTable;
///
/// // Three contacts: reached at once, reached at the second attempt, given up after the second.
/// let mut table = AttemptTable::default();
/// table.learn(1, true);
/// table.learn(2, true);
/// table.learn(2, false);
/// assert_eq!((table.at_risk(), table.reached()), ([3, 2].as_slice(), [1, 1].as_slice()));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AttemptTable {
    at_risk: Vec<u64>,
    reached: Vec<u64>,
}

impl AttemptTable {
    /// More attempts at one contact than this are a slip.
    pub const MAX_ATTEMPTS: usize = 1_000;
    /// This many contacts still add up exactly.
    const MAX_CONTACTS: u64 = 1 << 40;

    /// By its two columns.
    ///
    /// # Errors
    /// [`Error::Rejected`] for no rows or more than [`AttemptTable::MAX_ATTEMPTS`], columns of different lengths, more
    /// contacts reached than were at risk, or more at risk than the attempt before has left open.
    pub fn new(at_risk: Vec<u64>, reached: Vec<u64>) -> Result<Self> {
        let rejected = |value: String, accepted: &str| {
            Err(Error::Rejected { field: "at_risk and reached".into(), value, accepted: accepted.into() })
        };
        if at_risk.len() != reached.len() || !(1..=Self::MAX_ATTEMPTS).contains(&at_risk.len()) {
            let value = format!("{} and {} numbers", at_risk.len(), reached.len());
            return rejected(value, "two lists with a number for each attempt (1 to 1,000)");
        }
        let mut open = Self::MAX_CONTACTS;
        for (index, (&at_risk, &reached)) in at_risk.iter().zip(&reached).enumerate() {
            if at_risk > open || reached > at_risk {
                let value = format!("{reached} of {at_risk} reached at attempt {}", index + 1);
                return rejected(value, "at most as many at risk as the attempt before left open, and as many reached");
            }
            open = at_risk - reached;
        }
        Ok(Self { at_risk, reached })
    }

    /// One more contact: after this many attempts it was reached, or given up. None of no attempts.
    pub fn learn(&mut self, attempts: usize, reached: bool) {
        if self.at_risk.len() < attempts {
            self.at_risk.resize(attempts, 0);
            self.reached.resize(attempts, 0);
        }
        self.at_risk[..attempts].iter_mut().for_each(|at_risk| *at_risk += 1);
        if let Some(last) = attempts.checked_sub(1) {
            self.reached[last] += u64::from(reached);
        }
    }

    /// Adds what another table has.
    pub fn merge(&mut self, other: &Self) {
        for (own, more) in [(&mut self.at_risk, &other.at_risk), (&mut self.reached, &other.reached)] {
            own.resize(own.len().max(more.len()), 0);
            own.iter_mut().zip(more).for_each(|(own, more)| *own += more);
        }
    }

    /// Contacts that were attempted for the first time, the second, …
    pub fn at_risk(&self) -> &[u64] {
        &self.at_risk
    }

    /// Contacts that were reached by their first attempt, their second, …
    pub fn reached(&self) -> &[u64] {
        &self.reached
    }

    /// All contacts.
    pub fn contacts(&self) -> u64 {
        self.at_risk.first().copied().unwrap_or(0)
    }

    /// All attempts.
    pub fn attempts(&self) -> u64 {
        self.at_risk.iter().sum()
    }

    /// The share that was reached at each attempt, of those at risk there.
    pub(crate) fn shares(&self) -> impl Iterator<Item = (f64, f64)> {
        self.at_risk.iter().zip(&self.reached).map(|(&at_risk, &reached)| (at_risk as f64, reached as f64))
    }

    /// Whether some contact was attempted again: else nothing tells who can be reached.
    pub(crate) fn tells_of_ever(&self) -> bool {
        self.at_risk.get(1).is_some_and(|&at_risk| at_risk > 0) && self.reached.iter().any(|&reached| reached > 0)
    }

    /// ln of the likelihood where this many contacts can be reached, each attempt reaching them with this probability.
    ///
    /// # Formula
    /// ```text
    /// Σ x_k·ln h_k + (n_k − x_k)·ln(1 − h_k),  n_k at risk, x_k reached
    /// ```
    pub(crate) fn log_likelihood(&self, each: f64, reachable: f64) -> f64 {
        let (never, missed) = (1.0 - reachable, 1.0 - each);
        let (mut left, mut open, mut log) = (reachable, 1.0, 0.0);
        for (at_risk, reached) in self.shares() {
            let after = never + left * missed;
            if reached > 0.0 {
                log += reached * libm::log(left * each / open);
            }
            if at_risk > reached {
                log += (at_risk - reached) * libm::log(after / open);
            }
            (left, open) = (left * missed, after);
            if open <= 0.0 {
                // Nobody is left: log is −∞ if this row leaves contacts open, and no row is behind it if not.
                break;
            }
        }
        log
    }
}
