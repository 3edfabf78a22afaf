//! How answers are shown. Each answer makes one document for people (text and Markdown), one JSON value and one CSV
//! table.

pub(crate) mod backtest;
pub(crate) mod calibrate;
pub(crate) mod compare;
pub(crate) mod csv;
mod curves;
mod document;
pub(crate) mod forecast;
mod histogram;
mod json;
pub(crate) mod model;
pub(crate) mod number;
mod picture;
pub(crate) mod plan;
mod provenance;
pub(crate) mod rows;
pub(crate) mod sensitivity;
pub(crate) mod simulate;
mod snowball;
pub(crate) mod so_far;
pub(crate) mod trace;

pub(crate) use self::document::Document;
pub(crate) use self::picture::Picture;

use crate::args::Format;

/// Something the command found out.
pub(crate) trait Answer {
    /// For people.
    fn document(&self) -> Document;
    /// For programs.
    fn json(&self) -> serde_json::Value;
    /// For spreadsheets.
    fn csv(&self) -> csv::Sheet;
    /// To look at, where there is something to see.
    fn picture(&self) -> Option<Picture> {
        None
    }
    /// What is said beside the result.
    fn notes(&self) -> Vec<String> {
        Vec::new()
    }
}

/// The answer in a format.
pub(crate) fn render(answer: &impl Answer, format: Format) -> anyhow::Result<Vec<u8>> {
    match format {
        Format::Text => Ok(answer.document().text().into_bytes()),
        Format::Markdown => Ok(answer.document().markdown().into_bytes()),
        Format::Csv => answer.csv().write(),
        Format::Json => {
            let mut bytes = serde_json::to_vec(&answer.json())?;
            bytes.push(b'\n');
            Ok(bytes)
        }
    }
}
