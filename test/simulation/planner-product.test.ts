// Goal: no combination of the discrete facts leads to a plan that breaks what must always hold.
// Method: the whole product of transport, storage, provisioning, controller, encryption, key state, NVRAM and proxy is
// planned; the invariants are written from the facts, and know nothing of the planner's reasoning.
import { expect, test } from '@jest/globals';
import { inPlaceCases, newMachineCases, runCases } from './planner-product.js';

const MINUTE_MS = 60_000;

test.each([
  ['new VM', newMachineCases, 345_600],
  ['in place', inPlaceCases, 29_160],
])(
  '%s: every combination keeps every invariant',
  (name, cases, count) => {
    const run = runCases(cases(), 1, 0);
    const counts = JSON.stringify({ ...run.verdicts, ...run.transports });
    process.stderr.write(`${name}: ${run.planned} combinations planned, ${counts}\n`);
    expect(run.broken).toEqual([]);
    expect(run.planned).toBe(count);
  },
  40 * MINUTE_MS,
);
