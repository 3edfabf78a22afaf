//! How far chance may carry what was drawn: bounds that hold for every sample size.

use outreach::{Estimate, Pmf, Sample};

/// How likely chance alone makes one comparison fail. A million of them raise a false alarm for one choice of the seed in
/// a million.
const FALSE_ALARM: f64 = 1e-12;
/// So much an exact probability may be off.
const ROUNDING: f64 = 2e-9;

/// At the places where the tails of the distribution have 1/2, 1/4, …, 2^-40, and beside its ends: is the number of trials
/// below what chance explains?
///
/// # Formula
/// ```text
/// P(count ≥ n a), a > p,  and  P(count ≤ n a), a < p,  are at most exp(−n (a ln(a/p) + (1 − a) ln((1 − a)/(1 − p))))
/// ```
/// Source: Hoeffding, *Probability inequalities for sums of bounded random variables*, 1963, theorem 1.
pub(crate) fn against_exact(what: &str, sample: &Sample, exact: &Pmf) -> Result<u64, String> {
    let places = places(exact);
    let allowed = (2.0 * places.len() as f64 / FALSE_ALARM).ln();
    let trials = sample.trials() as f64;
    for &(place, below, above) in &places {
        let seen = sample.iter().filter(|&(count, _)| count <= place).map(|(_, trials)| trials).sum::<u64>();
        // From the smaller side, whose digits are all there.
        let (seen, p) = if below < above { (seen, below) } else { (sample.trials() - seen, above) };
        let share = seen as f64 / trials;
        let nearest = share.clamp((p - ROUNDING).max(0.0), (p + ROUNDING).min(1.0));
        if trials * divergence(share, nearest) > allowed {
            let side = if below < above { "up to" } else { "above" };
            return Err(format!(
                "{what}: {seen} of {trials} trials come to {side} {place}, and {:.2} would",
                trials * p
            ));
        }
    }
    Ok(1)
}

/// Counts with P(at most that) and P(more).
fn places(exact: &Pmf) -> Vec<(i64, f64, f64)> {
    let first = exact.first() as i64;
    let sum = |sum: &mut f64, mass: &f64| {
        *sum += mass;
        Some(*sum)
    };
    let below: Vec<f64> = exact.masses().iter().scan(0.0, sum).collect();
    let mut above: Vec<f64> = exact.masses().iter().skip(1).rev().scan(0.0, sum).collect();
    above.reverse();
    above.push(0.0);
    let of_level = |level: f64| [below.partition_point(|&p| p < level), above.partition_point(|&p| p > level)];
    let mut inside: Vec<_> = (1..=40).flat_map(|halvings| of_level(0.5_f64.powi(halvings))).collect();
    inside.push(below.len() - 1);
    inside.retain(|&index| index < below.len());
    inside.sort_unstable();
    inside.dedup();
    let place = |index: usize| (first + index as i64, below[index], above[index]);
    std::iter::once((first - 1, 0.0, 1.0)).chain(inside.into_iter().map(place)).collect()
}

fn divergence(share: f64, p: f64) -> f64 {
    let part = |share: f64, p: f64| if share > 0.0 { share * (share / p).ln() } else { 0.0 };
    part(share, p) + part(1.0 - share, 1.0 - p)
}

/// At the 1st, 2nd, 4th, … of all trials from below and from above: are there as many of the one sample below as of the
/// other? Exactly, given both together (Fisher).
pub(crate) fn against_other(what: &str, one: &Sample, other: &Sample) -> Result<u64, String> {
    let mut both = one.clone();
    both.merge(other);
    let mut places = Vec::new();
    let (mut below, mut next) = (0, 1);
    for (count, trials) in both.iter() {
        below += trials;
        let above = both.trials() - below;
        if below >= next || above < next {
            places.push(count);
        }
        while below >= next {
            next *= 2;
        }
    }
    let allowed = FALSE_ALARM / (2.0 * places.len() as f64);
    let up_to = |sample: &Sample, place: i64| {
        sample.iter().filter(|&(count, _)| count <= place).map(|(_, trials)| trials).sum()
    };
    for place in places {
        let counts = [up_to(one, place), up_to(other, place)];
        if chance(counts, [one.trials(), other.trials()]) < allowed {
            return Err(format!(
                "{what}: {} of {} trials come to up to {place}, and {} of {}",
                counts[0],
                one.trials(),
                counts[1],
                other.trials()
            ));
        }
    }
    Ok(1)
}

