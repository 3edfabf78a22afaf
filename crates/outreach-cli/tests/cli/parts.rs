//! Shards, `merge` and checkpoints: the same bytes as one run, and no stranger among them.

use std::path::Path;

use crate::behaviour::{outreach, stdout};

const SCENARIOS: [&[&str]; 5] = [
    &["--calls", "50", "--at-least", "20"],
    &["--set", "cold.meeting=beta(2, 18)", "--so-far", "cold=20:3", "--seed", "7"],
    &["--strategy", "snowball", "--set", "pool.decay=0.8", "--calls", "30"],
    &["--preset", "published", "--hours", "5", "--strategy", "warm"],
    &["--warm", "60", "--set", "connectors.count=7", "--set", "connectors.correlation=beta(2, 20)"],
];

/// Writes a shard; tells its file.
fn shard(folder: &Path, scenario: &[&str], shard: &str) -> String {
    let file = folder.join(shard.replace('/', "-of-")).to_str().unwrap().to_owned();
    let run = ["simulate", "--trials", "50000", "--shard", shard, "-o", &file];
    let scenario: Vec<_> = scenario.iter().filter(|option| !matches!(**option, "--at-least" | "20")).copied().collect();
    stdout(&[&run[..], &scenario].concat());
    file
}

fn refused(args: &[&str]) -> String {
    let output = outreach(args);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn merged_shards_are_the_bytes_of_the_run() {
    for scenario in SCENARIOS {
        let folder = tempfile::tempdir().unwrap();
        let parts: Vec<_> = ["2/3", "3/3", "1/3"].iter().map(|index| shard(folder.path(), scenario, index)).collect();
        let parts: Vec<_> = parts.iter().map(String::as_str).collect();
        let at_least: &[&str] = if scenario.contains(&"--at-least") { &["--at-least", "20"] } else { &[] };
        for format in ["json", "text"] {
            let whole = stdout(&[&["simulate", "--trials", "50000", "--format", format], scenario].concat());
            let merged = stdout(&[&["merge", "--format", format], &parts[..], at_least].concat());
            assert_eq!(merged, whole, "{scenario:?}");
        }
    }
}

#[test]
fn what_is_missing_is_named_and_strangers_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let [one, two, four] = ["1/4", "2/4", "4/4"].map(|index| shard(folder.path(), SCENARIOS[0], index));
    let message = refused(&["merge", &one, &four]);
    assert!(message.contains("trials are missing, of 50000: 12289 to 36864; shards 2/4, 3/4"), "{message}");
    assert!(refused(&["merge", &one, &two, &one]).contains("trials 1 to 12288 were given twice"));
    let elsewhere = tempfile::tempdir().unwrap();
    let message = refused(&["merge", &one, &shard(elsewhere.path(), &["--calls", "51"], "2/4")]);
    assert!(message.contains("are two runs; it is of calls = 51, and"), "{message}");
}

#[test]
fn damaged_files_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let part = shard(folder.path(), SCENARIOS[0], "1/1");
    let bytes = std::fs::read(&part).unwrap();
    // One byte out of a hundred, and every beginning of the file, too.
    for at in (0..bytes.len()).step_by(100) {
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        for damaged in [&changed[..], &bytes[..at]] {
            std::fs::write(&part, damaged).unwrap();
            let message = refused(&["merge", &part]);
            assert!(message.contains("damaged") || message.contains("not a part of a run"), "{at}: {message}");
        }
    }
    assert!(refused(&["merge", "Cargo.toml"]).contains("not a part of a run"));
}

#[test]
fn a_checkpoint_of_another_run_is_refused_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    let checkpoint = shard(folder.path(), SCENARIOS[0], "1/2");
    let before = std::fs::read(&checkpoint).unwrap();
    let run = ["simulate", "--trials", "50000", "--checkpoint", &checkpoint];
    assert!(refused(&[&run[..], &["--calls", "51"]].concat()).contains("are two runs"));
    assert_eq!(std::fs::read(&checkpoint).unwrap(), before);
    // A shard of the same run is a checkpoint of it.
    let whole = stdout(&["simulate", "--trials", "50000", "--calls", "50"]);
    assert_eq!(stdout(&[&run[..], &["--calls", "50"]].concat()), whole);
    assert!(!Path::new(&checkpoint).exists());
}
