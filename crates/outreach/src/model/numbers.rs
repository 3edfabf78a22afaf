//! The numbers beside the rates, those of pool and effort: what they mean, what a preset says of them.

use super::{Confidence, Effort, Evidence, Figures, Pool, Preset, Provenance};

/// A number of the pool or the effort, by the name that scenario files, the command and every output use.
///
/// ```
/// use outreach::{Number, Preset, Provenance};
///
/// let names = Number::ALL.into_iter().find(|number| number.key == "pool.names").expect("it is one");
/// assert_eq!(names.value(Preset::Published), Some(1.5));
/// assert_eq!(names.provenance(Preset::Published), Provenance::Published);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Number {
    /// Its name.
    pub key: &'static str,
    /// What it is counted per.
    pub per: &'static str,
    /// What it is, in a few words.
    pub meaning: &'static str,
}

const fn number(key: &'static str, per: &'static str, meaning: &'static str) -> Number {
    Number { key, per, meaning }
}

impl Number {
    /// All of them, those of the pool first, in the order of [`Pool::KEYS`] and [`Effort::KEYS`].
    pub const ALL: [Self; 8] = [
        number(Pool::KEYS[0], "campaign", "referrals at the start"),
        number(Pool::KEYS[1], "meeting held", "names given, on average"),
        number(Pool::KEYS[2], "meeting held", "dispersion of the names: negative binomial; none is Poisson"),
        number(Pool::KEYS[3], "generation", "what is left of the warm probability above the cold ones"),
        number(Effort::KEYS[0], "cold attempt", "minutes"),
        number(Effort::KEYS[1], "warm attempt", "minutes, those of its introduction apart"),
        number(Effort::KEYS[2], "introduction", "minutes"),
        number(Effort::KEYS[3], "meeting held", "minutes"),
    ];

    /// A preset's value; `None` is none.
    pub fn value(&self, preset: Preset) -> Option<f64> {
        let numbers = preset.pool().numbers().into_iter().chain(Effort::default().minutes());
        let own = Self::ALL.iter().zip(numbers).find(|(number, _)| *number == self);
        own.map(|(_, value)| value).filter(|value| value.is_finite())
    }

    /// Where a preset's value comes from.
    pub fn provenance(&self, preset: Preset) -> Provenance {
        match self.evidence(preset).figures {
            Some(figures) if figures.confidence != Confidence::None => Provenance::Published,
            _ => Provenance::Assumed,
        }
    }

    /// What a preset's value rests on.
    pub fn evidence(&self, preset: Preset) -> Evidence {
        let published = PUBLISHED.into_iter().find(|(key, ..)| preset == Preset::Published && *key == self.key);
        if let Some((_, centre, range, confidence, source)) = published {
            return Evidence { source, figures: Some(Figures { centre, range, confidence }) };
        }
        let source = match self.key {
            "pool.names" => "usual French practice",
            "effort.cold_attempt" | "effort.warm_attempt" => "weak published support",
            _ => "nothing is published",
        };
        Evidence { source, figures: None }
    }
}

/// Key, centre, range, confidence, source.
const PUBLISHED: [(&str, f64, [f64; 2], Confidence, &str); 5] = [
    (
        Pool::KEYS[1],
        1.5,
        [0.5, 2.5],
        Confidence::Low,
        "Bommelaer: two names per meeting is French practice; Boothman: two of everyone met",
    ),
    (
        Pool::KEYS[2],
        0.79,
        Pool::OF_REAL_CHAINS,
        Confidence::Low,
        "Heckathorn and Jeffri 2001, recruits of a survey and no sales calls: whom 264 jazz musicians brought",
    ),
    (Pool::KEYS[3], 0.8, [0.5, 1.0], Confidence::None, "nothing is published but that it falls: a judgement"),
    (
        Effort::KEYS[0],
        4.0,
        [2.0, 6.0],
        Confidence::Low,
        "ProSalesConnection 2011: about 3 of preparation and 1 of calling",
    ),
    (Effort::KEYS[1], 4.0, [2.0, 6.0], Confidence::None, "nothing is published: taken as for cold attempts"),
];
