//! The presets by name, and what their values rest on.

use crate::error::{Error, Result};

/// A named set of rates to start from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Preset {
    /// The founding text's numbers; what it leaves open is assumed.
    #[default]
    Documented,
    /// Published figures for others, as uncertain as they are; what nobody published is assumed.
    Published,
}

impl Preset {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Documented, Self::Published];

    /// Its name: `documented`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Published => "published",
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

/// How far a published figure can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Confidence {
    /// Several large measured sets, of interested parties.
    Medium,
    /// Small, second-hand or self-selected figures.
    Low,
    /// Nothing is published: a judgement.
    None,
}

impl Confidence {
    /// Its name: `medium`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Medium => "medium",
            Self::Low => "low",
            Self::None => "none",
        }
    }
}

/// What a preset's value rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Evidence {
    /// Where it stands.
    pub source: &'static str,
    /// The published figures' centre and 90 % range with the confidence in them; `None` if the value is none of theirs.
    pub figures: Option<Figures>,
}

/// Published figures of one rate, put together by judgement.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Figures {
    /// Their centre; the fitted distribution's mean differs from it.
    pub centre: f64,
    /// The ends of the range that holds the rate with a probability of 90 %.
    pub range: [f64; 2],
    /// The confidence in them.
    pub confidence: Confidence,
}
