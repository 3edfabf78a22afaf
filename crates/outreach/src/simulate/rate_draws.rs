//! One world after the other.

use rand::rngs::Xoshiro256PlusPlus;
use rand::{Rng, SeedableRng};

use super::beta_draw::{self, BetaDraw};
use super::generator::{Aligned, Generator, LANES, Lanes};
use super::own_rates::OwnRate;
use super::stream::{BLOCK, Purpose, keyed, next_state, open};
use super::trial::InWorld;
use crate::model::{Campaign, Kind, Parameter};

/// The distribution of the worlds of a campaign, made ready for drawing.
#[derive(Debug)]
pub(crate) struct WorldDistribution<'a> {
    campaign: &'a Campaign,
    rates: Vec<UncertainRate>,
    /// What takes the place of two of them.
    learned: Vec<LearnedRates>,
    /// Of its connectors, where all worlds are one.
    own_rates: Option<[OwnRate; 2]>,
    /// What all rates are on average.
    average: Values,
}

#[derive(Debug)]
struct UncertainRate {
    parameter: Parameter,
    distribution: BetaDraw,
    /// The parameters that have its value.
    sets: Vec<usize>,
}

/// Reach and share that can be reached, where a table tells of them.
#[derive(Debug)]
struct LearnedRates {
    kind: Kind,
    /// Their places among the uncertain rates.
    places: [usize; 2],
    /// The sum of the weights up to each point, and the point.
    points: Vec<(f64, [f64; 2])>,
}

impl LearnedRates {
    fn of(campaign: &Campaign, kind: Kind) -> Option<Self> {
        let uncertain = campaign.uncertain();
        let place = |rate| uncertain.iter().position(|(parameter, _)| *parameter == rate);
        let places = [place(Parameter::reach(kind))?, place(Parameter::reachable(kind))?];
        let mut sum = 0.0;
        let points = campaign.learned_reach(kind)?.points().map(|(weight, rates)| {
            sum += weight;
            (sum, rates)
        });
        Some(Self { kind, places, points: points.collect() })
    }

    fn draw(&self, rng: &mut impl Rng) -> [f64; 2] {
        let number = beta_draw::uniform(rng);
        let place = self.points.partition_point(|(sum, _)| *sum <= number);
        self.points[place.min(self.points.len() - 1)].1
    }
}

type Values = [f64; Parameter::COUNT];

impl<'a> WorldDistribution<'a> {
    pub(crate) fn new(campaign: &'a Campaign) -> Self {
        let owned_by = |parameter| {
            let followers =
                Parameter::ALL.into_iter().filter(move |other| campaign.rates().resolved(*other) == parameter);
            followers.map(Parameter::index).collect()
        };
        let rate = |(parameter, beta)| UncertainRate {
            parameter,
            distribution: BetaDraw::new(beta),
            sets: owned_by(parameter),
        };
        Self {
            campaign,
            rates: campaign.uncertain().into_iter().map(rate).collect(),
            learned: Kind::ALL.into_iter().filter_map(|kind| LearnedRates::of(campaign, kind)).collect(),
            own_rates: OwnRate::of_known(campaign),
            average: Parameter::ALL.map(|parameter| campaign.world_at(&[]).value(parameter)),
        }
    }

    /// The worlds of a block. `owner` tells which of the compared campaigns a rate's draws belong to.
    pub(crate) fn block(&self, seed: u64, block: u64, owner: impl Fn(Parameter) -> u16) -> Worlds<'_> {
        // Every uncertain rate has a stream of its own, so that campaigns which share it share its draws.
        let stream = |rate: &UncertainRate| {
            let purpose = Purpose::Rate { campaign: owner(rate.parameter), parameter: rate.parameter };
            Draws::open(seed, purpose, block)
        };
        let learned = |learned: &LearnedRates| {
            let purpose = Purpose::Reach { campaign: owner(Parameter::reach(learned.kind)), kind: learned.kind };
            open(seed, purpose, block)
        };
        Worlds {
            distribution: self,
            streams: self.rates.iter().map(stream).collect(),
            learned: self.learned.iter().map(learned).collect(),
            acceptance: self.campaign.is_updated().then(|| open(seed, Purpose::Acceptance, block)),
            current: InWorld::new(self.campaign, self.campaign.world_at(&[])),
        }
    }
}

/// The draws of an uncertain rate, several at once.
#[derive(Debug)]
struct Draws {
    generator: Generator,
    /// For what is drawn again.
    again: Xoshiro256PlusPlus,
    drawn: Aligned<Lanes<f64>>,
    used: usize,
}

impl Draws {
    fn open(seed: u64, purpose: Purpose, block: u64) -> Self {
        let mut keyed = keyed(seed, purpose, block);
        let generator = Generator::from_states(|| next_state(&mut keyed));
        let again = Xoshiro256PlusPlus::from_seed(next_state(&mut keyed));
        Self { generator, again, drawn: Aligned([0.0; LANES]), used: LANES }
    }

