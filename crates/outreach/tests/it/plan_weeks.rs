//! Plans of several probabilities at once, and the weeks that they take, against campaigns looked at one by one.

use outreach::{
    Beta, Campaign, Effort, Pace, Parameter, Planning, Pool, Rates, Simulation, Solve, Stop, Strategy, Target,
};

use crate::scenarios::{documented, documented_with};

const CONFIDENCES: [f64; 4] = [0.5, 0.8, 0.9, 0.95];

fn campaigns() -> Vec<Campaign> {
    let uncertain = Rates::documented().with(Parameter::ColdMeeting, Beta::new(2.0, 18.0).unwrap());
    let mut campaigns = vec![
        documented(Strategy::cold(), 1),
        documented(Strategy::mixed(), 1),
        documented(Strategy::named("referral-heavy").unwrap(), 1),
        Campaign::new(documented_with(&[(Parameter::ColdMeeting, 0.031)]), Strategy::cold(), 1).unwrap(),
    ];
    campaigns.extend([Strategy::cold(), Strategy::mixed()].map(|strategy| {
        let effort = Effort { cold_attempt: 2.5, introduction: 20.25, ..Effort::default() };
        Campaign::new(uncertain.clone(), strategy, 1).unwrap().with_effort(effort).unwrap()
    }));
    campaigns
}

#[test]
fn plans_beside_one_are_those_that_are_asked_for_alone() {
    for campaign in campaigns() {
        for solve in [Solve::Attempts, Solve::Hours] {
            let planning =
                |confidence| Planning::of(&campaign, Target::meetings(4).with_confidence(confidence)).solve(solve);
            let (plan, beside) = planning(0.7).run_beside(&CONFIDENCES).unwrap();
            assert_eq!(plan, planning(0.7).run().unwrap());
            for (confidence, beside) in CONFIDENCES.into_iter().zip(beside) {
                assert_eq!(beside.unwrap(), planning(confidence).run().unwrap(), "{confidence}");
            }
        }
    }
    let cold = documented(Strategy::cold(), 1);
    let refused = Planning::of(&cold, Target::meetings(4)).run_beside(&[0.5, 50.0]).unwrap_err().to_string();
    assert_eq!(refused, "confidence = 50 is not a probability (0 to 1)");
}

#[test]
fn simulated_plans_beside_one_leave_it_as_it_is() {
    let pool = Pool { decay: 0.9, ..Pool::default() };
    let campaign = documented(Strategy::snowball(pool), 100);
    for solve in [Solve::Attempts, Solve::Hours] {
        let planning = Planning::of(&campaign, Target::meetings(6)).solve(solve).trials(5000);
        let (plan, beside) = planning.run_beside(&CONFIDENCES).unwrap();
        assert_eq!(plan, planning.run().unwrap());
        let sizes: Vec<_> = beside.iter().map(|plan| plan.unwrap().smallest().unwrap()).collect();
        assert!(sizes.is_sorted(), "{sizes:?}");
        assert_eq!(Some(sizes[2]), plan.smallest());
    }
}

/// The fewest weeks, looked at one after the other.
fn fewest(confidence: f64, at_least: impl Fn(u32) -> f64) -> u32 {
    (1..1000).find(|&weeks| at_least(weeks) >= confidence - 1e-12).unwrap()
}

#[test]
fn no_number_of_weeks_is_too_large_by_one() {
    for campaign in campaigns() {
        for meetings in [1, 3] {
            for (pace, confidence) in [Pace::calls(7), Pace::calls(40), Pace::hours(1.5), Pace::hours(6.0)]
                .into_iter()
                .flat_map(|pace| [0.5, 0.9].map(|confidence| (pace.clone().unwrap(), confidence)))
            {
                let target = Target::meetings(meetings).with_confidence(confidence);
                let plan = Planning::of(&campaign, target).solve(pace.solve()).run().unwrap();
                let all = Campaign::new(campaign.rates().clone(), campaign.strategy().clone(), 20_000).unwrap();
                let all = all.with_effort(*campaign.effort()).unwrap();
                let weeks = fewest(confidence, |weeks| {
                    let (calls, stop) = match pace {
                        Pace::Calls(calls) => (weeks * calls, Stop::Calls),
                        Pace::Minutes(minutes) => (20_000, Stop::Minutes((weeks * minutes).into())),
                    };
                    let whole = Campaign::new(campaign.rates().clone(), campaign.strategy().clone(), calls.into());
                    let whole = whole.unwrap().with_effort(*campaign.effort()).unwrap().until(stop).unwrap();
                    let within = pace.within(&all, weeks).unwrap().exact_yield().unwrap().at_least(meetings as usize);
                    let chance = whole.exact_yield().unwrap().at_least(meetings as usize);
                    assert_eq!(within.to_bits(), chance.to_bits(), "{pace:?}, {weeks} weeks");
                    chance
                });
                assert_eq!(plan.smallest().map(|effort| pace.weeks(effort)), Some(weeks), "{pace:?} {confidence}");
            }
        }
    }
}

