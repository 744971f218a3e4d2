// Goal: whatever call of the copy engine fails, wherever it dies, and whatever befalls its repository, no wrong byte
// is delivered, nothing that was said to be durable is lost, and the same work done again ends well.
// Method: fault-engine (native/faults) makes each call on files fail in each way that it can, dies before, in and
// behind each call and at random moments, and damages each file of a repository at random; once as it is, and a part
// of it with AddressSanitizer and UndefinedBehaviorSanitizer. REINSTATE_CRASH_ROUNDS of 100 and more do all.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { buildInstrumented } from '../../src/setup/build-instrumented.mjs';
import { faultSeed, runFaults } from '../support/instrumented-engine.js';

const whole = Number(process.env['REINSTATE_CRASH_ROUNDS'] ?? '8') >= 100;
const limitMs = 1_800_000;
const well = { exitCode: 0, complaints: '' };

beforeAll(async () => {
  await buildInstrumented('plain');
  await buildInstrumented('asan');
}, 900_000);

describe(`faults, seed ${faultSeed}`, () => {
  test(
    'each call fails in each way that it can',
    async () => {
      const { counts, ...outcome } = await runFaults('plain', 'storage-errors', []);
      expect(outcome).toEqual(well);
      expect(Object.keys(counts['byFault'] as object).toSorted()).toEqual([
        'EACCES',
        'EINTR',
        'EIO',
        'EIO, bytes lost',
        'EMFILE',
        'ENOSPC',
        'short',
        'short, then ENOSPC',
      ]);
      expect(Number(counts['injected'])).toBeGreaterThan(3_000);
    },
    limitMs,
  );

  test(
    'ten thousand mutations of repository files are found and never delivered',
    async () => {
      const { counts, ...outcome } = await runFaults('plain', 'mutations', ['--count', '10000']);
      expect(outcome).toEqual(well);
      expect(counts).toMatchObject({ detected: 10_000, complaints: 0 });
    },
    limitMs,
  );

  test(
    'SIGKILL around each call and at random moments',
    async () => {
      const settings = whole ? ['--count', '1000'] : ['--count', '100', '--one-in', '6'];
      const { counts, ...outcome } = await runFaults('plain', 'kills', settings);
      expect(outcome).toEqual(well);
      expect(Number(counts['killsAtRandom'])).toBeGreaterThanOrEqual(whole ? 1_000 : 100);
      expect(Number(counts['killsAtCalls'])).toBeGreaterThan(whole ? 3_000 : 300);
    },
    limitMs,
  );
});

describe(`faults under AddressSanitizer and UndefinedBehaviorSanitizer, seed ${faultSeed}`, () => {
  test.each([
    ['storage-errors', ['--one-in', '8']],
    ['mutations', ['--count', '1000']],
    ['kills', ['--count', '20', '--one-in', '40']],
  ] as const)(
    '%s',
    async (command, part) => {
      const settings = whole && command !== 'kills' ? [] : part;
      const { counts, ...outcome } = await runFaults('asan', command, settings);
      expect(outcome).toEqual(well);
      expect(counts['complaints']).toBe(0);
    },
    limitMs,
  );
});
