//! Every rate of a campaign with where it comes from.

use std::sync::Arc;

use super::attempt_table::AttemptTable;
use super::reach_posterior::ReachPosterior;
use super::{Evidence, Kind, Parameter, Preset, Provenance, Rate, Reading, Response, World};
use crate::error::{Error, Result};
use crate::numerics::Beta;

/// A rate of its own, or that of another parameter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Setting {
    Own(Rate),
    Follows(Parameter),
}

/// What a preset or the user says of one parameter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Entry {
    pub(crate) setting: Setting,
    pub(crate) provenance: Provenance,
    pub(crate) evidence: Option<Evidence>,
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
    pub(crate) preset: Preset,
    pub(crate) entries: [Entry; Parameter::COUNT],
    pub(crate) response: (Response, Provenance),
    pub(crate) reading: (Reading, Provenance),
    /// What contacts that were called several times tell, cold and warm.
    pub(crate) attempts: [Option<Arc<LearnedReach>>; 2],
}

/// A table of attempts, and what it leaves open.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct LearnedReach {
    pub(crate) table: AttemptTable,
    pub(crate) posterior: ReachPosterior,
}

impl Rates {
    /// The same with what contacts of a kind who were called several times tell of their reach: where a campaign calls its contacts
    /// several times, the reach of a first attempt and the share that can be reached are drawn from it, together. Where nobody
    /// is called twice the rates stay what they are.
    ///
    /// ```
    /// use outreach::{AttemptTable, Campaign, Kind, Rates, Strategy};
    ///
    /// let table = AttemptTable::new(vec![400, 368, 341], vec![32, 27, 23])?;
    /// let rates = Rates::documented().with_attempts(Kind::Cold, table);
    /// let yields = Campaign::contacts(300).max_attempts(3).strategy(Strategy::cold()).rates(rates).build()?.exact_yield()?;
    /// assert!(yields.sd() > 2.5);
    /// # Ok::<(), outreach::Error>(())
    /// ```
    #[must_use]
    pub fn with_attempts(mut self, kind: Kind, table: AttemptTable) -> Self {
        let posterior = table.posterior();
        self.attempts[kind.index()] = Some(Arc::new(LearnedReach { table, posterior }));
        self
    }

    /// The table that its contacts' reach is drawn from.
    pub fn attempts(&self, kind: Kind) -> Option<&AttemptTable> {
        self.attempts[kind.index()].as_ref().map(|learned| &learned.table)
    }

    /// The same with the reach of first attempts and the shares that can be reached as the tables have them: each apart by the Beta
    /// distribution with its mean and variance.
    pub(crate) fn with_reach_of_tables(mut self) -> Self {
        for kind in Kind::ALL {
            if let Some(learned) = &self.attempts[kind.index()] {
                let of_rate = |rate: usize| learned.posterior.beta_of(rate);
                for (rate, parameter) in [Parameter::reach(kind), Parameter::reachable(kind)].into_iter().enumerate() {
                    let setting = Setting::Own(of_rate(rate).into());
                    self.entries[parameter.index()] =
                        Entry { setting, provenance: Provenance::SetByYou, evidence: None };
                }
            }
        }
        self
    }

    /// Whether the reach is that of a table's first attempts, as it is for contacts.
    pub fn has_reach_of_table(&self, kind: Kind) -> bool {
        let learned = self.attempts[kind.index()].as_ref();
        learned.is_some_and(|learned| self.rate(Parameter::reach(kind)) == Rate::Beta(learned.posterior.beta_of(0)))
    }

    /// The same with one rate set by you; a reach takes the place of what a table tells of it.
    #[must_use]
    pub fn with(mut self, parameter: Parameter, rate: impl Into<Rate>) -> Self {
        for kind in Kind::ALL {
            if [Parameter::reach(kind), Parameter::reachable(kind)].contains(&parameter) {
                self.attempts[kind.index()] = None;
            }
        }
        self.entries[parameter.index()] =
            Entry { setting: Setting::Own(rate.into()), provenance: Provenance::SetByYou, evidence: None };
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
        match self.entries[self.resolved(parameter).index()].setting {
            Setting::Own(rate) => rate,
            Setting::Follows(_) => unreachable!("a rate follows one that has its own"),
        }
    }

    /// The parameter whose rate this one has: itself, or the one it follows.
    pub fn resolved(&self, parameter: Parameter) -> Parameter {
        self.following(parameter).unwrap_or(parameter)
    }

    /// Whether every rate is a known number.
    pub fn is_known(&self) -> bool {
        !Parameter::ALL.into_iter().any(|parameter| self.rate(parameter).is_uncertain())
    }

    /// The uncertain rates that decide the yield of calls of these kinds and of these other parameters, each once.
    pub(crate) fn uncertain(&self, kinds: &[Kind], others: &[Parameter]) -> Vec<(Parameter, Beta)> {
        let of_kinds = kinds.iter().flat_map(|&kind| self.deciding(kind));
        let mut deciding: Vec<_> = of_kinds.chain(others.iter().copied()).map(|p| self.resolved(p)).collect();
        deciding.sort_unstable();
        deciding.dedup();
        let uncertain = deciding.into_iter().filter_map(|parameter| match self.rate(parameter) {
            Rate::Beta(beta) => Some((parameter, beta)),
            Rate::Fixed(_) => None,
        });
        uncertain.collect()
    }

    /// Whether no call can meet this rate: what a response brings that is not given, what follows an incident that never
    /// happens.
    pub(crate) fn is_idle(&self, parameter: Parameter) -> bool {
        let meets =
            |kind: Kind| self.deciding(kind).into_iter().any(|met| self.resolved(met) == self.resolved(parameter));
        Parameter::of_calls().any(|of| of == parameter) && !Kind::ALL.into_iter().any(meets)
    }

