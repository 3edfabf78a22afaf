//! How the command ends: one place decides the exit code and prints the error.

use std::io::ErrorKind;

use anstream::eprintln;
use anstyle::{AnsiColor, Style};
use outreach_io::{Error, Fault, Language, Reason, error_json};

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

/// No plan reaches the target; why.
#[derive(Debug)]
pub(crate) struct Unreachable(pub(crate) String);

impl std::fmt::Display for Unreachable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
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
            (vec![failed(error.to_string(), Some(source))], if is_broken(source) { WRONG_INPUT } else { FAILED })
        }
        Some(error) => (error.faults(), WRONG_INPUT),
        None => {
            if let Some(Unreachable(why)) = error.downcast_ref::<Unreachable>() {
                return (vec![Fault::said(why)], UNREACHABLE);
            }
            let of_system = error.chain().find_map(|cause| cause.downcast_ref::<std::io::Error>());
            (vec![failed(format!("{error:#}"), of_system)], FAILED)
        }
    }
}

/// What is packed and ends too early, or is not what its first bytes say, can be read and is wrong.
fn is_broken(source: &std::io::Error) -> bool {
    matches!(source.kind(), ErrorKind::InvalidInput | ErrorKind::InvalidData | ErrorKind::UnexpectedEof)
}

/// What failed: in French the usual reasons of the system, and what was tried.
fn failed(message: String, of_system: Option<&std::io::Error>) -> Fault {
    let mut french = message.replace(": ", " : ");
    if let Some(of_system) = of_system {
        let reason = match of_system.kind() {
            ErrorKind::NotFound => "ce fichier n'existe pas".to_owned(),
            ErrorKind::PermissionDenied => "accès refusé".to_owned(),
            ErrorKind::StorageFull => "il n'y a plus de place".to_owned(),
            _ if is_broken(of_system) => format!("fichier abîmé ({of_system})"),
            _ => of_system.to_string(),
        };
        french = french.replace(&of_system.to_string(), &reason);
    }
    let tried = [
        ("can't read standard input", "impossible de lire l'entrée standard"),
        ("can't write to standard output", "impossible d'écrire sur la sortie standard"),
        ("can't read", "impossible de lire"),
        ("can't write", "impossible d'écrire"),
        ("can't draw", "impossible de dessiner"),
        ("can't remove", "impossible de supprimer"),
        ("it is a directory", "c'est un dossier"),
    ];
    french = tried.into_iter().fold(french, |translated, (english, french)| translated.replace(english, french));
    let [value, accepted, hint] = [None, None, None];
    let reason = Reason::Usage { message, french, value, accepted, hint };
    Fault { key: None, place: None, reason }
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
        eprintln!("{ERROR}{word}{ERROR:#} {}", fault.message(saying.language));
    }
}

/// Says something beside the result.
pub(crate) fn note(message: &str, language: Language) {
    let word = match language {
        Language::English => "note:",
        Language::French => "note\u{a0}:",
    };
    eprintln!("{NOTE}{word}{NOTE:#} {message}");
}
