//! The question of `plan`.

use outreach::{Campaign, Pace, Planning, PlanningResult, Preset, SizeNeeded, Solve, Strategy, Target};

use super::central::central;
use crate::answer::WhoseFigures;
use crate::read::scenario::Scenario;
use crate::sampling::Sampling;
use crate::show::plan::{Other, Planned, Row, Weeks};

/// How sure one may want to be, beside what was asked for.
const CONFIDENCES: [f64; 4] = [0.5, 0.8, 0.9, 0.95];
/// Among more calls, introductions at uncertain rates take longer to plan than what stands beside an answer may.
const AT_ONCE: u32 = 100;
/// The strategies of which one tells beside the campaign's own.
const STRATEGIES: [&str; 3] = ["cold", "mixed", "referral-heavy"];

/// The smallest effort that brings a number of meetings.
///
/// ```
/// use outreach_io::ask::PlanQuestion;
/// use outreach_io::{Answer, Language, Scenario};
///
/// let answer = PlanQuestion::new(Scenario::of_layers(&[])?, 5).run()?;
/// assert_eq!(answer.data().smallest.attempts, Some(78));
/// assert!(answer.sentence(Language::English).starts_with("78 cold calls for 5 meetings, 90 % sure"));
/// # Ok::<(), outreach_io::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct PlanQuestion {
    /// What is planned: cold calls, unless it says otherwise. Its calls, contacts and hours are limits; its number of meetings is
    /// not.
    pub scenario: Scenario,
    /// This many meetings held, at least.
    pub meetings: u32,
    /// With this probability; 0.9 unless it is set.
    pub confidence: f64,
    /// What is looked for; attempts unless it is set.
    pub solve: Solve,
    /// The most attempts, contacts or attempts per contact that are looked at, within the limits of the scenario; as many as a
    /// campaign may have unless it is set.
    pub max: u32,
    /// What is done in a week, for the weeks that the plan takes.
    pub pace: Option<Pace>,
    /// How it is simulated where there is no exact distribution; 100,000 trials from seed 42 unless it is set.
    pub sampling: Sampling,
    /// Whether the probabilities around the answer are wanted, for a picture.
    pub pictured: bool,
}

impl PlanQuestion {
    /// How sure whoever says nothing else wants to be.
    pub const CONFIDENCE: f64 = 0.9;
    /// What is looked for then.
    pub const SOLVE: Solve = Solve::Attempts;

    /// How many attempts bring this many meetings with a probability of 0.9.
    pub fn new(scenario: Scenario, meetings: u32) -> Self {
        Self {
            scenario: scenario.without_target(),
            meetings,
            confidence: Self::CONFIDENCE,
            solve: Self::SOLVE,
            max: Campaign::MAX_CALLS,
            pace: None,
            sampling: Sampling::default(),
            pictured: false,
        }
    }

    /// The campaign that is planned.
    ///
    /// # Errors
    /// For values that do not go together.
    pub fn campaign(&self) -> outreach::Result<Campaign> {
        self.scenario.campaign_or(Strategy::cold())
    }

    /// Whether this can be answered.
    ///
    /// # Errors
    /// As [`Planning::check`]; for weeks of anything but attempts and hours.
    pub fn check(&self) -> outreach::Result<()> {
        if self.pace.is_some() && !matches!(self.solve, Solve::Attempts | Solve::Hours) {
            return Err(outreach::Error::Rejected {
                field: "solve".into(),
                value: self.solve.key().into(),
                accepted: "attempts or hours: leave out the calls or hours per week".into(),
            });
        }
        self.planning(&self.campaign()?).check()
    }

    fn most(&self) -> u32 {
        self.max.min(self.scenario.most(self.solve))
    }

