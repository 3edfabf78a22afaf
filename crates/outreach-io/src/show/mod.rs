//! How answers are shown. Each answer makes one document for people (text and Markdown), one JSON value, one CSV table and,
//! where there is something to see, one picture.

mod assumed;
pub(crate) mod backtest;
pub(crate) mod calibrate;
mod central;
pub(crate) mod compare;
pub(crate) mod csv;
mod curves;
pub(crate) mod document;
mod dots;
#[cfg(feature = "pictures")]
pub(crate) mod draw;
mod figures;
pub(crate) mod forecast;
mod histogram;
mod json;
pub(crate) mod model;
#[cfg(feature = "pages")]
pub(crate) mod page;
pub(crate) mod picture;
mod plain;
pub(crate) mod plan;
pub(crate) mod provenance;
mod rows;
pub(crate) mod sensitivity;
mod short;
pub(crate) mod simulate;
mod snowball;
pub(crate) mod so_far;
pub(crate) mod stored_answer;
mod summary;
pub(crate) mod trace;
pub(crate) mod trials;

pub(crate) use self::json::as_json;

use self::csv::Sheet;
use self::document::Document;
use self::picture::Picture;
use crate::Language;

/// Something that was found out.
pub trait Answer {
    /// For people, in one sentence.
    fn sentence(&self, language: Language) -> String;
    /// For people: as much as the style asks for.
    fn document(&self, style: TextStyle) -> Document {
        match style.detail {
            Detail::Sentence => Document::of_sentence(style, self.sentence(style.language)),
            Detail::Short => self.short(style),
            Detail::Whole => self.whole(style),
        }
    }
    /// The sentence, one picture, what follows from it, whose figures these are, and what to do next: at a glance.
    fn short(&self, style: TextStyle) -> Document {
        self.whole(style)
    }
    /// All of it, with what audits the answer.
    fn whole(&self, style: TextStyle) -> Document;
    /// For programs: the fields of the verb that asks for this answer.
    fn json(&self) -> serde_json::Value {
        self.json_within(usize::MAX).expect("any number of bytes is within")
    }
    /// The same, unless it has more bytes than that: then it is not made.
    fn json_within(&self, bytes: usize) -> Option<serde_json::Value>;
    /// For spreadsheets.
    fn csv(&self) -> Sheet;
    /// To look at, where there is something to see.
    fn picture(&self, _language: Language) -> Option<Picture> {
        None
    }
    /// Why there is nothing that was looked for, where that is so.
    fn unreachable(&self, _language: Language) -> Option<String> {
        None
    }
    /// What is said beside the result, even to those who want silence: the answer is not of all that was given.
    fn warnings(&self, _language: Language) -> Vec<String> {
        Vec::new()
    }
    /// What else is said beside the result.
    fn notes(&self, _language: Language) -> Vec<String> {
        Vec::new()
    }
}

/// How much of an answer a document holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub enum Detail {
    /// The sentence alone.
    Sentence,
    /// What people read: it fits a terminal of 80 characters and 24 lines.
    #[default]
    Short,
    /// Everything: exact beside simulated, standard errors, counts, assumptions, seed and trials.
    Whole,
}

/// How a document is to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct TextStyle {
    /// The width of the terminal in characters, which lines, bars and tables keep to. `None` on a page: its lines have up to
    /// 100, and its tables what they need.
    pub terminal: Option<usize>,
    /// The language that it speaks.
    pub language: Language,
    /// Whether it may have letters, bars and lines beyond ASCII.
    pub unicode: bool,
    /// How much it says.
    pub detail: Detail,
}

impl TextStyle {
    /// This many characters has a line.
    pub(crate) fn width(self) -> usize {
        // A sentence alone stays on one line, for whatever reads it.
        if self.detail == Detail::Sentence {
            return usize::MAX;
        }
        self.terminal.map_or(100, |width| width.clamp(40, 120))
    }
}

impl Default for TextStyle {
    /// As fits any page, in English, short.
    fn default() -> Self {
        Self { terminal: None, language: Language::English, unicode: true, detail: Detail::default() }
    }
}
