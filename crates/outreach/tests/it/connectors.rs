//! Campaigns whose recommendations come from a few connectors: against the reference values of docs/model.md § 6, against
//! exact rationals, and simulated.
//!
//! The bound on simulated distributions is that of `tail_bounds`: 20 of them.

use num_bigint::BigInt;
use num_rational::BigRational;
use outreach::{
    Attempt, AttemptTable, Beta, Campaign, Comparison, Effort, Error, Incident, Kind, Parameter, Planning, Pmf, Pool,
    Preset, Probability, Progress, Quantity, Rates, Reading, Response, Sensitivity, Simulation, Solve, Stop, Strategy,
    Supply, Target,
};

use crate::scenarios::documented_with;
use crate::tail_bounds::largest_cdf_gap;

fn correlated(correlation: f64) -> Rates {
    documented_with(&[(Parameter::ConnectorsCorrelation, correlation)])
}

fn warm(connectors: u32, correlation: f64, calls: u64) -> Campaign {
    Campaign::new(correlated(correlation), Strategy::warm(), calls).unwrap().with_connectors(connectors).unwrap()
}

/// 60 recommended calls by 8 connectors and 40 cold ones; one incident in ten, half of them with a disliked connector.
fn mixed_with_incidents() -> Campaign {
    let rates = documented_with(&[
        (Parameter::ConnectorsCorrelation, 0.15),
        (Parameter::IncidentRate, 0.1),
        (Parameter::IncidentDisliked, 0.5),
        (Parameter::IncidentReframe, 0.5),
    ]);
    let campaign = Campaign::new(rates.with_response(Response::Reframe), Supply::Count(60).into(), 100).unwrap();
    campaign.with_connectors(8).unwrap()
}

#[track_caller]
fn assert_distribution(campaign: &Campaign, mean: f64, sd: f64, quantiles: [usize; 5], at_least: (usize, f64)) {
    let yields = campaign.exact_yield().unwrap();
    assert!((yields.mean() - mean).abs() < 5e-7, "{}", yields.mean());
    assert!((yields.sd() - sd).abs() < 5e-7, "{}", yields.sd());
    assert_eq!([0.05, 0.25, 0.5, 0.75, 0.95].map(|q| yields.quantile(q)), quantiles);
    assert!((yields.at_least(at_least.0) - at_least.1).abs() < 5e-7, "{}", yields.at_least(at_least.0));
}

#[test]
fn the_table_of_connectors() {
    let mean = 89.466_667;
    for (connectors, correlation, sd, quantiles, at_least_85) in [
        (5, 0.0, 3.069_824, [84, 87, 90, 92, 94], 0.941_041),
        (5, 0.1, 5.154_137, [80, 86, 90, 93, 97], 0.835_399),
        (5, 0.3, 7.801_927, [75, 85, 91, 96, 99], 0.761_807),
        (20, 0.1, 3.610_058, [83, 87, 90, 92, 95], 0.908_743),
        (7, 0.1, 4.628_470, [81, 87, 90, 93, 96], 0.856_721),
        (1, 0.1, 9.936_751, [69, 85, 92, 97, 100], 0.757_925),
    ] {
        assert_distribution(&warm(connectors, correlation, 100), mean, sd, quantiles, (85, at_least_85));
    }
    let mixed = mixed_with_incidents();
    assert_distribution(&mixed, 56.0, 3.970_265, [49, 53, 56, 59, 62], (50, 0.941_852));
    assert!((mixed.correlation_of_meetings().unwrap() - 0.115_451).abs() < 5e-7);
    assert!((warm(5, 0.1, 100).correlation_of_meetings().unwrap() / 0.1 - 0.957).abs() < 5e-4);
}

/// E\[x^a·(1 − x)^b\] of a connector's own rate.
fn moment(mean: &BigRational, weight: &BigRational, a: u32, b: u32) -> BigRational {
    let one = || BigRational::from_integer(1.into());
    let (alpha, beta) = (mean * weight, (one() - mean) * weight);
    let rising = |from: &BigRational, n: u32| {
        (0..n).fold(one(), |product, i| product * (from + BigRational::from_integer(i.into())))
    };
    rising(&alpha, a) * rising(&beta, b) / rising(weight, a + b)
}

fn choose(n: u32, k: u32) -> BigRational {
    let product = (0..k).fold(BigInt::from(1), |product, i| product * (n - i) / (i + 1));
    BigRational::from_integer(product)
}

