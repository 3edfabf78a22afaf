//! Call logs: rows of a table, each as the call that it tells of.

mod attendance;
mod columns;
mod connector;
pub(crate) mod contact;
mod direction;
mod ending;
mod fills;
mod footer;
mod held;
mod hidden;
mod history;
mod kinds;
mod layout;
mod met;
pub(crate) mod names;
mod order;
mod outcomes;
mod role;
mod row;
mod runs;
mod search;
mod series;
mod survey;
mod talk;
mod ticks;

pub(crate) use self::columns::Columns;

pub use self::layout::{DateFormat, LogLayout};
pub use self::role::Role;
pub(crate) use self::row::TAKEN_AS_OUTGOING;
pub(crate) use self::search::is_of_another;

use std::sync::Arc;

use outreach::LoggedCall;

use self::history::History;
use self::order::Order;
use self::row::{NoCall, Reader};
use self::runs::Runs;
use self::survey::Survey;
use crate::Language;
use crate::error::{Result, refused};
use crate::language::Bilingual;
use crate::read::Source;
use crate::read::assumed::Assumed;
use crate::read::hashes::Hashes;
use crate::read::rows::{AGAIN, FOOTER, Rows};
use crate::read::table::{Layout, Table};
use crate::read::vocabulary::known;
use crate::read::when::Sequence;

/// A call log that is being read. Its table is read twice, once for the dates, units and doubles of whole columns and once
/// for its rows. Memory does not grow with the rows of a log in the order of its calls; another one is held as calls, about
/// 110 bytes each, and sorted.
#[derive(Debug)]
pub struct CallLog {
    table: Table,
    header: Vec<String>,
    reader: Reader,
    rows: Rows,
    order: Order,
    runs: Runs,
    /// The calls that are left of a log that had to be sorted, the next one last.
    sorted: Option<Vec<Entry>>,
    /// What was met of rows that stand there twice; `None` where they are counted.
    met: Option<Hashes>,
    /// Rows that stand there again, word for word, and are counted.
    doubles: u64,
    history: History,
    /// Further calls of the last row, the next one last.
    beside: Vec<Entry>,
}

/// One call of a log. What the log does not tell is empty.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) call: LoggedCall,
    /// Seconds since 1970.
    at: Option<i64>,
    /// Year and month.
    pub(crate) month: Option<(i32, u32)>,
    /// The number of the contact, where the log tells contacts apart.
    pub(crate) contact: Option<u32>,
    pub(crate) caller: Arc<str>,
    pub(crate) connector: Arc<str>,
    pub(crate) names: Option<u32>,
    /// Where rows are contacts.
    pub(crate) attempts: Option<u32>,
}

impl CallLog {
    /// Begins to read a table with a header; `name` is what errors call it.
    ///
    /// # Errors
    /// For a source that is no table or cannot be read, and for columns that are not there.
    pub fn read(name: impl Into<String>, source: impl Source + 'static, layout: LogLayout) -> Result<Self> {
        let time = layout.talk_time;
        if !(time >= 0.0 && time.is_finite()) {
            return Err(refused(|say| say.no_talk_time_limit(time)));
        }
        let of_table =
            Layout { delimiter: layout.delimiter, skip_lines: layout.skip_lines, sheet: layout.sheet.as_deref() };
        let mut table = Table::read(name, source, of_table)?;
        let exporters = known().exporters(table.header(), &table.sample);
        let columns = Columns::find(&table, &layout, &exporters)?;
        let mut survey = Survey::of(&mut table, &columns)?;
        let mut rows = columns.found(&table);
        if table.titles > layout.skip_lines {
            rows.assume(Assumed::Titles(table.titles));
        }
        if let Some(((contacts, example), column)) = survey.rounded.clone().zip(columns.name(&table, Role::Contact)) {
            rows.assume(Assumed::Rounded(contacts, column.to_owned(), example));
        }
        if let Some(name) = columns.name(&table, Role::Duration) {
            let named = survey.durations.is_named();
            for unit in survey.durations.settle(time).into_iter().filter(|_| !named) {
                rows.assume(Assumed::Unit(name.to_owned(), unit));
            }
            let longest = survey.durations.longest();
            if longest > 0.0 && longest <= time {
                rows.assume(Assumed::AllShort(name.to_owned(), longest, time));
            }
        }
        let order = Order::settle(&layout, columns.name(&table, Role::Date), &survey, &mut rows);
        let id_column = columns.id_column(&table);
        let (mut met, mut doubles) = (None, 0);
        if layout.column(Role::CallId).is_some() || survey.doubles > 0 && id_column.is_some() {
            met = Some(Hashes::default());
        }
        if let Some(column) = id_column.filter(|_| !columns.has(Role::CallId) && survey.ids_again > survey.doubles) {
            rows.assume(Assumed::IdsAgain(survey.ids_again - survey.doubles, table.column_name(column).to_owned()));
        } else if met.is_none() && survey.doubles > 0 && columns.has(Role::Contact) && columns.has(Role::Date) {
            doubles = survey.doubles;
            rows.assume(Assumed::CallsAgain(doubles));
        }
        let reader = Reader::new(layout, columns, exporters, order.of_dates, survey, &table);
        Ok(Self {
            header: table.header().to_vec(),
            table,
            reader,
            rows,
            order,
            runs: Runs::default(),
            sorted: None,
            met,
            doubles,
            history: History::default(),
            beside: Vec::new(),
        })
    }

