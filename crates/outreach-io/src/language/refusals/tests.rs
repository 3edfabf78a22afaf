use std::path::Path;

use super::*;

/// The string literals of a program, each with what its statement says before it.
fn literals(code: &str) -> Vec<(String, String)> {
    let code = code.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let parts: Vec<_> = lines.collect::<Vec<_>>().join("\n").split('"').map(str::to_owned).collect();
    let said = |index: usize| parts[..index].join(" ").rsplit([';', '}']).next().unwrap_or_default().to_owned();
    let one = |text: &str| text.split("\\\n").map(str::trim_start).collect::<Vec<_>>().join("");
    (1..parts.len()).step_by(2).map(|index| (one(&parts[index]), said(index))).collect()
}

fn programs(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let program = |path: &Path| vec![std::fs::read_to_string(path).expect("a program")];
    let of = |path: std::path::PathBuf| if path.is_dir() { programs(&path) } else { program(&path) };
    entries.flat_map(of).collect()
}

/// What is wrong, and its value, beside what is accepted.
const BESIDE: [&str; 9] = [
    "contacts times max_attempts",
    ", ",
    "so far",
    "so far, 1",
    "at_risk and reached",
    "the rest of one",
    "attempts and meetings alone",
    "settings (warm=15)",
    "a scenario file",
];

#[test]
fn some_of_what_is_accepted_was_english_in_french_errors() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders =
        ["../outreach/src/model", "../outreach/src/decide", "../outreach/src/simulate", "src/read", "src/ask"];
    let accepted: Vec<_> = folders
        .iter()
        .flat_map(|folder| programs(&root.join(folder)))
        .flat_map(|program| literals(&program))
        .filter(|(text, said)| {
            text.contains(' ') && ["rejected(", "accepted", "ACCEPTED"].iter().any(|way| said.contains(way))
        })
        .map(|(text, _)| text.replace("{reach}", "cold.reach").replace("with {}", "with cold.reach"))
        .map(|text| {
            text.split('{')
                .map(|part| part.split_once('}').map_or(part.to_owned(), |(_, rest)| format!("1{rest}")))
                .collect::<String>()
        })
        .collect();
    assert!(accepted.len() > 40, "{accepted:#?}");
    let is_accepted = |text: &&String| !BESIDE.contains(&text.as_str());
    let english: Vec<_> =
        accepted.iter().filter(is_accepted).filter(|text| with_numbers(FRENCH, text).is_none()).collect();
    assert_eq!(english, Vec::<&String>::new());
}
