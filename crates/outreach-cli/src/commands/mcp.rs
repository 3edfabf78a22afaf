//! `mcp`: becomes the server, a program of its own, so that this one carries nothing of it.

use std::ffi::OsStr;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, anyhow};

/// The server's program.
const PROGRAM: &str = "outreach-mcp";

/// Starts it in place of this process: the one that stands beside this program, else the one on the path.
pub(crate) fn run(allow: &[PathBuf]) -> Result<()> {
    let beside = std::env::current_exe().ok().map(|own| own.with_file_name(PROGRAM)).filter(|path| path.is_file());
    let program = beside.unwrap_or_else(|| PathBuf::from(PROGRAM));
    let words = allow.iter().flat_map(|folder| [OsStr::new("--allow"), folder.as_os_str()]);
    let failed = Command::new(&program).args(words).exec();
    let hint = if failed.kind() == std::io::ErrorKind::NotFound {
        format!("; it is a program of its own: cargo install {PROGRAM}")
    } else {
        String::new()
    };
    Err(anyhow!("can't start {}: {failed}{hint}", program.display()))
}
