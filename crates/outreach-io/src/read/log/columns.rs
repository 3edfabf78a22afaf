//! Where a call log says what: a column, or several, for each role.

use std::ops::Deref;

use super::LogLayout;
use super::held::Held;
use super::role::{ByRole, Role};
use super::search::Search;
use crate::Result;
use crate::error::{Error, refused};
use crate::read::assumed::Assumed;
use crate::read::endings::Ending;
use crate::read::objects::parted;
use crate::read::rows::Rows;
use crate::read::table::{Row, Table};
use crate::read::vocabulary::{Exporter, known};
use crate::read::words::letters;

/// A column that says in yes or no whether a call ended as its name says.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tick {
    pub(crate) column: usize,
    pub(super) ending: Ending,
    /// Nothing but one word of yes stands in it: an empty cell is a no.
    pub(super) is_of_boxes: bool,
    /// It says whether a machine answered.
    pub(super) is_of_machines: bool,
}

/// The columns of a log: one for each role, several that tell how a call ended, the one that tells most first.
#[derive(Debug, Default)]
pub(crate) struct Columns {
    of: ByRole,
    named: Vec<usize>,
    /// The outcomes' column was found by its words alone.
    by_its_words: bool,
    /// The column that tells by yes and no whether a meeting was set.
    pub(crate) asks_for_meeting: Option<usize>,
    /// One that tells so of other meetings than those that the calls brought.
    pub(super) of_other_meetings: Option<usize>,
    /// Those that tell where the contact stands, and not what one call brought.
    pub(crate) standings: Vec<usize>,
    /// Those of the outcome's columns whose cells begin with numbers, most of them.
    pub(crate) numbered: Vec<usize>,
    /// Those that say yes in some cell, so that a letter may be a no.
    pub(crate) answers: Vec<usize>,
    /// Those that tell who was reached, and nothing of what they said.
    pub(crate) of_telephones: Vec<usize>,
    /// Some words of the outcome's columns are of plans.
    pub(crate) has_plans: bool,
    /// The column that tells by yes and no whether the call came in (true) or went out.
    pub(crate) asks_for_direction: Option<(usize, bool)>,
    /// Those of the outcome's columns that say in yes or no whether a call ended as their names say.
    pub(crate) ticks: Vec<Tick>,
    /// The column that tells calls from other rows, by its words alone.
    calls_by_words: Option<usize>,
    /// The column that tells who was reached, or nothing but who agreed, by signs in boxes: an empty one is a no.
    pub(crate) boxes: Option<usize>,
    /// The column of states, if it has a sign for calls that were made, and nothing for others.
    pub(crate) state_boxes: Option<usize>,
    /// Endings that tell no more than a form does, in rows that are not made.
    pub(crate) defaults: Vec<Ending>,
    /// Further columns of contacts, where each row has one in one column alone: `Contact` and `Lead`.
    other_contacts: Vec<usize>,
    /// Contacts of calls that have a day are no numbers.
    pub(crate) names_are_words: bool,
    /// Blank cells of the dates and of the contacts stand for what is above them.
    pub(crate) fills: [bool; 2],
    /// One that is named as meetings held are, and says yes beside calls that nobody answered.
    held_of_calls: Option<usize>,
    /// How the column of meetings that were held is read.
    pub(crate) held: Held,
    /// Columns of the header that nothing is read from.
    unused: Vec<String>,
    /// What may be meant otherwise than it was taken.
    doubts: Vec<Assumed>,
    /// Those some of whose words say that a machine answered, beside one that says that somebody did.
    pub(super) machines: Vec<usize>,
    /// Columns of one name but for a number, each of another call of its row; the first one is among the outcome's.
    pub(crate) series: Vec<usize>,
}

impl Deref for Columns {
    type Target = ByRole;

    fn deref(&self) -> &ByRole {
        &self.of
    }
}

/// No column says how calls ended, but perhaps one of yes and no does.
fn no_outcome_column(table: &Table, yes_or_no: Option<usize>, counts: Option<usize>) -> Error {
    refused(|say| {
        let hint = match (counts, yes_or_no) {
            (Some(column), _) => say.or_counts(table.column_name(column)),
            (_, Some(column)) => say.or_yes(table.column_name(column)),
            _ if table.header().len() < 2 => say.or_layout(),
            _ => String::new(),
        };
        say.no_outcome_column(table.name(), table.columns(say)) + &hint
    })
}

