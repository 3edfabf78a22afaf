//! The fields of questions about lists of contacts.

use serde::{Deserialize, Serialize};

#[cfg(feature = "schemas")]
use super::logs::{DELIMITER, both_of_rejected, one_table};
use super::logs::{delimiter, exclusive, table};
use super::settings::check;
use super::{Files, Settings, Watch};
use crate::ask::ForecastQuestion;
use crate::error::Result;
use crate::need::{Asked, OfList};
use crate::read::{ContactLayout, check_of_kinds};
use crate::show::forecast::Forecast;

/// A list of contacts, and how it is read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemas", schemars(extend("oneOf" = one_table(), "not" = both_of_rejected())))]
#[serde(default, deny_unknown_fields)]
pub struct ListTable {
    /// A file with a header and one contact per row: CSV (as .gz too), .xlsx, .xls or .ods.
    pub file: Option<String>,
    /// The table itself as CSV, instead of a file.
    pub text: Option<String>,
    /// The column with the probability that a call to the contact brings a meeting held, 0.2 or 20 %; `probability` unless set.
    pub probability_column: Option<String>,
    /// The column that tells cold contacts from warm ones, where there is no probability; `kind` unless set.
    pub kind_column: Option<String>,
    /// What that column says of cold contacts; cold and words like it unless set.
    pub cold_value: Option<String>,
    /// What it says of warm ones; warm, referral, introduction and words like them unless set.
    pub warm_value: Option<String>,
    /// The column with the attempts that have been made at a contact, none of which reached it.
    pub attempts_column: Option<String>,
    /// Also a forecast for each value of this column.
    pub group_by: Option<String>,
    /// Column separator; detected unless set.
    #[cfg_attr(feature = "schemas", schemars(extend("pattern" = DELIMITER)))]
    pub delimiter: Option<String>,
    /// Leaves out this many lines above the header; titles are found without it.
    pub skip_lines: Option<u64>,
    /// The sheet of a workbook; the one that looks like a list unless set.
    pub sheet: Option<String>,
    /// Rejected rows are an error, and there is no answer.
    pub strict: bool,
    /// Answers though more than half of the rows are rejected.
    pub allow_rejected: bool,
}

/// How many meetings a list of contacts will bring, each contact with a probability of its own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ForecastFields {
    /// The list of contacts.
    pub list: ListTable,
    /// A scenario file, whose settings count where `settings` says nothing else.
    #[serde(default)]
    pub scenario: Option<String>,
    /// The rates of contacts that have a kind and no probability, where they are not a coach's.
    #[serde(default)]
    pub settings: Settings,
    /// Also how far these hours go if the contacts with the most meetings per expected minute are called first.
    #[serde(default)]
    #[cfg_attr(feature = "schemas", schemars(range(min = 0, max = 1_666_666)))]
    pub hours: Option<f64>,
    /// Also the chance of at least this many meetings, for each of these numbers.
    #[serde(default)]
    pub at_least: Vec<u32>,
}

impl ForecastFields {
    /// The answer.
    ///
    /// # Errors
    /// For files that cannot be read, values that nothing accepts, and settings without effect.
    pub fn run(&self, files: &dyn Files, _: Watch<'_>) -> Result<Forecast> {
        let resolved = self.settings.resolved(self.scenario.as_deref(), files)?;
        let list = self.list.clone();
        exclusive(list.strict, list.allow_rejected, "list")?;
        let layout = ContactLayout {
            delimiter: delimiter(list.delimiter.as_deref(), "list")?,
            probability_column: list.probability_column,
            kind_column: list.kind_column,
            attempts_column: list.attempts_column,
            group_by: list.group_by,
            cold_word: list.cold_value,
            warm_word: list.warm_value,
            skip_lines: list.skip_lines.unwrap_or_default(),
            sheet: list.sheet,
            strict: list.strict,
            allow_rejected: list.allow_rejected,
        };
        let of_kinds_said = layout.of_kinds();
        let (name, source) = table(list.file.as_deref(), list.text.as_deref(), "list", files)?;
        let scenario = resolved.scenario.clone();
        let question = ForecastQuestion { scenario, layout, at_least: self.at_least.clone(), hours: self.hours };
        let answer = question.run(&name, source)?;
        let (of_kinds, calls_again) = (answer.of_kinds(), answer.calls_again());
        let asked = Asked::Forecast(OfList { of_kinds, calls_again, hours: self.hours.is_some() });
        check(files, &[(&resolved, asked, None)])?;
        check_of_kinds(asked, &of_kinds_said)?;
        Ok(answer)
    }
}
