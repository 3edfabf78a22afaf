//! Which strategy brings the most, in one sentence.

use outreach::{Estimate, Pair};

use super::Compared;
use super::brought::{Brought, as_many, best_first};
use crate::Language;
use crate::language::capitalised;

/// More strategies behind the best are counted, not named.
const NAMED: usize = 3;
/// A lead is small where the next one is behind by less than this part, and brings as many or more in one campaign of three.
const SMALL: f64 = 0.1;
const OFTEN: f64 = 1.0 / 3.0;
/// Means that may differ by more than this part are not called the same.
const NEAR: f64 = 0.01;

/// How far the best is ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lead {
    /// All bring as many on average.
    None,
    /// Too few trials tell.
    Untold,
    /// This many, but not all.
    Shared(usize),
    Small,
    Clear,
}

impl Compared {
    /// Who brings the most, and how many the others; in the same hours, too, and in these alone where they were given.
    pub(super) fn in_one_sentence(&self, say: Language) -> String {
        let (calls, pairs) = (self.in_their_calls(), self.compared.pairs());
        let even = self.in_the_same_hours().zip(self.compared.equal_hours());
        let said = match even {
            Some((brought, even)) if self.compared.are_hours_given() => {
                let what = in_text(&self.in_the_hours(say).unwrap_or_default());
                self.ranked(say, &brought, even.pairs(), what)
            }
            Some((brought, even)) if brought.len() > 1 => {
                let first = self.ranked(say, &calls, pairs, self.in_so_many_calls(say));
                let hours = say.about_duration(60.0 * even.hours());
                format!("{first} {}", self.in_hours_too(say, &brought, even.pairs(), hours))
            }
            _ => self.ranked(say, &calls, pairs, self.in_so_many_calls(say)),
        };
        begun_as_a_sentence(say, &said)
    }

    /// `cold 10`.
    fn named(&self, say: Language, brought: &[Brought], index: usize) -> String {
        self.with_number(say, index, say.about(brought[index].mean))
    }

    /// A name and a number: `cold 10`; a name that has numbers itself is set apart: `warm=15: 13.4`.
    pub(super) fn with_number(&self, say: Language, index: usize, number: String) -> String {
        let name = self.name(say, index);
        if name.contains(|c: char| c.is_ascii_digit()) { say.apart(name, number) } else { format!("{name} {number}") }
    }

    fn ranked(&self, say: Language, brought: &[Brought], pairs: &[Pair], what: String) -> String {
        let order = best_first(brought);
        let (best, others) = (order[0], &order[1..]);
        let mean = say.about(brought[best].mean);
        if others.is_empty() {
            let range = brought[best].range;
            return say.brings(self.name(say, best), mean, what, range.said(say), range.share(say));
        }
        let name = |index: usize| self.name(say, index);
        let named = |index: usize| self.named(say, brought, index);
        match lead(say, brought, pairs, &order) {
            Lead::None if order.windows(2).any(|pair| brought[pair[0]].ends() != brought[pair[1]].ends()) => {
                let ranged = |index: usize| {
                    let [low, high] = brought[index].range.ends(say);
                    format!("{} ({})", self.name(say, index), say.range(low, high))
                };
                say.bring_as_many(mean, what, ranged(best), listed(say, others, ranged))
            }
            Lead::None => say.all_bring_as_many(mean, what),
            Lead::Untold => say.trials_rank_nothing(self.trials(say), listed(say, &order, named), what),
            Lead::Shared(first) => {
                let (first, rest) = order.split_at(first);
                say.bring_most(listed(say, first, name), mean, what, listed(say, rest, named))
            }
            Lead::Small => say.leads_narrowly(name(best), mean, what, listed(say, others, named)),
            Lead::Clear => say.brings_most(name(best), mean, what, listed(say, others, named)),
        }
    }

    fn in_hours_too(&self, say: Language, brought: &[Brought], pairs: &[Pair], hours: String) -> String {
        let order = best_first(brought);
        let means = listed(say, &order, |index| self.named(say, brought, index));
        match lead(say, brought, pairs, &order) {
            Lead::None => say.as_many_in_the_same_time(hours, say.about(brought[order[0]].mean)),
            Lead::Untold => say.trials_rank_nothing_in_the_same_time(hours, self.trials(say), means),
            Lead::Small => say.small_lead_in_the_same_time(hours, means),
            Lead::Shared(_) | Lead::Clear => say.in_the_same_time(hours, means),
        }
    }

