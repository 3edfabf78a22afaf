//! The model once more, as plainly as can be: rates drawn by `rand_distr`, calls made one after the other.

use std::collections::VecDeque;

use outreach::{Campaign, Effort, Kind, Parameter as P, Rate, Reading};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};
use rand_distr::{Beta, Binomial, Distribution, Gamma, Poisson};

use crate::shared::{Calls, End, Scenario};

const OF_REACH: [[P; 2]; 2] = [[P::ColdReach, P::ColdReachable], [P::WarmReach, P::WarmReachable]];

/// What every rate is in one world.
pub(crate) struct World {
    values: [f64; P::COUNT],
    response: f64,
    /// P(meeting) of a warm conversation that kept its standing.
    kept: f64,
    /// Whether that was solved to no probability, or a reach is above the share that can be reached.
    pub(crate) clamped: bool,
    /// By kind: P(conversation) and mean attempts, per call or contact.
    reached: [f64; 2],
    attempts: [f64; 2],
}

/// Reach and share that can be reached, as a table tells them together: by the sum of the weights up to each point.
type Learned = [Option<Vec<(f64, [f64; 2])>>; 2];

impl World {
    fn draw(campaign: &Campaign, learned: &Learned, rng: &mut ChaCha8Rng) -> Self {
        let rates = campaign.rates();
        let mut own = P::ALL.map(|parameter| match rates.rate(parameter) {
            Rate::Beta(beta) => Beta::new(beta.alpha(), beta.beta()).unwrap().sample(rng),
            known => known.mean(),
        });
        let place = |parameter: P| P::ALL.iter().position(|other| *other == parameter).unwrap();
        for (kind, points) in learned.iter().enumerate() {
            if let Some(points) = points {
                let number: f64 = rng.random();
                let point = points.partition_point(|(sum, _)| *sum <= number).min(points.len() - 1);
                for (parameter, value) in OF_REACH[kind].into_iter().zip(points[point].1) {
                    own[place(parameter)] = value;
                }
            }
        }
        let values = P::ALL.map(|parameter| own[place(rates.resolved(parameter))]);
        let response = values[place(rates.response().parameter())];
        let reached = OF_REACH.map(|[reach, _]| values[place(reach)]);
        let kept = values[place(P::WarmMeeting)];
        let mut world = Self { values, response, kept, clamped: false, reached, attempts: [1.0; 2] };
        // Calls that were made say how probable a world is.
        let made = |kind| campaign.so_far().map_or(0, |so_far| so_far.attempts(kind));
        let has_calls = Kind::ALL.map(|kind| campaign.attempts(kind) + made(kind) > 0);
        if rates.reading() == Reading::Overall {
            let [incident, disliked, lost] = world.incidents();
            let meetings = disliked * world.response + lost * world.of(P::IncidentPlainAsk);
            let solved = (world.kept - meetings) / (1.0 - disliked - lost);
            world.clamped = has_calls[1] && !(-1e-12..=1.0 + 1e-12).contains(&solved);
            world.kept = if incident > 0.0 { solved.clamp(0.0, 1.0) } else { world.kept };
        }
        if campaign.max_attempts() > 1 {
            for kind in 0..2 {
                world.clamped |= has_calls[kind] && world.of(OF_REACH[kind][0]) > world.of(OF_REACH[kind][1]);
                let [each, reachable] = world.each_attempt(kind);
                (world.reached[kind], world.attempts[kind]) = (0.0, 0.0);
                let mut left = reachable;
                for _ in 0..campaign.max_attempts() {
                    world.attempts[kind] += 1.0 - reachable + left;
                    world.reached[kind] += left * each;
                    left *= 1.0 - each;
                }
            }
        }
        world
    }

    /// P(an attempt reaches a contact who can be reached), and P(a contact can be).
    fn each_attempt(&self, kind: usize) -> [f64; 2] {
        let [first, reachable] = OF_REACH[kind].map(|parameter| self.of(parameter));
        [if reachable > 0.0 { (first / reachable).min(1.0) } else { 0.0 }, reachable]
    }

    fn of(&self, parameter: P) -> f64 {
        self.values[P::ALL.iter().position(|other| *other == parameter).unwrap()]
    }

    /// P(incident), P(it, and the connector is disliked), P(it, and the connector stays unknown), per warm conversation.
    fn incidents(&self) -> [f64; 3] {
        let [incident, disliked, recovery] =
            [P::IncidentRate, P::IncidentDisliked, P::IncidentRecovery].map(|p| self.of(p));
        [incident, incident * disliked, incident * (1.0 - disliked) * (1.0 - recovery)]
    }

