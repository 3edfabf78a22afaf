//! `outreach mcp`: a server of the Model Context Protocol on standard input and output.
//!
//! A tool per verb answers a question as `outreach ask` does; resources are the model, its parameters with their sources and pages
//! of the manual; prompts are what people come with. Files are read from the folders of `--allow` alone, and nothing is written and
//! no network used.

mod call;
mod folders;
mod messages;
mod prompts;
mod resources;
mod server;
mod tools;

use std::alloc::System;
use std::path::PathBuf;
use std::process::ExitCode;

use cap::Cap;
use clap::Parser;
use outreach_io::BUILD;
use rmcp::ServiceExt;

use crate::folders::Folders;
use crate::messages::Lines;
use crate::server::Server;

/// What memory is taken from, which knows how much is.
#[global_allocator]
static MEMORY: Cap<System> = Cap::new(System, usize::MAX);

/// Answers questions over the Model Context Protocol, on standard input and output.
#[derive(Debug, Parser)]
#[command(name = "outreach mcp", bin_name = "outreach mcp", version)]
struct Cli {
    /// A folder whose files questions may name; may be repeated. Without it no file is read. Links that lead out of it are refused
    #[arg(long, value_name = "DIR")]
    allow: Vec<PathBuf>,
    /// What the command that starts the server was built from
    #[arg(long, hide = true, value_name = "BUILD")]
    build: Option<String>,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    match of_one_build(cli.build.as_deref()).and_then(|()| Folders::of(&cli.allow)).and_then(serve) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            anstream::eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

/// A command and a server of different builds would answer the same question differently.
fn of_one_build(command: Option<&str>) -> Result<(), String> {
    match command.filter(|&command| command != BUILD) {
        None => Ok(()),
        Some(command) => Err(format!(
            "outreach is of the build {command}, its server outreach-mcp of {BUILD}: install both from the same sources"
        )),
    }
}

/// Until the other side closes standard input.
fn serve(folders: Folders) -> Result<(), String> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
    let runtime = runtime.map_err(|error| format!("can't start: {error}"))?;
    let served = runtime.block_on(async {
        let lines = Lines::of(std::io::stdin());
        let service = Server::new(folders).serve(lines).await.map_err(|error| error.to_string())?;
        service.waiting().await.map(|_| ()).map_err(|error| error.to_string())
    });
    // Nobody waits any more for what is still computed.
    runtime.shutdown_background();
    served
}
