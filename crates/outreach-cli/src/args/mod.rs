//! What can be typed.

mod groups;
mod log;
mod output;
mod pace;

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, Args, Command, CommandFactory, Parser, Subcommand};
use outreach::{Campaign, Solve};
use outreach_io::ask::{PlanQuestion, variants};

pub(crate) use self::groups::*;
pub(crate) use self::log::*;
pub(crate) use self::output::*;
pub(crate) use self::pace::Pace;

/// How many meetings will your calls bring, and how sure is that?
#[derive(Debug, Parser)]
#[command(name = "outreach", version, arg_required_else_help = true, propagate_version = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) verb: Verb,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// How many meetings one campaign will bring
    Simulate(Simulate),
    /// Compare strategies: meetings, hours, and which one wins
    Compare(Compare),
    /// Find how many calls, introductions or hours a target takes
    Plan(Plan),
    /// Find which rate matters most, and what to log
    Sensitivity(Sensitivity),
    /// Learn your rates from a call log
    Calibrate(Calibrate),
    /// Replay a call log: forecasts, and what happened
    Backtest(Backtest),
    /// Forecast meetings from a list of contacts
    Forecast(Forecast),
    /// Show every probability of the model and its source
    Model(Model),
    /// Follow one simulated campaign call by call
    Trace(Trace),
    /// Join the parts of a simulation
    Merge(Merge),
    /// Answer questions given as JSON: for scripts and servers
    Ask(Ask),
    /// Serve assistants over the Model Context Protocol
    Mcp {
        /// A folder whose files questions may name; may be repeated. Without it no file is read, and links that lead out of it are
        /// refused
        #[arg(long, value_name = "DIR")]
        allow: Vec<PathBuf>,
    },
    /// Print the JSON Schema of a verb's answer
    Schema {
        /// The verb, or `error` for what stands in the place of an answer
        #[arg(value_parser = PossibleValuesParser::new(outreach_io::answer::WITH_SCHEMA.into_iter().chain(["error"])))]
        verb: String,
        /// The schema of the verb's question, as `outreach ask` takes it
        #[arg(long)]
        question: bool,
    },
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
}

/// The definition of the command line. An option of a verb has a variable: `OUTREACH_MAX_ATTEMPTS` is that of `--max-attempts`.
pub(crate) fn command() -> Command {
    /// What is said in the one call that it is of.
    const WITHOUT: [&str; 2] = ["allow", "question"];
    let with_variable = |arg: Arg| match arg.get_long().filter(|long| !WITHOUT.contains(long)) {
        Some(long) => {
            let variable = variable(long);
            arg.env(variable).hide_env(true)
        }
        None => arg,
    };
    Cli::command().mut_subcommands(|verb| verb.mut_args(with_variable))
}

impl Verb {
    /// Where the answer goes, of the verbs that have one.
    pub(crate) fn output(&mut self) -> Option<&mut Output> {
        match self {
            Self::Simulate(Simulate { output, .. })
            | Self::Compare(Compare { output, .. })
            | Self::Plan(Plan { output, .. })
            | Self::Sensitivity(Sensitivity { output, .. })
            | Self::Calibrate(Calibrate { output, .. })
            | Self::Backtest(Backtest { output, .. })
            | Self::Forecast(Forecast { output, .. })
            | Self::Model(Model { output, .. })
            | Self::Trace(Trace { output, .. })
            | Self::Merge(Merge { output, .. }) => Some(output),
            Self::Ask(_) | Self::Mcp { .. } | Self::Schema { .. } | Self::Completions { .. } | Self::Man => None,
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct Simulate {
    #[command(flatten)]
    pub(crate) file: File,
    #[command(flatten)]
    pub(crate) scenario: Scenario,
    #[command(flatten)]
    pub(crate) strategy: OneStrategy,
    #[command(flatten)]
    pub(crate) stop: Stop,
    /// What the campaign has brought so far
    ///
    /// Attempts and meetings held: cold=37:2,warm=10:9. With --contacts, reached and attempted in each round, and meetings
    /// held: cold=24/300+20/276:4. Updates the uncertain rates and forecasts the rest.
    #[arg(long, value_name = "KIND=ATTEMPTS:MEETINGS", value_delimiter = ',', help_heading = "The campaign")]
    pub(crate) so_far: Vec<String>,
    #[command(flatten)]
    pub(crate) run: Run,
    /// Run one share of the trials: 1/8, 2/8, …
    ///
    /// Writes it to the file of -o, for `outreach merge`.
    #[arg(long, value_name = "I/N", help_heading = "The run", requires = "output",
          conflicts_with_all = ["format", "at_least", "calls_per_week", "hours_per_week", "plot", "report", "precision"])]
    pub(crate) shard: Option<outreach::Shard>,
    /// Save progress in this file, and go on from it
    ///
    /// Several times a second. The file is removed when all is done.
    #[arg(long, value_name = "FILE", help_heading = "The run", conflicts_with = "precision")]
    pub(crate) checkpoint: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) at_least: AtLeast,
    #[command(flatten)]
    pub(crate) pace: Pace,
    #[command(flatten)]
    pub(crate) plot: Plot,
    /// Also write a row per trial
    ///
    /// Its attempts, meetings and minutes.
    #[arg(long, value_name = "FILE.csv|.parquet", value_parser = output::trials_file, help_heading = "The output",
          conflicts_with = "shard")]
    pub(crate) trials_out: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Debug, Args)]
