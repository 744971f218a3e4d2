/**
 * Goal: a restore during which PostgreSQL is stopped and started again ends whole, and nobody has to do anything.
 * Method: a PostgreSQL of this test's own is ended in the midst of a restore and started again; a loop starts the
 * executor again whenever it ends, as the supervisor does, because without its lock it must not go on.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../src/adapters/embedded-postgres/start-embedded-postgres.js';
import { migrateDatabase } from '../../src/adapters/migrations/migrate-database.js';
import { Harness, makePlace, type Place, sha256 } from '../support/executor/executor-harness.js';
import { ExecutorProcess } from '../support/executor/executor-process.js';
import { silentLog } from '../support/postgres.js';

let server: EmbeddedPostgres;
let serverFolder: string;
let place: Place;
let harness: Harness;
let keepRunning = true;
let loop: Promise<void> | undefined;
let current: ExecutorProcess | undefined;
let starts = 0;

/** What the supervisor does with an executor that ended. */
async function superviseExecutor(): Promise<void> {
  while (keepRunning) {
    current = new ExecutorProcess({ place, databaseUrl: server.url, keyFiles: harness.keyFiles() });
    starts += 1;
    await current.ended;
    if (keepRunning) await sleep(200);
  }
}

function openHarness(): Harness {
  return new Harness(place, { url: server.url, name: 'reinstate', drop: () => Promise.resolve() });
}

async function startServer(): Promise<EmbeddedPostgres> {
  return await startEmbeddedPostgres({ dataFolder: serverFolder, log: silentLog() });
}

beforeAll(async () => {
  serverFolder = mkdtempSync(join(tmpdir(), 'reinstate-restart-'));
  mkdirSync(serverFolder, { recursive: true });
  chmodSync(serverFolder, 0o711);
  place = makePlace();
  server = await startServer();
  await migrateDatabase({ url: server.url, migrationsFolder: resolve('prisma/migrations'), log: silentLog() });
  harness = openHarness();
}, 60_000);

afterAll(async () => {
  keepRunning = false;
  await current?.kill();
  await loop;
  await harness?.close();
  await server?.stop(5_000);
  rmSync(serverFolder, { recursive: true, force: true });
}, 30_000);

test('PostgreSQL is stopped during a restore and started again: the restore goes on and is whole', async () => {
  const point = await harness.seedPoint({ diskBytes: [96 << 20, 8 << 20], seed: 9 });
  loop = superviseExecutor();
  const captured = await harness.waitForEnd(await harness.addCapture(point));
  expect([captured.state, captured.user_errors]).toEqual(['SUCCEEDED', []]);
  const operationId = await harness.addRestore(point, 'restarted');
  await harness.waitFor(operationId, ({ phase }) => phase === 'restoring disks');
  await server.stop(3_000);
  await sleep(1_500);
  const before = harness;
  server = await startServer();
  harness = openHarness();
  await before.closeSessions();
  const end = await harness.waitForEnd(operationId, 60_000);
  expect([end.state, end.user_errors]).toEqual(['SUCCEEDED', []]);
  for (const disk of point.disks) {
    expect(sha256(harness.restoredFile('restarted', `disk-${disk.deviceKey}.raw`))).toBe(disk.sha256);
  }
  const [running] = await harness.query<{ count: string }>(
    `SELECT count(*) FROM dbos.workflow_status WHERE status NOT IN ('SUCCESS')`,
  );
  expect(running?.count).toBe('0');
  expect(starts).toBeGreaterThan(1);
}, 120_000);
