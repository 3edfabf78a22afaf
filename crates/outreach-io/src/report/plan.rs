//! The answer of `plan`.

use outreach::{Campaign, Estimate, Plan, Planning, Solve, Stop, Supply, Target};
use serde_json::Value;

use super::csv::{Cell, Sheet};
use super::picture::{Curve, Panel, Picture};
use super::{Answer, Document, Look, as_json, provenance};
use crate::Language;
use crate::Sampling;
use crate::answer::{EffortRange, PlanAnswer, ScenarioInForce, SmallestEffort, exact_or_sampled};

/// So many steps of a curve.
const POINTS: u64 = 60;

/// The answer of `plan`: the smallest effort that reaches a target, or that none does.
#[derive(Debug, Clone)]
pub struct Planned {
    campaign: Campaign,
    target: Target,
    solve: Solve,
    max: u32,
    plan: Plan,
    sampling: Sampling,
    /// Sizes, and the probabilities there.
    curve: Vec<(u32, f64)>,
}

impl Planned {
    /// Of a campaign: `max` is the limit of the search, `sampling` how it was found where it is not exact.
    pub fn new(campaign: &Campaign, target: Target, solve: Solve, max: u32, plan: Plan, sampling: Sampling) -> Self {
        // The answer's own campaign, of which more may be assumed or set.
        let most = plan.smallest().unwrap_or(max).max(1);
        let answers = (solve == Solve::AttemptsPerContact).then(|| campaign.clone().with_max_attempts(most).ok());
        let campaign = answers.flatten().unwrap_or_else(|| campaign.clone());
        Self { campaign, target, solve, max, plan, sampling, curve: Vec::new() }
    }

    /// The same with the probabilities around the answer, for a picture.
    ///
    /// # Errors
    /// As [`Planning::curve`](outreach::Planning::curve), of the same planning.
    pub fn with_curve(mut self, planning: &Planning) -> outreach::Result<Self> {
        let limit = if self.solve == Solve::Referrals { self.campaign.calls() } else { self.max };
        let last = self.plan.smallest().map_or(limit, |smallest| smallest.saturating_mul(2).max(10));
        let mut sizes: Vec<u32> = (0..=POINTS).map(|point| (u64::from(last) * point / POINTS) as u32).collect();
        sizes.extend(self.plan.smallest());
        sizes.sort_unstable();
        sizes.dedup();
        let chances = planning.curve(&sizes)?;
        self.curve = sizes.into_iter().zip(chances.into_iter().map(|chance| chance.value)).collect();
        Ok(self)
    }

    /// The number in its own unit: whole minutes are hours.
    fn in_unit(&self, size: u32) -> f64 {
        if self.solve == Solve::Hours { f64::from(size) / 60.0 } else { f64::from(size) }
    }

    /// `78 attempts`, `7 h 12 min`.
    fn shown(&self, say: Language, size: u32) -> String {
        match self.solve {
            Solve::Hours => hours_shown(size),
            Solve::Attempts => say.so_many_attempts(say.grouped(size.into())),
            Solve::Contacts => say.counted_contacts(say.grouped(size.into())),
            Solve::AttemptsPerContact => say.so_many_attempts_per_contact(say.grouped(size.into())),
            Solve::Referrals => say.so_many_referrals(say.grouped(size.into())),
        }
    }

    fn goal(&self, say: Language) -> String {
        let (meetings, confidence) = (self.target.least_meetings(), 100.0 * self.target.confidence());
        say.goal(say.grouped(meetings.into()), say.compact(confidence))
    }

    /// The limit of the search, in words.
    fn limit(&self, say: Language) -> String {
        let calls = match self.solve {
            Solve::Referrals => say.so_many_calls(say.grouped(self.campaign.calls().into())),
            Solve::Contacts | Solve::AttemptsPerContact => self.shown(say, self.max),
            _ => say.so_many_attempts(say.grouped(self.max.into())),
        };
        let most = if self.solve == Solve::Referrals { self.campaign.calls() } else { self.max };
        match self.campaign.stop() {
            Stop::Minutes(minutes) if most == Campaign::MAX_CALLS => hours_shown(minutes as u32),
            Stop::Minutes(minutes) => say.calls_and_hours(calls, hours_shown(minutes as u32)),
            _ => calls,
        }
    }

    /// The highest probability; nothing where even all calls are fewer than the target.
    fn best(&self, say: Language) -> String {
        let most = if self.solve == Solve::Referrals { self.campaign.calls() } else { self.max };
        if most < self.target.least_meetings() { say.per_cent(0.0) } else { chance(say, self.plan.probability()) }
    }

    /// Why there is no answer, where none is within the limit.
    pub fn unreachable(&self) -> String {
        let say = Language::English;
        say.unreachable(self.goal(say), self.limit(say), self.best(say))
    }

    /// The answer as data: what is written as JSON.
    pub fn data(&self) -> PlanAnswer {
        let plan = &self.plan;
        let sampling = Some(self.sampling).filter(|_| plan.is_sampled());
        let (probability, probability_std_error) = exact_or_sampled(plan.probability());
        let one_less = plan.at_one_less().map(exact_or_sampled);
        PlanAnswer {
            schema: provenance::schema("plan"),
            version: provenance::VERSION.to_owned(),
            scenario: ScenarioInForce::of(&self.campaign),
            assumptions: provenance::assumptions(self.campaign.assumptions()),
            seed: sampling.map(|sampling| sampling.seed),
            trials: sampling.map(|sampling| sampling.trials),
            solve: self.solve.key().to_owned(),
            smallest: plan.smallest().map_or_else(SmallestEffort::default, |size| self.effort(size)),
            range: plan.range().map(|range| match self.solve {
                Solve::Hours => EffortRange::Hours(range.map(|end| self.in_unit(end))),
                _ => EffortRange::Counts(range),
            }),
            probability,
            probability_std_error,
            probability_at_one_less: one_less.map(|(probability, _)| probability),
            probability_at_one_less_std_error: one_less.and_then(|(_, error)| error),
            target: self.target.least_meetings(),
            confidence: self.target.confidence(),
            max: self.max,
        }
    }

