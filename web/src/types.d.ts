// What page and worker tell each other.

import type { Answer, CalibrateAnswer, CompareAnswer, ModelAnswer, PlanAnswer, Settings, Simulated, SimulateAnswer } from 'outreach';

export type { CompareAnswer, ModelAnswer, PlanAnswer, RateInForce, Settings, SimulateAnswer } from 'outreach';

export interface Fault {
  key: string | null;
  text: string;
  /** The same in French, where it has such words. */
  french?: string;
}

export interface Question {
  settings: Settings;
  seed: bigint;
  trials: number;
  target: number;
  confidence: number;
  language: 'en' | 'fr';
}

export type Learned = Answer<CalibrateAnswer> & { settings: Settings };

/** A yield, or what of one is in a comparison. */
export type Yield = Pick<SimulateAnswer, 'meetings' | 'exact' | 'meetings_per_hour'>;

export type Told = { id: number } & (
  | { kind: 'ready' }
  | { kind: 'begun' }
  | ({ kind: 'yield'; trials: number; done: boolean } & Simulated)
  | { kind: 'model'; json: ModelAnswer }
  | { kind: 'beside'; mean: number }
  | { kind: 'compared'; json: CompareAnswer }
  | { kind: 'planned'; json: PlanAnswer }
  | { kind: 'unplanned'; messages: Fault[] }
  | { kind: 'settled' }
  | { kind: 'failed'; messages: Fault[] }
  | { kind: 'broken'; text: string }
  | { kind: 'returned'; value: unknown }
  | { kind: 'thrown'; messages: Fault[] }
);
