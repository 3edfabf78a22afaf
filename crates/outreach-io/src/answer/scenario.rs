//! Every parameter in force.

use indexmap::IndexMap;
use outreach::{
    AttemptTable, Campaign, Effort, Kind, Parameter, Preset, Provenance, Rate, Rates, Stop, Strategy, Supply,
};
use serde::{Deserialize, Serialize};

use super::parts::present;

/// Every parameter in force.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct ScenarioInForce {
    /// The rates.
    #[serde(flatten)]
    pub rates: RatesInForce,
    /// People to call, in place of calls.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contacts: Option<u32>,
    /// The most attempts that each of them gets.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_attempts: Option<u32>,
    /// Attempts; under a stop the most of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calls: Option<u32>,
    /// The budget of hours, where one stops the campaign.
    pub hours: Option<f64>,
    /// The number of meetings, where it stops the campaign.
    pub meetings: Option<u32>,
    /// Minutes per cold attempt, warm attempt, introduction and meeting.
    pub effort: IndexMap<String, Option<f64>>,
    /// The strategy's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub strategy: Option<String>,
    /// Which calls are warm: a share or a count; null with a pool.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub warm: Option<Option<WarmSupply>>,
    /// The numbers of the pool of referrals, if there is one; null where a number is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pool: Option<IndexMap<String, Option<f64>>>,
    /// The connectors that the recommended calls come from, where their number is set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub connectors: Option<ConnectorsInForce>,
}

/// The connectors of a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct ConnectorsInForce {
    /// How many there are; the recommended calls are dealt to them in turn.
    pub count: u32,
    /// The intraclass correlation of the meetings of one connector's conversations, at mean rates; null where connectors make
    /// no difference.
    pub correlation_of_meetings: Option<f64>,
}

/// The rates in force.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct RatesInForce {
    /// Whose figures the rates are, and the numbers of a pool and of the effort, whatever is assumed.
    pub figures: WhoseFigures,
    /// The preset that the rates started from: `documented` or `published`.
    #[cfg_attr(feature = "schemas", schemars(extend("enum" = outreach::Preset::ALL.map(outreach::Preset::key))))]
    pub preset: String,
    /// How `warm.meeting` is read: `smooth` or `overall`.
    #[cfg_attr(feature = "schemas", schemars(extend("enum" = outreach::Reading::ALL.map(outreach::Reading::key))))]
    pub reading: String,
    /// How many cold contacts each attempt reached, where the reach by attempt comes from such a table.
    #[serde(rename = "attempts.cold", skip_serializing_if = "Option::is_none")]
    pub cold_attempts: Option<TableInForce>,
    /// The same of warm contacts.
    #[serde(rename = "attempts.warm", skip_serializing_if = "Option::is_none")]
    pub warm_attempts: Option<TableInForce>,
    /// The rates by key: a number, or `alpha`, `beta` and `mean` of a Beta distribution; and the response in use.
    pub rates: IndexMap<String, ValueInForce>,
    /// Where each comes from: `documented`, `published`, `assumed` or `set by you`.
    pub provenance: IndexMap<String, String>,
}

/// Whose figures the rates are, and the numbers of a pool and of the effort. A coach's are documented in his text, and optimistic; published ones come from studies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub enum WhoseFigures {
    /// A coach's.
    #[serde(rename = "a coach's")]
    Coachs,
    /// Some are yours, the others a coach's.
    #[serde(rename = "yours and a coach's")]
    YoursAndCoachs,
    /// Published ones.
    #[serde(rename = "published")]
    Published,
    /// Some are yours, the others published.
    #[serde(rename = "yours and published")]
    YoursAndPublished,
    /// Yours.
    #[serde(rename = "yours")]
    Yours,
}

