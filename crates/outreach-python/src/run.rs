//! Long work: without the interpreter, on threads of this process, and given up when the user interrupts it.

use std::num::NonZero;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use outreach::Interrupted;
use pyo3::exceptions::PyRuntimeError;
use pyo3::{PyResult, Python};
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::errors::{IntoPython, caught};
use crate::waiting::{Shown, Token};

/// An interruption is noticed after so long.
const BETWEEN_LOOKS: Duration = Duration::from_millis(20);
/// So long the caller looks for the answer before it sleeps.
const PATIENCE: Duration = Duration::from_micros(50);

/// Runs on this many threads, on one per core for 0; gives up when the user interrupts it, wherever the work is.
pub(crate) fn run<T: Send, E: IntoPython + Send>(
    py: Python<'_>,
    threads: usize,
    work: impl FnOnce() -> Result<T, E> + Send,
) -> PyResult<T> {
    run_shown(py, threads, None, |_| work())
}

thread_local! {
    /// A pool that is the caller's own thread, so that work there starts no other.
    static HERE: Option<ThreadPool> = here();
}

/// Rayon keeps a few kilobytes of each such thread for ever: later ones go without.
fn here() -> Option<ThreadPool> {
    const MOST: u32 = 64;
    static MADE: AtomicU32 = AtomicU32::new(0);
    let is_one_more = MADE.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |made| (made < MOST).then_some(made + 1));
    is_one_more.ok().and_then(|_| ThreadPoolBuilder::new().num_threads(1).use_current_thread().build().ok())
}

/// Short work, at once: to wake another thread would take longer, and nobody interrupts it.
pub(crate) fn run_short<T: Send, E: IntoPython + Send>(
    py: Python<'_>,
    threads: usize,
    work: impl FnOnce() -> Result<T, E> + Send,
) -> PyResult<T> {
    if HERE.with(Option::is_some) { py.detach(|| caught(work)) } else { run(py, threads, work) }
}

/// The same of work that says how far it is, of a total that may be known.
pub(crate) fn run_shown<T: Send, E: IntoPython + Send>(
    py: Python<'_>,
    threads: usize,
    total: Option<u64>,
    work: impl FnOnce(&AtomicU64) -> Result<T, E> + Send,
) -> PyResult<T> {
    let pool = Pool::take(threads)?;
    let mut interruption = None;
    let (so_far, mut shown) = (AtomicU64::new(0), Shown::of(total));
    let found = py.detach(|| {
        pool.threads.in_place_scope(|scope| {
            let (done, found) = channel();
            let so_far = &so_far;
            scope.spawn(move |_| {
                // The other end waits until the end.
                let _ = done.send(caught(|| work(so_far)));
            });
            // To be woken takes longer than short work does.
            let begun = Instant::now();
            while begun.elapsed() < PATIENCE {
                if let Ok(found) = found.try_recv() {
                    return found;
                }
                std::thread::yield_now();
            }
            loop {
                match found.recv_timeout(BETWEEN_LOOKS) {
                    Ok(found) => return found,
                    Err(RecvTimeoutError::Timeout) if interruption.is_none() => {
                        let look = |py: Python<'_>| {
                            py.check_signals()?;
                            Token::check()?;
                            shown.update(py, begun.elapsed(), so_far.load(Ordering::Relaxed))
                        };
                        interruption = Python::attach(look).err();
                        pool.unwanted.store(interruption.is_some(), Ordering::Relaxed);
                    }
                    Err(RecvTimeoutError::Timeout) => {}
                    Err(RecvTimeoutError::Disconnected) => return Err(PyRuntimeError::new_err("the work was lost")),
                }
            }
        })
    });
    shown.close(py, so_far.into_inner());
    pool.give_back();
    interruption.map_or(found, Err)
}

/// Threads for the work of one caller at a time, which is given up when the flag is set.
struct Pool {
    asked: usize,
    threads: ThreadPool,
    unwanted: Arc<AtomicBool>,
}

/// The pool of a process that nobody uses just now: short calls one after another start no threads.
struct Idle {
    process: u32,
    pool: Option<Pool>,
}

static IDLE: Mutex<Option<Idle>> = Mutex::new(None);

impl Pool {
    fn take(threads: usize) -> PyResult<Self> {
        // Another number of threads takes the place of those that are idle.
        let idle = of_this_process(Option::take);
        idle.filter(|pool| pool.asked == threads).map_or_else(|| Self::start(threads), Ok)
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

    /// More threads than cores are not kept.
    fn give_back(self) {
        self.unwanted.store(false, Ordering::Relaxed);
        let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
        if self.threads.current_num_threads() <= cores {
            drop(of_this_process(|idle| idle.replace(self)));
        }
    }
}

/// A forked child has its parent's pool, but none of its threads, and would wait for them for ever.
fn of_this_process<T>(look: impl FnOnce(&mut Option<Pool>) -> T) -> T {
    let process = std::process::id();
    let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
    if idle.as_ref().is_some_and(|idle| idle.process != process) {
        // To drop it would be to wake threads that are not there.
        std::mem::forget(idle.take());
    }
    look(&mut idle.get_or_insert_with(|| Idle { process, pool: None }).pool)
}
