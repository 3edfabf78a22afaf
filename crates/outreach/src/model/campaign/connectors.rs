//! Campaigns whose recommendations come from a few connectors.

use super::{Called, Campaign};
use crate::error::{Error, Result};
use crate::model::connectors::{Connectors, variance_of_meeting};
use crate::model::{CallTree, Kind, Parameter};

impl Campaign {
    /// The same with its recommended calls dealt, in turn, to this many connectors: their numbers of calls differ by one at
    /// most. How far the calls of one go alike says [`Parameter::ConnectorsCorrelation`]; the mean yield stays the same. With as
    /// many connectors as recommended calls, or more, each call has a connector of its own.
    ///
    /// ```
    /// use outreach::{Campaign, Parameter, Probability, Rates, Strategy};
    ///
    /// let rates = Rates::documented().with(Parameter::ConnectorsCorrelation, Probability::new(0.1)?);
    /// let campaign = Campaign::new(rates, Strategy::warm(), 100)?;
    /// let [five, twenty] = [5, 20].map(|count| campaign.clone().with_connectors(count)?.exact_yield());
    /// assert_eq!((five?.quantile(0.05), twenty?.quantile(0.05)), (80, 83));
    /// # Ok::<(), outreach::Error>(())
    /// ```
    ///
    /// # Errors
    /// All that is wrong at once: no connector, a correlation of 1, a pool of referrals beside a correlation.
    pub fn with_connectors(mut self, count: u32) -> Result<Self> {
        let mut errors = Vec::new();
        let (key, correlation) =
            (Parameter::ConnectorsCorrelation.key(), self.rates.rate(Parameter::ConnectorsCorrelation));
        if count == 0 {
            errors.push(Error::rejected("connectors.count", count, "a number of connectors (1 or more)"));
        }
        if !Connectors::accepts(correlation) {
            errors.push(Error::rejected(key, correlation.mean(), Self::CORRELATION));
        }
        if self.pool().is_some() && !correlation.is_sure(0.0) {
            let accepted = "possible with a pool of referrals (strategy snowball), which knows no connectors: leave out one of \
                            them, or set connectors.correlation = 0";
            errors.push(Error::rejected("connectors.count", count, accepted));
        }
        Error::all(errors)?;
        self.connectors = Some(count);
        Ok(self)
    }

    /// What a correlation of connectors is.
    pub(crate) const CORRELATION: &'static str = "a correlation (0 or more, and below 1)";

    /// How many connectors were told, whether or not it makes a difference.
    pub fn connector_count(&self) -> Option<u32> {
        self.connectors
    }

    /// Whether some connector has several calls.
    pub fn deals_to_connectors(&self) -> bool {
        self.pool().is_none() && self.connectors.is_some_and(|count| count < self.warm_attempts())
    }

    /// Its connectors, where it makes a difference who they are: some have several calls, which go alike.
    pub fn connectors(&self) -> Option<Connectors> {
        let correlation = self.rates.rate(Parameter::ConnectorsCorrelation);
        let matters = correlation.is_uncertain() || correlation.mean() >= Connectors::NEGLIGIBLE;
        let count = self.connectors.filter(|_| matters && self.deals_to_connectors())?;
        Some(Connectors { count, correlation })
    }

    /// The intraclass correlation of the meetings that conversations by one connector bring, every uncertain rate at its
    /// mean. `None` where connectors make no difference, or all conversations end alike.
    ///
    /// # Formula
    /// ```text
    /// Var(w) / (E[w]·(1 − E[w])),  w: a connector's P(meeting | conversation)
    /// ```
    pub fn correlation_of_meetings(&self) -> Option<f64> {
        self.connectors()?;
        let world = self.rates.world_at(&[]);
        let mean = CallTree::in_world(Kind::Warm, &world.in_conversation()).meeting();
        Some(variance_of_meeting(&world) / (mean * (1.0 - mean))).filter(|correlation| correlation.is_finite())
    }

    /// What the pairs of calls that have the same connector add to the variance of the yield, where these rates have these
    /// values and all others their means.
    pub(super) fn covariance_of_connectors(&self, drawn: &[(Parameter, f64)]) -> f64 {
        self.covariance_of_pairs(self.variance_of_held(drawn), drawn)
    }

    /// The variance, over connectors, of P(meeting held) of a conversation by one of them.
    pub(crate) fn variance_of_held(&self, drawn: &[(Parameter, f64)]) -> f64 {
        let world = self.rates.world_at(drawn);
        variance_of_meeting(&world) * world.value(Parameter::WarmShow).powi(2)
    }

    /// What the pairs of calls by one connector add where this is that variance.
    pub(crate) fn covariance_of_pairs(&self, held: f64, drawn: &[(Parameter, f64)]) -> f64 {
        let Some(connectors) = self.connectors() else { return 0.0 };
        if !self.was_called() {
            let reach = self.world_at(drawn).reach(Kind::Warm);
            return held * reach * reach * connectors.pairs(self.warm_attempts());
        }
        let reach = self.rates.world_at(drawn).reach_by_attempt(Kind::Warm);
        let contacts = self.called(Kind::Warm);
        let reached = contacts
            .iter()
            .flat_map(|&group: &Called| std::iter::repeat_n(group.reached(reach), group.contacts as usize));
        let mut sums = vec![0.0; connectors.count as usize];
        let mut squares = 0.0;
        for (contact, reached) in reached.enumerate() {
            sums[contact % connectors.count as usize] += reached;
            squares += reached * reached;
        }
        held * (sums.into_iter().map(|sum| sum * sum).sum::<f64>() - squares)
    }
}
