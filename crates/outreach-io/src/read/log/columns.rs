//! Where a call log says what: the columns, by the names that exporters give them and by what stands in them.

use outreach::Outcome;

use super::LogLayout;
use crate::Result;
use crate::error::wrong_input;
use crate::read::table::{Row, Table};
use crate::read::vocabulary::{Ending, Exporter, known};
use crate::read::words::{letters, plain_word};
use crate::read::{durations, when};

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
    const LOOKED_FOR: [Self; 15] = [
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

    fn option(self) -> String {
        format!("--{}-column", self.key().replace(' ', "-"))
    }
}

/// The columns of a log: one for each role, several that tell how a call ended, the one that tells most first.
#[derive(Debug)]
pub(crate) struct Columns {
    of: [Vec<usize>; Role::ALL.len()],
    named: Vec<usize>,
    /// The outcomes' column was found by its words alone.
    pub(crate) by_its_words: bool,
    /// Columns of the header that nothing is read from.
    pub(crate) unused: Vec<String>,
}

impl Columns {
    pub(crate) fn find(table: &Table, layout: &LogLayout, exporters: &[&Exporter]) -> Result<Self> {
        let mut columns = Self { of: Default::default(), named: Vec::new(), by_its_words: false, unused: Vec::new() };
        for role in Role::ALL {
            if let Some(name) = layout.column(role) {
                let column = table.column(&role.option(), name)?;
                columns.of[role as usize] = vec![column];
                columns.named.push(column);
            }
        }
        let search = Search { table, layout, exporters };
        for role in Role::LOOKED_FOR {
            let no_dates = layout.no_dates && matches!(role, Role::Date | Role::Time);
            if columns.of[role as usize].is_empty() && !no_dates {
                let found = search.of(role, &columns);
                columns.of[role as usize] = found;
            }
        }
        if !columns.tells_an_end() {
            let by_words = (0..table.header().len()).filter(|column| !columns.is_used(*column));
            let best = by_words
                .filter(|column| search.endings(*column).is_some_and(|(known, kinds)| known >= 0.6 && kinds >= 2));
            if let Some(column) = best.max_by_key(|column| search.endings(*column).map(|(_, kinds)| kinds)) {
                columns.of[Role::Outcome as usize] = vec![column];
                columns.by_its_words = true;
            }
        }
        if !columns.tells_an_end() {
            return Err(wrong_input(format!(
                "{} has no column that tells how a call ended (--outcome-column names it); {}{}",
                table.name(),
                table.columns(),
                if table.header().len() < 2 {
                    "; --skip-lines and --delimiter help where the header was not found"
                } else {
                    ""
                }
            )));
        }
        let unused = (0..table.header().len()).filter(|column| !columns.is_used(*column));
        columns.unused =
            unused.map(|column| table.column_name(column).to_owned()).filter(|name| !name.is_empty()).collect();
        Ok(columns)
    }

    fn tells_an_end(&self) -> bool {
        [Role::Outcome, Role::Reached, Role::Held, Role::AnsweredAt, Role::Talk].into_iter().any(|role| self.has(role))
    }

    pub(crate) fn has(&self, role: Role) -> bool {
        !self.of[role as usize].is_empty()
    }

    pub(crate) fn all(&self, role: Role) -> &[usize] {
        &self.of[role as usize]
    }

    pub(crate) fn first(&self, role: Role) -> Option<usize> {
        self.of[role as usize].first().copied()
    }

    pub(crate) fn is_used(&self, column: usize) -> bool {
        self.of.iter().any(|columns| columns.contains(&column))
    }

    /// What a row says; nothing where the log has no such column.
    pub(crate) fn cell<'a>(&self, row: &'a Row, role: Role) -> std::borrow::Cow<'a, str> {
        self.first(role).map_or("".into(), |column| row.cell(column))
    }

    /// The name of the column with this role, if there is one.
    pub(crate) fn name<'a>(&self, table: &'a Table, role: Role) -> Option<&'a str> {
        self.first(role).map(|column| table.column_name(column))
    }

    /// The columns in use, by role.
    pub(crate) fn used(&self, table: &Table) -> Vec<(&'static str, Vec<String>)> {
        let names =
            |role: Role| self.all(role).iter().map(|column| table.column_name(*column).to_owned()).collect::<Vec<_>>();
        Role::ALL.into_iter().filter(|role| self.has(*role)).map(|role| (role.key(), names(role))).collect()
    }
}

