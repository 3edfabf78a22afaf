//! Where a call log says what: the columns, by the names that its exporters give them.

use super::LogLayout;
use crate::Result;
use crate::error::wrong_input;
use crate::table::{Row, Table};

/// What a column of a call log says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The day of the call.
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
    /// How many attempts the contact of this row has taken: then a row is a contact, and no call.
    Attempts,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 13] = [
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
        Self::Attempts,
    ];

    /// Its name, its option, and its usual names, the likeliest first: those of our own logs, of `HubSpot`, Salesforce,
    /// Pipedrive's call logs, Aircall, Ringover, Dialpad and Close.
    fn names(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Date => (
                "date",
                "--date-column",
                "date, when, call date, hs_timestamp, activity date, date_started, started_at, start time, start, date called, \
                 date_created, due date, timestamp, created date, date de l'appel, date appel, jour",
            ),
            Self::Kind => ("kind", "--kind-column", "kind, source kind, call kind, type de contact"),
            Self::Outcome => (
                "outcome",
                "--outcome-column",
                "outcome, ending, call outcome, hs_call_disposition, call result, call disposition, disposition, result, \
                 résultat, issue, last_state, status, statut",
            ),
            Self::Reached => (
                "reached",
                "--reached-column",
                "reached, joint, answered, is_answered, hs_call_status, call status, décroché",
            ),
            Self::Duration => ("duration", "--duration-column", ""),
            Self::Contact => (
                "contact",
                "--contact-column",
                "contact_id, contact, prospect_id, prospect, client_id, client, lead_id, person_id, \
                 hs_call_callee_object_id, who id, contact_number, external_number, hs_call_to_number, to_phone_number, \
                 to_number, phone, téléphone",
            ),
            Self::Caller => (
                "caller",
                "--caller-column",
                "caller, agent, operator_name, operator_email, user_name, user, hubspot_owner_id, assigned to, owner_id, \
                 user_id, appelant, commercial",
            ),
            Self::Connector => (
                "connector",
                "--connector-column",
                "connector, recommended by, referred by, referrer, introduced by, connecteur, recommandé par, prescripteur",
            ),
            Self::Incident => ("incident", "--incident-column", "incident"),
            Self::Names => ("names", "--names-column", "names, names given, noms, noms donnés"),
            Self::Held => ("held", "--held-column", "held, meeting held, hs_meeting_outcome, rdv tenu, tenu"),
            Self::Attempts => ("attempts", "--attempts-column", ""),
            Self::Direction => {
                ("direction", "--direction-column", "direction, hs_call_direction, call direction, call type, sens")
            }
        }
    }

    /// Its name: `date`, `kind`, …
    pub fn key(self) -> &'static str {
        self.names().0
    }
}

/// The columns of a log.
#[derive(Debug)]
pub(crate) struct Columns([Option<usize>; Role::ALL.len()]);

impl Columns {
    pub(crate) fn find(table: &Table, layout: &LogLayout) -> Result<Self> {
        let mut columns = [None; Role::ALL.len()];
        for role in Role::ALL {
            let (_, option, usual) = role.names();
            let usual: Vec<_> = usual.split(", ").filter(|name| !name.is_empty()).collect();
            columns[role as usize] = table.column(option, layout.column(role), &usual)?;
        }
        let columns = Self(columns);
        if !columns.has(Role::Outcome) && !columns.has(Role::Reached) && !columns.has(Role::Held) {
            return Err(wrong_input(format!(
                "{} has no column that tells how a call ended (--outcome-column names it); {}",
                table.name(),
                table.columns()
            )));
        }
        Ok(columns)
    }

    pub(crate) fn has(&self, role: Role) -> bool {
        self.0[role as usize].is_some()
    }

    /// What a row says; nothing where the log has no such column.
    pub(crate) fn cell<'a>(&self, row: &'a Row, role: Role) -> &'a str {
        self.0[role as usize].map_or("", |column| row.cell(column))
    }

    /// The name of the column with this role, if there is one.
    pub(crate) fn name<'a>(&self, table: &'a Table, role: Role) -> Option<&'a str> {
        self.0[role as usize].map(|column| table.column_name(column))
    }

    /// What was found where: `date`, `kind` in `previous_outcome`.
    pub(crate) fn told(&self, table: &Table) -> String {
        let found = Role::ALL.into_iter().filter_map(|role| {
            let (name, column) = (role.key(), self.name(table, role)?);
            Some(if column.eq_ignore_ascii_case(name) { name.to_owned() } else { format!("{name} in `{column}`") })
        });
        found.collect::<Vec<_>>().join(", ")
    }
}
