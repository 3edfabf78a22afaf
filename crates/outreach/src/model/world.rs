//! One world: what every rate is in it.

use super::kind::Kind;
use super::rounds::ReachByAttempt;
use super::{Parameter, Reading, Response};

/// The value of every rate in one world, and the probability of a warm conversation that kept its standing.
///
/// # Formula
/// ```text
/// smooth:   kept = warm.meeting
/// overall:  kept = (warm.meeting − lost) / share
///           share = 1 − i·d − i·(1 − d)·(1 − r)                   keeps its standing
///           lost  = i·d·response + i·(1 − d)·(1 − r)·plain_ask    meetings all the same
/// ```
/// with i = `incident.rate`, d = `incident.disliked`, r = `incident.recovery`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct World {
    values: [f64; Parameter::COUNT],
    response_probability: f64,
    meeting_if_standing_kept: f64,
    /// Of a cold and of a warm attempt; with several attempts per contact of all of them.
    reach: [f64; 2],
    /// Whether a probability of cold, of warm calls was set to the nearest possible one.
    clamped: [bool; 2],
}

impl World {
    pub(crate) fn new(values: [f64; Parameter::COUNT], response: Response, reading: Reading) -> Self {
        Self::with_response_probability(values, values[response.parameter().index()], reading)
    }

    /// The same by the probability of the response in use.
    #[inline]
    pub(crate) fn with_response_probability(
        values: [f64; Parameter::COUNT],
        response_probability: f64,
        reading: Reading,
    ) -> Self {
        let meeting_if_standing_kept = values[Parameter::WarmMeeting.index()];
        let reach = Kind::ALL.map(|kind| values[Parameter::reach(kind).index()]);
        let mut world = Self { values, response_probability, meeting_if_standing_kept, reach, clamped: [false; 2] };
        if reading == Reading::Overall {
            let probability = world.solved_overall();
            // A solution off by rounding alone is one: 0.9 asked of conversations of which none can miss it.
            world.clamped[Kind::Warm.index()] = !(-1e-12..=1.0 + 1e-12).contains(&probability);
            // Where nobody keeps the standing, the probabilities of those who did decide nothing.
            world.meeting_if_standing_kept = if probability.is_nan() { 0.0 } else { probability.clamp(0.0, 1.0) };
        }
        world
    }

    #[inline]
    pub(crate) fn solved_overall(&self) -> f64 {
        let incident = self.value(Parameter::IncidentRate);
        let disliked = incident * self.value(Parameter::IncidentDisliked);
        let unknown = incident * (1.0 - self.value(Parameter::IncidentDisliked));
        let unrecovered = unknown * (1.0 - self.value(Parameter::IncidentRecovery));
        let lost = disliked * self.response_probability() + unrecovered * self.value(Parameter::IncidentPlainAsk);
        (self.value(Parameter::WarmMeeting) - lost) / (1.0 - disliked - unrecovered)
    }

    /// A rate's value.
    #[inline]
    pub fn value(&self, parameter: Parameter) -> f64 {
        self.values[parameter.index()]
    }

    /// P(meeting) of the response in use.
    #[inline]
    pub fn response_probability(&self) -> f64 {
        self.response_probability
    }

    /// P(meeting) of a warm conversation that kept its standing.
    #[inline]
    pub fn meeting_if_standing_kept(&self) -> f64 {
        self.meeting_if_standing_kept
    }

    /// P(a conversation): of an attempt; of all those at a contact, where there are several.
    #[inline]
    pub fn reach(&self, kind: Kind) -> f64 {
        self.reach[kind.index()]
    }

    /// How the reach falls from attempt to attempt.
    #[inline]
    pub(crate) fn reach_by_attempt(&self, kind: Kind) -> ReachByAttempt {
        ReachByAttempt::clamping(self.value(Parameter::reach(kind)), self.value(Parameter::reachable(kind)))
    }

    /// The same for contacts that are attempted up to this many times. One attempt reaches whom it reaches.
    #[inline]
    pub(crate) fn with_attempts(self, most: u32) -> Self {
        if most > 1 { self.with_reach_of(|_, reach| reach.reached_by(most)) } else { self }
    }

    /// The same where P(a conversation) with a contact of a kind follows from how its reach falls.
    #[inline]
    pub(crate) fn with_reach_of(mut self, of_contact: impl Fn(Kind, ReachByAttempt) -> f64) -> Self {
        for kind in Kind::ALL {
            let reach = self.reach_by_attempt(kind);
            self.reach[kind.index()] = of_contact(kind, reach);
            self.clamped[kind.index()] |= reach.clamped();
        }
        self
    }

    /// The same for attempt k at a contact that was not reached before.
    pub(crate) fn at_attempt(mut self, attempt: u32) -> Self {
        self.reach = Kind::ALL.map(|kind| self.reach_by_attempt(kind).at(attempt));
        self
    }

    /// The same for those who were reached.
    pub(crate) fn in_conversation(mut self) -> Self {
        self.reach = [1.0; 2];
        self
    }

    /// The same for the calls of one connector, who has these of his own.
    pub(crate) fn of_connector(mut self, meeting_if_standing_kept: f64, incident: f64) -> Self {
        self.meeting_if_standing_kept = meeting_if_standing_kept;
        self.values[Parameter::IncidentRate.index()] = incident;
        self
    }

    /// The same for generation g of a chain of referrals, of whose warm standing decay^(g − 1) is left.
    pub(crate) fn with_standing_left(mut self, share: f64) -> Self {
        if share < 1.0 {
            self.meeting_if_standing_kept =
                share * self.meeting_if_standing_kept + (1.0 - share) * self.value(Parameter::ColdMeeting);
        }
        self
    }

    /// Whether the probability of a warm conversation that kept its standing were solved to no probability, and set to
    /// the nearest one; or with several attempts per contact a reach was above the share that can be reached, and set
    /// to it.
    pub fn clamped(&self) -> bool {
        self.clamped.contains(&true)
    }

    /// Whether that is so of calls of this kind.
    pub(crate) fn clamped_of(&self, kind: Kind) -> bool {
        self.clamped[kind.index()]
    }

    /// The same for a campaign that has calls of these kinds alone.
    pub(crate) fn of_kinds(mut self, has_calls: [bool; 2]) -> Self {
        self.clamped = [self.clamped[0] && has_calls[0], self.clamped[1] && has_calls[1]];
        self
    }
}
