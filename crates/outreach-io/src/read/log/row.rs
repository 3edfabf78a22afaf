//! A row as a call.

use std::sync::Arc;

use chrono::Datelike;
use outreach::{AttemptTable, Kind, LoggedCall, LoggedIncident, Outcome, Response};

use super::columns::Columns;
use super::contact::Identities;
use super::direction::{direction, initiated, is_whole, way};
use super::role::Role;
use super::survey::{Ends, Survey};
use super::{DateFormat, Entry, LogLayout, contact};
use crate::language::Bilingual;
use crate::read::connectors::Connectors;
use crate::read::durations::Durations;
use crate::read::endings::{Ending, Said};
use crate::read::hashes::{ByHash, quick_hash};
use crate::read::meanings::Meanings;
use crate::read::rows::Counts;
use crate::read::table::{Row, Table};
use crate::read::vocabulary::{Exporter, known};
use crate::read::when::{self, When};
use crate::read::words::{plain_word, spaced};

/// Why a row is no call.
pub(crate) enum NoCall {
    /// Of a kind that is neither cold nor warm, or nothing that was called.
    Other(String),
    /// What an outcome column says, and nobody knows.
    UnknownOutcome(String),
    /// For what stands in a column.
    Rejected(Option<Role>, Bilingual),
}

/// What a direction is taken for that nobody knows.
pub(crate) const TAKEN_AS_OUTGOING: &str = "taken as outgoing";

/// Reads rows.
#[derive(Debug)]
pub(crate) struct Reader {
    pub(crate) layout: LogLayout,
    pub(crate) columns: Columns,
    pub(super) exporters: Vec<&'static Exporter>,
    /// The order of day and month; `None` where dates are not read.
    order: Option<DateFormat>,
    /// A spreadsheet took days for months in the dates that begin with a year.
    has_swapped_dates: bool,
    pub(super) durations: Durations,
    pub(super) ends: Option<Ends>,
    /// The header's columns.
    pub(super) width: usize,
    pub(super) kinds: Meanings<Kind>,
    pub(super) endings: Vec<Meanings<Said>>,
    pub(super) connectors: Connectors,
    pub(super) directions: Vec<Meanings<&'static str>>,
    /// For each column of these whether words of calls that went out or came in stand in it: no other word of a call is of all calls.
    tells_ways: Vec<bool>,
    /// The names of these, in their plain form.
    direction_names: Vec<String>,
    pub(super) answers: Meanings<Option<bool>>,
    /// Calls of whose ending a further column says something else.
    pub(super) contradicted: u64,
    /// Calls that the first column leaves open, and of which a further column says how they ended.
    pub(super) closed: u64,
    /// Meetings that one column tells and another one denies.
    pub(super) overruled: u64,
    /// Calls of which a word says that something was rejected, and nothing whether anybody answered.
    pub(super) rejections: u64,
    /// Meetings of answered calls that only tell where the contact stands.
    pub(super) of_standing: u64,
    /// Conversations without a talk time, where a column has those of others.
    pub(super) untimed: u64,
    /// Calls without a date below those that all have one.
    pub(super) below: u64,
    /// Other calls without a date.
    pub(super) dateless: u64,
    /// Calls with an outcome that are still to be made, as another column says.
    pub(super) undone: u64,
    /// Meetings beside which the column of those that were held, or missed, is empty, which says the contrary.
    pub(super) unmarked: u64,
    /// Calls that name the caller as who recommended them.
    pub(super) own: u64,
    /// Calls whose kind is cold, though somebody recommended them.
    pub(super) cold_with_connector: u64,
    /// What stands above the outcomes, and again in rows that are headers.
    pub(super) header_of_outcomes: String,
    /// Unknown outcomes of calls that were answered, by another column.
    pub(super) unread: Counts,
    /// Rows whose contact is nobody in particular, and what stands there.
    pub(super) anonymous: Option<(u64, String)>,
    /// Calls whose contact is blank.
    pub(super) unnamed: u64,
    last: (String, Option<When>),
    /// That of the last call.
    contact: Option<u32>,
    /// The numbers of contacts, by the hashes of their identities: of a million no two have the same one, but for a chance of one in
    /// thirty million.
    contacts: ByHash<u64, u32>,
    identities: Identities,
    identity: String,
    names: ByHash<String, Arc<str>>,
    /// The first spelling of each name, by the hash of its identity.
    spelt: ByHash<u64, Arc<str>>,
    pub(super) nobody: Arc<str>,
}

