//! The verbs of the command.

use js_sys::{Array, Object};
use outreach::{Campaign, Strategy};
use outreach_io::ask::SimulateQuestion;
use outreach_io::question::{CompareFields, ModelFields, PlanFields, SimulateFields, TraceFields};
use outreach_io::{Need, Scenario, Simulated, lacking};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::answer::Shape;
use crate::error::{Thrown, set};
use crate::input::{Form, Options, read_settings, unwatched};

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
    pub(crate) fn of(settings: &JsValue, options: &JsValue) -> Result<Self> {
        let (fields, shape) = Options::of(options).settings(settings).read::<SimulateFields>()?;
        let question = fields.question(&Form::default())?;
        let plan = question.plan();
        let asked = outreach_io::Asked::Simulate;
        let idle = |key: &&String| {
            let lacks = lacking(key, asked, plan.rates(), Some(plan));
            // A limit that is not reached is said in the answer all the same.
            lacks.is_some_and(|need| !matches!(need, Need::FewCalls | Need::FewHours))
        };
        let without_effect = fields.settings.0.keys().filter(idle).cloned().collect();
        Ok(Self { question, without_effect, shape })
    }

    pub(crate) fn shown(&self, answer: &Simulated) -> Object {
        let object = self.shape.shown(answer);
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
    let asked = Asked::of(settings, options)?;
    Ok(asked.shown(&asked.question.run()?))
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
    let options = Options::of(options).settings(settings);
    let (fields, shape) = options.without(&["strategies", "max_attempts"]).read::<CompareFields>()?;
    let scenario = Scenario::of_layers(&[read_settings(settings)?])?;
    let campaigns = strategies.iter().map(|compared| match compared.as_string() {
        Some(name) => {
            let strategy = Strategy::named(&name).map_err(|error| Thrown::of("strategies", error))?;
            Ok((scenario.campaign(strategy)?, scenario.most_calls()))
        }
        None => varied(settings, compared),
    });
    let (campaigns, most_calls): (Vec<_>, Vec<_>) = campaigns.collect::<Result<Vec<_>>>()?.into_iter().unzip();
    let in_force = scenario.campaign(Strategy::mixed()).ok();
    Ok(shape.object(&fields.question(campaigns).in_force(in_force).most_calls(most_calls).run()?))
}

/// The campaign of settings that lie over others, which bears what it has of its own as its name, and the most calls in given hours.
fn varied(settings: &JsValue, own: &JsValue) -> Result<(Campaign, u32)> {
    let own = read_settings(own)?;
    let name: Vec<_> = own.iter().map(|setting| format!("{}={}", setting.key(), setting.value())).collect();
    let scenario = Scenario::of_layers(&[read_settings(settings)?, own])?;
    Ok((scenario.campaign_named(name.join(" "), Strategy::mixed().supply())?, scenario.most_calls()))
}

/// The fewest calls, referrals, hours, contacts or attempts per contact that bring this many meetings; `null` in all where none do.
#[wasm_bindgen(unchecked_return_type = "Answer<PlanAnswer>")]
pub fn plan(
    #[wasm_bindgen(unchecked_param_type = "Settings")] settings: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "PlanOptions")] options: &JsValue,
) -> Result<Object> {
    let (fields, shape) = Options::of(options).settings(settings).read::<PlanFields>()?;
    Ok(shape.object(&fields.run(&Form::default(), &unwatched)?))
}

/// The call tree with every probability, its value and where it comes from; also every other number with its default.
#[wasm_bindgen(unchecked_return_type = "Answer<ModelAnswer>")]
pub fn model(
    #[wasm_bindgen(unchecked_param_type = "Settings")] settings: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "AnswerOptions")] options: &JsValue,
) -> Result<Object> {
    let (fields, shape) = Options::of(options).settings(settings).read::<ModelFields>()?;
    Ok(shape.object(&fields.run(&Form::default(), &unwatched)?))
}

/// The calls of one simulated campaign, one by one.
#[wasm_bindgen(unchecked_return_type = "Answer<TraceAnswer>")]
pub fn trace(
    #[wasm_bindgen(unchecked_param_type = "Settings")] settings: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "TraceOptions")] options: &JsValue,
) -> Result<Object> {
    let (fields, shape) = Options::of(options).settings(settings).read::<TraceFields>()?;
    Ok(shape.object(&fields.run(&Form::default(), &unwatched)?))
}