/// P(y meetings of n calls by one connector), everybody reached: of the ways that the calls may take, kept with and without
/// a meeting and lost with and without one.
fn of_one(n: u32, [kept, incident, lost, meeting, correlation]: &[BigRational; 5]) -> Vec<BigRational> {
    let one = BigRational::from_integer(1.into());
    let weight = &one / correlation - &one;
    let power = |base: &BigRational, n: u32| (0..n).fold(one.clone(), |product, _| product * base);
    let mut masses = vec![BigRational::from_integer(0.into()); n as usize + 1];
    for incidents in 0..=n {
        let of_incidents = choose(n, incidents) * moment(incident, &weight, incidents, n - incidents);
        for losses in 0..=incidents {
            let of_losses = choose(incidents, losses) * power(lost, losses) * power(&(&one - lost), incidents - losses);
            let stay = n - losses;
            for of_kept in 0..=stay {
                let here = choose(stay, of_kept) * moment(kept, &weight, of_kept, stay - of_kept);
                for of_lost in 0..=losses {
                    let there =
                        choose(losses, of_lost) * power(meeting, of_lost) * power(&(&one - meeting), losses - of_lost);
                    masses[(of_kept + of_lost) as usize] += &of_incidents * &of_losses * &here * there;
                }
            }
        }
    }
    masses
}

fn sum(one: &[BigRational], other: &[BigRational]) -> Vec<BigRational> {
    let mut masses = vec![BigRational::from_integer(0.into()); one.len() + other.len() - 1];
    for (i, a) in one.iter().enumerate() {
        for (j, b) in other.iter().enumerate() {
            masses[i + j] += a * b;
        }
    }
    masses
}

#[test]
fn the_distribution_is_that_of_exact_rationals() {
    for [kept, incident, disliked, recovery, plain, response, correlation] in [
        [0.9, 0.02, 0.0, 0.625, 0.1, 0.1, 0.1],
        [0.5, 0.3, 0.25, 0.25, 0.125, 0.75, 0.5],
        [0.75, 0.5, 0.5, 0.5, 0.25, 0.0, 0.96875],
        [1.0, 0.25, 0.0, 0.0, 0.5, 0.5, 0.25],
    ] {
        let rates = documented_with(&[
            (Parameter::WarmMeeting, kept),
            (Parameter::IncidentRate, incident),
            (Parameter::IncidentDisliked, disliked),
            (Parameter::IncidentRecovery, recovery),
            (Parameter::IncidentPlainAsk, plain),
            (Parameter::IncidentAsk, response),
            (Parameter::ConnectorsCorrelation, correlation),
        ]);
        let exact = |value: f64| BigRational::from_float(value).unwrap();
        let of_lost = exact(disliked) + (exact(1.0) - exact(disliked)) * (exact(1.0) - exact(recovery));
        let met = (exact(disliked) * exact(response)
            + (exact(1.0) - exact(disliked)) * (exact(1.0) - exact(recovery)) * exact(plain))
            / &of_lost;
        let numbers = [exact(kept), exact(incident), of_lost, met, exact(correlation)];
        // Eleven calls of three: four, four and three.
        let (four, three) = (of_one(4, &numbers), of_one(3, &numbers));
        let expected = sum(&sum(&four, &four), &three);
        let campaign = Campaign::new(rates, Strategy::warm(), 11).unwrap().with_connectors(3).unwrap();
        let yields = campaign.exact_yield().unwrap();
        for (k, mass) in expected.iter().enumerate() {
            let off = exact(yields.mass(k)) - mass;
            let off = if off < exact(0.0) { -off } else { off };
            assert!(off < exact(1e-14), "{k}: {} and {mass}", yields.mass(k));
        }
        let moments = campaign.exact_moments().unwrap();
        assert!((moments.mean - yields.mean()).abs() < 1e-12 && (moments.luck - yields.variance()).abs() < 1e-11);
    }
}

