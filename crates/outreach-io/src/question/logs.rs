//! The fields of questions about call logs.

use std::io::Cursor;

use indexmap::IndexMap;
use outreach::{Kind, Preset};
use serde::{Deserialize, Serialize};

use super::settings::{of_field, wrong};
use super::{Files, Watch};
use crate::ask::{BacktestQuestion, CalibrateQuestion};
use crate::error::{Error, Fault, Reason, Result};
use crate::read::{CallLog, DateFormat, LogLayout, Role, Source};
use crate::{Backtested, Calibrated};

/// A call log, and how it is read.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemas", schemars(extend("oneOf" = one_table(), "not" = both_of_rejected())))]
#[serde(default, deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is a field of its own")]
pub struct LogTable {
    /// A file with a header and one call per row: CSV (as .gz too), .xlsx, .xls or .ods.
    pub file: Option<String>,
    /// The table itself as CSV, instead of a file.
    pub text: Option<String>,
    /// The names of columns that are not the usual ones, by what they say: date, kind, outcome, reached, duration, contact,
    /// caller, connector, incident, names, held, direction, time, call id, attempts.
    #[cfg_attr(feature = "schemas", schemars(extend("propertyNames" = serde_json::json!({ "enum": Role::ALL.map(Role::key) }))))]
    pub columns: IndexMap<String, String>,
    /// The order of dates like 5/6/2026, where no date of the column tells it.
    #[cfg_attr(feature = "schemas", schemars(extend("enum" = ["dmy", "mdy", null])))]
    pub date_format: Option<String>,
    /// Leaves dates alone: the rows are taken in the order of the log.
    pub no_dates: bool,
    /// The newest row comes first, where no column has the time of the calls.
    pub newest_first: bool,
    /// What the kind column says of cold calls; cold and words like it unless set.
    pub cold_values: Vec<String>,
    /// What it says of warm calls; warm, referral, introduction and words like them unless set.
    pub warm_values: Vec<String>,
    /// What the outcome column says where a meeting was set, beside the words that are known.
    pub meeting_values: Vec<String>,
    /// What it says of conversations without a meeting, beside the words that are known.
    pub no_meeting_values: Vec<String>,
    /// What it says where the prospect was not reached, beside the words that are known.
    pub not_reached_values: Vec<String>,
    /// What it says of conversations that are to be continued, beside the words that are known.
    pub open_values: Vec<String>,
    /// A call of at most this many seconds reached nobody, unless a meeting was set: 30 unless set, where the column `duration` is
    /// named.
    #[cfg_attr(feature = "schemas", schemars(range(min = 0)))]
    pub talk_time: Option<f64>,
    /// Column separator; detected unless set.
    #[cfg_attr(feature = "schemas", schemars(extend("pattern" = DELIMITER)))]
    pub delimiter: Option<String>,
    /// Leaves out this many lines above the header; titles are found without it.
    pub skip_lines: Option<u64>,
    /// The sheet of a workbook; the one that looks like a call log unless set.
    pub sheet: Option<String>,
    /// Rejected rows are an error, and there is no answer.
    pub strict: bool,
    /// Answers though more than half of the rows are rejected.
    pub allow_rejected: bool,
}

impl LogTable {
    fn open(&self, files: &dyn Files) -> Result<CallLog> {
        let layout = self.layout()?;
        let (name, source) = table(self.file.as_deref(), self.text.as_deref(), "log", files)?;
        CallLog::read(name, source, layout)
    }

