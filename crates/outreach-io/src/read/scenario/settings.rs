//! Settings: keys with the values that somebody gave them, and the scenario that they come to.

use outreach::{AttemptTable, Kind, Preset, Progress};

use super::{Scenario, attempts, keys};
use crate::Language;
use crate::error::{Error, Fault, Reason, Result, refused};

/// One key with the value that somebody gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    pub(crate) key: String,
    pub(crate) value: String,
    /// Where it stands in a file, or the variable that gives it.
    pub(super) place: Option<String>,
}

impl Setting {
    /// A key of a scenario and its value: a number, a percentage, a word, or for rates `beta(a, b)`, `mean(m, weight)`,
    /// `range(low, high)`.
    ///
    /// # Errors
    /// For a key that no scenario has.
    ///
    /// ```
    /// use outreach_io::Setting;
    ///
    /// assert!(Setting::new("cold.meeting", "20%").is_ok());
    /// let error = Setting::new("cold.meting", "20%").unwrap_err();
    /// assert!(error.to_string().contains("did you mean `cold.meeting`?"));
    /// ```
    pub fn new(key: &str, value: impl Into<String>) -> Result<Self> {
        if keys().any(|known| known == key) {
            return Ok(Self { key: key.to_owned(), value: value.into(), place: None });
        }
        Err(Error::WrongSettings(vec![Fault::unknown("key", key, keys())]))
    }

    /// The same, as the variable of this name gives it: what is wrong with it names that.
    #[must_use]
    pub fn of_variable(self, name: &str) -> Self {
        Self { place: Some(name.to_owned()), ..self }
    }

    /// The key.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The value, as it was written.
    pub fn value(&self) -> &str {
        &self.value
    }

    /// What is wrong with it.
    pub fn fault(&self, reason: Reason) -> Fault {
        Fault { key: Some(self.key.clone()), place: self.place.clone(), reason }
    }
}

/// Keys that say the same thing in two ways: one of them, in one place.
const EXCLUDING: [(&str, &str); 4] =
    [("calls", "contacts"), ("calls", "max_attempts"), ("strategy", "warm"), ("hours", "meetings")];

pub(super) fn exclude(one: &str, other: &str) -> bool {
    EXCLUDING.iter().any(|&(first, second)| (one, other) == (first, second) || (one, other) == (second, first))
}

fn check_excluding(settings: &[Setting]) -> Result<()> {
    let excluded = |one: &Setting, other: &Setting| {
        let told = |setting: &Setting| (setting.key.clone(), setting.value.clone());
        Err(Error::WrongSettings(vec![other.fault(Reason::Excluded { one: told(one), other: told(other) })]))
    };
    let given = |key: &str| settings.iter().find(|setting| setting.key == key);
    for (one, other) in EXCLUDING {
        if let (Some(one), Some(other)) = (given(one), given(other)) {
            return excluded(one, other);
        }
    }
    for (index, other) in settings.iter().enumerate() {
        if let Some(one) = settings[..index].iter().find(|before| before.key == other.key) {
            return excluded(one, other);
        }
    }
    Ok(())
}

