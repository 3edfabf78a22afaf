//! What the attempts of a log tell together: the table, the curve that fits it, and how far that is to be trusted.

use super::{AttemptHistory, Closing, ReachFit};
use crate::model::AttemptTable;

/// How the contacts of a log were closed from attempt to attempt.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AttemptCurve {
    /// What closes a contact.
    pub by: Closing,
    /// Contacts at risk, and closed, by attempt.
    pub table: AttemptTable,
    /// The curve that fits best.
    pub fit: ReachFit,
    /// What the curve of the first half of the contacts foretells of the second half better than a constant rate \[nats\];
    /// `None` where the first half tells of no curve. It errs both ways on small logs, and decides nothing.
    pub log_score_gain: Option<f64>,
    /// Whether the first attempts of the two halves differ by more than three standard errors: then the fall from attempt to
    /// attempt mixes periods.
    pub mixes_periods: bool,
}

/// What happened at an attempt, and what the curve has there.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct CurvePoint {
    /// The number of the attempt, from 1.
    pub attempt: usize,
    /// Contacts that got it.
    pub at_risk: u64,
    /// Those that it closed.
    pub closed: u64,
    /// The share that the curve has.
    pub fitted: f64,
}

impl AttemptHistory {
    /// What it tells; `None` without contacts.
    ///
    /// ```
    /// use outreach::{AttemptHistory, Closing};
    ///
    /// let mut history = AttemptHistory::default();
    /// for contact in 0..40 {
    ///     // Half of them are reached at once, a quarter of the others by the second attempt.
    ///     history.contact(if contact % 2 == 0 { 1 } else { 2 }, contact % 2 == 0 || contact % 8 == 1, false);
    /// }
    /// let curve = history.curve(Closing::Reach).expect("it has contacts");
    /// let second = curve.points().last().expect("it has two attempts");
    /// assert_eq!((second.attempt, second.at_risk, second.closed), (2, 20, 5));
    /// assert!((second.fitted - 0.25).abs() < 1e-4);
    /// ```
    pub fn curve(&self, by: Closing) -> Option<AttemptCurve> {
        let table = self.table(by);
        let fit = table.fit()?;
        let [first, second] = self.halves(by);
        let (log_score_gain, mixes_periods) = (second.gain_after(&first), first.differs_from(&second));
        Some(AttemptCurve { by, table, fit, log_score_gain, mixes_periods })
    }
}

impl AttemptCurve {
    /// Attempt by attempt.
    pub fn points(&self) -> impl Iterator<Item = CurvePoint> {
        let reach = self.fit.reach();
        let counts = self.table.at_risk().iter().zip(self.table.reached());
        counts.enumerate().map(move |(before, (&at_risk, &closed))| {
            let attempt = before + 1;
            CurvePoint { attempt, at_risk, closed, fitted: reach.at(attempt as u32) }
        })
    }

    /// Closed per contact, and per attempt.
    pub fn shares(&self) -> [f64; 2] {
        let closed: u64 = self.table.reached().iter().sum();
        [self.table.contacts(), self.table.attempts()].map(|of| closed as f64 / of as f64)
    }
}
