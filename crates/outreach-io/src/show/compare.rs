//! The answer of `compare`.

mod break_even;
mod brief;
mod brought;
mod sentence;
mod tables;

use outreach::{Beta, Campaign, Estimate, Pair, Parameter, Pmf, SimulationResult, Stop};
use serde_json::Value;

use self::sentence::begun_as_a_sentence;
use self::tables::wins;
use super::csv::{Cell, Sheet, Type};
use super::curves::{self, Distribution};
use super::json::{QUANTILES, as_json, quantile_columns};
use super::picture::{Curve, Panel, Picture};
use super::provenance::{self, VERSION};
use super::simulate::{Simulated, missed_precision};
use super::{Answer, Document, TextStyle};
use crate::Language;
use crate::answer::{
    CompareAnswer, Computed, ExactYield, FoundPrecision, PairAnswer, SampledYield, ScenarioInForce, StrategyAnswer,
    YieldInHours,
};

/// More distributions over each other could not be told apart: they stand one above the other.
const MOST_OVERLAID: usize = 3;

/// The answer of `compare`: several strategies' yields and each pair of them.
#[derive(Debug, Clone)]
pub struct Compared {
    compared: outreach::ComparisonResult,
    yields: Vec<Simulated>,
    /// The same in the same hours, if they can be compared so.
    in_hours: Option<Vec<Simulated>>,
    /// Each strategy's name; the same one twice is told apart by a number.
    labels: Vec<String>,
    /// The minutes that an introduction may cost at the rates of each.
    break_evens: Vec<Option<Estimate>>,
    /// What is in force where a strategy sets nothing of its own.
    in_force: Option<Campaign>,
    precision: Option<f64>,
}

impl Compared {
    /// Of a comparison, with the campaign in force where a strategy sets nothing of its own, the chance of at least this many
    /// meetings, and the precision that was asked for.
    ///
    /// # Errors
    /// As [`Simulated::new`].
    pub fn new(
        compared: outreach::ComparisonResult,
        in_force: Option<Campaign>,
        at_least: &[u32],
        precision: Option<f64>,
    ) -> outreach::Result<Self> {
        let of_run = |run: &SimulationResult| Ok(Simulated::new(run.clone(), at_least, None)?.beside_published());
        let yields = compared.runs().iter().map(of_run).collect::<outreach::Result<Vec<_>>>()?;
        let names: Vec<_> = yields.iter().map(Simulated::name).collect();
        let labels = names.iter().enumerate().map(|(index, name)| {
            let before = names[..index].iter().filter(|other| *other == name).count();
            if before == 0 { (*name).to_owned() } else { format!("{name} ({})", before + 1) }
        });
        let in_hours = compared.equal_hours().map(|even| even.runs().iter().map(|run| within(run, at_least)).collect());
        let break_evens = break_even::of_each(compared.runs());
        Ok(Self { labels: labels.collect(), yields, in_hours, break_evens, in_force, compared, precision })
    }

    /// The yield of each strategy, in their order.
    pub fn yields(&self) -> &[Simulated] {
        &self.yields
    }

    /// The calls of each, where these are the same and nothing stops them.
    fn same_calls(&self) -> Option<u32> {
        let first = self.yields[0].run.campaign().calls();
        let same = self.yields.iter().all(|answer| {
            let campaign = answer.run.campaign();
            (campaign.calls(), campaign.max_attempts(), campaign.stop()) == (first, 1, Stop::Calls)
        });
        same.then_some(first)
    }

    /// A strategy's name in the language.
    fn name(&self, say: Language, index: usize) -> String {
        say.strategy_name(&self.labels[index])
    }

    fn names(&self, say: Language) -> Vec<String> {
        self.labels.iter().map(|label| say.strategy_name(label)).collect()
    }

    /// The hours, with each strategy's yield and each pair in them, where these hours alone were asked for.
    fn hours_alone(&self) -> Option<(f64, &[Simulated], &[Pair])> {
        let (even, yields) = self.compared.equal_hours().zip(self.in_hours.as_deref())?;
        self.compared.are_hours_given().then_some((even.hours(), yields, even.pairs()))
    }

