/**
 * Goal: the words for refusals in the domain are those of the contract.
 * Method: the enum UserErrorCode is read from schema.graphql and compared word by word.
 */
import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { buildSchema, GraphQLEnumType } from 'graphql';
import { USER_ERROR_CODES } from '../../src/domain/user-error.js';

test('UserErrorCode is the same list in schema and domain', () => {
  const type = buildSchema(readFileSync('schema.graphql', 'utf8')).getType('UserErrorCode');
  if (!(type instanceof GraphQLEnumType)) throw new Error('schema.graphql has no enum UserErrorCode');
  expect([...USER_ERROR_CODES].sort()).toEqual(
    type
      .getValues()
      .map(({ name }) => name)
      .sort(),
  );
});
