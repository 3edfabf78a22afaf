use outreach::{Campaign, Quantity, Rates, Simulation, Stop, Strategy, TrialOutcome};

use crate::determinism::{kinds_of_campaigns, on_threads};

/// Blocks have 4096 trials: the last of these is a part of one.
const TRIALS: u64 = 2 * 4096 + 1_234;

fn each(campaign: &Campaign) -> Vec<TrialOutcome> {
    let mut all = Vec::new();
    let simulation = Simulation::new(campaign).seed(7);
    let shown: Result<(), ()> = simulation.each_trial(TRIALS, |outcomes| {
        all.extend_from_slice(outcomes);
        Ok(())
    });
    shown.unwrap();
    all
}

/// What is played side by side, one by one, with a pool, under stops, and with several attempts per contact.
fn campaigns() -> Vec<Campaign> {
    let contacts = |contacts, rates| Campaign::contacts(contacts).max_attempts(3).rates(rates).build().unwrap();
    let again = [
        contacts(60, Rates::published()),
        contacts(60, Rates::documented()),
        contacts(60, Rates::published()).until(Stop::hours(6.0)).unwrap(),
        contacts(60, Rates::published()).until(Stop::Meetings(2)).unwrap(),
    ];
    let many_calls = Campaign::new(Rates::documented(), Strategy::mixed(), 20_000).unwrap();
    kinds_of_campaigns().into_iter().chain(again).chain([many_calls]).collect()
}

#[test]
fn the_trials_shown_are_those_that_were_counted() {
    for campaign in campaigns() {
        let run = Simulation::new(&campaign).trials(TRIALS).seed(7).run().unwrap();
        let each = each(&campaign);
        assert_eq!(each.len() as u64, TRIALS, "{campaign:?}");
        let most = each.iter().map(|outcome| outcome.meetings).max().unwrap_or(0);
        assert_eq!(run.meetings().largest(), i64::from(most));
        for meetings in 0..=most {
            let shown = each.iter().filter(|outcome| outcome.meetings == meetings).count() as u64;
            assert_eq!(shown, run.meetings().count(meetings.into()), "{meetings} meetings of {campaign:?}");
        }
        let close = |mean: f64, counted: f64, what: &str| {
            assert!((mean - counted).abs() <= 1e-9 * counted.abs(), "{what}: {mean}, {counted} of {campaign:?}");
        };
        let mean = |of: fn(&TrialOutcome) -> f64| each.iter().map(of).sum::<f64>() / TRIALS as f64;
        close(mean(|one| one.cold_attempts.into()), run.mean(Quantity::ColdAttempts).value, "cold attempts");
        close(mean(|one| one.warm_attempts.into()), run.mean(Quantity::WarmAttempts).value, "warm attempts");
        close(mean(|one| one.minutes), run.minutes().value, "minutes");
    }
}

#[test]
fn trials_are_shown_the_same_on_any_number_of_threads() {
    for campaign in campaigns() {
        let alone = on_threads(1, || each(&campaign));
        assert_eq!(on_threads(3, || each(&campaign)), alone, "{campaign:?}");
    }
}

#[test]
fn an_error_ends_what_is_shown() {
    let mut shown = 0;
    let [campaign, ..] = kinds_of_campaigns();
    let simulation = Simulation::new(&campaign);
    let ended = simulation.each_trial(TRIALS, |outcomes| {
        shown += outcomes.len();
        Err("full")
    });
    assert_eq!((ended, shown), (Err("full"), 4096));
}
