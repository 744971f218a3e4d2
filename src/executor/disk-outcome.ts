import type { Refusals } from './guarded-step.js';

/** What became of one disk: refusals as data, or facts worth keeping. */
export interface DiskOutcome {
  readonly refusals: Refusals;
  readonly result: Readonly<Record<string, number | string>> | null;
}
