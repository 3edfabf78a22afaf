//! Answers as they are shown, to be stored and read again.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::csv::Sheet;
use super::document::Document;
use super::picture::Picture;
use super::{Answer, TextStyle, as_json};
use crate::Language;
use crate::error::{Result, refused};

/// An answer without what it was computed from: everything that it shows, in every language.
///
/// ```
/// use outreach_io::{Answer, StoredAnswer, Language, Modelled, Scenario};
///
/// let answer = Modelled::new(Scenario::of_layers(&[])?.rates())?;
/// let kept = StoredAnswer::read(&StoredAnswer::of(&answer).bytes())?;
/// assert_eq!(kept.json(), answer.json());
/// assert_eq!(kept.sentence(Language::French), answer.sentence(Language::French));
/// # Ok::<(), outreach_io::Error>(())
/// ```
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct StoredAnswer {
    json: Value,
    csv: Sheet,
    /// In the order of [`Language::ALL`].
    texts: [Texts; Language::ALL.len()],
}

/// What people read in one language.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Texts {
    sentence: String,
    short: Document,
    whole: Document,
    picture: Option<Picture>,
    notes: Vec<String>,
}

impl StoredAnswer {
    /// Of an answer, as it looks on a page.
    pub fn of(answer: &dyn Answer) -> Self {
        let texts = Language::ALL.map(|language| Texts {
            sentence: answer.sentence(language),
            short: answer.short(TextStyle { language, ..TextStyle::default() }),
            whole: answer.whole(TextStyle { language, ..TextStyle::default() }),
            picture: answer.picture(language),
            notes: [answer.warnings(language), answer.notes(language)].concat(),
        });
        Self { json: answer.json(), csv: answer.csv(), texts }
    }

    /// To be stored.
    pub fn bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("numbers and texts are JSON")
    }

    /// What was stored.
    ///
    /// # Errors
    /// For bytes that are no answer of this version.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        serde_json::from_slice(bytes).map_err(|error| refused(|say| say.no_stored_answer(&error)))
    }

    fn texts(&self, language: Language) -> &Texts {
        &self.texts[language as usize]
    }
}

impl Answer for StoredAnswer {
    fn sentence(&self, language: Language) -> String {
        self.texts(language).sentence.clone()
    }

    /// As it was kept: only the language of the style counts.
    fn short(&self, style: TextStyle) -> Document {
        self.texts(style.language).short.clone()
    }

    /// As it was kept: only the language of the style counts.
    fn whole(&self, style: TextStyle) -> Document {
        self.texts(style.language).whole.clone()
    }

    fn json_within(&self, bytes: usize) -> Option<Value> {
        as_json(&self.json, bytes)
    }

    fn csv(&self) -> Sheet {
        self.csv.clone()
    }

    fn picture(&self, language: Language) -> Option<Picture> {
        self.texts(language).picture.clone()
    }

    fn notes(&self, language: Language) -> Vec<String> {
        self.texts(language).notes.clone()
    }
}