    fn kept_in(&self, generation: u32, decay: f64) -> f64 {
        let cold = self.of(P::ColdMeeting);
        if generation == 1 { self.kept } else { cold + (self.kept - cold) * decay.powf(f64::from(generation - 1)) }
    }

    /// P(meeting held) per attempt, cold and warm.
    fn held(&self) -> [f64; 2] {
        let [_, disliked, lost] = self.incidents();
        let warm = (1.0 - disliked - lost) * self.kept + disliked * self.response + lost * self.of(P::IncidentPlainAsk);
        let cold = self.reached[0] * self.of(P::ColdMeeting) * self.of(P::ColdShow);
        [cold, self.reached[1] * warm * self.of(P::WarmShow)]
    }
}

/// What a campaign came to, or is expected to in its world.
#[derive(Debug, Default, Clone)]
pub(crate) struct TrialOutcome {
    pub(crate) held: u32,
    pub(crate) attempts: [f64; 2],
    /// Recommended contacts of whom a first attempt was made.
    introduced: f64,
    pub(crate) conversations: [f64; 2],
    pub(crate) set: [f64; 2],
    pub(crate) incidents: f64,
    pub(crate) disliked: f64,
    pub(crate) unrecovered: f64,
    pub(crate) first_cold: Option<u32>,
    pub(crate) by_generation: Vec<f64>,
    /// E[yield] and its variance in this world, where the calls are planned.
    pub(crate) moments: [f64; 2],
    pub(crate) clamped: bool,
}

/// One campaign after the other.
pub(crate) struct Plain<'a> {
    scenario: &'a Scenario,
    campaign: &'a Campaign,
    effort: Effort,
    learned: Learned,
    rng: ChaCha8Rng,
}

impl<'a> Plain<'a> {
    pub(crate) fn new(scenario: &'a Scenario, campaign: &'a Campaign) -> Self {
        let rng = ChaCha8Rng::seed_from_u64(!scenario.seed);
        let points = |kind: Kind| {
            let table = campaign.rates().attempts(kind).filter(|_| campaign.max_attempts() > 1)?;
            let posterior = table.posterior();
            let sums = posterior.points().scan(0.0, |sum, (weight, rates)| {
                *sum += weight;
                Some((*sum, rates))
            });
            Some(sums.collect())
        };
        Self { scenario, campaign, effort: *campaign.effort(), learned: Kind::ALL.map(points), rng }
    }

    pub(crate) fn play(&mut self) -> TrialOutcome {
        let mut world = World::draw(self.campaign, &self.learned, &mut self.rng);
        // Where no uncertain rate decides, all worlds are as likely.
        if let Some(so_far) = self.scenario.so_far.filter(|_| !self.campaign.uncertain().is_empty()) {
            while self.rng.random::<f64>() >= likelihood(&world, so_far) {
                world = World::draw(self.campaign, &self.learned, &mut self.rng);
            }
        }
        let pool = matches!(self.scenario.warm, Calls::Pool { .. });
        let planned = self.scenario.end == End::Calls && !pool && self.scenario.connectors.is_none();
        let mut played = match planned {
            true => self.planned(&world),
            false if self.scenario.max_attempts > 1 => self.in_rounds(&world),
            false => self.one_by_one(&world),
        };
        played.clamped = world.clamped;
        played
    }

    /// Nothing but the number of calls decides: the yield is drawn, all else is what is expected.
    fn planned(&mut self, world: &World) -> TrialOutcome {
        let planned = self.scenario.planned();
        let made = self.scenario.so_far.map_or([0, 0], |[attempts, _]| attempts);
        let calls = [planned[0] - made[0], planned[1] - made[1]];
        let held = world.held();
        let draw = |kind: usize, rng: &mut ChaCha8Rng| {
            Binomial::new(calls[kind].into(), held[kind].min(1.0)).unwrap().sample(rng)
        };
        let meetings = draw(0, &mut self.rng) + draw(1, &mut self.rng);
        let calls = calls.map(f64::from);
        let attempts = [calls[0] * world.attempts[0], calls[1] * world.attempts[1]];
        let conversations = [calls[0] * world.reached[0], calls[1] * world.reached[1]];
        let [incident, disliked, lost] = world.incidents();
        let warm =
            (1.0 - disliked - lost) * world.kept + disliked * world.response + lost * world.of(P::IncidentPlainAsk);
        let means = [calls[0] * held[0], calls[1] * held[1]];
        TrialOutcome {
            held: meetings as u32,
            attempts,
            conversations,
            set: [conversations[0] * world.of(P::ColdMeeting), conversations[1] * warm],
            incidents: conversations[1] * incident,
            disliked: conversations[1] * disliked,
            unrecovered: conversations[1] * lost,
            moments: [means[0] + means[1], means[0] * (1.0 - held[0]) + means[1] * (1.0 - held[1])],
            ..TrialOutcome::default()
        }
    }

