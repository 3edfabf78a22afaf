// Made from docs/schema by `cargo xtask renew`.

/** What would have been forecast from a call log, and what happened. */
export interface BacktestAnswer {
  /** `outreach/backtest/1`. */
  schema: "outreach/backtest/1";
  /** The version of outreach that answered. */
  version: string;
  /** What was known before the log: the rates are its own. */
  scenario: BacktestScenario;
  /** Nothing is assumed. */
  assumptions: string[];
  /** Whether the numbers are exact or simulated. */
  computed: Computed;
  /** What became of the rows. */
  rows: RowsAnswer;
  /** The names of the columns that were read, by what they say. */
  columns: Record<string, string[]>;
  /** The columns that were not read. */
  unused_columns: string[];
  /** What the words were taken for; of lists, only those read from one file. */
  words: WordAnswer[];
  /** What nobody has said, and the table seems to say. */
  assumed: AssumedAnswer[];
  /** The calls that were forecast: `cold` or `warm`. */
  kind: "cold" | "warm";
  /** Each forecast covers this many calls. */
  batch: number;
  /** The first forecast comes after at least this many calls. */
  warmup: number;
  /** Calls of the kind. */
  calls: number;
  /** Their meetings set. */
  meetings_set: number;
  /** Batches that were forecast. */
  forecasts: number;
  /** The share of the outcomes within the central 80 % range of their forecast. */
  coverage80: number;
  /** The probability that these ranges have: more than 80 %, as counts are discrete. */
  expected80: number;
  /** Their mean width, in meetings. */
  mean_width80: number;
  /** The mean continuous ranked probability score, in meetings: less is better. */
  crps: number;
  /** The mean of ln P(outcome), in nats; null where something happened that could not. */
  log_score: number | null;
  /** For each tenth of the forecasts the share of the outcomes that fell into it: 0.1 each where forecasts are right. */
  histogram: [number, number, number, number, number, number, number, number, number, number];
  /** How binomial forecasts from the share of meetings so far would have done. */
  binomial: ScoresAnswer;
}

/** What a backtest starts from. */
export interface BacktestScenario {
  /** Those of the log: yours. */
  figures: WhoseFigures;
  /** `jeffreys`: Beta(1/2, 1/2). */
  prior: string;
}

/** Whose figures the rates are, and the numbers of a pool and of the effort. A coach's are documented in his text, and optimistic; published ones come from studies. */
export type WhoseFigures = "a coach's" | "yours and a coach's" | "published" | "yours and published" | "yours";

/** How an answer's numbers came about. */
export type Computed = "exact" | "simulated" | "both";

/** The rows of a list or a log: `read` = `used` + `other` + `rejected`. */
export interface RowsAnswer {
  /** Rows that are not blank. */
  read: number;
  /** Those that the answer rests on. */
  used: number;
  /** Those that are nothing to be counted: neither cold nor warm calls, totals, calls that stand there twice. */
  other: number;
  /** Those that cannot be read. */
  rejected: number;
  /** How often each value has set a row aside. */
  others: Record<string, number>;
  /** How often each word stands there that is no known outcome. */
  unknown_outcomes: Record<string, number>;
  /** The first rejected rows. */
  rejections: RejectionAnswer[];
}

/** A rejected row. */
export interface RejectionAnswer {
  /** Its line in the file, from 1. */
  line: number;
  /** The column's name, where one alone is to blame. */
  column: string | null;
  /** What is wrong with it. */
  reason: string;
}

/** What a word of a column was taken for. */
export interface WordAnswer {
  /** What the column says: `outcome`, `kind`, …. */
  role: string;
  /** The column's name. */
  column: string;
  /** As it stands in the table. */
  word: string;
  /** What it was taken for. */
  meaning: string;
  /** The rows that have it. */
  rows: number;
}

/** What was assumed of a table. */
export interface AssumedAnswer {
  /** What was not said: `date order`, `unit`, …. */
  what: string;
  /** What it was taken for. */
  value: string;
  /** Both in an English sentence. */
  told: string;
}

/** Means over all forecasts. */
export interface ScoresAnswer {
  /** The share of the outcomes within the central 80 % range of their forecast. */
  coverage80: number;
  /** The probability that these ranges have: more than 80 %, as counts are discrete. */
  expected80: number;
  /** Their mean width, in meetings. */
  mean_width80: number;
  /** The mean continuous ranked probability score, in meetings: less is better. */
  crps: number;
  /** The mean of ln P(outcome), in nats; null where something happened that could not. */
  log_score: number | null;
  /** For each tenth of the forecasts the share of the outcomes that fell into it: 0.1 each where forecasts are right. */
  histogram: [number, number, number, number, number, number, number, number, number, number];
}

/** Rates learned from a call log, beside the documented and the published ones. */
export interface CalibrateAnswer {
  /** `outreach/calibrate/2`. */
  schema: "outreach/calibrate/2";
  /** The version of outreach that answered. */
  version: string;
  /** The learned rates, and the preset's where the log tells none. */
  scenario: RatesInForce;
  /** The keys that neither a source nor the log says. */
  assumptions: string[];
  /** Whether the numbers are exact or simulated. */
  computed: Computed;
  /** What was known before the log, in English. */
  prior: string;
  /** What became of the rows. */
  rows: RowsAnswer;
  /** The names of the columns that were read, by what they say. */
  columns: Record<string, string[]>;
  /** The columns that were not read. */
  unused_columns: string[];
  /** What the words were taken for; of lists, only those read from one file. */
  words: WordAnswer[];
  /** What nobody has said, and the table seems to say. */
  assumed: AssumedAnswer[];
  /** Cases that are open at the end of the log: reached, and no trials of a meeting yet. */
  open_cases: number;
  /** What was learned of each rate. */
  rates: Record<string, LearnedRate>;
  /** The names that meetings brought. */
  names_per_meeting: NamesAnswer;
  /** Attempts at the same contacts by kind, where the log tells them. */
  attempts?: AttemptsByKind | null;
  /** The calls of each month. */
  months: MonthAnswer[];
  /** The calls of each caller, those with the most calls first. */
  callers: CallerAnswer[];
  /** The calls of each connector, those with the most calls first. */
  connectors: ConnectorAnswer[];
  /** How far the recommended calls by one connector go alike; null where the log does not tell it. */
  connectors_correlation: ConnectorsCorrelation | null;
  /** Why it does not tell it, in English. */
  connectors_correlation_reason?: string | null;
  /** How far the calls of one caller go alike, by kind. */
  callers_correlation: CallersByKind;
}

