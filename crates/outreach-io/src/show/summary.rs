//! A distribution in a row: mean, standard deviation and quantiles.

use outreach::{Pmf, Sample};

use super::document::Table;
use super::json::QUANTILES;
use crate::Language;

/// The columns of a summary behind a first one.
pub(crate) fn summary_header(say: Language, first: String) -> Vec<String> {
    let quantiles = QUANTILES.map(|q| say.per_cent(100.0 * q));
    [first, say.mean(), say.sd()].into_iter().chain(quantiles).collect()
}

/// Mean, standard deviation and quantiles of a distribution and of its simulation.
pub(crate) fn summary(say: Language, distribution: Option<&Pmf>, sample: &Sample) -> Table {
    let mut table = Table::new(summary_header(say, String::new()));
    if let Some(distribution) = distribution {
        let cells = [say.exact(), say.plain(distribution.mean()), say.plain(distribution.sd())];
        table.row(cells.into_iter().chain(QUANTILES.map(|q| distribution.quantile(q).to_string())));
    }
    let cells = [say.simulated(), say.estimate(sample.mean()), say.estimate(sample.sd())];
    table.row(cells.into_iter().chain(QUANTILES.map(|q| sample.quantile(q).to_string())));
    table
}
