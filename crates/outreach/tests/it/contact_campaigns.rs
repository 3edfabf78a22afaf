//! Campaigns of contacts who are called several times: the reference values of docs/model.md, and simulation against the
//! exact distribution on random settings.
//!
//! The bounds and their rate of false alarms are those of `tail_bounds`: 250 runs with one bound on the yield, and bounds in
//! standard errors on means of rounds, each beyond which one mean in 5 million lies (5.1 standard errors), 3,000 in all: one
//! false alarm in 1,600 choices of seeds.

use outreach::{
    AttemptTable, Beta, Campaign, Effort, Estimate, Kind, Parameter, Probability, Quantity, Rate, Rates,
    ReachByAttempt, Reading, Simulation, Stop, Strategy, Supply,
};
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

use crate::scenarios::documented_with;
use crate::tail_bounds::largest_cdf_gap;

fn near(value: f64, expected: f64) -> bool {
    (value - expected).abs() <= 0.500_01e-6
}

fn cold(reachable: f64, max_attempts: u32) -> Campaign {
    let rates = documented_with(&[(Parameter::ColdReach, 0.08), (Parameter::ColdReachable, reachable)]);
    Campaign::contacts(300).max_attempts(max_attempts).strategy(Strategy::cold()).rates(rates).build().unwrap()
}

#[test]
fn the_reference_table_of_cold_contacts() {
    for (reachable, most, [mean, sd], quantiles, [attempts, attempts_sd], reached) in [
        (1.0, 1, [2.4, 1.542_984], [0, 1, 2, 3, 5], [300.0, 0.0], 0.08),
        (1.0, 4, [8.508_211, 2.875_224], [4, 6, 8, 10, 13], [1_063.526_4, 16.203_398], 0.283_607),
        (0.5, 2, [4.416, 2.085_904], [1, 3, 4, 6, 8], [576.0, 4.698_936], 0.1472),
        (0.5, 4, [7.531_930, 2.709_766], [3, 6, 7, 9, 12], [1_070.745_6, 16.058_811], 0.251_064),
        (0.5, 6, [9.730_530, 3.068_374], [5, 8, 10, 12, 15], [1_508.158_095, 29.324_264], 0.324_351),
    ] {
        let campaign = cold(reachable, most);
        let (yields, made) = (campaign.exact_yield().unwrap(), campaign.attempts_made().unwrap());
        assert!(near(yields.mean(), mean) && near(yields.sd(), sd), "{reachable} {most}");
        assert_eq!([0.05, 0.25, 0.5, 0.75, 0.95].map(|q| yields.quantile(q)), quantiles);
        assert!(near(made.mean, attempts) && near(made.sd, attempts_sd), "{reachable} {most}: {made:?}");
        assert!(near(campaign.reach_by_attempt(Kind::Cold).reached_by(most), reached));
    }
}

#[test]
fn the_reference_table_of_rounds() {
    let rounds = cold(0.5, 6).rounds().unwrap();
    let per_100 = [0.8, 0.730_435, 0.661_914, 0.595_419, 0.531_817, 0.471_819];
    let break_even = [0.0, 0.380_952, 1.215_420, 2.589_785, 4.606_887, 7.389_151];
    for ((round, per_100), minutes) in rounds.iter().zip(per_100).zip(break_even) {
        assert!(near(round.meetings_per_100_attempts().unwrap(), per_100), "{round:?}");
        assert!(near(round.break_even_minutes.unwrap(), minutes), "{round:?}");
    }
    // Where all can be reached the next attempt is as good as the first.
    assert!(cold(1.0, 9).rounds().unwrap().iter().all(|round| round.break_even_minutes == Some(0.0)));
}

fn both_kinds() -> Campaign {
    let rates = documented_with(&[
        (Parameter::ColdReach, 0.1),
        (Parameter::ColdReachable, 0.5),
        (Parameter::WarmReach, 0.3),
        (Parameter::WarmReachable, 0.8),
    ]);
    Campaign::contacts(100).max_attempts(3).strategy(Strategy::from(Supply::Count(30))).rates(rates).build().unwrap()
}

