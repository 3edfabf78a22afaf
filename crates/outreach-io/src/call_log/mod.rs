//! Call logs: rows of a table, each as the call that it tells of.

mod columns;
mod dates;
mod layout;
mod meanings;
mod tally;

pub use self::columns::Role;
pub use self::layout::{DateFormat, LogLayout};
pub(crate) use self::tally::{OfKind, Tally};

use std::io::Read;

use chrono::{Datelike, NaiveDate};
use outreach::{AttemptTable, Kind, LoggedCall, LoggedIncident, Outcome};

use self::columns::Columns;
use self::meanings::Meanings;
use crate::Language;
use crate::error::{Result, wrong_input};
use crate::report::Rows;
use crate::table::{Row, Table};

/// A call log that is being read, in memory that does not grow with its rows.
#[derive(Debug)]
pub struct CallLog {
    table: Table,
    reader: Reader,
    rows: Rows,
}

/// One call of a log. What the log does not tell is empty.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) call: LoggedCall,
    /// Year and month.
    pub(crate) month: Option<(i32, u32)>,
    pub(crate) contact: String,
    pub(crate) caller: String,
    pub(crate) connector: String,
    pub(crate) names: Option<u32>,
    /// Where rows are contacts.
    pub(crate) attempts: Option<u32>,
}

/// Why a row is no call.
enum NoCall {
    /// Of a kind that is neither cold nor warm.
    Other(String),
    /// What an outcome column says, and nobody knows.
    UnknownOutcome(String),
    /// For what stands in a column.
    Rejected(Role, String),
}

impl CallLog {
    /// Begins to read a table with a header; `name` is what errors call it.
    ///
    /// # Errors
    /// For a source that is no table or cannot be read, and for columns that are not there.
    pub fn read(name: impl Into<String>, source: impl Read + Send + 'static, layout: LogLayout) -> Result<Self> {
        let time = layout.talk_time;
        if !(time >= 0.0 && time.is_finite()) {
            return Err(wrong_input(format!("--talk-time = {time}: a number of seconds (0 or more) is accepted")));
        }
        let table = Table::read(name, source, layout.delimiter)?;
        let columns = Columns::find(&table, &layout)?;
        let mut rows = Rows::default();
        rows.columns = columns.told(&table);
        Ok(Self { table, reader: Reader::new(layout, columns), rows })
    }

    pub(crate) fn name(&self) -> &str {
        self.table.name()
    }

    /// Whether rows are contacts, after so many attempts.
    pub(crate) fn is_of_contacts(&self) -> bool {
        self.reader.columns.has(Role::Attempts)
    }

    /// Whether a column tells prospects apart.
    pub(crate) fn tells_contacts(&self) -> bool {
        self.reader.columns.has(Role::Contact)
    }

    /// The next row that is a call. The others are counted.
    pub(crate) fn next(&mut self) -> Result<Option<Entry>> {
        while let Some(row) = self.table.next()? {
            self.rows.read += 1;
            let (line, entry) = (row.line, self.reader.entry(&row));
            let column = |role| self.reader.columns.name(&self.table, role);
            match entry {
                Ok(entry) => return Ok(Some(entry)),
                Err(NoCall::Other(kind)) => self.rows.other(kind),
                Err(NoCall::UnknownOutcome(word)) => self.rows.unknown_outcome(line, column(Role::Outcome), word),
                Err(NoCall::Rejected(role, reason)) => self.rows.reject(line, column(role), reason),
            }
        }
        Ok(None)
    }

    /// What became of the rows, once all were read.
    ///
    /// # Errors
    /// For rows that were rejected where none may be, and for a log without any call.
    pub(crate) fn finish(mut self) -> Result<Rows> {
        self.rows.latin1 = self.table.latin1();
        self.rows.backwards = self.reader.backwards;
        self.rows.all_cold = !self.reader.columns.has(Role::Kind) && !self.reader.columns.has(Role::Connector);
        let name = self.table.name();
        self.rows.check(name, self.reader.layout.strict, self.reader.layout.allow_rejected)?;
        if self.rows.used() > 0 {
            return Ok(self.rows);
        }
        let why = match (self.rows.read, self.rows.rejected()) {
            (0, _) => "it has no rows".to_owned(),
            (_, 0) => format!("its rows are of other kinds: {}", self.rows.others_told(Language::English)),
            _ => self.rows.told(Language::English),
        };
        Err(wrong_input(format!("{name}: no call, cold or warm; {why}")))
    }
}

