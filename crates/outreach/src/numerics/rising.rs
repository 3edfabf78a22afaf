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
        self.runs.iter().map(|run| run.counts * run.log(start, step)).sum()
    }
}

impl Run {
    /// Σ ln(start + i·step).
    fn log(&self, start: f64, step: f64) -> f64 {
        /// Shorter ones are summed.
        const SHORT: u64 = 64;
        /// With more steps to the start the sum is an integral, to 1e-7.
        const FAR: f64 = 1e6;
        let numbers = (self.to - self.from) as f64;
        if self.to - self.from <= SHORT {
            return (self.from..self.to).map(|i| libm::log(start + i as f64 * step)).sum();
        }
        let steps = start / step;
        if steps <= FAR {
            let gamma = |i: u64| libm::lgamma(steps + i as f64);
            return numbers * libm::log(step) + gamma(self.to) - gamma(self.from);
        }
        let of_even = numbers * libm::log(start);
        if !steps.is_finite() {
            return of_even;
        }
        let integral = |i: u64| {
            let part = (i as f64 - 0.5) / steps;
            (1.0 + part) * libm::log1p(part) - part
        };
        of_even + steps * (integral(self.to) - integral(self.from))
    }
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