impl WhoseFigures {
    /// Of the rates that the calls of campaigns meet, and of their numbers.
    pub(crate) fn of_campaigns<'a>(campaigns: impl IntoIterator<Item = &'a Campaign>) -> Self {
        let mut preset = Preset::default();
        let mut origins = Vec::new();
        for campaign in campaigns {
            let calls = |kind| campaign.pool().is_some() || campaign.attempts(kind) > 0;
            let kind = |rate: &Parameter| if rate.key().starts_with("cold.") { Kind::Cold } else { Kind::Warm };
            let met = campaign.parameters().filter(|rate| calls(kind(rate)));
            origins.extend(met.map(|rate| campaign.rates().provenance(rate)));
            origins.extend(own_numbers(campaign));
            preset = campaign.rates().preset();
        }
        Self::of_origins(preset, &origins)
    }

    /// Of all rates of a campaign, whatever its strategy, and of its numbers: others stand beside it.
    pub(crate) fn of_all(campaign: &Campaign) -> Self {
        let rates = campaign.parameters().map(|rate| campaign.rates().provenance(rate));
        Self::of_origins(campaign.rates().preset(), &rates.chain(own_numbers(campaign)).collect::<Vec<_>>())
    }

    /// Of these rates.
    pub(crate) fn of(rates: &Rates, parameters: &[Parameter]) -> Self {
        let origins: Vec<_> = parameters.iter().map(|&rate| rates.provenance(rate)).collect();
        Self::of_origins(rates.preset(), &origins)
    }

    fn of_origins(preset: Preset, origins: &[Provenance]) -> Self {
        let sourced = [Provenance::Documented, Provenance::Published].iter().any(|sourced| origins.contains(sourced));
        match (origins.contains(&Provenance::SetByYou), preset) {
            (true, _) if !sourced => Self::Yours,
            // A list with probabilities of its own meets no rate.
            _ if origins.is_empty() => Self::Yours,
            (true, Preset::Published) => Self::YoursAndPublished,
            (true, _) => Self::YoursAndCoachs,
            (false, Preset::Published) => Self::Published,
            (false, _) => Self::Coachs,
        }
    }
}

/// That numbers are set by you, as often as one is; where they are not, the rates alone tell.
fn own_numbers(campaign: &Campaign) -> impl Iterator<Item = Provenance> {
    campaign.numbers().map(|(.., provenance)| provenance).filter(|&provenance| provenance == Provenance::SetByYou)
}

/// The value of a rate.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum RateInForce {
    /// A number that is known.
    Known(f64),
    /// A Beta distribution.
    Uncertain {
        /// α.
        alpha: f64,
        /// β.
        beta: f64,
        /// α / (α + β).
        mean: f64,
    },
}

/// What a key stands for: a rate, or a word.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum ValueInForce {
    /// A rate.
    Rate(RateInForce),
    /// The response in use.
    Word(String),
}

impl From<Rate> for RateInForce {
    fn from(rate: Rate) -> Self {
        match rate {
            Rate::Beta(beta) => Self::Uncertain { alpha: beta.alpha(), beta: beta.beta(), mean: beta.mean() },
            known => Self::Known(known.mean()),
        }
    }
}

/// Contacts by the attempts that they got.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct TableInForce {
    /// The contacts that got attempt 1, 2, …
    pub at_risk: Vec<u64>,
    /// Of these, those that it reached.
    pub reached: Vec<u64>,
}

impl TableInForce {
    pub(crate) fn of(table: &AttemptTable) -> Self {
        Self { at_risk: table.at_risk().to_vec(), reached: table.reached().to_vec() }
    }
}

impl ScenarioInForce {
    /// All of a campaign.
    pub fn of(campaign: &Campaign) -> Self {
        let numbers = || campaign.numbers().map(|(number, value, _)| (number.key, value));
        let shared = Self::shared(campaign);
        Self {
            rates: RatesInForce { figures: WhoseFigures::of_campaigns([campaign]), ..shared.rates },
            strategy: Some(campaign.strategy().name().to_owned()),
            warm: Some(WarmSupply::of(campaign.strategy())),
            pool: campaign.pool().map(|_| below("pool.", numbers())),
            ..shared
        }
    }

