//! A scenario: what all its keys come to, whoever set them.

mod attempts;
mod effect;
mod file;
mod idle;
mod layers;
mod number;
mod settings;

pub(crate) use self::attempts::written as written_attempts;
pub use self::effect::lacking;
pub use self::file::{settings as settings_of_file, text as file_of_settings};
pub use self::idle::{check as check_effects, check_of_kinds};
pub use self::layers::{Layers, Resolved};
pub use self::number::{hours, number, whole_or};
pub use self::settings::{Setting, so_far};

use self::number::{Bare, ambiguous, minutes, plain, rate, thousand_or_one, whole};
use outreach::{
    Campaign, Effort, Error, Kind, Parameter, Pool, Preset, Rates, Result, Share, Solve, Stop, Strategy, Supply,
};

/// Everything that describes a campaign: rates, calls, stop, strategy, effort, pool.
#[derive(Debug, Clone)]
pub struct Scenario {
    rates: Rates,
    /// `None`: 100, or as many as there can be where something else stops the campaign.
    calls: Option<u64>,
    /// Instead of calls.
    contacts: Option<u64>,
    max_attempts: Option<u32>,
    stop: Stop,
    /// `None` leaves the choice to the verb.
    strategy: Option<Strategy>,
    /// The same where people are called and not calls counted: a log's share of contacts is not that of its calls.
    strategy_of_contacts: Option<Strategy>,
    effort: Effort,
    pool: Pool,
    /// How many people the recommendations come from.
    connectors: Option<u32>,
    /// Whether a file brought them along, so that a pool goes without them.
    connectors_of_file: bool,
    /// What was set, in this order: set again, it is the same scenario.
    settings: Vec<(String, String)>,
}

/// The keys beside the rates, the pool and the effort.
const CHOICES: [&str; 13] = [
    "attempts.cold",
    "attempts.warm",
    "preset",
    "calls",
    "contacts",
    "max_attempts",
    "hours",
    "meetings",
    "strategy",
    "warm",
    "reading",
    "incident.response",
    "connectors.count",
];

/// Every key that a scenario may set.
pub fn keys() -> impl Iterator<Item = &'static str> {
    CHOICES.into_iter().chain(Parameter::ALL.map(Parameter::key)).chain(Pool::KEYS).chain(Effort::KEYS)
}

impl Scenario {
    fn new(preset: Preset) -> Self {
        Self {
            rates: preset.rates(),
            calls: None,
            contacts: None,
            max_attempts: None,
            stop: Stop::Calls,
            strategy: None,
            strategy_of_contacts: None,
            effort: Effort::default(),
            pool: preset.pool(),
            connectors: None,
            connectors_of_file: false,
            settings: Vec::new(),
        }
    }

    /// The rates in force.
    pub fn rates(&self) -> &Rates {
        &self.rates
    }

    /// The minutes that calls and meetings take.
    pub fn effort(&self) -> Effort {
        self.effort
    }

    /// The most that a plan may look at: the calls, contacts or attempts per contact that were set, else as many as a campaign may
    /// have.
    pub fn most(&self, solve: Solve) -> u32 {
        let set = |number: Option<u64>| number.and_then(|number| u32::try_from(number).ok());
        match solve {
            // A call is to another person each, so that as many of one are as many of the other.
            Solve::Contacts => set(self.contacts.or(self.calls)).unwrap_or(Campaign::MAX_CALLS),
            Solve::AttemptsPerContact => self.max_attempts.unwrap_or(Campaign::MAX_ATTEMPTS),
            _ => set(self.calls.or(self.contacts)).unwrap_or(Campaign::MAX_CALLS),
        }
    }

    /// The most calls in given hours: those that were set, else as many as a campaign may have.
    pub fn most_calls(&self) -> u32 {
        self.calls.and_then(|calls| calls.try_into().ok()).unwrap_or(Campaign::MAX_CALLS)
    }

    /// The most attempts at each contact.
    pub fn max_attempts(&self) -> u32 {
        self.max_attempts.unwrap_or(1)
    }

    /// The same, not stopped at a number of meetings: a plan has a target of its own.
    #[must_use]
    pub fn without_target(mut self) -> Self {
        if let Stop::Meetings(_) = self.stop {
            self.stop = Stop::Calls;
        }
        self
    }

    /// What was set, in this order, as key and value: set again, it is the same scenario.
    pub fn settings(&self) -> &[(String, String)] {
        &self.settings
    }

    /// Whether its numbers are of people, and not of calls.
    fn calls_contacts(&self) -> bool {
        self.contacts.is_some() || self.max_attempts.is_some()
    }

