//! Interruptions and full disks: never a torn or wrong file, the old one intact, no litter.
//!
//! `FAULT_ROUNDS=20 cargo test -p outreach-cli --test cli -- faults --nocapture` interrupts some hundreds of times, at other
//! moments for another number in `SAMPLE`.
#![expect(clippy::print_stdout, reason = "the number of interruptions is a figure of docs/validation.md")]

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::behaviour::stdout;

/// Half a second on one core.
const RUN: [&str; 8] = ["simulate", "--trials", "24000000", "--calls", "100", "--threads", "1", "--format=json"];

fn started(folder: &Path, options: &[&str]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_outreach"));
    command.args(RUN).args(options).current_dir(folder).stderr(Stdio::null()).spawn().unwrap()
}

fn signal(child: &Child, name: &str) {
    // It may have ended by itself.
    let _ = Command::new("kill").args([format!("-{name}"), child.id().to_string()]).stderr(Stdio::null()).status();
}

fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// Milliseconds up to this many, another number for each step.
fn pause(step: u64, most: u64) -> Duration {
    Duration::from_millis(step.wrapping_mul(6_364_136_223_846_793_005).rotate_left(20) % most)
}

#[test]
fn a_run_that_is_interrupted_at_any_time_goes_on_to_the_same_bytes() {
    let whole = stdout(&RUN);
    let number = |name, otherwise| std::env::var(name).map_or(otherwise, |number| number.parse().unwrap());
    let rounds: u64 = number("FAULT_ROUNDS", 3);
    let sample: u64 = number("SAMPLE", 0);
    let mut interruptions = 0;
    for (enough, name, code) in [(17, "INT", Some(130)), (34, "TERM", Some(143)), (50, "KILL", None)] {
        // Of a fast run fewer come in time.
        for round in 0..20 * rounds {
            if round >= rounds && interruptions >= enough {
                break;
            }
            let folder = tempfile::tempdir().unwrap();
            fs::write(folder.path().join("answer"), "the old answer").unwrap();
            for step in 0.. {
                let mut child = started(folder.path(), &["--checkpoint", "done", "-o", "answer"]);
                // The first ones early: there the files are opened.
                std::thread::sleep(pause(sample + 100 * round + step, if step < 5 { 50 } else { 600 }));
                signal(&child, name);
                let status = child.wait().unwrap();
                if status.success() {
                    break;
                }
                // Before the handler stands, the system ends the process by the same signal.
                assert!(status.code().is_none() || status.code() == code, "{status}");
                interruptions += 1;
                // The signal may also come when all is written.
                let answer = fs::read_to_string(folder.path().join("answer")).unwrap();
                assert!(answer == "the old answer" || answer == whole, "{answer}");
                let litter = files(folder.path()).into_iter().filter(|file| file.starts_with('.')).count();
                assert!(litter == 0 || name == "KILL", "{:?}", files(folder.path()));
            }
            assert_eq!(fs::read_to_string(folder.path().join("answer")).unwrap(), whole);
            assert!(files(folder.path()).iter().all(|file| file == "answer" || file.starts_with('.')));
        }
    }
    println!("{interruptions} interruptions");
    assert!(interruptions >= 50, "{interruptions} interruptions");
}

/// The exit code, and what is said, of a command line for a shell.
fn shell(folder: &Path, line: &str) -> (Option<i32>, String) {
    let line = line.replace("outreach", env!("CARGO_BIN_EXE_outreach"));
    let output = Command::new("sh").args(["-c", &line]).current_dir(folder).output().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn what_cannot_be_written_leaves_what_was_there() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("answer"), "the old answer").unwrap();
    let run = "simulate --trials 1000";
    let faults = [
        (format!("outreach {run} > /dev/full"), "the disk is full"),
        (format!("outreach {run} -o /dev/full"), "the disk is full"),
        (format!("ulimit -f 0; outreach {run} -o answer"), "File too large"),
        (format!("outreach {run} -o /proc/answer"), "can't write /proc/answer"),
        (format!("outreach {run} -o missing/answer"), "there is no such folder"),
        (format!("outreach {run} -o ."), "it is a folder: name a file"),
        (format!("outreach {run} --checkpoint missing/done"), "there is no such folder"),
        ("outreach simulate --trials 1000 --checkpoint /dev/null".to_owned(), "not a part of a run"),
    ];
    println!("{} other faults", faults.len());
    for (line, said) in faults {
        let (code, message) = shell(folder.path(), &line);
        assert_eq!(code, Some(if said.contains("part") { 2 } else { 1 }), "{line}: {message}");
        assert!(message.contains(said), "{line}: {message}");
        assert_eq!(files(folder.path()), ["answer"], "{line}");
        assert_eq!(fs::read_to_string(folder.path().join("answer")).unwrap(), "the old answer");
    }
}