/// Tells what a row says.
#[derive(Debug)]
struct Reader {
    layout: LogLayout,
    columns: Columns,
    kinds: Meanings<Kind>,
    outcomes: Meanings<Outcome>,
    answers: Meanings<Outcome>,
    incidents: Meanings<LoggedIncident>,
    last_day: Option<NaiveDate>,
    /// Rows that are older than the one before.
    backwards: u64,
}

impl Reader {
    fn new(layout: LogLayout, columns: Columns) -> Self {
        Self {
            columns,
            kinds: Meanings::of_kinds(&layout),
            outcomes: Meanings::of_outcomes(&layout),
            layout,
            answers: Meanings::known(),
            incidents: Meanings::of_incidents(),
            last_day: None,
            backwards: 0,
        }
    }

    fn entry(&mut self, row: &Row) -> Result<Entry, NoCall> {
        let day = match self.columns.cell(row, Role::Date) {
            "" => None,
            text => {
                let day = dates::day(text, self.layout.date_format);
                Some(day.map_err(|reason| NoCall::Rejected(Role::Date, reason))?)
            }
        };
        let kind = self.kind(row)?;
        let outcome = self.outcome(row)?;
        let incident = self.incident(row, outcome)?;
        let names = self.names(row, outcome)?;
        let attempts = self.attempts(row)?;
        if day.is_some() {
            self.backwards += u64::from(day < self.last_day);
            self.last_day = day;
        }
        let text = |role| self.columns.cell(row, role).to_owned();
        let (caller, connector) = (text(Role::Caller), text(Role::Connector));
        let month = day.map(|day| (day.year(), day.month()));
        let contact = without_layout(self.columns.cell(row, Role::Contact));
        Ok(Entry { call: LoggedCall { kind, outcome, incident }, month, contact, caller, connector, names, attempts })
    }

    fn kind(&mut self, row: &Row) -> Result<Kind, NoCall> {
        let direction = self.columns.cell(row, Role::Direction).to_ascii_lowercase();
        if ["in", "inbound", "incoming", "internal", "entrant", "interne"].contains(&direction.as_str()) {
            return Err(NoCall::Other(direction));
        }
        let (kind, connector) = (self.columns.cell(row, Role::Kind), self.columns.cell(row, Role::Connector));
        if kind.is_empty() && !connector.is_empty() {
            return Ok(Kind::Warm);
        }
        if !self.columns.has(Role::Kind) {
            return Ok(Kind::Cold);
        }
        self.kinds.of(kind).ok_or_else(|| NoCall::Other(kind.to_owned()))
    }

    fn outcome(&mut self, row: &Row) -> Result<Outcome, NoCall> {
        let unanswered = match self.columns.cell(row, Role::Reached) {
            "" => false,
            text => {
                let reason = || format!("`{text}` does not tell whether anybody answered");
                let answer = self.answers.of(text).ok_or_else(|| NoCall::Rejected(Role::Reached, reason()))?;
                // "No" to the question whether anybody answered.
                matches!(answer, Outcome::NotReached | Outcome::Refused)
            }
        };
        let outcome = if self.columns.has(Role::Outcome) {
            let word = self.columns.cell(row, Role::Outcome);
            self.outcomes.of(word).ok_or_else(|| NoCall::UnknownOutcome(word.to_owned()))?
        } else if self.columns.has(Role::Reached) {
            Outcome::Answered
        } else {
            Outcome::Refused
        };
        let outcome = self.held(row, outcome)?;
        let reached = outcome.set() || !(unanswered || self.too_short(row)?);
        Ok(if reached { outcome } else { Outcome::NotReached })
    }

