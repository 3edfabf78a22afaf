//! Long work: without the interpreter, on threads of this process, and given up when the user interrupts it.

use std::collections::BTreeMap;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use pyo3::exceptions::PyRuntimeError;
use pyo3::{PyResult, Python};
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::errors::{IntoPython, caught};

/// An interruption is noticed after so long.
const BETWEEN_LOOKS: Duration = Duration::from_millis(20);

/// Runs on so many threads, on one per core for 0. The work is to end soon after the flag is set, and what it has found is
/// not looked at then.
pub(crate) fn run<T: Send, E: IntoPython + Send>(
    py: Python<'_>,
    threads: usize,
    work: impl FnOnce(&Arc<AtomicBool>) -> Result<T, E> + Send,
) -> PyResult<T> {
    let pool = pool(threads)?;
    let interrupted = Arc::new(AtomicBool::new(false));
    caught(|| {
        py.detach(|| {
            pool.in_place_scope(|scope| {
                let (done, found) = channel();
                let interrupted = &interrupted;
                scope.spawn(move |_| {
                    // Nobody waits any more where this thread was torn down.
                    let _ = done.send(caught(|| work(interrupted)));
                });
                let mut interruption = None;
                loop {
                    match found.recv_timeout(BETWEEN_LOOKS) {
                        Ok(found) => return interruption.map_or(found, Err),
                        Err(RecvTimeoutError::Timeout) if interruption.is_none() => {
                            interruption = Python::attach(|py| py.check_signals()).err();
                            interrupted.store(interruption.is_some(), Ordering::Relaxed);
                        }
                        Err(RecvTimeoutError::Timeout) => {}
                        Err(RecvTimeoutError::Disconnected) => resume_unwind(Box::new("the work was lost")),
                    }
                }
            })
        })
    })
}

/// The pools of a process by their number of threads.
struct Pools {
    process: u32,
    by_threads: BTreeMap<usize, Arc<ThreadPool>>,
}

static POOLS: Mutex<Option<Pools>> = Mutex::new(None);

/// A pool of this very process: a forked child has its parent's pools, but none of their threads, and would wait for them
/// for ever.
fn pool(threads: usize) -> PyResult<Arc<ThreadPool>> {
    let process = std::process::id();
    let mut pools = POOLS.lock().unwrap_or_else(PoisonError::into_inner);
    if pools.as_ref().is_some_and(|pools| pools.process != process) {
        // To drop them would be to wake threads that are not there.
        std::mem::forget(pools.take());
    }
    let pools = pools.get_or_insert_with(|| Pools { process, by_threads: BTreeMap::new() });
    if let Some(pool) = pools.by_threads.get(&threads) {
        return Ok(pool.clone());
    }
    let pool = ThreadPoolBuilder::new().num_threads(threads).thread_name(|number| format!("outreach-{number}")).build();
    let pool =
        Arc::new(pool.map_err(|error| PyRuntimeError::new_err(format!("can't start {threads} threads: {error}")))?);
    pools.by_threads.insert(threads, pool.clone());
    Ok(pool)
}
