//! Rates learned from a call log.

use super::{DriftingRate, LoggedCall, Outcome, Posterior};
use crate::error::Result;
use crate::model::{Kind, Parameter, Preset, Provenance, Rates, Reading};
use crate::numerics::Beta;

/// What is known of the rates before the log.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[non_exhaustive]
pub enum Prior {
    /// Nothing: Beta(1/2, 1/2) for each.
    #[default]
    Jeffreys,
    /// What a preset says, as if this many trials of each rate had said so; nothing of the rates that it assumes.
    Preset(Preset, f64),
}

impl Prior {
    fn of(self, parameter: Parameter) -> Result<Beta> {
        match self {
            Self::Preset(preset, trials) if preset.rates().provenance(parameter) != Provenance::Assumed => {
                Beta::with_mean(preset.rates().rate(parameter).mean(), trials)
            }
            _ => Ok(DriftingRate::JEFFREYS),
        }
    }
}

/// A campaign of a hundred calls brings some fifty trials of a rate.
const HORIZON: u32 = 50;

/// The rates of a call log, from its rows in their order.
///
/// ```
/// use outreach::{Calibration, Kind, LoggedCall, Outcome, Parameter, Preset, Prior};
///
/// let mut calibration = Calibration::new(Prior::Preset(Preset::Documented, 10.0))?;
/// for outcome in [Outcome::NotReached, Outcome::Refused, Outcome::Set] {
///     calibration.learn(&LoggedCall { kind: Kind::Cold, outcome, incident: None });
/// }
/// let meeting = calibration.posterior(Parameter::ColdMeeting).expect("the log tells of it");
/// assert_eq!((meeting.trials, meeting.successes), (2, 1));
/// assert_eq!((meeting.beta.alpha(), meeting.beta.beta()), (2.0, 10.0));
/// let rates = calibration.rates(Preset::Documented);
/// assert_eq!(rates.rate(Parameter::ColdMeeting).mean(), 2.0 / 12.0);
/// # Ok::<(), outreach::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Calibration {
    rates: [DriftingRate; Parameter::COUNT],
    outcomes: [u64; Outcome::ALL.len()],
    /// Whom first attempts reach, of each kind, where contacts are told apart.
    first: [DriftingRate; Kind::ALL.len()],
    /// Attempts after the first.
    later: [u64; Kind::ALL.len()],
    /// Some rows may tell of meetings that nobody knows.
    hides_meetings: bool,
}

impl Calibration {
    /// Nothing seen yet.
    ///
    /// # Errors
    /// As [`Beta::with_mean`] for a preset that is worth a number of trials that no Beta distribution has.
    pub fn new(prior: Prior) -> Result<Self> {
        let mut rates = Parameter::ALL.map(|_| DriftingRate::default());
        for (rate, parameter) in rates.iter_mut().zip(Parameter::ALL) {
            *rate = DriftingRate::new(prior.of(parameter)?, HORIZON);
        }
        let first = [Parameter::ColdReach, Parameter::WarmReach].map(|reach| rates[reach.index()].clone());
        Ok(Self { rates, outcomes: [0; Outcome::ALL.len()], first, later: [0; Kind::ALL.len()], hides_meetings: false })
    }

    /// One more row.
    pub fn learn(&mut self, call: &LoggedCall) {
        self.outcomes[call.outcome as usize] += 1;
        self.learn_trials(call.trials());
    }

    /// One more row of a log that tells its contacts apart: the first attempt at one, or a later one.
    ///
    /// Later attempts reach fewer, and come later. So that nobody takes this for a rate that fell, first attempts alone tell
    /// whether reach drifts.
    pub fn learn_attempt(&mut self, call: &LoggedCall, is_first: bool) {
        self.learn(call);
        if is_first {
            self.first[call.kind.index()].learn(call.outcome != Outcome::NotReached);
        } else {
            self.later[call.kind.index()] += 1;
        }
    }

    /// An open row that was learned, and that a later one has closed.
    pub fn close(&mut self, call: &LoggedCall) {
        self.learn_trials(call.closed());
    }

    fn learn_trials(&mut self, trials: Vec<(Parameter, bool)>) {
        for (parameter, success) in trials {
            self.rates[parameter.index()].learn(success);
        }
    }

    /// The rows with an outcome.
    pub fn of_outcome(&self, outcome: Outcome) -> u64 {
        self.outcomes[outcome as usize]
    }

    /// The same of a log whose rows may tell of meetings that nobody knows: nothing is learned of these.
    ///
    /// ```
    /// use outreach::{Calibration, Kind, LoggedCall, Outcome, Parameter, Prior};
    ///
    /// let mut calibration = Calibration::new(Prior::Jeffreys)?;
    /// calibration.learn(&LoggedCall { kind: Kind::Cold, outcome: Outcome::Refused, incident: None });
    /// assert!(calibration.posterior(Parameter::ColdMeeting).is_some());
    /// assert!(calibration.without_meetings().posterior(Parameter::ColdMeeting).is_none());
    /// # Ok::<(), outreach::Error>(())
    /// ```
    #[must_use]
    pub fn without_meetings(self) -> Self {
        Self { hides_meetings: true, ..self }
    }

    /// Whether the rows tell meetings from refusals. Calls that were answered or not tell nothing of meetings.
    pub fn tells_of_meetings(&self) -> bool {
        !self.hides_meetings
            && Outcome::ALL.into_iter().any(|outcome| outcome >= Outcome::Refused && self.of_outcome(outcome) > 0)
    }

    /// What is known of a rate; `None` if the log does not tell of it: it has no trial of the rate, or tells of
    /// conversations alone and so nothing of reach, or of answered calls alone and so nothing of meetings.
    pub fn posterior(&self, parameter: Parameter) -> Option<Posterior> {
        let rate = self.learned(parameter)?;
        let drifts = |kind: Kind| self.later[kind.index()] == 0 || self.first[kind.index()].drifts();
        let drifts = match parameter {
            Parameter::ColdReach => drifts(Kind::Cold),
            Parameter::WarmReach => drifts(Kind::Warm),
            _ => true,
        };
        Some(if drifts { rate.posterior() } else { rate.of_no_drift() })
    }

    /// The same before its range is worked out, which costs as much as thousands of rows.
    pub fn learned(&self, parameter: Parameter) -> Option<&DriftingRate> {
        let told = match parameter {
            Parameter::ColdReach | Parameter::WarmReach => self.of_outcome(Outcome::NotReached) > 0,
            Parameter::IncidentRate | Parameter::IncidentDisliked | Parameter::IncidentRecovery => true,
            _ => self.tells_of_meetings(),
        };
        let rate = &self.rates[parameter.index()];
        (told && rate.trials() > 0).then_some(rate)
    }

    /// The rates of a preset with those that the log tells of in their place. The reading is `smooth` where the log
    /// tells of incidents, `overall` where the log has warm conversations without them: then the incidents are among them.
    pub fn rates(&self, preset: Preset) -> Rates {
        let told = Parameter::ALL.into_iter().filter_map(|parameter| Some((parameter, self.posterior(parameter)?)));
        let rates = told.fold(preset.rates(), |rates, (parameter, posterior)| rates.with(parameter, posterior.beta));
        let incidents = self.posterior(Parameter::IncidentRate).is_some();
        match self.posterior(Parameter::WarmMeeting) {
            Some(_) if incidents => rates.with_reading(Reading::WithoutIncident),
            Some(_) => rates.with_reading(Reading::Overall),
            None => rates,
        }
    }
}
