//! Parts of a run: made anywhere, in any order, joined to the same integers.

use std::ops::{ControlFlow, Range, RangeInclusive};

use serde::{Deserialize, Serialize};

use super::stream::{BLOCK, RESULTS};
use super::{Prepared, Shard, Simulation, SimulationResult, Tally, Trials};
use crate::error::{Result, Unfit};
use crate::model::Campaign;

/// Whole blocks of a run's trials, and what they came to: integers only, so that parts join in any order to what one run
/// would have found. It can be written and read with serde; what was read is checked where it is used.
///
/// ```
/// use outreach::{Campaign, Part, Rates, Shard, Simulation, Strategy};
///
/// let campaign = Campaign::new(Rates::documented(), Strategy::mixed(), 100)?;
/// let simulation = Simulation::new(&campaign).trials(20_000);
/// let mut parts = ["1/2", "2/2"].map(|shard| {
///     let mut part = simulation.part().unwrap();
///     simulation.extend(&mut part, shard.parse().unwrap(), |_| std::ops::ControlFlow::Continue(())).unwrap();
///     part
/// });
/// let [mut joined, other] = parts;
/// assert_eq!(joined.missing(Shard::WHOLE).len(), 1);
/// joined.merge(&other)?;
/// assert_eq!(joined.into_run(&campaign)?, simulation.run()?);
/// # Ok::<(), outreach::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// The library that made it.
    version: String,
    /// Which results a seed gives there.
    results: u32,
    /// The checksum of the campaign.
    campaign: u32,
    /// The most attempts of the campaign.
    calls: u32,
    seed: u64,
    /// Of the whole run.
    trials: u64,
    /// From which block to before which, in ascending order and apart from each other.
    blocks: Vec<[u64; 2]>,
    tally: Tally,
}

impl Simulation<'_> {
    /// Nothing of the run yet.
    ///
    /// # Errors
    /// As [`Simulation::check`]; and for a run that stops at a precision, which no part of it can see.
    pub fn part(&self) -> Result<Part> {
        self.check()?;
        if self.trials.precision.is_some() {
            return Err(Unfit::Precision.into());
        }
        Ok(Part {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            results: RESULTS,
            campaign: self.campaign.checksum(),
            calls: self.campaign.most_attempts(),
            seed: self.trials.seed,
            trials: self.trials.most,
            blocks: Vec::new(),
            tally: Tally::default(),
        })
    }

    /// Makes what a part does not have of a share of the run; shows it about every hundred million calls, and ends when the
    /// observer breaks.
    ///
    /// # Errors
    /// As [`Simulation::part`], and [`Error::Parts`](crate::Error::Parts) for a part of another run.
    pub fn extend(
        &self,
        part: &mut Part,
        shard: Shard,
        mut observer: impl FnMut(&Part) -> ControlFlow<()>,
    ) -> Result<()> {
        let prepared = Prepared::new(self.campaign);
        let round = Trials::round(prepared.calls_per_trial());
        self.extend_in_rounds(part, shard, &prepared, round, &mut observer)
    }

    /// Makes about this many of the first trials that a part does not have: whole blocks, at least one. For a run that goes on
    /// whenever there is time for it.
    ///
    /// # Errors
    /// As [`Simulation::extend`].
    ///
    /// ```
    /// use outreach::{Campaign, Rates, Simulation, Strategy};
    ///
    /// let campaign = Campaign::new(Rates::documented(), Strategy::mixed(), 100)?;
    /// let simulation = Simulation::new(&campaign).trials(20_000);
    /// let mut part = simulation.part()?;
    /// simulation.extend_by(&mut part, 5_000)?;
    /// assert_eq!(part.so_far(&campaign)?.trials(), 8_192);
    /// # Ok::<(), outreach::Error>(())
    /// ```
    pub fn extend_by(&self, part: &mut Part, trials: u64) -> Result<()> {
        let round = trials.div_ceil(BLOCK).max(1);
        let once = &mut |_: &Part| ControlFlow::Break(());
        self.extend_in_rounds(part, Shard::WHOLE, &Prepared::new(self.campaign), round, once)
    }

    /// Shows the part to the observer after every round of this many blocks.
    fn extend_in_rounds(
        &self,
        part: &mut Part,
        shard: Shard,
        prepared: &Prepared,
        round: u64,
        observer: &mut impl FnMut(&Part) -> ControlFlow<()>,
    ) -> Result<()> {
        part.check()?;
        self.part()?.fits(part)?;
        let block = |block, trials| prepared.block(self.trials.seed, block, trials);
        for missing in part.missing_blocks(shard) {
            let mut next = missing.start;
            while next < missing.end {
                let blocks = next..missing.end.min(next.saturating_add(round));
                next = blocks.end;
                part.add([blocks.start, blocks.end], &self.trials.tally(blocks, &block, &Tally::merge));
                if observer(part).is_break() {
                    return Ok(());
                }
            }
        }
        Ok(())
    }
}

impl Part {
    /// The number of trials in it.
    pub fn trials(&self) -> u64 {
        self.tally.meetings().trials()
    }

    /// The number of trials of the whole run.
    pub fn of_trials(&self) -> u64 {
        self.trials
    }

