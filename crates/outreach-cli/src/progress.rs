//! A line on the terminal while long work goes on; elsewhere a word where it takes days.

mod terminal;

use std::fmt::Write;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::Result;
use indicatif::{
    HumanCount, HumanDuration, ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle, WeakProgressBar,
};
use outreach::count_trials;
use outreach_io::Language;
use rayon::ThreadPoolBuilder;

use self::terminal::Terminal;
use crate::{args, exit};

/// Shorter work shows nothing.
const PATIENCE: Duration = Duration::from_secs(1);
/// The line moves on this often.
const TICK: Duration = Duration::from_millis(200);
/// What is left is estimated from no less.
const ESTIMABLE: Duration = Duration::from_secs(3);
const DAY: f64 = 86_400.0;

/// The line that is on the terminal, for whoever ends the process.
static SHOWN: Mutex<Option<WeakProgressBar>> = Mutex::new(None);

/// Shown on standard error, only on a terminal, only when the work is long; gone when this is dropped.
#[derive(Debug)]
pub(crate) struct Progress {
    bar: ProgressBar,
    language: Language,
    /// The trials that are made.
    made: Arc<AtomicU64>,
    /// Each trial is made this often.
    passes: Arc<AtomicU64>,
    /// Wakes the thread that would show the line.
    _ends: Sender<()>,
}

