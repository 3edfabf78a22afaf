//! What each trial of a run came to.

use super::stream::BLOCK;
use super::{Prepared, Simulation};
use crate::parallel::prelude::*;

/// What one simulated campaign came to.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct TrialOutcome {
    /// Cold attempts made.
    pub cold_attempts: u32,
    /// Warm attempts made.
    pub warm_attempts: u32,
    /// Meetings held: the yield.
    pub meetings: u32,
    /// The time it took \[minutes\].
    pub minutes: f64,
}

/// This many blocks of every thread are kept at a time.
const BLOCKS_PER_THREAD: u64 = 4;

impl Simulation<'_> {
    /// Shows what each of the first trials came to, in their order and in batches: the very campaigns that
    /// [`Simulation::run`] counts, on any number of threads. Memory does not grow with their number. Ends at the first
    /// error of `show`.
    ///
    /// ```
    /// use outreach::{Campaign, Rates, Simulation, Strategy};
    ///
    /// let campaign = Campaign::new(Rates::documented(), Strategy::mixed(), 100)?;
    /// let simulation = Simulation::new(&campaign).trials(5_000);
    /// let mut fifty_or_more = 0;
    /// let shown: Result<(), ()> = simulation.each_trial(5_000, |outcomes| {
    ///     fifty_or_more += outcomes.iter().filter(|outcome| outcome.meetings >= 50).count() as u64;
    ///     Ok(())
    /// });
    /// assert!(shown.is_ok());
    /// let counted = simulation.run()?;
    /// assert_eq!(fifty_or_more, (50..=100).map(|meetings| counted.meetings().count(meetings)).sum::<u64>());
    /// # Ok::<(), outreach::Error>(())
    /// ```
    ///
    /// # Errors
    /// What `show` returns.
    pub fn each_trial<E>(&self, trials: u64, mut show: impl FnMut(&[TrialOutcome]) -> Result<(), E>) -> Result<(), E> {
        let prepared = Prepared::new(self.campaign);
        let effort = self.campaign.effort();
        let blocks = trials.div_ceil(BLOCK);
        let at_once = BLOCKS_PER_THREAD * current_num_threads() as u64;
        for first in (0..blocks).step_by(at_once as usize) {
            let batch: Vec<Vec<TrialOutcome>> = (first..blocks.min(first + at_once))
                .into_par_iter()
                .map(|block| {
                    let of_block = BLOCK.min(trials - block * BLOCK);
                    let each = prepared.each_of_block(self.trials.seed, block, of_block).into_iter();
                    each.map(|spent| {
                        let [cold_attempts, warm_attempts] = spent.attempts;
                        let minutes = spent.minutes(effort);
                        TrialOutcome { cold_attempts, warm_attempts, meetings: spent.meetings, minutes }
                    })
                    .collect()
                })
                .collect();
            batch.iter().try_for_each(|outcomes| show(outcomes))?;
        }
        Ok(())
    }
}
