//! Luck and ignorance, told apart by a second campaign in the same world with luck of its own.

use serde::{Deserialize, Serialize};

use crate::numerics::Estimate;

/// Exact sums over pairs of yields (y, z) of the same world: of y^i z^j for i, j from 0 to 2.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct VarianceSplit {
    sums: [[u128; 3]; 3],
    /// Σ y (y − z)² and Σ y² (y − z)².
    squares: [u128; 2],
}

impl VarianceSplit {
    pub(crate) fn push(&mut self, one: u32, other: u32) {
        let powers = |count: u32| [1, u128::from(count), u128::from(u64::from(count) * u64::from(count))];
        let (one_powers, other_powers) = (powers(one), powers(other));
        for (row, one) in self.sums.iter_mut().zip(one_powers) {
            for (sum, other) in row.iter_mut().zip(other_powers) {
                *sum += one * other;
            }
        }
        let square = u128::from(one.abs_diff(other)).pow(2);
        self.squares[0] += one_powers[1] * square;
        self.squares[1] += one_powers[2] * square;
    }

    /// Whether the sums can be those of this many trials with counts up to the most.
    pub(crate) fn is_of(&self, trials: u64, most: u32) -> bool {
        let largest = u128::from(trials).saturating_mul(u128::from(most).pow(4));
        let pairs = self.sums[0][0];
        self.sums.iter().flatten().chain(&self.squares).all(|&sum| sum <= largest)
            && (pairs == 0 || pairs == trials.into())
    }

    pub(crate) fn merge(&mut self, other: &Self) {
        for (sum, more) in self.sums.iter_mut().flatten().zip(other.sums.iter().flatten()) {
            *sum += more;
        }
        self.squares.iter_mut().zip(other.squares).for_each(|(sum, more)| *sum += more);
    }

    /// E\[y^i z^j\].
    fn moment(&self, i: usize, j: usize) -> f64 {
        self.sums[i][j] as f64 / self.sums[0][0] as f64
    }

    /// The mean of products whose squares have this mean; two pairs tell no error of it.
    fn estimate(&self, value: f64, squares: f64) -> Estimate {
        let n = self.sums[0][0] as f64;
        let variance = if n < 3.0 { f64::NAN } else { (squares - value * value) / n };
        Estimate::with_variance(value, variance)
    }

    /// # Formula
    /// ```text
    /// ignorance = Cov(y, z);  standard error √((E[(y − μ)² (z − ν)²] − Cov²) / n)
    /// ```
    /// It may come out slightly negative.
    pub(crate) fn ignorance(&self) -> Estimate {
        let n = self.sums[0][0] as f64;
        let (m, v) = (self.moment(1, 0), self.moment(0, 1));
        let value = (self.moment(1, 1) - m * v) * n / (n - 1.0);
        // E[(y − m)² (z − v)²], multiplied out.
        let e = |i, j| self.moment(i, j);
        let squares = e(2, 2) - 2.0 * v * e(2, 1) + v * v * e(2, 0)
            - 2.0 * m * (e(1, 2) - 2.0 * v * e(1, 1) + v * v * m)
            + m * m * (e(0, 2) - 2.0 * v * v + v * v);
        self.estimate(value, squares)
    }

    /// # Formula
    /// ```text
    /// luck = Var(y) − Cov(y, z) = E[(y − μ) (y − z)];  standard error √((E[(y − μ)² (y − z)²] − luck²) / n)
    /// ```
    pub(crate) fn luck(&self, variance: f64) -> Estimate {
        let value = variance - self.ignorance().value;
        let m = self.moment(1, 0);
        let square = self.moment(2, 0) - 2.0 * self.moment(1, 1) + self.moment(0, 2);
        let [once, twice] = self.squares.map(|sum| sum as f64 / self.sums[0][0] as f64);
        // E[(y − m)² (y − z)²], multiplied out.
        let squares = twice - 2.0 * m * once + m * m * square;
        self.estimate(value, squares)
    }
}
