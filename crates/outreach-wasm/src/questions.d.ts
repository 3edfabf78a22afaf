// Made from docs/schema by `cargo xtask renew`.

/** What would have been forecast from a call log, and what happened. */
export interface BacktestFields {
  /** The call log. */
  log: LogTable;
  /** The calls that are forecast: cold unless set. */
  kind?: "cold" | "warm";
  /** Each forecast covers this many calls, 1 to 100,000: 100 unless set. */
  batch?: number | null;
  /** The first forecast comes after at least this many calls, 1 or more: 200 unless set. */
  warmup?: number | null | bigint;
}

/** A call log, and how it is read. */
export interface LogTable {
  /** A file with a header and one call per row: CSV (as .gz too), .xlsx, .xls or .ods. */
  file?: string | null;
  /** The table itself as CSV, instead of a file. */
  text?: string | null;
  /** The names of columns that are not the usual ones, by what they say: date, kind, outcome, reached, duration, contact, caller, connector, incident, names, held, direction, time, call id, attempts. */
  columns?: Record<string, string>;
  /** The order of dates like 5/6/2026, where no date of the column tells it. */
  date_format?: "dmy" | "mdy";
  /** Leaves dates alone: the rows are taken in the order of the log. */
  no_dates?: boolean;
  /** The newest row comes first, where no column has the time of the calls. */
  newest_first?: boolean;
  /** What the kind column says of cold calls; cold and words like it unless set. */
  cold_values?: string[];
  /** What it says of warm calls; warm, referral, introduction and words like them unless set. */
  warm_values?: string[];
  /** What the outcome column says where a meeting was set, beside the words that are known. */
  meeting_values?: string[];
  /** What it says of conversations without a meeting, beside the words that are known. */
  no_meeting_values?: string[];
  /** What it says where the prospect was not reached, beside the words that are known. */
  not_reached_values?: string[];
  /** What it says of conversations that are to be continued, beside the words that are known. */
  open_values?: string[];
  /** A call of at most this many seconds reached nobody, unless a meeting was set: 30 unless set, where the column `duration` is named. */
  talk_time?: number | null;
  /** Column separator; detected unless set. */
  delimiter?: string | null;
  /** Leaves out this many lines above the header; titles are found without it. */
  skip_lines?: number | null | bigint;
  /** The sheet of a workbook; the one that looks like a call log unless set. */
  sheet?: string | null;
  /** Rejected rows are an error, and there is no answer. */
  strict?: boolean;
  /** Answers though more than half of the rows are rejected. */
  allow_rejected?: boolean;
}

/** What a call log says of the rates. */
export interface CalibrateFields {
  /** The call log. */
  log: LogTable;
  /** What is known before the log: nothing (jeffreys) unless set, or what a preset says. */
  prior?: "jeffreys" | "documented" | "published";
  /** The preset is worth this many trials of each rate; with a preset as the prior. */
  prior_weight?: number | null;
  /** Where the rates come from that the log does not tell: documented (a coach's) unless set. */
  preset?: "documented" | "published";
}

/** Which of several campaigns brings more, with their own calls and in the same hours. */
export interface CompareFields {
  /** A strategy by its name (cold, mixed, referral-heavy, warm, snowball), settings of its own (`warm=15 cold.meeting=5%`) or a scenario file, each; cold, mixed and referral-heavy unless set. */
  strategies?: string[];
  /** Attempts at each contact that are compared: with `contacts` at the same people, with `calls` at as many as take that many calls on average. Of the strategy cold unless others are named. */
  max_attempts?: number[];
  /** A scenario file, whose settings count where `settings` says nothing else. */
  scenario?: string | null;
  /** What all have in common, and is not as usual. */
  settings?: Settings;
  /** The hours of each in the same hours; the smallest mean of those compared unless set. */
  hours?: number | null;
  /** Also the chance of at least this many meetings, for each of these numbers. */
  at_least?: number[];
  /** Simulated campaigns of each strategy, 1 to 1,000,000,000,000: 100,000 unless set. */
  trials?: number | null | bigint;
  /** The same seed gives the same answer: 42 unless set. */
  seed?: number | null | bigint;
  /** Stops when no mean's standard error is more than this; `trials` is then the most: 1,000,000,000 unless set. */
  precision?: number | null;
}

/** The calls of one simulated campaign, one by one. */
export interface TraceFields {
  /** A scenario file, whose settings count where `settings` says nothing else. */
  scenario?: string | null;
  /** What is not as usual: 100 calls, half of them warm, at a coach's figures. */
  settings?: Settings;
  /** The same seed gives the same calls: 42 unless set. */
  seed?: number | null | bigint;
}

