//! `merge`: one campaign's yield, from the parts of its simulation.

use anyhow::Result;

use crate::args;
use crate::commands::Destination;
use crate::files;

pub(crate) fn run(args: &args::Merge) -> Result<()> {
    let destination = Destination::open(&args.output)?.with_picture(&args.plot)?;
    let merged = outreach_io::merge(args.parts.iter().map(|path| files::part(path)), &args.at_least.at_least)?;
    destination.show(&merged, &args.output)
}