    fn own_strategy(&self) -> Option<&Strategy> {
        if self.calls_contacts() { self.strategy_of_contacts.as_ref() } else { self.strategy.as_ref() }
    }

    /// The campaign of this scenario, with this strategy if it names none.
    ///
    /// # Errors
    /// For values that do not go together.
    pub fn campaign_or(&self, default: Strategy) -> Result<Campaign> {
        self.campaign(self.own_strategy().cloned().unwrap_or(default))
    }

    /// The same under a name of its own, with this supply if it has none.
    ///
    /// # Errors
    /// For values that do not go together.
    pub fn campaign_named(&self, name: String, default: Supply) -> Result<Campaign> {
        self.campaign(Strategy::new(name, self.own_strategy().map_or(default, Strategy::supply)))
    }

    /// The campaign of this scenario with a strategy; a pool is always the scenario's.
    ///
    /// # Errors
    /// For values that do not go together.
    pub fn campaign(&self, strategy: Strategy) -> Result<Campaign> {
        let strategy = match strategy.supply() {
            Supply::Pool(_) => Strategy::new(strategy.name().to_owned(), Supply::Pool(self.pool)),
            _ => strategy,
        };
        if self.calls_contacts() {
            if let Supply::Pool(_) = strategy.supply() {
                return Err(rejected(
                    "strategy",
                    strategy.name(),
                    "a strategy with a share or a count of recommended contacts: a pool of referrals with contacts is not built",
                ));
            }
            let (contacts, most) = (self.contacts.unwrap_or(100), self.max_attempts.unwrap_or(1));
            let campaign =
                Campaign::contacts(contacts).max_attempts(most).strategy(strategy).rates(self.rates.clone()).build()?;
            return self.with_the_rest(campaign);
        }
        let unstopped = if self.stop == Stop::Calls { 100 } else { Campaign::MAX_CALLS.into() };
        self.with_the_rest(Campaign::new(self.rates.clone(), strategy, self.calls.unwrap_or(unstopped))?)
    }

    fn with_the_rest(&self, campaign: Campaign) -> Result<Campaign> {
        let campaign = campaign.with_effort(self.effort)?.until(self.stop)?;
        let goes_without = self.connectors_of_file && campaign.pool().is_some();
        match self.connectors.filter(|_| !goes_without) {
            Some(count) => campaign.with_connectors(count),
            None => Ok(campaign),
        }
    }

    /// Sets one key. The preset is not set here: it was the start.
    fn set(&mut self, key: &str, value: &str) -> Result<()> {
        match key {
            "preset" => {}
            // Each call is to another person: what was said of contacts before does not count any more.
            "calls" => {
                let calls = count(key, value, "a number of calls (1 to 1,000,000)")?;
                (self.calls, self.contacts, self.max_attempts) = (Some(calls), None, None);
            }
            "contacts" => {
                let contacts = count(key, value, "a number of contacts (1 to 1,000,000)")?;
                (self.contacts, self.calls) = (Some(contacts), None);
            }
            "max_attempts" => {
                let most = count(key, value, "a number of attempts per contact (1 to 1,000)")?;
                (self.max_attempts, self.calls) = (Some(most), None);
            }
            "hours" => self.stop = Stop::hours(hours(value)?),
            "meetings" => {
                self.stop = Stop::Meetings(count(key, value, "a number of meetings")?);
            }
            "attempts.cold" => self.rates = self.rates.clone().with_attempts(Kind::Cold, attempts::table(key, value)?),
            "attempts.warm" => self.rates = self.rates.clone().with_attempts(Kind::Warm, attempts::table(key, value)?),
            "strategy" => {
                self.strategy = Some(Strategy::named(value)?);
                self.strategy_of_contacts.clone_from(&self.strategy);
            }
            "warm" => {
                let [of_calls, of_contacts] = warm(value)?;
                (self.strategy, self.strategy_of_contacts) = (Some(of_calls.into()), Some(of_contacts.into()));
            }
            "reading" => self.rates = self.rates.clone().with_reading(value.parse()?),
            "incident.response" => self.rates = self.rates.clone().with_response(value.parse()?),
            "effort.cold_attempt" => self.effort.cold_attempt = minutes(key, value, Bare::Minutes, MINUTES)?,
            "effort.warm_attempt" => self.effort.warm_attempt = minutes(key, value, Bare::Minutes, MINUTES)?,
            "effort.introduction" => self.effort.introduction = minutes(key, value, Bare::Minutes, MINUTES)?,
            "effort.meeting" => self.effort.meeting = minutes(key, value, Bare::Minutes, MINUTES)?,
            "pool.initial" => {
                let accepted = "a number of referrals (0 to 1,000,000)";
                self.pool.initial = count(key, value, accepted)?;
            }
            "pool.names" => self.pool.names = plain(key, value, "a mean number of names per meeting held (0 to 100)")?,
            "pool.decay" => {
                let accepted = "a factor per generation (0 to 1)";
                self.pool.decay = number(value).ok_or_else(|| rejected(key, value, accepted))?;
            }
            "pool.dispersion" => self.pool.dispersion = dispersion(value)?,
            "connectors.count" => {
                let accepted = "a number of connectors (1 to 1,000,000)";
                let count = count(key, value, accepted)?;
                if !(1..=Campaign::MAX_CALLS).contains(&count) {
                    return Err(rejected(key, value, accepted));
                }
                self.connectors = Some(count);
            }
            _ => {
                let rate = rate(key, value)?;
                if key == Parameter::ConnectorsCorrelation.key()
                    && rate == outreach::Rate::Fixed(outreach::Probability::ONE)
                {
                    return Err(rejected(key, value, "a correlation (0 or more, and below 1)"));
                }
                self.rates = self.rates.clone().with(key.parse()?, rate);
            }
        }
        if key.starts_with("pool.") {
            self.pool.check()?;
        }
        // What was set before does not count any more; neither does what says the same thing in another way.
        self.settings.retain(|(before, _)| before != key && !settings::exclude(before, key));
        self.settings.push((key.to_owned(), value.to_owned()));
        Ok(())
    }
}

