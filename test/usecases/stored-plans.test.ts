// Goal: a plan stored before there were target formats is carried out and planned again as what it was: sparse raw.
// Method: a plan of today with the newer fields taken out, read back.
import { expect, test } from '@jest/globals';
import { planRestore } from '../../src/planner/plan-restore.js';
import { readStoredPlan, requestOf } from '../../src/usecases/plan-document.js';
import type { PlanRecord } from '../../src/domain/operation-records.js';
import { healthyFacts, withFormat } from '../planner/facts-builder.js';

function without<Value extends object>(value: Value, ...names: string[]): object {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}

test('what an older plan does not say is what it did', () => {
  const plan = planRestore(healthyFacts());
  const older = {
    ...plan,
    request: { ...plan.request, target: without(plan.request.target, 'diskFormat') },
    disks: plan.disks.map((disk) => without(disk, 'format', 'spaceBytes')),
  };
  expect(JSON.stringify(older)).not.toContain('RAW_SPARSE');
  expect(readStoredPlan(older)).toEqual(plan);
  expect(requestOf({ request: older.request } as unknown as PlanRecord)).toEqual(plan.request);
});

test('what a plan says stays', () => {
  const plan = planRestore(withFormat(healthyFacts(), 'VMDK_STREAM_OPTIMIZED'));
  expect(readStoredPlan(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
});