impl Columns {
    pub(crate) fn find(table: &Table, layout: &LogLayout, exporters: &[&Exporter]) -> Result<Self> {
        let mut columns = Self::default();
        for role in Role::ALL {
            if let Some(name) = layout.column(role) {
                let column = table.column(&role.option(), name)?;
                columns.of.0[role as usize] = vec![column];
                columns.named.push(column);
            }
        }
        let search = Search { table, layout, exporters };
        if !columns.has(Role::Direction) {
            columns.asks_for_direction = search.asks_for_direction(&columns);
            columns.of.0[Role::Direction as usize] =
                columns.asks_for_direction.iter().map(|(column, _)| *column).collect();
        }
        for role in Role::LOOKED_FOR {
            let no_dates = layout.no_dates && matches!(role, Role::Date | Role::Time);
            if columns.of.0[role as usize].is_empty() && !no_dates {
                let found = search.of(role, &columns);
                columns.of.0[role as usize] = found;
            }
        }
        let of_letters = columns.first(Role::Reached).filter(|column| search.is_of_letters(*column, &columns));
        if of_letters.is_some() && layout.column(Role::Reached).is_none() {
            columns.of.0[Role::Reached as usize].clear();
        }
        columns.other_contacts = search.other_persons(&columns);
        columns.of.0[Role::Contact as usize].extend(&columns.other_contacts);
        if !columns.has(Role::Outcome)
            && [Role::Reached, Role::AnsweredAt, Role::Talk].iter().any(|role| columns.has(*role))
        {
            columns.of.0[Role::Outcome as usize] = search.meetings(&columns).into_iter().collect();
        }
        if !columns.tells_an_end()
            && let Some(column) = search.outcome_by_words(&columns)
        {
            columns.of.0[Role::Outcome as usize] = vec![column];
            columns.by_its_words = true;
        }
        if layout.column(Role::Outcome).is_none() {
            columns.series = search.series(columns.all(Role::Outcome));
            let (used, series) = (&mut columns.of.0[Role::Outcome as usize], &columns.series);
            used.retain(|column| !series.contains(column));
            used.splice(0..0, series.first().copied());
        }
        if !columns.has(Role::Direction) {
            columns.of.0[Role::Direction as usize] = search.direction_by_words(&columns).into_iter().collect();
        }
        if let Some(column) = search.calls_by_words(&columns) {
            columns.of.0[Role::Direction as usize].push(column);
            columns.calls_by_words = Some(column);
        }
        if layout.column(Role::Held).is_none()
            && columns.first(Role::Held).is_some_and(|held| search.is_of_calls(held, &columns))
        {
            columns.held_of_calls = columns.of.0[Role::Held as usize].pop();
            if !columns.has(Role::State) {
                // `Done`: yes and no; blank cells tell nothing.
                let tells = |column: &usize| search.is_state(*column) && !search.is_of_boxes(*column);
                columns.of.0[Role::State as usize] = columns.held_of_calls.into_iter().filter(tells).collect();
            }
        }
        if !columns.has(Role::Held) && columns.has(Role::Outcome) {
            columns.of.0[Role::Held as usize] =
                search.absence(&columns).or_else(|| search.held_by_words(&columns)).into_iter().collect();
        }
        columns.held = search.held(&columns);
        columns.machines = search.machines(&columns);
        columns.ticks = search.ticks(&columns);
        columns.of.0[Role::Outcome as usize].extend(columns.ticks.iter().map(|tick| tick.column));
        let tells_an_end = columns.tells_an_end();
        let is_found = |column: usize| columns.is_used(column) && !columns.named.contains(&column);
        let mut all = 0..table.header().len();
        if all.any(|column| (is_found(column) || !tells_an_end) && search.is_headless(column)) {
            return Err(refused(|say| say.no_header(table.name())));
        }
        if !tells_an_end {
            return Err(no_outcome_column(table, search.yes_or_no(&columns), search.counts(&columns)));
        }
        columns.look_at(&search);
        columns.doubts = columns.doubted(&search);
        let is_read = |column: &usize| columns.series.contains(column) || columns.machines.contains(column);
        let is_free = |column: &usize| !columns.is_used(*column) && !is_read(column);
        let unused = (0..table.header().len()).filter(is_free);
        columns.unused =
            unused.map(|column| table.column_name(column).to_owned()).filter(|name| !name.is_empty()).collect();
        Ok(columns)
    }