impl Reader {
    pub(crate) fn new(
        layout: LogLayout,
        columns: Columns,
        exporters: Vec<&'static Exporter>,
        order: Option<DateFormat>,
        Survey { dates, durations, ends, .. }: Survey,
        table: &Table,
    ) -> Self {
        let kinds = Meanings::new(vec![(Kind::Cold, layout.cold_words.as_slice()), (Kind::Warm, &layout.warm_words)]);
        let of_outcomes = || {
            let named = [
                (Outcome::Set, layout.meeting_words.as_slice()),
                (Outcome::Refused, &layout.no_meeting_words),
                (Outcome::NotReached, &layout.not_reached_words),
                (Outcome::Open, &layout.open_words),
            ];
            Meanings::new(named.map(|(outcome, words)| (Said::Ends(Ending::Of(outcome)), words)).into())
        };
        let identities = Identities::of(columns.all(Role::Contact).iter().flat_map(|column| table.sampled(*column)));
        let endings = columns.all(Role::Outcome).iter().map(|_| of_outcomes()).collect();
        let tells_way = |cell| {
            way(&exporters, cell).is_some() || matches!(direction(&exporters, cell), Some("outgoing" | "incoming"))
        };
        let plain_name = |column: &usize| plain_word(&spaced(table.column_name(*column)));
        let tells_ways =
            columns.all(Role::Direction).iter().map(|column| table.sampled(*column).any(tells_way)).collect();
        Self {
            tells_ways,
            direction_names: columns.all(Role::Direction).iter().map(plain_name).collect(),
            kinds,
            endings,
            connectors: Connectors::of(table, columns.first(Role::Connector)),
            directions: columns.all(Role::Direction).iter().map(|_| Meanings::new(Vec::new())).collect(),
            answers: Meanings::new(Vec::new()),
            header_of_outcomes: columns.name(table, Role::Outcome).unwrap_or_default().to_owned(),
            layout,
            columns,
            exporters,
            order,
            has_swapped_dates: dates.swapped().is_some(),
            durations,
            ends,
            width: table.header().len(),
            contradicted: 0,
            closed: 0,
            overruled: 0,
            rejections: 0,
            of_standing: 0,
            untimed: 0,
            below: 0,
            dateless: 0,
            undone: 0,
            unmarked: 0,
            own: 0,
            cold_with_connector: 0,
            unread: Counts::new(),
            anonymous: None,
            unnamed: 0,
            last: (String::new(), None),
            contact: None,
            contacts: ByHash::default(),
            identities,
            identity: String::new(),
            names: ByHash::default(),
            spelt: ByHash::default(),
            nobody: "".into(),
        }
    }

    /// What a call is known by where it may stand there twice: its id, or the whole row.
    pub(crate) fn call_id(&self, row: &Row) -> Option<u64> {
        let Some(column) = self.columns.first(Role::CallId) else { return Some(row.hash()) };
        let id = row.cell(column);
        (!id.is_empty()).then(|| quick_hash(id.as_bytes()))
    }

    pub(crate) fn entry(&mut self, row: &Row) -> Result<Entry, NoCall> {
        if row.exceeds(self.width) {
            return self.mended(row);
        }
        let when = self.when(row);
        let has_own_day = !self.columns.fills[0] || !self.columns.cell(row, Role::Date).is_empty();
        self.footer(row, when.is_some() && has_own_day)?;
        self.direction(row)?;
        let (kind, connector) = self.kind(row)?;
        let outcome = self.outcome(row)?;
        let incident = self.incident(row, outcome)?;
        let names = self.names(row, outcome)?;
        let attempts = self.attempts(row)?;
        let is_below = self.ends.is_some_and(|ends| row.line > ends.line);
        self.below += u64::from(when.is_none() && is_below);
        let is_blank = || self.order.is_some() && self.columns.cell(row, Role::Date).is_empty();
        self.dateless += u64::from(when.is_none() && !is_below && is_blank());
        let month = when.map(|when| (when.day.year(), when.day.month()));
        let contact = self.columns.person(row, Role::Contact);
        if !(self.columns.fills[1] && contact.is_empty()) {
            self.unnamed += u64::from(contact.is_empty());
            self.contact = self.numbered(&contact);
        }
        let contact = self.contact;
        let caller = self.columns.cell(row, Role::Caller);
        let caller = self.shared(&caller);
        let call = LoggedCall { kind, outcome, incident };
        Ok(Entry { call, at: when.map(When::key), month, contact, caller, connector, names, attempts })
    }

    /// The number of a contact among those that were met; none for nobody, and for digits that a spreadsheet cut.
    fn numbered(&mut self, contact: &str) -> Option<u32> {
        if contact.is_empty() {
            return None;
        }
        self.identities.write(contact, &mut self.identity);
        let identity = quick_hash(self.identity.as_bytes());
        if let Some(number) = self.contacts.get(&identity) {
            return Some(*number);
        }
        if contact::is_rounded(contact) {
            return None;
        }
        if contact::is_nobody(contact) {
            self.anonymous.get_or_insert_with(|| (0, contact.to_owned())).0 += 1;
            return None;
        }
        let number = u32::try_from(self.contacts.len()).ok()?;
        self.contacts.insert(identity, number);
        Some(number)
    }

