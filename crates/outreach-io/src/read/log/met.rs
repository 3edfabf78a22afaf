//! The words of a log, with what they were taken for.

use super::meanings::Meanings;
use super::role::Role;
use super::row::Reader;
use crate::read::rows::Word;
use crate::read::table::Table;

impl Reader {
    /// The words that were met, with what they were taken for.
    pub(crate) fn words(&self, table: &Table) -> Vec<Word> {
        let mut words = Vec::new();
        let mut add = |role: Role, column: usize, met: Vec<(&str, &'static str, u64)>| {
            let column = table.column_name(column);
            words.extend(met.into_iter().map(|(word, meaning, rows)| Word {
                role: role.key(),
                column: column.to_owned(),
                word: word.to_owned(),
                meaning,
                rows,
            }));
        };
        for (endings, column) in self.endings.iter().zip(self.columns.all(Role::Outcome)) {
            add(
                Role::Outcome,
                *column,
                endings.met().into_iter().map(|(word, ending, rows)| (word, ending.key(), rows)).collect(),
            );
        }
        if let Some(column) = self.columns.first(Role::Kind) {
            add(
                Role::Kind,
                column,
                self.kinds.met().into_iter().map(|(word, kind, rows)| (word, kind.key(), rows)).collect(),
            );
        }
        if let Some(column) = self.columns.first(Role::Reached) {
            let key = |answer: Option<bool>| match answer {
                Some(true) => "answered",
                Some(false) => "not reached",
                None => "tells nothing",
            };
            add(
                Role::Reached,
                column,
                self.answers.met().into_iter().map(|(word, answer, rows)| (word, key(answer), rows)).collect(),
            );
        }
        for (directions, column) in self.directions.iter().zip(self.columns.all(Role::Direction)) {
            add(Role::Direction, *column, directions.met());
        }
        words
    }

    /// Words that the user named and no row says.
    pub(crate) fn unmet(&self) -> Vec<String> {
        let outcomes = self.endings.first().map(Meanings::unmet).unwrap_or_default();
        let in_none = |word: &String| self.endings.iter().all(|endings| endings.unmet().contains(word));
        outcomes.into_iter().filter(in_none).chain(self.kinds.unmet()).collect()
    }
}
