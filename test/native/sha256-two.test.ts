// Goal: two hashes at once are the two hashes.
// Method: the engine hashes all pairs of lengths, at and around the borders of SHA-256's blocks, both ways: two at
// once, and one at a time by libcrypto. Bytes follow from the printed seed.
import { expect, test } from '@jest/globals';
import { runEngine } from './disk-images.js';

const seed = Number(process.env['REINSTATE_SEED'] ?? Date.now() % 1_000_000);

test(`of all pairs of lengths none has another hash (seed ${seed})`, () => {
  expect(runEngine(['compare-hashes', String(seed)])).toMatchObject({
    exitCode: 0,
    answer: { pairs: 266 * 266, wrong: 0 },
  });
});
