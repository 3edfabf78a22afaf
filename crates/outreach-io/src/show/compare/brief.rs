//! The answer of `compare` at a glance.

use outreach::{Campaign, Number, Pair, Pmf, Provenance, SimulationResult};

use super::Compared;
use crate::Language;
use crate::answer::{CountRange, WhoseFigures};
use crate::show::document::{Document, Table};
use crate::show::picture::{Panel, Span};
use crate::show::{TextStyle, figures};

/// What one strategy brings: mean and range.
#[derive(Debug, Clone, Copy)]
pub(super) struct Brought {
    mean: f64,
    range: CountRange,
}

impl Brought {
    /// Exact where that is known.
    fn of(run: &SimulationResult) -> Self {
        let exact = run.campaign().exact_yield().ok();
        let mean = exact.as_ref().map_or_else(|| run.meetings().mean().value, Pmf::mean);
        Self { mean, range: CountRange::best(exact.as_ref(), run.meetings()) }
    }

    fn ends(&self) -> (i64, i64) {
        (self.range.low, self.range.high)
    }

    /// `74 (68–78)`.
    fn shown(&self, say: Language) -> String {
        let [low, high] = self.range.ends(say);
        format!("{} ({low}–{high})", say.about(self.mean))
    }
}

impl Compared {
    /// Each strategy in the same hours, if they can be compared so.
    fn in_the_same_hours(&self) -> Option<Vec<Brought>> {
        self.compared.equal_hours().map(|even| even.runs().iter().map(Brought::of).collect())
    }

    /// Each strategy with its own calls.
    fn in_their_calls(&self) -> Vec<Brought> {
        self.yields.iter().map(|answer| Brought { mean: answer.mean(), range: answer.central() }).collect()
    }

    /// Who brings the most, and how many the others; in the same hours, too, and in these alone where they were given.
    pub(super) fn in_one_sentence(&self, say: Language) -> String {
        let even = self.in_the_same_hours().zip(self.compared.equal_hours());
        let in_hours = even.map(|(brought, even)| (brought, say.about_duration(60.0 * even.hours())));
        if let (Some((brought, hours)), true) = (&in_hours, self.compared.are_hours_given()) {
            return self.ranked(say, brought, in_text(&say.in_time(hours)));
        }
        let first = self.ranked(say, &self.in_their_calls(), self.in_so_many_calls(say));
        match in_hours {
            Some((brought, hours)) if brought.len() > 1 => {
                let means = best_first(&brought).into_iter().map(|index| self.named(say, &brought, index));
                format!("{first} {}", say.in_the_same_time(hours, means.collect::<Vec<_>>().join(", ")))
            }
            _ => first,
        }
    }

    /// `cold 10`.
    fn named(&self, say: Language, brought: &[Brought], index: usize) -> String {
        format!("{} {}", self.name(say, index), say.about(brought[index].mean))
    }

    fn ranked(&self, say: Language, brought: &[Brought], what: String) -> String {
        let order = best_first(brought);
        let (best, others) = (order[0], &order[1..]);
        let mean = say.about(brought[best].mean);
        if others.is_empty() {
            let range = brought[best].range;
            return say.brings(self.name(say, best), mean, what, range.said(say), range.share(say));
        }
        if bring_the_same(brought) && order.windows(2).any(|pair| brought[pair[0]].ends() != brought[pair[1]].ends()) {
            let ranged = |index: usize| {
                let [low, high] = brought[index].range.ends(say);
                format!("{} ({})", self.name(say, index), say.range(low, high))
            };
            let others = others.iter().map(|&index| ranged(index)).collect::<Vec<_>>().join(", ");
            return say.bring_as_many(mean, what, ranged(best), others);
        }
        let others: Vec<_> = others.iter().map(|&index| self.named(say, brought, index)).collect();
        say.brings_most(self.name(say, best), mean, what, others.join(", "))
    }

    /// `in 100 calls`, where these are the same of all.
    fn in_so_many_calls(&self, say: Language) -> String {
        let calls = |calls: u32| in_text(&say.out_of(say.so_many_calls(say.grouped(calls.into()))));
        self.same_calls().map_or_else(String::new, calls)
    }

