//! What a campaign has brought so far, and what that says of its rates.

use std::sync::Arc;

use super::Kind;
use super::attempt_table::AttemptTable;
use super::rounds::ReachByAttempt;
use crate::error::{Error, Result};

/// Attempts made and meetings held so far, by kind.
///
/// ```
/// use outreach::{Beta, Campaign, Parameter, Rates, Progress, Strategy};
///
/// let rates = Rates::documented().with(Parameter::ColdMeeting, Beta::new(2.0, 18.0)?);
/// let plan = Campaign::new(rates, Strategy::cold(), 100)?;
/// // 37 calls brought 2 meetings: Beta(4, 53) for the 63 calls left.
/// let rest = plan.after(Progress::new([37, 0], [2, 0])?)?;
/// assert!((rest.exact_yield()?.mean() - 63.0 * 4.0 / 57.0).abs() < 1e-9);
/// # Ok::<(), outreach::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    attempts: [u32; 2],
    meetings: [u32; 2],
    /// Where contacts are called several times: how many were reached by which attempt.
    rounds: Option<Arc<[AttemptTable; 2]>>,
}

impl Progress {
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
        Ok(Self { attempts, meetings, rounds: None })
    }

    /// Rounds of calls to the same contacts and meetings, each cold, then warm: how many contacts were attempted and how many
    /// reached in each round.
    ///
    /// ```
    /// use outreach::{AttemptTable, Campaign, Parameter, Probability, Rates, Progress, Strategy};
    ///
    /// let rates = Rates::documented()
    ///     .with(Parameter::ColdReach, Probability::new(0.08)?)
    ///     .with(Parameter::ColdReachable, Probability::new(0.5)?);
    /// let plan = Campaign::contacts(300).max_attempts(4).strategy(Strategy::cold()).rates(rates).build()?;
    /// // 24 of 300 were reached at once, 20 of the others at the second attempt; that brought 4 meetings.
    /// let rounds = AttemptTable::new(vec![300, 276], vec![24, 20])?;
    /// let rest = plan.after(Progress::of_rounds([rounds, AttemptTable::default()], [4, 0])?)?;
    /// assert_eq!(rest.calls(), 256);
    /// assert!((rest.exact_yield()?.mean() - 3.118).abs() < 1e-3);
    /// # Ok::<(), outreach::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Rejected`] for more meetings than contacts reached of a kind, and for no attempts at all.
    pub fn of_rounds(rounds: [AttemptTable; 2], meetings: [u32; 2]) -> Result<Self> {
        let mut errors = Vec::new();
        for ((kind, table), meetings) in Kind::ALL.into_iter().zip(&rounds).zip(meetings) {
            let reached: u64 = table.reached().iter().sum();
            if u64::from(meetings) > reached {
                let accepted = format!("a number of meetings that {reached} conversations can have brought");
                errors.push(Error::rejected(&format!("so far, {}", kind.key()), meetings, &accepted));
            }
        }
        let attempts = rounds.each_ref().map(|table| u32::try_from(table.attempts()).unwrap_or(u32::MAX));
        if attempts == [0, 0] {
            errors.push(Error::rejected("so far", 0, "a number of attempts made (1 or more)"));
        }
        Error::all(errors)?;
        Ok(Self { attempts, meetings, rounds: Some(Arc::new(rounds)) })
    }

    /// How many contacts of a kind were reached by which attempt, where contacts are called several times.
    pub fn rounds(&self, kind: Kind) -> Option<&AttemptTable> {
        self.rounds.as_ref().map(|rounds| &rounds[kind.index()])
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
    pub(crate) fn and(&self, later: &Self) -> Self {
        let sum = |one: [u32; 2], other: [u32; 2]| [one[0] + other[0], one[1] + other[1]];
        let (attempts, meetings) = (sum(self.attempts, later.attempts), sum(self.meetings, later.meetings));
        Self { attempts, meetings, rounds: None }
    }

    /// The probability of just this outcome at the rates that make it the likeliest: of how many were reached in each round, and of
    /// the meetings.
    ///
    /// # Formula
    /// ```text
    /// Π C(n, m) (m/n)^m (1 − m/n)^(n − m)
    /// ```
    pub(crate) fn largest_probability(&self) -> f64 {
        let of_kind = |kind: Kind| {
            let table = self.rounds(kind);
            let rounds: Vec<_> = table.into_iter().flat_map(AttemptTable::shares).collect();
            let tried =
                table.map_or(f64::from(self.attempts(kind)), |table| table.reached().iter().sum::<u64>() as f64);
            rounds.into_iter().chain([(tried, f64::from(self.meetings(kind)))]).map(|(n, m)| {
                let ways = libm::lgamma(n + 1.0) - libm::lgamma(m + 1.0) - libm::lgamma(n - m + 1.0);
                ways + log_part(m, m / n, 1.0) + log_part(n - m, 1.0 - m / n, 1.0)
            })
        };
        libm::exp(Kind::ALL.into_iter().flat_map(of_kind).sum::<f64>())
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

    /// The same of rounds, where a conversation brings a meeting with these probabilities and the reach falls like this.
    ///
    /// # Formula
    /// ```text
    /// Π_k h_k^(x_k) (1 − h_k)^(n_k − x_k) · p^m (1 − p)^(Σ x − m), as a share of its largest
    /// ```
    pub(crate) fn likelihood_of_rounds(&self, held: [f64; 2], reach: [ReachByAttempt; 2]) -> f64 {
        let log = |kind: Kind| {
            let Some(table) = self.rounds(kind) else { return 0.0 };
            let (mut log, mut conversations) = (0.0, 0.0);
            for (step, (at_risk, reached)) in reach[kind.index()].steps().zip(table.shares()) {
                let at_this = if step.open > 0.0 { step.reached / step.open } else { 0.0 };
                log += log_part(reached, at_this, reached / at_risk);
                log += log_part(at_risk - reached, 1.0 - at_this, 1.0 - reached / at_risk);
                conversations += reached;
            }
            let (held, m) = (held[kind.index()], f64::from(self.meetings(kind)));
            log + log_part(m, held, m / conversations)
                + log_part(conversations - m, 1.0 - held, 1.0 - m / conversations)
        };
        libm::exp(Kind::ALL.into_iter().map(log).sum::<f64>())
    }
}

/// count · ln(p / best), 0 for a count of 0.
fn log_part(count: f64, p: f64, best: f64) -> f64 {
    if count > 0.0 { count * libm::log(p / best) } else { 0.0 }
}
