//! Which keys of a scenario act on an answer, and what would let the others act.

use outreach::{
    CallTree, Campaign, Effort, Kind, Parameter, Path, Pool, Probability, Rate, Rates, Reading, Response, Solve, Stop,
};

use crate::language::Language;
use crate::need::{Asked, Need, OfList};

/// What each key needs, the first thing first.
const NEEDS: &[(&str, &[Need])] = &[
    ("preset", &[Need::Rates]),
    ("reading", &[Need::Reading, Need::Incidents]),
    ("calls", &[Need::Campaign, Need::FewCalls]),
    ("contacts", &[Need::Campaign]),
    ("max_attempts", &[Need::Attempts]),
    ("hours", &[Need::Campaign, Need::FewHours]),
    ("meetings", &[Need::Campaign, Need::Target]),
    ("strategy", &[Need::Campaign, Need::Supply, Need::NoShareSought]),
    ("warm", &[Need::Campaign, Need::Supply, Need::NoShareSought]),
    ("attempts.cold", &[Need::Attempts, Need::Calls(Kind::Cold), Need::Contacts(Kind::Cold)]),
    ("attempts.warm", &[Need::Attempts, Need::Calls(Kind::Warm), Need::Contacts(Kind::Warm)]),
    ("cold.reach", &[Need::Calls(Kind::Cold), Need::NoTable(Kind::Cold)]),
    (
        "cold.reachable",
        &[Need::Calls(Kind::Cold), Need::SecondAttempt, Need::NoTable(Kind::Cold), Need::Conversations(Kind::Cold)],
    ),
    ("cold.show", &[Need::Calls(Kind::Cold), Need::MeetingsSet(Kind::Cold)]),
    ("warm.reach", &[Need::Calls(Kind::Warm), Need::NoTable(Kind::Warm)]),
    (
        "warm.reachable",
        &[Need::Calls(Kind::Warm), Need::SecondAttempt, Need::NoTable(Kind::Warm), Need::Conversations(Kind::Warm)],
    ),
    ("warm.meeting", &[Need::Calls(Kind::Warm), Need::Conversations(Kind::Warm)]),
    ("warm.show", &[Need::Calls(Kind::Warm), Need::MeetingsSet(Kind::Warm)]),
    ("incident.rate", &[Need::Calls(Kind::Warm), Need::Standing, Need::Conversations(Kind::Warm)]),
    ("incident.disliked", &[Need::Calls(Kind::Warm), Need::Standing, Need::Conversations(Kind::Warm), Need::Incidents]),
    (
        "incident.recovery",
        &[Need::Calls(Kind::Warm), Need::Standing, Need::Conversations(Kind::Warm), Need::Incidents, Need::Unknown],
    ),
    (
        "incident.plain_ask",
        &[
            Need::Calls(Kind::Warm),
            Need::Standing,
            Need::Conversations(Kind::Warm),
            Need::Incidents,
            Need::Unknown,
            Need::Unrecovered,
        ],
    ),
    (
        "incident.response",
        &[
            Need::AnyResponse,
            Need::Calls(Kind::Warm),
            Need::Standing,
            Need::Conversations(Kind::Warm),
            Need::Incidents,
            Need::Disliked,
        ],
    ),
    ("incident.disagree", &of_response(Response::Disagree)),
    ("incident.agree", &of_response(Response::Agree)),
    ("incident.ask", &of_response(Response::Ask)),
    ("incident.reframe", &of_response(Response::Reframe)),
    ("pool.initial", &[Need::Campaign, Need::Pool, Need::NotSought]),
    ("pool.names", &[Need::Campaign, Need::Pool, Need::Introduced]),
    ("pool.introduced", &[Need::Rates, Need::Pool, Need::Names]),
    ("pool.decay", &[Need::Campaign, Need::Pool, Need::Names, Need::Introduced]),
    ("pool.dispersion", &[Need::Campaign, Need::Pool, Need::Names, Need::Introduced]),
    ("connectors.count", &[Need::Campaign, Need::WarmCalls, Need::Correlation, Need::NoPool, Need::FewConnectors]),
    (
        "connectors.correlation",
        &[Need::Rates, Need::WarmCalls, Need::NoPool, Need::ConnectorCount, Need::FewConnectors],
    ),
    ("effort.cold_attempt", &[Need::Minutes, Need::ColdAttempts]),
    ("effort.warm_attempt", &[Need::Minutes, Need::WarmCalls]),
    ("effort.introduction", &[Need::Minutes, Need::Introductions]),
    ("effort.meeting", &[Need::Minutes]),
];

const fn of_response(response: Response) -> [Need; 6] {
    [
        Need::Calls(Kind::Warm),
        Need::Standing,
        Need::Conversations(Kind::Warm),
        Need::Incidents,
        Need::Response(response),
        Need::Disliked,
    ]
}