    pub(crate) fn name(&self) -> &str {
        self.table.name()
    }

    /// Whether rows are contacts, after this many attempts.
    pub(crate) fn is_of_contacts(&self) -> bool {
        self.reader.columns.has(Role::Attempts)
    }

    /// Whether a column tells prospects apart.
    pub(crate) fn tells_contacts(&self) -> bool {
        self.reader.columns.has(Role::Contact)
    }

    /// The next call, in the order of time where it is known. Rows that are none are counted.
    pub(crate) fn next(&mut self) -> Result<Option<Entry>> {
        let next = self.next_in_time()?;
        if let Some(entry) = &next {
            self.history.add(entry);
        }
        Ok(next)
    }

    fn next_in_time(&mut self) -> Result<Option<Entry>> {
        if self.order.of_rows == Sequence::OldestFirst {
            return self.next_row();
        }
        if self.sorted.is_none() {
            let mut entries = Vec::new();
            while let Some(entry) = self.next_row()? {
                entries.push(entry);
            }
            if self.order.of_rows == Sequence::Mixed {
                let mut last = i64::MIN;
                // A row without a time stays behind the one before it.
                for entry in &mut entries {
                    last = *entry.at.get_or_insert(last);
                }
                // Of the same moment the newest row comes first, if that was told.
                if self.reader.layout.newest_first {
                    entries.reverse();
                }
                entries.sort_by_key(|entry| entry.at);
                entries.reverse();
            }
            self.sorted = Some(entries);
        }
        Ok(self.sorted.as_mut().and_then(Vec::pop))
    }

    fn next_row(&mut self) -> Result<Option<Entry>> {
        if let Some(entry) = self.beside.pop() {
            self.runs.add(entry.call.outcome);
            return Ok(Some(entry));
        }
        let delimiter = self.table.delimiter();
        while let Some(row) = self.table.next()? {
            if row.is_blank() {
                continue;
            }
            self.rows.read += 1;
            let line = row.line;
            // The header again, as on the pages of a report.
            if row.is(&self.header) {
                self.rows.other(FOOTER.to_owned());
                continue;
            }
            let swallowed = self.reader.swallowed(&row, delimiter);
            if swallowed > 0 {
                self.rows.reject(line, None, Bilingual::new(|say| say.rows_swallowed(swallowed)));
                continue;
            }
            if let Some(met) = &mut self.met {
                let id = self.reader.call_id(&row);
                if id.is_some_and(|id| !met.insert(id)) {
                    self.rows.other(AGAIN.to_owned());
                    continue;
                }
            }
            let entry = self.reader.entry(&row);
            let mut further = Vec::new();
            if let Ok(first) = &entry {
                for column in self.reader.columns.series.iter().skip(1).copied().collect::<Vec<_>>() {
                    further.extend(self.reader.beside(&row, column, first).map(|call| (column, call)));
                }
            }
            let column = |role| self.reader.columns.name(&self.table, role);
            match entry {
                Ok(entry) => {
                    self.runs.add(entry.call.outcome);
                    if further.is_empty() {
                        return Ok(Some(entry));
                    }
                    return Ok(Some(self.with_further(line, entry, further)));
                }
                Err(NoCall::Other(kind)) => self.rows.other(kind),
                // The header again, with further columns.
                Err(NoCall::UnknownOutcome(word)) if column(Role::Outcome) == Some(&*word) => {
                    self.rows.other(FOOTER.to_owned());
                }
                Err(NoCall::UnknownOutcome(word)) => self.rows.unknown_outcome(line, column(Role::Outcome), word),
                Err(NoCall::Rejected(Some(role), reason)) => self.rows.reject(line, column(role), reason),
                Err(NoCall::Rejected(None, reason)) => self.rows.reject(line, None, reason),
            }
        }
        Ok(None)
    }

