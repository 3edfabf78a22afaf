//! Phrases that tell more together than their words do.

use outreach::Outcome;

use super::{ANSWERED, Ending, NOT_REACHED, REFUSED, SET, is_filler};
use crate::read::vocabulary::{Exporter, Vocabulary};
use crate::read::words::plain_word;

impl Vocabulary {
    /// Whether a word is said of calls that were answered as well as of offers: `accepted`.
    pub(crate) fn may_be_of_calls(&self, text: &str) -> bool {
        self.meaning(&[], "anywhere", &plain_word(text)) == Some("call")
    }

    /// A word without a count of attempts: nothing of `3` and `x3`, `nrp` of `nrp2`.
    pub(super) fn uncounted<'a>(&self, word: &'a str) -> &'a str {
        let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if is_number(word.strip_prefix('x').or_else(|| word.strip_suffix('x')).unwrap_or(word)) && word != "x" {
            return "";
        }
        let letters = word.trim_end_matches(|letter: char| letter.is_ascii_digit());
        let is_word = letters.len() > 1 && letters.bytes().all(|byte| byte.is_ascii_lowercase());
        if is_word && self.meaning(&[], "answer", letters).is_none() { letters } else { word }
    }

    /// What was sent, or is to be: `Sent info by e-mail`.
    pub(super) fn of_mail(&self, plain: &str) -> Option<Ending> {
        let parts = self.cut(&["aside", "part"], plain);
        let has = |part| parts.iter().any(|(found, _)| *found == part);
        (self.is_of_mail(plain) && has("thing") && has("sent")).then_some(Ending::Of(Outcome::Open))
    }

    /// Whether a text speaks of what is sent and of nothing else: `Email sent`, `Emailed`.
    pub(crate) fn is_of_mail(&self, plain: &str) -> bool {
        let parts = self.cut(&["aside", "part"], plain);
        parts.iter().all(|(part, _)| ["thing", "sent", "filler"].contains(part))
            && parts.iter().any(|(part, _)| *part != "filler")
    }

    /// A gatekeeper or a busy line, and what was said there: nobody was reached, whoever refuses or asks for another call.
    pub(super) fn of_front(&self, exporters: &[&Exporter], plain: &str) -> Option<Ending> {
        let parts = self.cut(&["aside", "part"], plain);
        let (fronts, rest): (Vec<_>, Vec<_>) = parts.iter().partition(|(part, _)| *part == "front");
        if fronts.is_empty() || fronts.len() == 1 && rest.iter().all(|(part, _)| is_filler(part)) {
            return None;
        }
        let rest = rest.iter().map(|(_, word)| word.as_str()).collect::<Vec<_>>().join(" ");
        if rest.is_empty() {
            return Some(NOT_REACHED);
        }
        let said = self.phrase(exporters, &rest)?;
        match said {
            // `No gatekeeper`, `Voicemail: yes`: no more than an answer.
            REFUSED | SET if self.meaning(exporters, "answer", &rest).is_some() => None,
            // Whoever answers may set a meeting.
            SET => self.parts(&rest).iter().any(|(part, _)| *part == "set").then_some(SET),
            ANSWERED | NOT_REACHED | REFUSED | Ending::Rejected | Ending::Of(Outcome::Open) => Some(NOT_REACHED),
            _ => None,
        }
    }
}
