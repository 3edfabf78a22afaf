//! What a table was taken to say, told.

use super::rows::values;
use crate::answer::AssumedAnswer;
use crate::language::Language;
use crate::read::DateFormat;
use crate::read::assumed::Assumed;
use crate::read::rows::{Counts, Rows};
use crate::read::when::Sequence;

impl Assumed {
    pub(super) fn describe(&self, say: Language) -> String {
        let listed = |words: &Counts| values(say, words, 2 * Rows::TOLD);
        match self {
            Self::Titles(lines) => say.titles_left_out(*lines),
            Self::Outcomes(column) => say.outcomes_by_words(column),
            Self::Calls(column) => say.calls_by_words(column),
            Self::Ticked(columns) => say.endings_ticked(columns),
            Self::Machines(columns) => say.answered_by_machines(quoted(columns)),
            Self::Missed(column) => say.meetings_missed(column),
            Self::HeldUnused(column) => say.held_unused(column),
            Self::HeldOfCalls(column) => say.held_is_of_calls(column),
            Self::ByOutcome => say.rows_by_outcome(),
            Self::Coarse(column) => say.contacts_are_companies(column),
            Self::Namesakes(contact, beside) => say.contacts_share_names(contact, beside),
            Self::Anonymous(rows, column, example) => say.contacts_anonymous(say.grouped(*rows), column, example),
            Self::Unnamed(rows, column) => say.contacts_blank(say.grouped(*rows), column),
            Self::Unmarked(rows, column, true) => say.unmarked_as_held(say.grouped(*rows), column),
            Self::Unmarked(rows, column, false) => say.unmarked_as_missed(say.grouped(*rows), column),
            Self::Dates(column) => say.dates_by_cells(column),
            Self::BothWays(contact, own, number) => say.calls_both_ways(contact, own, number),
            Self::Unit(column, unit) => say.unit_assumed(column, say.term(unit)),
            Self::DateOrder(DateFormat::Mdy) => say.month_first(),
            Self::DateOrder(_) => say.day_first(),
            Self::Sequence(Sequence::NewestFirst, _) => say.newest_first(),
            Self::Sequence(_, column) => say.sorted_by_time(column),
            Self::TimeKnown => say.time_known(),
            Self::Percent(column) => say.percent_assumed(column),
            Self::SmallPercent(column) => say.small_percent_assumed(column),
            Self::Connectors(column) => say.warm_by_connectors(column),
            Self::Initials(column, words) => say.initials_taken_as_names(column, listed(words)),
            Self::NoPersons(column, words) => say.nobody_by_words(column, listed(words)),
            Self::ColdWithConnector(rows, kind, who) => say.cold_with_connector(say.grouped(*rows), kind, who),
            Self::OwnConnectors(rows, who, by) => say.connector_is_the_caller(say.grouped(*rows), who, by),
            Self::Ways(column, words) => say.ways_taken_as_connectors(column, words.join(", ")),
            Self::Boxes(column) => say.boxes_assumed(column),
            Self::Contradicted(rows, others, first, closed) => {
                let closed = (*closed > 0).then(|| say.rows_closed(say.grouped(*closed), others, first));
                say.rows_contradicted(say.grouped(*rows), others, first) + &closed.unwrap_or_default()
            }
            Self::Overruled(rows, meeting, others) => say.meetings_denied(say.grouped(*rows), meeting, others),
            Self::Unread(column, words) => say.answered_all_the_same(column, listed(words)),
            Self::HiddenMeetings(calls, column, words) => {
                let told = if words.is_empty() { say.ending("no outcome") } else { first_of(words) };
                say.meetings_hidden(say.grouped(*calls), column, told)
            }
            Self::Standing(rows, column) => say.meetings_by_standing(say.grouped(*rows), column),
            Self::Rejected(rows, words, column) => say.rejected_by_whom(say.grouped(*rows), words, column),
            Self::ToCome(rows, words, column) => say.calls_to_come(say.grouped(*rows), words, column),
            Self::Untimed(rows, column) => say.talks_untimed(say.grouped(*rows), column),
            Self::AllShort(of, most, limit) => say.talks_all_short(of, say.compact(*most), say.compact(*limit)),
            Self::Series(columns) => say.calls_side_by_side(quoted(columns)),
            Self::Zones(column, zones) => say.zones_unused(column, zones.join(", ")),
            Self::Below(rows) => say.calls_below(say.grouped(*rows)),
            Self::Undone(rows, column) => say.calls_undone(say.grouped(*rows), column),
            Self::Far(rows, column, day) => say.dates_far_away(say.grouped(*rows), column, day),
            Self::Dateless(rows) => say.calls_without_a_date(say.grouped(*rows)),
            Self::Filled(column) => say.blank_as_above(column),
            Self::Swapped(column, date, text) => say.dates_swapped(column, date, text),
            Self::SameMinute(rows) => say.calls_of_one_minute(say.grouped(*rows)),
            Self::MetAgain(rows) => say.meetings_again(say.grouped(*rows)),
            Self::StillOpen { open, closed, set } => still_open(say, *open, *closed, *set),
            Self::OneDay => say.one_day(),
            Self::AllCold(None) => say.all_taken_as_cold(),
            Self::AllCold(Some(column)) => say.all_taken_as_cold() + &say.kinds_unused(column),
            Self::Unmet(words) => say.said_by_no_row(words.join(", ")),
            Self::Latin1(line) => say.read_as_latin1(*line),
            Self::Undated(rows, example) => say.without_a_date(say.grouped(*rows), example),
            Self::UnreadDates(column, example, true) => say.dates_ambiguous(column, example),
            Self::UnreadDates(column, example, false) => say.dates_unreadable(column, example),
            Self::Timeless(free) => say.no_time() + &unused(say, free),
            Self::Contactless(true, free) => say.no_contacts() + &unused(say, free),
            Self::Contactless(false, free) => say.attempts_not_numbered() + &unused(say, free),
            Self::CallsAgain(rows) => say.rows_twice(say.grouped(*rows)),
            Self::ContactsAgain(rows) => say.contacts_twice(say.grouped(*rows)),
            Self::PersonsAgain(rows, columns) => say.persons_twice(say.grouped(*rows), columns),
            Self::IdsAgain(rows, column) => say.ids_again(say.grouped(*rows), column),
            Self::UnusedOutcomes(columns) => say.outcomes_unused(quoted(columns)),
            Self::UnusedAnswers(columns) => say.answers_unused(quoted(columns)),
            Self::Counts(column) => say.rows_of_several(column),
            Self::Tally(column, true) => say.attempts_uncounted(column),
            Self::Tally(column, false) => say.contacts_counted(column),
            Self::AfterIncidents(conversations) => say.untold_after_incidents(say.grouped(*conversations)),
            Self::Chances(column) => say.probabilities_unused(column),
            Self::Made(column) => say.calls_made(column),
            Self::UnknownDirection(column, words) => say.unknown_direction(column, words.join(", ")),
            Self::Rounded(rows, column, example) => say.numbers_rounded(say.grouped(*rows), column, example),
            Self::OtherKinds(kind, other) => say.kinds_differ(kind, other),
            Self::Channels(column, words) => say.channels_taken_as_cold(column, listed(words)),
            Self::Answers(column, words) => {
                let taken = [say.taken_cold(), say.taken_warm()].into_iter().zip(words);
                let told = taken.filter(|(_, words)| !words.is_empty());
                let told = told.map(|(taken, words)| format!("{taken} {}", listed(words)));
                say.answers_name_no_kind(column, told.collect::<Vec<_>>().join(", "))
            }
            Self::UnknownKinds(column, words) => say.kinds_not_known(column, listed(words)),
            Self::Successes(column, words) => say.successes_taken_as_meetings(column, listed(words)),
            Self::Vague(column, words) => say.words_of_anything(column, first_of(words)),
            Self::Certain(column) => say.certainties(column),
            Self::Sure(contacts) => say.certain_contacts(say.grouped(*contacts)),
            Self::LikeATotal(line) => say.like_a_total(*line),
        }
    }

