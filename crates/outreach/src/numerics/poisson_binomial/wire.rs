//! Lists of contacts as they are written and read: equal lists are written alike.

use serde::{Deserialize, Serialize};

use super::PoissonBinomial;
use super::bins::{Bins, WireBin};
use crate::error::{Error, Result, Unfit};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wire {
    impossible: u64,
    certain: u64,
    unlikely: Vec<WireBin>,
    likely: Vec<WireBin>,
}

impl From<PoissonBinomial> for Wire {
    fn from(list: PoissonBinomial) -> Self {
        let PoissonBinomial { impossible, certain, unlikely, likely } = list;
        Self { impossible, certain, unlikely: unlikely.wire(), likely: likely.wire() }
    }
}

impl TryFrom<Wire> for PoissonBinomial {
    type Error = Error;

    fn try_from(Wire { impossible, certain, unlikely, likely }: Wire) -> Result<Self> {
        let read = || {
            let list = Self { impossible, certain, unlikely: Bins::read(unlikely)?, likely: Bins::read(likely)? };
            let counts = [impossible, certain, list.unlikely.contacts(), list.likely.contacts()];
            (counts.iter().map(|&count| u128::from(count)).sum::<u128>() <= u128::from(Self::MOST_READ)).then_some(list)
        };
        read().ok_or(Error::Parts(Unfit::DamagedList))
    }
}
