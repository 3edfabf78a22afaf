//! A simulation that goes on whenever there is time for it.

use js_sys::Object;
use outreach::{Part, SimulationResult};
use outreach_io::Simulated;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::Thrown;
use crate::verbs::Asked;

/// A long simulation in steps: after the last one it has found, to the integer, what `simulate` finds in
/// one go; before it, what this many of its first trials tell.
#[wasm_bindgen(js_name = Simulation)]
#[derive(Debug)]
pub struct InSteps {
    asked: Asked,
    part: Part,
    /// The last answer: the next one has the same exact distribution.
    answer: Option<Simulated>,
}

#[wasm_bindgen(js_class = Simulation)]
impl InSteps {
    /// Nothing of it yet.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "Settings")] settings: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "SimulationOptions")] options: &JsValue,
    ) -> Result<Self, Thrown> {
        let asked = Asked::of(settings, options)?;
        let part = asked.question.simulation().part()?;
        Ok(Self { asked, part, answer: None })
    }

    /// Makes about this many trials more, in whole blocks of 4096; says how many there are.
    pub fn advance(&mut self, trials: f64) -> Result<f64, Thrown> {
        // What is no number of trials is one block.
        self.asked.question.simulation().extend_by(&mut self.part, trials as u64)?;
        Ok(self.trials())
    }

    /// The trials so far.
    #[wasm_bindgen(getter)]
    pub fn trials(&self) -> f64 {
        self.part.trials() as f64
    }

    /// Whether all trials are there.
    #[wasm_bindgen(getter)]
    pub fn done(&self) -> bool {
        self.part.trials() == self.part.of_trials()
    }

    /// What the trials so far tell at once: without the exact distribution, which `answer` works out, and what depends on it.
    #[wasm_bindgen(unchecked_return_type = "Simulated")]
    pub fn glance(&mut self) -> Result<Object, Thrown> {
        let run = self.run_so_far()?;
        Ok(self.asked.shown(&self.asked.question.glance(run)))
    }

    /// What the trials so far tell, of which there is at least a block.
    #[wasm_bindgen(unchecked_return_type = "Simulated")]
    pub fn answer(&mut self) -> Result<Object, Thrown> {
        let run = self.run_so_far()?;
        let answer = match self.answer.take() {
            Some(answer) => answer.with_run(run)?,
            None => self.asked.question.on_the_way(run)?,
        };
        let answer = if self.done() { answer.beside_published() } else { answer };
        Ok(self.asked.shown(self.answer.insert(answer)))
    }

    /// The trials so far, at least a block.
    fn run_so_far(&mut self) -> Result<SimulationResult, Thrown> {
        if self.part.trials() == 0 {
            self.advance(0.0)?;
        }
        Ok(self.part.so_far(self.asked.question.campaign())?)
    }
}