/** The rates in force. */
export interface RatesInForce {
  /** Whose figures the rates are, and the numbers of a pool and of the effort, whatever is assumed. */
  figures: WhoseFigures;
  /** The preset that the rates started from: `documented` or `published`. */
  preset: "documented" | "published";
  /** How `warm.meeting` is read: `smooth` or `overall`. */
  reading: "smooth" | "overall";
  /** How many cold contacts each attempt reached, where the reach by attempt comes from such a table. */
  "attempts.cold"?: TableInForce | null;
  /** The same of warm contacts. */
  "attempts.warm"?: TableInForce | null;
  /** The rates by key: a number, or `alpha`, `beta` and `mean` of a Beta distribution; and the response in use. */
  rates: Record<string, ValueInForce>;
  /** Where each comes from: `documented`, `published`, `assumed` or `set by you`. */
  provenance: Record<string, string>;
}

/** Contacts by the attempts that they got. */
export interface TableInForce {
  /** The contacts that got attempt 1, 2, … */
  at_risk: number[];
  /** Of these, those that it reached. */
  reached: number[];
}

/** What a key stands for: a rate, or a word. */
export type ValueInForce = RateInForce | string;

/** The value of a rate. */
export type RateInForce = number | { alpha: number; beta: number; mean: number };

/** What was learned of a rate. */
export interface LearnedRate {
  /** What a trial is: `cold attempt`, `contact`, …. */
  per: string;
  /** Trials in the log. */
  trials: number;
  /** Those that succeeded. */
  successes: number;
  /** The first parameter of the rate's Beta distribution now. */
  alpha: number;
  /** The second one. */
  beta: number;
  /** The mean of that distribution. */
  mean: number;
  /** The range that holds the rate now. */
  interval: Interval;
  /** After this many trials the past counts half; null if nothing is forgotten. */
  half_life: number | null;
  /** Trials that would tell the rate to within a third of it or within two points. */
  enough_trials: number;
  /** The same rate elsewhere. */
  beside: BesideAnswer;
}

/** The range that holds a number with a probability. */
export interface Interval {
  /** The lower end. */
  low: number;
  /** The upper end. */
  high: number;
  /** P(low ≤ number ≤ high). */
  probability: number;
}

/** A rate of the log beside that of each preset. */
export interface BesideAnswer {
  /** The founding text's; null where it says nothing of the kind. */
  documented: Verdict | null;
  /** The published one; null where nothing of the kind is published. */
  published: Verdict | null;
}

/** What a preset says of a rate, and how the log's compares. */
export interface Verdict {
  /** The ends of the preset's 90 % range; the same number twice where it gives a number. */
  range: [number, number];
  /** `lower` or `higher` where the two ranges do not meet, `no different` where they do. */
  yours_is: "lower" | "no different" | "higher";
}

/** The names that meetings brought. */
export interface NamesAnswer {
  /** Meetings whose names the log tells. */
  meetings: number;
  /** Names per meeting held; null without such meetings. */
  mean: number | null;
  /** The likeliest dispersion of negative binomial names, as `pool.dispersion`; null where Poisson names are likeliest, and for fewer than two meetings. */
  dispersion: number | null;
  /** The range that holds the dispersion; null for fewer than two meetings or no name. */
  dispersion_interval: DispersionInterval | null;
  /** The variance of the names by their mean: 1 of Poisson numbers; null for fewer than two meetings. */
  variance_by_mean: number | null;
  /** The range that holds the mean; null for fewer than two meetings. */
  interval: Interval | null;
}

/** The range that holds a dispersion with a probability. */
export interface DispersionInterval {
  /** The lower end: the lumpiest names; null where none but Poisson names are likely. */
  low: number | null;
  /** The upper end; null where names may be Poisson. */
  high: number | null;
  /** P(low ≤ dispersion ≤ high). */
  probability: number;
}

/** What attempts at the same contacts tell. */
export interface AttemptsByKind {
  /** Of cold contacts. */
  cold?: AttemptsAnswer | null;
  /** Of warm contacts. */
  warm?: AttemptsAnswer | null;
}

/** How the contacts of one kind were closed from attempt to attempt. */
export interface AttemptsAnswer {
  /** What closes a contact: `reach`, or `meeting` where the log does not say who was reached. */
  of: string;
  /** Each attempt. */
  by_attempt: AttemptAnswer[];
  /** P(the first attempt closes a contact). */
  first: number;
  /** The share of the contacts that can be closed at all; null where nobody was called twice or nobody was reached. */
  ever: number | null;
  /** The range that holds `first`. */
  first_interval: Interval;
  /** The range that holds `ever`. */
  ever_interval: Interval | null;
  /** How much better the first half's curve foretells the second half than a constant rate, in nats. */
  log_score_gain: number | null;
  /** Whether the first attempts of the two halves differ by more than chance explains. */
  mixes_periods: boolean;
}

/** One attempt. */
export interface AttemptAnswer {
  /** Its number, from 1. */
  attempt: number;
  /** Contacts that got it. */
  at_risk: number;
  /** Those that it closed. */
  successes: number;
  /** The share that the fitted curve has. */
  fitted: number;
}

/** The calls of a month. */
export interface MonthAnswer {
  /** `2026-03`. */
  month: string;
  /** Cold ones. */
  cold: CallsAnswer;
  /** Warm ones. */
  warm: CallsAnswer;
}

/** Counts of calls. */
export interface CallsAnswer {
  /** Attempts. */
  attempts: number;
  /** Attempts that reached the prospect. */
  reached: number;
  /** Conversations that came to an end. */
  conversations: number;
  /** Meetings set. */
  meetings_set: number;
  /** The range that holds meetings per conversation as if nothing drifted; null without conversations. */
  interval: Interval | null;
  /** Of a caller or a connector among five or more: meetings per conversation, drawn towards those of all. */
  pooled?: PooledAnswer | null;
}

/** Meetings per conversation of one of several, drawn towards those of all as far as their calls go alike. */
export interface PooledAnswer {
  /** Its mean. */
  mean: number;
  /** The range that holds it. */
  interval: Interval;
}

/** The calls of a caller. */
export interface CallerAnswer {
  /** The name. */
  caller: string;
  /** Cold ones. */
  cold: CallsAnswer;
  /** Warm ones. */
  warm: CallsAnswer;
}

/** The calls on behalf of a connector. */
export interface ConnectorAnswer {
  /** The name. */
  connector: string;
  /** Cold ones. */
  cold: CallsAnswer;
  /** Warm ones. */
  warm: CallsAnswer;
}

/** The intraclass correlation of the meetings that conversations by one connector bring. */
export interface ConnectorsCorrelation {
  /** Its mean. */
  mean: number;
  /** The shortest range that holds it. */
  interval: Interval;
  /** Connectors with a recommended conversation. */
  connectors: number;
}

/** What callers tell of each kind of calls. */
export interface CallersByKind {
  /** Of cold calls; null where the log does not tell it. */
  cold: CallersCorrelation | null;
  /** Of warm calls; null where the log does not tell it. */
  warm: CallersCorrelation | null;
}

