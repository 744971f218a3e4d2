/**
 * Operations over server-sent events: what passed the same gate, one connection each, no reconnecting by the server.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ExecutionArgs, ExecutionResult, GraphQLSchema } from 'graphql';
import { createHandler } from 'graphql-sse';
import type { Handler } from 'graphql-sse';
import type { RequestContext } from './context.js';
import { ApiError, formatError } from './errors.js';
import type { Trace } from './errors.js';
import type { CheckedRequest } from './operation-endpoint.js';
import type { RequestOutcome } from './check-request.js';
import { COMMON_HEADERS, send } from './send.js';

interface StreamRequest {
  readonly args: ExecutionArgs;
  readonly trace: Trace;
}

type AcceptedRequest = CheckedRequest & { readonly outcome: Extract<RequestOutcome, { readonly ok: true }> };

export class StreamEndpoint {
  readonly #schema: GraphQLSchema;
  readonly #perTokenMax: number;
  readonly #open = new Map<ServerResponse, string>();
  readonly #handler: Handler<IncomingMessage, StreamRequest>;

  constructor(schema: GraphQLSchema, perTokenMax: number) {
    this.#schema = schema;
    this.#perTokenMax = perTokenMax;
    this.#handler = createHandler<IncomingMessage, StreamRequest>({
      // Always a connection of its own: a stream that others can join would need a secret of its own.
      authenticate: () => null,
      // The gate has parsed and validated it.
      validate: () => [],
      onSubscribe: ({ context }) => context.args as never,
      onOperation: (_context, _request, _args, result) => {
        if (Symbol.asyncIterator in Object(result)) return endWithError(result as AsyncIterable<ExecutionResult>);
        return undefined;
      },
      onNext: (_context, { context }, result) => formatResult(result as ExecutionResult, context.trace) as never,
    });
  }

  async answer(request: IncomingMessage, response: ServerResponse, accepted: AcceptedRequest): Promise<void> {
    const { actor } = accepted.context;
    const ofToken = [...this.#open.values()].filter((tokenId) => tokenId === actor.tokenId);
    if (ofToken.length >= this.#perTokenMax) {
      throw new ApiError('LIMIT_EXCEEDED', `A token may hold ${this.#perTokenMax} streams open at once.`);
    }
    this.#open.set(response, actor.tokenId);
    try {
      await this.#stream(request, response, accepted);
    } finally {
      this.#open.delete(response);
    }
  }

  /** Cuts all streams without the event that would say "complete": their clients come back with `after`. */
  cutAll(): void {
    for (const response of this.#open.keys()) response.destroy();
  }

  async #stream(request: IncomingMessage, response: ServerResponse, accepted: AcceptedRequest): Promise<void> {
    const { body, context, trace } = accepted;
    const [answer, init] = await this.#handler({
      method: 'POST',
      url: '/graphql',
      headers: { get: (name) => (name === 'accept' ? 'text/event-stream' : String(request.headers[name] ?? '')) },
      body: { query: body.query, variables: body.variables, operationName: body.operationName },
      raw: request,
      context: { args: argsOf(this.#schema, context, accepted), trace },
    });
    if (answer === null || typeof answer === 'string') {
      const contentType = init.headers?.['content-type'] ?? 'application/json; charset=utf-8';
      send(response, { status: init.status, contentType, body: answer ?? '' });
      return;
    }
    // The time of a query was up, and the caller has been told.
    if (response.headersSent || response.destroyed) return void (await answer.return(undefined));
    response.writeHead(init.status, { ...init.headers, ...COMMON_HEADERS, 'x-accel-buffering': 'no' });
    response.once('close', () => void answer.return(undefined));
    for await (const event of answer) {
      if (!(await write(response, event))) break;
    }
    response.end();
  }
}

function argsOf(schema: GraphQLSchema, context: RequestContext, accepted: AcceptedRequest): ExecutionArgs {
  const { document } = accepted.outcome;
  const { variables, operationName } = accepted.body;
  return { schema, document, variableValues: variables, operationName: operationName ?? null, contextValue: context };
}

/** Waits until the event has been taken, so that a slow reader slows the writer; false when the reader has gone. */
function write(response: ServerResponse, event: string): Promise<boolean> {
  if (!response.writable) return Promise.resolve(false);
  return new Promise((resolve) => {
    response.write(event, (error) => resolve(error === null || error === undefined));
  });
}

/** A source that fails ends with the error as its last event, not with a broken connection. */
async function* endWithError(results: AsyncIterable<ExecutionResult>): AsyncGenerator<ExecutionResult> {
  try {
    yield* results;
  } catch (error) {
    yield { errors: [error as never] };
  }
}

function formatResult(result: ExecutionResult, trace: Trace): unknown {
  if (result.errors === undefined) return result;
  return { ...result, errors: result.errors.map((error) => formatError(error, trace)) };
}
