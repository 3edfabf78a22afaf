//! The command that makes an answer again.

use std::ffi::OsString;

/// What was typed behind the command's name, with the variables that were set and the seed that was drawn, as a shell
/// takes it.
pub(crate) fn command(typed: &[OsString], seed: Option<u64>) -> String {
    let mut variables: Vec<_> = std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value)))
        .filter(|(name, _)| name.starts_with("OUTREACH_"))
        .map(|(name, value)| format!("{name}={}", quoted(&fixed(&value.to_string_lossy(), &name, seed))))
        .collect();
    variables.sort();
    let mut words = vec!["outreach".to_owned()];
    let mut before = "";
    for word in typed.iter().filter_map(|word| word.to_str()) {
        words.push(quoted(&fixed(word, before, seed)));
        before = word;
    }
    variables.into_iter().chain(words).collect::<Vec<_>>().join(" ")
}

/// A seed that was to be random is the one that was drawn.
fn fixed(word: &str, before: &str, seed: Option<u64>) -> String {
    match (word, seed) {
        ("random", Some(seed)) if ["--seed", "OUTREACH_SEED"].contains(&before) => seed.to_string(),
        ("--seed=random", Some(seed)) => format!("--seed={seed}"),
        _ => word.to_owned(),
    }
}

fn quoted(word: &str) -> String {
    shlex::try_quote(word).map_or_else(|_| word.to_owned(), Into::into)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shell_reads_the_words_as_they_were_typed() {
        let typed = ["simulate", "--set", "cold.meeting=beta(2, 18)", "--seed", "random"].map(OsString::from);
        assert_eq!(command(&typed, Some(7)), "outreach simulate --set 'cold.meeting=beta(2, 18)' --seed 7");
    }
}
