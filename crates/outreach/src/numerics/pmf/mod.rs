//! The distribution of a count: its probability mass function and what follows from it.

mod convolution;

use std::ops::RangeInclusive;

use crate::numerics::Probability;

/// The probability mass function of a count, on a window of 0, 1, 2, … outside which it is zero to double precision.
///
/// ```
/// use outreach::{Pmf, Probability};
///
/// let heads = Pmf::binomial(2, Probability::new(0.5)?);
/// assert_eq!(heads.mass(1), 0.5);
/// assert_eq!(heads.at_least(1), 0.75);
/// assert_eq!(heads.quantile(0.5), 1);
/// # Ok::<(), outreach::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Pmf {
    first: usize,
    masses: Vec<f64>,
}

/// What rounding may take from a cumulative probability before a quantile moves by one: 0.1 + 0.2 + 0.4 must still
/// reach 0.7.
const CUMULATIVE_ROUNDING: f64 = 1e-13;

impl Pmf {
    /// The count is surely this.
    pub fn point(count: usize) -> Self {
        Self { first: count, masses: vec![1.0] }
    }

    /// Masses from `first` on, scaled to sum to 1; zeros at both ends are cut. `None` unless they are finite, not
    /// negative and some of them positive.
    pub fn from_masses(first: usize, masses: Vec<f64>) -> Option<Self> {
        let total = sum(masses.iter().copied());
        let usable = total.is_finite() && total > 0.0 && masses.iter().all(|&mass| mass >= 0.0);
        usable.then(|| Self::scaled(first, masses, total))
    }

    fn scaled(first: usize, mut masses: Vec<f64>, total: f64) -> Self {
        let leading = masses.iter().take_while(|&&mass| mass == 0.0).count();
        masses.drain(..leading);
        let trailing = masses.iter().rev().take_while(|&&mass| mass == 0.0).count();
        masses.truncate(masses.len() - trailing);
        for mass in &mut masses {
            *mass /= total;
        }
        Self { first: first + leading, masses }
    }

    /// The number of successes in `trials` independent trials.
    ///
    /// # Formula
    /// ```text
    /// P(k) = C(n, k) p^k (1 − p)^(n − k), by the ratio P(k + 1) / P(k) = (n − k) / (k + 1) · p / (1 − p) from the mode
    /// ```
    /// Errors: a few units in the last place per step from the mode, and the sum is 1 to rounding.
    pub fn binomial(trials: u32, p: Probability) -> Self {
        let (n, p) = (trials as usize, p.get());
        if p <= 0.0 || n == 0 {
            return Self::point(0);
        }
        if p >= 1.0 {
            return Self::point(n);
        }
        let odds = p / (1.0 - p);
        let mode = (((f64::from(trials) + 1.0) * p) as usize).min(n);
        Self::from_ratios(mode, f64::MIN_POSITIVE, |k| n.saturating_sub(k) as f64 / (k + 1) as f64 * odds)
    }

    /// # Formula
    /// ```text
    /// P(k) = e^−mean mean^k / k!,  by the ratio P(k + 1) / P(k) = mean / (k + 1) from the mode
    /// ```
    pub(crate) fn poisson(mean: f64) -> Self {
        if mean <= 0.0 {
            Self::point(0)
        } else {
            Self::from_ratios(mean as usize, Self::RARE, |k| mean / (k + 1) as f64)
        }
    }

    /// The negative binomial distribution with variance mean + mean² / dispersion.
    ///
    /// # Formula
    /// ```text
    /// P(k + 1) / P(k) = (dispersion + k) / (k + 1) · mean / (mean + dispersion),  from the mode
    /// ```
    pub(crate) fn negative_binomial(mean: f64, dispersion: f64) -> Self {
        if mean <= 0.0 {
            return Self::point(0);
        }
        let factor = mean / (mean + dispersion);
        // The ratio is 1 or more up to here.
        let mode = (mean * (dispersion - 1.0) / dispersion).max(0.0) as usize;
        Self::from_ratios(mode, Self::RARE, |k| (dispersion + k as f64) / (k + 1) as f64 * factor)
    }

    /// What is rarer than this beside the mode is left out of a distribution without end.
    const RARE: f64 = 1e-30;

    /// The distribution whose neighbouring masses have these ratios, P(k + 1) / P(k): at the mode 1, and scaled in the
    /// end. The ratios shrink away from the mode, so that the masses fall until they are no more than `least`.
    fn from_ratios(mode: usize, least: f64, ratio: impl Fn(usize) -> f64) -> Self {
        let up = (mode..).scan(1.0, |mass, k| {
            *mass *= ratio(k);
            (*mass > least).then_some(*mass)
        });
        let down = (0..mode).rev().scan(1.0, |mass, k| {
            *mass /= ratio(k);
            (*mass > least).then_some(*mass)
        });
        let mut masses: Vec<f64> = down.collect();
        let first = mode - masses.len();
        masses.reverse();
        masses.push(1.0);
        masses.extend(up);
        let total = sum(masses.iter().copied());
        Self::scaled(first, masses, total)
    }

