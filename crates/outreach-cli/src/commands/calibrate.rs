//! `calibrate`: rates learned from a call log.

use anyhow::Result;
use outreach_io::CallLog;
use outreach_io::ask::CalibrateQuestion;

use crate::args;
use crate::commands::Destination;
use crate::files;
use crate::output::Output;

pub(crate) fn run(args: &args::Calibrate) -> Result<()> {
    let question = CalibrateQuestion { preset: args.preset.parse()?, ..CalibrateQuestion::default() }
        .with_prior(&args.prior, args.prior_weight)?;
    let (name, file) = files::table(&args.log.log)?;
    let destination = Destination::open(&args.output)?.with_picture(&args.plot)?;
    let log = CallLog::read(name, file, args.log.layout())?;
    let scenario = args.scenario_out.as_deref().map(|path| Output::open(Some(path))).transpose()?;
    let mut answer = question.run(log)?;
    if args.log.log.as_os_str() != "-" {
        answer = answer.with_log_in(args.log.log.display().to_string());
    }
    if let (Some(scenario), Some(path)) = (scenario, &args.scenario_out) {
        scenario.write(answer.scenario_file().as_bytes())?;
        answer = answer.with_scenario_in(path.display().to_string());
    }
    destination.show(&answer, &args.output)
}
