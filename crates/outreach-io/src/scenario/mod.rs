//! A scenario: what all its keys come to, whoever set them.

mod attempts;
mod effect;
mod file;
mod settings;

pub(crate) use self::attempts::written as written_attempts;
pub use self::effect::{Asked, Need, lacking};
pub use self::file::{settings as settings_of_file, text as file_of_settings};
pub use self::settings::{Setting, so_far};

use outreach::{
    Beta, Campaign, Effort, Error, Kind, Parameter, Pool, Preset, Probability, Rate, Rates, Result, Share, Solve, Stop,
    Strategy, Supply,
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
    effort: Effort,
    pool: Pool,
    /// What was set, in this order: set again, it is the same scenario.
    settings: Vec<(String, String)>,
}

/// The keys beside the rates, the pool and the effort.
const CHOICES: [&str; 12] = [
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
            effort: Effort::default(),
            pool: preset.pool(),
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

    /// The campaign of this scenario, with this strategy if it names none.
    ///
    /// # Errors
    /// For values that do not go together.
    pub fn campaign_or(&self, default: Strategy) -> Result<Campaign> {
        self.campaign(self.strategy.clone().unwrap_or(default))
    }

    /// The same under a name of its own, with this supply if it has none.
    ///
    /// # Errors
    /// For values that do not go together.
    pub fn campaign_named(&self, name: String, default: Supply) -> Result<Campaign> {
        self.campaign(Strategy::new(name, self.strategy.as_ref().map_or(default, Strategy::supply)))
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
        if self.contacts.is_some() || self.max_attempts.is_some() {
            if let Supply::Pool(_) = strategy.supply() {
                return Err(rejected(
                    "strategy",
                    strategy.name(),
                    "a strategy with a share or a count of recommended contacts: a pool of referrals with contacts is not built",
                ));
            }
            let (contacts, most) = (self.contacts.unwrap_or(100), self.max_attempts.unwrap_or(1));
            let campaign = Campaign::of_contacts(self.rates.clone(), strategy, contacts, most)?;
            return campaign.with_effort(self.effort)?.until(self.stop);
        }
        let unstopped = if self.stop == Stop::Calls { 100 } else { Campaign::MAX_CALLS.into() };
        let campaign = Campaign::new(self.rates.clone(), strategy, self.calls.unwrap_or(unstopped))?;
        campaign.with_effort(self.effort)?.until(self.stop)
    }

    /// Sets one key. The preset is not set here: it was the start.
    fn set(&mut self, key: &str, value: &str) -> Result<()> {
        match key {
            "preset" => {}
            // Each call is to another person: what was said of contacts before does not count any more.
            "calls" => (self.calls, self.contacts, self.max_attempts) = (Some(calls(value)?), None, None),
            "contacts" => (self.contacts, self.calls) = (Some(contacts(value)?), None),
            "max_attempts" => (self.max_attempts, self.calls) = (Some(max_attempts(value)?), None),
            "hours" => self.stop = Stop::hours(plain(key, value, "a number of hours")?),
            "meetings" => {
                self.stop = Stop::Meetings(value.parse().map_err(|_| rejected(key, value, "a number of meetings"))?);
            }
            "attempts.cold" => self.rates = self.rates.clone().with_attempts(Kind::Cold, attempts::table(key, value)?),
            "attempts.warm" => self.rates = self.rates.clone().with_attempts(Kind::Warm, attempts::table(key, value)?),
            "strategy" => self.strategy = Some(Strategy::named(value)?),
            "warm" => self.strategy = Some(warm(value)?.into()),
            "reading" => self.rates = self.rates.clone().with_reading(value.parse()?),
            "incident.response" => self.rates = self.rates.clone().with_response(value.parse()?),
            "effort.cold_attempt" => self.effort.cold_attempt = minutes(key, value)?,
            "effort.warm_attempt" => self.effort.warm_attempt = minutes(key, value)?,
            "effort.introduction" => self.effort.introduction = minutes(key, value)?,
            "effort.meeting" => self.effort.meeting = minutes(key, value)?,
            "pool.initial" => {
                let accepted = "a number of referrals (0 to 1,000,000)";
                self.pool.initial = value.parse().map_err(|_| rejected(key, value, accepted))?;
            }
            "pool.names" => self.pool.names = plain(key, value, "a mean number of names per meeting held (0 to 100)")?,
            "pool.decay" => {
                let accepted = "a factor per generation (0 to 1)";
                self.pool.decay = number(value).ok_or_else(|| rejected(key, value, accepted))?;
            }
            "pool.dispersion" => self.pool.dispersion = dispersion(value)?,
            _ => self.rates = self.rates.clone().with(key.parse()?, rate(key, value)?),
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

fn calls(value: &str) -> Result<u64> {
    value.parse().map_err(|_| rejected("calls", value, "a number of calls (1 to 1,000,000)"))
}

fn contacts(value: &str) -> Result<u64> {
    value.parse().map_err(|_| rejected("contacts", value, "a number of contacts (1 to 1,000,000)"))
}

fn max_attempts(value: &str) -> Result<u32> {
    value.parse().map_err(|_| rejected("max-attempts", value, "a number of attempts per contact (1 to 1,000)"))
}

fn minutes(key: &str, value: &str) -> Result<f64> {
    plain(key, value, "a number of minutes")
}

fn plain(key: &str, value: &str, accepted: &str) -> Result<f64> {
    value.parse().map_err(|_| rejected(key, value, accepted))
}

/// A number, or `none` for Poisson.
fn dispersion(value: &str) -> Result<Option<f64>> {
    match value {
        "none" => Ok(None),
        number => plain("pool.dispersion", number, "a dispersion (0.01 to 1,000,000), or `none`").map(Some),
    }
}

/// A number, a percentage, `beta(alpha, beta)`, `mean(mean, weight)` or `range(low, high)`.
fn rate(key: &str, value: &str) -> Result<Rate> {
    const ACCEPTED: &str =
        "a probability (0 to 1, or 0 % to 100 %), beta(alpha, beta), mean(mean, weight) or range(low, high)";
    let wrong = || rejected(key, value, ACCEPTED);
    let Some((form, arguments)) = value.strip_suffix(')').and_then(|value| value.split_once('(')) else {
        return Probability::named(key, number(value).ok_or_else(wrong)?).map(Rate::from);
    };
    let arguments: Option<Vec<f64>> = arguments.split(',').map(|argument| number(argument.trim())).collect();
    let beta = match (form.trim(), arguments.as_deref()) {
        ("beta", Some(&[alpha, beta])) => Beta::new(alpha, beta),
        ("mean", Some(&[mean, weight])) => Beta::with_mean(mean, weight),
        ("range", Some(&[low, high])) => Beta::from_range(low, high),
        _ => return Err(wrong()),
    };
    beta.map(Rate::from).map_err(|error| match error {
        Error::Rejected { accepted, .. } => rejected(key, value, &accepted),
        other => other,
    })
}

/// A number or a percentage: `0.2`, `20 %`.
///
/// ```
/// assert_eq!(outreach_io::number("66.7 %"), Some(0.667));
/// assert_eq!(outreach_io::number("some"), None);
/// ```
pub fn number(text: &str) -> Option<f64> {
    match text.strip_suffix('%') {
        // The decimal exponent, and not a division, keeps 66.7 % the number nearest to 0.667.
        Some(percent) => format!("{}e-2", percent.trim_end()).parse().ok(),
        None => text.parse().ok(),
    }
}

/// `0.8`, `1.0` and `80%` are shares, whole numbers are counts.
fn warm(value: &str) -> Result<Supply> {
    let wrong = || rejected("warm", value, "a share (0.0 to 1.0, or 0 % to 100 %) or a whole number of calls");
    if value.ends_with('%') || value.contains('.') {
        value.parse::<Share>().map(Supply::Share).map_err(|_| wrong())
    } else {
        value.parse().map(Supply::Count).map_err(|_| wrong())
    }
}