    /// The same without the masses below a bound at both ends, scaled to sum to 1.
    pub(crate) fn without_masses_below(mut self, bound: f64) -> Self {
        let leading = self.masses.iter().take_while(|&&mass| mass < bound).count();
        self.masses.drain(..leading);
        let trailing = self.masses.iter().rev().take_while(|&&mass| mass < bound).count();
        self.masses.truncate(self.masses.len() - trailing);
        let total = sum(self.masses.iter().copied());
        Self::scaled(self.first + leading, self.masses, total)
    }

    /// The distribution of this count or `most`, whichever is less.
    pub(crate) fn at_most_count(&self, most: usize) -> Self {
        if self.end() <= most + 1 {
            return self.clone();
        }
        if most <= self.first {
            return Self::point(most);
        }
        let mut masses = self.masses[..=most - self.first].to_vec();
        masses[most - self.first] = self.at_least(most);
        Self { first: self.first, masses }
    }

    /// The distribution of a count that follows one of the distributions, each with its weight. `None` unless the
    /// weights are finite, not negative and some of them positive.
    pub fn mixture<'a>(parts: impl IntoIterator<Item = (f64, &'a Self)> + Clone) -> Option<Self> {
        let first = parts.clone().into_iter().map(|(_, distribution)| distribution.first).min()?;
        let end = parts.clone().into_iter().map(|(_, distribution)| distribution.end()).max()?;
        let mut masses = vec![0.0; end - first];
        for (weight, distribution) in parts {
            if !(weight.is_finite() && weight >= 0.0) {
                return None;
            }
            for (sum, mass) in masses[distribution.first - first..].iter_mut().zip(&distribution.masses) {
                *sum += weight * mass;
            }
        }
        Self::from_masses(first, masses)
    }

    /// P(M = k).
    pub fn mass(&self, k: usize) -> f64 {
        k.checked_sub(self.first).and_then(|offset| self.masses.get(offset)).copied().unwrap_or(0.0)
    }

    /// The smallest count of the window.
    pub fn first(&self) -> usize {
        self.first
    }

    /// One more than the largest count of the window.
    pub fn end(&self) -> usize {
        self.first + self.masses.len()
    }

    /// P(M = k) for k from [`Pmf::first`] on.
    pub fn masses(&self) -> &[f64] {
        &self.masses
    }

    /// P(M ≤ k), summed from the small end, so that small tails keep their relative precision.
    pub fn at_most(&self, k: usize) -> f64 {
        let length = k.saturating_add(1).saturating_sub(self.first).min(self.masses.len());
        if length == self.masses.len() { 1.0 } else { sum(self.masses[..length].iter().copied()).min(1.0) }
    }

    /// P(M ≥ k), summed from the large end, so that small tails keep their relative precision.
    pub fn at_least(&self, k: usize) -> f64 {
        let cut = k.saturating_sub(self.first).min(self.masses.len());
        if cut == 0 { 1.0 } else { sum(self.masses[cut..].iter().rev().copied()).min(1.0) }
    }

    /// P(M + N ≥ k) of this count and an independent other one, as precise as [`Pmf::at_least`], without the distribution of
    /// their sum.
    pub(crate) fn at_least_with(&self, other: &Self, k: usize) -> f64 {
        // Summed from the large end, so that small tails keep their precision.
        let mut tail = Sum::default();
        let mut tails = Vec::with_capacity(other.masses.len());
        for mass in other.masses.iter().rev() {
            tail.add(*mass);
            tails.push(tail.value());
        }
        let at_least = |k: usize| match k.saturating_sub(other.first) {
            0 => 1.0,
            cut => tails.len().checked_sub(cut + 1).map_or(0.0, |place| tails[place]),
        };
        let products = (self.first..).zip(&self.masses).map(|(count, mass)| mass * at_least(k.saturating_sub(count)));
        sum(products).min(1.0)
    }

    /// The smallest k with P(M ≤ k) ≥ q, up to 1e-13 of rounding; the largest k of the window if q is more than 1.
    pub fn quantile(&self, q: f64) -> usize {
        let mut cumulative = Sum::default();
        let below = self.masses.iter().take_while(|&&mass| {
            cumulative.add(mass);
            cumulative.value() < q - CUMULATIVE_ROUNDING
        });
        self.first + below.count().min(self.masses.len() - 1)
    }

    /// The range from the point of (1 − share) / 2 to that of (1 + share) / 2: the 5 % point to the 95 % point of 0.9.
    ///
    /// # Formula
    /// ```text
    /// from the smallest k with P(M ≤ k) ≥ (1 − share) / 2 to the smallest with P(M ≤ k) ≥ (1 + share) / 2
    /// ```
    ///
    /// ```
    /// use outreach::{Pmf, Probability};
    ///
    /// let cold = Pmf::binomial(100, Probability::new(0.1)?);
    /// assert_eq!(cold.central(0.9), 5..=15);
    /// # Ok::<(), outreach::Error>(())
    /// ```
    pub fn central(&self, share: f64) -> RangeInclusive<usize> {
        let tail = (1.0 - share) / 2.0;
        self.quantile(tail)..=self.quantile(1.0 - tail)
    }

    /// The largest difference of P(M ≤ k) from that of another distribution.
    pub(crate) fn largest_gap(&self, other: &Self) -> f64 {
        let (mut gap, mut largest) = (0.0_f64, 0.0_f64);
        for count in self.first.min(other.first)..self.end().max(other.end()) {
            gap += self.mass(count) - other.mass(count);
            largest = largest.max(gap.abs());
        }
        largest
    }

    /// E\[M\].
    pub fn mean(&self) -> f64 {
        self.first as f64 + sum(self.masses.iter().enumerate().map(|(offset, mass)| offset as f64 * mass))
    }

    /// Var(M).
    pub fn variance(&self) -> f64 {
        let mean = self.mean() - self.first as f64;
        sum(self.masses.iter().enumerate().map(|(offset, mass)| (offset as f64 - mean).powi(2) * mass))
    }

    /// √Var(M).
    pub fn sd(&self) -> f64 {
        self.variance().sqrt()
    }

    /// The probabilities that this count is more than, equal to and less than an independent other one.
    ///
    /// ```
    /// use outreach::{Pmf, Probability};
    ///
    /// let coin = Pmf::binomial(1, Probability::new(0.5)?);
    /// assert_eq!(coin.against(&coin), [0.25, 0.5, 0.25]);
    /// # Ok::<(), outreach::Error>(())
    /// ```
    pub fn against(&self, other: &Self) -> [f64; 3] {
        let more = |one: &Self, another: &Self| {
            let below = |k: usize| if k == 0 { 0.0 } else { another.at_most(k - 1) };
            let mut cumulative = Sum::default();
            cumulative.add(below(one.first));
            sum(one.masses.iter().enumerate().map(|(offset, mass)| {
                let k = one.first + offset;
                let product = mass * cumulative.value().min(1.0);
                cumulative.add(another.mass(k));
                product
            }))
        };
        let tie = sum(self.masses.iter().enumerate().map(|(offset, mass)| mass * other.mass(self.first + offset)));
        [more(self, other), tie, more(other, self)]
    }
}

