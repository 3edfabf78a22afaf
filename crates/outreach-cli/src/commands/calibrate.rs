//! `calibrate`: the rates that a call log tells.

use anyhow::Result;
use outreach::{Calibration, Names, OpenCases, Outcome, Preset, Prior};

use crate::args::{self, PriorName};
use crate::call_log::CallLog;
use crate::commands::Destination;
use crate::exit::wrong_input;
use crate::output::Output;
use crate::report::calibrate::{Calibrated, Parts};

/// More callers or connectors than this are a column that tells calls apart.
const MOST_GROUPS: usize = 10_000;

pub(crate) fn run(args: &args::Calibrate) -> Result<()> {
    let prior = prior(args)?;
    let mut calibration = Calibration::new(prior)?;
    let mut log = CallLog::open(&args.log)?;
    let destination = Destination::open(&args.output)?;
    let scenario = args.scenario_out.as_deref().map(|path| Output::open(Some(path))).transpose()?;
    let (mut parts, mut names) = (Parts::default(), Names::default());
    let mut cases = OpenCases::default();
    while let Some(entry) = log.next()? {
        calibration.learn(&entry.call);
        parts.learn(&entry);
        if let Some(given) = entry.names {
            names.learn(given);
        }
        let open = (entry.call.outcome == Outcome::Open).then(|| entry.clone());
        if let Some(closed) = cases.next(&entry.contact, open) {
            calibration.close(&closed.call);
            parts.close(&closed);
        }
        for (option, groups) in [("--caller-column", &parts.callers), ("--connector-column", &parts.connectors)] {
            if groups.len() > MOST_GROUPS {
                return Err(wrong_input(format!("{option}: more than {MOST_GROUPS} of them: name another column")));
            }
        }
    }
    let rows = log.finish()?;
    let preset = args.preset.parse()?;
    let answer = Calibrated { calibration, names, open: cases.open(), parts, rows, prior, preset };
    if let Some(scenario) = scenario {
        scenario.write(answer.scenario_file().as_bytes())?;
    }
    destination.show(&answer, &args.output)
}

fn prior(args: &args::Calibrate) -> Result<Prior> {
    let worth = args.prior_weight.unwrap_or_default();
    let preset = match args.prior {
        PriorName::Jeffreys => return Ok(Prior::Jeffreys),
        PriorName::Documented => Preset::Documented,
        PriorName::Published => Preset::Published,
    };
    // Weights that are no number are not above 0 either.
    if worth > 0.0 {
        Ok(Prior::Preset(preset, worth))
    } else {
        Err(wrong_input(format!("--prior-weight = {worth}: a number of trials above 0 is accepted")))
    }
}
