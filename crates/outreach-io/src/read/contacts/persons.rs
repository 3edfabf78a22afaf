//! Who stands in a list more than once, in whatever spelling.

use crate::read::hashes::{Doubles, quick_hash};
use crate::read::log::contact::{self, Identities};
use crate::read::table::{Row, Table};
use crate::read::vocabulary::known;
use crate::read::words::letters;

/// The persons of a list, by a column of telephone numbers or addresses, or by names and all else that tells them apart.
#[derive(Debug)]
pub(super) struct Persons {
    columns: Vec<usize>,
    met: Doubles,
    identities: Identities,
    key: String,
    part: String,
}

impl Persons {
    /// By the columns that are named as those of contacts are; `used` ones tell nothing of who it is.
    pub(super) fn of(table: &Table, used: &[Option<usize>]) -> Option<Self> {
        let names = known().columns("contact");
        let free: Vec<_> = (0..table.header().len()).filter(|column| !used.contains(&Some(*column))).collect();
        let is_named = |column: &&usize| names.contains(&letters(table.column_name(**column)));
        let named: Vec<_> = free.iter().filter(is_named).copied().collect();
        let own = named.iter().copied().find(|column| is_of_numbers(table, *column));
        let columns = match own {
            Some(column) => vec![column],
            None => named
                .first()
                .into_iter()
                .chain(free.iter().filter(|column| Some(*column) != named.first()))
                .copied()
                .collect(),
        };
        let identities = Identities::of(columns.first().into_iter().flat_map(|column| table.sampled(*column)));
        let (met, key, part) = (Doubles::default(), String::new(), String::new());
        (!named.is_empty()).then_some(Self { columns, met, identities, key, part })
    }

    pub(super) fn add(&mut self, row: &Row) {
        self.key.clear();
        for (place, column) in self.columns.iter().enumerate() {
            let cell = row.cell(*column);
            if place == 0 && (cell.is_empty() || contact::is_nobody(&cell) || contact::is_rounded(&cell)) {
                return;
            }
            self.identities.write(&cell, &mut self.part);
            self.key.push_str(&self.part);
            self.key.push('\n');
        }
        self.met.add(quick_hash(self.key.as_bytes()));
    }

    /// About this many rows are of persons who were there before, and the column that shows it.
    pub(super) fn again(&self) -> (u64, usize) {
        (self.met.met(), self.columns[0])
    }
}

/// Whether most cells of a column are telephone numbers or addresses.
fn is_of_numbers(table: &Table, column: usize) -> bool {
    let is_one = |cell: &&str| {
        cell.contains('@')
            || cell.bytes().filter(u8::is_ascii_digit).count() >= 7
                && !cell.contains(|letter: char| letter.is_alphabetic())
    };
    2 * table.sampled(column).filter(is_one).count() > table.sampled(column).count()
}
