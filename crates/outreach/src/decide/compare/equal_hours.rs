//! Strategies within one budget of minutes, and what an introduction may cost.

use super::Pair;
use crate::error::Result;
use crate::model::{Campaign, Kind, Stop, Strategy};
use crate::numerics::Estimate;
use crate::simulate::{SimulationResult, drawn_worlds};

/// What a comparison found at equal hours.
#[derive(Debug, Clone, PartialEq)]
pub struct EqualHours {
    hours: f64,
    runs: Vec<SimulationResult>,
    pairs: Vec<Pair>,
}

impl EqualHours {
    pub(crate) fn new(hours: f64, runs: Vec<SimulationResult>, pairs: Vec<Pair>) -> Self {
        Self { hours, runs, pairs }
    }

    /// The budget of each campaign.
    pub fn hours(&self) -> f64 {
        self.hours
    }

    /// Each campaign's run within the budget, in their order.
    pub fn runs(&self) -> &[SimulationResult] {
        &self.runs
    }

    /// Each pair, in the order of the campaigns.
    pub fn pairs(&self) -> &[Pair] {
        &self.pairs
    }
}

/// The budget, and each campaign within it instead of its number of calls, or within both for a budget that is given with the
/// most calls of each. The budget is the smallest mean of the
/// campaigns' hours unless it is given. `None` if that is nothing, or a campaign would never use it up.
pub(crate) fn campaigns(
    campaigns: &[&Campaign],
    runs: &[SimulationResult],
    hours: Option<f64>,
    most_calls: &[u32],
) -> Result<Option<(f64, Vec<Campaign>)>> {
    let most_calls = if hours.is_some() { most_calls } else { &[] };
    let smallest = || runs.iter().map(|run| minutes(run) / 60.0).fold(f64::INFINITY, f64::min);
    let Some(hours) = hours.or_else(|| Some(smallest()).filter(|&hours| hours > 0.0)) else { return Ok(None) };
    if campaigns.iter().any(|campaign| takes_no_time(campaign)) {
        return Ok(None);
    }
    let within = |(index, run): (usize, &SimulationResult)| {
        let campaign = run.campaign();
        if campaign.max_attempts() > 1 {
            return contacts_within(run, 60.0 * hours);
        }
        let most = most_calls.get(index).copied().unwrap_or(Campaign::MAX_CALLS);
        campaign.anew(campaign.strategy().clone(), most)?.until(Stop::hours(hours))
    };
    Ok(Some((hours, runs.iter().enumerate().map(within).collect::<Result<_>>()?)))
}

/// As many contacts as take this budget on average, each called as often as it may be. A budget that ends the campaign
/// would leave out the last rounds, and so compare first attempts alone.
fn contacts_within(run: &SimulationResult, budget: f64) -> Result<Campaign> {
    let campaign = run.campaign();
    let of_one = minutes(run) / f64::from(campaign.calls());
    let most = Campaign::most_contacts(campaign.max_attempts());
    let contacts = (budget / of_one).round() as u32;
    let within = campaign.of_as_many_contacts(contacts.clamp(1, most))?;
    // A campaign has a contact, for which there may be no time.
    if contacts == 0 { within.until(Stop::Minutes(budget)) } else { Ok(within) }
}

/// The mean minutes of a campaign, exact where they can be.
fn minutes(run: &SimulationResult) -> f64 {
    let campaign = run.campaign();
    match campaign.exact_moments() {
        _ if campaign.max_attempts() > 1 => campaign.exact_minutes().unwrap_or_else(|_| run.minutes().value),
        Ok(moments) if campaign.is_planned() => {
            let [cold, warm, meeting] = campaign.effort().per_attempt_and_meeting();
            let [of_cold, of_warm] = Kind::ALL.map(|kind| f64::from(campaign.attempts(kind)));
            of_cold * cold + of_warm * warm + moments.mean * meeting
        }
        _ => run.minutes().value,
    }
}

/// Whether some of its calls are free, and so are the meetings they bring.
fn takes_no_time(campaign: &Campaign) -> bool {
    let [cold, warm, meeting] = campaign.effort().per_attempt_and_meeting();
    let free = |(kind, minutes): (Kind, f64)| {
        campaign.attempts(kind) > 0 && minutes + meeting * campaign.tree(kind).held().get() <= 0.0
    };
    Kind::ALL.into_iter().zip([cold, warm]).any(free)
}

impl Campaign {
    /// The minutes that obtaining one introduction may cost before cold calling brings more meetings per hour; negative
    /// where no introduction pays, `None` where cold calls bring no meeting.
    ///
    /// # Formula
    /// ```text
    /// E[w] t_c / E[c] − t_w
    /// ```
    /// Where contacts are called several times all of that is per contact, who takes one introduction, with the minutes of all
    /// attempts: `None` too where that is not known exactly.
    ///
    /// w, c: meetings held per attempt, warm with a referral of the first generation and cold; t: minutes per attempt.
    /// Exact, with a standard error of 0, unless the reading `overall` solves an uncertain probability: then w is
    /// averaged over this many worlds drawn from the seed.
    ///
    /// ```
    /// use outreach::{Campaign, Rates, Strategy};
    ///
    /// let campaign = Campaign::new(Rates::documented(), Strategy::mixed(), 100)?;
    /// let minutes = campaign.break_even_minutes(0, 0).expect("cold calls bring meetings");
    /// assert!((minutes.value - 31.786_666_666).abs() < 1e-8);
    /// # Ok::<(), outreach::Error>(())
    /// ```
    pub fn break_even_minutes(&self, worlds: u64, seed: u64) -> Option<Estimate> {
        if self.max_attempts() > 1 {
            return self.break_even_of_contacts();
        }
        let cold = self.tree(Kind::Cold).held().get();
        if cold <= 0.0 {
            return None;
        }
        let warm = if self.rates().solves_uncertain_probability() {
            let all_warm = Campaign::new(self.rates().clone(), Strategy::warm(), 1).ok()?;
            let held = |drawn: Vec<_>| all_warm.trees_at(&drawn)[Kind::Warm.index()].held().get();
            Estimate::of_mean(drawn_worlds(&all_warm, seed, worlds, 0, held).into_iter())
        } else {
            Estimate { value: self.tree(Kind::Warm).held().get(), std_error: 0.0 }
        };
        let factor = self.effort().cold_attempt / cold;
        Some(Estimate { value: warm.value * factor - self.effort().warm_attempt, std_error: warm.std_error * factor })
    }

    fn break_even_of_contacts(&self) -> Option<Estimate> {
        let of_one = |strategy: Strategy, minutes: f64| {
            let one = Campaign::contacts(1)
                .max_attempts(self.max_attempts())
                .strategy(strategy)
                .rates(self.rates().clone())
                .build()
                .ok()?;
            Some((one.exact_moments().ok()?.mean, minutes * one.attempts_made().ok()?.mean))
        };
        let (cold, of_cold) = of_one(Strategy::cold(), self.effort().cold_attempt)?;
        let (warm, of_warm) = of_one(Strategy::warm(), self.effort().warm_attempt)?;
        (cold > 0.0).then(|| Estimate { value: warm * of_cold / cold - of_warm, std_error: 0.0 })
    }
}
