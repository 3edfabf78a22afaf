//! Who waits for long work: a bar that shows how far it is, and a token that gives it up from another thread.

use std::cell::RefCell;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use pyo3::exceptions::asyncio::CancelledError;
use pyo3::types::PyAnyMethods as _;
use pyo3::{Bound, Py, PyAny, PyResult, Python, pyclass, pymethods};

/// Whatever takes longer is shown.
const PATIENCE: Duration = Duration::from_secs(1);
/// Between two looks at the bar.
const BETWEEN: Duration = Duration::from_millis(100);

/// The bar of `outreach.progress`, once there is one.
pub(crate) struct Shown {
    total: Option<u64>,
    bar: Option<Py<PyAny>>,
    last: Duration,
}

impl Shown {
    /// Of work with this total, if it is known.
    pub(crate) fn of(total: Option<u64>) -> Self {
        Self { total, bar: None, last: Duration::ZERO }
    }

    pub(crate) fn update(&mut self, py: Python<'_>, waited: Duration, so_far: u64) -> PyResult<()> {
        if waited < PATIENCE || waited < self.last + BETWEEN {
            return Ok(());
        }
        self.last = waited;
        let bar = if let Some(bar) = &self.bar {
            bar
        } else {
            let begin = py.import("outreach.progress")?.getattr("begin")?;
            self.bar.insert(begin.call1((self.total, waited.as_secs_f64()))?.unbind())
        };
        bar.call_method1(py, "show", (so_far,)).map(drop)
    }

    pub(crate) fn close(&self, py: Python<'_>, so_far: u64) {
        if let Some(bar) = &self.bar {
            // The answer is there: a bar that cannot be closed is no reason to lose it.
            let _ = bar.call_method1(py, "close", (so_far,));
        }
    }
}

thread_local! {
    static CURRENT: RefCell<Option<Arc<AtomicBool>>> = const { RefCell::new(None) };
}

/// Within it, what a thread asks for is given up as soon as another one cancels it.
#[pyclass(frozen, module = "outreach._outreach")]
pub(crate) struct Token(Arc<AtomicBool>);

#[pymethods]
impl Token {
    #[new]
    fn new() -> Self {
        Self(Arc::default())
    }

    fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    fn __enter__(&self) {
        CURRENT.set(Some(self.0.clone()));
    }

    fn __exit__(&self, _kind: Bound<'_, PyAny>, _error: Bound<'_, PyAny>, _trace: Bound<'_, PyAny>) {
        CURRENT.with_borrow_mut(|current| *current = current.take().filter(|token| !Arc::ptr_eq(token, &self.0)));
    }
}

impl Token {
    /// Whether this thread's work is still wanted.
    pub(crate) fn check() -> PyResult<()> {
        let cancelled = CURRENT.with_borrow(|token| token.as_ref().is_some_and(|token| token.load(Ordering::Relaxed)));
        if cancelled { Err(CancelledError::new_err(())) } else { Ok(()) }
    }
}
