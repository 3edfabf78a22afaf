//! What a key of a scenario needs to act on what is asked.

use outreach::{Kind, Response, Solve};

/// What is asked of a scenario.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Asked {
    /// The yield of one campaign.
    Simulate,
    /// Several campaigns side by side; whether the one looked at is that of a scenario file of its own.
    Compare(bool),
    /// The smallest effort for a target.
    Plan(Solve),
    /// Which rate moves the yield.
    Sensitivity,
    /// The call tree.
    Model,
    /// One campaign, call by call.
    Trace,
    /// A list of contacts.
    Forecast(OfList),
}

/// What of a list of contacts a scenario may tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfList {
    /// Whether some that are cold, some that are warm have the scenario's probabilities.
    pub of_kinds: [bool; 2],
    /// Whether some of those have a second attempt, now or before.
    pub calls_again: bool,
    /// Whether hours are asked for.
    pub hours: bool,
}

impl Asked {
    /// The name of the verb.
    pub fn verb(self) -> &'static str {
        match self {
            Self::Simulate => "simulate",
            Self::Compare(_) => "compare",
            Self::Plan(_) => "plan",
            Self::Sensitivity => "sensitivity",
            Self::Model => "model",
            Self::Trace => "trace",
            Self::Forecast(..) => "forecast",
        }
    }
}

/// What a key needs to act.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Need {
    /// Calls of this kind, or an answer beside which stands what they would bring.
    Calls(Kind),
    /// Warm calls.
    WarmCalls,
    /// Attempts that take the minutes of cold ones.
    ColdAttempts,
    /// An answer that incidents change, and not only the way to the same probability of a meeting.
    Standing,
    /// Warm calls, whose reading it is.
    Reading,
    /// Introductions that are paid for.
    Introductions,
    /// Incidents.
    Incidents,
    /// Incidents with an unknown connector.
    Unknown,
    /// Incidents with an unknown connector that are not recovered.
    Unrecovered,
    /// Incidents with a disliked connector.
    Disliked,
    /// This response to them.
    Response(Response),
    /// Attempts of this kind that reach somebody.
    Conversations(Kind),
    /// Calls of this kind that set a meeting.
    MeetingsSet(Kind),
    /// A pool of referrals.
    Pool,
    /// A pool to which meetings bring names.
    Names,
    /// Names that become usable.
    Introduced,
    /// Fewer calls than there is time for in any case.
    FewCalls,
    /// Fewer hours than the calls take in any case.
    FewHours,
    /// How many connectors there are.
    ConnectorCount,
    /// A correlation of connectors.
    Correlation,
    /// Connectors with several calls each.
    FewConnectors,
    /// A supply of warm calls that is no pool of referrals.
    NoPool,
    /// A second attempt at a contact.
    SecondAttempt,
    /// Contacts, whose first attempts reach what a table tells, or a second attempt at them.
    Contacts(Kind),
    /// Minutes that are counted.
    Minutes,
    /// A plan that looks for something else than referrals.
    NotSought,
    /// A plan that looks for something else than a share of warm calls.
    NoShareSought,
    /// A campaign.
    Campaign,
    /// A campaign, or contacts of the kinds on a list.
    Attempts,
    /// A campaign that may stop at a number of meetings.
    Target,
    /// Strategies that are not named one by one.
    Supply,
    /// Rates, on this verb.
    Rates,
    /// A response, on this verb.
    AnyResponse,
    /// Contacts of this kind whose reach is not drawn from a table of attempts.
    NoTable(Kind),
    /// A campaign that does not set the same itself.
    NotSetItself,
    /// Contacts without a probability of their own.
    NoProbabilities,
}

impl Need {
    /// Whether a setting that lacks this is no mistake, wherever it comes from: a number of connectors before their correlation
    /// is known, or the other way round; a limit that is not reached.
    pub fn is_noted(self, asked: Asked) -> bool {
        let of_connectors = matches!(self, Self::ConnectorCount | Self::Correlation | Self::FewConnectors);
        let is_limit = matches!(self, Self::FewCalls | Self::FewHours);
        is_limit || of_connectors && !matches!(asked, Asked::Forecast(..))
    }
}
