//! The paths of a call as ranges of codes.
#![expect(clippy::inline_always, reason = "it has to be compiled for the instruction set of its caller")]
#![expect(clippy::needless_range_loop, reason = "all loops over lanes look alike: the compiler makes vectors of them")]

use rand::Rng;

use crate::model::call::{CallTree, path_kinds, path_probabilities};
use crate::model::{Kind, Parameter, Reading, Response, World};
use crate::simulate::draw::Paths;
use crate::simulate::generator::{Aligned, LANES, Lanes};

const PATHS: usize = CallTree::MAX_PATHS;

/// How many calls of each lane took each path.
pub(super) type Counts = [Lanes<u16>; PATHS];

/// What every rate is in each lane.
#[derive(Debug, Clone)]
pub(super) struct LaneRates {
    pub(super) values: Aligned<[Lanes<f64>; Parameter::COUNT]>,
    pub(super) response: Response,
    pub(super) reading: Reading,
    /// At each contact.
    pub(super) max_attempts: u32,
}

impl LaneRates {
    #[inline(always)]
    pub(super) fn world(&self, lane: usize) -> World {
        self.world_read(lane, self.reading).with_attempts(self.max_attempts)
    }

    #[inline(always)]
    fn world_read(&self, lane: usize, reading: Reading) -> World {
        let of = |parameter: usize| self.values.0[parameter][lane];
        let mut values = [0.0; Parameter::COUNT];
        for parameter in 0..Parameter::COUNT {
            values[parameter] = of(parameter);
        }
        World::with_response_probability(values, of(self.response.parameter().index()), reading)
    }
}

/// For each lane the paths of a kind of call as consecutive ranges of codes, of 8 or of 16 bits.
///
/// Of the codes a path has ⌊probability · their number⌋. Those that are left over, at least one, mean *draw again*
/// among what that cuts off.
#[derive(Debug, Clone)]
pub(super) struct Ranges<Code> {
    /// The paths that have a code in some lane, as indices in the tree: this many of them.
    paths: [usize; PATHS],
    used: usize,
    /// Where the codes of each of these paths end; behind the last end are the left-over ones.
    ends: Aligned<[Lanes<Code>; PATHS]>,
}

impl<Code: Copy + Default + PartialOrd> Ranges<Code> {
    fn none() -> Self {
        Self { paths: [0; PATHS], used: 0, ends: Aligned([[Code::default(); LANES]; PATHS]) }
    }

    /// Sets the ranges of these paths at their numbers of codes.
    #[inline(always)]
    fn set(&mut self, paths: &[usize], codes: &[Lanes<u32>], narrow: impl Fn(u32) -> Code) {
        self.used = 0;
        let mut end = [0_u32; LANES];
        for (path, codes) in paths.iter().zip(codes) {
            if codes.iter().fold(0, |any, codes| any | codes) == 0 {
                continue;
            }
            let (Some(ends), Some(place)) = (self.ends.0.get_mut(self.used), self.paths.get_mut(self.used)) else {
                break;
            };
            for lane in 0..LANES {
                end[lane] = end[lane].wrapping_add(codes[lane]);
            }
            for lane in 0..LANES {
                ends[lane] = narrow(end[lane]);
            }
            *place = *path;
            self.used += 1;
        }
    }

    pub(super) fn paths(&self) -> &[usize] {
        &self.paths[..self.used]
    }

    pub(super) fn ends(&self) -> &[Lanes<Code>] {
        &self.ends.0[..self.used]
    }

    /// The path that a code of a lane means; `None` to draw again.
    pub(super) fn path(&self, lane: usize, code: Code) -> Option<usize> {
        self.ends().iter().position(|ends| code < ends[lane]).map(|place| self.paths[place])
    }
}

