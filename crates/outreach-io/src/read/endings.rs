//! What texts of an outcome column say, as a whole or by their parts.

mod asides;

use outreach::Outcome;

use super::vocabulary::{Exporter, Vocabulary};
use super::words::{letters, plain_word, spaced};

/// A word of an outcome column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    Of(Outcome),
    /// `Rejected`, the call or what was offered: nobody was reached, unless something says that the call was answered.
    Rejected,
    /// The call is still to be made, or awaits its answer.
    Planned,
}

impl Ending {
    pub(crate) fn of_key(key: &str) -> Option<Self> {
        let outcome = Outcome::ALL.into_iter().find(|outcome| outcome.key() == key).map(Self::Of);
        outcome.or(match key {
            "not reached or refused" => Some(Self::Rejected),
            "planned" => Some(Self::Planned),
            _ => None,
        })
    }

    /// What is left of it beside another one: who rejects something in a conversation refuses.
    pub(crate) fn beside(self, other: Self) -> Self {
        match other {
            _ if self != Self::Rejected => self,
            Self::Of(Outcome::Answered | Outcome::Open | Outcome::Refused) => REFUSED,
            Self::Of(_) => NOT_REACHED,
            _ => self,
        }
    }

    /// Of two parts of a text the one with the higher weight says how the call ended.
    pub(crate) fn weight(self) -> u8 {
        match self {
            Self::Planned => 0,
            Self::Of(Outcome::Answered) => 1,
            Self::Of(Outcome::Open) => 2,
            Self::Of(Outcome::Refused) => 3,
            Self::Of(Outcome::NotReached) | Self::Rejected => 4,
            Self::Of(Outcome::Set) => 5,
            Self::Of(Outcome::Held) => 6,
            Self::Of(Outcome::NoShow) => 7,
        }
    }

    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Of(outcome) => outcome.key(),
            Self::Rejected => "not reached or refused",
            Self::Planned => "planned",
        }
    }
}

/// What a text of an outcome's column says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Said {
    Ends(Ending),
    /// `N/A`: as if nothing stood there.
    Nothing,
    /// `Inbound - Missed`: the contact called.
    CameIn,
}

impl Said {
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Ends(ending) => ending.key(),
            Self::Nothing => "no outcome",
            Self::CameIn => "incoming",
        }
    }
}

/// What one part of a text says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Ends(Ending),
    /// A meeting, and nothing of what became of it.
    Meeting,
    Yes,
    No,
    Unknown,
}

pub(crate) const SET: Ending = Ending::Of(Outcome::Set);
pub(crate) const REFUSED: Ending = Ending::Of(Outcome::Refused);
pub(crate) const NOT_REACHED: Ending = Ending::Of(Outcome::NotReached);
pub(crate) const ANSWERED: Ending = Ending::Of(Outcome::Answered);

impl Vocabulary {
    /// What a text of an outcome column says; `None` if it is not known.
    pub(crate) fn ending(&self, exporters: &[&Exporter], text: &str) -> Option<Ending> {
        if let Some(ending) = self.phrase(exporters, text) {
            return Some(ending);
        }
        // `Sales~Meeting booked`: a category and a word in it.
        if let Some((category, word)) = text.rsplit_once('~') {
            let ending = self.ending(exporters, word)?;
            return Some(self.ending(exporters, category).map_or(ending, |other| ending.beside(other)));
        }
        let parts = apart(text);
        if parts.len() < 2 {
            let apart = spaced(text);
            return (apart != text).then(|| self.ending(exporters, &apart)).flatten();
        }
        self.joined(exporters, &parts).or_else(|| self.open_among(exporters, text))
    }

    /// That somebody is to be called again, among tags that decide nothing: `Call back; hot lead`.
    fn open_among(&self, exporters: &[&Exporter], text: &str) -> Option<Ending> {
        const OPEN: Ending = Ending::Of(Outcome::Open);
        let tags: Vec<_> = text.split([';', ',', '|', '/', '\n']).collect();
        let said = || tags.iter().filter_map(|tag| self.ending(exporters, tag));
        let is_open = || said().all(|ending| [OPEN, ANSWERED].contains(&ending)) && said().any(|ending| ending == OPEN);
        (tags.len() > 1 && is_open()).then_some(OPEN)
    }

