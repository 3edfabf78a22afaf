//! What an audit found wrong, each by the name of what broke, where no other test bears it.

use outreach::{Beta, Campaign, Comparison, Parameter, Pmf, Pool, Probability, Rates, Simulation, Stop, Strategy};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use crate::scenarios::documented_with;

fn beta(alpha: f64, beta: f64) -> Beta {
    Beta::new(alpha, beta).unwrap()
}

/// Nearly all or nearly nothing: a mean that was 0.012 off, a median off by 6.
#[test]
fn a_million_calls_of_a_rate_of_tiny_parameters_lost_mean_and_median() {
    let rates = Rates::documented().with(Parameter::ColdMeeting, beta(1e-3, 1e-3));
    let yields = Campaign::new(rates, Strategy::cold(), 1_000_000).unwrap().exact_yield().unwrap();
    assert!((yields.mean() - 500_000.0).abs() < 1e-6, "{}", yields.mean());
    // As likely from either end.
    for count in [0, 1, 17, 499_999] {
        let [low, high] = [yields.mass(count), yields.mass(1_000_000 - count)];
        assert!((low / high - 1.0).abs() < 1e-9, "{count}: {low:e}, {high:e}");
    }
    assert_eq!(yields.quantile(0.5), 500_000);
}

/// A target that is always reached left a deviation of 3e-7, and masses of 1e-13 below it.
#[test]
fn a_stop_that_is_always_reached_had_a_spread() {
    for meetings in [1, 3, 50] {
        let campaign = Campaign::new(Rates::documented(), Strategy::cold(), 1_000_000).unwrap();
        let yields = campaign.until(Stop::Meetings(meetings)).unwrap().exact_yield().unwrap();
        assert_eq!((yields.mean(), yields.sd()), (f64::from(meetings), 0.0));
        assert!((0..meetings as usize).all(|count| yields.mass(count) == 0.0));
    }
}

#[test]
fn a_pool_without_names_had_no_generations() {
    let pool = Pool { names: 0.0, ..Pool::default() };
    let campaign = Campaign::new(Rates::documented(), Strategy::snowball(pool), 20).unwrap();
    let exact = campaign.exact_pool().unwrap().by_generation;
    // Five referrals are all that there is.
    assert!(exact.len() == 1 && (exact[0] - 5.0 * 671.0 / 750.0).abs() < 1e-12, "{exact:?}");
}

/// Once in 630 pairs a dominance was stated everywhere although tails crossed that are rarer than any picture shows.
#[test]
fn dominance_once_in_630_was_stated_where_tails_cross() {
    let mut rng = ChaCha8Rng::seed_from_u64(630);
    let (mut stated, mut excepted) = (0, 0);
    for _ in 0..2_000 {
        let campaign = |rng: &mut ChaCha8Rng| {
            let rates =
                documented_with(&[(Parameter::ColdMeeting, rng.random()), (Parameter::WarmMeeting, rng.random())]);
            let warm = Probability::new(f64::from(rng.random_range(0..=10_u8)) / 10.0).unwrap();
            let share = outreach::Share::new(warm.get()).unwrap();
            Campaign::new(rates, outreach::Supply::Share(share).into(), rng.random_range(1..60)).unwrap()
        };
        let campaigns = [campaign(&mut rng), campaign(&mut rng)];
        let compared = Comparison::between(&campaigns[0], &campaigns[1]).trials(1).run().unwrap();
        let Some(found) = compared.pairs()[0].dominance() else { continue };
        if found.order != 1 {
            continue;
        }
        let [mut better, mut worse] = campaigns.map(|campaign| campaign.exact_yield().unwrap());
        if !found.first_dominates {
            std::mem::swap(&mut better, &mut worse);
        }
        let crosses = crosses(&better, &worse);
        assert!(!(found.everywhere && crosses), "{found:?}");
        stated += u32::from(found.everywhere);
        excepted += u32::from(crosses);
    }
    assert!(stated > 500 && excepted > 3, "{stated} everywhere, {excepted} with an exception");
}

/// Whether some tail of the one that is said to be better is the smaller one, by more than rounding; of what is above the middle
/// the tail from there on, of what is below it the one up to there, so that no difference from 1 hides it.
fn crosses(better: &Pmf, worse: &Pmf) -> bool {
    let tail =
        |distribution: &Pmf, counts: std::ops::Range<usize>| counts.map(|count| distribution.mass(count)).sum::<f64>();
    let end = better.end().max(worse.end());
    let above = |count: usize| tail(better, count..end) < tail(worse, count..end) * (1.0 - 1e-9);
    let below = |count: usize| tail(better, 0..count) > tail(worse, 0..count) * (1.0 + 1e-9);
    (0..=end).any(|count| above(count) || below(count))
}

/// What the draws came to was right only where no strip of the sampler was empty: a mean of 89.63 and a deviation of 6.5 in place
/// of 90 and 3.05.
#[test]
fn overall_was_silently_wrong_where_a_beta_had_many_trials() {
    let rates = Rates::documented()
        .with(Parameter::IncidentRate, beta(50.737, 449.854))
        .with_reading(outreach::Reading::Overall);
    let campaign = Campaign::new(rates, Strategy::warm(), 100).unwrap();
    let run = Simulation::new(&campaign).trials(20_000).seed(20).run().unwrap();
    let (mean, sd) = (run.meetings().mean(), run.meetings().sd());
    // Nine in ten of all, whatever goes wrong: Binomial(100, 0.9), and a little of what is clamped.
    assert!((mean.value - 90.0).abs() < 5.0 * mean.std_error, "{mean}");
    assert!((sd.value - 3.0).abs() < 5.0 * sd.std_error, "{sd}");
}
