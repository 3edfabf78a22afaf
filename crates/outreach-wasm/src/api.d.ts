/** The settings of a scenario: its keys with values as they are typed, `{ calls: "40", warm: "80%", "cold.meeting": "beta(2, 18)" }`. */
export type Settings = Record<string, string>;

export type Language = "en" | "fr";
export type Preset = "documented" | "published";
export type Kind = "cold" | "warm";
export type Solve = "attempts" | "referrals" | "hours" | "contacts" | "attempts-per-contact";
export type StrategyName = "cold" | "mixed" | "referral-heavy" | "warm" | "snowball";

/** One thing to mend. */
export interface Fault {
  /** That of the setting or the option; null where it is no single one. */
  key: string | null;
  /** What is wrong, in English and in French. */
  text: string;
  french: string;
  /** The value that was given, what is accepted in its place, and what was probably meant, where there is such a thing. */
  value: string | null;
  accepted: string | null;
  hint: string | null;
}

/** What is thrown for wrong input. */
export interface OutreachError extends Error {
  /** Each thing to mend. */
  messages: Fault[];
}

/** What a verb answers. */
export interface Answer<Json> {
  /** The JSON of the command. */
  json: Json;
  /** The answer in a sentence, or a few, in the language of the options. */
  sentence: string;
  /** What is to be said beside it. */
  notes: string[];
  /** The answer as CSV, where the options want it. */
  csv?: string;
}

/** A yield. */
export interface SimulateAnswer extends Answer<SimulateJson> {
  /** Keys of the settings that act on nothing beside the others: a form may keep them, the command refuses them. */
  withoutEffect: string[];
}

export interface AnswerOptions {
  /** Of the sentence and the notes; "en" unless given. */
  language?: Language;
  /** Whether the answer has `csv`. */
  csv?: boolean;
}

export interface SamplingOptions extends AnswerOptions {
  /** Simulated campaigns: 100,000 unless given. */
  trials?: number;
  /** The same one gives the same answer: 42 unless given. JSON rounds those above 2^53. */
  seed?: number | bigint;
}

export interface RunOptions extends SamplingOptions {
  /** Stops where the standard error of the mean is at most this; `trials` is then the most: 1e9 unless given. */
  precision?: number;
  /** Also tells how likely at least so many meetings are. */
  atLeast?: number[];
}

export interface SimulateOptions extends RunOptions {
  /** What the campaign has brought so far: `["cold=37:2", "warm=10:9"]`, attempts and meetings held. */
  soFar?: string[];
}

export type SimulationOptions = Omit<SimulateOptions, "precision">;

export interface CompareOptions extends RunOptions {
  /** The budget at equal hours; the smallest mean of the strategies unless given. */
  hours?: number;
}

export interface PlanOptions extends SamplingOptions {
  /** So many meetings held, at least. */
  meetings: number;
  /** With this probability: 0.9 unless given. */
  confidence?: number;
  /** What is to be as small as can be: "attempts" unless given. */
  solve?: Solve;
  /** The most attempts that are looked at, within the limits of the settings: 1,000,000 unless given. */
  max?: number;
  /** Tells the weeks that it takes with so many calls a week. */
  callsPerWeek?: number;
  /** Tells the weeks that it takes with so many hours a week. */
  hoursPerWeek?: number;
}

export interface TraceOptions extends AnswerOptions {
  seed?: number | bigint;
}

export interface TableOptions extends AnswerOptions {
  /** What errors call the table. */
  name?: string;
  /** What stands between two columns; what the header has most of unless given. */
  delimiter?: string;
  /** Whether a rejected row is an error. */
  strict?: boolean;
  /** Whether there is an answer though more than half of the rows are rejected. */
  allowRejected?: boolean;
}

export type LogColumn =
  | "date"
  | "kind"
  | "outcome"
  | "reached"
  | "duration"
  | "contact"
  | "caller"
  | "connector"
  | "incident"
  | "names"
  | "held"
  | "direction"
  | "attempts";

export interface LogOptions extends TableOptions {
  /** The names of columns that are not the usual ones. */
  columns?: Partial<Record<LogColumn, string>>;
  /** The order of dates like 5/6/2026. */
  dateFormat?: "dmy" | "mdy";
  /** Words of the log beside the usual ones. */
  coldValues?: string[];
  warmValues?: string[];
  meetingValues?: string[];
  noMeetingValues?: string[];
  notReachedValues?: string[];
  openValues?: string[];
  /** In seconds: a call no longer than this reached nobody; 30 unless given, where the duration's column is named. */
  talkTime?: number;
}

