//! One world: what every rate is in it.

use super::{Parameter, Reading, Response};

/// The value of every rate in one world, and the odds of a warm conversation that kept its standing.
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
    response_odds: f64,
    kept_standing: f64,
    clamped: bool,
}

impl World {
    pub(crate) fn new(values: [f64; Parameter::COUNT], response: Response, reading: Reading) -> Self {
        Self::with_response_odds(values, values[response.parameter().index()], reading)
    }

    /// The same by the odds of the response in use.
    #[inline]
    pub(crate) fn with_response_odds(values: [f64; Parameter::COUNT], response_odds: f64, reading: Reading) -> Self {
        let kept_standing = values[Parameter::WarmMeeting.index()];
        let mut world = Self { values, response_odds, kept_standing, clamped: false };
        if reading == Reading::Overall {
            let odds = world.solved_overall();
            // A solution off by rounding alone is one: 0.9 asked of conversations of which none can miss it.
            world.clamped = !(-1e-12..=1.0 + 1e-12).contains(&odds);
            // Where nobody keeps the standing, the odds of those who did decide nothing.
            world.kept_standing = if odds.is_nan() { 0.0 } else { odds.clamp(0.0, 1.0) };
        }
        world
    }

    #[inline]
    pub(crate) fn solved_overall(&self) -> f64 {
        let incident = self.value(Parameter::IncidentRate);
        let disliked = incident * self.value(Parameter::IncidentDisliked);
        let unknown = incident * (1.0 - self.value(Parameter::IncidentDisliked));
        let unrecovered = unknown * (1.0 - self.value(Parameter::IncidentRecovery));
        let lost = disliked * self.response_odds() + unrecovered * self.value(Parameter::IncidentPlainAsk);
        (self.value(Parameter::WarmMeeting) - lost) / (1.0 - disliked - unrecovered)
    }

    /// A rate's value.
    #[inline]
    pub fn value(&self, parameter: Parameter) -> f64 {
        self.values[parameter.index()]
    }

    /// P(meeting) of the response in use.
    #[inline]
    pub fn response_odds(&self) -> f64 {
        self.response_odds
    }

    /// P(meeting) of a warm conversation that kept its standing.
    #[inline]
    pub fn kept_standing(&self) -> f64 {
        self.kept_standing
    }

    /// The same for generation g of a chain of referrals, of whose warm standing decay^(g − 1) is left.
    pub(crate) fn with_standing_left(mut self, share: f64) -> Self {
        if share < 1.0 {
            self.kept_standing = share * self.kept_standing + (1.0 - share) * self.value(Parameter::ColdMeeting);
        }
        self
    }

    /// Whether those odds were solved to no probability, and set to the nearest one.
    pub fn clamped(&self) -> bool {
        self.clamped
    }
}
