//! The call tree: the paths one attempt can take, with their probabilities.

use super::{Kind, Parameter, Rates, World};
use crate::error::Result;
use crate::numerics::Probability;

/// How a conversation got past the connector's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Incident {
    /// It did without an incident, or there was no name or no conversation.
    None,
    /// Case 1, the connector was unknown and explaining saved the conversation.
    Recovered,
    /// Case 1, the connector was unknown and explaining did not help.
    Unrecovered,
    /// Case 2, the connector was disliked.
    Disliked,
}

impl Incident {
    /// Its name: `recovered`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Recovered => "recovered",
            Self::Unrecovered => "unrecovered",
            Self::Disliked => "disliked",
        }
    }
}

/// How far an attempt got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ending {
    /// The prospect was not reached.
    NotReached,
    /// A conversation without a meeting.
    Refused,
    /// A meeting set that was not held.
    NoShow,
    /// A meeting held.
    Held,
}

impl Ending {
    /// Its name: `no show`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotReached => "not reached",
            Self::Refused => "refused",
            Self::NoShow => "no show",
            Self::Held => "held",
        }
    }
}

/// One way through the call tree.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Path {
    /// How the conversation got past the connector's name.
    pub incident: Incident,
    /// How far the attempt got.
    pub ending: Ending,
    /// Its probability, per attempt.
    pub probability: f64,
}

impl Path {
    /// Whether the prospect was reached.
    pub fn reached(&self) -> bool {
        self.ending != Ending::NotReached
    }

    /// Whether a meeting was agreed.
    pub fn set(&self) -> bool {
        self.ending >= Ending::NoShow
    }

    /// Whether a meeting took place.
    pub fn held(&self) -> bool {
        self.ending == Ending::Held
    }
}

/// All paths that one attempt of a kind can take; their probabilities sum to 1.
///
/// ```
/// use outreach::{CallTree, Kind, Rates};
///
/// let tree = CallTree::new(Kind::Warm, &Rates::documented())?;
/// assert!((tree.meeting() - 671.0 / 750.0).abs() < 1e-15);
/// let total: f64 = tree.paths().iter().map(|path| path.probability).sum();
/// assert!((total - 1.0).abs() < 1e-15);
/// # Ok::<(), outreach::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct CallTree {
    kind: Kind,
    paths: Vec<Path>,
}

impl CallTree {
    /// A warm tree has the most: not reached, and three endings for each of four ways past the name.
    pub(crate) const MAX_PATHS: usize = 13;

    /// The tree at the rates' values.
    ///
    /// # Errors
    /// [`Error::Unsolvable`](crate::Error::Unsolvable) if the reading of the nine in ten has no solution.
    pub fn new(kind: Kind, rates: &Rates) -> Result<Self> {
        Ok(Self::in_world(kind, &rates.world()?))
    }

    /// The tree in one world.
    pub fn in_world(kind: Kind, world: &World) -> Self {
        let probabilities = path_probabilities(kind, world);
        let path =
            |(&(incident, ending), &probability): (&(Incident, Ending), &f64)| Path { incident, ending, probability };
        Self { kind, paths: path_kinds(kind).iter().zip(&probabilities).map(path).collect() }
    }

    /// Cold or warm.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Every path, those that never happen included; the order is the same in every world.
    pub fn paths(&self) -> &[Path] {
        &self.paths
    }

    /// P(meeting held), per attempt.
    pub fn held(&self) -> Probability {
        Probability::rounded(self.probability_of(Path::held))
    }

    /// P(meeting set), per conversation; not a number if nobody is ever reached.
    pub fn meeting(&self) -> f64 {
        self.probability_of(Path::set) / self.probability_of(Path::reached)
    }

    /// The probability of the paths that the predicate picks, per attempt.
    pub fn probability_of(&self, picks: impl Fn(&Path) -> bool) -> f64 {
        self.paths.iter().filter(|path| picks(path)).map(|path| path.probability).sum()
    }
}

const fn shape_of(incident: Incident) -> [(Incident, Ending); 3] {
    [(incident, Ending::Refused), (incident, Ending::NoShow), (incident, Ending::Held)]
}

