//! Call logs.

use std::str::FromStr;

use outreach::{Kind, Preset};
use outreach_io::ask::{BacktestQuestion, CalibrateQuestion};
use outreach_io::{CallLog, DateFormat, LogLayout, Role};
use pyo3::exceptions::PyValueError;
use pyo3::{FromPyObject, PyResult, Python, pyfunction};

use crate::answer::Answer;
use crate::errors::{OfLog, caught};
use crate::run::run;
use crate::source::{Source, delimiter};

/// Where a log says what, and what its words mean.
#[derive(FromPyObject)]
#[pyo3(from_item_all)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub(crate) struct Layout {
    /// By the names of their roles.
    columns: Vec<(String, String)>,
    delimiter: Option<String>,
    date_format: Option<String>,
    cold_words: Vec<String>,
    warm_words: Vec<String>,
    meeting_words: Vec<String>,
    no_meeting_words: Vec<String>,
    not_reached_words: Vec<String>,
    open_words: Vec<String>,
    talk_time: f64,
    no_dates: bool,
    newest_first: bool,
    skip_lines: u64,
    sheet: Option<String>,
    strict: bool,
    allow_rejected: bool,
}

impl Layout {
    fn build(self) -> PyResult<LogLayout> {
        let layout = LogLayout {
            delimiter: delimiter(self.delimiter.as_deref())?,
            date_format: self.date_format.as_deref().map(date_format).transpose()?,
            cold_words: self.cold_words,
            warm_words: self.warm_words,
            meeting_words: self.meeting_words,
            no_meeting_words: self.no_meeting_words,
            not_reached_words: self.not_reached_words,
            open_words: self.open_words,
            talk_time: self.talk_time,
            no_dates: self.no_dates,
            newest_first: self.newest_first,
            skip_lines: self.skip_lines,
            sheet: self.sheet,
            strict: self.strict,
            allow_rejected: self.allow_rejected,
            ..LogLayout::default()
        };
        let named = |(key, name)| Some((Role::ALL.into_iter().find(|role| role.key() == key)?, name));
        let columns = self.columns.into_iter().filter_map(named);
        Ok(columns.fold(layout, |layout, (role, name): (Role, String)| layout.with_column(role, name)))
    }
}

fn date_format(name: &str) -> PyResult<DateFormat> {
    match name {
        "dmy" => Ok(DateFormat::Dmy),
        "mdy" => Ok(DateFormat::Mdy),
        _ => Err(PyValueError::new_err(format!("date_format = {name} is not an order of dates (dmy, mdy)"))),
    }
}

#[pyfunction]
pub(crate) fn calibrate(
    py: Python<'_>,
    source: Source,
    layout: Layout,
    prior: &str,
    prior_weight: Option<f64>,
    preset: &str,
) -> PyResult<(Answer, String)> {
    let layout = layout.build()?;
    let preset = caught(|| Preset::from_str(preset))?;
    let question = CalibrateQuestion { preset, ..CalibrateQuestion::default() };
    let question = caught(|| question.with_prior(prior, prior_weight))?;
    run(py, 1, || {
        let (name, source) = source.open()?;
        let answer = question.run(CallLog::read(name, source, layout)?)?;
        let scenario = answer.scenario_file();
        Ok::<_, OfLog>((Answer::new(answer), scenario))
    })
}

#[pyfunction]
pub(crate) fn backtest(
    py: Python<'_>,
    source: Source,
    layout: Layout,
    kind: &str,
    batch: u32,
    warmup: u64,
) -> PyResult<Answer> {
    let layout = layout.build()?;
    let Some(kind) = Kind::ALL.into_iter().find(|known| known.key() == kind) else {
        return Err(PyValueError::new_err(format!("unknown kind `{kind}` (accepted: cold, warm)")));
    };
    run(py, 1, || {
        let (name, source) = source.open()?;
        let question = BacktestQuestion { kind, batch, warmup };
        Ok::<_, OfLog>(Answer::new(question.run(CallLog::read(name, source, layout)?)?))
    })
}
