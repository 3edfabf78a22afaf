//! Campaigns that several modules use.

use outreach::{Campaign, Parameter, Probability, Rates, Response, Strategy};

/// The documented rates with changes.
pub(crate) fn documented_with(changes: &[(Parameter, f64)]) -> Rates {
    changes
        .iter()
        .fold(Rates::documented(), |rates, &(parameter, value)| rates.with(parameter, Probability::new(value).unwrap()))
}

/// A campaign with the documented rates.
pub(crate) fn documented(strategy: Strategy, calls: u64) -> Campaign {
    Campaign::new(Rates::documented(), strategy, calls).unwrap()
}

/// Rates under which every branch of both trees is taken often: whatever leads to a branch has a probability of one
/// half, and every way to a meeting has a probability of its own.
pub(crate) const EVERY_BRANCH: [(Parameter, f64); Parameter::COUNT] = [
    (Parameter::ColdReach, 0.5),
    (Parameter::ColdReachable, 1.0),
    (Parameter::ColdMeeting, 0.7),
    (Parameter::ColdShow, 0.5),
    (Parameter::WarmReach, 0.5),
    (Parameter::WarmReachable, 1.0),
    (Parameter::WarmMeeting, 0.85),
    (Parameter::WarmShow, 0.5),
    (Parameter::IncidentRate, 0.5),
    (Parameter::IncidentDisliked, 0.5),
    (Parameter::IncidentRecovery, 0.5),
    (Parameter::IncidentPlainAsk, 0.95),
    (Parameter::IncidentDisagree, 0.6),
    (Parameter::IncidentAgree, 0.65),
    (Parameter::IncidentAsk, 0.7),
    (Parameter::IncidentReframe, 0.75),
    (Parameter::PoolIntroduced, 0.5),
    (Parameter::ConnectorsCorrelation, 0.0),
];

/// [`EVERY_BRANCH`] with a response to a disliked connector.
pub(crate) fn every_branch(response: Response) -> Rates {
    documented_with(&EVERY_BRANCH).with_response(response)
}
