//! Contacts in the order of their first attempts, and what became of each.

use std::ops::Range;

use crate::model::AttemptTable;

/// What an attempt that closes a contact is counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Closing {
    /// A conversation, whatever it brought.
    Reach,
    /// A meeting, where a log does not say who was reached. Refusals close contacts too, so that what has not yet brought one by
    /// attempt k is no share of people.
    Meeting,
}

impl Closing {
    /// Its name: `reach`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Reach => "reach",
            Self::Meeting => "meeting",
        }
    }
}

/// In one place, as a million calls are at contacts that stand far from each other in memory.
#[derive(Debug, Clone, Copy)]
struct Tried {
    /// Among the contacts that were met, in the order of their first attempts.
    place: u32,
    attempts: u16,
    reached: bool,
    agreed: bool,
}

/// A contact that was not met.
const NOBODY: Tried = Tried { place: u32::MAX, attempts: 0, reached: false, agreed: false };

/// The contacts of one kind, in the order of their first attempts.
///
/// ```
/// use outreach::{AttemptHistory, Closing};
///
/// let mut history = AttemptHistory::default();
/// let [ana, bob] = [Some(0), Some(1)];
/// history.attempt(ana, false, false);
/// history.attempt(bob, true, false);
/// history.attempt(ana, true, true);
/// // After the conversation nothing is counted any more.
/// history.attempt(ana, true, true);
/// let table = history.table(Closing::Reach);
/// assert_eq!((table.at_risk(), table.reached()), ([2, 1].as_slice(), [1, 1].as_slice()));
/// ```
#[derive(Debug, Clone, Default)]
pub struct AttemptHistory {
    /// By their numbers; nobody where none of this number was met.
    numbered: Vec<Tried>,
    others: Vec<Tried>,
    met: u32,
}

impl AttemptHistory {
    /// One more attempt at a contact, in the order of time. Contacts are known by numbers from 0 up, of which none is left out for
    /// long: as many are held in memory. Nobody in particular is a contact of its own. Attempts after the first
    /// conversation, and beyond [`AttemptTable::MAX_ATTEMPTS`], are not counted. Tells whether it is the contact's first.
    pub fn attempt(&mut self, contact: Option<u32>, reached: bool, agreed: bool) -> bool {
        let Some(contact) = contact.map(|contact| contact as usize) else {
            self.contact(1, reached, agreed);
            return true;
        };
        if contact >= self.numbered.len() {
            self.numbered.resize(contact + 1, NOBODY);
        }
        let tried = &mut self.numbered[contact];
        let is_first = tried.place == NOBODY.place;
        if is_first {
            tried.place = self.met;
            self.met += 1;
        }
        if !tried.reached && usize::from(tried.attempts) < AttemptTable::MAX_ATTEMPTS {
            *tried = Tried { attempts: tried.attempts + 1, reached, agreed, ..*tried };
        }
        is_first
    }

    /// A contact as it is after this many attempts, of which the last one reached it or none did.
    pub fn contact(&mut self, attempts: u32, reached: bool, agreed: bool) {
        let attempts = u16::try_from(attempts).unwrap_or(u16::MAX);
        self.others.push(Tried { place: self.met, attempts, reached, agreed });
        self.met += 1;
    }

    /// How many contacts were at risk at each attempt, and how many were closed there.
    pub fn table(&self, by: Closing) -> AttemptTable {
        self.of_places(0..self.met, by)
    }

    /// The same of the first half of the contacts, and of the second.
    pub fn halves(&self, by: Closing) -> [AttemptTable; 2] {
        let half = self.met.div_ceil(2);
        [0..half, half..self.met].map(|places| self.of_places(places, by))
    }

    fn of_places(&self, places: Range<u32>, by: Closing) -> AttemptTable {
        let mut table = AttemptTable::default();
        for tried in self.numbered.iter().chain(&self.others).filter(|tried| places.contains(&tried.place)) {
            let closed = match by {
                Closing::Reach => tried.reached,
                Closing::Meeting => tried.agreed,
            };
            table.learn(tried.attempts.into(), closed);
        }
        table
    }
}
