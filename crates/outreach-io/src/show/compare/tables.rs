//! The tables and sentences of `compare`.

use outreach::{Dominance, Estimate, Pair};

use super::sentence::begun_as_a_sentence;
use super::{Compared, attempts};
use crate::Language;
use crate::show::document::{Document, Table};
use crate::show::json::QUANTILES;
use crate::show::simulate::Simulated;
use crate::show::summary::summary_header;

/// P(the strategy of the row beats that of the column).
pub(super) fn wins(pairs: &[Pair], row: usize, column: usize) -> Option<(Estimate, Option<f64>)> {
    let is_of_both = |pair: &&Pair| [(row, column), (column, row)].contains(&(pair.a(), pair.b()));
    let pair = pairs.iter().find(is_of_both)?;
    let exact = |index: usize| pair.exact().map(|exact| exact[index]);
    Some(if pair.a() == row { (pair.a_wins(), exact(0)) } else { (pair.b_wins(), exact(2)) })
}

/// How likely it is that the first of a pair brings more, that they tie, and that the second brings more, where that is known
/// exactly, told with whether it is possible and whether it is certain; the strategies have these yields.
pub(super) fn exact_chances(
    pair: &Pair,
    yields: &[Simulated],
    told: impl Fn(f64, bool, bool) -> String,
) -> Option<[String; 3]> {
    let [a_wins, tie, b_wins] = pair.exact()?;
    let [in_a, in_b] = [pair.a(), pair.b()].map(|index| yields[index].run.campaign().possible_meetings());
    let overlap = in_a.start() <= in_b.end() && in_b.start() <= in_a.end();
    Some([
        told(a_wins, in_a.end() > in_b.start(), in_a.start() > in_b.end()),
        told(tie, overlap, in_a == in_b && in_a.start() == in_a.end()),
        told(b_wins, in_b.end() > in_a.start(), in_b.start() > in_a.end()),
    ])
}

impl Compared {
    fn summary(&self, say: Language) -> Table {
        let header = summary_header(say, say.strategy());
        let mut table = Table::new(header.into_iter().chain([say.meetings_per_hour(), say.attempts_per_meeting()]));
        for (label, answer) in self.names(say).into_iter().zip(&self.yields) {
            let moments = match &answer.distribution {
                Some(distribution) => [say.plain(distribution.mean()), say.plain(distribution.sd())],
                None => [answer.run.meetings().mean(), answer.run.meetings().sd()].map(|moment| say.estimate(moment)),
            };
            let ratios = [answer.run.meetings_per_hour(), answer.run.attempts_per_meeting()]
                .map(|ratio| ratio.map_or_else(|| say.none(), |ratio| say.estimate(ratio)));
            let quantiles = QUANTILES.map(|q| answer.quantile(q).to_string());
            table.row([label].into_iter().chain(moments).chain(quantiles).chain(ratios));
        }
        table
    }

    /// Which of each pair brings more meetings; the strategies have these yields.
    fn pairs(&self, say: Language, pairs: &[Pair], yields: &[Simulated]) -> Table {
        let mut table = Table::new([say.more_meetings(), say.exact(), say.simulated(), say.mean_difference()]);
        for pair in pairs {
            let (a, b) = (&self.name(say, pair.a()), &self.name(say, pair.b()));
            let exact = exact_chances(pair, yields, |chance, possible, certain| say.chance(chance, possible, certain));
            let [a_wins, tie, b_wins] = exact.unwrap_or_else(|| ["–", "–", "–"].map(str::to_owned));
            let difference = say.estimate(pair.difference().mean());
            table.row([say.ahead_of(a, b), a_wins, say.percent_estimate(pair.a_wins()), difference]);
            table.row([format!("  {}", say.as_many()), tie, say.percent_estimate(pair.tie())]);
            table.row([format!("  {}", say.is_ahead(b)), b_wins, say.percent_estimate(pair.b_wins())]);
        }
        table
    }

    /// What each brings with its own calls, and how often it brings more than another.
    pub(super) fn add_calls(&self, document: &mut Document) {
        let say = document.say();
        document.table(self.summary(say));
        if self.yields.iter().all(|answer| answer.distribution.is_some()) {
            document.line(say.all_exact());
        }
        if !self.compared.pairs().is_empty() {
            document.heading(say.how_often());
            document.table(self.pairs(say, self.compared.pairs(), &self.yields));
        }
    }

    /// The same within the budget.
    pub(super) fn add_hours(&self, document: &mut Document, yields: &[Simulated], pairs: &[Pair]) {
        let say = document.say();
        document.table(self.at_equal_hours_table(say, yields));
        if !pairs.is_empty() {
            document.table(self.pairs(say, pairs, yields));
        }
        self.add_dominance(document, pairs);
    }

    /// Who dominates whom, in words.
    pub(super) fn add_dominance(&self, document: &mut Document, pairs: &[Pair]) {
        let said = self.dominance(document.say(), pairs);
        document.lines(&said);
    }

    /// Each strategy within the budget.
    fn at_equal_hours_table(&self, say: Language, yields: &[Simulated]) -> Table {
        let quantiles = [5.0, 50.0, 95.0].map(|q| say.per_cent(q));
        let header = [say.strategy(), say.mean()].into_iter().chain(quantiles).chain([say.attempts()]);
        let mut table = Table::new(header);
        for (label, answer) in self.names(say).into_iter().zip(yields) {
            let mean = answer.distribution().map_or_else(
                || say.estimate(answer.run.meetings().mean()),
                |distribution| say.plain(distribution.mean()),
            );
            let quantiles = [0.05, 0.5, 0.95].map(|q| answer.quantile(q).to_string());
            let attempts = say.estimate(attempts(&answer.run));
            table.row([label, mean].into_iter().chain(quantiles).chain([attempts]));
        }
        table
    }

    fn dominance(&self, say: Language, pairs: &[Pair]) -> Vec<String> {
        let said = |pair: &Pair| {
            let Dominance { first_dominates, order, everywhere, .. } = pair.dominance()?;
            let (a, b) = (&self.name(say, pair.a()), &self.name(say, pair.b()));
            let (better, worse) = if first_dominates { (a, b) } else { (b, a) };
            let said = match order {
                1 if everywhere => say.dominates(better, worse),
                1 => say.dominates_but_for_rare_numbers(better, worse),
                _ => say.dominates_at_second_order(better, worse),
            };
            Some(begun_as_a_sentence(say, &said))
        };
        pairs.iter().filter_map(said).collect()
    }
}
