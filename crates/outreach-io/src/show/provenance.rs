//! Where an answer comes from: preset, overrides, assumptions, seed, trials, version.

use outreach::{Campaign, Kind, Number, Parameter, Provenance, Rate, Rates};

use super::Document;
use crate::Language;
pub(crate) use crate::answer::form as schema;

pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

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

/// The keys that neither a source nor the user has said, as answers hold them.
pub(crate) fn assumptions(assumptions: Vec<&str>) -> Vec<String> {
    assumptions.into_iter().map(str::to_owned).collect()
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
    let say = document.say();
    let [preset, reading] = [rates.preset().key(), rates.reading().key()].map(|key| say.term(key));
    document.origin_line(if set.is_empty() {
        say.preset(preset, reading)
    } else {
        say.preset_and_set(preset, reading, set.join(", "))
    });
    document.origin_line(say.assumed(assumptions.join(", ")));
}

impl Language {
    /// How far a simulated chance may be off, 19 times in 20, where that is more than whole per cent can tell.
    pub(crate) fn of_few_trials(self, trials: u64) -> Option<String> {
        const ENOUGH: u64 = 1_000;
        let points = (98.0 / (trials as f64).sqrt()).ceil();
        (trials < ENOUGH).then(|| self.trials_say_little(self.grouped(trials), points))
    }

    /// Where contacts may be called several times, and all are reached at once.
    pub(crate) fn of_needless_attempts<'a>(self, campaigns: impl Iterator<Item = &'a Campaign>) -> Option<String> {
        let calls_again: Vec<_> = campaigns.filter(|campaign| campaign.max_attempts() > 1).collect();
        let is_called = |(kind, _): &(Kind, Parameter)| calls_again.iter().any(|campaign| campaign.attempts(*kind) > 0);
        let of_kinds = [(Kind::Cold, Parameter::ColdReach), (Kind::Warm, Parameter::WarmReach)];
        let reach: Vec<_> = of_kinds.into_iter().filter(is_called).map(|(_, reach)| reach).collect();
        let is_sure = |&rate: &Parameter| {
            let value = |campaign: &&Campaign| campaign.rates().rate(rate);
            calls_again.iter().all(|campaign| matches!(value(campaign), Rate::Fixed(sure) if sure.get() >= 1.0))
        };
        let told = reach.iter().map(|rate| format!("{rate} = 1")).collect::<Vec<_>>().join(", ");
        (!reach.is_empty() && reach.iter().all(is_sure)).then(|| self.attempts_are_needless(told))
    }
}

/// How it was simulated.
pub(crate) fn sampled(document: &mut Document, seed: u64, trials: u64) {
    let say = document.say();
    document.origin_line(say.sampled(seed, say.grouped(trials), VERSION));
}