    fn trials(&self, say: Language) -> String {
        say.grouped(self.compared.runs()[0].trials())
    }

    /// `from 100 calls`, where these are the same of all.
    fn in_so_many_calls(&self, say: Language) -> String {
        let calls = |calls: u32| in_text(&say.out_of(say.so_many_calls(say.grouped(calls.into()))));
        self.same_calls().map_or_else(String::new, calls)
    }
}

/// `mixed 50, cold 10`, of those first in the order; the others are counted.
pub(super) fn listed(say: Language, order: &[usize], one: impl Fn(usize) -> String) -> String {
    // One more takes no more room than its number.
    let shown = if order.len() <= NAMED + 1 { order.len() } else { NAMED };
    let more = (shown < order.len()).then(|| say.and_others((order.len() - shown).to_string()));
    let all: Vec<_> = order[..shown].iter().map(|&index| one(index)).chain(more).collect();
    let semicolon = say.semicolon();
    // Some names have commas of their own.
    all.join(if all.iter().any(|one| one.contains(", ")) { &semicolon } else { ", " })
}

/// Behind a word.
fn in_text(what: &str) -> String {
    format!(" {what}")
}

/// French names of strategies are words; other names are what is typed.
pub(super) fn begun_as_a_sentence(say: Language, said: &str) -> String {
    if say.begins_with_a_strategy(said) { capitalised(said) } else { said.to_owned() }
}

/// Of campaigns in their order, best first; those that are written alike are none ahead.
fn lead(say: Language, brought: &[Brought], pairs: &[Pair], order: &[usize]) -> Lead {
    let written = |index: usize| say.about(brought[index].mean);
    let as_the_best =
        |&&index: &&usize| written(index) == written(order[0]) || is_no_more(brought, pairs, order[0], index);
    let is_untold = |&index: &usize| {
        let noise = sampled_lead(brought, pairs, order[0], index).map_or(0.0, |lead| 3.0 * lead.std_error);
        written(index) != written(order[0]) && noise > NEAR * brought[order[0]].mean
    };
    match order.iter().take_while(as_the_best).count() {
        all if all == order.len() && order.iter().any(is_untold) => Lead::Untold,
        all if all == order.len() => Lead::None,
        1 if is_near(brought, pairs, order[0], order[1]) => Lead::Small,
        1 => Lead::Clear,
        several => Lead::Shared(several),
    }
}

/// Whether the means differ by no more than rounding, or by what simulated ones differ by chance.
fn is_no_more(brought: &[Brought], pairs: &[Pair], one: usize, other: usize) -> bool {
    as_many(&brought[one], &brought[other])
        || sampled_lead(brought, pairs, one, other).is_some_and(|lead| lead.value.abs() <= 3.0 * lead.std_error)
}

/// By how much one is ahead of another on average, in just the hours they are to take; where one of them is simulated.
fn sampled_lead(brought: &[Brought], pairs: &[Pair], one: usize, other: usize) -> Option<Estimate> {
    let sampled = [one, other].iter().any(|&index| brought[index].range.probability_std_error.is_some());
    let pair = pairs.iter().find(|pair| sampled && are_of(pair, one, other))?;
    let difference = pair.difference().mean();
    let of_pair = brought[pair.a()].beside_mean() - brought[pair.b()].beside_mean();
    Some(Estimate { value: difference.value + of_pair, ..difference })
}

fn is_near(brought: &[Brought], pairs: &[Pair], best: usize, next: usize) -> bool {
    brought[next].mean > (1.0 - SMALL) * brought[best].mean
        && against(pairs, next, best).is_some_and(|[ahead, tied, _]| ahead.value + tied.value >= OFTEN)
}

pub(super) fn are_of(pair: &Pair, one: usize, other: usize) -> bool {
    [(one, other), (other, one)].contains(&(pair.a(), pair.b()))
}

/// How likely one is ahead of another, tied with it, and behind it.
fn against(pairs: &[Pair], one: usize, other: usize) -> Option<[Estimate; 3]> {
    let pair = pairs.iter().find(|pair| are_of(pair, one, other))?;
    let exact = pair.exact().map(|exact| exact.map(|value| Estimate { value, std_error: 0.0 }));
    let [a, tie, b] = exact.unwrap_or_else(|| [pair.a_wins(), pair.tie(), pair.b_wins()]);
    Some(if pair.a() == one { [a, tie, b] } else { [b, tie, a] })
}
