/**
 * Goal: a scrub names every restore point that damage breaks and reaches every chunk; a collection removes what no
 * point needs and nothing that the catalog may only have forgotten; points come back when proven whole.
 * Method: a whole executor on a real database, the real copy engine and a real repository, whose files are damaged,
 * removed and aged by hand.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createExecutorDatabase } from '../../src/adapters/postgres/executor-database.js';
import { createRepositoryUpkeep } from '../../src/adapters/postgres/repository-upkeep.js';
import { createScrubSchedule } from '../../src/executor/scrub-schedule.js';
import { type ComposedExecutor, composeExecutor } from '../support/executor/compose-executor.js';
import { Harness, noise, type SeededPoint } from '../support/executor/executor-harness.js';
import { silentLog } from '../support/postgres.js';

jest.setTimeout(60_000);

const MEBIBYTE = 1 << 20;
const HOUR_MS = 3_600_000;
let harness: Harness;
let executor: ComposedExecutor;

beforeAll(async () => {
  harness = await Harness.create();
  const keyFiles = harness.keyFiles();
  executor = await composeExecutor({ place: harness.place, databaseUrl: harness.database.url, keyFiles });
});

/** The workflow engine runs once in a process, so each test gets the same executor with nothing in it. */
beforeEach(async () => {
  rmSync(harness.place.repository, { recursive: true, force: true });
  rmSync(`${harness.place.repository}-away`, { recursive: true, force: true });
  mkdirSync(harness.place.repository);
  await harness.query('TRUNCATE operations, restore_points, retired_indexes CASCADE');
  await harness.query(
    'UPDATE repositories SET scrub_folder = 0, scrub_round_ended_at = NULL, identity = NULL, created_at = now()',
  );
});

afterAll(async () => {
  await executor?.stop();
  await harness?.close();
});

/** Chunks of one MiB each, told apart by their seeds. */
async function capture(seeds: readonly number[]): Promise<SeededPoint> {
  const point = await harness.seedPoint({ diskBytes: [seeds.length * MEBIBYTE] });
  const image = Buffer.concat(seeds.map((seed) => noise(MEBIBYTE, seed)));
  writeFileSync(join(harness.place.images, point.disks[0]?.file as string), image);
  const end = await harness.waitForEnd(await harness.addCapture(point));
  expect([end.state, end.user_errors]).toEqual(['SUCCEEDED', []]);
  return point;
}

async function upkeep(kind: 'SCRUB_REPOSITORY' | 'COLLECT_GARBAGE', input: object) {
  const id = await harness.addOperation({ kind, repository: 'main', input: { repository: 'main', ...input } });
  return { id, ...(await harness.waitForEnd(id)) };
}

const scrub = (folderCount = 65_536) => upkeep('SCRUB_REPOSITORY', { folderCount, inBackground: false });

const collect = (input: { dryRun?: boolean; confirmed?: boolean } = {}) =>
  upkeep('COLLECT_GARBAGE', { dryRun: false, confirmed: false, minimumAgeMs: HOUR_MS, ...input });

async function verify({ restorePointId }: SeededPoint) {
  return await harness.waitForEnd(await harness.addOperation({ kind: 'VERIFY_RESTORE_POINT', restorePointId }));
}

/** State of the point and of its disk. */
async function stateOf({ restorePointId }: SeededPoint): Promise<string> {
  const [row] = await harness.query<{ state: string; disk: string }>(
    `SELECT p.state, d.state AS disk FROM restore_points p JOIN restore_point_disks d ON d.restore_point_id = p.id
     WHERE p.id = $1`,
    [restorePointId],
  );
  return `${row?.state} ${row?.disk}`;
}

/** As the API deletes a point. */
async function giveUp({ restorePointId }: SeededPoint): Promise<void> {
  await harness.query(
    `INSERT INTO retired_indexes SELECT repository_id, index_hash FROM restore_point_disks WHERE restore_point_id = $1
     ON CONFLICT DO NOTHING`,
    [restorePointId],
  );
  await forget({ restorePointId });
}

/** As a database does that was restored from an older copy. */
async function forget({ restorePointId }: Pick<SeededPoint, 'restorePointId'>): Promise<void> {
  await harness.query(
    `UPDATE restore_point_disks SET state = 'NOT_CAPTURED', repository_id = NULL, index_hash = NULL
     WHERE restore_point_id = $1`,
    [restorePointId],
  );
  await harness.query(
    `UPDATE restore_points SET state = 'DELETED', deleted_at = now(), deleted_by = 'test' WHERE id = $1`,
    [restorePointId],
  );
}