fn rejected(field: &str, value: &str, accepted: &str) -> Error {
    Error::Rejected { field: field.to_owned(), value: value.to_owned(), accepted: accepted.to_owned() }
}

const MINUTES: &str = "a number of minutes";

fn count<T: TryFrom<u64>>(key: &str, value: &str, accepted: &str) -> Result<T> {
    let wrong = |accepted: &str| rejected(key, value, accepted);
    whole_or(value, accepted).map_err(|accepted| wrong(&accepted))?.try_into().map_err(|_| wrong(accepted))
}

/// A number, or `none` for Poisson.
fn dispersion(value: &str) -> Result<Option<f64>> {
    match value {
        "none" => Ok(None),
        number => plain("pool.dispersion", number, "a dispersion (0.01 to 1,000,000), or `none`").map(Some),
    }
}

/// `0.8`, `1.0`, `80%` and `4/5` are shares, whole numbers are counts; `shares(0.1, 0.3)` is a share of calls and one of contacts.
fn warm(value: &str) -> Result<[Supply; 2]> {
    const ACCEPTED: &str = "a share (0.0 to 1.0, or 0 % to 100 %) or a whole number of calls";
    let wrong = || rejected("warm", value, ACCEPTED);
    let share = |text: &str| {
        let is_share =
            text.contains(['.', ',', '/', '%']) || [" in ", " of ", " sur "].iter().any(|of| text.contains(of));
        // Decimals are a share digit by digit.
        let share = || text.parse::<Share>().ok().or_else(|| number(text)?.to_string().parse().ok());
        is_share.then(share).flatten().map(Supply::Share)
    };
    if let Some(shares) = value.strip_prefix("shares(").and_then(|shares| shares.strip_suffix(')')) {
        let (of_calls, of_contacts) = shares.split_once(',').ok_or_else(wrong)?;
        return share(of_calls.trim()).zip(share(of_contacts.trim())).map(<[_; 2]>::from).ok_or_else(wrong);
    }
    if let Some(readings) = thousand_or_one(value) {
        return Err(ambiguous("warm", value, &readings));
    }
    // No share is 12.0, which is how some programs write a whole number.
    let count = || whole(value).and_then(|count| count.try_into().ok()).map(Supply::Count);
    share(value).or_else(count).map(|supply| [supply; 2]).ok_or_else(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_that_are_read_everywhere_else_were_no_share_of_warm_calls() {
        let half = warm("0.5").expect("a share");
        for text in ["0,5", "1/2", "1 in 2", "1 of 2", "1 out of 2", "1 sur 2", "50 %", "50,0 %", "0,50"] {
            assert_eq!(warm(text), Ok(half), "{text}");
        }
        assert_eq!([warm("1,0"), warm("2/2")], [warm("1.0"), warm("100%")]);
        for (text, count) in [("1", 1), ("1e0", 1), ("12.0", 12), ("1,000", 1_000), ("1 000", 1_000), ("15", 15)] {
            assert_eq!(warm(text), Ok([Supply::Count(count); 2]), "{text}");
        }
        for text in ["1.5", "1,5", "3/2", "50/50", "1.000", "-1", "-0,5", "", "/", "half"] {
            assert!(warm(text).is_err(), "{text}");
        }
    }
}
