//! `mcp`: becomes the server, a program of its own, so that this one carries nothing of it.

use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, anyhow};

/// The server's program.
const PROGRAM: &str = "outreach-mcp";

/// Starts it in place of this process: the one that stands beside this program, else the one on the path. It refuses to answer for
/// a command of another build.
pub(crate) fn run(allow: &[PathBuf]) -> Result<()> {
    let file = format!("{PROGRAM}{}", std::env::consts::EXE_SUFFIX);
    let beside = std::env::current_exe().ok().map(|own| own.with_file_name(file)).filter(|path| path.is_file());
    let program = beside.unwrap_or_else(|| PathBuf::from(PROGRAM));
    let words = allow.iter().flat_map(|folder| [OsStr::new("--allow"), folder.as_os_str()]);
    let failed = match replaced(Command::new(&program).args(["--build", outreach_io::BUILD]).args(words)) {
        Ok(()) => return Ok(()),
        Err(failed) => failed,
    };
    let hint = if failed.kind() == std::io::ErrorKind::NotFound {
        format!("; it is a program of its own: cargo install {PROGRAM}")
    } else {
        String::new()
    };
    Err(anyhow!("can't start {}: {failed}{hint}", program.display()))
}

/// Goes on as another program.
#[cfg(unix)]
fn replaced(program: &mut Command) -> std::io::Result<()> {
    Err(std::os::unix::process::CommandExt::exec(program))
}

/// Runs it to its end, where no process can become another one.
#[cfg(not(unix))]
fn replaced(program: &mut Command) -> std::io::Result<()> {
    program.status().map(drop)
}
