//! A scenario as plain numbers, and the command line that says the same.

use outreach::{Kind, Parameter, Preset, Reading, Response};

/// What is said of a rate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Known {
    Fixed(f64),
    Beta(f64, f64),
    Range(f64, f64),
}

/// Where the warm calls come from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Calls {
    /// This many thousandths of the calls.
    Share(u32),
    Count(u32),
    Pool {
        initial: u32,
        names: f64,
        dispersion: Option<f64>,
        decay: f64,
    },
}

/// What ends the campaign before its last call.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum End {
    Calls,
    Meetings(u32),
    Hours(f64),
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Scenario {
    pub(crate) preset: Preset,
    pub(crate) reading: Option<Reading>,
    pub(crate) response: Option<Response>,
    pub(crate) rates: Vec<(Parameter, Known)>,
    pub(crate) warm: Calls,
    /// Or contacts, where they are called several times.
    pub(crate) calls: u32,
    pub(crate) max_attempts: u32,
    /// Of cold and of warm contacts, by attempt: at risk, and reached.
    pub(crate) tables: [Option<[Vec<u64>; 2]>; 2],
    pub(crate) end: End,
    pub(crate) connectors: Option<u32>,
    /// In the order of `Effort::KEYS`.
    pub(crate) effort: Option<[f64; 4]>,
    /// Attempts and meetings, each cold, then warm.
    pub(crate) so_far: Option<[[u32; 2]; 2]>,
    pub(crate) trials: u64,
    pub(crate) seed: u64,
}

impl Scenario {
    /// As words of a command line, without trials and seed.
    pub(crate) fn campaign_words(&self) -> Vec<String> {
        let mut words = Vec::new();
        let mut say = |option: &str, value: String| words.extend([format!("--{option}"), value]);
        say("preset", self.preset.key().to_owned());
        if let Some(reading) = self.reading {
            say("reading", reading.key().to_owned());
        }
        if let Some(response) = self.response {
            say("set", format!("incident.response={}", response.key()));
        }
        for (parameter, known) in &self.rates {
            let value = match known {
                Known::Fixed(value) => value.to_string(),
                Known::Beta(alpha, beta) => format!("beta({alpha}, {beta})"),
                Known::Range(low, high) => format!("range({low}, {high})"),
            };
            say("set", format!("{}={value}", parameter.key()));
        }
        if let Some(count) = self.connectors {
            say("set", format!("connectors.count={count}"));
        }
        for (key, minutes) in outreach::Effort::KEYS.into_iter().zip(self.effort.into_iter().flatten()) {
            say("set", format!("{key}={minutes}"));
        }
        match self.warm {
            Calls::Share(share) => say("warm", format!("{}.{:03}", share / 1_000, share % 1_000)),
            Calls::Count(count) => say("warm", count.to_string()),
            Calls::Pool { initial, names, dispersion, decay } => {
                say("strategy", "snowball".to_owned());
                say("set", format!("pool.initial={initial}"));
                say("set", format!("pool.names={names}"));
                if let Some(dispersion) = dispersion {
                    say("set", format!("pool.dispersion={dispersion}"));
                }
                say("set", format!("pool.decay={decay}"));
            }
        }
        if self.max_attempts > 1 {
            say("contacts", self.calls.to_string());
            say("max-attempts", self.max_attempts.to_string());
        } else {
            say("calls", self.calls.to_string());
        }
        words
    }

    /// What only a file can say.
    pub(crate) fn file(&self) -> Option<String> {
        let of_kind = |kind: Kind| {
            let [at_risk, reached] = self.tables[usize::from(kind == Kind::Warm)].as_ref()?;
            Some(format!("[attempts.{}]\nat_risk = {at_risk:?}\nreached = {reached:?}\n", kind.key()))
        };
        let tables: String = Kind::ALL.into_iter().filter_map(of_kind).collect();
        (!tables.is_empty()).then_some(tables)
    }

    /// What follows `simulate`.
    pub(crate) fn words(&self) -> Vec<String> {
        let mut words = self.campaign_words();
        let mut say = |option: &str, value: String| words.extend([format!("--{option}"), value]);
        match self.end {
            End::Calls => {}
            End::Meetings(meetings) => say("meetings", meetings.to_string()),
            End::Hours(hours) => say("hours", hours.to_string()),
        }
        if let Some([attempts, meetings]) = self.so_far {
            let part = |kind: &str, of: usize| format!("{kind}={}:{}", attempts[of], meetings[of]);
            say("so-far", format!("{},{}", part("cold", 0), part("warm", 1)));
        }
        say("trials", self.trials.to_string());
        say("seed", self.seed.to_string());
        words
    }
}

/// As one types it.
impl std::fmt::Display for Scenario {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "outreach simulate")?;
        for word in self.words() {
            if word.contains(['(', ' ']) { write!(f, " '{word}'") } else { write!(f, " {word}") }?;
        }
        self.file().map_or(Ok(()), |file| write!(f, "\nwith the file\n{file}"))
    }
}
