// What page and worker tell each other.

import type { Answer, CalibrateJson, CompareJson, ModelJson, PlanJson, Settings, SimulateAnswer, SimulateJson } from 'outreach';

export type { CompareJson, ModelJson, PlanJson, Rate, Settings, SimulateJson } from 'outreach';

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

export type Learned = Answer<CalibrateJson> & { settings: Settings };

/** A yield, or what of one is in a comparison. */
export type Yield = Pick<SimulateJson, 'meetings' | 'exact' | 'meetings_per_hour'>;

export type Told = { id: number } & (
  | { kind: 'ready' }
  | { kind: 'begun' }
  | ({ kind: 'yield'; trials: number; done: boolean } & SimulateAnswer)
  | { kind: 'model'; json: ModelJson }
  | { kind: 'beside'; mean: number }
  | { kind: 'compared'; json: CompareJson }
  | { kind: 'planned'; json: PlanJson }
  | { kind: 'unplanned'; messages: Fault[] }
  | { kind: 'settled' }
  | { kind: 'failed'; messages: Fault[] }
  | { kind: 'broken'; text: string }
  | { kind: 'returned'; value: unknown }
  | { kind: 'thrown'; messages: Fault[] }
);
