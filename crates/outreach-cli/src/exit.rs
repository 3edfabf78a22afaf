//! How the command ends: one place decides the exit code and prints the error.

use anstream::eprintln;
use anstyle::{AnsiColor, Style};

/// There is an answer.
pub(crate) const SUCCESS: u8 = 0;
/// Input or output failed.
const FAILED: u8 = 1;
/// Wrong usage or input.
const WRONG_INPUT: u8 = 2;
/// The target cannot be reached.
const UNREACHABLE: u8 = 3;
/// Rows were rejected, and `--strict` was asked for.
const REJECTED: u8 = 4;

const ERROR: Style = AnsiColor::Red.on_default().bold();
const NOTE: Style = AnsiColor::Cyan.on_default().bold();

/// What the user typed or wrote is wrong; one message per thing to mend.
#[derive(Debug)]
pub(crate) struct WrongInput(pub(crate) Vec<String>);

impl std::fmt::Display for WrongInput {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.join("; "))
    }
}

impl std::error::Error for WrongInput {}

/// There is no answer as it was asked for; why.
#[derive(Debug)]
pub(crate) enum NoAnswer {
    /// No plan reaches the target.
    Unreachable(String),
    /// Rows of a table were rejected, and none may be.
    Rejected(String),
}

impl std::fmt::Display for NoAnswer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (Self::Unreachable(why) | Self::Rejected(why)) = self;
        f.write_str(why)
    }
}

impl std::error::Error for NoAnswer {}

/// One thing to mend.
pub(crate) fn wrong_input(message: impl Into<String>) -> anyhow::Error {
    WrongInput(vec![message.into()]).into()
}

/// Prints the error and tells the exit code. A reader that has closed the pipe had enough: no error.
pub(crate) fn explain(error: &anyhow::Error) -> u8 {
    let broken_pipe = |cause: &(dyn std::error::Error + 'static)| {
        cause.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
    };
    if error.chain().any(broken_pipe) {
        return SUCCESS;
    }
    let (messages, code) = match (error.downcast_ref::<WrongInput>(), error.downcast_ref::<outreach::Error>()) {
        (Some(wrong), _) => (wrong.0.clone(), WRONG_INPUT),
        (_, Some(outreach::Error::Several(errors))) => (errors.iter().map(ToString::to_string).collect(), WRONG_INPUT),
        (_, Some(error)) => (vec![error.to_string()], WRONG_INPUT),
        (None, None) => match error.downcast_ref::<NoAnswer>() {
            Some(NoAnswer::Unreachable(why)) => (vec![why.clone()], UNREACHABLE),
            Some(NoAnswer::Rejected(why)) => (vec![why.clone()], REJECTED),
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
