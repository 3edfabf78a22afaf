//! Rejection from strips.
#![expect(clippy::needless_range_loop, reason = "all loops over lanes look alike: the compiler makes vectors of them")]

use multiversion::multiversion;
use rand::Rng;

use super::uniform;
use crate::numerics::Beta;
use crate::simulate::generator::{Aligned, Generator, LANES, Lanes};

/// This many strips: a number of this many bits chooses one.
const STRIPS: usize = 1 << BITS;
const BITS: u32 = 9;
/// This many are aimed at.
const ALMOST_ALL: usize = STRIPS - 2;

/// A density without its constant, 1 at its mode, under strips of equal area.
///
/// Away from the mode the density falls, so that a strip is as high as the density at its near end, and the density in it
/// is nowhere below that at its far end: nearly all draws are accepted without computing the density.
///
/// ```text
/// 1 │   ┌─┬─┐            a point anywhere under the strips: below the density it is a draw, above it
///   │ ┌─┤ ╱╲├─┐          the next point is tried
///   │ │ ╱   ╲ ├───┐
///   └─┴───────┴───┴──
/// ```
/// Source: Marsaglia and Tsang, *The ziggurat method*, 2000, with upright strips.
#[derive(Debug, Clone)]
pub(crate) struct Ziggurat {
    beta: Beta,
    mode: f64,
    /// 1 − mode.
    beyond: f64,
    /// Each strip's end near the mode.
    near: [f64; STRIPS],
    /// Less than 0 on the left of the mode.
    width: [f64; STRIPS],
    height: [f64; STRIPS],
    /// The least density in it, as a share of its height. There may be strips left in which nothing is accepted.
    sure: [f64; STRIPS],
    /// Bounds of the share between its ends: their slope from 1 below it, and what one from above falls from.
    slope: [f64; STRIPS],
    top: [f64; STRIPS],
}

impl Ziggurat {
    /// For shapes of at least 1.
    pub(super) fn new(beta: Beta) -> Self {
        let (more, less) = (beta.alpha() - 1.0, beta.beta() - 1.0);
        let mode = if more + less > 0.0 { more / (more + less) } else { 0.0 };
        // A mode that is rounded to 1 still has something beyond it, of which the density hangs.
        let beyond = if mode < 1.0 { 1.0 - mode } else { less / (more + less) };
        let none = [0.0; STRIPS];
        // Beyond all densities, where no strip is.
        let near = [-1.0; STRIPS];
        let mut distribution =
            Self { beta, mode, beyond, near, width: none, height: none, sure: none, slope: none, top: none };
        // That of a normal density; smaller or larger until nearly all strips are used: a point in one that is not costs as
        // much as any that is not accepted at once. It ends: too many strips are fewer in the next round, and how few are few
        // enough falls from round to round.
        let mut area = 2.55 * beta.variance().sqrt() / ALMOST_ALL as f64;
        for few_enough in (0..=ALMOST_ALL - 2).rev().chain(std::iter::repeat(0)) {
            let strips = distribution.strips(area);
            if strips.len() <= STRIPS && strips.len() >= few_enough {
                distribution.set(&strips, area);
                break;
            }
            area *= strips.len() as f64 / ALMOST_ALL as f64;
        }
        distribution
    }

    /// The near ends of strips of this area, the density there, and on which side of the mode they lie.
    ///
    /// Where the density underflows a strip would have no height: none begins there, which leaves out less than 1e-290 of
    /// all draws.
    fn strips(&self, area: f64) -> Vec<(f64, f64, f64)> {
        let mut strips = Vec::new();
        for (side, inside) in [(-1.0, f64::MIN_POSITIVE..=1.0), (1.0, 0.0..=1.0 - f64::EPSILON / 2.0)] {
            let mut near = self.mode;
            while inside.contains(&near) && strips.len() < 4 * STRIPS {
                let height = self.density(near);
                if height < f64::MIN_POSITIVE {
                    break;
                }
                strips.push((near, height, side));
                near += side * area / height;
            }
        }
        strips
    }

    fn set(&mut self, strips: &[(f64, f64, f64)], area: f64) {
        for (index, &(near, height, side)) in strips.iter().enumerate() {
            let width = side * area / height;
            self.near[index] = near;
            self.width[index] = width;
            self.height[index] = height;
            let far = near + width;
            // The next strip begins there, if one does.
            let next = strips.get(index + 1).filter(|(near, ..)| near.total_cmp(&far).is_eq());
            self.sure[index] = next.map_or_else(|| self.density(far), |(_, density, _)| *density) / height;
            self.slope[index] = libm::log(self.sure[index]);
            // A strip that ends where the density does has no bound from above.
            let steepness = (self.beta.alpha() - 1.0) / far - (self.beta.beta() - 1.0) / (1.0 - far);
            let ends = self.sure[index] <= 0.0;
            self.top[index] = if ends { f64::INFINITY } else { self.sure[index] * libm::exp(-steepness * width) };
        }
    }

