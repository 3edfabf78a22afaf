//! Strategies of one's own, side by side: is it worth asking for twenty introductions, or for half of the list?
#![expect(clippy::print_stdout, reason = "an example shows its answer")]

use outreach::{Campaign, Comparison, Effort, Parameter, Probability, Rates, Share, Strategy, Supply};

fn main() -> outreach::Result<()> {
    // Three people in ten answer, recommended or not; an introduction costs half an hour.
    let reach = Probability::new(0.3)?;
    let rates = Rates::documented().with(Parameter::ColdReach, reach).with(Parameter::WarmReach, reach);
    let effort = Effort { introduction: 30.0, ..Effort::default() };

    let strategies = [
        Strategy::cold(),
        Strategy::new("twenty introductions", Supply::Count(20)),
        Strategy::new("half the list", Supply::Share(Share::new(0.5)?)),
    ];
    let campaigns = strategies
        .into_iter()
        .map(|strategy| Campaign::new(rates.clone(), strategy, 90)?.with_effort(effort))
        .collect::<outreach::Result<Vec<_>>>()?;

    let compared = Comparison::of(&campaigns).trials(50_000).seed(7).run()?;
    for run in compared.runs() {
        let (name, law) = (run.campaign().strategy().name(), run.campaign().exact_yield()?);
        let hourly = run.meetings_per_hour().expect("calls take time");
        println!("{name}: {:.2} meetings, {hourly} per hour", law.mean());
    }
    for pair in compared.pairs() {
        let [a, b] = [pair.a(), pair.b()].map(|index| campaigns[index].strategy().name());
        println!("{a} beats {b} in {} of the trials, they tie in {}", pair.a_wins(), pair.tie());
    }
    Ok(())
}