async function auditOf({ restorePointId }: SeededPoint): Promise<string[]> {
  const rows = await harness.query<{ action: string }>(
    `SELECT action FROM audit_entries WHERE subject_type = 'RestorePoint' AND subject_id = $1 ORDER BY sequence`,
    [restorePointId],
  );
  return rows.map(({ action }) => action);
}

async function notesOf(operationId: string): Promise<string[]> {
  const rows = await harness.query<{ message: string }>(
    `SELECT payload ->> 'message' AS message FROM operation_events WHERE operation_id = $1 AND kind = 'NOTE'
     ORDER BY sequence`,
    [operationId],
  );
  return rows.map(({ message }) => message);
}

function age(): void {
  const yesterday = Date.now() / 1000 - 86_400;
  for (const path of tree().keys()) {
    if (/(?:chunks|pages)\/.*\/[0-9a-f]{64}$/.test(path))
      utimesSync(join(harness.place.repository, path), yesterday, yesterday);
  }
}

/** Every path of the repository with size and times of content, and the content's first bytes. */
function tree(): Map<string, string> {
  const found = new Map<string, string>();
  const { repository } = harness.place;
  for (const path of readdirSync(repository, { recursive: true, encoding: 'utf8' }).sort()) {
    const status = statSync(join(repository, path));
    if (!status.isDirectory()) found.set(path, `${status.size} ${status.mtimeMs} ${status.nlink}`);
  }
  return found;
}