/** The intraclass correlation of the meetings that conversations of one caller bring. */
export interface CallersCorrelation {
  /** Its mean. */
  mean: number;
  /** The shortest range that holds it. */
  interval: Interval;
  /** Callers with a conversation. */
  callers: number;
}

/** Several strategies in the same worlds: what each brings, and how often one brings more than the other. */
export interface CompareAnswer {
  /** `outreach/compare/1`. */
  schema: "outreach/compare/1";
  /** The version of outreach that answered. */
  version: string;
  /** Every parameter in force where a strategy sets nothing of its own, without what makes it a strategy; of the first strategy where each has a scenario of its own. */
  scenario: ScenarioInForce;
  /** The keys that neither a source nor you have said. */
  assumptions: string[];
  /** Whether the numbers are exact or simulated. */
  computed: Computed;
  /** The seed: the same one gives the same answer. */
  seed: number;
  /** The number of simulated campaigns of each strategy. */
  trials: number;
  /** The precision that was asked for, if one was. */
  precision?: FoundPrecision | null;
  /** Each strategy, in the order in which they were named. */
  strategies: StrategyAnswer[];
  /** Each pair of them: first with second, first with third, … */
  pairs: PairAnswer[];
  /** The minutes that an introduction may cost before cold calls bring more meetings per hour, at the rates in force where a strategy sets none of its own; null where cold calls bring none, and where each strategy has a scenario of its own. */
  break_even_minutes: number | null;
  /** Its standard error, where it is sampled. */
  break_even_minutes_std_error?: number | null;
}

/** Every parameter in force. */
export interface ScenarioInForce {
  /** Whose figures the rates are, and the numbers of a pool and of the effort, whatever is assumed. */
  figures: WhoseFigures;
  /** The preset that the rates started from: `documented` or `published`. */
  preset: "documented" | "published";
  /** How `warm.meeting` is read: `smooth` or `overall`. */
  reading: "smooth" | "overall";
  /** How many cold contacts each attempt reached, where the reach by attempt comes from such a table. */
  "attempts.cold"?: TableInForce | null;
  /** The same of warm contacts. */
  "attempts.warm"?: TableInForce | null;
  /** The rates by key: a number, or `alpha`, `beta` and `mean` of a Beta distribution; and the response in use. */
  rates: Record<string, ValueInForce>;
  /** Where each comes from: `documented`, `published`, `assumed` or `set by you`. */
  provenance: Record<string, string>;
  /** People to call, in place of calls. */
  contacts?: number | null;
  /** The most attempts that each of them gets. */
  max_attempts?: number | null;
  /** Attempts; under a stop the most of them. */
  calls?: number | null;
  /** The budget of hours, where one stops the campaign. */
  hours: number | null;
  /** The number of meetings, where it stops the campaign. */
  meetings: number | null;
  /** Minutes per cold attempt, warm attempt, introduction and meeting. */
  effort: Record<string, number | null>;
  /** The strategy's name. */
  strategy?: string | null;
  /** Which calls are warm: a share or a count; null with a pool. */
  warm?: WarmSupply | null;
  /** The numbers of the pool of referrals, if there is one; null where a number is none. */
  pool?: Record<string, number | null> | null;
  /** The connectors that the recommended calls come from, where their number is set. */
  connectors?: ConnectorsInForce | null;
}

/** Which calls are warm: a share of them or a count, each by its name, as 1.0 and 1 are opposite campaigns. */
export type WarmSupply = { share: number } | { count: number };

/** The connectors of a campaign. */
export interface ConnectorsInForce {
  /** How many there are; the recommended calls are dealt to them in turn. */
  count: number;
  /** The intraclass correlation of the meetings of one connector's conversations, at mean rates; null where connectors make no difference. */
  correlation_of_meetings: number | null;
}

/** A precision that was asked for. */
export interface FoundPrecision {
  /** The standard error of the mean yield that was asked for. */
  asked: number;
  /** Whether the trials sufficed for it. */
  reached: boolean;
}

/** What one of the strategies brings. */
export interface StrategyAnswer {
  /** Its name; a second one of the same name has a number. */
  name: string;
  /** Every parameter in force of it. */
  scenario: ScenarioInForce;
  /** The meetings held, simulated. */
  meetings: SampledYield;
  /** The same exactly; null where there is no exact distribution. */
  exact: ExactYield | null;
  /** How far both are apart. */
  agreement: AgreementAnswer | null;
  /** Why there is none. */
  exact_reason?: string;
  /** Mean and standard deviation, where they are known. */
  exact_moments?: ExactMoments | null;
  /** The variance of the yield, split into luck and not knowing the rates. */
  variance: VarianceAnswer;
  /** The share of the trials in which a rate that was solved for or drawn was not possible, and the nearest possible one was taken. */
  clamped?: Estimated | null;
  /** What the same brings at the published rates; null where these are in force, where that is not known, and while trials are still to come. */
  at_published_rates: AtPublishedRatesAnswer | null;
  /** The mean meetings that one more introduction brings in place of a cold call, exactly; with a pool one more referral to start with, of several attempts a warm contact. Null where no cold call is left, or where that is not known. */
  one_more_introduction: number | null;
  /** The exact mean meetings of the calls of each kind; null where chance decides which are made, or where it is not known. */
  meetings_by_kind: MeetingsByKind;
  /** The central range with a connector for each call, where few connectors recommend many; null where it is not known. */
  connectors_apart?: CountRange | null;
  /** Attempts made. */
  attempts: CountsByKind;
  /** Attempts that reached the prospect. */
  conversations: CountsByKind;
  /** Meetings agreed. */
  meetings_set: CountsByKind;
  /** Warm conversations that went wrong at the connector's name. */
  incidents: IncidentCounts;
  /** The distribution of the attempts, where a stop or conversations leave them to chance. */
  attempts_made?: AttemptsMade | null;
  /** Each round of a campaign of contacts. */
  rounds?: RoundAnswer[] | null;
  /** How often given hours let each contact be called: the fewest attempts that take the hours on average, if any do. */
  attempts_that_fill_hours?: number | null;
  /** What becomes of a pool of referrals, if there is one. */
  pool?: PoolAnswer | null;
  /** The minutes that the campaign takes. */
  minutes: Estimated;
  /** Mean meetings by mean hours; null if the campaign takes no time. */
  meetings_per_hour: Estimated | null;
  /** Mean attempts by mean meetings; null if there were none. */
  attempts_per_meeting: Estimated | null;
  /** The minutes that an introduction may cost at its rates before cold calls bring more meetings per hour; null where cold calls bring none. */
  break_even_minutes: number | null;
  /** What it brings within the budget of hours of the pairs; null where that has no sense, as calls take no time. */
  equal_hours: YieldInHours | null;
}

