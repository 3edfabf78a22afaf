//! Contacts who were called before and not reached, and contacts of both kinds that depend on one uncertain rate.
//!
//! The bound on simulated distributions is that of `tail_bounds`, each passed by chance once in 250 million: 63 of them.

use outreach::{
    AttemptTable, Beta, Campaign, Kind, Parameter, Pmf, Probability, Progress, Rates, ReachByAttempt, Simulation,
    Strategy, Supply,
};
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
        let whole = Campaign::contacts(contacts.into())
            .max_attempts(most)
            .strategy(Strategy::cold())
            .rates(reached(first, ever))
            .build()
            .unwrap();
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
        let sum = Pmf::mixture(parts.iter().map(|(weight, distribution)| (*weight, distribution))).unwrap();
        assert!(gap(&sum, &whole.exact_yield().unwrap()) < 1e-12, "{first} {ever} {most}");
    }
}

#[test]
fn nobody_called_before_is_a_campaign_of_contacts_to_the_bit() {
    let rates = reached(0.08, 0.5);
    let called = Campaign::of_called(rates.clone(), [&[(0, 200), (0, 100)], &[(0, 4)]], 4).unwrap();
    let contacts =
        Campaign::contacts(304).max_attempts(4).strategy(Supply::Count(4).into()).rates(rates).build().unwrap();
    assert_eq!(called, contacts);
    let refused =
        |rates, behind, contacts, most| Campaign::of_called(rates, [&[(behind, contacts)], &[]], most).unwrap_err();
    assert!(refused(reached(0.08, 0.5), 1_001, 1, 1).to_string().contains("0 to 1,000"));
    assert!(refused(reached(0.08, 0.5), 1, 1, 0).to_string().contains("attempts per contact"));
    assert!(refused(reached(0.08, 0.5), 1, 0, 1).to_string().contains("contacts"));
    // Where everybody answers at once, nobody was called in vain.
    assert!(refused(Rates::documented(), 1, 1, 1).to_string().contains("cold.reach = 1"));
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
        // The plain ask after an incident follows it: then both kinds depend on it.
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
        let (distribution, moments) = (campaign.exact_yield().unwrap(), campaign.exact_moments().unwrap());
        assert!(
            (distribution.mean() - moments.mean).abs() < 1e-7 && (distribution.sd() - moments.sd()).abs() < 1e-6,
            "{index}"
        );
        let run = Simulation::new(&campaign).trials(20_000).seed(index).run().unwrap();
        let apart = run.against(&distribution).largest_cdf_gap();
        assert!(
            apart <= largest_cdf_gap(run.trials()),
            "{index}: {apart}, {:?} {}",
            run.meetings().mean(),
            distribution.mean()
        );
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
        let campaign = Campaign::contacts(contacts).max_attempts(3).rates(rates).build().unwrap();
        let (distribution, moments) = (campaign.exact_yield().unwrap(), campaign.exact_moments().unwrap());
        assert!((distribution.mean() - moments.mean).abs() < 1e-7 && (distribution.sd() - moments.sd()).abs() < 1e-6);
        let run = Simulation::new(&campaign).trials(50_000).run().unwrap();
        assert!(run.against(&distribution).largest_cdf_gap() <= largest_cdf_gap(run.trials()));
    }
}

/// What rounds have brought leaves the contacts who are still open, each with the attempts behind it.
#[test]
fn the_rest_of_a_list_is_that_of_its_open_contacts() {
    let rates = reached(0.08, 0.5).with(Parameter::WarmReach, Probability::new(0.3).unwrap());
    let plan = Campaign::contacts(320)
        .max_attempts(4)
        .strategy(Supply::Count(20).into())
        .rates(rates.clone())
        .build()
        .unwrap();
    let table = |at_risk: &[u64], reached: &[u64]| AttemptTable::new(at_risk.to_vec(), reached.to_vec()).unwrap();
    // The second round has begun: 100 of the 276 who are left of the cold ones were called again.
    let so_far = Progress::of_rounds([table(&[300, 100], &[24, 7]), table(&[15], &[5])], [3, 4]).unwrap();
    let rest = plan.after(so_far).unwrap();
    assert_eq!((rest.attempts(Kind::Cold), rest.attempts(Kind::Warm), rest.max_attempts()), (269, 15, 4));
    // By the attempts left: warm ones never called 4, called once 3; cold ones 3 and 2.
    let of = |groups: [&[(u32, u64)]; 2], left| {
        Campaign::of_called(rates.clone(), groups, left).unwrap().exact_yield().unwrap()
    };
    let parts =
        [of([&[], &[(0, 5)]], 4), of([&[], &[(1, 10)]], 3), of([&[(1, 176)], &[]], 3), of([&[(2, 93)], &[]], 2)];
    let whole = parts.into_iter().reduce(|sum, part| sum.convolve(&part)).unwrap();
    assert!(gap(&whole, &rest.exact_yield().unwrap()) < 1e-13);
    let run = Simulation::new(&rest).trials(50_000).run().unwrap();
    assert!(run.against(&whole).largest_cdf_gap() <= largest_cdf_gap(run.trials()));
    // No introduction is paid for twice: those of the five who were never called.
    let minutes = rest.exact_minutes().unwrap();
    assert!((run.minutes().value - minutes).abs() <= 5.2 * run.minutes().std_error, "{minutes} {:?}", run.minutes());
}

