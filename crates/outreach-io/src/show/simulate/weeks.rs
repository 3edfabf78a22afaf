//! What a campaign has brought after one week, two, three, …

use outreach::{Campaign, Pace, Pmf, Simulation, SimulationResult, Stop};

use crate::Language;
use crate::answer::{ByWeekAnswer, PaceAnswer, WeekAnswer};
use crate::show::csv::{Cell, Sheet, Type};
use crate::show::curves::Distribution;
use crate::show::document::Table;
use crate::show::json::{QUANTILES, quantile_columns};
use crate::show::short;

/// At most this many weeks are looked at, and shown at a glance: with more of them, every second one, third one, …
const LOOKED_AT: u32 = 52;
const SHOWN: u32 = 6;
/// This many trials each week is simulated with at most, where there is no exact distribution.
const TRIALS: u64 = 100_000;

/// A campaign week by week.
#[derive(Debug, Clone)]
pub(crate) struct ByWeek {
    pace: Pace,
    weeks: Vec<Week>,
}

#[derive(Debug, Clone)]
struct Week {
    number: u32,
    yields: Yields,
}

#[derive(Debug, Clone)]
enum Yields {
    Exact(Pmf),
    Simulated(Box<SimulationResult>),
}

impl ByWeek {
    /// The weeks of the campaign that was run, with the seed of that run.
    pub(crate) fn of(run: &SimulationResult, pace: Pace) -> outreach::Result<Self> {
        let week = |number: u32| {
            let done = pace.within(run.campaign(), number)?;
            let yields = if let Ok(exact) = done.exact_yield() {
                Yields::Exact(exact)
            } else {
                let simulation = Simulation::new(&done).trials(run.trials().min(TRIALS)).seed(run.seed());
                Yields::Simulated(Box::new(simulation.run()?))
            };
            Ok(Week { number, yields })
        };
        let weeks = every(weeks(run, pace), LOOKED_AT).map(week).collect::<outreach::Result<_>>()?;
        Ok(Self { pace, weeks })
    }

    /// A row per week: the calls or hours until its end, the meetings, and the probability of each count asked for.
    pub(super) fn table(&self, say: Language, campaign: &Campaign, asked: &[u32]) -> Table {
        let last = self.weeks.last().map(Week::distribution);
        let counts = match asked {
            [] => last.map_or_else(Vec::new, |distribution| {
                short::telling(distribution).into_iter().step_by(2).take(2).collect()
            }),
            asked => asked.iter().take(3).map(|&count| i64::from(count)).collect(),
        };
        let effort = if matches!(self.pace, Pace::Calls(_)) { say.calls() } else { say.hours() };
        let header = [say.week(), effort, say.meetings_held()];
        let at_least = counts.iter().map(|count| say.at_least(say.grouped(count.unsigned_abs())));
        let mut table = Table::new(header.into_iter().chain(at_least));
        let most = self.weeks.len() as u32;
        for index in every(most, SHOWN) {
            let week = &self.weeks[index as usize - 1];
            let distribution = week.distribution();
            let [low, high] = distribution.central().ends(say);
            let mean = say.about(distribution.mean());
            let cells = [
                say.grouped(week.number.into()),
                self.effort(say, campaign, week.number),
                format!("{mean} ({})", say.range(low, high)),
            ];
            table.row(cells.into_iter().chain(counts.iter().map(|&count| distribution.chance_of_at_least(say, count))));
        }
        table
    }

    fn effort(&self, say: Language, campaign: &Campaign, weeks: u32) -> String {
        match self.pace {
            Pace::Calls(calls) => say.grouped(u64::from(calls.saturating_mul(weeks).min(campaign.calls()))),
            Pace::Minutes(minutes) => {
                let minutes = f64::from(minutes) * f64::from(weeks);
                say.clock(if let Stop::Minutes(most) = campaign.stop() { minutes.min(most) } else { minutes })
            }
        }
    }

    /// A row per week.
    pub(super) fn sheet(&self, asked: &[u32]) -> Sheet {
        let chances = |after: &str| asked.iter().map(|count| format!("at_least_{count}{after}")).collect::<Vec<_>>();
        let header = Type::Whole.of(["week"]).chain(Type::Real.of(["mean", "std_error"]));
        let header = header.chain(Type::Whole.of(quantile_columns()));
        let mut sheet = Sheet::new(header.chain(Type::Real.of([chances(""), chances("_std_error")].concat())));
        for week in &self.weeks {
            let WeekAnswer { week: number, mean, std_error, at_least, at_least_std_error, .. } = week.data(asked);
            let moments = [Some(mean), std_error].map(Cell::number);
            let quantiles = QUANTILES.map(|q| Cell::Whole(week.distribution().quantile(q)));
            let chances = asked.iter().map(|count| at_least[count]);
            let chances = chances.chain(asked.iter().map(|count| at_least_std_error[count])).map(Cell::Number);
            sheet.row([Cell::whole(number)].into_iter().chain(moments).chain(quantiles).chain(chances));
        }
        sheet
    }

    pub(super) fn data(&self, asked: &[u32]) -> ByWeekAnswer {
        ByWeekAnswer {
            pace: PaceAnswer::of(self.pace),
            by_week: self.weeks.iter().map(|week| week.data(asked)).collect(),
        }
    }
}

impl Week {
    fn distribution(&self) -> Distribution<'_> {
        match &self.yields {
            Yields::Exact(distribution) => Distribution::Exact(distribution),
            Yields::Simulated(run) => Distribution::Simulated(run.meetings()),
        }
    }

    fn data(&self, asked: &[u32]) -> WeekAnswer {
        let week = self.number;
        match &self.yields {
            Yields::Exact(distribution) => WeekAnswer::exact(week, distribution, asked),
            Yields::Simulated(run) => WeekAnswer::sampled(week, run.meetings(), asked),
        }
    }
}

/// The weeks until all is done, or all but surely done where chance decides how long it takes.
fn weeks(run: &SimulationResult, pace: Pace) -> u32 {
    let campaign = run.campaign();
    match (pace, campaign.stop()) {
        // Where nothing is left to chance, all calls are made.
        (Pace::Calls(_), _) if run.attempts().trials() == 0 => pace.weeks(campaign.calls()),
        (Pace::Calls(_), _) => pace.weeks(u32::try_from(run.attempts().largest()).unwrap_or(u32::MAX)),
        (Pace::Minutes(_), Stop::Minutes(most)) => pace.weeks(most.ceil() as u32),
        (Pace::Minutes(_), _) => {
            let minutes = run.minutes();
            let sd = minutes.std_error * (run.trials() as f64).sqrt();
            // 2.6 standard deviations above the mean: about one campaign in two hundred takes longer.
            let nearly_most = minutes.value + if sd.is_finite() { 2.6 * sd } else { 0.0 };
            pace.weeks(nearly_most.ceil().clamp(1.0, Stop::MAX_MINUTES) as u32)
        }
    }
    .max(1)
}

/// 1 to `last`, in steps that leave at most this many, the last one among them.
fn every(last: u32, most: u32) -> impl Iterator<Item = u32> {
    let step = last.div_ceil(most);
    (1..=last).filter(move |number| (last - number).is_multiple_of(step))
}