#[test]
fn what_others_wrote_to_standard_output_stays() {
    let folder = tempfile::tempdir().unwrap();
    let line = "(echo first; outreach simulate --trials 1000 -q -o /dev/stdout; echo last) > all";
    assert_eq!(shell(folder.path(), line), (Some(0), String::new()));
    let all = fs::read_to_string(folder.path().join("all")).unwrap();
    assert!(all.starts_with("first\nAbout 50 meetings") && all.ends_with("last\n"), "{all}");
}

#[test]
fn little_memory_is_enough() {
    let folder = tempfile::tempdir().unwrap();
    // Address space, of which threads take most: the heap has a fraction of it.
    let (code, message) = shell(
        folder.path(),
        "ulimit -v 120000; outreach simulate --trials 100000 --calls 100000 --strategy warm --threads 2 > /dev/null",
    );
    assert_eq!(code, Some(0), "{message}");
}

/// Makes `disk` a disk of 64 kB that is full, the old answer on it, and does this there; unless this user may mount none.
fn on_a_small_disk(folder: &Path, done: &str) -> Option<(String, String)> {
    let prepared = "mkdir disk && mount -t tmpfs -o size=64k none disk && echo old > disk/answer || exit 99
                    head -c 61440 /dev/zero > disk/filler";
    let listed = "echo $?; ls -A disk; cat disk/answer";
    let done = done.replace("outreach", env!("CARGO_BIN_EXE_outreach"));
    let output = Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount", "sh", "-c", &format!("{prepared}\n{done}\n{listed}")])
        .current_dir(folder)
        .output();
    let output = output.ok().filter(|output| output.status.success())?;
    Some((String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap()))
}

#[test]
fn full_and_read_only_disks_keep_the_old_answer() {
    let large = "trace --calls 2000 --format json";
    let faults = [
        (format!("outreach {large} -o disk/answer"), "can't write disk/answer: the disk is full"),
        (format!("outreach {large} > disk/other"), "the disk is full"),
        (
            "outreach simulate --checkpoint disk/done --calls 1000000 --strategy snowball --trials 10".to_owned(),
            "can't write disk/done: the disk is full",
        ),
        (format!("mount -o remount,ro disk; outreach {large} -o disk/answer"), "Read-only file system"),
        (format!("mount -o remount,ro disk; outreach {large} -o disk/new"), "Read-only file system"),
        ("mount -o remount,ro disk; outreach simulate --checkpoint disk/done".to_owned(), "Read-only file system"),
    ];
    for (line, said) in &faults {
        let folder = tempfile::tempdir().unwrap();
        let Some((ended, message)) = on_a_small_disk(folder.path(), line) else {
            println!("skipped: this user may not mount a disk");
            return;
        };
        assert!(message.contains(said), "{line}: {message}");
        let other = if line.contains("other") { "other\n" } else { "" };
        assert_eq!(ended, format!("1\nanswer\nfiller\n{other}old\n"), "{line}");
    }
    println!("{} other faults", faults.len());
}

#[test]
fn numbers_at_the_ends_of_their_ranges_are_no_bugs() {
    let log = "../../data/calls.csv";
    let lines = [
        format!("backtest {log} --warmup 18446744073709551615"),
        format!("backtest {log} --batch 100000 --warmup 1"),
        format!("calibrate {log} --talk-time 1e308 --prior published --prior-weight 1e308"),
        "plan --meetings 4294967295".to_owned(),
        "plan --meetings 4294967295 --strategy snowball --trials 1000".to_owned(),
        "plan --meetings 4294967295 --solve hours --set hours=0.001 --set effort.cold_attempt=0".to_owned(),
        "simulate --trials 10 --at-least 4294967295 --hours 1666666".to_owned(),
        "simulate --trials 10 --meetings 4294967295 --calls 10".to_owned(),
        "simulate --trials 10 --so-far cold=4294967295:4294967295".to_owned(),
        "simulate --trials 10 --shard 18446744073709551615/18446744073709551615 -o /dev/null".to_owned(),
        "forecast ../../data/contacts.csv --hours 1e308 --at-least 4294967295".to_owned(),
    ];
    for line in lines {
        let output = crate::behaviour::outreach(&line.split(' ').collect::<Vec<_>>());
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code().is_some_and(|code| code <= 4), "{line}: {said}");
        assert!(!said.contains("bug") && !said.contains("panicked") && !said.contains("backtrace"), "{line}: {said}");
    }
}
