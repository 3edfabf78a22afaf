//! Every number that `outreach simulate` answers with, from the library: 300 contacts, each called up to four times.
#![expect(clippy::print_stdout, reason = "an example shows its answer")]

use outreach::{
    Campaign, Estimate, Kind, Parameter, Planning, Probability, Quantity, Rates, Sample, Simulation, Solve, Strategy,
    Target, Variance,
};

const QUANTILES: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

fn main() -> outreach::Result<()> {
    let rates = Rates::documented()
        .with(Parameter::ColdReach, Probability::new(0.08)?)
        .with(Parameter::ColdReachable, Probability::new(0.5)?);
    let campaign = Campaign::contacts(300).max_attempts(4).strategy(Strategy::cold()).rates(rates).build()?;

    let yields = campaign.exact_yield()?;
    let central = yields.central(0.9);
    let inside: f64 = central.clone().map(|count| yields.mass(count)).sum();
    println!("exact/mean {}\nexact/sd {}", yields.mean(), yields.sd());
    for q in QUANTILES {
        println!("exact/quantiles/{q} {}", yields.quantile(q));
    }
    println!("exact/central90/low {}\nexact/central90/high {}", central.start(), central.end());
    println!("exact/central90/probability {inside}\nexact/at_least/10 {}", yields.at_least(10));

    let run = Simulation::new(&campaign).trials(10_000).seed(42).run()?;
    sample("meetings", run.meetings());
    let at_least = run.meetings().at_least(10);
    println!("meetings/at_least/10 {}\nmeetings/at_least_std_error/10 {}", at_least.value, at_least.std_error);
    let agreement = run.against(&yields);
    println!("agreement/mean_sigmas {}", agreement.sigmas());
    println!("agreement/largest_cdf_gap {}", agreement.largest_cdf_gap());
    if let Variance::Exact { luck, ignorance } = run.variance() {
        println!("variance/luck {luck}\nvariance/ignorance {ignorance}");
    }
    for (name, quantities) in COUNTS {
        for (of, quantity) in *quantities {
            estimate(&format!("{name}/{of}"), run.mean(*quantity));
        }
    }

    sample("attempts_made", run.attempts());
    let made = campaign.attempts_made()?;
    println!("attempts_made/exact/mean {}\nattempts_made/exact/sd {}", made.mean, made.sd);
    for (index, (exact, simulated)) in campaign.rounds()?.iter().zip(run.rounds()).enumerate() {
        let round = format!("rounds/{index}");
        println!("{round}/attempt {}\n{round}/exact/attempts {}", exact.attempt, exact.attempts);
        println!("{round}/exact/conversations {}\n{round}/exact/meetings {}", exact.conversations, exact.meetings);
        let per_100 = exact.meetings_per_100_attempts().unwrap_or_default();
        println!("{round}/meetings_per_100_attempts {per_100}");
        println!("{round}/break_even_minutes {}", exact.break_even_minutes.unwrap_or_default());
        estimate(&format!("{round}/attempts"), simulated.attempts);
        estimate(&format!("{round}/conversations"), simulated.conversations);
        estimate(&format!("{round}/meetings"), simulated.meetings);
    }

    estimate("minutes", run.minutes());
    let rates = [("meetings_per_hour", run.meetings_per_hour()), ("attempts_per_meeting", run.attempts_per_meeting())];
    for (name, rate) in rates {
        if let Some(rate) = rate {
            estimate(name, rate);
        }
    }

    for (of, kind) in [("cold", Kind::Cold), ("warm", Kind::Warm)] {
        println!("meetings_by_kind/{of} {}", campaign.mean_of_kind(kind).unwrap_or_default());
    }
    println!("one_more_introduction {}", campaign.value_of_introduction().unwrap_or_default());
    if let Some(published) = run.at_published_rates()? {
        let [low, high] = published.central90;
        estimate("at_published_rates", published.mean);
        println!("at_published_rates/central90/low {low}\nat_published_rates/central90/high {high}");
        println!("at_published_rates/central90/probability {}", published.probability.value);
    }

    let plan = Planning::of(&campaign, Target::meetings(10).with_confidence(0.9)).solve(Solve::Contacts).run()?;
    println!(
        "plan: {:?} contacts for 10 meetings, with a probability of {}",
        plan.smallest(),
        plan.probability().value
    );
    Ok(())
}

const COUNTS: &[(&str, &[(&str, Quantity)])] = &[
    ("attempts", &[("cold", Quantity::ColdAttempts), ("warm", Quantity::WarmAttempts), ("total", Quantity::Attempts)]),
    (
        "conversations",
        &[
            ("cold", Quantity::ColdConversations),
            ("warm", Quantity::WarmConversations),
            ("total", Quantity::Conversations),
        ],
    ),
    (
        "meetings_set",
        &[("cold", Quantity::ColdMeetingsSet), ("warm", Quantity::WarmMeetingsSet), ("total", Quantity::MeetingsSet)],
    ),
    (
        "incidents",
        &[
            ("total", Quantity::Incidents),
            ("unknown", Quantity::Unknown),
            ("recovered", Quantity::Recovered),
            ("unrecovered", Quantity::Unrecovered),
            ("disliked", Quantity::Disliked),
        ],
    ),
];

fn estimate(name: &str, estimate: Estimate) {
    println!("{name}/mean {}\n{name}/std_error {}", estimate.value, estimate.std_error);
}

/// A count that was simulated.
fn sample(name: &str, sample: &Sample) {
    estimate(name, sample.mean());
    println!("{name}/sd {}\n{name}/sd_std_error {}", sample.sd().value, sample.sd().std_error);
    for q in QUANTILES {
        println!("{name}/quantiles/{q} {}", sample.quantile(q));
        for (end, bound) in sample.quantile_interval(q).into_iter().flatten().enumerate() {
            println!("{name}/quantile_intervals/{q}/{end} {bound}");
        }
    }
    let [low, high] = [0.05, 0.95].map(|q| sample.quantile(q));
    let inside = sample.share((low..=high).map(|count| sample.count(count)).sum());
    println!("{name}/central90/low {low}\n{name}/central90/high {high}");
    println!("{name}/central90/probability {}", inside.value);
    println!("{name}/central90/probability_std_error {}", inside.std_error);
}
