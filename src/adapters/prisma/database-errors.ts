import { PortError } from '../../ports/port-error.js';

interface DriverCause {
  readonly kind?: unknown;
  readonly originalCode?: unknown;
  readonly code?: unknown;
}

const AWAY_KINDS = new Set([
  'DatabaseNotReachable',
  'TooManyConnections',
  'DatabaseDoesNotExist',
  'AuthenticationFailed',
  'DatabaseAccessDenied',
  'TlsConnectionError',
]);
const LOST_KINDS = new Set(['ConnectionClosed', 'SocketTimeout']);

/** admin_shutdown, crash_shutdown, idle_in_transaction_session_timeout and idle_session_timeout end the connection. */
const LOST_STATES = /^(57P01|57P02|57P05|25P03|08...)$/;
/** cannot_connect_now: starting or stopping. */
const AWAY_STATES = /^(57P03|53300)$/;
const TIMEOUT_STATES = /^(57014|55P03)$/;
const CONFLICT_STATES = /^(40001|40P01)$/;

/** Texts of the driver, which gives these failures no code. */
const LOST_TEXTS =
  /Connection terminated|connection (is )?closed|not queryable|ECONNRESET|EPIPE|encountered a connection error/i;
const AWAY_TEXTS =
  /ECONNREFUSED|ENOENT|timeout exceeded when trying|Can't reach database|connection timeout|not currently accepting/i;

/**
 * The failure of a statement as a kind. What is none of the expected failures is a bug and comes back as it was.
 * A connection that breaks while reading only has to be made again; while writing nobody knows what became of it.
 */
export function toPortError(error: unknown, access: 'read' | 'write'): unknown {
  if (error instanceof PortError || !(error instanceof Error)) return error;
  const { kind, state } = causeOf(error);
  if (state !== null && CONFLICT_STATES.test(state)) return conflict(error);
  if (kind === 'TransactionWriteConflict' || prismaCode(error) === 'P2034') return conflict(error);
  if (state !== null && TIMEOUT_STATES.test(state)) return timedOut(error);
  if (AWAY_KINDS.has(kind ?? '') || (state !== null && AWAY_STATES.test(state))) return away(error);
  if (LOST_KINDS.has(kind ?? '') || (state !== null && LOST_STATES.test(state))) return lost(error, access);
  const text = `${error.message} ${error.cause instanceof Error ? error.cause.message : ''}`;
  if (AWAY_TEXTS.test(text) || ['P1000', 'P1001', 'P1002', 'P1003', 'P1010', 'P2024'].includes(prismaCode(error))) {
    return away(error);
  }
  // P2028: the transaction could not be begun in time, or ran longer than its limit and was rolled back.
  if (prismaCode(error) === 'P2028') return /Unable to start/i.test(error.message) ? away(error) : timedOut(error);
  if (LOST_TEXTS.test(text) || prismaCode(error) === 'P1017') return lost(error, access);
  return error;
}

/** Whether a statement failed because of this unique index or constraint, or of any when none is named. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { kind, state } = causeOf(error);
  return kind === 'UniqueConstraintViolation' || state === '23505' || prismaCode(error) === 'P2002';
}

function prismaCode(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The driver's own words: on the error itself, on its cause, or in the meta of Prisma's error. */
function causeOf(error: Error): { kind: string | null; state: string | null } {
  const meta =
    'meta' in error ? (error.meta as { driverAdapterError?: { cause?: DriverCause } } | undefined) : undefined;
  const places = [meta?.driverAdapterError?.cause, error.cause as DriverCause | undefined, error as DriverCause];
  for (const place of places) {
    if (place == null || typeof place !== 'object') continue;
    const kind = typeof place.kind === 'string' ? place.kind : null;
    const code = place.originalCode ?? place.code;
    const state = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && !code.startsWith('P') ? code : null;
    if (kind !== null || state !== null) return { kind, state };
  }
  return { kind: null, state: null };
}

function away(cause: Error): PortError {
  const message = 'The catalog database is not available. Start it again or wait; nothing was changed.';
  return new PortError('retryable', 'DATABASE_UNAVAILABLE', message, {}, cause);
}

function lost(cause: Error, access: 'read' | 'write'): PortError {
  if (access === 'read') return away(cause);
  const message =
    'The connection to the catalog database broke while writing, so it is not known whether the change was made. ' +
    'Look, or repeat the call with the same key.';
  return new PortError('outcome-unknown', 'DATABASE_CONNECTION_LOST', message, {}, cause);
}

function timedOut(cause: Error): PortError {
  const message = 'The catalog database took too long, and the statement was given up; nothing was changed.';
  return new PortError('retryable', 'DATABASE_TIMEOUT', message, {}, cause);
}

function conflict(cause: Error): PortError {
  const message = 'Another change of the catalog came in between; nothing was changed. Repeat the call.';
  return new PortError('retryable', 'DATABASE_CONFLICT', message, {}, cause);
}
