//! Lists of contacts, each with its own probability, against scripts/reference/poisson_binomial.py to 40 digits, exact
//! fractions, binomials, and divide and conquer.

use outreach::{Pmf, PoissonBinomial, Probability};
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

fn list(probabilities: impl IntoIterator<Item = f64>) -> PoissonBinomial {
    probabilities.into_iter().map(|p| Probability::new(p).unwrap()).collect()
}

fn spread(i: u32) -> f64 {
    f64::from((i * 7919 + 13) % 9973 + 1) / 9975.0
}

fn power_8(x: f64) -> f64 {
    let square = x * x;
    let fourth = square * square;
    fourth * fourth
}

/// The contacts of a case of the script.
fn contacts(case: &str) -> Vec<f64> {
    let (contacts, probability): (u32, fn(u32) -> f64) = match case {
        "even" => (40, spread),
        "even 300" => (300, spread),
        "even 2000" => (2000, spread),
        "rare 1500" => (1500, |i| spread(i) * spread(i) / 64.0),
        "extreme 1000" => (1000, |i| if i % 2 == 1 { power_8(spread(i)) } else { 1.0 - power_8(spread(i)) }),
        "likely 2000" => (2000, |i| 1.0 - power_8(spread(i))),
        "two groups 1200" => (1200, |i| if i % 3 > 0 { 1e-9 * spread(i) } else { 0.4 + 0.01 * spread(i) }),
        _ => panic!("the case {case} is not covered"),
    };
    (0..contacts).map(probability).collect()
}

/// Contacts as many lists have them: most of them unlikely, Beta(1, 9).
fn usual(contacts: usize, seed: u64) -> Vec<f64> {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
    (0..contacts).map(|_| 1.0 - libm::pow(rng.random(), 1.0 / 9.0)).collect()
}

/// The distribution by divide and conquer.
fn divided(probabilities: &[f64]) -> Pmf {
    if let &[p] = probabilities {
        return Pmf::binomial(1, Probability::new(p).unwrap());
    }
    let (one, other) = probabilities.split_at(probabilities.len() / 2);
    divided(one).convolve(&divided(other))
}

fn largest_difference(one: &Pmf, other: &Pmf) -> f64 {
    let counts = one.first().min(other.first())..one.end().max(other.end());
    counts.map(|k| (one.mass(k) - other.mass(k)).abs()).fold(0.0, f64::max)
}

#[track_caller]
fn assert_near(actual: f64, expected: f64, relative: f64) {
    assert!((actual - expected).abs() <= relative * expected.abs(), "{actual:e}, not {expected:e}");
}

/// A tail to 1e-12, if it is a number of full precision at all.
#[track_caller]
fn assert_tail(actual: f64, expected: f64) {
    if expected > 1e-300 {
        assert_near(actual, expected, 1e-12);
    } else {
        assert!((0.0..1.1e-300).contains(&actual), "{actual:e}, not {expected:e}");
    }
}

#[test]
fn every_committed_mass_and_tail_is_met() {
    let mut rows = 0;
    let mut known: Option<(&str, PoissonBinomial, Pmf)> = None;
    for row in include_str!("reference/poisson_binomial.csv").lines().skip(1) {
        let [case, k, mass, tail] = row.split(',').collect::<Vec<_>>().try_into().unwrap();
        if known.as_ref().is_none_or(|(known, ..)| *known != case) {
            let list = list(contacts(case));
            let distribution = list.distribution();
            known = Some((case, list, distribution));
        }
        let (_, list, distribution) = known.as_ref().unwrap();
        let (k, mass, tail): (usize, f64, f64) = (k.parse().unwrap(), mass.parse().unwrap(), tail.parse().unwrap());
        let off = (distribution.mass(k) - mass).abs();
        assert!(off <= 1e-15, "{case}, {k}: {off}");
        assert_tail(list.at_least(k), tail);
        rows += 1;
    }
    assert_eq!(rows, 261);
}