/// What a key lacks to act on what is asked of these rates, and of this campaign where there is one; `None` where it acts.
///
/// ```
/// use outreach::{Campaign, Rates, Strategy};
/// use outreach_io::{Asked, Language, lacking};
///
/// let campaign = Campaign::new(Rates::documented(), Strategy::mixed(), 100)?;
/// let lacks = |key| lacking(key, Asked::Simulate, campaign.rates(), Some(&campaign));
/// assert_eq!(lacks("cold.meeting"), None);
/// assert_eq!(
///     lacks("pool.initial").expect("there is no pool").message(Language::English, "pool.initial", Asked::Simulate),
///     "pool.initial: no effect without the strategy snowball: add --strategy snowball",
/// );
/// # Ok::<(), outreach::Error>(())
/// ```
pub fn lacking(key: &str, asked: Asked, rates: &Rates, campaign: Option<&Campaign>) -> Option<Need> {
    let context = Context { asked, rates, campaign };
    if key == Parameter::ColdMeeting.key() {
        let acts = |key: &str| context.first_unmet(key).is_none();
        let follower = Parameter::ALL.into_iter().filter(|&parameter| parameter != Parameter::ColdMeeting);
        let mut followers = follower.filter(|&parameter| rates.resolved(parameter) == Parameter::ColdMeeting);
        let unmet =
            [Need::Calls(Kind::Cold), Need::Conversations(Kind::Cold)].into_iter().find(|need| !context.met(*need));
        let decays = campaign.and_then(Campaign::pool).is_some_and(|pool| pool.decay < 1.0);
        return unmet.filter(|_| !decays && !followers.any(|parameter| acts(parameter.key())));
    }
    context.first_unmet(key)
}

#[derive(Debug, Clone, Copy)]
struct Context<'a> {
    asked: Asked,
    rates: &'a Rates,
    campaign: Option<&'a Campaign>,
}

impl Context<'_> {
    fn first_unmet(&self, key: &str) -> Option<Need> {
        let (_, needs) = NEEDS.iter().find(|(known, _)| *known == key)?;
        needs.iter().copied().find(|need| !self.met(*need))
    }

    fn met(&self, need: Need) -> bool {
        let shows_rates = self.shows_rates();
        let is = |parameter, value: Probability| self.rates.rate(parameter) == Rate::Fixed(value);
        let stop = self.campaign.map(Campaign::stop);
        let sought = self.asked == Asked::Plan(Solve::Referrals);
        match need {
            Need::Calls(kind) => self.calls(kind) || self.looks_beside(kind),
            Need::WarmCalls => self.calls(Kind::Warm),
            Need::Standing => match self.asked {
                Asked::Plan(_) | Asked::Forecast(_) => self.standing_decides(),
                // Without warm calls these have their probability of a meeting alone.
                Asked::Compare(_) | Asked::Simulate => {
                    self.standing_decides() || self.campaign.is_some_and(|campaign| campaign.attempts(Kind::Warm) > 0)
                }
                _ => true,
            },
            // On a list contacts with a probability of their own take the minutes of cold ones.
            Need::ColdAttempts => matches!(self.asked, Asked::Forecast(..)) || self.calls(Kind::Cold),
            Need::Reading if self.asked == Asked::Sensitivity => self.met(Need::Introductions),
            Need::Reading => self.met(Need::Calls(Kind::Warm)),
            Need::Introductions => {
                sought || self.campaign.map_or_else(|| self.calls(Kind::Warm), |plan| plan.warm_attempts() > 0)
            }
            Need::Incidents => shows_rates || !is(Parameter::IncidentRate, Probability::ZERO),
            Need::Unknown => shows_rates || !is(Parameter::IncidentDisliked, Probability::ONE),
            Need::Unrecovered => shows_rates || !is(Parameter::IncidentRecovery, Probability::ONE),
            Need::Conversations(kind) => {
                shows_rates
                    || self.rates.attempts(kind).is_some()
                    || !is([Parameter::ColdReach, Parameter::WarmReach][kind as usize], Probability::ZERO)
            }
            Need::MeetingsSet(kind) => {
                let sets = |tree: CallTree| tree.probability_of(Path::set) > 0.0;
                shows_rates || CallTree::new(kind, self.rates).is_ok_and(sets)
            }
            Need::Names => shows_rates || self.pool().is_none_or(|pool| pool.names > 0.0),
            Need::Introduced => shows_rates || !is(Parameter::PoolIntroduced, Probability::ZERO),
            Need::FewCalls => !matches!(stop, Some(Stop::Minutes(hours)) if self.least_minutes() > hours),
            Need::FewHours => !matches!(stop, Some(Stop::Minutes(hours)) if self.most_minutes() <= hours),
            Need::Disliked => shows_rates || !is(Parameter::IncidentDisliked, Probability::ZERO),
            Need::Response(response) => shows_rates || self.rates.response() == response,
            Need::Pool => self.asked == Asked::Model || self.campaign.is_some_and(|campaign| campaign.pool().is_some()),
            Need::ConnectorCount => {
                self.asked == Asked::Model || self.campaign.is_some_and(|campaign| campaign.connector_count().is_some())
            }
            Need::Correlation => !is(Parameter::ConnectorsCorrelation, Probability::ZERO) || shows_rates,
            Need::FewConnectors => {
                self.asked == Asked::Model || sought || self.campaign.is_some_and(Campaign::deals_to_connectors)
            }
            Need::NoPool => self.campaign.is_none_or(|campaign| campaign.pool().is_none()),
            Need::SecondAttempt => {
                self.asked == Asked::Model
                    || matches!(self.asked, Asked::Forecast(OfList { calls_again: true, .. }))
                    || self.campaign.is_some_and(|campaign| campaign.max_attempts() > 1)
                    || self.asked == Asked::Plan(Solve::AttemptsPerContact)
            }
            Need::Contacts(kind) => {
                matches!(self.asked, Asked::Forecast(..))
                    || self.campaign.is_some_and(|campaign| campaign.rates().has_reach_of_table(kind))
                    || self.met(Need::SecondAttempt)
            }
            Need::Minutes => match self.asked {
                // Beside the attempts of a plan stand their hours.
                Asked::Simulate | Asked::Compare(_) | Asked::Plan(Solve::Attempts | Solve::Hours) => true,
                Asked::Forecast(list) => list.hours,
                _ => matches!(stop, Some(Stop::Minutes(_))),
            },
            Need::NotSought => !sought,
            Need::NoShareSought => !sought || self.met(Need::Pool),
            Need::Campaign => !matches!(self.asked, Asked::Model | Asked::Forecast(..)),
            Need::Attempts => match self.asked {
                Asked::Forecast(list) => list.of_kinds.contains(&true),
                _ => self.met(Need::Campaign),
            },
            Need::Target => !matches!(self.asked, Asked::Plan(_)),
            Need::Supply => self.asked != Asked::Compare(false),
            Need::Rates => !matches!(self.asked, Asked::Forecast(OfList { of_kinds: [false, false], .. })),
            Need::AnyResponse => match self.asked {
                Asked::Model => false,
                Asked::Sensitivity => !is(Parameter::IncidentDisliked, Probability::ZERO),
                _ => true,
            },
            Need::NoTable(kind) => {
                self.asked == Asked::Model || self.rates.attempts(kind).is_none() || !self.met(Need::Contacts(kind))
            }
            Need::NotSetItself | Need::NoProbabilities => true,
        }
    }
}

