//! How the command ends: one place decides the exit code and prints the error.

use std::io::ErrorKind;

use anstream::eprintln;
use anstyle::{AnsiColor, Style};
use outreach_io::{Error, Fault, Language, Reason, error_json, wrapped};

/// There is an answer.
pub(crate) const SUCCESS: u8 = 0;
/// Input or output failed.
const FAILED: u8 = 1;
/// Wrong usage or input.
pub(crate) const WRONG_INPUT: u8 = 2;
/// The target cannot be reached.
pub(crate) const UNREACHABLE: u8 = 3;
/// Rows were rejected, and `--strict` was asked for; or more than half of them.
const REJECTED: u8 = 4;

const ERROR: Style = AnsiColor::Red.on_default().bold();
const NOTE: Style = AnsiColor::Cyan.on_default().bold();

/// No plan reaches the target; why, in English and in French.
#[derive(Debug)]
pub(crate) struct Unreachable(pub(crate) [String; 2]);

impl Unreachable {
    fn fault(&self) -> Fault {
        let [english, french] = &self.0;
        let hint = "ask for fewer meetings or a lower --confidence, or raise the limit";
        let message = format!("{english} ({hint})");
        let french =
            format!("{french} (visez moins de rendez-vous ou une --confidence plus basse, ou relevez la limite)");
        let reason = Reason::Usage { message, french, value: None, accepted: None, hint: Some(hint.to_owned()) };
        Fault { key: None, place: None, reason }
    }
}

impl std::fmt::Display for Unreachable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0[0])
    }
}

impl std::error::Error for Unreachable {}

/// What is wrong stands among the results.
#[derive(Debug)]
pub(crate) struct AlreadySaid(pub(crate) u8);

impl std::fmt::Display for AlreadySaid {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a question has no answer")
    }
}

impl std::error::Error for AlreadySaid {}

/// One thing to mend, in both languages.
pub(crate) fn wrong_usage(english: impl Into<String>, french: impl Into<String>) -> anyhow::Error {
    let [value, accepted, hint] = [None, None, None];
    let reason = Reason::Usage { message: english.into(), french: french.into(), value, accepted, hint };
    Error::WrongSettings(vec![Fault { key: None, place: None, reason }]).into()
}

/// A word that stands in the place of a scenario file, and what to say instead.
pub(crate) fn no_scenario_file(word: &str, what: [&str; 2], meant: &str) -> anyhow::Error {
    let [english, french] = what;
    let message = format!("{word} is {english}, not a scenario file: say {meant}");
    let french = format!("{word} est {french}, non un fichier de scénario : dites {meant}");
    let hint = Some(meant.to_owned());
    let reason = Reason::Usage { message, french, value: Some(word.to_owned()), accepted: None, hint };
    Error::WrongSettings(vec![Fault { key: None, place: None, reason }]).into()
}

/// How errors are said: in a language, or as JSON.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Saying {
    pub(crate) language: Language,
    pub(crate) json: bool,
}

/// Prints the error and tells the exit code. A reader that has closed the pipe had enough: no error.
pub(crate) fn explain(error: &anyhow::Error, saying: Saying) -> u8 {
    let broken_pipe = |cause: &(dyn std::error::Error + 'static)| {
        cause.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
    };
    if error.chain().any(broken_pipe) {
        return SUCCESS;
    }
    if let Some(AlreadySaid(code)) = error.downcast_ref() {
        return *code;
    }
    let (faults, code) = understood(error);
    say(&faults, saying);
    code
}

/// Each thing to mend, and the exit code.
pub(crate) fn understood(error: &anyhow::Error) -> (Vec<Fault>, u8) {
    let model = error.downcast_ref::<outreach::Error>().map(|error| Error::from(error.clone()));
    match error.downcast_ref::<Error>().or(model.as_ref()) {
        Some(error @ Error::Rejected(_)) => (error.faults(), REJECTED),
        Some(error @ Error::Unreadable { source, .. }) => {
            (vec![failed(&error.to_string(), Some(source))], if is_broken(source) { WRONG_INPUT } else { FAILED })
        }
        Some(error) => (error.faults(), WRONG_INPUT),
        None => {
            if let Some(unreachable) = error.downcast_ref::<Unreachable>() {
                return (vec![unreachable.fault()], UNREACHABLE);
            }
            let of_system = error.chain().find_map(|cause| cause.downcast_ref::<std::io::Error>());
            (vec![failed(&format!("{error:#}"), of_system)], FAILED)
        }
    }
}

