//! The question of `model`.

use crate::read::scenario::Scenario;
use crate::show::model::Modelled;

/// What every probability is, and where it comes from.
///
/// ```
/// use outreach_io::Scenario;
/// use outreach_io::ask::ModelQuestion;
///
/// let answer = ModelQuestion::new(Scenario::of_layers(&[])?).run()?;
/// assert_eq!(answer.data().cold.held_per_attempt, 0.1);
/// # Ok::<(), outreach_io::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct ModelQuestion {
    /// The scenario whose rates are looked at.
    pub scenario: Scenario,
}

impl ModelQuestion {
    /// Of a scenario.
    pub fn new(scenario: Scenario) -> Self {
        Self { scenario }
    }

    /// The answer.
    ///
    /// # Errors
    /// For rates that do not go together.
    pub fn run(&self) -> outreach::Result<Modelled> {
        Modelled::new(self.scenario.rates())
    }
}
