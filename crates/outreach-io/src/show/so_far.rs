//! What a campaign has brought so far, and how surprising that is under its plan.

use outreach::{Campaign, Estimate, Kind, Simulation, SoFar, Strategy, Supply};

use crate::Language;
use crate::Sampling;
use crate::answer::{KindSoFar, SoFarAnswer, TableInForce};

/// The prior probabilities of at most and at least so many meetings in the attempts made.
#[derive(Debug, Clone)]
pub struct Surprise {
    so_far: SoFar,
    chances: Chances,
}

#[derive(Debug, Clone)]
enum Chances {
    Exact([f64; 2]),
    Sampled([Estimate; 2]),
}

impl Surprise {
    /// Of what a plan has brought; sampled where there is no exact distribution.
    ///
    /// # Errors
    /// For counts that no campaign has.
    pub fn new(plan: &Campaign, so_far: SoFar, sampling: Sampling) -> outreach::Result<Self> {
        let made = made(plan, &so_far)?;
        let meetings = so_far.all_meetings();
        let chances = if let Ok(law) = made.exact_yield() {
            Chances::Exact([law.at_most(meetings as usize), law.at_least(meetings as usize)])
        } else {
            let run = Simulation::new(&made).trials(sampling.trials.min(100_000)).seed(sampling.seed).run()?;
            let more = run.meetings().at_least(i64::from(meetings) + 1);
            let at_most = Estimate { value: 1.0 - more.value, ..more };
            Chances::Sampled([at_most, run.meetings().at_least(meetings.into())])
        };
        Ok(Self { so_far, chances })
    }

    pub(crate) fn sentence(&self, say: Language) -> String {
        let [at_most, at_least] = match &self.chances {
            Chances::Exact(chances) => chances.map(|chance| say.percent(chance)),
            Chances::Sampled(chances) => chances.map(|chance| say.percent_estimate(chance)),
        };
        let (attempts, meetings) = (self.so_far.all_attempts(), self.so_far.all_meetings());
        let smaller = match &self.chances {
            Chances::Exact([low, high]) => low.min(*high),
            Chances::Sampled([low, high]) => low.value.min(high.value),
        };
        let verdict = match smaller {
            p if p < 0.01 => say.great_surprise(),
            p if p < 0.05 => say.some_surprise(),
            _ => say.no_surprise(),
        };
        say.so_far(attempts, meetings, at_most, at_least, verdict)
    }

    /// The tail that is the less likely, and what to think of it.
    pub(crate) fn in_short(&self, say: Language) -> String {
        let chances = match &self.chances {
            Chances::Exact(chances) => *chances,
            Chances::Sampled(chances) => chances.map(|chance| chance.value),
        };
        let (attempts, meetings) = (self.so_far.all_attempts(), self.so_far.all_meetings());
        let (chance, tail) = match chances {
            [at_most, at_least] if at_least < at_most => (at_least, say.or_more(meetings)),
            [at_most, _] => (at_most, say.or_fewer(meetings)),
        };
        let verdict = match chance {
            p if p < 0.01 => say.look_again_at_your_rates(),
            p if p < 0.05 => say.watch_your_rates(),
            _ => say.as_planned(),
        };
        say.so_far_in_short(attempts, meetings, tail, say.whole_percent(chance), verdict)
    }

    /// As data.
    pub fn data(&self) -> SoFarAnswer {
        let of = |kind| KindSoFar {
            attempts: self.so_far.attempts(kind),
            meetings: self.so_far.meetings(kind),
            rounds: self.so_far.rounds(kind).map(TableInForce::of),
        };
        let ([at_most, at_least], [at_most_std_error, at_least_std_error]) = match &self.chances {
            Chances::Exact(chances) => (*chances, [None, None]),
            Chances::Sampled(chances) => {
                (chances.map(|chance| chance.value), chances.map(|chance| Some(chance.std_error)))
            }
        };
        let (cold, warm) = (of(Kind::Cold), of(Kind::Warm));
        SoFarAnswer { cold, warm, at_most, at_most_std_error, at_least, at_least_std_error }
    }
}

/// The attempts made, with the rates of the plan; each round of them was made at contacts with the earlier ones behind them.
fn made(plan: &Campaign, so_far: &SoFar) -> outreach::Result<Campaign> {
    let rounds = Kind::ALL.map(|kind| {
        let at_risk = so_far.rounds(kind).map_or(&[][..], |table| table.at_risk());
        (0..).zip(at_risk.iter().copied()).collect::<Vec<_>>()
    });
    if rounds.iter().all(Vec::is_empty) {
        let strategy = Strategy::new("so far", Supply::Count(so_far.attempts(Kind::Warm)));
        return Campaign::new(plan.rates().clone(), strategy, so_far.all_attempts().into());
    }
    Campaign::of_called(plan.rates().clone(), [&rounds[0], &rounds[1]], 1)
}
