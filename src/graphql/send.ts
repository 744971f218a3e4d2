/** Answers of the HTTP layer, the same headers on all of them. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { formatError } from './errors.js';
import type { ErrorCode, Trace } from './errors.js';
import type { RequestCost } from './check-request.js';
import { HttpRefusal } from './read-body.js';

export const COMMON_HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** The rest of a body that was refused is read so far and so long, then the connection is closed on it. */
const DROPPED_BYTES_MAX = 64 * 1024 * 1024;
const DROPPING_MS_MAX = 5_000;

const STATUS_OF_CODE: Readonly<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  BAD_USER_INPUT: 400,
  NOT_FOUND: 404,
  LIMIT_EXCEEDED: 400,
  TIMEOUT: 504,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** @param endAfter the answer is sent at once, its connection is closed when this has settled */
export function send(response: ServerResponse, answer: Answer, endAfter?: Promise<void>): void {
  if (response.headersSent || response.destroyed) return;
  const headers = { ...COMMON_HEADERS, 'content-type': answer.contentType, ...answer.headers };
  if (endAfter === undefined) {
    response.writeHead(answer.status, headers);
    response.end(answer.body);
    return;
  }
  const length = Buffer.byteLength(answer.body);
  response.writeHead(answer.status, { ...headers, 'content-length': length, connection: 'close' });
  response.write(answer.body);
  void endAfter.then(() => response.end());
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  send(response, { status, contentType: 'application/json; charset=utf-8', body: `${JSON.stringify(value)}\n` });
}

interface ErrorOptions {
  readonly status?: number;
  readonly cost?: RequestCost | undefined;
  readonly endAfter?: Promise<void>;
}

/** Errors outside of an operation's own answer. The first decides the status. */
export function sendErrors(
  response: ServerResponse,
  trace: Trace,
  errors: readonly unknown[],
  options: ErrorOptions = {},
): void {
  const formatted = errors.map((error) => formatError(error, trace));
  const code = (formatted[0]?.extensions?.['code'] ?? 'INTERNAL') as ErrorCode;
  const body = { errors: formatted, ...(options.cost ? { extensions: { cost: options.cost } } : {}) };
  const headers: Record<string, string> = {};
  if (code === 'UNAUTHENTICATED') headers['www-authenticate'] = 'Bearer';
  if (code === 'UNAVAILABLE') headers['retry-after'] = '2';
  const status = options.status ?? STATUS_OF_CODE[code];
  const contentType = 'application/json; charset=utf-8';
  send(response, { status, contentType, body: `${JSON.stringify(body)}\n`, headers }, options.endAfter);
}

/** Whatever ended a request early. */
export function sendFailure(request: IncomingMessage, response: ServerResponse, trace: Trace, error: unknown): void {
  if (!(error instanceof HttpRefusal)) {
    sendErrors(response, trace, [error]);
    return;
  }
  const status = error.status;
  sendErrors(response, trace, [error.error], error.closes ? { status, endAfter: restOfBody(request) } : { status });
}

/**
 * Settles when the rest of the body has come and was dropped, or after a bounded moment. Most callers read the answer
 * when they have sent everything, and a connection that is closed before resets it under their hands.
 */
function restOfBody(request: IncomingMessage): Promise<void> {
  if (request.complete || request.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    let droppedBytes = 0;
    const finish = () => {
      clearTimeout(timer);
      request.off('data', onData).off('end', finish).off('close', finish);
      resolve();
    };
    const onData = (part: Buffer) => {
      droppedBytes += part.length;
      if (droppedBytes > DROPPED_BYTES_MAX) finish();
    };
    const timer = setTimeout(finish, DROPPING_MS_MAX);
    request.on('data', onData).on('end', finish).on('close', finish);
  });
}
