//! Contacts in the order of their first attempts, and what became of each.

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

#[derive(Debug, Clone, Copy, Default)]
struct Tried {
    attempts: u16,
    reached: bool,
    agreed: bool,
}

/// The place of a contact that was not met.
const NOWHERE: u32 = u32::MAX;

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
    contacts: Vec<Tried>,
    /// Of each contact that was met, by its number.
    places: Vec<u32>,
}

impl AttemptHistory {
    /// One more attempt at a contact, in the order of time. Contacts are known by numbers from 0 up, of which none is left out for
    /// long: as many are held in memory. Nobody in particular is a contact of its own. Attempts after the first
    /// conversation, and beyond [`AttemptTable::MAX_ATTEMPTS`], are not counted. Tells whether it is the contact's first.
    pub fn attempt(&mut self, contact: Option<u32>, reached: bool, agreed: bool) -> bool {
        let next = self.contacts.len();
        let place = contact.map_or(next, |contact| self.place(contact as usize));
        if place == next {
            self.contacts.push(Tried::default());
        }
        let tried = &mut self.contacts[place];
        if !tried.reached && usize::from(tried.attempts) < AttemptTable::MAX_ATTEMPTS {
            *tried = Tried { attempts: tried.attempts + 1, reached, agreed };
        }
        place == next
    }

    fn place(&mut self, contact: usize) -> usize {
        let next = self.contacts.len();
        if contact >= self.places.len() {
            self.places.resize(contact + 1, NOWHERE);
        }
        let place = &mut self.places[contact];
        if *place == NOWHERE {
            *place = next as u32;
        }
        *place as usize
    }

    /// A contact as it is after this many attempts, of which the last one reached it or none did.
    pub fn contact(&mut self, attempts: u32, reached: bool, agreed: bool) {
        let attempts = u16::try_from(attempts).unwrap_or(u16::MAX);
        self.contacts.push(Tried { attempts, reached, agreed });
    }

    /// How many contacts were at risk at each attempt, and how many were closed there.
    pub fn table(&self, by: Closing) -> AttemptTable {
        table(&self.contacts, by)
    }

    /// The same of the first half of the contacts, and of the second.
    pub fn halves(&self, by: Closing) -> [AttemptTable; 2] {
        let (first, second) = self.contacts.split_at(self.contacts.len().div_ceil(2));
        [first, second].map(|contacts| table(contacts, by))
    }
}

fn table(contacts: &[Tried], by: Closing) -> AttemptTable {
    let mut table = AttemptTable::default();
    for tried in contacts {
        let closed = match by {
            Closing::Reach => tried.reached,
            Closing::Meeting => tried.agreed,
        };
        table.learn(tried.attempts.into(), closed);
    }
    table
}
