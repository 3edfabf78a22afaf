//! What is read: tables in their containers, logs of calls and lists of contacts.

pub(crate) mod assumed;
mod beginning;
mod connectors;
mod contact_layout;
pub(crate) mod contacts;
#[cfg(feature = "containers")]
mod container;
mod durations;
mod endings;
mod hashes;
mod labels;
mod list_part;
pub(crate) mod log;
mod meanings;
mod nobody;
mod objects;
mod part_file;
pub(crate) mod rows;
pub(crate) mod scenario;
mod source;
pub(crate) mod table;
mod telephone;
mod vocabulary;
pub(crate) mod when;
mod words;

pub use self::contact_layout::ContactLayout;
pub use self::contacts::group_name;
pub use self::list_part::ListPart;
pub use self::log::{CallLog, DateFormat, LogLayout, Role};
pub use self::part_file::PartFile;
pub use self::scenario::{
    Layers, Resolved, Scenario, Setting, check_effects, check_of_kinds, file_of_settings, hours, keys, lacking, number,
    settings_of_file, so_far, whole_or,
};
pub use self::source::Source;

/// A column separator: one ASCII character that is no letter, digit or quote, or `tab`.
pub fn delimiter(text: &str) -> Option<u8> {
    match text.as_bytes() {
        b"\\t" | b"tab" => Some(b'\t'),
        [byte] if byte.is_ascii() && !byte.is_ascii_alphanumeric() && *byte != b'"' => Some(*byte),
        _ => None,
    }
}
