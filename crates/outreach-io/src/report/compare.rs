//! The answer of `compare`.

mod tables;

use outreach::{Beta, Campaign, Compared, Pair, Parameter, Run, Stop};
use serde_json::{Map, Value, json};

use super::csv::{Cell, Sheet};
use super::curves::{self, Distribution};
use super::json::{QUANTILES, as_json};
use super::picture::{Curve, Panel, Picture};
use super::simulate::{Yield, missed_precision, precision};
use super::{Answer, Document, Look, provenance};
use crate::Language;
use crate::answer::ScenarioInForce;

/// More distributions over each other could not be told apart: they stand one above the other.
const MOST_OVERLAID: usize = 3;

/// The answer of `compare`: several strategies' yields and each pair of them.
#[derive(Debug, Clone)]
pub struct Duels {
    compared: Compared,
    yields: Vec<Yield>,
    /// Each strategy's name; the same one twice is told apart by a number.
    labels: Vec<String>,
    precision: Option<f64>,
}

impl Duels {
    /// Of a comparison, with the chance of at least so many meetings, and the precision that was asked for.
    ///
    /// # Errors
    /// As [`Yield::new`].
    pub fn new(compared: Compared, at_least: &[u32], precision: Option<f64>) -> outreach::Result<Self> {
        let of_run = |run: &Run| Yield::new(run.clone(), at_least, None);
        let yields = compared.runs().iter().map(of_run).collect::<outreach::Result<Vec<_>>>()?;
        let names: Vec<_> = yields.iter().map(Yield::name).collect();
        let labels = names.iter().enumerate().map(|(index, name)| {
            let before = names[..index].iter().filter(|other| *other == name).count();
            if before == 0 { (*name).to_owned() } else { format!("{name} ({})", before + 1) }
        });
        Ok(Self { labels: labels.collect(), yields, compared, precision })
    }

    /// The yield of each strategy, in their order.
    pub fn yields(&self) -> &[Yield] {
        &self.yields
    }

    fn title(&self, say: Language) -> String {
        let first = self.yields[0].run.campaign();
        let same = self.yields.iter().all(|answer| {
            let campaign = answer.run.campaign();
            (campaign.calls(), campaign.max_attempts(), campaign.stop()) == (first.calls(), 1, Stop::Calls)
        });
        if same { say.held_in_calls(say.grouped(first.calls().into())) } else { say.meetings_held_title() }
    }

    fn reached_precision(&self) -> bool {
        let errors = self.compared.runs().iter().map(|run| run.meetings().mean().std_error);
        self.precision.is_none_or(|precision| errors.fold(0.0, f64::max) <= precision)
    }

    fn pair(&self, pair: &Pair) -> Value {
        let difference = pair.difference();
        let mut object = outcome(pair);
        object.insert("a".into(), self.labels[pair.a()].as_str().into());
        object.insert("b".into(), self.labels[pair.b()].as_str().into());
        let counts: Vec<_> = (difference.smallest()..=difference.largest()).map(|d| difference.count(d)).collect();
        object.insert("difference".into(), json!({ "first": difference.smallest(), "counts": counts }));
        let even = self.compared.equal_hours().and_then(|even| {
            let same = even.pairs().iter().find(|other| (other.a(), other.b()) == (pair.a(), pair.b()))?;
            let mut object = outcome(same);
            object.insert("hours".into(), even.hours().into());
            Some(object)
        });
        object.insert("equal_hours".into(), even.into());
        object.into()
    }

