//! The programs that one writes first, for the same questions.

use outreach::{Campaign, Kind, Parameter, Pmf, PoissonBinomial, Probability};
use rand::rngs::Xoshiro256PlusPlus;
use rand::{Rng, RngExt, SeedableRng};
use rand_distr::{Beta, Binomial, Distribution, Poisson};

pub(crate) const CALLS: u32 = 100;
const SEED: u64 = 42;

/// How many campaigns brought each number of meetings.
pub(crate) type Histogram = [u64; CALLS as usize + 1];

/// Plain programs for a campaign with fixed rates; each pair is cold, then warm.
///
/// Both keep the yields' histogram alone; the library counts attempts, conversations, meetings set, incidents and their
/// squares beside it.
#[derive(Clone)]
pub(crate) struct Plain {
    calls: [u32; 2],
    reach: [f64; 2],
    meeting: [f64; 2],
    show: [f64; 2],
    incident: f64,
    disliked: f64,
    recovery: f64,
    plain_ask: f64,
    ask: f64,
    /// P(meeting held), per attempt.
    held: [f64; 2],
}

impl Plain {
    pub(crate) fn new(campaign: &Campaign) -> Self {
        let rate = |parameter| campaign.rates().rate(parameter).mean();
        Self {
            calls: Kind::ALL.map(|kind| campaign.attempts(kind)),
            reach: [Parameter::ColdReach, Parameter::WarmReach].map(rate),
            meeting: [Parameter::ColdMeeting, Parameter::WarmMeeting].map(rate),
            show: [Parameter::ColdShow, Parameter::WarmShow].map(rate),
            incident: rate(Parameter::IncidentRate),
            disliked: rate(Parameter::IncidentDisliked),
            recovery: rate(Parameter::IncidentRecovery),
            plain_ask: rate(Parameter::IncidentPlainAsk),
            ask: rate(Parameter::IncidentAsk),
            held: Kind::ALL.map(|kind| campaign.tree(kind).held().get()),
        }
    }

    /// The program that one writes first: a coin per stage of each call.
    pub(crate) fn stage_by_stage(&self, campaigns: u64) -> Histogram {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(SEED);
        let mut histogram = [0; CALLS as usize + 1];
        for _ in 0..campaigns {
            histogram[self.campaign(&mut rng)] += 1;
        }
        histogram
    }

    fn campaign(&self, rng: &mut impl Rng) -> usize {
        let [cold, warm] = self.calls;
        (0..warm).filter(|_| self.warm_call(rng)).count() + (0..cold).filter(|_| self.cold_call(rng)).count()
    }

    /// The same with four rates drawn for each campaign.
    pub(crate) fn uncertain(&self, shapes: [[f64; 2]; 4], campaigns: u64) -> Histogram {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(SEED);
        let [warm, cold, incident, recovery] = shapes.map(|[a, b]| Beta::new(a, b).expect("a distribution"));
        let mut histogram = [0; CALLS as usize + 1];
        for _ in 0..campaigns {
            let [warm, cold] = [warm, cold].map(|distribution| distribution.sample(&mut rng));
            let (incident, recovery) = (incident.sample(&mut rng), recovery.sample(&mut rng));
            let world = Self { meeting: [cold, warm], plain_ask: cold, incident, recovery, ..self.clone() };
            histogram[world.campaign(&mut rng)] += 1;
        }
        histogram
    }

    /// Calls from a pool of referrals, with this many names per meeting.
    pub(crate) fn snowball(&self, initial: u32, names: f64, campaigns: u64) -> Histogram {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(SEED);
        let names = Poisson::new(names).expect("a mean");
        let mut histogram = [0; CALLS as usize + 1];
        for _ in 0..campaigns {
            let (mut pool, mut meetings) = (initial, 0);
            for _ in 0..CALLS {
                let warm = pool > 0;
                pool -= u32::from(warm);
                if if warm { self.warm_call(&mut rng) } else { self.cold_call(&mut rng) } {
                    meetings += 1;
                    pool += names.sample(&mut rng) as u32;
                }
            }
            histogram[meetings] += 1;
        }
        histogram
    }

    fn cold_call(&self, rng: &mut impl Rng) -> bool {
        rng.random_bool(self.reach[0]) && rng.random_bool(self.meeting[0]) && rng.random_bool(self.show[0])
    }

    fn warm_call(&self, rng: &mut impl Rng) -> bool {
        if !rng.random_bool(self.reach[1]) {
            return false;
        }
        let meeting = if !rng.random_bool(self.incident) {
            self.meeting[1]
        } else if rng.random_bool(self.disliked) {
            self.ask
        } else if rng.random_bool(self.recovery) {
            self.meeting[1]
        } else {
            self.plain_ask
        };
        rng.random_bool(meeting) && rng.random_bool(self.show[1])
    }

    /// The program of somebody who sees that only the sum matters: two binomial counts per campaign.
    pub(crate) fn two_binomials(&self, campaigns: u64) -> Histogram {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(SEED);
        let [cold, warm] =
            [0, 1].map(|kind| Binomial::new(self.calls[kind].into(), self.held[kind]).expect("a probability"));
        let mut histogram = [0; CALLS as usize + 1];
        for _ in 0..campaigns {
            histogram[(cold.sample(&mut rng) + warm.sample(&mut rng)) as usize] += 1;
        }
        histogram
    }
}

/// The distribution of a list of contacts: that of each half, and their sum.
pub(crate) fn divide_and_conquer(contacts: &[Probability]) -> Pmf {
    if contacts.len() <= 256 {
        return contacts.iter().copied().collect::<PoissonBinomial>().distribution();
    }
    let (one, other) = contacts.split_at(contacts.len() / 2);
    divide_and_conquer(one).convolve(&divide_and_conquer(other))
}