#[test]
fn the_reference_of_both_kinds() {
    let campaign = both_kinds();
    let (yields, made) = (campaign.exact_yield().unwrap(), campaign.attempts_made().unwrap());
    assert!(near(yields.mean(), 17.937_812) && near(yields.sd(), 3.019_257));
    assert_eq!([0.05, 0.25, 0.5, 0.75, 0.95].map(|q| yields.quantile(q)), [13, 16, 18, 20, 23]);
    assert!(near(made.by_kind[0], 190.4) && near(made.by_kind[1], 66.375));
    assert!(near(campaign.exact_minutes().unwrap(), 2_015.234_375));
    let rounds = campaign.rounds().unwrap();
    let sum = |of: fn(&outreach::Round) -> f64| rounds.iter().map(of).sum::<f64>();
    assert!(near(sum(|round| round.attempts), made.mean) && near(sum(|round| round.meetings), yields.mean()));
}

/// Whether a run's rounds, attempts and minutes are those of exact ones.
fn rounds_agree(campaign: &Campaign, run: &outreach::SimulationResult) -> Result<(), String> {
    let within = |what: &str, estimate: Estimate, exact: f64| {
        let off = (estimate.value - exact).abs();
        if off <= 5.1 * estimate.std_error + 1e-9 * exact {
            Ok(())
        } else {
            Err(format!("{what}: {estimate:?}, {exact}"))
        }
    };
    let made = campaign.attempts_made().unwrap();
    within("cold attempts", run.mean(Quantity::ColdAttempts), made.by_kind[0])?;
    within("warm attempts", run.mean(Quantity::WarmAttempts), made.by_kind[1])?;
    within("attempts", run.attempts().mean(), made.mean)?;
    within("minutes", run.minutes(), campaign.exact_minutes().unwrap())?;
    let sd = run.attempts().sd();
    // The fourth moment of rare late attempts is not seen in few trials.
    if sd.value > 2.0 {
        within("deviation of the attempts", sd, made.sd)?;
    }
    for (exact, simulated) in campaign.rounds().unwrap().iter().zip(run.rounds()) {
        // A mean of few events is no normal one.
        let means = [simulated.attempts, simulated.conversations, simulated.meetings];
        for (simulated, of_round) in means.into_iter().zip([exact.attempts, exact.conversations, exact.meetings]) {
            if of_round * run.trials() as f64 > 400.0 {
                within(&format!("round {}", exact.attempt), simulated, of_round)?;
            }
        }
        if exact.meetings * run.trials() as f64 > 400.0 {
            let per_100 = simulated.meetings_per_100_attempts.unwrap();
            within("meetings per 100 attempts", per_100, exact.meetings_per_100_attempts().unwrap())?;
        }
    }
    Ok(())
}

fn random(rng: &mut Xoshiro256PlusPlus) -> Campaign {
    let reach = [(Parameter::ColdReach, Parameter::ColdReachable), (Parameter::WarmReach, Parameter::WarmReachable)];
    let mut rates = Rates::documented();
    for (first, ever) in reach {
        let ever_is = if rng.random_ratio(1, 4) { 1.0 } else { rng.random::<f64>() };
        let first_is = if rng.random_ratio(1, 8) { ever_is } else { ever_is * rng.random::<f64>().powi(2) };
        rates = rates.with(ever, Probability::new(ever_is).unwrap()).with(first, Probability::new(first_is).unwrap());
    }
    for rate in [Parameter::ColdMeeting, Parameter::IncidentRate, Parameter::IncidentDisliked, Parameter::WarmShow] {
        rates = rates.with(rate, Probability::new(rng.random()).unwrap());
    }
    let contacts = rng.random_range(1..200);
    let supply = Supply::Count(rng.random_range(0..=contacts));
    let most = *[2, 3, 4, 7, 30].get(rng.random_range(0..5)).unwrap();
    let effort = Effort { cold_attempt: 3.0, warm_attempt: 5.0, introduction: 11.0, meeting: 31.0 };
    Campaign::contacts(contacts.into())
        .max_attempts(most)
        .strategy(supply.into())
        .rates(rates)
        .build()
        .unwrap()
        .with_effort(effort)
        .unwrap()
}

