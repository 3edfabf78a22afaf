//! A tool per verb: the question's fields go in, the answer comes out.

use std::sync::Arc;

use outreach_io::answer;
use outreach_io::question::Question;
use rmcp::model::{JsonObject, Tool, ToolAnnotations};
use serde_json::Value;

/// What the tools are for, by their verbs.
const TOLD: &[(&str, &str, &str)] = &[
    (
        "backtest",
        "Replay a call log",
        "What would have been forecast from a call log's past, and what happened: how far forecasts from this log can be trusted.",
    ),
    (
        "calibrate",
        "Learn rates from a call log",
        "The caller's own probabilities from a log of calls (CSV or workbook, as a file or as text), with their ranges, beside a \
         coach's and published ones. Take them as settings of the other tools.",
    ),
    (
        "compare",
        "Compare strategies",
        "Which of several strategies brings more meetings, with their own calls and in the same hours, and how often. Strategies are \
         names (cold, mixed, referral-heavy, warm, snowball) or settings such as \"warm=15\".",
    ),
    (
        "forecast",
        "Forecast a list of contacts",
        "How many meetings a list of contacts will bring, each with a probability of its own (CSV or workbook, as a file or as \
         text), and whom to call first in a number of hours.",
    ),
    ("model", "Show every probability", "Every probability of the model, its value and where it comes from."),
    (
        "plan",
        "Find the effort that a target takes",
        "The fewest calls, introductions, hours, contacts or attempts per contact for a number of meetings, with a probability. \
         The field that `solve` names is null when no effort within the limits suffices.",
    ),
    (
        "sensitivity",
        "Find what matters",
        "Which probability moves the number of meetings most, and which one to learn first.",
    ),
    (
        "simulate",
        "Forecast one campaign",
        "How many meetings a campaign of calls will bring: the distribution, exact where there is an exact one, and simulated beside \
         it. Calls, introductions (`warm`), hours and all rates are settings.",
    ),
    (
        "trace",
        "Play one campaign call by call",
        "The calls of one simulated campaign, told one by one: an illustration, no forecast.",
    ),
];

/// All tools.
pub(crate) fn all() -> Vec<Tool> {
    TOLD.iter().map(|(verb, title, told)| tool(verb, title, told)).collect()
}

fn tool(verb: &'static str, title: &str, told: &'static str) -> Tool {
    let schema = |schema: Option<Value>| match schema {
        Some(Value::Object(schema)) => Arc::new(schema),
        _ => Arc::new(JsonObject::new()),
    };
    let annotations = ToolAnnotations::with_title(title).read_only(true).idempotent(true).open_world(false);
    Tool::new(verb, told, schema(Question::fields_schema(verb)))
        .with_title(title)
        .with_raw_output_schema(schema(answer::schema(verb)))
        .with_annotations(annotations)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_is_a_tool_with_both_schemas() {
        let tools = all();
        assert_eq!(tools.iter().map(|tool| tool.name.as_ref()).collect::<Vec<_>>(), Question::VERBS);
        for tool in tools {
            assert_eq!(tool.input_schema["type"], "object", "{}", tool.name);
            assert_eq!(tool.output_schema.expect("a schema")["type"], "object", "{}", tool.name);
        }
    }

    #[test]
    fn the_description_of_plan_named_a_field_that_there_is_not() {
        for tool in all() {
            let schemas = [Some(tool.input_schema), tool.output_schema];
            let schemas = schemas.into_iter().flatten().map(|schema| Value::Object((*schema).clone()).to_string());
            let fields: String = schemas.collect();
            let told = tool.description.unwrap_or_default();
            for name in told.split('`').skip(1).step_by(2) {
                assert!(fields.contains(&format!("\"{name}\":")), "{}: {name}", tool.name);
            }
        }
    }
}
