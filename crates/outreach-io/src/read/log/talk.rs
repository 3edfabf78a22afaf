//! Columns of durations that tell whether anybody answered.

use super::role::{ByRole, Role};
use super::search::Search;
use crate::read::durations::Durations;
use crate::read::endings::{Ending, NOT_REACHED};
use crate::read::vocabulary::known;
use crate::read::words::letters;

impl Search<'_> {
    /// A column of durations that is 0 beside nearly all blank outcomes, and beside no ending of an answered call: it counts from the answer
    /// on. Of a ring one would be longer.
    pub(super) fn talk_by_zeros(&self, columns: &ByRole) -> Option<usize> {
        let is_told = [Role::Reached, Role::AnsweredAt].into_iter().any(|role| columns.has(role));
        if is_told || !columns.has(Role::Outcome) || self.layout.column(Role::Duration).is_some() {
            return None;
        }
        let names = known().columns(Role::Duration.key());
        let told = columns.all(Role::Outcome);
        let tells = |column: &usize| {
            let (mut zeros, mut others, mut is_wrong) = (0, 0, false);
            for row in &self.table.sample {
                let cell = |column: usize| row.get(column).map_or("", String::as_str);
                let Some(seconds) = Durations::of_column("").seconds(cell(*column)) else { continue };
                if told.iter().all(|column| cell(*column).is_empty()) {
                    *(if seconds > 0.0 { &mut others } else { &mut zeros }) += 1;
                } else if seconds <= 0.0 {
                    let endings = told.iter().filter_map(|column| known().ending(self.exporters, cell(*column)));
                    is_wrong |= endings.into_iter().any(|ending| ![NOT_REACHED, Ending::Planned].contains(&ending));
                }
            }
            !is_wrong && zeros > 1 && zeros > 9 * others
        };
        let is_named = |column: &usize| names.contains(&letters(self.table.column_name(*column)));
        (0..self.table.header().len()).filter(|column| !columns.is_used(*column) && is_named(column)).find(tells)
    }
}
