//! Strategies within one budget of minutes, and what an introduction may cost.

use super::Pair;
use crate::error::Result;
use crate::model::{Campaign, Kind, Stop, Strategy, Supply};
use crate::numerics::Estimate;
use crate::simulate::{Quantity, Simulation, SimulationResult, drawn_worlds};

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
///
/// A budget ends campaigns that call nobody twice. Of contacts who are called several times it would leave out the later rounds,
/// and so compare first attempts alone: where one of the campaigns does that, each has as many contacts or calls as take the budget
/// on average.
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
    let on_average = campaigns.iter().any(|campaign| campaign.max_attempts() > 1);
    let within = |(index, run): (usize, &SimulationResult)| {
        if on_average {
            return taking(run, 60.0 * hours);
        }
        let campaign = run.campaign();
        let most = most_calls.get(index).copied().unwrap_or(Campaign::MAX_CALLS);
        campaign.anew(campaign.strategy().clone(), most)?.until(Stop::hours(hours))
    };
    Ok(Some((hours, runs.iter().enumerate().map(within).collect::<Result<_>>()?)))
}

/// The campaign with as many contacts, or calls, as take this budget on average.
fn taking(run: &SimulationResult, budget: f64) -> Result<Campaign> {
    let campaign = run.campaign();
    let many = if campaign.pool().is_some() { calls_of_pool(run, budget)? } else { contacts_within(run, budget)? };
    let taking = campaign.of_as_many_contacts(many.max(1))?;
    // A campaign has a contact, for which there may be no time.
    if many == 0 { taking.until(Stop::Minutes(budget)) } else { Ok(taking) }
}

/// The contacts whose mean minutes are the nearest to the budget.
fn contacts_within(run: &SimulationResult, budget: f64) -> Result<u32> {
    let campaign = run.campaign();
    let mut of_one = [0.0; 2];
    for kind in Kind::ALL {
        of_one[kind.index()] = match minutes_per_contact(run, kind) {
            // Those it has none of may not be possible: then it has none at all.
            Err(_) if campaign.attempts(kind) == 0 => f64::MAX,
            minutes => minutes?,
        };
    }
    let minutes = |contacts: u32| {
        let warm = match campaign.strategy().supply() {
            Supply::Share(share) => share.of(contacts),
            Supply::Count(count) => count.min(contacts),
            Supply::Pool(_) => contacts,
        };
        f64::from(contacts - warm) * of_one[0] + f64::from(warm) * of_one[1]
    };
    let (mut fit, mut too_many) = (0, Campaign::most_contacts(campaign.max_attempts()) + 1);
    while too_many - fit > 1 {
        let middle = u32::midpoint(fit, too_many);
        *(if minutes(middle) <= budget { &mut fit } else { &mut too_many }) = middle;
    }
    let is_nearer = too_many <= Campaign::most_contacts(campaign.max_attempts())
        && minutes(too_many) - budget <= budget - minutes(fit);
    Ok(if is_nearer { too_many } else { fit })
}

/// The mean minutes of one contact of a kind, exact where they can be.
fn minutes_per_contact(run: &SimulationResult, kind: Kind) -> Result<f64> {
    let campaign = run.campaign();
    let calls = campaign.calls();
    let warm = if kind == Kind::Warm { calls } else { 0 };
    let all = campaign.anew(Strategy::from(Supply::Count(warm)), calls)?.with_max_attempts(campaign.max_attempts())?;
    let simulated = || Simulation::new(&all).trials(run.trials()).seed(run.seed()).run();
    let minutes = all.exact_minutes().or_else(|_| simulated().map(|run| run.minutes().value))?;
    Ok(minutes / f64::from(calls))
}

/// The calls of a pool of referrals: those that it makes within the budget, but for what its last meetings overrun.
fn calls_of_pool(run: &SimulationResult, budget: f64) -> Result<u32> {
    let campaign = run.campaign();
    let within = campaign.of_as_many_contacts(Campaign::MAX_CALLS)?.until(Stop::Minutes(budget))?;
    let within = Simulation::new(&within).trials(run.trials()).seed(run.seed()).run()?;
    let calls = within.mean(Quantity::Attempts).value * budget / within.minutes().value;
    Ok((calls.round() as u32).min(Campaign::MAX_CALLS))
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