    /// The same where other strategies, which meet other rates, stand beside it.
    pub(crate) fn beside_others(campaign: &Campaign) -> Self {
        Self { rates: Self::shared(campaign).rates, ..Self::of(campaign) }
    }

    /// What campaigns that are compared have in common, as the first one has it.
    pub(crate) fn shared_by<'a>(first: &Campaign, all: impl IntoIterator<Item = &'a Campaign>) -> Self {
        let shared = Self::shared(first);
        Self { rates: RatesInForce { figures: WhoseFigures::of_campaigns(all), ..shared.rates }, ..shared }
    }

    /// All but the strategy.
    fn shared(campaign: &Campaign) -> Self {
        let with_contacts = campaign.calls_again();
        let (hours, meetings) = match campaign.stop() {
            Stop::Minutes(minutes) => (Some(minutes / 60.0), None),
            Stop::Meetings(meetings) => (None, Some(meetings)),
            _ => (None, None),
        };
        Self {
            rates: RatesInForce {
                figures: WhoseFigures::of_all(campaign),
                ..RatesInForce::new(campaign.rates(), campaign.parameters())
            },
            contacts: with_contacts.then(|| campaign.calls()),
            max_attempts: with_contacts.then(|| campaign.max_attempts()),
            calls: (!with_contacts).then(|| campaign.calls()),
            hours,
            meetings,
            effort: below("effort.", Effort::KEYS.into_iter().zip(campaign.effort().minutes().map(Some))),
            strategy: None,
            warm: None,
            pool: None,
            connectors: campaign
                .connector_count()
                .map(|count| ConnectorsInForce { count, correlation_of_meetings: campaign.correlation_of_meetings() }),
        }
    }
}

/// The numbers of a group by their names in it; no number is null.
fn below(group: &str, numbers: impl Iterator<Item = (&'static str, Option<f64>)>) -> IndexMap<String, Option<f64>> {
    let named =
        |(key, number): (&'static str, Option<f64>)| key.strip_prefix(group).map(|name| (name.to_owned(), number));
    numbers.filter_map(named).collect()
}

impl RatesInForce {
    /// Of these parameters.
    pub(crate) fn new(rates: &Rates, parameters: impl Iterator<Item = Parameter>) -> Self {
        let parameters: Vec<_> = parameters.collect();
        let value =
            |&parameter: &Parameter| (parameter.key().to_owned(), ValueInForce::Rate(rates.rate(parameter).into()));
        let origin = |&parameter: &Parameter| (parameter.key(), rates.provenance(parameter));
        let response = ("incident.response".to_owned(), ValueInForce::Word(rates.response().key().to_owned()));
        let others = [("incident.response", rates.response_provenance()), ("reading", rates.reading_provenance())];
        Self {
            figures: WhoseFigures::of(rates, &parameters),
            preset: rates.preset().key().to_owned(),
            reading: rates.reading().key().to_owned(),
            cold_attempts: rates.attempts(Kind::Cold).map(TableInForce::of),
            warm_attempts: rates.attempts(Kind::Warm).map(TableInForce::of),
            rates: parameters.iter().map(value).chain([response]).collect(),
            provenance: parameters
                .iter()
                .map(origin)
                .chain(others)
                .map(|(key, origin)| (key.to_owned(), origin.key().to_owned()))
                .collect(),
        }
    }
}

/// Which calls are warm: a share of them or a count, each by its name, as 1.0 and 1 are opposite campaigns.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum WarmSupply {
    /// The share of the calls.
    Share(f64),
    /// The count of calls.
    Count(u32),
}

impl WarmSupply {
    fn of(strategy: &Strategy) -> Option<Self> {
        match strategy.supply() {
            Supply::Share(share) => Some(Self::Share(share.get())),
            Supply::Count(count) => Some(Self::Count(count)),
            _ => None,
        }
    }
}
