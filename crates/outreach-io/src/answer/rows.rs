//! What became of a table's rows, and how it was read.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

/// The rows of a list or a log: `read` = `used` + `other` + `rejected`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct RowsAnswer {
    /// Rows that are not blank.
    pub read: u64,
    /// Those that the answer rests on.
    pub used: u64,
    /// Those that are nothing to be counted: neither cold nor warm calls, totals, calls that stand there twice.
    pub other: u64,
    /// Those that cannot be read.
    pub rejected: u64,
    /// How often each value has set a row aside.
    pub others: BTreeMap<String, u64>,
    /// How often each word stands there that is no known outcome.
    pub unknown_outcomes: BTreeMap<String, u64>,
    /// The first rejected rows.
    pub rejections: Vec<RejectionAnswer>,
}

/// A rejected row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct RejectionAnswer {
    /// Its line in the file, from 1.
    pub line: u64,
    /// The column's name, where one alone is to blame.
    pub column: Option<String>,
    /// What is wrong with it.
    pub reason: String,
}

/// How a table was read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct ReadingAnswer {
    /// The names of the columns that were read, by what they say.
    pub columns: IndexMap<String, Vec<String>>,
    /// The columns that were not read.
    pub unused_columns: Vec<String>,
    /// What the words were taken for; of lists, only those read from one file.
    pub words: Vec<WordAnswer>,
    /// What nobody has said, and the table seems to say.
    pub assumed: Vec<AssumedAnswer>,
}

/// What a word of a column was taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct WordAnswer {
    /// What the column says: `outcome`, `kind`, ….
    pub role: String,
    /// The column's name.
    pub column: String,
    /// As it stands in the table.
    pub word: String,
    /// What it was taken for.
    pub meaning: String,
    /// The rows that have it.
    pub rows: u64,
}

/// What was assumed of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct AssumedAnswer {
    /// What was not said: `date order`, `unit`, ….
    pub what: String,
    /// What it was taken for.
    pub value: String,
    /// Both in an English sentence.
    pub told: String,
}
