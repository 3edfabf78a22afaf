//! The distribution of the size that a target takes.

use super::Planning;
use crate::error::Result;

/// What lies beyond on either side is not looked at.
const TAIL: f64 = 1e-9;
/// No more sizes than these are looked at.
const MOST_SIZES: u64 = 5_000;

/// The distribution of the size that a target takes, as cumulative probabilities at some sizes.
#[derive(Debug, Clone, PartialEq)]
pub struct SizeNeeded {
    chances: Vec<(u32, f64)>,
    trials: Option<u64>,
}

impl SizeNeeded {
    /// Sizes in ascending order, minutes where hours were looked for, each with P(size needed ≤ it).
    pub fn chances(&self) -> &[(u32, f64)] {
        &self.chances
    }

    /// The trials that they are shares of; `None` where they are exact.
    pub fn trials(&self) -> Option<u64> {
        self.trials
    }
}

impl Planning<'_> {
    /// The distribution of the size that is needed: from where its cumulative probability reaches 10⁻⁹ to where it reaches
    /// 1 − 10⁻⁹, or where more of what is looked for adds no more than 10⁻⁹ to it. All sizes between them are there, or at most
    /// 5,000 whose steps grow with them. `None` where a larger size may be the less likely one to suffice, or each size is a simulation of
    /// its own.
    ///
    /// # Formula
    /// ```text
    /// P(size needed ≤ n) = P(yield of n ≥ target)
    /// ```
    ///
    /// Costs an exact distribution for each of the sizes, or a few simulations as in [`Planning::run`].
    ///
    /// # Errors
    /// As [`Planning::check`].
    ///
    /// ```
    /// use outreach::{Campaign, Planning, Rates, Strategy, Target};
    ///
    /// let campaign = Campaign::new(Rates::documented(), Strategy::cold(), 100)?;
    /// let planning = Planning::of(&campaign, Target::meetings(5).with_confidence(0.9));
    /// let needed = planning.size_needed()?.expect("more calls are never worse");
    /// let enough = needed.chances().iter().find(|(_, chance)| *chance >= 0.9);
    /// assert_eq!(enough.map(|(calls, _)| *calls), planning.run()?.smallest());
    /// # Ok::<(), outreach::Error>(())
    /// ```
    pub fn size_needed(&self) -> Result<Option<SizeNeeded>> {
        let (_, ends) = self.run_beside(&[TAIL, 1.0 - TAIL])?;
        let [Some(first), Some(mut last)] = ends[..] else { return Ok(None) };
        if last.smallest().is_none() {
            // The target may stay out of reach: as far as it is reached.
            let most = (last.probability().value - TAIL).max(0.0);
            let Some(reached) = self.run_beside(&[most])?.1[0] else { return Ok(None) };
            last = reached;
        }
        let last = last.smallest().unwrap_or(self.most);
        let sizes = spread(first.smallest().unwrap_or(last).min(last), last);
        let (chances, trials) = self.chances(&sizes)?;
        let chances = sizes.into_iter().zip(chances.iter().map(|chance| chance.value)).collect();
        Ok(Some(SizeNeeded { chances, trials }))
    }
}

/// All numbers from one to the other; if there are too many, this many whose steps grow with them, as what is rare may take a
/// thousand times what is usual.
fn spread(first: u32, last: u32) -> Vec<u32> {
    if u64::from(last - first) < MOST_SIZES {
        return (first..=last).collect();
    }
    let [low, high] = [first.max(1), last].map(|size| libm::log(f64::from(size)));
    let steps = MOST_SIZES - 2;
    let between = (1..=steps).map(|step| libm::exp(low + (high - low) * step as f64 / steps as f64).round() as u32);
    let mut sizes: Vec<_> = std::iter::once(first).chain(between).map(|size| size.clamp(first, last)).collect();
    sizes.dedup();
    sizes
}

#[cfg(test)]
mod tests {
    use super::spread;

    #[test]
    fn sizes_are_all_of_them_or_more_of_the_small_ones() {
        assert_eq!(spread(3, 3), [3]);
        assert_eq!(spread(0, 2), [0, 1, 2]);
        assert_eq!(spread(7, 5_006), (7..=5_006).collect::<Vec<_>>());
        for (first, last) in [(0, 1_000_000), (1, 5_001), (40, 1_000_000), (990_000, 1_000_000)] {
            let sizes = spread(first, last);
            assert!(sizes.len() <= 5_000 && (sizes[0], sizes[sizes.len() - 1]) == (first, last), "{first}, {last}");
            let most = (f64::from(last) / f64::from(first.max(1))).ln() / 4_900.0;
            let is_close =
                |pair: &[u32]| pair[0] < pair[1] && f64::from(pair[1] - pair[0]) < 1.0 + most * f64::from(pair[1]);
            assert!(sizes.windows(2).all(is_close), "{first}, {last}");
        }
    }
}
