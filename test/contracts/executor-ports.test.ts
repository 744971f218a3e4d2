/**
 * Goal: the executor's ports keep their promises: files beneath locations, claims with rising tokens, work queue,
 * operation rows that wait for the database.
 * Method: each adapter against the real thing, file system or PostgreSQL, with the failures that its port names.
 */
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createDbosWorkQueue } from '../../src/adapters/dbos/work-queue.js';
import { createPlaceFiles } from '../../src/adapters/local-files/place-files.js';
import { markIndexesDamaged } from '../../src/adapters/postgres/damage-marks.js';
import { createExecutorCatalog } from '../../src/adapters/postgres/executor-catalog.js';
import { createExecutorDatabase, type ExecutorDatabase } from '../../src/adapters/postgres/executor-database.js';
import { holdExecutorLock } from '../../src/adapters/postgres/executor-lock.js';
import { createExecutorRegistry } from '../../src/adapters/postgres/executor-registry.js';
import { createExecutorOperationStore } from '../../src/adapters/postgres/operation-store.js';
import { createTargetClaims } from '../../src/adapters/postgres/target-claims.js';
import { Harness, type SeededPoint, sha256 } from '../support/executor/executor-harness.js';
import { silentLog } from '../support/postgres.js';

let harness: Harness;
let database: ExecutorDatabase;
let point: SeededPoint;

beforeAll(async () => {
  harness = await Harness.create();
  database = createExecutorDatabase({ url: harness.database.url, log: silentLog() });
  point = await harness.seedPoint({ diskBytes: [1 << 20] });
}, 60_000);

afterAll(async () => {
  await database?.close();
  await harness?.close();
});

describe('files beneath a location', () => {
  const files = createPlaceFiles();
  const place = (relativePath: string) => ({ rootPath: harness.place.restores, relativePath });
  const code = (code: string) => expect.objectContaining({ name: 'PortError', code });

  test('a file is written whole, readable by its owner alone, and never over another', async () => {
    const content = Buffer.from('content');
    await files.write(place('a.txt'), content, 'id');
    expect(statSync(join(harness.place.restores, 'a.txt')).mode & 0o777).toBe(0o600);
    expect(await files.sha256(place('a.txt'), 100)).toBe(sha256(content));
    await expect(files.write(place('a.txt'), Buffer.from('other'), 'other-id')).rejects.toEqual(code('TARGET_EXISTS'));
    expect(readFileSync(join(harness.place.restores, 'a.txt'), 'utf8')).toBe('content');
    expect(existsSync(join(harness.place.restores, '.a.txt.reinstate-other-id'))).toBe(false);
  });

  test('what a killed writer left under the same scratch id is no hindrance', async () => {
    writeFileSync(join(harness.place.restores, '.b.txt.reinstate-id'), 'half');
    await files.write(place('b.txt'), Buffer.from('whole'), 'id');
    expect(readFileSync(join(harness.place.restores, 'b.txt'), 'utf8')).toBe('whole');
  });

  test('a file is known by its writer until it is let go, and one put in its place is not', async () => {
    const path = join(harness.place.restores, 'c.txt');
    expect(await files.isWrittenBy(place('c.txt'), 'id')).toBe(false);
    await files.write(place('c.txt'), Buffer.from('ours'), 'id');
    await files.write(place('c.txt'), Buffer.from('ours'), 'id');
    expect(await files.isWrittenBy(place('c.txt'), 'id')).toBe(true);
    expect(await files.isWrittenBy(place('c.txt'), 'other-id')).toBe(false);
    rmSync(path);
    writeFileSync(path, 'ours');
    expect(await files.isWrittenBy(place('c.txt'), 'id')).toBe(false);
    await expect(files.write(place('c.txt'), Buffer.from('ours'), 'id')).rejects.toEqual(code('TARGET_EXISTS'));
  });

  test.each(['../x', '/x', 'a/../x', './x', 'a//x', '', 'a/', 'x\0'])('path %j is refused', async (path) => {
    await expect(files.write(place(path), Buffer.alloc(1), 'id')).rejects.toEqual(code('PATH_OUTSIDE_LOCATION'));
    await expect(files.inspect(place(path))).rejects.toEqual(code('PATH_OUTSIDE_LOCATION'));
  });

  test('symbolic links are followed neither in the middle nor at the end', async () => {
    const outside = join(harness.place.folder, 'outside');
    mkdirSync(outside);
    symlinkSync(outside, join(harness.place.restores, 'link'));
    writeFileSync(join(outside, 'secret'), 'secret');
    symlinkSync(join(outside, 'secret'), join(harness.place.restores, 'linked-file'));
    await expect(files.write(place('link/x'), Buffer.alloc(1), 'id')).rejects.toEqual(code('PATH_OUTSIDE_LOCATION'));
    await expect(files.sha256(place('linked-file'), 100)).rejects.toEqual(code('PATH_OUTSIDE_LOCATION'));
    await expect(files.missingFolders(place('link/deep'))).rejects.toEqual(code('PATH_OUTSIDE_LOCATION'));
    await files.removeFile(place('linked-file'));
    expect(readFileSync(join(outside, 'secret'), 'utf8')).toBe('secret');
    expect(existsSync(join(outside, 'x'))).toBe(false);
  });

  test('missing folders are told outermost first, made, and removed only when empty', async () => {
    expect(await files.missingFolders(place('f/g/h'))).toEqual(['f', 'f/g', 'f/g/h']);
    await files.makeFolders(harness.place.restores, ['f', 'f/g', 'f/g/h']);
    await files.makeFolders(harness.place.restores, ['f', 'f/g', 'f/g/h']);
    expect(await files.missingFolders(place('f/g/h'))).toEqual([]);
    await files.write(place('f/g/h/file'), Buffer.alloc(1), 'id');
    expect(await files.removeFolderIfEmpty(place('f/g/h'))).toBe(false);
    await files.removeFile(place('f/g/h/file'));
    await files.removeFile(place('f/g/h/file'));
    await files.removeScratch(place('f/g/h/file'), 'id');
    await files.removeScratch(place('f/g/h/file'), 'id');
    expect(await files.removeFolderIfEmpty(place('f/g/h'))).toBe(true);
    expect(await files.removeFolderIfEmpty(place('f/g/h'))).toBe(true);
  });

  test('a location that is not there is told as such', async () => {
    const gone = { rootPath: join(harness.place.folder, 'gone'), relativePath: 'x' };
    await expect(files.write(gone, Buffer.alloc(1), 'id')).rejects.toEqual(code('LOCATION_NOT_AVAILABLE'));
    expect(await files.space(gone.rootPath)).toEqual({ readable: false, writable: false, freeBytes: null });
  });

  test('a folder without the right to write is told as TARGET_NOT_WRITABLE', async () => {
    mkdirSync(join(harness.place.restores, 'closed'));
    chmodSync(join(harness.place.restores, 'closed'), 0o500);
    // Root may write everywhere but where the kernel itself refuses.
    const asRoot = process.getuid?.() === 0;
    const closed = asRoot ? { rootPath: '/sys/kernel', relativePath: 'x' } : place('closed/x');
    await expect(files.write(closed, Buffer.alloc(1), 'id')).rejects.toEqual(code('TARGET_NOT_WRITABLE'));
  });
});

