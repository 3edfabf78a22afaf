//! What is wrong with what was given.

use std::io;

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// What was given is wrong: one message for each thing to mend.
    #[error("{}", .0.join("; "))]
    WrongInput(Vec<String>),
    /// Settings of a scenario are wrong: each of them.
    #[error("{}", told(.0))]
    WrongSettings(Vec<Fault>),
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

/// One thing to mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The key of a scenario, or the option, that has the wrong value; `None` where it is no single one.
    pub key: Option<String>,
    /// What is wrong, in words.
    pub message: String,
}

impl Error {
    /// One message for each thing to mend.
    pub fn messages(&self) -> Vec<String> {
        self.faults().into_iter().map(|fault| fault.message).collect()
    }

    /// Each thing to mend, with its key: for a form that shows messages beside its fields.
    ///
    /// ```
    /// use outreach_io::{Scenario, Setting};
    ///
    /// let settings = vec![Setting::new("calls", "many")?, Setting::new("cold.meeting", "1.2")?];
    /// let faults = Scenario::of_layers(&[settings]).unwrap_err().faults();
    /// assert_eq!(faults[1].key.as_deref(), Some("cold.meeting"));
    /// assert_eq!(faults[1].message, "cold.meeting = 1.2 is not a probability (0 to 1)");
    /// # Ok::<(), outreach_io::Error>(())
    /// ```
    pub fn faults(&self) -> Vec<Fault> {
        match self {
            Self::WrongInput(messages) => {
                messages.iter().map(|message| Fault { key: None, message: message.clone() }).collect()
            }
            Self::WrongSettings(faults) => faults.clone(),
            Self::Model(outreach::Error::Several(errors)) => errors.iter().map(of_model).collect(),
            Self::Model(error) => vec![of_model(error)],
            Self::Rejected(_) | Self::Unreadable { .. } => vec![Fault { key: None, message: self.to_string() }],
        }
    }
}

fn of_model(error: &outreach::Error) -> Fault {
    let key = match error {
        outreach::Error::Rejected { field, .. } => Some(field.clone()),
        outreach::Error::Unsolvable { .. } => Some("reading".to_owned()),
        _ => None,
    };
    Fault { key, message: error.to_string() }
}

fn told(faults: &[Fault]) -> String {
    faults.iter().map(|fault| fault.message.as_str()).collect::<Vec<_>>().join("; ")
}

/// One thing to mend.
pub(crate) fn wrong_input(message: impl Into<String>) -> Error {
    Error::WrongInput(vec![message.into()])
}
