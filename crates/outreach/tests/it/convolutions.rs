//! Sums of counts whose windows are too long to be convolved term by term, against the convolution term by term.

use outreach::{Parameter, Pmf, Probability};

use crate::uncertain_scenarios::{beta, beta_binomial, campaign, fixed, uncertain_with};

fn term_by_term(one: &Pmf, other: &Pmf) -> Pmf {
    let mut masses = vec![0.0; one.masses().len() + other.masses().len() - 1];
    for (offset, weight) in one.masses().iter().enumerate() {
        for (sum, mass) in masses[offset..].iter_mut().zip(other.masses()) {
            *sum += weight * mass;
        }
    }
    Pmf::from_masses(one.first() + other.first(), masses).unwrap()
}

fn largest_difference(one: &Pmf, other: &Pmf) -> f64 {
    let counts = one.first().min(other.first())..one.end().max(other.end());
    counts.map(|k| (one.mass(k) - other.mass(k)).abs()).fold(0.0, f64::max)
}

fn binomial(trials: u32, p: f64) -> Pmf {
    Pmf::binomial(trials, Probability::new(p).unwrap())
}

/// Masses of very different size side by side, in no order.
fn rugged(first: usize, length: usize) -> Pmf {
    let masses = (0..length).map(|k| 10_f64.powi(-((k * 7919 % 31) as i32)));
    Pmf::from_masses(first, masses.collect()).unwrap()
}

/// Nearly all of the mass in one place, the rest far and wide.
fn spike(length: usize) -> Pmf {
    let masses = (0..length).map(|k| if k == length / 3 { 1.0 } else { 1e-9 });
    Pmf::from_masses(5, masses.collect()).unwrap()
}

#[test]
fn long_windows_are_convolved_as_term_by_term() {
    let distributions =
        [binomial(100_000, 0.9), binomial(60_000, 0.01), rugged(3, 2500), spike(4000), Pmf::binomial(1, half())];
    for one in &distributions {
        for other in &distributions {
            let difference = largest_difference(&one.convolve(other), &term_by_term(one, other));
            assert!(difference <= 1e-15, "{difference}");
        }
    }
}

fn half() -> Probability {
    Probability::new(0.5).unwrap()
}

#[test]
fn long_tails_are_convolved_as_term_by_term() {
    let (one, other) = (spike(4000), rugged(0, 3000));
    let (sum, expected) = (one.convolve(&other), term_by_term(&one, &other));
    for k in (0..7100).step_by(50) {
        assert!((sum.at_least(k) - expected.at_least(k)).abs() <= 1e-14, "{k}");
        assert!((sum.at_most(k) - expected.at_most(k)).abs() <= 1e-14, "{k}");
    }
}

#[test]
fn halves_of_a_million_calls_add_up_to_a_million() {
    for p in [0.5, 0.1, 0.001] {
        let half = binomial(500_000, p);
        let (sum, whole) = (half.convolve(&half), binomial(1_000_000, p));
        assert!(largest_difference(&sum, &whole) <= 1e-15);
        assert!((sum.mean() - 1e6 * p).abs() <= 1e-9);
        // Beyond these ends there is less than rounding takes.
        assert!(whole.at_most(sum.first()) < 1e-15 && whole.at_least(sum.end() - 1) < 1e-15);
    }
}

#[test]
fn the_window_of_a_binomial_ends_where_its_masses_underflow() {
    // The normal distribution has e^−708 at 37.6 standard deviations; ratios alone would go on from one smallest number
    // to the next.
    let distribution = binomial(1_000_000, 0.1);
    assert!(distribution.masses().len() as f64 <= 80.0 * distribution.sd());
}

#[test]
fn short_windows_keep_their_tails() {
    let half = binomial(500, 0.5);
    let sum = half.convolve(&half);
    let relative = sum.mass(0) / 0.5_f64.powi(1000) - 1.0;
    assert!(relative.abs() <= 1e-12, "{relative}");
}

#[test]
fn many_calls_under_two_uncertain_rates_are_two_beta_binomials() {
    let rates = uncertain_with(&[
        (Parameter::ColdMeeting, beta(2.0, 18.0)),
        (Parameter::WarmMeeting, beta(9.0, 1.0)),
        (Parameter::IncidentRate, fixed(0.0)),
    ]);
    let distribution = campaign(rates, [6000, 5000]).exact_yield().unwrap();
    let [cold, warm] = [beta_binomial(6000, 2.0, 18.0), beta_binomial(5000, 9.0, 1.0)];
    let expected = term_by_term(&Pmf::from_masses(0, cold).unwrap(), &Pmf::from_masses(0, warm).unwrap());
    let largest = expected.masses().iter().copied().fold(0.0, f64::max);
    assert!(largest_difference(&distribution, &expected) <= 1e-9 * largest);
}
