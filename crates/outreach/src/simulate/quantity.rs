//! What a campaign has numbers of, from the paths that its calls took.
#![expect(clippy::inline_always, reason = "it has to be compiled for the instruction set of its caller")]

use crate::model::call::{CallTree, path_index};
use crate::model::{Ending, Incident};
use crate::simulate::generator::Aligned;

/// Something that a campaign has a number of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Quantity {
    /// Cold attempts made.
    ColdAttempts,
    /// Warm attempts made.
    WarmAttempts,
    /// Attempts made.
    Attempts,
    /// Conversations from cold attempts.
    ColdConversations,
    /// Conversations from warm attempts.
    WarmConversations,
    /// Conversations.
    Conversations,
    /// Meetings set by cold calls.
    ColdMeetingsSet,
    /// Meetings set by warm calls.
    WarmMeetingsSet,
    /// Meetings set.
    MeetingsSet,
    /// Meetings held: the yield.
    Meetings,
    /// Incidents.
    Incidents,
    /// Incidents with an unknown connector.
    Unknown,
    /// Of those, the recovered ones.
    Recovered,
    /// Of those, the others.
    Unrecovered,
    /// Incidents with a disliked connector.
    Disliked,
}

impl Quantity {
    pub(crate) const COUNT: usize = Self::Disliked as usize + 1;
}

/// How many calls of each kind took each path, in campaigns played side by side.
pub(crate) type PathCounts<Count, const LANES: usize> = [[[Count; LANES]; CallTree::MAX_PATHS]; 2];

/// What lane after lane adds to, in turn: fewer of them stay nearer to where they are added.
const SUMS: usize = 16;

/// A number of calls. Sums wrap: a check of each would cost more than the sum, and none comes near its end.
pub(crate) trait Count: Copy + Default + PartialEq + From<u8> {
    /// What the squares of a block of trials add up to.
    type Total: Copy + Default + Into<u64>;

    fn plus(self, other: Self) -> Self;

    /// The sum and one · other.
    fn plus_product(sum: Self::Total, one: Self, other: Self) -> Self::Total;
}

/// The most calls whose squares add up to 32 bits over a block: each of 16 sums has those of 256 trials.
pub(crate) const MOST_IN_16_BITS: u16 = 4_095;

impl Count for u16 {
    type Total = u32;

    #[inline(always)]
    fn plus(self, other: Self) -> Self {
        self.wrapping_add(other)
    }

    #[inline(always)]
    fn plus_product(sum: u32, one: Self, other: Self) -> u32 {
        sum.wrapping_add(u32::from(one).wrapping_mul(u32::from(other)))
    }
}

impl Count for u32 {
    type Total = u64;

    #[inline(always)]
    fn plus(self, other: Self) -> Self {
        self.wrapping_add(other)
    }

    #[inline(always)]
    fn plus_product(sum: u64, one: Self, other: Self) -> u64 {
        sum.wrapping_add(u64::from(one).wrapping_mul(u64::from(other)))
    }
}

#[inline(always)]
fn add_products<C: Count, const LANES: usize>(sums: &mut [C::Total; SUMS], one: &[C; LANES], other: &[C; LANES]) {
    let ((one, last), (other, other_last)) = (one.as_chunks::<SUMS>(), other.as_chunks::<SUMS>());
    for (one, other) in one.iter().zip(other) {
        for sum in 0..SUMS {
            sums[sum] = C::plus_product(sums[sum], one[sum], other[sum]);
        }
    }
    for (sum, (one, other)) in sums.iter_mut().zip(last.iter().zip(other_last)) {
        *sum = C::plus_product(*sum, *one, *other);
    }
}

/// What campaigns played side by side came to, over the rounds of a block.
#[derive(Debug, Clone)]
#[repr(align(64))]
pub(crate) struct Totals<C: Count> {
    /// In the order of [`Quantity`].
    sums: [[C::Total; SUMS]; Quantity::COUNT],
    squares: [[C::Total; SUMS]; Quantity::COUNT],
    /// Σ cold · warm attempts, Σ cold attempts · meetings, Σ warm attempts · meetings.
    products: [[C::Total; SUMS]; 3],
}