    /// A name in the spelling that was met first. Names are few, and rows many.
    pub(super) fn shared(&mut self, name: &str) -> Arc<str> {
        const MOST: usize = 10_000;
        if name.is_empty() {
            return self.nobody.clone();
        }
        if let Some(known) = self.names.get(name) {
            return known.clone();
        }
        self.identities.write(name, &mut self.identity);
        let identity = quick_hash(self.identity.as_bytes());
        let shared = self.spelt.get(&identity).cloned().unwrap_or_else(|| name.into());
        if self.names.len() < MOST {
            self.spelt.insert(identity, shared.clone());
            self.names.insert(name.to_owned(), shared.clone());
        }
        shared
    }

    fn when(&mut self, row: &Row) -> Option<When> {
        let order = self.order?;
        let text = self.columns.cell(row, Role::Date);
        let is_as_above = self.columns.fills[0] && text.is_empty();
        if text != self.last.0 && !is_as_above {
            let when = when::read(&text).and_then(|readings| readings.of(order));
            let is_swapped = self.has_swapped_dates && when::begins_with_a_year(&text);
            let when = when.map(|when| if is_swapped { when.swapped() } else { when });
            text.as_ref().clone_into(&mut self.last.0);
            self.last.1 = when;
        }
        let when = self.last.1?;
        let time = if self.columns.has(Role::Time) { self.columns.cell(row, Role::Time) } else { "".into() };
        Some(when.at(when::time_of_day(&time)))
    }

    /// Calls that came in or did not leave the house, and what is no call at all.
    fn direction(&mut self, row: &Row) -> Result<(), NoCall> {
        let exporters = &self.exporters;
        for (place, column) in self.columns.all(Role::Direction).iter().enumerate() {
            let text = row.cell(*column);
            if text.is_empty() {
                continue;
            }
            let asked = self.columns.asks_for_direction.filter(|(asked, _)| asked == column);
            let name = &self.direction_names[place];
            let begun = |text: &str| {
                let way = || way(exporters, text).filter(|_| self.tells_ways[place]);
                initiated(exporters, name, text).or_else(way)
            };
            let known = |text: &str| match asked {
                Some((_, is_incoming)) => {
                    let yes = known().meaning(exporters, "answer", &plain_word(text))? == "yes";
                    Some(if yes == is_incoming { "incoming" } else { "outgoing" })
                }
                None => Some(match direction(exporters, text) {
                    Some("call") if begun(text).is_some() => begun(text).unwrap_or(TAKEN_AS_OUTGOING),
                    Some("call") if self.tells_ways[place] && !is_whole(exporters, text) => TAKEN_AS_OUTGOING,
                    known => known.or_else(|| begun(text)).unwrap_or(TAKEN_AS_OUTGOING),
                }),
            };
            if let Some("incoming" | "internal" | "no call") = self.directions[place].of(&text, known) {
                let told = if asked.is_some() { "incoming".to_owned() } else { text.to_lowercase() };
                return Err(NoCall::Other(told));
            }
        }
        Ok(())
    }

    fn incident(&self, row: &Row, outcome: Outcome) -> Result<Option<LoggedIncident>, NoCall> {
        if !self.columns.has(Role::Incident) || outcome == Outcome::NotReached {
            return Ok(None);
        }
        let text = self.columns.cell(row, Role::Incident);
        let plain = plain_word(&text);
        let disliked = |response| LoggedIncident::Disliked { response };
        let unknown = |recovered| LoggedIncident::Unknown { recovered };
        let meaning =
            if plain.is_empty() { Some("none") } else { known().meaning(&self.exporters, "incident", &plain) };
        Ok(Some(match meaning {
            Some("none") => LoggedIncident::None,
            Some("recovered") => unknown(Some(true)),
            Some("unrecovered") => unknown(Some(false)),
            Some("unknown") => unknown(None),
            Some("disliked") => disliked(None),
            Some(key) if Response::ALL.iter().any(|response| response.key() == key) => {
                disliked(Response::ALL.into_iter().find(|response| response.key() == key))
            }
            _ => {
                let reason = Bilingual::new(|say| say.no_incident_word(&text));
                return Err(NoCall::Rejected(Some(Role::Incident), reason));
            }
        }))
    }

    /// A row without a number of attempts is none of a contact.
    fn attempts(&self, row: &Row) -> Result<Option<u32>, NoCall> {
        if !self.columns.has(Role::Attempts) {
            return Ok(None);
        }
        let text = self.columns.cell(row, Role::Attempts);
        let counted = text.parse().ok().filter(|attempts| (1..=AttemptTable::MAX_ATTEMPTS as u32).contains(attempts));
        let wrong = || NoCall::Rejected(Some(Role::Attempts), Bilingual::new(|say| say.no_attempts_number(&text)));
        counted.map(Some).ok_or_else(wrong)
    }

    /// Those of a meeting that was held, as far as the row says.
    fn names(&self, row: &Row, outcome: Outcome) -> Result<Option<u32>, NoCall> {
        let text = self.columns.cell(row, Role::Names);
        if text.is_empty() || !matches!(outcome, Outcome::Set | Outcome::Held) {
            return Ok(None);
        }
        let wrong = |_| NoCall::Rejected(Some(Role::Names), Bilingual::new(|say| say.no_names_number(&text)));
        text.parse().map(Some).map_err(wrong)
    }
}
