//! Finds the column of meetings held (`Attended`) or missed (`No-show`).

use outreach::Outcome;

use super::role::{ByRole, Role};
use super::search::{Search, is_of_another};
use crate::read::endings::{Ending, NOT_REACHED, REFUSED, SET, is_filler};
use crate::read::vocabulary::known;
use crate::read::words::letters;

/// How its cells are to be read.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Held {
    /// It is named as missed meetings are.
    pub(crate) is_denial: bool,
    /// Nothing but one word of yes stands in it, beside those of meetings to come: an empty cell is a no.
    pub(super) is_of_boxes: bool,
    /// It is named as the state or the result of meetings is: what stands there tells of one.
    pub(super) is_of_states: bool,
}

/// Whether a text says yes or no and nothing of how a call ended.
pub(super) fn is_bare(ending: Option<Ending>) -> bool {
    matches!(ending, None | Some(SET | REFUSED))
}

impl Search<'_> {
    pub(super) fn held(&self, columns: &ByRole) -> Held {
        let Some(column) = columns.first(Role::Held) else { return Held::default() };
        let is_denial = self.names_absence(column) || self.names_ending(column) == Some(NOT_REACHED);
        let is_of_states = self.is_of_states_of_meetings(column);
        Held { is_denial, is_of_boxes: self.has_boxes_and_plans(column), is_of_states }
    }

    /// A column in no use that is named as the state or the result of meetings is, or stands beside meetings alone, and whose words are
    /// of nothing but meetings that were held, missed, or are still to come; or yes and no beside meetings alone, in a name of such.
    pub(super) fn held_by_words(&self, columns: &ByRole) -> Option<usize> {
        let met = self.met(columns);
        let mut free = (0..self.table.header().len()).filter(|column| !columns.is_used(*column));
        free.find(|column| {
            let (is_of_states, is_alone) =
                (self.is_of_states_of_meetings(*column), self.is_of_meetings_alone(*column, &met));
            let asks = is_alone && self.is_of_meetings_and(*column, &["held"]);
            let became = |cell: &str| {
                matches!(self.of_a_meeting(cell), Some(Ending::Of(Outcome::Held | Outcome::NoShow)))
                    // `Absent`
                    || self.says("answer", cell) && (asks || !is_bare(known().ending(self.exporters, cell)))
            };
            let tells = |cell: &str| became(cell) || self.is_to_come(cell) || known().is_blank(cell);
            (is_of_states || is_alone)
                && self.filled(*column).any(|cell| became(cell) || is_of_states && self.is_to_come(cell))
                && self.share(*column, tells) > 0.9
        })
    }

    /// `Result of meeting`, `Estado de la cita`, `Statut RDV`.
    fn is_of_states_of_meetings(&self, column: usize) -> bool {
        self.is_of_meetings_and(column, &["outcome", "state"])
    }

    /// Whether a column's name speaks of meetings and of what is a part of phrases, or a column, so called, and of nothing else.
    fn is_of_meetings_and(&self, column: usize, names: &[&str]) -> bool {
        let name = self.name(column);
        let parts = known().parts(&name);
        let is_one = |part: &str, word: &str| {
            names.contains(&part) || names.iter().any(|role| known().columns(role).contains(&letters(word)))
        };
        let is_meeting = |part: &str| part == "meeting";
        parts.iter().any(|(part, _)| is_meeting(part))
            && parts.iter().any(|(part, word)| !is_meeting(part) && is_one(part, word))
            && parts.iter().all(|(part, word)| is_meeting(part) || is_filler(part) || is_one(part, word))
            && !is_of_another(&name)
    }

    fn of_a_meeting(&self, cell: &str) -> Option<Ending> {
        known().of_a_meeting(self.exporters, cell)
    }

    fn is_to_come(&self, cell: &str) -> bool {
        !self.says("answer", cell)
            && matches!(self.of_a_meeting(cell), Some(SET | Ending::Planned | Ending::Of(Outcome::Open)))
    }

    /// `Realizada`, done, of calls as well as of meetings: it says yes beside calls that nobody answered.
    pub(super) fn is_of_calls(&self, column: usize, columns: &ByRole) -> bool {
        let mut told = columns.all(Role::Outcome).iter();
        !self.names_absence(column) && told.any(|words| self.says_yes_without_meetings(column, *words))
    }

    /// A column in no use that tells in yes and no whether a meeting was missed.
    pub(super) fn absence(&self, columns: &ByRole) -> Option<usize> {
        let tells = |cell: &str| self.says("answer", cell) || known().ending(self.exporters, cell).is_some();
        let mut free = (0..self.table.header().len()).filter(|column| !columns.is_used(*column));
        free.find(|column| {
            let is_named = self.names_absence(*column)
                // `Absent` may be so of calls.
                || self.names_ending(*column) == Some(NOT_REACHED) && self.is_of_meetings_alone(*column, &self.met(columns));
            is_named
                && self.filled(*column).next().is_some()
                && self.share(*column, tells) > 0.9
                && self.filled(*column).any(|cell| self.is_answer(cell))
        })
    }

    /// Which of the first rows tell a meeting.
    fn met(&self, columns: &ByRole) -> Vec<bool> {
        let is_met =
            |cell: &String| matches!(known().ending(self.exporters, cell), Some(Ending::Of(outcome)) if outcome.set());
        let outcome = columns.first(Role::Outcome);
        self.table.sample.iter().map(|row| outcome.and_then(|column| row.get(column)).is_some_and(is_met)).collect()
    }

    /// Whether something stands in a column beside meetings alone, twice at least, and not in all rows.
    fn is_of_meetings_alone(&self, column: usize, met: &[bool]) -> bool {
        let is_filled = |row: &Vec<String>| row.get(column).is_some_and(|cell| !cell.is_empty());
        let rows = || self.table.sample.iter().zip(met).filter(|(row, _)| is_filled(row));
        rows().all(|(_, is_met)| *is_met) && (2..self.table.sample.len()).contains(&rows().count())
    }

    /// A column in no use of yes and no or known words that stand beside meetings alone.
    pub(super) fn unused_held(&self, columns: &ByRole) -> Option<usize> {
        if columns.has(Role::Held) {
            return None;
        }
        let met = self.met(columns);
        let tells = |cell: &str| self.says("answer", cell) || known().ending(self.exporters, cell).is_some();
        let mut free = (0..self.table.header().len()).filter(|column| !columns.is_used(*column));
        free.find(|column| self.is_of_meetings_alone(*column, &met) && self.share(*column, tells) > 0.5)
    }

    /// `No-show`, `Meeting cancelled`, `Cancelled`, `Nicht stattgefunden`.
    fn names_absence(&self, column: usize) -> bool {
        let name = self.name(column);
        let part = |text: &str| known().meaning(&[], "part", text);
        let denies = name.split_once(' ').is_some_and(|(first, rest)| {
            part(first) == Some("no") && known().columns(Role::Held.key()).contains(&letters(rest))
        });
        let is_cancelled = known().meaning(self.exporters, "state", &name) == Some("cancelled");
        denies
            || is_cancelled && part(&name) == Some("missed")
            || self.names_ending(column) == Some(Ending::Of(Outcome::NoShow))
    }

    fn is_answer(&self, cell: &str) -> bool {
        self.says("answer", cell) && is_bare(known().ending(self.exporters, cell))
    }

    fn has_boxes_and_plans(&self, column: usize) -> bool {
        let is_yes = |cell: &str| self.is_answer(cell) && self.is_yes(cell);
        let is_planned = |cell: &str| {
            matches!(known().ending(self.exporters, cell), Some(Ending::Planned | Ending::Of(Outcome::Open)))
        };
        let mut signs = self.filled(column).filter(|cell| !is_planned(cell));
        signs.next().is_some_and(|first| is_yes(first) && signs.all(|cell| cell == first))
    }
}
