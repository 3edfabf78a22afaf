//! No output is a file that is read too, or another output: before anything is read or run.

use std::fs::Metadata;
use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::ArgMatches;
use outreach::Strategy;

use crate::exit::wrong_usage;

/// The arguments of all verbs that name files which are read.
const INPUTS: [&str; 6] = ["scenario", "file", "strategies", "log", "list", "parts"];
/// Those that name files which are written, and how they are typed.
const OUTPUTS: [(&str, &str); 6] = [
    ("output", "--output"),
    ("report", "--report"),
    ("plot", "--plot"),
    ("trials_out", "--trials-out"),
    ("scenario_out", "--scenario-out"),
    ("checkpoint", "--checkpoint"),
];

/// Refuses a command line whose outputs would replace what it reads, or one another: by the same path, another spelling, a
/// symbolic or a hard link.
pub(crate) fn check(typed: &ArgMatches) -> Result<()> {
    let inputs: Vec<PathBuf> = INPUTS.iter().flat_map(|id| paths(typed, id)).collect();
    let outputs: Vec<(&str, PathBuf)> =
        OUTPUTS.iter().flat_map(|&(id, option)| paths(typed, id).into_iter().map(move |path| (option, path))).collect();
    for (index, (option, output)) in outputs.iter().enumerate() {
        let shown = output.display();
        if let Some(input) = inputs.iter().find(|input| are_one(input, output)) {
            let input = input.display();
            return Err(wrong_usage(
                format!("{option} {shown} would replace {input}, which is read: name another file"),
                format!("{option} {shown} remplacerait {input}, qui est lu : nommez un autre fichier"),
            ));
        }
        if let Some((other, first)) = outputs[..index].iter().find(|(_, first)| are_one(first, output)) {
            let first = first.display();
            return Err(wrong_usage(
                format!("{other} {first} and {option} {shown} are one file: name two"),
                format!("{other} {first} et {option} {shown} sont un seul fichier : nommez-en deux"),
            ));
        }
    }
    Ok(())
}

/// What an argument names; nothing where the verb has no such argument.
fn paths(typed: &ArgMatches, id: &str) -> Vec<PathBuf> {
    let paths = typed.try_get_many::<PathBuf>(id).ok().flatten().map(|paths| paths.cloned().collect());
    // Strategies are texts: names, settings, or scenario files.
    let of_file = |text: &&String| !Strategy::NAMES.contains(&text.as_str());
    let texts = typed.try_get_many::<String>(id).ok().flatten();
    let texts = || texts.map(|texts| texts.filter(of_file).map(PathBuf::from).collect());
    paths.or_else(texts).unwrap_or_default()
}

/// Whether two paths lead to one file, be it there or not. Devices and pipes are never the same: nothing is lost there.
fn are_one(one: &Path, other: &Path) -> bool {
    match (identity(one), identity(other)) {
        (Some(one), Some(other)) => one == other,
        (None, None) => !one.exists() && !other.exists() && place(one) == place(other),
        _ => false,
    }
}

/// What tells a plain file from all others, by whatever path.
#[cfg(unix)]
fn identity(path: &Path) -> Option<impl PartialEq + use<>> {
    use std::os::unix::fs::MetadataExt;

    regular(path).map(|file| (file.dev(), file.ino()))
}

/// The same where files have no numbers: hard links are not seen through.
#[cfg(not(unix))]
fn identity(path: &Path) -> Option<impl PartialEq + use<>> {
    regular(path).and_then(|_| path.canonicalize().ok())
}

fn regular(path: &Path) -> Option<Metadata> {
    // Standard input may be redirected from a file.
    let path = if path == Path::new("-") { Path::new("/dev/stdin") } else { path };
    path.metadata().ok().filter(Metadata::is_file)
}

