//! A call of a tool: bounded in time and memory, given up when nobody waits for it any more.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use outreach::Interrupted;
use outreach_io::question::{Question, error_in_fields, in_fields};
use outreach_io::{Answer, Fault, Language, TextStyle, error_json};
use rayon::ThreadPoolBuilder;
use rmcp::RoleServer;
use rmcp::model::{CallToolResult, ContentBlock, JsonObject, ProgressNotificationParam};
use rmcp::service::RequestContext;
use serde_json::Value;
use tokio::sync::Semaphore;

use crate::MEMORY;
use crate::folders::Folders;

/// A call that takes longer has no answer.
const LONGEST: Duration = Duration::from_secs(60);
/// Who waits is told this often how far it is.
const BETWEEN_TOLD: Duration = Duration::from_millis(500);
/// The most bytes of memory that are taken while a call is worked on.
const MOST_MEMORY: usize = 512 << 20;
/// They are looked at this often.
const BETWEEN_LOOKS: Duration = Duration::from_millis(20);
/// The most bytes of an answer.
const LARGEST: usize = 8 << 20;
/// This many calls are worked on at once; others wait their turn.
const AT_ONCE: usize = 2;

/// What works on calls.
#[derive(Debug)]
pub(crate) struct Desk {
    folders: Folders,
    turns: Arc<Semaphore>,
}

/// One call, as those see it who wait and who work.
#[derive(Debug)]
struct Work {
    unwanted: Arc<AtomicBool>,
    trials: AtomicU64,
    /// The bytes of memory that were taken when it began.
    before: AtomicUsize,
}

impl Desk {
    pub(crate) fn new(folders: Folders) -> Self {
        Self { folders, turns: Arc::new(Semaphore::new(AT_ONCE)) }
    }

    /// The answer to a question of a verb, or why there is none.
    pub(crate) async fn call(
        &self,
        verb: String,
        fields: JsonObject,
        context: RequestContext<RoleServer>,
    ) -> CallToolResult {
        let (work, begun) = (Arc::new(Work::waiting()), Instant::now());
        let (mut looks, mut told) = (tokio::time::interval(BETWEEN_LOOKS), begun);
        let answered = async {
            let turn = self.turns.clone().acquire_owned().await;
            let (work, folders) = (work.clone(), self.folders.for_call(work.unwanted.clone()));
            let answered = tokio::task::spawn_blocking(move || {
                // Kept until the work ends, whether or not anybody waits for it.
                let _turn = turn;
                work.before.store(MEMORY.allocated(), Ordering::Relaxed);
                work.answer(&verb, fields, &folders)
            });
            answered.await.unwrap_or_else(|error| refused(&[Fault::said(error.to_string())]))
        };
        tokio::pin!(answered);
        loop {
            let given_up = tokio::select! {
                result = &mut answered => return result,
                () = context.ct.cancelled() => "the call was cancelled",
                _ = looks.tick() => {
                    let given_up = work.is_too_much(begun.elapsed());
                    if given_up.is_none() && told.elapsed() >= BETWEEN_TOLD {
                        told = Instant::now();
                        tell(&context, begun.elapsed(), &work).await;
                    }
                    let Some(given_up) = given_up else { continue };
                    given_up
                }
            };
            work.unwanted.store(true, Ordering::Relaxed);
            return refused(&[Fault::said(given_up)]);
        }
    }
}

/// Tells who asked for it how far the call is.
async fn tell(context: &RequestContext<RoleServer>, elapsed: Duration, work: &Work) {
    let Some(token) = context.meta.get_progress_token() else { return };
    let (seconds, trials) = (elapsed.as_secs_f64(), work.trials.load(Ordering::Relaxed));
    let told = if trials > 0 { format!("{trials} trials so far") } else { format!("{seconds:.1} s so far") };
    let progress = ProgressNotificationParam::new(token, seconds).with_total(LONGEST.as_secs_f64()).with_message(told);
    // Who has gone is told nothing more.
    let _ = context.peer.notify_progress(progress).await;
}