    /// By how many meetings one brings more than the other.
    fn differences(&self, say: Language) -> Option<Panel> {
        let pairs = self.compared.pairs();
        let laws: Vec<_> = pairs.iter().map(|pair| Distribution::Simulated(pair.difference())).collect();
        let counts = curves::counts(&laws, curves::LEFT_OUT);
        let name = |pair: &Pair| format!("{} − {}", self.labels[pair.a()], self.labels[pair.b()]);
        let curves = pairs.iter().zip(laws).map(|(pair, law)| Curve { name: name(pair), points: law.masses(&counts) });
        let axes = [say.difference_axis(), say.share_of_campaigns()];
        let panel = if pairs.len() > MOST_OVERLAID {
            Panel::Ridges { axes, ridges: curves.collect() }
        } else {
            Panel::Curves { axes, bars: None, curves: curves.collect(), marks: vec![(say.as_many(), 0.0)] }
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

/// Wins, ties and the mean difference of a pair.
fn outcome(pair: &Pair) -> Map<String, Value> {
    let mean = pair.difference().mean();
    let mut object = Map::new();
    for (name, share) in [("a_wins", pair.a_wins()), ("tie", pair.tie()), ("b_wins", pair.b_wins())] {
        object.insert(name.into(), share.value.into());
        object.insert(format!("{name}_std_error"), share.std_error.into());
    }
    object.insert("mean_difference".into(), mean.value.into());
    object.insert("std_error".into(), mean.std_error.into());
    let exact = pair.exact().map(|[a_wins, tie, b_wins]| json!({ "a_wins": a_wins, "tie": tie, "b_wins": b_wins }));
    object.insert("exact".into(), exact.into());
    let dominance = pair.dominance().map(|dominance| {
        let dominant = if dominance.first_dominates { "a" } else { "b" };
        json!({ "dominant": dominant, "order": dominance.order, "everywhere": dominance.everywhere })
    });
    object.insert("dominance".into(), dominance.into());
    object
}

impl Answer for Duels {
    fn sentence(&self, say: Language) -> String {
        let mean = |index: &usize| self.yields[*index].mean();
        let by_mean = |a: &usize, b: &usize| mean(a).total_cmp(&mean(b));
        let indices = || 0..self.yields.len();
        let (most, fewest) = (indices().rev().max_by(by_mean).unwrap_or(0), indices().min_by(by_mean).unwrap_or(0));
        let range = self.yields[most].central();
        let (range, share) = (say.range(range.low, range.high), range.share(say));
        let (name, shown) = (&self.labels[most], say.decimals(mean(&most), 1));
        if most == fewest {
            return say.brings(name, shown, range, share);
        }
        say.most_and_fewest(name, shown, range, share, &self.labels[fewest], say.decimals(mean(&fewest), 1))
    }

    fn whole(&self, look: Look) -> Document {
        let (say, first) = (look.language, self.yields[0].run.campaign());
        let mut document = Document::new(look);
        document.heading(self.title(say));
        document.table(self.summary(say));
        if self.yields.iter().all(|answer| answer.law.is_some()) {
            document.line(say.all_exact());
        }
        if !self.compared.pairs().is_empty() {
            document.heading(say.how_often());
            document.table(self.pairs(say, self.compared.pairs(), self.compared.runs()));
            self.dominance(say, self.compared.pairs()).into_iter().for_each(|said| {
                document.line(said);
            });
        }
        match self.compared.equal_hours() {
            Some(even) => {
                let hours = say.compact((even.hours() * 100.0).round() / 100.0);
                document.heading(say.at_equal_hours(hours));
                document.table(self.at_equal_hours_table(say, even.runs()));
                if !even.pairs().is_empty() {
                    document.table(self.pairs(say, even.pairs(), even.runs()));
                }
                self.dominance(say, even.pairs()).into_iter().for_each(|said| {
                    document.line(said);
                });
            }
            None => {
                document.line(say.no_equal_hours());
            }
        }
        document.gap().line(self.break_even(say));
        // Of campaigns with more attempts per contact more is assumed or set.
        let most = self.yields.iter().map(|answer| answer.run.campaign()).max_by_key(|of| of.max_attempts());
        provenance::lines(&mut document, most.unwrap_or(first));
        provenance::sampled(&mut document, self.compared.runs()[0].seed(), self.compared.runs()[0].trials());
        document
    }

    fn json(&self) -> Value {
        let first = self.yields[0].run.campaign();
        let scenario = as_json(&ScenarioInForce::shared(first));
        let mut answer = provenance::head("compare", scenario, &first.assumptions());
        answer.insert("seed".into(), self.compared.runs()[0].seed().into());
        answer.insert("trials".into(), self.compared.runs()[0].trials().into());
        answer.extend(precision(self.precision, self.reached_precision()));
        let strategies = self.labels.iter().zip(&self.yields).map(|(label, answer)| {
            let mut strategy = serde_json::Map::from_iter([("name".to_owned(), label.clone().into())]);
            strategy.insert("scenario".into(), provenance::scenario(answer.run.campaign()));
            if let Value::Object(results) = as_json(&answer.results()) {
                strategy.extend(results);
            }
            Value::from(strategy)
        });
        answer.insert("strategies".into(), strategies.collect());
        answer.insert("pairs".into(), self.compared.pairs().iter().map(|pair| self.pair(pair)).collect());
        let break_even = self.compared.break_even_minutes();
        answer.insert("break_even_minutes".into(), break_even.map(|minutes| minutes.value).into());
        if let Some(error) = break_even.map(|minutes| minutes.std_error).filter(|&error| error > 0.0) {
            answer.insert("break_even_minutes_std_error".into(), error.into());
        }
        answer.into()
    }

    fn csv(&self) -> Sheet {
        let quantiles = QUANTILES.map(|q| format!("quantile_{q}"));
        let header = ["strategy", "mean", "std_error", "sd"].map(str::to_owned).into_iter().chain(quantiles);
        let header = header.chain(["exact_mean".to_owned(), "exact_sd".to_owned()]);
        let mut sheet = Sheet::new(header.chain(self.labels.iter().map(|label| format!("wins_over {label}"))));
        for (row, answer) in self.yields.iter().enumerate() {
            let meetings = answer.run.meetings();
            let mean = meetings.mean();
            let moments = [mean.value, mean.std_error, meetings.sd().value].map(|number| Cell::number(Some(number)));
            let quantiles = QUANTILES.map(|q| Cell::Number(meetings.quantile(q) as f64));
            let exact = answer.law.as_ref().map(|law| [law.mean(), law.sd()]);
            let exact = [0, 1].map(|index| Cell::number(exact.map(|exact| exact[index])));
            let wins = (0..self.labels.len()).map(|column| {
                Cell::number(self.wins(row, column).map(|(simulated, exact)| exact.unwrap_or(simulated.value)))
            });
            let label = Cell::from(self.labels[row].as_str());
            sheet.row([label].into_iter().chain(moments).chain(quantiles).chain(exact).chain(wins));
        }
        sheet
    }

    /// The strategies' distributions over each other, how likely each brings at least so many, and the differences.
    fn picture(&self, say: Language) -> Option<Picture> {
        let laws: Vec<_> = self.labels.iter().cloned().zip(self.yields.iter().map(Yield::meetings)).collect();
        let counts = curves::counts(&laws.iter().map(|(_, law)| *law).collect::<Vec<_>>(), curves::LEFT_OUT);
        let strategies = laws.iter().map(|(name, law)| Curve { name: name.clone(), points: law.masses(&counts) });
        let axes = [say.meetings_held(), say.share_of_campaigns()];
        let yields = if laws.len() > MOST_OVERLAID {
            Panel::Ridges { axes, ridges: strategies.collect() }
        } else {
            Panel::Curves { axes, bars: None, curves: strategies.collect(), marks: Vec::new() }
        };
        let at_least = curves::at_least(say, &say.meetings_held(), &laws, &counts);
        let told: Vec<_> = laws.iter().map(|(name, law)| curves::told(say, name, *law)).collect();
        let panels = [yields, at_least].into_iter().chain(self.differences(say)).collect();
        Some(Picture { language: say, title: self.title(say), description: told.join(" "), panels })
    }

    fn notes(&self, say: Language) -> Vec<String> {
        let trials = self.compared.runs()[0].trials();
        let missed = missed_precision(say, self.precision, self.reached_precision(), trials);
        missed.into_iter().chain(self.drawn_apart(say)).collect()
    }
}
