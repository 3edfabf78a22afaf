//! The question of `calibrate`.

use outreach::{Preset, Prior};

use crate::error::{Result, refused};
use crate::{Calibrated, CallLog, Language};

/// What a call log says of the rates.
///
/// ```
/// use outreach_io::ask::CalibrateQuestion;
/// use outreach_io::{CallLog, LogLayout};
///
/// let log = "date,kind,outcome\n2026-03-02,cold,meeting\n2026-03-03,cold,refused\n";
/// let log = CallLog::read("log.csv", std::io::Cursor::new(log), LogLayout::default())?;
/// let answer = CalibrateQuestion::default().with_prior("documented", Some(10.0))?.run(log)?;
/// assert_eq!(answer.data().rates["cold.meeting"].mean, 2.0 / 12.0);
/// # Ok::<(), outreach_io::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct CalibrateQuestion {
    /// What is known before the log.
    pub prior: Prior,
    /// The preset of the rates that the log says nothing of.
    pub preset: Preset,
}

impl CalibrateQuestion {
    /// The names of priors, the usual one first.
    pub const PRIORS: [&str; 3] = ["jeffreys", Preset::Documented.key(), Preset::Published.key()];

    /// With a prior by its name, `jeffreys` or a preset's, which is worth this many trials of each rate.
    ///
    /// # Errors
    /// For another name, for a preset whose worth is no number above 0, and for a worth without a preset.
    pub fn with_prior(self, name: &str, weight: Option<f64>) -> Result<Self> {
        let preset = Preset::ALL.into_iter().find(|preset| preset.key() == name);
        let prior = match (preset, weight) {
            (None, Some(_)) if name == "jeffreys" => {
                return Err(refused(Language::weight_without_effect));
            }
            (None, None) if name == "jeffreys" => Prior::Jeffreys,
            (None, _) => return Err(refused(|say| say.no_prior(name))),
            (Some(preset), Some(weight)) if weight > 0.0 => Prior::Preset(preset, weight),
            (Some(_), Some(weight)) => return Err(refused(|say| say.no_prior_weight(weight))),
            (Some(_), None) => return Err(refused(|say| say.prior_needs_weight(name))),
        };
        Ok(Self { prior, ..self })
    }

    /// The answer, once the log is read to its end.
    ///
    /// # Errors
    /// As [`Calibrated::of_log`].
    pub fn run(&self, log: CallLog) -> Result<Calibrated> {
        Calibrated::of_log(log, self.prior, self.preset)
    }
}
