//! Rows of a table that stand there more than once.

use std::collections::HashSet;

/// Rows that are the same, among as many rows as fit in memory that does not grow: those whose hash ends in so many zeros.
#[derive(Debug, Default)]
pub(crate) struct Doubles {
    zeros: u32,
    kept: HashSet<u64>,
    met: u64,
}

impl Doubles {
    const MOST: usize = 1 << 16;

    pub(crate) fn add(&mut self, hash: u64) {
        if hash.trailing_zeros() < self.zeros {
            return;
        }
        self.met += u64::from(!self.kept.insert(hash));
        if self.kept.len() > Self::MOST {
            self.zeros += 1;
            self.kept.retain(|hash| hash.trailing_zeros() >= self.zeros);
            self.met /= 2;
        }
    }
    /// About so many were there before.
    pub(crate) fn met(&self) -> u64 {
        self.met << self.zeros
    }
}

/// What tells a row from others, as good as any for counting them, and in a tenth of the time of what no stranger can foresee.
pub(crate) fn quick_hash(bytes: &[u8]) -> u64 {
    let mut hash = bytes.len() as u64;
    for chunk in bytes.chunks(8) {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        hash = (hash.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
    (hash ^ (hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(32)
}