function objects(): string[] {
  return [...tree().keys()].filter((path) => /^(?:chunks|pages)\//.test(path));
}

function flip(path: string): void {
  const content = readFileSync(path);
  content[Math.floor(content.length / 2)] = (content[Math.floor(content.length / 2)] ?? 0) ^ 1;
  writeFileSync(path, content);
}

const idOf = (path: string): string => path.slice(-64);

describe('scrub', () => {
  test('names every point that a damaged chunk breaks; a capture and a verification mend it', async () => {
    const first = await capture([1]);
    const [shared = ''] = harness.chunks();
    const second = await capture([2, 1]);
    const healthy = await capture([3]);
    flip(shared);
    const end = await scrub();
    expect([end.state, end.user_errors.map(({ code }) => code)]).toEqual(['FAILED', ['REPOSITORY_DAMAGED']]);
    expect(end.user_errors[0]?.message).toContain(first.restorePointId);
    expect(end.user_errors[0]?.message).toContain(second.restorePointId);
    expect(end.user_errors[0]?.message).not.toContain(healthy.restorePointId);
    expect(end.result).toMatchObject({
      chunkCount: 3,
      pageCount: 3,
      damagedObjectCount: 1,
      brokenRestorePointCount: 2,
    });
    expect(await notesOf(end.id)).toEqual([
      expect.stringContaining(`chunk ${idOf(shared)} damaged (1048576 bytes at byte 0)`),
      expect.stringContaining(`chunk ${idOf(shared)} damaged (1048576 bytes at byte 1048576)`),
    ]);
    expect(await Promise.all([first, second, healthy].map(stateOf))).toEqual([
      'DAMAGED DAMAGED',
      'DAMAGED DAMAGED',
      'AVAILABLE CAPTURED',
    ]);
    expect(await auditOf(first)).toEqual(['restorePoint.damaged']);
    const quarantine = join(harness.place.repository, 'quarantine');
    expect(readdirSync(quarantine)).toEqual([`chunk-${idOf(shared)}.scrub-${statSync(shared).ino}`]);
    expect(existsSync(shared)).toBe(true);

    expect((await scrub()).state).toBe('FAILED');
    expect(readdirSync(quarantine)).toHaveLength(1);

    await capture([9, 1]);
    expect(await stateOf(first)).toBe('DAMAGED DAMAGED');
    expect((await scrub()).state).toBe('SUCCEEDED');
    expect(await stateOf(first)).toBe('DAMAGED DAMAGED');
    expect((await verify(first)).state).toBe('SUCCEEDED');
    expect([await stateOf(first), await stateOf(second)]).toEqual(['AVAILABLE CAPTURED', 'DAMAGED DAMAGED']);
    expect(await auditOf(first)).toEqual(['restorePoint.damaged', 'restorePoint.mended']);
    expect(await auditOf(healthy)).toEqual([]);
  });

  test('finds a missing chunk and an unusable page, although no file of them is read', async () => {
    const gone = await capture([1]);
    const [page = ''] = objects().filter((path) => path.startsWith('pages/'));
    const paged = await capture([2]);
    const healthy = await capture([3]);
    const [chunk = ''] = harness.chunks().filter((path) => noiseChunk(path, 2));
    rmSync(chunk);
    rmSync(join(harness.place.repository, page));
    const end = await scrub();
    expect([end.state, end.result?.['missingObjectCount']]).toEqual(['FAILED', 2]);
    expect(await Promise.all([gone, paged, healthy].map(stateOf))).toEqual([
      'DAMAGED DAMAGED',
      'DAMAGED DAMAGED',
      'AVAILABLE CAPTURED',
    ]);
    expect(await notesOf(end.id)).toEqual([
      expect.stringContaining('missing (the whole disk)'),
      expect.stringContaining(`chunk ${idOf(chunk)} missing`),
    ]);
  });

  test('in shares reaches everything, each time from where the last one ended', async () => {
    await capture([1, 2, 3, 4, 5, 6, 7]);
    const total = objects().length;
    const counts: number[] = [];
    while (counts.length < 3) {
      const { result } = await scrub(30_000);
      counts.push((result?.['chunkCount'] ?? 0) + (result?.['pageCount'] ?? 0));
    }
    const [row] = await harness.query<{ scrub_folder: number; rounds: boolean }>(
      'SELECT scrub_folder, scrub_round_ended_at IS NOT NULL AS rounds FROM repositories',
    );
    expect(row).toEqual({ scrub_folder: 90_000 - 65_536, rounds: true });
    const wrapped = await harness.query('SELECT first_folder, folders_done FROM scrub_runs ORDER BY operation_id');
    expect(wrapped).toEqual([0, 30_000, 60_000].map((first) => ({ first_folder: first, folders_done: 30_000 })));
    const within = objects().filter((path) => Number.parseInt(idOf(path).slice(0, 4), 16) < 90_000 - 65_536).length;
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total + within);
  });

  test('says that damage which no point needs is damage, and marks nothing', async () => {
    const kept = await capture([1]);
    const left = await capture([2]);
    await giveUp(left);
    flip(harness.chunks().find((path) => noiseChunk(path, 2)) ?? '');
    const end = await scrub();
    expect([end.state, end.user_errors[0]?.message]).toEqual(['FAILED', expect.stringContaining('No restore point')]);
    expect(await stateOf(kept)).toBe('AVAILABLE CAPTURED');
  });

  test('ends with REPOSITORY_NOT_AVAILABLE when the folder is gone, and marks nothing', async () => {
    const point = await capture([1]);
    renameSync(harness.place.repository, `${harness.place.repository}-away`);
    const end = await scrub();
    expect([end.state, end.user_errors.map(({ code }) => code)]).toEqual(['FAILED', ['REPOSITORY_NOT_AVAILABLE']]);
    expect(await stateOf(point)).toBe('AVAILABLE CAPTURED');
  });

  test('is asked for by the clock once in the interval, by whichever executor', async () => {
    const database = createExecutorDatabase({ url: harness.database.url, log: silentLog() });
    const context = {
      executorName: 'local',
      engineReason: null,
      repositories: { main: harness.place.repository },
      repositoryPresence: { isPresent: async () => true },
      upkeep: createRepositoryUpkeep(database),
      log: silentLog(),
    };
    const schedule = createScrubSchedule(context, { intervalHours: 24, sharePercent: 5 });
    const asked = () => harness.query(`SELECT input FROM operations WHERE kind = 'SCRUB_REPOSITORY'`);
    await schedule.look();
    expect(await asked()).toEqual([]);
    await harness.query(`UPDATE repositories SET created_at = now() - interval '25 hours'`);
    await Promise.all([schedule.look(), schedule.look()]);
    expect(await asked()).toEqual([{ input: { repository: 'main', folderCount: 3277, inBackground: true } }]);
    await schedule.look();
    expect(await asked()).toHaveLength(1);
    await createScrubSchedule(context, { intervalHours: 0, sharePercent: 5 }).look();
    await database.close();
  });
});

