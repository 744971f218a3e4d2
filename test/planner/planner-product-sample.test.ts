// Goal: as test/simulation/planner-product.test.ts, within the time of the fast suite.
// Method: one combination in twenty, by a seed that is new each time and printed.
import { expect, test } from '@jest/globals';
import { inPlaceCases, newMachineCases, runCases } from '../simulation/planner-product.js';
import { propertySettings } from '../support/property-settings.js';

const SHARE = 0.05;

test('one in twenty of all combinations of the discrete facts keeps every invariant', () => {
  const { seed } = propertySettings();
  const runs = [newMachineCases, inPlaceCases].map((cases) => runCases(cases(), SHARE, seed));
  const planned = runs.map((run) => run.planned);
  process.stderr.write(`${planned.join(' and ')} combinations planned\n`);
  expect(runs.flatMap(({ broken }) => broken)).toEqual([]);
  // About 17,280 and 1,458: a generator that ends early is a failure too.
  expect(planned[0]).toBeGreaterThan(16_500);
  expect(planned[1]).toBeGreaterThan(1_200);
});
