//! What one scenario is held against.

use outreach::{
    AttemptTable, Beta, Campaign, Effort, Error, Estimate, Kind, Pmf, Pool, Probability, Progress, Quantity, Rate,
    Result, Sample, Share, Simulation, SimulationResult, Stop, Strategy, Supply,
};

use crate::bounds::{Around, against_exact, against_other, shares};
use crate::plain::{Plain, TrialOutcome};
use crate::shared::{Calls, End, Known, Scenario};

/// The number of comparisons made; none of a scenario that is refused.
pub(crate) fn check(scenario: &Scenario) -> Result<u64, String> {
    let campaign = match campaign(scenario) {
        Ok(campaign) => campaign,
        Err(error) if error.to_string().contains("NaN") => return Err(format!("an error about no number: {error}")),
        Err(_) => return Ok(0),
    };
    let run = Simulation::new(&campaign).trials(scenario.trials).seed(scenario.seed).run();
    let run = run.map_err(|error| format!("it can be described and not run: {error}"))?;
    let mut plain = Plain::new(scenario, &campaign);
    let played: Vec<_> = (0..scenario.trials).map(|_| plain.play()).collect();
    let checks = [yields(&run, &played)?, attempts(&run, &played)?, pool(&run, &played)?, means(&run, &played)?];
    Ok(checks.iter().sum::<u64>() + rounds(&run, &played)? + clamped(&run, &played)? + moments(&run, &played)?)
}

fn campaign(scenario: &Scenario) -> Result<Campaign> {
    let mut rates = scenario.preset.rates();
    for &(parameter, known) in &scenario.rates {
        rates = rates.with(
            parameter,
            match known {
                Known::Fixed(value) => Rate::Fixed(Probability::new(value)?),
                Known::Beta(alpha, beta) => Rate::Beta(Beta::new(alpha, beta)?),
                Known::Range(low, high) => Rate::Beta(Beta::from_range(low, high)?),
            },
        );
    }
    if let Some(reading) = scenario.reading {
        rates = rates.with_reading(reading);
    }
    if let Some(response) = scenario.response {
        rates = rates.with_response(response);
    }
    for (kind, table) in Kind::ALL.into_iter().zip(&scenario.tables) {
        if let Some([at_risk, reached]) = table {
            rates = rates.with_attempts(kind, AttemptTable::new(at_risk.clone(), reached.clone())?);
        }
    }
    let strategy = match scenario.warm {
        Calls::Share(share) => Strategy::from(Supply::Share(Share::new(f64::from(share) / 1_000.0)?)),
        Calls::Count(count) => Strategy::from(Supply::Count(count)),
        Calls::Pool { initial, names, dispersion, decay } => {
            let dispersion = dispersion.or(scenario.preset.pool().dispersion);
            Strategy::snowball(Pool { initial, names, dispersion, decay })
        }
    };
    let contacts = Campaign::contacts(scenario.calls.into()).max_attempts(scenario.max_attempts);
    let mut campaign = if scenario.max_attempts > 1 {
        contacts.strategy(strategy).rates(rates).build()?
    } else {
        Campaign::new(rates, strategy, scenario.calls.into())?
    };
    if let Some([cold_attempt, warm_attempt, introduction, meeting]) = scenario.effort {
        campaign = campaign.with_effort(Effort { cold_attempt, warm_attempt, introduction, meeting })?;
    }
    if let Some(count) = scenario.connectors {
        campaign = campaign.with_connectors(count)?;
    }
    let campaign = campaign.until(match scenario.end {
        End::Calls => Stop::Calls,
        End::Meetings(meetings) => Stop::Meetings(meetings),
        End::Hours(hours) => Stop::hours(hours),
    })?;
    match scenario.so_far {
        Some([attempts, meetings]) => campaign.after(Progress::new(attempts, meetings)?),
        None => Ok(campaign),
    }
}

fn sample(counts: impl Iterator<Item = u32>) -> Sample {
    let mut sample = Sample::default();
    counts.for_each(|count| sample.push(count.into()));
    sample
}

