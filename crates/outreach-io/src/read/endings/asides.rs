//! Phrases that tell more together than their words do.

use outreach::Outcome;

use super::{ANSWERED, Ending, NOT_REACHED, REFUSED, SET, apart, is_filler};
use crate::read::vocabulary::{Exporter, Vocabulary};
use crate::read::words::{plain_word, spaced};

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

    /// Whether a text says that the contact called: `Inbound - Missed`, `Meeting set (they called us)`.
    pub(crate) fn came_in(&self, exporters: &[&Exporter], text: &str) -> bool {
        let parts = apart(text);
        let is_one = |part: &&str| {
            let plain = plain_word(&spaced(part));
            // `Recebida` may be an offer, unless what became of a call stands beside it.
            parts.len() > 1 && self.meaning(&[], "aside", &plain) == Some("incoming alone")
                || self.is_of_incoming(exporters, &plain)
        };
        parts.iter().any(is_one)
    }

    /// Words of a call that came in among those of how it ended: nothing of `Inbound lead` and `No inbound call`.
    fn is_of_incoming(&self, exporters: &[&Exporter], plain: &str) -> bool {
        let parts = self.cut(&["aside", "part"], plain);
        let Some(at) = parts.iter().position(|(part, _)| *part == "incoming") else { return false };
        let rest = |parts: &[(&str, String)], but: &str| {
            let more = parts.iter().filter(|(part, _)| !is_filler(part) && *part != but);
            more.map(|(_, word)| word.as_str()).collect::<Vec<_>>().join(" ")
        };
        let (before, after) = (rest(&parts[..at], "caller"), rest(&parts[at + 1..], ""));
        // Whoever is interested in such calls made none.
        let is_begun = before.is_empty() || self.ending(exporters, &before) == Some(NOT_REACHED);
        let is_no = parts[..at].iter().any(|(part, _)| *part == "no");
        let is_known = |words: &str| {
            self.meaning(exporters, "direction", words).is_some() || self.ending(exporters, words).is_some()
        };
        is_begun && !is_no && (after.is_empty() || is_known(&after))
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
