/** The settings of a scenario: its keys with values as they are typed, `{ calls: "40", warm: "80%", "cold.meeting": "beta(2, 18)" }`. */
export type Settings = Record<string, string>;

export type Language = "en" | "fr";
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

/** The fields of a question, as JSON has them, and how the answer is wanted. */
type Asked<Fields> = Omit<Fields, "scenario" | "settings"> & AnswerOptions;

/** The same where the bytes of the table are given apart: its `file` is what errors call it. */
type AskedOf<Name extends string, Table, Fields> = Omit<Asked<Fields>, Name> & { [N in Name]?: Omit<Table, "text"> };

export interface AnswerOptions {
  /** Of the sentence and the notes; "en" unless given. */
  language?: Language;
  /** Whether the answer has `csv`. */
  csv?: boolean;
}

export type SimulateOptions = Asked<SimulateFields>;
export type SimulationOptions = Omit<SimulateOptions, "precision">;
export type CompareOptions = Omit<Asked<CompareFields>, "strategies" | "max_attempts">;
export type PlanOptions = Asked<PlanFields>;
export type SensitivityOptions = Asked<SensitivityFields>;
export type TraceOptions = Asked<TraceFields>;
export type CalibrateOptions = AskedOf<"log", LogTable, CalibrateFields>;
export type BacktestOptions = AskedOf<"log", LogTable, BacktestFields>;
export type ForecastOptions = AskedOf<"list", ListTable, ForecastFields>;
