//! The fields of questions about campaigns.

use outreach::Campaign;
use serde::{Deserialize, Serialize};

use super::settings::{check, of_field};
use super::{Files, Settings, Watch};
use crate::ask::{
    CompareQuestion, ModelQuestion, PlanQuestion, SensitivityQuestion, SimulateQuestion, TraceQuestion, pace, variants,
};
use crate::error::Result;
use crate::need::Asked;
use crate::read::so_far;
use crate::sampling::Sampling;
use crate::{Analysed, Compared, Modelled, Planned, Simulated, Traced};

/// How many meetings one campaign will bring, or what is left of it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct SimulateFields {
    /// A scenario file, whose settings count where `settings` says nothing else.
    pub scenario: Option<String>,
    /// What is not as usual: 100 calls, half of them warm, at a coach's figures.
    pub settings: Settings,
    /// What the campaign has brought so far, as attempts and meetings held: `cold=37:2`, `warm=10:9`.
    #[cfg_attr(feature = "schemas", schemars(inner(regex(pattern = "^(cold|warm)="))))]
    pub so_far: Vec<String>,
    /// Also the chance of at least this many meetings, for each of these numbers.
    pub at_least: Vec<u32>,
    /// Also what each week brings at this many calls a week.
    #[cfg_attr(feature = "schemas", schemars(range(min = 1, max = 1_000_000)))]
    pub calls_per_week: Option<u32>,
    /// Also what each week brings at this many hours a week; instead of `calls_per_week`.
    #[cfg_attr(feature = "schemas", schemars(range(min = 0.02, max = 168)))]
    pub hours_per_week: Option<f64>,
    /// Simulated campaigns, 1 to 1,000,000,000,000: 100,000 unless set.
    #[cfg_attr(feature = "schemas", schemars(range(min = 1, max = 1_000_000_000_000_u64)))]
    pub trials: Option<u64>,
    /// The same seed gives the same answer: 42 unless set.
    pub seed: Option<u64>,
    /// Stops when the standard error of the mean is at most this; `trials` is then the most: 1,000,000,000 unless set.
    #[cfg_attr(feature = "schemas", schemars(extend("exclusiveMinimum" = 0)))]
    pub precision: Option<f64>,
}

impl SimulateFields {
    /// What is asked, for whoever runs it in parts.
    ///
    /// # Errors
    /// For files that cannot be read, values that nothing accepts, and settings without effect.
    pub fn question(&self, files: &dyn Files) -> Result<SimulateQuestion> {
        let resolved = self.settings.resolved(self.scenario.as_deref(), files)?;
        let question = SimulateQuestion::of(&resolved.scenario)?.at_least(&self.at_least);
        check(files, &[(&resolved, Asked::Simulate, Some(question.plan()))])?;
        let question = question.sampling(Sampling::of(self.trials, self.seed).until(self.precision));
        let question = question.after(of_field("so_far", so_far(&self.so_far))?)?;
        question.by_week(pace(self.calls_per_week, self.hours_per_week)?)
    }

    /// The answer.
    ///
    /// # Errors
    /// As [`SimulateFields::question`].
    pub fn run(&self, files: &dyn Files, watch: Watch<'_>) -> Result<Simulated> {
        self.question(files)?.run_observed(|run| watch(run.trials()))
    }
}

/// Which of several campaigns brings more, with their own calls and in the same hours.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct CompareFields {
    /// A strategy by its name (cold, mixed, referral-heavy, warm, snowball), settings of its own (`warm=15 cold.meeting=5%`)
    /// or a scenario file, each; cold, mixed and referral-heavy unless set.
    pub strategies: Vec<String>,
    /// Attempts at each contact that are compared: with `contacts` at the same people, with `calls` at as many as take that many
    /// calls on average. Of the strategy cold unless others are named.
    #[cfg_attr(feature = "schemas", schemars(inner(range(min = 1, max = 1_000))))]
    pub max_attempts: Vec<u32>,
    /// A scenario file, whose settings count where `settings` says nothing else.
    pub scenario: Option<String>,
    /// What all have in common, and is not as usual.
    pub settings: Settings,
    /// The hours of each in the same hours; the smallest mean of those compared unless set.
    #[cfg_attr(feature = "schemas", schemars(range(min = 0, max = 1_666_666)))]
    pub hours: Option<f64>,
    /// Also the chance of at least this many meetings, for each of these numbers.
    pub at_least: Vec<u32>,
    /// Simulated campaigns of each strategy, 1 to 1,000,000,000,000: 100,000 unless set.
    #[cfg_attr(feature = "schemas", schemars(range(min = 1, max = 1_000_000_000_000_u64)))]
    pub trials: Option<u64>,
    /// The same seed gives the same answer: 42 unless set.
    pub seed: Option<u64>,
    /// Stops when no mean's standard error is more than this; `trials` is then the most: 1,000,000,000 unless set.
    #[cfg_attr(feature = "schemas", schemars(extend("exclusiveMinimum" = 0)))]
    pub precision: Option<f64>,
}

