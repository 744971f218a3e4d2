import { GraphQLError, ValuesOfCorrectTypeRule } from 'graphql';
import type { ASTVisitor, ValidationContext } from 'graphql';
import { aboutFields, describeType } from './check-variables.js';

/**
 * The standard rule on literal values with other words: its own quote the literal, which may be a secret that somebody
 * wrote into the document.
 */
export function SafeValuesRule(context: ValidationContext): ASTVisitor {
  const quiet = Object.create(context) as ValidationContext;
  quiet.reportError = (error) => {
    const type = context.getInputType();
    const expected = type ? `Expected ${describeType(type)}.` : 'The value does not fit its type.';
    context.reportError(new GraphQLError(aboutLiteral(error.message) ?? expected, { nodes: error.nodes ?? null }));
  };
  return ValuesOfCorrectTypeRule(quiet);
}

const LITERAL_MESSAGES = [
  /^Field "\w{1,64}\.\w{1,64}" of required type "[\w[\]!]+" was not provided\./,
  /^OneOf Input Object "\w+" must specify exactly one key\./,
  /^Field "\w{1,64}\.\w{1,64}" must be non-null\./,
  /^Variable "\w{1,64}" must be non-nullable to be used for OneOf Input Object "\w+"\./,
];

function aboutLiteral(message: string): string | undefined {
  for (const pattern of LITERAL_MESSAGES) {
    const match = pattern.exec(message);
    if (match !== null) return match[0];
  }
  return aboutFields(message);
}
