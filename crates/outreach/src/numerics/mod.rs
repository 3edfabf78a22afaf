//! Numbers and distributions, whatever they are of.

mod beta;
pub(crate) mod beta_mixture;
pub(crate) mod binomial_mixture;
mod estimate;
mod fourier;
pub(crate) mod gauss_jacobi;
pub(crate) mod peak;
pub(crate) mod pmf;
mod poisson_binomial;
mod probability;
pub(crate) mod product;
mod rising;

pub use self::beta::Beta;
pub use self::estimate::Estimate;
pub use self::pmf::Pmf;
pub use self::poisson_binomial::PoissonBinomial;
pub use self::probability::Probability;
pub(crate) use self::rising::Rising;
