//! A list in the one order and form that it has, and what follows from it.

use super::bins::{HELD, Side};
use super::characteristic::Tilted;
use super::tilt::Tilt;
use crate::numerics::Pmf;
use crate::numerics::pmf::Sum;

/// A list of contacts: equal ones are equal to the last bit, whatever the order in which the contacts came.
///
/// Its counts are differences: meetings of the unlikely contacts, less the missed ones of the likely.
#[derive(Debug)]
pub(super) struct Ordered {
    pub(super) certain: u64,
    pub(super) unlikely: Side,
    pub(super) likely: Side,
}

impl Ordered {
    pub(super) fn mean(&self) -> f64 {
        let mut mean = Sum::default();
        mean.add(self.settled() as f64);
        self.add_means(1.0, &mut mean);
        mean.value()
    }

    pub(super) fn distribution(&self) -> Pmf {
        if self.is_short() {
            return self.distribution_by_contact();
        }
        let (first, masses) = self.tilted(0.0).distribution();
        let first = self.settled().saturating_add_signed(first);
        Pmf::from_masses(first as usize, masses).expect("masses that sum to 1 up to rounding")
    }

    pub(super) fn at_least(&self, k: usize) -> f64 {
        if self.is_short() {
            return self.distribution_by_contact().at_least(k);
        }
        // Of the contacts that are not settled: meetings of the unlikely, less the missed ones of the likely.
        let bound = i128::from(k as u64) - i128::from(self.settled());
        if bound <= -i128::from(self.likely.contacts) {
            return 1.0;
        }
        if bound > i128::from(self.unlikely.contacts) {
            return 0.0;
        }
        // Within the numbers of contacts.
        let bound = bound as i64;
        if self.excess(bound) > 0.0 { self.tail(bound, 1.0) } else { 1.0 - self.tail(bound - 1, -1.0) }
    }

    /// P(difference ≥ bound) for the direction 1, P(difference ≤ bound) for −1: by the tilt whose mean is the bound.
    fn tail(&self, bound: i64, direction: f64) -> f64 {
        // At the ends of the distribution no tilt makes them the mean.
        let (least, most) = (-(self.likely.contacts as f64) + 0.5, self.unlikely.contacts as f64 - 0.5);
        let theta = self.tilt_to((bound as f64).clamp(least, most));
        let (first, masses) = self.tilted(theta).distribution();
        let mut tail = Sum::default();
        for (count, mass) in (first..).zip(masses) {
            let beyond = (count - bound) as f64;
            if beyond * direction >= 0.0 {
                tail.add(mass * (-theta * beyond).exp());
            }
        }
        (tail.value() * self.log_scale(theta, bound).exp()).min(1.0)
    }

    /// The tilt whose mean is this difference, to a fraction of its standard deviation: Newton's method within bounds.
    fn tilt_to(&self, target: f64) -> f64 {
        let (mut low, mut high) = (-Tilt::MOST, Tilt::MOST);
        let mut theta = 0.0;
        // Halving alone takes twenty steps.
        for _ in 0..100 {
            let [mean, variance] = self.moments(theta);
            let missing = target - mean;
            if missing * missing <= 0.05 * variance {
                break;
            }
            let passed = if missing > 0.0 { &mut low } else { &mut high };
            *passed = theta;
            theta += missing / variance;
            if !(low < theta && theta < high) {
                theta = f64::midpoint(low, high);
            }
        }
        // A number of so few digits that its products with counts are exact.
        f64::from(theta as f32)
    }

    /// Mean and variance of the difference, tilted.
    pub(super) fn moments(&self, theta: f64) -> [f64; 2] {
        let [mut mean, mut variance] = [0.0; 2];
        for (sign, side) in self.sides() {
            let tilt = Tilt::by(sign * theta);
            for &q in &side.held {
                let q = tilt.probability(q);
                mean += sign * q;
                variance += q * (1.0 - q);
            }
            for cluster in &side.clusters {
                let [of_mean, of_variance] = cluster.tilted(&tilt).moments();
                mean += sign * of_mean;
                variance += of_variance;
            }
        }
        [mean, variance]
    }

    /// ln E[e^(θ (difference − bound))].
    fn log_scale(&self, theta: f64, bound: i64) -> f64 {
        let mut scale = Sum::default();
        // What is large in both parts cancels: from the mean where the tilt is weak, to the last digit where it is not.
        let least = if Tilt::by(theta).is_weak() { self.excess(bound) } else { bound as f64 };
        scale.add(-theta * least);
        for (sign, side) in self.sides() {
            let tilt = Tilt::by(sign * theta);
            let held = side.held.iter().map(|&q| tilt.log_total(q));
            let parts = held.chain(side.clusters.iter().map(|cluster| cluster.log_total(&tilt)));
            parts.flatten().for_each(|part| scale.add(part));
        }
        scale.value()
    }

    /// The difference that this one is more than its mean, to its last digit.
    fn excess(&self, difference: i64) -> f64 {
        let mut excess = Sum::default();
        excess.add(difference as f64);
        self.add_means(-1.0, &mut excess);
        excess.value()
    }

    fn add_means(&self, weight: f64, sum: &mut Sum) {
        for (sign, side) in self.sides() {
            side.held.iter().for_each(|&q| sum.add(weight * sign * q));
            for cluster in &side.clusters {
                cluster.means().into_iter().for_each(|mean| sum.add(weight * sign * mean));
            }
        }
    }

    fn tilted(&self, theta: f64) -> Tilted {
        Tilted::new(self.sides(), self.moments(theta), theta)
    }

    /// The contacts by the sign of what they do to the difference.
    fn sides(&self) -> [(f64, &Side); 2] {
        [(1.0, &self.unlikely), (-1.0, &self.likely)]
    }

    /// The meetings if every contact did what is likelier.
    fn settled(&self) -> u64 {
        self.certain + self.likely.contacts
    }

    /// Whether the contacts are few enough to be convolved one by one; then all of them are held.
    fn is_short(&self) -> bool {
        self.unlikely.contacts + self.likely.contacts <= HELD as u64
    }

    fn distribution_by_contact(&self) -> Pmf {
        let mut masses = vec![1.0];
        let each =
            self.unlikely.held.iter().map(|&q| [1.0 - q, q]).chain(self.likely.held.iter().map(|&q| [q, 1.0 - q]));
        for [none, one] in each {
            masses.push(0.0);
            for k in (1..masses.len()).rev() {
                masses[k] = masses[k] * none + masses[k - 1] * one;
            }
            masses[0] *= none;
        }
        Pmf::from_masses(self.certain as usize, masses).expect("masses that sum to 1 up to rounding")
    }
}
