//! The languages that people are answered in: one table of messages, and how numbers are written.
//!
//! JSON and CSV know no language: programs read them.

#[macro_use]
mod messages;
mod agreement;
mod calendar;
mod library;
mod number;
mod ordinal;
mod reasons;
mod refusals;
mod terms;

pub use self::refusals::error_json;
pub use self::terms::strategy_in_french;

use std::str::FromStr;

/// A language that people are answered in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub enum Language {
    /// English, with a decimal point.
    #[default]
    English,
    /// French, with a decimal comma.
    French,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::English, Self::French];

    /// Its tag: `en`, `fr`.
    pub fn key(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
        }
    }
}

/// A text in every language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bilingual([String; 2]);

impl Bilingual {
    pub(crate) fn new(text: impl Fn(Language) -> String) -> Self {
        Self(Language::ALL.map(text))
    }

    /// The text in one of them.
    pub fn of(&self, language: Language) -> &str {
        &self.0[language as usize]
    }
}

impl FromStr for Language {
    type Err = String;

    fn from_str(tag: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|language| language.key() == tag)
            .ok_or_else(|| format!("unknown language `{tag}` (accepted: en, fr)"))
    }
}

/// With a capital at its beginning.
pub(crate) fn capitalised(said: &str) -> String {
    said.chars().take(1).flat_map(char::to_uppercase).chain(said.chars().skip(1)).collect()
}

/// French as it is set: no line breaks before a colon or a per cent sign, nor within quotes.
fn typeset(text: &str) -> String {
    let mut set = text.replace("« ", "«\u{a0}").replace(" »", "\u{a0}»").replace(" :", "\u{a0}:");
    for sign in [";", "!", "?", "%"] {
        set = set.replace(&format!(" {sign}"), &format!("\u{202f}{sign}"));
    }
    set
}
