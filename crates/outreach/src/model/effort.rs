//! The minutes that a campaign takes.

use crate::error::{Error, Result};

/// Minutes per attempt, introduction and meeting.
///
/// ```
/// use outreach::Effort;
///
/// let effort = Effort { introduction: 20.0, ..Effort::default() };
/// assert_eq!(effort.cold_attempt, 4.0);
/// # Ok::<(), outreach::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effort {
    /// Per cold attempt \[minutes\].
    pub cold_attempt: f64,
    /// Per warm attempt, its introduction apart \[minutes\].
    pub warm_attempt: f64,
    /// Per introduction obtained, of which each warm attempt takes one \[minutes\].
    pub introduction: f64,
    /// Per meeting held \[minutes\].
    pub meeting: f64,
}

impl Effort {
    /// The keys of its four numbers, in the order of the fields.
    pub const KEYS: [&str; 4] = ["effort.cold_attempt", "effort.warm_attempt", "effort.introduction", "effort.meeting"];
    /// More than this for one thing is a slip: a week \[minutes\].
    pub const MAX_MINUTES: f64 = 10_080.0;

    /// Its four numbers, in the order of [`Effort::KEYS`].
    pub const fn minutes(&self) -> [f64; 4] {
        [self.cold_attempt, self.warm_attempt, self.introduction, self.meeting]
    }

    /// Minutes of a cold attempt, of a warm one with its introduction, and of a meeting held.
    pub const fn per_attempt_and_meeting(&self) -> [f64; 3] {
        [self.cold_attempt, self.warm_attempt + self.introduction, self.meeting]
    }

    /// Minutes of a cold attempt, of a warm one with its introduction, of a meeting held, and of a warm attempt that took no
    /// introduction beyond those of one that did.
    pub(crate) const fn weights(&self) -> [f64; 4] {
        let [cold, warm, meeting] = self.per_attempt_and_meeting();
        [cold, warm, meeting, -self.introduction]
    }

    /// Checks that every number is a sensible count of minutes.
    ///
    /// # Errors
    /// [`Error::Rejected`], one per number that is negative, more than [`Effort::MAX_MINUTES`], or not a number.
    pub fn check(&self) -> Result<()> {
        let wrong = Self::KEYS.into_iter().zip(self.minutes());
        Error::all(
            wrong
                .filter(|(_, minutes)| !(0.0..=Self::MAX_MINUTES).contains(minutes))
                .map(|(key, minutes)| Error::rejected(key, minutes, "a number of minutes (0 to 10080, a week)"))
                .collect(),
        )
    }
}

impl Default for Effort {
    /// 4 minutes per attempt of either kind, 15 per introduction, 30 per meeting held: assumed. For the 4 there is weak
    /// published support, for the 15 none.
    fn default() -> Self {
        Self { cold_attempt: 4.0, warm_attempt: 4.0, introduction: 15.0, meeting: 30.0 }
    }
}
