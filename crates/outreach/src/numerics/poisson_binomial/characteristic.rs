//! From the characteristic function of a tilted list to its distribution.
//!
//! φ is a product over the contacts: those that are held are multiplied, those that were folded are added as logarithms. It
//! is needed at as many frequencies as the window around the mean has counts, and only up to where it vanishes, which for long
//! lists is a small part of them. The distribution is real, so that half of the frequencies tell the other half.

use std::f64::consts::PI;

use super::bins::Side;
use super::product::{Complex, LANES, Lanes, product};
use super::tilt::{Tilt, TiltedCluster, odd_part};
use crate::numerics::fourier::Fourier;

/// −ln of what is left out on each side of the distribution, and of what is left out of φ.
const NEGLIGIBLE: f64 = 46.1;

/// A list whose odds are tilted.
#[derive(Debug)]
pub(super) struct Tilted {
    mean: f64,
    variance: f64,
    range: [f64; 2],
    /// By sign: unlikely contacts, likely ones.
    held: [Vec<f64>; 2],
    clusters: [Vec<TiltedCluster>; 2],
}

/// e^(it) − 1 and what else is needed of a frequency.
#[derive(Debug, Clone, Copy)]
struct Frequency {
    t: f64,
    turn: Complex,
    sine_squared: f64,
    tangent: f64,
}

impl Frequency {
    /// t = 2π j / length.
    fn new(j: usize, length: usize) -> Self {
        let half = PI * j as f64 / length as f64;
        let (sine, cosine) = half.sin_cos();
        let turn = Complex { re: -2.0 * sine * sine, im: 2.0 * sine * cosine };
        Self { t: 2.0 * half, turn, sine_squared: sine * sine, tangent: sine / cosine }
    }
}

impl Tilted {
    /// Of the contacts by the sign of what they do to the difference, the mean and variance that the tilt gives them.
    pub(super) fn new(sides: [(f64, &Side); 2], [mean, variance]: [f64; 2], theta: f64) -> Self {
        let (mut held, mut clusters) = ([const { Vec::new() }; 2], [const { Vec::new() }; 2]);
        for (index, (sign, side)) in sides.into_iter().enumerate() {
            let tilt = Tilt::by(sign * theta);
            held[index] = side.held.iter().map(|&q| tilt.probability(q)).collect();
            clusters[index] = side.clusters.iter().map(|cluster| cluster.tilted(&tilt)).collect();
        }
        let [unlikely, likely] = sides.map(|(_, side)| side.contacts as f64);
        Self { mean, variance, range: [-likely, unlikely], held, clusters }
    }

    /// The first difference of a window outside which there is nothing that matters, and the masses from there on.
    pub(super) fn distribution(&self) -> (i64, Vec<f64>) {
        let third = NEGLIGIBLE / 3.0;
        let reach = third + (third * third + 2.0 * NEGLIGIBLE * self.variance).sqrt();
        let first = (self.mean - reach).floor().max(self.range[0]);
        let last = (self.mean + reach).ceil().min(self.range[1]);
        let fourier = Fourier::at_least((last - first) as usize + 1);
        let length = fourier.length();
        let first = first as i64;
        let [mut re, mut im] = [vec![0.0; length], vec![0.0; length]];
        // The transform takes its values in the order of their reversed bits.
        let reversed = |j: usize| j.reverse_bits() >> (usize::BITS - length.ilog2());
        for (j, value) in self.characteristic(first, length).into_iter().enumerate() {
            // The transform's sign is the other one, and the distribution is real: φ(−t) is the conjugate of φ(t).
            let (here, there) = (reversed(j), reversed((length - j) % length));
            (re[here], im[here]) = (value.re, -value.im);
            (re[there], im[there]) = (value.re, value.im);
        }
        fourier.backward(&mut re, &mut im);
        let masses = re.into_iter().map(|mass| (mass / length as f64).max(0.0));
        (first, masses.take((last as i64 - first) as usize + 1).collect())
    }

    /// φ(t) e^(−i t first) for t = 2π j / length, j from 0 to where it vanishes: |φ(t)| ≤ exp(−2 variance sin²(t / 2)).
    fn characteristic(&self, first: i64, length: usize) -> Vec<Complex> {
        let vanishes = |frequency: &Frequency| 2.0 * self.variance * frequency.sine_squared > NEGLIGIBLE;
        let frequencies: Vec<_> =
            (0..=length / 2).map(|j| Frequency::new(j, length)).take_while(|frequency| !vanishes(frequency)).collect();
        let means = [0, 1].map(|side| self.clusters[side].iter().map(|cluster| cluster.count * cluster.middle).sum());
        let [plus, minus]: [f64; 2] = means;
        // A whole number of turns is taken out before t is multiplied.
        let whole = (plus - minus).round();
        let offset = (whole as i64 - first).rem_euclid(length as i64) as usize;
        let mut values = Vec::with_capacity(frequencies.len());
        for chunk in frequencies.chunks(LANES) {
            let turn = |lane| chunk.get(lane).map_or_else(Complex::default, |one: &Frequency| one.turn);
            let (once, twice) = (Lanes::new(turn), Lanes::new(|lane| turn(lane) * turn(lane)));
            let [mut of_unlikely, mut of_likely] = [Lanes::new(|_| Complex { re: 1.0, im: 0.0 }); 2];
            product(&self.held[0], &once, &twice, &mut of_unlikely);
            product(&self.held[1], &once, &twice, &mut of_likely);
            for (lane, frequency) in chunk.iter().enumerate() {
                let [up, down] = [0, 1].map(|side| log_of_clusters(&self.clusters[side], frequency));
                let angle = up.im - down.im + frequency.t * (plus - minus - whole);
                let turned = 2.0 * PI * (values.len() * offset % length) as f64 / length as f64;
                let (sine, cosine) = (angle + turned).sin_cos();
                let size = (up.re + down.re).exp();
                let of_likely = of_likely.get(lane);
                let conjugate = Complex { im: -of_likely.im, ..of_likely };
                values.push(of_unlikely.get(lane) * conjugate * Complex { re: size * cosine, im: size * sine });
            }
        }
        values
    }
}

/// Σ ln φ(t) − i t count · middle over what was folded.
fn log_of_clusters(clusters: &[TiltedCluster], frequency: &Frequency) -> Complex {
    let mut sum = Complex::default();
    for cluster in clusters {
        let (q, turn) = (cluster.middle, frequency.turn);
        let size = 0.5 * (-4.0 * q * (1.0 - q) * frequency.sine_squared).ln_1p();
        // The series for small angles loses no digit to the mean; at large ones there are few contacts.
        let angle = if frequency.tangent < 0.4 {
            odd_part(q, frequency.tangent, -1.0)
        } else {
            (q * turn.im).atan2(1.0 + q * turn.re) - q * frequency.t
        };
        let spread = cluster.log_spread(turn);
        sum.re += cluster.count * size + spread.re;
        sum.im += cluster.count * angle + spread.im;
    }
    sum
}
