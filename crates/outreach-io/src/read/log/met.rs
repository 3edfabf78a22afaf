//! The words of a log that were met, and what they were taken for.

use outreach::Kind;

use super::role::Role;
use super::row::Reader;
use crate::read::assumed::Assumed;
use crate::read::endings::{Ending, Said};
use crate::read::meanings::Meanings;
use crate::read::rows::Word;
use crate::read::table::Table;
use crate::read::vocabulary::known;
use crate::read::words::{plain_word, spaced};

impl Reader {
    /// The words that were met, with what they were taken for.
    pub(crate) fn words(&self, table: &Table) -> Vec<Word> {
        let name = |role| self.columns.name(table, role).unwrap_or_default();
        let answer = |answer: Option<bool>| match answer {
            Some(true) => "answered",
            Some(false) => "not reached",
            None => "tells nothing",
        };
        let mut words = Vec::new();
        for (endings, column) in self.endings.iter().zip(self.columns.all(Role::Outcome)) {
            words.extend(endings.words(Role::Outcome.key(), table.column_name(*column), Said::key));
        }
        words.extend(self.kinds.words(Role::Kind.key(), name(Role::Kind), Kind::key));
        words.extend(self.connectors.words(name(Role::Connector)));
        words.extend(self.answers.words(Role::Reached.key(), name(Role::Reached), answer));
        for (directions, column) in self.directions.iter().zip(self.columns.all(Role::Direction)) {
            words.extend(directions.words(Role::Direction.key(), table.column_name(*column), |key| key));
        }
        words
    }

    /// What was met of rows that may be understood otherwise.
    pub(crate) fn doubts(&self, table: &Table) -> Vec<Assumed> {
        let named = |column: &usize| table.column_name(*column).to_owned();
        let standings = &self.columns.standings;
        let tell = [self.columns.all(Role::Outcome), self.columns.all(Role::Reached), &self.columns.machines].concat();
        let (standing, own): (Vec<usize>, Vec<usize>) = tell.into_iter().partition(|column| standings.contains(column));
        let held = self.columns.first(Role::Held);
        let mut all = own.iter().chain(&standing).chain(held.iter().filter(|_| self.columns.held.is_denial));
        let first = all.next().map(named).unwrap_or_default();
        let others = all.map(named).collect::<Vec<_>>().join("`, `");
        let named_as = |role| self.columns.name(table, role).unwrap_or_default().to_owned();
        let of = |role| self.columns.first(role);
        let meeting = self.columns.asks_for_meeting.or_else(|| of(Role::Outcome)).or_else(|| of(Role::Held));
        let denials: Vec<_> = own.iter().filter(|column| Some(**column) != meeting).map(named).collect();
        let standing = standing.first().map(named).unwrap_or_default();
        let (anonymous, example) = self.anonymous.clone().unwrap_or_default();
        let of_meaning = |is: &dyn Fn(&Word) -> bool| {
            let words: Vec<_> =
                self.words(table).into_iter().filter(|word| word.role == "outcome" && is(word)).collect();
            let rows = words.iter().map(|word| word.rows).sum();
            let told = words.iter().map(|word| word.word.clone()).collect::<Vec<_>>().join("`, `");
            (rows, told, words.first().map(|word| word.column.clone()).unwrap_or_default())
        };
        let (_, rejected, by) = of_meaning(&|word| word.meaning == Ending::Rejected.key());
        let (to_come, calls, told_by) =
            of_meaning(&|word| word.meaning == Ending::Planned.key() && known().is_call_to_come(&word.word));
        [
            (self.rejections, Assumed::Rejected(self.rejections, rejected, by)),
            (to_come, Assumed::ToCome(to_come, calls, told_by)),
            (self.own, Assumed::OwnConnectors(self.own, named_as(Role::Connector), named_as(Role::Caller))),
            (
                self.cold_with_connector,
                Assumed::ColdWithConnector(self.cold_with_connector, named_as(Role::Kind), named_as(Role::Connector)),
            ),
            (anonymous, Assumed::Anonymous(anonymous, named_as(Role::Contact), example)),
            (self.contradicted, Assumed::Contradicted(self.contradicted, others, first, self.closed)),
            (
                self.overruled,
                Assumed::Overruled(
                    self.overruled,
                    meeting.as_ref().map(named).unwrap_or_default(),
                    denials.join("`, `"),
                ),
            ),
            (self.of_standing, Assumed::Standing(self.of_standing, standing)),
            (
                self.untimed,
                Assumed::Untimed(
                    self.untimed,
                    named_as(if self.columns.has(Role::Duration) { Role::Duration } else { Role::Talk }),
                ),
            ),
            (self.undone, Assumed::Undone(self.undone, named_as(Role::State))),
            (self.below, Assumed::Below(self.below)),
            (self.dateless, Assumed::Dateless(self.dateless)),
            (self.unmarked, Assumed::Unmarked(self.unmarked, named_as(Role::Held), self.columns.held.is_denial)),
        ]
        .into_iter()
        .filter_map(|(rows, doubt)| (rows > 0).then_some(doubt))
        .chain(self.ticked(table))
        .chain(self.connectors.doubts(&self.exporters, &named_as(Role::Connector)))
        .collect()
    }

