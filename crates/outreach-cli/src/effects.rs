//! Settings that change nothing in the answer: what was typed is an error, what a file brings along is a note.

use anyhow::Result;
use outreach::Campaign;
use outreach_io::{Asked, Resolved, check_effects};

use crate::args;
use crate::exit;

/// Looks at every setting; one that acts in one of the questions acts.
///
/// # Errors
/// For options that act in none.
pub(crate) fn check(questions: &[(&Resolved, Asked, Option<&Campaign>)], output: &args::Output) -> Result<()> {
    let idle = check_effects(questions)?;
    for fault in idle {
        exit::note(&fault.message(output.lang()), output.lang());
    }
    Ok(())
}