impl<C: Count> Default for Totals<C> {
    fn default() -> Self {
        let none = [C::Total::default(); SUMS];
        Self { sums: [none; Quantity::COUNT], squares: [none; Quantity::COUNT], products: [none; 3] }
    }
}

impl<C: Count> Totals<C> {
    /// Adds a round; tells its yields.
    #[inline(always)]
    pub(crate) fn add<const LANES: usize>(&mut self, counts: &PathCounts<C, LANES>) -> [C; LANES] {
        let Aligned(quantities) = &Aligned(quantities(counts));
        for ((sums, squares), quantity) in self.sums.iter_mut().zip(&mut self.squares).zip(quantities) {
            add_products(sums, quantity, &[1.into(); LANES]);
            add_products(squares, quantity, quantity);
        }
        let of = |quantity: Quantity| &quantities[quantity as usize];
        let [cold, warm, held] = [Quantity::ColdAttempts, Quantity::WarmAttempts, Quantity::Meetings].map(of);
        for (products, (one, other)) in self.products.iter_mut().zip([(cold, warm), (cold, held), (warm, held)]) {
            add_products(products, one, other);
        }
        *held
    }

    /// Over all campaigns: sums, squares, products.
    pub(crate) fn of_all(&self) -> impl Iterator<Item = u64> {
        let all = self.sums.iter().chain(&self.squares).chain(&self.products);
        all.map(|totals| totals.iter().map(|&total| total.into()).sum())
    }
}

/// The quantities of each campaign, in the order of [`Quantity`].
#[inline(always)]
fn quantities<C: Count, const LANES: usize>(counts: &PathCounts<C, LANES>) -> [[C; LANES]; Quantity::COUNT] {
    let mut quantities = [[C::default(); LANES]; Quantity::COUNT];
    // All paths of a lane in one expression: sums that one path leaves to the next would wait for memory.
    for lane in 0..LANES {
        let [cold, warm] = counts;
        let of = |incident: Incident, ending: Ending| warm[path_index(incident, ending)][lane];
        let of_ending = |ending| {
            let smooth = of(Incident::None, ending).plus(of(Incident::Recovered, ending));
            smooth.plus(of(Incident::Unrecovered, ending)).plus(of(Incident::Disliked, ending))
        };
        let of_incident = |incident| {
            of(incident, Ending::Refused).plus(of(incident, Ending::NoShow)).plus(of(incident, Ending::Held))
        };
        let of_cold = |ending| cold[path_index(Incident::None, ending)][lane];

        let (cold_held, warm_held) = (of_cold(Ending::Held), of_ending(Ending::Held));
        let cold_set = cold_held.plus(of_cold(Ending::NoShow));
        let warm_set = warm_held.plus(of_ending(Ending::NoShow));
        let cold_conversations = cold_set.plus(of_cold(Ending::Refused));
        let warm_conversations = warm_set.plus(of_ending(Ending::Refused));
        let cold_attempts = cold_conversations.plus(of_cold(Ending::NotReached));
        let warm_attempts = warm_conversations.plus(of(Incident::None, Ending::NotReached));
        let recovered = of_incident(Incident::Recovered);
        let unrecovered = of_incident(Incident::Unrecovered);
        let disliked = of_incident(Incident::Disliked);
        let unknown = recovered.plus(unrecovered);
        let in_order = [
            cold_attempts,
            warm_attempts,
            cold_attempts.plus(warm_attempts),
            cold_conversations,
            warm_conversations,
            cold_conversations.plus(warm_conversations),
            cold_set,
            warm_set,
            cold_set.plus(warm_set),
            cold_held.plus(warm_held),
            unknown.plus(disliked),
            unknown,
            recovered,
            unrecovered,
            disliked,
        ];
        for (quantity, value) in quantities.iter_mut().zip(in_order) {
            quantity[lane] = value;
        }
    }
    quantities
}
