//! What a call, a campaign and their rates are.

mod attempt_table;
pub(crate) mod call;
mod campaign;
pub(crate) mod connectors;
mod effort;
mod evidence;
mod kind;
mod numbers;
mod parameter;
pub(crate) mod pool;
mod presets;
mod rate;
pub(crate) mod rates;
mod reach_posterior;
mod rounds;
mod so_far;
pub(crate) mod stop;
mod strategy;
mod world;

pub use self::attempt_table::AttemptTable;
pub use self::call::{CallTree, Ending, Incident, Path};
pub(crate) use self::campaign::Called;
pub use self::campaign::{Campaign, CampaignBuilder};
pub use self::connectors::Connectors;
pub use self::effort::Effort;
pub use self::evidence::{Confidence, Evidence, Figures, Preset};
pub use self::kind::Kind;
pub use self::numbers::Number;
pub use self::parameter::{Parameter, Reading, Response};
pub use self::pool::Pool;
pub use self::rate::{Provenance, Rate};
pub use self::rates::Rates;
pub use self::reach_posterior::ReachPosterior;
pub use self::rounds::ReachByAttempt;
pub(crate) use self::rounds::Step;
pub use self::so_far::Progress;
pub use self::stop::Stop;
pub use self::strategy::{Share, Strategy, Supply};
pub use self::world::World;

/// The most attempts that a campaign may have, and the most referrals that a pool may start with.
const MAX_CALLS: u32 = 1_000_000;