impl Scenario {
    /// The scenario that layers of settings come to, the weakest layer first: a file, variables, what was typed.
    ///
    /// # Errors
    /// For values that a key does not accept, all of them at once, and for two settings of one layer that say the same
    /// thing, by one key or in two ways.
    ///
    /// ```
    /// use outreach_io::{Scenario, Setting};
    ///
    /// let file = vec![Setting::new("calls", "40")?, Setting::new("cold.meeting", "0.2")?];
    /// let scenario = Scenario::of_layers(&[file, vec![Setting::new("calls", "50")?]])?;
    /// assert_eq!(scenario.campaign_or(outreach::Strategy::cold())?.calls(), 50);
    /// # Ok::<(), outreach_io::Error>(())
    /// ```
    pub fn of_layers(layers: &[Vec<Setting>]) -> Result<Self> {
        layers.iter().try_for_each(|layer| check_excluding(layer))?;
        // Of one layer a table of attempts wins over a reach, which is then that of calls to another person each.
        let is_table = |setting: &Setting| setting.key.starts_with("attempts.");
        let last = |layer: &Vec<Setting>| {
            let (tables, others): (Vec<_>, Vec<_>) = layer.iter().cloned().partition(is_table);
            [others, tables].concat()
        };
        let settings = layers.iter().map(last).collect::<Vec<_>>().concat();
        let mut errors = Vec::new();
        let mut preset = Preset::default();
        for setting in settings.iter().filter(|setting| setting.key == "preset") {
            match setting.value.parse() {
                Ok(named) => preset = named,
                Err(error) => errors.push(setting.fault(Reason::Model(error))),
            }
        }
        let mut scenario = Self::new(preset);
        for setting in &settings {
            if let Err(error) = scenario.set(&setting.key, &setting.value) {
                errors.push(setting.fault(Reason::Model(error)));
            }
        }
        if errors.is_empty() { Ok(scenario) } else { Err(Error::WrongSettings(errors)) }
    }
}

/// What a campaign has brought so far: `cold=37:2`, `warm=10:9`, each kind at most once, as attempts and meetings; where contacts
/// are called several times `cold=24/300+20/276:4`, reached of those attempted in each round, and meetings.
///
/// # Errors
/// For other texts, a kind that is said twice, and counts that cannot be.
///
/// ```
/// let so_far = outreach_io::so_far(&["cold=37:2"])?.expect("something is said");
/// assert_eq!((so_far.all_attempts(), so_far.all_meetings()), (37, 2));
/// # Ok::<(), outreach_io::Error>(())
/// ```
pub fn so_far(parts: &[impl AsRef<str>]) -> Result<Option<Progress>> {
    let mut made: [Option<(Made, u32)>; 2] = [None, None];
    for part in parts.iter().map(AsRef::as_ref) {
        let read = || {
            let (kind, counts) = part.trim().split_once('=')?;
            let (made, meetings) = counts.split_once(':')?;
            let kind = Kind::ALL.into_iter().position(|known| known.key() == kind)?;
            let made = if made.contains('/') {
                Made::Rounds(attempts::rounds(made)?)
            } else {
                Made::Attempts(made.parse().ok()?)
            };
            Some((kind, (made, meetings.parse::<u32>().ok()?)))
        };
        let Some((kind, counts)) = read() else {
            return Err(refused(|say| say.no_so_far(part)));
        };
        if made[kind].replace(counts).is_some() {
            return Err(refused(|say| say.so_far_twice(part, say.kind(Kind::ALL[kind]))));
        }
    }
    if parts.is_empty() {
        return Ok(None);
    }
    let meetings = made.each_ref().map(|made| made.as_ref().map_or(0, |(_, meetings)| *meetings));
    let made = made.map(|made| made.map(|(made, _)| made));
    let of_rounds = made.iter().flatten().any(|made| matches!(made, Made::Rounds(_)));
    if !of_rounds {
        let attempts = made.map(|made| if let Some(Made::Attempts(attempts)) = made { attempts } else { 0 });
        return Ok(Some(Progress::new(attempts, meetings)?));
    }
    let [cold, warm] = made.map(|made| match made {
        None => Ok(AttemptTable::default()),
        Some(Made::Rounds((at_risk, reached))) => Ok(AttemptTable::new(at_risk, reached)?),
        Some(Made::Attempts(_)) => Err(refused(Language::so_far_in_two_ways)),
    });
    Ok(Some(Progress::of_rounds([cold?, warm?], meetings)?))
}

/// How the attempts of a kind are given.
enum Made {
    Attempts(u32),
    /// Attempted and reached in each round.
    Rounds((Vec<u64>, Vec<u64>)),
}