    /// Each strategy's yield and each pair, as the title has them: in the hours that were given, else with its own calls.
    fn titled(&self) -> (&[Simulated], &[Pair]) {
        self.hours_alone().map_or((&self.yields, self.compared.pairs()), |(_, yields, pairs)| (yields, pairs))
    }

    fn title(&self, say: Language) -> String {
        let in_time = |_| say.held_in_time_title(self.in_the_hours(say).unwrap_or_default());
        self.hours_alone().map_or_else(|| self.title_of_calls(say), in_time)
    }

    /// `in 6 h`, and where calls limit them, too, `in 6 h and at most 10 calls`.
    fn in_the_hours(&self, say: Language) -> Option<String> {
        let even = self.compared.equal_hours()?;
        let time = say.in_time(say.about_duration(60.0 * even.hours()));
        let most = even.runs()[0].campaign().calls();
        let limits = |run: &SimulationResult| run.campaign().calls() == most && !run.campaign().calls_again();
        let is_limited = most < Campaign::MAX_CALLS && even.runs().iter().all(limits);
        let calls = || say.so_many_calls(say.grouped(most.into()));
        Some(if is_limited { say.and_at_most(time, calls()) } else { time })
    }

    fn title_of_calls(&self, say: Language) -> String {
        let in_calls = |calls: u32| say.held_in_calls(say.grouped(calls.into()));
        self.same_calls().map_or_else(|| say.meetings_held_title(), in_calls)
    }

    fn reached_precision(&self) -> bool {
        let errors = self.compared.runs().iter().map(|run| run.meetings().mean().std_error);
        self.precision.is_none_or(|precision| errors.fold(0.0, f64::max) <= precision)
    }

    /// The answer as data: what is written as JSON.
    pub fn data(&self) -> CompareAnswer {
        let first = &self.compared.runs()[0];
        let in_force = self.in_force.as_ref().unwrap_or(first.campaign());
        let strategy = |(index, (name, answer)): (usize, (&String, &Simulated))| StrategyAnswer {
            name: name.clone(),
            scenario: ScenarioInForce::of(answer.run.campaign()),
            results: answer.results(),
            break_even_minutes: self.break_evens[index].map(|minutes| minutes.value),
            equal_hours: self
                .compared
                .equal_hours()
                .zip(self.in_hours.as_ref())
                .map(|(even, answers)| in_hours(even.hours(), &answers[index])),
        };
        let break_even = self.break_even_in_force();
        CompareAnswer {
            schema: provenance::schema("compare"),
            version: VERSION.to_owned(),
            scenario: ScenarioInForce::shared_by(in_force, self.compared.runs().iter().map(SimulationResult::campaign)),
            assumptions: provenance::assumptions(first.campaign().assumptions()),
            computed: Computed::beside(self.yields.iter().any(|answer| answer.distribution.is_some())),
            seed: first.seed(),
            trials: first.trials(),
            precision: self.precision.map(|asked| FoundPrecision { asked, reached: self.reached_precision() }),
            strategies: self.labels.iter().zip(&self.yields).enumerate().map(strategy).collect(),
            pairs: PairAnswer::all(&self.compared, &self.labels),
            break_even_minutes: break_even.map(|minutes| minutes.value),
            break_even_minutes_std_error: break_even.map(|minutes| minutes.std_error).filter(|&error| error > 0.0),
        }
    }

    /// The columns of what strategies bring.
    fn columns(&self, before: &str) -> Vec<(String, Type)> {
        let wins = self.labels.iter().map(|label| format!("wins_over_{label}"));
        let at_least = self.yields[0].at_least.iter().map(|count| format!("at_least_{count}"));
        let columns = Type::Real.of(["attempts", "mean", "std_error", "sd"]).chain(Type::Whole.of(quantile_columns()));
        let columns =
            columns.chain(Type::Real.of(["exact_mean", "exact_sd"])).chain(Type::Real.of(at_least.chain(wins)));
        columns.map(|(name, is)| (format!("{before}{name}"), is)).collect()
    }

