//! Where an answer comes from: preset, overrides, assumptions, seed, trials, version.

use outreach::{Campaign, Effort, Kind, Number, Parameter, Provenance, Rate, Rates, Stop, Strategy, Supply};
use serde_json::{Map, Value, json};

use super::Document;
use crate::Language;

pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The beginning of every JSON answer.
pub(crate) fn head(verb: &str, scenario: Value, assumptions: &[&str]) -> Map<String, Value> {
    let mut head = Map::new();
    head.insert("schema".into(), format!("outreach/{verb}/1").into());
    head.insert("version".into(), VERSION.into());
    head.insert("scenario".into(), scenario);
    head.insert("assumptions".into(), json!(assumptions));
    head
}

/// Every parameter in force.
pub(crate) fn scenario(campaign: &Campaign) -> Value {
    let mut scenario = shared(campaign);
    scenario.insert("strategy".into(), campaign.strategy().name().into());
    scenario.insert("warm".into(), supply(campaign.strategy()));
    if campaign.pool().is_some() {
        let numbers = campaign.numbers().map(|(number, value, _)| (number.key, value));
        scenario.insert("pool".into(), below("pool.", numbers).into());
    }
    Value::Object(scenario)
}

/// Every parameter in force but the strategy.
pub(crate) fn shared(campaign: &Campaign) -> Map<String, Value> {
    let mut scenario = rates(campaign.rates(), campaign.parameters());
    if campaign.max_attempts() > 1 {
        scenario.insert("contacts".into(), campaign.calls().into());
        scenario.insert("max_attempts".into(), campaign.max_attempts().into());
    } else {
        scenario.insert("calls".into(), campaign.calls().into());
    }
    let (hours, meetings) = match campaign.stop() {
        Stop::Minutes(minutes) => (Some(minutes / 60.0), None),
        Stop::Meetings(meetings) => (None, Some(meetings)),
        _ => (None, None),
    };
    scenario.insert("hours".into(), hours.into());
    scenario.insert("meetings".into(), meetings.into());
    let effort = Effort::KEYS.into_iter().zip(campaign.effort().minutes().map(Some));
    scenario.insert("effort".into(), below("effort.", effort).into());
    scenario
}

/// The numbers of a group by their names in it; no number is null.
fn below(group: &str, numbers: impl Iterator<Item = (&'static str, Option<f64>)>) -> Map<String, Value> {
    let named = |(key, number): (&'static str, Option<f64>)| {
        key.strip_prefix(group).map(|name| (name.to_owned(), number.into()))
    };
    numbers.filter_map(named).collect()
}

/// Preset, reading, rates and their provenance.
pub(crate) fn rates(rates: &Rates, parameters: impl Iterator<Item = Parameter>) -> Map<String, Value> {
    let parameters: Vec<_> = parameters.collect();
    let value = |parameter: &Parameter| (parameter.key().to_owned(), rate(rates.rate(*parameter)));
    let origin = |parameter: &Parameter| (parameter.key().to_owned(), rates.provenance(*parameter).key().into());
    let mut values: Map<String, Value> = parameters.iter().map(value).collect();
    values.insert("incident.response".into(), rates.response().key().into());
    let mut origins: Map<String, Value> = parameters.iter().map(origin).collect();
    origins.insert("incident.response".into(), rates.response_provenance().key().into());
    origins.insert("reading".into(), rates.reading_provenance().key().into());
    let mut scenario = Map::new();
    scenario.insert("preset".into(), rates.preset().key().into());
    scenario.insert("reading".into(), rates.reading().key().into());
    for kind in Kind::ALL {
        if let Some(table) = rates.attempts(kind) {
            let table = json!({ "at_risk": table.at_risk(), "reached": table.reached() });
            scenario.insert(format!("attempts.{}", kind.key()), table);
        }
    }
    scenario.insert("rates".into(), values.into());
    scenario.insert("provenance".into(), origins.into());
    scenario
}

/// A number, or what is known of it.
pub(crate) fn rate(rate: Rate) -> Value {
    match rate {
        Rate::Beta(beta) => json!({ "alpha": beta.alpha(), "beta": beta.beta(), "mean": beta.mean() }),
        known => known.mean().into(),
    }
}

/// `0.1`, or `0.1 (0.056 to 0.153)` with the central 90 % of what is not known for sure.
pub(crate) fn shown(say: Language, rate: Rate) -> String {
    match rate {
        Rate::Beta(beta) => {
            let [low, high] = [0.05, 0.95].map(|q| say.compact(beta.quantile(q)));
            format!("{} ({})", say.compact(beta.mean()), say.range(low, high))
        }
        known => say.compact(known.mean()),
    }
}

/// A share and a count each by its name: 1.0 and 1 are opposite campaigns, and JSON may not tell them apart.
fn supply(strategy: &Strategy) -> Value {
    match strategy.supply() {
        Supply::Share(share) => json!({ "share": share.get() }),
        Supply::Count(count) => json!({ "count": count }),
        _ => Value::Null,
    }
}

/// The last lines of a document about a campaign.
pub(crate) fn lines(document: &mut Document, campaign: &Campaign) {
    let say = document.say();
    let by_you = |(number, value, provenance): (Number, Option<f64>, Provenance)| {
        let value = value.map_or_else(|| say.none(), |value| say.compact(value));
        (provenance == Provenance::SetByYou).then(|| format!("{} = {value}", number.key))
    };
    let set = set_rates(say, campaign.rates(), campaign.parameters()).chain(campaign.numbers().filter_map(by_you));
    origin(document, campaign.rates(), &set.collect::<Vec<_>>(), &campaign.assumptions());
}

/// The last lines of a document about rates alone.
pub(crate) fn lines_of_rates(document: &mut Document, rates: &Rates) {
    let set: Vec<_> = set_rates(document.say(), rates, Parameter::ALL.into_iter()).collect();
    origin(document, rates, &set, &rates.assumptions());
}

fn set_rates(
    say: Language,
    rates: &Rates,
    parameters: impl Iterator<Item = Parameter>,
) -> impl Iterator<Item = String> {
    let set = parameters.filter(|&parameter| rates.provenance(parameter) == Provenance::SetByYou);
    set.map(move |parameter| format!("{parameter} = {}", shown(say, rates.rate(parameter))))
}

fn origin(document: &mut Document, rates: &Rates, set: &[String], assumptions: &[&str]) {
    let (say, preset) = (document.say(), rates.preset().key());
    document.origin_line(if set.is_empty() {
        say.preset(preset, rates.reading())
    } else {
        say.preset_and_set(preset, rates.reading(), set.join(", "))
    });
    document.origin_line(say.assumed(assumptions.join(", ")));
}

/// How it was simulated.
pub(crate) fn sampled(document: &mut Document, seed: u64, trials: u64) {
    let say = document.say();
    document.origin_line(say.sampled(seed, say.grouped(trials), VERSION));
}
