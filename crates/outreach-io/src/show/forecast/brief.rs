//! The answer of `forecast` at a glance.

use outreach::Parameter;

use super::{Best, Forecast};
use crate::Language;
use crate::answer::CountRange;
use crate::show::curves::Distribution;
use crate::show::document::{Document, Table};
use crate::show::short::Tail;
use crate::show::{Answer, TextStyle, dots, figures};

/// This many lines are a screen.
const SCREEN: usize = 24;
/// This many groups stand in the table, those with the most meetings, and as many words of each meaning below it; fewer where the screen
/// ends.
const MOST: usize = 5;
/// This many lines to be called first are named.
const LINES: usize = 12;

impl Forecast {
    /// The sentence, dots, the largest groups, whom to call first, what would speak against the list, whose figures these are,
    /// and how the list was read, as far as a screen holds it.
    pub(super) fn at_a_glance(&self, style: TextStyle) -> Document {
        let fits = |document: &Document| document.text().lines().count() <= SCREEN;
        let mut all = (1..=MOST).rev().map(|most| (most, 2)).chain([(1, 1)]);
        all.find_map(|(most, reading)| Some(self.on_a_screen(style, most, reading)).filter(fits))
            .unwrap_or_else(|| self.on_a_screen(style, 1, 0))
    }

    /// With this many groups and words, and this many lines on how the list was read.
    fn on_a_screen(&self, style: TextStyle, most: usize, reading: usize) -> Document {
        let (say, all) = (style.language, &self.groups[0]);
        let mut document = Document::new(style);
        document.line(self.sentence(say));
        document.drawing(dots::drawn(Distribution::Exact(&all.distribution), Tail::AtLeast(&self.at_least), style));
        if self.groups.len() > 1 {
            document.table(self.largest_groups(say, most));
            if let Some(more @ 1..) = (self.groups.len() - 1).checked_sub(most) {
                document.line(say.and_so_many_groups(more));
            }
        }
        document.gap();
        if let Some(order) =
            self.best.as_ref().and_then(|best| best.order(say, if reading == 0 { LINES / 2 } else { LINES }))
        {
            document.line(order);
        }
        document.lines(&self.watch(say)).line(self.whose(say));
        let read = [self.rows.describe_words(say, most), self.rows.columns_at_a_glance(say)];
        for line in read.into_iter().flatten().take(reading) {
            document.line(line);
        }
        document.hint(format!("{}  {}", say.check_by_backtest(), say.details()));
        document
    }

    fn largest_groups(&self, say: Language, most: usize) -> Table {
        let mut groups: Vec<_> = self.groups[1..].iter().collect();
        groups.sort_by(|a, b| b.distribution.mean().total_cmp(&a.distribution.mean()));
        let mut table = Table::new([say.group(), say.contacts(), say.meetings(), say.likely_range()]);
        for group in groups.into_iter().take(most) {
            let range = CountRange::of(&group.distribution);
            table.row([
                group.shown_name(say),
                say.grouped(group.contacts),
                say.about(group.distribution.mean()),
                say.range_held(range.low, range.high, range.share(say)),
            ]);
        }
        table
    }

    /// What would speak against the probabilities, where anything could.
    pub(super) fn watch(&self, say: Language) -> Vec<String> {
        let all = &self.groups[0];
        let CountRange { low, high, .. } = CountRange::of(&all.distribution);
        let can_be_more = u64::try_from(high).is_ok_and(|high| high < all.contacts);
        let told = match (low, can_be_more) {
            (0, false) => None,
            (0, true) => Some(say.more_would_tell(high)),
            (1, true) => Some(say.none_or_more_would_tell(high)),
            (low, true) => Some(say.fewer_or_more_would_tell(low, high)),
            (low, false) => Some(say.fewer_would_tell(low)),
        };
        told.into_iter().collect()
    }

    /// Whose figures these are.
    pub(super) fn whose(&self, say: Language) -> String {
        if !self.of_kinds.contains(&true) {
            return say.list_probabilities();
        }
        let deciding: Vec<_> = Parameter::ALL.into_iter().filter(|parameter| self.decides(*parameter)).collect();
        format!("{} {}", say.others_by_kind(), figures::of_rates(say, &self.rates, &deciding, || None))
    }
}

impl Best {
    /// What the hours bring.
    pub(super) fn in_short(&self, say: Language, contacts: u64) -> String {
        let range = CountRange::of(&self.distribution);
        let (hours, reached) = (say.duration(60.0 * self.hours), say.grouped(self.lines.len() as u64));
        let about = say.about(self.distribution.mean());
        say.call_first(hours, reached, say.grouped(contacts), about, range.said(say))
    }

    /// Whom to call first, if there is time for anybody.
    fn order(&self, say: Language, most: usize) -> Option<String> {
        let first: Vec<_> = self.lines.iter().take(most).map(u64::to_string).collect();
        let more = if self.lines.len() > most { ", …" } else { "" };
        (!first.is_empty()).then(|| say.in_this_order(first.join(", ") + more))
    }
}
