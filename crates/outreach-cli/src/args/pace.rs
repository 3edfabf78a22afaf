//! Calls or hours a week, of `simulate` and `plan`.

use clap::Args;

use super::groups;

/// What is done in a week.
#[derive(Debug, Args)]
pub(crate) struct Pace {
    /// Calls per week: what comes by when
    #[arg(long, value_name = "N", value_parser = groups::count, allow_hyphen_values = true,
          conflicts_with = "hours_per_week", help_heading = "The target")]
    pub(crate) calls_per_week: Option<u32>,
    /// Hours per week: what comes by when
    #[arg(long, value_name = "H", value_parser = groups::hours, allow_hyphen_values = true, help_heading = "The target")]
    pub(crate) hours_per_week: Option<f64>,
}

impl Pace {
    /// What was given of it.
    ///
    /// # Errors
    /// For what is no number of calls or hours of a week.
    pub(crate) fn given(&self) -> outreach::Result<Option<outreach::Pace>> {
        let calls = self.calls_per_week.map(outreach::Pace::calls).transpose()?;
        let hours = self.hours_per_week.map(outreach::Pace::hours).transpose()?;
        Ok(calls.or(hours))
    }
}
