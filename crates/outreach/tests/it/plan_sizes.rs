//! The distribution of the size that a target takes: against tails computed here, the plans, and itself where it is simulated.

use outreach::{Beta, Campaign, Parameter, Planning, Pool, Solve, Stop, Strategy, Supply, Target};
use statrs::distribution::{Binomial, DiscreteCDF};

use crate::scenarios::{documented, documented_with};

fn cold(p: f64) -> Campaign {
    Campaign::new(documented_with(&[(Parameter::ColdMeeting, p)]), Strategy::cold(), 1).unwrap()
}

#[test]
fn it_is_negative_binomial_where_calls_are_alike() {
    for (p, meetings) in [0.03, 0.2, 0.7].into_iter().flat_map(|p| [1, 4, 25].map(|meetings| (p, meetings))) {
        let campaign = cold(p);
        let needed = Planning::of(&campaign, Target::meetings(meetings)).size_needed().unwrap().unwrap();
        assert_eq!(needed.trials(), None);
        let within = |attempts: u32| Binomial::new(p, attempts.into()).unwrap().sf(u64::from(meetings) - 1);
        for (attempts, chance) in needed.chances() {
            assert!((chance - within(*attempts)).abs() < 1e-10, "{p}, {meetings}: {attempts}");
        }
        let (first, last) = (needed.chances()[0].0, needed.chances().last().unwrap().0);
        assert_eq!(needed.chances().len() as u32, last - first + 1, "{p}, {meetings}");
        assert!(within(first) >= 1e-9 && (first == meetings || within(first - 1) < 1e-9), "{p}, {meetings}: {first}");
        assert!(1.0 - within(last) < 1.1e-9 && 1.0 - within(last - 1) > 0.9e-9, "{p}, {meetings}: {last}");
    }
}

#[test]
fn its_quantiles_are_the_plans() {
    let beta = Beta::new(2.0, 18.0).unwrap();
    let uncertain = Campaign::new(
        documented(Strategy::cold(), 1).rates().clone().with(Parameter::ColdMeeting, beta),
        Strategy::mixed(),
        40,
    );
    let campaigns =
        [documented(Strategy::mixed(), 60), uncertain.unwrap(), documented(Strategy::snowball(Pool::default()), 50)];
    for (campaign, solve) in campaigns.iter().flat_map(|one| [Solve::Attempts, Solve::Hours].map(|solve| (one, solve)))
    {
        for confidence in [0.1, 0.5, 0.9] {
            let planning =
                Planning::of(campaign, Target::meetings(6).with_confidence(confidence)).solve(solve).trials(20_000);
            let (plan, needed) = (planning.run().unwrap(), planning.size_needed().unwrap().unwrap());
            assert_eq!(plan.is_sampled(), needed.trials().is_some());
            let enough = needed.chances().iter().find(|(_, chance)| *chance >= confidence - 1e-13);
            assert_eq!(
                enough.map(|(size, _)| *size),
                plan.smallest(),
                "{:?}, {solve:?}, {confidence}",
                campaign.strategy()
            );
            assert!(needed.chances().is_sorted_by(|a, b| a.0 < b.0 && a.1 <= b.1 + 1e-13));
        }
    }
}

#[test]
fn it_ends_where_more_adds_nothing() {
    let of = |campaign: &Campaign, solve| {
        let planning = Planning::of(campaign, Target::meetings(15)).most(100).solve(solve);
        planning.size_needed().unwrap().unwrap().chances().last().copied().unwrap()
    };
    let tail = Binomial::new(0.1, 100).unwrap().sf(14);
    let campaign = cold(0.1);
    let (attempts, chance) = of(&campaign, Solve::Attempts);
    assert!((chance - tail).abs() < 1e-12 && attempts == 100);
    // All calls of it fit some hours; no more than a campaign may last are looked at.
    let (minutes, chance) = of(&campaign, Solve::Hours);
    assert!((chance - tail).abs() < 2e-9 && minutes < 100 * 60, "{minutes}: {chance}");
}

#[test]
fn it_is_none_where_more_may_be_worse_or_each_size_is_a_simulation() {
    let rates = documented_with(&[]).with(Parameter::WarmMeeting, Beta::new(2.0, 3.0).unwrap());
    let uncertain = Campaign::new(rates, Strategy::cold(), 40).unwrap();
    let referrals = |campaign: &Campaign| {
        Planning::of(campaign, Target::meetings(5)).solve(Solve::Referrals).trials(2000).size_needed().unwrap()
    };
    assert_eq!(referrals(&uncertain), None);
    let until = documented(Strategy::snowball(Pool::default()), 40).until(Stop::Minutes(600.0)).unwrap();
    assert_eq!(referrals(&until), None);
    let known = documented(Strategy::from(Supply::Count(0)), 40);
    assert!(referrals(&known).is_some());
}

#[test]
fn uncertain_introductions_are_looked_at_one_by_one_though_the_campaign_itself_has_none() {
    let rates =
        documented_with(&[(Parameter::ColdMeeting, 0.3)]).with(Parameter::WarmMeeting, Beta::new(2.0, 2.0).unwrap());
    let campaign = Campaign::new(rates, Strategy::cold(), 40).unwrap();
    let of =
        |confidence| Planning::of(&campaign, Target::meetings(10).with_confidence(confidence)).solve(Solve::Referrals);
    let sizes: Vec<u32> = (0..=40).collect();
    let chances: Vec<f64> = of(0.5).curve(&sizes).unwrap().iter().map(|chance| chance.value).collect();
    let best = chances.iter().copied().fold(0.0, f64::max);
    let at = chances.iter().position(|chance| *chance >= best).unwrap();
    assert!(at > 2 && !at.is_power_of_two() && at < 40, "the probability has no top to be missed: {chances:?}");
    assert_eq!(of(best).run().unwrap().smallest(), Some(at as u32));
}
