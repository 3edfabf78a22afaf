//! Which way a call went.

use super::role::{ByRole, Role};
use super::search::{Search, is_of_another};
use crate::read::endings::Ending;
use crate::read::vocabulary::{Exporter, known};
use crate::read::words::{letters, plain_word, spaced};

impl Search<'_> {
    /// Whether most of a column's words tell directions, or calls from what is none.
    pub(super) fn tells_direction(&self, column: usize) -> bool {
        let decides = |cell: &str| direction(self.exporters, cell).is_some_and(|direction| direction != "call");
        self.share(column, |cell| direction(self.exporters, cell).is_some()) > 0.5 && self.filled(column).any(decides)
    }

    /// `Is Inbound`: yes or no, and whether yes is a call that came in.
    pub(super) fn asks_for_direction(&self, columns: &ByRole) -> Option<(usize, bool)> {
        let asks = |column: usize| {
            let name = plain_word(&spaced(self.table.column_name(column)));
            let name = ["is ", "est ", "ist "].into_iter().find_map(|is| name.strip_prefix(is)).unwrap_or(&name);
            // `In business hours?` asks for something else, `Missed?` for whether anybody answered, `Effectué` for whether it was made.
            if self.names_ending(column).is_some()
                || self.says("state", name)
                || !name.split(' ').all(|word| direction(self.exporters, word).is_some())
            {
                return None;
            }
            match direction(self.exporters, name)? {
                "incoming" => Some((column, true)),
                "outgoing" => Some((column, false)),
                _ => None,
            }
        };
        let mut all = (0..self.table.header().len()).filter(|column| !columns.is_used(*column));
        all.find_map(|column| {
            asks(column).filter(|_| self.filled(column).next().is_some() && self.says_yes_or_no(column))
        })
    }

    /// A column in no use whose words tell calls that went out from those that came in, whatever its name; or those that came in alone, under
    /// the name of sorts.
    pub(super) fn direction_by_words(&self, columns: &ByRole) -> Option<usize> {
        let mut free = (0..self.table.header().len()).filter(|column| !columns.is_used(*column));
        free.find(|column| {
            self.tells_both_ways(*column)
                || self.is_of_sorts(*column) && self.tells_incoming(*column)
                || self.is_initiated_by_contacts(*column)
        })
    }

    /// Whether nearly all words of a column tell calls that went out from those that came in; letters do so under the name of sorts.
    pub(super) fn tells_both_ways(&self, column: usize) -> bool {
        let least = if self.is_of_sorts(column) { 1 } else { 4 };
        let way = |cell: &str| way(self.exporters, cell);
        let has = |direction| self.filled(column).any(|cell| cell.len() >= least && way(cell) == Some(direction));
        self.share(column, |cell| way(cell).is_some()) > 0.9 && has("outgoing") && has("incoming")
    }

    /// `Prospect` under `Initiated by`.
    fn is_initiated_by_contacts(&self, column: usize) -> bool {
        let name = self.name(column);
        self.filled(column).any(|cell| initiated(self.exporters, &name, cell) == Some("incoming"))
    }

    /// `Passé` beside `Reçu`: one of two or three words is of calls that came in, and the others are of nothing else that is known.
    pub(super) fn tells_incoming(&self, column: usize) -> bool {
        let words = self.words(column);
        let is_direction = |word: &str| direction_of(self.exporters, word).is_some();
        // `Missed` is so of calls that went out, too.
        let tells_more = |word: &str| {
            self.says("answer", word)
                || self.says("kind", word)
                || known().ending(self.exporters, word).is_some_and(|ending| ending != Ending::Planned)
        };
        let came_in = |word: &str| word.len() > 3 && direction_of(self.exporters, word) == Some("incoming");
        (2..=3).contains(&words.len())
            && words.iter().all(|word| is_direction(word) || !tells_more(word))
            && words.iter().any(|word| came_in(word) && !tells_more(word))
    }

    /// `Type`, `Call kind`, `Richtung`: whether a column is named as those of sorts of calls are, and not of people.
    fn is_of_sorts(&self, column: usize) -> bool {
        let name = self.name(column);
        let has = |what, meaning: &str| {
            name.split(' ').any(|word| known().meaning(self.exporters, what, word) == Some(meaning))
        };
        known().columns(Role::Direction.key()).contains(&letters(self.table.column_name(column)))
            || has("wide", "sort") && !has("object", "person")
    }

    /// A column in no use whose words tell calls from other rows, whatever its name; not where those of another call, whence the contact
    /// comes, or sentences may stand there. Nearly all rows say one of both, and some nothing but that it is a call.
    pub(super) fn calls_by_words(&self, columns: &ByRole) -> Option<usize> {
        let meaning = |cell: &str| direction(self.exporters, cell).filter(|meaning| meaning.ends_with("call"));
        let tells = |column: usize| {
            let has_plain = self.filled(column).any(|cell| direction_of(self.exporters, cell) == Some("call"));
            let has_other = self.filled(column).any(|cell| meaning(cell) == Some("no call"));
            let rows = self.table.sample.iter().filter(|row| {
                columns.first(Role::Outcome).is_none_or(|told| row.get(told).is_some_and(|cell| !cell.is_empty()))
            });
            let known = rows.clone().filter(|row| row.get(column).is_some_and(|cell| meaning(cell).is_some())).count();
            10 * known > 8 * rows.count() && has_plain && has_other
        };
        let mut all = (0..self.table.header().len()).filter(|column| !columns.is_used(*column));
        // `Details` may have nothing but such words.
        let is_of_words = |column| {
            !self.is_of_prose(column) || self.filled(column).all(|cell| direction_of(self.exporters, cell).is_some())
        };
        all.find(|column| tells(*column) && is_of_words(*column) && !is_of_another(&self.name(*column)))
    }

    /// `Call notes`: whether a column is named as those of sentences are.
    pub(super) fn is_of_prose(&self, column: usize) -> bool {
        self.name(column).split(' ').any(|word| known().meaning(self.exporters, "wide", word) == Some("text"))
    }

    /// What stands in most rows of a column that nothing is read from, or in that of callers, and in the contacts' column too: one's own
    /// number, which somebody called.
    pub(super) fn own_number(&self, columns: &ByRole) -> Option<(usize, String)> {
        let contact = columns.first(Role::Contact)?;
        let is_free = |column: &usize| !columns.is_used(*column) || columns.first(Role::Caller) == Some(*column);
        let of = |column: usize| {
            let cells: Vec<_> = self.filled(column).collect();
            let is_most = |own: &&&str| 2 * cells.iter().filter(|cell| cell == own).count() > cells.len();
            // `1`: a number of attempts, and no telephone's.
            let is_count = |cell: &&&str| cell.len() < 3 && cell.bytes().all(|byte| byte.is_ascii_digit());
            let own = *cells.iter().take(8).find(is_most).filter(|own| !is_count(own))?;
            self.filled(contact).any(|cell| cell == own).then(|| (column, own.to_owned()))
        };
        (0..self.table.header().len()).filter(is_free).find_map(of)
    }

    /// A column that is named as directions are, and whose words nobody knows.
    pub(super) fn unknown_direction(&self, columns: &ByRole) -> Option<usize> {
        let names = known().columns(Role::Direction.key());
        let is_one = |column: &usize| {
            let name = letters(self.table.column_name(*column));
            // `Type`, `call type` and `channel` may be of anything.
            let is_wide = || self.name(*column).split(' ').any(|word| self.says("wide", word));
            let is_named = name.contains("direction") || names.contains(&name) && !is_wide();
            let mut cells = self.filled(*column);
            let first = cells.next();
            is_named && !columns.is_used(*column) && first.is_some_and(|first| cells.any(|cell| cell != first))
        };
        (0..self.table.header().len()).find(is_one)
    }
}

