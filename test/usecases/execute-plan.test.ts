/**
 * Goal: a plan is carried out once for one key, exactly as it was seen, or refused for a named reason.
 * Method: plan, execute, cancel and retry on real stores, a real database and the real planner; the clock and the rows
 * that facts come from are changed between the calls.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { PlanRecord } from '../../src/domain/operation-records.js';
import { cancelOperation } from '../../src/usecases/cancel-operation.js';
import { captureRestorePoint } from '../../src/usecases/capture-restore-point.js';
import { executePlan } from '../../src/usecases/execute-plan.js';
import { planOf, planText } from '../../src/usecases/plan-document.js';
import { planRestore, type PlanRestoreInput } from '../../src/usecases/plan-restore.js';
import { recordRestorePoint } from '../../src/usecases/record-restore-point.js';
import { retryOperation } from '../../src/usecases/retry-operation.js';
import { verifyRestorePoint } from '../../src/usecases/verify-restore-point.js';
import {
  type CatalogFixture,
  completeCapture,
  endOperation,
  estateImages,
  estateMetadata,
  insertExecutor,
  NOW,
  openCatalogFixture,
  operator,
} from '../support/catalog/catalog-fixture.js';

const ABSENT_ID = '01900000-0000-7000-8000-0000000000ff';
let fixture: CatalogFixture;
let executorId: string;
let pointId: string;
let vmId: string;
beforeAll(async () => {
  fixture = await openCatalogFixture();
  executorId = await insertExecutor(fixture.sql);
  const { restorePoint, operation } = await captureRestorePoint(fixture.ports, operator, {
    metadata: estateMetadata(3, 0),
    disks: estateImages(3),
  });
  pointId = restorePoint?.id ?? '';
  vmId = restorePoint?.vmId ?? '';
  await completeCapture(fixture.sql, pointId);
  await endOperation(fixture.sql, operation?.id ?? '', 'SUCCEEDED');
});
afterAll(() => fixture.close());
beforeEach(async () => {
  fixture.time.now = NOW;
  await fixture.sql.query(
    `UPDATE executors SET observed_at = $2, engine_state = 'AVAILABLE', engine_reason = NULL WHERE id = $1`,
    [executorId, NOW],
  );
});

function planInput(changes: Partial<PlanRestoreInput> = {}): PlanRestoreInput {
  return {
    restorePoint: { restorePointId: pointId },
    target: { localFiles: { location: 'restores', folder: 'vm-1' } },
    ...changes,
  };
}

async function newPlan(changes: Partial<PlanRestoreInput> = {}): Promise<PlanRecord> {
  const { plan, userErrors } = await planRestore(fixture.ports, operator, planInput(changes));
  expect(userErrors).toEqual([]);
  if (plan === null) throw new Error('no plan');
  return plan;
}

let keys = 0;
async function execute(plan: PlanRecord, changes: { digest?: string; key?: string } = {}) {
  keys += 1;
  return executePlan(fixture.ports, operator, {
    planId: plan.id,
    expectedDigest: changes.digest ?? plan.digest,
    idempotencyKey: changes.key ?? `key-${keys}`,
  });
}

const codesOf = (result: { userErrors: readonly { code: string; path: readonly string[] | null }[] }) =>
  result.userErrors.map(({ code, path }) => `${code} ${(path ?? []).join('.')}`);

describe('planRestore', () => {
  test('keeps plan and request, as the planner gave them, with an audit entry', async () => {
    const plan = await newPlan();
    expect(['RESTORABLE', 'RESTORABLE_WITH_LOSS']).toContain(plan.verdict);
    const [stored] = await fixture.catalog.plans.loadPlans([plan.id]);
    expect(stored).toEqual(plan);
    expect(planOf(plan).disks.map(({ transport }) => transport)).toEqual(estateImages(3).map(() => 'LOCAL_FILE'));
    expect(planText(plan)).toContain('restores');
    const { entries } = await fixture.catalog.audit.pageAuditEntries({ first: 1, after: null });
    expect(entries[0]?.node).toMatchObject({ action: 'restorePlan.create', subjectId: plan.id });
  });

  test('the newest available point of a VM', async () => {
    const plan = await newPlan({ restorePoint: { newestOfVmId: vmId } });
    expect(plan.restorePointId).toBe(pointId);
  });

  test('six reads and two writes, whatever the number of disks', async () => {
    fixture.takeStatements();
    await newPlan();
    const statements = fixture.takeStatements();
    expect(statements.filter((text) => /^\s*SELECT(?! append)/i.test(text)).length).toBe(6);
    expect(statements.length).toBe(8);
  });

  test.each<[string, Partial<PlanRestoreInput>, string]>([
    ['no such point', { restorePoint: { restorePointId: ABSENT_ID } }, 'NOT_FOUND restorePoint.restorePointId'],
    ['text that is no id', { restorePoint: { restorePointId: "x'; --" } }, 'NOT_FOUND restorePoint.restorePointId'],
    ['no such VM', { restorePoint: { newestOfVmId: ABSENT_ID } }, 'NOT_FOUND restorePoint.newestOfVmId'],
    [
      'a folder outside',
      { target: { localFiles: { location: 'restores', folder: '../x' } } },
      'PATH_OUTSIDE_LOCATION target.localFiles.folder',
    ],
    [
      'a location with NUL',
      { target: { localFiles: { location: 'a\u0000', folder: 'x' } } },
      'INVALID_INPUT target.localFiles.location',
    ],
    ['no disk', { deviceKeys: [] }, 'INVALID_INPUT deviceKeys'],
    ['a disk that it does not have', { deviceKeys: [2000, 77] }, 'INVALID_INPUT deviceKeys.1'],
  ])('refuses %s', async (_, changes, expected) => {
    const result = await planRestore(fixture.ports, operator, planInput(changes));
    expect(result.plan).toBeNull();
    expect(codesOf(result)).toEqual([expected]);
  });

  test('a VM with no available point', async () => {
    const { restorePoint } = await captureRestorePoint(fixture.ports, operator, {
      metadata: { ...estateMetadata(1, 0), site: { name: 'Elsewhere' } },
      disks: estateImages(1),
    });
    const selector = { newestOfVmId: restorePoint?.vmId ?? '' };
    const result = await planRestore(fixture.ports, operator, planInput({ restorePoint: selector }));
    expect(codesOf(result)).toEqual(['RESTORE_POINT_NOT_AVAILABLE restorePoint.newestOfVmId']);
  });
});

describe('executePlan', () => {
  test('starts the plan, with event and audit entry, and hands it over', async () => {
    const plan = await newPlan();
    const { operation, alreadyStarted, userErrors } = await execute(plan);
    expect([alreadyStarted, userErrors]).toEqual([false, []]);
    expect(operation).toMatchObject({
      kind: 'EXECUTE_PLAN',
      state: 'QUEUED',
      planId: plan.id,
      restorePointId: pointId,
      vmId,
    });
    expect(fixture.handedOver.at(-1)).toBe(operation?.id);
    const { entries } = await fixture.catalog.audit.pageAuditEntries({ first: 1, after: null });
    expect(entries[0]?.node).toMatchObject({ action: 'restorePlan.execute', subjectId: operation?.id });
  });

  test('a digest in capitals is the same digest', async () => {
    const plan = await newPlan();
    expect((await execute(plan, { digest: plan.digest.toUpperCase() })).userErrors).toEqual([]);
  });

  test('the same key again: the same operation, handed over once', async () => {
    const plan = await newPlan();
    const first = await execute(plan, { key: 'again' });
    const handedOver = fixture.handedOver.length;
    const second = await execute(plan, { key: 'again' });
    expect([second.alreadyStarted, second.operation?.id]).toEqual([true, first.operation?.id]);
    expect(fixture.handedOver.length).toBe(handedOver);
  });

  test('twenty calls with one key at once: one operation', async () => {
    const plan = await newPlan();
    const results = await Promise.all(Array.from({ length: 20 }, () => execute(plan, { key: 'race' })));
    expect(new Set(results.map(({ operation }) => operation?.id)).size).toBe(1);
    expect(results.filter(({ alreadyStarted }) => !alreadyStarted).length).toBe(1);
  });

  test('the same key answers though its plan has expired since', async () => {
    const plan = await newPlan();
    const first = await execute(plan, { key: 'late' });
    fixture.time.now = plan.expiresAt;
    expect((await execute(plan, { key: 'late' })).operation?.id).toBe(first.operation?.id);
  });

  test('a used key with another plan, one that is gone, or another digest', async () => {
    const plan = await newPlan();
    await execute(plan, { key: 'used' });
    const other = await newPlan({ target: { localFiles: { location: 'restores', folder: 'vm-2' } } });
    expect(codesOf(await execute(other, { key: 'used' }))).toEqual(['IDEMPOTENCY_KEY_REUSED idempotencyKey']);
    expect(codesOf(await execute({ ...other, id: ABSENT_ID }, { key: 'used' }))).toEqual([
      'IDEMPOTENCY_KEY_REUSED idempotencyKey',
    ]);
    expect(codesOf(await execute(plan, { key: 'used', digest: other.digest }))).toEqual([
      'DIGEST_MISMATCH expectedDigest',
    ]);
  });

  test('refusals in their order: absent, another digest, expired, not executable', async () => {
    const plan = await newPlan();
    expect(codesOf(await execute({ ...plan, id: ABSENT_ID }))).toEqual(['NOT_FOUND planId']);
    expect(codesOf(await execute({ ...plan, id: 'rubbish' }))).toEqual(['NOT_FOUND planId']);
    fixture.time.now = plan.expiresAt;
    expect(codesOf(await execute(plan, { digest: '0'.repeat(64) }))).toEqual(['DIGEST_MISMATCH expectedDigest']);
    expect(codesOf(await execute(plan))).toEqual(['PLAN_EXPIRED planId']);
    fixture.time.now = NOW;
    const bad = await newPlan({ target: { localFiles: { location: 'images', folder: 'x' } } });
    const refused = await execute(bad);
    expect(codesOf(refused)).toEqual(['PLAN_NOT_EXECUTABLE planId']);
    expect(refused.userErrors[0]?.ruleId).toMatch(/\./);
  });

  test('a key of 10,000 characters, of none, with NUL', async () => {
    const plan = await newPlan();
    for (const key of ['x'.repeat(10_000), '', 'a\u0000b']) {
      expect(codesOf(await execute(plan, { key }))).toEqual(['INVALID_INPUT idempotencyKey']);
    }
  });

  test('drift: says what changed, and starts nothing', async () => {
    const plan = await newPlan();
    await fixture.sql.query(
      `UPDATE executors SET engine_state = 'UNAVAILABLE', engine_reason = 'not compiled' WHERE id = $1`,
      [executorId],
    );
    const before = await fixture.catalog.operations.countOperations({});
    const result = await execute(plan);
    expect(codesOf(result)).toEqual(['PLAN_DRIFTED planId']);
    expect(result.userErrors[0]?.message.length).toBeGreaterThan('Facts have changed since the plan was made. '.length);
    expect(await fixture.catalog.operations.countOperations({})).toBe(before);
  });

  test('a moving figure of free space is no drift', async () => {
    const plan = await newPlan();
    await fixture.sql.query(
      `UPDATE executors SET locations = jsonb_set(locations, '{1,freeBytes}', '999999999999') WHERE id = $1`,
      [executorId],
    );
    expect((await execute(plan)).userErrors).toEqual([]);
  });
});

describe('cancel and retry', () => {
  test('a queued operation ends at once, asking again says that it has ended', async () => {
    const { operation } = await execute(await newPlan());
    const id = operation?.id ?? '';
    const cancelled = await cancelOperation(fixture.ports, operator, { operationId: id });
    expect(cancelled.userErrors).toEqual([]);
    expect(cancelled.operation).toMatchObject({ state: 'CANCELLED', phase: 'cancelled' });
    expect(cancelled.operation?.userErrors.map(({ code }) => code)).toEqual(['CANCELLED']);
    const events = await fixture.catalog.operations.readEventsAfter(id, 1, 10);
    expect(events.map(({ payload }) => payload)).toEqual([{ state: 'CANCELLED', phase: 'cancelled' }]);
    expect(codesOf(await cancelOperation(fixture.ports, operator, { operationId: id }))).toEqual([
      'OPERATION_ENDED operationId',
    ]);
  });

  test('a running one is asked to stop, once', async () => {
    const { operation } = await execute(await newPlan());
    const id = operation?.id ?? '';
    await fixture.sql.query(`UPDATE operations SET state = 'RUNNING', started_at = now() WHERE id = $1`, [id]);
    const first = await cancelOperation(fixture.ports, operator, { operationId: id });
    expect(first.operation).toMatchObject({ state: 'RUNNING', finishedAt: null });
    expect(first.operation?.cancelRequestedAt).not.toBeNull();
    const second = await cancelOperation(fixture.ports, operator, { operationId: id });
    expect([second.userErrors, second.operation?.cancelRequestedAt]).toEqual([[], first.operation?.cancelRequestedAt]);
    await endOperation(fixture.sql, id, 'FAILED');
  });

  test('a capture cancelled in the queue leaves a FAILED point; a retry captures it again', async () => {
    const { restorePoint, operation } = await captureRestorePoint(fixture.ports, operator, {
      metadata: { ...estateMetadata(0, 0), site: { name: 'Retry' } },
      disks: estateImages(0),
    });
    const id = operation?.id ?? '';
    const load = async () =>
      (await fixture.catalog.restorePoints.loadRestorePoints([restorePoint?.id ?? '']))[0]?.state;
    const diskData = async () => {
      const [items] = await fixture.catalog.restorePoints.loadCapturedItems([restorePoint?.id ?? '']);
      const found = items?.find(({ item }) => item === 'DISK_DATA');
      return `${found?.state} ${found?.reason}`;
    };
    await cancelOperation(fixture.ports, operator, { operationId: id });
    expect(await load()).toBe('FAILED');
    expect(await diskData()).toBe('NOT_CAPTURED the capture was stopped before it began');
    const results = await Promise.all(
      [1, 2, 3].map(() => retryOperation(fixture.ports, operator, { operationId: id })),
    );
    expect(results.flatMap(codesOf)).toEqual([
      'OPERATION_NOT_RETRYABLE operationId',
      'OPERATION_NOT_RETRYABLE operationId',
    ]);
    const retry = results.find(({ operation: made }) => made !== null)?.operation;
    expect(retry).toMatchObject({
      kind: 'CAPTURE_RESTORE_POINT',
      state: 'QUEUED',
      retryOf: id,
      input: operation?.input,
    });
    expect(await load()).toBe('CAPTURING');
    expect(await diskData()).toBe('NOT_CAPTURED the capture of the disks has not ended');
  });

  test('retry of what runs, succeeded or is not there', async () => {
    const { operation } = await execute(await newPlan());
    const id = operation?.id ?? '';
    expect(codesOf(await retryOperation(fixture.ports, operator, { operationId: id }))).toEqual([
      'OPERATION_NOT_RETRYABLE operationId',
    ]);
    expect(codesOf(await retryOperation(fixture.ports, operator, { operationId: ABSENT_ID }))).toEqual([
      'NOT_FOUND operationId',
    ]);
    expect(codesOf(await cancelOperation(fixture.ports, operator, { operationId: 'x' }))).toEqual([
      'NOT_FOUND operationId',
    ]);
  });

  test('a failed restore is tried again while its plan holds, not after', async () => {
    const plan = await newPlan();
    const { operation } = await execute(plan);
    await endOperation(fixture.sql, operation?.id ?? '', 'FAILED');
    fixture.time.now = plan.expiresAt;
    const input = { operationId: operation?.id ?? '' };
    expect(codesOf(await retryOperation(fixture.ports, operator, input))).toEqual(['PLAN_EXPIRED operationId']);
    fixture.time.now = NOW;
    const retry = await retryOperation(fixture.ports, operator, input);
    expect(retry.operation).toMatchObject({ retryOf: operation?.id, planId: plan.id });
  });
});

describe('verifyRestorePoint', () => {
  test('starts on a captured point', async () => {
    const { operation } = await verifyRestorePoint(fixture.ports, operator, { restorePointId: pointId });
    expect(operation).toMatchObject({ kind: 'VERIFY_RESTORE_POINT', restorePointId: pointId, input: {} });
  });

  test('refuses a point that is absent, being captured, or held by another tool', async () => {
    const absent = await verifyRestorePoint(fixture.ports, operator, { restorePointId: ABSENT_ID });
    expect(codesOf(absent)).toEqual(['NOT_FOUND restorePointId']);
    const capturing = await captureRestorePoint(fixture.ports, operator, {
      metadata: estateMetadata(1, 1),
      disks: estateImages(1),
    });
    const recorded = await recordRestorePoint(fixture.ports, operator, {
      metadata: estateMetadata(2, 0),
      tool: 'tool',
      toolReference: 'r',
    });
    for (const { restorePoint } of [capturing, recorded]) {
      const result = await verifyRestorePoint(fixture.ports, operator, { restorePointId: restorePoint?.id ?? '' });
      expect(codesOf(result)).toEqual(['RESTORE_POINT_NOT_AVAILABLE restorePointId']);
    }
  });
});
