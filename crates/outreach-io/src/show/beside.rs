//! What stands beside an answer: the same campaign at published rates.

use outreach::{Campaign, Preset, Run, Simulation, Stop};

use crate::answer::CountRange;

/// So many trials tell what stands beside an answer in whole numbers.
const TRIALS: u64 = 10_000;

/// Mean and range of what chance decides: meetings, or the calls until so many are held.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Beside {
    pub(crate) mean: f64,
    pub(crate) range: CountRange,
}

/// What a campaign would bring at the published rates: exact where that is known. `None` for the rest of a campaign, as what came
/// so far can be all but impossible there, and where calls are cut off before the meetings are held.
pub(crate) fn at_published_rates(run: &Run) -> outreach::Result<Option<Beside>> {
    let published = run.campaign().with_preset(Preset::Published)?;
    let until_held = matches!(published.stop(), Stop::Meetings(_));
    if published.so_far().is_some() || (until_held && published.calls() < Campaign::MAX_CALLS) {
        return Ok(None);
    }
    let exact = if until_held { published.exact_attempts() } else { published.exact_yield() };
    if let Ok(exact) = exact {
        return Ok(Some(Beside { mean: exact.mean(), range: CountRange::of(&exact) }));
    }
    let run = Simulation::new(&published).trials(run.trials().min(TRIALS)).seed(run.seed()).run()?;
    let sample = if until_held { run.attempts() } else { run.meetings() };
    Ok(Some(Beside { mean: sample.mean().value, range: CountRange::of_sample(sample) }))
}
