//! The reach by attempt on a bank's real calls, which are no part of this repository.
#![expect(clippy::print_stderr, reason = "a test that is skipped says so")]

use std::path::Path;

use outreach::AttemptTable;

/// Tables of the bank's contacts of a kind, in the halves of their order; `None` where the data are not there.
fn bank(kind: &str) -> Option<[AttemptTable; 2]> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/bank-calls/calls-2008-2009.csv");
    let Ok(mut table) = csv::Reader::from_path(&path) else {
        eprintln!("skipped: {} is not there", path.display());
        return None;
    };
    let rows: Vec<_> = table.records().map(|row| row.expect("a row of the table")).collect();
    let of_kind: Vec<_> = rows.into_iter().filter(|row| row[1] == *kind).collect();
    let mut halves = [AttemptTable::default(), AttemptTable::default()];
    for (index, row) in of_kind.iter().enumerate() {
        halves[2 * index / of_kind.len()].learn(row[2].parse().expect("a number of attempts"), row[4] == *"yes");
    }
    Some(halves)
}

fn near(value: f64, expected: f64, digits: f64) -> bool {
    (value - expected).abs() <= 0.500_000_1 * digits
}

#[test]
fn the_bank_s_cold_calls_give_the_curve_of_the_reference() {
    let Some([first, second]) = bank("unknown") else { return };
    let mut all = first.clone();
    all.merge(&second);
    assert_eq!((all.contacts(), all.attempts(), all.reached().iter().sum::<u64>()), (36_059, 106_312, 2_975));
    let fit = all.fit().expect("the log tells");
    let ever = fit.ever.expect("the log tells");
    assert!(near(fit.first, 0.036_674, 1e-6) && near(ever, 0.238_298, 1e-6), "{fit:?}");
    let [low, high] = fit.first_interval;
    assert!(near(low, 0.035_414, 1e-6) && near(high, 0.037_966, 1e-6), "{fit:?}");
    let [low, high] = fit.ever_interval.expect("the log tells");
    assert!(near(low, 0.224_378, 1e-6) && near(high, 0.253_789, 1e-6), "{fit:?}");
    for (attempts, reached) in [(3, 0.0940), (5, 0.1350), (10, 0.1935)] {
        assert!(near(fit.reach().reached_by(attempts), reached, 1e-4));
    }
    assert!(near(2.0 * fit.above_constant, 483.0, 1.0), "{fit:?}");
    assert!(near(second.gain_after(&first).expect("the log tells"), 167.4, 0.1));
    assert!(first.differs_from(&second));
}

#[test]
fn the_bank_s_warm_calls_give_the_curve_of_the_reference() {
    let Some([mut all, second]) = bank("success") else { return };
    all.merge(&second);
    let fit = all.fit().expect("the log tells");
    assert!(near(fit.first, 0.312_183, 1e-6) && near(fit.ever.expect("the log tells"), 0.851_757, 1e-6), "{fit:?}");
    assert!(near(fit.reach().reached_by(3), 0.635, 1e-3) && near(fit.reach().reached_by(5), 0.765, 1e-3));
}
