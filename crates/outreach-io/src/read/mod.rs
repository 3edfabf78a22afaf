//! What is read: tables in their containers, logs of calls and lists of contacts.

mod beginning;
pub(crate) mod contacts;
#[cfg(feature = "containers")]
mod container;
mod doubles;
mod durations;
pub(crate) mod log;
mod source;
pub(crate) mod table;
mod vocabulary;
pub(crate) mod when;
mod words;

pub use self::contacts::ContactLayout;
pub use self::log::{CallLog, DateFormat, LogLayout, Role};
pub use self::source::Source;