    /// How the columns that were found are to be read.
    fn look_at(&mut self, search: &Search) {
        let alone = || {
            <[usize; 1]>::try_from(self.all(Role::Outcome)).ok().filter(|_| self.has_endings()).map(|[column]| column)
        };
        self.boxes = self.first(Role::Reached).or_else(alone).filter(|column| search.is_of_boxes(*column));
        self.state_boxes = self.first(Role::State).filter(|column| search.is_of_boxes(*column));
        self.defaults = search.defaults(self);
        self.fills = [search.fills_dates(self), self.other_contacts.is_empty() && search.fills_contacts(self)];
        self.names_are_words = search.names_are_words(self);
        self.of_other_meetings = search.of_other_meetings(self);
        self.asks_for_meeting = self.all(Role::Outcome).iter().copied().find(|column| search.asks_for_meeting(*column));
        self.standings = search.standings(self);
        let begins = |cell: &str| cell.starts_with(|letter: char| letter.is_ascii_digit());
        let outcomes = self.all(Role::Outcome).iter().copied();
        self.numbered = outcomes.filter(|column| search.share(*column, begins) > 0.5).collect();
        let outcomes = self.all(Role::Outcome).to_vec();
        let says_yes = |column: &usize| search.filled(*column).any(|cell| search.is_yes(cell));
        self.answers = outcomes.iter().copied().filter(says_yes).collect();
        self.of_telephones = outcomes.into_iter().filter(|column| search.is_of_telephones(*column)).collect();
        self.has_plans = search.has_plans(self);
    }

    /// What may be meant otherwise than it was taken.
    fn doubted(&self, search: &Search) -> Vec<Assumed> {
        let name = |column: usize| search.table.column_name(column).to_owned();
        let names = |columns: &[usize]| columns.iter().copied().map(name).collect::<Vec<_>>();
        let mut doubts = Vec::new();
        if !self.has(Role::Direction) {
            let contact = self.first(Role::Contact).map(name).unwrap_or_default();
            let own = search.own_number(self).map(|(column, number)| (name(column), number));
            doubts.extend(own.map(|(column, number)| Assumed::BothWays(contact, column, number)));
            let unknown = search.unknown_direction(self);
            doubts.extend(unknown.map(|column| Assumed::UnknownDirection(name(column), search.words(column))));
        }
        if !self.has(Role::Kind) && !self.has(Role::Connector) {
            doubts.push(Assumed::AllCold(
                search.kinds_by_words(self).or_else(|| search.kinds_in_outcomes(self)).map(name),
            ));
        }
        let of_any = |column: &usize| !self.named.contains(column) && !search.is_of_meetings(*column);
        doubts.extend(self.asks_for_meeting.filter(of_any).map(name).map(Assumed::Ticked));
        let ways = search.ways(self).filter(|(column, _)| !self.named.contains(column));
        doubts.extend(ways.map(|(column, words)| Assumed::Ways(name(column), words)));
        if let [contact] = *self.all(Role::Contact)
            && !self.named.contains(&contact)
        {
            if search.is_coarse(contact) {
                doubts.push(Assumed::Coarse(name(contact)));
            } else if !search.is_of_addresses(contact) {
                let beside = search.namesakes(self, contact);
                doubts.extend(beside.map(|beside| Assumed::Namesakes(name(contact), name(beside))));
            }
        }
        let kinds = search.other_kinds(self);
        doubts.extend(kinds.map(|(kind, other)| Assumed::OtherKinds(name(kind), name(other))));
        let held = search.unused_held(self);
        doubts.extend(held.map(name).map(Assumed::HeldUnused));
        doubts.extend(search.counts(self).map(name).map(Assumed::Counts));
        doubts.extend(search.zones(self).map(|column| Assumed::Zones(name(column), search.words(column))));
        let mut outcomes = [search.unused_outcomes(self), search.unused_meetings(self)].concat();
        outcomes.retain(|column| !self.series.contains(column) && held != Some(*column));
        let mut answers = search.unused_answers(self);
        answers.retain(|column| !outcomes.contains(column));
        if !outcomes.is_empty() {
            doubts.push(Assumed::UnusedOutcomes(names(&outcomes)));
        }
        if !answers.is_empty() {
            doubts.push(Assumed::UnusedAnswers(names(&answers)));
        }
        doubts
    }

