/**
 * Goal: an executor whose copy engine cannot be loaded still runs, says why, and ends operations with that reason.
 * Method: a whole executor on a real database with the engine that stands in when the addon is missing.
 */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { createUnavailableCopyEngine } from '../../src/adapters/native/unavailable-copy-engine.js';
import { type ComposedExecutor, composeExecutor } from '../support/executor/compose-executor.js';
import { Harness } from '../support/executor/executor-harness.js';

const REASON = 'The native copy engine is off: it was not built.';

// A busy machine may take its time; nothing here is judged by it.
jest.setTimeout(30_000);

let harness: Harness;
let executor: ComposedExecutor;

beforeAll(async () => {
  harness = await Harness.create();
  executor = await composeExecutor({
    place: harness.place,
    databaseUrl: harness.database.url,
    keyFiles: harness.keyFiles(),
    overrides: { engine: createUnavailableCopyEngine(REASON), engineReason: REASON },
  });
}, 60_000);

afterAll(async () => {
  await executor?.stop();
  await harness?.close();
});

test('the heartbeat says why the engine does not work', async () => {
  const rows = await harness.query('SELECT engine_state, engine_reason FROM executors');
  expect(rows).toEqual([{ engine_state: 'UNAVAILABLE', engine_reason: REASON }]);
});

test('a capture fails with ENGINE_UNAVAILABLE and the reason', async () => {
  const point = await harness.seedPoint({ diskBytes: [1 << 20] });
  const end = await harness.waitForEnd(await harness.addCapture(point));
  expect([end.state, end.user_errors.map(({ code }) => code)]).toEqual(['FAILED', ['ENGINE_UNAVAILABLE']]);
  expect(end.user_errors[0]?.message).toContain(REASON);
});

test('a restore fails with ENGINE_UNAVAILABLE before it makes anything', async () => {
  const point = await harness.seedPoint({ diskBytes: [1 << 20] });
  await harness.query(`INSERT INTO repositories (id, name, kind) VALUES (gen_random_uuid(), 'main', 'LOCAL_FOLDER')
    ON CONFLICT DO NOTHING`);
  await harness.query(
    `UPDATE restore_point_disks SET state = 'CAPTURED', index_hash = sha256('x'), data_bytes = 4096,
       repository_id = (SELECT id FROM repositories) WHERE restore_point_id = $1`,
    [point.restorePointId],
  );
  const end = await harness.waitForEnd(await harness.addRestore(point, 'none'));
  expect([end.state, end.user_errors.map(({ code }) => code)]).toEqual(['FAILED', ['ENGINE_UNAVAILABLE']]);
  expect(harness.isThere('none')).toBe(false);
});