/// Whether no word of a text is unknown: of `Xyz call` the first one may be a direction.
pub(super) fn is_whole(exporters: &[&Exporter], text: &str) -> bool {
    let is_known =
        |word: &str| direction(exporters, word).is_some() || known().meaning(exporters, "kind", word).is_some();
    plain_word(text).split(' ').filter(|word| word.len() > 1).all(is_known) || direction_of(exporters, text).is_some()
}

/// What a whole text says of a direction, or of calls.
fn direction_of(exporters: &[&Exporter], text: &str) -> Option<&'static str> {
    known().meaning(exporters, "direction", &plain_word(text))
}

/// `incoming` where the contact called, by a column whose name asks who did.
pub(super) fn initiated(exporters: &[&Exporter], name: &str, text: &str) -> Option<&'static str> {
    known().meaning(exporters, "initiator", name).filter(|meaning| *meaning == "column")?;
    known().meaning(exporters, "initiator", &plain_word(text)).filter(|meaning| *meaning != "column")
}

/// What a text says of the way of its call, or its beginning does: `Incoming call from Ann`, `Outbound Q1`.
pub(super) fn way(exporters: &[&Exporter], text: &str) -> Option<&'static str> {
    let is_way = |word: &&str| word.ends_with("going") || word.ends_with("coming");
    if let Some(whole) = direction_of(exporters, text) {
        return Some(whole).filter(is_way);
    }
    let plain = plain_word(text);
    let words: Vec<_> = plain.split(' ').collect();
    let begins = |length: usize| known().meaning(exporters, "direction", &words[..length].join(" "));
    // Of `in`, `made` and `missed` more may follow than a call.
    let first = (1..=3.min(words.len())).rev().find_map(|length| begins(length).filter(|_| words[0].len() > 3))?;
    Some(first).filter(is_way)
}

/// `outgoing`, `incoming`, `internal`, or `call` and `no call`; by the whole text or by one of its words: `Inbound - Missed`.
pub(crate) fn direction(exporters: &[&Exporter], text: &str) -> Option<&'static str> {
    match text.trim().trim_end_matches('\u{fe0f}') {
        "→" | "➡" | "↗" | "⇒" | "->" | ">" => return Some("outgoing"),
        "←" | "⬅" | "↙" | "⇐" | "<-" | "<" => return Some("incoming"),
        _ => {}
    }
    let plain = plain_word(text);
    let meaning = |word: &str| known().meaning(exporters, "direction", word);
    let words = || plain.split(' ').filter(|word| word.len() > 1);
    let directions: Vec<_> = words().filter_map(meaning).collect();
    // `Missed` alone came in; beside `outbound` it tells that nobody answered.
    let answers = |word: &str| known().meaning(exporters, "answer", word).is_some();
    let came_in = words().any(|word| meaning(word) == Some("incoming") && !answers(word));
    let first = ["incoming", "internal", "outgoing", "call", "no call"].into_iter();
    let mut first = first.skip(usize::from(directions.contains(&"outgoing") && !came_in));
    meaning(&plain).or_else(|| first.find(|direction| directions.contains(direction)))
}
