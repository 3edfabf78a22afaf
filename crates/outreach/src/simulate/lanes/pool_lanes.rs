//! The codes of campaigns with a pool of referrals, and where the campaigns of all lanes stand.

use super::codes::{Counts, divide};
use super::{Aligned, LANES, Lanes};
use crate::model::{CallTree, Campaign, Kind};
use crate::numerics::Pmf;
use crate::simulate::draw::{self, Paths};

/// What decides an attempt, as ranges of 16-bit codes. Those that are left over, at least one, mean *draw again* among
/// what the ranges cut off.
#[derive(Debug)]
pub(in crate::simulate) struct PoolCodes {
    /// Of cold and of warm calls.
    pub(super) paths: [PathCodes; 2],
    /// Where the codes of the numbers of referrals end, from the fewest up; filled up to a multiple of four.
    pub(super) referrals: Vec<u16>,
    /// Where the left-over ones begin.
    pub(super) last_referrals: u16,
    pub(super) fewest: u16,
    /// What the codes cut off.
    pub(super) more_referrals: draw::Counts,
    /// More referrals than calls are as good as that many.
    pub(super) most: u16,
}

#[derive(Debug)]
pub(super) struct PathCodes {
    /// Those that have a code, as indices in the tree; the ones that end in a meeting come first.
    pub(super) paths: Vec<usize>,
    pub(super) ends: Vec<u16>,
    /// Where the codes of the meetings end.
    pub(super) held: u16,
    /// What the codes cut off.
    pub(super) rest: Paths,
}

impl PathCodes {
    fn new(tree: &CallTree) -> Self {
        let paths = tree.paths();
        let mut probabilities = [[0.0]; CallTree::MOST_PATHS];
        probabilities.iter_mut().zip(paths).for_each(|(probabilities, path)| *probabilities = [path.probability]);
        let (mut codes, mut rest) = ([[0]; CallTree::MOST_PATHS], [[0.0]; CallTree::MOST_PATHS]);
        divide(&probabilities, 1 << 16, &mut codes, &mut rest);
        let is_held = |path: &usize| paths[*path].held();
        let (mut order, others): (Vec<_>, Vec<_>) =
            (0..paths.len()).filter(|path| codes[*path][0] > 0).partition(is_held);
        let held = order.iter().map(|path| codes[*path][0]).sum::<u32>() as u16;
        order.extend(others);
        let ends = ends(order.iter().map(|path| codes[*path][0]));
        Self { paths: order, ends, held, rest: Paths::new(&rest.map(|[probabilities]| probabilities)) }
    }

    /// Where the left-over codes begin.
    #[inline]
    pub(super) fn end(&self) -> u16 {
        self.ends.last().copied().unwrap_or(0)
    }
}

/// Where consecutive ranges end.
fn ends(lengths: impl Iterator<Item = u32>) -> Vec<u16> {
    let mut end = 0;
    lengths
        .map(|length| {
            end += length;
            end as u16
        })
        .collect()
}

impl PoolCodes {
    /// For campaigns with an exact distribution of their pool.
    pub(super) fn new(campaign: &Campaign, law: &Pmf) -> Self {
        let probabilities: Vec<_> = law.masses().iter().map(|mass| [*mass]).collect();
        let (mut codes, mut rest) = (vec![[0]; probabilities.len()], vec![[0.0]; probabilities.len()]);
        divide(&probabilities, 1 << 16, &mut codes, &mut rest);
        let used = codes.iter().rposition(|[codes]| *codes > 0).map_or(0, |last| last + 1);
        let rest = Pmf::from_masses(law.first(), rest.into_iter().flatten().collect());
        let mut referrals = ends(codes[..used].iter().map(|[codes]| *codes));
        let last_referrals = referrals.last().copied().unwrap_or(0);
        referrals.resize(referrals.len().next_multiple_of(4), u16::MAX);
        Self {
            paths: Kind::ALL.map(|kind| PathCodes::new(campaign.tree(kind))),
            referrals,
            last_referrals,
            fewest: law.first() as u16,
            more_referrals: draw::Counts::new(&rest.expect("at least one code is left over")),
            most: campaign.calls() as u16,
        }
    }
}

/// In no range: where every code is left over.
pub(super) const NO_CODE: u16 = u16::MAX;

/// Where the campaigns of all lanes stand.
#[derive(Debug)]
pub(super) struct PoolLanes {
    pub(super) at_hand: Aligned<Lanes<u16>>,
    /// 1 as long as no attempt was cold; how many were warm till then.
    pub(super) still_warm: Aligned<Lanes<u16>>,
    pub(super) first_warm: Aligned<Lanes<u16>>,
    /// The codes of each attempt's path, as a cold and as a warm one: [`NO_CODE`] for what it is not.
    pub(super) path_codes: [Vec<Aligned<Lanes<u16>>>; 2],
    /// Of the last attempt: 1 for warm ones, what was at hand after it took one, and the codes of its referrals.
    pub(super) warm: Aligned<Lanes<u16>>,
    pub(super) before: Aligned<Lanes<u16>>,
    pub(super) referral_codes: Aligned<Lanes<u16>>,
    pub(super) counts: Aligned<[Counts; 2]>,
}

impl PoolLanes {
    pub(super) fn new(codes: &PoolCodes) -> Self {
        let none = Aligned([0; LANES]);
        let no_codes = vec![none; codes.most.into()];
        Self {
            at_hand: none,
            still_warm: none,
            first_warm: none,
            path_codes: [no_codes.clone(), no_codes],
            warm: none,
            before: none,
            referral_codes: none,
            counts: Aligned([[[0; LANES]; CallTree::MOST_PATHS]; 2]),
        }
    }
}
