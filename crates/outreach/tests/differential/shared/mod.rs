//! Random scenarios over all that is accepted, and the search for one that something is wrong with. The command's tests
//! read these files too.

mod harness;
mod random;
mod scenario;
mod smaller;

pub(crate) use self::harness::search;
#[allow(unused_imports, reason = "the command alone waits for another process")]
pub(crate) use self::harness::{limit, memory};
#[allow(unused_imports, reason = "the command's tests read only some")]
pub(crate) use self::scenario::{Calls, End, Known, Scenario};
