/**
 * Goal: only the folder that the catalog knows is taken for the repository; damage that a restore meets is kept.
 * Method: a whole executor on a real database and real folders, which are moved away, emptied and exchanged; reports of
 * the executor are read from its row.
 */
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createRepositoryFolders } from '../../src/adapters/local-files/repository-folders.js';
import { type ComposedExecutor, composeExecutor } from '../support/executor/compose-executor.js';
import { Harness, type SeededPoint } from '../support/executor/executor-harness.js';

// A busy machine may take its time; nothing here is judged by it.
jest.setTimeout(60_000);

let harness: Harness;
let executor: ComposedExecutor;
let point: SeededPoint;
let repository: string;
let away: string;

beforeAll(async () => {
  harness = await Harness.create();
  repository = harness.place.repository;
  away = `${repository}-away`;
  const keyFiles = harness.keyFiles();
  executor = await composeExecutor({ place: harness.place, databaseUrl: harness.database.url, keyFiles });
  point = await harness.seedPoint({ diskBytes: [1 << 20], seed: 5 });
  const captured = await harness.waitForEnd(await harness.addCapture(point));
  expect(captured.user_errors).toEqual([]);
});

afterEach(() => {
  if (!existsSync(away)) return;
  rmSync(repository, { recursive: true, force: true });
  renameSync(away, repository);
});

afterAll(async () => {
  await executor?.stop();
  await harness?.close();
});

async function untilReported(present: boolean): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    const [row] = await harness.query<{ repositories: unknown }>('SELECT repositories FROM executors');
    if (JSON.stringify(row?.repositories) === JSON.stringify([{ name: 'main', present }])) return;
    await sleep(25);
  }
  throw new Error(`the repository was never reported ${present ? 'present' : 'absent'}`);
}

function identityOf(folder: string): string {
  return JSON.parse(readFileSync(join(folder, 'identity.json'), 'utf8')).repositoryId;
}

function empty(): void {
  mkdirSync(repository);
}

async function another(): Promise<void> {
  mkdirSync(repository);
  await createRepositoryFolders().provide(repository);
}

function copyWithoutIdentity(): void {
  cpSync(away, repository, { recursive: true });
  rmSync(join(repository, 'identity.json'));
}

function laterFormat(): void {
  mkdirSync(repository);
  const format = readFileSync(join(away, 'format.json'), 'utf8').replace('"version":1', '"version":2');
  writeFileSync(join(repository, 'format.json'), format);
  copyFileSync(join(away, 'identity.json'), join(repository, 'identity.json'));
}

describe('the repository of the catalog', () => {
  test('has the identity of its row', async () => {
    await untilReported(true);
    const [row] = await harness.query<{ identity: string }>('SELECT identity FROM repositories');
    expect(identityOf(repository)).toBe(row?.identity);
  });

  test.each<[string, () => unknown, RegExp]>([
    ['nothing at all', () => undefined, /the folder is empty or missing,/],
    ['an empty folder, as an unmounted mount point', empty, /empty or missing/],
    ['another repository', another, /another repository/],
    ['a copy that lost its identity', copyWithoutIdentity, /no identity\.json/],
    ['a later format', laterFormat, /version of another format/],
  ])('is not %s: plans, captures and verifications know it', async (_name, put, reason) => {
    renameSync(repository, away);
    await put();
    await untilReported(false);
    expect(executor.logged.filter((line) => line.startsWith('the repository is not present')).at(-1)).toMatch(reason);
    const second = await harness.seedPoint({ diskBytes: [1 << 20], seed: 6 });
    const restorePointId = point.restorePointId;
    const operations = [
      await harness.addCapture(second),
      await harness.addOperation({ kind: 'VERIFY_RESTORE_POINT', restorePointId }),
      await harness.addRestore(point, `absent-${reason.source.length}`),
    ];
    for (const id of operations) {
      const end = await harness.waitForEnd(id);
      expect([end.state, end.user_errors.map(({ code }) => code)]).toEqual(['FAILED', ['REPOSITORY_NOT_AVAILABLE']]);
    }
    expect(existsSync(join(repository, 'chunks', '00'))).toBe(false);
    const [row] = await harness.query('SELECT state FROM restore_points WHERE id = $1', [restorePointId]);
    expect(row).toEqual({ state: 'AVAILABLE' });
    rmSync(repository, { recursive: true, force: true });
    renameSync(away, repository);
    await untilReported(true);
  });

  test('is a whole copy of it too', async () => {
    renameSync(repository, away);
    cpSync(away, repository, { recursive: true });
    const end = await harness.waitForEnd(await harness.addRestore(point, 'from-copy'));
    expect(end.user_errors).toEqual([]);
  });
});

test('damage that a restore meets marks disk and point, and no path of this machine is told', async () => {
  const [chunk = ''] = harness.chunks();
  const bytes = readFileSync(chunk);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  writeFileSync(chunk, bytes);
  const end = await harness.waitForEnd(await harness.addRestore(point, 'damaged'));
  expect([end.state, end.user_errors.map(({ code }) => code)]).toEqual(['FAILED', ['REPOSITORY_DAMAGED']]);
  // What the restore made is taken away, so nothing is promised of it.
  expect(end.user_errors[0]?.message).not.toMatch(/resume/);
  expect(harness.isThere('damaged')).toBe(false);
  const [row] = await harness.query(
    `SELECT p.state, d.state AS disk, i.state AS disk_data FROM restore_points p
       JOIN restore_point_disks d ON d.restore_point_id = p.id
       JOIN captured_items i ON i.restore_point_id = p.id AND i.item = 'DISK_DATA'
     WHERE p.id = $1`,
    [point.restorePointId],
  );
  expect(row).toEqual({ state: 'DAMAGED', disk: 'DAMAGED', disk_data: 'NOT_CAPTURED' });
  const plan = await harness.readPlan(await harness.addPlan(point, 'again'));
  expect(plan.verdict).toBe('NOT_RESTORABLE');
});

test('a verification that cannot read the index names the repository, not its folder', async () => {
  rmSync(join(repository, 'pages'), { recursive: true });
  mkdirSync(join(repository, 'pages'));
  const restorePointId = point.restorePointId;
  const end = await harness.waitForEnd(await harness.addOperation({ kind: 'VERIFY_RESTORE_POINT', restorePointId }));
  const [message = ''] = end.user_errors.map((error) => error.message);
  expect(message).toContain('repository main:pages/');
  expect(message).not.toContain(harness.place.folder);
});