#[test]
fn random_campaigns_agree_with_their_exact_distributions() {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(5);
    for case in 0..200 {
        let campaign = random(&mut rng);
        let run = Simulation::new(&campaign).trials(4_096).seed(case).run().unwrap();
        let distribution = campaign.exact_yield().unwrap();
        assert!(run.against(&distribution).largest_cdf_gap() <= largest_cdf_gap(run.trials()), "{campaign:?}");
        rounds_agree(&campaign, &run).unwrap_or_else(|error| panic!("{case}: {error}: {campaign:?}"));
    }
}

/// Too few minutes or meetings are never met: the plain program then plays what the lanes do.
#[test]
fn random_campaigns_played_one_by_one_agree_too() {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(6);
    for case in 0..50 {
        let campaign = random(&mut rng);
        let one_by_one = campaign.clone().until(Stop::Minutes(Stop::MAX_MINUTES)).unwrap();
        let run = Simulation::new(&one_by_one).trials(2_048).seed(case).run().unwrap();
        let distribution = campaign.exact_yield().unwrap();
        assert!(run.against(&distribution).largest_cdf_gap() <= largest_cdf_gap(run.trials()), "{campaign:?}");
        rounds_agree(&campaign, &run).unwrap_or_else(|error| panic!("{case}: {error}: {campaign:?}"));
    }
}

#[test]
fn a_reach_that_is_off_by_a_tenth_is_seen() {
    let run = Simulation::new(&cold(0.5, 4)).trials(100_000).run().unwrap();
    assert!(rounds_agree(&cold(0.5, 4), &run).is_ok());
    assert!(rounds_agree(&cold(0.55, 4), &run).is_err());
    let distribution = cold(0.55, 4).exact_yield().unwrap();
    assert!(run.against(&distribution).largest_cdf_gap() > largest_cdf_gap(run.trials()));
}

#[test]
fn one_attempt_per_contact_is_a_campaign_of_calls_to_the_bit() {
    let rates = documented_with(&[(Parameter::ColdReach, 0.3), (Parameter::ColdReachable, 0.1)]);
    let uncertain = rates.clone().with(Parameter::WarmReach, Beta::new(3.0, 4.0).unwrap());
    for rates in [rates, uncertain] {
        let contacts = Campaign::contacts(80).rates(rates.clone()).build().unwrap();
        let calls = Campaign::new(rates, Strategy::mixed(), 80).unwrap();
        assert_eq!(contacts, calls);
        let plain = documented_with(&[(Parameter::ColdReach, 0.3)]);
        let plain = plain.with(Parameter::WarmReach, contacts.rates().rate(Parameter::WarmReach));
        let plain = Campaign::new(plain, Strategy::mixed(), 80).unwrap();
        assert_eq!(contacts.exact_yield().unwrap(), plain.exact_yield().unwrap());
        let [one, other] =
            [&contacts, &plain].map(|campaign| Simulation::new(campaign).trials(5_000).seed(3).run().unwrap());
        assert_eq!(one.meetings(), other.meetings());
        assert_eq!((one.minutes(), one.rounds()), (other.minutes(), Vec::new()));
    }
}

