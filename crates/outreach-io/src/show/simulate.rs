//! The answer of `simulate`, which is also a part of `compare`'s.

mod brief;
mod counts;
mod detail;
mod results;
mod rounds;
mod sentence;
mod weeks;

use outreach::{Pmf, SimulationResult, Stop};
use serde_json::Value;

use self::detail::heading;
pub(crate) use self::weeks::ByWeek;
use super::csv::{Cell, Sheet, Type};
use super::curves::{self, Distribution};
use super::json::as_json;
use super::picture::{Curve, Panel, Picture};
use super::snowball::Chains;
use super::so_far::Begun;
use super::{Answer, Document, TextStyle, dots};
use crate::Language;
use crate::answer::{AtPublishedRatesAnswer, CountRange};
use crate::language::capitalised;

/// The answer of `simulate`: one campaign's yield, simulated and, where it is known, exact.
#[derive(Debug, Clone)]
pub struct Simulated {
    pub(crate) run: SimulationResult,
    pub(crate) distribution: Option<Pmf>,
    /// Why there is no exact distribution.
    why_none: Option<String>,
    pub(crate) at_least: Vec<u32>,
    precision: Option<f64>,
    begun: Option<Begun>,
    /// The exact distribution of the attempts, where a stop leaves them to chance.
    attempts: Option<Pmf>,
    chains: Option<Chains>,
    by_week: Option<ByWeek>,
    /// What the same brings at the published rates, once that was asked for.
    pub(super) published: Option<AtPublishedRatesAnswer>,
}

impl Simulated {
    /// Of a run, with the chance of at least this many meetings, and the precision that was asked for.
    ///
    /// # Errors
    /// Where a campaign of cold calls in the same hours is no campaign.
    pub fn new(run: SimulationResult, at_least: &[u32], precision: Option<f64>) -> outreach::Result<Self> {
        let (distribution, why_none) = match run.campaign().exact_yield() {
            Ok(distribution) => (Some(distribution), None),
            Err(error) => (None, Some(error.to_string())),
        };
        let stopped = run.campaign().stop() != Stop::Calls;
        let attempts = if stopped { run.campaign().exact_attempts().ok() } else { None };
        let chains = Chains::new(&run)?;
        Ok(Self { distribution, why_none, precision, attempts, chains, ..Self::sampled(run, at_least) })
    }

    /// Of a run alone: the exact distribution, which may take longer than the trials, is not worked out.
    pub fn sampled(run: SimulationResult, at_least: &[u32]) -> Self {
        let mut at_least = at_least.to_vec();
        at_least.sort_unstable();
        at_least.dedup();
        let why_none = Some("the exact distribution was not asked for".to_owned());
        let (precision, begun, attempts, chains, by_week, published) = (None, None, None, None, None, None);
        Self { run, distribution: None, why_none, at_least, precision, begun, attempts, chains, by_week, published }
    }

    /// The same with more trials of its campaign: what does not depend on them is not computed again.
    ///
    /// # Errors
    /// As [`Simulated::new`].
    pub fn with_run(self, run: SimulationResult) -> outreach::Result<Self> {
        let chains = self.chains.map(|chains| chains.with_run(&run)).transpose()?.flatten();
        Ok(Self { run, chains, ..self })
    }

    /// The same with what its campaign brings at the published rates.
    #[must_use]
    pub fn beside_published(self) -> Self {
        Self { published: AtPublishedRatesAnswer::of(&self.run), ..self }
    }

    /// The same as the rest of a campaign.
    pub(crate) fn after(mut self, begun: Option<Begun>) -> Self {
        self.begun = begun;
        self
    }

    /// The same with what each week brings.
    pub(crate) fn by_week(mut self, by_week: Option<ByWeek>) -> Self {
        self.by_week = by_week;
        self
    }

    /// What was simulated.
    pub fn run(&self) -> &SimulationResult {
        &self.run
    }

    /// The exact distribution, where it is known.
    pub fn distribution(&self) -> Option<&Pmf> {
        self.distribution.as_ref()
    }

    pub(crate) fn name(&self) -> &str {
        self.run.campaign().strategy().name()
    }

    /// The exact quantile where there is one.
    pub(crate) fn quantile(&self, q: f64) -> i64 {
        self.distribution
            .as_ref()
            .map_or_else(|| self.run.meetings().quantile(q), |distribution| distribution.quantile(q) as i64)
    }

    /// The central range, exact where that is known.
    pub(crate) fn central(&self) -> CountRange {
        CountRange::best(self.distribution.as_ref(), self.run.meetings())
    }