/** Whether a chunk file holds the noise of this seed: noise is stored as it is. */
function noiseChunk(path: string, seed: number): boolean {
  return readFileSync(path).includes(noise(4096, seed).subarray(0, 64));
}

describe('verification', () => {
  test('names the other points that share the damage, and marks them', async () => {
    const one = await capture([1, 2]);
    const other = await capture([2, 3]);
    flip(harness.chunks().find((path) => noiseChunk(path, 2)) ?? '');
    const end = await verify(one);
    expect(end.user_errors[0]?.message).toContain(other.restorePointId);
    expect([await stateOf(one), await stateOf(other)]).toEqual(['DAMAGED DAMAGED', 'DAMAGED DAMAGED']);
  });
});

describe('collection', () => {
  test('a dry run changes nothing and says what would go; a collection removes just that', async () => {
    const kept = await capture([1, 2]);
    const needless = await capture([2, 3]);
    await giveUp(needless);
    age();
    const before = tree();
    const look = await collect({ dryRun: true });
    expect([look.state, look.result]).toMatchObject([
      'SUCCEEDED',
      { chunkCount: 3, removableChunkCount: 1, removablePageCount: 1, unknownIndexCount: 0 },
    ]);
    expect(tree()).toEqual(before);
    const done = await collect();
    expect([done.state, done.result]).toMatchObject(['SUCCEEDED', { removedChunkCount: 1, removedPageCount: 1 }]);
    expect(harness.chunks()).toHaveLength(2);
    expect((await verify(kept)).state).toBe('SUCCEEDED');
  });

  test('keeps disks that the catalog forgot, and says so; with the name confirmed they go', async () => {
    await capture([1, 2, 3]);
    const forgotten = await capture([4]);
    await forget(forgotten);
    age();
    const before = objects();
    const done = await collect();
    expect([done.state, done.result]).toMatchObject(['SUCCEEDED', { removedChunkCount: 0, unknownIndexCount: 1 }]);
    expect(objects()).toEqual(before);
    expect((await notesOf(done.id)).join(' ')).toContain('1 disks that the catalog neither has nor gave up. They stay');
    const confirmed = await collect({ confirmed: true });
    expect(confirmed.result).toMatchObject({ removedChunkCount: 1, removedPageCount: 1 });
  });

  test('refuses to remove more than half without the name', async () => {
    await capture([1]);
    await giveUp(await capture([2, 3]));
    age();
    const before = tree();
    const refused = await collect();
    expect([refused.state, refused.user_errors]).toMatchObject([
      'FAILED',
      [{ code: 'REMOVAL_NOT_CONFIRMED', message: expect.stringContaining('2 of 3 chunks') }],
    ]);
    expect(tree()).toEqual(before);
    expect((await collect({ confirmed: true })).result).toMatchObject({ removedChunkCount: 2 });
  });

  test('refuses when the catalog has no disk there at all, even confirmed', async () => {
    await giveUp(await capture([1]));
    age();
    const end = await collect({ confirmed: true });
    expect([end.state, end.user_errors.map(({ code }) => code)]).toEqual(['FAILED', ['REMOVAL_NOT_CONFIRMED']]);
    expect(harness.chunks()).toHaveLength(1);
  });

  test('keeps what points need in whatever state', async () => {
    const damaged = await capture([1]);
    const failed = await capture([2]);
    await harness.query(`UPDATE restore_points SET state = 'DAMAGED' WHERE id = $1`, [damaged.restorePointId]);
    await harness.query(`UPDATE restore_points SET state = 'FAILED' WHERE id = $1`, [failed.restorePointId]);
    age();
    expect((await collect({ confirmed: true })).result).toMatchObject({ removedChunkCount: 0, removedPageCount: 0 });
  });

  test('removes nothing when a page of a point is damaged, because what it names is unknown', async () => {
    await capture([1]);
    await giveUp(await capture([2]));
    for (const path of objects().filter((name) => name.startsWith('pages/')))
      flip(join(harness.place.repository, path));
    age();
    const end = await collect();
    expect([end.state, end.user_errors.map(({ code }) => code)]).toEqual(['FAILED', ['REPOSITORY_DAMAGED']]);
    expect(harness.chunks()).toHaveLength(2);
  });
});