    /// Whether the rates are others if it is wrong.
    pub(super) fn is_doubt(&self) -> bool {
        !matches!(
            self,
            Self::Titles(_)
                | Self::Outcomes(_)
                | Self::Dates(_)
                | Self::Machines(_)
                | Self::Unit(..)
                | Self::DateOrder(_)
                | Self::Sequence(..)
                | Self::TimeKnown
                | Self::Zones(..)
                | Self::Dateless(_)
                | Self::OneDay
                | Self::AllCold(None)
                | Self::Latin1(_)
                | Self::Undated(..)
                | Self::Timeless(_)
                | Self::Contactless(..)
                | Self::Unnamed(..)
                | Self::Rounded(..)
        )
    }

    pub(super) fn data(&self) -> AssumedAnswer {
        let (what, value) = match self {
            Self::Titles(lines) => ("titles", lines.to_string()),
            Self::Outcomes(column) => ("outcome column", column.clone()),
            Self::Calls(column) => ("direction column", column.clone()),
            Self::Ticked(columns) => ("outcomes in yes and no", columns.clone()),
            Self::Machines(columns) => ("voicemail", columns.join(", ")),
            Self::Missed(column) => ("missed meetings", column.clone()),
            Self::HeldUnused(column) | Self::HeldOfCalls(column) => ("unused column", column.clone()),
            Self::Coarse(column) | Self::Namesakes(column, _) => ("contacts", column.clone()),
            Self::Anonymous(_, column, example) => ("nobody", format!("{column}: {example}")),
            Self::Unnamed(_, column) => ("nobody", format!("{column}: blank")),
            Self::Unmarked(_, column, is_denial) => {
                ("empty cells", format!("{column}: {}", if *is_denial { "held" } else { "no show" }))
            }
            Self::Dates(column) => ("date column", column.clone()),
            Self::BothWays(contact, _, number) => ("own number", format!("{contact}: {number}")),
            Self::Unit(column, unit) => ("unit", format!("{column}: {unit}")),
            Self::DateOrder(DateFormat::Mdy) => ("date order", "mdy".to_owned()),
            Self::DateOrder(_) => ("date order", "dmy".to_owned()),
            Self::Sequence(Sequence::NewestFirst, _) => ("order of the rows", "newest first".to_owned()),
            Self::Sequence(..) => ("order of the rows", "sorted by time".to_owned()),
            Self::TimeKnown => ("order of the rows", "by their times".to_owned()),
            Self::Percent(column) | Self::SmallPercent(column) => ("unit", format!("{column}: per cent")),
            Self::Connectors(column) => ("warm contacts", column.clone()),
            Self::Initials(column, words) => ("connectors", format!("{column}: {}", listed(words))),
            Self::NoPersons(column, words) => ("no connectors", format!("{column}: {}", listed(words))),
            Self::ColdWithConnector(_, kind, _) => ("contradictions", format!("{kind}: cold")),
            Self::OwnConnectors(_, column, _) => ("no connectors", format!("{column}: the caller")),
            Self::Ways(column, words) => ("connectors", format!("{column}: {}", words.join(", "))),
            Self::Boxes(column) => ("empty cells", format!("{column}: no")),
            Self::Contradicted(_, _, first, _) => ("contradictions", first.clone()),
            Self::Overruled(_, column, _) | Self::Standing(_, column) => ("meetings", column.clone()),
            Self::Unread(column, words) => ("unknown outcomes", format!("{column}: {}", listed(words))),
            Self::HiddenMeetings(_, column, words) => ("possible meetings", format!("{column}: {}", words.join(", "))),
            Self::Rejected(_, words, column) => ("rejected", format!("{column}: {words}")),
            Self::ToCome(_, words, column) => ("planned", format!("{column}: {words}")),
            Self::Untimed(_, column) => ("empty talk times", format!("{column}: conversation")),
            Self::AllShort(column, ..) => ("talk times", format!("{column}: none is a conversation")),
            Self::Series(columns) => ("calls side by side", columns.join(", ")),
            Self::Zones(column, _) => ("time zones", format!("{column}: not used")),
            Self::Below(rows) => ("calls below the last date", rows.to_string()),
            Self::Undone(_, column) => ("calls to be made", format!("{column}: counted")),
            Self::Far(_, _, day) => ("dates far from all others", day.clone()),
            Self::Dateless(rows) => ("calls without a date", rows.to_string()),
            Self::Filled(column) => ("empty cells", format!("{column}: as above")),
            Self::Swapped(column, ..) => ("dates", format!("{column}: days and months may be swapped")),
            Self::SameMinute(rows) => ("calls of the same minute", rows.to_string()),
            Self::MetAgain(rows) => ("meetings again", rows.to_string()),
            Self::StillOpen { open, .. } => ("open conversations", open.to_string()),
            Self::OneDay | Self::ByOutcome | Self::Timeless(_) => ("order of the rows", "oldest first".to_owned()),
            Self::AllCold(_) => ("kind", "cold".to_owned()),
            Self::Unmet(words) => ("words that no row says", words.join(", ")),
            Self::Latin1(line) => ("encoding", format!("Latin-1 from line {line}")),
            Self::Undated(rows, _) => ("unreadable dates", rows.to_string()),
            Self::UnreadDates(column, ..) | Self::UnknownDirection(column, _) | Self::OtherKinds(_, column) => {
                ("unused column", column.clone())
            }
            Self::Contactless(..) => ("contacts", "not told apart".to_owned()),
            Self::CallsAgain(rows) | Self::ContactsAgain(rows) => ("rows again", rows.to_string()),
            Self::PersonsAgain(rows, _) => ("persons again", rows.to_string()),
            Self::IdsAgain(rows, _) => ("ids again", rows.to_string()),
            Self::UnusedOutcomes(columns) | Self::UnusedAnswers(columns) => ("unused columns", columns.join(", ")),
            Self::Counts(column) | Self::Tally(column, _) => ("column of numbers", format!("{column}: not used")),
            Self::AfterIncidents(conversations) => ("conversations after incidents", conversations.to_string()),
            Self::Chances(column) => ("probabilities", format!("{column}: not used")),
            Self::Made(column) => ("calls in a list", column.clone()),
            Self::Rounded(_, column, example) => ("rounded numbers", format!("{column}: {example}")),
            Self::Channels(column, words) => ("channels", format!("{column}: {}", listed(words))),
            Self::Answers(column, [_, warm]) => ("warm contacts", format!("{column}: {}", listed(warm))),
            Self::UnknownKinds(column, words) => ("unknown kinds", format!("{column}: {}", listed(words))),
            Self::Successes(column, words) => ("meetings", format!("{column}: {}", listed(words))),
            Self::Vague(column, words) => ("outcome column", format!("{column}: {}", words.join(", "))),
            Self::Certain(column) => ("certain contacts", column.clone()),
            Self::Sure(contacts) => ("certain contacts", contacts.to_string()),
            Self::LikeATotal(line) => ("total", format!("line {line}")),
        };
        AssumedAnswer { what: what.to_owned(), value, told: self.describe(Language::English) }
    }
}

fn quoted(columns: &[String]) -> String {
    format!("`{}`", columns.join("`, `"))
}

/// How many conversations are open, and the share of meetings without them and with them.
fn still_open(say: Language, open: u64, closed: u64, set: u64) -> String {
    let share = |all: u64| say.rough_percent(set as f64 / all as f64);
    let [none_open, all_refused] = [share(closed), share(closed + open)];
    say.still_open(say.grouped(open), say.grouped(set), say.grouped(closed), none_open, all_refused)
}

/// The first of several words.
fn first_of(words: &[String]) -> String {
    let more = if words.len() > Rows::TOLD { ", …" } else { "" };
    words[..words.len().min(Rows::TOLD)].join(", ") + more
}

fn listed(words: &Counts) -> String {
    words.iter().map(|(word, _)| word.as_str()).collect::<Vec<_>>().join(", ")
}

/// The first of the columns that nothing is read from.
fn unused(say: Language, columns: &[String]) -> String {
    let shown = &columns[..columns.len().min(2 * Rows::TOLD)];
    if shown.is_empty() { String::new() } else { say.not_used(quoted(shown)) }
}
