//! Which rate moves the yield, which unknown matters, and what to log to know it.

mod indices;
mod information;
mod movement;
mod numbers;
mod played;

pub use self::indices::Index;
pub use self::information::Information;
pub use self::movement::Movement;
pub use self::numbers::NumberBar;

use self::indices::Expectations;
use crate::error::{Error, Result};
use crate::model::{Campaign, Parameter, Provenance, Rate, Rates};
use crate::numerics::{Beta, Estimate, Probability};
use crate::parallel::prelude::*;
use crate::simulate::Trials;

/// What one rate does to the mean yield when it alone moves.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Bar {
    /// The rate.
    pub parameter: Parameter,
    /// The ends of its range: its 5 % and 95 % points, or its odds divided and multiplied by 1.5 where it is known.
    pub range: [f64; 2],
    /// E\[yield | rate\] at the ends; `None` where the reading of the nine in ten has no solution there.
    pub yields: [Option<Estimate>; 2],
    /// The same at 0 and 1, for an assumed rate. For the probability of a response: with every incident of case 2 and
    /// that response given.
    pub bounds: Option<[Option<Estimate>; 2]>,
    /// Whether nobody says what it is.
    pub assumed: bool,
}

impl Bar {
    /// How far apart the yields are.
    pub fn span(&self) -> f64 {
        match self.yields {
            [Some(low), Some(high)] => (high.value - low.value).abs(),
            _ => 0.0,
        }
    }
}

/// A description of the analysis of one campaign.
///
/// Everything is exact where the mean yield is a polynomial in the rates, or has an exact distribution at known ones.
/// Where the reading `overall` solves an uncertain probability, means over worlds drawn from the seed stand in, with
/// standard errors; where besides chance has a say in which attempts are made, simulated campaigns.
///
/// ```
/// use outreach::{Campaign, Rates, Sensitivity, Strategy};
///
/// let campaign = Campaign::new(Rates::documented(), Strategy::mixed(), 100)?;
/// let found = Sensitivity::of(&campaign).run()?;
/// assert_eq!(found.bars()[0].parameter.key(), "cold.meeting");
/// # Ok::<(), outreach::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Sensitivity<'a> {
    campaign: &'a Campaign,
    trials: Trials,
}

impl<'a> Sensitivity<'a> {
    /// With 100,000 worlds from seed 42 where they have to be drawn.
    pub fn of(campaign: &'a Campaign) -> Self {
        Self { campaign, trials: Trials::default() }
    }

    /// The number of worlds, where they have to be drawn.
    pub fn trials(mut self, trials: u64) -> Self {
        self.trials.most = trials;
        self
    }

    /// The seed.
    pub fn seed(mut self, seed: u64) -> Self {
        self.trials.seed = seed;
        self
    }

    /// The most worlds: they are kept in memory, some 200 bytes each.
    const MAX_WORLDS: u64 = 10_000_000;

    /// Whether this can be run.
    ///
    /// # Errors
    /// [`Error::Rejected`] for fewer than two trials or more than ten million, and for the rest of a campaign: its
    /// rates are no longer independent.
    pub fn check(&self) -> Result<()> {
        let mut errors = Vec::new();
        if !(2..=Self::MAX_WORLDS).contains(&self.trials.most) {
            errors.push(Error::rejected("trials", self.trials.most, "a number of worlds to draw (2 to 10,000,000)"));
        }
        if self.campaign.so_far().is_some() {
            errors.push(Error::rejected("campaign", "the rest of one", "a whole campaign"));
        }
        Error::all(errors)
    }

    /// The analysis.
    ///
    /// # Errors
    /// As [`Sensitivity::check`].
    pub fn run(&self) -> Result<Sensitivities> {
        self.check()?;
        let expectations = Expectations::new(self.campaign, self.trials.seed, self.trials.most);
        let parameters: Vec<_> = self.campaign.parameters().collect();
        let mut bars: Vec<Bar> =
            parameters.into_par_iter().map(|parameter| self.bar(&expectations, parameter)).collect();
        bars.sort_by(|a, b| b.span().total_cmp(&a.span()));
        let indices = expectations.indices(self.campaign);
        Ok(Sensitivities {
            base: expectations.of(self.campaign)?,
            bars,
            numbers: numbers::bars(self.campaign, &expectations)?,
            information: information::of(self.campaign, &indices),
            indices,
            sampled: expectations.are_sampled() || self.campaign.exact_moments().is_err(),
        })
    }

    fn bar(&self, expectations: &Expectations, parameter: Parameter) -> Bar {
        let rates = self.campaign.rates();
        let rate = rates.rate(parameter);
        let range = range(rate);
        let assumed = rates.provenance(parameter) == Provenance::Assumed;
        let at = |rates: Rates, value: f64| {
            let campaign = self.campaign.with_rates(rates.with(parameter, Probability::rounded(value)));
            campaign.and_then(|campaign| expectations.of(&campaign)).ok()
        };
        let bounds = assumed.then(|| [0.0, 1.0].map(|value| at(in_play(rates, parameter), value)));
        Bar { parameter, range, yields: range.map(|value| at(rates.clone(), value)), bounds, assumed }
    }
}

/// The ends of what a rate may be.
fn range(rate: Rate) -> [f64; 2] {
    match rate {
        Rate::Beta(beta) => ends(beta),
        Rate::Fixed(known) => [1.0 / 1.5, 1.5].map(|factor| {
            let (success, failure) = (known.get() * factor, 1.0 - known.get());
            success / (success + failure)
        }),
    }
}

fn ends(beta: Beta) -> [f64; 2] {
    [0.05, 0.95].map(|q| beta.quantile(q))
}

/// The rates under which this one can do all it can: a response has to be given to matter.
fn in_play(rates: &Rates, parameter: Parameter) -> Rates {
    let response = crate::model::Response::ALL.into_iter().find(|response| response.parameter() == parameter);
    response.map_or_else(
        || rates.clone(),
        |response| rates.clone().with(Parameter::IncidentDisliked, Probability::ONE).with_response(response),
    )
}

/// What the analysis found.
#[derive(Debug, Clone, PartialEq)]
pub struct Sensitivities {
    base: Estimate,
    bars: Vec<Bar>,
    numbers: Vec<NumberBar>,
    indices: Vec<Index>,
    information: Vec<Information>,
    sampled: bool,
}

impl Sensitivities {
    /// The mean yield with nothing moved.
    pub fn base(&self) -> Estimate {
        self.base
    }

    /// What each rate does, the strongest first.
    pub fn bars(&self) -> &[Bar] {
        &self.bars
    }

    /// What each number with a published range does, the strongest first: those of the pool, and under a budget of
    /// minutes those of the effort, unless they were set.
    pub fn numbers(&self) -> &[NumberBar] {
        &self.numbers
    }

    /// The share of the ignorance that each uncertain rate causes.
    pub fn indices(&self) -> &[Index] {
        &self.indices
    }

    /// What more logged calls would take away from the ignorance.
    pub fn information(&self) -> &[Information] {
        &self.information
    }

    /// Whether worlds were drawn; if not, everything is exact and the standard errors are zero.
    pub fn is_sampled(&self) -> bool {
        self.sampled
    }
}
