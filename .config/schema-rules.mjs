// Conventions of schema.graphql for which graphql-eslint has no rule.
import { Kind } from 'graphql';

function namedType(type) {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

function report(context, node, message) {
  context.report({ node: node.name, message });
}

/** A list with no end is asked for by accident; so each connection makes its caller state a page size. */
const connectionAsksForFirst = {
  create: (context) => ({
    FieldDefinition(node) {
      const field = node.rawNode();
      if (!namedType(field.type).endsWith('Connection')) return;
      const first = field.arguments.find(({ name }) => name.value === 'first');
      const required = first?.type.kind === Kind.NON_NULL_TYPE && namedType(first.type) === 'Int';
      if (!required) report(context, node, `${field.name.value} pages, so it needs the argument first: Int!`);
    },
  }),
};

/** A refusal is data: every mutation answers with a payload that can hold userErrors. */
const mutationAnswersWithUserErrors = {
  create: (context) => ({
    ObjectTypeDefinition(node) {
      const type = node.rawNode();
      const name = type.name.value;
      if (name === 'Mutation') {
        for (const field of type.fields) {
          const wanted = `${field.name.value[0].toUpperCase()}${field.name.value.slice(1)}Payload`;
          if (namedType(field.type) !== wanted) report(context, node, `${field.name.value} answers with ${wanted}`);
        }
      }
      if (!name.endsWith('Payload')) return;
      const errors = type.fields.find((field) => field.name.value === 'userErrors');
      if (errors === undefined || namedType(errors.type) !== 'UserError') {
        report(context, node, `${name} needs userErrors: [UserError!]!`);
      }
    },
  }),
};

export const schemaRules = {
  rules: {
    'connection-asks-for-first': connectionAsksForFirst,
    'mutation-answers-with-user-errors': mutationAnswersWithUserErrors,
  },
};