    /// The outcome with what is told of the meeting itself.
    fn held(&mut self, row: &Row, outcome: Outcome) -> Result<Outcome, NoCall> {
        let text = self.columns.cell(row, Role::Held);
        // A meeting that is still to come says nothing.
        if ["", "scheduled", "rescheduled"].contains(&text.to_ascii_lowercase().as_str()) {
            return Ok(outcome);
        }
        let rejected = |reason: &str| Err(NoCall::Rejected(Role::Held, format!("`{text}` {reason}")));
        match self.answers.of(text) {
            // Without an outcome column a meeting that was held tells that one was set.
            Some(Outcome::Set | Outcome::Held | Outcome::Answered)
                if outcome.set() || !self.columns.has(Role::Outcome) =>
            {
                Ok(Outcome::Held)
            }
            Some(Outcome::Set | Outcome::Held | Outcome::Answered) => {
                rejected("says that a meeting was held, and the outcome that none was set")
            }
            Some(_) => Ok(if outcome.set() { Outcome::NoShow } else { outcome }),
            None => rejected("does not tell whether the meeting was held"),
        }
    }

    fn too_short(&self, row: &Row) -> Result<bool, NoCall> {
        let text = self.columns.cell(row, Role::Duration);
        if text.is_empty() {
            return Ok(false);
        }
        let wrong = || NoCall::Rejected(Role::Duration, format!("`{text}` is no talk time (seconds, or 0:02:31)"));
        let seconds = dates::seconds(text).ok_or_else(wrong)?;
        let name = self.layout.column(Role::Duration).unwrap_or_default();
        // This one alone counts milliseconds.
        let seconds = if name.eq_ignore_ascii_case("hs_call_duration") { seconds / 1000.0 } else { seconds };
        Ok(seconds <= self.layout.talk_time)
    }

    fn incident(&mut self, row: &Row, outcome: Outcome) -> Result<Option<LoggedIncident>, NoCall> {
        if !self.columns.has(Role::Incident) || outcome == Outcome::NotReached {
            return Ok(None);
        }
        let text = self.columns.cell(row, Role::Incident);
        let unknown = || {
            let reason = format!("`{text}` is no incident (none, unknown, recovered, unrecovered, disliked)");
            NoCall::Rejected(Role::Incident, reason)
        };
        self.incidents.of(text).map(Some).ok_or_else(unknown)
    }

    /// A row without a number of attempts is none of a contact.
    fn attempts(&self, row: &Row) -> Result<Option<u32>, NoCall> {
        if !self.columns.has(Role::Attempts) {
            return Ok(None);
        }
        let text = self.columns.cell(row, Role::Attempts);
        let counted = text.parse().ok().filter(|attempts| (1..=AttemptTable::MAX_ATTEMPTS as u32).contains(attempts));
        let wrong = || NoCall::Rejected(Role::Attempts, format!("`{text}` is no number of attempts (1 to 1,000)"));
        counted.map(Some).ok_or_else(wrong)
    }

    /// Those of a meeting that was held, as far as that is told.
    fn names(&self, row: &Row, outcome: Outcome) -> Result<Option<u32>, NoCall> {
        let text = self.columns.cell(row, Role::Names);
        if text.is_empty() || !matches!(outcome, Outcome::Set | Outcome::Held) {
            return Ok(None);
        }
        let wrong = |_| NoCall::Rejected(Role::Names, format!("`{text}` is no number of names (0, 1, 2, …)"));
        text.parse().map(Some).map_err(wrong)
    }
}

/// A telephone number without what is put between its digits; any other name as it is.
fn without_layout(contact: &str) -> String {
    let number = |character: char| character.is_ascii_digit() || "+ .-()/".contains(character);
    if contact.chars().all(number) {
        contact.chars().filter(|character| character.is_ascii_digit() || *character == '+').collect()
    } else {
        contact.to_owned()
    }
}
