/**
 * Goal: what the catalog tells of a repository as a whole is true at one moment, and a scrub's progress survives
 * repetition.
 * Method: the adapter on PostgreSQL, rows by hand; each call that a lost connection may repeat is repeated.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createExecutorDatabase, type ExecutorDatabase } from '../../src/adapters/postgres/executor-database.js';
import { createExecutorRegistry } from '../../src/adapters/postgres/executor-registry.js';
import { createRepositoryUpkeep } from '../../src/adapters/postgres/repository-upkeep.js';
import type { RepositoryUpkeep } from '../../src/ports/repository-upkeep.js';
import { Harness } from '../support/executor/executor-harness.js';
import { silentLog } from '../support/postgres.js';

let harness: Harness;
let database: ExecutorDatabase;
let upkeep: RepositoryUpkeep;

beforeAll(async () => {
  harness = await Harness.create();
  database = createExecutorDatabase({ url: harness.database.url, log: silentLog() });
  upkeep = createRepositoryUpkeep(database);
  await createExecutorRegistry(database).registerRepository('main');
  await createExecutorRegistry(database).registerRepository('other');
});

beforeEach(async () => {
  await harness.query('TRUNCATE operations, restore_points, retired_indexes CASCADE');
  await harness.query('UPDATE repositories SET scrub_folder = 0, scrub_round_ended_at = NULL');
});

afterAll(async () => {
  await database?.close();
  await harness?.close();
});

const hash = (digit: string): string => digit.repeat(64);

async function holdDisk(indexHash: string, repository = 'main', state = 'AVAILABLE'): Promise<string> {
  const { restorePointId } = await harness.seedPoint({ diskBytes: [512] });
  await harness.query(
    `UPDATE restore_point_disks SET state = 'CAPTURED', index_hash = decode($2, 'hex'),
       repository_id = (SELECT id FROM repositories WHERE name = $3) WHERE restore_point_id = $1`,
    [restorePointId, indexHash, repository],
  );
  await harness.query('UPDATE restore_points SET state = $2 WHERE id = $1', [restorePointId, state]);
  return restorePointId;
}

async function retire(indexHash: string): Promise<void> {
  await harness.query(
    `INSERT INTO retired_indexes SELECT id, decode($1, 'hex') FROM repositories WHERE name = 'main'`,
    [indexHash],
  );
}

describe('indexes', () => {
  test('are roots in whatever state, once each, and given up only where no point has them', async () => {
    for (const [digit, state] of [
      ['1', 'AVAILABLE'],
      ['2', 'CAPTURING'],
      ['3', 'FAILED'],
      ['4', 'DAMAGED'],
      ['1', 'AVAILABLE'],
    ] as const) {
      await holdDisk(hash(digit), 'main', state);
    }
    await holdDisk(hash('5'), 'other');
    await retire(hash('1'));
    await retire(hash('6'));
    const expected = { roots: ['1', '2', '3', '4'].map(hash), givenUp: [hash('6')] };
    expect(await upkeep.readIndexes('main')).toEqual(expected);
    expect(await upkeep.readIndexes('unknown')).toEqual({ roots: [], givenUp: [] });
  });

  test('that captures under way build upon are roots, although their point was deleted', async () => {
    const restorePointId = await holdDisk(hash('1'));
    await retire(hash('7'));
    const disks = [{ deviceKey: 2000, incremental: { parentIndexHash: hash('7') } }];
    const kind = 'CAPTURE_RESTORE_POINT';
    const id = await harness.addOperation({ kind, restorePointId, input: { repository: 'main', disks } });
    expect(await upkeep.readIndexes('main')).toEqual({ roots: [hash('1'), hash('7')], givenUp: [] });
    await harness.query(`UPDATE operations SET state = 'FAILED', finished_at = now() WHERE id = $1`, [id]);
    expect(await upkeep.readIndexes('main')).toEqual({ roots: [hash('1')], givenUp: [hash('7')] });
  });
});

describe('a scrub', () => {
  const part = {
    folders: 40_000,
    chunkCount: 3,
    pageCount: 2,
    byteCount: 100,
    bad: [{ id: hash('a'), kind: 'CHUNK' as const, reason: 'DAMAGED' as const }],
  };

  async function begin(): Promise<string> {
    const id = await harness.addOperation({ kind: 'SCRUB_REPOSITORY', repository: 'main' });
    await upkeep.beginScrub(id, 'main', 65_536);
    return id;
  }

  test('counts a part once, however often it is told, and begins again where it was', async () => {
    const id = await begin();
    const added = await upkeep.recordScrubPart(id, 0, part);
    expect(added).toEqual({ firstFolder: 0, folderCount: 65_536, foldersDone: 40_000, ...counts(1) });
    expect(await upkeep.recordScrubPart(id, 0, part)).toEqual(added);
    expect(await upkeep.beginScrub(id, 'main', 65_536)).toEqual(added);
    const events = await harness.query('SELECT payload FROM operation_events WHERE operation_id = $1', [id]);
    expect(events).toEqual([{ payload: { percent: (95 * 40_000) / 65_536, bytesDone: 100 } }]);
  });

  test('moves the place of the next one only when it ends', async () => {
    const place = async () => (await harness.query(`SELECT scrub_folder FROM repositories WHERE name = 'main'`))[0];
    const id = await begin();
    await upkeep.recordScrubPart(id, 0, part);
    expect(await place()).toEqual({ scrub_folder: 0 });
    await upkeep.endScrub(id);
    await upkeep.endScrub(id);
    expect(await place()).toEqual({ scrub_folder: 40_000 });
  });

  function counts(parts: number) {
    return { chunkCount: 3 * parts, pageCount: 2 * parts, byteCount: 100 * parts, bad: part.bad };
  }
});

test('one scrub and one collection of a repository at a time', async () => {
  const add = (kind: string, repository: string) => harness.addOperation({ kind, repository });
  await add('SCRUB_REPOSITORY', 'main');
  await add('COLLECT_GARBAGE', 'main');
  await add('COLLECT_GARBAGE', 'other');
  await expect(add('COLLECT_GARBAGE', 'main')).rejects.toThrow('operations_one_upkeep');
  const scheduled = { repository: 'main', intervalHours: 0, folderCount: 1, actor: 'executor:local' };
  expect(await upkeep.scheduleScrub(scheduled)).toBeNull();
});