/** The meetings held, simulated. */
export interface SampledYield {
  /** The mean over all trials. */
  mean: number;
  /** The standard error of the mean; null for a single trial. */
  std_error: number | null;
  /** The standard deviation; null for a single trial. */
  sd: number | null;
  /** The standard error of the standard deviation. */
  sd_std_error: number | null;
  /** The quantiles of the trials. */
  quantiles: Quantiles;
  /** For each quantile the ends of a 95 % interval between order statistics; null where the trials are too few for one. */
  quantile_intervals: Quantiles2;
  /** The range from the 5 % point to the 95 % point. */
  central90: CountRange;
  /** The share of the trials with at least k meetings, by each k that was asked for. */
  at_least: Record<string, number>;
  /** The standard errors of these shares. */
  at_least_std_error: Record<string, number>;
  /** The number of trials with k meetings held, from k = 0 to the most that were seen. */
  counts: number[];
}

/** Something for each of five quantiles: the smallest count k with P(count ≤ k) of at least that order. */
export interface Quantiles {
  /** Of order 5 %. */
  "0.05": number;
  /** Of order 25 %. */
  "0.25": number;
  /** The median. */
  "0.5": number;
  /** Of order 75 %. */
  "0.75": number;
  /** Of order 95 %. */
  "0.95": number;
}

/** Something for each of five quantiles: the smallest count k with P(count ≤ k) of at least that order. */
export interface Quantiles2 {
  /** Of order 5 %. */
  "0.05": [number, number] | null;
  /** Of order 25 %. */
  "0.25": [number, number] | null;
  /** The median. */
  "0.5": [number, number] | null;
  /** Of order 75 %. */
  "0.75": [number, number] | null;
  /** Of order 95 %. */
  "0.95": [number, number] | null;
}

/** The range of a count from its 5 % point to its 95 % point, with its own probability: 90 % or more, as counts are discrete. */
export interface CountRange {
  /** The lowest count in it. */
  low: number;
  /** The highest count in it. */
  high: number;
  /** P(low ≤ count ≤ high). */
  probability: number;
  /** The standard error of that, where it is sampled. */
  probability_std_error?: number | null;
}

/** The meetings held, exactly. */
export interface ExactYield {
  /** The mean. */
  mean: number;
  /** The standard deviation. */
  sd: number;
  /** The quantiles. */
  quantiles: Quantiles;
  /** The range from the 5 % point to the 95 % point. */
  central90: CountRange;
  /** P(at least k meetings), by each k that was asked for. */
  at_least: Record<string, number>;
  /** P(k meetings held), from k = 0 on. */
  pmf: number[];
}

/** How far the simulation is from the exact distribution. */
export interface AgreementAnswer {
  /** The difference of the means, in standard errors; null where these are undefined. */
  mean_sigmas: number | null;
  /** The largest difference of the distribution functions. */
  largest_cdf_gap: number;
}

/** Mean and standard deviation. */
export interface ExactMoments {
  /** The mean. */
  mean: number;
  /** The standard deviation. */
  sd: number;
}

/** The variance of the yield in its two parts, in squared meetings. */
export interface VarianceAnswer {
  /** E[Var(yield | rates)]. */
  luck: number | null;
  /** Its standard error, where it is sampled. */
  luck_std_error?: number | null;
  /** Var(E[yield | rates]); where it is sampled it may come out slightly negative. */
  ignorance: number | null;
  /** Its standard error, where it is sampled. */
  ignorance_std_error?: number | null;
}

/** A sampled mean per campaign. */
export interface Estimated {
  /** The mean over all trials. */
  mean: number;
  /** Its standard error; null for a single trial. */
  std_error: number | null;
}

/** What a campaign brings at the published rates. */
export interface AtPublishedRatesAnswer {
  /** What is counted: `meetings`, or the `attempts` of a campaign that ends at a number of meetings. */
  of: "meetings" | "attempts";
  /** The mean. */
  mean: number;
  /** Its standard error; 0 where it is exact. */
  std_error: number | null;
  /** The range from the 5 % point to the 95 % point. */
  central90: CountRange;
}

/** Mean meetings by kind of call. */
export interface MeetingsByKind {
  /** Of cold calls. */
  cold: number | null;
  /** Of warm calls. */
  warm: number | null;
}

/** Means per campaign. */
export interface CountsByKind {
  /** Of cold calls. */
  cold: Estimated;
  /** Of warm calls. */
  warm: Estimated;
  /** Of both. */
  total: Estimated;
}

/** Mean incidents per campaign. */
export interface IncidentCounts {
  /** All of them. */
  total: Estimated;
  /** With a connector who was unknown. */
  unknown: Estimated;
  /** Of these, those that explaining saved. */
  recovered: Estimated;
  /** Of these, the others. */
  unrecovered: Estimated;
  /** With a connector who was disliked. */
  disliked: Estimated;
}

/** The attempts, where chance decides how many there are. */
export interface AttemptsMade {
  /** The mean over all trials. */
  mean: number;
  /** The standard error of the mean; null for a single trial. */
  std_error: number | null;
  /** The standard deviation; null for a single trial. */
  sd: number | null;
  /** The standard error of the standard deviation. */
  sd_std_error: number | null;
  /** The quantiles of the trials. */
  quantiles: Quantiles;
  /** For each quantile the ends of a 95 % interval between order statistics; null where the trials are too few for one. */
  quantile_intervals: Quantiles2;
  /** The range from the 5 % point to the 95 % point. */
  central90: CountRange;
  /** Exactly, as far as that is known. */
  exact: ExactAttempts | null;
}

/** The exact attempts: mean and standard deviation, and the rest where the whole distribution is known. */
export interface ExactAttempts {
  /** The mean. */
  mean: number;
  /** The standard deviation. */
  sd: number;
  /** The quantiles. */
  quantiles?: Quantiles | null;
  /** The range from the 5 % point to the 95 % point. */
  central90?: CountRange | null;
}

/** One round: an attempt to every contact that is still open. */
export interface RoundAnswer {
  /** Its number, from 1. */
  attempt: number;
  /** Attempts made in it. */
  attempts: Estimated;
  /** Conversations in it. */
  conversations: Estimated;
  /** Meetings held that came of it. */
  meetings: Estimated;
  /** Exact where that is known; null where no attempts are left. */
  meetings_per_100_attempts: number | null;
  /** Its standard error, where it is sampled; null for a single trial. */
  meetings_per_100_attempts_std_error?: number | null;
  /** The attempt pays if finding a new contact takes more than these minutes; null where it reaches nobody. */
  break_even_minutes: number | null;
  /** The exact means, where they are known. */
  exact: ExactRound | null;
}

