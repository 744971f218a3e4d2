/**
 * Goal: operations of every kind end as they should, and say why when they do not.
 * Method: a whole executor on a real database, real folders, the real copy engine and the real workflow engine.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ComposedExecutor, composeExecutor } from '../support/executor/compose-executor.js';
import { Harness, type SeededPoint, sha256 } from '../support/executor/executor-harness.js';

let harness: Harness;
let executor: ComposedExecutor;

beforeAll(async () => {
  harness = await Harness.create();
  executor = await composeExecutor({ place: harness.place, databaseUrl: harness.database.url });
}, 60_000);

afterAll(async () => {
  await executor?.stop();
  await harness?.close();
});

async function capturedPoint(diskBytes: readonly number[] = [3 << 20, 1 << 20]): Promise<SeededPoint> {
  const point = await harness.seedPoint({ diskBytes });
  const end = await harness.waitForEnd(await harness.addCapture(point));
  expect(end.user_errors).toEqual([]);
  expect(end.state).toBe('SUCCEEDED');
  return point;
}

describe('capture and restore', () => {
  test('what was captured comes back with the same SHA-256', async () => {
    const point = await capturedPoint();
    const operationId = await harness.addRestore(point, 'first/run');
    const end = await harness.waitForEnd(operationId);
    expect([end.state, end.user_errors, end.percent]).toEqual(['SUCCEEDED', [], 100]);
    for (const disk of point.disks) {
      expect(sha256(harness.restoredFile('first/run', `disk-${disk.deviceKey}.raw`))).toBe(disk.sha256);
    }
  }, 30_000);
});
