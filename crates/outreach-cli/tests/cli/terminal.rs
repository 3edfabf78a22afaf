//! What a terminal shows while a run goes on, and after it.

use std::collections::BTreeSet;
use std::process::{Command, Stdio};

/// Runs its arguments on a terminal of its own, and passes on what they write there.
const ON_A_TERMINAL: &str = "import pty, sys; pty.spawn(sys.argv[1:])";

/// The lines of a screen on which this was written.
fn screen(written: &str) -> Vec<String> {
    let (mut lines, mut row, mut column) = (vec![Vec::new()], 0_usize, 0_usize);
    let mut rest = written.chars();
    while let Some(character) = rest.next() {
        match character {
            '\r' => column = 0,
            '\n' => row += 1,
            '\x1b' => {
                let sequence: String = rest.by_ref().skip(1).take_while(|c| !c.is_ascii_alphabetic()).collect();
                let all = written[..written.len() - rest.as_str().len()].chars();
                // A terminal takes 0 for 1.
                let count = sequence.parse::<usize>().unwrap_or(1).max(1);
                match all.last() {
                    Some('A') => row = row.saturating_sub(count),
                    Some('B') => row += count,
                    Some('K') => lines[row].clear(),
                    Some('m') => {}
                    other => panic!("a screen knows no {sequence}{other:?}"),
                }
            }
            letter => {
                let line: &mut Vec<char> = &mut lines[row];
                line.resize(line.len().max(column + 1), ' ');
                line[column] = letter;
                column += 1;
            }
        }
        lines.resize(lines.len().max(row + 1), Vec::new());
    }
    lines.into_iter().map(|line| line.into_iter().collect::<String>().trim_end().to_owned()).collect()
}

#[test]
fn the_line_of_progress_leaves_the_screen_as_it_was() {
    let bin = env!("CARGO_BIN_EXE_outreach");
    let run = format!("seq 1 5; timeout -s INT --foreground 3 {bin} simulate --trials 900000000000; echo $?");
    let mut command = Command::new("python3");
    command.args(["-c", ON_A_TERMINAL, "sh", "-c", &run]).env("TERM", "xterm").env("NO_COLOR", "1");
    let output = command.stdin(Stdio::null()).output().unwrap();
    let written = String::from_utf8(output.stdout).unwrap();
    let drawn = written.matches(" trials").count();
    assert!(drawn > 3, "{drawn} times drawn: {written:?}");
    assert!(!written.contains("\x1b[0"), "0 lines are 1 for a terminal: {written:?}");
    let lines = screen(&written);
    let kept: Vec<_> = lines.iter().map(String::as_str).filter(|line| !line.starts_with("note: ")).collect();
    // GNU timeout says 124 when it had to end what it ran.
    assert_eq!(kept, ["1", "2", "3", "4", "5", "124", ""], "{lines:#?}");
}

/// What a terminal of its own shows of a command line.
fn shown(line: &str) -> String {
    let mut command = Command::new("python3");
    command.args(["-c", ON_A_TERMINAL, "sh", "-c", line]).env("TERM", "xterm").env("NO_COLOR", "1");
    String::from_utf8(command.stdin(Stdio::null()).output().unwrap().stdout).unwrap()
}

#[test]
fn progress_moves_while_a_slow_run_goes_on() {
    let bin = env!("CARGO_BIN_EXE_outreach");
    let asked = "simulate --strategy snowball --set pool.decay=0.8 --calls 1000 --trials 100000000";
    let written = shown(&format!("timeout -s INT --foreground 6 {bin} {asked}"));
    let counts = written.split(" of 100,000,000 trials").filter_map(|before| before.rsplit(' ').next());
    let counts: BTreeSet<_> = counts.filter(|count| count.starts_with(|c: char| c.is_ascii_digit())).collect();
    assert!(counts.len() > 3, "{counts:?}");
}

#[test]
fn notes_and_errors_keep_to_the_width_of_the_terminal() {
    let bin = env!("CARGO_BIN_EXE_outreach");
    for (width, lang, asked, told) in [
        (
            60,
            "en",
            "calibrate missing.csv",
            "error: can't read missing.csv: there is no such file: check its name and folder",
        ),
        (45, "fr", "simulate missing.toml", "erreur : impossible de lire missing.toml : ce fichier n'existe pas"),
        (60, "en", "simulate --calls 5 --trials 50 --precision 0.001", "note: "),
    ] {
        let said = shown(&format!("stty cols {width} rows 24; {bin} {asked} --lang {lang}")).replace('\r', "");
        assert!(said.lines().all(|line| line.chars().count() <= width), "{said}");
        let lines: Vec<_> = said.lines().collect();
        assert!(lines.join(" ").replace('\u{a0}', " ").contains(told), "{said}");
    }
}

#[test]
fn tables_of_long_names_were_wider_than_the_terminal_and_columns_of_nothing_took_room() {
    let bin = env!("CARGO_BIN_EXE_outreach");
    let variants = "compare warm=15 'warm=30 cold.meeting=5% warm.reach=50% effort.introduction=45' --trials 300";
    let again = "compare --contacts 300 --max-attempts 1,2,4,6 --set cold.reach=8% --trials 300 --lang fr";
    for (width, asked, told) in [
        (60, variants, ["effort.introduction=45", "17 (12–22)"]),
        (80, variants, ["effort.introduction=45", "in 21 h 20 min  calls"]),
        (80, again, ["(jusqu'à 1 appel)   ", "(jusqu'à 6 appels)   "]),
    ] {
        let said = shown(&format!("stty cols {width} rows 24; {bin} {asked}")).replace('\r', "");
        assert!(said.lines().all(|line| line.chars().count() <= width) && said.lines().count() <= 20, "{said}");
        let said = said.replace(['\u{a0}', '\u{202f}'], " ");
        assert!(told.iter().all(|told| said.contains(told)) && !said.contains("0 sur 300"), "{said}");
    }
}