#[test]
fn tiny_lists_are_sums_over_all_outcomes() {
    // In eighths every product is an integer.
    let eighths: [u64; 10] = [1, 7, 3, 4, 4, 2, 5, 6, 1, 3];
    for contacts in 1..=eighths.len() {
        let eighths = &eighths[..contacts];
        let mut numerators = vec![0; contacts + 1];
        for outcome in 0..1_u32 << contacts {
            let factors = (0..).zip(eighths).map(|(i, &meets)| if outcome >> i & 1 == 1 { meets } else { 8 - meets });
            numerators[outcome.count_ones() as usize] += factors.product::<u64>();
        }
        let list = list(eighths.iter().map(|&meets| meets as f64 / 8.0));
        let distribution = list.distribution();
        for k in 0..=contacts {
            let exact = |numerator: u64| numerator as f64 / 8_u64.pow(contacts as u32) as f64;
            assert_near(distribution.mass(k), exact(numerators[k]), 1e-15);
            assert_near(list.at_least(k), exact(numerators[k..].iter().sum()), 1e-15);
        }
    }
}

#[test]
fn equal_contacts_are_a_binomial_far_into_its_tails() {
    for (contacts, p) in [(2000, 0.5), (1000, 0.001), (100_000, 0.1), (100_000, 0.93), (1_000_000, 0.02)] {
        let list = list(vec![p; contacts]);
        let binomial = Pmf::binomial(contacts as u32, Probability::new(p).unwrap());
        assert!(largest_difference(&list.distribution(), &binomial) <= 1e-15);
        for step in -36..=36 {
            let k = binomial.mean() + f64::from(step) * binomial.sd();
            if (0.0..=contacts as f64).contains(&k) {
                assert_tail(list.at_least(k as usize), binomial.at_least(k as usize));
            }
        }
    }
}

#[test]
fn a_million_contacts_of_two_kinds_are_two_binomials_far_into_their_tails() {
    let list = list([vec![0.1; 500_000], vec![0.7; 500_000]].concat());
    let [one, other] = [0.1, 0.7].map(|p| Pmf::binomial(500_000, Probability::new(p).unwrap()));
    for deviations in [10.0, 21.2, 30.0, 36.0] {
        let k = (list.mean() + deviations * list.variance().sqrt()) as usize;
        let tails = one.masses().iter().enumerate().map(|(i, mass)| {
            let first = one.first() + i;
            mass * other.mass(k.saturating_sub(first))
        });
        // P(sum = k), the difference of two tails.
        let mass: f64 = tails.sum();
        let difference = list.at_least(k) - list.at_least(k + 1);
        assert_near(difference, mass, 1e-10);
    }
}

#[test]
fn long_lists_are_as_divide_and_conquer_has_them() {
    for (contacts, seed) in [(257, 1), (3000, 2), (50_000, 3), (300_000, 4)] {
        let probabilities = usual(contacts, seed);
        let (list, divided) = (list(probabilities.iter().copied()), divided(&probabilities));
        assert!(largest_difference(&list.distribution(), &divided) <= 1e-15);
        for deviations in [-5.0, -3.0, 0.0, 3.0, 5.0] {
            let k = (list.mean() + deviations * list.variance().sqrt()) as usize;
            assert!((list.at_least(k) - divided.at_least(k)).abs() <= 1e-14);
        }
    }
}

#[test]
fn a_million_contacts_have_the_moments_of_their_probabilities() {
    let probabilities = usual(1_000_000, 5);
    let list = list(probabilities.iter().copied());
    let mean: f64 = probabilities.chunks(1000).map(|chunk| chunk.iter().sum::<f64>()).sum();
    let variance: f64 = probabilities.chunks(1000).map(|chunk| chunk.iter().map(|p| p * (1.0 - p)).sum::<f64>()).sum();
    assert_eq!(list.contacts(), 1_000_000);
    assert_near(list.mean(), mean, 1e-13);
    assert_near(list.variance(), variance, 1e-11);
    assert_near(list.distribution().mean(), mean, 1e-13);
    assert_near(list.distribution().variance(), variance, 1e-11);
}