/** The exact means of a round. */
export interface ExactRound {
  /** Attempts made in it. */
  attempts: number;
  /** Conversations in it. */
  conversations: number;
  /** Meetings held that came of it. */
  meetings: number;
}

/** What becomes of a pool of referrals. */
export interface PoolAnswer {
  /** The referrals that one of generation 1, 2, … brings on average. */
  reproduction: Estimated[];
  /** The probability that rates are such that chains can grow for ever. */
  grows: Estimated;
  /** The probability that all chains die out. */
  extinction: Estimated;
  /** The probability that the pool runs dry within this campaign. */
  runs_dry: Estimated;
  /** The first attempt that was cold as the pool was empty, over the trials where that happened; null if it never did. */
  first_dry_attempt: FirstDry | null;
  /** Meetings held with referrals of generation 1, 2, …; null where only the exact means are known. */
  meetings_by_generation: Estimated[] | null;
  /** The same exactly, where it is known. */
  exact: ExactPool | null;
  /** What the same hours bring on cold calls alone; null where they are none. */
  same_hours_cold: SameHoursCold | null;
}

/** When a pool first ran dry. */
export interface FirstDry {
  /** The mean number of the attempt, from 1. */
  mean: number;
  /** Its standard error. */
  std_error: number | null;
  /** The quantiles. */
  quantiles: Quantiles;
  /** For each quantile the ends of a 95 % interval between order statistics. */
  quantile_intervals: Quantiles2;
}

/** The exact distribution of what becomes of a pool. */
export interface ExactPool {
  /** The probability that it runs dry. */
  runs_dry: number;
  /** P(attempt k is the first cold one), from k = 1. */
  first_dry_attempt: number[];
  /** Mean meetings held with referrals of generation 1, 2, … */
  meetings_by_generation: number[];
  /** Mean meetings held by cold calls. */
  cold_meetings: number;
  /** Mean cold attempts. */
  cold_attempts: number;
}

/** What the same hours bring on cold calls alone. */
export interface SameHoursCold {
  /** The mean hours of the campaign. */
  hours: number;
  /** The mean meetings in them. */
  mean: number;
  /** Its standard error; 0 where it is exact. */
  std_error: number | null;
}

/** What a strategy brings within a budget of hours. */
export interface YieldInHours {
  /** The budget: what was given, else the smallest mean of the compared strategies. */
  hours: number;
  /** Attempts made in it. */
  attempts: Estimated;
  /** The contacts that are called in it, where they are called several times. */
  contacts?: number | null;
  /** The meetings held, simulated. */
  meetings: SampledYield;
  /** The same exactly; null where there is no exact distribution. */
  exact: ExactYield | null;
  /** What the same brings at the published rates; null where these are in force, or where that is not known. */
  at_published_rates: AtPublishedRatesAnswer | null;
}

/** Two strategies against each other. */
export interface PairAnswer {
  /** The name of the first. */
  a: string;
  /** The name of the second. */
  b: string;
  /** The share of the trials in which the first brought more. */
  a_wins: number;
  /** Its standard error; null for a single trial. */
  a_wins_std_error: number | null;
  /** The share in which both brought the same. */
  tie: number;
  /** Its standard error. */
  tie_std_error: number | null;
  /** The share in which the second brought more. */
  b_wins: number;
  /** Its standard error. */
  b_wins_std_error: number | null;
  /** The mean of the first less that of the second. */
  mean_difference: number;
  /** Its standard error. */
  std_error: number | null;
  /** The three probabilities exactly; null where they are not known. */
  exact: ExactOutcome | null;
  /** Which one dominates the other; null where none does, or where that is not known. */
  dominance: DominanceAnswer | null;
  /** The meetings of the first less those of the second, trial by trial. */
  difference: DifferenceAnswer;
  /** Within one budget of hours; null where that has no sense, as calls take no time. */
  equal_hours: EqualHoursAnswer | null;
}

/** Exact probabilities of a pair. */
export interface ExactOutcome {
  /** P(the first brings more). */
  a_wins: number;
  /** P(both bring the same). */
  tie: number;
  /** P(the second brings more). */
  b_wins: number;
}

/** Stochastic dominance. */
export interface DominanceAnswer {
  /** `a` or `b`. */
  dominant: string;
  /** 1: more likely to reach any number of meetings. 2: the safer choice. */
  order: number;
  /** Whether that holds for the rarest numbers, too. */
  everywhere: boolean;
}

/** A histogram of differences. */
export interface DifferenceAnswer {
  /** The smallest difference that was seen. */
  first: number;
  /** The number of trials with that difference, with one more, … */
  counts: number[];
}

/** A pair within one budget of hours. */
export interface EqualHoursAnswer {
  /** The budget: what was given, else the smallest mean of the compared strategies. */
  hours: number;
  /** The share of the trials in which the first brought more. */
  a_wins: number;
  /** Its standard error; null for a single trial. */
  a_wins_std_error: number | null;
  /** The share in which both brought the same. */
  tie: number;
  /** Its standard error. */
  tie_std_error: number | null;
  /** The share in which the second brought more. */
  b_wins: number;
  /** Its standard error. */
  b_wins_std_error: number | null;
  /** The mean of the first less that of the second. */
  mean_difference: number;
  /** Its standard error. */
  std_error: number | null;
  /** The three probabilities exactly; null where they are not known. */
  exact: ExactOutcome | null;
  /** Which one dominates the other; null where none does, or where that is not known. */
  dominance: DominanceAnswer | null;
}

/** The meetings that a list of contacts will bring. */
export interface ForecastAnswer {
  /** `outreach/forecast/1`. */
  schema: "outreach/forecast/1";
  /** The version of outreach that answered. */
  version: string;
  /** The rates of contacts that have a kind and no probability of their own. */
  scenario: RatesInForce;
  /** The keys that decide something here and that neither a source nor you have said. */
  assumptions: string[];
  /** Whether the numbers are exact or simulated: averaged over drawn values of the uncertain rates, exact given these. */
  computed: Computed;
  /** The seed of what was drawn, where something was. */
  seed?: number | null;
  /** How often the uncertain rates were drawn. */
  trials?: number | null;
  /** Contacts. */
  contacts: number;
  /** The most attempts that each contact of a kind gets from now on; 1 where none has a kind. */
  max_attempts: number;
  /** What became of the rows. */
  rows: RowsAnswer;
  /** The names of the columns that were read, by what they say. */
  columns: Record<string, string[]>;
  /** The columns that were not read. */
  unused_columns: string[];
  /** What the words were taken for; of lists, only those read from one file. */
  words: WordAnswer[];
  /** What nobody has said, and the table seems to say. */
  assumed: AssumedAnswer[];
  /** The whole list, then each group in the order of their names. */
  groups: GroupAnswer[];
  /** Whom to call first, where hours were given. */
  best_order?: BestOrderAnswer | null;
}