    /// The rates that a call of this kind can meet.
    fn deciding(&self, kind: Kind) -> Vec<Parameter> {
        match kind {
            Kind::Cold => vec![Parameter::ColdReach, Parameter::ColdMeeting, Parameter::ColdShow],
            Kind::Warm => [Parameter::WarmReach, Parameter::WarmShow]
                .into_iter()
                .chain(self.deciding_warm_probability())
                .collect(),
        }
    }

    /// The rates that decide the probability of a warm conversation.
    fn deciding_warm_probability(&self) -> Vec<Parameter> {
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

    /// Whether P(meeting | warm conversation) depends on rates that are not known.
    pub(crate) fn has_uncertain_warm_probability(&self) -> bool {
        self.deciding_warm_probability().into_iter().any(|parameter| self.rate(parameter).is_uncertain())
    }

    /// Whether some warm conversations may lose their standing.
    pub(crate) fn may_lose_standing(&self) -> bool {
        let deciding = self.deciding_warm_probability();
        deciding.contains(&Parameter::IncidentPlainAsk) || deciding.contains(&self.response().parameter())
    }

    /// Whether the probability of a warm conversation that kept its standing is solved from uncertain ones: then it is
    /// no polynomial in the rates.
    pub(crate) fn solves_uncertain_probability(&self) -> bool {
        self.reading() == Reading::Overall && self.has_uncertain_warm_probability()
    }

    /// The rate that this one follows in this set, if it was not set.
    pub fn following(&self, parameter: Parameter) -> Option<Parameter> {
        match self.entries[parameter.index()].setting {
            Setting::Own(_) => None,
            Setting::Follows(followed) => Some(followed),
        }
    }

    /// What a preset's value rests on; `None` for what was set by you.
    pub fn evidence(&self, parameter: Parameter) -> Option<Evidence> {
        self.entries[parameter.index()].evidence
    }

    /// Where a rate comes from.
    pub fn provenance(&self, parameter: Parameter) -> Provenance {
        self.entries[parameter.index()].provenance
    }

    /// The same on another preset: what was set by you stays.
    ///
    /// ```
    /// use outreach::{Parameter, Preset, Probability, Rates};
    ///
    /// let own = Rates::documented().with(Parameter::ColdMeeting, Probability::new(0.2)?);
    /// let beside = own.with_preset(Preset::Published);
    /// assert_eq!(beside.rate(Parameter::ColdMeeting), own.rate(Parameter::ColdMeeting));
    /// assert_eq!(beside.rate(Parameter::ColdReach), Rates::published().rate(Parameter::ColdReach));
    /// # Ok::<(), outreach::Error>(())
    /// ```
    #[must_use]
    pub fn with_preset(&self, preset: Preset) -> Self {
        let mut rates = Self { attempts: self.attempts.clone(), ..preset.rates() };
        for (entry, own) in rates.entries.iter_mut().zip(&self.entries) {
            if own.provenance == Provenance::SetByYou {
                *entry = *own;
            }
        }
        if self.response.1 == Provenance::SetByYou {
            rates.response = self.response;
        }
        if self.reading.1 == Provenance::SetByYou {
            rates.reading = self.reading;
        }
        rates
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

    /// The keys of every assumption in force about calls, in the order of [`Parameter::ALL`], then `incident.response`
    /// and `reading`: what neither a source nor you have said.
    pub fn assumptions(&self) -> Vec<&'static str> {
        let rates = Parameter::of_calls().map(|parameter| (parameter.key(), self.provenance(parameter)));
        let choices = [("incident.response", self.response_provenance()), ("reading", self.reading_provenance())];
        rates.chain(choices).filter(|&(_, provenance)| provenance == Provenance::Assumed).map(|(key, _)| key).collect()
    }

    /// The world in which every uncertain rate is what it is on average. With fixed rates there is no other.
    ///
    /// # Errors
    /// [`Error::Unsolvable`] if the reading is `overall`, the rates are fixed, and they leave no probability for a
    /// conversation that kept its standing. With uncertain rates the probabilities are clamped.
    pub fn world(&self) -> Result<World> {
        let world = self.world_at(&[]);
        if world.clamped() && !self.solves_uncertain_probability() {
            return Err(Error::Unsolvable {
                meeting: world.value(Parameter::WarmMeeting),
                rate: world.value(Parameter::IncidentRate),
                disliked: world.value(Parameter::IncidentDisliked),
                recovery: world.value(Parameter::IncidentRecovery),
                probability: world.solved_overall(),
            });
        }
        Ok(world)
    }

    /// The world in which these rates have these values, and all others are what they are on average.
    pub(crate) fn world_at(&self, drawn: &[(Parameter, f64)]) -> World {
        self.worlds()(drawn)
    }

    /// The same, made ready for many worlds.
    pub(crate) fn worlds(&self) -> impl Fn(&[(Parameter, f64)]) -> World + use<> {
        let means = Parameter::ALL.map(|parameter| match self.entries[parameter.index()].setting {
            Setting::Own(rate) => rate.mean(),
            Setting::Follows(_) => f64::NAN,
        });
        let owners = Parameter::ALL.map(|parameter| self.resolved(parameter).index());
        let (response, reading) = (self.response(), self.reading());
        move |drawn| {
            let mut own = means;
            for (parameter, value) in drawn {
                own[parameter.index()] = *value;
            }
            World::new(owners.map(|owner| own[owner]), response, reading)
        }
    }
}
