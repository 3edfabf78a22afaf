//! How the command ends: one place decides the exit code and prints the error.

use anstream::eprintln;
use anstyle::{AnsiColor, Style};
use outreach_io::Error;

/// There is an answer.
pub(crate) const SUCCESS: u8 = 0;
/// Input or output failed.
const FAILED: u8 = 1;
/// Wrong usage or input.
pub(crate) const WRONG_INPUT: u8 = 2;
/// The target cannot be reached.
const UNREACHABLE: u8 = 3;
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

/// One thing to mend.
pub(crate) fn wrong_input(message: impl Into<String>) -> anyhow::Error {
    Error::WrongInput(vec![message.into()]).into()
}

/// Prints the error and tells the exit code. A reader that has closed the pipe had enough: no error.
pub(crate) fn explain(error: &anyhow::Error) -> u8 {
    let broken_pipe = |cause: &(dyn std::error::Error + 'static)| {
        cause.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
    };
    if error.chain().any(broken_pipe) {
        return SUCCESS;
    }
    let model = error.downcast_ref::<outreach::Error>().map(|error| Error::from(error.clone()));
    let (messages, code) = match error.downcast_ref::<Error>().or(model.as_ref()) {
        Some(Error::Rejected(why)) => (vec![why.clone()], REJECTED),
        Some(error @ Error::Unreadable { .. }) => (vec![error.to_string()], FAILED),
        Some(error) => (error.messages(), WRONG_INPUT),
        None => match error.downcast_ref::<Unreachable>() {
            Some(Unreachable(why)) => (vec![why.clone()], UNREACHABLE),
            None => (vec![format!("{error:#}")], FAILED),
        },
    };
    for message in messages {
        eprintln!("{ERROR}error:{ERROR:#} {message}");
    }
    code
}

/// Says something beside the result.
pub(crate) fn note(message: &str) {
    eprintln!("{NOTE}note:{NOTE:#} {message}");
}
