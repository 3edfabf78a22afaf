//! Runs every example and compares what it prints with `snapshots/<name>.txt`.
//!
//! `cargo test -p outreach-examples` builds the examples first; `--test snapshots` alone would not. After a wanted
//! change: `cargo xtask renew`, and read the difference.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

fn package() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The names of the examples: every source file at the package's root.
fn names() -> Vec<String> {
    let files = fs::read_dir(package()).expect("the package can be listed");
    let mut names: Vec<_> = files
        .map(|file| file.expect("the package can be listed").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .map(|path| path.file_stem().expect("a file has a name").to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// Tests stand in `target/<profile>/deps`, examples in `target/<profile>/examples`.
fn program(name: &str) -> PathBuf {
    let own = env::current_exe().expect("a running program has a path");
    let profile = own.ancestors().nth(2).expect("tests stand in target/<profile>/deps");
    profile.join("examples").join(name).with_extension(env::consts::EXE_EXTENSION)
}

fn output(name: &str) -> String {
    let program = program(name);
    let run = Command::new(&program).output();
    let output = run.unwrap_or_else(|error| panic!("{} cannot be run: {error}", program.display()));
    assert!(output.status.success(), "{name} failed: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("an example prints UTF-8")
}

#[test]
fn every_example_prints_its_snapshot() {
    let renew = env::var_os("RENEW").is_some();
    for name in names() {
        let path = package().join("snapshots").join(&name).with_extension("txt");
        let printed = output(&name);
        if renew {
            fs::write(&path, &printed).expect("a snapshot can be written");
        }
        let kept = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        // A checkout may have other line ends.
        assert_eq!(printed, kept.replace("\r\n", "\n"), "{name} prints something else than {}", path.display());
    }
}

#[test]
fn the_readme_shows_every_first_line() {
    let readme = fs::read_to_string(package().join("README.md")).expect("there is a README.md");
    for name in names() {
        let printed = output(&name);
        let first = printed.lines().next().expect("an example prints something");
        let row = readme.lines().find(|line| line.contains(&format!("`{name}`")));
        let row = row.unwrap_or_else(|| panic!("README.md has no line for {name}"));
        assert!(row.contains(&format!("`{first}`")), "README.md does not show `{first}` for {name}");
    }
}
