//! The fast Fourier transform, for distributions whose windows are too long to be convolved term by term.
//!
//! Our own few lines: the crates for it switch `num-traits/std` on (docs/reproducibility.md), and choose their
//! instructions, and with them the last bits, by the processor.

/// A transform of a length that is a power of two.
///
/// Real and imaginary parts are apart, so that the compiler can work on several numbers at once. One order of
/// frequencies is left reversed bit by bit: what comes back from it never needs the other one.
#[derive(Debug)]
pub(crate) struct Fourier {
    /// e^(−iπ j / h) for j < h at h + j, for every power of two h below the length.
    turns: Vec<[f64; 2]>,
    length: usize,
}

impl Fourier {
    /// The shortest transform of at least this many numbers.
    pub(crate) fn at_least(length: usize) -> Self {
        let length = length.next_power_of_two();
        let mut turns = vec![[1.0, 0.0]; 2];
        while turns.len() < length {
            let half = turns.len() / 2;
            let (sine, cosine) = libm::sincos(-std::f64::consts::FRAC_PI_2 / half as f64);
            for j in half..2 * half {
                let [re, im] = turns[j];
                turns.push([re, im]);
                turns.push([re * cosine - im * sine, re * sine + im * cosine]);
            }
        }
        Self { turns, length }
    }

    pub(crate) fn length(&self) -> usize {
        self.length
    }

    /// Σ x(n) e^(−2πi kn / N), with k reversed bit by bit.
    pub(crate) fn forward(&self, re: &mut [f64], im: &mut [f64]) {
        let mut half = self.length / 2;
        while half > 0 {
            let turns = &self.turns[half..2 * half];
            for (re, im) in re.chunks_exact_mut(2 * half).zip(im.chunks_exact_mut(2 * half)) {
                let ((re, re_far), (im, im_far)) = (re.split_at_mut(half), im.split_at_mut(half));
                let near = re.iter_mut().zip(im);
                let far = re_far.iter_mut().zip(im_far);
                for (((re, im), (re_far, im_far)), [cosine, sine]) in near.zip(far).zip(turns) {
                    let (x, y) = (*re - *re_far, *im - *im_far);
                    (*re, *im) = (*re + *re_far, *im + *im_far);
                    (*re_far, *im_far) = (x * cosine - y * sine, x * sine + y * cosine);
                }
            }
            half /= 2;
        }
    }

    /// Σ X(k) e^(2πi kn / N), from k reversed bit by bit: N times what `forward` came from.
    pub(crate) fn backward(&self, re: &mut [f64], im: &mut [f64]) {
        let mut half = 1;
        while half < self.length {
            let turns = &self.turns[half..2 * half];
            for (re, im) in re.chunks_exact_mut(2 * half).zip(im.chunks_exact_mut(2 * half)) {
                let ((re, re_far), (im, im_far)) = (re.split_at_mut(half), im.split_at_mut(half));
                let near = re.iter_mut().zip(im);
                let far = re_far.iter_mut().zip(im_far);
                for (((re, im), (re_far, im_far)), [cosine, sine]) in near.zip(far).zip(turns) {
                    let (x, y) = (*re_far * cosine + *im_far * sine, *im_far * cosine - *re_far * sine);
                    (*re_far, *im_far) = (*re - x, *im - y);
                    (*re, *im) = (*re + x, *im + y);
                }
            }
            half *= 2;
        }
    }
}

/// The convolution of two sequences of numbers that are not negative.
///
/// One transform there and one back: with z = s a + i b / s, the imaginary part of z ∗ z is 2 a ∗ b. The scale s gives
/// both parts the same length √Σx², so that neither drowns in the rounding of the other.
///
/// Errors: some `f64::EPSILON` · √Σa² · √Σb² on each sum, see [`rounding`]; what comes out negative is set to 0.
pub(crate) fn convolve(a: &[f64], b: &[f64]) -> Vec<f64> {
    let terms = a.len() + b.len() - 1;
    let fourier = Fourier::at_least(terms);
    let scale = (norm(b) / norm(a)).sqrt();
    let padded = |terms: &[f64], scale: f64| {
        let mut padded: Vec<f64> = terms.iter().map(|term| term * scale).collect();
        padded.resize(fourier.length(), 0.0);
        padded
    };
    let (mut re, mut im) = (padded(a, scale), padded(b, 1.0 / scale));
    fourier.forward(&mut re, &mut im);
    for (re, im) in re.iter_mut().zip(&mut im) {
        (*re, *im) = ((*re - *im) * (*re + *im), 2.0 * *re * *im);
    }
    fourier.backward(&mut re, &mut im);
    im.truncate(terms);
    let share = 0.5 / fourier.length() as f64;
    im.into_iter().map(|sum| (sum * share).max(0.0)).collect()
}

/// What rounding typically does to each term of [`convolve`]: the transforms spread it evenly.
pub(crate) fn rounding(a: &[f64], b: &[f64]) -> f64 {
    f64::EPSILON * norm(a) * norm(b) / ((a.len() + b.len()) as f64).sqrt()
}

fn norm(terms: &[f64]) -> f64 {
    terms.iter().map(|term| term * term).sum::<f64>().sqrt()
}
