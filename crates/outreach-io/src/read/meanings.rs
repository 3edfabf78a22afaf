//! What the words of a column mean: those that the user names, then those that are known; and how often each was met.

use super::hashes::ByHash;
use super::rows::Word;
use super::words::plain_word;

/// The meanings of one column's words.
#[derive(Debug)]
pub(crate) struct Meanings<T> {
    /// In their plain form.
    named: Vec<(T, Vec<String>)>,
    /// A log has few words and many rows.
    met: ByHash<String, (Option<T>, u64)>,
}

/// This many words are kept in mind.
const MOST_WORDS: usize = 1_000;

impl<T: Copy> Meanings<T> {
    pub(crate) fn new(named: Vec<(T, &[String])>) -> Self {
        let plain = |words: &[String]| words.iter().map(|word| plain_word(word)).collect();
        Self {
            named: named.into_iter().map(|(meaning, words)| (meaning, plain(words))).collect(),
            met: ByHash::default(),
        }
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

    /// Whether no word that is known was met.
    pub(crate) fn is_empty(&self) -> bool {
        self.met.values().all(|(meaning, _)| meaning.is_none())
    }

    /// Whether a word was met that means this.
    pub(crate) fn has(&self, is: impl Fn(T) -> bool) -> bool {
        self.met.values().any(|(meaning, _)| meaning.is_some_and(&is))
    }

    /// The words of a column that were met and are known, the most frequent first.
    pub(crate) fn words(&self, role: &'static str, column: &str, key: impl Fn(T) -> &'static str) -> Vec<Word> {
        let mut told: Vec<_> = self
            .met
            .iter()
            .filter_map(|(word, (meaning, rows))| {
                let (column, word, meaning) = (column.to_owned(), word.clone(), key((*meaning)?));
                Some(Word { role, column, word, meaning, rows: *rows })
            })
            .collect();
        told.sort_by(|one, other| other.rows.cmp(&one.rows).then_with(|| one.word.cmp(&other.word)));
        told
    }

    /// The words that were met and are not known, with their rows.
    pub(crate) fn unknown(&self) -> Vec<(String, u64)> {
        let unknown = self.met.iter().filter(|(_, (meaning, _))| meaning.is_none());
        unknown.map(|(word, (_, rows))| (word.clone(), *rows)).collect()
    }

    /// Words that the user named and no row says.
    pub(crate) fn unmet(&self) -> Vec<String> {
        let met: Vec<_> = self.met.keys().map(|word| plain_word(word)).collect();
        self.named.iter().flat_map(|(_, words)| words).filter(|word| !met.contains(word)).cloned().collect()
    }
}
