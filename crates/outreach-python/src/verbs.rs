//! The verbs that ask for campaigns.

use outreach::{Campaign, Stop, Strategy};
use outreach_io::ask::{
    CompareQuestion, ModelQuestion, PlanQuestion, SensitivityQuestion, SimulateQuestion, TraceQuestion, pace,
};
use outreach_io::{Answer as _, Asked, Sampling};
use pyo3::{Py, PyResult, Python, pyfunction};

use crate::answer::{Answer, Sizes, sizes};
use crate::effects;
use crate::errors::caught;
use crate::run::{run, run_short, run_shown};
use crate::scenario::Scenario;

#[pyfunction]
#[expect(clippy::too_many_arguments, reason = "the options of the verb, all of which Python gives")]
pub(crate) fn simulate(
    py: Python<'_>,
    scenario: &Scenario,
    so_far: Vec<String>,
    trials: Option<u64>,
    seed: u64,
    precision: Option<f64>,
    at_least: Vec<u32>,
    calls_per_week: Option<u32>,
    hours_per_week: Option<f64>,
    threads: usize,
) -> PyResult<Answer> {
    let (sampling, pace) =
        (Sampling::of(trials, seed).until(precision), caught(|| pace(calls_per_week, hours_per_week))?);
    let question = caught(|| {
        let question = SimulateQuestion::of(&scenario.scenario)?.after(outreach_io::so_far(&so_far)?)?;
        let question = question.by_week(pace)?;
        Ok::<_, outreach_io::Error>(question.sampling(sampling).at_least(&at_least))
    })?;
    effects::warn(py, 2, &[(scenario, Asked::Simulate, Some(question.plan()))])?;
    if pace.is_none() && is_short(question.campaign(), sampling) {
        return run_short(py, threads, || question.run().map(Answer::of_yield));
    }
    run_shown(py, threads, trials_of(sampling, 1), || question.run().map(Answer::of_yield))
}

/// Whether the answer takes well below a millisecond.
fn is_short(campaign: &Campaign, sampling: Sampling) -> bool {
    let is_plain = campaign.stop() == Stop::Calls && campaign.max_attempts() == 1 && campaign.uncertain().is_empty();
    let is_alone = campaign.pool().is_none() && campaign.connector_count().is_none() && campaign.so_far().is_none();
    is_plain && is_alone && campaign.calls() <= 200 && sampling.most_trials() <= 1000
}

/// The trials of so many runs; how many a precision takes, nobody knows.
fn trials_of(sampling: Sampling, runs: u64) -> Option<u64> {
    sampling.precision.is_none().then(|| runs.saturating_mul(sampling.most_trials()))
}

/// Campaigns under their own strategies and perhaps names, or under the strategy of a name; with the answer of each.
#[pyfunction]
#[expect(clippy::too_many_arguments, reason = "the options of the verb, all of which Python gives")]
pub(crate) fn compare(
    py: Python<'_>,
    scenarios: Vec<(Py<Scenario>, Option<String>, Option<String>)>,
    hours: Option<f64>,
    trials: Option<u64>,
    seed: u64,
    precision: Option<f64>,
    at_least: Vec<u32>,
    threads: usize,
) -> PyResult<(Answer, Vec<Answer>)> {
    let sampling = Sampling::of(trials, seed).until(precision);
    // All trials are made again at equal hours.
    run_shown(py, threads, trials_of(sampling, 2), || {
        let campaign = |(scenario, strategy, name): &(Py<Scenario>, Option<String>, Option<String>)| {
            let scenario = &scenario.get().scenario;
            match (strategy, name) {
                (Some(strategy), _) => Strategy::named(strategy).and_then(|strategy| scenario.campaign(strategy)),
                (None, Some(name)) => scenario.campaign_named(name.clone(), Strategy::mixed().supply()),
                (None, None) => scenario.campaign_or(Strategy::mixed()),
            }
        };
        let campaigns = scenarios.iter().map(campaign).collect::<outreach::Result<Vec<_>>>()?;
        let question = CompareQuestion::of(campaigns).hours(hours).at_least(&at_least);
        let question = question.most_calls(scenarios.iter().map(|(of, ..)| of.get().scenario.most_calls()));
        let duels = question.sampling(sampling).run()?;
        let yields = duels.yields().iter().cloned().map(Answer::of_yield).collect();
        Ok::<_, outreach_io::Error>((Answer::new(duels), yields))
    })
}

#[pyfunction]
#[expect(clippy::too_many_arguments, reason = "the options of the verb, all of which Python gives")]
pub(crate) fn plan(
    py: Python<'_>,
    scenario: &Scenario,
    meetings: u32,
    confidence: f64,
    solve: &str,
    max: u32,
    calls_per_week: Option<u32>,
    hours_per_week: Option<f64>,
    trials: Option<u64>,
    seed: u64,
    threads: usize,
) -> PyResult<(Answer, Option<String>)> {
    run(py, threads, || {
        let question = PlanQuestion {
            confidence,
            pace: pace(calls_per_week, hours_per_week)?,
            pictured: true,
            ..planned(scenario, meetings, solve, max, Sampling::of(trials, seed))?
        };
        let answer = question.run()?;
        let (unreachable, curve) = (answer.unreachable(outreach_io::Language::English), answer.curve());
        Ok::<_, outreach_io::Error>((Answer::new(answer).with_curve(&curve), unreachable))
    })
}

fn planned(
    scenario: &Scenario,
    meetings: u32,
    solve: &str,
    max: u32,
    sampling: Sampling,
) -> outreach_io::Result<PlanQuestion> {
    let solve = solve.parse()?;
    Ok(PlanQuestion { solve, max, sampling, ..PlanQuestion::new(scenario.scenario.clone(), meetings) })
}

/// The distribution of the size that a plan takes, where it has one.
#[pyfunction]
#[expect(clippy::too_many_arguments, reason = "those of a plan that matter to it")]
pub(crate) fn size_needed<'py>(
    py: Python<'py>,
    scenario: &Scenario,
    meetings: u32,
    solve: &str,
    max: u32,
    trials: Option<u64>,
    seed: u64,
    threads: usize,
) -> PyResult<Option<Sizes<'py>>> {
    let needed = run(py, threads, || {
        Ok::<_, outreach_io::Error>(planned(scenario, meetings, solve, max, Sampling::of(trials, seed))?.size_needed()?)
    })?;
    Ok(needed.map(|needed| sizes(py, &needed)))
}

#[pyfunction]
pub(crate) fn sensitivity(
    py: Python<'_>,
    scenario: &Scenario,
    trials: Option<u64>,
    seed: u64,
    threads: usize,
) -> PyResult<Answer> {
    let question = SensitivityQuestion {
        sampling: Sampling::of(trials, seed),
        ..SensitivityQuestion::new(scenario.scenario.clone())
    };
    let campaign = caught(|| question.campaign())?;
    effects::warn(py, 2, &[(scenario, Asked::Sensitivity, Some(&campaign))])?;
    run(py, threads, || Ok::<_, outreach_io::Error>(Answer::new(question.run()?)))
}

#[pyfunction]
pub(crate) fn model(scenario: &Scenario) -> PyResult<Answer> {
    caught(|| ModelQuestion::new(scenario.scenario.clone()).run()).map(Answer::new)
}

#[pyfunction]
pub(crate) fn trace(scenario: &Scenario, seed: u64) -> PyResult<Answer> {
    let question = TraceQuestion { seed, ..TraceQuestion::new(scenario.scenario.clone()) };
    caught(|| question.run()).map(Answer::new)
}