    fn next_lanes(&mut self, distribution: &BetaDraw) -> &Lanes<f64> {
        distribution.draw(&mut self.generator, &mut self.again, &mut self.drawn.0);
        &self.drawn.0
    }

    fn next(&mut self, distribution: &BetaDraw) -> f64 {
        if self.used == LANES {
            self.next_lanes(distribution);
            self.used = 0;
        }
        self.used += 1;
        self.drawn.0[self.used - 1]
    }
}

/// One world after the other.
#[derive(Debug)]
pub(crate) struct Worlds<'a> {
    distribution: &'a WorldDistribution<'a>,
    streams: Vec<Draws>,
    learned: Vec<Xoshiro256PlusPlus>,
    /// Decides which worlds are kept, where the campaign has brought something so far.
    acceptance: Option<Xoshiro256PlusPlus>,
    current: InWorld,
}

impl Worlds<'_> {
    /// The campaign in the next world.
    pub(crate) fn next(&mut self) -> &mut InWorld {
        if !self.streams.is_empty() {
            let drawn = self.rates();
            let campaign = self.distribution.campaign;
            self.current.put_in(campaign, campaign.world_at(&drawn));
        }
        &mut self.current
    }

    /// What the uncertain rates are in the next worlds, side by side; all other values stay.
    pub(crate) fn next_lanes(&mut self, values: &mut [Lanes<f64>; Parameter::COUNT]) {
        if self.acceptance.is_none() {
            for (rate, draws) in self.distribution.rates.iter().zip(&mut self.streams) {
                let drawn = draws.next_lanes(&rate.distribution);
                rate.sets.iter().for_each(|parameter| values[*parameter] = *drawn);
            }
            for (learned, rng) in self.distribution.learned.iter().zip(&mut self.learned) {
                let drawn: Lanes<[f64; 2]> = std::array::from_fn(|_| learned.draw(rng));
                for (rate, place) in learned.places.into_iter().enumerate() {
                    let of_rate = drawn.map(|rates| rates[rate]);
                    self.distribution.rates[place].sets.iter().for_each(|parameter| values[*parameter] = of_rate);
                }
            }
            return;
        }
        let worlds: Vec<_> = (0..LANES).map(|_| self.rates()).collect();
        for (index, rate) in self.distribution.rates.iter().enumerate() {
            let drawn = std::array::from_fn(|lane| worlds[lane][index].1);
            rate.sets.iter().for_each(|parameter| values[*parameter] = drawn);
        }
    }

    /// What the connectors' own rates follow, where that is the same in all worlds.
    pub(super) fn own_rates(&self) -> Option<&[OwnRate; 2]> {
        self.distribution.own_rates.as_ref()
    }

    /// What all rates are on average.
    pub(crate) fn average(&self) -> Values {
        self.distribution.average
    }

    /// What the uncertain rates are in the next world; a world of the prior is kept with its likelihood.
    fn rates(&mut self) -> Vec<(Parameter, f64)> {
        loop {
            let drawn = self.prior_rates();
            let Some(acceptance) = &mut self.acceptance else { return drawn };
            if beta_draw::uniform(acceptance) < self.distribution.campaign.likelihood(&drawn) {
                return drawn;
            }
        }
    }

    fn prior_rates(&mut self) -> Vec<(Parameter, f64)> {
        let rates = self.distribution.rates.iter().zip(&mut self.streams);
        let mut drawn: Vec<_> = rates.map(|(rate, draws)| (rate.parameter, draws.next(&rate.distribution))).collect();
        for (learned, rng) in self.distribution.learned.iter().zip(&mut self.learned) {
            for (place, value) in learned.places.into_iter().zip(learned.draw(rng)) {
                drawn[place].1 = value;
            }
        }
        drawn
    }
}

/// Looks at what the uncertain rates are in this many worlds; `campaign_index` tells independent draws apart.
pub(crate) fn drawn_worlds<T>(
    campaign: &Campaign,
    seed: u64,
    worlds: u64,
    campaign_index: u16,
    mut look: impl FnMut(Vec<(Parameter, f64)>) -> T,
) -> Vec<T> {
    let distribution = WorldDistribution::new(campaign);
    let mut seen = Vec::new();
    for block in 0..worlds.div_ceil(BLOCK) {
        crate::interruption::check_cancelled();
        let mut of_block = distribution.block(seed, block, |_| campaign_index);
        seen.extend((0..BLOCK.min(worlds - block * BLOCK)).map(|_| look(of_block.rates())));
    }
    seen
}

/// The share of the worlds that are kept after what the campaign has brought so far, from one block of them.
pub(crate) fn kept_share(campaign: &Campaign) -> f64 {
    const WORLDS: u32 = 100_000;
    let distribution = WorldDistribution::new(campaign);
    let mut worlds = distribution.block(0, 0, |_| 0);
    (0..WORLDS).map(|_| campaign.likelihood(&worlds.prior_rates())).sum::<f64>() / f64::from(WORLDS)
}
