//! What a column of a call log says.

/// What a column of a call log says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The day of the call, with or without its time.
    Date,
    /// Whether the call was cold or warm.
    Kind,
    /// How the call ended.
    Outcome,
    /// Whether anybody answered.
    Reached,
    /// How long the call took.
    Duration,
    /// Who was called.
    Contact,
    /// Who called.
    Caller,
    /// Who recommended the caller.
    Connector,
    /// What the call met at the connector's name.
    Incident,
    /// How many names the meeting brought.
    Names,
    /// Whether the meeting was held.
    Held,
    /// Whether the call went out or came in.
    Direction,
    /// The time of the call, beside its day.
    Time,
    /// When the call was answered; empty if it was not.
    AnsweredAt,
    /// How long the conversation took; 0 or empty if there was none.
    Talk,
    /// Whether the call was made or is planned.
    State,
    /// What tells calls apart: a call that stands there twice is counted once.
    CallId,
    /// How many attempts the contact of this row has taken: then a row is a contact, and no call.
    Attempts,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 18] = [
        Self::Date,
        Self::Kind,
        Self::Outcome,
        Self::Reached,
        Self::Duration,
        Self::Contact,
        Self::Caller,
        Self::Connector,
        Self::Incident,
        Self::Names,
        Self::Held,
        Self::Direction,
        Self::Time,
        Self::AnsweredAt,
        Self::Talk,
        Self::State,
        Self::CallId,
        Self::Attempts,
    ];

    /// Those that are looked for, in the order in which they choose.
    pub(super) const LOOKED_FOR: [Self; 15] = [
        Self::Date,
        Self::Time,
        Self::Incident,
        Self::Names,
        Self::Held,
        Self::Connector,
        Self::Direction,
        Self::Kind,
        Self::Outcome,
        Self::Reached,
        Self::AnsweredAt,
        Self::Talk,
        Self::State,
        Self::Contact,
        Self::Caller,
    ];

    /// Its name: `date`, `kind`, …
    pub fn key(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Kind => "kind",
            Self::Outcome => "outcome",
            Self::Reached => "reached",
            Self::Duration => "duration",
            Self::Contact => "contact",
            Self::Caller => "caller",
            Self::Connector => "connector",
            Self::Incident => "incident",
            Self::Names => "names",
            Self::Held => "held",
            Self::Direction => "direction",
            Self::Time => "time",
            Self::AnsweredAt => "answered at",
            Self::Talk => "talk",
            Self::State => "state",
            Self::CallId => "call id",
            Self::Attempts => "attempts",
        }
    }

    pub(super) fn option(self) -> String {
        format!("--{}-column", self.key().replace(' ', "-"))
    }
}

/// The columns of each role.
#[derive(Debug, Default)]
pub(crate) struct ByRole(pub(super) [Vec<usize>; Role::ALL.len()]);

impl ByRole {
    pub(crate) fn has(&self, role: Role) -> bool {
        !self.0[role as usize].is_empty()
    }

    pub(crate) fn all(&self, role: Role) -> &[usize] {
        &self.0[role as usize]
    }

    pub(crate) fn first(&self, role: Role) -> Option<usize> {
        self.0[role as usize].first().copied()
    }

    pub(crate) fn is_used(&self, column: usize) -> bool {
        self.0.iter().any(|columns| columns.contains(&column))
    }
}
