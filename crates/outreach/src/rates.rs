//! Every rate of a campaign with where it comes from, and the presets.

use std::fmt;

use crate::{Beta, Error, Kind, Parameter, Probability, Reading, Response, Result};

/// A rate: how often one thing follows another.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Rate {
    /// A known number.
    Fixed(Probability),
    /// Not known for sure: drawn once per campaign, and then the same for all of its calls.
    Beta(Beta),
}

impl Rate {
    /// A known number.
    ///
    /// # Errors
    /// [`Error::Rejected`] if it is no probability.
    pub fn fixed(value: f64) -> Result<Self> {
        Probability::new(value).map(Self::Fixed)
    }

    /// Its expectation.
    pub const fn mean(self) -> f64 {
        match self {
            Self::Fixed(probability) => probability.get(),
            Self::Beta(beta) => beta.mean(),
        }
    }

    /// Whether it is not known for sure.
    pub const fn is_uncertain(self) -> bool {
        matches!(self, Self::Beta(_))
    }

    pub(crate) fn is_sure(self, value: f64) -> bool {
        matches!(self, Self::Fixed(probability) if probability.get().total_cmp(&value).is_eq())
    }
}

impl From<Beta> for Rate {
    fn from(beta: Beta) -> Self {
        Self::Beta(beta)
    }
}

impl From<Probability> for Rate {
    fn from(probability: Probability) -> Self {
        Self::Fixed(probability)
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fixed(probability) => probability.fmt(f),
            Self::Beta(beta) => beta.fmt(f),
        }
    }
}

/// Where a value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Provenance {
    /// The founding text says so.
    Documented,
    /// Nobody says so: a default of this project.
    Assumed,
    /// The user said so.
    SetByYou,
}

impl Provenance {
    /// Its name: `set by you`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Assumed => "assumed",
            Self::SetByYou => "set by you",
        }
    }
}

impl fmt::Display for Provenance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.key())
    }
}

/// A named set of rates to start from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Preset {
    /// The founding text's numbers; what it leaves open is assumed.
    #[default]
    Documented,
}

impl Preset {
    /// All of them.
    pub const ALL: [Self; 1] = [Self::Documented];

    /// Its name: `documented`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Documented => "documented",
        }
    }

    /// Its rates.
    pub fn rates(self) -> Rates {
        match self {
            Self::Documented => Rates::documented(),
        }
    }
}

impl std::str::FromStr for Preset {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|preset| preset.key() == name).ok_or_else(|| Error::Unknown {
            what: "preset",
            name: name.to_owned(),
            accepted: Self::ALL.map(Self::key).join(", "),
        })
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Entry {
    /// `None` while the rate follows another one.
    rate: Option<Rate>,
    provenance: Provenance,
}

/// Every rate of the model, each with its provenance.
///
/// ```
/// use outreach::{Parameter, Probability, Provenance, Rates};
///
/// let rates = Rates::documented().with(Parameter::ColdMeeting, Probability::new(0.2)?);
/// // What follows `cold.meeting` follows its override too.
/// assert_eq!(rates.rate(Parameter::IncidentPlainAsk).mean(), 0.2);
/// assert_eq!(rates.provenance(Parameter::ColdMeeting), Provenance::SetByYou);
/// assert_eq!(rates.provenance(Parameter::IncidentPlainAsk), Provenance::Assumed);
/// # Ok::<(), outreach::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Rates {
    preset: Preset,
    entries: [Entry; Parameter::COUNT],
    response: (Response, Provenance),
    reading: (Reading, Provenance),
}

impl Rates {
    /// The founding text's odds: nine in ten with a recommendation, one in ten without; 2 % of the recommended
    /// conversations go wrong at the connector's name, two in three of those recover.
    ///
    /// Source: a French networking coach's text (docs/model.md § 2). It speaks of people one talks to and of meetings
    /// agreed, so reach and show are 1 by assumption; it gives no odds for a disliked connector, so none is disliked.
    pub fn documented() -> Self {
        const fn documented(value: f64) -> Entry {
            Entry { rate: Some(Rate::Fixed(Probability::constant(value))), provenance: Provenance::Documented }
        }
        const fn assumed(value: f64) -> Entry {
            Entry { rate: Some(Rate::Fixed(Probability::constant(value))), provenance: Provenance::Assumed }
        }
        const FOLLOWS: Entry = Entry { rate: None, provenance: Provenance::Assumed };
        Self {
            preset: Preset::Documented,
            entries: Parameter::ALL.map(|parameter| match parameter {
                Parameter::ColdMeeting => documented(0.1),
                Parameter::WarmMeeting => documented(0.9),
                Parameter::IncidentRate => documented(0.02),
                Parameter::IncidentRecovery => documented(2.0 / 3.0),
                Parameter::IncidentDisliked => assumed(0.0),
                Parameter::ColdReach | Parameter::ColdShow | Parameter::WarmReach | Parameter::WarmShow => assumed(1.0),
                Parameter::IncidentPlainAsk
                | Parameter::IncidentDisagree
                | Parameter::IncidentAgree
                | Parameter::IncidentAsk
                | Parameter::IncidentReframe => FOLLOWS,
            }),
            response: (Response::default(), Provenance::Assumed),
            reading: (Reading::default(), Provenance::Assumed),
        }
    }

