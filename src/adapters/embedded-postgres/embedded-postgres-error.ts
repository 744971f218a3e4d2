export type EmbeddedPostgresErrorCode =
  | 'BINARIES_MISSING'
  | 'BINARIES_UNUSABLE'
  | 'NO_SERVICE_ACCOUNT'
  | 'CLUSTER_DAMAGED'
  | 'CLUSTER_OWNED_BY_ANOTHER_FOLDER'
  | 'INITIALISATION_FAILED'
  | 'START_FAILED'
  | 'START_TIMED_OUT'
  | 'PREVIOUS_SERVER_STILL_RUNNING';

/** The embedded database cannot be had. The message says what happened, to which folder, and what to do. */
export class EmbeddedPostgresError extends Error {
  readonly code: EmbeddedPostgresErrorCode;

  constructor(code: EmbeddedPostgresErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'EmbeddedPostgresError';
    this.code = code;
  }
}
