/** How long to wait before something that ended is started again. All times in milliseconds. */
export interface BackoffPolicy {
  readonly initialMs: number;
  readonly maximumMs: number;
  readonly factor: number;
  /** A run at least this long counts as healthy: the next delay is the first one again. */
  readonly healthyAfterMs: number;
}

export const RESTART_BACKOFF: BackoffPolicy = {
  initialMs: 200,
  maximumMs: 30_000,
  factor: 2,
  healthyAfterMs: 60_000,
};

/**
 * Delay before restart number `failures` (1 for the first), with jitter: between half and the whole of the
 * exponential step, so that many machines do not come back in step. `random` is in [0, 1).
 */
export function backoffDelayMs(failures: number, random: number, policy: BackoffPolicy = RESTART_BACKOFF): number {
  if (failures < 1) return 0;
  // Above some power the product would leave the range of exact numbers; the maximum is reached long before.
  const step = Math.min(policy.maximumMs, policy.initialMs * policy.factor ** Math.min(failures - 1, 60));
  return Math.round(step / 2 + (step / 2) * random);
}

/** Failures in a row after a run of `ranForMs` has ended: a healthy run forgives the earlier ones. */
export function countFailures(
  failuresBefore: number,
  ranForMs: number,
  policy: BackoffPolicy = RESTART_BACKOFF,
): number {
  return ranForMs >= policy.healthyAfterMs ? 1 : failuresBefore + 1;
}
