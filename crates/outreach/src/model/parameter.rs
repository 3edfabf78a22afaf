//! The rates by name: key, denominator and meaning.

use std::fmt;
use std::str::FromStr;

use super::kind::Kind;
use crate::error::{Error, Result};

/// One rate of the model, by the name that scenario files, the command and every output use.
///
/// ```
/// use outreach::Parameter;
///
/// let parameter: Parameter = "incident.plain_ask".parse()?;
/// assert_eq!(parameter, Parameter::IncidentPlainAsk);
/// assert_eq!(parameter.per(), "unrecovered incident");
/// # Ok::<(), outreach::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Parameter {
    /// P(an attempt reaches the prospect), cold.
    ColdReach,
    /// P(a contact can be reached at all by cold calls), where contacts are called several times.
    ColdReachable,
    /// P(a conversation brings a meeting), cold.
    ColdMeeting,
    /// P(a meeting set is held), cold.
    ColdShow,
    /// P(an attempt reaches the prospect), warm.
    WarmReach,
    /// P(a contact can be reached at all by warm calls), where contacts are called several times.
    WarmReachable,
    /// P(a conversation brings a meeting), warm; over which conversations is the [`Reading`](crate::Reading).
    WarmMeeting,
    /// P(a meeting set is held), warm.
    WarmShow,
    /// P(a warm conversation goes wrong at the connector's name).
    IncidentRate,
    /// P(the connector is disliked rather than unknown), per incident.
    IncidentDisliked,
    /// P(explaining who the connector is saves the conversation), per incident with an unknown connector.
    IncidentRecovery,
    /// P(meeting) of asking all the same after a failed explanation.
    IncidentPlainAsk,
    /// P(meeting) of response (a): voice deep disagreement.
    IncidentDisagree,
    /// P(meeting) of response (b): agree and add a few layers.
    IncidentAgree,
    /// P(meeting) of response (c): go straight to the request.
    IncidentAsk,
    /// P(meeting) of response (d): say that the connector speaks only well of the person, then ask.
    IncidentReframe,
    /// P(a name given in a meeting held becomes a referral that the caller may use).
    PoolIntroduced,
    /// How far the recommended calls of one connector go alike: the intraclass correlation, from 0 to below 1.
    ConnectorsCorrelation,
}

impl Parameter {
    /// How many there are.
    pub const COUNT: usize = 18;

    /// All of them, in the order in which they are printed.
    pub const ALL: [Self; Self::COUNT] = [
        Self::ColdReach,
        Self::ColdReachable,
        Self::ColdMeeting,
        Self::ColdShow,
        Self::WarmReach,
        Self::WarmReachable,
        Self::WarmMeeting,
        Self::WarmShow,
        Self::IncidentRate,
        Self::IncidentDisliked,
        Self::IncidentRecovery,
        Self::IncidentPlainAsk,
        Self::IncidentDisagree,
        Self::IncidentAgree,
        Self::IncidentAsk,
        Self::IncidentReframe,
        Self::PoolIntroduced,
        Self::ConnectorsCorrelation,
    ];

    /// The rates of single calls: all but those of a pool of referrals, of connectors, and of contacts called several times.
    pub fn of_calls() -> impl Iterator<Item = Self> {
        let others = [Self::ColdReachable, Self::WarmReachable, Self::PoolIntroduced, Self::ConnectorsCorrelation];
        Self::ALL.into_iter().filter(move |parameter| !others.contains(parameter))
    }

    /// The reach of a kind of call.
    pub(crate) const fn reach(kind: Kind) -> Self {
        match kind {
            Kind::Cold => Self::ColdReach,
            Kind::Warm => Self::WarmReach,
        }
    }

    /// The share of the contacts that a kind of call can reach.
    pub(crate) const fn reachable(kind: Kind) -> Self {
        match kind {
            Kind::Cold => Self::ColdReachable,
            Kind::Warm => Self::WarmReachable,
        }
    }