/// What is packed and ends too early, or is not what its first bytes say, can be read and is wrong.
fn is_broken(source: &std::io::Error) -> bool {
    matches!(source.kind(), ErrorKind::InvalidInput | ErrorKind::InvalidData | ErrorKind::UnexpectedEof)
}

/// What failed, why, and what to do: the system's own words only where there are no others, or where they add something.
fn failed(message: &str, of_system: Option<&std::io::Error>) -> Fault {
    let is_read = message.starts_with("can't read");
    let [mut english, mut french] = [message.to_owned(), message.replace(": ", " : ")];
    if let Some([in_english, in_french]) = of_system.and_then(|of_system| reason(of_system, is_read)) {
        let systems = of_system.map_or_else(String::new, ToString::to_string);
        english = english.replace(&systems, &in_english);
        french = french.replace(&systems.replace(": ", " : "), &in_french);
    }
    let tried = [
        ("can't read standard input", "impossible de lire l'entrée standard"),
        ("can't write to standard output", "impossible d'écrire sur la sortie standard"),
        ("can't read", "impossible de lire"),
        ("can't write", "impossible d'écrire"),
        ("can't draw", "impossible de dessiner"),
        ("can't remove", "impossible de supprimer"),
    ];
    french = tried.into_iter().fold(french, |translated, (english, french)| translated.replace(english, french));
    let [value, accepted, hint] = [None, None, None];
    let reason = Reason::Usage { message: english, french, value, accepted, hint };
    Fault { key: None, place: None, reason }
}

/// The usual reasons of a system in our words.
fn reason(of_system: &std::io::Error, is_read: bool) -> Option<[String; 2]> {
    let words = match of_system.kind() {
        ErrorKind::NotFound if is_read => [
            "there is no such file: check its name and folder",
            "ce fichier n'existe pas : vérifiez son nom et son dossier",
        ],
        ErrorKind::NotFound => ["there is no such folder: make it first", "ce dossier n'existe pas : créez-le d'abord"],
        ErrorKind::PermissionDenied => {
            ["access is denied: check the permissions", "accès refusé : vérifiez les droits d'accès"]
        }
        ErrorKind::IsADirectory => ["it is a folder: name a file", "c'est un dossier : indiquez un fichier"],
        ErrorKind::StorageFull => ["the disk is full: free some space", "le disque est plein : libérez de la place"],
        _ if is_broken(of_system) => {
            return Some([
                format!("the file is damaged or cut off: fetch it again ({of_system})"),
                format!("fichier abîmé ou incomplet : récupérez-le de nouveau ({of_system})"),
            ]);
        }
        _ => return None,
    };
    Some(words.map(str::to_owned))
}

/// Says each thing to mend.
pub(crate) fn say(faults: &[Fault], saying: Saying) {
    if saying.json {
        eprintln!("{}", error_json(faults));
        return;
    }
    let word = match saying.language {
        Language::English => "error:",
        Language::French => "erreur\u{a0}:",
    };
    for fault in faults {
        print(ERROR, word, &fault.message(saying.language));
    }
}

/// Says something beside the result.
pub(crate) fn note(message: &str, language: Language) {
    let word = match language {
        Language::English => "note:",
        Language::French => "note\u{a0}:",
    };
    print(NOTE, word, message);
}

/// As wide as the terminal, if it is one; otherwise a line for what reads it.
fn print(style: Style, word: &str, message: &str) {
    let width =
        terminal_size::terminal_size_of(std::io::stderr()).map(|(width, _)| usize::from(width.0).clamp(40, 120));
    let text = format!("{word} {message}");
    let lines = width.map_or(text.clone(), |width| text.lines().map(|line| wrapped(line, width)).collect());
    eprintln!("{style}{word}{style:#}{}", lines.trim_end().strip_prefix(word).unwrap_or(&lines));
}
