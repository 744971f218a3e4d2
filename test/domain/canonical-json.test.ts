// Goal: one text for one JSON value, as RFC 8785 orders it.
// Method: a foreign implementation (npm canonicalize) as judge over random values, and the values that JSON cannot
// hold.
import { expect, test } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson } from '../../src/domain/canonical-json.js';
import { propertySettings } from '../support/property-settings.js';

// The judge is CommonJS: its function is the module itself.
const judge = canonicalize as unknown as (value: unknown) => string | undefined;

test('agrees with a foreign implementation on every JSON value', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      expect(canonicalJson(value)).toBe(judge(value));
    }),
    propertySettings(),
  );
});

test.each([
  ['Infinity', Number.POSITIVE_INFINITY, RangeError],
  ['NaN', Number.NaN, RangeError],
  ['undefined in an object', { a: undefined }, TypeError],
  ['a bigint', 1n, TypeError],
  ['a function', () => 1, TypeError],
])('%s has no JSON form', (_name, value, kind) => {
  expect(() => canonicalJson(value)).toThrow(kind);
});