/// How the path of a call is drawn: by 8 bits; by 16 more where these are left over; by 64 more where those are. So the
/// distribution is exact to 2^-64, though nearly all calls take 8 bits.
#[derive(Debug, Clone)]
pub(super) struct Codes {
    pub(super) first: Ranges<u8>,
    pub(super) second: Ranges<u16>,
    /// The paths that can be taken in some lane, as indices in the tree: this many of them. What follows is theirs, in this
    /// order.
    paths: [usize; PATHS],
    used: usize,
    probabilities: Aligned<[Lanes<f64>; PATHS]>,
    codes: Aligned<[Lanes<u32>; PATHS]>,
    /// What the first ones cut off, and what both did: in codes.
    rests: Aligned<[[Lanes<f64>; PATHS]; 2]>,
    /// This many paths of the tree are of this kind.
    pub(super) possible: usize,
    /// Whether a probability of the kind was set to the nearest possible one.
    pub(super) clamped: Lanes<bool>,
}

impl Codes {
    pub(super) fn none() -> Box<Self> {
        let none = [[0.0; LANES]; PATHS];
        let (first, second) = (Ranges::none(), Ranges::none());
        Box::new(Self {
            first,
            second,
            paths: [0; PATHS],
            used: 0,
            probabilities: Aligned(none),
            codes: Aligned([[0; LANES]; PATHS]),
            rests: Aligned([none; 2]),
            possible: 0,
            clamped: [false; LANES],
        })
    }

    /// Sets the codes of a kind at other rates, in the world that is made of each lane's.
    #[inline(always)]
    pub(super) fn set(&mut self, kind: Kind, rates: &LaneRates, own: impl Fn(usize, World) -> World) {
        self.possible = path_kinds(kind).len();
        // What is the same in all lanes is decided here: the compiler makes vectors of a straight line only.
        match (rates.max_attempts, rates.reading) {
            (1, Reading::WithoutIncident) => {
                self.set_probabilities(kind, |lane| own(lane, rates.world_read(lane, Reading::WithoutIncident)));
            }
            (1, Reading::Overall) => {
                self.set_probabilities(kind, |lane| own(lane, rates.world_read(lane, Reading::Overall)));
            }
            _ => self.set_probabilities(kind, |lane| own(lane, rates.world(lane))),
        }
        self.keep_used();
        let (paths, codes) = (&self.paths[..self.used], &mut self.codes.0[..self.used]);
        let [rest, of_rest] = &mut self.rests.0;
        let left = cut(&self.probabilities.0, &[256.0; LANES], 256.0, codes, rest);
        self.first.set(paths, codes, |end| end as u8);
        let scale = Aligned(left.0.map(|left| 65_536.0 / left));
        cut(rest, &scale.0, 65_536.0, codes, of_rest);
        self.second.set(paths, codes, |end| end as u16);
    }

    #[inline(always)]
    fn set_probabilities(&mut self, kind: Kind, world: impl Fn(usize) -> World) {
        for lane in 0..LANES {
            let world = world(lane);
            let of_paths = path_probabilities(kind, &world);
            for (probabilities, of_path) in self.probabilities.0.iter_mut().take(path_kinds(kind).len()).zip(of_paths) {
                probabilities[lane] = of_path;
            }
            self.clamped[lane] = world.clamped_of(kind);
        }
    }

    /// Moves the probabilities of the paths that can be taken before all others.
    #[inline(always)]
    fn keep_used(&mut self) {
        self.used = 0;
        for path in 0..self.possible {
            if self.probabilities.0[path].iter().fold(0, |any, probability| any | probability.to_bits()) == 0 {
                continue;
            }
            if self.used < path {
                self.probabilities.0[self.used] = self.probabilities.0[path];
            }
            self.paths[self.used] = path;
            self.used += 1;
        }
    }

    /// Draws the path of a call for which both codes were left over.
    pub(super) fn again(&self, lane: usize, rng: &mut impl Rng) -> usize {
        Paths::new(&self.last_probabilities(lane)).draw(rng)
    }

