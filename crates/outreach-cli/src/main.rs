//! The command `outreach`.

use std::process::ExitCode;

fn main() -> ExitCode {
    outreach_cli::keep_panics_quiet();
    outreach_cli::end_cleanly();
    outreach_cli::run(std::env::args_os()).into()
}
