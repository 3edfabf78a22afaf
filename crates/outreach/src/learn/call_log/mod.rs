//! What a row of a call log tells of the rates.

mod open_cases;

pub use self::open_cases::OpenCases;

use crate::model::{Kind, Parameter, Response};

/// How a logged attempt ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// The prospect was not reached: no answer, a machine, somebody else, a wrong number.
    NotReached,
    /// A conversation that has not come to its end: to be called back, pending.
    Open,
    /// The call was answered, and nothing more is known: a conversation without a meeting in a log that tells of
    /// meetings.
    Answered,
    /// A conversation without a meeting.
    Refused,
    /// A meeting was set; whether it was held is not told.
    Set,
    /// A meeting was set and not held.
    NoShow,
    /// A meeting was set and held.
    Held,
}

impl Outcome {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::NotReached, Self::Open, Self::Answered, Self::Refused, Self::Set, Self::NoShow, Self::Held];

    /// Its name: `no show`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotReached => "not reached",
            Self::Open => "open",
            Self::Answered => "answered",
            Self::Refused => "refused",
            Self::Set => "meeting set",
            Self::NoShow => "no show",
            Self::Held => "held",
        }
    }

    /// Whether a meeting was set.
    pub fn set(self) -> bool {
        self >= Self::Set
    }
}

/// What a logged warm conversation met at the connector's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LoggedIncident {
    /// Nothing.
    None,
    /// The connector was unknown; whether explaining helped, if it is known.
    Unknown {
        /// Whether explaining helped.
        recovered: Option<bool>,
    },
    /// The connector was disliked; the caller's response, if it is known.
    Disliked {
        /// The caller's response.
        response: Option<Response>,
    },
}

/// One row of a call log: one attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct LoggedCall {
    /// Cold or warm.
    pub kind: Kind,
    /// How it ended.
    pub outcome: Outcome,
    /// What it met at the connector's name; `None` if the log does not speak of incidents.
    pub incident: Option<LoggedIncident>,
}

impl LoggedIncident {
    /// Whether how the conversation ended tells of no rate: it is not known whether explaining helped, or what the caller
    /// responded.
    ///
    /// ```
    /// use outreach::{LoggedIncident, Response};
    ///
    /// assert!(LoggedIncident::Unknown { recovered: None }.hides_the_rate());
    /// assert!(!LoggedIncident::Disliked { response: Some(Response::Agree) }.hides_the_rate());
    /// ```
    pub fn hides_the_rate(self) -> bool {
        matches!(self, Self::Unknown { recovered: None } | Self::Disliked { response: None })
    }
}

impl LoggedCall {
    /// The trials that this row is, each with its rate and whether it succeeded.
    ///
    /// An open conversation is one that was reached, and no trial of a meeting. The probability of a warm conversation
    /// comes from those that kept their standing (no incident, or recovered), where the log speaks of incidents, as the
    /// reading `smooth` has it; else by all of them, as `overall` has it.
    ///
    /// ```
    /// use outreach::{Kind, LoggedCall, Outcome, Parameter};
    ///
    /// let call = LoggedCall { kind: Kind::Cold, outcome: Outcome::Refused, incident: None };
    /// assert_eq!(call.trials(), [(Parameter::ColdReach, true), (Parameter::ColdMeeting, false)]);
    /// ```
    pub fn trials(&self) -> Vec<(Parameter, bool)> {
        let [reach, meeting, show] = match self.kind {
            Kind::Cold => [Parameter::ColdReach, Parameter::ColdMeeting, Parameter::ColdShow],
            Kind::Warm => [Parameter::WarmReach, Parameter::WarmMeeting, Parameter::WarmShow],
        };
        let reached = self.outcome != Outcome::NotReached;
        let mut trials = Vec::with_capacity(4);
        trials.push((reach, reached));
        if !reached {
            return trials;
        }
        let asked = match (self.kind, self.incident) {
            (Kind::Warm, Some(incident)) => at_the_name(incident, &mut trials),
            _ => Some(meeting),
        };
        if self.outcome != Outcome::Open {
            trials.extend(asked.map(|parameter| (parameter, self.outcome.set())));
        }
        match self.outcome {
            Outcome::Held => trials.push((show, true)),
            Outcome::NoShow => trials.push((show, false)),
            _ => {}
        }
        trials
    }

    /// The trial that is left of an open conversation once the prospect was called again: it brought no meeting itself.
    ///
    /// ```
    /// use outreach::{Kind, LoggedCall, Outcome, Parameter};
    ///
    /// let call = LoggedCall { kind: Kind::Cold, outcome: Outcome::Open, incident: None };
    /// assert_eq!(call.trials(), [(Parameter::ColdReach, true)]);
    /// assert_eq!(call.closed(), [(Parameter::ColdMeeting, false)]);
    /// ```
    pub fn closed(&self) -> Vec<(Parameter, bool)> {
        let before = self.trials().len();
        let refused = Self { outcome: Outcome::Refused, ..*self };
        if self.outcome == Outcome::Open { refused.trials().split_off(before) } else { Vec::new() }
    }
}

/// Adds the trials of an incident, and tells the rate that the probability of its conversation is; `None` if that is
/// not told.
fn at_the_name(incident: LoggedIncident, trials: &mut Vec<(Parameter, bool)>) -> Option<Parameter> {
    trials.push((Parameter::IncidentRate, incident != LoggedIncident::None));
    match incident {
        LoggedIncident::None => Some(Parameter::WarmMeeting),
        LoggedIncident::Unknown { recovered } => {
            trials.push((Parameter::IncidentDisliked, false));
            let recovered = recovered?;
            trials.push((Parameter::IncidentRecovery, recovered));
            Some(if recovered { Parameter::WarmMeeting } else { Parameter::IncidentPlainAsk })
        }
        LoggedIncident::Disliked { response } => {
            trials.push((Parameter::IncidentDisliked, true));
            response.map(Response::parameter)
        }
    }
}