    /// Of the paths, where both codes are left over.
    pub(super) fn last_probabilities(&self, lane: usize) -> [f64; PATHS] {
        let rest = self.paths.iter().zip(&self.rests.0[1]).take(self.used);
        let sum: f64 = rest.clone().map(|(_, rest)| rest[lane]).sum();
        let mut probabilities = [0.0; PATHS];
        rest.for_each(|(path, rest)| probabilities[*path] = rest[lane] / sum);
        probabilities
    }
}

/// Each path's number of codes out of all, and the probabilities among what that cuts off.
pub(super) fn divide<const N: usize>(
    probabilities: &[[f64; N]],
    all: u32,
    codes: &mut [[u32; N]],
    rest: &mut [[f64; N]],
) {
    let all = f64::from(all);
    let left = cut(probabilities, &[all; N], all, codes, rest);
    for rest in &mut rest[..codes.len()] {
        for lane in 0..N {
            rest[lane] /= left.0[lane];
        }
    }
}

/// Each path's number of codes out of all: its probability by the scale, rounded off; what that cuts off; and how much
/// that is in all. At least one code is left over, so that every end is a code: where no path cuts anything off, the most
/// frequent one does.
#[inline(always)]
fn cut<const N: usize>(
    probabilities: &[[f64; N]],
    scale: &[f64; N],
    all: f64,
    codes: &mut [[u32; N]],
    rest: &mut [[f64; N]],
) -> Aligned<[f64; N]> {
    let mut left = Aligned([all; N]);
    for ((codes, probabilities), rest) in codes.iter_mut().zip(probabilities).zip(&mut *rest) {
        for lane in 0..N {
            let scaled = probabilities[lane] * scale[lane];
            let rounded = scaled - 0.5 + ROUND;
            codes[lane] = rounded.to_bits() as u32;
            rest[lane] = scaled - (rounded - ROUND);
            left.0[lane] -= rounded - ROUND;
        }
    }
    let mut lanes_without_rest = 0_u64;
    for lane in 0..N {
        lanes_without_rest = lanes_without_rest.wrapping_add(u64::from(left.0[lane] <= 0.0));
    }
    if lanes_without_rest > 0 {
        leave_one(codes, rest, &mut left.0);
    }
    left
}

fn leave_one<const N: usize>(codes: &mut [[u32; N]], rest: &mut [[f64; N]], left: &mut [f64; N]) {
    for lane in 0..N {
        if left[lane] <= 0.0 {
            let most = (1..codes.len()).fold(0, |a, b| if codes[b][lane] > codes[a][lane] { b } else { a });
            codes[most][lane] -= 1;
            rest[most][lane] += 1.0;
            left[lane] += 1.0;
        }
    }
}

/// 1.5 · 2^52: what is added to it is rounded to a whole number, which its last bits are. So ⌊x⌋ takes instructions that
/// every processor has for several numbers at once; that an odd x gives x − 1 does no harm.
const ROUND: f64 = 6_755_399_441_055_744.0;

#[cfg(test)]
impl Codes {
    /// What the first codes of a lane give each path.
    pub(super) fn first_probabilities(&self, lane: usize) -> [f64; PATHS] {
        probabilities_of(&self.first, lane, 1 << 8)
    }

    /// What the second ones do.
    pub(super) fn second_probabilities(&self, lane: usize) -> [f64; PATHS] {
        probabilities_of(&self.second, lane, 1 << 16)
    }
}

#[cfg(test)]
fn probabilities_of<Code: Copy + Into<u32> + Default + PartialOrd>(
    ranges: &Ranges<Code>,
    lane: usize,
    all: u32,
) -> [f64; PATHS] {
    let mut probabilities = [0.0; PATHS];
    let mut before = 0;
    for (path, ends) in ranges.paths().iter().zip(ranges.ends()) {
        let end = ends[lane].into();
        probabilities[*path] = f64::from(end - before) / f64::from(all);
        before = end;
    }
    probabilities
}