    /// # Formula
    /// ```text
    /// f(x) = (x / mode)^(α − 1) ((1 − x) / (1 − mode))^(β − 1)
    /// ```
    fn density(&self, x: f64) -> f64 {
        if !(0.0..=1.0).contains(&x) {
            return 0.0;
        }
        let away = x - self.mode;
        // A density that does not depend on one end has its mode there: away / 0 is no number.
        let power = |away: f64, exponent: f64| if exponent == 0.0 { 0.0 } else { exponent * libm::log1p(away) };
        let of_x = power(away / self.mode, self.beta.alpha() - 1.0);
        libm::exp(of_x + power(-away / self.beyond, self.beta.beta() - 1.0))
    }

    /// One draw for each lane: those that are not accepted at once are drawn again, lane by lane.
    pub(super) fn draw(&self, generator: &mut Generator, again: &mut impl Rng, drawn: &mut Lanes<f64>) {
        let mut points = Points { shares: Aligned([0.0; LANES]), strips: Aligned([0; LANES]) };
        let mut undecided = try_once(self, generator, drawn, &mut points);
        while undecided > 0 {
            let lane = undecided.trailing_zeros() as usize;
            if !self.accepts(drawn[lane], points.shares.0[lane], points.strips.0[lane].into()) {
                drawn[lane] = self.draw_one(again);
            }
            undecided &= undecided - 1;
        }
    }

    /// Whether a point at this share of its strip's height lies below the density.
    ///
    /// The logarithm of the density is concave, so that the share is, at t from 0 at the near end to 1 at the far one,
    /// ```text
    /// ≥ sure^t ≥ 1 + t ln sure,    ≤ sure · exp(−steepness (1 − t) width) ≤ top (1 − t) + sure t
    /// ```
    fn accepts(&self, x: f64, share: f64, strip: usize) -> bool {
        let t = (x - self.near[strip]) / self.width[strip];
        if share < 1.0 + t * self.slope[strip] {
            return true;
        }
        let surely_not = share > self.top[strip] * (1.0 - t) + self.sure[strip] * t;
        !surely_not && share * self.height[strip] < self.density(x)
    }

    fn draw_one(&self, rng: &mut impl Rng) -> f64 {
        loop {
            let number = rng.next_u64();
            let strip = (number >> (64 - BITS)) as usize;
            let x = self.near[strip] + below_one(number) * self.width[strip];
            let share = uniform(rng);
            if share < self.sure[strip] || self.accepts(x, share, strip) {
                return x;
            }
        }
    }
}

/// Points under the strips: their share of the height of their strip.
#[derive(Debug)]
struct Points {
    shares: Aligned<Lanes<f64>>,
    strips: Aligned<Lanes<u16>>,
}

/// A point under the strips for each lane; bit by bit the lanes in which it may not lie below the density.
#[multiversion(targets("x86_64+avx512f+avx512bw+avx512dq+avx512vl", "x86_64+avx2", "x86_64+sse4.1"))]
fn try_once(distribution: &Ziggurat, generator: &mut Generator, drawn: &mut Lanes<f64>, points: &mut Points) -> u64 {
    let (places, heights) = (Aligned(generator.numbers()), Aligned(generator.numbers()));
    let mut undecided = 0;
    for lane in 0..LANES {
        let strip = (places.0[lane] >> (64 - BITS)) as usize;
        points.strips.0[lane] = strip as u16;
        drawn[lane] = distribution.near[strip] + below_one(places.0[lane]) * distribution.width[strip];
        points.shares.0[lane] = below_one(heights.0[lane]);
        // What is not sure is looked at, whatever it is: so no draw is outside 0 to 1.
        let sure = points.shares.0[lane] < distribution.sure[strip];
        undecided |= u64::from(!sure) << lane;
    }
    undecided
}

/// A number between 0 and 1 from the last 52 bits: the middle of one of 2^52 equal parts. By bits, as not every processor
/// has an instruction to convert several 64-bit numbers at once.
#[inline]
pub(super) fn below_one(number: u64) -> f64 {
    const LAST: u64 = (1 << 52) - 1;
    f64::from_bits(1.0_f64.to_bits() | number & LAST) - (1.0 - f64::EPSILON / 2.0)
}
