//! What the numbers of pool and effort do to the mean yield within their ranges.

use super::indices::Expectations;
use crate::error::Result;
use crate::model::{Campaign, Effort, Number, Parameter, Pool, Preset, Provenance, Stop, Strategy, Supply};
use crate::numerics::Estimate;

/// What one number does to the mean yield when it alone moves.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct NumberBar {
    /// The number.
    pub number: Number,
    /// The ends of its range: what is published for the preset's number; else half of it and twice as much, of the decay 0.5 and 1,
    /// of the dispersion what the only real chains of referrals leave open, and Poisson, whose dispersion is infinite.
    pub range: [f64; 2],
    /// E\[yield\] at the ends.
    pub yields: [Estimate; 2],
    /// Whether nobody says what it is.
    pub assumed: bool,
}

impl NumberBar {
    /// How far apart the yields are.
    pub fn span(&self) -> f64 {
        (self.yields[1].value - self.yields[0].value).abs()
    }
}

pub(crate) fn bars(campaign: &Campaign, expectations: &Expectations) -> Result<Vec<NumberBar>> {
    let mut bars = Vec::new();
    for (number, value, provenance) in campaign.numbers() {
        let moves = number.key.starts_with("pool.") || matches!(campaign.stop(), Stop::Minutes(_));
        if !moves {
            continue;
        }
        let published = number.evidence(campaign.rates().preset()).figures.map(|figures| figures.range);
        let range =
            published.filter(|_| provenance != Provenance::SetByYou).unwrap_or_else(|| own_range(number, value));
        let [low, high] = range.map(|value| expectations.of(&with(campaign, number, value)?));
        let assumed = provenance == Provenance::Assumed;
        bars.push(NumberBar { number, range, yields: [low?, high?], assumed });
    }
    bars.sort_by(|a, b| b.span().total_cmp(&a.span()));
    Ok(bars)
}

/// What a number may be of which nobody says it.
fn own_range(number: Number, value: Option<f64>) -> [f64; 2] {
    let holding = |[low, high]: [f64; 2]| value.map_or([low, high], |value| [low.min(value), high.max(value)]);
    let of = value.unwrap_or_default();
    let up_to = |most: f64| [of / 2.0, (2.0 * of).min(most)];
    match number.key {
        "pool.decay" => holding([0.5, 1.0]),
        "pool.dispersion" => holding([Pool::OF_REAL_CHAINS[0], f64::INFINITY]),
        "pool.initial" => up_to(Campaign::MAX_CALLS.into()).map(f64::floor),
        "pool.names" => up_to(Pool::MAX_NAMES),
        _ => up_to(Effort::MAX_MINUTES),
    }
}

/// The lower end of what is published on promised introductions that are made.
pub(super) fn fewest_introduced() -> f64 {
    let figures = Preset::Published.rates().evidence(Parameter::PoolIntroduced).and_then(|evidence| evidence.figures);
    figures.map_or(0.0, |figures| figures.range[0])
}

/// The campaign with another value of a number.
fn with(campaign: &Campaign, number: Number, value: f64) -> Result<Campaign> {
    let mut effort = *campaign.effort();
    let mut supply = campaign.strategy().supply();
    if let Supply::Pool(pool) = &mut supply {
        match number.key {
            "pool.initial" => *pool = Pool { initial: value as u32, ..*pool },
            "pool.names" => *pool = Pool { names: value, ..*pool },
            "pool.dispersion" => *pool = Pool { dispersion: Some(value).filter(|value| value.is_finite()), ..*pool },
            "pool.decay" => *pool = Pool { decay: value, ..*pool },
            _ => {}
        }
    }
    match number.key {
        "effort.cold_attempt" => effort = Effort { cold_attempt: value, ..effort },
        "effort.warm_attempt" => effort = Effort { warm_attempt: value, ..effort },
        "effort.introduction" => effort = Effort { introduction: value, ..effort },
        "effort.meeting" => effort = Effort { meeting: value, ..effort },
        _ => {}
    }
    let strategy = Strategy::new(campaign.strategy().name().to_owned(), supply);
    campaign.anew(strategy, campaign.calls())?.with_effort(effort)?.until(campaign.stop())
}
