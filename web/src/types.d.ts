// What page and worker tell each other.

import type { Answer, CalibrateAnswer, CompareAnswer, Fault as Library, LogTable, ModelAnswer, PlanAnswer, Settings, Simulated, SimulateAnswer, WeekAnswer } from 'outreach';

export type { CalibrateAnswer, CompareAnswer, ModelAnswer, PlanAnswer, RateInForce, Settings, SimulateAnswer, TraceAnswer } from 'outreach';

/** One thing to mend, of the library or of the page itself. */
export type Fault = Pick<Library, 'key' | 'text'> & Partial<Library>;

export interface Question {
  settings: Settings;
  seed: bigint;
  trials: number;
  target: number;
  confidence: number;
  /** Calls a week, where somebody wants to know the weeks. */
  perWeek: number | null;
  /** A campaign to compare with. */
  kept: Settings | null;
  language: 'en' | 'fr';
}

/** How a log is to be read. */
export type Layout = Omit<LogTable, 'file' | 'text'>;

export type Learned = Answer<CalibrateAnswer> & { settings: Settings };

export type Week = WeekAnswer;

/** A yield, or what of one is in a comparison. */
export type Yield = Pick<SimulateAnswer, 'meetings' | 'exact' | 'meetings_per_hour'>;

/** What can wait for a hand that is still. */
export type Part =
  | { kind: 'beside'; mean: number; error: number }
  | { kind: 'compared'; json: CompareAnswer }
  | { kind: 'against'; json: CompareAnswer | null }
  | { kind: 'planned'; json: PlanAnswer; weeks: WeekAnswer[] }
  | { kind: 'unplanned'; messages: Fault[] };

export type Told = { id: number } & (
  | Part
  | { kind: 'ready' }
  | { kind: 'begun' }
  | ({ kind: 'yield'; trials: number; done: boolean; glance: boolean } & Simulated)
  | { kind: 'model'; json: ModelAnswer }
  | { kind: 'settled' }
  | { kind: 'failed'; messages: Fault[] }
  | { kind: 'broken'; text: string }
  | { kind: 'returned'; value: unknown }
  | { kind: 'thrown'; messages: Fault[] }
);
