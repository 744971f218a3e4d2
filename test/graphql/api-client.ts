/** A server with in-memory ports, and small HTTP clients that can also misbehave. */
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { ApiPorts } from '../../src/graphql/context.js';
import type { Limits } from '../../src/graphql/limits.js';
import { startApiServer } from '../../src/graphql/server.js';
import type { ApiServer } from '../../src/graphql/server.js';
import { TOKENS } from './in-memory-ports.js';

export const CONTRACT = readFileSync(join(import.meta.dirname, '..', '..', 'schema.graphql'), 'utf8');

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

export interface TestApi extends ApiServer {
  readonly logLines: LogLine[];
}

export async function startTestApi(ports: ApiPorts, limits: Partial<Limits> = {}): Promise<TestApi> {
  const logLines: LogLine[] = [];
  const write = (level: LogLine['level']) => (fields: Readonly<Record<string, unknown>>, message: string) => {
    logLines.push({ level, fields, message });
  };
  const log = { info: write('info'), warn: write('warn'), error: write('error') };
  const options = { contract: CONTRACT, ports, log, host: '127.0.0.1', port: 0, serviceVersion: '9.8.7', limits };
  return { ...(await startApiServer(options)), logLines };
}

export interface GraphqlAnswer {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  // biome-ignore lint: answers are looked into at will
  readonly body: { data?: any; errors?: PublicError[]; extensions?: any };
}

export interface PublicError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly traceId: string };
}

export interface AskOptions {
  readonly token?: string | null;
  readonly variables?: unknown;
  readonly operationName?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export function ask(api: ApiServer, query: string, options: AskOptions = {}): Promise<GraphqlAnswer> {
  const { variables, operationName } = options;
  return post(api, JSON.stringify({ query, variables, operationName }), options);
}

export async function post(api: ApiServer, body: string, options: AskOptions = {}): Promise<GraphqlAnswer> {
  const token = options.token === undefined ? TOKENS.viewer : options.token;
  const response = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...options.headers,
    },
  });
  return readAnswer(response);
}

export async function readAnswer(response: Response): Promise<GraphqlAnswer> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return { status: response.status, text, headers: response.headers, body: isJson ? JSON.parse(text) : {} };
}

export function codesOf(answer: GraphqlAnswer): string[] {
  return (answer.body.errors ?? []).map(({ extensions }) => extensions.code);
}

export function messagesOf(answer: GraphqlAnswer): string[] {
  return (answer.body.errors ?? []).map(({ message }) => message);
}

/** Sends raw bytes and reads until the server closes or `until` has been seen. */
export function sendRaw(api: ApiServer, parts: readonly string[], until?: RegExp): Promise<string> {
  const { hostname, port } = new URL(api.url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let received = '';
    const finish = () => {
      socket.destroy();
      resolve(received);
    };
    socket.on('data', (data) => {
      received += data.toString('utf8');
      if (until?.test(received)) finish();
    });
    socket.on('close', finish);
    socket.on('error', () => undefined);
    for (const part of parts) socket.write(part);
  });
}

export interface StreamEvent {
  readonly name: string;
  // biome-ignore lint: answers are looked into at will
  readonly data: any;
}

export interface OpenStream {
  readonly response: Response;
  readonly events: AsyncGenerator<StreamEvent, void>;
  abort(): void;
}

export async function openStream(api: ApiServer, query: string, options: AskOptions = {}): Promise<OpenStream> {
  const controller = new AbortController();
  const response = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    body: JSON.stringify({ query, variables: options.variables }),
    signal: controller.signal,
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      authorization: `Bearer ${options.token ?? TOKENS.viewer}`,
    },
  });
  return { response, events: readEvents(response), abort: () => controller.abort() };
}

async function* readEvents(response: Response): AsyncGenerator<StreamEvent, void> {
  if (response.body === null) return;
  let rest = '';
  const decoder = new TextDecoder();
  for await (const part of response.body) {
    const blocks = (rest + decoder.decode(part as Uint8Array, { stream: true })).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const name = /^event: (.*)$/m.exec(block)?.[1];
      const data = /^data: ?(.*)$/m.exec(block)?.[1];
      if (name !== undefined) yield { name, data: data ? JSON.parse(data) : null };
    }
  }
}
