/**
 * Errors as callers see them. Whatever is not known to be safe to show is replaced: graphql-js puts whole variables and
 * literals into its messages, and a stack or a database's message may hold anything.
 */
import { randomBytes } from 'node:crypto';
import { GraphQLError } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';
import type { EventLog } from '../ports/event-log.js';

export const ERROR_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'LIMIT_EXCEEDED',
  'TIMEOUT',
  'UNAVAILABLE',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** An error whose message was written for the caller. Never put a value from the request into the message. */
export class ApiError extends GraphQLError {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, details: ApiErrorDetails = {}) {
    super(message, { nodes: details.nodes ?? null, extensions: { code, ...details.extensions } });
    this.name = 'ApiError';
    this.code = code;
  }
}

export interface ApiErrorDetails {
  readonly nodes?: GraphQLError['nodes'];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** What ties an answer to the log. */
export interface Trace {
  /** 32 hex digits. */
  readonly traceId: string;
  readonly log: EventLog;
}

/** Takes the caller's trace id of a W3C `traceparent` header, else makes one. */
export function traceIdFrom(traceparent: string | undefined): string {
  const given = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(traceparent ?? '')?.[1];
  return given !== undefined && !/^0+$/.test(given) ? given : randomBytes(16).toString('hex');
}

/** The error as it leaves the service: message, locations, path, `extensions {code, traceId}`. */
export function formatError(error: unknown, trace: Trace): GraphQLFormattedError {
  const graphqlError = error instanceof GraphQLError ? error : undefined;
  const cause = rootCause(error);
  const { code, message } = judge(cause, trace);
  const extensions = cause instanceof ApiError ? cause.extensions : {};
  return {
    message,
    ...(graphqlError?.locations ? { locations: graphqlError.locations } : {}),
    ...(graphqlError?.path ? { path: graphqlError.path } : {}),
    extensions: { ...extensions, code, traceId: trace.traceId },
  };
}

/** graphql-js wraps what a resolver throws, sometimes more than once. */
function rootCause(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && !(cause instanceof ApiError) && cause.originalError)
    cause = cause.originalError;
  return cause;
}

interface Judgement {
  readonly code: ErrorCode;
  readonly message: string;
}

function judge(cause: unknown, trace: Trace): Judgement {
  if (cause instanceof ApiError) return { code: cause.code, message: cause.message };
  const known = portJudgement(cause) ?? serverJudgement(cause);
  if (known !== undefined) {
    if (known.code === 'UNAVAILABLE') trace.log.warn({ traceId: trace.traceId, ...describe(cause) }, 'catalog is away');
    return known;
  }
  trace.log.error({ traceId: trace.traceId, ...describe(cause) }, 'request failed unexpectedly');
  return {
    code: 'INTERNAL',
    message: 'Something went wrong inside the service. Its log tells more under this traceId.',
  };
}

/**
 * Ports say what happened by kind and code; their class is not imported here, because only main files know adapters.
 */
function portJudgement(cause: unknown): Judgement | undefined {
  if (!(cause instanceof Error) || cause.name !== 'PortError') return undefined;
  const { kind, code } = cause as Error & { kind?: unknown; code?: unknown };
  if (code === 'DATABASE_TIMEOUT')
    return { code: 'TIMEOUT', message: 'The catalog took too long to answer. Ask for less.' };
  if (code === 'INVALID_CURSOR') {
    return { code: 'BAD_USER_INPUT', message: 'Argument "after" is not a cursor of this list.' };
  }
  if (code === 'INVALID_PAGE_SIZE')
    return { code: 'BAD_USER_INPUT', message: 'Argument "first" must be from 1 to 100.' };
  if (kind === 'outcome-unknown') {
    const message =
      'The connection to the catalog broke: the change may or may not have been made. Look before you repeat.';
    return { code: 'UNAVAILABLE', message };
  }
  if (kind === 'retryable') {
    return { code: 'UNAVAILABLE', message: 'The catalog cannot be reached at the moment. Try again shortly.' };
  }
  return undefined;
}

/** Codes that the GraphQL server gives to requests that it cannot use. Its texts are not passed on. */
const SERVER_REFUSALS: ReadonlySet<unknown> = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

function serverJudgement(cause: unknown): Judgement | undefined {
  if (!(cause instanceof GraphQLError) || !SERVER_REFUSALS.has(cause.extensions['code'])) return undefined;
  return { code: 'BAD_USER_INPUT', message: 'The request cannot be used as it is.' };
}

/** Classes whose messages the engine or we write ourselves. Others may quote what they were given. */
const SAFE_MESSAGES: ReadonlySet<string> = new Set(['PortError', 'TypeError', 'RangeError', 'ReferenceError']);

function describe(cause: unknown): Record<string, unknown> {
  if (!(cause instanceof Error)) return { errorName: typeof cause };
  const { code } = cause as Error & { code?: unknown };
  const frames = (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    errorName: cause.name,
    ...(typeof code === 'string' ? { errorCode: code } : {}),
    ...(SAFE_MESSAGES.has(cause.name) || isOfGraphql(cause) ? { errorMessage: cause.message } : {}),
    frames: frames.slice(0, 12).map((line) => line.trim()),
    ...(cause.cause instanceof Error ? { cause: describe(cause.cause) } : {}),
  };
}

/** graphql-js names the field when a resolver breaks the schema's promise; such messages hold no value of a request. */
function isOfGraphql(cause: Error): boolean {
  return cause instanceof GraphQLError || cause.message.startsWith('Cannot return null for non-nullable field');
}
