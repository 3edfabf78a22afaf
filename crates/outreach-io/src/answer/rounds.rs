//! What each round of calls to the same contacts brings.

use outreach::{Estimate, Round, SimulatedRound, SimulationResult};
use serde::{Deserialize, Serialize};

use super::parts::{Estimated, defined, present};

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
    /// Its standard error, where it is sampled; null for a single trial.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub meetings_per_100_attempts_std_error: Option<Option<f64>>,
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
    pub(crate) fn all(run: &SimulationResult) -> Vec<Self> {
        let exact = run.campaign().rounds().ok();
        let round = |(index, round): (usize, SimulatedRound)| {
            let exact = exact.as_ref().map(|rounds| &rounds[index]);
            let per_100 = per_100(exact, &round);
            let sampled = per_100.filter(|_| exact.is_none());
            Self {
                attempt: index + 1,
                attempts: round.attempts.into(),
                conversations: round.conversations.into(),
                meetings: round.meetings.into(),
                meetings_per_100_attempts: per_100.map(|per_100| per_100.value),
                meetings_per_100_attempts_std_error: sampled.map(|per_100| defined(per_100.std_error)),
                break_even_minutes: exact.and_then(|round| round.break_even_minutes),
                exact: exact.map(|round| ExactRound {
                    attempts: round.attempts,
                    conversations: round.conversations,
                    meetings: round.meetings,
                }),
            }
        };
        let behind = |round: &SimulatedRound| run.campaign().was_called() && round.attempts.value <= 0.0;
        run.rounds().into_iter().enumerate().filter(|(_, simulated)| !behind(simulated)).map(round).collect()
    }
}

/// Without an error where it is exact.
pub(crate) fn per_100(exact: Option<&Round>, simulated: &SimulatedRound) -> Option<Estimate> {
    match exact {
        Some(round) => round.meetings_per_100_attempts().map(|value| Estimate { value, std_error: 0.0 }),
        None => simulated.meetings_per_100_attempts,
    }
}
