//! Complex numbers, and the characteristic function of contacts that are held one by one.

use std::ops::{Div, Mul};

#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Complex {
    pub(super) re: f64,
    pub(super) im: f64,
}

impl Mul for Complex {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        Self { re: self.re * other.re - self.im * other.im, im: self.re * other.im + self.im * other.re }
    }
}

impl Div for Complex {
    type Output = Self;

    /// For numbers whose squares neither overflow nor vanish.
    fn div(self, other: Self) -> Self {
        let square = other.re * other.re + other.im * other.im;
        let product = self * Self { im: -other.im, ..other };
        Self { re: product.re / square, im: product.im / square }
    }
}

/// This many frequencies are worked on side by side.
pub(super) const LANES: usize = 4;

/// Complex numbers, their parts apart: the compiler then works on several of them at once.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lanes {
    re: [f64; LANES],
    im: [f64; LANES],
}

impl Lanes {
    pub(super) fn new(number: impl Fn(usize) -> Complex) -> Self {
        Self { re: std::array::from_fn(|lane| number(lane).re), im: std::array::from_fn(|lane| number(lane).im) }
    }

    pub(super) fn get(&self, lane: usize) -> Complex {
        Complex { re: self.re[lane], im: self.im[lane] }
    }
}

/// Π (1 + q · turn) for each of the turns e^(it) − 1: near t = 0 no digit of them is lost.
#[inline(never)]
pub(super) fn product(probabilities: &[f64], once: &Lanes, twice: &Lanes, result: &mut Lanes) {
    let Lanes { mut re, mut im } = *result;
    // Two contacts at a time: 1 + (q + r) turn + q r turn².
    let (pairs, rest) = probabilities.as_chunks::<2>();
    let last = rest.iter().map(|&q| [q, 0.0]);
    for [q, r] in pairs.iter().copied().chain(last) {
        let (sum, product) = (q + r, q * r);
        let x: [f64; LANES] = std::array::from_fn(|lane| 1.0 + (sum * once.re[lane] + product * twice.re[lane]));
        let y: [f64; LANES] = std::array::from_fn(|lane| sum * once.im[lane] + product * twice.im[lane]);
        let turned: [f64; LANES] = std::array::from_fn(|lane| re[lane] * y[lane] + im[lane] * x[lane]);
        re = std::array::from_fn(|lane| re[lane] * x[lane] - im[lane] * y[lane]);
        im = turned;
    }
    *result = Lanes { re, im };
}