    /// What became of the rows, once all were read.
    ///
    /// # Errors
    /// For rows that were rejected where none may be, and for a log without any call.
    pub(crate) fn finish(mut self) -> Result<Rows> {
        self.rows.assumed.extend(self.table.latin1().map(Assumed::Latin1));
        self.rows.words = self.reader.words(&self.table);
        self.rows.doubt_unmet(self.reader.unmet());
        let doubts = self.reader.doubts(&self.table);
        self.rows.assumed.extend(doubts);
        let tells_kinds = [Role::Kind, Role::Connector].map(|role| self.reader.columns.has(role));
        if tells_kinds == [false, true] && self.reader.connectors.is_empty() {
            self.rows.assume(Assumed::AllCold(None));
        }
        if let Some((rows, day)) = self.history.far_away() {
            let column = self.reader.columns.name(&self.table, Role::Date).unwrap_or_default();
            self.rows.assume(Assumed::Far(rows, column.to_owned(), day));
        }
        let again = self.history.again().saturating_sub(self.doubles);
        if 50 * again > self.rows.read {
            self.rows.assume(Assumed::SameMinute(again));
        }
        let has_held = self.reader.columns.has(Role::Held);
        self.rows.assumed.extend(self.history.meetings_again(has_held).map(Assumed::MetAgain));
        self.rows.assumed.extend(self.reader.vague(&self.table));
        if self.reader.layout.meeting_words.is_empty() {
            self.rows.doubt_successes();
        }
        let column = self.reader.columns.name(&self.table, Role::Outcome).unwrap_or_default();
        self.rows.doubt(column, self.reader.unread.clone(), Assumed::Unread);
        self.rows.assumed.extend(self.reader.hidden_meetings(&self.table, &self.runs, &self.rows));
        if self.reader.layout.cold_words.is_empty() && self.reader.layout.warm_words.is_empty() {
            if !self.reader.columns.has(Role::Connector) {
                self.rows.doubt_channels();
            }
            let column = self.reader.columns.name(&self.table, Role::Kind).unwrap_or_default();
            self.rows.doubt(column, self.reader.kinds.unknown(), Assumed::UnknownKinds);
        }
        if let Some(column) = self.reader.columns.name(&self.table, Role::Contact)
            && 10 * self.reader.unnamed > self.rows.used()
        {
            self.rows.assume(Assumed::Unnamed(self.reader.unnamed, column.to_owned()));
        }
        if self.order.is_timeless && self.runs.are_sorted() {
            self.rows.assume(Assumed::ByOutcome);
        }
        if ![Role::Contact, Role::Attempts].iter().any(|role| self.reader.columns.has(*role)) {
            self.rows.doubt_contacts();
        }
        let name = self.table.name();
        self.rows.check(name, self.reader.layout.strict, self.reader.layout.allow_rejected)?;
        if self.rows.used() > 0 {
            return Ok(self.rows);
        }
        let why = |say: Language| match (self.rows.read, self.rows.rejected) {
            (0, _) => say.no_rows(),
            (_, 0) => say.rows_of_other_kinds(self.rows.describe_others(say)),
            _ => self.rows.describe(say),
        };
        Err(refused(|say| say.no_call_at_all(name, why(say))))
    }
}
