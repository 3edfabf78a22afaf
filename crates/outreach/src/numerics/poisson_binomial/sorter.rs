//! Many contacts on their way to their bins: together they cost half of what they cost one by one.

use std::ops::Range;

use super::PoissonBinomial;
use super::bins::index_of;
use crate::numerics::Probability;

/// For this many the parts of a sorter cost more than they save.
pub(super) const FEW: usize = 1024;
/// This many contacts of a key are handed over together.
const PART: usize = 512;
/// A key for each bin of unlikely contacts down to 2^-17, the last of them for all that are below; then as many of likely ones.
const KEYS: usize = 1 << u8::BITS;
const FAR: usize = KEYS / 2 - 1;

struct Sorter<'a> {
    list: &'a mut PoissonBinomial,
    /// Where the contacts of a key begin; they end where its part ends. Before it has a part, its first contact goes to the
    /// place 0.
    firsts: [u32; KEYS],
    /// Parts of [`PART`] places: a key's room, filled from its end. The first one is nobody's.
    waiting: Vec<f64>,
}

impl PoissonBinomial {
    pub(super) fn sort(&mut self, contacts: impl Iterator<Item = Probability>) {
        let mut sorter = Sorter { list: self, firsts: [1; KEYS], waiting: vec![0.0; PART] };
        contacts.for_each(|meeting| {
            let p = meeting.get();
            let likely = p > 0.5;
            let rarer = if likely { 1.0 - p } else { p };
            let key = index_of(rarer).min(FAR) + if likely { FAR + 1 } else { 0 };
            sorter.push(key as u8, rarer);
        });
        for key in 0..=u8::MAX {
            let first = sorter.firsts[usize::from(key)] as usize;
            if first > 1 {
                sorter.hand_over(key, first..first.next_multiple_of(PART));
            }
        }
    }
}

impl Sorter<'_> {
    #[inline]
    fn push(&mut self, key: u8, rarer: f64) {
        let first = &mut self.firsts[usize::from(key)];
        *first = first.wrapping_sub(1);
        let first = *first as usize;
        self.waiting[first] = rarer;
        // What comes after the contact is kept needs no register of it.
        if first.is_multiple_of(PART) {
            self.make_room(key, first);
        }
    }

    #[cold]
    #[inline(never)]
    fn make_room(&mut self, key: u8, first: usize) {
        let room = if first == 0 {
            let contact = self.waiting[0];
            self.waiting.resize(self.waiting.len() + PART, contact);
            self.waiting.len() - 1
        } else {
            self.hand_over(key, first..first + PART);
            first + PART
        };
        self.firsts[usize::from(key)] = room as u32;
    }

    fn hand_over(&mut self, key: u8, places: Range<usize>) {
        let contacts = &self.waiting[places];
        let (likely, index) = (usize::from(key) > FAR, usize::from(key) % (FAR + 1));
        match (index == FAR, likely) {
            (true, false) => contacts.iter().for_each(|&rarer| self.list.push_unlikely(rarer)),
            (true, true) => contacts.iter().for_each(|&rarer| self.list.push_likely(rarer)),
            (false, false) => self.list.unlikely.extend(index, contacts),
            (false, true) => self.list.likely.extend(index, contacts),
        }
    }
}
