//! Pinned results. Whoever changes one of these numbers makes a value-breaking change: the same seed then gives other
//! answers, which the changelog has to say under "Results". The failing test prints what is to be pinned instead.

use outreach::{Campaign, Comparison, Pool, Quantity, Rates, Response, Run, Sample, Simulation, SoFar, Stop, Strategy};

use crate::scenarios::{documented, every_branch};
use crate::uncertain_scenarios::{campaign, mixed, overall, own_plain_ask};

const QUANTITIES: [Quantity; 15] = [
    Quantity::ColdAttempts,
    Quantity::WarmAttempts,
    Quantity::Attempts,
    Quantity::ColdConversations,
    Quantity::WarmConversations,
    Quantity::Conversations,
    Quantity::ColdMeetingsSet,
    Quantity::WarmMeetingsSet,
    Quantity::MeetingsSet,
    Quantity::Meetings,
    Quantity::Incidents,
    Quantity::Unknown,
    Quantity::Recovered,
    Quantity::Unrecovered,
    Quantity::Disliked,
];

/// FNV-1a over 64-bit words.
fn digest(words: impl IntoIterator<Item = u64>) -> u64 {
    words.into_iter().fold(0xcbf2_9ce4_8422_2325, |hash, word| (hash ^ word).wrapping_mul(0x0100_0000_01b3))
}

/// The histogram, as words.
fn histogram(sample: &Sample) -> impl Iterator<Item = u64> {
    sample.iter().flat_map(|(count, trials)| [count.cast_unsigned(), trials])
}

/// The histogram and every exact total.
fn digest_of(run: &Run) -> u64 {
    let totals = QUANTITIES.map(|quantity| (run.mean(quantity).value * run.trials() as f64).round() as u64);
    digest(histogram(run.meetings()).chain(totals))
}

/// The yields of ten trials in ascending order, and the digest of ten thousand.
fn results(campaign: &Campaign, seed: u64) -> (Vec<i64>, u64) {
    let run = |trials| Simulation::new(campaign).trials(trials).seed(seed).run().unwrap();
    let ten = run(10);
    let yields = ten.meetings().iter().flat_map(|(count, trials)| (0..trials).map(move |_| count)).collect();
    (yields, digest_of(&run(10_000)))
}

fn every_branch_campaign() -> Campaign {
    Campaign::new(every_branch(Response::Reframe), Strategy::mixed(), 60).unwrap()
}

#[test]
fn the_results_of_three_campaigns_from_two_seeds_are_pinned() {
    let campaigns =
        [documented(Strategy::referral_heavy(), 100), documented(Strategy::cold(), 25), every_branch_campaign()];
    let actual: Vec<_> =
        campaigns.iter().flat_map(|campaign| [42, 0xdead_beef_0000_0007].map(|seed| results(campaign, seed))).collect();
    let pinned: [([i64; 10], u64); 6] = [
        ([67, 72, 73, 73, 73, 73, 73, 74, 74, 76], 10_790_171_257_766_823_596),
        ([69, 71, 72, 72, 72, 74, 76, 76, 77, 78], 10_310_266_322_963_411_620),
        ([0, 1, 1, 1, 2, 2, 3, 4, 4, 5], 8_578_891_825_787_300_194),
        ([1, 2, 2, 2, 2, 3, 3, 4, 4, 6], 7_552_965_810_676_549_167),
        ([7, 8, 9, 9, 9, 11, 11, 12, 13, 13], 16_725_290_321_949_696_649),
        ([8, 10, 10, 11, 12, 12, 13, 13, 14, 17], 12_928_616_311_403_983_746),
    ];
    assert_eq!(actual, pinned.map(|(yields, digest)| (yields.to_vec(), digest)), "actual: {actual:?}");
}

#[test]
fn the_results_of_a_comparison_are_pinned() {
    let campaigns = [every_branch_campaign(), documented(Strategy::cold(), 60)];
    let compared = Comparison::of(&campaigns).trials(10_000).seed(42).run().unwrap();
    let actual = digest(histogram(compared.pairs()[0].difference()).chain(compared.runs().iter().map(digest_of)));
    assert_eq!(actual, 10_436_900_579_307_193_363, "{:?}", compared.pairs()[0].difference());
}

#[test]
fn the_results_with_uncertain_rates_are_pinned() {
    let published = Campaign::new(Rates::published(), Strategy::mixed(), 60).unwrap();
    let actual: Vec<_> = [campaign(mixed(), [6, 6]), overall(), published].iter().map(|c| results(c, 42)).collect();
    let pinned: [([i64; 10], u64); 3] = [
        ([4, 4, 6, 7, 7, 8, 8, 8, 9, 10], 10_550_807_721_880_597_345),
        ([17, 17, 18, 18, 19, 20, 20, 20, 20, 21], 12_250_839_197_329_468_436),
        ([0, 0, 0, 0, 1, 1, 1, 1, 2, 4], 3_585_507_238_315_904_420),
    ];
    assert_eq!(actual, pinned.map(|(yields, digest)| (yields.to_vec(), digest)), "actual: {actual:?}");
}

#[test]
fn the_results_of_a_comparison_with_shared_draws_are_pinned() {
    let campaigns = [campaign(mixed(), [20, 5]), campaign(own_plain_ask(), [5, 20])];
    let compared = Comparison::of(&campaigns).trials(10_000).seed(42).run().unwrap();
    let actual = digest(histogram(compared.pairs()[0].difference()).chain(compared.runs().iter().map(digest_of)));
    assert_eq!(actual, 11_612_339_583_893_280_830, "{:?}", compared.pairs()[0].difference());
}

#[test]
fn the_results_of_the_rest_of_a_campaign_are_pinned() {
    let plan = campaign(mixed(), [20, 20]);
    let actual = results(&plan.after(SoFar::new([5, 5], [3, 2]).unwrap()).unwrap(), 42);
    let pinned = (vec![13, 14, 15, 17, 17, 18, 18, 19, 20, 23], 5_386_721_663_553_568_946);
    assert_eq!(actual, pinned, "actual: {actual:?}");
}

#[test]
fn the_results_of_pools_and_stops_are_pinned() {
    let snowball = |rates: Rates, pool| Campaign::new(rates, Strategy::snowball(pool), 100).unwrap();
    let decays = Pool { decay: 0.8, dispersion: Some(1.5), ..Pool::default() };
    let campaigns = [
        snowball(Rates::documented(), Pool::default()),
        snowball(Rates::documented(), decays),
        snowball(Rates::published(), Pool::PUBLISHED),
        documented(Strategy::mixed(), 200).until(Stop::hours(8.0)).unwrap(),
        documented(Strategy::mixed(), 200).until(Stop::Meetings(12)).unwrap(),
        documented(Strategy::mixed(), 20_000),
    ];
    let actual: Vec<_> = campaigns.iter().map(|campaign| digest_of(&simulate(campaign))).collect();
    let pinned = [
        11_105_751_183_636_319_505,
        2_281_429_606_102_783_048,
        3_533_496_586_345_360_147,
        1_176_201_397_228_600_221,
        7_583_851_988_624_395_426,
        16_132_103_823_481_929_717,
    ];
    assert_eq!(actual, pinned);
}

fn simulate(campaign: &Campaign) -> Run {
    Simulation::new(campaign).trials(1_000).seed(42).run().unwrap()
}
