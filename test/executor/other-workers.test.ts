/**
 * Goal: an executor leaves alone what is another's: a disk that a newer worker has, a plan for another executor, a
 * plan that expired while it waited, a file that somebody put where its own should come.
 * Method: a whole executor on a real database with the real copy engine; single answers of the engine are exchanged.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import type { DebugPoint } from '../../src/executor/debug-point.js';
import type { CopyEngine } from '../../src/ports/copy-engine.js';
import { PortError } from '../../src/ports/port-error.js';
import { type ComposedExecutor, composeExecutor, nativeEngine } from '../support/executor/compose-executor.js';
import { Harness, noise, type SeededPoint, sha256 } from '../support/executor/executor-harness.js';

// A busy machine may take its time; nothing here is judged by it.
jest.setTimeout(30_000);

let harness: Harness;
let executor: ComposedExecutor;
let point: SeededPoint;
/** What the engine does instead, once for each entry. */
let instead: (() => void)[] = [];
const passed: DebugPoint[] = [];

beforeAll(async () => {
  harness = await Harness.create();
  const real = nativeEngine();
  const engine: CopyEngine = {
    ...real,
    restoreDisk: async (...args) => {
      instead.shift()?.();
      return await real.restoreDisk(...args);
    },
  };
  executor = await composeExecutor({
    place: harness.place,
    databaseUrl: harness.database.url,
    keyFiles: harness.keyFiles(),
    overrides: { engine, passDebugPoint: (passedPoint) => passed.push(passedPoint) },
  });
  point = await harness.seedPoint({ diskBytes: [1 << 20] });
  expect((await harness.waitForEnd(await harness.addCapture(point))).state).toBe('SUCCEEDED');
}, 60_000);

beforeEach(() => {
  instead = [];
});

afterAll(async () => {
  await executor?.stop();
  await harness?.close();
});

async function changePlan(planId: string, path: string, value: string): Promise<void> {
  await harness.query(`UPDATE restore_plans SET plan = jsonb_set(plan, $2::text[], to_jsonb($3::text)) WHERE id = $1`, [
    planId,
    path,
    value,
  ]);
}

test('a worker that is fenced out says nothing of the disk; what the newer one says counts', async () => {
  let fenced = false;
  instead = [
    () => {
      fenced = true;
      throw new PortError('conflict', 'STALE_FENCING_TOKEN', 'a newer one writes');
    },
  ];
  const operationId = await harness.addRestore(point, 'fenced');
  while (!fenced) await sleep(10);
  await sleep(700);
  const rows = await harness.query('SELECT state, user_errors FROM operation_disks WHERE operation_id = $1', [
    operationId,
  ]);
  expect(rows).toEqual([{ state: 'RUNNING', user_errors: [] }]);
  writeFileSync(join(harness.place.restores, 'fenced', 'disk-2000.raw'), 'by the newer worker');
  await harness.query(`UPDATE operation_disks SET state = 'SUCCEEDED' WHERE operation_id = $1`, [operationId]);
  const end = await harness.waitForEnd(operationId);
  expect([end.state, end.user_errors]).toEqual(['SUCCEEDED', []]);
  expect(harness.restoredFile('fenced', 'disk-2000.raw').toString()).toBe('by the newer worker');
});

test('a file of the same size that appears after the copy was begun is neither taken nor removed', async () => {
  const theirs = noise(1 << 20, 9);
  instead = [
    () => {
      writeFileSync(join(harness.place.restores, 'same-size', 'disk-2000.raw'), theirs);
      throw new PortError('retryable', 'IO_ERROR', 'cut off after it was begun');
    },
  ];
  const end = await harness.waitForEnd(await harness.addRestore(point, 'same-size'));
  expect([end.state, end.user_errors.map(({ code }) => code)]).toEqual(['FAILED', ['TARGET_EXISTS']]);
  expect(sha256(harness.restoredFile('same-size', 'disk-2000.raw'))).toBe(sha256(theirs));
});

test('a plan for another executor is refused, and nothing is written', async () => {
  const planId = await harness.addPlan(point, 'elsewhere');
  await changePlan(planId, '{disks,0,executor}', 'site-b');
  const end = await harness.waitForEnd(await harness.addOperation({ kind: 'EXECUTE_PLAN', planId }));
  expect([end.state, end.user_errors.map(({ code }) => code)]).toEqual(['FAILED', ['LOCATION_NOT_AVAILABLE']]);
  expect(end.user_errors[0]?.message).toContain('The plan is for executor site-b, and executor local took the work.');
  expect(harness.isThere('elsewhere')).toBe(false);
});

test('a plan that expired before the work began is refused; one that expires later is not', async () => {
  const planId = await harness.addPlan(point, 'late');
  await changePlan(planId, '{expiresAt}', new Date(Date.now() - 60_000).toISOString());
  const end = await harness.waitForEnd(await harness.addOperation({ kind: 'EXECUTE_PLAN', planId }));
  expect([end.state, end.user_errors.map(({ code }) => code)]).toEqual(['FAILED', ['PLAN_EXPIRED']]);
  expect(harness.isThere('late')).toBe(false);
  const begun = await harness.addPlan(point, 'begun');
  await changePlan(begun, '{expiresAt}', new Date(Date.now() - 60_000).toISOString());
  const operationId = await harness.addOperation({ kind: 'EXECUTE_PLAN', planId: begun, startedAgo: '1 hour' });
  expect((await harness.waitForEnd(operationId)).state).toBe('SUCCEEDED');
});

test('a copy that ends before its first report passes the point in its midst all the same', async () => {
  passed.length = 0;
  expect((await harness.waitForEnd(await harness.addRestore(point, 'quick'))).state).toBe('SUCCEEDED');
  const inCopy = passed.filter((passedPoint) => passedPoint.startsWith('restore-disk:'));
  expect(new Set(inCopy)).toEqual(
    new Set([
      'restore-disk:before',
      'restore-disk:claimed',
      'restore-disk:copying',
      'restore-disk:whole',
      'restore-disk:done',
    ]),
  );
});
