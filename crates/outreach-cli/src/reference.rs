//! The manual's reference is what the command says of itself, and its commands are ones that it understands.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use clap::{Arg, Command};

use crate::args;

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs")
}

/// `cargo xtask renew` writes the page anew.
#[test]
fn the_reference_is_what_the_command_says_of_itself() {
    let page = docs().join("cli.md");
    let generated = reference(args::command());
    if std::env::var_os("RENEW").is_some() {
        fs::write(&page, &generated).expect("the page can be written");
    }
    let written = fs::read_to_string(&page).expect("the page is there");
    assert!(written == generated, "docs/cli.md is not what the command says; renew it with cargo xtask renew");
}

/// Every verb with its own options; those that several verbs share stand once, at the end.
fn reference(mut command: Command) -> String {
    command.build();
    let verbs = || command.get_subcommands().filter(|verb| verb.get_name() != "help");
    let mut common: BTreeMap<String, usize> = BTreeMap::new();
    verbs().flat_map(options).for_each(|option| *common.entry(item(option)).or_default() += 1);
    let is_common = |option: &Arg| common[&item(option)] > 1;
    let mut page = String::from(
        "# The command line\n\nHow many meetings will your calls bring, and how sure is that? What each verb ",
    );
    page += "does, with its own\noptions; those that several verbs share stand [below](#shared-options), each once.\n";
    let mut shared: Vec<String> = Vec::new();
    for verb in verbs() {
        let name = verb.get_name();
        let usage = verb.clone().render_usage().to_string().replace("Usage: ", "");
        let _ = write!(page, "\n## {name}\n\n{}.\n\n```text\n{usage}\n```\n\n", about(verb.get_about()));
        verb.get_positionals().for_each(|argument| page += &item(argument));
        options(verb).filter(|option| !is_common(option)).for_each(|option| page += &item(option));
        let others: Vec<_> = options(verb)
            .filter(|option| is_common(option))
            .map(|option| {
                let text = item(option);
                if !shared.contains(&text) {
                    shared.push(text);
                }
                format!("`--{}`", option.get_long().unwrap_or_default())
            })
            .collect();
        if !others.is_empty() {
            let _ = writeln!(page, "\nShared: {}.", others.join(", "));
        }
    }
    page + "\n## Shared options\n\n" + &shared.concat()
}

fn options(verb: &Command) -> impl Iterator<Item = &Arg> {
    verb.get_opts()
        .chain(
            verb.get_arguments().filter(|argument| !argument.is_positional() && !argument.get_action().takes_values()),
        )
        .filter(|option| !["help", "version"].contains(&option.get_id().as_str()))
}

/// An argument with all that is to be said of it, as an item of a list.
fn item(argument: &Arg) -> String {
    let names: Vec<_> = argument.get_value_names().unwrap_or_default().iter().map(ToString::to_string).collect();
    let value = if argument.get_action().takes_values() { names.join(" ") } else { String::new() };
    let short = argument.get_short().map_or_else(String::new, |short| format!("-{short}, "));
    let spelled = match argument.get_long() {
        Some(long) => format!("{short}--{long} {value}"),
        None => format!("{short}{value}"),
    };
    let [help, more] = [argument.get_help(), argument.get_long_help()].map(about);
    let more = more.strip_prefix(help.as_str()).unwrap_or(&more).trim().to_owned();
    let more = if more.is_empty() { help } else { format!("{help}. {more}") };
    let mut text = format!("* `{}` – {}", spelled.trim(), more.trim_end_matches('.').replace('\n', " "));
    let values = argument.get_possible_values();
    let values: Vec<_> = values.iter().map(|value| format!("`{}`", value.get_name())).collect();
    if argument.get_action().takes_values() && !values.is_empty() && !more.contains("alues:") {
        let _ = write!(text, ": {}", values.join(", "));
    }
    let defaults: Vec<_> =
        argument.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
    if argument.get_action().takes_values() && !defaults.is_empty() && !argument.is_hide_default_value_set() {
        let _ = write!(text, " [default: {}]", defaults.join(" "));
    }
    text + "\n"
}

fn about(text: Option<&clap::builder::StyledStr>) -> String {
    text.map_or_else(String::new, |text| text.to_string().trim().to_owned())
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
            let understood = args::command().try_get_matches_from(words);
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
