/**
 * Goal: the clock of the machine that answers decides nothing about reports and plans, which are dated by the database.
 * Method: planning and executing on a real database, with the machine's clock years behind and years ahead.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { PlanRecord } from '../../src/domain/operation-records.js';
import { captureRestorePoint } from '../../src/usecases/capture-restore-point.js';
import { executePlan } from '../../src/usecases/execute-plan.js';
import { planRestore } from '../../src/usecases/plan-restore.js';
import {
  type CatalogFixture,
  completeCapture,
  estateImages,
  estateMetadata,
  insertExecutor,
  openCatalogFixture,
  operator,
} from '../support/catalog/catalog-fixture.js';

let fixture: CatalogFixture;
let pointId = '';
beforeAll(async () => {
  fixture = await openCatalogFixture();
  const executorId = await insertExecutor(fixture.sql);
  await fixture.sql.query('UPDATE executors SET observed_at = clock_timestamp() WHERE id = $1', [executorId]);
  const input = { metadata: estateMetadata(0, 0), disks: estateImages(0) };
  pointId = (await captureRestorePoint(fixture.ports, operator, input)).restorePoint?.id ?? '';
  await completeCapture(fixture.sql, pointId);
});
afterAll(() => fixture.close());

/** The ports of the service itself, whose survey tells the database's time. */
const ports = () => ({ ...fixture.ports, executors: fixture.catalog.executors });

async function plan(folder: string): Promise<PlanRecord> {
  const target = { localFiles: { location: 'restores', folder } };
  const made = await planRestore(ports(), operator, { restorePoint: { restorePointId: pointId }, target });
  if (made.plan === null) throw new Error(JSON.stringify(made.userErrors));
  return made.plan;
}

async function execute({ id, digest }: PlanRecord): Promise<string[]> {
  const input = { planId: id, expectedDigest: digest, idempotencyKey: id };
  return (await executePlan(ports(), operator, input)).userErrors.map(({ code }) => code);
}

test.each(['1999-01-01T00:00:00.000Z', '2099-01-01T00:00:00.000Z'])('a machine that lives in %s', async (moment) => {
  fixture.time.now = moment;
  const made = await plan(moment.slice(0, 4));
  const { observedAt } = (await fixture.catalog.executors.surveyExecutors()).executors[0] ?? { observedAt: '' };
  expect(made.createdAt >= observedAt).toBe(true);
  expect(made.verdict).toBe('RESTORABLE');
  expect(await execute(made)).toEqual([]);
});

test('a plan expires by the clock of the database', async () => {
  fixture.time.now = '1999-01-01T00:00:00.000Z';
  const made = await plan('expired');
  await fixture.sql.query(
    `UPDATE restore_plans SET created_at = now() - interval '2 h', expires_at = now() - interval '1 h' WHERE id = $1`,
    [made.id],
  );
  expect(await execute(made)).toEqual(['PLAN_EXPIRED']);
});

test('an empty catalog tells the time too', async () => {
  await fixture.sql.query('UPDATE operations SET executor_id = NULL; DELETE FROM executors');
  const { now, executors } = await fixture.catalog.executors.surveyExecutors();
  expect([executors, Math.abs(Date.parse(now) - Date.now()) < 60_000]).toEqual([[], true]);
});
