//! Drawing a Beta rate: our own short code on the `libm` crate, so that no other crate of a build changes its bits.

mod ziggurat;

use rand::Rng;

use self::ziggurat::Ziggurat;
use super::generator::{Generator, Lanes};
use crate::numerics::Beta;

/// A Beta distribution made ready for drawing.
#[derive(Debug, Clone)]
pub(crate) enum BetaDraw {
    /// Where the density is bounded: by rejection from strips that cover it.
    Ziggurat(Box<Ziggurat>),
    /// Else as a ratio of Gamma draws.
    Gammas(Beta),
}

impl BetaDraw {
    /// Costs about 50 µs.
    pub(crate) fn new(beta: Beta) -> Self {
        if beta.alpha() >= 1.0 && beta.beta() >= 1.0 {
            Self::Ziggurat(Box::new(Ziggurat::new(beta)))
        } else {
            Self::Gammas(beta)
        }
    }

    /// A draw for each lane.
    pub(crate) fn draw(&self, generator: &mut Generator, again: &mut impl Rng, drawn: &mut Lanes<f64>) {
        match self {
            Self::Ziggurat(strips) => strips.draw(generator, again, drawn),
            Self::Gammas(beta) => drawn.fill_with(|| ratio(*beta, again)),
        }
    }
}

/// A draw where no distribution is drawn from often enough to be made ready.
///
/// # Formula
/// ```text
/// X / (X + Y),  X ~ Gamma(α), Y ~ Gamma(β), as 1 / (1 + exp(ln Y − ln X)), which does not underflow for small α, β
/// ```
pub(crate) fn ratio(beta: Beta, rng: &mut impl Rng) -> f64 {
    /// Odds smaller than this are the draw, and their inverse may be more than a number holds.
    const TINY: f64 = -700.0;
    let log_odds = log_gamma_draw(beta.alpha(), rng) - log_gamma_draw(beta.beta(), rng);
    if log_odds < TINY { libm::exp(log_odds) } else { 1.0 / (1.0 + libm::exp(-log_odds)) }
}