    /// Its name: `cold.meeting`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::ColdReach => "cold.reach",
            Self::ColdReachable => "cold.reachable",
            Self::ColdMeeting => "cold.meeting",
            Self::ColdShow => "cold.show",
            Self::WarmReach => "warm.reach",
            Self::WarmReachable => "warm.reachable",
            Self::WarmMeeting => "warm.meeting",
            Self::WarmShow => "warm.show",
            Self::IncidentRate => "incident.rate",
            Self::IncidentDisliked => "incident.disliked",
            Self::IncidentRecovery => "incident.recovery",
            Self::IncidentPlainAsk => "incident.plain_ask",
            Self::IncidentDisagree => "incident.disagree",
            Self::IncidentAgree => "incident.agree",
            Self::IncidentAsk => "incident.ask",
            Self::IncidentReframe => "incident.reframe",
            Self::PoolIntroduced => "pool.introduced",
            Self::ConnectorsCorrelation => "connectors.correlation",
        }
    }

    /// Its denominator: what one trial of this rate is.
    pub const fn per(self) -> &'static str {
        match self {
            Self::ColdReach => "cold attempt",
            Self::ColdReachable => "cold contact",
            Self::ColdMeeting => "cold conversation",
            Self::ColdShow => "meeting set by a cold call",
            Self::WarmReach => "warm attempt",
            Self::WarmReachable => "warm contact",
            Self::WarmMeeting | Self::IncidentRate => "warm conversation",
            Self::WarmShow => "meeting set by a warm call",
            Self::IncidentDisliked => "incident",
            Self::IncidentRecovery => "incident with an unknown connector",
            Self::IncidentPlainAsk => "unrecovered incident",
            Self::IncidentDisagree | Self::IncidentAgree | Self::IncidentAsk | Self::IncidentReframe => {
                "incident with a disliked connector"
            }
            Self::PoolIntroduced => "name given in a meeting held",
            Self::ConnectorsCorrelation => "pair of calls by one connector",
        }
    }

    /// What happens with this probability, in a few words.
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::ColdReach | Self::WarmReach => "the attempt reaches the prospect",
            Self::ColdReachable | Self::WarmReachable => "calling reaches the prospect at all",
            Self::ColdMeeting | Self::WarmMeeting => "the conversation brings a meeting",
            Self::ColdShow | Self::WarmShow => "the meeting set is held",
            Self::IncidentRate => "it goes wrong at the connector's name",
            Self::IncidentDisliked => "the connector is disliked rather than unknown",
            Self::IncidentRecovery => "explaining who the connector is saves the conversation",
            Self::IncidentPlainAsk => "asking all the same brings a meeting",
            Self::IncidentDisagree => "(a) voicing disagreement brings a meeting",
            Self::IncidentAgree => "(b) agreeing and adding a few layers brings a meeting",
            Self::IncidentAsk => "(c) going straight to the request brings a meeting",
            Self::IncidentReframe => "(d) saying that the connector speaks well of the person brings a meeting",
            Self::PoolIntroduced => "the promised introduction is made",
            Self::ConnectorsCorrelation => "how far the calls of one connector go alike (0: not at all)",
        }
    }

    pub(crate) const fn index(self) -> usize {
        self as usize
    }
}

impl fmt::Display for Parameter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.key())
    }
}

impl FromStr for Parameter {
    type Err = Error;

    fn from_str(key: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|parameter| parameter.key() == key).ok_or_else(|| Error::Unknown {
            what: "rate",
            name: key.to_owned(),
            accepted: Self::ALL.map(Self::key).join(", "),
        })
    }
}

/// What the caller does when the prospect dislikes the connector (case 2 of the incident).
///
/// The text gives four responses and no probability for any of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Response {
    /// (a) Voice deep disagreement.
    Disagree,
    /// (b) Agree and add a few layers.
    Agree,
    /// (c) Don't enter the debate, go straight to the request.
    #[default]
    Ask,
    /// (d) Say that the connector speaks only well of the person, then go quickly to the request.
    Reframe,
}

impl Response {
    /// All four, (a) to (d).
    pub const ALL: [Self; 4] = [Self::Disagree, Self::Agree, Self::Ask, Self::Reframe];

    /// Its name: `reframe`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Disagree => "disagree",
            Self::Agree => "agree",
            Self::Ask => "ask",
            Self::Reframe => "reframe",
        }
    }

    /// The rate that holds its probability of a meeting.
    pub const fn parameter(self) -> Parameter {
        match self {
            Self::Disagree => Parameter::IncidentDisagree,
            Self::Agree => Parameter::IncidentAgree,
            Self::Ask => Parameter::IncidentAsk,
            Self::Reframe => Parameter::IncidentReframe,
        }
    }
}

impl fmt::Display for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.key())
    }
}

impl FromStr for Response {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|response| response.key() == name).ok_or_else(|| Error::Unknown {
            what: "response",
            name: name.to_owned(),
            accepted: Self::ALL.map(Self::key).join(", "),
        })
    }
}

/// Which conversations the nine in ten speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Reading {
    /// `warm.meeting` is the probability of a conversation that kept its warm standing.
    #[default]
    WithoutIncident,
    /// `warm.meeting` is the probability over all warm conversations, incidents included.
    Overall,
}

impl Reading {
    /// Both.
    pub const ALL: [Self; 2] = [Self::WithoutIncident, Self::Overall];

    /// Its name: `smooth`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::WithoutIncident => "smooth",
            Self::Overall => "overall",
        }
    }
}

impl fmt::Display for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.key())
    }
}

impl FromStr for Reading {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|reading| reading.key() == name).ok_or_else(|| Error::Unknown {
            what: "reading",
            name: name.to_owned(),
            accepted: Self::ALL.map(Self::key).join(", "),
        })
    }
}
