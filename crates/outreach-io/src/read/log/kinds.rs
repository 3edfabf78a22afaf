//! Columns that may tell cold calls from warm ones.

use outreach::Kind;

use super::role::{ByRole, Role};
use super::search::Search;
use crate::read::connectors::{is_way, names};
use crate::read::contact_layout::kind_of_parts;
use crate::read::endings::NOT_REACHED;
use crate::read::vocabulary::known;
use crate::read::words::{letters, plain_word};

/// `Marie Curie`, `Jean-Luc de la Tour`.
fn is_full_name(text: &str) -> bool {
    let words: Vec<_> = text.split(' ').collect();
    let is_large = |word: &&str| word.starts_with(char::is_uppercase);
    let is_word = |letter: char| letter.is_alphabetic() || "-'’.".contains(letter);
    (2..5).contains(&words.len())
        && [words.first(), words.last()].into_iter().flatten().all(is_large)
        && words.iter().all(|word| word.chars().all(is_word))
}

impl Search<'_> {
    /// A column in no use whose words tell cold calls from warm ones, whatever its name: `Cold list A`, or yes and no to whether a call
    /// was cold; else one that is named as those of kinds are, whatever its words.
    pub(super) fn kinds_by_words(&self, columns: &ByRole) -> Option<usize> {
        let of = |word: &str| known().meaning(self.exporters, "kind", word);
        let meaning = |cell: &str| {
            let plain = plain_word(cell);
            // `Hot` says how much somebody wants, and seldom who recommended the caller.
            let of = |word: &str| if word == "hot" { Some("warm") } else { of(word) };
            of(&plain).or_else(|| plain.split(' ').filter(|word| word.len() > 3 || *word == "hot").find_map(of))
        };
        let tells = |column: &usize| {
            let has = |kind| self.filled(*column).any(|cell| meaning(cell) == Some(kind));
            self.share(*column, |cell| meaning(cell).is_some()) >= 0.5 && has("warm") && (has("cold") || has("channel"))
        };
        let asks = |column: &usize| {
            let name = self.name(*column);
            self.says_yes_or_no(*column)
                && name.split(' ').any(|word| word.len() > 3 && matches!(of(word), Some("cold" | "warm")))
        };
        let all = || (0..self.table.header().len()).filter(|column| !columns.is_used(*column));
        let by_words = |column: &usize| {
            self.filled(*column).next().is_some()
                && (asks(column)
                    || tells(column)
                        && !self.is_of_prose(*column)
                        && !self.says_yes_or_no(*column)
                        && self.filled(*column).any(|cell| cell.len() > 3))
        };
        let names = known().columns(Role::Kind.key());
        let is_named = |column: &usize| {
            let name = letters(self.table.column_name(*column));
            // `type` may be of anything.
            names.contains(&name) && !["type", "tipo", "typ"].contains(&name.as_str()) && self.words(*column).len() > 1
        };
        let found = all().find(by_words).or_else(|| all().find(is_named));
        let found = found.or_else(|| all().find(|column| self.is_of_recommendations(*column)));
        found.or_else(|| all().find(|column| self.is_of_persons(*column, columns)))
    }

    /// Whether nearly all that stands in a column, under a name that nobody knows, are names of few persons, and nothing in many rows: also
    /// beside calls that nobody answered, so that they were not spoken to.
    fn is_of_persons(&self, column: usize, columns: &ByRole) -> bool {
        let name = letters(self.table.column_name(column));
        if known().is_column(&name) || self.is_coarse(column) || self.is_of_prose(column) {
            return false;
        }
        let rows = self.table.sample.iter().map(|row| (row, row.get(column).map_or("", String::as_str)));
        let named: Vec<_> = rows.filter(|(_, cell)| names(self.exporters, true, cell)).collect();
        let persons = named.iter().filter(|(_, cell)| is_full_name(cell)).count();
        let mut different: Vec<_> = named.iter().map(|(_, cell)| *cell).collect();
        different.sort_unstable();
        different.dedup();
        let is_unanswered = |row: &[String]| {
            let mut told = columns.all(Role::Outcome).iter().filter_map(|column| row.get(*column));
            told.any(|cell| known().ending(self.exporters, cell) == Some(NOT_REACHED))
        };
        4 * named.len() < 3 * self.table.sample.len()
            && different.len() > 1
            && 2 * different.len() <= named.len()
            && 10 * persons > 9 * named.len()
            && named.iter().any(|(row, _)| is_unanswered(row))
    }

    /// The column of kinds, and one in no use that is named so too and says otherwise in some rows.
    pub(super) fn other_kinds(&self, columns: &ByRole) -> Option<(usize, usize)> {
        let kind = columns.first(Role::Kind)?;
        let of = |row: &Vec<String>, column: usize| {
            let meaning = known().meaning(self.exporters, "kind", &plain_word(row.get(column)?));
            meaning.filter(|meaning| matches!(*meaning, "cold" | "warm"))
        };
        let differs = |column: &usize| {
            let both = |row: &Vec<String>| of(row, kind).zip(of(row, *column));
            self.table.sample.iter().filter_map(both).any(|(one, other)| one != other)
        };
        let is_named = |column: &usize| known().columns("kind").contains(&letters(self.table.column_name(*column)));
        let mut free = (0..self.table.header().len()).filter(|column| !columns.is_used(*column) && is_named(column));
        Some((kind, free.find(differs)?))
    }

    /// `Referral - Ana Doe`
    pub(super) fn is_warm_by_parts(&self, cell: &str) -> bool {
        let is_warm = |part: &str| known().meaning(self.exporters, "kind", &plain_word(part)) == Some("warm");
        kind_of_parts(cell, |part| is_warm(part).then_some(Kind::Warm)).is_some()
    }

    /// Whether a name has a word of those for recommendations, `Empfehlungspartner`, and some rows have a text there.
    fn is_of_recommendations(&self, column: usize) -> bool {
        const BEGIN: &str = "refer recomm recom introd vouch parrain prescri empfehl empfohl vermitt raccom segnal presentat indica padrin \
                             aanbev verwij aangedr doorverw";
        let begins = |word: &str| BEGIN.split_whitespace().any(|begin| word.starts_with(begin));
        let is_text = |cell: &str| !cell.bytes().any(|letter| letter.is_ascii_digit());
        let some = self.filled(column).count();
        self.name(column).split(' ').any(begins)
            && some > 0
            && some < self.table.sample.len()
            && self.share(column, is_text) > 0.9
    }

    /// The column of connectors, where it is named as ways are and most rows, or many, say one of few words: some of them.
    pub(super) fn ways(&self, columns: &ByRole) -> Option<(usize, Vec<String>)> {
        let column = columns.first(Role::Connector).filter(|column| is_way(self.table.column_name(*column)))?;
        let mut words: Vec<_> = self.filled(column).filter(|cell| names(self.exporters, true, cell)).collect();
        let rows = words.len();
        words.sort_unstable();
        words.dedup();
        let is_doubted = rows > 9 && (10 * rows > 9 * self.table.sample.len() || 10 * words.len() < rows);
        is_doubted.then(|| (column, words.into_iter().take(Self::SHOWN).map(str::to_owned).collect()))
    }

    /// A column of outcomes, parts of whose texts tell where contacts come from: `Voicemail; Referral`.
    pub(super) fn kinds_in_outcomes(&self, columns: &ByRole) -> Option<usize> {
        let tells = |cell: &str| known().has_part_of_kind(self.exporters, cell);
        columns
            .all(Role::Outcome)
            .iter()
            .copied()
            .find(|column| self.filled(*column).any(tells) && self.share(*column, tells) >= 0.1)
    }
}
