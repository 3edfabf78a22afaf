//! Beta distributions over all that is accepted, against the committed values of scripts/reference/beta.py.

use outreach::Beta;

const VALUES: &str = include_str!("reference/beta.csv");

/// A distribution, a probability, its quantile, and what lies on both sides of that.
fn rows() -> impl Iterator<Item = (Beta, [f64; 4])> {
    VALUES.lines().skip(1).map(|line| {
        let numbers: Vec<f64> = line.split(',').map(|number| number.parse().unwrap()).collect();
        (Beta::new(numbers[0], numbers[1]).unwrap(), numbers[2..].try_into().unwrap())
    })
}

/// What is smaller than this has not all its digits.
const LEAST: f64 = 1e-300;

#[track_caller]
fn assert_close(what: &str, beta: Beta, value: f64, expected: f64) {
    assert!((value - expected).abs() <= 1e-11 * expected.max(LEAST), "{what} of {beta}: {value:e}, not {expected:e}");
}

#[test]
fn both_sides_of_any_place_are_right_to_nine_digits() {
    for (beta, [_, place, at_most, more_than]) in rows() {
        assert_close("at most", beta, beta.at_most(place), at_most);
        assert_close("more than", beta, beta.more_than(place), more_than);
    }
    assert!(rows().count() >= 400 * 9);
}

#[test]
fn quantiles_of_betas_with_a_large_parameter_hung_and_small_ones_had_few_digits() {
    for (beta, [probability, expected, ..]) in rows() {
        let quantile = beta.quantile(probability);
        assert_close(&format!("quantile {probability}"), beta, quantile, expected);
        // As near to 1 as numbers are.
        let (left, expected) = (1.0 - quantile, 1.0 - expected);
        assert!((left - expected).abs() <= 1e-9 * expected + f64::EPSILON, "{beta}, {probability}: {left:e}");
    }
    let digits = |alpha, beta, q| format!("{:.5e}", Beta::new(alpha, beta).unwrap().quantile(q));
    assert_eq!([digits(1.0, 1e6, 0.95), digits(2.0, 1e7, 0.5)], ["2.99573e-6", "1.67835e-7"]);
}

#[test]
fn the_ends_are_the_ends() {
    for (beta, _) in rows().step_by(9) {
        assert_eq!([0.0, 1.0].map(|x| beta.at_most(x)), [0.0, 1.0]);
        assert_eq!([0.0, 1.0].map(|x| beta.more_than(x)), [1.0, 0.0]);
        assert_eq!([0.0, 1.0].map(|q| beta.quantile(q)), [0.0, 1.0]);
        assert_eq!(beta.at_most(f64::NAN.max(2.0)), 1.0);
    }
}