#[test]
fn no_contact_brings_no_meeting() {
    let list = PoissonBinomial::default();
    assert_eq!((list.contacts(), list.mean(), list.variance()), (0, 0.0, 0.0));
    assert_eq!(list.distribution(), Pmf::point(0));
    assert_eq!([list.at_least(0), list.at_least(1), list.at_least(usize::MAX)], [1.0, 0.0, 0.0]);
}

#[test]
fn sure_contacts_leave_nothing_to_chance() {
    let never = list(vec![0.0; 1000]);
    assert_eq!((never.contacts(), never.mean(), never.distribution()), (1000, 0.0, Pmf::point(0)));
    let always = list(vec![1.0; 1000]);
    assert_eq!((always.contacts(), always.mean(), always.distribution()), (1000, 1000.0, Pmf::point(1000)));
    assert_eq!([always.at_least(1000), always.at_least(1001)], [1.0, 0.0]);
}

#[test]
fn sure_contacts_move_the_distribution_of_the_others() {
    let others = usual(700, 7);
    let (alone, mut joined) = (list(others.iter().copied()), list(others.iter().copied()));
    joined.merge(&list([vec![1.0; 40], vec![0.0; 60]].concat()));
    assert_eq!(joined.contacts(), 800);
    assert_eq!(joined.distribution().first(), alone.distribution().first() + 40);
    assert_eq!(joined.distribution().masses(), alone.distribution().masses());
    assert_eq!(joined.at_least(200), alone.at_least(160));
}

#[test]
fn no_count_is_outside_the_list() {
    for probabilities in [usual(600, 8), usual(600, 9).into_iter().map(|p| 1.0 - p).collect()] {
        let list = list(probabilities.iter().copied());
        assert_eq!([list.at_least(0), list.at_least(601), list.at_least(usize::MAX)], [1.0, 0.0, 0.0]);
        let all: f64 = probabilities.iter().product();
        assert_tail(list.at_least(600), all);
        let distribution = list.distribution();
        assert!(distribution.end() <= 601);
        assert!((0..600).all(|k| list.at_least(k + 1) <= list.at_least(k)));
    }
}

/// The masses contact by contact: sums of positive numbers, which keep their relative precision.
fn contact_by_contact(probabilities: &[f64]) -> Vec<f64> {
    let mut masses = vec![1.0];
    for p in probabilities {
        masses.push(0.0);
        for k in (1..masses.len()).rev() {
            masses[k] = masses[k] * (1.0 - p) + masses[k - 1] * p;
        }
        masses[0] *= 1.0 - p;
    }
    masses
}

#[test]
fn strange_lists_keep_their_tails() {
    let kinds: [fn(f64) -> f64; 6] = [
        |x| x,
        |_| 0.5,
        |x| libm::pow(10.0, -290.0 * x),
        |x| 1.0 - libm::pow(10.0, -16.0 * x),
        |x| 0.3 + 1e-4 * x,
        |x| libm::pow(10.0, -8.0 * x),
    ];
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(10);
    for one in 0..kinds.len() {
        for other in 0..=one {
            let contacts = rng.random_range(257..1200);
            let kind = |rng: &mut Xoshiro256PlusPlus| if rng.random_bool(0.7) { kinds[one] } else { kinds[other] };
            let probabilities: Vec<f64> = (0..contacts).map(|_| kind(&mut rng)(rng.random())).collect();
            let (list, masses) = (list(probabilities.iter().copied()), contact_by_contact(&probabilities));
            let distribution = list.distribution();
            let mut tail = 0.0;
            for (k, mass) in masses.iter().enumerate().rev() {
                tail += mass;
                assert!((distribution.mass(k) - mass).abs() <= 1e-15, "{one} {other}, {k}");
                if k % 29 == 0 {
                    assert_tail(list.at_least(k), tail);
                }
            }
        }
    }
}
