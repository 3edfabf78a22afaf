//! The verbs that ask for campaigns.

use outreach::{Comparison, Planning, Sensitivity, Simulation, Strategy, Target};
use outreach_io::{Duels, Model, Planned, Sampling, Surprise, Tornado, Trace, Yield};
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
    trials: u64,
    seed: u64,
    threads: usize,
) -> PyResult<(Answer, Option<String>)> {
    run(py, threads, || {
        let campaign = scenario.scenario.campaign_or(Strategy::cold())?;
        let target = Target::meetings(meetings).with_confidence(confidence);
        let solve = solve.parse()?;
        let max = max.min(scenario.scenario.most(solve));
        let planning = Planning::of(&campaign, target).solve(solve).most(max).trials(trials).seed(seed);
        let plan = planning.run()?;
        let answer = Planned::new(&campaign, target, solve, max, plan, Sampling { trials, seed });
        let unreachable = plan.smallest().is_none().then(|| answer.unreachable());
        Ok::<_, outreach_io::Error>((Answer::new(answer.with_curve(&planning)?), unreachable))
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
        let campaign = scenario.scenario.campaign_or(Strategy::mixed())?;
        let found = Sensitivity::of(&campaign).trials(trials).seed(seed).run()?;
        Ok::<_, outreach_io::Error>(Answer::new(Tornado::new(&campaign, found, Sampling { trials, seed })))
    })
}

#[pyfunction]
pub(crate) fn model(scenario: &Scenario) -> PyResult<Answer> {
    caught(|| Model::new(scenario.scenario.rates())).map(Answer::new)
}

#[pyfunction]
pub(crate) fn trace(scenario: &Scenario, seed: u64) -> PyResult<Answer> {
    caught(|| {
        let campaign = scenario.scenario.campaign_or(Strategy::mixed())?;
        let calls = Simulation::new(&campaign).seed(seed).first_trial();
        Ok::<_, outreach::Error>(Answer::new(Trace::new(&campaign, seed, calls)))
    })
}
