//! How many meetings will a hundred calls bring, eight in ten of them recommended?
#![expect(clippy::print_stdout, reason = "an example shows its answer")]

use outreach::{Campaign, Rates, Simulation, Strategy};

fn main() -> outreach::Result<()> {
    let campaign = Campaign::new(Rates::documented(), Strategy::referral_heavy(), 100)?;

    let exact = campaign.exact_yield()?;
    println!("{:.2} meetings on average, exact", exact.mean());
    let central = exact.central(0.9);
    let (low, high) = (central.start(), central.end());
    let between: f64 = central.clone().map(|count| exact.mass(count)).sum();
    println!("{low} to {high} in {:.0} % of campaigns", 100.0 * between);
    println!("at least 70 with a probability of {:.1} %", 100.0 * exact.at_least(70));

    let run = Simulation::new(&campaign).trials(100_000).seed(7).run()?;
    println!("{} meetings on average in {} simulated campaigns", run.meetings().mean(), run.trials());
    println!("that is {:+.1} standard errors off the exact mean", run.against(&exact).sigmas());
    Ok(())
}