/// With rates that are known for sure all but to their last digits, the mixture is what the fixed rates give; and it is what the
/// simulation draws where they are not.
#[test]
fn uncertain_reach_is_a_mixture() {
    let beta = |mean: f64, weight: f64| Rate::from(Beta::with_mean(mean, weight).unwrap());
    let nearly = |campaign: &Campaign| {
        let mut rates = campaign.rates().clone();
        for rate in [Parameter::ColdReach, Parameter::ColdReachable, Parameter::WarmReach, Parameter::WarmReachable] {
            let mean = rates.rate(rate).mean();
            rates = rates.with(rate, beta(mean, 1e9));
        }
        campaign.with_rates(rates).unwrap()
    };
    let (fixed, nearly) = (both_kinds(), nearly(&both_kinds()));
    let (one, other) = (fixed.exact_yield().unwrap(), nearly.exact_yield().unwrap());
    assert!((one.mean() - other.mean()).abs() < 1e-6 && (one.sd() - other.sd()).abs() < 1e-6);
    let made = nearly.attempts_made().unwrap();
    assert!((made.sd - fixed.attempts_made().unwrap().sd).abs() < 1e-4, "{made:?}");

    let rates = both_kinds().rates().clone();
    let rates = rates
        .with(Parameter::ColdReach, beta(0.1, 100.0))
        .with(Parameter::ColdReachable, beta(0.6, 60.0))
        .with(Parameter::ColdMeeting, beta(0.2, 30.0))
        .with(Parameter::WarmReach, beta(0.3, 80.0));
    let rates = rates.with(Parameter::IncidentRate, Probability::ZERO);
    let campaign = both_kinds().with_rates(rates).unwrap();
    let distribution = campaign.exact_yield().unwrap();
    let moments = campaign.exact_moments().unwrap();
    assert!(
        (distribution.mean() - moments.mean).abs() < 1e-7 && (distribution.sd() - moments.sd()).abs() < 1e-6,
        "{moments:?}"
    );
    let run = Simulation::new(&campaign).trials(50_000).run().unwrap();
    assert!(run.against(&distribution).largest_cdf_gap() <= largest_cdf_gap(run.trials()));
    rounds_agree(&campaign, &run).unwrap();
}

#[test]
fn contacts_all_of_whom_are_reached_broke_simulations() {
    for (alpha, beta) in [(2.0, 1.0), (1.0, 1.0), (0.5, 0.5), (9.0, 1.0), (100.0, 0.5)] {
        for (reachable, max_attempts, contacts) in [(1.0, 5, 30), (1.0, 20, 1), (0.999, 8, 30), (1.0, 5, 30_000)] {
            let rates = documented_with(&[(Parameter::ColdReachable, reachable)]);
            let rates = rates.with(Parameter::ColdReach, Beta::new(alpha, beta).unwrap());
            let campaign = Campaign::contacts(contacts).max_attempts(max_attempts).strategy(Strategy::cold());
            let campaign = campaign.rates(rates).build().unwrap();
            let run = Simulation::new(&campaign).trials(10_000).run().unwrap();
            let of_rounds: f64 = run.rounds().iter().map(|round| round.conversations.value).sum();
            let conversations = run.mean(Quantity::Conversations).value;
            assert!(conversations <= contacts as f64 && (of_rounds / conversations - 1.0).abs() < 1e-12);
        }
    }
}

#[test]
fn probabilities_of_calls_that_nobody_makes_are_clamped_unseen() {
    // Nine warm conversations in ten are incidents, so that in most worlds nothing solves the warm rate; and no warm reach is possible.
    let rates = documented_with(&[(Parameter::WarmReachable, 0.01)]).with_reading(Reading::Overall);
    let rates = rates.with(Parameter::IncidentRate, Beta::new(9.0, 1.0).unwrap());
    let rates = rates.with(Parameter::WarmMeeting, Beta::new(9.0, 1.0).unwrap());
    let rates = rates.with(Parameter::WarmReach, Beta::new(2.0, 2.0).unwrap());
    let shares = |strategy: Strategy| {
        let campaigns = [
            Campaign::new(rates.clone(), strategy.clone(), 50),
            Campaign::new(rates.clone(), strategy.clone(), 50).and_then(|campaign| campaign.until(Stop::hours(2.0))),
            Campaign::contacts(50).max_attempts(3).strategy(strategy).rates(rates.clone()).build(),
        ];
        campaigns.map(|campaign| Simulation::new(&campaign.unwrap()).trials(1_000).run().unwrap().clamped().value)
    };
    assert_eq!(shares(Strategy::cold()), [0.0; 3]);
    assert!(shares(Strategy::mixed()).iter().all(|share| *share > 0.5));
}