    /// Whether a part of a text is not known, though others are.
    pub(crate) fn has_unknown_part(&self, exporters: &[&Exporter], text: &str) -> bool {
        self.phrase(exporters, text).is_none()
            && apart(text).into_iter().any(|part| self.said(exporters, part) == Some(Part::Unknown))
    }

    /// What the parts of a text say together. What contradicts itself is not known.
    fn joined(&self, exporters: &[&Exporter], parts: &[&str]) -> Option<Ending> {
        let said: Vec<_> = parts.iter().filter_map(|part| Some((self.said(exporters, part)?, *part))).collect();
        let has = |what| said.iter().any(|(said, _)| *said == what);
        let alone =
            || said.iter().filter_map(|(said, _)| if let Part::Ends(ending) = said { Some(*ending) } else { None });
        let endings = || alone().map(|ending| alone().fold(ending, Ending::beside));
        let heaviest = endings().max_by_key(|ending| ending.weight());
        if let Some((_, meeting)) = said.iter().find(|(said, _)| *said == Part::Meeting) {
            let others = said.iter().filter(|(said, _)| *said != Part::Meeting);
            // `Demo - cancelled` says what `Demo cancelled` does.
            let together = |(_, other): &(Part, &str)| self.of_meeting(&plain_word(&format!("{meeting} {other}")));
            if let Some(ending) = others.clone().find_map(together) {
                return Some(ending);
            }
            return match heaviest {
                _ if has(Part::No) => Some(REFUSED),
                _ if has(Part::Unknown) => None,
                None | Some(ANSWERED) => Some(SET),
                Some(Ending::Planned | Ending::Of(Outcome::Open)) => None,
                Some(ending) => Some(ending),
            };
        }
        if has(Part::No) {
            return match heaviest? {
                _ if has(Part::Unknown) => None,
                SET => Some(REFUSED),
                ANSWERED => Some(NOT_REACHED),
                _ => None,
            };
        }
        let heaviest = heaviest?;
        // `Call - rejected` says what `Call rejected` does.
        if heaviest == Ending::Rejected {
            return self.phrase(exporters, &parts.join(" ")).filter(|_| !has(Part::Unknown));
        }
        if has(Part::Ends(SET)) && endings().any(|ending| [REFUSED, NOT_REACHED].contains(&ending)) {
            return None;
        }
        // What is not known may be the meeting, unless something that decides stands beside it: no success of another kind.
        let is_vague = |(said, part): &(Part, &str)| {
            *said == Part::Ends(SET) && self.meaning(&[], "anywhere", &plain_word(part)).is_some()
        };
        let decides = !matches!(heaviest, Ending::Planned | Ending::Of(Outcome::Answered | Outcome::Open))
            && !said.iter().any(is_vague);
        (decides || !has(Part::Unknown)).then_some(heaviest)
    }

    /// `None` for what says nothing: a number, or words like `call`.
    fn said(&self, exporters: &[&Exporter], part: &str) -> Option<Part> {
        let plain = plain_word(part);
        let of_part = |word: &str| self.meaning(&[], "part", word);
        let ending = self.phrase(exporters, part);
        let is_answer = matches!(ending, None | Some(SET | REFUSED));
        match self.meaning(exporters, "answer", &plain).filter(|_| is_answer) {
            Some("yes") => return Some(Part::Yes),
            Some(_) => return Some(Part::No),
            None if of_part(&plain) == Some("no") && !matches!(ending, Some(REFUSED | Ending::Rejected)) => {
                return Some(Part::No);
            }
            None => {}
        }
        let parts = self.parts(&plain);
        let is_bare = parts.iter().all(|(part, _)| *part == "meeting" || is_filler(part));
        match ending {
            Some(SET) if is_bare => Some(Part::Meeting),
            Some(ending) => Some(Part::Ends(ending)),
            None if self.is_of_kind(exporters, &plain) => None,
            None if parts.iter().all(|(part, word)| is_filler(part) || self.uncounted(word).is_empty()) => None,
            None => Some(Part::Unknown),
        }
    }