export interface CalibrateOptions extends LogOptions {
  /** What is known before the log: "jeffreys" (nothing) unless given. */
  prior?: "jeffreys" | Preset;
  /** A preset as a prior is worth so many trials of each rate. */
  priorWeight?: number;
  /** Where the rates come from that the log does not tell. */
  preset?: Preset;
}

export interface BacktestOptions extends LogOptions {
  kind?: Kind;
  /** A forecast is for the next so many calls: 100 unless given. */
  batch?: number;
  /** The first forecast is made after so many calls: 200 unless given. */
  warmup?: number;
}

export interface ForecastOptions extends TableOptions {
  probabilityColumn?: string;
  kindColumn?: string;
  coldValue?: string;
  warmValue?: string;
  /** The column with the attempts that have been made at a contact, none of which reached it. */
  attemptsColumn?: string;
  /** Also a forecast for each value of this column. */
  groupBy?: string;
  atLeast?: number[];
  /** Also tells how far these hours go with the best contacts first. */
  hours?: number;
}

/** A sampled mean. */
export interface Estimate {
  mean: number;
  std_error: number;
}

/** By the quantile's order: `"0.05"`, `"0.25"`, `"0.5"`, `"0.75"`, `"0.95"`. */
export type Quantiles<Value = number> = Record<"0.05" | "0.25" | "0.5" | "0.75" | "0.95", Value>;

/** A number that is known, or what is known of it. */
export type Rate = number | { alpha: number; beta: number; mean: number };

export type Provenance = "documented" | "published" | "assumed" | "set by you";

/** The rates in force, by key. */
export interface Rates {
  preset: Preset;
  reading: "smooth" | "overall";
  /** Each rate; the response, under `incident.response`, is a word. */
  rates: Record<string, Rate | string>;
  provenance: Record<string, Provenance>;
}

/** Every parameter in force but the strategy. */
export interface SharedScenario extends Rates {
  /** Where contacts are called several times there are `contacts` and `max_attempts` instead. */
  calls?: number;
  contacts?: number;
  max_attempts?: number;
  hours: number | null;
  meetings: number | null;
  effort: { cold_attempt: number; warm_attempt: number; introduction: number; meeting: number };
}

export interface Scenario extends SharedScenario {
  strategy: string;
  /** A share or a count; null with a pool. */
  warm: { share: number } | { count: number } | null;
  pool?: Record<string, number | null>;
}

interface Head<Scenario> {
  schema: string;
  version: string;
  scenario: Scenario;
  /** The keys of what is assumed. */
  assumptions: string[];
}

export interface SampleSummary extends Estimate {
  sd: number;
  sd_std_error: number;
  quantiles: Quantiles;
  quantile_intervals: Quantiles<[number, number] | null>;
  central90: Central;
}

/** From the 5 % point to the 95 % point, with its own probability. */
export interface Central {
  low: number;
  high: number;
  probability: number;
  /** Where it was sampled. */
  probability_std_error?: number;
}

export interface LawSummary {
  mean: number;
  sd: number;
  quantiles: Quantiles;
  central90: Central;
}

export interface Kinds {
  cold: Estimate;
  warm: Estimate;
  total: Estimate;
}

/** What becomes of a pool of referrals. */
export interface PoolJson {
  reproduction: Estimate[];
  grows: Estimate;
  extinction: Estimate;
  runs_dry: Estimate;
  first_dry_attempt: (Estimate & { quantiles: Quantiles; quantile_intervals: Quantiles<[number, number] | null> }) | null;
  meetings_by_generation: Estimate[] | null;
  exact: {
    runs_dry: number;
    first_dry_attempt: number[];
    meetings_by_generation: number[];
    cold_meetings: number;
    cold_attempts: number;
  } | null;
  same_hours_cold: ({ hours: number } & Estimate) | null;
}

