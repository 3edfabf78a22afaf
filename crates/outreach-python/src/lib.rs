//! The native half of the Python package `outreach`: takes words and numbers, calls the library, and hands back answers.
//!
//! Everything that users meet stands in `python/outreach`; this module is private to it, and its types are told by
//! `_outreach.pyi`.

#![expect(clippy::needless_pass_by_value, reason = "what Python hands over is made for the call")]

mod answer;
mod cluster;
mod command;
mod contacts;
mod effects;
mod errors;
mod logs;
mod part;
mod run;
mod scenario;
mod source;
mod verbs;
mod waiting;

#[pyo3::pymodule(name = "_outreach")]
mod native {
    #[pymodule_export]
    use crate::answer::Answer;
    #[pymodule_export]
    use crate::cluster::{ListPart, Run};
    #[pymodule_export]
    use crate::command::command;
    #[pymodule_export]
    use crate::contacts::{forecast_columns, forecast_table, group_names, kinds_of};
    #[pymodule_export]
    use crate::errors::{note, panics};
    #[pymodule_export]
    use crate::logs::{backtest, calibrate};
    #[pymodule_export]
    use crate::part::{Part, merge};
    #[pymodule_export]
    use crate::scenario::Scenario;
    #[pymodule_export]
    use crate::verbs::{compare, model, plan, sensitivity, simulate, size_needed, trace};

    #[pymodule_export]
    use crate::waiting::Token;

    #[pymodule_export]
    const VERSION: &str = env!("CARGO_PKG_VERSION");
}
