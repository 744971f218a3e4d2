/**
 * Text to a valid document: size, tokens, syntax, the standard rules, and how often aliases and directives stand in it.
 */
import { GraphQLError, parse, specifiedRules, validate, ValuesOfCorrectTypeRule, visit } from 'graphql';
import type { DocumentNode, GraphQLSchema, ValidationRule } from 'graphql';
import { ApiError } from './errors.js';
import type { Limits } from './limits.js';
import { SafeValuesRule } from './safe-values-rule.js';

export type DocumentOutcome =
  | { readonly ok: true; readonly document: DocumentNode }
  | { readonly ok: false; readonly errors: readonly ApiError[] };

const RULES: readonly ValidationRule[] = specifiedRules.map((rule) =>
  rule === ValuesOfCorrectTypeRule ? SafeValuesRule : rule,
);

const ERRORS_MAX = 10;

export function checkDocument(schema: GraphQLSchema, text: string, limits: Limits): DocumentOutcome {
  if (Buffer.byteLength(text) > limits.documentBytes) {
    const message = `The document may have ${limits.documentBytes} bytes at most. Send long values as variables.`;
    return refuse([new ApiError('LIMIT_EXCEEDED', message)]);
  }
  const parsed = parseText(text, limits);
  if (parsed instanceof ApiError) return refuse([parsed]);
  const excess = countExcess(parsed, limits);
  if (excess !== undefined) return refuse([excess]);
  const errors = validate(schema, parsed, RULES, { maxErrors: ERRORS_MAX });
  if (errors.length > 0) return refuse(errors.map(toApiError));
  return { ok: true, document: parsed };
}

function refuse(errors: readonly ApiError[]): DocumentOutcome {
  return { ok: false, errors };
}

/** Messages of the parser quote the text, which may hold a secret: only place and expectation are passed on. */
function parseText(text: string, limits: Limits): DocumentNode | ApiError {
  try {
    return parse(text, { maxTokens: limits.documentTokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    if (error.message.includes('Parsing aborted')) {
      return new ApiError('LIMIT_EXCEEDED', `The document may have ${limits.documentTokens} tokens at most.`);
    }
    const place = error.locations?.[0];
    const where = place ? ` at line ${place.line}, column ${place.column}` : '';
    const expected = /^Syntax Error: Expected ([^,]{1,40}), found/.exec(error.message)?.[1];
    return new ApiError(
      'BAD_USER_INPUT',
      `The document cannot be parsed${where}${expected ? `: expected ${expected}` : ''}.`,
    );
  }
}

function countExcess(document: DocumentNode, limits: Limits): ApiError | undefined {
  let aliases = 0;
  let directives = 0;
  visit(document, {
    Field: (node) => {
      if (node.alias !== undefined) aliases += 1;
    },
    Directive: () => {
      directives += 1;
    },
  });
  if (aliases > limits.aliases) return tooMany('aliases', aliases, limits.aliases);
  if (directives > limits.directives) return tooMany('directives', directives, limits.directives);
  return undefined;
}

export function tooMany(what: string, requested: number, limit: number): ApiError {
  return new ApiError('LIMIT_EXCEEDED', `The operation has ${requested} ${what}, more than ${limit}.`);
}

/** Names only: the rule on literals is ours, and suggestions are cut off, because they tell the schema to strangers. */
function toApiError(error: GraphQLError): ApiError {
  const message = error.message.replace(/ ?Did you mean [\s\S]*$/, '');
  return new ApiError('BAD_USER_INPUT', message, { nodes: error.nodes });
}
