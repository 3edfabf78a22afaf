//! What campaigns bring, of answers that are about something else.

use outreach::{Campaign, Simulation};

use crate::answer::CountRange;
use crate::sampling::Sampling;

/// The central range of the meetings that a campaign brings; simulated where it has no exact distribution, if the answer is.
pub(super) fn central(campaign: &Campaign, sampling: Option<Sampling>) -> outreach::Result<Option<CountRange>> {
    /// This many trials tell a range.
    const TRIALS: u64 = 100_000;
    /// But no more calls than this are worth while.
    const CALLS: u64 = 1_000_000_000;
    match (campaign.exact_yield(), sampling) {
        (Ok(distribution), _) => Ok(Some(CountRange::of(&distribution))),
        (Err(_), None) => Ok(None),
        (Err(_), Some(sampling)) => {
            let calls = u64::from(campaign.calls()) * u64::from(campaign.max_attempts());
            let trials = sampling.most_trials().min(TRIALS).min((CALLS / calls.max(1)).max(100));
            let yields = Simulation::new(campaign).trials(trials).seed(sampling.seed).yields()?;
            Ok(Some(CountRange::of_sample(&yields)))
        }
    }
}