struct Search<'a> {
    table: &'a Table,
    layout: &'a LogLayout,
    exporters: &'a [&'a Exporter],
}

impl Search<'_> {
    fn of(&self, role: Role, columns: &Columns) -> Vec<usize> {
        let header: Vec<_> = self.table.header().iter().map(|name| letters(name)).collect();
        let position = |name: &String| header.iter().position(|column| column == name);
        let mut named: Vec<usize> = known().columns(role.key()).iter().filter_map(position).collect();
        // The shortest lists of names come first, so that our own are found before those of exporters.
        if let Some(own) = position(&letters(role.key())) {
            named.insert(0, own);
        }
        named.retain(|column| !columns.is_used(*column));
        let mut seen = Vec::new();
        named.retain(|column| {
            !seen.contains(column) && {
                seen.push(*column);
                true
            }
        });
        match role {
            Role::Outcome => self.outcomes(named),
            Role::Date => self.date(named, columns),
            _ => named.into_iter().find(|column| self.is(role, *column, columns)).into_iter().collect(),
        }
    }

    fn filled(&self, column: usize) -> impl Iterator<Item = &str> {
        self.table
            .sample
            .iter()
            .filter_map(move |row| row.get(column))
            .map(String::as_str)
            .filter(|cell| !cell.is_empty())
    }

    /// The share of a column's cells for which something holds; 1 if there are none.
    fn share(&self, column: usize, holds: impl Fn(&str) -> bool) -> f64 {
        let (all, some) =
            self.filled(column).fold((0, 0), |(all, some), cell| (all + 1, some + usize::from(holds(cell))));
        if all == 0 { 1.0 } else { some as f64 / f64::from(all) }
    }

    fn says(&self, what: &'static str, cell: &str) -> bool {
        known().meaning(self.exporters, what, &plain_word(cell)).is_some()
    }

    fn is(&self, role: Role, column: usize, columns: &Columns) -> bool {
        match role {
            Role::Time => columns.has(Role::Date) && self.share(column, |cell| when::time_of_day(cell).is_some()) > 0.5,
            Role::Direction => self.share(column, |cell| direction(self.exporters, cell).is_some()) > 0.5,
            Role::Reached => {
                let answers = |cell: &str| {
                    self.says("answer", cell)
                        || matches!(
                            known().ending(self.exporters, cell),
                            Some(Ending::Of(Outcome::NotReached | Outcome::Answered))
                        )
                };
                self.share(column, answers) > 0.5 && self.filled(column).next().is_some()
            }
            Role::Held => {
                let known = |cell: &str| self.says("answer", cell) || known().ending(self.exporters, cell).is_some();
                self.share(column, known) > 0.5
            }
            Role::Kind => {
                let own = ["kind", "source kind", "call kind", "type de contact"]
                    .contains(&plain_word(self.table.column_name(column)).as_str());
                own || self.share(column, |cell| self.says("kind", cell)) > 0.5
            }
            Role::State => self.share(column, |cell| self.says("state", cell)) > 0.9,
            Role::Talk => self.share(column, |cell| durations::Durations::of_column("").seconds(cell).is_some()) > 0.9,
            Role::AnsweredAt => self.share(column, |cell| when::read(cell).is_some()) > 0.9,
            // A list of numbers is no list of people who recommend.
            Role::Connector => true,
            _ => {
                self.filled(column).next().is_some()
                    || self.table.sample.is_empty()
                    || matches!(role, Role::Incident | Role::Names)
            }
        }
    }

    fn date(&self, named: Vec<usize>, columns: &Columns) -> Vec<usize> {
        let share = |column: &usize| self.share(*column, |cell| when::read(cell).is_some());
        let is_date = |column: &usize| share(column) >= 0.5 && self.filled(*column).next().is_some();
        let is_first = |column: &usize| {
            let mut cells = self.filled(*column);
            cells.next().is_some()
        };
        if let Some(found) = named.iter().copied().find(|column| is_date(column)) {
            return vec![found];
        }
        let others =
            (0..self.table.header().len()).filter(|column| !columns.is_used(*column) && !named.contains(column));
        // Numbers may be anything.
        let is_dated = |column: &usize| {
            share(column) > 0.9 && self.filled(*column).all(|cell| cell.contains(['-', '/', ' ', ':']))
        };
        let by_cells = others.into_iter().find(|column| self.filled(*column).next().is_some() && is_dated(column));
        by_cells.or_else(|| named.into_iter().find(is_first)).into_iter().collect()
    }

    /// The share of a column's cells that are known as endings, and how many ways of ending there are among them.
    fn endings(&self, column: usize) -> Option<(f64, usize)> {
        let mut kinds = [false; 9];
        let named = |cell: &str| self.layout.outcome_words().any(|word| plain_word(word) == plain_word(cell));
        let (mut all, mut some) = (0_usize, 0_usize);
        for cell in self.filled(column) {
            all += 1;
            if let Some(ending) = known().ending(self.exporters, cell) {
                some += 1;
                kinds[match ending {
                    Ending::Of(outcome) => outcome as usize,
                    Ending::Planned => 8,
                }] = true;
            } else if named(cell) {
                some += 1;
                kinds[7] = true;
            }
        }
        let decisive = [Outcome::Refused, Outcome::Set, Outcome::NoShow, Outcome::Held, Outcome::Open];
        let weight = decisive.iter().filter(|outcome| kinds[**outcome as usize]).count() * 2
            + usize::from(kinds[Outcome::NotReached as usize])
            + usize::from(kinds[Outcome::Answered as usize])
            + usize::from(kinds[7]) * 2;
        (all > 0).then(|| (some as f64 / all as f64, weight))
    }

    /// All that tell how calls ended, the one that tells most first.
    fn outcomes(&self, named: Vec<usize>) -> Vec<usize> {
        let mut told: Vec<(usize, f64, usize)> = Vec::new();
        for &column in &named {
            if let Some((share, kinds)) = self.endings(column).filter(|(share, _)| *share >= 0.3) {
                told.push((column, share, kinds));
            }
        }
        if told.is_empty() {
            // Words that nobody knows are told as such; where there are none, the column is there all the same.
            return named.into_iter().take(1).collect();
        }
        told.sort_by_key(|(_, _, kinds)| std::cmp::Reverse(*kinds));
        let first = told[0].0;
        let is_state = |column: usize| self.share(column, |cell| self.says("state", cell)) > 0.9;
        // Yes and no tell whether somebody answered, where another column tells of meetings.
        let is_yes_or_no = |cell: &str| {
            let ending = known().ending(self.exporters, cell);
            self.says("answer", cell) && matches!(ending, Some(Ending::Of(Outcome::Set | Outcome::Refused)))
        };
        let says_yes_or_no = |column: usize| self.share(column, is_yes_or_no) > 0.9;
        told.retain(|(column, share, _)| {
            *column == first || *share >= 0.8 && !is_state(*column) && !says_yes_or_no(*column)
        });
        told.into_iter().map(|(column, ..)| column).collect()
    }
}

/// `outgoing`, `incoming`, `internal`, by the whole text or by one of its words: `Inbound - Missed`.
pub(crate) fn direction(exporters: &[&Exporter], text: &str) -> Option<&'static str> {
    let plain = plain_word(text);
    let whole = known().meaning(exporters, "direction", &plain);
    let words = || {
        plain.split(' ').filter(|word| word.len() > 1).filter_map(|word| known().meaning(exporters, "direction", word))
    };
    whole.or_else(|| words().find(|direction| *direction != "outgoing")).or_else(|| words().next())
}
