//! The verbs of the command.

use js_sys::{Array, Object};
use outreach::{Campaign, Pace, Solve, Strategy};
use outreach_io::ask::{CompareQuestion, ModelQuestion, PlanQuestion, SimulateQuestion, TraceQuestion};
use outreach_io::{Scenario, Simulated, lacking, number};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::answer::Shape;
use crate::error::{Thrown, set};
use crate::input::{Options, read_settings};

type Result<T, E = Thrown> = std::result::Result<T, E>;

/// What `simulate` and `Simulation` are asked, and the settings that act on nothing: a form keeps them, and the command
/// refuses them.
#[derive(Debug)]
pub(crate) struct Asked {
    pub(crate) question: SimulateQuestion,
    without_effect: Vec<String>,
    shape: Shape,
}

impl Asked {
    pub(crate) fn of(settings: &JsValue, mut options: Options, may_be_precise: bool) -> Result<Self> {
        let shape = Shape::of(&mut options);
        let sampling = if may_be_precise { options.run() } else { options.sampling() };
        let (at_least, so_far) = (options.at_least(), options.texts("soFar"));
        let scenario = options.with_scenario(settings)?;
        let so_far = outreach_io::so_far(&so_far).map_err(|error| Thrown::of("soFar", error))?;
        let question = SimulateQuestion::of(&scenario)?.after(so_far)?.at_least(&at_least);
        let plan = question.plan();
        let acts = |key: &str| lacking(key, outreach_io::Asked::Simulate, plan.rates(), Some(plan)).is_none();
        let set = scenario.settings().iter().map(|(key, _)| key.clone());
        let without_effect = set.filter(|key| !acts(key)).collect();
        Ok(Self { question: question.sampling(sampling), without_effect, shape })
    }

    pub(crate) fn told(&self, answer: &Simulated) -> Object {
        let object = self.shape.told(answer);
        let keys: Array = self.without_effect.iter().map(JsValue::from).collect();
        set(&object, "withoutEffect", &keys);
        object
    }
}

/// One campaign's yield: its exact distribution, and a simulation beside it.
#[wasm_bindgen(unchecked_return_type = "Simulated")]
pub fn simulate(
    #[wasm_bindgen(unchecked_param_type = "Settings")] settings: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "SimulateOptions")] options: &JsValue,
) -> Result<Object> {
    let asked = Asked::of(settings, Options::of(options), true)?;
    Ok(asked.told(&asked.question.run()?))
}

/// Several campaigns side by side, and how often one brings more meetings than the other: named strategies under the
/// settings, and settings of a campaign's own over them.
#[wasm_bindgen(unchecked_return_type = "Answer<CompareAnswer>")]
#[expect(clippy::needless_pass_by_value, reason = "JavaScript gives it away")]
pub fn compare(
    #[wasm_bindgen(unchecked_param_type = "(StrategyName | Settings)[]")] strategies: Vec<JsValue>,
    #[wasm_bindgen(unchecked_param_type = "Settings")] settings: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CompareOptions")] options: &JsValue,
) -> Result<Object> {
    let mut options = Options::of(options);
    let shape = Shape::of(&mut options);
    let sampling = options.run();
    let (at_least, hours) = (options.at_least(), options.parsed("hours", "a number of hours"));
    let scenario = options.with_scenario(settings)?;
    let campaigns = strategies.iter().map(|compared| match compared.as_string() {
        Some(name) => {
            let strategy = Strategy::named(&name).map_err(|error| Thrown::of("strategies", error))?;
            Ok(scenario.campaign(strategy)?)
        }
        None => varied(settings, compared),
    });
    let campaigns = campaigns.collect::<Result<Vec<_>>>()?;
    let question = CompareQuestion::of(campaigns).hours(hours).at_least(&at_least);
    Ok(shape.object(&question.sampling(sampling).run()?))
}

/// The campaign of settings that lie over others, which bears what it has of its own as its name.
fn varied(settings: &JsValue, own: &JsValue) -> Result<Campaign> {
    let own = read_settings(own)?;
    let name: Vec<_> = own.iter().map(|setting| format!("{}={}", setting.key(), setting.value())).collect();
    let scenario = Scenario::of_layers(&[read_settings(settings)?, own])?;
    Ok(scenario.campaign_named(name.join(" "), Strategy::mixed().supply())?)
}

/// The fewest calls, referrals, hours, contacts or attempts per contact that bring so many meetings; `null` in all where none do.
#[wasm_bindgen(unchecked_return_type = "Answer<PlanAnswer>")]
pub fn plan(
    #[wasm_bindgen(unchecked_param_type = "Settings")] settings: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "PlanOptions")] options: &JsValue,
) -> Result<Object> {
    let mut options = Options::of(options);
    let shape = Shape::of(&mut options);
    let meetings = options.required("meetings", "a number of meetings (0 to 4294967295)");
    let confidence = options.read("confidence", "a probability (0 to 1, or 0 % to 100 %)", number).unwrap_or(0.9);
    let solve = options
        .parsed("solve", "attempts, referrals, hours, contacts or attempts-per-contact")
        .unwrap_or(Solve::Attempts);
    let max = options.parsed("max", "a number of attempts (1 to 1,000,000)").unwrap_or(Campaign::MAX_CALLS);
    let calls_per_week = options.parsed("callsPerWeek", "a number of calls (1 to 1,000,000)");
    let hours_per_week = options.parsed("hoursPerWeek", "a number of hours (more than 0, up to 168)");
    let sampling = options.sampling();
    let scenario = options.with_scenario(settings)?;
    let calls_per_week =
        calls_per_week.map(Pace::calls).transpose().map_err(|error| Thrown::of("callsPerWeek", error))?;
    let hours_per_week =
        hours_per_week.map(Pace::hours).transpose().map_err(|error| Thrown::of("hoursPerWeek", error))?;
    let pace = calls_per_week.or(hours_per_week);
    let question = PlanQuestion { confidence, solve, max, pace, sampling, ..PlanQuestion::new(scenario, meetings) };
    Ok(shape.object(&question.run()?))
}

/// The call tree with every probability, its value and where it comes from; also every other number with its default.
#[wasm_bindgen(unchecked_return_type = "Answer<ModelAnswer>")]
pub fn model(
    #[wasm_bindgen(unchecked_param_type = "Settings")] settings: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "AnswerOptions")] options: &JsValue,
) -> Result<Object> {
    let mut options = Options::of(options);
    let shape = Shape::of(&mut options);
    Ok(shape.object(&ModelQuestion::new(options.with_scenario(settings)?).run()?))
}

/// The calls of one simulated campaign, one by one.
#[wasm_bindgen(unchecked_return_type = "Answer<TraceAnswer>")]
pub fn trace(
    #[wasm_bindgen(unchecked_param_type = "Settings")] settings: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "TraceOptions")] options: &JsValue,
) -> Result<Object> {
    let mut options = Options::of(options);
    let (shape, seed) = (Shape::of(&mut options), options.seed());
    let question = TraceQuestion { seed, ..TraceQuestion::new(options.with_scenario(settings)?) };
    Ok(shape.object(&question.run()?))
}
