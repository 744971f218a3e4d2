/** Queries and mutations: one JSON answer, made by Apollo Server from what passed the gate. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApolloServer, HeaderMap } from '@apollo/server';
import type { ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { GraphqlRequest, RequestCost, RequestGate } from './check-request.js';
import type { RequestContext } from './context.js';
import { ApiError, formatError } from './errors.js';
import type { Trace } from './errors.js';
import { send } from './send.js';

interface CurrentRequest {
  readonly trace: Trace;
  readonly text: string;
  readonly cost: RequestCost;
}

export interface CheckedRequest {
  readonly body: GraphqlRequest;
  readonly cost: RequestCost;
  readonly context: RequestContext;
  readonly trace: Trace;
}

export class OperationEndpoint {
  readonly #apollo: ApolloServer<RequestContext>;
  /** What Apollo's hooks need to know of the request they run for. */
  readonly #current = new AsyncLocalStorage<CurrentRequest>();

  constructor(schema: GraphQLSchema, gate: RequestGate) {
    this.#apollo = new ApolloServer<RequestContext>({
      schema,
      introspection: true,
      includeStacktraceInErrorResponses: false,
      hideSchemaDetailsFromClientErrors: true,
      csrfPrevention: true,
      allowBatchedHttpRequests: false,
      persistedQueries: false,
      stopOnTerminationSignals: false,
      nodeEnv: 'production',
      // Documents that passed the gate are taken from it: they are neither parsed nor validated a second time.
      documentStore: {
        get: async () => gate.documentOf(this.#current.getStore()?.text ?? ''),
        set: async () => undefined,
        delete: async () => undefined,
      },
      formatError: (_formatted, error) => formatError(error, this.#trace()),
      plugins: [ApolloServerPluginLandingPageDisabled(), ApolloServerPluginCacheControlDisabled(), this.#costPlugin()],
    });
  }

  start(): Promise<void> {
    return this.#apollo.start();
  }

  stop(): Promise<void> {
    return this.#apollo.stop();
  }

  async answer(request: IncomingMessage, response: ServerResponse, checked: CheckedRequest): Promise<void> {
    const { body, context, trace, cost } = checked;
    const answer = await this.#current.run({ trace, text: body.query, cost }, () =>
      this.#apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: 'POST', headers: headersOf(request), search: '', body: apolloBody(body) },
        context: async () => context,
      }),
    );
    if (answer.body.kind !== 'complete') throw new TypeError('an answer in parts was made, though nothing asks for it');
    const headers = Object.fromEntries(answer.headers);
    const contentType = headers['content-type'] ?? 'application/json; charset=utf-8';
    send(response, { status: answer.status ?? 200, contentType, body: answer.body.string, headers });
  }

  #trace(): Trace {
    const current = this.#current.getStore();
    if (current === undefined) throw new TypeError('an error was formatted outside of a request');
    return current.trace;
  }

  #costPlugin(): ApolloServerPlugin<RequestContext> {
    return {
      requestDidStart: async () => ({
        willSendResponse: async ({ response }) => {
          const cost = this.#current.getStore()?.cost;
          if (response.body.kind !== 'single' || cost === undefined) return;
          response.body.singleResult.extensions = { ...response.body.singleResult.extensions, cost };
        },
      }),
    };
  }
}

/** Apollo takes a key with no value for a wrong value. */
function apolloBody({ query, variables, operationName }: GraphqlRequest): Record<string, unknown> {
  return operationName === undefined ? { query, variables } : { query, variables, operationName };
}

function headersOf(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

/** Settles with the work, or refuses with TIMEOUT after `timeoutMs` and tells the work by `controller`. */
export async function withDeadline<Result>(
  work: Promise<Result>,
  timeoutMs: number,
  controller: AbortController,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const message =
        `No answer within ${timeoutMs} ms. ` + `A change may have been made all the same: look before you repeat.`;
      controller.abort(new ApiError('TIMEOUT', message));
      reject(controller.signal.reason);
    }, timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
