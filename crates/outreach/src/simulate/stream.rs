//! Which random numbers a block of trials draws.

use rand::rngs::{ChaCha8Rng, Xoshiro256PlusPlus};
use rand::{Rng, SeedableRng};

use crate::model::{Kind, Parameter};

/// The trials of a block share one stream. Part of the results' definition: another size is a value-breaking change.
pub(crate) const BLOCK: u64 = 4096;

/// Which results a seed gives: another number with every value-breaking change, so that parts of different ones do not mix.
pub(crate) const RESULTS: u32 = 5;

/// The most strategies or campaigns whose streams are told apart. Of a sensitivity analysis each rate takes two kinds of luck.
pub(crate) const MOST_STRATEGIES: u64 = 100;

/// What a stream's numbers are used for. Two purposes never share a stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// The luck of the calls of the strategy of this index in the comparison; a single campaign is the first.
    Calls {
        /// Its position among the compared strategies.
        strategy: u16,
    },
    /// The luck of a second campaign in the same world, by which luck and ignorance are told apart.
    Twin {
        /// The position of the first one among the compared strategies.
        strategy: u16,
    },
    /// Which worlds are kept after what a campaign has brought so far.
    Acceptance,
    /// What the reach of first attempts and the share that can be reached are in each world, where a table tells of them.
    Reach {
        /// The first of the compared campaigns that has the table.
        campaign: u16,
        /// Of these contacts.
        kind: Kind,
    },
    /// What an uncertain rate is in each world.
    Rate {
        /// The first of the compared campaigns that has the rate.
        campaign: u16,
        /// The rate.
        parameter: Parameter,
    },
}

impl Purpose {
    const fn tag(self) -> u64 {
        match self {
            Self::Calls { strategy } => 1 + strategy as u64,
            Self::Twin { strategy } => 0x1001 + strategy as u64,
            Self::Acceptance => 0x1fff,
            Self::Reach { campaign, kind } => 0x6000 + 2 * campaign as u64 + kind.index() as u64,
            Self::Rate { campaign, parameter } => match stream_of(parameter) {
                number @ 0..16 => 0x2000 + 16 * campaign as u64 + number,
                number => 0x4000 + 16 * campaign as u64 + number - 16,
            },
        }
    }
}

// No two purposes share a tag, and none has more than the 16 bits that stand above the 48 of a block's number: compared
// strategies are fewer than the numbers between the tags of calls and of twins, and campaigns than those between the tags of
// rates; every rate has a number of its own below 32.
const _: () = {
    assert!(MOST_STRATEGIES <= 0x1000 - 2 && 16 * MOST_STRATEGIES <= 0x2000 && 2 * MOST_STRATEGIES <= 0xa000);
    let mut taken = 0_u32;
    let mut index = 0;
    while index < Parameter::COUNT {
        let number = stream_of(Parameter::ALL[index]);
        assert!(number < 32 && taken >> number & 1 == 0, "a rate's stream is taken, or beyond the numbers of rates");
        taken |= 1 << number;
        index += 1;
    }
};

/// A rate's number among the streams: part of the results' definition, whatever the order in which rates are printed.
const fn stream_of(parameter: Parameter) -> u64 {
    match parameter {
        Parameter::ColdReach => 0,
        Parameter::ColdMeeting => 1,
        Parameter::ColdShow => 2,
        Parameter::WarmReach => 3,
        Parameter::WarmMeeting => 4,
        Parameter::WarmShow => 5,
        Parameter::IncidentRate => 6,
        Parameter::IncidentDisliked => 7,
        Parameter::IncidentRecovery => 8,
        Parameter::IncidentPlainAsk => 9,
        Parameter::IncidentDisagree => 10,
        Parameter::IncidentAgree => 11,
        Parameter::IncidentAsk => 12,
        Parameter::IncidentReframe => 13,
        Parameter::PoolIntroduced => 14,
        Parameter::ColdReachable => 16,
        Parameter::WarmReachable => 17,
        Parameter::ConnectorsCorrelation => 18,
    }
}

/// Which luck a block of trials has.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Luck {
    pub(crate) seed: u64,
    pub(crate) block: u64,
    pub(crate) strategy: u16,
}

/// The generator of one block's numbers for one purpose.
///
/// The seed keys a `ChaCha8` generator, the purpose and the block choose one of its 2^64 streams, and 32 bytes of that
/// seed a fast one. Adding a block's number to the seed instead would give neighbouring seeds the same streams.
pub(crate) fn open(seed: u64, purpose: Purpose, block: u64) -> Xoshiro256PlusPlus {
    Xoshiro256PlusPlus::from_seed(next_state(&mut keyed(seed, purpose, block)))
}

/// The keyed stream itself: the states of fast generators come from it, one after the other.
pub(crate) fn keyed(seed: u64, purpose: Purpose, block: u64) -> ChaCha8Rng {
    debug_assert!(block < 1 << 48, "a block's number has 48 bits");
    let mut keyed = ChaCha8Rng::seed_from_u64(seed);
    keyed.set_stream(purpose.tag() << 48 | block);
    keyed
}

/// The next state of a fast generator.
pub(crate) fn next_state(keyed: &mut ChaCha8Rng) -> [u8; 32] {
    let mut state = [0; 32];
    keyed.fill_bytes(&mut state);
    state
}
