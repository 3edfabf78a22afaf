//! What the exact distribution of a list of contacts costs, each with a probability of its own, beside divide and
//! conquer; and what sums of counts with long windows cost.
//!
//! `cargo bench -p outreach-benches --bench contact_lists`

#[path = "plain/mod.rs"]
#[expect(dead_code, reason = "another benchmark uses the rest")]
mod plain;

use divan::counter::ItemsCount;
use divan::{AllocProfiler, Bencher, black_box};
use outreach::{Pmf, PoissonBinomial, Probability};
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

#[global_allocator]
static ALLOC: AllocProfiler = AllocProfiler::system();

const SEED: u64 = 42;

fn main() {
    divan::main();
}

/// Beta(1, 9).
fn contacts(count: usize) -> Vec<Probability> {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(SEED);
    let mut contact = || Probability::new(1.0 - rng.random::<f64>().powf(1.0 / 9.0)).expect("a number from 0 to 1");
    (0..count).map(|_| contact()).collect()
}

#[divan::bench_group(max_time = 2)]
mod lists {
    use super::{Bencher, ItemsCount, PoissonBinomial, black_box, contacts, plain};

    const COUNTS: [usize; 4] = [1_000, 10_000, 100_000, 1_000_000];

    /// Reading the list; the column `max alloc` is the memory held at once.
    #[divan::bench(args = COUNTS)]
    fn read(bencher: Bencher, count: usize) {
        let contacts = contacts(count);
        let read = || black_box(&contacts).iter().copied().collect::<PoissonBinomial>();
        bencher.counter(ItemsCount::new(count)).bench_local(read);
    }

    #[divan::bench(args = COUNTS)]
    fn distribution(bencher: Bencher, count: usize) {
        let list: PoissonBinomial = contacts(count).into_iter().collect();
        bencher.bench_local(|| black_box(&list).distribution());
    }

    /// P(ten standard deviations more than the mean).
    #[divan::bench(args = COUNTS)]
    fn tail(bencher: Bencher, count: usize) {
        let list: PoissonBinomial = contacts(count).into_iter().collect();
        let far = (list.mean() + 10.0 * list.variance().sqrt()) as usize;
        bencher.bench_local(|| black_box(&list).at_least(far));
    }

    #[divan::bench(args = COUNTS)]
    fn divide_and_conquer(bencher: Bencher, count: usize) {
        let contacts = contacts(count);
        bencher.counter(ItemsCount::new(count)).bench_local(|| plain::divide_and_conquer(black_box(&contacts)));
    }
}

/// The sum of two binomials of half the calls each.
#[divan::bench(args = [1_000, 10_000, 100_000, 1_000_000, 10_000_000], max_time = 2)]
fn convolution_by_calls(bencher: Bencher, calls: u32) {
    let [one, other] = [0.1, 0.9].map(|p| Pmf::binomial(calls / 2, Probability::new(p).expect("a number from 0 to 1")));
    bencher.bench_local(|| black_box(&one).convolve(black_box(&other)));
}

/// The sum of two counts whose windows are as long as this.
#[divan::bench(args = [1_000, 10_000, 100_000, 1_000_000], max_time = 2)]
fn convolution_by_window(bencher: Bencher, length: usize) {
    let flat = Pmf::from_masses(0, vec![1.0; length]).expect("masses that are positive");
    bencher.bench_local(|| black_box(&flat).convolve(black_box(&flat)));
}
