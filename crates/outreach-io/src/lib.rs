//! What goes into `outreach` and what comes out, whoever asks: the command, Python, the browser.
//!
//! In go [scenarios](Scenario), [call logs](CallLog), lists of contacts, parts [of runs](PartFile) and [of
//! lists](ListPart), as text or bytes. Out come [answers](Answer): each as a document for people, as JSON for programs,
//! as a sheet for spreadsheets and, where there is something to see, as a picture. Nothing here opens a file, knows a
//! terminal, or computes probabilities: that is the library's.
//!
//! ```
//! use outreach_io::ask::SimulateQuestion;
//! use outreach_io::{Answer, TextStyle, Sampling, Scenario, Setting};
//!
//! let scenario = Scenario::of_layers(&[vec![Setting::new("calls", "40")?, Setting::new("warm", "12")?]])?;
//! let answer = SimulateQuestion::of(&scenario)?.sampling(Sampling::of(10_000, None)).at_least(&[10]).run()?;
//! assert_eq!(answer.json()["schema"], "outreach/simulate/1");
//! assert!(answer.document(TextStyle::default()).text().starts_with("About 14 meetings from 40 calls"));
//! # Ok::<(), outreach_io::Error>(())
//! ```

pub mod answer;
pub mod ask;
mod error;
mod language;
mod near_miss;
mod need;
pub mod question;
mod read;
mod sampling;
mod show;

pub use crate::ask::merge;
pub use crate::error::{Error, Fault, Reason, Result};
pub use crate::language::{Language, error_json, strategy_in_french};
pub use crate::near_miss::hint as near_miss;
pub use crate::need::{Asked, Need, OfList};
pub use crate::read::{
    CallLog, ContactLayout, DateFormat, Layers, ListPart, LogLayout, PartFile, Resolved, Role, Scenario, Setting,
    Source, check_effects, check_of_kinds, delimiter, file_of_settings, group_name, hours, keys, lacking, number,
    settings_of_file, so_far, whole_or,
};
pub use crate::sampling::Sampling;
pub use crate::show::backtest::Backtested;
pub use crate::show::calibrate::Calibrated;
pub use crate::show::compare::Compared;
pub use crate::show::csv::{Column, Sheet};
pub use crate::show::document::{Document, wrapped};
#[cfg(feature = "pictures")]
pub use crate::show::draw::Image;
pub use crate::show::forecast::Forecast;
pub use crate::show::model::Modelled;
#[cfg(feature = "pages")]
pub use crate::show::page::{page, section};
pub use crate::show::picture::{Curve, Panel, Picture, Span};
pub use crate::show::plan::Planned;
pub use crate::show::sensitivity::Analysed;
pub use crate::show::simulate::Simulated;
pub use crate::show::stored_answer::StoredAnswer;
pub use crate::show::trace::Traced;
pub use crate::show::trials::TrialsFormat;
pub use crate::show::{Answer, Detail, TextStyle};

/// Tests the code blocks of the manual's page for those who build on the libraries.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/embedding.md")]
struct Embedding;

/// The version and a number of the sources: programs of which this is the same say the same.
pub const BUILD: &str = concat!(env!("CARGO_PKG_VERSION"), " (", env!("OUTREACH_SOURCES"), ")");
