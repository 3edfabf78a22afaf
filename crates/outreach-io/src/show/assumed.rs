//! What a table was taken to say, told.

use crate::answer::AssumedAnswer;
use crate::language::Language;
use crate::read::DateFormat;
use crate::read::rows::Assumed;
use crate::read::when::Sequence;

impl Assumed {
    pub(super) fn describe(&self, say: Language) -> String {
        match self {
            Self::Titles(lines) => say.titles_left_out(*lines),
            Self::Outcomes(column) => say.outcomes_by_words(column),
            Self::Calls(column) => say.calls_by_words(column),
            Self::Ticked(columns) => say.endings_ticked(columns),
            Self::Missed(column) => say.meetings_missed(column),
            Self::HeldUnused(column) => say.held_unused(column),
            Self::ByOutcome => say.rows_by_outcome(),
            Self::Coarse(column) => say.contacts_are_companies(column),
            Self::Namesakes(contact, beside) => say.contacts_share_names(contact, beside),
            Self::Anonymous(rows, column, example) => say.contacts_anonymous(say.grouped(*rows), column, example),
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
            Self::Boxes(column) => say.boxes_assumed(column),
            Self::Contradicted(rows, others, first) => say.rows_contradicted(say.grouped(*rows), others, first),
            Self::Overruled(rows, meeting, others) => say.meetings_denied(say.grouped(*rows), meeting, others),
            Self::Standing(rows, column) => say.meetings_by_standing(say.grouped(*rows), column),
            Self::Rejected(rows, words, column) => say.rejected_by_whom(say.grouped(*rows), words, column),
            Self::ToCome(rows, words, column) => say.calls_to_come(say.grouped(*rows), words, column),
            Self::Untimed(rows, column) => say.talks_untimed(say.grouped(*rows), column),
            Self::AllShort(column, longest, limit) => {
                say.talks_all_short(column, say.compact(*longest), say.compact(*limit))
            }
            Self::Series(columns) => say.calls_side_by_side(format!("`{}`", columns.join("`, `"))),
            Self::Zones(column, zones) => say.zones_unused(column, zones.join(", ")),
            Self::Below(rows) => say.calls_below(say.grouped(*rows)),
            Self::Undone(rows, column) => say.calls_undone(say.grouped(*rows), column),
            Self::Far(rows, column, day) => say.dates_far_away(say.grouped(*rows), column, day),
            Self::Dateless(rows) => say.calls_without_a_date(say.grouped(*rows)),
            Self::Filled(column) => say.blank_as_above(column),
            Self::Swapped(column, date, text) => say.dates_swapped(column, date, text),
            Self::SameMinute(rows) => say.calls_of_one_minute(say.grouped(*rows)),
            Self::OneDay => say.one_day(),
        }
    }

    /// Whether the rates are others if it is wrong.
    pub(super) fn is_doubt(&self) -> bool {
        matches!(
            self,
            Self::BothWays(..)
                | Self::Percent(_)
                | Self::SmallPercent(_)
                | Self::Connectors(_)
                | Self::Boxes(_)
                | Self::Calls(_)
                | Self::Ticked(_)
                | Self::Missed(_)
                | Self::Unmarked(..)
                | Self::HeldUnused(_)
                | Self::ByOutcome
                | Self::Coarse(_)
                | Self::Namesakes(..)
                | Self::Anonymous(..)
                | Self::Contradicted(..)
                | Self::Overruled(..)
                | Self::Rejected(..)
                | Self::ToCome(..)
                | Self::Standing(..)
                | Self::Untimed(..)
                | Self::AllShort(..)
                | Self::Series(_)
                | Self::Below(_)
                | Self::Undone(..)
                | Self::Far(..)
                | Self::SameMinute(_)
                | Self::Filled(_)
                | Self::Swapped(..)
        )
    }

    pub(super) fn data(&self) -> AssumedAnswer {
        let (what, value) = match self {
            Self::Titles(lines) => ("titles", lines.to_string()),
            Self::Outcomes(column) => ("outcome column", column.clone()),
            Self::Calls(column) => ("direction column", column.clone()),
            Self::Ticked(columns) => ("outcomes in yes and no", columns.clone()),
            Self::Missed(column) => ("missed meetings", column.clone()),
            Self::HeldUnused(column) => ("unused column", column.clone()),
            Self::Coarse(column) | Self::Namesakes(column, _) => ("contacts", column.clone()),
            Self::Anonymous(_, column, example) => ("nobody", format!("{column}: {example}")),
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
            Self::Boxes(column) => ("empty cells", format!("{column}: no")),
            Self::Contradicted(_, _, first) => ("contradictions", first.clone()),
            Self::Overruled(_, column, _) | Self::Standing(_, column) => ("meetings", column.clone()),
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
            Self::OneDay | Self::ByOutcome => ("order of the rows", "oldest first".to_owned()),
        };
        AssumedAnswer { what: what.to_owned(), value, told: self.describe(Language::English) }
    }
}
