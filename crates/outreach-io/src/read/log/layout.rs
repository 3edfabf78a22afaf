//! How a call log is to be read.

use super::Role;

/// Where a call log says what, and what its words mean; [`LogLayout::default`] knows the usual names and words.
///
/// ```
/// use outreach_io::{LogLayout, Role};
///
/// let layout = LogLayout { meeting_words: vec!["rdv".to_owned()], ..LogLayout::default() }
///     .with_column(Role::Kind, "source");
/// assert_eq!(layout.column(Role::Kind), Some("source"));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub struct LogLayout {
    /// The names of the columns that were given, by [`Role`]; the others are looked for under their usual names.
    pub columns: [Option<String>; Role::ALL.len()],
    /// Column separator; detected unless named.
    pub delimiter: Option<u8>,
    /// The order of dates like 5/6/2026.
    pub date_format: Option<DateFormat>,
    /// Whether dates are left alone: the rows are taken in the order of the log.
    pub no_dates: bool,
    /// Whether the newest row comes first, where no column tells the time.
    pub newest_first: bool,
    /// This many lines above the header are left out; titles are recognised anyway.
    pub skip_lines: u64,
    /// The sheet of a workbook; the one that looks like a table of calls, where none is named.
    pub sheet: Option<String>,
    /// What the kind column says of cold calls.
    pub cold_words: Vec<String>,
    /// What it says of warm calls.
    pub warm_words: Vec<String>,
    /// What the outcome column says where a meeting was set.
    pub meeting_words: Vec<String>,
    /// What it says of conversations without a meeting.
    pub no_meeting_words: Vec<String>,
    /// What it says where the prospect was not reached.
    pub not_reached_words: Vec<String>,
    /// What it says of conversations that are to be continued.
    pub open_words: Vec<String>,
    /// In seconds: a call no longer than this reached nobody, unless a meeting was set; where the duration's column is
    /// named.
    pub talk_time: f64,
    /// Whether a rejected row is an error.
    pub strict: bool,
    /// Whether more than half of the rows may be rejected.
    pub allow_rejected: bool,
}

impl Default for LogLayout {
    fn default() -> Self {
        Self {
            columns: Default::default(),
            delimiter: None,
            date_format: None,
            no_dates: false,
            newest_first: false,
            skip_lines: 0,
            sheet: None,
            cold_words: Vec::new(),
            warm_words: Vec::new(),
            meeting_words: Vec::new(),
            no_meeting_words: Vec::new(),
            not_reached_words: Vec::new(),
            open_words: Vec::new(),
            talk_time: 30.0,
            strict: false,
            allow_rejected: false,
        }
    }
}

impl LogLayout {
    /// The same with the name of a column.
    #[must_use]
    pub fn with_column(mut self, role: Role, name: impl Into<String>) -> Self {
        self.columns[role as usize] = Some(name.into());
        self
    }

    /// The words that are named for the outcome column.
    pub(crate) fn outcome_words(&self) -> impl Iterator<Item = &String> {
        [&self.meeting_words, &self.no_meeting_words, &self.not_reached_words, &self.open_words].into_iter().flatten()
    }

    /// The name of a column that was told.
    pub fn column(&self, role: Role) -> Option<&str> {
        self.columns[role as usize].as_deref()
    }
}

/// The order of the parts of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateFormat {
    /// Day, month, year.
    Dmy,
    /// Month, day, year.
    Mdy,
    /// Year, month, day: a year of four digits in front is understood without being told.
    Ymd,
}
