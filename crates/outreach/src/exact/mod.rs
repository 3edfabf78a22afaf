//! Exact distributions of the yield.

mod attempts;
mod chain;
mod conditioning;
mod connectors;
mod contacts;
mod conversations;
mod counts;
mod grid;
mod mixture;
mod moments;
mod quadrature;
mod rounds;
mod stopped;
mod uncertain;
mod yields;

pub use self::chain::PoolDistribution;
pub(crate) use self::chain::has_pool_distribution;
pub(crate) use self::counts::successes;
pub use self::moments::Moments;
pub(crate) use self::moments::given_rates;
pub use self::rounds::{AttemptsMade, Round};
pub(crate) use self::uncertain::Uncertain;

use crate::error::{Result, no_exact_distribution};
use crate::model::{Campaign, Kind, Stop};
use crate::numerics::Pmf;

impl Campaign {
    /// The exact distribution of the yield, the number of meetings held.
    ///
    /// # Formula
    /// ```text
    /// fixed rates:      Binomial(cold attempts, P(held | cold)) + Binomial(warm attempts, P(held | warm)), independent
    /// uncertain rates:  given the path counts, calls that share a rate are beta-binomial; the counts are summed over.
    ///                   Where that takes long or does not apply, E[Binomial(calls, q)], q the probability of a meeting
    ///                   held of each kind; else Gauss–Jacobi quadrature over at most two rates, up to 1,000 calls
    /// connectors:       each one's yield, a mixture over its own rates, convolved; fixed rates, up to 1,000 calls of each
    /// minutes:          P(yield ≥ k) = P(k meetings or more in the calls that fit with k − 1 meetings before the last)
    /// a pool:           call by call over (referrals at hand, meetings), fixed rates, no decay, up to 500 calls
    /// ```
    /// Errors: 1e-9 on each probability, relative to the largest one; 1e-8 where recommended and cold calls, read as
    /// `overall`, depend on each other through what is asked plainly (3e-9 for the published figures).
    ///
    /// Costs about 2 µs for a hundred calls and a millisecond for a million with fixed rates; with uncertain ones from some
    /// ten milliseconds to, where no integral over q applies, seconds.
    ///
    /// # Errors
    /// [`Error::NoExactDistribution`](crate::error::Error::NoExactDistribution) with the reason where there is none.
    pub fn exact_yield(&self) -> Result<Pmf> {
        yields::yield_distribution(self)
    }

    /// The exact distribution of the number of attempts, which a stop at a number of meetings leaves to chance; the
    /// last mass is that of the cap, reached or not.
    ///
    /// ```
    /// use outreach::{Campaign, Rates, Stop, Strategy};
    ///
    /// let five = Campaign::new(Rates::documented(), Strategy::cold(), 1_000_000)?.until(Stop::Meetings(5))?;
    /// let attempts = five.exact_attempts()?;
    /// assert!((attempts.mean() - 50.0).abs() < 1e-9);
    /// assert_eq!(attempts.quantile(0.9), 78);
    /// # Ok::<(), outreach::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::NoExactDistribution`](crate::error::Error::NoExactDistribution) with the reason where there is none.
    pub fn exact_attempts(&self) -> Result<Pmf> {
        attempts::attempts_distribution(self)
    }

    /// What becomes of its pool of referrals, exactly: for fixed rates without decay, up to 500 calls.
    ///
    /// # Errors
    /// [`Error::NoExactDistribution`](crate::error::Error::NoExactDistribution) with the reason where it is not known.
    pub fn exact_pool(&self) -> Result<PoolDistribution> {
        if self.stop() == Stop::Calls {
            chain::pool_distribution(self)
        } else {
            no_exact_distribution("a pool of referrals under a stop")
        }
    }

    /// The exact mean of the yield and its variance, split into luck and ignorance.
    ///
    /// ```
    /// use outreach::{Beta, Campaign, Parameter, Rates, Strategy};
    ///
    /// let rates = Rates::documented().with(Parameter::ColdMeeting, Beta::new(10.0, 90.0)?);
    /// let moments = Campaign::new(rates, Strategy::cold(), 100)?.exact_moments()?;
    /// assert!(moments.ignorance > 0.9 * moments.luck);
    /// # Ok::<(), outreach::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::NoExactDistribution`](crate::error::Error::NoExactDistribution) where they are no polynomials in the rates.
    pub fn exact_moments(&self) -> Result<Moments> {
        moments::moments(self)
    }

    /// How many meetings one more introduction brings on average, in place of a cold call; with a pool one more referral to
    /// start with. `None` where no cold call is left, or where the means are not known exactly.
    ///
    /// ```
    /// use outreach::{Campaign, Rates, Strategy, Supply};
    ///
    /// let campaign = Campaign::new(Rates::documented(), Strategy::new("mine", Supply::Count(15)), 75)?;
    /// // 0.894667 of a warm call, 0.1 of the cold one.
    /// assert!((campaign.value_of_introduction().unwrap() - 0.794_667).abs() < 1e-6);
    /// # Ok::<(), outreach::Error>(())
    /// ```
    pub fn value_of_introduction(&self) -> Option<f64> {
        Some(self.with_one_more_introduction()?.exact_mean()? - self.exact_mean()?)
    }

    /// How many meetings its calls of a kind bring on average. `None` where chance decides which calls are made, or where the
    /// mean is not known exactly.
    ///
    /// ```
    /// use outreach::{Campaign, Kind, Rates, Strategy};
    ///
    /// let campaign = Campaign::new(Rates::documented(), Strategy::mixed(), 100)?;
    /// assert!((campaign.mean_of_kind(Kind::Cold).unwrap() - 5.0).abs() < 1e-12);
    /// assert!((campaign.mean_of_kind(Kind::Warm).unwrap() - 44.733_333).abs() < 1e-6);
    /// # Ok::<(), outreach::Error>(())
    /// ```
    pub fn mean_of_kind(&self, kind: Kind) -> Option<f64> {
        match self.only(kind) {
            Some(calls) => calls.exact_mean(),
            None => (self.is_planned() && self.attempts(kind) == 0).then_some(0.0),
        }
    }

    /// The mean of the yield, where it is known exactly.
    ///
    /// ```
    /// use outreach::{Campaign, Rates, Strategy};
    ///
    /// let campaign = Campaign::new(Rates::documented(), Strategy::cold(), 40)?;
    /// assert!((campaign.exact_mean().unwrap() - 4.0).abs() < 1e-12);
    /// # Ok::<(), outreach::Error>(())
    /// ```
    pub fn exact_mean(&self) -> Option<f64> {
        let of_moments = self.exact_moments().map(|moments| moments.mean);
        of_moments.or_else(|_| self.exact_yield().map(|distribution| distribution.mean())).ok()
    }
}
