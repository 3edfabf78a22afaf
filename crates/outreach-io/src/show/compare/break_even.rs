//! What an introduction may cost before cold calls are better.

use outreach::{Campaign, Estimate, Kind, Number, Provenance, SimulationResult};

use super::Compared;
use super::brought::best_first;
use super::sentence::listed;
use crate::Language;

/// At the rates of each; those that have the same draw the same worlds once.
pub(super) fn of_each(runs: &[SimulationResult]) -> Vec<Option<Estimate>> {
    let mut found: Vec<Option<Estimate>> = Vec::new();
    for run in runs {
        let campaign = run.campaign();
        let before = runs[..found.len()].iter().position(|other| costs_as_much(other.campaign(), campaign));
        found.push(before.map_or_else(|| minutes(campaign, run), |before| found[before]));
    }
    found
}

fn minutes(campaign: &Campaign, run: &SimulationResult) -> Option<Estimate> {
    campaign.break_even_minutes(run.trials().min(100_000), run.seed())
}

fn costs_as_much(one: &Campaign, other: &Campaign) -> bool {
    let decides = |of: &Campaign| (of.effort().minutes(), of.max_attempts());
    one.rates() == other.rates() && decides(one) == decides(other)
}

impl Compared {
    fn campaigns(&self) -> impl Iterator<Item = &Campaign> {
        self.yields.iter().map(|answer| answer.run.campaign())
    }

    /// At the rates in force where a strategy sets none of its own; else at those of all strategies, if they are the same.
    pub(super) fn break_even_in_force(&self) -> Option<Estimate> {
        let first = &self.compared.runs()[0];
        let Some(in_force) = &self.in_force else {
            let is_same = self.campaigns().all(|campaign| costs_as_much(campaign, first.campaign()));
            return self.break_evens[0].filter(|_| is_same);
        };
        let same = self.campaigns().position(|campaign| costs_as_much(campaign, in_force));
        same.map_or_else(|| minutes(in_force, first), |same| self.break_evens[same])
    }

    /// The strategies by what an introduction may cost at their rates, each time in these words.
    fn by_cost(&self, told: impl Fn(usize) -> String) -> Vec<(String, Vec<usize>)> {
        let brought = self.in_the_same_hours().unwrap_or_else(|| self.in_their_calls());
        let mut groups: Vec<(String, Vec<usize>)> = Vec::new();
        for index in best_first(&brought) {
            let told = told(index);
            match groups.iter_mut().find(|(other, _)| *other == told) {
                Some((_, group)) => group.push(index),
                None => groups.push((told, vec![index])),
            }
        }
        groups
    }

    /// In one sentence; where the strategies' rates make a difference, of each, or from the least to the most.
    pub(super) fn break_even_in_short(&self, say: Language, of_each: bool) -> String {
        let of_one = |index: usize| match self.break_evens[index] {
            None if self.cold_calls_bring_meetings(index) => say.worth_of_introductions_unknown(),
            None => say.any_introduction_pays(),
            Some(minutes) if minutes.value < 0.0 => say.no_introduction_pays_at_these_rates(),
            Some(minutes) => say.introduction_pays_below(say.duration(minutes.value), self.introductions(say)),
        };
        if let [(told, _)] = self.by_cost(of_one).as_slice() {
            return told.clone();
        }
        let of_several = |index: usize| match self.break_evens[index] {
            None if self.cold_calls_bring_meetings(index) => say.pays_perhaps(),
            None => say.pays_always(),
            Some(minutes) if minutes.value < 0.0 => say.pays_never(),
            Some(minutes) => say.pays_below(say.duration(minutes.value)),
        };
        let groups = self.by_cost(of_several);
        let group = |index: usize| {
            let (told, group) = &groups[index];
            format!("{told} ({})", listed(say, group, |index| self.name(say, index)))
        };
        let when = match self.least_and_most() {
            Some([low, high]) if !of_each || groups.len() > 2 => {
                say.pays_below_these(say.duration(low), say.duration(high))
            }
            _ => listed(say, &(0..groups.len()).collect::<Vec<_>>(), group),
        };
        say.introductions_pay(when, self.introductions(say))
    }

    /// Of the strategies, if an introduction may take some time in all of them.
    fn least_and_most(&self) -> Option<[f64; 2]> {
        let minutes = |found: &Option<Estimate>| found.map(|minutes| minutes.value).filter(|&minutes| minutes >= 0.0);
        let all = self.break_evens.iter().map(minutes).collect::<Option<Vec<_>>>()?;
        Some([all.iter().copied().fold(f64::MAX, f64::min), all.iter().copied().fold(0.0, f64::max)])
    }

    /// In full; where the strategies' rates make a difference, of each.
    pub(super) fn break_even(&self, say: Language) -> Vec<String> {
        let groups = self.by_cost(|index| match self.break_evens[index] {
            None if self.cold_calls_bring_meetings(index) => say.worth_of_introductions_unknown(),
            None => say.any_introduction_pays(),
            Some(minutes) if minutes.value < 0.0 => {
                say.no_introduction_pays(minutes_shown(say, Estimate { value: -minutes.value, ..minutes }))
            }
            Some(minutes) => say.introduction_may_cost(minutes_shown(say, minutes)),
        });
        if let [(told, _)] = groups.as_slice() {
            return vec![told.clone()];
        }
        let names = |group: &[usize]| group.iter().map(|&index| self.name(say, index)).collect::<Vec<_>>().join(", ");
        groups.into_iter().map(|(told, group)| say.apart(names(&group), behind_a_colon(&told))).collect()
    }

    fn cold_calls_bring_meetings(&self, index: usize) -> bool {
        self.yields[index].run.campaign().tree(Kind::Cold).held().get() > 0.0
    }

    /// What introductions take: `15 min assumed`.
    fn introductions(&self, say: Language) -> String {
        let each = self.campaigns().map(|campaign| campaign.effort().introduction);
        let [low, high] = each.fold([f64::MAX, f64::MIN], |[low, high], minutes| [low.min(minutes), high.max(minutes)]);
        let minutes = say.duration(low);
        if low < high {
            say.is_between(minutes, say.duration(high))
        } else if self.campaigns().any(sets_introduction) {
            say.you_set(minutes)
        } else {
            say.is_assumed(minutes)
        }
    }
}

fn sets_introduction(campaign: &Campaign) -> bool {
    let is_set = |(number, _, provenance): (Number, Option<f64>, Provenance)| {
        number.key == "effort.introduction" && provenance == Provenance::SetByYou
    };
    campaign.numbers().any(is_set)
}

fn behind_a_colon(sentence: &str) -> String {
    sentence.chars().take(1).flat_map(char::to_lowercase).chain(sentence.chars().skip(1)).collect()
}

fn minutes_shown(say: Language, minutes: Estimate) -> String {
    if minutes.std_error > 0.0 { say.with_error(minutes) } else { say.decimals(minutes.value, 1) }
}