    /// What one of them brings, for these columns.
    fn cells(&self, index: usize, answer: &Simulated, pairs: &[Pair]) -> Vec<Cell> {
        let meetings = answer.run.meetings();
        let mean = meetings.mean();
        let moments = [attempts(&answer.run).value, mean.value, mean.std_error, meetings.sd().value];
        let quantiles = QUANTILES.map(|q| Cell::Whole(meetings.quantile(q)));
        let exact = [answer.distribution().map(Pmf::mean), answer.distribution().map(Pmf::sd)].map(Cell::number);
        let at_least =
            answer.at_least.iter().map(|&count| Cell::number(Some(answer.meetings().at_least(count.into()))));
        let wins = (0..self.labels.len()).map(|other| {
            Cell::number(wins(pairs, index, other).map(|(simulated, exact)| exact.unwrap_or(simulated.value)))
        });
        let moments = moments.map(|number| Cell::number(Some(number)));
        moments.into_iter().chain(quantiles).chain(exact).chain(at_least).chain(wins).collect()
    }

    /// By how many meetings one brings more than the other.
    fn differences(&self, say: Language) -> Option<Panel> {
        let (_, pairs) = self.titled();
        let distributions: Vec<_> = pairs.iter().map(|pair| Distribution::Simulated(pair.difference())).collect();
        let counts = curves::counts(&distributions, curves::LEFT_OUT);
        let name = |pair: &Pair| format!("{} − {}", self.name(say, pair.a()), self.name(say, pair.b()));
        let curves = pairs
            .iter()
            .zip(distributions)
            .map(|(pair, distribution)| Curve { name: name(pair), points: distribution.masses(&counts) });
        let axes = [say.difference_axis(), say.share_of_campaigns()];
        let panel = if pairs.len() > MOST_OVERLAID {
            Panel::Ridges { axes, ridges: curves.collect(), reach: curves::reach(&counts) }
        } else {
            let marks = vec![(say.as_many(), 0.0)];
            Panel::Curves {
                axes,
                bars: None,
                curves: curves.collect(),
                marks,
                reach: near_a_tie(curves::reach(&counts)),
            }
        };
        (!pairs.is_empty()).then_some(panel)
    }

    /// The uncertain rates that several strategies have, but not the same: their draws are their own.
    fn drawn_apart(&self, say: Language) -> Vec<String> {
        let has = |campaign: &Campaign, parameter: Parameter| -> Option<Beta> {
            campaign.uncertain().into_iter().find(|(own, _)| *own == parameter).map(|(_, beta)| beta)
        };
        let apart = Parameter::ALL.into_iter().filter(|&parameter| {
            let betas = self.yields.iter().filter_map(|answer| has(answer.run.campaign(), parameter));
            let betas: Vec<_> = betas.collect();
            betas.iter().any(|beta| *beta != betas[0])
        });
        apart.map(|parameter| say.drawn_apart(parameter)).collect()
    }
}

/// The ends of the axis, which has a tie if that is near, and room for its name behind it.
fn near_a_tie([low, high]: [f64; 2]) -> [f64; 2] {
    let room = 0.15 * (high - low);
    [if low < room { low.min(-0.5) } else { low }, if high > -room { high.max(room) } else { high }]
}

/// A run within a budget of hours, with its exact distribution where that is known.
fn within(run: &SimulationResult, at_least: &[u32]) -> Simulated {
    let mut answer = Simulated::sampled(run.clone(), at_least).beside_published();
    answer.distribution = run.campaign().exact_yield().ok();
    answer
}

/// Those that no chance decides are not counted.
fn attempts(run: &SimulationResult) -> Estimate {
    let (counted, planned) = (run.attempts(), f64::from(run.campaign().calls()));
    if counted.trials() == 0 { Estimate { value: planned, std_error: 0.0 } } else { counted.mean() }
}

fn in_hours(hours: f64, answer: &Simulated) -> YieldInHours {
    let run = &answer.run;
    YieldInHours {
        hours,
        attempts: attempts(run).into(),
        contacts: run.campaign().calls_again().then(|| run.campaign().calls()),
        meetings: SampledYield::new(run.meetings(), &answer.at_least),
        exact: answer.distribution().map(|exact| ExactYield::new(exact, &answer.at_least)),
        at_published_rates: answer.published.clone(),
    }
}

impl Answer for Compared {
    fn sentence(&self, say: Language) -> String {
        self.in_one_sentence(say)
    }

    fn short(&self, style: TextStyle) -> Document {
        self.at_a_glance(style)
    }

