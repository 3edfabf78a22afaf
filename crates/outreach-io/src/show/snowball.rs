//! What becomes of a pool of referrals.

use outreach::{Estimate, PoolDistribution, SameHoursCold, SimulationResult, Snowball};

use super::document::Table;
use super::picture::{Curve, Panel};
use crate::Language;
use crate::answer::parts::defined;
use crate::answer::{self, ExactPool, FirstDry, PoolAnswer, Quantiles};

/// A pool's chains in the long run, in this campaign, and against the same hours spent cold.
#[derive(Debug, Clone)]
pub(crate) struct Chains {
    run: SimulationResult,
    snowball: Snowball,
    distribution: Option<PoolDistribution>,
    cold: Option<SameHoursCold>,
}

/// This many points of a curve.
const POINTS: usize = 400;
/// Generations beyond are shown together.
const SHOWN: usize = 8;

impl Chains {
    /// `None` without a pool.
    pub(crate) fn new(run: &SimulationResult) -> outreach::Result<Option<Self>> {
        Self::beside(run.campaign().exact_pool().ok(), run)
    }

    /// The same with more trials of its campaign.
    pub(crate) fn with_run(self, run: &SimulationResult) -> outreach::Result<Option<Self>> {
        Self::beside(self.distribution, run)
    }

    fn beside(distribution: Option<PoolDistribution>, run: &SimulationResult) -> outreach::Result<Option<Self>> {
        let snowball = run.campaign().snowball(run.trials().clamp(2, 10_000), run.seed());
        let chains = |snowball| Ok(Self { run: run.clone(), snowball, distribution, cold: run.same_hours_cold()? });
        snowball.map(chains).transpose()
    }

    pub(crate) fn sentences(&self, say: Language) -> Vec<String> {
        let reproduction = self.snowball.reproduction[0];
        let later = match self.snowball.reproduction.get(1..) {
            Some([]) | None => String::new(),
            Some(later) => {
                let one = |r: &Estimate| if r.std_error > 0.0 { say.with_error(*r) } else { say.decimals(r.value, 2) };
                let shown: Vec<_> = later.iter().take(4).map(one).collect();
                let more = if later.len() > shown.len() { ", …" } else { "" };
                say.next_generations(format!("{}{more}", shown.join(", ")))
            }
        };
        let (calls, dry) = (say.grouped(self.run.campaign().calls().into()), self.run.runs_dry());
        let exact =
            |distribution: &PoolDistribution| say.chance(distribution.runs_dry(), distribution.runs_dry() > 0.0, false);
        let dry = self.distribution.as_ref().map_or_else(|| say.percent_estimate(dry), exact);
        let when = self.half_dry(say).map_or_else(String::new, |call| say.dry_by(call));
        let outlook = self.outlook(say);
        let mut sentences =
            vec![say.one_brings(say.estimate(reproduction), outlook, later), say.runs_dry(calls, dry, when)];
        if let Some(cold) = &self.cold {
            let hours = say.compact((cold.hours * 10.0).round() / 10.0);
            let mean = if cold.mean.std_error > 0.0 { say.with_error(cold.mean) } else { say.plain(cold.mean.value) };
            sentences.push(say.same_hours_cold(hours, mean));
        }
        sentences
    }

    /// Whether the chains live on. Those that do not feed themselves at first may do so later, where cold calls are better than
    /// warm ones.
    fn outlook(&self, say: Language) -> String {
        let (reproduction, extinction) = (self.snowball.reproduction[0], self.snowball.extinction);
        if reproduction.std_error > 0.0 {
            return say.grows_in(say.percent_estimate(self.snowball.grows), say.percent_estimate(extinction));
        }
        match (reproduction.value > 1.0, extinction.value < 1.0) {
            // No chain is there to die out.
            _ if self.run.campaign().pool().is_some_and(|pool| pool.initial == 0) => String::new(),
            (true, true) => say.grows(say.percent(extinction.value)),
            (false, true) => say.grows_later(say.percent(extinction.value)),
            (true, false) => say.dies_out_later(),
            (false, false) => say.dies_out(),
        }
    }

    /// By which call the pool has run dry half of the times that it does.
    fn half_dry(&self, say: Language) -> Option<String> {
        if let Some(distribution) = &self.distribution {
            let half = 0.5 * distribution.runs_dry();
            let mut dry = 0.0;
            let by = distribution.first_dry.iter().position(|mass| {
                dry += mass;
                half > 0.0 && dry >= half
            });
            return by.map(|index| say.grouped(index as u64 + 1));
        }
        let first = self.run.first_dry();
        let between = |[low, high]: [i64; 2]| {
            if low == high {
                return String::new();
            }
            say.sampled_between(say.grouped(low.unsigned_abs()), say.grouped(high.unsigned_abs()))
        };
        let shown = || {
            let interval = first.quantile_interval(0.5).map(between).unwrap_or_default();
            say.grouped(first.quantile(0.5).unsigned_abs()) + &interval
        };
        (first.trials() > 0).then(shown)
    }