/** A group of contacts. */
export interface GroupAnswer {
  /** Its name; null for the whole list. */
  group: string | null;
  /** Its contacts. */
  contacts: number;
  /** The meetings held that they will bring. */
  meetings: GroupYield;
}

/** The meetings of a group. */
export interface GroupYield {
  /** The mean. */
  mean: number;
  /** The standard deviation. */
  sd: number;
  /** The quantiles. */
  quantiles: Quantiles;
  /** The range from the 5 % point to the 95 % point. */
  central90: CountRange;
  /** The standard error of the mean. */
  std_error?: number;
  /** The standard error of the standard deviation. */
  sd_std_error?: number;
  /** For each quantile the ends of an interval that holds it with a probability of 95 %. */
  quantile_intervals?: Quantiles2;
  /** P(at least k meetings), by each k that was asked for. */
  at_least: Record<string, number>;
  /** The standard errors of these, where the distribution is not exact. */
  at_least_std_error?: Record<string, number>;
}

/** How far the hours go if the contacts with the most meetings per expected minute are called first. */
export interface BestOrderAnswer {
  /** The hours that were given. */
  hours: number;
  /** The contacts that they reach. */
  contacts: number;
  /** The minutes that these are expected to take; the meeting of the last of them may overrun the hours. */
  minutes: number;
  /** The minutes of one of each. */
  minutes_of: MinutesAnswer;
  /** The meetings held that these contacts will bring. */
  meetings: ListSummary;
  /** Their lines in the list, the one to be called first first. */
  lines: number[];
}

/** Minutes of work. */
export interface MinutesAnswer {
  /** Of a cold attempt. */
  cold_attempt: number;
  /** Of a warm attempt with its introduction. */
  warm_attempt: number;
  /** Of a meeting. */
  meeting: number;
}

/** The meetings of a list, in short. */
export interface ListSummary {
  /** The mean. */
  mean: number;
  /** The standard deviation. */
  sd: number;
  /** The quantiles. */
  quantiles: Quantiles;
  /** The range from the 5 % point to the 95 % point. */
  central90: CountRange;
  /** The standard error of the mean. */
  std_error?: number;
  /** The standard error of the standard deviation. */
  sd_std_error?: number;
  /** For each quantile the ends of an interval that holds it with a probability of 95 %. */
  quantile_intervals?: Quantiles2;
}

/** The call tree with every probability, its value and where it comes from. */
export interface ModelAnswer {
  /** `outreach/model/1`. */
  schema: "outreach/model/1";
  /** The version of outreach that answered. */
  version: string;
  /** Every parameter in force. */
  scenario: RatesInForce;
  /** The keys that neither a source nor you have said. */
  assumptions: string[];
  /** Whether the numbers are exact or simulated. */
  computed: Computed;
  /** Every rate. */
  rates: RateAnswer[];
  /** The numbers of the pool and the effort, as the preset has them. */
  numbers: NumberAnswer[];
  /** The tree of a cold attempt. */
  cold: TreeAnswer;
  /** The tree of a warm attempt. */
  warm: TreeAnswer;
  /** What an attempt brings at the published rates; null where these are in force. */
  at_published_rates: HeldPerAttempt | null;
}

/** A rate and what it rests on. */
export interface RateAnswer {
  /** Its key. */
  rate: string;
  /** Its value. */
  value: RateInForce;
  /** What holds it with a probability of 90 %, where it is not known for sure; else null. */
  interval: Interval | null;
  /** Its denominator: `attempt`, `conversation`, … */
  per: string;
  /** What it is the probability of. */
  meaning: string;
  /** Where it comes from: `documented`, `published`, `assumed` or `set by you`. */
  provenance: "documented" | "published" | "assumed" | "set by you";
  /** The key that it follows, as it was not set itself; else null. */
  follows: string | null;
  /** The source, in words; null where it has no source. */
  source: string | null;
  /** How much the published figures can be trusted: `high`, `medium` or `low`; null without figures. */
  confidence: string | null;
  /** The centre of the published figures; null without figures. */
  published_centre: number | null;
  /** The range of the published figures, which holds the rate with a probability of 90 %; null without figures. */
  published_range: [number, number] | null;
}

/** A number of the pool or the effort, and what it rests on. */
export interface NumberAnswer {
  /** Its key. */
  number: string;
  /** Its value; null where it has none, as the dispersion of Poisson numbers. */
  value: number | null;
  /** Its denominator. */
  per: string;
  /** What it counts. */
  meaning: string;
  /** Where it comes from: `documented`, `published` or `assumed`. */
  provenance: "documented" | "published" | "assumed" | "set by you";
  /** The source, in words. */
  source: string;
  /** How much the published figures can be trusted: `high`, `medium` or `low`; null without figures. */
  confidence: string | null;
  /** The range of the published figures; null without figures. */
  published_range: [number, number] | null;
}

/** The tree of one attempt, uncertain rates at their means. */
export interface TreeAnswer {
  /** P(meeting set | conversation). */
  meeting_per_conversation: number;
  /** P(meeting held | attempt). */
  held_per_attempt: number;
  /** P(meeting set | conversation that kept its warm standing), of a warm attempt; null where no value solves the reading. */
  meeting_per_conversation_that_kept_its_standing?: number | null;
  /** Every path of an attempt; their probabilities sum to 1. */
  paths: PathAnswer[];
}

/** One way for an attempt to go. */
export interface PathAnswer {
  /** `none`, `recovered`, `unrecovered` or `disliked`. */
  incident: "none" | "recovered" | "unrecovered" | "disliked";
  /** `not reached`, `refused`, `no show` or `held`. */
  ending: "not reached" | "refused" | "no show" | "held";
  /** Its probability. */
  probability: number;
}

/** P(meeting held | attempt), uncertain rates at their means. */
export interface HeldPerAttempt {
  /** Of a cold attempt. */
  cold: number;
  /** Of a warm one. */
  warm: number;
}

