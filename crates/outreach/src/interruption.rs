//! Giving up: long work looks now and then whether anybody still waits for it.

use std::cell::RefCell;
use std::panic::resume_unwind;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

thread_local! {
    static UNWANTED: RefCell<Option<Arc<AtomicBool>>> = const { RefCell::new(None) };
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

/// Gives up if nobody waits any more. To be called at least every few milliseconds of long work.
pub(crate) fn check_cancelled() {
    let unwanted = UNWANTED.with_borrow(|flag| flag.as_ref().is_some_and(|flag| flag.load(Ordering::Relaxed)));
    if unwanted {
        resume_unwind(Box::new(Interrupted));
    }
}