    /// The same with one rate set by you.
    #[must_use]
    pub fn with(mut self, parameter: Parameter, rate: impl Into<Rate>) -> Self {
        self.entries[parameter.index()] = Entry { rate: Some(rate.into()), provenance: Provenance::SetByYou };
        self
    }

    /// The same with the response to a disliked connector chosen by you.
    #[must_use]
    pub fn with_response(mut self, response: Response) -> Self {
        self.response = (response, Provenance::SetByYou);
        self
    }

    /// The same with the nine in ten read as you say.
    #[must_use]
    pub fn with_reading(mut self, reading: Reading) -> Self {
        self.reading = (reading, Provenance::SetByYou);
        self
    }

    /// The rate in force: its own, or that of the rate it follows.
    pub fn rate(&self, parameter: Parameter) -> Rate {
        self.entries[self.owner(parameter).index()].rate.expect("a rate that follows another follows one of its own")
    }

    /// The parameter whose rate this one has: itself, or the one it follows.
    pub fn owner(&self, parameter: Parameter) -> Parameter {
        self.following(parameter).unwrap_or(parameter)
    }

    /// Whether every rate is a known number.
    pub fn is_known(&self) -> bool {
        !Parameter::ALL.into_iter().any(|parameter| self.rate(parameter).is_uncertain())
    }

    /// The uncertain rates that decide the yield of calls of these kinds, each once.
    pub(crate) fn uncertain(&self, kinds: &[Kind]) -> Vec<(Parameter, Beta)> {
        let mut deciding: Vec<_> = kinds.iter().flat_map(|&kind| self.deciding(kind)).map(|p| self.owner(p)).collect();
        deciding.sort_unstable();
        deciding.dedup();
        let uncertain = deciding.into_iter().filter_map(|parameter| match self.rate(parameter) {
            Rate::Beta(beta) => Some((parameter, beta)),
            Rate::Fixed(_) => None,
        });
        uncertain.collect()
    }

    /// The rates that a call of this kind can meet.
    fn deciding(&self, kind: Kind) -> Vec<Parameter> {
        match kind {
            Kind::Cold => vec![Parameter::ColdReach, Parameter::ColdMeeting, Parameter::ColdShow],
            Kind::Warm => {
                [Parameter::WarmReach, Parameter::WarmShow].into_iter().chain(self.deciding_warm_odds()).collect()
            }
        }
    }

    /// The rates that decide the odds of a warm conversation.
    fn deciding_warm_odds(&self) -> Vec<Parameter> {
        let mut deciding = vec![Parameter::WarmMeeting, Parameter::IncidentRate];
        if !self.rate(Parameter::IncidentRate).is_sure(0.0) {
            deciding.push(Parameter::IncidentDisliked);
            if !self.rate(Parameter::IncidentDisliked).is_sure(0.0) {
                deciding.push(self.response().parameter());
            }
            if !self.rate(Parameter::IncidentDisliked).is_sure(1.0) {
                deciding.push(Parameter::IncidentRecovery);
                if !self.rate(Parameter::IncidentRecovery).is_sure(1.0) {
                    deciding.push(Parameter::IncidentPlainAsk);
                }
            }
        }
        deciding
    }

    /// Whether the odds of a warm conversation that kept its standing are solved from uncertain ones: then they are no
    /// polynomial in the rates.
    pub(crate) fn solves_uncertain_odds(&self) -> bool {
        self.reading() == Reading::Overall
            && self.deciding_warm_odds().into_iter().any(|parameter| self.rate(parameter).is_uncertain())
    }

    /// The rate that this one follows in this set, if it was not set.
    pub fn following(&self, parameter: Parameter) -> Option<Parameter> {
        if self.entries[parameter.index()].rate.is_some() { None } else { parameter.follows() }
    }

    /// Where a rate comes from.
    pub fn provenance(&self, parameter: Parameter) -> Provenance {
        self.entries[parameter.index()].provenance
    }

    /// The preset that these rates started from.
    pub fn preset(&self) -> Preset {
        self.preset
    }

    /// The response to a disliked connector.
    pub fn response(&self) -> Response {
        self.response.0
    }

