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

/// So many frequencies are worked on side by side.
pub(super) const LANES: usize = 8;

/// Π (1 + q · turn) for each of the turns e^(it) − 1: near t = 0 no digit of them is lost.
pub(super) fn product(probabilities: &[f64], turns: &[Complex; LANES]) -> [Complex; LANES] {
    let squares = turns.map(|turn| turn * turn);
    let [once_re, once_im] = [turns.map(|turn| turn.re), turns.map(|turn| turn.im)];
    let [twice_re, twice_im] = [squares.map(|turn| turn.re), squares.map(|turn| turn.im)];
    let (mut re, mut im) = ([1.0; LANES], [0.0; LANES]);
    // Two contacts at a time: 1 + (q + r) turn + q r turn².
    let mut multiply = |sum: f64, product: f64| {
        for lane in 0..LANES {
            let x = 1.0 + (sum * once_re[lane] + product * twice_re[lane]);
            let y = sum * once_im[lane] + product * twice_im[lane];
            (re[lane], im[lane]) = (re[lane] * x - im[lane] * y, re[lane] * y + im[lane] * x);
        }
    };
    let (pairs, rest) = probabilities.as_chunks::<2>();
    for [q, r] in pairs {
        multiply(q + r, q * r);
    }
    rest.iter().for_each(|&q| multiply(q, 0.0));
    std::array::from_fn(|lane| Complex { re: re[lane], im: im[lane] })
}
