/** The executable schema: text of the contract, resolvers of this folder, and what each root field asks of a token. */
import {
  buildSchema,
  GraphQLScalarType,
  isEnumType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { GraphQLFieldResolver, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { requirePermission } from './access.js';
import type { RequestContext } from './context.js';
import { equipScalar, SCALAR_RULES } from './scalars.js';

type AnyResolver = GraphQLFieldResolver<unknown, RequestContext>;
type TypeResolvers = Readonly<Record<string, unknown>>;

/**
 * @param contract text of schema.graphql
 * @param resolvers by type and field; a field without one is read from its parent
 * @throws Error when a resolver names a type or field that the contract does not have, or a scalar has no rules
 */
export function makeSchema(contract: string, resolvers: Readonly<Record<string, TypeResolvers>>): GraphQLSchema {
  const schema = buildSchema(contract);
  for (const [typeName, fields] of Object.entries(resolvers)) attach(schema, typeName, fields);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isEnumType(type)) continue;
    const rules = SCALAR_RULES[type.name];
    if (type instanceof GraphQLScalarType && rules !== undefined) equipScalar(type, rules);
    else if (isObjectType(type)) guard(schema, type);
  }
  return schema;
}

function attach(schema: GraphQLSchema, typeName: string, fields: TypeResolvers): void {
  const type = schema.getType(typeName);
  if ((isInterfaceType(type) || isUnionType(type)) && typeof fields['__resolveType'] === 'function') {
    type.resolveType = fields['__resolveType'] as NonNullable<typeof type.resolveType>;
    return;
  }
  if (!isObjectType(type)) throw new Error(`resolvers name ${typeName}, which is no object type of the contract`);
  for (const [name, resolver] of Object.entries(fields)) {
    const field = type.getFields()[name];
    if (field === undefined) throw new Error(`resolvers name ${typeName}.${name}, which the contract does not have`);
    if (typeof resolver === 'function') field.resolve = resolver as AnyResolver;
    else field.subscribe = (resolver as { subscribe: AnyResolver }).subscribe;
  }
}

/** Root fields are refused by default: what is not listed for readers needs the right to change things. */
function guard(schema: GraphQLSchema, type: GraphQLObjectType): void {
  const isRoot = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].includes(type);
  if (!isRoot) return;
  for (const [name, field] of Object.entries(type.getFields())) {
    const { resolve, subscribe } = field;
    const check = (context: RequestContext) => requirePermission(context.actor, `${type.name}.${name}`);
    if (resolve) {
      field.resolve = (source, args, context: RequestContext, info) => {
        check(context);
        return resolve(source, args, context, info);
      };
    }
    if (subscribe) {
      field.subscribe = (source, args, context: RequestContext, info) => {
        check(context);
        return subscribe(source, args, context, info);
      };
    }
  }
}
