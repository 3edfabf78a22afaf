//! Contacts who were called before and not reached, and contacts of both kinds that hang on one uncertain rate.
//!
//! The bound on simulated distributions is that of `tail_bounds`, each passed by chance once in 250 million: 63 of them.

use outreach::{AttemptTable, Beta, Campaign, Kind, Parameter, Pmf, Probability, Rates, Simulation, Strategy, Supply};
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

use crate::scenarios::documented_with;
use crate::tail_bounds::largest_cdf_gap;

fn reached(first: f64, ever: f64) -> Rates {
    documented_with(&[(Parameter::ColdReach, first), (Parameter::ColdReachable, ever)])
}

fn gap(one: &Pmf, other: &Pmf) -> f64 {
    let ends = 0..=one.end().max(other.end());
    ends.map(|k| (one.at_most(k) - other.at_most(k)).abs()).fold(0.0, f64::max)
}

/// What a first round leaves open, called further, is the campaign as a whole: over all that the first round may bring.
#[test]
fn the_rest_after_each_outcome_of_the_first_round_adds_up_to_the_whole() {
    for (first, ever, most) in [(0.08, 0.5, 4), (0.3, 0.3, 3), (0.3, 1.0, 2), (0.02, 0.9, 6)] {
        let contacts = 25_u32;
        let whole = Campaign::of_contacts(reached(first, ever), Strategy::cold(), contacts.into(), most).unwrap();
        let round = Pmf::binomial(contacts, Probability::new(first).unwrap());
        let parts: Vec<_> = (0..=contacts)
            .map(|closed| {
                let meetings = Pmf::binomial(closed, Probability::new(0.1).unwrap());
                let open = u64::from(contacts - closed);
                let rest = if open == 0 {
                    Pmf::point(0)
                } else {
                    Campaign::of_called(reached(first, ever), [&[(1, open)], &[]], most - 1)
                        .unwrap()
                        .exact_yield()
                        .unwrap()
                };
                (round.mass(closed as usize), meetings.convolve(&rest))
            })
            .collect();
        let sum = Pmf::mixture(parts.iter().map(|(weight, law)| (*weight, law))).unwrap();
        assert!(gap(&sum, &whole.exact_yield().unwrap()) < 1e-12, "{first} {ever} {most}");
    }
}

#[test]
fn nobody_called_before_is_a_campaign_of_contacts_to_the_bit() {
    let rates = reached(0.08, 0.5);
    let called = Campaign::of_called(rates.clone(), [&[(0, 200), (0, 100)], &[(0, 4)]], 4).unwrap();
    let contacts = Campaign::of_contacts(rates, Supply::Count(4).into(), 304, 4).unwrap();
    assert_eq!(called, contacts);
    assert!(Campaign::of_called(Rates::documented(), [&[(1_001, 1)], &[]], 1).is_err());
    assert!(Campaign::of_called(Rates::documented(), [&[(1, 1)], &[]], 0).is_err());
    assert!(Campaign::of_called(Rates::documented(), [&[(1, 0)], &[]], 1).is_err());
}

#[test]
fn whoever_was_called_more_often_is_worth_less() {
    let mean = |behind: u32| {
        Campaign::of_called(reached(0.1, 0.4), [&[(behind, 100)], &[]], 1).unwrap().exact_yield().unwrap().mean()
    };
    let means: Vec<_> = (0..8).map(mean).collect();
    assert!(means.windows(2).all(|pair| pair[1] < pair[0]), "{means:?}");
}

/// Contacts of both kinds with attempts behind some of them; rates known or not, with a table or without.
fn random(rng: &mut Xoshiro256PlusPlus) -> Campaign {
    let mut rates = Rates::documented();
    let beta =
        |rng: &mut Xoshiro256PlusPlus, mean: f64| Beta::with_mean(mean, 20.0 + 200.0 * rng.random::<f64>()).unwrap();
    for kind in [Parameter::ColdReach, Parameter::WarmReach] {
        let mean = 0.05 + 0.2 * rng.random::<f64>();
        rates = match rng.random_range(0..3) {
            0 => rates.with(kind, Probability::new(mean).unwrap()),
            _ => rates.with(kind, beta(rng, mean)),
        };
    }
    rates = rates.with(Parameter::ColdReachable, Probability::new(0.8 + 0.2 * rng.random::<f64>()).unwrap());
    if rng.random_ratio(1, 2) {
        let table = AttemptTable::new(vec![400, 368, 341], vec![32, 27, 23]).unwrap();
        rates = rates.with_attempts(if rng.random() { Kind::Cold } else { Kind::Warm }, table);
    }
    if rng.random() {
        // The plain ask after an incident follows it: then both kinds hang on it.
        rates = rates.with(Parameter::ColdMeeting, beta(rng, 0.2));
    }
    if rng.random() {
        rates = rates.with(Parameter::IncidentRate, Probability::new(0.2).unwrap());
    }
    let [cold, warm] = [0, 0].map(|_: u32| {
        let group = |rng: &mut Xoshiro256PlusPlus| (rng.random_range(0..5), rng.random_range(1..40));
        [group(rng), group(rng)]
    });
    Campaign::of_called(rates, [&cold, &warm], rng.random_range(1..4)).unwrap()
}

#[test]
fn simulated_contacts_with_attempts_behind_them_agree_with_their_exact_distribution() {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(12);
    for index in 0..60 {
        let campaign = random(&mut rng);
        let (law, moments) = (campaign.exact_yield().unwrap(), campaign.exact_moments().unwrap());
        assert!((law.mean() - moments.mean).abs() < 1e-7 && (law.sd() - moments.sd()).abs() < 1e-6, "{index}");
        let run = Simulation::new(&campaign).trials(20_000).seed(index).run().unwrap();
        let apart = run.against(&law).largest_cdf_gap();
        assert!(apart <= largest_cdf_gap(run.trials()), "{index}: {apart}, {:?} {}", run.meetings().mean(), law.mean());
    }
}

/// Published figures have one reach for both kinds; documented ones a plain ask that follows the cold meeting.
#[test]
fn contacts_of_both_kinds_that_share_an_uncertain_rate_have_an_exact_distribution() {
    let beta = |low, high| Beta::from_range(low, high).unwrap();
    let plain = Rates::documented().with(Parameter::ColdMeeting, beta(0.05, 0.2));
    let published = Rates::published();
    let known = [Parameter::WarmMeeting, Parameter::IncidentRate, Parameter::IncidentRecovery, Parameter::ColdMeeting];
    let shared = known.into_iter().fold(published.clone(), |rates, rate| {
        rates.with(rate, Probability::new(published.rate(rate).mean()).unwrap())
    });
    for (rates, contacts) in [(plain, 200), (shared.clone(), 60), (shared, 300)] {
        let campaign = Campaign::of_contacts(rates, Strategy::mixed(), contacts, 3).unwrap();
        let (law, moments) = (campaign.exact_yield().unwrap(), campaign.exact_moments().unwrap());
        assert!((law.mean() - moments.mean).abs() < 1e-7 && (law.sd() - moments.sd()).abs() < 1e-6);
        let run = Simulation::new(&campaign).trials(50_000).run().unwrap();
        assert!(run.against(&law).largest_cdf_gap() <= largest_cdf_gap(run.trials()));
    }
}