    /// What the connectors have of their own: P(meeting) of a conversation that kept its standing, and P(incident).
    fn own(&mut self, world: &World) -> Vec<[f64; 2]> {
        let correlation = world.of(P::ConnectorsCorrelation);
        let mut draw = |mean: f64| {
            let weight = 1.0 / correlation - 1.0;
            if correlation < 1e-9 || mean <= 0.0 || mean >= 1.0 || weight < 1e-9 {
                // At a correlation of 1, one draw decides for all.
                let certain = weight < 1e-9 && correlation > 0.5;
                return if certain { f64::from(u8::from(self.rng.random::<f64>() < mean)) } else { mean };
            }
            let gamma = |shape: f64, rng: &mut ChaCha8Rng| {
                let more = Gamma::new(shape + 1.0, 1.0).unwrap().sample(rng);
                more.ln() + rng.random::<f64>().ln() / shape
            };
            let (one, other) = (gamma(mean * weight, &mut self.rng), gamma((1.0 - mean) * weight, &mut self.rng));
            1.0 / (1.0 + (other - one).exp())
        };
        let count = self.scenario.connectors.map_or(0, |count| count.min(self.scenario.calls));
        (0..count).map(|_| [draw(world.kept), draw(world.of(P::IncidentRate))]).collect()
    }

    fn one_by_one(&mut self, world: &World) -> TrialOutcome {
        let mut played = TrialOutcome::default();
        let own = self.own(world);
        let mut referrals = VecDeque::new();
        if let Calls::Pool { initial, .. } = self.scenario.warm {
            referrals.extend(std::iter::repeat_n(1, initial.min(self.scenario.calls) as usize));
        }
        for call in 1..=self.scenario.calls {
            let generation = match self.scenario.warm {
                Calls::Share(share) => {
                    let up_to = |calls: u32| (2 * u64::from(share) * u64::from(calls) + 1_000) / 2_000;
                    (up_to(call) > up_to(call - 1)).then_some(1)
                }
                Calls::Count(count) => (call <= count).then_some(1),
                Calls::Pool { .. } => referrals.front().copied(),
            };
            if !self.goes_on(&played, generation.is_some(), true) {
                break;
            }
            if generation.is_some() {
                referrals.pop_front();
            } else if matches!(self.scenario.warm, Calls::Pool { .. }) {
                played.first_cold = played.first_cold.or(Some(call));
            }
            let warm = played.attempts[1] as usize;
            let by = generation.filter(|_| !own.is_empty()).map(|_| own[warm % own.len()]);
            if self.call(world, generation, by, &mut played) {
                let usable = self.usable_names(world);
                referrals.extend(std::iter::repeat_n(generation.map_or(1, |generation| generation + 1), usable));
            }
        }
        played
    }

    /// One attempt after the other at every contact who is still open, the recommended ones first.
    fn in_rounds(&mut self, world: &World) -> TrialOutcome {
        let mut played = TrialOutcome::default();
        let own = self.own(world);
        let warm = self.scenario.planned()[1];
        let kind = |contact: u32| usize::from(contact < warm);
        let each = [0, 1].map(|kind| world.each_attempt(kind));
        let can_be = |contact: u32| (contact, self.rng.random::<f64>() < each[kind(contact)][1]);
        let mut open: Vec<(u32, bool)> = (0..self.scenario.calls).map(can_be).collect();
        for round in 1..=self.scenario.max_attempts {
            for (contact, can_be_reached) in std::mem::take(&mut open) {
                let kind = kind(contact);
                if !self.goes_on(&played, kind == 1, round == 1) {
                    return played;
                }
                played.attempts[kind] += 1.0;
                played.introduced += f64::from(u8::from(kind == 1 && round == 1));
                if can_be_reached && self.rng.random::<f64>() < each[kind][0] {
                    let by = (kind == 1 && !own.is_empty()).then(|| own[contact as usize % own.len()]);
                    self.converse(world, (kind == 1).then_some(1), by, &mut played);
                } else {
                    open.push((contact, can_be_reached));
                }
            }
        }
        played
    }

