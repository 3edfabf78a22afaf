//! Long work: without the interpreter, on threads of this process, and given up when the user interrupts it.

use std::num::NonZero;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{Builder, JoinHandle};
use std::time::{Duration, Instant};

use outreach::{Interrupted, count_trials};
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
    run_shown(py, threads, None, work)
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

/// The same for work whose number of trials may be known.
pub(crate) fn run_shown<T: Send, E: IntoPython + Send>(
    py: Python<'_>,
    threads: usize,
    total: Option<u64>,
    work: impl FnOnce() -> Result<T, E> + Send,
) -> PyResult<T> {
    let pool = py.detach(|| Pool::take(threads))?;
    let (mut interruption, mut shown) = (None, Shown::of(total));
    let found = py.detach(|| {
        pool.threads.in_place_scope(|scope| {
            let (done, found) = channel();
            scope.spawn(move |_| {
                // The other end waits until the end.
                let _ = done.send(caught(work));
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
                            shown.update(py, begun.elapsed(), pool.made.load(Ordering::Relaxed))
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
    shown.close(py, pool.made.load(Ordering::Relaxed));
    py.detach(|| pool.give_back());
    interruption.map_or(found, Err)
}

/// Threads for the work of one caller at a time, which is given up when the flag is set, and counts the trials that it has made.
struct Pool {
    asked: usize,
    // Before the handles: threads end when nobody has work for them any more.
    threads: ThreadPool,
    unwanted: Arc<AtomicBool>,
    made: Arc<AtomicU64>,
    _ends: Ends,
}

/// The threads of a pool; who drops them waits for their end, so that no more threads than asked are there at any time.
struct Ends(Vec<JoinHandle<()>>);

impl Drop for Ends {
    fn drop(&mut self) {
        for thread in self.0.drain(..) {
            // What a thread panicked with is its caller's.
            let _ = thread.join();
        }
    }
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
        let (unwanted, made) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
        let (flag, counter, mut ends) = (unwanted.clone(), made.clone(), Ends(Vec::new()));
        let threads = ThreadPoolBuilder::new()
            .num_threads(asked)
            .thread_name(|number| format!("outreach-{number}"))
            .start_handler(move |_| {
                Interrupted::by(flag.clone());
                count_trials(counter.clone());
            })
            .spawn_handler(|thread| {
                let named = thread.name().map_or_else(Builder::new, |name| Builder::new().name(name.to_owned()));
                ends.0.push(named.spawn(|| thread.run())?);
                Ok(())
            })
            .build()
            .map_err(|error| PyRuntimeError::new_err(format!("can't start {asked} threads: {error}")))?;
        Ok(Self { asked, threads, unwanted, made, _ends: ends })
    }

    /// More threads than cores are not kept.
    fn give_back(self) {
        self.unwanted.store(false, Ordering::Relaxed);
        self.made.store(0, Ordering::Relaxed);
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
