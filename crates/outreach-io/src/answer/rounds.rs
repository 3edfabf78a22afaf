//! What each round of calls to the same contacts brings.

use outreach::{Estimate, Round, Run};
use serde::{Deserialize, Serialize};

use super::parts::Estimated;

/// One round: an attempt to every contact that is still open.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct RoundAnswer {
    /// Its number, from 1.
    pub attempt: usize,
    /// Attempts made in it.
    pub attempts: Estimated,
    /// Conversations in it.
    pub conversations: Estimated,
    /// Meetings held that came of it.
    pub meetings: Estimated,
    /// Exact where that is known; null where no attempts are left.
    pub meetings_per_100_attempts: Option<f64>,
    /// The attempt pays if finding a new contact takes more than these minutes; null where it reaches nobody.
    pub break_even_minutes: Option<f64>,
    /// The exact means, where they are known.
    pub exact: Option<ExactRound>,
}

/// The exact means of a round.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct ExactRound {
    /// Attempts made in it.
    pub attempts: f64,
    /// Conversations in it.
    pub conversations: f64,
    /// Meetings held that came of it.
    pub meetings: f64,
}

impl RoundAnswer {
    /// Every round of a run.
    pub(crate) fn all(run: &Run) -> Vec<Self> {
        let exact = run.campaign().rounds().ok();
        let round = |(index, [attempts, conversations, meetings]): (usize, [Estimate; 3])| {
            let exact = exact.as_ref().map(|rounds| &rounds[index]);
            Self {
                attempt: index + 1,
                attempts: attempts.into(),
                conversations: conversations.into(),
                meetings: meetings.into(),
                meetings_per_100_attempts: per_100(exact, attempts, meetings),
                break_even_minutes: exact.and_then(|round| round.break_even_minutes),
                exact: exact.map(|round| ExactRound {
                    attempts: round.attempts,
                    conversations: round.conversations,
                    meetings: round.meetings,
                }),
            }
        };
        let behind = |[attempts, ..]: &[Estimate; 3]| run.campaign().was_called() && attempts.value <= 0.0;
        run.rounds().into_iter().enumerate().filter(|(_, means)| !behind(means)).map(round).collect()
    }
}

pub(crate) fn per_100(exact: Option<&Round>, attempts: Estimate, meetings: Estimate) -> Option<f64> {
    let simulated = (attempts.value > 0.0).then(|| 100.0 * meetings.value / attempts.value);
    exact.map_or(simulated, Round::meetings_per_100_attempts)
}