    /// Whether one of several parts of a text tells where a contact comes from: `Voicemail; Referral`.
    pub(crate) fn has_part_of_kind(&self, exporters: &[&Exporter], text: &str) -> bool {
        let parts = apart(text);
        parts.len() > 1
            && parts
                .iter()
                .any(|part| self.phrase(exporters, part).is_none() && self.is_of_kind(exporters, &plain_word(part)))
    }

    fn is_of_kind(&self, exporters: &[&Exporter], plain: &str) -> bool {
        let is_cold = |word: &str| self.meaning(&[], "connector", word) == Some("coldness");
        self.meaning(exporters, "kind", plain) == Some("warm") || plain.split(' ').any(is_cold)
    }

    /// A phrase without parts.
    fn phrase(&self, exporters: &[&Exporter], text: &str) -> Option<Ending> {
        let plain = plain_word(text);
        let known = |plain: &str| self.meaning(exporters, "outcome", plain).and_then(Ending::of_key);
        if let Some(ending) = known(&plain) {
            return Some(ending);
        }
        let long = |plain: &str| self.meaning(&[], "abbreviation", plain).unwrap_or(plain).to_owned();
        let words: Vec<_> = plain.split(' ').map(|word| self.uncounted(word)).filter(|word| !word.is_empty()).collect();
        let spelt = words.iter().map(|word| long(word)).collect::<Vec<_>>().join(" ");
        let words = words.join(" ");
        known(&words)
            .or_else(|| known(&long(&plain)))
            .or_else(|| known(&spelt))
            .or_else(|| self.of_meeting(&words))
            .or_else(|| self.of_meeting(&spelt))
            .or_else(|| self.of_mail(&words))
            .or_else(|| self.of_front(exporters, &words))
            .or_else(|| self.of_talk(&spelt, &known, self.among_fillers(exporters, &spelt, &known)))
    }

    /// The parts of a phrase, of up to three words each, and what they say of meetings.
    pub(crate) fn parts(&self, plain: &str) -> Vec<(&'static str, String)> {
        self.cut(&["part"], plain)
    }

    fn cut(&self, whats: &[&str], plain: &str) -> Vec<(&'static str, String)> {
        let words: Vec<_> = plain.split(' ').filter(|word| !word.is_empty()).collect();
        let (mut parts, mut at) = (Vec::new(), 0);
        while at < words.len() {
            let longest = (1..=3.min(words.len() - at)).rev();
            let mut found = longest.filter_map(|length| {
                let part = words[at..at + length].join(" ");
                Some((length, whats.iter().find_map(|what| self.meaning(&[], what, &part))?))
            });
            let (length, part) = found.next().unwrap_or((1, "unknown"));
            parts.push((part, words[at..at + length].join(" ")));
            at += length;
        }
        parts
    }

    /// What a text says that stands in a column of meetings: `Cancelled`, `Realizada`.
    pub(crate) fn of_a_meeting(&self, exporters: &[&Exporter], text: &str) -> Option<Ending> {
        let ending = self.ending(exporters, text);
        if let Some(Ending::Of(outcome)) = ending
            && outcome.set()
        {
            return ending;
        }
        // `Présent`, as columns of meetings held are called.
        if self.columns("held").contains(&letters(text)) {
            return Some(Ending::Of(Outcome::Held));
        }
        let meeting = self.of_meeting(&format!("meeting {}", plain_word(text)));
        meeting.filter(|meeting| *meeting != SET || ending.is_none()).or(ending)
    }

