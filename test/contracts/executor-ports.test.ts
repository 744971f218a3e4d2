/**
 * Goal: the executor's ports keep their promises: files beneath locations, claims with rising tokens, work queue,
 * operation rows that wait for the database.
 * Method: each adapter against the real thing, file system or PostgreSQL, with the failures that its port names.
 */
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createDbosWorkQueue } from '../../src/adapters/dbos/work-queue.js';
import { createPlaceFiles } from '../../src/adapters/local-files/place-files.js';
import { createExecutorDatabase, type ExecutorDatabase } from '../../src/adapters/postgres/executor-database.js';
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
    await expect(files.write(place('a.txt'), Buffer.from('other'), 'id')).rejects.toEqual(code('TARGET_EXISTS'));
    expect(readFileSync(join(harness.place.restores, 'a.txt'), 'utf8')).toBe('content');
    expect(existsSync(join(harness.place.restores, '.a.txt.reinstate-id'))).toBe(false);
  });

  test('what a killed writer left under the same scratch id is no hindrance', async () => {
    writeFileSync(join(harness.place.restores, '.b.txt.reinstate-id'), 'half');
    await files.write(place('b.txt'), Buffer.from('whole'), 'id');
    expect(readFileSync(join(harness.place.restores, 'b.txt'), 'utf8')).toBe('whole');
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
    expect(await files.removeFolderIfEmpty(place('f/g/h'))).toBe(true);
    expect(await files.removeFolderIfEmpty(place('f/g/h'))).toBe(true);
  });

  test('a location that is not there is told as such', async () => {
    const gone = { rootPath: join(harness.place.folder, 'gone'), relativePath: 'x' };
    await expect(files.write(gone, Buffer.alloc(1), 'id')).rejects.toEqual(code('LOCATION_NOT_AVAILABLE'));
    expect(await files.space(gone.rootPath)).toEqual({ readable: false, writable: false, freeBytes: null });
  });

  const testUnprivileged = process.getuid?.() === 0 ? test.skip : test;
  testUnprivileged('a folder without the right to write is told as TARGET_NOT_WRITABLE', async () => {
    mkdirSync(join(harness.place.restores, 'closed'));
    chmodSync(join(harness.place.restores, 'closed'), 0o500);
    await expect(files.write(place('closed/x'), Buffer.alloc(1), 'id')).rejects.toEqual(code('TARGET_NOT_WRITABLE'));
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
