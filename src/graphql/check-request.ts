/**
 * The one gate before execution, for queries, mutations and subscriptions alike: nothing runs that did not pass it, and
 * nothing that it does can end the process.
 */
import { getOperationAST } from 'graphql';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { checkDocument, tooMany } from './check-document.js';
import { checkVariables } from './check-variables.js';
import type { Variables } from './check-variables.js';
import { weighOperation } from './cost.js';
import { ApiError } from './errors.js';
import type { Limits } from './limits.js';

/** Body of a request after JSON parsing. */
export interface GraphqlRequest {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Variables;
}

export interface RequestCost {
  readonly requested: number;
  readonly limit: number;
}

export type RequestOutcome =
  | {
      readonly ok: true;
      readonly document: DocumentNode;
      readonly operation: OperationDefinitionNode;
      readonly variables: Variables;
      readonly cost: RequestCost;
    }
  | { readonly ok: false; readonly errors: readonly unknown[]; readonly cost: RequestCost | undefined };

const DOCUMENTS_KEPT = 200;

/** Checks requests against one schema; remembers valid documents, because clients send the same few again and again. */
export class RequestGate {
  readonly #schema: GraphQLSchema;
  readonly #limits: Limits;
  readonly #documents = new Map<string, DocumentNode>();

  constructor(schema: GraphQLSchema, limits: Limits) {
    this.#schema = schema;
    this.#limits = limits;
  }

  check(request: GraphqlRequest): RequestOutcome {
    try {
      return this.#check(request);
    } catch (error) {
      return { ok: false, errors: [error], cost: undefined };
    }
  }

  /** The document of a request that passed, for the executor to use as it is. */
  documentOf(text: string): DocumentNode | undefined {
    return this.#documents.get(text);
  }

  #check(request: GraphqlRequest): RequestOutcome {
    const document = this.#validDocument(request.query);
    if (Array.isArray(document)) return refuse(document);
    const operation = getOperationAST(document as DocumentNode, request.operationName);
    if (!operation) {
      const message = request.operationName
        ? 'The document has no operation of the name given as "operationName".'
        : 'The document must hold exactly one operation, or "operationName" must name one.';
      return refuse([new ApiError('BAD_USER_INPUT', message)]);
    }
    const coerced = checkVariables(this.#schema, operation, request.variables);
    if (!coerced.ok) return refuse(coerced.errors);
    return this.#weigh(document as DocumentNode, operation, coerced.values);
  }

  #weigh(document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): RequestOutcome {
    const limits = this.#limits;
    const weight = weighOperation(this.#schema, document, operation, variables, limits);
    const cost = { requested: weight.cost, limit: limits.cost };
    if (weight.errors.length > 0) return refuse(weight.errors.slice(0, 10), cost);
    if (weight.depth > limits.depth) return refuse([tooMany('levels of fields', weight.depth, limits.depth)], cost);
    if (weight.rootFields > limits.rootFields) {
      return refuse([tooMany('root fields', weight.rootFields, limits.rootFields)], cost);
    }
    if (weight.cost > limits.cost) {
      const message = `The answer may hold ${weight.cost} objects, more than ${limits.cost}. Ask for smaller pages.`;
      return refuse([new ApiError('LIMIT_EXCEEDED', message)], cost);
    }
    return { ok: true, document, operation, variables, cost };
  }

  #validDocument(text: string): DocumentNode | readonly ApiError[] {
    const known = this.#documents.get(text);
    if (known !== undefined) {
      this.#documents.delete(text);
      this.#documents.set(text, known);
      return known;
    }
    const outcome = checkDocument(this.#schema, text, this.#limits);
    if (!outcome.ok) return outcome.errors;
    const oldest = this.#documents.keys().next();
    if (this.#documents.size >= DOCUMENTS_KEPT && !oldest.done) this.#documents.delete(oldest.value);
    this.#documents.set(text, outcome.document);
    return outcome.document;
  }
}

function refuse(errors: readonly unknown[], cost?: RequestCost): RequestOutcome {
  return { ok: false, errors, cost };
}