#[test]
fn the_correlation_leaves_the_mean_alone_and_its_moments_are_those_of_the_distribution() {
    for reading in Reading::ALL {
        for most in [1, 3] {
            for connectors in [1, 3, 7, 24] {
                let rates = |correlation| {
                    let rates = correlated(correlation)
                        .with(Parameter::WarmReach, Probability::new(0.4).unwrap())
                        .with(Parameter::WarmReachable, Probability::new(0.7).unwrap())
                        .with(Parameter::WarmShow, Probability::new(0.8).unwrap());
                    rates.with_reading(reading)
                };
                let campaign = |correlation| {
                    let contacts = Campaign::contacts(80)
                        .max_attempts(most)
                        .strategy(Supply::Count(50).into())
                        .rates(rates(correlation))
                        .build();
                    contacts.unwrap().with_connectors(connectors).unwrap()
                };
                let apart = campaign(0.0).exact_yield().unwrap();
                for correlation in [1e-12, 1e-6, 0.05, 0.3, 0.99, 1.0 - 1e-12] {
                    let campaign = campaign(correlation);
                    let (yields, moments) = (campaign.exact_yield().unwrap(), campaign.exact_moments().unwrap());
                    assert!((yields.mean() - apart.mean()).abs() < 1e-12 * apart.mean());
                    assert!((moments.mean - apart.mean()).abs() < 1e-12 * apart.mean());
                    assert!((moments.luck - yields.variance()).abs() < 1e-9 * yields.variance());
                    assert!(yields.variance() > apart.variance() * (1.0 - 1e-9));
                }
            }
        }
    }
}

#[track_caller]
fn assert_simulated(campaign: &Campaign, exact: &Pmf, seed: u64) {
    let run = Simulation::new(campaign).trials(40_000).seed(seed).run().unwrap();
    let gap = run.against(exact).largest_cdf_gap();
    assert!(gap < largest_cdf_gap(40_000), "{gap}");
    // One connector more or less, or another correlation, is seen.
    let other = campaign.with_rates(campaign.rates().clone().with(Parameter::ConnectorsCorrelation, Probability::ZERO));
    let other = other.unwrap().exact_yield().unwrap();
    assert!(run.against(&other).largest_cdf_gap() > largest_cdf_gap(40_000));
}

#[test]
fn simulated_campaigns_agree_with_their_distributions() {
    for (seed, campaign) in (1..).zip([warm(5, 0.1, 100), warm(7, 0.3, 100), mixed_with_incidents()]) {
        assert_simulated(&campaign, &campaign.exact_yield().unwrap(), seed);
        let hours = campaign.clone().until(Stop::hours(30.0)).unwrap();
        assert_simulated(&hours, &hours.exact_yield().unwrap(), seed);
        let meetings = campaign.until(Stop::Meetings(50)).unwrap();
        let run = Simulation::new(&meetings).trials(40_000).seed(seed).run().unwrap();
        let exact = meetings.exact_yield().unwrap();
        assert!(run.against(&exact).largest_cdf_gap() < largest_cdf_gap(40_000));
    }
    let rates = correlated(0.4)
        .with(Parameter::WarmReach, Probability::new(0.4).unwrap())
        .with(Parameter::WarmReachable, Probability::new(0.7).unwrap());
    let contacts = Campaign::contacts(60)
        .max_attempts(3)
        .strategy(Strategy::warm())
        .rates(rates)
        .build()
        .unwrap()
        .with_connectors(4)
        .unwrap();
    assert_simulated(&contacts, &contacts.exact_yield().unwrap(), 9);
}

/// Many calls of each, for which a rate is drawn, and few, for which a node is; more than are played at once; stops before the
/// last connector has a call.
#[test]
fn simulated_connectors_agree_however_many_calls_each_has() {
    for (seed, campaign) in (20..).zip([warm(1, 0.1, 257), warm(300, 0.5, 601), warm(20, 0.05, 12_000)]) {
        assert_simulated(&campaign, &campaign.exact_yield().unwrap(), seed);
    }
    let shared = Campaign::new(correlated(0.4), Strategy::mixed(), 3_000).unwrap().with_connectors(40).unwrap();
    let hours = shared.until(Stop::hours(25.0)).unwrap();
    let run = Simulation::new(&hours).trials(40_000).seed(23).run().unwrap();
    assert!(run.against(&hours.exact_yield().unwrap()).largest_cdf_gap() < largest_cdf_gap(40_000));
}

