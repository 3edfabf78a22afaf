// What page and worker tell each other, and the parts of the library's JSON that the page shows.

export interface Fault {
  key: string | null;
  text: string;
}

export interface Question {
  settings: Record<string, string>;
  seed: string;
  trials: number;
  atLeast: number | null;
  target: number;
  confidence: string;
  language: 'en' | 'fr';
}

export interface Sampled {
  mean: number | null;
  std_error: number | null;
}

export interface Law {
  mean: number;
  sd: number;
  quantiles: Record<string, number>;
}

export interface Yield {
  version: string;
  seed: number;
  trials: number;
  assumptions: string[];
  meetings: Law & { std_error: number; sd_std_error: number; counts: number[] };
  exact: (Law & { pmf: number[] }) | null;
  agreement: { mean_sigmas: number } | null;
  variance: { luck: number; ignorance: number };
  minutes: Sampled;
  meetings_per_hour: Sampled;
}

export type Rate = number | { alpha: number; beta: number; mean: number };

export interface Source {
  value: Rate | null;
  per: string;
  meaning: string;
  provenance: string;
  follows?: string | null;
  source: string | null;
  published_range: [number, number] | null;
}

export interface Tree {
  meeting_per_conversation: number;
  held_per_attempt: number;
}

export interface Model {
  scenario: { reading: string; rates: { 'incident.response': string } };
  assumptions: string[];
  rates: (Source & { rate: string })[];
  numbers: (Source & { number: string })[];
  cold: Tree;
  warm: Tree & { meeting_per_conversation_that_kept_its_standing: number | null };
}

export interface Pair {
  a_wins: number;
  b_wins: number;
  a_wins_std_error?: number;
  b_wins_std_error?: number;
}

export interface Compared {
  strategies: (Yield & { name: string })[];
  pairs: (Pair & { equal_hours: (Pair & { hours: number; exact: Pair | null }) | null })[];
  break_even_minutes: number | null;
}

export interface Planned {
  attempts: number | null;
  range: [number, number] | null;
  probability: number;
  probability_std_error?: number;
  probability_at_one_less: number | null;
}

export interface Learned {
  json: {
    rows: { read: number; used: number; other: number; rejected: number };
    rates: Record<string, { trials: number; successes: number; mean: number; interval90: [number, number] }>;
  };
  sentence: string;
  notes: string[];
  settings: Record<string, string>;
}

export type Told = { id: number } & (
  | { kind: 'begun' }
  | { kind: 'yield'; json: Yield; sentence: string; notes: string[]; trials: number; done: boolean }
  | { kind: 'model'; json: Model }
  | { kind: 'compared'; json: Compared }
  | { kind: 'planned'; json: Planned }
  | { kind: 'unplanned'; messages: Fault[] }
  | { kind: 'settled' }
  | { kind: 'failed'; messages: Fault[] }
  | { kind: 'broken'; text: string }
  | { kind: 'returned'; value: unknown }
  | { kind: 'thrown'; messages: Fault[] }
);