#[test]
fn weeks_of_a_campaign_end_with_it_and_never_begin_again() {
    let whole = documented(Strategy::from(outreach::Supply::Count(15)), 75);
    let calls = |stop, pace: Pace, weeks| {
        let within = pace.within(&whole.clone().until(stop).unwrap(), weeks).unwrap();
        (within.calls(), within.warm_attempts(), within.stop())
    };
    assert_eq!(calls(Stop::Calls, Pace::Calls(10), 1), (10, 10, Stop::Calls));
    assert_eq!(calls(Stop::Calls, Pace::Calls(10), 2), (20, 15, Stop::Calls));
    assert_eq!(calls(Stop::Calls, Pace::Calls(10), u32::MAX), (75, 15, Stop::Calls));
    assert_eq!(calls(Stop::Meetings(3), Pace::Calls(10), 1), (10, 10, Stop::Meetings(3)));
    assert_eq!(calls(Stop::Calls, Pace::Minutes(60), 3), (75, 15, Stop::Minutes(180.0)));
    assert_eq!(calls(Stop::Minutes(150.0), Pace::Minutes(60), 3), (75, 15, Stop::Minutes(150.0)));
    // After so far, what comes next is what the campaign's last calls bring, one after the other.
    let uncertain = Rates::documented().with(Parameter::ColdMeeting, Beta::new(2.0, 18.0).unwrap());
    let planned = Campaign::new(uncertain, Strategy::cold(), 50).unwrap();
    let rest = planned.after(outreach::Progress::new([10, 0], [3, 0]).unwrap()).unwrap();
    let first = Pace::Calls(15).within(&rest, 1).unwrap().exact_yield().unwrap();
    // Beta(2, 18) after 3 of 10 is Beta(5, 25).
    assert!((first.mean() - 15.0 * 5.0 / 30.0).abs() < 1e-9, "{}", first.mean());
}

#[test]
fn weeks_that_nobody_can_tell_are_refused() {
    let campaign = documented(Strategy::cold(), 40);
    let again = documented_with(&[(Parameter::ColdReach, 0.3)]);
    let contacts = Campaign::contacts(40).max_attempts(3).strategy(Strategy::cold()).rates(again).build().unwrap();
    let rest = campaign.after(outreach::Progress::new([10, 0], [1, 0]).unwrap()).unwrap();
    let until = campaign.clone().until(Stop::Meetings(3)).unwrap();
    let refused = [(Pace::Calls(5), contacts), (Pace::Minutes(60), rest), (Pace::Minutes(60), until)];
    let refused = refused.map(|(pace, campaign)| pace.within(&campaign, 1).unwrap_err().to_string());
    assert_eq!(
        refused,
        [
            "calls_per_week = 5 is not accepted where contacts are called several times: give hours_per_week",
            "hours_per_week = 1 is not accepted for the rest of a campaign: give calls_per_week",
            "hours_per_week = 1 is not accepted with meetings: ask plan for the weeks, or give calls_per_week",
        ]
    );
}

#[test]
fn what_is_no_week_is_refused() {
    for hours in [0.0, -3.0, 0.004, 168.1, f64::NAN, f64::INFINITY] {
        let refused = Pace::hours(hours).unwrap_err().to_string();
        assert!(refused.starts_with("hours_per_week = "), "{refused}");
    }
    assert_eq!(Pace::hours(6.0), Ok(Pace::Minutes(360)));
    assert_eq!(Pace::calls(0).unwrap_err().to_string(), "calls_per_week = 0 is not a number of calls (1 to 1,000,000)");
}

/// A trial that runs out of referrals makes many calls, and takes few minutes all the same: it must not be missing among those
/// of which the hours are a quantile.
#[test]
fn hours_of_a_pool_count_the_trials_that_take_many_calls() {
    let effort = Effort { introduction: 300.0, meeting: 0.0, cold_attempt: 1.0, ..Effort::default() };
    let pool = Pool { initial: 2, decay: 0.7, ..Pool::default() };
    let campaign = documented(Strategy::snowball(pool), 100).with_effort(effort).unwrap();
    let target = Target::meetings(10).with_confidence(0.05);
    let plan = Planning::of(&campaign, target).solve(Solve::Hours).trials(20_000).run().unwrap();
    let minutes = plan.smallest().unwrap();
    let [low, high] = plan.range().unwrap_or([minutes; 2]).map(|minutes| {
        let within = Campaign::new(campaign.rates().clone(), campaign.strategy().clone(), 100_000).unwrap();
        let within = within.with_effort(effort).unwrap().until(Stop::Minutes(minutes.into())).unwrap();
        Simulation::new(&within).trials(20_000).seed(7).run().unwrap().meetings().at_least(10)
    });
    // Six standard errors: a false alarm in a hundred million runs of other seeds.
    assert!(
        low.value <= 0.05 + 6.0 * low.std_error && high.value >= 0.05 - 6.0 * high.std_error,
        "{low} {high} {minutes}"
    );
}