    /// A meeting, and what became of it; or somebody who is in one.
    fn of_meeting(&self, plain: &str) -> Option<Ending> {
        let parts = self.parts(plain);
        let has = |part| parts.iter().any(|(found, _)| *found == part);
        let at = parts.iter().position(|(part, _)| *part == "meeting")?;
        let before = parts[..at].iter().rev().find(|(part, _)| !is_filler(part));
        if before.is_some_and(|(part, _)| *part == "away") && !["set", "held", "missed", "no"].into_iter().any(has) {
            let rest: Vec<_> =
                parts.iter().filter(|(part, _)| *part == "unknown").map(|(_, word)| word.as_str()).collect();
            let is_away = rest.is_empty() || self.phrase(&[], &rest.join(" ")) == Some(NOT_REACHED);
            return is_away.then_some(NOT_REACHED);
        }
        if has("unknown") {
            return None;
        }
        Some(Ending::Of(match () {
            () if has("missed") => Outcome::NoShow,
            () if has("no") => Outcome::Refused,
            () if has("due") => Outcome::Open,
            () if has("held") => Outcome::Held,
            () => Outcome::Set,
        }))
    }

    /// A call, and what became of it: neither `Call declined` nor `Kein Gespräch` refuses anything, and `Call booked` is one to come.
    /// `rest` is what the other words say.
    fn of_talk(&self, plain: &str, known: &impl Fn(&str) -> Option<Ending>, rest: Option<Ending>) -> Option<Ending> {
        let parts = self.parts(plain);
        let has = |part| parts.iter().any(|(found, _)| *found == part);
        if !has("talk") || has("unknown") || has("due") || rest == Some(Ending::Planned) {
            return rest;
        }
        let is_next = || plain.split(' ').any(|word| self.meaning(&[], "another", word).is_some());
        match () {
            () if has("missed") || has("no") && !has("set") => Some(NOT_REACHED),
            () if has("held") => Some(ANSWERED),
            () if has("set") && rest == Some(SET) => {
                Some(if is_next() { Ending::Of(Outcome::Open) } else { Ending::Planned })
            }
            () if rest.is_some() => rest,
            () if has("away") => Some(NOT_REACHED),
            () => parts.iter().find(|(part, _)| *part == "talk").and_then(|(_, word)| known(word)),
        }
    }

    /// Whether a meeting is set by nothing but words of any success: `Sold`, `Contactado - positivo`.
    pub(crate) fn is_any_success(&self, text: &str) -> bool {
        let met: Vec<_> = apart(text).into_iter().filter(|part| self.phrase(&[], part) == Some(SET)).collect();
        let is_one = |part: &&str| {
            let plain = plain_word(part);
            let anywhere = self.meaning(&[], "anywhere", &plain);
            anywhere.is_some() && (anywhere == Some("call") || self.meaning(&[], "answer", &plain).is_none())
        };
        !met.is_empty() && met.iter().all(is_one)
    }

    /// Whether a text speaks of a call that is arranged, as others do of a meeting: `Call booked`.
    pub(crate) fn is_call_to_come(&self, text: &str) -> bool {
        let parts = self.parts(&plain_word(text));
        let has = |part| parts.iter().any(|(found, _)| *found == part);
        has("talk") && has("set")
    }

    /// A known phrase among words that say nothing; yes and no say something alone.
    fn among_fillers(
        &self,
        exporters: &[&Exporter],
        plain: &str,
        known: &impl Fn(&str) -> Option<Ending>,
    ) -> Option<Ending> {
        let parts = self.parts(plain);
        let rest: Vec<_> = parts
            .iter()
            .filter(|(part, _)| *part != "away" && !is_filler(part))
            .map(|(_, word)| word.as_str())
            .collect();
        let rest = rest.join(" ");
        let is_answer = || self.meaning(exporters, "answer", &rest).is_some();
        known(&rest).filter(|ending| !(rest.is_empty() || [SET, REFUSED].contains(ending) && is_answer()))
    }
}

/// What punctuation separates in a text.
fn apart(text: &str) -> Vec<&str> {
    text.split([':', ';', ',', '|', '/', '>', '=', '–', '—', '(', ')', '[', ']', '\n'])
        .flat_map(|part| part.split(" - "))
        .filter(|part| !plain_word(part).is_empty())
        .collect()
}

/// Whether a part of a phrase says nothing of how a call ended.
pub(crate) fn is_filler(part: &str) -> bool {
    ["filler", "talk"].contains(&part)
}

#[cfg(test)]
mod tests;
