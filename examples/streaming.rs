//! A run that the caller watches and ends: simulate until the probability of a good month is known to 0.015 points.
#![expect(clippy::print_stdout, reason = "an example shows its answer")]

use std::ops::ControlFlow;

use outreach::{Campaign, Rates, Simulation, Strategy};

/// What this program calls a good month \[meetings held\].
const GOOD: i64 = 70;
/// The standard error at which its probabilities are known well enough.
const ENOUGH: f64 = 0.000_15;

fn main() -> outreach::Result<()> {
    let campaign = Campaign::new(Rates::documented(), Strategy::referral_heavy(), 100)?;

    // The observer sees the same runs whatever the number of threads, so these lines never change.
    let run = Simulation::new(&campaign).trials(1_000_000_000).seed(7).run_observed(|so_far| {
        let good = so_far.meetings().at_least(GOOD);
        println!("{} campaigns: at least {GOOD} meetings in {good} of them", so_far.trials());
        if good.std_error <= ENOUGH { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    })?;

    let exact = campaign.exact_yield()?.at_least(GOOD as usize);
    let sigmas = run.meetings().at_least(GOOD).sigmas_from(exact);
    println!("{exact:.6} is exact: the last line is {sigmas:+.1} standard errors off");
    Ok(())
}
