//! The answer of `compare` at a glance.

use outreach::{Campaign, Pair, Stop, Strategy, Supply};

use super::brought::{Brought, best_first};
use super::sentence::{are_of, listed};
use super::tables::exact_chances;
use super::{Compared, attempts};
use crate::Language;
use crate::answer::{CountRange, WhoseFigures};
use crate::language::capitalised;
use crate::show::document::{Document, Table};
use crate::show::picture::{Panel, Span};
use crate::show::simulate::Simulated;
use crate::show::{TextStyle, figures};

impl Compared {
    /// The sentence, a table of the strategies, what an introduction may cost, whose figures these are, and what to do next: all
    /// that fits a screen.
    pub(super) fn at_a_glance(&self, style: TextStyle) -> Document {
        let (say, all) = (style.language, self.yields.len());
        let (calls, even) = (self.in_their_calls(), self.in_the_same_hours());
        let (few, pays) = (self.few_trials(say), [true, false].map(|of_each| self.what_follows(say, of_each)));
        let whose = [true, false].map(|published| self.whose_figures(say, published));
        let campaigns = || self.yields.iter().map(|answer| answer.run.campaign().rates());
        let own = campaigns().find(|rates| figures::has_own(rates)).unwrap_or(self.yields[0].run.campaign().rates());
        let next_step = figures::next_step(say, own);
        // Columns that stand below the others are the first to go, then what published rates bring, then what introductions may
        // cost at the rates of all, then the strategies that bring the least.
        let sizes = [(all, true, 0, 0), (all, false, 0, 0), (all, false, 1, 0)].into_iter();
        let sizes = sizes.chain((1..=all).rev().map(|rows| (rows, false, 1, 1)));
        let of_size = |few: &[String], (rows, below, whose_of, pays_of): (usize, bool, usize, usize)| {
            let mut document = Document::new(style);
            document.line(self.in_one_sentence(say));
            self.add_strategies(&mut document, &calls, even.as_deref(), rows, below);
            document.lines(few).lines(&pays[pays_of]).gap().line(whose[whose_of].as_str()).hint(next_step.as_str());
            document
        };
        let mut shown = sizes.map(|size| of_size(&few, size));
        shown.find(Document::is_seen_at_once).unwrap_or_else(|| of_size(&[], (1, false, 1, 1)))
    }

    /// This many strategies, with columns below each other where they do not fit, or as many as fit.
    fn add_strategies(
        &self,
        document: &mut Document,
        calls: &[Brought],
        even: Option<&[Brought]>,
        rows: usize,
        below: bool,
    ) {
        let say = document.say();
        let mut table = self.strategies(say, calls, even, rows);
        let against = if calls.len() > 1 { [say.ahead(), say.tied(), say.behind()].to_vec() } else { Vec::new() };
        let going = [vec![say.calls()], against.clone(), vec![say.warm_among()]].into_iter();
        let going: Vec<_> = going.chain(self.asked(say).into_iter().rev().map(|column| vec![column])).collect();
        let cut = if below { Vec::new() } else { table.cut(document.table_width(), &going) };
        document.table(table).gap();
        let others = (rows < calls.len()).then(|| say.and_others((calls.len() - rows).to_string()));
        let left_out: Vec<_> = others.into_iter().chain(cut.iter().cloned()).collect();
        let left_out = (!left_out.is_empty()).then(|| say.not_shown(left_out.join(", ")));
        let shown: &[Brought] = if self.are_hours_alone() { &[] } else { calls };
        let held = probabilities(say, shown.iter().chain(even.into_iter().flatten()).map(|brought| brought.range));
        let best = self.name(say, best_first(even.unwrap_or(calls))[0]);
        let told = against
            .iter()
            .any(|column| !cut.contains(column))
            .then(|| say.against_the_best(capitalised(&against.join(", ")), best));
        document.line([Some(held), told, left_out].into_iter().flatten().collect::<Vec<_>>().join(" "));
    }

    /// How far chances may be off that few trials tell.
    fn few_trials(&self, say: Language) -> Vec<String> {
        let pairs = self.compared.equal_hours().map_or(self.compared.pairs(), |equal| equal.pairs());
        let sampled = pairs.iter().any(|pair| pair.exact().is_none());
        say.of_few_trials(self.yields[0].run.trials()).filter(|_| sampled).into_iter().collect()
    }

    /// What an introduction may cost.
    fn what_follows(&self, say: Language, of_each: bool) -> Vec<String> {
        let no_equal_hours = self.compared.equal_hours().is_none().then(|| say.no_equal_hours());
        let told = no_equal_hours.into_iter().chain(self.other_contacts_than_given(say));
        told.chain([self.break_even_in_short(say, of_each)]).collect()
    }