    /// The sentence, a table of the strategies, what an introduction may cost, whose figures these are, and what to do next.
    pub(super) fn at_a_glance(&self, style: TextStyle) -> Document {
        let (say, first) = (style.language, self.yields[0].run.campaign());
        let mut document = Document::new(style);
        document.line(self.in_one_sentence(say));
        let (calls, even) = (self.in_their_calls(), self.in_the_same_hours());
        document.table(self.strategies(say, &calls, even.as_deref()));
        if !self.yields[0].at_least.is_empty() {
            document.table(self.chances(say));
        }
        let shown: &[Brought] = if self.compared.are_hours_given() { &[] } else { &calls };
        let ranges = shown.iter().chain(even.iter().flatten()).map(|brought| brought.range);
        let held = probabilities(say, ranges);
        let best = self.name(say, best_first(even.as_deref().unwrap_or(&calls))[0]);
        document.gap().line(if calls.len() > 1 { format!("{held} {}", say.against_the_best(best)) } else { held });
        if even.is_none() {
            document.line(say.no_equal_hours());
        }
        if let Some(told) = self.contacts_beyond_those_given(say) {
            document.line(told);
        }
        document.line(self.break_even_in_short(say));
        document.gap().line(self.whose_figures(say));
        document.hint(figures::next_step(say, first.rates()));
        document
    }

    /// The same hours are filled with contacts: whoever has a list of them may have fewer.
    fn contacts_beyond_those_given(&self, say: Language) -> Option<String> {
        let even = self.compared.equal_hours().filter(|_| self.most_attempts().calls_again())?;
        let taken = |run: &SimulationResult| match run.campaign() {
            again if again.calls_again() => f64::from(again.calls()),
            _ => run.attempts().mean().value,
        };
        let beyond: Vec<_> = (even.runs().iter().map(taken).zip(&self.yields).enumerate())
            .filter(|(_, (taken, answer))| taken.round() > f64::from(answer.run.campaign().calls()))
            .map(|(index, (taken, _))| format!("{} ({})", say.about(taken), self.name(say, index)))
            .collect();
        let given = say.grouped(self.most_attempts().calls().into());
        (!beyond.is_empty()).then(|| say.more_contacts_than_given(given, beyond.join(", ")))
    }

    fn strategies(&self, say: Language, calls: &[Brought], even: Option<&[Brought]>) -> Table {
        let given = self.compared.are_hours_given();
        let mut header = vec![say.strategy()];
        if !given {
            header.push(self.same_calls().map_or_else(|| say.meetings(), |all| say.in_calls(say.grouped(all.into()))));
        }
        if let Some(equal) = self.compared.equal_hours() {
            header.extend([say.in_time(say.about_duration(60.0 * equal.hours())), say.calls()]);
        }
        let by = even.unwrap_or(calls);
        let best = best_first(by)[0];
        if by.len() > 1 {
            header.extend([say.ahead(), say.tied(), say.behind()]);
        }
        let mut table = Table::new(header);
        for index in best_first(by) {
            let mut row = vec![self.name(say, index)];
            if !given {
                row.push(calls[index].shown(say));
            }
            if let (Some(even), Some(equal)) = (even, self.compared.equal_hours()) {
                row.extend([even[index].shown(say), say.about(equal.runs()[index].attempts().mean().value)]);
            }
            if by.len() > 1 {
                row.extend(self.against(say, index, best));
            }
            table.row(row);
        }
        table
    }

    /// How often one is ahead of the best, tied and behind; at equal hours where these are known.
    fn against(&self, say: Language, index: usize, best: usize) -> [String; 3] {
        let pairs = self.compared.equal_hours().map_or(self.compared.pairs(), |even| even.pairs());
        let is_theirs = |pair: &&Pair| [(index, best), (best, index)].contains(&(pair.a(), pair.b()));
        let Some(pair) = pairs.iter().find(is_theirs) else { return ["–", "–", "–"].map(str::to_owned) };
        let simulated = [pair.a_wins(), pair.tie(), pair.b_wins()].map(|share| share.value.clamp(1e-9, 1.0 - 1e-9));
        let [a, tie, b] = pair.exact().unwrap_or(simulated).map(|chance| say.whole_percent(chance));
        if pair.a() == index { [a, tie, b] } else { [b, tie, a] }
    }

    /// The chance of at least this many meetings, with each strategy's own calls.
    fn chances(&self, say: Language) -> Table {
        let asked = &self.yields[0].at_least;
        let header = asked.iter().map(|&count| say.at_least(say.grouped(count.into())));
        let mut table = Table::new([say.strategy()].into_iter().chain(header));
        for (label, answer) in self.names(say).into_iter().zip(&self.yields) {
            let chances = asked.iter().map(|&count| answer.meetings().chance_of_at_least(say, count.into()));
            table.row([label].into_iter().chain(chances));
        }
        table
    }

    /// What each brings in the same hours: the range and the mean.
    pub(super) fn equal_hours_panel(&self, say: Language) -> Option<Panel> {
        let (brought, even) = self.in_the_same_hours().zip(self.compared.equal_hours())?;
        let row = |index: usize| {
            let (low, high) = brought[index].ends();
            let ends = [low, high].map(|end| end as f64);
            Span { name: self.name(say, index), ends, marks: vec![Some(brought[index].mean)] }
        };
        Some(Panel::Spans {
            axis: say.held_in_time(say.in_time(say.about_duration(60.0 * even.hours()))),
            rows: best_first(&brought).into_iter().map(row).collect(),
            at: None,
            names: vec![say.range_5_to_95(), say.mean()],
            shares: false,
        })
    }

