//! What is wrong with what was given.

use std::io;

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// What was given is wrong: one message for each thing to mend.
    #[error("{}", .0.join("; "))]
    WrongInput(Vec<String>),
    /// Rows of a table were rejected, and none may be.
    #[error("{0}")]
    Rejected(String),
    /// A source cannot be read to its end.
    #[error("can't read {name}: {source}")]
    Unreadable {
        /// The name of the source.
        name: String,
        /// What went wrong.
        source: io::Error,
    },
    /// The model rejects a value.
    #[error(transparent)]
    Model(#[from] outreach::Error),
}

/// A result with this crate's error.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// One message for each thing to mend.
    pub fn messages(&self) -> Vec<String> {
        match self {
            Self::WrongInput(messages) => messages.clone(),
            Self::Model(outreach::Error::Several(errors)) => errors.iter().map(ToString::to_string).collect(),
            other => vec![other.to_string()],
        }
    }
}

/// One thing to mend.
pub(crate) fn wrong_input(message: impl Into<String>) -> Error {
    Error::WrongInput(vec![message.into()])
}
