//! What a campaign has brought so far, and what that says of its rates.

use super::Kind;
use crate::error::{Error, Result};

/// Attempts made and meetings held so far, by kind.
///
/// ```
/// use outreach::{Beta, Campaign, Parameter, Rates, SoFar, Strategy};
///
/// let rates = Rates::documented().with(Parameter::ColdMeeting, Beta::new(2.0, 18.0)?);
/// let plan = Campaign::new(rates, Strategy::cold(), 100)?;
/// // 37 calls brought 2 meetings: Beta(4, 53) for the 63 calls left.
/// let rest = plan.after(SoFar::new([37, 0], [2, 0])?)?;
/// assert!((rest.exact_yield()?.mean() - 63.0 * 4.0 / 57.0).abs() < 1e-9);
/// # Ok::<(), outreach::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SoFar {
    attempts: [u32; 2],
    meetings: [u32; 2],
}

impl SoFar {
    /// Attempts and meetings, each cold, then warm.
    ///
    /// # Errors
    /// [`Error::Rejected`] for more meetings than attempts of a kind, and for no attempts at all.
    pub fn new(attempts: [u32; 2], meetings: [u32; 2]) -> Result<Self> {
        let mut errors = Vec::new();
        for ((kind, attempts), meetings) in Kind::ALL.into_iter().zip(attempts).zip(meetings) {
            if meetings > attempts {
                let accepted = format!("a number of meetings (0 to {attempts}, one per attempt made)");
                errors.push(Error::rejected(&format!("so far, {}", kind.key()), meetings, &accepted));
            }
        }
        if attempts == [0, 0] {
            errors.push(Error::rejected("so far", 0, "a number of attempts made (1 or more)"));
        }
        Error::all(errors)?;
        Ok(Self { attempts, meetings })
    }

    /// Attempts of a kind.
    pub fn attempts(&self, kind: Kind) -> u32 {
        self.attempts[kind.index()]
    }

    /// Meetings held by calls of a kind.
    pub fn meetings(&self, kind: Kind) -> u32 {
        self.meetings[kind.index()]
    }

    /// Attempts, then meetings, each cold, then warm.
    pub(crate) fn counts(&self) -> [[u32; 2]; 2] {
        [self.attempts, self.meetings]
    }

    /// Attempts of both kinds.
    pub fn all_attempts(&self) -> u32 {
        self.attempts.iter().sum()
    }

    /// Meetings of both kinds.
    pub fn all_meetings(&self) -> u32 {
        self.meetings.iter().sum()
    }

    /// This, and then what came after it.
    pub(crate) fn and(self, later: Self) -> Self {
        let sum = |one: [u32; 2], other: [u32; 2]| [one[0] + other[0], one[1] + other[1]];
        Self { attempts: sum(self.attempts, later.attempts), meetings: sum(self.meetings, later.meetings) }
    }

    /// The likelihood where a cold and a warm attempt bring a meeting with these probabilities, as a share of the
    /// largest that any probabilities give.
    ///
    /// # Formula
    /// ```text
    /// Π h^m (1 − h)^(n − m) / Π (m/n)^m (1 − m/n)^(n − m)
    /// ```
    pub(crate) fn likelihood(&self, held: [f64; 2]) -> f64 {
        let log = |(kind, held): (Kind, f64)| {
            let (n, m) = (f64::from(self.attempts(kind)), f64::from(self.meetings(kind)));
            log_part(m, held, m / n) + log_part(n - m, 1.0 - held, 1.0 - m / n)
        };
        libm::exp(Kind::ALL.into_iter().zip(held).map(log).sum::<f64>())
    }
}

/// count · ln(p / best), 0 for a count of 0.
fn log_part(count: f64, p: f64, best: f64) -> f64 {
    if count > 0.0 { count * libm::log(p / best) } else { 0.0 }
}