/// A sum whose rounding error does not grow with the number of terms (Neumaier's compensated summation).
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Sum {
    total: f64,
    compensation: f64,
}

impl Sum {
    pub(crate) fn add(&mut self, term: f64) {
        let total = self.total + term;
        self.compensation +=
            if self.total.abs() >= term.abs() { (self.total - total) + term } else { (term - total) + self.total };
        self.total = total;
    }

    pub(crate) fn value(self) -> f64 {
        self.total + self.compensation
    }
}

fn sum(terms: impl IntoIterator<Item = f64>) -> f64 {
    let mut sum = Sum::default();
    terms.into_iter().for_each(|term| sum.add(term));
    sum.value()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tail_of_a_sum_is_that_of_its_distribution() {
        let binomial = |n: u32, p: f64| Pmf::binomial(n, Probability::new(p).expect("a probability"));
        for one in [Pmf::point(0), Pmf::point(3), binomial(9, 0.4), binomial(700, 0.1)] {
            for other in [Pmf::point(0), binomial(1, 1.0), binomial(40, 0.9)] {
                let both = one.convolve(&other);
                for k in 0..both.end() + 2 {
                    let (found, expected) = (one.at_least_with(&other, k), both.at_least(k));
                    assert!((found - expected).abs() <= 1e-13 * expected, "P(≥ {k}): {found} for {expected}");
                }
            }
        }
    }

    #[test]
    fn a_mass_at_the_bound_stays() {
        let distribution = Pmf::from_masses(3, vec![0.125, 0.25, 0.5, 0.125]).expect("a distribution");
        assert_eq!(distribution.clone().without_masses_below(0.125), distribution);
        let within = distribution.without_masses_below(0.25);
        assert_eq!((within.mass(4), within.mass(5), within.end()), (0.25 / 0.75, 0.5 / 0.75, 6));
    }
}
