//! A panic, on whatever thread, is one line and an exit code.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, PoisonError};

use anyhow::{Result, anyhow};

/// Where the first panic happened.
static PLACE: Mutex<Option<String>> = Mutex::new(None);

/// Nothing is printed where a panic happens, and no backtrace: the place is kept for the one line that is said of it.
pub fn keep_panics_quiet() {
    std::panic::set_hook(Box::new(|panic| {
        let mut place = PLACE.lock().unwrap_or_else(PoisonError::into_inner);
        *place = place.take().or_else(|| panic.location().map(ToString::to_string));
    }));
}

/// Does it; a panic, its own or one of a thread that works for it, is an error.
pub(crate) fn caught<T>(work: impl FnOnce() -> Result<T>) -> Result<T> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| {
        let place = PLACE.lock().unwrap_or_else(PoisonError::into_inner).take();
        let at = place.map_or_else(String::new, |place| format!(" at {place}"));
        // One line, whatever the panic says.
        let why = panic_message(panic.as_ref()).split_whitespace().collect::<Vec<_>>().join(" ");
        let version = env!("CARGO_PKG_VERSION");
        Err(anyhow!("outreach {version} has a bug{at}: {why}; please report it with what you typed"))
    })
}

fn panic_message(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("it panicked")
}

#[cfg(test)]
mod tests {
    use rayon::prelude::*;

    use super::*;
    use crate::{commands, exit};

    #[test]
    fn a_panic_on_any_thread_is_one_line_and_an_exit_code() {
        let at_a_thousand = |number: u32| assert!(number != 1000, "an injected\npanic at {number}");
        let on_workers = || (0..100_000).into_par_iter().for_each(at_a_thousand);
        let here = caught(|| {
            on_workers();
            Ok(())
        });
        let in_a_pool = caught(|| commands::on_threads(4, on_workers));
        let joined = caught(|| {
            let joined = std::thread::scope(|scope| scope.spawn(on_workers).join());
            joined.map_err(|panic| std::panic::resume_unwind(panic))
        });
        for done in [here, in_a_pool, joined] {
            let error = done.expect_err("it panics");
            let line = format!("{error:#}");
            assert!(line.contains("has a bug") && line.contains("an injected panic at 1000"), "{line}");
            assert!(!line.contains('\n'), "{line}");
            assert_eq!(exit::explain(&error, exit::Saying::default()), 1);
        }
        assert_eq!(caught(|| Ok(7)).expect("no panic"), 7);
    }
}