    fn layout(&self) -> Result<LogLayout> {
        let date_format = match self.date_format.as_deref() {
            None => None,
            Some("dmy") => Some(DateFormat::Dmy),
            Some("mdy") => Some(DateFormat::Mdy),
            Some(other) => return Err(wrong("log.date_format", other, "dmy or mdy")),
        };
        exclusive(self.strict, self.allow_rejected, "log")?;
        let named = |role: Role| self.columns.keys().any(|key| key == role.key());
        if self.no_dates && named(Role::Date) {
            return Err(wrong("log.no_dates", "true", "accepted where the column date is named: leave one out"));
        }
        if let Some(seconds) = self.talk_time.filter(|_| !named(Role::Duration)) {
            let accepted = "accepted unless log.columns names the column `duration`";
            return Err(wrong("log.talk_time", &seconds.to_string(), accepted));
        }
        if let Some(seconds) = self.talk_time.filter(|seconds| *seconds < 0.0) {
            return Err(wrong("log.talk_time", &seconds.to_string(), "a number of seconds (0 or more)"));
        }
        let usual = LogLayout::default();
        let mut layout = LogLayout {
            delimiter: delimiter(self.delimiter.as_deref(), "log")?,
            date_format,
            no_dates: self.no_dates,
            newest_first: self.newest_first,
            skip_lines: self.skip_lines.unwrap_or_default(),
            sheet: self.sheet.clone(),
            cold_words: self.cold_values.clone(),
            warm_words: self.warm_values.clone(),
            meeting_words: self.meeting_values.clone(),
            no_meeting_words: self.no_meeting_values.clone(),
            not_reached_words: self.not_reached_values.clone(),
            open_words: self.open_values.clone(),
            talk_time: self.talk_time.unwrap_or(usual.talk_time),
            strict: self.strict,
            allow_rejected: self.allow_rejected,
            ..usual
        };
        for (what, column) in &self.columns {
            let Some(role) = Role::ALL.into_iter().find(|role| role.key() == what) else {
                let fault = Fault::unknown("column", what, Role::ALL.map(Role::key));
                return Err(Error::WrongSettings(vec![Fault { key: Some("log.columns".to_owned()), ..fault }]));
            };
            layout = layout.with_column(role, column);
        }
        Ok(layout)
    }
}

/// The table that is given as a file or as text, with what errors call it.
pub(super) fn table(
    file: Option<&str>,
    text: Option<&str>,
    name: &str,
    files: &dyn Files,
) -> Result<(String, Box<dyn Source>)> {
    match (file, text) {
        (Some(file), None) => Ok((file.to_owned(), files.table(file)?)),
        (None, Some(text)) => Ok((format!("{name}.text"), Box::new(Cursor::new(text.as_bytes().to_vec())))),
        (file, _) => {
            let told = |en: &str, fr: &str| [format!("{name}.file {en}"), format!("{name}.file {fr}")];
            let [message, french] = match file {
                None => told(
                    "is missing: name a file, or give the table itself as `text`",
                    "manque : nommez un fichier, ou donnez le tableau lui-même par `text`",
                ),
                Some(_) => told(
                    "stands beside `text`: give a file, or the table itself as `text`",
                    "et `text` sont donnés : nommez un fichier, ou donnez le tableau lui-même par `text`",
                ),
            };
            let accepted = Some("a file, or the table itself as `text`".to_owned());
            let reason = Reason::Usage { message, french, value: None, accepted, hint: None };
            Err(Error::WrongSettings(vec![Fault { key: Some(format!("{name}.file")), place: None, reason }]))
        }
    }
}

/// One character, or `tab`.
pub(super) fn delimiter(given: Option<&str>, name: &str) -> Result<Option<u8>> {
    let wrong =
        |text| wrong(&format!("{name}.delimiter"), text, "one character that is no letter, digit or quote, or `tab`");
    given.map(|text| crate::read::delimiter(text).ok_or_else(|| wrong(text))).transpose()
}

pub(super) fn exclusive(strict: bool, allow_rejected: bool, name: &str) -> Result<()> {
    if strict && allow_rejected {
        return Err(wrong(&format!("{name}.strict"), "true", "accepted beside allow_rejected: leave one out"));
    }
    Ok(())
}

/// One character that is no letter, digit or quote, or `tab`.
#[cfg(feature = "schemas")]
pub(super) const DELIMITER: &str = r#"^(tab|[^A-Za-z0-9"\u0080-\uffff])$"#;