/// Both against the exact distribution where there is one, else one against the other.
fn against(what: &str, run: &Sample, plain: &Sample, exact: Result<Pmf, Error>) -> Result<u64, String> {
    let Ok(exact) = exact else { return against_other(&format!("{what}, the run and the plain engine"), run, plain) };
    let sum: f64 = exact.masses().iter().sum();
    if (sum - 1.0).abs() > 1e-9 || !exact.masses().iter().all(|mass| (0.0..=1.0 + 1e-9).contains(mass)) {
        return Err(format!("{what}, the exact distribution: its probabilities sum to {sum}"));
    }
    let of_run = against_exact(&format!("{what}, the run"), run, &exact)?;
    Ok(of_run + against_exact(&format!("{what}, the plain engine"), plain, &exact)?)
}

fn yields(run: &SimulationResult, played: &[TrialOutcome]) -> Result<u64, String> {
    let plain = sample(played.iter().map(|played| played.held));
    against("meetings", run.meetings(), &plain, run.campaign().exact_yield())
}

fn attempts(run: &SimulationResult, played: &[TrialOutcome]) -> Result<u64, String> {
    if run.campaign().stop() == Stop::Calls {
        return Ok(0);
    }
    let plain = sample(played.iter().map(|played| played.attempts.iter().sum::<f64>() as u32));
    against("attempts", run.attempts(), &plain, run.campaign().exact_attempts())
}

fn pool(run: &SimulationResult, played: &[TrialOutcome]) -> Result<u64, String> {
    let campaign = run.campaign();
    if campaign.pool().is_none() {
        return Ok(0);
    }
    let trials = run.trials();
    let plain = sample(played.iter().filter_map(|played| played.first_cold));
    let dry = [run.first_dry().trials(), plain.trials()];
    let mut made = shares("the pool runs dry, the run and the plain engine", dry, [trials; 2])?;
    if dry[0] > 0 && dry[1] > 0 {
        made += against_other("the first cold attempt, the run and the plain engine", run.first_dry(), &plain)?;
    }
    if trials < 2 {
        return Ok(made);
    }
    let calls = f64::from(campaign.calls());
    let told: Vec<_> = match campaign.exact_pool() {
        Ok(exact) => exact.by_generation.iter().map(|&mean| Around::exact(mean)).collect(),
        Err(_) => run.meetings_by_generation().iter().map(|&mean| Around::new(mean, trials, calls)).collect(),
    };
    for generation in 0..5 {
        let of_plain = of_each(played, |played| played.by_generation.get(generation).copied().unwrap_or(0.0), calls);
        // Generations that hardly come to anything are left out.
        let of_run = told.get(generation).copied().unwrap_or(Around::exact(0.0));
        made += of_run.agrees(&format!("meetings of generation {}", generation + 1), of_plain)?;
    }
    Ok(made)
}

/// The mean of a number of each played campaign, for numbers that lie in a range this wide.
fn of_each(played: &[TrialOutcome], number: impl Fn(&TrialOutcome) -> f64, range: f64) -> Around {
    let n = played.len() as f64;
    let value = played.iter().map(&number).sum::<f64>() / n;
    let squares = played.iter().map(|played| (number(played) - value).powi(2)).sum::<f64>();
    let std_error = (squares / (n - 1.0) / n).sqrt();
    Around::new(Estimate { value, std_error }, played.len() as u64, range)
}

type Number = fn(&TrialOutcome) -> f64;

const QUANTITIES: [(&str, Quantity, Number); 10] = [
    ("cold attempts", Quantity::ColdAttempts, |played| played.attempts[0]),
    ("warm attempts", Quantity::WarmAttempts, |played| played.attempts[1]),
    ("cold conversations", Quantity::ColdConversations, |played| played.conversations[0]),
    ("warm conversations", Quantity::WarmConversations, |played| played.conversations[1]),
    ("cold meetings set", Quantity::ColdMeetingsSet, |played| played.set[0]),
    ("warm meetings set", Quantity::WarmMeetingsSet, |played| played.set[1]),
    ("incidents", Quantity::Incidents, |played| played.incidents),
    ("disliked connectors", Quantity::Disliked, |played| played.disliked),
    ("unrecovered incidents", Quantity::Unrecovered, |played| played.unrecovered),
    ("recovered incidents", Quantity::Recovered, |played| played.incidents - played.disliked - played.unrecovered),
];

