//! The verbs that ask for campaigns.

use outreach::{Comparison, Pace, Simulation, Strategy};
use outreach_io::ask::{ModelQuestion, PlanQuestion, SensitivityQuestion, TraceQuestion};
use outreach_io::{Duels, Sampling, Surprise, Yield};
use pyo3::{Py, PyResult, Python, pyfunction};

use crate::answer::Answer;
use crate::errors::caught;
use crate::run::run;
use crate::scenario::Scenario;

#[pyfunction]
#[expect(clippy::too_many_arguments, reason = "the options of the verb, all of which Python gives")]
pub(crate) fn simulate(
    py: Python<'_>,
    scenario: &Scenario,
    so_far: Vec<String>,
    trials: u64,
    seed: u64,
    precision: Option<f64>,
    at_least: Vec<u32>,
    threads: usize,
) -> PyResult<Answer> {
    run(py, threads, || {
        let so_far = outreach_io::so_far(&so_far)?;
        let [plan, campaign] = scenario.campaigns(Strategy::mixed(), so_far.clone())?;
        let mut simulation = Simulation::new(&campaign).trials(trials).seed(seed);
        if let Some(precision) = precision {
            simulation = simulation.precision(precision);
        }
        let run = simulation.run()?;
        let surprise = so_far.map(|so_far| Surprise::new(&plan, so_far, Sampling { trials, seed })).transpose()?;
        let answer = Yield::new(run, &at_least, precision)?.after(surprise);
        Ok::<_, outreach_io::Error>(Answer::of_yield(answer))
    })
}

/// Campaigns under their own strategies, or under a named one each; with the answer of each.
#[pyfunction]
#[expect(clippy::too_many_arguments, reason = "the options of the verb, all of which Python gives")]
pub(crate) fn compare(
    py: Python<'_>,
    scenarios: Vec<(Py<Scenario>, Option<String>)>,
    hours: Option<f64>,
    trials: u64,
    seed: u64,
    precision: Option<f64>,
    at_least: Vec<u32>,
    threads: usize,
) -> PyResult<(Answer, Vec<Answer>)> {
    run(py, threads, || {
        let campaign = |(scenario, strategy): &(Py<Scenario>, Option<String>)| {
            let scenario = &scenario.get().scenario;
            Ok(match strategy {
                Some(name) => scenario.campaign(Strategy::named(name)?)?,
                None => scenario.campaign_or(Strategy::mixed())?,
            })
        };
        let campaigns = scenarios.iter().map(campaign).collect::<outreach_io::Result<Vec<_>>>()?;
        let mut comparison = Comparison::of(&campaigns).trials(trials).seed(seed);
        if let Some(precision) = precision {
            comparison = comparison.precision(precision);
        }
        if let Some(hours) = hours {
            comparison = comparison.hours(hours);
        }
        let duels = Duels::new(comparison.run()?, &at_least, precision)?;
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
    trials: u64,
    seed: u64,
    threads: usize,
) -> PyResult<(Answer, Option<String>)> {
    run(py, threads, || {
        let calls_per_week = calls_per_week.map(Pace::calls).transpose()?;
        let pace = calls_per_week.or(hours_per_week.map(Pace::hours).transpose()?);
        let question = PlanQuestion {
            confidence,
            solve: solve.parse()?,
            max,
            pace,
            sampling: Sampling { trials, seed },
            pictured: true,
            ..PlanQuestion::new(scenario.scenario.clone(), meetings)
        };
        let answer = question.run()?;
        let unreachable = answer.unreachable();
        Ok::<_, outreach_io::Error>((Answer::new(answer), unreachable))
    })
}

#[pyfunction]
pub(crate) fn sensitivity(
    py: Python<'_>,
    scenario: &Scenario,
    trials: u64,
    seed: u64,
    threads: usize,
) -> PyResult<Answer> {
    run(py, threads, || {
        let question = SensitivityQuestion {
            sampling: Sampling { trials, seed },
            ..SensitivityQuestion::new(scenario.scenario.clone())
        };
        Ok::<_, outreach_io::Error>(Answer::new(question.run()?))
    })
}

#[pyfunction]
pub(crate) fn model(scenario: &Scenario) -> PyResult<Answer> {
    caught(|| ModelQuestion::new(scenario.scenario.clone()).run()).map(Answer::new)
}

#[pyfunction]
pub(crate) fn trace(scenario: &Scenario, seed: u64) -> PyResult<Answer> {
    caught(|| TraceQuestion { seed, ..TraceQuestion::new(scenario.scenario.clone()) }.run()).map(Answer::new)
}
