//! Drawing a Beta rate: our own short code on the `libm` crate, so that no other crate of a build changes its bits.

use rand::Rng;

use crate::Beta;

/// # Formula
/// ```text
/// X / (X + Y),  X ~ Gamma(α), Y ~ Gamma(β), as 1 / (1 + exp(ln Y − ln X)), which does not underflow for small α, β
/// ```
pub(crate) fn draw(beta: Beta, rng: &mut impl Rng) -> f64 {
    let log_odds = log_gamma_draw(beta.alpha(), rng) - log_gamma_draw(beta.beta(), rng);
    1.0 / (1.0 + libm::exp(-log_odds))
}

/// The logarithm of a Gamma(shape, 1) draw.
///
/// Source: Marsaglia and Tsang, *A simple method for generating gamma variables*, 2000; for shapes below 1 their
/// Gamma(shape) = Gamma(shape + 1) · U^(1 / shape).
fn log_gamma_draw(shape: f64, rng: &mut impl Rng) -> f64 {
    if shape < 1.0 {
        return log_gamma_draw(shape + 1.0, rng) + libm::log(uniform(rng)) / shape;
    }
    let d = shape - 1.0 / 3.0;
    let c = 1.0 / (9.0 * d).sqrt();
    loop {
        let normal = normal(rng);
        let root = 1.0 + c * normal;
        if root <= 0.0 {
            continue;
        }
        let cube = root * root * root;
        if libm::log(uniform(rng)) < 0.5 * normal * normal + d * (1.0 - cube + libm::log(cube)) {
            return libm::log(d * cube);
        }
    }
}

/// A standard normal draw by the polar method; of its two values only one is used.
fn normal(rng: &mut impl Rng) -> f64 {
    loop {
        let (x, y) = (2.0 * uniform(rng) - 1.0, 2.0 * uniform(rng) - 1.0);
        let square = x * x + y * y;
        if square > 0.0 && square < 1.0 {
            return x * (-2.0 * libm::log(square) / square).sqrt();
        }
    }
}

/// Uniform on the midpoints of 2^52 equal parts of (0, 1): never 0, never 1.
pub(crate) fn uniform(rng: &mut impl Rng) -> f64 {
    ((rng.next_u64() >> 12) as f64 + 0.5) / 4_503_599_627_370_496.0
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;
    use rand::rngs::Xoshiro256PlusPlus;

    use super::*;

    fn draws(beta: Beta, count: u32) -> Vec<f64> {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(1);
        (0..count).map(|_| draw(beta, &mut rng)).collect()
    }

    /// Value-breaking to change. The same bits have to come with and without `num-traits/std` in the build.
    #[test]
    fn the_draws_are_pinned() {
        for (alpha, beta, pinned) in PINNED {
            let law = Beta::new(alpha, beta).expect("in bounds");
            assert_eq!(draws(law, 3).iter().map(|draw| draw.to_bits()).collect::<Vec<_>>(), pinned, "{law}");
        }
    }

    const TRIALS: u32 = 100_000;

    /// The largest difference of the empirical and the exact distribution function, at the draws.
    fn gap(draws: &[f64], law: Beta) -> f64 {
        let gap = |(rank, draw): (u32, &f64)| (law.at_most(*draw) - f64::from(rank) / f64::from(TRIALS)).abs();
        (0..).zip(draws).map(gap).fold(0.0, f64::max)
    }

    /// Dvoretzky–Kiefer–Wolfowitz: each of the six checks fails by chance once in 10^9.
    #[test]
    fn the_draws_follow_the_beta_law() {
        let bound = ((2e9_f64).ln() / (2.0 * f64::from(TRIALS))).sqrt();
        for (alpha, beta) in [(10.0, 90.0), (2.0, 18.0), (0.5, 0.5), (1.0, 1.0), (0.05, 3.0), (5000.0, 20.0)] {
            let law = Beta::new(alpha, beta).expect("in bounds");
            let mut draws = draws(law, TRIALS);
            draws.sort_by(f64::total_cmp);
            assert!(gap(&draws, law) < bound, "{law}");
            // The same check sees a law that is a little off.
            let wrong = Beta::new(alpha * 1.1, beta * 0.95).expect("in bounds");
            assert!(gap(&draws, wrong) > bound, "{law}");
        }
    }

    const PINNED: [(f64, f64, [u64; 3]); 3] = [
        (10.0, 90.0, [4_592_837_528_257_179_351, 4_592_495_373_285_434_406, 4_595_356_689_489_878_577]),
        (0.5, 0.5, [4_603_028_852_242_629_347, 4_583_509_563_648_858_723, 4_604_477_389_883_923_184]),
        (0.001, 2000.0, [2_658_218_870_862_518_764, 4_016_345_356_570_618_802, 0]),
    ];
}