/// The logarithm of a Gamma(shape, 1) draw.
///
/// Source: Marsaglia and Tsang, *A simple method for generating gamma variables*, 2000; for shapes below 1 their
/// Gamma(shape) = Gamma(shape + 1) · U^(1 / shape).
pub(crate) fn log_gamma_draw(shape: f64, rng: &mut impl Rng) -> f64 {
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
        let (height, square) = (uniform(rng), normal * normal);
        // Nearly all are surely below the density.
        if height < 1.0 - 0.0331 * square * square
            || libm::log(height) < 0.5 * square + d * (1.0 - cube + libm::log(cube))
        {
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
    use crate::simulate::generator::LANES;

    fn draws(beta: Beta, count: u32) -> Vec<f64> {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(1);
        let mut generator = Generator::from_states(|| {
            let mut state = [0; 32];
            rng.fill_bytes(&mut state);
            state
        });
        let distribution = BetaDraw::new(beta);
        let draws = (0..count).step_by(LANES).flat_map(|_| {
            let mut drawn = [0.0; LANES];
            distribution.draw(&mut generator, &mut rng, &mut drawn);
            drawn
        });
        draws.take(count as usize).collect()
    }

    /// Value-breaking to change. The same bits have to come with and without `num-traits/std` in the build.
    #[test]
    fn the_draws_are_pinned() {
        let drawn = PINNED.map(|(alpha, beta, _)| {
            let draws = draws(Beta::new(alpha, beta).expect("in bounds"), 3);
            (alpha, beta, [0, 1, 2].map(|draw| draws[draw].to_bits()))
        });
        assert_eq!(drawn, PINNED);
    }

    /// Over the whole domain, with what posteriors after a few thousand calls are.
    const PARAMETERS: [f64; 19] = [
        1e-3,
        0.03,
        0.5,
        0.999,
        1.0,
        1.000_000_001,
        1.001,
        1.5,
        2.0,
        7.0,
        50.737,
        300.0,
        449.854,
        2_700.0,
        1e4,
        1e6,
        1e7,
        123_456_789.0,
        1e9,
    ];

    /// The mean of as many draws is further from its own than this many of its standard deviations once in 10^10: for
    /// nearly normal means; draws that are nearly always the same are many here.
    const DEVIATIONS: f64 = 6.5;

    #[test]
    fn strips_beyond_the_density_drew_infinities() {
        for (alpha, beta) in PARAMETERS.into_iter().flat_map(|alpha| PARAMETERS.map(|beta| (alpha, beta))) {
            let distribution = Beta::new(alpha, beta).expect("in bounds");
            let draws = draws(distribution, 6_400);
            assert!(draws.iter().all(|draw| (0.0..=1.0).contains(draw)), "{distribution}");
            // Rare draws that decide a mean are no test of it: only where they are not.
            if alpha.min(beta) >= 0.03 {
                let mean = draws.iter().sum::<f64>() / draws.len() as f64;
                let sd = (distribution.variance() / draws.len() as f64).sqrt();
                assert!((mean - distribution.mean()).abs() < DEVIATIONS * sd + f64::EPSILON, "{distribution}: {mean}");
            }
        }
    }

    #[test]
    fn small_draws_are_small_and_not_0() {
        let distribution = Beta::new(1e-3, 1e-3).expect("in bounds");
        let draws = draws(distribution, 10_000);
        // Of draws P(x ≤ 1e-308) = 1e-308^0.001 / 2, of which those below 5e-324 are nearly all.
        let subnormal = draws.iter().filter(|draw| **draw > 0.0 && **draw < f64::MIN_POSITIVE).count();
        let least = draws.iter().filter(|draw| **draw == 0.0).count();
        assert!((30..=200).contains(&subnormal) && (2_200..=2_600).contains(&least), "{subnormal} {least}");
    }

    #[test]
    fn a_number_between_0_and_1_is_neither() {
        assert!(ziggurat::below_one(0) > 0.0 && ziggurat::below_one(u64::MAX) < 1.0);
    }

    const TRIALS: u32 = 400_000;

    const SHAPES: [(f64, f64); 12] = [
        (10.0, 90.0),
        (2.0, 18.0),
        (1.5, 40.0),
        (30.0, 1.2),
        (0.5, 0.5),
        (1.0, 1.0),
        (1.0, 30.0),
        (7.0, 1.0),
        (1.0, 0.5),
        (0.05, 3.0),
        (5000.0, 20.0),
        (1e4, 1e4),
    ];

    /// The largest difference of the empirical and the exact distribution function, at 300 of the sorted draws. A
    /// draw stands for all numbers that round to it.
    fn gap(draws: &[f64], distribution: Beta) -> f64 {
        let share = |count: usize| count as f64 / draws.len() as f64;
        let gap = |draw: &f64| {
            let below = share(draws.partition_point(|other| other < draw));
            let up_to = share(draws.partition_point(|other| other <= draw));
            let [least, most] = [draw.next_down(), draw.next_up()].map(|place| distribution.at_most(place));
            (least - below).max(up_to - most)
        };
        draws.iter().step_by((draws.len() / 300).max(1)).map(gap).fold(0.0, f64::max)
    }

    /// ln of how rare so large a difference of the shares beyond a distribution's quantiles is, by Chernoff's bound. A draw
    /// stands for all numbers that round to it.
    fn rarest_tail(draws: &[f64], distribution: Beta) -> f64 {
        let n = draws.len() as f64;
        let divergence = |x: f64, p: f64| if x == 0.0 { 0.0 } else { x * (x / p).ln() };
        let tail = |q: f64| {
            let at = distribution.quantile(q);
            let below = draws.partition_point(|draw| *draw <= at) as f64 / n;
            let [least, most] = [at.next_down(), at.next_up()].map(|place| distribution.at_most(place));
            let expected = below.max(least).min(most);
            -n * (divergence(below, expected) + divergence(1.0 - below, 1.0 - expected))
        };
        [1e-4, 1e-3, 1e-2, 0.99, 0.999, 0.9999].map(tail).into_iter().fold(0.0, f64::min)
    }

    /// Dvoretzky–Kiefer–Wolfowitz for the whole distribution, Chernoff for six quantiles: each of the 84 checks fails
    /// by chance once in 10^9.
    #[test]
    fn the_draws_follow_the_beta_distribution() {
        let bound = ((2e9_f64).ln() / (2.0 * f64::from(TRIALS))).sqrt();
        for (alpha, beta) in SHAPES {
            let distribution = Beta::new(alpha, beta).expect("in bounds");
            let mut draws = draws(distribution, TRIALS);
            draws.sort_by(f64::total_cmp);
            assert!(gap(&draws, distribution) < bound, "{distribution}");
            assert!(
                rarest_tail(&draws, distribution) > -(2e9_f64).ln(),
                "{distribution}: {}",
                rarest_tail(&draws, distribution)
            );
            // The same checks see a distribution that is a little off, and one that lacks half of its last thousandth.
            let wrong = Beta::new(alpha * 1.1, beta * 0.95).expect("in bounds");
            assert!(gap(&draws, wrong) > bound, "{distribution}");
            let last = draws.partition_point(|draw| *draw < distribution.quantile(0.999));
            let half = (draws.len() - last) / 2;
            let lost = draws.len() - half;
            draws.copy_within(..half, lost);
            draws.sort_by(f64::total_cmp);
            assert!(rarest_tail(&draws, distribution) < -(2e9_f64).ln(), "{distribution}");
        }
    }

    /// The same over all pairs of [`PARAMETERS`]: each of the 2,527 checks fails by chance once in 10^9.
    #[test]
    fn the_draws_follow_the_beta_distribution_wherever_it_is_accepted() {
        let rare = (2e9_f64).ln();
        for (alpha, beta) in PARAMETERS.into_iter().flat_map(|alpha| PARAMETERS.map(|beta| (alpha, beta))) {
            let distribution = Beta::new(alpha, beta).expect("in bounds");
            let mut draws = draws(distribution, 20_032);
            draws.sort_by(f64::total_cmp);
            assert!(draws.iter().all(|draw| (0.0..=1.0).contains(draw)), "{distribution}");
            let gap = gap(&draws, distribution);
            assert!(gap < (rare / (2.0 * draws.len() as f64)).sqrt(), "{distribution}: {gap}");
            assert!(rarest_tail(&draws, distribution) > -rare, "{distribution}: {}", rarest_tail(&draws, distribution));
            // The same checks see a strip of 512 of which every draw is the end, where that is not where nearly all are.
            if distribution.quantile(0.9999) < 1.0 {
                draws.iter_mut().step_by(512).for_each(|draw| *draw = 1.0);
                draws.sort_by(f64::total_cmp);
                assert!(rarest_tail(&draws, distribution) < -rare, "{distribution}");
            }
        }
    }

    const PINNED: [(f64, f64, [u64; 3]); 3] = [
        (10.0, 90.0, [4_594_069_996_050_223_980, 4_589_982_019_282_421_551, 4_587_866_823_417_068_014]),
        (0.5, 0.5, [4_606_635_030_390_721_168, 4_606_976_950_429_770_479, 4_585_846_757_183_967_532]),
        (0.05, 2000.0, [4_507_352_571_902_754_220, 4_415_999_525_122_340_366, 4_350_504_120_600_884_904]),
    ];
}
