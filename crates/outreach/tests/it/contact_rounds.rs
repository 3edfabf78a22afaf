//! Reach by attempt, by hand.

use outreach::{Probability, ReachByAttempt};

fn curve(first: f64, reachable: f64) -> ReachByAttempt {
    ReachByAttempt::new(Probability::new(first).unwrap(), Probability::new(reachable).unwrap())
}

#[test]
fn where_all_can_be_reached_every_attempt_is_as_good_as_the_first() {
    for first in [0.0, 1e-9, 0.08, 0.5, 0.999, 1.0] {
        for attempts in [1, 2, 3, 7, 40, 1000] {
            let reach = curve(first, 1.0);
            let expected = -f64::exp_m1(f64::from(attempts) * f64::ln_1p(-first));
            assert!((reach.reached_by(attempts) - expected).abs() < 1e-12, "{first} {attempts}");
            assert!((reach.reached_by(attempts) + reach.open_after(attempts) - 1.0).abs() < 1e-12);
            if reach.open_after(attempts - 1) > 0.0 {
                assert!((reach.at(attempts) - first).abs() < 1e-12, "{first} {attempts}");
            }
        }
        assert_eq!(curve(first, 1.0).reached_by(1).to_bits(), first.to_bits());
    }
}

#[test]
fn by_the_definition_of_the_curve() {
    for reachable in [0.0, 0.2, 0.5, 0.95, 1.0] {
        for share in [0.0, 0.1, 0.7, 1.0] {
            let first = reachable * share;
            let reach = curve(first, reachable);
            let open = |attempts: i32| 1.0 - reachable + reachable * (1.0_f64 - share).powi(attempts);
            for attempt in 1..=12 {
                let before = open(attempt - 1);
                assert!((reach.open_after(attempt as u32) - open(attempt)).abs() < 1e-12);
                if before > 1e-9 {
                    assert!((reach.at(attempt as u32) - (1.0 - open(attempt) / before)).abs() < 1e-9);
                    let left = reachable * (1.0_f64 - share).powi(attempt - 1) / before;
                    assert!((reach.reachable_after(attempt as u32 - 1) - left).abs() < 1e-9);
                }
            }
        }
    }
}

#[test]
fn what_is_left_of_a_curve_is_one_of_fewer_who_can_be_reached() {
    let whole = curve(0.08, 0.5);
    let left = whole.after(3);
    assert!((left.at(1) - whole.at(4)).abs() < 1e-15 && (left.at(5) - whole.at(8)).abs() < 1e-12);
    assert!(whole.reachable_after(3) < whole.reachable_after(2));
}

#[test]
fn a_reach_above_the_share_that_can_be_reached_is_that_share() {
    let reach = curve(0.6, 0.5);
    assert!(reach.clamped());
    assert_eq!((reach.at(1), reach.at(2), reach.reached_by(9)), (0.5, 0.0, 0.5));
    assert!(!curve(0.5, 0.5).clamped());
}

/// 1 − F below 0 by rounding was the probability of not being reached: it made of no contact many.
#[test]
fn more_contacts_were_reached_than_there_are() {
    for first in (0..=2_000).map(|step| f64::from(step) / 2_000.0) {
        for reachable in [0.3, 0.7, 1.0 - f64::EPSILON / 2.0, 1.0] {
            for behind in [0, 1, 4] {
                let reach = curve(first, reachable).after(behind);
                for attempts in 0..=40 {
                    let reached = reach.reached_by(attempts);
                    assert!((0.0..=1.0).contains(&reached), "{first} {reachable} {behind} {attempts}: {reached:e}");
                    assert!((0.0..=1.0).contains(&reach.at(attempts)), "{first} {reachable} {behind} {attempts}");
                }
            }
        }
    }
}
