//! Tilted odds: q / (1 − q) · e^θ for q / (1 − q).

use super::bins::Cluster;
use super::powers::ORDER;
use super::product::Complex;

/// A tilt, with what is needed of it again and again.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tilt {
    theta: f64,
    /// e^θ and e^θ − 1.
    factor: f64,
    increase: f64,
    /// sinh²(θ / 2) and tanh(θ / 2).
    sinh_squared: f64,
    tanh: f64,
}

impl Tilt {
    /// The largest |θ|: e^θ is finite. A tail that takes more is below 1e-300.
    pub(super) const MOST: f64 = 700.0;

    pub(super) fn by(theta: f64) -> Self {
        let half = 0.5 * theta;
        Self {
            theta,
            factor: theta.exp(),
            increase: theta.exp_m1(),
            sinh_squared: half.sinh().powi(2),
            tanh: half.tanh(),
        }
    }

    pub(super) fn probability(&self, q: f64) -> f64 {
        q * self.factor / self.total(q)
    }

    /// 1 − q + q e^θ.
    fn total(&self, q: f64) -> f64 {
        1.0 + q * self.increase
    }

    /// A weak tilt moves the logarithms below by so little that q θ, their first term, would hide it.
    pub(super) fn is_weak(&self) -> bool {
        self.theta.abs() <= 1.0
    }

    /// ln(1 − q + q e^θ), less q θ where the tilt is weak; in two parts, the first of them 0 or θ.
    ///
    /// # Formula
    /// ```text
    /// weak:          −q θ + … = 1/2 ln(1 + 4 q (1 − q) sinh²(θ / 2)) + artanh(u x) − u artanh(x)
    ///                u = 2 q − 1,  x = tanh(θ / 2)
    /// q e^θ > 1 − q:  θ + ln(q + (1 − q) e^−θ)
    /// ```
    pub(super) fn log_total(&self, q: f64) -> [f64; 2] {
        if self.is_weak() {
            [0.0, 0.5 * (4.0 * q * (1.0 - q) * self.sinh_squared).ln_1p() + odd_part(q, self.tanh, 1.0)]
        } else if q * self.factor > 1.0 - q {
            [self.theta, (q + (1.0 - q) / self.factor).ln()]
        } else {
            [0.0, (q * self.increase).ln_1p()]
        }
    }
}

/// # Formula
/// ```text
/// sign 1:   artanh(u x) − u artanh(x) = −u Σ x^(2j + 1) / (2j + 1) (1 − u^2j),   u = 2 q − 1
/// sign −1:  arctan(u x) − u arctan(x), the same with signs that alternate
/// ```
pub(super) fn odd_part(q: f64, x: f64, sign: f64) -> f64 {
    let u = 1.0 - 2.0 * q;
    // 1 − u^2j for j = 1, 2, …
    let first = 4.0 * q * (1.0 - q);
    let mut left = first;
    let square = sign * x * x;
    let mut power = x * square;
    let mut sum = 0.0;
    let mut odd = 3.0;
    loop {
        let term = power * left / odd;
        sum += term;
        if term.abs() <= 1e-17 * sum.abs() {
            return u * sum;
        }
        left = first + u * u * left;
        power *= square;
        odd += 2.0;
    }
}

/// What was folded in one bin, tilted.
#[derive(Debug, Clone, Copy)]
pub(super) struct TiltedCluster {
    pub(super) count: f64,
    /// The middle of the bin, tilted.
    pub(super) middle: f64,
    /// What multiplies a contact's distance: 1 − q + q e^θ = (the same of the middle) · (1 + ratio · distance).
    ratio: f64,
    /// d ratio / dθ.
    slope: f64,
    /// Σ ln(1 + ratio · distance) = Σ coefficient · ratio^m.
    coefficients: [f64; ORDER],
    /// It at the ratio above.
    log_total: f64,
}

impl Cluster {
    pub(super) fn tilted(&self, tilt: &Tilt) -> TiltedCluster {
        let total = tilt.total(self.middle);
        let middle = tilt.probability(self.middle);
        let ratio = self.middle * tilt.increase / total;
        let mut coefficients = self.sums;
        for (coefficient, m) in coefficients.iter_mut().zip(1_i32..) {
            *coefficient /= f64::from(if m % 2 == 0 { -m } else { m });
        }
        let log_total = coefficients.iter().rev().fold(0.0, |sum, coefficient| ratio * (sum + coefficient));
        TiltedCluster { count: self.count, middle, ratio, slope: middle / total, coefficients, log_total }
    }

    /// Σ ln(1 − q + q e^θ), less q θ where the tilt is weak; in two parts, the first a multiple of θ.
    pub(super) fn log_total(&self, tilt: &Tilt) -> [f64; 2] {
        let [whole, part] = tilt.log_total(self.middle);
        let taken = if tilt.is_weak() { self.middle * self.sums[0] * tilt.theta } else { 0.0 };
        [self.count * whole, self.count * part + (self.tilted(tilt).log_total - taken)]
    }
}

impl TiltedCluster {
    /// Mean and variance of the successes: the first two derivatives of Σ ln(1 − q + q e^θ).
    pub(super) fn moments(&self) -> [f64; 2] {
        let (mut first, mut second) = (0.0, 0.0);
        for m in (1..=ORDER).rev() {
            let (coefficient, m) = (self.coefficients[m - 1], m as f64);
            first = first * self.ratio + m * coefficient;
            if m > 1.0 {
                second = second * self.ratio + m * (m - 1.0) * coefficient;
            }
        }
        let bend = self.slope * (1.0 - 2.0 * self.middle);
        [
            self.count * self.middle + first * self.slope,
            self.count * self.middle * (1.0 - self.middle) + first * bend + second * self.slope * self.slope,
        ]
    }

    /// Σ of ln(1 + ratio · distance) at the frequency with this e^(it) − 1, less it at 0.
    pub(super) fn log_spread(&self, turn: Complex) -> Complex {
        let turned = Complex { re: self.middle * turn.re, im: self.middle * turn.im };
        let ratio = Complex { re: self.ratio + turned.re, im: turned.im } / Complex { re: 1.0 + turned.re, ..turned };
        let add = |sum: Complex, coefficient: &f64| ratio * Complex { re: sum.re + coefficient, ..sum };
        let sum = self.coefficients.iter().rev().fold(Complex::default(), add);
        Complex { re: sum.re - self.log_total, ..sum }
    }
}

#[cfg(test)]
mod tests {
    use super::super::bins::Bins;
    use super::*;

    #[test]
    fn what_was_folded_has_the_tilted_moments_of_its_contacts() {
        let mut bins = Bins::default();
        let contacts: Vec<_> = (0..400).map(|k| 0.25 + 0.031 * f64::from(k) / 400.0).collect();
        for &q in &contacts {
            bins.push(q);
        }
        let side = bins.ordered();
        for theta in [-2.0, 0.3, 1.7] {
            let tilted = contacts.iter().map(|q| q * f64::exp(theta) / (1.0 - q + q * f64::exp(theta)));
            let expected = tilted.fold([0.0, 0.0], |[mean, variance], q| [mean + q, variance + q * (1.0 - q)]);
            let found = side.clusters[0].tilted(&Tilt::by(theta)).moments();
            for (found, expected) in found.into_iter().zip(expected) {
                assert!((found / expected - 1.0).abs() < 1e-12, "θ = {theta}: {found}, and not {expected}");
            }
        }
    }
}
