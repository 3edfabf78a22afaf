//! What the words of a column mean: those that the user names, then those that are known; and how often each was met.

use std::collections::HashMap;

use crate::read::words::plain_word;

/// The meanings of one column's words.
#[derive(Debug)]
pub(crate) struct Meanings<T> {
    /// In their plain form.
    named: Vec<(T, Vec<String>)>,
    /// A log has few words and many rows.
    met: HashMap<String, (Option<T>, u64)>,
}

/// So many words are kept in mind.
const MOST_WORDS: usize = 1_000;

impl<T: Copy> Meanings<T> {
    pub(crate) fn new(named: Vec<(T, &[String])>) -> Self {
        let plain = |words: &[String]| words.iter().map(|word| plain_word(word)).collect();
        Self { named: named.into_iter().map(|(meaning, words)| (meaning, plain(words))).collect(), met: HashMap::new() }
    }

    pub(crate) fn of(&mut self, word: &str, known: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        if let Some((meaning, count)) = self.met.get_mut(word) {
            *count += 1;
            return *meaning;
        }
        let plain = plain_word(word);
        let named = self.named.iter().find(|(_, words)| words.contains(&plain)).map(|(meaning, _)| *meaning);
        let meaning = named.or_else(|| known(word));
        if self.met.len() < MOST_WORDS {
            self.met.insert(word.to_owned(), (meaning, 1));
        }
        meaning
    }

    /// The words that were met and are known, the most frequent first.
    pub(crate) fn met(&self) -> Vec<(&str, T, u64)> {
        let mut met: Vec<_> =
            self.met.iter().filter_map(|(word, (meaning, count))| Some((word.as_str(), (*meaning)?, *count))).collect();
        met.sort_by(|(a, _, one), (b, _, other)| other.cmp(one).then(a.cmp(b)));
        met
    }

    /// Words that the user named and no row says.
    pub(crate) fn unmet(&self) -> Vec<String> {
        let met: Vec<_> = self.met.keys().map(|word| plain_word(word)).collect();
        self.named.iter().flat_map(|(_, words)| words).filter(|word| !met.contains(word)).cloned().collect()
    }
}