    fn goes_on(&self, played: &TrialOutcome, warm: bool, first: bool) -> bool {
        match self.scenario.end {
            End::Calls => true,
            End::Meetings(meetings) => played.held < meetings,
            End::Hours(hours) => {
                let Effort { cold_attempt, warm_attempt, introduction, meeting } = self.effort;
                let [cold, of_warm] =
                    [0, 1].map(|kind| played.attempts[kind] + f64::from(u8::from((kind == 1) == warm)));
                let introduced = played.introduced + f64::from(u8::from(warm && first));
                let spent = cold * cold_attempt
                    + of_warm * warm_attempt
                    + introduced * introduction
                    + f64::from(played.held) * meeting;
                // 3 · 0.1 is more than 0.3 by its last bit.
                spent <= 60.0 * hours * (1.0 + 1e-12)
            }
        }
    }

    /// Whether it brings a meeting that is held.
    fn call(
        &mut self,
        world: &World,
        generation: Option<u32>,
        by: Option<[f64; 2]>,
        played: &mut TrialOutcome,
    ) -> bool {
        let kind = usize::from(generation.is_some());
        played.attempts[kind] += 1.0;
        played.introduced = played.attempts[1];
        self.rng.random::<f64>() < world.reached[kind] && self.converse(world, generation, by, played)
    }

    /// Whether a conversation brings one.
    fn converse(
        &mut self,
        world: &World,
        generation: Option<u32>,
        by: Option<[f64; 2]>,
        played: &mut TrialOutcome,
    ) -> bool {
        let rng = &mut self.rng;
        let happens = |parameter: P, rng: &mut ChaCha8Rng| rng.random::<f64>() < world.of(parameter);
        let kind = usize::from(generation.is_some());
        played.conversations[kind] += 1.0;
        let kept = match (generation, self.scenario.warm) {
            (None, _) => world.of(P::ColdMeeting),
            (Some(generation), Calls::Pool { decay, .. }) => world.kept_in(generation, decay),
            (Some(_), _) => by.map_or(world.kept, |[kept, _]| kept),
        };
        let mut meeting = kept;
        let incident = by.map_or(world.of(P::IncidentRate), |[_, incident]| incident);
        if generation.is_some() && rng.random::<f64>() < incident {
            played.incidents += 1.0;
            if happens(P::IncidentDisliked, rng) {
                played.disliked += 1.0;
                meeting = world.response;
            } else if !happens(P::IncidentRecovery, rng) {
                played.unrecovered += 1.0;
                meeting = world.of(P::IncidentPlainAsk);
            }
        }
        if rng.random::<f64>() >= meeting {
            return false;
        }
        played.set[kind] += 1.0;
        if rng.random::<f64>() >= world.of([P::ColdShow, P::WarmShow][kind]) {
            return false;
        }
        played.held += 1;
        if let Some(generation) = generation {
            played.by_generation.resize(played.by_generation.len().max(generation as usize), 0.0);
            played.by_generation[generation as usize - 1] += 1.0;
        }
        true
    }

    /// The names that a meeting brings, and may be used.
    fn usable_names(&mut self, world: &World) -> usize {
        let Calls::Pool { names, .. } = self.scenario.warm else { return 0 };
        let dispersion = self.campaign.pool().unwrap().dispersion;
        let mean = match dispersion {
            Some(dispersion) if names > 0.0 => {
                Gamma::new(dispersion, names / dispersion).unwrap().sample(&mut self.rng)
            }
            _ => names,
        };
        let given: f64 = if mean > 0.0 { Poisson::new(mean).unwrap().sample(&mut self.rng) } else { 0.0 };
        Binomial::new(given as u64, world.of(P::PoolIntroduced)).unwrap().sample(&mut self.rng) as usize
    }
}

/// Of the counts so far, as a share of the largest that there can be.
fn likelihood(world: &World, [attempts, meetings]: [[u32; 2]; 2]) -> f64 {
    let log = |kind: usize| {
        let (n, m, held) = (f64::from(attempts[kind]), f64::from(meetings[kind]), world.held()[kind]);
        let part = |count: f64, p: f64| if count > 0.0 { count * (p / (count / n)).ln() } else { 0.0 };
        part(m, held) + part(n - m, 1.0 - held)
    };
    (log(0) + log(1)).exp()
}