impl CompareFields {
    /// The answer.
    ///
    /// # Errors
    /// As [`SimulateFields::question`].
    pub fn run(&self, files: &dyn Files, watch: Watch<'_>) -> Result<Compared> {
        let layers = self.settings.layers(self.scenario.as_deref(), files)?;
        let usual: &[&str] = if self.max_attempts.is_empty() { &variants::USUAL } else { &["cold"] };
        let strategies = if self.strategies.is_empty() {
            usual.iter().map(|&name| name.to_owned()).collect()
        } else {
            self.strategies.clone()
        };
        let most: Vec<_> = self.max_attempts.iter().map(u32::to_string).collect();
        let file = |name: &str| variants::is_file(name, files.exists(name)).then(|| files.scenario(name));
        let compared = variants::campaigns(&strategies, &most, &layers, &file)?;
        let of_each: Vec<_> =
            compared.iter().map(|(resolved, asked, campaign)| (resolved, *asked, Some(campaign))).collect();
        check(files, &of_each)?;
        let most_calls: Vec<_> = compared.iter().map(|(resolved, ..)| resolved.scenario.most_calls()).collect();
        let question = self.question(compared.into_iter().map(|(_, _, campaign)| campaign));
        let in_force = if most.is_empty() { variants::in_force(&layers) } else { None };
        question.in_force(in_force).most_calls(most_calls).run_observed(watch)
    }

    /// What is asked of these campaigns, whatever `strategies` says.
    pub fn question(&self, campaigns: impl IntoIterator<Item = Campaign>) -> CompareQuestion {
        let sampling = Sampling::of(self.trials, self.seed).until(self.precision);
        CompareQuestion::of(campaigns).hours(self.hours).at_least(&self.at_least).sampling(sampling)
    }
}

/// The smallest effort that brings a number of meetings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PlanFields {
    /// At least this many meetings held.
    pub meetings: u32,
    /// With this probability, between 0 and 1: 0.9 unless set.
    #[serde(default)]
    #[cfg_attr(feature = "schemas", schemars(range(min = 0, max = 1)))]
    pub confidence: Option<f64>,
    /// What to minimise: attempts unless set.
    #[serde(default)]
    #[cfg_attr(feature = "schemas", schemars(extend("enum" = ["attempts", "referrals", "hours", "contacts", "attempts-per-contact", null])))]
    pub solve: Option<String>,
    /// The most attempts, contacts or attempts per contact that are looked at: 1,000,000 unless set.
    #[serde(default)]
    #[cfg_attr(feature = "schemas", schemars(range(min = 1)))]
    pub max: Option<u32>,
    /// Also the weeks that it takes at this many calls a week.
    #[serde(default)]
    #[cfg_attr(feature = "schemas", schemars(range(min = 1, max = 1_000_000)))]
    pub calls_per_week: Option<u32>,
    /// Also the weeks that it takes at this many hours a week; instead of `calls_per_week`.
    #[serde(default)]
    #[cfg_attr(feature = "schemas", schemars(range(min = 0.02, max = 168)))]
    pub hours_per_week: Option<f64>,
    /// A scenario file, whose settings count where `settings` says nothing else.
    #[serde(default)]
    pub scenario: Option<String>,
    /// What is not as usual: cold calls at a coach's figures. Calls, contacts and hours are limits of the plan.
    #[serde(default)]
    pub settings: Settings,
    /// Simulated campaigns, where there is no exact distribution: 100,000 unless set.
    #[serde(default)]
    #[cfg_attr(feature = "schemas", schemars(range(min = 1, max = 1_000_000_000_000_u64)))]
    pub trials: Option<u64>,
    /// The same seed gives the same answer: 42 unless set.
    #[serde(default)]
    pub seed: Option<u64>,
}