/// A file, or the table itself.
#[cfg(feature = "schemas")]
pub(super) fn one_table() -> serde_json::Value {
    let given = |name: &str| serde_json::json!({ "required": [name], "properties": { name: { "type": "string" } } });
    [given("file"), given("text")].into_iter().collect()
}

/// What cannot be asked of rejected rows at once.
#[cfg(feature = "schemas")]
pub(super) fn both_of_rejected() -> serde_json::Value {
    let is_true = serde_json::json!({ "const": true });
    serde_json::json!({
        "required": ["strict", "allow_rejected"],
        "properties": { "strict": is_true, "allow_rejected": is_true },
    })
}

/// What a call log says of the rates.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CalibrateFields {
    /// The call log.
    pub log: LogTable,
    /// What is known before the log: nothing (jeffreys) unless set, or what a preset says.
    #[serde(default)]
    #[cfg_attr(feature = "schemas", schemars(extend("enum" = ["jeffreys", "documented", "published", null])))]
    pub prior: Option<String>,
    /// The preset is worth this many trials of each rate; with a preset as the prior.
    #[serde(default)]
    #[cfg_attr(feature = "schemas", schemars(extend("exclusiveMinimum" = 0)))]
    pub prior_weight: Option<f64>,
    /// Where the rates come from that the log does not tell: documented (a coach's) unless set.
    #[serde(default)]
    #[cfg_attr(feature = "schemas", schemars(extend("enum" = ["documented", "published", null])))]
    pub preset: Option<String>,
}

impl CalibrateFields {
    /// The answer.
    ///
    /// # Errors
    /// For files that cannot be read and values that nothing accepts.
    pub fn run(&self, files: &dyn Files, _: Watch<'_>) -> Result<Calibrated> {
        let preset = of_field("preset", self.preset.as_deref().map(str::parse::<Preset>).transpose())?;
        let question = CalibrateQuestion { preset: preset.unwrap_or_default(), ..CalibrateQuestion::default() };
        let prior = self.prior.as_deref().unwrap_or("jeffreys");
        let is_known = CalibrateQuestion::PRIORS.contains(&prior);
        let field = if is_known && self.prior_weight.is_some() { "prior_weight" } else { "prior" };
        let question = of_field(field, question.with_prior(prior, self.prior_weight))?;
        question.run(self.log.open(files)?)
    }
}

/// What would have been forecast from a call log, and what happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BacktestFields {
    /// The call log.
    pub log: LogTable,
    /// The calls that are forecast: cold unless set.
    #[serde(default)]
    #[cfg_attr(feature = "schemas", schemars(extend("enum" = ["cold", "warm", null])))]
    pub kind: Option<String>,
    /// Each forecast covers this many calls, 1 to 100,000: 100 unless set.
    #[serde(default)]
    #[cfg_attr(feature = "schemas", schemars(range(min = 1, max = 100_000)))]
    pub batch: Option<u32>,
    /// The first forecast comes after at least this many calls, 1 or more: 200 unless set.
    #[serde(default)]
    #[cfg_attr(feature = "schemas", schemars(range(min = 1)))]
    pub warmup: Option<u64>,
}

impl BacktestFields {
    /// The answer.
    ///
    /// # Errors
    /// For files that cannot be read and values that nothing accepts.
    pub fn run(&self, files: &dyn Files, _: Watch<'_>) -> Result<Backtested> {
        let mut question = BacktestQuestion::default();
        if let Some(kind) = &self.kind {
            let known = Kind::ALL.into_iter().find(|known| known.key() == kind);
            question.kind = known.ok_or_else(|| wrong("kind", kind, "cold or warm"))?;
        }
        question.batch = self.batch.unwrap_or(question.batch);
        if !(1..=100_000).contains(&question.batch) {
            return Err(wrong("batch", &question.batch.to_string(), "a number of calls (1 to 100,000)"));
        }
        question.warmup = self.warmup.unwrap_or(question.warmup);
        if question.warmup == 0 {
            return Err(wrong("warmup", "0", "a number of calls (1 or more)"));
        }
        question.run(self.log.open(files)?)
    }
}
