//! Who stands in a list more than once, in whatever spelling.

use std::collections::HashSet;

use crate::read::hashes::{Doubles, quick_hash};
use crate::read::log::contact::{self, Identities};
use crate::read::log::{Role, names};
use crate::read::table::{Row, Table};
use crate::read::vocabulary::known;
use crate::read::when;
use crate::read::words::letters;

/// The persons of a list, by all columns of telephone numbers and addresses, or by names and all else that tells them apart.
#[derive(Debug)]
pub(super) struct Persons {
    /// The columns of telephone numbers and addresses.
    pub(super) own: Vec<usize>,
    /// For who has neither number nor address, perhaps in a row alone.
    names: Vec<usize>,
    met: Doubles,
    named: Doubles,
    identities: Identities,
    key: String,
    part: String,
    hashes: Vec<u64>,
}

impl Persons {
    /// `used` columns tell nothing of who it is.
    pub(super) fn of(table: &Table, used: &[Option<usize>]) -> Option<Self> {
        let of_contacts = known().columns("contact");
        let free: Vec<_> = (0..table.header().len()).filter(|column| !used.contains(&Some(*column))).collect();
        let is_named = |column: usize| of_contacts.contains(&letters(table.column_name(column)));
        let is_own = |column: &usize| is_of_numbers(table, *column, is_named(*column));
        let (own, rest): (Vec<_>, Vec<_>) = free.into_iter().partition(is_own);
        let halves = || names::halves(table.header(), Role::Contact, |column| rest.contains(&column));
        let named = rest.iter().copied().find(|column| is_named(*column)).or_else(|| Some(halves()?[0]));
        let names = named.into_iter().chain(rest.iter().copied().filter(|column| Some(*column) != named));
        let names: Vec<_> = if named.is_some() { names.collect() } else { Vec::new() };
        let identities = Identities::of(own.iter().flat_map(|column| table.sampled(*column)));
        let (met, named) = (Doubles::default(), Doubles::default());
        let (key, part, hashes) = (String::new(), String::new(), Vec::new());
        (!own.is_empty() || !names.is_empty()).then_some(Self { own, names, met, named, identities, key, part, hashes })
    }

    pub(super) fn add(&mut self, row: &Row) {
        let is_nobody = |cell: &str| cell.is_empty() || contact::is_nobody(cell) || contact::is_rounded(cell);
        self.hashes.clear();
        for column in &self.own {
            let cell = row.cell(*column);
            if !is_nobody(&cell) {
                self.identities.write(&cell, &mut self.part);
                self.hashes.push(quick_hash(self.part.as_bytes()));
            }
        }
        let is_known = self.met.add_any(&self.hashes);
        if is_known || self.names.first().is_none_or(|first| is_nobody(&row.cell(*first))) {
            return;
        }
        self.key.clear();
        for column in &self.names {
            self.identities.write(&row.cell(*column), &mut self.part);
            self.key.push_str(&self.part);
            self.key.push('\n');
        }
        let hash = quick_hash(self.key.as_bytes());
        if self.hashes.is_empty() { self.named.add_untold(hash) } else { self.named.add_told_apart(hash) }
    }

    /// About this many rows are of persons who were there before, and the columns that show it.
    pub(super) fn again(self) -> (u64, Vec<usize>) {
        let (met, named) = (self.met.met(), self.named.met());
        let names = self.names.first().filter(|_| named > 0 || self.own.is_empty());
        (met + named, names.into_iter().chain(self.own.iter().filter(|_| met > 0 || named == 0)).copied().collect())
    }
}

/// Whether most cells of a column are telephone numbers or addresses; of one with another name, as nothing else is written, and most of
/// them different: all rows of one's own address are of one owner.
fn is_of_numbers(table: &Table, column: usize, is_named: bool) -> bool {
    let is_one = |cell: &&str| {
        let begins = is_named || cell.starts_with(['+', '0', '(']) && cell.len() > 8;
        cell.contains('@')
            || begins
                && cell.bytes().filter(u8::is_ascii_digit).count() >= 7
                && !cell.contains(|letter: char| letter.is_alphabetic())
                && (cell.bytes().all(|byte| byte.is_ascii_digit()) || when::read(cell).is_none())
    };
    let (all, some) = (table.sampled(column).count(), table.sampled(column).filter(is_one).count());
    let different = || table.sampled(column).collect::<HashSet<_>>().len();
    2 * some > all && (is_named || 2 * different() >= all)
}
