/**
 * Goal: restarts slow down, stay bounded, and forget old failures. Method: values worked out by hand, then the bounds
 * for many failures and every random.
 */
import { expect, test } from '@jest/globals';
import { backoffDelayMs, countFailures, RESTART_BACKOFF } from '../../src/domain/backoff.js';

const policy = { initialMs: 100, maximumMs: 1_000, factor: 2, healthyAfterMs: 5_000 };

test('doubles up to the maximum, between half and the whole of the step', () => {
  expect([1, 2, 3, 4, 5, 6].map((failures) => backoffDelayMs(failures, 0, policy))).toEqual([
    50, 100, 200, 400, 500, 500,
  ]);
  expect([1, 2, 3, 4, 5, 6].map((failures) => backoffDelayMs(failures, 0.5, policy))).toEqual([
    75, 150, 300, 600, 750, 750,
  ]);
  expect(backoffDelayMs(0, 0.5, policy)).toBe(0);
});

test('stays finite and inside its bounds after any number of failures', () => {
  for (const failures of [1, 10, 63, 1_000, Number.MAX_SAFE_INTEGER]) {
    for (const random of [0, 0.25, 0.999_999]) {
      const delayMs = backoffDelayMs(failures, random);
      expect(delayMs).toBeGreaterThanOrEqual(RESTART_BACKOFF.initialMs / 2);
      expect(delayMs).toBeLessThanOrEqual(RESTART_BACKOFF.maximumMs);
    }
  }
});

test('a healthy run forgives earlier failures, a short one adds to them', () => {
  expect(countFailures(7, 4_999, policy)).toBe(8);
  expect(countFailures(7, 5_000, policy)).toBe(1);
});
