//! How many calls fail before one succeeds.

use std::f64::consts::LN_2;
use std::sync::LazyLock;

use rand::Rng;

/// How many calls fail before one succeeds, made ready for drawing.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Failures {
    /// −1 / ln P(a call fails): 0 where none does, infinity where all do.
    per_log: f64,
}

impl Failures {
    pub(crate) fn before_success_of(p: f64) -> Self {
        if p >= 1.0 { Self { per_log: 0.0 } } else { Self::where_one_is(libm::log1p(-p.max(0.0))) }
    }

    /// By ln P(a call fails).
    pub(crate) fn where_one_is(log: f64) -> Self {
        Self { per_log: -1.0 / log }
    }

    /// The largest number there is where that many fail.
    pub(crate) fn draw(self, rng: &mut impl Rng) -> u32 {
        (exponential(rng) * self.per_log) as u32
    }
}

/// The first bits of a number between 1 and 2 by which the table is read.
const BITS: u32 = 7;
const CELLS: usize = 1 << BITS;

/// 1 / m and ln m in the middle of each of equal parts of 1 to 2.
static CELL: LazyLock<[[f64; 2]; CELLS]> = LazyLock::new(|| {
    std::array::from_fn(|cell| {
        let middle = 1.0 + (cell as f64 + 0.5) / CELLS as f64;
        [1.0 / middle, libm::log(middle)]
    })
});

/// −ln u of a uniform u, to 1e-15.
///
/// # Formula
/// ```text
/// u = m · 2^−k, 1 ≤ m < 2:  −ln u = k ln 2 − ln c − ln(1 + r),  c the middle of the cell of m, r = m / c − 1 ≤ 2^−8
/// ```
fn exponential(rng: &mut impl Rng) -> f64 {
    const ONE: u64 = 1023 << 52;
    let bits = rng.next_u64() | 1;
    let zeros = bits.leading_zeros();
    let mantissa = (bits << zeros << 1) >> 12;
    let [inverse, log] = CELL[(mantissa >> (52 - BITS)) as usize];
    let r = f64::from_bits(ONE | mantissa) * inverse - 1.0;
    let log_rest = r * (1.0 - r * (1.0 / 2.0 - r * (1.0 / 3.0 - r * (1.0 / 4.0 - r * (1.0 / 5.0 - r / 6.0)))));
    (f64::from(zeros + 1) * LN_2 - log - log_rest).max(0.0)
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;
    use rand::rngs::Xoshiro256PlusPlus;

    use super::*;

    /// Beyond this gap 40,000 draws go once in 10^9 distributions, by the inequality of Dvoretzky, Kiefer and Wolfowitz in
    /// Massart's form.
    fn follows(mut draws: Vec<u32>, at_most: impl Fn(u32) -> f64) -> bool {
        draws.sort_unstable();
        let n = draws.len() as f64;
        let gap = |&k: &u32| (draws.partition_point(|&draw| draw <= k) as f64 / n - at_most(k)).abs();
        draws.iter().step_by(100).map(gap).fold(0.0, f64::max) < (2e9_f64.ln() / (2.0 * n)).sqrt()
    }

    #[test]
    fn failures_before_a_success_are_geometric() {
        let mut seen = 0;
        for p in [1e-6, 0.006, 0.1, 0.5, 0.9, 1.0 - 1e-12] {
            let mut rng = Xoshiro256PlusPlus::seed_from_u64(3);
            let draws: Vec<u32> = (0..40_000).map(|_| Failures::before_success_of(p).draw(&mut rng)).collect();
            let at_most = |p: f64| move |k: u32| -libm::expm1((f64::from(k) + 1.0) * libm::log1p(-p));
            assert!(follows(draws.clone(), at_most(p)), "{p}");
            seen += u32::from(!follows(draws, at_most(0.9 * p)));
        }
        assert!(seen >= 5, "a tenth less is seen of {seen}");
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(1);
        assert_eq!([0.0, 1.0].map(|p| Failures::before_success_of(p).draw(&mut rng)), [u32::MAX, 0]);
    }

    /// Beside the logarithm of the library, from the same bits.
    #[test]
    fn exponentials_are_logarithms_to_the_last_digits() {
        let (mut rng, mut same) = (Xoshiro256PlusPlus::seed_from_u64(7), Xoshiro256PlusPlus::seed_from_u64(7));
        for _ in 0..100_000 {
            let expected = 64.0 * LN_2 - libm::log((same.next_u64() | 1) as f64);
            let gap = (exponential(&mut rng) - expected).abs();
            assert!(gap < 2e-14, "{expected}: {gap:e}");
        }
    }
}