/** The smallest effort that reaches a number of meetings, or that none does. */
export interface PlanAnswer {
  /** `outreach/plan/1`. */
  schema: "outreach/plan/1";
  /** The version of outreach that answered. */
  version: string;
  /** Every parameter in force. */
  scenario: ScenarioInForce;
  /** The keys that neither a source nor you have said. */
  assumptions: string[];
  /** Whether the numbers are exact or simulated. */
  computed: Computed;
  /** The seed, where something was simulated. */
  seed?: number | null;
  /** The number of simulated campaigns, where some were. */
  trials?: number | null;
  /** What was looked for: `attempts`, `referrals`, `hours`, `contacts` or `attempts-per-contact`. */
  solve: "attempts" | "referrals" | "hours" | "contacts" | "attempts-per-contact";
  /** Attempts. */
  attempts: number | null;
  /** Warm attempts among the calls; with a pool, referrals to start with. */
  referrals: number | null;
  /** Hours: whole minutes. */
  hours: number | null;
  /** Contacts. */
  contacts: number | null;
  /** Attempts at each contact. */
  attempts_per_contact: number | null;
  /** From the smallest that may do to the smallest that surely does, each with 97.5 % confidence, where a simulation cannot tell them apart; else null. */
  range: EffortRange | null;
  /** P(meetings held ≥ target) there; if nothing was found, the highest that was. */
  probability: number;
  /** Its standard error, where it is sampled. */
  probability_std_error?: number | null;
  /** The same at one less; null at 0. */
  probability_at_one_less: number | null;
  /** Its standard error, where it is sampled. */
  probability_at_one_less_std_error?: number | null;
  /** The meetings held in most campaigns of the smallest effort; null where none was found, or one has no exact distribution though its probability is exact. */
  central90: CountRange | null;
  /** The number of meetings held, at least. */
  target: number;
  /** The probability that was asked for. */
  confidence: number;
  /** The most attempts, contacts or attempts per contact that were looked at. */
  max: number;
  /** The smallest effort by how sure one wants to be, the confidence that was asked for among them. */
  confidences: ConfidenceAnswer[];
  /** What the same campaign takes at published rates and, where attempts are looked for, what other campaigns take; where that is exact. */
  others: OtherPlanAnswer[];
  /** The weeks that it takes, where they were asked for; else null. */
  weeks: WeeksAnswer | null;
}

/** Two efforts, the smaller first. */
export type EffortRange = [number, number] | [number, number];

/** The smallest effort for a confidence. */
export interface ConfidenceAnswer {
  /** The probability. */
  confidence: number;
  /** Attempts. */
  attempts: number | null;
  /** Warm attempts among the calls; with a pool, referrals to start with. */
  referrals: number | null;
  /** Hours: whole minutes. */
  hours: number | null;
  /** Contacts. */
  contacts: number | null;
  /** Attempts at each contact. */
  attempts_per_contact: number | null;
  /** The weeks that it takes, where they were asked for and are known; else null. */
  weeks: number | null;
}

/** What another campaign takes. */
export interface OtherPlanAnswer {
  /** Its strategy. */
  strategy: string;
  /** The preset of its rates. */
  preset: "documented" | "published";
  /** Attempts. */
  attempts: number | null;
  /** Warm attempts among the calls; with a pool, referrals to start with. */
  referrals: number | null;
  /** Hours: whole minutes. */
  hours: number | null;
  /** Contacts. */
  contacts: number | null;
  /** Attempts at each contact. */
  attempts_per_contact: number | null;
}

/** The weeks that a target takes. */
export interface WeeksAnswer {
  /** The calls of a week; null where hours are. */
  calls_per_week: number | null;
  /** The hours of a week; null where calls are. */
  hours_per_week: number | null;
  /** The fewest weeks with P(meetings held ≥ target) of at least one half; null where none are within the limits. */
  even_chance: number | null;
  /** The fewest weeks with the confidence that was asked for; null likewise. */
  at_confidence: number | null;
}

/** What each rate does to the mean yield, which unknown matters, and what to log to know it. */
export interface SensitivityAnswer {
  /** `outreach/sensitivity/2`. */
  schema: "outreach/sensitivity/2";
  /** The version of outreach that answered. */
  version: string;
  /** Every parameter in force. */
  scenario: ScenarioInForce;
  /** The keys that neither a source nor you have said. */
  assumptions: string[];
  /** Whether the numbers are exact or simulated. */
  computed: Computed;
  /** The seed, where something was simulated. */
  seed?: number | null;
  /** The number of simulated campaigns, where some were. */
  trials?: number | null;
  /** The mean meetings held with nothing moved. */
  base: number;
  /** Its standard error, where it is sampled. */
  base_std_error?: number | null;
  /** The same at the published rates, exactly; null where these are in force, or where that is not known. */
  base_at_published_rates: number | null;
  /** The meetings held in most such campaigns; null where they have no exact distribution and the mean is exact. */
  central90: CountRange | null;
  /** What each rate and number does when it alone moves, the strongest first. */
  bars: BarAnswer[];
  /** How much of what not knowing the rates adds to the variance comes from each. */
  indices: IndexAnswer[];
  /** What logging more calls would take away from that. */
  information: InformationAnswer[];
}

/** What one rate, or a number of the pool or the effort, does to the mean yield. */
export interface BarAnswer {
  /** Its key. */
  rate: string;
  /** The lower end of its range: the 5 % point of an uncertain rate, the odds of a known one divided by 1.5, the lower end of a number's published range, or half of a number of which nothing is published. */
  low: number;
  /** The upper end, likewise; null of a dispersion of the names, where the names are Poisson. */
  high: number | null;
  /** What the values at the ends are, in meetings held: `mean`, or `5 % point` for the correlation of connectors, which moves the spread and not the mean. */
  of: string;
  /** That number of meetings at the lower end; null where no rates fit together there. */
  yield_at_low: number | null;
  /** Its standard error, where it is sampled. */
  yield_at_low_std_error?: number | null;
  /** That number of meetings at the upper end; null where no rates fit together there. */
  yield_at_high: number | null;
  /** Its standard error, where it is sampled. */
  yield_at_high_std_error?: number | null;
  /** Whether nobody says what it is. */
  assumed: boolean;
  /** The mean meetings held if it were 0 or 1, for an assumed rate; else null. */
  bounds: BoundsAnswer | null;
}

/** The mean meetings held at the ends of what is possible. */
export interface BoundsAnswer {
  /** If it were 0; null where no rates fit together there. */
  yield_at_0: number | null;
  /** Its standard error, where it is sampled. */
  yield_at_0_std_error?: number | null;
  /** If it were 1; null where no rates fit together there. */
  yield_at_1: number | null;
  /** Its standard error, where it is sampled. */
  yield_at_1_std_error?: number | null;
}

/** The share of the ignorance that one uncertain rate causes. */
export interface IndexAnswer {
  /** Its key. */
  rate: string;
  /** The key of the share that can be reached, where a table of attempts tells both together. */
  with?: string | null;
  /** What knowing this rate alone would take away; null where the yields show no ignorance. */
  first_order: number | null;
  /** Its standard error, where it is sampled. */
  first_order_std_error?: number | null;
  /** What would stay if all others were known; null likewise. */
  total: number | null;
  /** Its standard error, where it is sampled. */
  total_std_error?: number | null;
}