    fn planning<'a>(&self, campaign: &'a Campaign) -> Planning<'a> {
        let target = Target::meetings(self.meetings).with_confidence(self.confidence);
        let planning = Planning::of(campaign, target).solve(self.solve).most(self.most());
        planning.trials(self.sampling.most_trials()).seed(self.sampling.seed)
    }

    /// The answer, which may be that no effort within the limits suffices.
    ///
    /// # Errors
    /// As [`PlanQuestion::check`].
    pub fn run(&self) -> outreach::Result<Planned> {
        self.check()?;
        let campaign = self.campaign()?;
        let planning = self.planning(&campaign);
        let (plan, beside) = planning.run_beside(&CONFIDENCES)?;
        let solved = |solve: Solve| {
            if solve == self.solve {
                return Ok((plan, beside.clone()));
            }
            planning.clone().solve(solve).run_beside(&CONFIDENCES)
        };
        // Where attempts are simulated, their hours would be another simulation.
        let with_hours = self.solve == Solve::Attempts && !plan.is_sampled() && campaign.max_attempts() == 1;
        let hours = with_hours.then(|| solved(Solve::Hours)).transpose()?;
        let paced = match self.pace.map(|pace| (pace, pace.solve())) {
            Some((pace, Solve::Hours)) if hours.is_some() => hours.clone().map(|hours| (pace, hours)),
            Some((pace, solve)) => Some((pace, solved(solve)?)),
            None => None,
        };
        let size = |(plan, beside): &(PlanningResult, Vec<Option<PlanningResult>>), index: Option<usize>| {
            index.map_or(Some(*plan), |index| beside[index])?.smallest()
        };
        // Of one of the usual confidences, or of the one that was asked for.
        let weeks = |index: Option<usize>| {
            let (pace, plans) = paced.as_ref()?;
            size(plans, index).map(|size| pace.weeks(size))
        };
        let row = |confidence, index, plan: &PlanningResult| Row {
            confidence,
            size: plan.smallest(),
            minutes: hours.as_ref().and_then(|hours| size(hours, index)),
            weeks: weeks(index),
        };
        let others = CONFIDENCES.into_iter().zip(&beside).enumerate();
        let others = others.filter(|(_, (confidence, _))| confidence.total_cmp(&self.confidence).is_ne());
        let mut rows: Vec<_> = others
            .filter_map(|(index, (confidence, plan))| Some(row(confidence, Some(index), plan.as_ref()?)))
            .collect();
        rows.push(row(self.confidence, None, &plan));
        rows.sort_by(|a, b| a.confidence.total_cmp(&b.confidence));
        let even = CONFIDENCES.iter().position(|confidence| confidence.total_cmp(&0.5).is_eq());
        let weeks = self.pace.map(|pace| Weeks { pace, even: weeks(even), asked: weeks(None) });
        let sized = plan.smallest().filter(|&size| size > 0 || self.solve == Solve::Referrals);
        let sampling = Some(self.sampling).filter(|_| plan.is_sampled());
        let brings = sized.map(|size| central(&planning.campaign_at(size)?, sampling)).transpose()?.flatten();
        let curve = if self.pictured { planning.curve_around(&plan)? } else { Vec::new() };
        Ok(Planned {
            target: Target::meetings(self.meetings).with_confidence(self.confidence),
            solve: self.solve,
            max: self.most(),
            sampling: self.sampling,
            rows,
            brings,
            others: if plan.smallest() > Some(0) { self.others(&campaign, &plan) } else { Vec::new() },
            weeks,
            curve: curve.into_iter().map(|(size, chance)| (size, chance.value)).collect(),
            campaign: self.answered(campaign, &plan),
            plan,
        })
    }

    /// The distribution of the size that the target takes, where it has one.
    ///
    /// # Errors
    /// As [`PlanQuestion::check`].
    pub fn size_needed(&self) -> outreach::Result<Option<SizeNeeded>> {
        self.check()?;
        self.planning(&self.campaign()?).size_needed()
    }

    /// The answer's own campaign, of which more may be assumed or set.
    fn answered(&self, campaign: Campaign, plan: &PlanningResult) -> Campaign {
        if self.solve != Solve::AttemptsPerContact {
            return campaign;
        }
        let most = plan.smallest().unwrap_or(self.most()).max(1);
        campaign.clone().with_max_attempts(most).unwrap_or(campaign)
    }

    /// What the campaign itself takes at the published rates where its own are a coach's, and the attempts that other
    /// strategies take; as far as they are exact and come at once.
    fn others(&self, campaign: &Campaign, plan: &PlanningResult) -> Vec<Other> {
        if plan.is_sampled() || campaign.pool().is_some() {
            return Vec::new();
        }
        let plan = |campaign: Campaign| {
            let plan = self.planning(&campaign).run().ok().filter(|plan| !plan.is_sampled())?;
            let (strategy, preset) = (campaign.strategy().name().to_owned(), campaign.rates().preset());
            Some(Other { strategy, preset, size: plan.smallest() })
        };
        let of_calls = self.solve == Solve::Attempts && campaign.max_attempts() == 1;
        let strategies = STRATEGIES.into_iter().filter(|_| of_calls && campaign.uncertain().is_empty());
        let strategies = strategies.filter_map(|name| {
            let strategy = Strategy::named(name).ok()?;
            (strategy.supply() != campaign.strategy().supply()).then(|| self.scenario.campaign(strategy).ok())?
        });
        let coachs = [WhoseFigures::Coachs, WhoseFigures::YoursAndCoachs].contains(&WhoseFigures::of_all(campaign));
        let at_once = self.solve != Solve::Referrals || campaign.calls() <= AT_ONCE;
        let published = (coachs && at_once).then(|| campaign.with_preset(Preset::Published).ok()).flatten();
        strategies.chain(published).filter_map(plan).collect()
    }
}

/// What is done in a week, which is said in calls or in hours, if at all.
///
/// # Errors
/// For both of them, and as [`Pace::calls`] and [`Pace::hours`].
pub fn pace(calls_per_week: Option<u32>, hours_per_week: Option<f64>) -> outreach::Result<Option<Pace>> {
    match (calls_per_week, hours_per_week) {
        (Some(calls), Some(_)) => Err(outreach::Error::Rejected {
            field: "calls_per_week".into(),
            value: calls.to_string(),
            accepted: "accepted beside hours_per_week: give one of them".into(),
        }),
        (Some(calls), None) => Pace::calls(calls).map(Some),
        (None, hours) => hours.map(Pace::hours).transpose(),
    }
}
