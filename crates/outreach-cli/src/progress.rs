//! A line on the terminal while long work goes on, and a word beforehand where it takes days.

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
/// A run of fewer trials takes no day: one of a million calls takes some hundredths of a second.
const NO_DAY: u64 = 1_000_000;
/// A run this long shows how long each trial takes.
const TELLING: Duration = Duration::from_millis(10);
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
    /// Wakes the thread that would show the line.
    _ends: Sender<()>,
}

impl Progress {
    /// The time that passes, until [`Progress::of_trials`] says what is counted.
    pub(crate) fn begin(output: &args::Output) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        let (ends, ended) = channel();
        let progress = Self { bar, language: output.lang(), made: Arc::default(), _ends: ends };
        progress.style(progress.word("{spinner} computing, {elapsed}", "{spinner} calcul en cours, {elapsed}"));
        if !output.quiet && terminal::is_there() {
            let (bar, made) = (progress.bar.clone(), progress.made.clone());
            *SHOWN.lock().unwrap_or_else(PoisonError::into_inner) = Some(bar.downgrade());
            let shows = std::thread::Builder::new().spawn(move || {
                let goes_on = |time| ended.recv_timeout(time) == Err(RecvTimeoutError::Timeout);
                if goes_on(PATIENCE) {
                    bar.set_draw_target(ProgressDrawTarget::term_like(Box::new(Terminal)));
                    while goes_on(TICK) {
                        bar.set_position(made.load(Ordering::Relaxed));
                        bar.tick();
                    }
                }
            });
            // A system that has no more threads shows nothing.
            drop(shows);
        }
        progress
    }

    /// This many trials will be made, or up to a precision: then nobody knows how many.
    pub(crate) fn of_trials(&self, trials: Option<u64>) {
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

/// Says how many days a run of this many trials will take, if it takes any: from the time of a few trials, which `run` makes
/// on one thread.
pub(crate) fn tell_days<T>(trials: u64, language: Language, run: impl Fn(u64) -> T) {
    if trials < NO_DAY {
        return;
    }
    let mut some = 8;
    let took = loop {
        let begun = Instant::now();
        run(some);
        let took = begun.elapsed();
        if took > TELLING || some > NO_DAY / 2 {
            break took;
        }
        some *= 2;
    };
    let days = took.as_secs_f64() / some as f64 * trials as f64 / rayon::current_num_threads() as f64 / DAY;
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