/** What logging more calls of one kind takes away from the ignorance. */
export interface InformationAnswer {
  /** `cold` or `warm`. */
  kind: "cold" | "warm";
  /** The number of calls that are logged. */
  calls: number;
  /** The share of the ignorance that they take away, about. */
  ignorance_taken_away: number | null;
  /** Its standard error, at most; 0 where it is exact. */
  std_error: number | null;
}

/** How many meetings one campaign will bring: exact where there is an exact distribution, and simulated. */
export interface SimulateAnswer {
  /** `outreach/simulate/1`. */
  schema: "outreach/simulate/1";
  /** The version of outreach that answered. */
  version: string;
  /** Every parameter in force. */
  scenario: ScenarioInForce;
  /** The keys that neither a source nor you have said. */
  assumptions: string[];
  /** Whether the numbers are exact or simulated. */
  computed: Computed;
  /** The seed: the same one gives the same answer. */
  seed: number;
  /** The number of simulated campaigns. */
  trials: number;
  /** The precision that was asked for, if one was. */
  precision?: FoundPrecision | null;
  /** What the campaign had brought before, if it had begun. */
  so_far?: SoFarAnswer | null;
  /** What it has brought after one week, two, and so on, where a pace was given. */
  weeks?: ByWeekAnswer | null;
  /** The meetings held, simulated. */
  meetings: SampledYield;
  /** The same exactly; null where there is no exact distribution. */
  exact: ExactYield | null;
  /** How far both are apart. */
  agreement: AgreementAnswer | null;
  /** Why there is none. */
  exact_reason?: string;
  /** Mean and standard deviation, where they are known. */
  exact_moments?: ExactMoments | null;
  /** The variance of the yield, split into luck and not knowing the rates. */
  variance: VarianceAnswer;
  /** The share of the trials in which a rate that was solved for or drawn was not possible, and the nearest possible one was taken. */
  clamped?: Estimated | null;
  /** What the same brings at the published rates; null where these are in force, where that is not known, and while trials are still to come. */
  at_published_rates: AtPublishedRatesAnswer | null;
  /** The mean meetings that one more introduction brings in place of a cold call, exactly; with a pool one more referral to start with, of several attempts a warm contact. Null where no cold call is left, or where that is not known. */
  one_more_introduction: number | null;
  /** The exact mean meetings of the calls of each kind; null where chance decides which are made, or where it is not known. */
  meetings_by_kind: MeetingsByKind;
  /** The central range with a connector for each call, where few connectors recommend many; null where it is not known. */
  connectors_apart?: CountRange | null;
  /** Attempts made. */
  attempts: CountsByKind;
  /** Attempts that reached the prospect. */
  conversations: CountsByKind;
  /** Meetings agreed. */
  meetings_set: CountsByKind;
  /** Warm conversations that went wrong at the connector's name. */
  incidents: IncidentCounts;
  /** The distribution of the attempts, where a stop or conversations leave them to chance. */
  attempts_made?: AttemptsMade | null;
  /** Each round of a campaign of contacts. */
  rounds?: RoundAnswer[] | null;
  /** How often given hours let each contact be called: the fewest attempts that take the hours on average, if any do. */
  attempts_that_fill_hours?: number | null;
  /** What becomes of a pool of referrals, if there is one. */
  pool?: PoolAnswer | null;
  /** The minutes that the campaign takes. */
  minutes: Estimated;
  /** Mean meetings by mean hours; null if the campaign takes no time. */
  meetings_per_hour: Estimated | null;
  /** Mean attempts by mean meetings; null if there were none. */
  attempts_per_meeting: Estimated | null;
}

/** What a campaign had brought so far, and how likely its plan had made that. */
export interface SoFarAnswer {
  /** Cold attempts and their meetings. */
  cold: KindSoFar;
  /** Warm attempts and their meetings. */
  warm: KindSoFar;
  /** P(at most this many meetings in this many attempts), before anything was known. */
  at_most: number;
  /** Its standard error, where it is sampled. */
  at_most_std_error?: number | null;
  /** P(at least this many meetings in this many attempts). */
  at_least: number;
  /** Its standard error, where it is sampled. */
  at_least_std_error?: number | null;
}

/** Attempts made and meetings held. */
export interface KindSoFar {
  /** Attempts made. */
  attempts: number;
  /** Meetings held. */
  meetings: number;
  /** The contacts of each round, where they are called several times. */
  rounds?: TableInForce | null;
}

/** A campaign week by week. */
export interface ByWeekAnswer {
  /** The calls of a week; null where hours are. */
  calls_per_week: number | null;
  /** The hours of a week; null where calls are. */
  hours_per_week: number | null;
  /** Every week, or every second, third, … one of more than 52; the last one is that in which all is done. */
  by_week: WeekAnswer[];
}

/** The meetings held by the end of a week. */
export interface WeekAnswer {
  /** The number of the week, from 1. */
  week: number;
  /** The mean. */
  mean: number;
  /** The standard error of the mean; 0 where it is exact, null for a single trial. */
  std_error: number | null;
  /** The range from the 5 % point to the 95 % point. */
  central90: CountRange;
  /** P(at least k meetings), by each k that was asked for. */
  at_least: Record<string, number>;
  /** The standard errors of these; 0 where they are exact. */
  at_least_std_error: Record<string, number>;
}

/** The calls of one simulated campaign, in their order. */
export interface TraceAnswer {
  /** `outreach/trace/1`. */
  schema: "outreach/trace/1";
  /** The version of outreach that answered. */
  version: string;
  /** Every parameter in force. */
  scenario: ScenarioInForce;
  /** The keys that neither a source nor you have said. */
  assumptions: string[];
  /** Whether the numbers are exact or simulated. */
  computed: Computed;
  /** The seed: the same one gives the same calls. */
  seed: number;
  /** The number of simulated campaigns: 1. */
  trials: number;
  /** The meetings held. */
  held: number;
  /** The meetings held in most such campaigns, by the exact distribution; null where there is none. */
  central90: CountRange | null;
  /** Every attempt. */
  calls: CallAnswer[];
}

/** One attempt. */
export interface CallAnswer {
  /** `cold` or `warm`. */
  kind: "cold" | "warm";
  /** The generation of the referral that it used, in campaigns with a pool; null of a cold one. */
  generation?: number | null;
  /** At which contact, from 1, in campaigns that call contacts several times; the recommended ones first. */
  contact?: number | null;
  /** The number of the attempt at that contact, from 1. */
  attempt?: number | null;
  /** The number of its connector, from 1, where the calls of one go alike; null of a cold one. */
  connector?: number | null;
  /** `none`, `recovered`, `unrecovered` or `disliked`. */
  incident: "none" | "recovered" | "unrecovered" | "disliked";
  /** `not reached`, `refused`, `no show` or `held`. */
  ending: "not reached" | "refused" | "no show" | "held";
}