describe('claims', () => {
  const addOperation = () => {
    return harness.addOperation({ kind: 'VERIFY_RESTORE_POINT', restorePointId: point.restorePointId });
  };

  test('a holder that claims again gets a higher token; another is refused and told the holder', async () => {
    const claims = createTargetClaims(database);
    const [first, second] = [await addOperation(), await addOperation()];
    const one = await claims.claim(first, 'restores', 'claimed');
    const two = await claims.claim(first, 'restores', 'claimed');
    if (!one.held || !two.held) throw new Error('not held');
    expect(two.fencingToken).toBeGreaterThan(one.fencingToken);
    expect(await claims.claim(second, 'restores', 'claimed')).toEqual({ held: false, holderOperationId: first });
  });

  test('what a holder makes is kept when it claims again, and forgotten for the next holder', async () => {
    const claims = createTargetClaims(database);
    const [first, second] = [await addOperation(), await addOperation()];
    await claims.claim(first, 'restores', 'made');
    await claims.setWriting(first, 'restores', 'made', true);
    await claims.setMadeFolders(first, 'restores', 'made', ['made']);
    await claims.claim(first, 'restores', 'made');
    expect(await claims.list(first)).toEqual([
      { location: 'restores', path: 'made', writing: true, madeFolders: ['made'] },
    ]);
    await createExecutorOperationStore(database).finish(first, 'test', { state: 'FAILED', result: null });
    await claims.claim(second, 'restores', 'made');
    expect(await claims.list(first)).toEqual([]);
    expect(await claims.list(second)).toEqual([
      { location: 'restores', path: 'made', writing: false, madeFolders: [] },
    ]);
  });
});

