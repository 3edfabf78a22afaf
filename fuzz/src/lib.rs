//! What the targets share: a folder that is the current one, and the command in it.

use std::fs;
use std::sync::LazyLock;

use tempfile::TempDir;

/// Where every target reads and writes.
static FOLDER: LazyLock<TempDir> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    std::env::set_current_dir(&folder).expect("it can be entered");
    folder
});

/// What the command answers to a file that is named `input`, or nothing where that is wrong.
pub fn answered(input: &[u8], line: &str) -> Option<Vec<u8>> {
    let words: Vec<_> = line.split(' ').chain(["--quiet", "--output", "output"]).collect();
    match ended(input, &words) {
        0 => Some(fs::read("output").expect("there is an answer")),
        1 => panic!("{line} can't read or write"),
        _ => None,
    }
}

/// The exit code, which is one of those that there are.
pub fn ended(input: &[u8], words: &[&str]) -> u8 {
    LazyLock::force(&FOLDER);
    fs::write("input", input).expect("it can be written");
    let code = outreach_cli::run(["outreach"].iter().chain(words));
    assert!(code <= 4, "{words:?} ends with {code}");
    code
}

/// Whether these bytes are JSON without a number that is none.
pub fn is_json(answer: &[u8]) -> bool {
    serde_json::from_slice::<serde_json::Value>(answer).is_ok()
}
