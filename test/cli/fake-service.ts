/**
 * A GraphQL server with the real schema and answers of the test's choice. graphql-js checks every document, variable
 * and answer against schema.graphql, so a command that would not fit the service fails here too.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema, graphql, parse, validate } from 'graphql';

const schema = buildSchema(readFileSync(join(import.meta.dirname, '..', '..', 'schema.graphql'), 'utf8'));

export const TOKEN = 'token-of-the-test';

export interface SeenRequest {
  readonly path: string;
  readonly isStream: boolean;
  readonly authorization: string | undefined;
  readonly variables: Record<string, unknown>;
}

/** Root fields by name; each gets the arguments of its field. */
export type FakeRoot = Readonly<Record<string, (args: never) => unknown>>;

export interface FakeService {
  readonly url: string;
  readonly tokenFile: string;
  readonly seen: SeenRequest[];
  /** Events of the next subscriptions, one list per connection; 'break' cuts the connection there. */
  readonly streams: (readonly (Record<string, unknown> | 'break')[])[];
  /** Answer of the stream path when no list is left. */
  streamStatus: number;
  readonly stop: () => Promise<void>;
}

export async function startFakeService(root: FakeRoot): Promise<FakeService> {
  const folder = mkdtempSync(join(tmpdir(), 'reinstate-cli-'));
  const tokenFile = join(folder, 'admin.token');
  writeFileSync(tokenFile, `${TOKEN}\n`, { mode: 0o600 });
  const seen: SeenRequest[] = [];
  const service = { streams: [] as FakeService['streams'], streamStatus: 404 };
  const server = createServer((request, response) => void answer(request, response));
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { query, variables } = JSON.parse(await readAll(request)) as {
      query: string;
      variables: SeenRequest['variables'];
    };
    const isStream = request.headers.accept === 'text/event-stream';
    seen.push({ path: request.url ?? '', isStream, authorization: request.headers.authorization, variables });
    if (isStream) return stream(query, response);
    const result = await graphql({ schema, source: query, rootValue: root, variableValues: variables });
    response.writeHead(200, { 'content-type': 'application/graphql-response+json' });
    response.end(JSON.stringify(result));
  }
  function stream(query: string, response: ServerResponse): void {
    const problems = validate(schema, parse(query));
    const events = service.streams.shift();
    if (events === undefined || problems.length > 0) {
      response.writeHead(service.streamStatus, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ errors: problems }));
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const event of events) {
      if (event === 'break') return void setTimeout(() => response.destroy(), 30);
      response.write(`event: next\ndata: ${JSON.stringify({ data: { operationEvents: event } })}\n\n`);
    }
    response.end('event: complete\ndata:\n\n');
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(service, {
    url: `http://127.0.0.1:${port}`,
    tokenFile,
    seen,
    stop: async () => {
      await close(server);
      rmSync(folder, { recursive: true, force: true });
    },
  });
}

async function readAll(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });
}
