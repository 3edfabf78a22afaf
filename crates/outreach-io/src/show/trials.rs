//! The trials of a run, a row for each: for programs, as CSV or Parquet.

mod parquet;

use std::io::{self, Write};

use outreach::{Simulation, TrialOutcome};

use self::parquet::Parquet;
use super::simulate::Simulated;

/// How the rows of trials are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrialsFormat {
    /// Comma-separated values with a header.
    Csv,
    /// Apache Parquet, uncompressed.
    Parquet,
}

/// The columns: the number of the trial from 1 up, its cold and warm attempts, its meetings held, and the minutes it took.
const COLUMNS: [&str; 5] = ["trial", "attempts_cold", "attempts_warm", "meetings", "minutes"];

impl Simulated {
    /// Writes a row for each trial that is counted here, in their order. The campaigns are played a second time for it.
    ///
    /// # Errors
    /// Those of the sink.
    pub fn write_trials(&self, format: TrialsFormat, sink: &mut dyn Write) -> io::Result<()> {
        let mut sink = io::BufWriter::new(sink);
        let simulation = Simulation::new(self.run.campaign()).seed(self.run.seed());
        match format {
            TrialsFormat::Csv => {
                let mut writer = csv::Writer::from_writer(&mut sink);
                writer.write_record(COLUMNS)?;
                let mut numbers = 1..;
                simulation.each_trial(self.run.trials(), |played| {
                    let mut rows = played.iter().zip(&mut numbers);
                    rows.try_for_each(|(trial, number)| writer.write_record(cells(number, trial)))
                })?;
                writer.flush()?;
            }
            TrialsFormat::Parquet => {
                let mut writer = Parquet::begin(&mut sink)?;
                simulation.each_trial(self.run.trials(), |played| writer.rows(played))?;
                writer.end()?;
            }
        }
        sink.flush()
    }
}

fn cells(number: u64, trial: &TrialOutcome) -> [String; 5] {
    let TrialOutcome { cold_attempts, warm_attempts, meetings, minutes, .. } = *trial;
    let [cold, warm, meetings] = [cold_attempts, warm_attempts, meetings].map(|count| count.to_string());
    [number.to_string(), cold, warm, meetings, minutes.to_string()]
}
