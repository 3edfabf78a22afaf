//! Answers as they are shown, to be stored and read again.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::csv::Sheet;
use super::document::Document;
use super::picture::Picture;
use super::{Answer, Look};
use crate::Language;
use crate::error::{Result, refused};

/// An answer without what it was computed from: everything that it shows, in every language.
///
/// ```
/// use outreach_io::{Answer, Kept, Language, Modelled, Scenario};
///
/// let answer = Modelled::new(Scenario::of_layers(&[])?.rates())?;
/// let kept = Kept::read(&Kept::of(&answer).bytes())?;
/// assert_eq!(kept.json(), answer.json());
/// assert_eq!(kept.sentence(Language::French), answer.sentence(Language::French));
/// # Ok::<(), outreach_io::Error>(())
/// ```
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Kept {
    json: Value,
    csv: Sheet,
    /// In the order of [`Language::ALL`].
    told: [Told; Language::ALL.len()],
}

/// What people read in one language.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Told {
    sentence: String,
    short: Document,
    whole: Document,
    picture: Option<Picture>,
    notes: Vec<String>,
}

impl Kept {
    /// Of an answer, as it looks on a page.
    pub fn of(answer: &dyn Answer) -> Self {
        let told = Language::ALL.map(|language| Told {
            sentence: answer.sentence(language),
            short: answer.short(Look { language, ..Look::default() }),
            whole: answer.whole(Look { language, ..Look::default() }),
            picture: answer.picture(language),
            notes: [answer.warnings(language), answer.notes(language)].concat(),
        });
        Self { json: answer.json(), csv: answer.csv(), told }
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

    fn told(&self, language: Language) -> &Told {
        &self.told[language as usize]
    }
}

impl Answer for Kept {
    fn sentence(&self, language: Language) -> String {
        self.told(language).sentence.clone()
    }

    /// As it was kept: only the language of the look counts.
    fn short(&self, look: Look) -> Document {
        self.told(look.language).short.clone()
    }

    /// As it was kept: only the language of the look counts.
    fn whole(&self, look: Look) -> Document {
        self.told(look.language).whole.clone()
    }

    fn json(&self) -> Value {
        self.json.clone()
    }

    fn csv(&self) -> Sheet {
        self.csv.clone()
    }

    fn picture(&self, language: Language) -> Option<Picture> {
        self.told(language).picture.clone()
    }

    fn notes(&self, language: Language) -> Vec<String> {
        self.told(language).notes.clone()
    }
}