describe('operation rows', () => {
  test('a call waits through a lost connection and succeeds', async () => {
    const operations = createExecutorOperationStore(database);
    const id = await harness.addOperation({ kind: 'VERIFY_RESTORE_POINT', restorePointId: point.restorePointId });
    await operations.read(id);
    let attempts = 0;
    const state = await database.persistently(async (query) => {
      attempts += 1;
      const [own] = await query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      if (attempts === 1) await harness.query('SELECT pg_terminate_backend($1)', [own?.pid]);
      const [row] = await query<{ state: string }>('SELECT state FROM operations WHERE id = $1', [id]);
      return row?.state;
    });
    expect([state, attempts]).toEqual(['QUEUED', 2]);
  });

  test.each([
    [[], null],
    [[{ deviceKey: 2000, bytesTotal: 4096 }], '4096'],
  ])('work on the disks %j has %j bytes in all: without disks nobody knows', async (disks, bytesTotal) => {
    const id = await harness.addOperation({ kind: 'VERIFY_RESTORE_POINT', restorePointId: point.restorePointId });
    await createExecutorOperationStore(database).prepareDisks(id, disks);
    const [row] = await harness.query('SELECT bytes_total::text AS total FROM operations WHERE id = $1', [id]);
    expect(row).toEqual({ total: bytesTotal });
  });

  test('an operation that has ended is left as it ended', async () => {
    const operations = createExecutorOperationStore(database);
    const id = await harness.addOperation({ kind: 'VERIFY_RESTORE_POINT', restorePointId: point.restorePointId });
    await operations.finish(id, 'test', { state: 'FAILED', result: null });
    await operations.finish(id, 'test', { state: 'SUCCEEDED', result: { diskCount: 1 } });
    await operations.addUserErrors(id, []);
    expect(await harness.operation(id)).toMatchObject({ state: 'FAILED', result: null });
    const audit = await harness.query('SELECT detail FROM audit_entries WHERE subject_id = $1', [id]);
    expect(audit).toEqual([{ detail: { state: 'FAILED' } }]);
  });
});

describe('work queue', () => {
  test('handing over twice makes one workflow', async () => {
    const queue = await createDbosWorkQueue({ databaseUrl: harness.database.url, schema: 'dbos', log: silentLog() });
    const id = await harness.addOperation({ kind: 'VERIFY_RESTORE_POINT', restorePointId: point.restorePointId });
    await queue.enqueue(id, 'VERIFY_RESTORE_POINT');
    await queue.enqueue(id, 'VERIFY_RESTORE_POINT');
    await queue.close();
    const rows = await harness.query(
      'SELECT status, name, queue_name FROM dbos.workflow_status WHERE workflow_uuid = $1',
      [id],
    );
    expect(rows).toMatchObject([{ status: 'ENQUEUED', name: 'verifyRestorePoint', queue_name: 'operations' }]);
  });

  test('a database that does not answer is told as retryable within the time limit', async () => {
    const away = 'postgresql://nobody:x@127.0.0.1:1/none';
    const queue = await createDbosWorkQueue({ databaseUrl: away, schema: 'dbos', log: silentLog(), timeoutMs: 200 });
    await expect(queue.enqueue('id', 'EXECUTE_PLAN')).rejects.toMatchObject({ kind: 'retryable', code: 'QUEUE_AWAY' });
    await queue.close();
  });
});

describe('the registry', () => {
  test('an executor that is not heard of and still holds its lock has not ended', async () => {
    const registry = createExecutorRegistry(database);
    const executorId = '01900000-0000-7000-8000-00000000000a';
    const { url } = harness.database;
    await harness.query(
      `INSERT INTO executors (id, name, version, engine_state, started_at, observed_at, locations, repositories)
       VALUES ($1, 'frozen', '0', 'AVAILABLE', now(), now() - interval '1 hour', '[]', '[]')`,
      [executorId],
    );
    const lock = await holdExecutorLock({ url, executorId, onLost: () => undefined });
    const facts = { version: '0', engineReason: null, startedAt: new Date(), locations: [], repositories: [] };
    const heir = { ...facts, id: '01900000-0000-7000-8000-00000000000b', name: 'frozen' };
    expect(await registry.isSilent(executorId)).toBe(false);
    await expect(registry.beat(heir)).rejects.toMatchObject({ code: '23505' });
    await lock.release();
    expect(await registry.isSilent(executorId)).toBe(true);
    await registry.beat(heir);
    await harness.query(`UPDATE executors SET observed_at = now() WHERE id = $1`, [executorId]);
    expect(await registry.isSilent(executorId)).toBe(false);
  });
});

