//! What was found, as one reads it: every bar in one order, and the kind of call to log first.

use super::{Bar, Information, Measure, NumberBar, SensitivityResult};
use crate::model::Kind;
use crate::numerics::Estimate;

/// What one rate or number does to the mean yield when it alone moves: a bar of the tornado.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Movement {
    /// The key of the rate or the number.
    pub key: &'static str,
    /// The ends of its range; infinite where it is no number: Poisson's dispersion.
    pub range: [f64; 2],
    /// What is shown at the ends.
    pub of: Measure,
    /// It, at the ends; `None` where the reading of the nine in ten has no solution there.
    pub yields: [Option<Estimate>; 2],
    /// The same at 0 and 1, for an assumed rate.
    pub bounds: Option<[Option<Estimate>; 2]>,
    /// Whether nobody says what it is.
    pub assumed: bool,
}

impl Movement {
    /// How far apart the yields are.
    pub fn span(&self) -> f64 {
        match self.yields {
            [Some(low), Some(high)] => (high.value - low.value).abs(),
            _ => 0.0,
        }
    }
}

impl From<&Bar> for Movement {
    fn from(bar: &Bar) -> Self {
        let &Bar { parameter, range, of, yields, bounds, assumed } = bar;
        Self { key: parameter.key(), range, of, yields, bounds, assumed }
    }
}

impl From<&NumberBar> for Movement {
    fn from(bar: &NumberBar) -> Self {
        let &NumberBar { number, range, yields, assumed } = bar;
        Self { key: number.key, range, of: Measure::Mean, yields: yields.map(Some), bounds: None, assumed }
    }
}

impl SensitivityResult {
    /// What every rate and every number does, the strongest first.
    ///
    /// ```
    /// use outreach::{Campaign, Preset, Sensitivity, Strategy, Supply};
    ///
    /// let preset = Preset::Published;
    /// let snowball = Strategy::new("snowball", Supply::Pool(preset.pool()));
    /// let campaign = Campaign::new(preset.rates(), snowball, 100)?;
    /// let found = Sensitivity::of(&campaign).trials(2000).run()?;
    /// let movements = found.movements();
    /// assert!(movements[0].span() >= movements[1].span());
    /// assert!(movements.iter().any(|movement| movement.key == "pool.names"));
    /// # Ok::<(), outreach::Error>(())
    /// ```
    pub fn movements(&self) -> Vec<Movement> {
        let rates = self.bars().iter().map(Movement::from);
        let mut movements: Vec<_> = rates.chain(self.numbers().iter().map(Movement::from)).collect();
        movements.sort_by(|a, b| b.span().total_cmp(&a.span()));
        movements
    }

    /// What logging a hundred more calls of each kind would take away from the ignorance, the kind that takes away more
    /// first; `None` where nothing is uncertain.
    pub fn to_log(&self) -> Option<[Information; 2]> {
        let of = |kind: Kind| {
            let hundred = |information: &&Information| information.kind == kind && information.calls == 100;
            self.information().iter().find(hundred).copied()
        };
        let [cold, warm] = [of(Kind::Cold)?, of(Kind::Warm)?];
        Some(if warm.share > cold.share { [warm, cold] } else { [cold, warm] })
    }
}