/** One campaign's yield. */
export interface YieldJson {
  meetings: SampleSummary & {
    at_least: Record<string, number>;
    at_least_std_error: Record<string, number>;
    /** `counts[k]` trials brought k meetings. */
    counts: number[];
  };
  /** The exact distribution; `pmf[k]` is the probability of k meetings. Null where there is none: `exact_reason` says why. */
  exact: (LawSummary & { at_least: Record<string, number>; pmf: number[] }) | null;
  exact_reason?: string;
  exact_moments?: { mean: number; sd: number } | null;
  agreement: { mean_sigmas: number; largest_cdf_gap: number } | null;
  variance: { luck: number; luck_std_error?: number; ignorance: number; ignorance_std_error?: number };
  clamped?: Estimate;
  attempts: Kinds;
  conversations: Kinds;
  meetings_set: Kinds;
  incidents: { total: Estimate; unknown: Estimate; recovered: Estimate; unrecovered: Estimate; disliked: Estimate };
  /** Under a stop, or of contacts that are called several times. */
  attempts_made?: SampleSummary & { exact: LawSummary | { mean: number; sd: number } | null };
  /** Of contacts that are called several times: each round of calls. */
  rounds?: Round[];
  /** With a pool of referrals. */
  pool?: PoolJson;
  minutes: Estimate;
  meetings_per_hour: Estimate | null;
  attempts_per_meeting: Estimate | null;
}

/** One attempt at every contact who is still open. */
export interface Round {
  attempt: number;
  attempts: Estimate;
  conversations: Estimate;
  meetings: Estimate;
  meetings_per_100_attempts: number | null;
  /** The attempt pays if finding a new contact takes longer; null where that is not known, or it reaches nobody. */
  break_even_minutes: number | null;
  exact: { attempts: number; conversations: number; meetings: number } | null;
}

interface Sampled {
  seed: number;
  trials: number;
  precision?: { asked: number; reached: boolean };
}

export interface SimulateJson extends Head<Scenario>, Sampled, YieldJson {
  so_far?: Record<Kind, { attempts: number; meetings: number }> & {
    at_most: number;
    at_most_std_error?: number;
    at_least: number;
    at_least_std_error?: number;
  };
}

/** How two strategies do against each other; wins and ties are probabilities. */
export interface Outcome {
  a_wins: number;
  a_wins_std_error: number;
  tie: number;
  tie_std_error: number;
  b_wins: number;
  b_wins_std_error: number;
  mean_difference: number;
  std_error: number;
  exact: { a_wins: number; tie: number; b_wins: number } | null;
  /** `everywhere`: in tails of any size; if not, but for some rarer than 1e-11. */
  dominance: { dominant: "a" | "b"; order: 1 | 2; everywhere: boolean } | null;
}

export interface CompareJson extends Head<SharedScenario>, Sampled {
  strategies: ({ name: string; scenario: Scenario } & YieldJson)[];
  pairs: (Outcome & {
    a: string;
    b: string;
    /** `counts[i]` trials differed by `first + i` meetings. */
    difference: { first: number; counts: number[] };
    equal_hours: Outcome & { hours: number };
  })[];
  break_even_minutes: number | null;
  break_even_minutes_std_error?: number;
}

export interface PlanJson extends Head<Scenario>, Partial<Sampled> {
  solve: Solve;
  /** The answer is in the one that was solved for; null in all of them where nothing reaches the target. */
  attempts: number | null;
  referrals: number | null;
  hours: number | null;
  contacts: number | null;
  attempts_per_contact: number | null;
  range: [number, number] | null;
  probability: number;
  probability_std_error?: number;
  probability_at_one_less: number | null;
  probability_at_one_less_std_error?: number;
  target: number;
  confidence: number;
  max: number;
  /** What each confidence takes, the one that was asked for among them. Beside attempts stand their hours. */
  confidences: {
    confidence: number;
    attempts: number | null;
    referrals: number | null;
    hours: number | null;
    contacts: number | null;
    attempts_per_contact: number | null;
  }[];
  /** What other campaigns take, where attempts are looked for. */
  others: { strategy: string; preset: string; attempts: number | null }[];
  weeks: {
    calls_per_week: number | null;
    hours_per_week: number | null;
    even_chance: number | null;
    at_confidence: number | null;
  } | null;
}