    /// Columns of yes and no that told something: no to `Voicemail?` tells nothing.
    fn ticked(&self, table: &Table) -> Option<Assumed> {
        let ticks = &self.columns.ticks;
        let endings = &self.endings[self.endings.len() - ticks.len()..];
        let tells = |meanings: &Meanings<Said>| meanings.has(|said| said != Said::Nothing);
        let told = ticks.iter().zip(endings).filter(|(_, meanings)| tells(meanings));
        let names: Vec<_> = told.map(|(tick, _)| table.column_name(tick.column)).collect();
        (!names.is_empty()).then(|| Assumed::Ticked(names.join("`, `")))
    }

    /// Words that the user named and no row says.
    pub(crate) fn unmet(&self) -> Vec<String> {
        let outcomes = self.endings.first().map(Meanings::unmet).unwrap_or_default();
        let in_none = |word: &String| self.endings.iter().all(|endings| endings.unmet().contains(word));
        outcomes.into_iter().filter(in_none).chain(self.kinds.unmet()).collect()
    }

    /// The column of outcomes that nobody named, and its words, where these may be of invoices as well as of calls, and nothing
    /// else in the table speaks of calls.
    pub(crate) fn vague(&self, table: &Table) -> Option<Assumed> {
        let speaks = |what, meaning: &str, text: &str| {
            let plain = plain_word(&spaced(text));
            plain.split(' ').any(|word| known().meaning(&[], what, word) == Some(meaning))
        };
        let is_of_calls = |name: &String| {
            speaks("direction", "call", name) || speaks("part", "meeting", name) || plain_word(name).contains("outcome")
        };
        let others =
            [Role::Direction, Role::Reached, Role::AnsweredAt, Role::Talk, Role::Connector, Role::Incident, Role::Held];
        let [column] = self.columns.all(Role::Outcome) else { return None };
        let is_told = self.layout.column(Role::Outcome).is_some() || self.layout.outcome_words().next().is_some();
        let is_known = self.exporters.iter().any(|exporter| exporter.is_signed());
        if is_told
            || is_known
            || others.into_iter().any(|role| self.columns.has(role))
            || table.header().iter().any(is_of_calls)
        {
            return None;
        }
        let is_vague = |word: &String| {
            let plain = plain_word(word);
            ["state", "anywhere"].into_iter().any(|what| known().meaning(&[], what, &plain).is_some())
        };
        let words: Vec<_> = self.endings[0].words("", "", Said::key).into_iter().map(|word| word.word).collect();
        (!words.is_empty() && words.iter().all(is_vague))
            .then(|| Assumed::Vague(table.column_name(*column).to_owned(), words))
    }
}
