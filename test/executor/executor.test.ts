/**
 * Goal: operations of every kind end as they should, and say why when they do not.
 * Method: a whole executor on a real database, real folders, the real copy engine and the real workflow engine;
 * restores can be held before their first byte, so that what happens meanwhile is not left to chance.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createExecutorDatabase } from '../../src/adapters/postgres/executor-database.js';
import { createExecutorRegistry } from '../../src/adapters/postgres/executor-registry.js';
import type { ExecutorHeartbeat } from '../../src/ports/executor-registry.js';
import { type ComposedExecutor, composeExecutor, nativeEngine } from '../support/executor/compose-executor.js';
import { Harness, type SeededPoint, sha256 } from '../support/executor/executor-harness.js';
import { GatedEngine } from '../support/executor/gated-engine.js';
import { silentLog } from '../support/postgres.js';

// A busy machine may take its time; nothing here is judged by it.
jest.setTimeout(30_000);

let harness: Harness;
let executor: ComposedExecutor;
let engine: GatedEngine;
let point: SeededPoint;

beforeAll(async () => {
  harness = await Harness.create();
  engine = new GatedEngine(nativeEngine());
  executor = await composeExecutor({
    place: harness.place,
    databaseUrl: harness.database.url,
    keyFiles: harness.keyFiles(),
    overrides: { engine },
  });
  point = await capturedPoint([3 << 20, 1 << 20], 1);
}, 60_000);

beforeEach(() => {
  engine.open();
  engine.waitingMax = 0;
});

afterAll(async () => {
  engine?.open();
  await executor?.stop();
  await harness?.close();
});

async function capturedPoint(diskBytes: readonly number[], seed: number): Promise<SeededPoint> {
  const seeded = await harness.seedPoint({ diskBytes, seed });
  const end = await harness.waitForEnd(await harness.addCapture(seeded));
  expect([end.state, end.user_errors]).toEqual(['SUCCEEDED', []]);
  return seeded;
}

async function failedCodes(operationId: string): Promise<[string, string[]]> {
  const end = await harness.waitForEnd(operationId);
  return [end.state, end.user_errors.map(({ code }) => code)];
}

async function untilWaiting(count: number): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (engine.waiting < count) {
    if (Date.now() > deadline) throw new Error(`${engine.waiting} restores wait, not ${count}`);
    await sleep(10);
  }
}

async function stateOfPoint({ restorePointId }: SeededPoint) {
  const [row] = await harness.query(
    `SELECT p.state, i.state AS disk_data, array_agg(d.state ORDER BY d.device_key) AS disks
     FROM restore_points p JOIN restore_point_disks d ON d.restore_point_id = p.id
     LEFT JOIN captured_items i ON i.restore_point_id = p.id AND i.item = 'DISK_DATA'
     WHERE p.id = $1 GROUP BY p.id, i.state`,
    [restorePointId],
  );
  return row;
}

describe('capture', () => {
  test('makes the restore point AVAILABLE, its disks CAPTURED with their index', async () => {
    expect(await stateOfPoint(point)).toEqual({
      state: 'AVAILABLE',
      disk_data: 'CAPTURED',
      disks: ['CAPTURED', 'CAPTURED'],
    });
  });

  test.each([
    ['SOURCE_NOT_FOUND', (path: string) => rmSync(path)],
    ['SOURCE_SIZE_MISMATCH', (path: string) => truncateSync(path, 512 * 100)],
    ['SOURCE_NOT_SECTOR_ALIGNED', (path: string) => truncateSync(path, 1000)],
  ])('fails with %s, names VM and disk, and leaves the point FAILED', async (code, spoil) => {
    const other = await harness.seedPoint({ diskBytes: [1 << 20, 1 << 20], seed: 2 });
    spoil(join(harness.place.images, other.disks[1]?.file as string));
    const end = await harness.waitForEnd(await harness.addCapture(other));
    expect([end.state, end.user_errors.map((error) => error.code)]).toEqual(['FAILED', [code]]);
    expect(end.user_errors[0]?.message).toMatch(/^Disk 2001 \(Hard disk 2\) of VM vm-[0-9a-f]{8}: /);
    expect(end.user_errors[0]?.message).not.toContain(harness.place.folder);
    expect(await stateOfPoint(other)).toEqual({
      state: 'FAILED',
      disk_data: 'NOT_CAPTURED',
      disks: ['CAPTURED', 'NOT_CAPTURED'],
    });
  });
});

describe('restore', () => {
  test('brings back every disk with its SHA-256, and gives up its claims', async () => {
    const operationId = await harness.addRestore(point, 'first/run');
    const end = await harness.waitForEnd(operationId);
    expect([end.state, end.user_errors, end.percent]).toEqual(['SUCCEEDED', [], 100]);
    for (const disk of point.disks) {
      expect(sha256(harness.restoredFile('first/run', `disk-${disk.deviceKey}.raw`))).toBe(disk.sha256);
    }
    expect(await harness.query('SELECT * FROM target_claims WHERE operation_id = $1', [operationId])).toEqual([]);
  });

  test('events have no gaps, percent never goes back, the end is the last', async () => {
    const operationId = await harness.addRestore(point, 'events');
    await harness.waitForEnd(operationId);
    const events = await harness.query<{ sequence: string; kind: string; payload: Record<string, unknown> }>(
      'SELECT sequence, kind, payload FROM operation_events WHERE operation_id = $1 ORDER BY sequence',
      [operationId],
    );
    expect(events.map((event) => Number(event.sequence))).toEqual(events.map((_, index) => index + 1));
    const percents = events.flatMap(({ payload }) => ('percent' in payload ? [Number(payload['percent'])] : []));
    expect(percents).toEqual(percents.toSorted((left, right) => left - right));
    expect(events.at(-1)).toMatchObject({ kind: 'STATE', payload: { state: 'SUCCEEDED', percent: 100 } });
    expect(events.flatMap(({ payload }) => (typeof payload['phase'] === 'string' ? [payload['phase']] : []))).toEqual([
      'starting',
      'checking facts',
      'claiming target',
      'restoring disks',
      'releasing target',
      'succeeded',
    ]);
  });

  test('a file that stands there is refused with TARGET_EXISTS and left as it is', async () => {
    mkdirSync(join(harness.place.restores, 'taken'));
    const theirs = join(harness.place.restores, 'taken', 'disk-2001.raw');
    writeFileSync(theirs, 'theirs');
    expect(await failedCodes(await harness.addRestore(point, 'taken'))).toEqual(['FAILED', ['TARGET_EXISTS']]);
    expect(readdirSync(join(harness.place.restores, 'taken'))).toEqual(['disk-2001.raw']);
    expect(harness.restoredFile('taken', 'disk-2001.raw').toString()).toBe('theirs');
  });

  test('a file that appears while the disk waits is left as it is', async () => {
    engine.shut();
    const operationId = await harness.addRestore(point, 'raced');
    await untilWaiting(2);
    writeFileSync(join(harness.place.restores, 'raced', 'disk-2001.raw'), 'theirs');
    engine.open();
    expect(await failedCodes(operationId)).toEqual(['FAILED', ['TARGET_EXISTS']]);
    expect(readdirSync(join(harness.place.restores, 'raced'))).toEqual(['disk-2001.raw']);
  });

  test('a symbolic link in the target folder is refused with PATH_OUTSIDE_LOCATION', async () => {
    mkdirSync(join(harness.place.folder, 'elsewhere'));
    symlinkSync(join(harness.place.folder, 'elsewhere'), join(harness.place.restores, 'link'));
    expect(await failedCodes(await harness.addRestore(point, 'link/in'))).toEqual([
      'FAILED',
      ['PATH_OUTSIDE_LOCATION'],
    ]);
    expect(readdirSync(join(harness.place.folder, 'elsewhere'))).toEqual([]);
  });

  test('of two operations on one target the second fails with TARGET_BUSY and names the first', async () => {
    engine.shut();
    const first = await harness.addRestore(point, 'shared');
    await untilWaiting(2);
    const second = await harness.addRestore(point, 'shared');
    const end = await harness.waitForEnd(second);
    expect([end.state, end.user_errors.map(({ code }) => code)]).toEqual(['FAILED', ['TARGET_BUSY']]);
    expect(end.user_errors[0]?.message).toContain(first);
    engine.open();
    expect((await harness.waitForEnd(first)).state).toBe('SUCCEEDED');
    expect(sha256(harness.restoredFile('shared', 'disk-2000.raw'))).toBe(point.disks[0]?.sha256);
  });

  test('at most two disks are at work at once', async () => {
    const many = await capturedPoint([1 << 20, 1 << 20, 1 << 20, 1 << 20], 3);
    engine.shut();
    const operationId = await harness.addRestore(many, 'many');
    await untilWaiting(2);
    await sleep(300);
    engine.open();
    expect((await harness.waitForEnd(operationId)).state).toBe('SUCCEEDED');
    expect(engine.waitingMax).toBe(2);
  });
});

describe('cancel', () => {
  test('a running restore stops, and nothing that it made is left', async () => {
    engine.shut();
    const operationId = await harness.addRestore(point, 'cancelled/deep');
    await untilWaiting(2);
    expect(harness.isThere('cancelled/deep')).toBe(true);
    await harness.query('UPDATE operations SET cancel_requested_at = now() WHERE id = $1', [operationId]);
    expect(await failedCodes(operationId)).toEqual(['CANCELLED', ['CANCELLED']]);
    expect(harness.isThere('cancelled')).toBe(false);
  });

  test('one that waits in the queue never starts', async () => {
    const planId = await harness.addPlan(point, 'never');
    const operationId = await harness.addOperation({ kind: 'EXECUTE_PLAN', planId, cancelled: true });
    expect(await failedCodes(operationId)).toEqual(['CANCELLED', []]);
    const [row] = await harness.query('SELECT started_at, executor_id FROM operations WHERE id = $1', [operationId]);
    expect(row).toEqual({ started_at: null, executor_id: null });
    expect(harness.isThere('never')).toBe(false);
  });
});

describe('damage', () => {
  test('is named by disk and place, marks every point with this index, and a mended chunk heals them', async () => {
    const before = new Set(harness.chunks());
    const one = await capturedPoint([2 << 20], 40);
    const twin = await capturedPoint([2 << 20], 40);
    const chunk = harness.chunks().find((path) => !before.has(path)) as string;
    renameSync(chunk, `${chunk}.away`);
    const verify = { kind: 'VERIFY_RESTORE_POINT', restorePointId: one.restorePointId };
    const end = await harness.waitForEnd(await harness.addOperation(verify));
    expect([end.state, end.user_errors.map(({ code }) => code)]).toEqual(['FAILED', ['REPOSITORY_DAMAGED']]);
    expect(end.user_errors[0]?.message).toMatch(/Disk 2000 \(Hard disk 1\) of VM vm-.*at byte \d+ missing/);
    expect(end.user_errors[0]?.message).toContain(twin.restorePointId);
    expect(await stateOfPoint(twin)).toEqual({ state: 'DAMAGED', disk_data: 'NOT_CAPTURED', disks: ['DAMAGED'] });
    renameSync(`${chunk}.away`, chunk);
    expect((await harness.waitForEnd(await harness.addOperation(verify))).state).toBe('SUCCEEDED');
    expect(await stateOfPoint(twin)).toEqual({ state: 'AVAILABLE', disk_data: 'CAPTURED', disks: ['CAPTURED'] });
  });
});

test('a restore that meets damage names VM, disk, place and every point that shares it', async () => {
  const before = new Set(harness.chunks());
  const one = await capturedPoint([2 << 20], 41);
  const twin = await capturedPoint([2 << 20], 41);
  const chunk = harness.chunks().find((path) => !before.has(path)) as string;
  renameSync(chunk, `${chunk}.away`);
  const end = await harness.waitForEnd(await harness.addRestore(one, 'damaged'));
  renameSync(`${chunk}.away`, chunk);
  const [error] = end.user_errors;
  expect([end.state, error?.code]).toEqual(['FAILED', 'REPOSITORY_DAMAGED']);
  expect(error?.message).toMatch(/^Disk 2000 \(Hard disk 1\) of VM vm-\w+: The chunk for byte \d+ \(repository main:/);
  for (const { restorePointId } of [one, twin]) expect(error?.message).toContain(restorePointId);
  expect(error?.message).not.toContain(harness.place.folder);
  expect(harness.isThere('damaged')).toBe(false);
});

test('a chunk that only cannot be read is named by VM, disk and place, and breaks no point', async () => {
  const before = new Set(harness.chunks());
  const one = await capturedPoint([2 << 20], 42);
  const chunk = harness.chunks().find((path) => !before.has(path)) as string;
  renameSync(chunk, `${chunk}.away`);
  // A socket cannot be opened as a file (ENXIO), not by root either, and says nothing of what it stands for.
  const server = createServer().listen(join(tmpdir(), `reinstate-${process.pid}.sock`));
  await once(server, 'listening');
  renameSync(join(tmpdir(), `reinstate-${process.pid}.sock`), chunk);
  const ends = [
    await harness.waitForEnd(await harness.addRestore(one, 'unreadable')),
    await harness.waitForEnd(
      await harness.addOperation({ kind: 'VERIFY_RESTORE_POINT', restorePointId: one.restorePointId }),
    ),
  ];
  server.close();
  rmSync(chunk, { force: true });
  renameSync(`${chunk}.away`, chunk);
  for (const { state, user_errors } of ends) {
    const [error] = user_errors;
    expect([state, error?.code]).toEqual(['FAILED', 'IO_ERROR']);
    expect(error?.message).toMatch(/^Disk 2000 \(Hard disk 1\) of VM vm-\w+: The chunk .*byte \d+/);
    expect(error?.message).toContain('Nothing is known of its content');
    expect(error?.message).not.toContain('copy of the repository');
  }
  expect(harness.isThere('unreadable')).toBe(false);
  expect(await stateOfPoint(one)).toEqual({ state: 'AVAILABLE', disk_data: 'CAPTURED', disks: ['CAPTURED'] });
});

describe('what the workflow engine loses', () => {
  test('an operation whose workflow ended in an error is started again', async () => {
    const planId = await harness.addPlan(point, 'lost');
    const operationId = await harness.addOperation({ kind: 'EXECUTE_PLAN', planId, lost: 'ERROR' });
    expect((await harness.waitForEnd(operationId)).state).toBe('SUCCEEDED');
    expect(sha256(harness.restoredFile('lost', 'disk-2000.raw'))).toBe(point.disks[0]?.sha256);
  });

  test('an operation that an executor left which is not heard of any more is let run', async () => {
    const { restorePointId } = point;
    const kind = 'VERIFY_RESTORE_POINT';
    const operationId = await harness.addOperation({ kind, restorePointId, lost: 'PENDING' });
    expect((await harness.waitForEnd(operationId)).state).toBe('SUCCEEDED');
  });
});

test('the heartbeat tells locations with their rights, repositories, and a working engine', async () => {
  const [row] = await harness.query(
    'SELECT name, engine_state, engine_reason, locations, repositories FROM executors WHERE id = $1',
    [executor.executorId],
  );
  expect(row).toEqual({
    name: 'local',
    engine_state: 'AVAILABLE',
    engine_reason: null,
    locations: [
      { name: 'images', readable: true, writable: false, freeBytes: expect.any(Number) },
      { name: 'restores', readable: true, writable: true, freeBytes: expect.any(Number) },
    ],
    repositories: [{ name: 'main', present: true }],
  });
  expect(existsSync(harness.place.repository)).toBe(true);
});

test('a name passes to another executor id only when its holder is silent', async () => {
  const other = { ...composed(), id: '01900000-0000-7000-8000-000000000001' };
  const database = createExecutorDatabase({ url: harness.database.url, log: silentLog() });
  const registry = createExecutorRegistry(database);
  await harness.query(
    `INSERT INTO executors (id, name, version, engine_state, started_at, observed_at, locations, repositories)
     VALUES (gen_random_uuid(), 'second', '0', 'AVAILABLE', now(), now(), '[]', '[]')`,
  );
  await expect(registry.beat(other)).rejects.toMatchObject({ code: '23505' });
  await harness.query(`UPDATE executors SET observed_at = now() - interval '3 minutes' WHERE name = 'second'`);
  await registry.beat(other);
  const rows = await harness.query(`SELECT id FROM executors WHERE name = 'second'`);
  expect(rows).toEqual([{ id: other.id }]);
  await database.close();
});

function composed(): Omit<ExecutorHeartbeat, 'id'> {
  const facts = { version: '0', engineReason: null, startedAt: new Date(), locations: [], repositories: [] };
  return { name: 'second', ...facts };
}
