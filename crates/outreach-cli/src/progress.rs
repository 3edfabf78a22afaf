//! A bar on the terminal while a long run goes on, and a word beforehand where it takes days.

use std::time::{Duration, Instant};

use indicatif::{HumanCount, ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::exit;

/// A run shorter than this shows nothing.
const PATIENCE: Duration = Duration::from_secs(1);
/// A run of fewer trials takes no day: one of a million calls takes some hundredths of a second.
const NO_DAY: u64 = 1_000_000;
/// A run this long tells how long each trial takes.
const TELLING: Duration = Duration::from_millis(10);
const DAY: f64 = 86_400.0;

/// Shown on standard error, only on a terminal, only when the run is long.
#[derive(Debug)]
pub(crate) struct Progress {
    bar: ProgressBar,
    since: Instant,
}

impl Progress {
    pub(crate) fn new(trials: u64, quiet: bool) -> Self {
        let target = if quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        bar.set_length(trials);
        let style = "{wide_bar} {human_pos} of {human_len} trials, {per_sec:0}, {eta} left";
        bar.set_style(ProgressStyle::with_template(style).expect("the template is a constant"));
        bar.set_draw_target(target);
        Self { bar, since: Instant::now() }
    }

    pub(crate) fn show(&self, done: u64) {
        if self.since.elapsed() > PATIENCE {
            self.bar.set_position(done);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// Says how many days a run of so many trials will take, if it takes any: from the time of a few trials, which `run` makes
/// on one thread.
pub(crate) fn tell_days<T>(trials: u64, run: impl Fn(u64) -> T) {
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
        let about = if days < 1.5 { "a day".to_owned() } else { format!("{days:.0} days") };
        exit::note(&format!("this run of {} trials takes about {about}", HumanCount(trials)));
    }
}
