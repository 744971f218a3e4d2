/**
 * What an operation may cost, before it runs: depth, root fields, page sizes, and the largest number of objects that
 * its answer may hold. Fragments are weighed once each, so that no document takes long to weigh.
 *
 *     cost(field)  = own + times × cost(its fields)
 *     own          = 0 for a leaf, 10 for totalCount, 10 for a mutation, else `times`
 *     times        = the page size below `nodes` and `edges`, the number of ids for `nodes(ids:)`, else 1
 *
 * A plain list of objects counts as 10, because lists inside one object are short. Introspection costs 1 a field.
 */
import {
  getArgumentValues,
  getNamedType,
  getNullableType,
  isCompositeType,
  isLeafType,
  isListType,
  Kind,
} from 'graphql';
import { SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef } from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLCompositeType,
  GraphQLField,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import type { Variables } from './check-variables.js';
import { ApiError } from './errors.js';
import type { Limits } from './limits.js';

export const PLAIN_LIST_SIZE = 10;
const TOTAL_COUNT_COST = 10;
const MUTATION_COST = 10;

export interface Weight {
  readonly cost: number;
  readonly depth: number;
  readonly rootFields: number;
  readonly errors: readonly ApiError[];
}

/** Weighs a valid operation with its coerced variables. */
export function weighOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
  limits: Limits,
): Weight {
  const scales = new Scales(schema, document, variables, limits);
  const root = schema.getRootType(operation.operation);
  if (!root) return { cost: 0, depth: 0, rootFields: 0, errors: [] };
  const own = operation.operation === 'mutation' ? MUTATION_COST : 0;
  const whole = scales.weigh(operation.selectionSet, root, 1);
  return { cost: whole.cost + own * whole.fields, depth: whole.depth, rootFields: whole.fields, errors: scales.errors };
}

interface SetWeight {
  readonly cost: number;
  readonly depth: number;
  /** Fields at this level, fragments included. */
  readonly fields: number;
}

const NOTHING: SetWeight = { cost: 0, depth: 0, fields: 0 };

class Scales {
  readonly errors: ApiError[] = [];
  readonly #schema: GraphQLSchema;
  readonly #variables: Variables;
  readonly #limits: Limits;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  /** By fragment and page size around it. */
  readonly #weighed = new Map<string, SetWeight>();

  constructor(schema: GraphQLSchema, document: DocumentNode, variables: Variables, limits: Limits) {
    this.#schema = schema;
    this.#variables = variables;
    this.#limits = limits;
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(definition.name.value, definition);
    }
  }

  /** @param pageSize entries of the connection that this selection set belongs to, 1 elsewhere */
  weigh(set: SelectionSetNode, type: GraphQLCompositeType, pageSize: number): SetWeight {
    const sum = { cost: 0, depth: 0, fields: 0 };
    for (const selection of set.selections) {
      const part =
        selection.kind === Kind.FIELD
          ? this.#weighField(selection, type, pageSize)
          : selection.kind === Kind.FRAGMENT_SPREAD
            ? this.#weighFragment(selection.name.value, pageSize)
            : this.weigh(selection.selectionSet, this.#narrow(selection.typeCondition?.name.value, type), pageSize);
      sum.cost += part.cost;
      sum.depth = Math.max(sum.depth, part.depth);
      sum.fields += part.fields;
    }
    return sum;
  }

  #weighFragment(name: string, pageSize: number): SetWeight {
    const key = `${pageSize}:${name}`;
    const known = this.#weighed.get(key);
    if (known !== undefined) return known;
    const fragment = this.#fragments.get(name);
    const type = fragment && this.#schema.getType(fragment.typeCondition.name.value);
    const weight = fragment && isCompositeType(type) ? this.weigh(fragment.selectionSet, type, pageSize) : NOTHING;
    this.#weighed.set(key, weight);
    return weight;
  }

  #weighField(node: FieldNode, parent: GraphQLCompositeType, pageSize: number): SetWeight {
    const field = this.#fieldOf(parent, node.name.value);
    if (field === undefined) return { ...NOTHING, fields: 1 };
    const type = getNamedType(field.type);
    if (isLeafType(type) || node.selectionSet === undefined) {
      return { cost: node.name.value === 'totalCount' ? TOTAL_COUNT_COST : 0, depth: 1, fields: 1 };
    }
    if (!isCompositeType(type)) return { ...NOTHING, fields: 1 };
    const args = this.#argumentsOf(node, field);
    const inner = this.weigh(node.selectionSet, type, this.#pageSizeOf(node, field, args));
    const times = type.name.startsWith('__') ? 1 : this.#timesOf(field, pageSize, args);
    return { cost: times + times * inner.cost, depth: inner.depth + 1, fields: 1 };
  }

  #narrow(name: string | undefined, type: GraphQLCompositeType): GraphQLCompositeType {
    const narrowed = name === undefined ? undefined : this.#schema.getType(name);
    return isCompositeType(narrowed) ? narrowed : type;
  }

  #fieldOf(parent: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
    if (name === '__schema') return SchemaMetaFieldDef;
    if (name === '__type') return TypeMetaFieldDef;
    if (name === '__typename') return TypeNameMetaFieldDef;
    return 'getFields' in parent ? parent.getFields()[name] : undefined;
  }

  #argumentsOf(node: FieldNode, field: GraphQLField<unknown, unknown>): Readonly<Record<string, unknown>> {
    return field.args.length === 0 ? {} : getArgumentValues(field, node, this.#variables);
  }

  #pageSizeOf(node: FieldNode, field: GraphQLField<unknown, unknown>, args: Readonly<Record<string, unknown>>): number {
    if (!field.args.some((argument) => argument.name === 'first')) return 1;
    const first = args['first'];
    if (typeof first === 'number' && first >= 1 && first <= this.#limits.pageSize) return first;
    const message = `Argument "first" of "${field.name}" must be from 1 to ${this.#limits.pageSize}.`;
    this.errors.push(new ApiError('BAD_USER_INPUT', message, { nodes: [node] }));
    return 1;
  }

  #timesOf(field: GraphQLField<unknown, unknown>, pageSize: number, args: Readonly<Record<string, unknown>>): number {
    if (!isListType(getNullableType(field.type))) return 1;
    if (Array.isArray(args['ids'])) return args['ids'].length;
    return pageSize > 1 || field.name === 'edges' || field.name === 'nodes' ? pageSize : PLAIN_LIST_SIZE;
  }
}