    fn effort(&self, size: u32) -> SmallestEffort {
        let none = SmallestEffort::default();
        match self.solve {
            Solve::Attempts => SmallestEffort { attempts: Some(size), ..none },
            Solve::Referrals => SmallestEffort { referrals: Some(size), ..none },
            Solve::Hours => SmallestEffort { hours: Some(self.in_unit(size)), ..none },
            Solve::Contacts => SmallestEffort { contacts: Some(size), ..none },
            Solve::AttemptsPerContact => SmallestEffort { attempts_per_contact: Some(size), ..none },
        }
    }

    fn title(&self, say: Language) -> String {
        let (strategy, calls) = (self.campaign.strategy().name(), say.grouped(self.campaign.calls().into()));
        match (self.solve, self.campaign.strategy().supply()) {
            (Solve::Attempts, _) => say.fewest_attempts(strategy, self.goal(say)),
            (Solve::Referrals, Supply::Pool(_)) => say.fewest_referrals(calls, self.goal(say)),
            (Solve::Referrals, _) => say.fewest_warm(calls, self.goal(say)),
            (Solve::Hours, _) => say.fewest_hours(strategy, self.goal(say)),
            (Solve::Contacts, _) => {
                say.fewest_contacts(say.grouped(self.campaign.max_attempts().into()), strategy, self.goal(say))
            }
            (Solve::AttemptsPerContact, _) => say.fewest_attempts_per_contact(calls, strategy, self.goal(say)),
        }
    }

    fn sentences(&self, say: Language) -> Vec<String> {
        let Some(smallest) = self.plan.smallest() else {
            return vec![say.not_within(self.limit(say), self.best(say))];
        };
        let shown = self.shown(say, smallest);
        if self.target.least_meetings() == 0 {
            return vec![say.reached_already(shown)];
        }
        let mut sentences = vec![say.probability_there(shown, chance(say, self.plan.probability()))];
        if let Some(less) = self.plan.at_one_less() {
            sentences.push(match self.solve {
                Solve::Hours => say.minute_less(chance(say, less)),
                _ => say.one_less(chance(say, less)),
            });
        }
        if let Some([low, high]) = self.plan.range() {
            let [low, high] = [low, high].map(|end| self.shown(say, end));
            sentences.push(say.cannot_tell(low, high));
        }
        sentences
    }
}

impl Answer for Planned {
    fn sentence(&self, say: Language) -> String {
        self.sentences(say).join(" ")
    }

    fn whole(&self, look: Look) -> Document {
        let mut document = Document::new(look);
        let say = look.language;
        document.heading(self.title(say)).gap();
        document.line(self.sentence(say));
        if !self.plan.is_sampled() {
            document.line(say.all_probabilities_exact());
        }
        provenance::lines(&mut document, &self.campaign);
        if self.plan.is_sampled() {
            provenance::sampled(&mut document, self.sampling.seed, self.sampling.trials);
        }
        document
    }

    fn json(&self) -> Value {
        as_json(&self.data())
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

    /// How the probability grows with the effort, with the answer and the confidence asked for.
    fn picture(&self, say: Language) -> Option<Picture> {
        let effort = match (self.solve, self.campaign.strategy().supply()) {
            (Solve::Attempts, _) => say.attempts(),
            (Solve::Referrals, Supply::Pool(_)) => say.referrals(),
            (Solve::Referrals, _) => say.warm_calls(),
            (Solve::Hours, _) => say.hours(),
            (Solve::Contacts, _) => say.contacts(),
            (Solve::AttemptsPerContact, _) => say.attempts_per_contact(),
        };
        let points: Vec<_> = self.curve.iter().map(|&(size, chance)| (self.in_unit(size), chance)).collect();
        let (first, last) = (points.first()?.0, points.last()?.0);
        let curve = |name, points| Curve { name, points };
        let asked = vec![(first, self.target.confidence()), (last, self.target.confidence())];
        let smallest = self.plan.smallest();
        let panel = Panel::Curves {
            axes: [effort, say.probability_of_target(self.target.least_meetings())],
            bars: None,
            curves: vec![curve(say.probability(), points), curve(say.confidence_asked(), asked)],
            marks: smallest.map(|size| (self.shown(say, size), self.in_unit(size))).into_iter().collect(),
        };
        Some(Picture { language: say, title: self.title(say), description: self.sentence(say), panels: vec![panel] })
    }
}

fn hours_shown(minutes: u32) -> String {
    format!("{} h {:02} min", minutes / 60, minutes % 60)
}

fn chance(say: Language, probability: Estimate) -> String {
    let shown = say.percent(probability.value);
    match probability {
        _ if shown.starts_with(['<', '>']) => shown,
        Estimate { std_error, .. } if std_error > 0.0 => say.percent_estimate(probability),
        // Neighbours differ by little.
        _ => say.hundredths(probability.value),
    }
}