impl Work {
    fn waiting() -> Self {
        Self { unwanted: Arc::default(), trials: AtomicU64::default(), before: AtomicUsize::new(usize::MAX) }
    }

    /// Why it is given up after this time, if it is.
    fn is_too_much(&self, elapsed: Duration) -> Option<&'static str> {
        let taken = MEMORY.allocated().saturating_sub(self.before.load(Ordering::Relaxed));
        if taken > MOST_MEMORY {
            Some(
                "it takes more than 512 MB: ask with fewer trials, calls or rows, or use the command, which has no such limit",
            )
        } else if elapsed >= LONGEST {
            Some(
                "no answer within 60 s: ask with fewer trials, calls or rows, or use the command, which has no such limit",
            )
        } else {
            None
        }
    }

    fn answer(&self, verb: &str, fields: JsonObject, folders: &Folders) -> CallToolResult {
        let flag = self.unwanted.clone();
        let threads = ThreadPoolBuilder::new().start_handler(move |_| Interrupted::by(flag.clone())).build();
        let threads = match threads {
            Ok(threads) => threads,
            Err(error) => return refused(&[Fault::said(format!("no threads can be started: {error}"))]),
        };
        let watch = |trials| {
            self.trials.store(trials, Ordering::Relaxed);
            if self.unwanted.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let answered = threads.install(|| {
            catch_unwind(AssertUnwindSafe(|| match Question::of_verb(verb, fields)?.run_watched(folders, &watch) {
                Ok(answer) => Ok(answered(verb, answer.as_ref(), folders.notes())),
                Err(error) => Err(error),
            }))
        });
        match answered {
            Ok(Ok(result)) => result,
            Ok(Err(error)) => refused_in(verb, &error.faults()),
            Err(panic) if panic.is::<Interrupted>() => refused(&[Fault::said("the call was given up")]),
            Err(_) => {
                let version = env!("CARGO_PKG_VERSION");
                refused(&[Fault::said(format!("outreach {version} has a bug; please report it with this question"))])
            }
        }
    }
}

/// The answer at a glance, with whose figures it rests on, beside all of it as data.
fn answered(verb: &str, answer: &dyn Answer, idle: Vec<String>) -> CallToolResult {
    let Some(json) = answer.json_within(LARGEST) else { return too_large() };
    let notes = [idle, answer.warnings(Language::English), answer.notes(Language::English)].concat();
    let beside =
        answer.unreachable(Language::English).into_iter().chain(notes.into_iter().map(|note| format!("note: {note}")));
    let text = std::iter::once(answer.document(TextStyle::default()).without_hints().text()).chain(beside);
    let text: Vec<_> = text.map(|text| in_fields(verb, &text)).collect();
    let size = json.to_string().len() + text.iter().map(String::len).sum::<usize>();
    if size > LARGEST {
        return too_large();
    }
    result(text.into_iter().map(ContentBlock::text).collect(), json, false)
}

fn too_large() -> CallToolResult {
    let message = format!("the answer would have more than {LARGEST} bytes: ask for fewer calls, rows or counts");
    refused(&[Fault::said(message)])
}

/// What is wrong whatever the verb.
pub(crate) fn refused(faults: &[Fault]) -> CallToolResult {
    refused_in("", faults)
}

/// Each thing to mend, in words and as data, by the names that a verb's fields have.
fn refused_in(verb: &str, faults: &[Fault]) -> CallToolResult {
    let told = |fault: &Fault| in_fields(verb, &format!("error: {}", fault.message(Language::English)));
    let content: Vec<_> = faults.iter().map(told).collect();
    if content.iter().map(String::len).sum::<usize>() > LARGEST / 8 {
        return refused(&[Fault::said("there is too much wrong with it to be said")]);
    }
    result(content.into_iter().map(ContentBlock::text).collect(), error_in_fields(verb, error_json(faults)), true)
}

fn result(content: Vec<ContentBlock>, json: Value, is_error: bool) -> CallToolResult {
    let mut result = if is_error { CallToolResult::error(content) } else { CallToolResult::success(content) };
    result.structured_content = Some(json);
    result
}
