/** Reads a request's body with a limit that holds before anything is kept, and with a deadline. */
import type { IncomingMessage } from 'node:http';
import { ApiError } from './errors.js';
import type { GraphqlRequest } from './check-request.js';
import type { Limits } from './limits.js';

/** A refusal with its HTTP status. */
export class HttpRefusal extends Error {
  readonly status: number;
  readonly error: ApiError;
  /** Whether unread bytes are on the way, so that the connection cannot be used again. */
  readonly closes: boolean;

  constructor(status: number, error: ApiError, closes = false) {
    super(error.message);
    this.name = 'HttpRefusal';
    this.status = status;
    this.error = error;
    this.closes = closes;
  }
}

/** Throws HttpRefusal 413 over the limit, 408 after the deadline, 400 when the body was cut off. */
export function readBody(request: IncomingMessage, limitBytes: number, timeoutMs: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) return Promise.reject(tooLarge(limitBytes));
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let lengthBytes = 0;
    const timer = setTimeout(() => finish(tooSlow(timeoutMs)), timeoutMs);
    const onData = (part: Buffer) => {
      lengthBytes += part.length;
      if (lengthBytes > limitBytes) finish(tooLarge(limitBytes));
      else parts.push(part);
    };
    const onEnd = () => finish(undefined);
    const onCut = () => finish(new HttpRefusal(400, new ApiError('BAD_USER_INPUT', 'The body was cut off.'), true));
    const finish = (refusal: HttpRefusal | undefined) => {
      clearTimeout(timer);
      request.off('data', onData).off('end', onEnd).off('close', onCut).off('error', onCut);
      request.on('error', () => undefined);
      if (refusal === undefined) resolve(Buffer.concat(parts, lengthBytes));
      else reject(refusal);
    };
    request.on('data', onData).on('end', onEnd).on('close', onCut).on('error', onCut);
  });
}

function tooLarge(limitBytes: number): HttpRefusal {
  const message = `The body may have ${limitBytes} bytes at most with this token.`;
  return new HttpRefusal(413, new ApiError('LIMIT_EXCEEDED', message), true);
}

function tooSlow(timeoutMs: number): HttpRefusal {
  const message = `The body did not arrive within ${timeoutMs} ms.`;
  return new HttpRefusal(408, new ApiError('TIMEOUT', message), true);
}

/** The GraphQL request in a JSON body. Throws HttpRefusal 400 for every other shape, arrays (batches) among them. */
export function parseGraphqlBody(body: Buffer, limits: Limits): GraphqlRequest {
  const parsed = parseJson(body);
  if (Array.isArray(parsed)) throw unusable('One request at a time: the body must be an object, not an array.');
  if (!isRecord(parsed)) throw unusable('The body must be a JSON object with "query".');
  if (isDeeper(parsed, limits.jsonDepth)) {
    const message = `The JSON body is nested deeper than ${limits.jsonDepth} levels.`;
    throw new HttpRefusal(400, new ApiError('LIMIT_EXCEEDED', message));
  }
  const { query, operationName, variables } = parsed;
  if (typeof query !== 'string' || query === '') throw unusable('"query" must be the text of a GraphQL document.');
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') {
    throw unusable('"operationName" must be text.');
  }
  if (variables !== undefined && variables !== null && !isRecord(variables))
    throw unusable('"variables" must be an object.');
  return { query, operationName: operationName ?? undefined, variables: variables ?? {} };
}

function unusable(message: string): HttpRefusal {
  return new HttpRefusal(400, new ApiError('BAD_USER_INPUT', message));
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    // The parser's message quotes the text.
    throw unusable('The body is not JSON in UTF-8.');
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Level by level with a list of its own: a recursion over hostile depth would end the process. */
function isDeeper(root: unknown, levels: number): boolean {
  let level: object[] = [root as object];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > levels) return true;
    const next: object[] = [];
    for (const container of level) {
      for (const value of Object.values(container) as unknown[])
        if (typeof value === 'object' && value !== null) next.push(value);
    }
    level = next;
  }
  return false;
}
