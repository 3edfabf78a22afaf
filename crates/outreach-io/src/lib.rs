//! What goes into `outreach` and what comes out, whoever asks: the command, Python, the browser.
//!
//! In go [scenarios](Scenario), [call logs](CallLog), lists of contacts, parts [of runs](PartFile) and [of
//! lists](ListPart), as text or bytes. Out come [answers](Answer): each as a document for people, as JSON for programs,
//! as a sheet for spreadsheets and, where there is something to see, as a picture. Nothing here opens a file, knows a
//! terminal, or computes probabilities: that is the library's.
//!
//! ```
//! use outreach_io::ask::SimulateQuestion;
//! use outreach_io::{Answer, Look, Scenario, Setting};
//!
//! let scenario = Scenario::of_layers(&[vec![Setting::new("calls", "40")?, Setting::new("warm", "12")?]])?;
//! let answer = SimulateQuestion::of(&scenario)?.trials(10_000).at_least(&[10]).run()?;
//! assert_eq!(answer.json()["schema"], "outreach/simulate/1");
//! assert!(answer.document(Look::default()).text().starts_with("About 14 meetings from 40 calls"));
//! # Ok::<(), outreach_io::Error>(())
//! ```

pub mod answer;
pub mod ask;
mod error;
mod language;
mod list_part;
mod near_miss;
mod part_file;
mod read;
mod report;
mod scenario;

pub use crate::error::{Error, Fault, Reason, Result};
pub use crate::language::{Language, error_json};
pub use crate::list_part::ListPart;
pub use crate::near_miss::hint as near_miss;
pub use crate::part_file::{PartFile, merge};
pub use crate::read::{CallLog, ContactLayout, DateFormat, LogLayout, Role, Source};
pub use crate::report::backtest::Backtested;
pub use crate::report::calibrate::Calibrated;
pub use crate::report::compare::Duels;
pub use crate::report::csv::{Column, Sheet};
pub use crate::report::document::Document;
#[cfg(feature = "pictures")]
pub use crate::report::draw::Image;
pub use crate::report::forecast::Forecast;
pub use crate::report::kept::Kept;
pub use crate::report::model::Model;
#[cfg(feature = "pages")]
pub use crate::report::page::{page, section};
pub use crate::report::picture::{Curve, Panel, Picture};
pub use crate::report::plan::Planned;
pub use crate::report::sensitivity::Tornado;
pub use crate::report::simulate::Yield;
pub use crate::report::so_far::Surprise;
pub use crate::report::trace::Trace;
pub use crate::report::trials::TrialsFormat;
pub use crate::report::{Answer, Detail, Look, Sampling};
pub use crate::scenario::{
    Asked, Need, OfList, Scenario, Setting, file_of_settings, hours, keys, lacking, number, settings_of_file, so_far,
    whole,
};

/// Tests the code blocks of the manual's page for those who build on the libraries.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/embedding.md")]
struct Embedding;