impl Progress {
    /// The time that passes, until [`Progress::of_trials`] says what is counted.
    pub(crate) fn begin(output: &args::Output) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        let (ends, ended) = channel();
        let passes = Arc::new(AtomicU64::new(1));
        let progress = Self { bar, language: output.lang(), made: Arc::default(), passes, _ends: ends };
        progress.style(progress.word("{spinner} computing, {elapsed}", "{spinner} calcul en cours, {elapsed}"));
        if !output.quiet {
            let (bar, made, passes) = (progress.bar.clone(), progress.made.clone(), progress.passes.clone());
            let language = progress.language;
            let is_seen = terminal::is_there();
            if is_seen {
                *SHOWN.lock().unwrap_or_else(PoisonError::into_inner) = Some(bar.downgrade());
            }
            let shows = std::thread::Builder::new().spawn(move || {
                let goes_on = |time| ended.recv_timeout(time) == Err(RecvTimeoutError::Timeout);
                let made = || made.load(Ordering::Relaxed) / passes.load(Ordering::Relaxed);
                if is_seen && goes_on(PATIENCE) {
                    bar.set_draw_target(ProgressDrawTarget::term_like(Box::new(Terminal)));
                    while goes_on(TICK) {
                        bar.set_position(made());
                        bar.tick();
                    }
                } else if !is_seen {
                    let (begun, mut speed) = (Instant::now(), Speed::default());
                    while goes_on(TICK) {
                        let all = bar.length().unwrap_or(0);
                        if let Some(days) = speed.days(begun.elapsed(), made(), all) {
                            return tell_days(all, days, language);
                        }
                    }
                }
            });
            // A system that has no more threads shows nothing.
            drop(shows);
        }
        progress
    }

    /// The trials to come and the passes over each; without a number where a precision ends the run.
    pub(crate) fn of_trials(&self, trials: Option<u64>, passes: u64) {
        self.passes.store(passes, Ordering::Relaxed);
        match trials {
            Some(trials) => {
                self.bar.set_length(trials);
                self.style(
                    self.word("{wide_bar} {done} of {all} trials{left}", "{wide_bar} {done} tirages sur {all}{left}"),
                );
            }
            None => self.style(self.word("{spinner} {done} trials, {elapsed}", "{spinner} {done} tirages, {elapsed}")),
        }
    }

    /// This many of them were made before.
    pub(crate) fn go_on(&self, done: u64) {
        self.made.store(done, Ordering::Relaxed);
    }

    /// Runs on this many threads, and shows the trials that they make.
    pub(crate) fn on_threads<T: Send>(&self, threads: usize, work: impl FnOnce() -> T + Send) -> Result<T> {
        let made = self.made.clone();
        let pool = ThreadPoolBuilder::new().num_threads(threads).start_handler(move |_| count_trials(made.clone()));
        Ok(pool.build()?.install(work))
    }

    fn word<T>(&self, english: T, french: T) -> T {
        match self.language {
            Language::English => english,
            Language::French => french,
        }
    }

    fn style(&self, template: &str) {
        let left = self.word([", ", " left"], [", encore ", ""]);
        let left = move |state: &ProgressState, line: &mut dyn Write| {
            if state.elapsed() >= ESTIMABLE && state.pos() > 0 {
                // A terminal that takes no more shows nothing.
                let _ = write!(line, "{}{:#}{}", left[0], HumanDuration(state.eta()), left[1]);
            }
        };
        let count = |number: fn(&ProgressState) -> u64, language: Language| {
            move |state: &ProgressState, line: &mut dyn Write| {
                // As above.
                let _ = line.write_str(&counted(number(state), language));
            }
        };
        let done = count(ProgressState::pos, self.language);
        let all = count(|state| state.len().unwrap_or(0), self.language);
        let style = ProgressStyle::with_template(template).expect("the template is a constant");
        let style = style.with_key("left", left).with_key("done", done).with_key("all", all);
        self.bar.set_style(style.tick_chars(r"-\|/ ").progress_chars("=> "));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// A number of trials as a language writes it.
fn counted(number: u64, language: Language) -> String {
    let number = HumanCount(number).to_string();
    match language {
        Language::English => number,
        Language::French => number.replace(',', "\u{202f}"),
    }
}

/// Clears the line, for whoever ends the process.
#[cfg(unix)]
pub(crate) fn clear() {
    let shown = SHOWN.lock().unwrap_or_else(PoisonError::into_inner).take();
    if let Some(bar) = shown.and_then(|bar| bar.upgrade()) {
        bar.finish_and_clear();
    }
}

/// How fast trials are made.
#[derive(Debug, Default)]
struct Speed {
    seen: u64,
    changes: u32,
    /// When the second change was seen, and what was made by then.
    since: (Duration, u64),
}

impl Speed {
    /// The days that all trials take, once that is known. What was made by the second look at which there was more is not counted:
    /// it has what came before the first trial in it.
    fn days(&mut self, elapsed: Duration, made: u64, all: u64) -> Option<f64> {
        if made != self.seen {
            self.seen = made;
            self.changes += 1;
            if self.changes == 2 {
                self.since = (elapsed, made);
            }
        }
        let (begun, before) = self.since;
        let took = elapsed.saturating_sub(begun);
        let each = || took.as_secs_f64() / made.saturating_sub(before) as f64;
        (self.changes > 2 && took >= ESTIMABLE).then(|| each() * all as f64 / DAY)
    }
}

/// Says how many days a run of this many trials takes, if it takes any.
fn tell_days(trials: u64, days: f64, language: Language) {
    if days >= 1.0 {
        let (days, trials) = (days.round(), counted(trials, language));
        let note = match language {
            Language::English if days < 2.0 => format!("this run of {trials} trials takes about a day"),
            Language::English => format!("this run of {trials} trials takes about {days} days"),
            Language::French if days < 2.0 => format!("ces {trials} tirages prendront environ un jour"),
            Language::French => format!("ces {trials} tirages prendront environ {days} jours"),
        };
        exit::note(&note, language);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_before_the_first_trials_was_taken_for_their_time() {
        let told = |per_second: u64, all: u64| {
            let mut speed = Speed::default();
            // Two seconds pass before the first trial; looks are a fifth of a second apart.
            let mut looks = (0..100_u64).map(|look| (look * 200, look.saturating_sub(10) * per_second / 5));
            looks.find_map(|(at, made)| Some((at, speed.days(Duration::from_millis(at), made, all)?)))
        };
        let (at, days) = told(1_000_000, 1_000_000_000_000).expect("it is known");
        assert!((at, (days - 1e6 / DAY).abs() < 1e-9) == (5_400, true), "{days} days, told at {at} ms");
        assert!(told(1_000_000, 1_000_000_000).expect("it is known").1 < 0.02);
        assert_eq!(told(0, 1_000_000_000), None);
    }
}
