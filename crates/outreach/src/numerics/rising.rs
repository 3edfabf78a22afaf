//! Products of rising factorials, as likelihoods of counts have them.

/// Counts x whose products of start + i·step, i below x, are wanted for many starts and steps.
#[derive(Debug, Clone)]
pub(crate) struct Rising {
    runs: Vec<Run>,
}

/// This many counts are more than i, for i from the one to before the other.
#[derive(Debug, Clone, Copy)]
struct Run {
    from: u64,
    to: u64,
    counts: f64,
}

impl Rising {
    /// Of counts with how often each is there.
    pub(crate) fn of(counts: impl IntoIterator<Item = (u64, u64)>) -> Self {
        let mut counts: Vec<_> = counts.into_iter().collect();
        counts.sort_unstable();
        let mut left: u64 = counts.iter().map(|(_, times)| times).sum();
        let (mut from, mut runs) = (0, Vec::new());
        for (to, times) in counts {
            if to > from {
                runs.push(Run { from, to, counts: left as f64 });
                from = to;
            }
            left -= times;
        }
        Self { runs }
    }

    /// The logarithm of the product; costs as much for a count of a billion as for one of a hundred.
    pub(crate) fn log(&self, start: f64, step: f64) -> f64 {
        let (steps, log_step) = (start / step, libm::log(step));
        // A run mostly begins where the one before it ends.
        let mut last = (u64::MAX, 0.0);
        let mut until = |i: u64| {
            if last.0 != i {
                last = (i, until(steps, i));
            }
            last.1
        };
        let log = |run: &Run| run.counts * run.log(start, step, [steps, log_step], &mut until);
        self.runs.iter().map(log).sum()
    }
}

impl Run {
    /// Σ ln(start + i·step).
    fn log(&self, start: f64, step: f64, [steps, log_step]: [f64; 2], mut until: impl FnMut(u64) -> f64) -> f64 {
        /// Shorter ones are summed.
        const SHORT: u64 = 64;
        let numbers = (self.to - self.from) as f64;
        if self.to - self.from <= SHORT {
            return (self.from..self.to).map(|i| libm::log(start + i as f64 * step)).sum();
        }
        if steps <= FAR {
            let before = until(self.from);
            return numbers * log_step + until(self.to) - before;
        }
        let of_even = numbers * libm::log(start);
        if !steps.is_finite() {
            return of_even;
        }
        let before = until(self.from);
        of_even + steps * (until(self.to) - before)
    }
}

/// With more steps to the start a sum is an integral, to 1e-7.
const FAR: f64 = 1e6;

/// The sum of the logarithms of steps + k for k below i, or of 1 + k / steps by steps, but for what all i share.
fn until(steps: f64, i: u64) -> f64 {
    if steps <= FAR {
        return libm::lgamma(steps + i as f64);
    }
    let part = (i as f64 - 0.5) / steps;
    (1.0 + part) * libm::log1p(part) - part
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_are_those_of_all_their_factors() {
        let counts = [(3, 2), (0, 5), (1_000, 1), (70, 4), (3, 1)];
        let rising = Rising::of(counts);
        for (start, step) in [(1.0, 0.0), (0.2, 0.8), (1e-9, 1.0), (0.999, 1e-7), (0.5, 1e-12), (1.0, 40.0)] {
            let one = |x: u64| (0..x).map(|i| (start + i as f64 * step).ln()).sum::<f64>();
            let expected: f64 = counts.map(|(x, times)| times as f64 * one(x)).iter().sum();
            let found = rising.log(start, step);
            assert!((found - expected).abs() < 1e-6, "{start} {step}: {found} and {expected}");
        }
    }
}
