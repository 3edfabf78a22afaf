//! A campaign: rates, a strategy, a number of calls and their effort.

use crate::{
    Beta, CallTree, Effort, Error, Kind, Moments, Parameter, Pmf, Probability, Rate, Rates, Reading, Result, SoFar,
    Strategy, Supply,
};
use crate::{exact, simulate};

/// A planned series of calls.
///
/// ```
/// use outreach::{Campaign, Rates, Strategy};
///
/// let campaign = Campaign::new(Rates::documented(), Strategy::mixed(), 100)?;
/// assert_eq!(campaign.warm_attempts(), 50);
/// let yields = campaign.exact_yield()?;
/// assert!((yields.mean() - 49.0 - 11.0 / 15.0).abs() < 1e-12);
/// assert_eq!(yields.quantile(0.05), 45);
/// # Ok::<(), outreach::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Campaign {
    rates: Rates,
    strategy: Strategy,
    calls: u32,
    effort: Effort,
    trees: [CallTree; 2],
    so_far: Option<SoFar>,
}

impl Campaign {
    /// The most attempts a campaign may have.
    pub const MAX_CALLS: u32 = 1_000_000;

    /// A campaign of so many attempts, with the default [`Effort`].
    ///
    /// # Errors
    /// All that is wrong at once: no calls or more than [`Campaign::MAX_CALLS`], more warm calls than calls, rates that
    /// the reading of the nine in ten cannot be solved for.
    pub fn new(rates: Rates, strategy: Strategy, calls: u64) -> Result<Self> {
        let mut errors = Vec::new();
        if !(1..=u64::from(Self::MAX_CALLS)).contains(&calls) {
            errors.push(Error::rejected("calls", calls, "a number of calls (1 to 1,000,000)"));
        }
        if let Supply::Count(count) = strategy.supply()
            && u64::from(count) > calls
        {
            errors.push(Error::rejected("warm", count, &format!("a count of warm calls (0 to {calls}, the calls)")));
        }
        match rates.world() {
            Ok(world) if errors.is_empty() => Ok(Self {
                rates,
                strategy,
                calls: u32::try_from(calls).expect("checked above"),
                effort: Effort::default(),
                trees: Kind::ALL.map(|kind| CallTree::in_world(kind, &world)),
                so_far: None,
            }),
            world => {
                errors.extend(world.err());
                Error::all(errors)?;
                unreachable!("there was an error")
            }
        }
    }

    /// The same with another effort.
    ///
    /// # Errors
    /// As [`Effort::check`].
    pub fn with_effort(mut self, effort: Effort) -> Result<Self> {
        effort.check()?;
        self.effort = effort;
        Ok(self)
    }

    /// The rest of this campaign after what it has brought so far. The uncertain rates are those that the outcomes
    /// leave: every world counts as its likelihood. Known rates stay what they are.
    ///
    /// # Errors
    /// [`Error::Rejected`] if more attempts were made than were planned, or nothing is left to do; if the outcomes are
    /// all but impossible: fewer than one world in ten thousand would be kept by rejection.
    pub fn after(&self, so_far: SoFar) -> Result<Self> {
        let mut errors = Vec::new();
        for kind in Kind::ALL {
            let (made, planned) = (so_far.attempts(kind), self.attempts(kind));
            if made > planned {
                let accepted = format!("a number of attempts made of {planned} planned ones");
                errors.push(Error::rejected(&format!("so far, {}", kind.key()), made, &accepted));
            }
        }
        Error::all(errors)?;
        let left = Kind::ALL.map(|kind| self.attempts(kind) - so_far.attempts(kind));
        if left == [0, 0] {
            return Err(Error::rejected("so far", so_far.all_attempts(), "fewer attempts than were planned"));
        }
        let strategy = Strategy::new(self.strategy.name().to_owned(), Supply::Count(left[1]));
        let calls = u64::from(left[0]) + u64::from(left[1]);
        let rest = Self::new(self.rates.clone(), strategy, calls)?.with_effort(self.effort)?;
        // The rest of a rest knows all that came before.
        let so_far = self.so_far.map_or(so_far, |before| before.and(so_far));
        let rest = Self { so_far: Some(so_far), ..rest };
        if rest.is_updated() && simulate::kept_share(&rest) < Self::LEAST_KEPT {
            let outcome = format!("{} meetings in {} attempts", so_far.all_meetings(), so_far.all_attempts());
            return Err(Error::rejected(
                "so far",
                &outcome,
                "an outcome that these rates leave any chance: set others",
            ));
        }
        Ok(rest)
    }

    /// A world is kept with its likelihood; where fewer are, a run would draw for ever.
    const LEAST_KEPT: f64 = 1e-4;

    /// What the campaign that this is the rest of has brought.
    pub fn so_far(&self) -> Option<SoFar> {
        self.so_far
    }

    /// Whether outcomes so far say something of uncertain rates.
    pub(crate) fn is_updated(&self) -> bool {
        self.so_far.is_some() && !self.uncertain().is_empty()
    }

    /// The likelihood of what it has brought so far, relative to the largest, where these rates have these values.
    pub(crate) fn likelihood(&self, drawn: &[(Parameter, f64)]) -> f64 {
        self.so_far.map_or(1.0, |so_far| so_far.likelihood(self.trees_at(drawn).map(|tree| tree.held().get())))
    }

    /// Its rates.
    pub fn rates(&self) -> &Rates {
        &self.rates
    }

