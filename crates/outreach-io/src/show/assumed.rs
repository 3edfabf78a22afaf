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
            Self::Unit(column, unit) => say.unit_assumed(column, say.term(unit)),
            Self::DateOrder(DateFormat::Mdy) => say.month_first(),
            Self::DateOrder(_) => say.day_first(),
            Self::Sequence(Sequence::NewestFirst) => say.newest_first(),
            Self::Sequence(_) => say.sorted_by_time(),
            Self::TimeKnown => say.time_known(),
            Self::Percent(column) => say.percent_assumed(column),
            Self::Boxes(column) => say.boxes_assumed(column),
        }
    }

    pub(super) fn data(&self) -> AssumedAnswer {
        let (what, value) = match self {
            Self::Titles(lines) => ("titles", lines.to_string()),
            Self::Outcomes(column) => ("outcome column", column.clone()),
            Self::Unit(column, unit) => ("unit", format!("{column}: {unit}")),
            Self::DateOrder(DateFormat::Mdy) => ("date order", "mdy".to_owned()),
            Self::DateOrder(_) => ("date order", "dmy".to_owned()),
            Self::Sequence(Sequence::NewestFirst) => ("order of the rows", "newest first".to_owned()),
            Self::Sequence(_) => ("order of the rows", "sorted by time".to_owned()),
            Self::TimeKnown => ("order of the rows", "by their times".to_owned()),
            Self::Percent(column) => ("unit", format!("{column}: per cent")),
            Self::Boxes(column) => ("empty cells", format!("{column}: no")),
        };
        AssumedAnswer { what: what.to_owned(), value, told: self.describe(Language::English) }
    }
}
