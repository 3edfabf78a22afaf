//! What the keys of a scenario are and take, for the schema of questions.

use outreach::{Campaign, Effort, Number, Parameter, Pool, Preset, Reading, Response, Stop, Strategy};
use schemars::Schema;
use schemars::transform::RecursiveTransform;
use serde_json::{Map, Value, json};

use super::Settings;

impl schemars::JsonSchema for Settings {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Settings".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> Schema {
        let value = |key: &str| {
            let mut value = accepted(key);
            value["description"] = meaning(key).into();
            value
        };
        let properties: Map<_, _> = crate::read::keys().map(|key| (key.to_owned(), value(key))).collect();
        schemars::json_schema!({
            "description": "Keys of a scenario with their values: a number, or a text as people write it: \"80%\", \"1 in 10\", \
                            and of rates that are not known for sure \"beta(2, 18)\", \"mean(0.1, 20)\" or \"2 to 25 %\" \
                            (90 % sure).",
            "type": "object",
            "properties": properties,
            "additionalProperties": false,
        })
    }
}

/// The schema of a question's fields.
pub(super) fn schema_of<T: schemars::JsonSchema>() -> Value {
    let settings = schemars::generate::SchemaSettings::default();
    settings.with_transform(RecursiveTransform(bounded)).into_generator().into_root_schema_for::<T>().into()
}

/// A whole number without a bound of its own is at most what its type holds.
fn bounded(schema: &mut Schema) {
    let most = match schema.get("format").and_then(Value::as_str) {
        Some("uint32") => u32::MAX.into(),
        Some("uint64") => u64::MAX,
        _ => return,
    };
    if schema.get("maximum").is_none() {
        schema.insert("maximum".to_owned(), most.into());
    }
}

/// What a key is, in a few words.
fn meaning(key: &str) -> String {
    let parameter = Parameter::ALL.into_iter().find(|parameter| parameter.key() == key);
    if let Some(parameter) = parameter {
        return format!("{}: a probability, per {}", parameter.meaning(), parameter.per());
    }
    if let Some(number) = Number::ALL.into_iter().find(|number| number.key == key) {
        return format!("{}, per {}", number.meaning, number.per);
    }
    let said = match key {
        "connectors.count" => {
            "connectors to whom the warm calls are dealt in turn; how far those of one go alike says connectors.correlation"
        }
        "preset" => "the figures to start from: documented (a coach's, the default) or published (studies)",
        "calls" => "attempts in a campaign, each at another person (1 to 1,000,000; 100 unless set)",
        "contacts" => "people instead of calls: each is called until a conversation, at most max_attempts times",
        "max_attempts" => "the most attempts at each contact (1 to 1,000; 1 unless set)",
        "hours" => "the campaign stops when these hours are used up: 6, \"6h\" or \"11:40\"",
        "meetings" => "the campaign stops when this many meetings are held",
        "strategy" => {
            "which calls are warm: cold (none), mixed (half), referral-heavy (eight in ten), warm (all), snowball"
        }
        "warm" => {
            "the warm calls, {\"count\": 12} or {\"share\": 0.8}, or as a text (\"12\", \"80%\"); instead of a strategy"
        }
        "reading" => "whether warm.meeting is of conversations without an incident (smooth) or of all (overall)",
        "incident.response" => "what is said to who dislikes the connector: disagree, agree, ask or reframe",
        "attempts.cold" => "reached of attempted cold contacts in each round: \"24/300+20/276\"",
        "attempts.warm" => "reached of attempted warm contacts in each round",
        _ => "",
    };
    said.to_owned()
}

/// The values that it takes; any number may be a text too, as people write it.
fn accepted(key: &str) -> Value {
    let whole = |least: u32, most: u32| json!({ "type": ["integer", "string"], "minimum": least, "maximum": most });
    let number = |least: f64, most: f64| json!({ "type": ["number", "string"], "minimum": least, "maximum": most });
    let only = |name: &str, value: Value| json!({ "type": "object", "properties": { name: value }, "required": [name], "additionalProperties": false });
    match key {
        "preset" => json!({ "type": "string", "enum": Preset::ALL.map(Preset::key) }),
        "reading" => json!({ "type": "string", "enum": Reading::ALL.map(Reading::key) }),
        "incident.response" => json!({ "type": "string", "enum": Response::ALL.map(Response::key) }),
        "strategy" => json!({ "type": "string", "enum": Strategy::NAMES }),
        "attempts.cold" | "attempts.warm" => json!({ "type": "string" }),
        "calls" | "contacts" | "connectors.count" => whole(1, Campaign::MAX_CALLS),
        "max_attempts" => whole(1, Campaign::MAX_ATTEMPTS),
        "pool.initial" => whole(0, Campaign::MAX_CALLS),
        "meetings" => whole(0, u32::MAX),
        // By its name, as 1 and 1.0 are opposite campaigns.
        "warm" => json!({ "anyOf": [
            { "type": "string" },
            only("count", json!({ "type": "integer", "minimum": 0, "maximum": Campaign::MAX_CALLS })),
            only("share", json!({ "type": "number", "minimum": 0.0, "maximum": 1.0 })),
        ] }),
        "hours" => number(0.0, (Stop::MAX_MINUTES / 60.0).floor()),
        "pool.names" => number(0.0, Pool::MAX_NAMES),
        "pool.dispersion" => number(0.01, 1e6),
        "connectors.correlation" => json!({ "type": ["number", "string"], "minimum": 0, "exclusiveMaximum": 1 }),
        _ if key.starts_with("effort.") => number(0.0, Effort::MAX_MINUTES),
        // Probabilities, and the factor per generation.
        _ => number(0.0, 1.0),
    }
}