    /// Its strategy.
    pub fn strategy(&self) -> &Strategy {
        &self.strategy
    }

    /// Its number of attempts.
    pub fn calls(&self) -> u32 {
        self.calls
    }

    /// Its effort.
    pub fn effort(&self) -> &Effort {
        &self.effort
    }

    /// The call tree of a kind, every uncertain rate at its mean.
    pub fn tree(&self, kind: Kind) -> &CallTree {
        &self.trees[kind.index()]
    }

    /// The call trees of both kinds, cold first, where these rates have these values and all others their means.
    pub(crate) fn trees_at(&self, drawn: &[(Parameter, f64)]) -> [CallTree; 2] {
        let world = self.rates.world_at(drawn);
        Kind::ALL.map(|kind| CallTree::in_world(kind, &world))
    }

    /// Mean and variance of the yield where these rates have these values and all others their means.
    pub(crate) fn moments_given(&self, drawn: &[(Parameter, f64)]) -> (f64, f64) {
        let trees = self.trees_at(drawn);
        let [cold, warm] = Kind::ALL.map(|kind| {
            let (calls, held) = (f64::from(self.attempts(kind)), trees[kind.index()].held().get());
            (calls * held, calls * held * (1.0 - held))
        });
        (cold.0 + warm.0, cold.1 + warm.1)
    }

    /// E\[yield\] there.
    pub(crate) fn mean_given(&self, drawn: &[(Parameter, f64)]) -> f64 {
        self.moments_given(drawn).0
    }

    /// The same campaign with other rates.
    ///
    /// # Errors
    /// As [`Campaign::new`].
    pub fn with_rates(&self, rates: Rates) -> Result<Self> {
        Self::new(rates, self.strategy.clone(), self.calls.into())?.with_effort(self.effort)
    }

    /// The uncertain rates that decide the yield.
    pub fn uncertain(&self) -> Vec<(Parameter, Beta)> {
        let made = |kind| self.so_far.map_or(0, |so_far| so_far.attempts(kind));
        let kinds = Kind::ALL.into_iter().filter(|&kind| self.attempts(kind) + made(kind) > 0);
        self.rates.uncertain(&kinds.collect::<Vec<_>>())
    }

    /// Whether warm odds are solved from uncertain ones: then no law of the yield is a polynomial in the rates.
    pub fn solves_uncertain_odds(&self) -> bool {
        let made = self.so_far.map_or(0, |so_far| so_far.attempts(Kind::Warm));
        self.warm_attempts() + made > 0 && self.rates.solves_uncertain_odds()
    }

    /// The odds of a warm conversation that kept its standing, where they are not solved from uncertain ones.
    pub(crate) fn kept_standing(&self) -> Rate {
        match self.rates.reading() {
            Reading::Smooth => self.rates.rate(Parameter::WarmMeeting),
            Reading::Overall => Probability::rounded(self.rates.world_at(&[]).kept_standing()).into(),
        }
    }

    /// The number of warm attempts; they come first.
    pub fn warm_attempts(&self) -> u32 {
        match self.strategy.supply() {
            Supply::Share(share) => share.of(self.calls),
            Supply::Count(count) => count,
        }
    }

    /// The number of cold attempts.
    pub fn cold_attempts(&self) -> u32 {
        self.calls - self.warm_attempts()
    }

    /// The number of attempts of a kind.
    pub fn attempts(&self, kind: Kind) -> u32 {
        match kind {
            Kind::Cold => self.cold_attempts(),
            Kind::Warm => self.warm_attempts(),
        }
    }

    /// The exact law of the yield, the number of meetings held.
    ///
    /// # Formula
    /// ```text
    /// fixed rates:      Binomial(cold attempts, P(held | cold)) + Binomial(warm attempts, P(held | warm)), independent
    /// uncertain rates:  given the path counts, calls that share a rate are beta-binomial; the counts are summed over.
    ///                   Where that does not apply, Gauss–Jacobi quadrature over at most two rates, up to 1,000 calls
    /// ```
    /// Errors: 1e-9 on each probability, relative to the largest one.
    ///
    /// Costs some 2 µs for a hundred calls and about a second for a million with fixed rates, up to seconds with
    /// uncertain ones.
    ///
    /// # Errors
    /// [`Error::NoExactLaw`] with the reason where there is none.
    pub fn exact_yield(&self) -> Result<Pmf> {
        exact::yield_law(self)
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
    /// [`Error::NoExactLaw`] where they are no polynomials in the rates.
    pub fn exact_moments(&self) -> Result<Moments> {
        exact::moments(self)
    }

    /// The fewest and the most meetings that can be held at all: all of the calls that cannot fail, all that can succeed.
    pub fn possible_meetings(&self) -> std::ops::RangeInclusive<u32> {
        let calls = |counts: fn(f64) -> bool| -> u32 {
            Kind::ALL
                .into_iter()
                .filter(|&kind| counts(self.tree(kind).held().get()))
                .map(|kind| self.attempts(kind))
                .sum()
        };
        calls(|held| held >= 1.0)..=calls(|held| held > 0.0)
    }

    /// The assumptions in force: those of the rates, and every effort at its default.
    pub fn assumptions(&self) -> Vec<&'static str> {
        let mut assumptions = self.rates.assumptions();
        assumptions.extend(self.effort.assumptions());
        assumptions
    }
}