    /// When the pool runs dry, and what the same hours would bring cold.
    pub(crate) fn in_short(&self, say: Language) -> Vec<String> {
        let exact = self.distribution.as_ref().map(|distribution| say.whole_percent(distribution.runs_dry()));
        let dry = exact.unwrap_or_else(|| say.whole_estimate(self.run.runs_dry()));
        let when = self.half_dry(say).map(|call| say.half_the_time_by(call));
        let dry = say.referrals_run_out(dry, when.unwrap_or_default());
        let cold = self
            .cold
            .as_ref()
            .map(|cold| say.same_time_cold(say.about_duration(60.0 * cold.hours), say.about(cold.mean.value)));
        [dry].into_iter().chain(cold).collect()
    }

    /// Meetings by generation: exact where their distribution is known, which the simulation then does not count; else
    /// simulated.
    pub(crate) fn generations(&self, say: Language) -> Table {
        let simulated = self.run.meetings_by_generation();
        let (header, shown, later): (_, Vec<String>, _) = if let Some(distribution) = &self.distribution {
            let means = &distribution.by_generation;
            let later = say.plain(means.iter().skip(SHOWN).sum());
            (say.exact(), means.iter().map(|&mean| say.plain(mean)).collect(), later)
        } else {
            // Errors of a sum are at most the sum of the errors.
            let later = simulated.iter().skip(SHOWN).fold(Estimate { value: 0.0, std_error: 0.0 }, |sum, mean| {
                Estimate { value: sum.value + mean.value, std_error: sum.std_error + mean.std_error }
            });
            (say.simulated(), simulated.into_iter().map(|mean| say.estimate(mean)).collect(), say.estimate(later))
        };
        let mut table = Table::new([say.meetings_held(), header]);
        for (generation, mean) in (1..=SHOWN).zip(&shown) {
            table.row([say.generation(generation), mean.clone()]);
        }
        if shown.len() > SHOWN {
            table.row([say.later_generations(), later]);
        }
        table
    }

    /// How likely the pool has run dry by each call.
    pub(crate) fn drying(&self, say: Language) -> Panel {
        let calls = self.run.campaign().calls() as usize;
        let sample = self.run.first_dry();
        let dry_at = |call: usize| match &self.distribution {
            Some(distribution) => distribution.first_dry.get(call - 1).copied().unwrap_or(0.0),
            None => self.run.meetings().share(sample.count(call as i64)).value,
        };
        let step = calls / POINTS + 1;
        let mut dry = 0.0;
        let course = (1..=calls).map(|call| {
            dry += dry_at(call);
            (call, dry)
        });
        let points = course.filter(|(call, _)| call % step == 0 || *call == calls);
        Panel::Curves {
            axes: [say.calls(), say.has_run_dry()],
            bars: None,
            curves: vec![Curve { name: String::new(), points: points.map(|(call, dry)| (call as f64, dry)).collect() }],
            marks: Vec::new(),
            reach: [1.0, calls as f64],
        }
    }

    /// As data.
    pub(crate) fn data(&self) -> PoolAnswer {
        let first = self.run.first_dry();
        let by_generation = self.run.meetings_by_generation();
        PoolAnswer {
            reproduction: self.snowball.reproduction.iter().map(|&r| r.into()).collect(),
            grows: self.snowball.grows.into(),
            extinction: self.snowball.extinction.into(),
            runs_dry: self.run.runs_dry().into(),
            first_dry_attempt: (first.trials() > 0).then(|| FirstDry {
                mean: first.mean().value,
                std_error: defined(first.mean().std_error),
                quantiles: Quantiles::of(|q| first.quantile(q)),
                quantile_intervals: Quantiles::of(|q| first.quantile_interval(q)),
            }),
            meetings_by_generation: self
                .distribution
                .is_none()
                .then(|| by_generation.into_iter().map(Into::into).collect()),
            exact: self.distribution.as_ref().map(|distribution| ExactPool {
                runs_dry: distribution.runs_dry(),
                first_dry_attempt: distribution.first_dry.clone(),
                meetings_by_generation: distribution.by_generation.clone(),
                cold_meetings: distribution.cold_meetings,
                cold_attempts: distribution.cold_attempts,
            }),
            same_hours_cold: self.cold.map(|cold| answer::SameHoursCold {
                hours: cold.hours,
                mean: cold.mean.value,
                std_error: defined(cold.mean.std_error),
            }),
        }
    }
}
