/**
 * The kinds of failure a port may report. Callers branch on the kind and the code, never on the text.
 *
 * - `not-found`        the thing named does not exist
 * - `permanent`        the same call will fail again (bad data, wrong size, damaged chunk)
 * - `retryable`        the same call may work later (server gone, disk full)
 * - `conflict`         somebody else holds or changed it (target exists, stale fencing token)
 * - `denied`           no permission
 * - `outcome-unknown`  the call was cut off: it may or may not have taken effect
 * - `aborted`          the caller asked to stop
 */
export type PortErrorKind =
  | 'not-found'
  | 'permanent'
  | 'retryable'
  | 'conflict'
  | 'denied'
  | 'outcome-unknown'
  | 'aborted';

/** Where a failure happened, as far as it is known. Values are safe to show: never a secret. */
export interface PortErrorSubject {
  readonly location?: string;
  readonly path?: string;
  readonly offsetBytes?: number;
  readonly chunkId?: string;
}

/** An expected failure of a port. `code` is a stable UPPER_SNAKE word, `message` says what happened and what to do. */
export class PortError extends Error {
  readonly kind: PortErrorKind;
  readonly code: string;
  readonly subject: PortErrorSubject;

  constructor(kind: PortErrorKind, code: string, message: string, subject: PortErrorSubject = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'PortError';
    this.kind = kind;
    this.code = code;
    this.subject = subject;
  }
}
