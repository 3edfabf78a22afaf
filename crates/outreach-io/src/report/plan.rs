//! The answer of `plan`.

use outreach::{Campaign, Estimate, Plan, Solve, Supply, Target};
use serde_json::{Map, Value};

use super::csv::{Cell, Sheet};
use super::number::{compact, grouped, percent, percent_estimate};
use super::{Answer, Document, Look, provenance};
use crate::Sampling;

/// The answer of `plan`: the smallest effort that reaches a target, or that none does.
#[derive(Debug, Clone)]
pub struct Planned {
    campaign: Campaign,
    target: Target,
    solve: Solve,
    max: u32,
    plan: Plan,
    sampling: Sampling,
}

impl Planned {
    /// Of a campaign: `max` is the limit of the search, `sampling` how it was found where it is not exact.
    pub fn new(campaign: &Campaign, target: Target, solve: Solve, max: u32, plan: Plan, sampling: Sampling) -> Self {
        Self { campaign: campaign.clone(), target, solve, max, plan, sampling }
    }

    /// The number in its own unit: whole minutes are hours.
    fn in_unit(&self, size: u32) -> f64 {
        if self.solve == Solve::Hours { f64::from(size) / 60.0 } else { f64::from(size) }
    }

    /// `78 attempts`, `7 h 12 min`.
    fn shown(&self, size: u32) -> String {
        match self.solve {
            Solve::Hours => format!("{} h {:02} min", size / 60, size % 60),
            Solve::Attempts => counted(size, "attempt"),
            Solve::Referrals => counted(size, "referral"),
        }
    }

    fn goal(&self) -> String {
        let (meetings, confidence) = (self.target.least_meetings(), 100.0 * self.target.confidence());
        format!("at least {} meetings with a probability of {} %", grouped(meetings.into()), compact(confidence))
    }

    /// The limit of the search, in words.
    fn limit(&self) -> String {
        match self.solve {
            Solve::Referrals => format!("{} calls", grouped(self.campaign.calls().into())),
            _ => format!("{} attempts", grouped(self.max.into())),
        }
    }

    /// The highest probability; nothing where even all calls are fewer than the target.
    fn best(&self) -> String {
        let most = if self.solve == Solve::Referrals { self.campaign.calls() } else { self.max };
        if most < self.target.least_meetings() { "0 %".to_owned() } else { chance(self.plan.probability()) }
    }

    /// Why there is no answer, where none is within the limit.
    pub fn unreachable(&self) -> String {
        let best = self.best();
        format!("the target cannot be reached: {} within {}; the best is {best}", self.goal(), self.limit())
    }

    fn sentences(&self) -> Vec<String> {
        let Some(smallest) = self.plan.smallest() else {
            let best = self.best();
            return vec![format!("Not within {}: the highest probability there is {best}.", self.limit())];
        };
        let shown = self.shown(smallest);
        if self.target.least_meetings() == 0 {
            return vec![format!("{shown}: that target is reached already.")];
        }
        let mut sentences = vec![format!("{shown}: the probability is {} there.", chance(self.plan.probability()))];
        if let Some(less) = self.plan.at_one_less() {
            sentences.push(match self.solve {
                Solve::Hours => format!("A minute less has {}.", chance(less)),
                _ => format!("One less has {}.", chance(less)),
            });
        }
        if let Some([low, high]) = self.plan.range() {
            let [low, high] = [low, high].map(|end| self.shown(end));
            sentences.push(format!("The simulation cannot tell which of {low} to {high} is the smallest."));
        }
        sentences
    }
}

impl Answer for Planned {
    fn document(&self, look: Look) -> Document {
        let mut document = Document::new(look);
        let (strategy, calls) = (self.campaign.strategy().name(), grouped(self.campaign.calls().into()));
        let what = match (self.solve, self.campaign.strategy().supply()) {
            (Solve::Attempts, _) => format!("The fewest attempts (strategy {strategy})"),
            (Solve::Referrals, Supply::Pool(_)) => format!("The fewest referrals to start {calls} calls with"),
            (Solve::Referrals, _) => format!("The fewest warm calls among {calls}"),
            (Solve::Hours, _) => format!("The fewest hours (strategy {strategy})"),
        };
        document.heading(format!("{what} for {}", self.goal())).gap();
        document.line(self.sentences().join(" "));
        if !self.plan.is_sampled() {
            document.line("All probabilities are exact.");
        }
        provenance::lines(&mut document, &self.campaign);
        if self.plan.is_sampled() {
            provenance::sampled(&mut document, self.sampling.seed, self.sampling.trials);
        }
        document
    }

    fn json(&self) -> Value {
        let assumptions = self.campaign.assumptions();
        let mut answer = provenance::head("plan", provenance::scenario(&self.campaign), &assumptions);
        if self.plan.is_sampled() {
            answer.insert("seed".into(), self.sampling.seed.into());
            answer.insert("trials".into(), self.sampling.trials.into());
        }
        answer.insert("solve".into(), self.solve.key().into());
        for solve in Solve::ALL {
            let own = self.plan.smallest().filter(|_| solve == self.solve);
            let number: Value = match (own, solve) {
                (None, _) => Value::Null,
                (Some(minutes), Solve::Hours) => self.in_unit(minutes).into(),
                (Some(count), _) => count.into(),
            };
            answer.insert(solve.key().into(), number);
        }
        let range = self.plan.range().map(|range| match self.solve {
            Solve::Hours => Value::from(range.map(|end| self.in_unit(end)).to_vec()),
            _ => Value::from(range.to_vec()),
        });
        answer.insert("range".into(), range.into());
        insert(&mut answer, "probability", Some(self.plan.probability()));
        insert(&mut answer, "probability_at_one_less", self.plan.at_one_less());
        answer.insert("target".into(), self.target.least_meetings().into());
        answer.insert("confidence".into(), self.target.confidence().into());
        answer.insert("max".into(), self.max.into());
        answer.into()
    }

    fn csv(&self) -> Sheet {
        let header =
            ["solve", "smallest", "low", "high", "probability", "probability_std_error", "target", "confidence"];
        let mut sheet = Sheet::new(header);
        let number = |size: Option<u32>| Cell::number(size.map(|size| self.in_unit(size)));
        let error = self.plan.probability().std_error;
        sheet.row([
            self.solve.key().into(),
            number(self.plan.smallest()),
            number(self.plan.range().map(|[low, _]| low)),
            number(self.plan.range().map(|[_, high]| high)),
            Cell::Number(self.plan.probability().value),
            Cell::number(Some(error).filter(|&error| error > 0.0)),
            Cell::Number(self.target.least_meetings().into()),
            Cell::Number(self.target.confidence()),
        ]);
        sheet
    }
}

fn counted(count: u32, thing: &str) -> String {
    format!("{} {thing}{}", grouped(count.into()), if count == 1 { "" } else { "s" })
}

fn chance(probability: Estimate) -> String {
    let shown = percent(probability.value);
    match probability {
        _ if shown.starts_with(['<', '>']) => shown,
        Estimate { std_error, .. } if std_error > 0.0 => percent_estimate(probability),
        // Neighbours differ by little.
        _ => format!("{:.2} %", 100.0 * probability.value),
    }
}

/// A probability, and its standard error if it has one.
fn insert(answer: &mut Map<String, Value>, name: &str, probability: Option<Estimate>) {
    answer.insert(name.into(), probability.map(|probability| probability.value).into());
    if let Some(error) = probability.map(|probability| probability.std_error).filter(|&error| error > 0.0) {
        answer.insert(format!("{name}_std_error"), error.into());
    }
}
