/** The API's HTTP server: who calls, how much they may send, then the gate, then Apollo Server or the event stream. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GraphQLSchema } from 'graphql';
import type { EventLog } from '../ports/event-log.js';
import { authenticateRequest } from './authenticate-request.js';
import { RequestGate } from './check-request.js';
import { makeContext } from './context.js';
import type { ApiPorts } from './context.js';
import { ApiError, traceIdFrom } from './errors.js';
import type { Trace } from './errors.js';
import { explorerAnswer } from './explorer.js';
import { bodyLimitOf, LIMITS } from './limits.js';
import type { Limits } from './limits.js';
import { makeSchema } from './make-schema.js';
import { OperationEndpoint, withDeadline } from './operation-endpoint.js';
import { HttpRefusal, parseGraphqlBody, readBody } from './read-body.js';
import { resolvers } from './resolvers/index.js';
import { send, sendErrors, sendFailure, sendJson } from './send.js';
import { StreamEndpoint } from './stream-endpoint.js';

export interface ApiServerOptions {
  /** Text of schema.graphql. */
  readonly contract: string;
  readonly ports: ApiPorts;
  readonly log: EventLog;
  readonly host: string;
  /** 0 means a free port. */
  readonly port: number;
  readonly serviceVersion: string;
  /** For tests; defaults to LIMITS. */
  readonly limits?: Partial<Limits>;
}

export interface ApiServer {
  /** Base address without a path. */
  readonly url: string;
  /** Takes no new requests, cuts subscriptions, and waits for the rest up to `drainMs`. */
  close(drainMs: number): Promise<void>;
}

/** Listens when the promise settles. Throws when the address is taken or not ours. */
export async function startApiServer(options: ApiServerOptions): Promise<ApiServer> {
  const api = new Api(options);
  await api.start();
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 60_000, keepAliveTimeout: 5_000 });
  server.on('request', (request, response) => void api.handle(request, response));
  await listen(server, options.host, options.port);
  const { port } = server.address() as AddressInfo;
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return { url: `http://${host}:${port}`, close: (drainMs) => close(server, api, drainMs) };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function close(server: Server, api: Api, drainMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  api.cutStreams();
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), drainMs);
  await closed;
  clearTimeout(timer);
  await api.stop();
}

class Api {
  readonly #options: ApiServerOptions;
  readonly #limits: Limits;
  readonly #schema: GraphQLSchema;
  readonly #gate: RequestGate;
  readonly #operations: OperationEndpoint;
  readonly #streams: StreamEndpoint;

  constructor(options: ApiServerOptions) {
    this.#options = options;
    this.#limits = { ...LIMITS, ...options.limits };
    this.#schema = makeSchema(options.contract, resolvers);
    this.#gate = new RequestGate(this.#schema, this.#limits);
    this.#operations = new OperationEndpoint(this.#schema, this.#gate);
    this.#streams = new StreamEndpoint(this.#schema, this.#limits.streamsPerToken);
  }

  start(): Promise<void> {
    return this.#operations.start();
  }

  stop(): Promise<void> {
    return this.#operations.stop();
  }

  cutStreams(): void {
    this.#streams.cutAll();
  }

  /** Never rejects: whatever goes wrong becomes an answer. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const trace = {
      traceId: traceIdFrom(request.headers['traceparent'] as string | undefined),
      log: this.#options.log,
    };
    try {
      await this.#route(request, response, trace);
    } catch (error) {
      if (response.headersSent) response.destroy();
      else sendFailure(request, response, trace, error);
    }
  }

  async #route(request: IncomingMessage, response: ServerResponse, trace: Trace): Promise<void> {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (path === '/graphql') return this.#graphql(request, response, trace);
    if (request.method !== 'GET') throw wrongMethod(response, 'GET');
    if (path === '/healthz') return sendJson(response, 200, { status: 'ok' });
    if (path === '/readyz') return this.#readiness(response);
    if (path === '/schema.graphql') return this.#contract(request, response, trace);
    const answer = await explorerAnswer(path);
    if (answer !== undefined) return send(response, answer);
    throw new ApiError('NOT_FOUND', 'There is nothing here. GraphQL is at POST /graphql, the explorer at /explorer.');
  }

  async #readiness(response: ServerResponse): Promise<void> {
    try {
      await this.#options.ports.health.check();
      sendJson(response, 200, { status: 'ready' });
    } catch {
      sendJson(response, 503, { status: 'unavailable', reason: 'the database cannot be reached' });
    }
  }

  async #contract(request: IncomingMessage, response: ServerResponse, trace: Trace): Promise<void> {
    await authenticateRequest(request, this.#options.ports, trace);
    send(response, { status: 200, contentType: 'text/plain; charset=utf-8', body: this.#options.contract });
  }

  async #graphql(request: IncomingMessage, response: ServerResponse, trace: Trace): Promise<void> {
    if (request.method !== 'POST') throw wrongMethod(response, 'POST');
    const { ports, log, serviceVersion } = this.#options;
    const { actor, tokenHolds } = await authenticateRequest(request, ports, trace);
    requireJson(request);
    const bytes = await readBody(request, bodyLimitOf(actor.role, this.#limits), this.#limits.bodyTimeoutMs);
    const body = parseGraphqlBody(bytes, this.#limits);
    const outcome = this.#gate.check(body);
    if (!outcome.ok) return sendErrors(response, trace, outcome.errors, { cost: outcome.cost });

    const controller = new AbortController();
    response.once('close', () => controller.abort());
    const { signal } = controller;
    const context = makeContext({ actor, ports, signal, log, serviceVersion, tokenHolds, traceId: trace.traceId });
    const checked = { body, context, trace, cost: outcome.cost };
    const isSubscription = outcome.operation.operation === 'subscription';
    const streamed = { ...checked, outcome };
    if (isSubscription && wantsStream(request)) return this.#streams.answer(request, response, streamed);
    if (isSubscription) {
      throw new ApiError('BAD_USER_INPUT', 'Subscriptions are answered to accept: text/event-stream only.');
    }
    const work = wantsStream(request)
      ? this.#streams.answer(request, response, streamed)
      : this.#operations.answer(request, response, checked);
    await withDeadline(work, this.#limits.requestTimeoutMs, controller);
  }
}

function wrongMethod(response: ServerResponse, allowed: string): HttpRefusal {
  response.setHeader('allow', allowed);
  return new HttpRefusal(405, new ApiError('BAD_USER_INPUT', `Only ${allowed} is answered here.`), true);
}

/** Other types can be sent from foreign web pages without asking; compressed bodies would hide their size. */
function requireJson(request: IncomingMessage): void {
  const type = (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase();
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (type === 'application/json' && encoding === 'identity') return;
  const message = 'The body must be content-type: application/json, not compressed.';
  throw new HttpRefusal(415, new ApiError('BAD_USER_INPUT', message), true);
}

function wantsStream(request: IncomingMessage): boolean {
  return (request.headers.accept ?? '').split(',').some((type) => type.trim().startsWith('text/event-stream'));
}