/// By a grid of the rates: each world counts as the likelihood of what came.
#[test]
fn what_rounds_have_brought_updates_the_rates() {
    let prior = [Beta::with_mean(0.1, 40.0).unwrap(), Beta::with_mean(0.2, 20.0).unwrap()];
    let rates = reached(0.1, 0.9).with(Parameter::ColdReach, prior[0]).with(Parameter::ColdMeeting, prior[1]);
    let plan = Campaign::contacts(100).max_attempts(3).strategy(Strategy::cold()).rates(rates).build().unwrap();
    let rounds = AttemptTable::new(vec![100, 85], vec![15, 14]).unwrap();
    let rest = plan.after(Progress::of_rounds([rounds, AttemptTable::default()], [12, 0]).unwrap()).unwrap();
    let run = Simulation::new(&rest).trials(40_000).run().unwrap();
    let nodes = 2_000;
    let at = |index: usize| (index as f64 + 0.5) / nodes as f64;
    let mean = |beta: Beta, likelihood: &dyn Fn(f64) -> f64, value: &dyn Fn(f64) -> f64| {
        let weight =
            |x: f64| ((beta.alpha() - 1.0) * x.ln() + (beta.beta() - 1.0) * (1.0 - x).ln() + likelihood(x)).exp();
        let sums = (0..nodes).map(at).map(|x| (weight(x), weight(x) * value(x)));
        let (all, sum) = sums.fold((0.0, 0.0), |(all, sum), (weight, part)| (all + weight, sum + part));
        sum / all
    };
    let curve = |r: f64| ReachByAttempt::new(Probability::new(r).unwrap(), Probability::new(0.9).unwrap());
    let of_reach = |r: f64| {
        let [first, second] = [1, 2].map(|attempt| curve(r).at(attempt));
        15.0 * first.ln() + 85.0 * (1.0 - first).ln() + 14.0 * second.ln() + 71.0 * (1.0 - second).ln()
    };
    let reach =
        mean(prior[0], &|r| if r < 0.9 { of_reach(r) } else { f64::NEG_INFINITY }, &|r| curve(r.min(0.9)).at(3));
    let meeting = mean(prior[1], &|m| 12.0 * m.ln() + 17.0 * (1.0 - m).ln(), &|m| m);
    let expected = 71.0 * reach * meeting;
    let found = run.meetings().mean();
    assert!((found.value - expected).abs() <= 5.2 * found.std_error, "{found:?} {expected}");
    // Without the update it would be far off.
    let unmoved = Campaign::of_called(plan.rates().clone(), [&[(2, 71)], &[]], 1).unwrap().exact_moments().unwrap();
    assert!((unmoved.mean - expected).abs() > 10.0 * found.std_error);
}

#[test]
fn rounds_that_no_list_has_are_refused() {
    let plan =
        Campaign::contacts(300).max_attempts(2).strategy(Strategy::cold()).rates(reached(0.08, 0.5)).build().unwrap();
    let table = |at_risk: &[u64], reached: &[u64]| AttemptTable::new(at_risk.to_vec(), reached.to_vec()).unwrap();
    let after = |table: AttemptTable, meetings| {
        plan.after(Progress::of_rounds([table, AttemptTable::default()], [meetings, 0])?)
    };
    assert!(
        after(table(&[300, 276], &[24, 20]), 2).unwrap_err().to_string().contains("fewer attempts than were planned")
    );
    assert!(after(table(&[301], &[24]), 2).unwrap_err().to_string().contains("300 planned ones"));
    assert!(after(table(&[100, 50, 20], &[24, 7, 1]), 2).unwrap_err().to_string().contains("up to 2 rounds"));
    assert!(after(table(&[100], &[24]), 25).unwrap_err().to_string().contains("24 conversations"));
    assert!(
        plan.after(Progress::new([100, 0], [2, 0]).unwrap())
            .unwrap_err()
            .to_string()
            .contains("what each round brought")
    );
    let calls = Campaign::new(reached(0.08, 0.5), Strategy::cold(), 300).unwrap();
    let rounds = Progress::of_rounds([table(&[100], &[24]), AttemptTable::default()], [2, 0]).unwrap();
    assert!(calls.after(rounds).unwrap_err().to_string().contains("nobody is called twice"));
}
