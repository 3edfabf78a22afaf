//! What the numbers of pool and effort do to the mean yield within their published ranges.

use super::indices::Expectations;
use crate::error::Result;
use crate::model::{Campaign, Effort, Number, Pool, Provenance, Stop, Strategy, Supply};
use crate::numerics::Estimate;

/// What one number does to the mean yield when it alone moves.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct NumberBar {
    /// The number.
    pub number: Number,
    /// The ends of its published range.
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
    for (number, _, provenance) in campaign.numbers() {
        let figures = number.evidence(campaign.rates().preset()).figures;
        let moves = number.key.starts_with("pool.") || matches!(campaign.stop(), Stop::Minutes(_));
        let Some(figures) = figures.filter(|_| moves && provenance != Provenance::SetByYou) else { continue };
        let [low, high] = figures.range.map(|value| expectations.of(&with(campaign, number, value)?));
        let assumed = provenance == Provenance::Assumed;
        bars.push(NumberBar { number, range: figures.range, yields: [low?, high?], assumed });
    }
    bars.sort_by(|a, b| b.span().total_cmp(&a.span()));
    Ok(bars)
}

/// The campaign with another value of a number that has a published range.
fn with(campaign: &Campaign, number: Number, value: f64) -> Result<Campaign> {
    let mut effort = *campaign.effort();
    let mut supply = campaign.strategy().supply();
    match (number.key, &mut supply) {
        ("pool.names", Supply::Pool(pool)) => *pool = Pool { names: value, ..*pool },
        ("pool.decay", Supply::Pool(pool)) => *pool = Pool { decay: value, ..*pool },
        ("effort.cold_attempt", _) => effort = Effort { cold_attempt: value, ..effort },
        ("effort.warm_attempt", _) => effort = Effort { warm_attempt: value, ..effort },
        _ => {}
    }
    let strategy = Strategy::new(campaign.strategy().name().to_owned(), supply);
    let moved = Campaign::new(campaign.rates().clone(), strategy, campaign.calls().into())?;
    moved.with_effort(effort)?.until(campaign.stop())
}
