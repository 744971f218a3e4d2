import { CliError } from '../cli-error.js';
import type { CliIo } from '../cli-io.js';
import type { TypedDocument } from '../generated/operations.js';

export interface Connection {
  /** Address of the service without a path, as "http://127.0.0.1:4180". */
  readonly url: string;
  readonly token: string;
}

export interface GraphqlClient {
  readonly connection: Connection;
  /** Resolves to `data`. Throws CliError for everything that is no answer to the question. */
  readonly request: <Result, Variables>(
    document: TypedDocument<Result, Variables>,
    variables: Variables,
  ) => Promise<Result>;
}

interface TopLevelError {
  readonly message: string;
  readonly extensions?: { readonly code?: string };
}

const REMEDIES: Readonly<Record<string, string>> = {
  UNAUTHENTICATED: 'give a valid token by --token-file or REINSTATE_TOKEN_FILE',
  FORBIDDEN: 'use a token whose role allows it',
  LIMIT_EXCEEDED: 'ask for less at once',
  TIMEOUT: 'try again; when it stays so, look at the logs of the service',
  UNAVAILABLE: 'try again in a moment; the service may be starting or its database away',
  INTERNAL: 'look at the logs of the service',
};

export function createGraphqlClient(connection: Connection, io: Pick<CliIo, 'fetch'>): GraphqlClient {
  return {
    connection,
    request: async (document, variables) => {
      const response = await post(connection, io, { query: document, variables });
      const body = await readBody(response, connection);
      if (body.errors !== undefined && body.errors.length > 0) throw asCliError(body.errors);
      if (body.data === undefined || body.data === null) throw strangeAnswer(connection, response.status);
      return body.data as never;
    },
  };
}

async function post(connection: Connection, io: Pick<CliIo, 'fetch'>, body: unknown): Promise<Response> {
  try {
    return await io.fetch(new URL('/graphql', connection.url), {
      method: 'POST',
      headers: requestHeaders(connection, 'application/json'),
      body: JSON.stringify(body),
    });
  } catch (cause) {
    throw connectionError(connection, cause);
  }
}

export function requestHeaders(connection: Connection, accept: string): Record<string, string> {
  return { 'content-type': 'application/json', accept, authorization: `Bearer ${connection.token}` };
}

/** fetch hides the reason one level down, and several levels when a name has several addresses. */
export function connectionError(connection: Connection, error: unknown): CliError {
  const reason = systemCodeOf(error);
  if (reason === 'ECONNREFUSED') {
    const remedy = 'is the service running? start it: reinstate serve';
    return new CliError('CONNECTION_REFUSED', `nothing answers at ${connection.url}`, remedy);
  }
  const why = reason ?? (error instanceof Error ? error.message : String(error));
  return new CliError('CONNECTION_FAILED', `no connection to ${connection.url}: ${why}`, 'check --url');
}

function systemCodeOf(error: unknown): string | undefined {
  let current = error as { code?: unknown; cause?: unknown; errors?: readonly unknown[] } | undefined | null;
  for (let depth = 0; typeof current === 'object' && current !== null && depth < 5; depth += 1) {
    if (typeof current.code === 'string') return current.code;
    current = (current.errors?.[0] ?? current.cause) as typeof current;
  }
  return undefined;
}

interface Body {
  readonly data?: unknown;
  readonly errors?: readonly TopLevelError[];
}

async function readBody(response: Response, connection: Connection): Promise<Body> {
  try {
    const body: unknown = await response.json();
    if (typeof body === 'object' && body !== null) return body;
  } catch {
    // Not JSON: whatever answers there is not the service, which is what strangeAnswer says.
  }
  throw strangeAnswer(connection, response.status);
}

function strangeAnswer(connection: Connection, status: number): CliError {
  const message = `${connection.url} answered with HTTP ${status} and no GraphQL result`;
  return new CliError('STRANGE_ANSWER', message, 'check that --url is the address of Reinstate');
}

function asCliError(errors: readonly TopLevelError[]): CliError {
  const first = errors[0];
  const code = first?.extensions?.code ?? 'INTERNAL';
  return new CliError(code, errors.map(({ message }) => message).join('; '), REMEDIES[code] ?? null);
}
