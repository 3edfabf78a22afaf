//! The manual's reference is what the command says of itself, and its commands are ones that it understands.

use std::fs;
use std::path::{Path, PathBuf};

use clap::CommandFactory;
use clap_markdown::MarkdownOptions;

use crate::args::Cli;

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs")
}

/// `cargo xtask renew` writes the page anew.
#[test]
fn the_reference_is_what_the_command_says_of_itself() {
    let page = docs().join("cli.md");
    let options = MarkdownOptions::new().title("The command line".to_owned()).show_footer(false);
    let generated = clap_markdown::help_markdown_command_custom(&Cli::command(), &options);
    if std::env::var_os("RENEW").is_some() {
        fs::write(&page, &generated).expect("the page can be written");
    }
    let written = fs::read_to_string(&page).expect("the page is there");
    assert!(written == generated, "docs/cli.md is not what the command says; renew it with cargo xtask renew");
}

/// The commands of the pages: lines of `sh` blocks and shown sessions that begin with the command's name.
#[test]
fn the_commands_of_the_manual_are_understood() {
    let mut read = 0;
    for page in pages(&docs()).into_iter().chain([docs().join("../README.md")]) {
        let text = fs::read_to_string(&page).expect("a page is text").replace("\\\n", " ");
        let blocks = text.split("```").skip(1).step_by(2).filter(|block| block.starts_with("sh\n"));
        for line in blocks.flat_map(str::lines).filter(|line| line.starts_with("outreach ")) {
            let of_first_shard = line.replace("$SLURM_ARRAY_TASK_ID", "1");
            let words = shlex::split(&of_first_shard).expect("a shell reads the line");
            let words = words.iter().take_while(|word| !["|", ">", "&&"].contains(&word.as_str()));
            let understood = Cli::command().try_get_matches_from(words);
            assert!(understood.is_ok(), "{}: {line}: {}", page.display(), understood.expect_err("it is none"));
            read += 1;
        }
    }
    assert!(read > 2, "the pages have {read} such commands");
}

fn pages(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let below = |path: PathBuf| if path.is_dir() { pages(&path) } else { vec![path] };
    paths.flat_map(below).filter(|path| path.extension().is_some_and(|ending| ending == "md")).collect()
}
