/** Answers of the HTTP layer, the same headers on all of them. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { formatError } from './errors.js';
import type { ErrorCode, Trace } from './errors.js';
import type { RequestCost } from './check-request.js';
import { HttpRefusal } from './read-body.js';

const COMMON_HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

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

export function send(response: ServerResponse, answer: Answer): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(answer.status, { ...COMMON_HEADERS, 'content-type': answer.contentType, ...answer.headers });
  response.end(answer.body);
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  send(response, { status, contentType: 'application/json; charset=utf-8', body: `${JSON.stringify(value)}\n` });
}

/** Errors outside of an operation's own answer. The first decides the status. */
export function sendErrors(
  response: ServerResponse,
  trace: Trace,
  errors: readonly unknown[],
  options: { readonly status?: number; readonly cost?: RequestCost | undefined } = {},
): void {
  const formatted = errors.map((error) => formatError(error, trace));
  const code = (formatted[0]?.extensions?.['code'] ?? 'INTERNAL') as ErrorCode;
  const body = { errors: formatted, ...(options.cost ? { extensions: { cost: options.cost } } : {}) };
  const headers: Record<string, string> = {};
  if (code === 'UNAUTHENTICATED') headers['www-authenticate'] = 'Bearer';
  if (code === 'UNAVAILABLE') headers['retry-after'] = '2';
  send(response, {
    status: options.status ?? STATUS_OF_CODE[code],
    contentType: 'application/json; charset=utf-8',
    body: `${JSON.stringify(body)}\n`,
    headers,
  });
}

/** Whatever ended a request early. */
export function sendFailure(request: IncomingMessage, response: ServerResponse, trace: Trace, error: unknown): void {
  if (!(error instanceof HttpRefusal)) {
    sendErrors(response, trace, [error]);
    return;
  }
  if (error.closes) closeAfter(request, response);
  sendErrors(response, trace, [error.error], { status: error.status });
}

/**
 * The rest of the body is read and dropped for a moment, so that the caller gets to read the answer before the
 * connection ends: closing at once would reset it under the caller's hands.
 */
function closeAfter(request: IncomingMessage, response: ServerResponse): void {
  response.shouldKeepAlive = false;
  request.resume();
  response.once('finish', () => setTimeout(() => request.destroy(), 500).unref());
}
