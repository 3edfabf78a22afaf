//! What a campaign's numbers hang on has the same digits on every machine: logarithms and their like are those of `libm`, as those
//! of the system differ in the last digit.

use std::fs;
use std::path::Path;

const OF_THE_SYSTEM: [&str; 22] = [
    "acos", "asin", "atan", "atan2", "cbrt", "cos", "cosh", "exp", "exp2", "exp_m1", "hypot", "ln", "ln_1p", "log10",
    "log2", "powf", "sin", "sin_cos", "sinh", "tan", "tanh", "gamma",
];

/// Of lists of contacts, whose distributions are numbers alone.
const FLOATS_ALONE: &str = "poisson_binomial";

/// The lines of a source that call one of them, its tests apart.
fn called(source: &str) -> Vec<&str> {
    let own = source.split("#[cfg(test)]\nmod tests").next().unwrap_or(source);
    let calls = |line: &&str| OF_THE_SYSTEM.iter().any(|function| line.contains(&format!(".{function}(")));
    own.lines().filter(|line| !line.trim_start().starts_with("//")).filter(calls).collect()
}

fn look(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() && name != FLOATS_ALONE {
            look(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") && name != "tests.rs" {
            let source = fs::read_to_string(&path).expect("a source");
            found.extend(called(&source).into_iter().map(|line| format!("{name}: {}", line.trim())));
        }
    }
}

#[test]
fn no_result_hangs_on_the_mathematics_of_the_system() {
    let mut found = Vec::new();
    look(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/outreach/src"), &mut found);
    assert_eq!(found, [] as [String; 0]);
}

#[test]
fn a_call_of_the_system_is_seen() {
    assert_eq!(called("let x = y.ln();\n// z.ln()\nlibm::log(y)\n"), ["let x = y.ln();"]);
}