#[test]
fn a_reach_that_may_be_above_the_share_that_can_be_reached_is_clamped_and_counted() {
    let rates = documented_with(&[(Parameter::ColdReachable, 0.5)]);
    let rates = rates.with(Parameter::ColdReach, Beta::new(2.0, 2.0).unwrap());
    let campaign = Campaign::contacts(50).max_attempts(3).strategy(Strategy::cold()).rates(rates).build().unwrap();
    assert!(campaign.may_clamp() && campaign.exact_yield().is_err() && campaign.rounds().is_err());
    let run = Simulation::new(&campaign).trials(20_000).run().unwrap();
    assert!((run.clamped().value - 0.5).abs() < 5.0 * run.clamped().std_error);
}

#[test]
fn the_first_trial_is_told_as_it_is_counted() {
    for campaign in [both_kinds(), both_kinds().until(Stop::Minutes(900.0)).unwrap()] {
        let simulation = Simulation::new(&campaign).trials(1).seed(11);
        let (run, told) = (simulation.run().unwrap(), simulation.first_trial());
        assert_eq!(told.len() as f64, run.mean(Quantity::Attempts).value);
        assert_eq!(told.iter().filter(|attempt| attempt.path.held()).count() as f64, run.meetings().mean().value);
        for (index, round) in run.rounds().into_iter().enumerate() {
            let of_round = told.iter().filter(|attempt| attempt.attempt as usize == index + 1);
            assert_eq!(of_round.clone().count() as f64, round.attempts.value);
            let reached = of_round.clone().filter(|attempt| attempt.path.reached()).count();
            assert_eq!(reached as f64, round.conversations.value);
            assert_eq!(of_round.filter(|attempt| attempt.path.held()).count() as f64, round.meetings.value);
        }
        // Round after round, in the order of the list, nobody after a conversation.
        let order: Vec<_> = told.iter().map(|attempt| (attempt.attempt, attempt.contact)).collect();
        assert!(order.is_sorted() && order[0] == (1, 1));
        for attempt in told.iter().filter(|attempt| attempt.path.reached()) {
            assert!(!told.iter().any(|other| other.contact == attempt.contact && other.attempt > attempt.attempt));
        }
    }
}

/// A stop ends the rounds where the plain rule says: meetings, and minutes with one introduction per recommended contact.
#[test]
fn stops_end_the_rounds() {
    let budget = 700.0;
    let campaign = both_kinds().until(Stop::Minutes(budget)).unwrap();
    for seed in 0..50 {
        let told = Simulation::new(&campaign).trials(1).seed(seed).first_trial();
        let mut spent = 0.0;
        for attempt in &told {
            let introduction = if attempt.kind == Kind::Warm && attempt.attempt == 1 { 15.0 } else { 0.0 };
            spent += 4.0 + introduction;
            assert!(spent <= budget);
            spent += if attempt.path.held() { 30.0 } else { 0.0 };
        }
        // Not even a first attempt at a recommended contact would overrun by more.
        assert!(spent + 19.0 > budget || told.last().unwrap().attempt == 3);
    }
    let campaign = both_kinds().until(Stop::Meetings(5)).unwrap();
    let run = Simulation::new(&campaign).trials(5_000).run().unwrap();
    assert_eq!(run.meetings().largest(), 5);
    assert!(run.attempts().mean().value < 120.0);
}

