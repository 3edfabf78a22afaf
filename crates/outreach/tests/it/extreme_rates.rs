//! Rates known to nothing or to nine digits, through everything that draws them: it ends, and says what is possible.

use outreach::{
    Beta, Campaign, Comparison, Error, Parameter, Planning, Pool, Progress, Rate, Rates, Reading, Sensitivity,
    Simulation, Strategy, Target,
};

/// Some of them made the simulation stop, never end or, under reading `overall`, tell something else.
const RATES: [(f64, f64); 7] =
    [(300.0, 2_700.0), (2_700.0, 300.0), (50.737, 449.854), (1e-3, 1e-3), (1e-3, 1e9), (1e9, 1e-3), (1e9, 1e9)];

const CALLS: u32 = 30;
const TRIALS: u64 = 5_000;

/// Every rate that calls meet is such a one, and apart from the others.
fn campaign(beta: Beta, reading: Reading, strategy: Strategy) -> Campaign {
    let rates = Parameter::of_calls().fold(Rates::documented(), |rates, parameter| rates.with(parameter, beta));
    Campaign::new(rates.with_reading(reading), strategy, CALLS.into()).unwrap()
}

fn strategies() -> [Strategy; 5] {
    let pool = Strategy::snowball(Pool { decay: 0.9, ..Pool::default() });
    [Strategy::cold(), Strategy::mixed(), Strategy::referral_heavy(), Strategy::warm(), pool]
}

fn campaigns() -> impl Iterator<Item = Campaign> {
    RATES.into_iter().flat_map(|(alpha, beta)| {
        let beta = Beta::new(alpha, beta).unwrap();
        let of = move |reading| strategies().map(|strategy| campaign(beta, reading, strategy));
        [Reading::WithoutIncident, Reading::Overall].into_iter().flat_map(of)
    })
}

#[test]
fn draws_that_were_no_numbers_broke_simulations() {
    for campaign in campaigns() {
        let what = format!("{}, {:?}", campaign.rates().rate(Parameter::ColdMeeting), campaign.strategy());
        let run = Simulation::new(&campaign).trials(TRIALS).seed(1).run().unwrap();
        let mean = run.meetings().mean().value;
        assert!((0.0..=f64::from(CALLS)).contains(&mean), "{what}: {mean}");
        if let Ok(moments) = campaign.exact_moments() {
            // Chebyshev's inequality, as such yields are far from normal: each of the 35 checks fails once in 10^4 at most.
            let far = 100.0 * moments.sd() / (TRIALS as f64).sqrt();
            assert!((mean - moments.mean).abs() <= far + 1e-12, "{what}: {mean}, not {}", moments.mean);
        }
        if let Some(snowball) = campaign.snowball(500, 1) {
            assert!((0.0..=1.0).contains(&snowball.extinction.value), "{what}");
            assert!(snowball.reproduction.iter().all(|mean| mean.value.is_finite()), "{what}");
        }
    }
}

#[test]
fn what_rests_on_draws_ends_whatever_the_rates_are() {
    for campaign in campaigns() {
        let target = Target::meetings(2);
        let plan = Planning::of(&campaign, target).most(100).trials(200).run().unwrap();
        assert!(plan.smallest().is_none_or(|smallest| smallest >= 2));
        let found = Sensitivity::of(&campaign).trials(200).run().unwrap();
        assert!(found.base().value.is_finite() && found.bars().iter().all(|bar| bar.span().is_finite()));
        let cold = Campaign::new(campaign.rates().clone(), Strategy::cold(), CALLS.into()).unwrap();
        let compared = Comparison::between(&campaign, &cold).trials(200).run().unwrap();
        assert!(compared.pairs()[0].a_wins().value.is_finite());
        if campaign.is_planned() {
            let made =
                Progress::new([campaign.cold_attempts().min(3), campaign.warm_attempts().min(3)], [0, 0]).unwrap();
            match campaign.after(made) {
                Ok(rest) => assert_eq!(Simulation::new(&rest).trials(200).run().unwrap().trials(), 200),
                Err(error) => assert!(matches!(error, Error::Rejected { .. } | Error::Unlikely { .. }), "{error}"),
            }
        }
    }
}

#[test]
fn a_small_parameter_lost_its_digits_beside_many_calls() {
    let rates = Rates::documented().with(Parameter::ColdMeeting, Beta::new(1e-3, 1e-3).unwrap());
    let distribution = Campaign::new(rates, Strategy::cold(), 1_000_000).unwrap().exact_yield().unwrap();
    assert!((distribution.mean() - 500_000.0).abs() < 1e-6, "{}", distribution.mean());
    assert_eq!(distribution.quantile(0.5), 500_000);
}

#[test]
fn chains_whose_standing_hardly_decays_took_for_ever() {
    let extinction = |decay, worlds| {
        let warm = if worlds > 0 { Beta::new(9.0, 1.0).unwrap().into() } else { Rate::fixed(0.9).unwrap() };
        let cold = Rate::fixed(0.6).unwrap();
        let rates = Rates::documented().with(Parameter::WarmMeeting, warm).with(Parameter::ColdMeeting, cold);
        let pool = Strategy::snowball(Pool { decay, ..Pool::default() });
        Campaign::new(rates, pool, 100).unwrap().snowball(worlds, 1).unwrap().extinction.value
    };
    for decay in [1.0 - 1e-6, 1.0 - 1e-9, 1.0 - 1e-15] {
        for worlds in [0, 1_000] {
            let [slowly, never] = [extinction(decay, worlds), extinction(1.0, worlds)];
            assert!((slowly / never - 1.0).abs() < 100.0 * (1.0 - decay) + 1e-11, "{decay}: {slowly}, {never}");
        }
    }
    // All generations, one after the other, as far as numbers tell them apart: 256 of them are too few for this decay.
    let (mut q, mut left, mut standings) = (0.0, 1.0, Vec::new());
    while left > 1e-17 {
        standings.push(left);
        left *= 0.97;
    }
    let held = |left: f64| left * (0.9 * (1.0 - 0.02 / 3.0) + 0.6 * 0.02 / 3.0) + (1.0 - left) * 0.6;
    (0..10_000).for_each(|_| q = 1.0 - held(0.0) + held(0.0) * f64::exp(2.0 * (q - 1.0)));
    standings.iter().rev().for_each(|&left| q = 1.0 - held(left) + held(left) * f64::exp(2.0 * (q - 1.0)));
    assert!((extinction(0.97, 0) / q.powi(5) - 1.0).abs() < 1e-11, "{}", q.powi(5));
}