impl Context<'_> {
    /// These show every rate, whatever is called.
    fn shows_rates(&self) -> bool {
        matches!(self.asked, Asked::Model | Asked::Sensitivity)
    }

    /// Whether calls of a kind are made.
    fn calls(&self, kind: Kind) -> bool {
        let made = || self.campaign.is_some_and(|campaign| campaign.attempts(kind) > 0);
        match self.asked {
            Asked::Forecast(list) => list.of_kinds[kind as usize],
            // A comparison tells from which minutes on an introduction pays, whatever the strategies.
            Asked::Compare(_) | Asked::Plan(Solve::Referrals) => true,
            _ => self.shows_rates() || made(),
        }
    }

    /// Whether beside the answer stands what calls of a kind would bring: one more introduction, or other strategies.
    fn looks_beside(&self, kind: Kind) -> bool {
        self.campaign.is_some_and(|campaign| match self.asked {
            Asked::Simulate => kind == Kind::Warm && campaign.value_of_introduction().is_some(),
            Asked::Plan(Solve::Attempts) => {
                campaign.max_attempts() == 1 && campaign.pool().is_none() && campaign.uncertain().is_empty()
            }
            _ => false,
        })
    }

    fn pool(&self) -> Option<Pool> {
        self.campaign.and_then(Campaign::pool)
    }

    /// So many minutes its calls may take.
    fn most_minutes(&self) -> f64 {
        let of = |campaign: &Campaign| {
            let attempts = f64::from(campaign.max_attempts());
            let Effort { cold_attempt, warm_attempt, introduction, meeting } = *campaign.effort();
            let each = [attempts * cold_attempt, attempts * warm_attempt + introduction];
            let calls = Kind::ALL.map(|kind| f64::from(campaign.attempts(kind)));
            let calling = if campaign.pool().is_some() {
                calls[0] * each[0].max(each[1])
            } else {
                calls[0] * each[0] + calls[1] * each[1]
            };
            calling + f64::from(campaign.calls()) * meeting
        };
        self.campaign.map_or(0.0, of)
    }

    /// So many minutes its calls take at least where more of them leave those before as they are; 0 elsewhere.
    fn least_minutes(&self) -> f64 {
        let of = |campaign: &Campaign| {
            let Effort { cold_attempt, warm_attempt, introduction, .. } = *campaign.effort();
            let each = [cold_attempt, warm_attempt + introduction];
            let called = Kind::ALL.into_iter().zip(each).filter(|(kind, _)| campaign.attempts(*kind) > 0);
            f64::from(campaign.calls()) * called.map(|(_, minutes)| minutes).fold(f64::INFINITY, f64::min)
        };
        self.campaign.filter(|campaign| campaign.max_attempts() == 1).map_or(0.0, of)
    }

    /// Whether the probability of a meeting in a warm conversation depends on what becomes of its standing: read as one of all
    /// conversations it is what it is, unless the solution leaves [0, 1] in some worlds.
    fn standing_decides(&self) -> bool {
        let is_uncertain = |parameter: Parameter| self.rates.rate(parameter).is_uncertain();
        self.rates.reading() == Reading::WithoutIncident || Parameter::ALL.into_iter().any(is_uncertain)
    }
}

