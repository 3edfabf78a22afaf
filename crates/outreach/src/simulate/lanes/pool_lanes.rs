//! The codes of campaigns with a pool of referrals, and where the campaigns of all lanes stand.

use super::codes::{Counts, divide};
use super::{Aligned, LANES, Lanes};
use crate::model::{CallTree, Campaign, Kind};
use crate::numerics::Pmf;
use crate::simulate::draw::{self, Paths};

/// What decides an attempt, as ranges of 16-bit codes. Those that are left over, at least one of each kind and one of
/// referrals, mean *draw again* among what the ranges cut off.
#[derive(Debug)]
pub(in crate::simulate) struct PoolCodes {
    /// Of cold and of warm calls.
    pub(super) paths: [PathCodes; 2],
    /// Of both.
    pub(super) ranges: PoolRanges,
    /// Where the codes of the numbers of referrals end, from the fewest up; filled up to 4, 8, 12 or at least 16.
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
    /// Where the left-over codes begin.
    pub(super) end: u16,
    /// What the codes cut off.
    pub(super) rest: Paths,
}

/// The ranges of all path codes, one after the other. The last path of each kind has the codes that are left over as well.
#[derive(Debug)]
pub(super) struct PoolRanges {
    /// Kind and index in the tree.
    pub(super) paths: Vec<[usize; 2]>,
    /// Of all but the last one.
    pub(super) ends: Vec<u16>,
}

/// The first bit of a path's code is its kind, so that one pass counts the paths of both.
#[inline]
pub(super) fn path_code(drawn: u16, is_warm: bool) -> u16 {
    drawn >> 1 | u16::from(is_warm) << BITS
}

/// This many bits of a path's code are drawn.
const BITS: u32 = 15;

impl PathCodes {
    fn new(tree: &CallTree) -> Self {
        let paths = tree.paths();
        let mut probabilities = [[0.0]; CallTree::MAX_PATHS];
        probabilities.iter_mut().zip(paths).for_each(|(probabilities, path)| *probabilities = [path.probability]);
        let (mut codes, mut rest) = ([[0]; CallTree::MAX_PATHS], [[0.0]; CallTree::MAX_PATHS]);
        divide(&probabilities, 1 << BITS, &mut codes, &mut rest);
        let is_held = |path: &usize| paths[*path].held();
        let (mut order, others): (Vec<_>, Vec<_>) =
            (0..paths.len()).filter(|path| codes[*path][0] > 0).partition(is_held);
        let first = path_code(0, tree.kind() == Kind::Warm);
        let held = first + order.iter().map(|path| codes[*path][0]).sum::<u32>() as u16;
        order.extend(others);
        let ends = ends(first, order.iter().map(|path| codes[*path][0]));
        let end = ends.last().copied().unwrap_or(first);
        Self { paths: order, ends, held, end, rest: Paths::new(&rest.map(|[probabilities]| probabilities)) }
    }

    /// The path that has the left-over codes where paths are counted.
    pub(super) fn last_path(&self) -> usize {
        *self.paths.last().expect("of a few paths one has a code")
    }
}

impl PoolRanges {
    fn new([cold, warm]: &[PathCodes; 2]) -> Self {
        let paths = [cold, warm].into_iter().enumerate();
        let paths = paths.flat_map(|(kind, codes)| codes.paths.iter().map(move |path| [kind, *path])).collect();
        let but_last = |codes: &PathCodes| codes.ends[..codes.ends.len() - 1].to_vec();
        let ends = [but_last(cold), vec![path_code(0, true)], but_last(warm)].concat();
        Self { paths, ends }
    }
}

/// Where consecutive ranges end, of which the first begins there.
fn ends(first: u16, lengths: impl Iterator<Item = u32>) -> Vec<u16> {
    let mut end = u32::from(first);
    lengths
        .map(|length| {
            end += length;
            end as u16
        })
        .collect()
}

impl PoolCodes {
    /// For campaigns with an exact distribution of their pool.
    pub(super) fn new(campaign: &Campaign, distribution: &Pmf) -> Self {
        let probabilities: Vec<_> = distribution.masses().iter().map(|mass| [*mass]).collect();
        let (mut codes, mut rest) = (vec![[0]; probabilities.len()], vec![[0.0]; probabilities.len()]);
        divide(&probabilities, 1 << 16, &mut codes, &mut rest);
        let used = codes.iter().rposition(|[codes]| *codes > 0).map_or(0, |last| last + 1);
        let rest = Pmf::from_masses(distribution.first(), rest.into_iter().flatten().collect());
        let mut referrals = ends(0, codes[..used].iter().map(|[codes]| *codes));
        let last_referrals = referrals.last().copied().unwrap_or(0);
        let filled = if used > 16 { used } else { used.next_multiple_of(4).max(4) };
        referrals.resize(filled, u16::MAX);
        let paths = Kind::ALL.map(|kind| PathCodes::new(campaign.tree(kind)));
        Self {
            ranges: PoolRanges::new(&paths),
            paths,
            referrals,
            last_referrals,
            fewest: distribution.first() as u16,
            more_referrals: draw::Counts::new(&rest.expect("at least one code is left over")),
            most: campaign.calls() as u16,
        }
    }
}

/// Where the campaigns of all lanes stand.
#[derive(Debug)]
pub(super) struct PoolLanes {
    pub(super) at_hand: Aligned<Lanes<u16>>,
    /// 1 as long as no attempt was cold; how many were warm till then.
    pub(super) still_warm: Aligned<Lanes<u16>>,
    pub(super) first_warm: Aligned<Lanes<u16>>,
    /// The codes of each attempt's path.
    pub(super) path_codes: Vec<Aligned<Lanes<u16>>>,
    /// Of the last attempt: what was at hand after it took one, and the codes of its referrals.
    pub(super) before: Aligned<Lanes<u16>>,
    pub(super) referral_codes: Aligned<Lanes<u16>>,
    pub(super) counts: Aligned<[Counts; 2]>,
}

impl PoolLanes {
    pub(super) fn new(codes: &PoolCodes) -> Self {
        let none = Aligned([0; LANES]);
        Self {
            at_hand: none,
            still_warm: none,
            first_warm: none,
            path_codes: vec![none; codes.most.into()],
            before: none,
            referral_codes: none,
            counts: Aligned([[[0; LANES]; CallTree::MAX_PATHS]; 2]),
        }
    }
}