export interface SensitivityJson extends Head<Scenario>, Partial<Sampled> {
  base: number;
  base_std_error?: number;
  /** The rate that moves the yield most comes first. */
  bars: {
    rate: string;
    low: number;
    high: number;
    yield_at_low: number | null;
    yield_at_low_std_error?: number;
    yield_at_high: number | null;
    yield_at_high_std_error?: number;
    assumed: boolean;
    /** Of an assumed rate. */
    bounds: {
      yield_at_0: number | null;
      yield_at_0_std_error?: number;
      yield_at_1: number | null;
      yield_at_1_std_error?: number;
    } | null;
  }[];
  indices: {
    rate: string;
    /** Where a table of attempts tells two rates together. */
    with?: string;
    first_order: number;
    first_order_std_error?: number;
    total: number;
    total_std_error?: number;
  }[];
  information: { kind: Kind; calls: number; ignorance_taken_away: number; std_error: number }[];
}

export type Incident = "none" | "recovered" | "unrecovered" | "disliked";
export type Ending = "not reached" | "refused" | "no show" | "held";

export interface Branch {
  meeting_per_conversation: number;
  held_per_attempt: number;
  /** Of warm calls. */
  meeting_per_conversation_that_kept_its_standing?: number;
  paths: { incident: Incident; ending: Ending; probability: number }[];
}

/** What something rests on. */
interface Evidence {
  per: string;
  meaning: string;
  provenance: Provenance;
  source: string | null;
  confidence: "medium" | "low" | "none" | null;
  published_range: [number, number] | null;
}

export interface ModelJson extends Head<Rates> {
  rates: (Evidence & { rate: string; value: Rate; follows: string | null; published_centre: number | null })[];
  /** The minutes and what a pool has beside rates; no dispersion is null. */
  numbers: (Evidence & { number: string; value: number | null })[];
  cold: Branch;
  warm: Branch;
}

export interface TraceJson extends Head<Scenario> {
  seed: number;
  trials: 1;
  held: number;
  /** Contact and attempt where contacts are called several times. */
  calls: { kind: Kind; generation?: number | null; contact?: number; attempt?: number; incident: Incident; ending: Ending }[];
}

/** What became of the rows of a table. */
export interface Rows {
  read: number;
  used: number;
  other: number;
  rejected: number;
  others: Record<string, number>;
  unknown_outcomes: Record<string, unknown>;
  rejections: { line: number; column: string | null; reason: string }[];
}

/** The range that holds a number with this probability. */
export interface Interval {
  low: number;
  high: number;
  probability: number;
}

export interface LoggedCalls {
  attempts: number;
  reached: number;
  conversations: number;
  meetings_set: number;
  interval: Interval | null;
}

type Beside = { range: [number, number]; yours_is: "lower" | "no different" | "higher" } | null;

export interface CalibrateJson extends Head<Rates> {
  prior: string;
  rows: Rows;
  open_cases: number;
  rates: Record<
    string,
    {
      trials: number;
      successes: number;
      alpha: number;
      beta: number;
      mean: number;
      interval: Interval;
      half_life: number | null;
      enough_trials: number;
      beside: Record<Preset, Beside>;
    }
  >;
  names_per_meeting: { meetings: number; mean: number | null; dispersion: number | null; interval: Interval | null };
  months: ({ month: string } & Record<Kind, LoggedCalls>)[];
  callers: ({ caller: string } & Record<Kind, LoggedCalls>)[];
  connectors: ({ connector: string } & Record<Kind, LoggedCalls>)[];
}

export interface Scores {
  coverage80: number;
  expected80: number;
  mean_width80: number;
  crps: number;
  log_score: number | null;
  histogram: number[];
}

export interface BacktestJson extends Head<{ prior: string }>, Scores {
  rows: Rows;
  kind: Kind;
  batch: number;
  warmup: number;
  calls: number;
  meetings_set: number;
  forecasts: number;
  binomial: Scores;
}

export interface ForecastJson extends Head<Rates> {
  contacts: number;
  rows: Pick<Rows, "read" | "used" | "rejected">;
  /** The whole list first, whose group is null. */
  groups: { group: string | null; contacts: number; meetings: LawSummary & { at_least: Record<string, number> } }[];
  best_order?: {
    hours: number;
    contacts: number;
    minutes: number;
    minutes_of: { cold_attempt: number; warm_attempt: number; meeting: number };
    meetings: LawSummary;
    lines: number[];
  };
}