impl Need {
    /// What to do, so that these keys act.
    pub fn message(self, say: Language, keys: &str, asked: Asked) -> String {
        match self {
            Self::Calls(kind) if matches!(asked, Asked::Forecast(..)) => say.no_effect_on_list(keys, say.kind(kind)),
            Self::Calls(Kind::Cold) | Self::ColdAttempts => say.no_effect_without_cold(keys),
            Self::Calls(Kind::Warm) | Self::WarmCalls | Self::Introductions | Self::Reading => {
                say.no_effect_without_warm(keys)
            }
            Self::Incidents => say.no_effect_without_incidents(keys),
            Self::Unknown => say.no_effect_if(keys, "incident.disliked = 1"),
            Self::Unrecovered => say.no_effect_if(keys, "incident.recovery = 1"),
            Self::Disliked => say.no_effect_without_disliked(keys),
            Self::Conversations(kind) => say.no_effect_if(keys, format!("{}.reach = 0", kind.key())),
            Self::MeetingsSet(kind) => say.no_effect_without_meetings(keys, say.kind(kind)),
            Self::Names => say.no_effect_if(keys, "pool.names = 0"),
            Self::Introduced => say.no_effect_if(keys, "pool.introduced = 0"),
            Self::FewCalls => say.no_effect_of_many_calls(keys),
            Self::FewHours => say.no_effect_of_many_hours(keys),
            Self::Response(response) => say.no_effect_without_response(keys, response),
            Self::Pool => match asked {
                Asked::Forecast(..) => say.no_effect_on(keys, asked.verb()),
                Asked::Compare(_) => say.no_effect_without_snowball(keys, "outreach compare cold snowball"),
                _ => say.no_effect_without_snowball(keys, "--strategy snowball"),
            },
            Self::ConnectorCount if matches!(asked, Asked::Forecast(..)) => say.no_effect_on(keys, asked.verb()),
            Self::ConnectorCount => say.no_effect_without_connector_count(keys),
            Self::Correlation => say.no_effect_without_correlation(keys),
            Self::FewConnectors => say.no_effect_of_many_connectors(keys),
            Self::NoPool => say.no_effect_on_pool(keys),
            Self::SecondAttempt if matches!(asked, Asked::Forecast(..)) => {
                say.no_effect_without_second_attempt_on_list(keys)
            }
            Self::SecondAttempt => say.no_effect_without_second_attempt(keys),
            Self::Contacts(_) => say.no_effect_without_contacts(keys),
            Self::Minutes => match asked {
                Asked::Plan(_) => say.no_effect_without_hours(keys, "--solve hours"),
                _ => say.no_effect_without_hours(keys, "--hours 10"),
            },
            Self::NotSought | Self::NoShareSought => say.no_effect_when_sought(keys),
            Self::Supply => say.no_effect_beside_names(keys),
            Self::Standing => say.no_effect_if(keys, "reading = overall"),
            Self::NoTable(kind) => say.no_effect_if(keys, format!("attempts.{}", kind.key())),
            Self::NotSetItself => say.no_effect_beside_variants(keys),
            Self::NoProbabilities => say.no_effect_beside_probabilities(keys),
            Self::Campaign | Self::Attempts | Self::Target | Self::Rates | Self::AnyResponse => {
                say.no_effect_on(keys, asked.verb())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_every_key_needs_is_known() {
        let known: Vec<_> = NEEDS.iter().map(|(key, _)| *key).chain([Parameter::ColdMeeting.key()]).collect();
        assert!(super::super::keys().all(|key| known.contains(&key)), "{known:?}");
        assert_eq!(known.len(), super::super::keys().count());
    }
}
