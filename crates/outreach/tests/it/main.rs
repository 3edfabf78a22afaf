//! The library's integration tests, one binary; a file's first lines say what belongs there.
#![expect(clippy::unwrap_used, reason = "a failed test is the message")]
#![expect(clippy::float_cmp, reason = "where floats are compared with ==, the same bits are promised")]

/// Simulation against the exact distribution, with a stated rate of false alarms; injected errors are caught.
mod agreement;
/// The reach by attempt from a log, on real calls and on simulated ones.
mod attempt_tables;
mod audited;
/// Forecasts against what happened.
mod backtests;
/// Beta distributions over all that is accepted, against committed values.
mod betas;
/// Contacts who were called before and not reached.
mod called_before;
/// Comparisons against the exact distribution: who wins, and that the luck of two strategies is independent.
mod comparisons;
/// Campaigns whose recommendations come from a few connectors.
mod connectors;
/// Campaigns of contacts who are called several times.
mod contact_campaigns;
/// The distribution of the meetings from a list of contacts, each with its own probability.
mod contact_lists;
/// Lists of contacts in parts: any split and any order has the same bits.
mod contact_parts;
/// The reach by attempt, by hand.
mod contact_rounds;
/// Sums of counts with long windows, against the convolution term by term.
mod convolutions;
/// How far groups of calls go alike, from logs.
mod correlations;
/// The same seed gives the same integers on any number of threads; other seeds give others.
mod determinism;
/// Trials shown one by one, against what is counted.
mod each_trial;
/// Comparisons at equal hours, break-even minutes, dominance.
mod equal_hours;
/// What is refused, with the exact message.
mod errors;
/// Sampled numbers and their standard errors, by hand.
mod estimates;
/// Rates known to nothing or to nine digits, through everything that draws them.
mod extreme_rates;
/// Lists of contacts.
mod forecasts;
/// What the properties are tried on.
mod generated;
/// What more logged calls tell of uncertain rates, against the posteriors that they leave.
mod information;
/// Rates learned from trials and from rows of a log.
mod learning;
/// Parts of a run: merged in any order, refused where they do not belong together.
mod parts;
/// Plans of every size against a search one by one.
mod plan_sizes;
/// The weeks of a plan.
mod plan_weeks;
/// The smallest effort for a target.
mod plans;
/// Campaigns with a pool of referrals, against every course of small ones, and against each other.
mod pools;
/// What holds for any rates, distributions and samples, on generated cases.
mod properties;
/// The reference values of docs/model.md and other exact rationals.
mod reference;
/// Campaigns that several modules use.
mod scenarios;
/// Sensitivity: the tornado by hand, the bounds of assumptions, Sobol indices against integration.
mod sensitivity;
/// Comparisons of strategies that depend on the same uncertain rate.
mod shared_draws;
/// The rest of a campaign after what it has brought so far.
mod so_far;
/// Campaigns that stop at a number of meetings or with their minutes.
mod stops;
/// Bounds that hold for every number of trials, not only in the limit.
mod tail_bounds;
/// Exact distributions and moments with uncertain rates, against other computations; why there is none where there is
/// none.
mod uncertain;
/// Simulation against the exact distribution where rates are uncertain; luck and ignorance, and their standard errors.
mod uncertain_agreement;
/// Campaigns with uncertain rates that several modules use, and their committed distributions.
mod uncertain_scenarios;