pub(crate) struct Merge {
    /// What `outreach simulate --shard I/N -o PART` wrote, in any order
    #[arg(value_name = "PART", required = true)]
    pub(crate) parts: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) at_least: AtLeast,
    #[command(flatten)]
    pub(crate) plot: Plot,
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Debug, Args)]
pub(crate) struct Compare {
    /// Strategies, scenario files, or settings: warm=15, 'cold.meeting=5%'
    ///
    /// Strategies: cold, mixed, referral-heavy, warm, snowball.
    #[arg(value_name = "STRATEGY|KEY=VALUE|FILE.toml", default_values = variants::USUAL)]
    pub(crate) strategies: Vec<String>,
    #[command(flatten)]
    pub(crate) scenario: Scenario,
    /// Hours for every strategy
    ///
    /// [default: the least mean hours of those compared]
    #[arg(long, value_name = "H", value_parser = groups::hours, allow_hyphen_values = true,
          help_heading = "The campaign")]
    pub(crate) hours: Option<f64>,
    #[command(flatten)]
    pub(crate) run: Run,
    #[command(flatten)]
    pub(crate) at_least: AtLeast,
    #[command(flatten)]
    pub(crate) plot: Plot,
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Debug, Args)]
pub(crate) struct Plan {
    #[command(flatten)]
    pub(crate) file: File,
    /// Meetings to reach, at least
    #[arg(long, value_name = "K", value_parser = groups::count, allow_hyphen_values = true,
          help_heading = "The target")]
    pub(crate) meetings: u32,
    /// How sure to be
    ///
    /// A probability: 0.9 or 90%.
    #[arg(long, value_name = "P", default_value = PlanQuestion::CONFIDENCE.to_string(), value_parser = share, allow_hyphen_values = true,
          help_heading = "The target")]
    pub(crate) confidence: f64,
    /// What to minimise
    ///
    /// attempts; referrals: warm calls among --calls, with a pool the referrals to start with; hours; contacts, each called
    /// up to --max-attempts times; attempts-per-contact, for the people of --contacts
    #[arg(long, value_name = "WHAT", default_value = PlanQuestion::SOLVE.key(),
          value_parser = PossibleValuesParser::new(Solve::ALL.map(Solve::key)), help_heading = "The target")]
    pub(crate) solve: String,
    /// The most calls or contacts to look at
    #[arg(long, value_name = "N", default_value = Campaign::MAX_CALLS.to_string(), value_parser = groups::count,
          help_heading = "The target")]
    pub(crate) max: u32,
    #[command(flatten)]
    pub(crate) pace: Pace,
    #[command(flatten)]
    pub(crate) scenario: Scenario,
    #[command(flatten)]
    pub(crate) strategy: OneStrategy,
    #[command(flatten)]
    pub(crate) sampling: Sampling,
    #[command(flatten)]
    pub(crate) plot: Plot,
    #[command(flatten)]
    pub(crate) output: Output,
}

/// The variable that stands in for an option.
pub(crate) fn variable(option: &str) -> String {
    format!("OUTREACH_{}", option.replace('-', "_").to_uppercase())
}

/// A number or a percentage.
fn share(text: &str) -> Result<f64, String> {
    let number = outreach_io::number(text).filter(|number| (0.0..=1.0).contains(number));
    number.ok_or_else(|| "a probability (0 to 1, or 0 % to 100 %)".to_owned())
}

#[derive(Debug, Args)]
pub(crate) struct Sensitivity {
    #[command(flatten)]
    pub(crate) file: File,
    #[command(flatten)]
    pub(crate) scenario: Scenario,
    #[command(flatten)]
    pub(crate) strategy: OneStrategy,
    #[command(flatten)]
    pub(crate) stop: Stop,
    #[command(flatten)]
    pub(crate) sampling: Sampling,
    #[command(flatten)]
    pub(crate) plot: Plot,
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Debug, Args)]
pub(crate) struct Forecast {
    /// A table with a header and one contact per row
    #[arg(value_name = "CONTACTS.csv")]
    pub(crate) list: PathBuf,
    #[command(flatten)]
    pub(crate) columns: ContactColumns,
    /// How far these hours go, best contacts first
    ///
    /// Best: the most meetings per expected minute.
    #[arg(long, value_name = "H", value_parser = groups::hours, allow_hyphen_values = true,
          help_heading = "The campaign")]
    pub(crate) hours: Option<f64>,
    #[command(flatten)]
    pub(crate) scenario: Scenario,
    #[command(flatten)]
    pub(crate) at_least: AtLeast,
    #[command(flatten)]
    pub(crate) plot: Plot,
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Debug, Args)]
pub(crate) struct Model {
    #[command(flatten)]
    pub(crate) file: File,
    #[command(flatten)]
    pub(crate) scenario: Scenario,
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Debug, Args)]
pub(crate) struct Trace {
    #[command(flatten)]
    pub(crate) file: File,
    #[command(flatten)]
    pub(crate) scenario: Scenario,
    #[command(flatten)]
    pub(crate) strategy: OneStrategy,
    #[command(flatten)]
    pub(crate) stop: Stop,
    #[command(flatten)]
    pub(crate) seed: Seed,
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Debug, Args)]
pub(crate) struct Ask {
    /// A file with questions; `-` is standard input
    ///
    /// One question, or one per line (JSON Lines). Each is answered on a line of its own, in order: as --format json of its
    /// verb does, or as {"error": …}.
    #[arg(value_name = "QUESTION.json|-")]
    pub(crate) questions: PathBuf,
    /// Threads [default: one per core]
    ///
    /// Up to 1024. They change the time and nothing else.
    #[arg(long, value_name = "J", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,
}
