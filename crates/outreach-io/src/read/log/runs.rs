//! Whether the rows of a log stand in the order of their outcomes.

use outreach::Outcome;

/// How often the outcome changes from row to row.
#[derive(Debug, Default)]
pub(super) struct Runs {
    last: Option<Outcome>,
    runs: u64,
    rows: [u64; Outcome::ALL.len()],
}

impl Runs {
    pub(super) fn add(&mut self, outcome: Outcome) {
        self.runs += u64::from(self.last.replace(outcome) != Some(outcome));
        self.rows[outcome as usize] += 1;
    }

    /// The calls with this outcome.
    pub(super) fn of(&self, outcome: Outcome) -> u64 {
        self.rows[outcome as usize]
    }

    /// Rows that follow each other as calls do change at least as often as the rarer outcomes come; these have a quarter of that.
    pub(super) fn are_sorted(&self) -> bool {
        const FEWEST: u64 = 20;
        let rarer = self.rows.iter().sum::<u64>() - self.rows.iter().max().unwrap_or(&0);
        rarer >= FEWEST && 4 * self.runs < rarer
    }
}