    /// The seed of the run.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// The trials of a share of the run that it does not have, counted from 1.
    pub fn missing(&self, shard: Shard) -> Vec<RangeInclusive<u64>> {
        let run = self.run();
        let trials = |blocks: Range<u64>| run.before(blocks.start) + 1..=run.before(blocks.end);
        self.missing_blocks(shard).into_iter().map(trials).collect()
    }

    fn missing_blocks(&self, shard: Shard) -> Vec<Range<u64>> {
        let Range { start: mut next, end } = shard.blocks(self.run().blocks());
        let mut missing = Vec::new();
        for &[first, behind] in &self.blocks {
            if next < first.min(end) {
                missing.push(next..first.min(end));
            }
            next = next.max(behind);
        }
        if next < end {
            missing.push(next..end);
        }
        missing
    }

    fn run(&self) -> Trials {
        Trials { most: self.trials, precision: None, seed: self.seed }
    }

    /// Adds another part of the same run.
    ///
    /// # Errors
    /// [`Error::Parts`](crate::Error::Parts) for a part of another run or another version of the library, for one that has trials that are here
    /// already, and for one that nobody can have made. Nothing is added then.
    pub fn merge(&mut self, other: &Self) -> Result<()> {
        self.check()?;
        other.check()?;
        self.fits(other)?;
        for &[first, behind] in &other.blocks {
            if let Some(&[start, end]) = self.blocks.iter().find(|&&[start, end]| first < end && start < behind) {
                let run = self.run();
                let (from, to) = (run.before(first.max(start)) + 1, run.before(behind.min(end)));
                return Err(Unfit::Twice { first: from, last: to }.into());
            }
        }
        self.tally.merge(&other.tally);
        for &blocks in &other.blocks {
            self.insert(blocks);
        }
        Ok(())
    }

    fn add(&mut self, blocks: [u64; 2], tally: &Tally) {
        self.tally.merge(tally);
        self.insert(blocks);
    }

    /// Blocks that touch become one range.
    fn insert(&mut self, blocks: [u64; 2]) {
        self.blocks.push(blocks);
        self.blocks.sort_unstable();
        let mut joined: Vec<[u64; 2]> = Vec::with_capacity(self.blocks.len());
        for &[first, behind] in &self.blocks {
            match joined.last_mut() {
                Some(last) if last[1] == first => last[1] = behind,
                _ => joined.push([first, behind]),
            }
        }
        self.blocks = joined;
    }

    /// The run, once it has all its trials.
    ///
    /// # Errors
    /// [`Error::Parts`](crate::Error::Parts) where trials are missing, or the campaign is another one.
    pub fn into_run(self, campaign: &Campaign) -> Result<SimulationResult> {
        self.check_campaign(campaign)?;
        let missing = self.missing(Shard::WHOLE);
        if missing.is_empty() {
            return Ok(SimulationResult::new(campaign, self.seed, self.tally));
        }
        Err(Unfit::Missing { of: self.trials, trials: missing }.into())
    }

    /// A run of the trials that are here, and of them alone.
    ///
    /// # Errors
    /// [`Error::Parts`](crate::Error::Parts) where there is none, or the campaign is another one.
    pub fn so_far(&self, campaign: &Campaign) -> Result<SimulationResult> {
        self.check_campaign(campaign)?;
        if self.trials() == 0 {
            return Err(Unfit::Empty.into());
        }
        Ok(SimulationResult::new(campaign, self.seed, self.tally.clone()))
    }

    fn check_campaign(&self, campaign: &Campaign) -> Result<()> {
        self.check()?;
        if self.campaign == campaign.checksum() { Ok(()) } else { Err(Unfit::OtherCampaign.into()) }
    }

    /// Whether the other one is a part of the same run.
    fn fits(&self, other: &Self) -> Result<()> {
        let differ = |what, [one, other]: [String; 2]| {
            if one == other { Ok(()) } else { Err(Unfit::TwoRuns { what, one, other }.into()) }
        };
        differ("version", [&self.version, &other.version].map(Clone::clone))?;
        differ("results", [self.results, other.results].map(|results| results.to_string()))?;
        differ("campaign", [self.campaign, other.campaign].map(|campaign| format!("{campaign:08x}")))?;
        differ("calls", [self.calls, other.calls].map(|calls| calls.to_string()))?;
        differ("seed", [self.seed, other.seed].map(|seed| seed.to_string()))?;
        differ("trials", [self.trials, other.trials].map(|trials| trials.to_string()))
    }

    /// Whether it is something that a run can have come to.
    fn check(&self) -> Result<()> {
        let run = self.run();
        run.check()?;
        let in_order = self.blocks.iter().all(|[first, behind]| first < behind)
            && self.blocks.windows(2).all(|pair| pair[0][1] < pair[1][0])
            && self.blocks.last().is_none_or(|[_, behind]| *behind <= run.blocks());
        let trials = |&[first, behind]: &[u64; 2]| run.before(behind) - run.before(first);
        let possible = in_order
            && u64::from(self.calls) <= Campaign::MOST_IN_ALL
            && self.tally.is_of(self.blocks.iter().map(trials).sum(), self.calls);
        if possible { Ok(()) } else { Err(Unfit::Damaged.into()) }
    }
}