    /// What is said of them.
    pub(crate) fn found(&self, table: &Table) -> Rows {
        let mut rows = Rows {
            columns: self.used(table),
            unused: self.unused.clone(),
            assumed: self.doubts.clone(),
            ..Rows::default()
        };
        let name = |role| self.name(table, role).unwrap_or_default().to_owned();
        if self.by_its_words && self.series.is_empty() {
            rows.assume(Assumed::Outcomes(name(Role::Outcome)));
        }
        if let Some(column) = self.calls_by_words {
            rows.assume(Assumed::Calls(table.column_name(column).to_owned()));
        }
        if !self.machines.is_empty() {
            let names = self.machines.iter().map(|column| table.column_name(*column).to_owned());
            rows.assume(Assumed::Machines(names.collect()));
        }
        if self.held.is_denial {
            rows.assume(Assumed::Missed(name(Role::Held)));
        }
        rows.assumed
            .extend(self.held_of_calls.map(|column| Assumed::HeldOfCalls(table.column_name(column).to_owned())));
        if self.has_unnamed_date(table) {
            rows.assume(Assumed::Dates(name(Role::Date)));
        }
        for (fills, role) in self.fills.into_iter().zip([Role::Date, Role::Contact]) {
            if fills {
                rows.assume(Assumed::Filled(name(role)));
            }
        }
        if !self.series.is_empty() {
            let names = self.series.iter().map(|column| table.column_name(*column).to_owned());
            rows.assume(Assumed::Series(names.collect()));
        }
        if let Some(column) = self.boxes {
            rows.assume(Assumed::Boxes(table.column_name(column).to_owned()));
        }
        rows
    }

    /// Whether the column of dates was found by its cells alone.
    fn has_unnamed_date(&self, table: &Table) -> bool {
        let names = known().columns(Role::Date.key());
        let is_named = |column| {
            let name = table.column_name(column);
            let bare = parted(name).is_some_and(|(rest, _)| names.contains(&letters(rest)));
            self.named.contains(&column) || bare || names.contains(&letters(name))
        };
        self.first(Role::Date).is_some_and(|column| !is_named(column))
    }

    fn tells_an_end(&self) -> bool {
        [Role::Outcome, Role::Reached, Role::Held, Role::AnsweredAt, Role::Talk].into_iter().any(|role| self.has(role))
    }

    /// Whether a column tells in words, or of meetings in yes and no, how calls ended.
    pub(crate) fn has_endings(&self) -> bool {
        self.all(Role::Outcome).len() > self.ticks.len()
    }

    /// What tells calls apart: the column that was named, or one that is named as ids of calls are.
    pub(crate) fn id_column(&self, table: &Table) -> Option<usize> {
        let names = known().columns(Role::CallId.key());
        let is_one = |column: &usize| !self.is_used(*column) && names.contains(&letters(table.column_name(*column)));
        self.first(Role::CallId).or_else(|| (0..table.header().len()).find(is_one))
    }

    /// A column that may tell the order of the rows by its numbers or times of day, or by their weeks or months (true), where none tells
    /// the day.
    pub(crate) fn numbering(&self, table: &Table) -> Option<(usize, bool)> {
        let name = |column: usize| letters(table.column_name(column));
        let of = |role: &str| {
            let is_one = |column: &usize| {
                let is_number = role == "number" && table.column_name(*column) == "#";
                !self.is_used(*column) && (is_number || known().columns(role).contains(&name(*column)))
            };
            Some(((0..table.header().len()).find(is_one)?, role == "period"))
        };
        let roles = ["number", Role::CallId.key(), Role::Time.key(), "period"];
        roles.into_iter().find_map(of).filter(|_| !self.has(Role::Date))
    }

    /// What a row says; nothing where the log has no such column.
    pub(crate) fn cell<'a>(&self, row: &'a Row, role: Role) -> std::borrow::Cow<'a, str> {
        self.first(role).map_or("".into(), |column| row.cell(column))
    }

    /// The name of a person, which may stand in several columns.
    pub(crate) fn person<'a>(&self, row: &'a Row, role: Role) -> std::borrow::Cow<'a, str> {
        match self.all(role) {
            [] | [_] => self.cell(row, role),
            columns if role == Role::Contact && !self.other_contacts.is_empty() => {
                columns.iter().map(|column| row.cell(*column)).find(|cell| !cell.is_empty()).unwrap_or_default()
            }
            columns => {
                let cells: Vec<_> = columns.iter().map(|column| row.cell(*column)).collect();
                cells.join(" ").trim().to_owned().into()
            }
        }
    }

    /// The name of the column with this role, if there is one.
    pub(crate) fn name<'a>(&self, table: &'a Table, role: Role) -> Option<&'a str> {
        self.first(role).map(|column| table.column_name(column))
    }

    /// The columns in use, by role.
    fn used(&self, table: &Table) -> Vec<(&'static str, Vec<String>)> {
        let further = |role| self.series.iter().skip(1).filter(move |_| role == Role::Outcome);
        let names = |role: Role| {
            let all = self.all(role).iter().chain(further(role));
            all.map(|column| table.column_name(*column).to_owned()).collect::<Vec<_>>()
        };
        Role::ALL.into_iter().filter(|role| self.has(*role)).map(|role| (role.key(), names(role))).collect()
    }
}
