//! Hashes that are the same everywhere, and rows of a table that stand there more than once.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// A table's words and rows, by hashes that cost a tenth of those that no stranger can foresee.
pub(crate) type ByHash<K, V> = HashMap<K, V, BuildHasherDefault<Quick>>;
pub(crate) type Hashes = HashSet<u64, BuildHasherDefault<Quick>>;

#[derive(Debug, Default)]
pub(crate) struct Quick(u64);

impl Quick {
    fn add(&mut self, word: u64) {
        // Of a product of 64 bits alone the last letter of a word reaches few: it and the next word's first one cancelled out.
        let wide = u128::from(self.0 ^ word) * 0x9e37_79b9_7f4a_7c15;
        self.0 = (wide as u64 ^ (wide >> 64) as u64).rotate_left(5);
    }
}

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks();
        for word in words {
            self.add(u64::from_le_bytes(*word));
        }
        if !rest.is_empty() {
            // To copy so few bytes somewhere and to read them there at once takes longer than all else.
            self.add(match bytes.last_chunk() {
                Some(last) => u64::from_le_bytes(*last) >> (8 * (8 - rest.len())),
                None => rest.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte)),
            });
        }
    }

    fn finish(&self) -> u64 {
        (self.0 ^ (self.0 >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(32)
    }
}

pub(crate) fn quick_hash(bytes: &[u8]) -> u64 {
    let mut hash = Quick(bytes.len() as u64);
    hash.write(bytes);
    hash.finish()
}

/// Rows that are the same, among as many rows as fit in memory that does not grow: those whose hash ends in this many zeros.
#[derive(Debug, Default)]
pub(crate) struct Doubles {
    zeros: u32,
    kept: Hashes,
    met: u64,
}

impl Doubles {
    const MOST: usize = 1 << 16;

    /// Whether rows of this hash are among them.
    pub(crate) fn takes(&self, hash: u64) -> bool {
        hash.trailing_zeros() >= self.zeros
    }

    pub(crate) fn add(&mut self, hash: u64) {
        self.add_any(&[hash]);
    }

    /// A row that is there again if any of these was; whether it is.
    pub(crate) fn add_any(&mut self, hashes: &[u64]) -> bool {
        let mut is_again = false;
        for hash in hashes {
            is_again |= self.takes(*hash) && !self.kept.insert(*hash);
        }
        self.count(is_again);
        is_again
    }

    /// A row that is there again if it was without what tells it from others of its hash.
    pub(crate) fn add_told_apart(&mut self, hash: u64) {
        let is_again = self.kept.contains(&hash);
        if self.takes(hash) {
            self.kept.insert(Self::told_apart(hash));
        }
        self.count(is_again);
    }

    /// A row that lacks what tells others of its hash apart: it is there again if any of them was.
    pub(crate) fn add_untold(&mut self, hash: u64) {
        self.add_any(&[hash, Self::told_apart(hash)]);
    }

    /// It ends in as many zeros.
    fn told_apart(hash: u64) -> u64 {
        hash ^ 1 << 63
    }

    fn count(&mut self, is_again: bool) {
        self.met += u64::from(is_again);
        if self.kept.len() > Self::MOST {
            self.zeros += 1;
            self.kept.retain(|hash| hash.trailing_zeros() >= self.zeros);
            self.met /= 2;
        }
    }

    /// About this many were there before.
    pub(crate) fn met(&self) -> u64 {
        self.met << self.zeros
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of 300,000 texts no two have the same hash, but for a chance of one in 400 million.
    #[test]
    fn names_with_a_number_behind_had_the_same_hash() {
        let shapes: [fn(u32) -> String; 5] = [
            |number| format!("Person {number}"),
            |number| format!("person {number:07}"),
            |number| format!("{number}@example.org"),
            |number| format!("6399{number:05}"),
            |number| format!("Contact,{number},{}", number % 97),
        ];
        for shape in shapes {
            let hashes: HashSet<_> = (0..300_000).map(|number| quick_hash(shape(number).as_bytes())).collect();
            assert_eq!(hashes.len(), 300_000, "{}", shape(0));
        }
    }

    #[test]
    fn who_stood_there_again_without_a_number_counted_twice() {
        let met = |rows: &[(u64, bool)]| {
            let mut doubles = Doubles::default();
            for (hash, has_number) in rows {
                if *has_number { doubles.add_told_apart(*hash) } else { doubles.add_untold(*hash) }
            }
            doubles.met()
        };
        assert_eq!(met(&[(8, true), (9, true), (8, false)]), 1);
        assert_eq!(met(&[(8, false), (9, true), (8, true)]), 1);
        assert_eq!(met(&[(8, false), (8, false)]), 1);
        // Two of one name, each with a number of their own.
        assert_eq!(met(&[(8, true), (8, true), (9, false)]), 0);
    }

    #[test]
    fn the_last_letters_of_a_word_count_as_with_zeros_behind_them() {
        let hash = |bytes: &[u8]| {
            let mut hash = Quick::default();
            hash.write(bytes);
            hash.finish()
        };
        let text = b"not reached: no answer";
        for length in 1..text.len() {
            let mut with_zeros = text[..length].to_vec();
            with_zeros.resize(length.next_multiple_of(8), 0);
            assert_eq!(hash(&text[..length]), hash(&with_zeros), "{length}");
        }
    }
}
