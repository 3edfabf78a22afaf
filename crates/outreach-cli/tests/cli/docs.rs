//! The manual in `docs/` shows what the command prints: every `console` block is run in the project's root. A line `...`
//! stands for any number of lines. All pages are in its summary, and every link leads to one.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The commands of a page, each with the lines that it is said to print.
fn sessions(page: &str) -> Vec<(String, Vec<String>)> {
    let mut sessions: Vec<(String, Vec<String>)> = Vec::new();
    let mut in_block = false;
    for line in page.lines() {
        match line {
            "```console" => in_block = true,
            "```" => in_block = false,
            command if in_block && command.starts_with("$ ") => sessions.push((command[2..].to_owned(), Vec::new())),
            line if in_block => sessions.last_mut().unwrap().1.push(line.to_owned()),
            _ => {}
        }
    }
    sessions
}

/// The pages below a folder.
fn pages(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let below = |path: PathBuf| if path.is_dir() { pages(&path) } else { vec![path] };
    paths.flat_map(below).filter(|path| path.extension().is_some_and(|ending| ending == "md")).collect()
}

fn printed(command: &str) -> Vec<String> {
    let bin = Path::new(env!("CARGO_BIN_EXE_outreach")).parent().unwrap().to_owned();
    let path = std::env::join_paths([bin].into_iter().chain(std::env::split_paths(env!("PATH")))).unwrap();
    let shell = Command::new("sh").args(["-c", command]).current_dir(root()).env("PATH", path).output().unwrap();
    let text = String::from_utf8([shell.stdout, shell.stderr].concat()).unwrap();
    text.lines().map(str::to_owned).collect()
}

/// Whether the lines are those that are expected, `...` standing for any number of them; empty ones at the end aside.
fn fits(expected: &[String], lines: &[String]) -> bool {
    match expected.split_first() {
        None => lines.iter().all(String::is_empty),
        Some((line, rest)) if line == "..." => (0..=lines.len()).any(|skipped| fits(rest, &lines[skipped..])),
        Some((line, rest)) if rest.is_empty() && line.is_empty() => fits(&[], lines),
        Some((line, rest)) => lines.split_first().is_some_and(|(first, more)| first == line && fits(rest, more)),
    }
}

#[test]
fn the_docs_show_what_the_command_prints() {
    let mut shown = 0;
    for path in pages(&root().join("docs")) {
        for (command, expected) in sessions(&fs::read_to_string(&path).unwrap()) {
            let lines = printed(&command);
            let (expected_text, text) = (expected.join("\n"), lines.join("\n"));
            let page = path.file_name().unwrap().to_string_lossy();
            assert!(fits(&expected, &lines), "{page}: $ {command}\nshown:\n{expected_text}\nprinted:\n{text}");
            shown += 1;
        }
    }
    assert!(shown > 10, "the docs show {shown} commands");
}

/// What the links of a page that lead to files name, without the place in the page.
fn links(page: &str) -> impl Iterator<Item = &str> {
    let targets = page.split("](").skip(1).filter_map(|rest| rest.split_once(')'));
    let files = targets.map(|(target, _)| target.split('#').next().unwrap());
    files.filter(|target| !target.is_empty() && !target.contains("://"))
}

#[test]
fn every_page_is_in_the_summary_and_every_link_leads_to_a_page() {
    let docs = root().join("docs").canonicalize().unwrap();
    let summary = fs::read_to_string(docs.join("SUMMARY.md")).unwrap();
    let listed: Vec<_> = links(&summary).map(|target| docs.join(target)).collect();
    for path in pages(&docs) {
        assert!(path.ends_with("SUMMARY.md") || listed.contains(&path), "{} is not in the summary", path.display());
        for target in links(&fs::read_to_string(&path).unwrap()) {
            let led_to = path.parent().unwrap().join(target).canonicalize();
            let there = led_to.is_ok_and(|page| page.starts_with(&docs));
            assert!(there, "{}: {target} is no page of the manual", path.display());
        }
    }
    for target in links(&fs::read_to_string(root().join("README.md")).unwrap()) {
        assert!(root().join(target).exists(), "README.md: there is no {target}");
    }
}

#[test]
fn a_page_that_shows_something_else_is_seen() {
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    assert!(fits(&lines("a\n...\nd\n"), &lines("a\nb\nc\nd")));
    assert!(!fits(&lines("a\n...\nd"), &lines("a\nb\nc")));
    assert!(!fits(&lines("a\nc"), &lines("a\nb")));
    assert!(!fits(&lines("a"), &lines("a\nb")));
}