#[test]
fn uncertain_rates_leave_mean_and_deviation_exact() {
    let rates = correlated(0.2).with(Parameter::WarmMeeting, Beta::new(18.0, 2.0).unwrap());
    let rates = rates.with(Parameter::ConnectorsCorrelation, Beta::new(2.0, 8.0).unwrap());
    let campaign = Campaign::new(rates, Strategy::warm(), 60).unwrap().with_connectors(6).unwrap();
    assert!(matches!(campaign.exact_yield(), Err(Error::NoExactDistribution { .. })));
    let run = Simulation::new(&campaign).trials(40_000).seed(3).run().unwrap();
    let moments = campaign.exact_moments().unwrap();
    let mean = run.meetings().mean();
    assert!((mean.value - moments.mean).abs() < 6.0 * mean.std_error);
    let sd = run.meetings().sd();
    assert!((sd.value - moments.sd()).abs() < 6.0 * sd.std_error, "{sd} and {}", moments.sd());
}

/// A connector for each call is what was there before: the same bits.
#[test]
fn connectors_that_make_no_difference_change_no_bit() {
    let plain = Campaign::new(Rates::documented(), Strategy::mixed(), 100).unwrap();
    let same = [
        warm(5, 0.0, 100).with_rates(Rates::documented()).unwrap(),
        Campaign::new(correlated(0.3), Strategy::mixed(), 100).unwrap().with_connectors(50).unwrap(),
        Campaign::new(correlated(0.3), Strategy::mixed(), 100).unwrap(),
    ];
    let of = |campaign: &Campaign| Simulation::new(campaign).trials(5_000).run().unwrap().meetings().clone();
    for campaign in &same[1..] {
        assert_eq!(of(campaign), of(&plain));
        assert_eq!(campaign.exact_yield().unwrap(), plain.exact_yield().unwrap());
        assert_eq!(campaign.connectors(), None);
    }
    assert_eq!(same[0].connectors(), None);
}

/// Everything that makes another campaign of one keeps its connectors.
#[test]
fn connectors_survive_whatever_is_made_of_their_campaign() {
    let campaign = warm(5, 0.3, 100).with_effort(Effort { introduction: 0.0, ..Effort::default() }).unwrap();
    let sd = |campaign: &Campaign| campaign.exact_moments().unwrap().sd();
    let other_rates = campaign.with_rates(correlated(0.2)).unwrap();
    assert_eq!(other_rates.connectors().unwrap().count, 5);
    assert_eq!(campaign.with_preset(Preset::Published).unwrap().connectors().unwrap().count, 5);
    assert_eq!(campaign.clone().named("mine".into()).connectors(), campaign.connectors());
    let rest = campaign.after(Progress::new([0, 40], [0, 30]).unwrap()).unwrap();
    assert_eq!(rest.connectors(), campaign.connectors());
    assert!((sd(&rest) - sd(&warm(5, 0.3, 60))).abs() < 1e-12);
    // At equal hours, and the contacts that take as many attempts.
    let compared = Comparison::between(&campaign, &warm(20, 0.3, 100)).trials(2_000).run().unwrap();
    for (run, count) in compared.equal_hours().unwrap().runs().iter().zip([5, 20]) {
        assert_eq!(run.campaign().connectors().unwrap().count, count);
    }
    let rates = correlated(0.3).with(Parameter::WarmReach, Probability::new(0.5).unwrap());
    let contacts = Campaign::contacts(100)
        .max_attempts(3)
        .strategy(Strategy::warm())
        .rates(rates)
        .build()
        .unwrap()
        .with_connectors(5)
        .unwrap();
    assert_eq!(contacts.of_as_many_attempts(100).unwrap().connectors().unwrap().count, 5);
    let compared = Comparison::of([&contacts, &contacts]).trials(100).hours(20.0).run().unwrap();
    assert!(compared.equal_hours().unwrap().runs().iter().all(|run| run.campaign().connectors().is_some()));
    let rest = contacts.after(
        Progress::of_rounds([AttemptTable::default(), AttemptTable::new(vec![100], vec![45]).unwrap()], [0, 40])
            .unwrap(),
    );
    assert_eq!(rest.unwrap().connectors(), campaign.connectors());
    // The plan knows them: more calls are needed for the same confidence.
    let smallest = |campaign: &Campaign, solve| {
        let planning = Planning::of(campaign, Target::meetings(30).with_confidence(0.9)).solve(solve).trials(4_000);
        planning.run().unwrap().smallest().unwrap()
    };
    for solve in [Solve::Attempts, Solve::Hours, Solve::Referrals] {
        let apart = smallest(&warm(5, 0.0, 100), solve);
        assert!(smallest(&warm(5, 0.3, 100), solve) > apart, "{}", solve.key());
    }
    assert!(
        smallest(&contacts, Solve::Contacts)
            > smallest(
                &contacts
                    .with_rates(contacts.rates().clone().with(Parameter::ConnectorsCorrelation, Probability::ZERO))
                    .unwrap(),
                Solve::Contacts
            )
    );
    // So does what moves a rate or a number.
    let found = Sensitivity::of(&campaign.clone().until(Stop::hours(20.0)).unwrap()).run().unwrap();
    assert!(found.bars().iter().any(|bar| bar.parameter == Parameter::ConnectorsCorrelation));
}

