//! Command lines: one word on each line.
#![no_main]

use libfuzzer_sys::fuzz_target;
use outreach_fuzz::ended;

/// With few trials, so that a million calls are made in time.
const SAMPLING: [&str; 5] = ["simulate", "compare", "plan", "sensitivity", "merge"];

fuzz_target!(|input: &[u8]| {
    let Ok(text) = std::str::from_utf8(input) else { return };
    // Nothing outside of the folder is read or written.
    if text.contains(['/', '\0']) {
        return;
    }
    let mut words: Vec<_> = text.lines().collect();
    if words.first().is_some_and(|verb| SAMPLING.contains(verb)) {
        words.extend(["--trials", "8", "--threads", "1"]);
    }
    let scenario = b"calls = 12\nstrategy = \"snowball\"\n";
    ended(scenario, &words);
    ended(b"kind,outcome,probability\ncold,meeting,0.5\nwarm,refused,0.2\n", &words);
});
