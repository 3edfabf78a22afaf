//! Lists of contacts as they are written and read: equal lists are written alike.

use serde::{Deserialize, Serialize};

use super::PoissonBinomial;
use super::bins::{Bins, WrittenBin};
use crate::error::{Error, Result, Unfit};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    impossible: u64,
    certain: u64,
    unlikely: Vec<WrittenBin>,
    likely: Vec<WrittenBin>,
}

impl From<PoissonBinomial> for Written {
    fn from(list: PoissonBinomial) -> Self {
        let PoissonBinomial { impossible, certain, unlikely, likely } = list;
        Self { impossible, certain, unlikely: unlikely.written(), likely: likely.written() }
    }
}

impl TryFrom<Written> for PoissonBinomial {
    type Error = Error;

    fn try_from(Written { impossible, certain, unlikely, likely }: Written) -> Result<Self> {
        let read = || {
            let list = Self { impossible, certain, unlikely: Bins::read(unlikely)?, likely: Bins::read(likely)? };
            let counts = [impossible, certain, list.unlikely.contacts(), list.likely.contacts()];
            (counts.iter().map(|&count| u128::from(count)).sum::<u128>() <= u128::from(Self::MOST_READ)).then_some(list)
        };
        read().ok_or(Error::Parts(Unfit::DamagedList))
    }
}
