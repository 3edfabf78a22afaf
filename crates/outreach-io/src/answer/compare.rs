//! The answer of `compare`.

use outreach::{ComparisonResult, Pair};
use serde::{Deserialize, Serialize};

use super::parts::{Computed, Estimated, ExactYield, FoundPrecision, SampledYield, defined};
use super::scenario::ScenarioInForce;
use super::simulate::{AtPublishedRatesAnswer, YieldAnswer};

/// Several strategies in the same worlds: what each brings, and how often one brings more than the other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct CompareAnswer {
    /// `outreach/compare/1`.
    pub schema: String,
    /// The version of outreach that answered.
    pub version: String,
    /// Every parameter in force where a strategy sets nothing of its own, without what makes it a strategy; of the first strategy
    /// where each has a scenario of its own.
    pub scenario: ScenarioInForce,
    /// The keys that neither a source nor you have said.
    pub assumptions: Vec<String>,
    /// Whether the numbers are exact or simulated.
    pub computed: Computed,
    /// The seed: the same one gives the same answer.
    pub seed: u64,
    /// The number of simulated campaigns of each strategy.
    pub trials: u64,
    /// The precision that was asked for, if one was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub precision: Option<FoundPrecision>,
    /// Each strategy, in the order in which they were named.
    pub strategies: Vec<StrategyAnswer>,
    /// Each pair of them: first with second, first with third, …
    pub pairs: Vec<PairAnswer>,
    /// The minutes that an introduction may cost before cold calls bring more meetings per hour, at the rates in force where a
    /// strategy sets none of its own; null where cold calls bring none, and where each strategy has a scenario of its own.
    pub break_even_minutes: Option<f64>,
    /// Its standard error, where it is sampled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub break_even_minutes_std_error: Option<f64>,
}

/// What one of the strategies brings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct StrategyAnswer {
    /// Its name; a second one of the same name has a number.
    pub name: String,
    /// Every parameter in force of it.
    pub scenario: ScenarioInForce,
    /// What it brings.
    #[serde(flatten)]
    pub results: YieldAnswer,
    /// The minutes that an introduction may cost at its rates before cold calls bring more meetings per hour; null where cold calls
    /// bring none.
    pub break_even_minutes: Option<f64>,
    /// What it brings within the budget of hours of the pairs; null where that has no sense, as calls take no time.
    pub equal_hours: Option<YieldInHours>,
}

/// What a strategy brings within a budget of hours.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct YieldInHours {
    /// The budget: what was given, else the smallest mean of the compared strategies.
    pub hours: f64,
    /// Attempts made in it.
    pub attempts: Estimated,
    /// The contacts that are called in it, where they are called several times.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contacts: Option<u32>,
    /// The meetings held, simulated.
    pub meetings: SampledYield,
    /// The same exactly; null where there is no exact distribution.
    pub exact: Option<ExactYield>,
    /// What the same brings at the published rates; null where these are in force, or where that is not known.
    pub at_published_rates: Option<AtPublishedRatesAnswer>,
}

/// Two strategies against each other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct PairAnswer {
    /// The name of the first.
    pub a: String,
    /// The name of the second.
    pub b: String,
    /// With the calls of each.
    #[serde(flatten)]
    pub outcome: OutcomeAnswer,
    /// The meetings of the first less those of the second, trial by trial.
    pub difference: DifferenceAnswer,
    /// Within one budget of hours; null where that has no sense, as calls take no time.
    pub equal_hours: Option<EqualHoursAnswer>,
}

/// How often one brings more meetings than the other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct OutcomeAnswer {
    /// The share of the trials in which the first brought more.
    pub a_wins: f64,
    /// Its standard error; null for a single trial.
    pub a_wins_std_error: Option<f64>,
    /// The share in which both brought the same.
    pub tie: f64,
    /// Its standard error.
    pub tie_std_error: Option<f64>,
    /// The share in which the second brought more.
    pub b_wins: f64,
    /// Its standard error.
    pub b_wins_std_error: Option<f64>,
    /// The mean of the first less that of the second.
    pub mean_difference: f64,
    /// Its standard error.
    pub std_error: Option<f64>,
    /// The three probabilities exactly; null where they are not known.
    pub exact: Option<ExactOutcome>,
    /// Which one dominates the other; null where none does, or where that is not known.
    pub dominance: Option<DominanceAnswer>,
}

/// Exact probabilities of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct ExactOutcome {
    /// P(the first brings more).
    pub a_wins: f64,
    /// P(both bring the same).
    pub tie: f64,
    /// P(the second brings more).
    pub b_wins: f64,
}

/// Stochastic dominance.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct DominanceAnswer {
    /// `a` or `b`.
    pub dominant: String,
    /// 1: more likely to reach any number of meetings. 2: the safer choice.
    pub order: u8,
    /// Whether that holds for the rarest numbers, too.
    pub everywhere: bool,
}

/// A histogram of differences.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct DifferenceAnswer {
    /// The smallest difference that was seen.
    pub first: i64,
    /// The number of trials with that difference, with one more, …
    pub counts: Vec<u64>,
}

/// A pair within one budget of hours.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct EqualHoursAnswer {
    /// The budget: what was given, else the smallest mean of the compared strategies.
    pub hours: f64,
    /// How often one brings more than the other in it.
    #[serde(flatten)]
    pub outcome: OutcomeAnswer,
}

impl PairAnswer {
    /// Every pair of a comparison, whose strategies have these names.
    pub(crate) fn all(compared: &ComparisonResult, names: &[String]) -> Vec<Self> {
        let even = |pair: &Pair| {
            let even = compared.equal_hours()?;
            let same = even.pairs().iter().find(|other| (other.a(), other.b()) == (pair.a(), pair.b()))?;
            Some(EqualHoursAnswer { hours: even.hours(), outcome: same.into() })
        };
        let of_pair = |pair: &Pair| {
            let difference = pair.difference();
            let (first, last) = (difference.smallest(), difference.largest());
            let counts = (first..=last).map(|count| difference.count(count)).collect();
            Self {
                a: names[pair.a()].clone(),
                b: names[pair.b()].clone(),
                outcome: pair.into(),
                difference: DifferenceAnswer { first, counts },
                equal_hours: even(pair),
            }
        };
        compared.pairs().iter().map(of_pair).collect()
    }
}

impl From<&Pair> for OutcomeAnswer {
    fn from(pair: &Pair) -> Self {
        let (a_wins, tie, b_wins, mean) = (pair.a_wins(), pair.tie(), pair.b_wins(), pair.difference().mean());
        Self {
            a_wins: a_wins.value,
            a_wins_std_error: defined(a_wins.std_error),
            tie: tie.value,
            tie_std_error: defined(tie.std_error),
            b_wins: b_wins.value,
            b_wins_std_error: defined(b_wins.std_error),
            mean_difference: mean.value,
            std_error: defined(mean.std_error),
            exact: pair.exact().map(|[a_wins, tie, b_wins]| ExactOutcome { a_wins, tie, b_wins }),
            dominance: pair.dominance().map(|dominance| DominanceAnswer {
                dominant: if dominance.first_dominates { "a" } else { "b" }.to_owned(),
                order: dominance.order,
                everywhere: dominance.everywhere,
            }),
        }
    }
}