#[test]
fn every_warm_call_is_told_with_its_connector() {
    let campaign = Campaign::new(correlated(0.2), Supply::Count(7).into(), 12).unwrap().with_connectors(3).unwrap();
    let told: Vec<_> =
        Simulation::new(&campaign).first_trial().iter().map(|call| (call.kind, call.connector)).collect();
    let expected = [1, 2, 3, 1, 2, 3, 1].map(|connector| (Kind::Warm, Some(connector)));
    assert_eq!(told[..7], expected);
    assert!(told[7..].iter().all(|call| *call == (Kind::Cold, None)));
}

#[test]
fn the_first_trial_with_connectors_is_told_as_it_is_counted() {
    let rates = correlated(0.4).with(Parameter::WarmReach, Probability::new(0.4).unwrap());
    let contacts =
        Campaign::contacts(60).max_attempts(3).strategy(Strategy::mixed()).rates(rates).connectors(4).build().unwrap();
    let mixed = mixed_with_incidents();
    let stopped = mixed.clone().until(Stop::hours(20.0)).unwrap();
    for (campaign, rounds) in [(mixed.clone(), 1), (contacts, 3), (stopped, 1)] {
        for seed in 1..4 {
            let simulation = Simulation::new(&campaign).trials(1).seed(seed);
            let (run, told) = (simulation.run().unwrap(), simulation.first_trial());
            let counted = |picks: fn(&Attempt) -> bool| told.iter().filter(|attempt| picks(attempt)).count() as f64;
            for (quantity, picks) in [
                (Quantity::WarmAttempts, (|attempt| attempt.kind == Kind::Warm) as fn(&Attempt) -> bool),
                (Quantity::Attempts, |_| true),
                (Quantity::Incidents, |attempt| attempt.path.incident != Incident::None),
                (Quantity::Meetings, |attempt| attempt.path.held()),
            ] {
                assert_eq!(counted(picks), run.mean(quantity).value, "{quantity:?} of {rounds} rounds, seed {seed}");
            }
            let count = campaign.connectors().unwrap().count;
            let warm = told.iter().filter(|attempt| attempt.kind == Kind::Warm);
            for (place, attempt) in (0..).zip(warm) {
                let dealt = if rounds > 1 { attempt.contact - 1 } else { place };
                assert_eq!(attempt.connector, Some(dealt % count + 1));
            }
        }
    }
}

#[test]
fn connectors_that_cannot_be_are_refused_by_name() {
    let message = |rates: Rates, strategy: Strategy, count| {
        Campaign::new(rates, strategy, 100).unwrap().with_connectors(count).unwrap_err().to_string()
    };
    let none = message(correlated(0.1), Strategy::warm(), 0);
    assert_eq!(none, "connectors.count = 0 is not a number of connectors (1 or more)");
    let all = message(correlated(1.0), Strategy::warm(), 5);
    assert_eq!(all, "connectors.correlation = 1 is not a correlation (0 or more, and below 1)");
    let pool = message(correlated(0.1), Strategy::snowball(Pool::default()), 5);
    assert!(pool.contains("connectors.count = 5") && pool.contains("pool of referrals"), "{pool}");
    // With a correlation of 0 they say nothing of the pool.
    let snowball = Campaign::new(Rates::documented(), Strategy::snowball(Pool::default()), 100).unwrap();
    assert_eq!(snowball.with_connectors(5).unwrap().connectors(), None);
}

#[test]
fn more_calls_of_one_connector_than_are_worth_it_have_no_exact_distribution() {
    let begun = warm(1, 0.1, 1_000).exact_yield().unwrap();
    assert!((begun.mean() - 894.666_666_666_7).abs() < 1e-6);
    let reason = warm(1, 0.1, 1_001).exact_yield().unwrap_err().to_string();
    assert!(reason.contains("1000 calls by one connector"), "{reason}");
    assert!((warm(1, 0.1, 1_001).exact_moments().unwrap().sd() / begun.sd() - 1.0).abs() < 2e-3);
}