    /// Whether the strategies are shown in the same hours only: those that were given.
    pub(super) fn are_hours_alone(&self) -> bool {
        self.hours_alone().is_some()
    }

    /// The same hours are filled with contacts: whoever has a list of them may have fewer, and calls all of them.
    fn other_contacts_than_given(&self, say: Language) -> Option<String> {
        let even = self.compared.equal_hours()?;
        let given = |index: usize| self.yields[index].run.campaign().calls();
        // Of calls to another person each there may be any number, unless they are the same people's.
        let is_list = |index: &usize| {
            let of_same =
                |other: usize| self.yields[other].run.campaign().calls_again() && given(other) == given(*index);
            (0..self.yields.len()).any(of_same)
        };
        let taken = |index: usize| match &even.runs()[index] {
            run if run.campaign().calls_again() => run.campaign().calls(),
            run => attempts(run).value.round() as u32,
        };
        let off = |index: usize| f64::from(taken(index).abs_diff(given(index))) / f64::from(given(index));
        let furthest = (0..self.yields.len()).filter(is_list).max_by(|&one, &other| off(one).total_cmp(&off(other)))?;
        let told = |number: u32| say.grouped(number.into());
        // As many hours are seldom as many contacts to the last one.
        (off(furthest) > 0.05).then(|| {
            say.other_contacts_than_given(told(taken(furthest)), told(given(furthest)), self.name(say, furthest))
        })
    }

    /// The chances that were asked for, as headers.
    fn asked(&self, say: Language) -> Vec<String> {
        self.yields[0].at_least.iter().map(|&count| say.at_least(say.grouped(count.into()))).collect()
    }

    /// What each brings, best first, this many of them.
    fn strategies(&self, say: Language, calls: &[Brought], even: Option<&[Brought]>, rows: usize) -> Table {
        let hours_alone = self.are_hours_alone();
        let equal = self.compared.equal_hours();
        let (by, pairs, yields) = match (even, equal, &self.in_hours) {
            (Some(even), Some(equal), Some(yields)) => (even, equal.pairs(), yields),
            _ => (calls, self.compared.pairs(), &self.yields),
        };
        let variants =
            self.are_variants() && self.yields.iter().any(|answer| answer.run.campaign().warm_attempts() > 0);
        let mut header = vec![say.strategy()];
        header.extend(variants.then(|| say.warm_among()));
        if !hours_alone {
            header.push(self.same_calls().map_or_else(|| say.meetings(), |all| say.in_calls(say.grouped(all.into()))));
        }
        header.extend(self.asked(say));
        if let Some(equal) = equal {
            header.extend([say.in_time(say.about_duration(60.0 * equal.hours())), say.calls()]);
        }
        if by.len() > 1 {
            header.extend([say.ahead(), say.tied(), say.behind()]);
        }
        let mut table = Table::new(header);
        let order = best_first(by);
        for &index in &order[..rows] {
            let mut row = vec![self.name(say, index)];
            row.extend(variants.then(|| warm_among(say, self.yields[index].run.campaign())));
            if !hours_alone {
                row.push(calls[index].shown(say));
            }
            row.extend(self.chances(say, index));
            if let (Some(even), Some(equal)) = (even, equal) {
                row.extend([even[index].shown(say), say.about(attempts(&equal.runs()[index]).value)]);
            }
            if by.len() > 1 {
                let pair = pairs.iter().find(|pair| are_of(pair, index, order[0]));
                row.extend(pair.map_or_else(|| ["–"; 3].map(str::to_owned), |pair| told(say, pair, yields, index)));
            }
            table.row(row);
        }
        table
    }

    /// Whether some are not named as strategies are: one does not see how many of their calls are warm.
    fn are_variants(&self) -> bool {
        self.yields.iter().any(|answer| {
            let name = answer.name();
            !Strategy::NAMES.iter().any(|known| name == *known || name.starts_with(&format!("{known},")))
        })
    }

    /// The chances that were asked for: in the hours, where they were given, else with its own calls.
    fn chances(&self, say: Language, index: usize) -> Vec<String> {
        let answer = &self.titled().0[index];
        answer.at_least.iter().map(|&count| answer.meetings().chance_of_at_least(say, count.into())).collect()
    }