/** How many meetings a list of contacts will bring, each contact with a probability of its own. */
export interface ForecastFields {
  /** The list of contacts. */
  list: ListTable;
  /** A scenario file, whose settings count where `settings` says nothing else. */
  scenario?: string | null;
  /** The rates of contacts that have a kind and no probability, where they are not a coach's. */
  settings?: Settings;
  /** Also how far these hours go if the contacts with the most meetings per expected minute are called first. */
  hours?: number | null;
  /** Also the chance of at least this many meetings, for each of these numbers. */
  at_least?: number[];
}

/** A list of contacts, and how it is read. */
export interface ListTable {
  /** A file with a header and one contact per row: CSV (as .gz too), .xlsx, .xls or .ods. */
  file?: string | null;
  /** The table itself as CSV, instead of a file. */
  text?: string | null;
  /** The column with the probability that a call to the contact brings a meeting held, 0.2 or 20 %; `probability` unless set. */
  probability_column?: string | null;
  /** The column that tells cold contacts from warm ones, where there is no probability; `kind` unless set. */
  kind_column?: string | null;
  /** What that column says of cold contacts; cold and words like it unless set. */
  cold_value?: string | null;
  /** What it says of warm ones; warm, referral, introduction and words like them unless set. */
  warm_value?: string | null;
  /** The column with the attempts that have been made at a contact, none of which reached it. */
  attempts_column?: string | null;
  /** Also a forecast for each value of this column. */
  group_by?: string | null;
  /** Column separator; detected unless set. */
  delimiter?: string | null;
  /** Leaves out this many lines above the header; titles are found without it. */
  skip_lines?: number | null | bigint;
  /** The sheet of a workbook; the one that looks like a list unless set. */
  sheet?: string | null;
  /** Rejected rows are an error, and there is no answer. */
  strict?: boolean;
  /** Answers though more than half of the rows are rejected. */
  allow_rejected?: boolean;
}

/** What every probability is, and where it comes from. */
export interface ModelFields {
  /** A scenario file, whose settings count where `settings` says nothing else. */
  scenario?: string | null;
  /** Rates and choices that are not a coach's. */
  settings?: Settings;
}

/** The smallest effort that brings a number of meetings. */
export interface PlanFields {
  /** At least this many meetings held. */
  meetings: number;
  /** With this probability, between 0 and 1: 0.9 unless set. */
  confidence?: number | null;
  /** What to minimise: attempts unless set. */
  solve?: "attempts" | "referrals" | "hours" | "contacts" | "attempts-per-contact";
  /** The most attempts, contacts or attempts per contact that are looked at: 1,000,000 unless set. */
  max?: number | null;
  /** Also the weeks that it takes at this many calls a week. */
  calls_per_week?: number | null;
  /** Also the weeks that it takes at this many hours a week; instead of `calls_per_week`. */
  hours_per_week?: number | null;
  /** A scenario file, whose settings count where `settings` says nothing else. */
  scenario?: string | null;
  /** What is not as usual: cold calls at a coach's figures. Calls, contacts and hours are limits of the plan. */
  settings?: Settings;
  /** Simulated campaigns, where there is no exact distribution: 100,000 unless set. */
  trials?: number | null | bigint;
  /** The same seed gives the same answer: 42 unless set. */
  seed?: number | null | bigint;
}

/** Which rate moves the yield, which unknown matters, and what to log to know it. */
export interface SensitivityFields {
  /** A scenario file, whose settings count where `settings` says nothing else. */
  scenario?: string | null;
  /** What is not as usual: 100 calls, half of them warm, at a coach's figures. */
  settings?: Settings;
  /** Simulated campaigns, where that is needed, 2 to 10,000,000: 100,000 unless set. */
  trials?: number | null | bigint;
  /** The same seed gives the same answer: 42 unless set. */
  seed?: number | null | bigint;
}

/** How many meetings one campaign will bring, or what is left of it. */
export interface SimulateFields {
  /** A scenario file, whose settings count where `settings` says nothing else. */
  scenario?: string | null;
  /** What is not as usual: 100 calls, half of them warm, at a coach's figures. */
  settings?: Settings;
  /** What the campaign has brought so far, as attempts and meetings held: `cold=37:2`, `warm=10:9`. */
  so_far?: string[];
  /** Also the chance of at least this many meetings, for each of these numbers. */
  at_least?: number[];
  /** Also what each week brings at this many calls a week. */
  calls_per_week?: number | null;
  /** Also what each week brings at this many hours a week; instead of `calls_per_week`. */
  hours_per_week?: number | null;
  /** Simulated campaigns, 1 to 1,000,000,000,000: 100,000 unless set. */
  trials?: number | null | bigint;
  /** The same seed gives the same answer: 42 unless set. */
  seed?: number | null | bigint;
  /** Stops when the standard error of the mean is at most this; `trials` is then the most: 1,000,000,000 unless set. */
  precision?: number | null;
}
