//! The answer of `plan`.

mod brief;
mod detail;

use outreach::{Campaign, Pace, PlanningResult, Preset, Solve, Supply, Target};
use serde_json::Value;

use super::csv::{Cell, Sheet, Type};
use super::picture::{Curve, Panel, Picture};
use super::{Answer, Document, TextStyle, as_json, provenance};
use crate::answer::{
    Computed, ConfidenceAnswer, CountRange, EffortRange, OtherPlanAnswer, PaceAnswer, PlanAnswer, ScenarioInForce,
    SmallestEffort, WeeksAnswer, exact_or_sampled,
};
use crate::{Language, Sampling};

/// The answer of `plan`: the smallest effort that reaches a target, or that none does.
#[derive(Debug, Clone)]
pub struct Planned {
    pub(crate) campaign: Campaign,
    pub(crate) target: Target,
    pub(crate) solve: Solve,
    pub(crate) max: u32,
    pub(crate) plan: PlanningResult,
    pub(crate) sampling: Sampling,
    /// By confidence, that of the plan among them.
    pub(crate) rows: Vec<Row>,
    /// The meetings that most campaigns of the answer's size bring.
    pub(crate) brings: Option<CountRange>,
    pub(crate) others: Vec<Other>,
    pub(crate) weeks: Option<Weeks>,
    /// Sizes, and the probabilities there.
    pub(crate) curve: Vec<(u32, f64)>,
}

/// The smallest effort for a confidence.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    pub(crate) confidence: f64,
    pub(crate) size: Option<u32>,
    /// Of a plan in attempts: the smallest budget for the same confidence, where it is known.
    pub(crate) minutes: Option<u32>,
    /// The weeks that it takes, where they were asked for.
    pub(crate) weeks: Option<u32>,
}

/// What another campaign takes for the same target.
#[derive(Debug, Clone)]
pub(crate) struct Other {
    pub(crate) strategy: String,
    pub(crate) preset: Preset,
    pub(crate) size: Option<u32>,
}

/// The weeks that the target takes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Weeks {
    pub(crate) pace: Pace,
    /// For an even chance.
    pub(crate) even: Option<u32>,
    /// For the confidence that was asked for.
    pub(crate) asked: Option<u32>,
}

impl Planned {
    /// The number in its own unit: whole minutes are hours.
    fn in_unit(&self, size: u32) -> f64 {
        if self.solve == Solve::Hours { f64::from(size) / 60.0 } else { f64::from(size) }
    }

    /// How the probability of the target grows: efforts, hours among them in hours, each with the probability there.
    pub fn curve(&self) -> Vec<(f64, f64)> {
        self.curve.iter().map(|&(size, chance)| (self.in_unit(size), chance)).collect()
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
            scenario: ScenarioInForce::beside_others(&self.campaign),
            assumptions: provenance::assumptions(self.campaign.assumptions()),
            computed: Computed::unless(plan.is_sampled()),
            seed: sampling.map(|sampling| sampling.seed),
            trials: sampling.map(|sampling| sampling.most_trials()),
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
            central90: self.brings,
            target: self.target.least_meetings(),
            confidence: self.target.confidence(),
            max: self.max,
            confidences: self.rows.iter().map(|row| self.confidence(row)).collect(),
            others: self.others.iter().map(|other| self.other(other)).collect(),
            weeks: self.weeks.map(Weeks::data),
        }
    }

    fn confidence(&self, row: &Row) -> ConfidenceAnswer {
        let hours = row.minutes.map(|minutes| f64::from(minutes) / 60.0);
        let smallest = row.size.map_or_else(SmallestEffort::default, |size| self.effort(size));
        ConfidenceAnswer {
            confidence: row.confidence,
            smallest: SmallestEffort { hours: smallest.hours.or(hours), ..smallest },
            weeks: row.weeks,
        }
    }

    fn other(&self, other: &Other) -> OtherPlanAnswer {
        OtherPlanAnswer {
            strategy: other.strategy.clone(),
            preset: other.preset.key().to_owned(),
            smallest: other.size.map_or_else(SmallestEffort::default, |size| self.effort(size)),
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
}

impl Weeks {
    fn data(self) -> WeeksAnswer {
        WeeksAnswer { pace: PaceAnswer::of(self.pace), even_chance: self.even, at_confidence: self.asked }
    }
}

impl Answer for Planned {
    fn sentence(&self, say: Language) -> String {
        self.in_one_sentence(say)
    }

    fn unreachable(&self, language: Language) -> Option<String> {
        self.out_of_reach(language)
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

    /// A row per confidence; what is known of the one that was asked for alone stands in its row.
    fn csv(&self) -> Sheet {
        let wholes = ["attempts", "referrals", "contacts", "attempts_per_contact", "weeks"];
        let reals = ["hours", "low", "high", "probability", "probability_std_error"];
        let header = Type::Text.of(["solve"]).chain(Type::Whole.of(["target"])).chain(Type::Real.of(["confidence"]));
        let mut sheet = Sheet::new(header.chain(Type::Whole.of(wholes)).chain(Type::Real.of(reals)));
        let (probability, error) = exact_or_sampled(self.plan.probability());
        let ends = self.plan.range().map(|range| range.map(|end| self.in_unit(end)));
        for row in &self.rows {
            let ConfidenceAnswer { confidence, smallest, weeks } = self.confidence(row);
            let is_asked = confidence.total_cmp(&self.target.confidence()).is_eq();
            let asked = [ends.map(|ends| ends[0]), ends.map(|ends| ends[1]), Some(probability), error];
            let SmallestEffort { attempts, referrals, hours, contacts, attempts_per_contact } = smallest;
            let wholes = [attempts, referrals, contacts, attempts_per_contact, weeks];
            let start = [self.solve.key().into(), Cell::whole(self.target.least_meetings()), Cell::Number(confidence)];
            let reals = [hours].into_iter().chain(asked.map(|number| number.filter(|_| is_asked)));
            let wholes = wholes.map(|number| number.map_or(Cell::Empty, Cell::whole));
            sheet.row(start.into_iter().chain(wholes).chain(reals.map(Cell::number)));
        }
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
        let points = self.curve();
        let (first, last) = (points.first()?.0, points.last()?.0);
        let curve = |name, points| Curve { name, points };
        let asked = vec![(first, self.target.confidence()), (last, self.target.confidence())];
        let smallest = self.plan.smallest();
        let panel = Panel::Curves {
            axes: [effort, say.probability_of_target(self.target.least_meetings())],
            bars: None,
            curves: vec![curve(say.probability(), points), curve(say.confidence_asked(), asked)],
            marks: smallest.map(|size| (self.shown(say, size), self.in_unit(size))).into_iter().collect(),
            reach: [first, last],
        };
        Some(Picture { language: say, title: self.title(say), description: self.sentence(say), panels: vec![panel] })
    }
}