    /// What each brings in the same hours: the range and the mean.
    pub(super) fn equal_hours_panel(&self, say: Language) -> Option<Panel> {
        let brought = self.in_the_same_hours()?;
        let row = |index: usize| {
            let (low, high) = brought[index].ends();
            let ends = [low, high].map(|end| end as f64);
            Span { name: self.name(say, index), ends, marks: vec![Some(brought[index].mean)] }
        };
        Some(Panel::Spans {
            axis: say.held_in_time(self.in_the_hours(say)?),
            rows: best_first(&brought).into_iter().map(row).collect(),
            at: None,
            names: vec![say.range_5_to_95(), say.mean()],
            shares: false,
        })
    }

    /// Of campaigns with more attempts per contact more is assumed or set.
    pub(super) fn most_attempts(&self) -> &Campaign {
        let campaigns = self.yields.iter().map(|answer| answer.run.campaign());
        campaigns.max_by_key(|of| of.max_attempts()).unwrap_or(self.yields[0].run.campaign())
    }

    /// Variants whose rates differ say in their names what is set; what published rates bring stands beside, if that is asked for.
    pub(super) fn whose_figures(&self, say: Language, published: bool) -> String {
        let beside = || self.at_published_rates(say).filter(|_| published);
        let campaigns = || self.yields.iter().map(|answer| answer.run.campaign());
        let figures = WhoseFigures::of_campaigns(campaigns());
        let most = self.most_attempts();
        let pool = campaigns().find_map(Campaign::pool);
        let is_alike = |of: &Campaign| {
            (of.rates(), of.effort()) == (most.rates(), most.effort()) && (of.pool().is_none() || of.pool() == pool)
        };
        if campaigns().all(is_alike) {
            let all: Vec<_> = [most].into_iter().chain(campaigns()).collect();
            return figures::told(say, figures, &all, beside);
        }
        let whose = match figures {
            WhoseFigures::Published | WhoseFigures::YoursAndPublished => {
                return say.yours_and_published(say.those_named_above());
            }
            WhoseFigures::Yours => say.yours_and_assumed(say.those_named_above()),
            _ => say.yours_and_a_coachs(say.those_named_above()),
        };
        beside().map_or(whose.clone(), |beside| format!("{whose} {}", say.with_published_rates(beside)))
    }

    /// What each strategy would bring with its calls at the published rates; in the hours, where they were given.
    fn at_published_rates(&self, say: Language) -> Option<String> {
        let (yields, _) = self.titled();
        let mean = |index: usize| yields[index].published.as_ref().map(|beside| beside.mean);
        let order = best_first(&yields.iter().map(Brought::of).collect::<Vec<_>>());
        mean(order[0])?;
        let named = |index: usize| {
            self.with_number(say, index, mean(index).map_or_else(|| "–".to_owned(), |mean| say.about(mean)))
        };
        Some(listed(say, &order, named))
    }
}

/// How likely one of a pair is ahead, tied, and behind.
fn told(say: Language, pair: &Pair, yields: &[Simulated], one: usize) -> [String; 3] {
    let exact = exact_chances(pair, yields, |chance, possible, certain| say.whole_chance(chance, possible, certain));
    let sampled = || [pair.a_wins(), pair.tie(), pair.b_wins()].map(|chance| say.whole_estimate(chance));
    let [a, tie, b] = exact.unwrap_or_else(sampled);
    if pair.a() == one { [a, tie, b] } else { [b, tie, a] }
}

/// What ranges hold: `The ranges hold 90 to 95 % of campaigns.`
fn probabilities(say: Language, ranges: impl Iterator<Item = CountRange>) -> String {
    let mut all: Vec<_> = ranges.collect();
    all.sort_by(|a, b| a.at_least().total_cmp(&b.at_least()));
    let is_bound = all.first().is_some_and(|range| range.at_least() < range.probability);
    let [least, most] = [all.first(), all.last()].map(|range| range.map_or_else(String::new, |range| range.share(say)));
    if least == most || is_bound {
        return say.ranges_hold(least);
    }
    // The sign behind the second is that of both.
    say.ranges_hold_between(least.trim_end_matches([' ', '\u{a0}', '\u{202f}', '%']).to_owned(), most)
}

/// `15 of 75` of calls that are planned; else what their strategy says.
fn warm_among(say: Language, campaign: &Campaign) -> String {
    let count = |calls: u32| say.grouped(calls.into());
    match campaign.strategy().supply() {
        _ if campaign.is_planned() && campaign.stop() == Stop::Calls => {
            say.of_all(count(campaign.warm_attempts()), count(campaign.calls()))
        }
        Supply::Share(share) => say.per_cent(100.0 * share.get()),
        Supply::Count(warm) => count(warm),
        _ => "–".to_owned(),
    }
}
