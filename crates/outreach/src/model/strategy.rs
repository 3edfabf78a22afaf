//! How many of a campaign's calls are warm: shares, counts and the strategies with a name.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use super::Pool;
use crate::error::{Error, Result};

/// A share of the attempts, kept as the decimal that was written.
///
/// 0.35 of 90 attempts is 31.5, rounded half up to 32; the nearest binary fraction to 0.35 is a little less, and would
/// give 31.
///
/// ```
/// use outreach::Share;
///
/// assert_eq!(Share::new(0.35)?.of(90), 32);
/// assert_eq!("35%".parse::<Share>()?.of(90), 32);
/// assert!(Share::new(1.5).is_err());
/// # Ok::<(), outreach::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// The share is `numerator` / 10^`decimals`, reduced.
    numerator: u128,
    decimals: u32,
}

impl Share {
    const ACCEPTED: &str = "a share (0 to 1, or 0 % to 100 %)";
    /// Digits behind the point that are kept: with at most a million attempts the ones after decide nothing but ties
    /// that nobody can write.
    const DECIMALS: usize = 24;

    /// The share as the shortest decimal that denotes this number.
    ///
    /// # Errors
    /// [`Error::Rejected`] outside 0 to 1.
    pub fn new(share: f64) -> Result<Self> {
        // Adding zero turns −0 into 0.
        Self::decimal(&format!("{}", share + 0.0), 0).ok_or_else(|| Error::rejected("share", share, Self::ACCEPTED))
    }

    /// round-half-up(share · attempts).
    pub fn of(self, attempts: u32) -> u32 {
        let scale = 10_u128.pow(self.decimals);
        let rounded = (2 * self.numerator * u128::from(attempts) + scale) / (2 * scale);
        u32::try_from(rounded).expect("a share of the attempts is at most all of them")
    }

    /// The nearest floating-point number.
    pub fn get(self) -> f64 {
        self.to_string().parse().expect("a decimal is a number")
    }

    /// For attempt 1, 2, 3, …, whether it is one that this share adds: round-half-up(share · i) steps up there.
    pub(crate) fn steps(self) -> impl Iterator<Item = bool> {
        let (step, whole) = (2 * self.numerator, 2 * 10_u128.pow(self.decimals));
        let mut rest = whole / 2;
        std::iter::repeat_with(move || {
            rest += step;
            let up = rest >= whole;
            rest -= if up { whole } else { 0 };
            up
        })
    }

    /// Reads plain decimal notation, its point moved `shift` places to the left.
    fn decimal(text: &str, shift: usize) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let digits_only = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if (whole.is_empty() && fraction.is_empty()) || !digits_only(whole) || !digits_only(fraction) {
            return None;
        }
        let mut fraction = format!("{}{fraction}", &format!("{whole:0>shift$}")[whole.len().max(shift) - shift..]);
        let whole = whole.len().checked_sub(shift).map_or("", |end| &whole[..end]);
        fraction.truncate(Self::DECIMALS);
        let fraction = fraction.trim_end_matches('0');
        let decimals = u32::try_from(fraction.len()).ok()?;
        let digits = format!("{whole}{fraction}");
        let numerator = digits.trim_start_matches('0');
        let numerator: u128 = if numerator.is_empty() { 0 } else { numerator.parse().ok()? };
        (numerator <= 10_u128.pow(decimals)).then_some(Self { numerator, decimals })
    }
}

impl FromStr for Share {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let share = match text.strip_suffix('%') {
            Some(percent) => Self::decimal(percent.trim_end(), 2),
            None => Self::decimal(text, 0),
        };
        share.ok_or_else(|| Error::rejected("share", text, Self::ACCEPTED))
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scale = 10_u128.pow(self.decimals);
        let (whole, fraction) = (self.numerator / scale, self.numerator % scale);
        match self.decimals as usize {
            0 => write!(f, "{whole}"),
            decimals => write!(f, "{whole}.{fraction:0decimals$}"),
        }
    }
}

/// Where the warm calls come from.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Supply {
    /// This share of the attempts is warm.
    Share(Share),
    /// The first this many attempts are warm.
    Count(u32),
    /// An attempt is warm as long as there are referrals, which held meetings bring.
    Pool(Pool),
}

/// A way to spend the calls: a name and a supply of warm ones.
///
/// ```
/// use outreach::{Share, Strategy, Supply};
///
/// assert_eq!(Strategy::referral_heavy().supply(), Supply::Share(Share::new(0.8)?));
/// let mine = Strategy::new("twelve friends of friends", Supply::Count(12));
/// assert_eq!(mine.name(), "twelve friends of friends");
/// # Ok::<(), outreach::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Strategy {
    name: Cow<'static, str>,
    supply: Supply,
}

impl Strategy {
    /// The names that [`Strategy::named`] knows.
    pub const NAMES: [&str; 5] = ["cold", "mixed", "referral-heavy", "warm", "snowball"];

    /// A strategy of your own.
    pub fn new(name: impl Into<Cow<'static, str>>, supply: Supply) -> Self {
        Self { name: name.into(), supply }
    }

    const fn tenths(name: &'static str, numerator: u128, decimals: u32) -> Self {
        Self { name: Cow::Borrowed(name), supply: Supply::Share(Share { numerator, decimals }) }
    }

    /// No warm calls.
    pub const fn cold() -> Self {
        Self::tenths("cold", 0, 0)
    }

    /// Half the attempts warm.
    pub const fn mixed() -> Self {
        Self::tenths("mixed", 5, 1)
    }

    /// Eight attempts in ten warm.
    pub const fn referral_heavy() -> Self {
        Self::tenths("referral-heavy", 8, 1)
    }

    /// Warm calls only.
    pub const fn warm() -> Self {
        Self::tenths("warm", 1, 0)
    }

    /// Warm calls as long as there are referrals, cold ones else.
    pub const fn snowball(pool: Pool) -> Self {
        Self { name: Cow::Borrowed("snowball"), supply: Supply::Pool(pool) }
    }

    /// The strategy of that name; the snowball with the default [`Pool`].
    ///
    /// # Errors
    /// [`Error::Unknown`] if there is none.
    pub fn named(name: &str) -> Result<Self> {
        [Self::cold(), Self::mixed(), Self::referral_heavy(), Self::warm(), Self::snowball(Pool::default())]
            .into_iter()
            .find(|strategy| strategy.name == name)
            .ok_or_else(|| Error::Unknown { what: "strategy", name: name.to_owned(), accepted: Self::NAMES.join(", ") })
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Where its warm calls come from.
    pub fn supply(&self) -> Supply {
        self.supply
    }
}

impl From<Supply> for Strategy {
    /// Named after the supply: `warm 0.35`, `warm 12`.
    fn from(supply: Supply) -> Self {
        let name = match supply {
            Supply::Share(share) => format!("warm {share}"),
            Supply::Count(count) => format!("warm {count}"),
            Supply::Pool(_) => "snowball".to_owned(),
        };
        Self::new(name, supply)
    }
}