#[test]
fn what_cannot_be_is_refused_by_name() {
    let of = |contacts, most| Campaign::contacts(contacts).max_attempts(most).strategy(Strategy::cold()).build();
    let message = |result: outreach::Result<Campaign>| result.unwrap_err().to_string();
    assert_eq!(message(of(0, 2)), "contacts = 0 is not a number of contacts (1 to 1,000,000)");
    assert_eq!(message(of(1_000_001, 2)), "contacts = 1000001 is not a number of contacts (1 to 1,000,000)");
    assert_eq!(message(of(10, 0)), "max_attempts = 0 is not a number of attempts per contact (1 to 1,000)");
    assert_eq!(message(of(10, 1_001)), "max_attempts = 1001 is not a number of attempts per contact (1 to 1,000)");
    let rates = documented_with(&[(Parameter::ColdReach, 0.6), (Parameter::ColdReachable, 0.5)]);
    assert_eq!(
        message(Campaign::contacts(10).max_attempts(2).strategy(Strategy::cold()).rates(rates.clone()).build()),
        "cold.reachable = 0.5 is not a share of the contacts that holds cold.reach = 0.6: 0.6 or more"
    );
    assert!(Campaign::contacts(10).strategy(Strategy::cold()).rates(rates.clone()).build().is_ok());
    assert!(Campaign::contacts(10).max_attempts(2).strategy(Strategy::warm()).rates(rates).build().is_ok());
    let pool = Campaign::contacts(10).max_attempts(2).strategy(Strategy::named("snowball").unwrap()).build();
    assert!(message(pool).contains("pool"));
}

/// A log of a table's contacts forecasts other contacts: with both numbers of the reach drawn together.
#[test]
fn a_table_is_drawn_from_jointly() {
    let table = AttemptTable::new(vec![400, 368, 341, 318], vec![32, 27, 23, 20]).unwrap();
    let rates = Rates::documented().with_attempts(Kind::Cold, table.clone());
    let campaign =
        Campaign::contacts(300).max_attempts(4).strategy(Strategy::cold()).rates(rates.clone()).build().unwrap();
    let distribution = campaign.exact_yield().unwrap();
    let posterior = table.posterior();
    let curve = |[first, ever]: [f64; 2]| {
        ReachByAttempt::new(Probability::new(first).unwrap(), Probability::new(ever).unwrap())
    };
    let mean = 30.0 * posterior.mean(|rates| curve(rates).reached_by(4));
    assert!((distribution.mean() - mean).abs() < 1e-9, "{} {mean}", distribution.mean());
    let variance = |rates: [f64; 2]| {
        let held = 0.1 * curve(rates).reached_by(4);
        300.0 * held * (1.0 - held) + (300.0 * held - mean).powi(2)
    };
    assert!((distribution.sd() - posterior.mean(variance).sqrt()).abs() < 1e-6);
    let run = Simulation::new(&campaign).trials(50_000).run().unwrap();
    assert!(run.against(&distribution).largest_cdf_gap() <= largest_cdf_gap(run.trials()));
    rounds_agree(&campaign, &run).unwrap();
    assert_eq!(run.clamped().value, 0.0);

    // The same two numbers drawn apart are no forecast of this log: their yield is wider.
    let apart = [Parameter::ColdReach, Parameter::ColdReachable]
        .into_iter()
        .fold(Rates::documented(), |rates, rate| rates.with(rate, campaign.rates().rate(rate)));
    let apart = Campaign::contacts(300).max_attempts(4).strategy(Strategy::cold()).rates(apart).build().unwrap();
    let apart = Simulation::new(&apart).trials(50_000).run().unwrap();
    assert!(
        apart.meetings().sd().value > 1.02 * distribution.sd(),
        "{:?} {}",
        apart.meetings().sd(),
        distribution.sd()
    );
    // Calls to another person each know nothing of it; neither does a reach that is set by hand.
    assert!(Campaign::new(rates.clone(), Strategy::cold(), 300).unwrap().uncertain().is_empty());
    let by_hand = rates.with(Parameter::ColdReach, Probability::new(0.1).unwrap());
    assert!(
        Campaign::contacts(300)
            .max_attempts(4)
            .strategy(Strategy::cold())
            .rates(by_hand)
            .build()
            .unwrap()
            .uncertain()
            .is_empty()
    );
}
