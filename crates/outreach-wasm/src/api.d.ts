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
export interface Simulated extends Answer<SimulateAnswer> {
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