fn means(run: &SimulationResult, played: &[TrialOutcome]) -> Result<u64, String> {
    if run.trials() < 2 {
        return Ok(0);
    }
    let calls = most_calls(run);
    let compare = |(what, quantity, number): (&str, Quantity, Number)| {
        let of_run = Around::new(run.mean(quantity), run.trials(), calls);
        of_run.agrees(what, of_each(played, number, calls))
    };
    QUANTITIES.into_iter().map(compare).sum()
}

/// The most calls, whoever is called.
fn most_calls(run: &SimulationResult) -> f64 {
    f64::from(run.campaign().calls()) * f64::from(run.campaign().max_attempts())
}

/// Where contacts are called several times and nothing stops that: what each round brings, and the attempts in all.
fn rounds(run: &SimulationResult, played: &[TrialOutcome]) -> Result<u64, String> {
    let campaign = run.campaign();
    if campaign.max_attempts() == 1 || run.trials() < 2 {
        return Ok(0);
    }
    let mut checks = 0;
    if let Ok(exact) = campaign.rounds() {
        let contacts = f64::from(campaign.calls());
        for (round, exact) in run.rounds().iter().zip(exact) {
            let of_run = |estimate: Estimate| Around::new(estimate, run.trials(), contacts);
            let agrees = |what: &str, estimate: Estimate, mean: f64| {
                of_run(estimate).agrees(&format!("{what} of round {}", exact.attempt), Around::exact(mean))
            };
            checks += agrees("attempts", round.attempts, exact.attempts)?;
            checks += agrees("conversations", round.conversations, exact.conversations)?;
            checks += agrees("meetings", round.meetings, exact.meetings)?;
        }
    }
    if let Ok(made) = campaign.attempts_made() {
        let of_plain = of_each(played, |played| played.attempts.iter().sum(), most_calls(run));
        checks += Around::exact(made.mean).agrees("attempts, exact and by the plain engine", of_plain)?;
    }
    Ok(checks)
}

/// Where the calls are planned, the exact mean and luck, and ignorance as E[M²] − E[M]² of the mean M in each world.
fn moments(run: &SimulationResult, played: &[TrialOutcome]) -> Result<u64, String> {
    let campaign = run.campaign();
    let Ok(moments) = campaign.exact_moments() else { return Ok(0) };
    let calls = f64::from(campaign.calls());
    let mut made = 0;
    if let Ok(exact) = campaign.exact_yield() {
        let near = |value: f64, by: f64| Around { mean: value, by };
        made += near(exact.mean(), 1e-7 * calls).agrees("the mean, twice exact", near(moments.mean, 0.0))?;
        let variance = near(exact.variance(), 1e-7 * calls * calls);
        made += variance.agrees("the variance, twice exact", near(moments.sd().powi(2), 0.0))?;
    }
    if run.trials() < 2 || !campaign.is_planned() || campaign.connector_count().is_some() {
        return Ok(made);
    }
    made += Around::exact(moments.mean).agrees("the mean", of_each(played, |played| played.moments[0], calls))?;
    made += Around::exact(moments.luck).agrees("luck", of_each(played, |played| played.moments[1], calls / 4.0))?;
    let squares = of_each(played, |played| played.moments[0].powi(2), calls * calls);
    Ok(made + Around::exact(moments.ignorance + moments.mean.powi(2)).agrees("ignorance", squares)?)
}

fn clamped(run: &SimulationResult, played: &[TrialOutcome]) -> Result<u64, String> {
    let of_run = (run.clamped().value * run.trials() as f64).round() as u64;
    let of_plain = played.iter().filter(|played| played.clamped).count() as u64;
    shares("draws that were clamped", [of_run, of_plain], [run.trials(); 2])
}
