import type { OperationState, UserErrorCode, Verdict } from './generated/operations.js';

/** Exit codes of every command; docs/cli.md explains them to a person. */
export const EXIT = { good: 0, failed: 1, usage: 2, unknownOrStale: 3 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Refusals that mean "what you saw is no longer so": plan again and look, nothing is broken. */
const STALE_CODES: readonly UserErrorCode[] = ['PLAN_EXPIRED', 'PLAN_DRIFTED', 'DIGEST_MISMATCH'];

const VERDICT_EXITS: Readonly<Record<Verdict, ExitCode>> = {
  RESTORABLE: EXIT.good,
  RESTORABLE_WITH_LOSS: EXIT.good,
  NOT_RESTORABLE: EXIT.failed,
  UNKNOWN: EXIT.unknownOrStale,
};

export function exitOfVerdict(verdict: Verdict): ExitCode {
  return VERDICT_EXITS[verdict];
}

/** Warnings do not fail a command. Any other refusal does; a stale one only when no harder one stands beside it. */
export function exitOfRefusals(refusals: readonly { code: UserErrorCode; severity: string }[]): ExitCode {
  const errors = refusals.filter(({ severity }) => severity === 'ERROR');
  if (errors.length === 0) return EXIT.good;
  return errors.every(({ code }) => STALE_CODES.includes(code)) ? EXIT.unknownOrStale : EXIT.failed;
}

/** Work that has not ended says nothing yet: neither good nor failed. */
export function exitOfState(state: OperationState): ExitCode {
  if (state === 'SUCCEEDED') return EXIT.good;
  return state === 'FAILED' || state === 'CANCELLED' ? EXIT.failed : EXIT.unknownOrStale;
}