/// Where a file will be made.
fn place(path: &Path) -> Option<PathBuf> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Some(folder.canonicalize().ok()?.join(path.file_name()?))
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;

    use clap::Command;

    use super::*;
    use crate::args;
    use crate::exit;

    /// Verbs, their files that are read, each behind what else the verb needs.
    const READING: [(&str, &[&str]); 17] = [
        ("simulate", &["a.toml"]),
        ("simulate", &["--scenario", "a.toml"]),
        ("compare", &["cold", "a.toml"]),
        ("compare", &["cold", "warm", "--scenario", "a.toml"]),
        ("plan", &["--meetings", "2", "a.toml"]),
        ("plan", &["--meetings", "2", "--scenario", "a.toml"]),
        ("sensitivity", &["a.toml"]),
        ("sensitivity", &["--scenario", "a.toml"]),
        ("model", &["a.toml"]),
        ("model", &["--scenario", "a.toml"]),
        ("trace", &["a.toml"]),
        ("trace", &["--scenario", "a.toml"]),
        ("calibrate", &["a.toml"]),
        ("backtest", &["a.toml"]),
        ("forecast", &["a.toml"]),
        ("forecast", &["list.csv", "--scenario", "a.toml"]),
        ("merge", &["part", "a.toml"]),
    ];

    fn verb(name: &str) -> Command {
        args::command().find_subcommand(name).expect("there is such a verb").clone()
    }

    fn outputs(verb: &str) -> Vec<&'static str> {
        let command = super::tests::verb(verb);
        let has = |id: &str| command.get_arguments().any(|argument| argument.get_id() == id);
        OUTPUTS.into_iter().filter(|(id, _)| has(id)).map(|(_, option)| option).collect()
    }

    /// Pictures and pages have endings.
    fn ending(option: &str) -> &'static str {
        match option {
            "--plot" => ".svg",
            "--trials-out" => ".csv",
            "--report" => ".html",
            _ => "",
        }
    }

    #[test]
    fn every_argument_that_names_a_file_is_known_here() {
        let command = args::command();
        for verb in command.get_subcommands() {
            for argument in verb.get_arguments() {
                let id = argument.get_id().as_str();
                let named = argument
                    .get_value_names()
                    .unwrap_or_default()
                    .iter()
                    .any(|name| ["FILE", ".csv", ".toml", "PART"].iter().any(|of_file| name.contains(of_file)));
                let known = INPUTS.contains(&id) || OUTPUTS.iter().any(|(output, _)| *output == id);
                assert_eq!(named, known, "{}: {id}", verb.get_name());
            }
        }
    }

    #[test]
    fn no_output_replaces_what_is_read_by_whatever_path() {
        let mut tried = 0;
        for (verb, reading) in READING {
            for option in outputs(verb) {
                for way in ["same", "spelling", "folder", "symbolic", "symbolic input", "hard"] {
                    let folder = tempfile::tempdir().expect("a folder");
                    let at = |name: &str| folder.path().join(name);
                    let name = format!("a.toml{}", ending(option));
                    fs::write(at(&name), "precious").expect("written");
                    fs::create_dir(at("inner")).expect("made");
                    let alias = at(&format!("alias{}", ending(option)));
                    let output = match way {
                        "spelling" => at("./inner/..").join(&name),
                        "folder" => {
                            std::os::unix::fs::symlink(folder.path(), at("linked")).expect("linked");
                            at("linked").join(&name)
                        }
                        "symbolic" => {
                            std::os::unix::fs::symlink(at(&name), &alias).expect("linked");
                            alias.clone()
                        }
                        "hard" => {
                            fs::hard_link(at(&name), &alias).expect("linked");
                            alias.clone()
                        }
                        _ => at(&name),
                    };
                    let mut read = at(&name);
                    if way == "symbolic input" {
                        std::os::unix::fs::symlink(at(&name), &alias).expect("linked");
                        read = alias;
                    }
                    let words = reading.iter().map(|word| match *word {
                        "a.toml" => read.clone().into_os_string(),
                        word => word.into(),
                    });
                    let words = ["outreach".into(), verb.into()].into_iter().chain(words);
                    let line: Vec<_> = words.chain([option.into(), output.into_os_string()]).collect();
                    assert_eq!(crate::run(line.clone()), exit::WRONG_INPUT, "{line:?}");
                    assert_eq!(fs::read_to_string(at(&name)).expect("still there"), "precious", "{line:?}");
                    let matches = args::command().try_get_matches_from(&line).expect("a line that is understood");
                    let refused = check(matches.subcommand().expect("a verb").1).expect_err("refused").to_string();
                    assert!(refused.contains("which is read"), "{refused}");
                    tried += 1;
                }
            }
        }
        assert!(tried >= 17 * 2 * 6, "{tried}");
    }

    #[test]
    fn two_outputs_are_two_files() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name).display().to_string();
        let refused = |words: &[&str]| {
            let matches = args::command().try_get_matches_from([&["outreach"], words].concat()).expect("understood");
            check(matches.subcommand().expect("a verb").1).map_err(|error| error.to_string())
        };
        let (answer, again) = (at("answer.svg"), at("./answer.svg"));
        let why = refused(&["simulate", "-o", &answer, "--plot", &again]).expect_err("one file that is not there yet");
        assert!(why.contains("are one file"), "{why}");
        fs::write(&answer, "").expect("written");
        refused(&["simulate", "-o", &answer, "--plot", &again]).expect_err("one file that is there");
        refused(&["simulate", "-o", &answer, "--checkpoint", &answer]).expect_err("one file");
        refused(&["calibrate", "log.csv", "-o", &answer, "--scenario-out", &answer]).expect_err("one file");
        refused(&["simulate", "-o", &answer, "--plot", &at("other.svg")]).expect("two files");
        refused(&["simulate", "-o", "/dev/null", "--checkpoint", "/dev/null"]).expect("nothing is lost there");
        // The tests run in the folder of the package, which has this one.
        refused(&["compare", "./Cargo.toml", "cold", "-o", "Cargo.toml"]).expect_err("a scenario file");
        refused(&["compare", "cold", "warm", "-o", "cold"]).expect("a strategy is no file");
    }
}