/// The paths of a kind, without their probabilities; the cold ones are the first of the warm ones.
pub(crate) const fn path_kinds(kind: Kind) -> &'static [(Incident, Ending)] {
    const SMOOTH: [(Incident, Ending); 3] = shape_of(Incident::None);
    const RECOVERED: [(Incident, Ending); 3] = shape_of(Incident::Recovered);
    const UNRECOVERED: [(Incident, Ending); 3] = shape_of(Incident::Unrecovered);
    const DISLIKED: [(Incident, Ending); 3] = shape_of(Incident::Disliked);
    const NOT_REACHED: (Incident, Ending) = (Incident::None, Ending::NotReached);
    const COLD: [(Incident, Ending); 4] = [NOT_REACHED, SMOOTH[0], SMOOTH[1], SMOOTH[2]];
    const WARM: [(Incident, Ending); CallTree::MAX_PATHS] = [
        NOT_REACHED,
        SMOOTH[0],
        SMOOTH[1],
        SMOOTH[2],
        RECOVERED[0],
        RECOVERED[1],
        RECOVERED[2],
        UNRECOVERED[0],
        UNRECOVERED[1],
        UNRECOVERED[2],
        DISLIKED[0],
        DISLIKED[1],
        DISLIKED[2],
    ];
    match kind {
        Kind::Cold => &COLD,
        Kind::Warm => &WARM,
    }
}

/// Where a path stands in [`path_kinds`].
pub(crate) const fn path_index(incident: Incident, ending: Ending) -> usize {
    3 * incident as usize + ending as usize
}

/// The probabilities of the paths of [`path_kinds`], per attempt; zero behind the last one.
#[inline]
pub(crate) fn path_probabilities(kind: Kind, world: &World) -> [f64; CallTree::MAX_PATHS] {
    let show = match kind {
        Kind::Cold => Parameter::ColdShow,
        Kind::Warm => Parameter::WarmShow,
    };
    let (reach, show) = (world.reach(kind), world.value(show));
    let mut probabilities = [0.0; CallTree::MAX_PATHS];
    probabilities[0] = 1.0 - reach;
    for (of_conversation, (share, meeting)) in probabilities[1..].chunks_exact_mut(3).zip(conversations(kind, world)) {
        let conversation = reach * share;
        of_conversation[0] = conversation * (1.0 - meeting);
        of_conversation[1] = conversation * meeting * (1.0 - show);
        of_conversation[2] = conversation * meeting * show;
    }
    probabilities
}

/// P(meeting held) per attempt.
#[inline]
pub(crate) fn held_in(kind: Kind, world: &World) -> f64 {
    let probabilities = path_probabilities(kind, world);
    let held = path_kinds(kind).iter().zip(&probabilities).filter(|((_, ending), _)| *ending == Ending::Held);
    held.map(|(_, probability)| probability).sum()
}

/// Of an incident, P(the warm standing is lost), and P(it is lost and a meeting comes of it).
pub(crate) fn lost_standing(world: &World) -> [f64; 2] {
    let disliked = world.value(Parameter::IncidentDisliked);
    let unrecovered = (1.0 - disliked) * (1.0 - world.value(Parameter::IncidentRecovery));
    let meeting = unrecovered * world.value(Parameter::IncidentPlainAsk) + disliked * world.response_probability();
    [disliked + unrecovered, meeting]
}

/// The ways past the connector's name, in the order of [`path_kinds`]: share of the conversations and P(meeting) there.
#[inline]
fn conversations(kind: Kind, world: &World) -> [(f64, f64); 4] {
    match kind {
        Kind::Cold => [(1.0, world.value(Parameter::ColdMeeting)), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0)],
        Kind::Warm => {
            let incident = world.value(Parameter::IncidentRate);
            let disliked = world.value(Parameter::IncidentDisliked);
            let recovery = world.value(Parameter::IncidentRecovery);
            let unknown = incident * (1.0 - disliked);
            [
                (1.0 - incident, world.meeting_if_standing_kept()),
                (unknown * recovery, world.meeting_if_standing_kept()),
                (unknown * (1.0 - recovery), world.value(Parameter::IncidentPlainAsk)),
                (incident * disliked, world.response_probability()),
            ]
        }
    }
}
