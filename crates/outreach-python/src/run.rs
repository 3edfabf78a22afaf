//! Long work: without the interpreter, on threads of this process, and given up when the user interrupts it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use outreach::Interrupted;
use pyo3::exceptions::PyRuntimeError;
use pyo3::{PyResult, Python};
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::errors::{IntoPython, caught};

/// An interruption is noticed after so long.
const BETWEEN_LOOKS: Duration = Duration::from_millis(20);

/// Runs on so many threads, on one per core for 0; gives up when the user interrupts it, wherever the work is.
pub(crate) fn run<T: Send, E: IntoPython + Send>(
    py: Python<'_>,
    threads: usize,
    work: impl FnOnce() -> Result<T, E> + Send,
) -> PyResult<T> {
    let pool = Pool::take(threads)?;
    let mut interruption = None;
    let found = py.detach(|| {
        pool.threads.in_place_scope(|scope| {
            let (done, found) = channel();
            scope.spawn(move |_| {
                // The other end waits until the end.
                let _ = done.send(caught(work));
            });
            loop {
                match found.recv_timeout(BETWEEN_LOOKS) {
                    Ok(found) => return found,
                    Err(RecvTimeoutError::Timeout) if interruption.is_none() => {
                        #[expect(clippy::redundant_closure_for_method_calls, reason = "the method is of one lifetime")]
                        let signal = Python::attach(|py| py.check_signals());
                        interruption = signal.err();
                        pool.unwanted.store(interruption.is_some(), Ordering::Relaxed);
                    }
                    Err(RecvTimeoutError::Timeout) => {}
                    Err(RecvTimeoutError::Disconnected) => return Err(PyRuntimeError::new_err("the work was lost")),
                }
            }
        })
    });
    pool.give_back();
    interruption.map_or(found, Err)
}

/// Threads for the work of one caller at a time, which is given up when the flag is set.
struct Pool {
    asked: usize,
    threads: ThreadPool,
    unwanted: Arc<AtomicBool>,
}

/// The pools of a process that nobody uses just now.
struct Idle {
    process: u32,
    pools: Vec<Pool>,
}

static IDLE: Mutex<Option<Idle>> = Mutex::new(None);

impl Pool {
    fn take(threads: usize) -> PyResult<Self> {
        let known = of_this_process(|pools| {
            let found = pools.iter().position(|pool| pool.asked == threads);
            found.map(|found| pools.swap_remove(found))
        });
        known.map_or_else(|| Self::start(threads), Ok)
    }

    fn start(asked: usize) -> PyResult<Self> {
        let unwanted = Arc::new(AtomicBool::new(false));
        let flag = unwanted.clone();
        let threads = ThreadPoolBuilder::new()
            .num_threads(asked)
            .thread_name(|number| format!("outreach-{number}"))
            .start_handler(move |_| Interrupted::by(flag.clone()))
            .build()
            .map_err(|error| PyRuntimeError::new_err(format!("can't start {asked} threads: {error}")))?;
        Ok(Self { asked, threads, unwanted })
    }

    fn give_back(self) {
        self.unwanted.store(false, Ordering::Relaxed);
        of_this_process(|pools| pools.push(self));
    }
}

/// A forked child has its parent's pools, but none of their threads, and would wait for them for ever.
fn of_this_process<T>(look: impl FnOnce(&mut Vec<Pool>) -> T) -> T {
    let process = std::process::id();
    let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
    if idle.as_ref().is_some_and(|idle| idle.process != process) {
        // To drop them would be to wake threads that are not there.
        std::mem::forget(idle.take());
    }
    look(&mut idle.get_or_insert_with(|| Idle { process, pools: Vec::new() }).pools)
}
