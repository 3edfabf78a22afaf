//! Which rate moves the yield, which unknown matters, and what to log to know it.

mod indices;
mod information;
mod movement;
mod numbers;
mod simulated_yields;

pub use self::indices::Index;
pub use self::information::Information;
pub use self::movement::Movement;
pub use self::numbers::NumberBar;

use self::indices::Expectations;
use crate::error::{Error, Result};
use crate::model::{Campaign, Parameter, Provenance, Rate, Rates};
use crate::numerics::{Beta, Estimate, Probability};
use crate::parallel::prelude::*;
use crate::simulate::{Simulation, Trials};

/// What one rate does to the mean yield when it alone moves.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Bar {
    /// The rate.
    pub parameter: Parameter,
    /// The ends of its range: its 5 % and 95 % points, or its odds divided and multiplied by 1.5 where it is known. Of a known
    /// correlation of connectors 0 and 0.3, or the correlation where that is more; of promised introductions that are all
    /// made the lower end of what is published, and 1.
    pub range: [f64; 2],
    /// What is shown at the ends.
    pub of: Measure,
    /// It, at the ends; `None` where the reading of the nine in ten has no solution there.
    pub yields: [Option<Estimate>; 2],
    /// The same at 0 and 1, for an assumed rate. For the probability of a response: with every incident of case 2 and
    /// that response given.
    pub bounds: Option<[Option<Estimate>; 2]>,
    /// Whether nobody says what it is.
    pub assumed: bool,
}

/// What a bar tells of the yield.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// E\[yield\].
    Mean,
    /// Its 5 % point: a correlation of connectors moves the spread and not the mean.
    LowEnd,
}

impl Measure {
    /// Its name: `5 % point`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Mean => "mean",
            Self::LowEnd => "5 % point",
        }
    }
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

    /// The most worlds: they are kept in memory, about 200 bytes each.
    const MAX_WORLDS: u64 = 10_000_000;

    /// Whether this can be run.
    ///
    /// # Errors
    /// [`Error::Rejected`] for fewer than two trials or more than ten million, and for the rest of a campaign: its
    /// rates are no longer independent.
    pub fn check(&self) -> Result<()> {
        let mut errors = Vec::new();
        if !(2..=Self::MAX_WORLDS).contains(&self.trials.most) {
            errors.push(Error::rejected("trials", self.trials.most, "a number of trials (2 to 10,000,000)"));
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
    pub fn run(&self) -> Result<SensitivityResult> {
        self.check()?;
        let expectations = Expectations::new(self.campaign, self.trials.seed, self.trials.most);
        let base = expectations.of(self.campaign)?;
        let parameters: Vec<_> = self.campaign.parameters().collect();
        let mut bars: Vec<Bar> =
            parameters.into_par_iter().map(|parameter| self.bar(&expectations, base, parameter)).collect();
        bars.sort_by(|a, b| b.span().total_cmp(&a.span()));
        let indices = expectations.indices(self.campaign);
        let ends = |bar: &Bar| bar.yields.into_iter().chain(bar.bounds.into_iter().flatten()).flatten();
        let is_moved_to_sampled = bars.iter().flat_map(ends).any(|found| found.std_error > 0.0);
        Ok(SensitivityResult {
            base,
            bars,
            numbers: numbers::bars(self.campaign, &expectations)?,
            information: information::of(self.campaign, &indices),
            indices,
            sampled: is_moved_to_sampled || expectations.are_sampled() || self.campaign.exact_moments().is_err(),
        })
    }

    fn bar(&self, expectations: &Expectations, base: Estimate, parameter: Parameter) -> Bar {
        let rates = self.campaign.rates();
        let range = range(parameter, rates.rate(parameter));
        let assumed = rates.provenance(parameter) == Provenance::Assumed;
        let of = if parameter == Parameter::ConnectorsCorrelation { Measure::LowEnd } else { Measure::Mean };
        let at = |rates: Rates, value: f64| {
            let value = Probability::rounded(value);
            let stays = rates == *self.campaign.rates() && rates.rate(parameter) == Rate::Fixed(value);
            let rates = rates.with(parameter, value);
            if of == Measure::Mean && (stays || rates.is_idle(parameter)) {
                return Some(base);
            }
            let campaign = self.campaign.with_rates(rates);
            let told = campaign.and_then(|campaign| match of {
                Measure::Mean => expectations.of(&campaign),
                Measure::LowEnd => self.low_end(&campaign),
            });
            told.ok()
        };
        let bounded = assumed && of == Measure::Mean;
        let bounds = bounded.then(|| [0.0, 1.0].map(|value| at(in_play(rates, parameter), value)));
        Bar { parameter, range, of, yields: range.map(|value| at(rates.clone(), value)), bounds, assumed }
    }

    /// The 5 % point of the yield; simulated where there is no exact distribution.
    fn low_end(&self, campaign: &Campaign) -> Result<Estimate> {
        const LOW: f64 = 0.05;
        if let Ok(yields) = campaign.exact_yield() {
            return Ok(Estimate { value: yields.quantile(LOW) as f64, std_error: 0.0 });
        }
        let yields = Simulation::new(campaign).trials(self.trials.most).seed(self.trials.seed).yields()?;
        let interval = yields.quantile_interval(LOW);
        // The interval holds the point with 95 %.
        let std_error = interval.map_or(f64::NAN, |[low, high]| (high - low) as f64 / (2.0 * 1.96));
        Ok(Estimate { value: yields.quantile(LOW) as f64, std_error })
    }
}

/// The ends of what a rate may be.
fn range(parameter: Parameter, rate: Rate) -> [f64; 2] {
    /// Nothing is published: a correlation of which much would be said.
    const MOST_CORRELATED: f64 = 0.3;
    match (parameter, rate) {
        (_, Rate::Beta(beta)) => ends(beta),
        (Parameter::ConnectorsCorrelation, known) => [0.0, known.mean().max(MOST_CORRELATED)],
        // Odds of what is sure do not move.
        (Parameter::PoolIntroduced, known) if known.is_sure(1.0) => [numbers::fewest_introduced(), 1.0],
        (_, Rate::Fixed(known)) => [1.0 / 1.5, 1.5].map(|factor| {
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
pub struct SensitivityResult {
    base: Estimate,
    bars: Vec<Bar>,
    numbers: Vec<NumberBar>,
    indices: Vec<Index>,
    information: Vec<Information>,
    sampled: bool,
}

impl SensitivityResult {
    /// The mean yield with nothing moved.
    pub fn base(&self) -> Estimate {
        self.base
    }

    /// What each rate does, the strongest first.
    pub fn bars(&self) -> &[Bar] {
        &self.bars
    }

    /// What each number does, the strongest first: those of the pool, and under a budget of minutes those of the effort.
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