/// Are two shares the same?
pub(crate) fn shares(what: &str, counts: [u64; 2], trials: [u64; 2]) -> Result<u64, String> {
    if chance(counts, trials) < FALSE_ALARM / 2.0 {
        return Err(format!("{what}: {} of {}, and {} of {}", counts[0], trials[0], counts[1], trials[1]));
    }
    Ok(1)
}

/// The probability that the first count is as far out on its side, given the sum of both: hypergeometric.
fn chance(counts: [u64; 2], trials: [u64; 2]) -> f64 {
    let [n, m] = trials.map(|trials| trials as f64);
    let (seen, all) = (counts[0] as f64, (counts[0] + counts[1]) as f64);
    let choose = |n: f64, k: f64| libm::lgamma(n + 1.0) - libm::lgamma(k + 1.0) - libm::lgamma(n - k + 1.0);
    let mut mass = libm::exp(choose(n, seen) + choose(m, all - seen) - choose(n + m, all));
    let more = seen > all * n / (n + m);
    let (mut k, mut tail) = (seen, 0.0);
    // Away from the mean each mass is smaller than the one before.
    while mass > tail * 1e-9 {
        tail += mass;
        mass *= if more {
            (n - k) * (all - k) / ((k + 1.0) * (m - all + k + 1.0))
        } else {
            k * (m - all + k) / ((n - k + 1.0) * (all - k + 1.0))
        };
        k += if more { 1.0 } else { -1.0 };
    }
    tail
}

/// A mean and how far it may be from what is expected, for values that lie in a range this wide.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Around {
    pub(crate) mean: f64,
    pub(crate) by: f64,
}

impl Around {
    /// # Formula
    /// ```text
    /// √(2 V ln(4/δ) / n) + 7 range ln(4/δ) / (3 (n − 1)),  V the sample's variance
    /// ```
    /// Source: Maurer and Pontil, *Empirical Bernstein bounds and sample-variance penalization*, 2009, theorem 4.
    pub(crate) fn new(estimate: Estimate, trials: u64, range: f64) -> Self {
        let (n, log) = (trials as f64, (4.0 / FALSE_ALARM).ln());
        Self {
            mean: estimate.value,
            by: estimate.std_error * (2.0 * log).sqrt() + 7.0 * range * log / (3.0 * (n - 1.0)),
        }
    }

    pub(crate) fn exact(mean: f64) -> Self {
        Self { mean, by: ROUNDING * mean.abs() }
    }

    pub(crate) fn agrees(self, what: &str, other: Self) -> Result<u64, String> {
        let (apart, by) = ((self.mean - other.mean).abs(), self.by + other.by);
        // What is no number agrees with nothing.
        if apart <= by {
            Ok(1)
        } else {
            Err(format!("{what}: {} and {}, which may be {by} apart", self.mean, other.mean))
        }
    }
}

#[test]
fn what_chance_does_not_explain_is_seen() {
    assert!(chance([5, 5], [10, 10]) > 0.5 && chance([0, 10], [10, 10]) < 1e-5);
    // 1 / C(20, 10).
    assert!((chance([10, 0], [10, 10]) * 184_756.0 - 1.0).abs() < 1e-9);
    let sample = |counts: &[i64]| {
        let mut sample = Sample::default();
        for &count in counts {
            sample.push(count);
        }
        sample
    };
    let fair = Pmf::from_masses(0, vec![0.5, 0.5]).unwrap();
    let (halves, ones) = (sample(&[0, 1].repeat(50)), sample(&[1].repeat(100)));
    assert!(against_exact("", &halves, &fair).is_ok() && against_exact("", &ones, &fair).is_err());
    assert!(against_exact("", &sample(&[2, 2]), &fair).is_err());
    assert!(against_other("", &halves, &halves).is_ok() && against_other("", &halves, &ones).is_err());
    assert!(Around::exact(f64::NAN).agrees("", Around::exact(1.0)).is_err());
}
