// Goal: sizes as a person reads them. Method: a table with the edges between units.
import { expect, test } from '@jest/globals';
import { formatBytes } from '../../src/domain/units.js';

test.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1024, '1.0 KiB'],
  [67_108_864, '64.0 MiB'],
  [1_649_267_441_664, '1.5 TiB'],
  [Number.MAX_SAFE_INTEGER, '8.0 PiB'],
])('%d bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