    fn whole(&self, style: TextStyle) -> Document {
        let say = style.language;
        let mut document = Document::new(style);
        document.heading(self.title(say)).gap();
        document.line(self.sentence(say));
        if let Some((_, yields, pairs)) = self.hours_alone() {
            self.add_hours(&mut document, yields, pairs);
        } else {
            self.add_calls(&mut document);
            self.add_dominance(&mut document, self.compared.pairs());
            if let Some((even, yields)) = self.compared.equal_hours().zip(self.in_hours.as_ref()) {
                document.heading(say.at_equal_hours(say.duration(60.0 * even.hours())));
                self.add_hours(&mut document, yields, even.pairs());
            } else {
                document.line(say.no_equal_hours());
            }
        }
        document.gap().lines(&self.break_even(say)).line(self.whose_figures(say, true));
        provenance::lines(&mut document, self.most_attempts());
        provenance::sampled(&mut document, self.compared.runs()[0].seed(), self.compared.runs()[0].trials());
        document
    }

    fn json_within(&self, bytes: usize) -> Option<Value> {
        as_json(&self.data(), bytes)
    }

    /// What each brings with its calls, and the same in equal hours.
    fn csv(&self) -> Sheet {
        let header = Type::Text.of(["strategy"]).chain(self.columns(""));
        let in_hours = Type::Real.of(["hours"]).chain(self.columns("equal_hours_"));
        let mut sheet = Sheet::new(header.chain(in_hours));
        let even = self.compared.equal_hours().zip(self.in_hours.as_ref());
        for (index, answer) in self.yields.iter().enumerate() {
            let own = self.cells(index, answer, self.compared.pairs());
            let in_hours = even.map_or_else(Vec::new, |(even, answers)| {
                let hours = Cell::Number(even.hours());
                [hours].into_iter().chain(self.cells(index, &answers[index], even.pairs())).collect()
            });
            let none = if even.is_none() { 1 + own.len() } else { 0 };
            let label = Cell::from(self.labels[index].as_str());
            sheet.row([label].into_iter().chain(own).chain(in_hours).chain(vec![Cell::Empty; none]));
        }
        sheet
    }

    /// The strategies' distributions over each other, the chance that each brings at least a number of meetings, what they bring
    /// in the same hours, and the differences.
    fn picture(&self, say: Language) -> Option<Picture> {
        let (yields, _) = self.titled();
        let distributions: Vec<_> = self.names(say).into_iter().zip(yields.iter().map(Simulated::meetings)).collect();
        let counts = curves::counts(
            &distributions.iter().map(|(_, distribution)| *distribution).collect::<Vec<_>>(),
            curves::LEFT_OUT,
        );
        let strategies = distributions
            .iter()
            .map(|(name, distribution)| Curve { name: name.clone(), points: distribution.masses(&counts) });
        let axes = [say.meetings_held(), say.share_of_campaigns()];
        let yields = if distributions.len() > MOST_OVERLAID {
            Panel::Ridges { axes, ridges: strategies.collect(), reach: curves::reach(&counts) }
        } else {
            let (curves, reach) = (strategies.collect(), curves::reach(&counts));
            Panel::Curves { axes, bars: None, curves, marks: Vec::new(), reach }
        };
        let at_least = curves::at_least(say, &say.meetings_held(), &distributions, &counts);
        let told: Vec<_> = distributions
            .iter()
            .map(|(name, distribution)| curves::describe(say, &begun_as_a_sentence(say, name), *distribution))
            .collect();
        let even = self.equal_hours_panel(say);
        let panels = [yields, at_least].into_iter().chain(even).chain(self.differences(say)).collect();
        Some(Picture { language: say, title: self.title(say), description: told.join(" "), panels })
    }

    fn warnings(&self, say: Language) -> Vec<String> {
        let trials = self.compared.runs()[0].trials();
        missed_precision(say, self.precision, self.reached_precision(), trials).into_iter().collect()
    }

    fn notes(&self, say: Language) -> Vec<String> {
        let campaigns = self.yields.iter().map(|answer| answer.run.campaign());
        self.drawn_apart(say).into_iter().chain(say.of_needless_attempts(campaigns)).collect()
    }
}