impl PlanFields {
    /// The answer.
    ///
    /// # Errors
    /// As [`SimulateFields::question`].
    pub fn run(&self, files: &dyn Files, _: Watch<'_>) -> Result<Planned> {
        let resolved = self.settings.resolved(self.scenario.as_deref(), files)?;
        let solve = of_field("solve", self.solve.as_deref().map(str::parse).transpose())?;
        let mut question = PlanQuestion {
            solve: solve.unwrap_or(PlanQuestion::SOLVE),
            max: self.max.unwrap_or(Campaign::MAX_CALLS),
            pace: pace(self.calls_per_week, self.hours_per_week)?,
            sampling: Sampling::of(self.trials, self.seed),
            ..PlanQuestion::new(resolved.scenario.clone(), self.meetings)
        };
        question.confidence = self.confidence.unwrap_or(question.confidence);
        check(files, &[(&resolved, Asked::Plan(question.solve), Some(&question.campaign()?))])?;
        Ok(question.run()?)
    }
}

/// Which rate moves the yield, which unknown matters, and what to log to know it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct SensitivityFields {
    /// A scenario file, whose settings count where `settings` says nothing else.
    pub scenario: Option<String>,
    /// What is not as usual: 100 calls, half of them warm, at a coach's figures.
    pub settings: Settings,
    /// Simulated campaigns, where that is needed, 2 to 10,000,000: 100,000 unless set.
    #[cfg_attr(feature = "schemas", schemars(range(min = 2, max = 10_000_000)))]
    pub trials: Option<u64>,
    /// The same seed gives the same answer: 42 unless set.
    pub seed: Option<u64>,
}

impl SensitivityFields {
    /// The answer.
    ///
    /// # Errors
    /// As [`SimulateFields::question`].
    pub fn run(&self, files: &dyn Files, _: Watch<'_>) -> Result<Analysed> {
        let resolved = self.settings.resolved(self.scenario.as_deref(), files)?;
        let sampling = Sampling::of(self.trials, self.seed);
        let question = SensitivityQuestion { sampling, ..SensitivityQuestion::new(resolved.scenario.clone()) };
        check(files, &[(&resolved, Asked::Sensitivity, Some(&question.campaign()?))])?;
        question.check()?;
        Ok(question.run()?)
    }
}

/// What every probability is, and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct ModelFields {
    /// A scenario file, whose settings count where `settings` says nothing else.
    pub scenario: Option<String>,
    /// Rates and choices that are not a coach's.
    pub settings: Settings,
}

impl ModelFields {
    /// The answer.
    ///
    /// # Errors
    /// As [`SimulateFields::question`].
    pub fn run(&self, files: &dyn Files, _: Watch<'_>) -> Result<Modelled> {
        let resolved = self.settings.resolved(self.scenario.as_deref(), files)?;
        check(files, &[(&resolved, Asked::Model, None)])?;
        Ok(ModelQuestion::new(resolved.scenario).run()?)
    }
}

/// The calls of one simulated campaign, one by one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct TraceFields {
    /// A scenario file, whose settings count where `settings` says nothing else.
    pub scenario: Option<String>,
    /// What is not as usual: 100 calls, half of them warm, at a coach's figures.
    pub settings: Settings,
    /// The same seed gives the same calls: 42 unless set.
    pub seed: Option<u64>,
}

impl TraceFields {
    /// The answer.
    ///
    /// # Errors
    /// As [`SimulateFields::question`].
    pub fn run(&self, files: &dyn Files, _: Watch<'_>) -> Result<Traced> {
        let resolved = self.settings.resolved(self.scenario.as_deref(), files)?;
        let mut question = TraceQuestion::new(resolved.scenario.clone());
        question.seed = self.seed.unwrap_or(question.seed);
        check(files, &[(&resolved, Asked::Trace, Some(&question.campaign()?))])?;
        Ok(question.run()?)
    }
}
