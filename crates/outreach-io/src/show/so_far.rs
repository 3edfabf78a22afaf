//! What a campaign has brought so far, and how surprising that is under its plan.

use outreach::{Estimate, Kind, Progress, ProgressCheck};

use crate::answer::{KindSoFar, SoFarAnswer, TableInForce};
use crate::language::Language;

/// What a campaign has brought, and how surprising that was before.
#[derive(Debug, Clone)]
pub(crate) struct Begun {
    pub(crate) so_far: Progress,
    pub(crate) surprise: ProgressCheck,
}

impl Begun {
    fn tails(&self) -> [f64; 2] {
        [self.surprise.at_most.value, self.surprise.at_least.value]
    }

    pub(crate) fn sentence(&self, say: Language) -> String {
        let shown = |chance: Estimate| {
            if self.surprise.is_sampled() { say.percent_estimate(chance) } else { say.percent(chance.value) }
        };
        let [at_most, at_least] = [self.surprise.at_most, self.surprise.at_least].map(shown);
        let (attempts, meetings) = (self.so_far.all_attempts(), self.so_far.all_meetings());
        let [low, high] = self.tails();
        let verdict = match low.min(high) {
            p if p < 0.01 => say.great_surprise(),
            p if p < 0.05 => say.some_surprise(),
            _ => say.no_surprise(),
        };
        say.so_far(attempts, meetings, at_most, at_least, verdict)
    }

    /// The tail that is the less likely, and what to think of it.
    pub(crate) fn in_short(&self, say: Language) -> String {
        let (attempts, meetings) = (self.so_far.all_attempts(), self.so_far.all_meetings());
        let (chance, tail) = match self.tails() {
            [at_most, at_least] if at_least < at_most => (self.surprise.at_least, say.or_more(meetings)),
            _ => (self.surprise.at_most, say.or_fewer(meetings)),
        };
        let verdict = match chance.value {
            p if p < 0.01 => say.look_again_at_your_rates(),
            p if p < 0.05 => say.watch_your_rates(),
            _ => say.as_planned(),
        };
        let shown =
            if self.surprise.is_sampled() { say.whole_estimate(chance) } else { say.whole_percent(chance.value) };
        say.so_far_in_short(attempts, meetings, tail, shown, verdict)
    }

    /// As data.
    pub(crate) fn data(&self) -> SoFarAnswer {
        let of = |kind| KindSoFar {
            attempts: self.so_far.attempts(kind),
            meetings: self.so_far.meetings(kind),
            rounds: self.so_far.rounds(kind).map(TableInForce::of),
        };
        let error = |chance: Estimate| self.surprise.is_sampled().then_some(chance.std_error);
        let ProgressCheck { at_most, at_least, .. } = self.surprise;
        SoFarAnswer {
            cold: of(Kind::Cold),
            warm: of(Kind::Warm),
            at_most: at_most.value,
            at_most_std_error: error(at_most),
            at_least: at_least.value,
            at_least_std_error: error(at_least),
        }
    }
}
