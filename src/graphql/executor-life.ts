import type { ExecutorRecord } from '../domain/estate-records.js';
import { EXECUTOR_AGE_MAX_SECONDS } from '../domain/executor-age.js';
import { secondsBetween } from '../domain/time.js';

/** Heard of within the last minute. */
export function isAlive({ observedAt }: ExecutorRecord, now: string): boolean {
  return secondsBetween(observedAt, now) <= EXECUTOR_AGE_MAX_SECONDS;
}

/** Why data cannot be moved, one line per executor; empty when one of them can. */
export function whyNothingMoves(executors: readonly ExecutorRecord[], now: string): string[] {
  if (executors.some((executor) => isAlive(executor, now) && executor.engine === 'AVAILABLE')) return [];
  if (executors.length === 0) return ['MOVE_DATA is off: no executor has ever reported to this service.'];
  return executors.map((executor) => {
    const reason = isAlive(executor, now)
      ? (executor.engineReason ?? 'its copy engine is not available')
      : `it was last heard of at ${executor.observedAt}`;
    return `MOVE_DATA is off on executor ${executor.name}: ${reason}.`;
  });
}
