//! The distribution of successes among calls that share one rate, known or not.

use crate::interruption::check_cancelled;
use crate::model::Rate;
use crate::numerics::{Beta, Pmf};

/// The number of successes in this many calls of one rate: binomial, or beta-binomial if the rate is drawn once for all.
pub(crate) fn successes(calls: usize, rate: Rate) -> Pmf {
    match rate {
        Rate::Fixed(p) => Pmf::binomial(u32::try_from(calls).expect("at most a million calls"), p),
        Rate::Beta(beta) => beta_binomial(calls, beta),
    }
}

/// The distribution of the successes among a random number of calls of one rate.
pub(crate) fn thin(calls: &Pmf, rate: Rate) -> Pmf {
    thin_with(calls, 0, rate)
}

/// The same with this many calls more.
pub(crate) fn thin_with(calls: &Pmf, more: usize, rate: Rate) -> Pmf {
    let mut masses = vec![0.0; calls.end() + more];
    // One distribution at a time: together they would take the square of the calls in memory.
    for (calls, weight) in (calls.first()..).zip(calls.masses()) {
        check_cancelled();
        let distribution = successes(calls + more, rate);
        masses[distribution.first()..]
            .iter_mut()
            .zip(distribution.masses())
            .for_each(|(sum, mass)| *sum += weight * mass);
    }
    Pmf::from_masses(0, masses).expect("a mixture of distributions")
}

/// This many multiplications take as long as a mass of a distribution that is computed.
pub(super) const OF_A_MASS: u64 = 25;

/// The masses that are computed for the successes in so many calls; those that underflow are computed and not kept.
pub(super) fn computed(calls: usize, rate: Rate, successes: &Pmf) -> u64 {
    if rate.is_uncertain() { calls as u64 + 1 } else { successes.masses().len() as u64 }
}

#[cfg(test)]
std::thread_local! {
    /// The masses of uncertain rates that a test's thread has computed.
    pub(super) static COMPUTED: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// # Formula
/// ```text
/// P(k) = C(n, k) B(k + α, n − k + β) / B(α, β), by the ratio P(k + 1) / P(k) = (n − k) (α + k) / ((k + 1) (β + n − k − 1))
/// ```
fn beta_binomial(calls: usize, rate: Beta) -> Pmf {
    #[cfg(test)]
    COMPUTED.set(COMPUTED.get() + calls as u64 + 1);
    let (n, alpha, beta) = (calls as f64, rate.alpha(), rate.beta());
    let mut masses = Vec::with_capacity(calls + 1);
    let (mut mass, mut alive): (f64, usize) = (1.0, 0);
    masses.push(mass);
    for k in 0..calls {
        let k = k as f64;
        // Beside many calls a small parameter would lose its digits.
        mass *= (n - k) * (alpha + k) / ((k + 1.0) * (beta + (n - k - 1.0)));
        masses.push(mass);
        // The scale is free until the end; what underflows here is nothing beside the mode, and not touched again.
        if mass > 1e250 {
            masses[alive..].iter_mut().for_each(|mass| *mass *= 1e-250);
            alive += masses[alive..].iter().take_while(|&&mass| mass == 0.0).count();
            mass *= 1e-250;
        }
    }
    Pmf::from_masses(0, masses).expect("ratios of positive numbers")
}