    /// The exact mean where there is one.
    pub(crate) fn mean(&self) -> f64 {
        self.distribution.as_ref().map_or_else(|| self.run.meetings().mean().value, Pmf::mean)
    }

    fn stops_at_meetings(&self) -> bool {
        matches!(self.run.campaign().stop(), Stop::Meetings(_))
    }

    fn reached_precision(&self) -> bool {
        self.precision.is_none_or(|precision| self.run.meetings().mean().std_error <= precision)
    }

    /// The distribution of the meetings: the exact one where it is known.
    pub(crate) fn meetings(&self) -> Distribution<'_> {
        Distribution::best(self.distribution.as_ref(), self.run.meetings())
    }
}

impl Answer for Simulated {
    fn sentence(&self, say: Language) -> String {
        self.in_one_sentence(say)
    }

    fn short(&self, style: TextStyle) -> Document {
        self.at_a_glance(style)
    }

    fn whole(&self, style: TextStyle) -> Document {
        self.in_detail(style)
    }

    fn json_within(&self, bytes: usize) -> Option<Value> {
        as_json(&self.data(), bytes)
    }

    /// A row per number of meetings, or per week.
    fn csv(&self) -> Sheet {
        if let Some(weeks) = &self.by_week {
            return weeks.sheet(&self.at_least);
        }
        let mut sheet = Sheet::new(Type::Whole.of(["meetings", "trials"]).chain(Type::Real.of([
            "share",
            "share_std_error",
            "exact_share",
        ])));
        let sample = self.run.meetings();
        let last = self
            .distribution
            .as_ref()
            .map_or(0, |distribution| distribution.quantile(1.0) as i64)
            .max(sample.largest());
        for count in 0..=last {
            let trials = sample.count(count);
            let share = sample.share(trials);
            sheet.row([
                Cell::Whole(count),
                Cell::whole(trials),
                Cell::Number(share.value),
                Cell::Number(share.std_error),
                Cell::number(self.distribution.as_ref().map(|distribution| distribution.mass(count as usize))),
            ]);
        }
        sheet
    }

    /// What chance decides, meetings or calls: fifty dots, bars with the exact distribution over them, and the chance of
    /// at least each count.
    fn picture(&self, say: Language) -> Option<Picture> {
        let (of, sample, exact, left_out) = if self.stops_at_meetings() {
            (say.calls(), self.run.attempts(), self.attempts.as_ref(), curves::LEFT_OUT_OF_CALLS)
        } else {
            (say.meetings_held(), self.run.meetings(), self.distribution.as_ref(), curves::LEFT_OUT)
        };
        let distribution = Distribution::best(exact, sample);
        let counts = curves::counts(&[distribution], left_out);
        let simulated = Curve { name: say.simulated(), points: Distribution::Simulated(sample).masses(&counts) };
        let exact = exact
            .map(|exact| Curve { name: say.exact_distribution(), points: Distribution::Exact(exact).masses(&counts) });
        let yields = Panel::Curves {
            axes: [curves::axis(say, &of, distribution), say.share_of_campaigns()],
            bars: Some(simulated),
            curves: exact.into_iter().collect(),
            marks: curves::marks(distribution),
            reach: curves::reach(&counts),
        };
        let at_least = curves::at_least(say, &of, &[(String::new(), distribution)], &counts);
        let drying = self.chains.as_ref().map(|chains| chains.drying(say));
        let dots = dots::panel(say, &of, distribution, &counts);
        let panels = [dots, yields, at_least].into_iter().chain(drying).collect();
        let description = format!("{} {}", self.sentence(say), curves::describe(say, &capitalised(&of), distribution));
        Some(Picture { language: say, title: heading(say, self.run.campaign()), description, panels })
    }

    fn warnings(&self, say: Language) -> Vec<String> {
        let missed = missed_precision(say, self.precision, self.reached_precision(), self.run.trials());
        let campaign = self.run.campaign();
        let drawn_anew = campaign.so_far().is_some() && campaign.connectors().is_some();
        missed.into_iter().chain(drawn_anew.then(|| say.connectors_drawn_anew())).collect()
    }

    fn notes(&self, say: Language) -> Vec<String> {
        say.of_needless_attempts([self.run.campaign()].into_iter()).into_iter().collect()
    }
}

pub(crate) fn missed_precision(say: Language, asked: Option<f64>, reached: bool, trials: u64) -> Option<String> {
    let asked = asked.filter(|_| !reached)?;
    Some(say.precision_missed(say.compact(asked), say.grouped(trials)))
}
