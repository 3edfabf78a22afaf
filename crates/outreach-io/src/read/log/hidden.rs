//! Meetings that a log may tell of in words that nobody knows.

use outreach::Outcome;

use super::role::Role;
use super::row::Reader;
use super::runs::Runs;
use crate::read::assumed::Assumed;
use crate::read::endings::Ending;
use crate::read::rows::{Rows, Word};
use crate::read::table::Table;
use crate::read::vocabulary::known;

impl Reader {
    /// Calls that may have brought a meeting, where no word or column tells of any. One alone changes no rate beyond its range.
    pub(super) fn hidden_meetings(&self, table: &Table, calls: &Runs, rows: &Rows) -> Option<Assumed> {
        let words = || rows.words.iter().filter(|word| word.role == Role::Outcome.key());
        let is_meeting = |ending| matches!(ending, Ending::Of(outcome) if outcome.set());
        let tells = !self.layout.meeting_words.is_empty()
            || self.columns.asks_for_meeting.is_some()
            || self.columns.has(Role::Held) && !self.columns.has_endings()
            || Outcome::ALL.into_iter().any(|outcome| outcome.set() && calls.of(outcome) > 0)
            // Of calls that nobody answered.
            || words().any(|word| Ending::of_key(word.meaning).is_some_and(is_meeting));
        if tells || calls.of(Outcome::Refused) == 0 {
            return None;
        }
        let may_be_more = |word: &&Word| match word.meaning {
            "planned" => known().is_call_to_come(&word.word),
            "open" => known().has_unknown_part(&self.exporters, &word.word),
            _ => false,
        };
        let more: u64 = words().filter(may_be_more).map(|word| word.rows).sum();
        let unknown: u64 = rows.unknown.iter().map(|(_, rows)| rows).sum();
        let all = calls.of(Outcome::Answered) + unknown + more;
        let answered = words().filter(|word| word.meaning == Outcome::Answered.key());
        let told = answered.chain(words().filter(may_be_more)).map(|word| word.word.clone());
        let unknown_words = rows.unknown.iter().chain(&self.unread);
        let told = unknown_words.map(|(word, _)| word.clone()).chain(told).collect();
        let column = self.columns.name(table, Role::Outcome).unwrap_or_default().to_owned();
        (all > 1).then_some(Assumed::HiddenMeetings(all, column, told))
    }
}
