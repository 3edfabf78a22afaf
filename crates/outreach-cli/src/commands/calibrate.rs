//! `calibrate`: the rates that a call log tells.

use anyhow::Result;
use outreach::{Preset, Prior};
use outreach_io::{Calibrated, CallLog};

use crate::args::{self, PriorName};
use crate::commands::Destination;
use crate::exit::wrong_input;
use crate::files;
use crate::output::Output;

pub(crate) fn run(args: &args::Calibrate) -> Result<()> {
    let prior = prior(args)?;
    let (name, file) = files::table(&args.log.log)?;
    let log = CallLog::read(name, file, args.log.layout())?;
    let destination = Destination::open(&args.output)?.with_picture(&args.plot)?;
    let scenario = args.scenario_out.as_deref().map(|path| Output::open(Some(path))).transpose()?;
    let answer = Calibrated::of_log(log, prior, args.preset.parse()?)?;
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
