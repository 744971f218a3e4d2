/**
 * Turns the variables of a request into values of the schema. graphql-js would quote whole variables, passwords
 * included, in its complaints; here a complaint is the path and the expected type.
 */
import {
  coerceInputValue,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isScalarType,
  typeFromAST,
  valueFromAST,
} from 'graphql';
import type {
  GraphQLError,
  GraphQLInputType,
  GraphQLSchema,
  OperationDefinitionNode,
  VariableDefinitionNode,
} from 'graphql';
import { ApiError } from './errors.js';
import { SCALAR_RULES } from './scalars.js';

export type Variables = Readonly<Record<string, unknown>>;

export type VariablesOutcome =
  | { readonly ok: true; readonly values: Variables }
  | { readonly ok: false; readonly errors: readonly ApiError[] };

const ERRORS_MAX = 10;

export function checkVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Variables,
): VariablesOutcome {
  const values: Record<string, unknown> = {};
  const errors: ApiError[] = [];
  for (const definition of operation.variableDefinitions ?? []) {
    const complaints = checkVariable(schema, definition, given, values);
    for (const complaint of complaints) {
      if (errors.length < ERRORS_MAX) errors.push(new ApiError('BAD_USER_INPUT', complaint, { nodes: [definition] }));
    }
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, values };
}

function checkVariable(
  schema: GraphQLSchema,
  definition: VariableDefinitionNode,
  given: Variables,
  values: Record<string, unknown>,
): string[] {
  const name = definition.variable.name.value;
  const type = typeFromAST(schema, definition.type);
  if (type === undefined || !isInputType(type)) return [`Variable "$${name}" has a type that cannot be an input.`];
  if (!Object.hasOwn(given, name)) {
    if (definition.defaultValue) values[name] = valueFromAST(definition.defaultValue, type);
    return isNonNullType(type) && !definition.defaultValue ? [missing(`$${name}`, type)] : [];
  }
  const value = given[name];
  if (value === null && isNonNullType(type)) return [missing(`$${name}`, type)];
  const complaints: string[] = [];
  const coerced = coerceInputValue(value, type, (path, _invalidValue, error) => {
    complaints.push(complain(name, path, type, value, error));
  });
  if (complaints.length === 0) values[name] = coerced;
  return complaints;
}

function missing(place: string, type: GraphQLInputType): string {
  return `Variable "${place}" of type "${String(type)}" is required and was not given.`;
}

/** Rebuilt from schema and path alone, except for what graphql-js is known to make of names only. */
function complain(
  name: string,
  path: readonly (string | number)[],
  type: GraphQLInputType,
  value: unknown,
  error: GraphQLError,
): string {
  const place = [`$${name}`, ...path].join('.');
  const found = typeAt(type, path);
  const fieldsMessage = aboutFields(error.message);
  if (fieldsMessage !== undefined) return `Variable "${place}": ${fieldsMessage}`;
  if (valueAt(value, path) === null) return `Variable "${place}" of type "${String(found)}" must not be null.`;
  return `Variable "${place}" is not usable: expected ${describeType(found)}.`;
}

const FIELD_MESSAGES = [
  /^Field "[_A-Za-z]\w{0,63}" of required type "[\w[\]!]+" was not provided\./,
  /^Field "[_A-Za-z]\w{0,63}" is not defined by type "\w+"\./,
  /^Exactly one key must be specified for OneOf type "\w+"\./,
  /^Field "[_A-Za-z]\w{0,63}" must be non-null\./,
];

/** The part of a message of graphql-js that names fields only, without suggestions; undefined for all others. */
export function aboutFields(message: string): string | undefined {
  for (const pattern of FIELD_MESSAGES) {
    const match = pattern.exec(message);
    if (match !== null) return match[0];
  }
  return undefined;
}

function typeAt(type: GraphQLInputType, path: readonly (string | number)[]): GraphQLInputType {
  let found = type;
  for (const part of path) {
    const nullable = getNullableType(found);
    if (isListType(nullable)) found = nullable.ofType;
    else if (isInputObjectType(nullable)) found = nullable.getFields()[String(part)]?.type ?? nullable;
  }
  return found;
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  let found = value;
  for (const part of path) found = (found as Record<string | number, unknown> | null | undefined)?.[part];
  return found;
}

/** What would fit, in words. */
export function describeType(type: GraphQLInputType): string {
  const named = getNamedType(type);
  if (isEnumType(named))
    return `one of ${named
      .getValues()
      .map((entry) => entry.name)
      .join(', ')}`;
  if (isScalarType(named)) return SCALAR_RULES[named.name]?.expected ?? `a value of type "${String(type)}"`;
  return `an object of type "${named.name}"`;
}
