//! Several attempts per contact: how the reach falls from attempt to attempt, and what each round of calls brings.

use crate::numerics::Probability;

/// The reach of the first attempt, of the second, … of one contact.
///
/// # Formula
/// ```text
/// r: P(the first attempt reaches the contact)      c: share of the contacts that can be reached at all
/// p = r / c, at most 1: reach of each attempt at those
/// S(k) = 1 − c + c·(1 − p)^k                       still open after k attempts
/// F(k) = 1 − S(k)                                  reached by then
/// h_k  = 1 − S(k) / S(k − 1) = r·(1 − p)^(k − 1) / S(k − 1)     P(reached at attempt k | not before)
/// ```
/// Where all can be reached every attempt is as good as the first.
///
/// Source: of three curves fitted to real calls and to a survey's, the one that foretold later ones best
/// (docs/model.md).
///
/// ```
/// use outreach::{Probability, ReachByAttempt};
///
/// let reach = ReachByAttempt::new(Probability::new(0.08)?, Probability::new(0.5)?);
/// assert!((reach.reached_by(4) - 0.251064).abs() < 1e-6);
/// assert!((reach.at(2) - 0.0672 / 0.92).abs() < 1e-15);
/// # Ok::<(), outreach::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ReachByAttempt {
    /// min(r, c).
    first: f64,
    reachable: f64,
    /// 1 − p.
    missed: f64,
    clamped: bool,
}

/// One attempt at a contact, on average over the contacts.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Step {
    /// S(k − 1): P(it is made).
    pub(crate) open: f64,
    /// S(k − 1) − S(k): P(it is made and reaches the contact).
    pub(crate) reached: f64,
}

impl ReachByAttempt {
    /// By the reach of a first attempt and the share of the contacts that can be reached. A reach above that share is
    /// taken as that share: then whoever can be reached is reached at once.
    pub fn new(first: Probability, reachable: Probability) -> Self {
        Self::clamping(first.get(), reachable.get())
    }

    pub(crate) fn clamping(first: f64, reachable: f64) -> Self {
        let clamped = first > reachable;
        let first = first.min(reachable);
        // Nobody reachable: no attempt reaches anybody.
        let each = if reachable > 0.0 { first / reachable } else { 0.0 };
        Self { first, reachable, missed: 1.0 - each, clamped }
    }

    /// Whether the reach of a first attempt was more than the share that can be reached.
    pub fn clamped(&self) -> bool {
        self.clamped
    }

    /// Attempt 1, 2, 3, …
    pub(crate) fn steps(self) -> impl Iterator<Item = Step> {
        let Self { first, reachable, missed, .. } = self;
        let left = std::iter::successors(Some(1.0), move |left| Some(left * missed));
        left.map(move |left| Step { open: 1.0 - reachable + reachable * left, reached: first * left })
    }

    fn step(self, attempt: u32) -> Step {
        self.steps().nth(attempt.saturating_sub(1) as usize).expect("attempts never end")
    }

    /// F(k): P(reached by attempt k).
    pub fn reached_by(self, attempts: u32) -> f64 {
        // Rounding must not let the sum exceed whom it can reach: 1 − F(k) is a probability too.
        self.steps().take(attempts as usize).map(|step| step.reached).sum::<f64>().min(self.reachable)
    }

    /// S(k): P(still open after k attempts).
    pub fn open_after(self, attempts: u32) -> f64 {
        self.step(attempts + 1).open
    }

    /// `h_k`: P(reached at attempt k, from 1 up, if not before); 0 where nobody is left.
    pub fn at(self, attempt: u32) -> f64 {
        let Step { open, reached } = self.step(attempt);
        if reached > 0.0 { reached / open } else { 0.0 }
    }

    /// P(can be reached | not reached in k attempts); 0 where nobody is left.
    ///
    /// # Formula
    /// ```text
    /// c·(1 − p)^k / S(k)
    /// ```
    pub fn reachable_after(self, attempts: u32) -> f64 {
        let Step { open, reached } = self.step(attempts + 1);
        // c·(1 − p)^k = r·(1 − p)^k / p.
        let each = 1.0 - self.missed;
        if reached > 0.0 { (reached / each / open).min(1.0) } else { (1.0 - (1.0 - self.reachable) / open).max(0.0) }
    }

    /// The reach of a contact that was not reached in k attempts: those to come as a first one, a second one, …
    #[must_use]
    pub fn after(self, attempts: u32) -> Self {
        if attempts == 0 {
            return self;
        }
        Self { first: self.at(attempts + 1), reachable: self.reachable_after(attempts), ..self }
    }
}
