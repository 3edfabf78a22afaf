//! Plain counts of logged calls: of a month, a caller, a connector.

use super::{LoggedCall, Outcome};
use crate::numerics::Beta;

/// Counts of logged calls of one kind.
///
/// ```
/// use outreach::{CallCounts, Kind, LoggedCall, Outcome};
///
/// let call = |outcome| LoggedCall { kind: Kind::Cold, outcome, incident: None };
/// let mut counts = CallCounts::default();
/// for outcome in [Outcome::NotReached, Outcome::Set, Outcome::Refused, Outcome::Open] {
///     counts.learn(&call(outcome));
/// }
/// assert_eq!((counts.attempts, counts.reached, counts.conversations, counts.meetings_set), (4, 3, 2, 1));
/// // The open conversation went on in another call: it brought no meeting itself.
/// counts.close();
/// assert_eq!(counts.share_of_meetings(), Some(1.0 / 3.0));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct CallCounts {
    /// Attempts.
    pub attempts: u64,
    /// Attempts that reached the prospect.
    pub reached: u64,
    /// Conversations that came to an end: open ones are no trials of a meeting yet.
    pub conversations: u64,
    /// Meetings set.
    pub meetings_set: u64,
}

impl CallCounts {
    /// One more call.
    pub fn learn(&mut self, call: &LoggedCall) {
        let reached = call.outcome != Outcome::NotReached;
        self.attempts += 1;
        self.reached += u64::from(reached);
        self.conversations += u64::from(reached && call.outcome != Outcome::Open);
        self.meetings_set += u64::from(call.outcome.set());
    }

    /// An open conversation that was learned came to an end without a meeting of its own.
    pub fn close(&mut self) {
        self.conversations += 1;
    }

    /// Reached per attempt; `None` without attempts.
    pub fn share_reached(&self) -> Option<f64> {
        (self.attempts > 0).then(|| self.reached as f64 / self.attempts as f64)
    }

    /// Meetings set per conversation; `None` without conversations.
    pub fn share_of_meetings(&self) -> Option<f64> {
        (self.conversations > 0).then(|| self.meetings_set as f64 / self.conversations as f64)
    }

    /// The range that holds meetings set per conversation with a probability of 90 %, as if nothing drifted; `None` without
    /// conversations.
    ///
    /// # Formula
    /// ```text
    /// the 5 % and the 95 % point of Beta(meetings + 1/2, conversations − meetings + 1/2)
    /// ```
    pub fn interval90(&self) -> Option<[f64; 2]> {
        let (set, refused) = (self.meetings_set as f64, self.conversations.checked_sub(self.meetings_set)? as f64);
        let share = Beta::new(set + 0.5, refused + 0.5).ok()?;
        (self.conversations > 0).then(|| [0.05, 0.95].map(|q| share.quantile(q)))
    }
}
