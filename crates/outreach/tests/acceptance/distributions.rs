//! Whole distributions: yields of every kind of campaign against references.

use outreach::{
    Beta, Campaign, Parameter, Pmf, Probability, Rates, Response, Simulation, SimulationResult, Stop, Strategy, Supply,
};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use crate::reference::{and_then, beta_binomial, binomial, cold, gap, massart, warm};
use crate::{Check, LAWS, judge};

const TRIALS: u64 = 1_000_000;

const RESPONSES: [Response; 4] = [Response::Disagree, Response::Agree, Response::Ask, Response::Reframe];

fn known(rates: Rates, parameter: Parameter, value: f64) -> Rates {
    rates.with(parameter, Probability::new(value).unwrap())
}

/// Rates whose branches are all taken, drawn from 5 % to 95 %.
pub(crate) fn any_rates(seed: u64) -> Rates {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let rates = Parameter::of_calls().fold(Rates::documented(), |rates, parameter| {
        let value = 0.05 + 0.9 * rng.random::<f64>();
        known(rates, parameter, value)
    });
    rates.with_response(RESPONSES[seed as usize % RESPONSES.len()])
}

fn run(campaign: &Campaign, seed: u64) -> SimulationResult {
    Simulation::new(campaign).trials(TRIALS).seed(seed).run().unwrap()
}

/// The simulation against the reference, and the exact distribution too: that leaves nothing to chance.
fn check(what: String, campaign: &Campaign, seed: u64, distribution: &[f64]) -> Check {
    let exact: Pmf = campaign.exact_yield().unwrap();
    let off = distribution.iter().enumerate().map(|(count, mass)| (exact.mass(count) - mass).abs()).fold(0.0, f64::max);
    assert!(off < 1e-12, "{what}: the exact distribution is off by {off:e}");
    let run = run(campaign, seed);
    Check { bound: massart(run.trials(), gap(run.meetings(), distribution)), what }
}

/// A campaign of warm and cold calls with known rates.
fn of_calls(rates: &Rates, warm_calls: u32, cold_calls: u32, seed: u64) -> Check {
    let strategy = Strategy::new("reference", Supply::Count(warm_calls));
    let campaign = Campaign::new(rates.clone(), strategy, u64::from(warm_calls + cold_calls)).unwrap();
    let of_warm = binomial(warm_calls as usize, warm(rates).held());
    let distribution = and_then(of_warm, cold_calls as usize, cold(rates).held());
    check(format!("{warm_calls} warm and {cold_calls} cold calls, seed {seed}"), &campaign, seed, &distribution)
}

/// A beta rate of cold meetings.
fn of_beta(alpha: f64, beta: f64, calls: u32, seed: u64) -> Check {
    let rates = Rates::documented().with(Parameter::ColdMeeting, Beta::new(alpha, beta).unwrap());
    let campaign = Campaign::new(rates, Strategy::cold(), calls.into()).unwrap();
    let distribution = beta_binomial(calls as usize, alpha, beta);
    check(format!("{calls} calls at beta({alpha}, {beta})"), &campaign, seed, &distribution)
}

/// How many cold calls the k-th meeting takes: fewer than n + 1 if n calls bring k.
fn of_attempts(k: u32, p: f64, seed: u64) -> Check {
    const CALLS: u32 = 60;
    let campaign = Campaign::new(known(Rates::documented(), Parameter::ColdMeeting, p), Strategy::cold(), CALLS.into());
    let campaign = campaign.unwrap().until(Stop::Meetings(k)).unwrap();
    let done = |calls: u32| binomial(calls as usize, p).iter().skip(k as usize).sum::<f64>();
    let distribution: Vec<_> = (0..=CALLS)
        .map(|calls| {
            let before = if calls == 0 { 0.0 } else { done(calls - 1) };
            if calls == CALLS { 1.0 - before } else { done(calls) - before }
        })
        .collect();
    let run = run(&campaign, seed);
    Check {
        bound: massart(run.trials(), gap(run.attempts(), &distribution)),
        what: format!("attempts until {k} meetings at {p}"),
    }
}

#[test]
fn yields_have_the_distributions_of_the_model() {
    let calls = [
        (0, 1),
        (1, 0),
        (0, 10),
        (10, 0),
        (1, 9),
        (0, 64),
        (64, 0),
        (32, 33),
        (0, 100),
        (100, 0),
        (50, 50),
        (80, 20),
        (0, 300),
        (300, 0),
        (150, 150),
    ];
    let documented = calls.iter().map(|&(warm, cold)| of_calls(&Rates::documented(), warm, cold, 1));
    let other_seeds = (100..110).map(|seed| of_calls(&Rates::documented(), 5, 5, seed));
    let any = (0..40).map(|seed| {
        let calls = [(20, 0), (0, 20), (10, 10), (3, 30)][seed as usize / 4 % 4];
        of_calls(&any_rates(seed), calls.0, calls.1, seed)
    });
    let betas =
        [(0.5, 0.5), (0.3, 2.0), (1.0, 1.0), (1.0, 9.0), (2.0, 18.0), (5.0, 5.0), (20.0, 180.0), (400.0, 100.0)];
    let betas = betas.iter().flat_map(|&(alpha, beta)| [1, 50].map(|calls| of_beta(alpha, beta, calls, 3)));
    let attempts = [(1, 0.5), (1, 0.1), (3, 0.1), (6, 0.1), (10, 0.3)].map(|(k, p)| of_attempts(k, p, 4));
    let checks: Vec<_> = documented.chain(other_seeds).chain(any).chain(betas).chain(attempts).collect();
    judge("distributions", LAWS, &checks);
}
