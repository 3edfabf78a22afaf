//! What the words of a log mean: those that the user names, then those that are known.

use outreach::{Kind, LoggedIncident, Outcome};

use super::LogLayout;

/// The meanings of one column's words.
#[derive(Debug)]
pub(crate) struct Meanings<T> {
    named: Vec<(T, Vec<String>)>,
    known: fn(&str) -> Option<T>,
    /// Those met so far, in ascending order: a log has few words and many rows.
    met: Vec<(String, Option<T>)>,
}

/// So many words are kept in mind.
const MOST_WORDS: usize = 1_000;

impl Meanings<Kind> {
    /// Where the words of one kind are named, no other word is of that kind.
    pub(crate) fn of_kinds(log: &LogLayout) -> Self {
        let known: fn(&str) -> Option<Kind> = match (log.cold_words.is_empty(), log.warm_words.is_empty()) {
            (true, true) => Kind::from_word,
            (false, true) => |word| Kind::from_word(word).filter(|kind| *kind == Kind::Warm),
            (true, false) => |word| Kind::from_word(word).filter(|kind| *kind == Kind::Cold),
            (false, false) => |_| None,
        };
        Self::new(vec![(Kind::Cold, log.cold_words.clone()), (Kind::Warm, log.warm_words.clone())], known)
    }
}

impl Meanings<Outcome> {
    pub(crate) fn of_outcomes(log: &LogLayout) -> Self {
        let named = vec![
            (Outcome::Set, log.meeting_words.clone()),
            (Outcome::Refused, log.no_meeting_words.clone()),
            (Outcome::NotReached, log.not_reached_words.clone()),
            (Outcome::Open, log.open_words.clone()),
        ];
        Self::new(named, Outcome::from_word)
    }

    /// What other columns say in yes or no.
    pub(crate) fn known() -> Self {
        Self::new(Vec::new(), Outcome::from_word)
    }
}

impl Meanings<LoggedIncident> {
    pub(crate) fn of_incidents() -> Self {
        Self::new(Vec::new(), LoggedIncident::from_word)
    }
}

impl<T: Copy> Meanings<T> {
    fn new(named: Vec<(T, Vec<String>)>, known: fn(&str) -> Option<T>) -> Self {
        Self { named, known, met: Vec::new() }
    }

    pub(crate) fn of(&mut self, word: &str) -> Option<T> {
        let place = match self.met.binary_search_by_key(&word, |(met, _)| met) {
            Ok(found) => return self.met[found].1,
            Err(place) => place,
        };
        let is = |named: &String| named.trim().eq_ignore_ascii_case(word);
        let named = self.named.iter().find(|(_, words)| words.iter().any(is)).map(|(meaning, _)| *meaning);
        let meaning = named.or_else(|| (self.known)(word));
        if self.met.len() < MOST_WORDS {
            self.met.insert(place, (word.to_owned(), meaning));
        }
        meaning
    }
}