describe('the captured item DISK_DATA', () => {
  async function item(restorePointId: string) {
    const [row] = await harness.query(
      `SELECT state, observed_at IS NOT NULL AS observed, reason FROM captured_items
       WHERE restore_point_id = $1 AND item = 'DISK_DATA'`,
      [restorePointId],
    );
    return row;
  }

  test('of a capture that failed was never observed; of a point without disks it stays as it came in', async () => {
    const catalog = createExecutorCatalog(database);
    const failed = await harness.seedPoint({ diskBytes: [4096] });
    await catalog.failCapture(failed.restorePointId, 'why');
    expect(await item(failed.restorePointId)).toEqual({ state: 'NOT_CAPTURED', observed: false, reason: 'why' });
    const diskless = await harness.seedPoint({ diskBytes: [] });
    await harness.query(
      `INSERT INTO captured_items (restore_point_id, item, state, reason)
       VALUES ($1, 'DISK_DATA', 'NOT_PRESENT', 'no disk')`,
      [diskless.restorePointId],
    );
    await catalog.completeCapture(diskless.restorePointId);
    const kept = { state: 'NOT_PRESENT', observed: false, reason: 'no disk' };
    expect(await item(diskless.restorePointId)).toEqual(kept);
    await catalog.failCapture(diskless.restorePointId, 'why');
    expect(await item(diskless.restorePointId)).toEqual(kept);
  });

  test('of an increment is not kept when its parent is found damaged until then, however close', async () => {
    const catalog = createExecutorCatalog(database);
    const [parent, later] = [
      await harness.seedPoint({ diskBytes: [4096] }),
      await harness.seedPoint({ diskBytes: [4096] }),
    ];
    const whole = { repository: 'main', dataBytes: 4096, readBytes: 4096, parentRestorePointId: null };
    const increment = { ...whole, indexHash: 'c'.repeat(64), parentRestorePointId: parent.restorePointId };
    await harness.query(
      `INSERT INTO repositories (id, name, kind) VALUES (gen_random_uuid(), 'main', 'LOCAL_FOLDER')
       ON CONFLICT DO NOTHING`,
    );
    const parentIndex = { ...whole, indexHash: 'b'.repeat(64) };
    expect(await catalog.recordCapturedDisk(parent.restorePointId, 2000, parentIndex)).toBe(true);
    await catalog.completeCapture(parent.restorePointId);
    const cause = { actor: 'test', operationId: later.restorePointId };
    let recorded: Promise<boolean> | undefined;
    await database.once(async (query) => {
      await markIndexesDamaged(query, 'main', [parentIndex.indexHash], cause);
      recorded = catalog.recordCapturedDisk(later.restorePointId, 2000, increment);
      // It waits for this transaction, which is not committed yet.
      while ((await query(`SELECT 1 FROM pg_locks WHERE NOT granted`)).length === 0) await sleep(10);
    });
    expect(await recorded).toBe(false);
    const [row] = await harness.query('SELECT index_hash FROM restore_point_disks WHERE restore_point_id = $1', [
      later.restorePointId,
    ]);
    expect(row).toEqual({ index_hash: null });
    await catalog.markIndexVerified('main', parentIndex.indexHash, await catalog.readClock(), cause);
    expect(await catalog.recordCapturedDisk(later.restorePointId, 2000, increment)).toBe(true);
  });

  test('follows damage and mending of an index', async () => {
    const catalog = createExecutorCatalog(database);
    const damaged = await harness.seedPoint({ diskBytes: [4096, 4096] });
    const id = damaged.restorePointId;
    const captured = { repository: 'main', dataBytes: 4096, readBytes: 4096, parentRestorePointId: null };
    await harness.query(
      `INSERT INTO repositories (id, name, kind) VALUES (gen_random_uuid(), 'main', 'LOCAL_FOLDER')
       ON CONFLICT DO NOTHING`,
    );
    for (const deviceKey of [2000, 2001]) {
      await catalog.recordCapturedDisk(id, deviceKey, { ...captured, indexHash: `${deviceKey}`.padEnd(64, 'a') });
    }
    await catalog.completeCapture(id);
    const whole = {
      state: 'CAPTURED',
      observed: true,
      reason: 'All disks of the restore point are in the repository.',
    };
    expect(await item(id)).toEqual(whole);
    const cause = { actor: 'test', operationId: id };
    const before = await catalog.readClock();
    const marked = await catalog.markIndexesDamaged('main', ['2001'.padEnd(64, 'a')], cause);
    expect(marked.map(({ restorePointId, deviceKey }) => [restorePointId, deviceKey])).toEqual([[id, 2001]]);
    const reason = 'Chunks of its disks were found damaged or missing in the repository.';
    expect(await item(id)).toEqual({ state: 'NOT_CAPTURED', observed: false, reason });
    await catalog.markIndexVerified('main', '2001'.padEnd(64, 'a'), before, cause);
    expect(await item(id)).toEqual({ state: 'NOT_CAPTURED', observed: false, reason });
    await catalog.markIndexVerified('main', '2001'.padEnd(64, 'a'), await catalog.readClock(), cause);
    expect(await item(id)).toEqual(whole);
  });
});