    fn break_even_in_short(&self, say: Language) -> String {
        match self.compared.break_even_minutes() {
            None => say.any_introduction_pays(),
            Some(minutes) if minutes.value < 0.0 => say.no_introduction_pays_at_these_rates(),
            Some(minutes) => {
                let own = introduction(say, self.yields[0].run.campaign());
                say.introduction_pays_below(say.duration(minutes.value), own)
            }
        }
    }

    /// Of campaigns with more attempts per contact more is assumed or set.
    pub(super) fn most_attempts(&self) -> &Campaign {
        let campaigns = self.yields.iter().map(|answer| answer.run.campaign());
        campaigns.max_by_key(|of| of.max_attempts()).unwrap_or(self.yields[0].run.campaign())
    }

    /// Variants whose rates differ say in their names what is set.
    fn whose_figures(&self, say: Language) -> String {
        let beside = || self.at_published_rates(say);
        let campaigns = || self.yields.iter().map(|answer| answer.run.campaign());
        let figures = WhoseFigures::of_campaigns(campaigns());
        let of = |campaign: &Campaign| figures::told(say, figures, campaign, || None);
        let rates = |campaign: &Campaign| campaign.rates().clone();
        if campaigns().all(|campaign| rates(campaign) == rates(self.most_attempts())) {
            return figures::told(say, figures, self.most_attempts(), beside);
        }
        if campaigns().all(|campaign| of(campaign) == of(self.most_attempts())) {
            return of(self.most_attempts());
        }
        match figures {
            WhoseFigures::Yours => say.yours_and_assumed(say.those_named_above()),
            WhoseFigures::Published | WhoseFigures::YoursAndPublished => {
                say.yours_and_published(say.those_named_above())
            }
            _ => say.yours_and_a_coachs(say.those_named_above()),
        }
    }

    /// What each strategy would bring with its calls at the published rates; in the hours, where they were given.
    fn at_published_rates(&self, say: Language) -> Option<String> {
        let in_hours = self.compared.equal_hours().filter(|_| self.compared.are_hours_given());
        let run = |index: usize| in_hours.map_or(&self.yields[index].run, |even| &even.runs()[index]);
        let mean = |index: usize| Some(run(index).at_published_rates().ok()??.mean.value);
        let indices =
            best_first(&in_hours.and_then(|_| self.in_the_same_hours()).unwrap_or_else(|| self.in_their_calls()));
        let named =
            indices.into_iter().map(|index| Some(format!("{} {}", self.name(say, index), say.about(mean(index)?))));
        Some(named.collect::<Option<Vec<_>>>()?.join(", "))
    }
}

/// Behind a word.
fn in_text(what: &str) -> String {
    format!(" {what}")
}

/// Whether all bring as many on average, so that they differ in their risk alone.
fn bring_the_same(brought: &[Brought]) -> bool {
    brought.iter().all(|other| as_many(&brought[0], other))
}

/// Exact means that differ by rounding alone.
fn as_many(one: &Brought, other: &Brought) -> bool {
    (one.mean - other.mean).abs() <= 1e-9 * one.mean
}

/// The strategies' places by what they bring; of those that bring as many the surer first, of equals the first.
fn best_first(brought: &[Brought]) -> Vec<usize> {
    let mut order: Vec<_> = (0..brought.len()).collect();
    let place = |of: &Brought| brought.iter().filter(|other| other.mean > of.mean && !as_many(of, other)).count();
    order.sort_by_key(|&index| (place(&brought[index]), -brought[index].range.low));
    order
}

/// What ranges hold: `The ranges hold 90 to 95 % of campaigns.`
fn probabilities(say: Language, ranges: impl Iterator<Item = CountRange>) -> String {
    let mut all: Vec<_> = ranges.collect();
    all.sort_by(|a, b| a.probability.total_cmp(&b.probability));
    let [least, most] = [all.first(), all.last()].map(|range| range.map_or_else(String::new, |range| range.share(say)));
    if least == most {
        return say.ranges_hold(least);
    }
    // The sign behind the second is that of both.
    say.ranges_hold_between(least.trim_end_matches([' ', '\u{a0}', '\u{202f}', '%']).to_owned(), most)
}

/// `15 min assumed`
fn introduction(say: Language, campaign: &Campaign) -> String {
    let of_introduction = |(number, ..): &(Number, Option<f64>, Provenance)| number.key == "effort.introduction";
    let provenance = campaign.numbers().find(of_introduction).map(|(.., provenance)| provenance);
    let minutes = say.duration(campaign.effort().introduction);
    if provenance == Some(Provenance::SetByYou) { say.you_set(minutes) } else { say.is_assumed(minutes) }
}
