//! Cold and warm calls.

/// Whether a call is made on behalf of a common relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// No recommendation.
    Cold,
    /// On behalf of a connector.
    Warm,
}

impl Kind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Cold, Self::Warm];

    /// Its name: `cold`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Cold => "cold",
            Self::Warm => "warm",
        }
    }

    pub(crate) const fn index(self) -> usize {
        self as usize
    }
}
