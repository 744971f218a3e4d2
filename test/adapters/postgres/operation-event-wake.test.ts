/**
 * Goal: whoever watches an operation is woken by its events, also by those that happened while the connection was lost.
 * Method: real notifications of append_operation_event, and the listening session ended by the server.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openOperationEventWake } from '../../../src/adapters/postgres/operation-event-wake.js';
import { captureRestorePoint } from '../../../src/usecases/capture-restore-point.js';
import {
  type CatalogFixture,
  estateImages,
  estateMetadata,
  insertExecutor,
  openCatalogFixture,
  operator,
} from '../../support/catalog/catalog-fixture.js';
import { silentLog } from '../../support/postgres.js';

let fixture: CatalogFixture;
beforeAll(async () => {
  fixture = await openCatalogFixture();
});
afterAll(() => fixture.close());

test('events wake their own watchers only, and everybody after the connection was lost', async () => {
  await insertExecutor(fixture.sql);
  const start = async () => {
    const input = { metadata: estateMetadata(0, 0), disks: estateImages(0) };
    return (await captureRestorePoint(fixture.ports, operator, input)).operation?.id ?? '';
  };
  const [own, other] = [await start(), await start()];
  const wake = openOperationEventWake({ url: fixture.url, log: silentLog(), retryMs: 20 });
  const woken = { own: 0, other: 0 };
  wake.watch(own, () => (woken.own += 1));
  const stop = wake.watch(other, () => (woken.other += 1));
  const append = (id: string) => fixture.sql.query(`SELECT append_operation_event($1, 'NOTE', '{}')`, [id]);
  const until = async (condition: () => boolean) => {
    while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  await until(() => woken.own === 1);
  await append(own);
  await until(() => woken.own === 2);
  expect(woken.other).toBe(1);
  await fixture.sql.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name = 'reinstate-api-events' AND datname = current_database()`,
  );
  await until(() => woken.own === 3 && woken.other === 2);
  stop();
  await append(other);
  await append(own);
  await until(() => woken.own === 4);
  expect(woken.other).toBe(2);
  await wake.close();
});