    /// Where the response comes from.
    pub fn response_provenance(&self) -> Provenance {
        self.response.1
    }

    /// How the nine in ten is read.
    pub fn reading(&self) -> Reading {
        self.reading.0
    }

    /// Where the reading comes from.
    pub fn reading_provenance(&self) -> Provenance {
        self.reading.1
    }

    /// The keys of every assumption in force, in the order of [`Parameter::ALL`], then `incident.response` and
    /// `reading`: what neither a source nor you have said.
    pub fn assumptions(&self) -> Vec<&'static str> {
        let rates = Parameter::ALL.into_iter().map(|parameter| (parameter.key(), self.provenance(parameter)));
        let choices = [("incident.response", self.response_provenance()), ("reading", self.reading_provenance())];
        rates.chain(choices).filter(|&(_, provenance)| provenance == Provenance::Assumed).map(|(key, _)| key).collect()
    }

    /// The world in which every uncertain rate is what it is on average. With fixed rates there is no other.
    ///
    /// # Errors
    /// [`Error::Unsolvable`] if the reading is `overall`, the rates are fixed, and they leave no probability for a
    /// conversation that kept its standing. With uncertain rates the odds are clamped.
    pub fn world(&self) -> Result<World> {
        let world = self.world_at(&[]);
        if world.clamped && !self.solves_uncertain_odds() {
            return Err(Error::Unsolvable {
                meeting: world.value(Parameter::WarmMeeting),
                rate: world.value(Parameter::IncidentRate),
                disliked: world.value(Parameter::IncidentDisliked),
                recovery: world.value(Parameter::IncidentRecovery),
                odds: world.solved_overall(),
            });
        }
        Ok(world)
    }

    /// The world in which these rates have these values, and all others are what they are on average.
    pub(crate) fn world_at(&self, drawn: &[(Parameter, f64)]) -> World {
        let values = Parameter::ALL.map(|parameter| {
            let owner = self.owner(parameter);
            let drawn = drawn.iter().find(|(parameter, _)| *parameter == owner).map(|(_, value)| *value);
            drawn.unwrap_or_else(|| self.rate(owner).mean())
        });
        World::new(values, self.response(), self.reading())
    }
}

/// The value of every rate in one world, and the odds of a warm conversation that kept its standing.
///
/// # Formula
/// ```text
/// smooth:   kept = warm.meeting
/// overall:  kept = (warm.meeting − lost) / share
///           share = 1 − i·d − i·(1 − d)·(1 − r)                   keeps its standing
///           lost  = i·d·response + i·(1 − d)·(1 − r)·plain_ask    meetings all the same
/// ```
/// with i = `incident.rate`, d = `incident.disliked`, r = `incident.recovery`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct World {
    values: [f64; Parameter::COUNT],
    response: Response,
    kept_standing: f64,
    clamped: bool,
}

impl World {
    fn new(values: [f64; Parameter::COUNT], response: Response, reading: Reading) -> Self {
        let kept_standing = values[Parameter::WarmMeeting.index()];
        let mut world = Self { values, response, kept_standing, clamped: false };
        if reading == Reading::Overall {
            let odds = world.solved_overall();
            // A solution off by rounding alone is one: 0.9 asked of conversations of which none can miss it.
            world.clamped = !(-1e-12..=1.0 + 1e-12).contains(&odds);
            // Where nobody keeps the standing, the odds of those who did decide nothing.
            world.kept_standing = if odds.is_nan() { 0.0 } else { odds.clamp(0.0, 1.0) };
        }
        world
    }

    fn solved_overall(&self) -> f64 {
        let incident = self.value(Parameter::IncidentRate);
        let disliked = incident * self.value(Parameter::IncidentDisliked);
        let unknown = incident * (1.0 - self.value(Parameter::IncidentDisliked));
        let unrecovered = unknown * (1.0 - self.value(Parameter::IncidentRecovery));
        let lost = disliked * self.response_odds() + unrecovered * self.value(Parameter::IncidentPlainAsk);
        (self.value(Parameter::WarmMeeting) - lost) / (1.0 - disliked - unrecovered)
    }

    /// A rate's value.
    pub fn value(&self, parameter: Parameter) -> f64 {
        self.values[parameter.index()]
    }

    /// P(meeting) of the response in use.
    pub fn response_odds(&self) -> f64 {
        self.value(self.response.parameter())
    }

    /// P(meeting) of a warm conversation that kept its standing.
    pub fn kept_standing(&self) -> f64 {
        self.kept_standing
    }

    /// Whether those odds were solved to no probability, and set to the nearest one.
    pub fn clamped(&self) -> bool {
        self.clamped
    }
}
