//! Long work checks now and then whether it is still wanted, and counts the trials that it has made.

use std::cell::RefCell;
use std::panic::resume_unwind;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

thread_local! {
    static UNWANTED: RefCell<Option<Arc<AtomicBool>>> = const { RefCell::new(None) };
    static MADE: RefCell<Option<Arc<AtomicU64>>> = const { RefCell::new(None) };
}

/// What a thread unwinds with when its work is given up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interrupted;

impl Interrupted {
    /// From now on this thread gives up its work soon after the flag is set: it unwinds with an [`Interrupted`], without a
    /// message, from whatever it does. For the threads of a pool whose work somebody may interrupt who catches that.
    ///
    /// ```
    /// use std::panic::catch_unwind;
    /// use std::sync::{Arc, atomic::AtomicBool};
    ///
    /// use outreach::{Campaign, Interrupted, Rates, Strategy};
    ///
    /// let campaign = Campaign::new(Rates::documented(), Strategy::snowball(Default::default()), 100)?;
    /// Interrupted::by(Arc::new(AtomicBool::new(true)));
    /// let given_up = catch_unwind(|| campaign.exact_yield()).unwrap_err();
    /// assert_eq!(given_up.downcast_ref(), Some(&Interrupted));
    /// # Ok::<(), outreach::Error>(())
    /// ```
    pub fn by(flag: Arc<AtomicBool>) {
        UNWANTED.with_borrow_mut(|unwanted| *unwanted = Some(flag));
    }
}

/// From now on this thread adds the trials that it has made to the counter, whatever they are for, block by block: for the threads of a
/// pool whose work somebody shows the progress of.
///
/// ```
/// use std::sync::{Arc, atomic::AtomicU64, atomic::Ordering};
///
/// use outreach::{Campaign, Rates, Simulation, Strategy, count_trials};
///
/// let campaign = Campaign::new(Rates::documented(), Strategy::mixed(), 10)?;
/// let made = Arc::new(AtomicU64::new(0));
/// let counter = made.clone();
/// let threads = rayon::ThreadPoolBuilder::new().start_handler(move |_| count_trials(counter.clone())).build().unwrap();
/// threads.install(|| Simulation::new(&campaign).trials(8192).run())?;
/// assert_eq!(made.load(Ordering::Relaxed), 8192);
/// # Ok::<(), outreach::Error>(())
/// ```
pub fn count_trials(counter: Arc<AtomicU64>) {
    MADE.with_borrow_mut(|made| *made = Some(counter));
}

/// Tells whoever waits that this many more trials are made.
pub(crate) fn tell_made(trials: u64) {
    MADE.with_borrow(|made| made.as_ref().map(|made| made.fetch_add(trials, Ordering::Relaxed)));
}

/// Gives up if nobody waits any more. To be called at least every few milliseconds of long work.
pub(crate) fn check_cancelled() {
    let unwanted = UNWANTED.with_borrow(|flag| flag.as_ref().is_some_and(|flag| flag.load(Ordering::Relaxed)));
    if unwanted {
        resume_unwind(Box::new(Interrupted));
    }
}
