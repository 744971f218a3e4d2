/**
 * Goal: restore points are deleted only when nothing stands against it, and then for everybody; scrub and collection
 * are started once for a repository.
 * Method: the server over the real stores and an embedded PostgreSQL; rows by SQL, answers as a caller sees them.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openCatalog } from '../../src/adapters/prisma/catalog.js';
import type { Catalog } from '../../src/adapters/prisma/catalog.js';
import { randomIdMaker } from '../../src/adapters/system/random-id-maker.js';
import { systemClock } from '../../src/adapters/system/system-clock.js';
import type { ApiPorts } from '../../src/graphql/context.js';
import { toGlobalId } from '../../src/graphql/global-id.js';
import { DEFAULT_POLICY } from '../../src/planner/facts.js';
import { prepareFirstToken } from '../../src/usecases/open-first-token.js';
import { Harness, type SeededPoint } from '../support/executor/executor-harness.js';
import { silentLog } from '../support/postgres.js';
import { ask, startTestApi } from './api-client.js';
import type { TestApi } from './api-client.js';

let harness: Harness;
let catalog: Catalog;
let api: TestApi;
let token: string;
let handedOver: string[] = [];

beforeAll(async () => {
  harness = await Harness.create();
  const log = silentLog();
  catalog = openCatalog({ url: harness.database.url, log });
  const first = prepareFirstToken({ tokens: catalog.tokens, ids: randomIdMaker });
  await first.activate();
  token = first.text;
  api = await startTestApi({
    ...catalog,
    ids: randomIdMaker,
    clock: systemClock,
    policy: DEFAULT_POLICY,
    repository: 'main',
    log,
    workQueue: { enqueue: async (id: string, kind: string) => void handedOver.push(`${kind} ${id}`) },
  } as unknown as ApiPorts);
  await harness.query(`INSERT INTO repositories (id, name, kind) VALUES (gen_random_uuid(), 'main', 'LOCAL_FOLDER')`);
}, 60_000);

beforeEach(async () => {
  handedOver = [];
  await harness.query('TRUNCATE operations, restore_points, retired_indexes CASCADE');
});

afterAll(async () => {
  await api?.close(0);
  await catalog?.close();
  await harness?.close();
});

async function heldPoint(indexDigit = 'a'): Promise<SeededPoint> {
  const point = await harness.seedPoint({ diskBytes: [512] });
  await harness.query(
    `UPDATE restore_point_disks SET state = 'CAPTURED', index_hash = decode($2, 'hex'),
       repository_id = (SELECT id FROM repositories WHERE name = 'main') WHERE restore_point_id = $1`,
    [point.restorePointId, indexDigit.repeat(64)],
  );
  await harness.query(`UPDATE restore_points SET state = 'AVAILABLE' WHERE id = $1`, [point.restorePointId]);
  return point;
}

const globalId = (point: SeededPoint): string => toGlobalId('RestorePoint', point.restorePointId);

async function change(field: string, input: object, shape: string) {
  const name = `${field.charAt(0).toUpperCase()}${field.slice(1)}`;
  const text = `mutation ($input: ${name}Input!) { ${field}(input: $input) { ${shape} userErrors { code message } } }`;
  const answer = await ask(api, text, { token, variables: { input } });
  expect(answer.body.errors).toBeUndefined();
  return answer.body.data[field];
}

const deletePoint = (point: SeededPoint, reason: string | null = null) =>
  change('deleteRestorePoint', { restorePointId: globalId(point), reason }, 'restorePoint { state deletedAt }');

async function codesOfDeletion(point: SeededPoint): Promise<string[]> {
  const { restorePoint, userErrors } = await deletePoint(point);
  expect(restorePoint).toBeNull();
  return userErrors.map(({ code }: { code: string }) => code);
}

describe('deleteRestorePoint', () => {
  it('gives up the disks, keeps the row, and writes down who, why and what', async () => {
    const point = await heldPoint();
    const { restorePoint, userErrors } = await deletePoint(point, 'test machine');
    expect([restorePoint.state, restorePoint.deletedAt !== null, userErrors]).toEqual(['DELETED', true, []]);
    expect(await harness.query('SELECT state, index_hash, repository_id FROM restore_point_disks')).toEqual([
      { state: 'NOT_CAPTURED', index_hash: null, repository_id: null },
    ]);
    expect(await harness.query(`SELECT encode(index_hash, 'hex') AS hash FROM retired_indexes`)).toEqual([
      { hash: 'a'.repeat(64) },
    ]);
    const audit = await harness.query(`SELECT detail FROM audit_entries WHERE action = 'restorePoint.delete'`);
    expect(audit).toEqual([
      { detail: expect.objectContaining({ reason: 'test machine', indexHashes: ['a'.repeat(64)] }) },
    ]);
    expect((await deletePoint(point)).userErrors).toEqual([]);
    expect(await harness.query(`SELECT 1 FROM audit_entries WHERE action = 'restorePoint.delete'`)).toHaveLength(1);
  });

  it('takes the point out of lists, and leaves it under its id and its state', async () => {
    const point = await heldPoint();
    await deletePoint(point);
    const text = `{
      all: restorePoints(first: 5) { totalCount nodes { id } }
      deleted: restorePoints(first: 5, filter: {state: DELETED}) { nodes { id viewerCan { delete planRestore } } }
      one: restorePoint(id: "${globalId(point)}") {
        state vm { newestRestorePoint { id } restorePoints(first: 1) { totalCount } }
      }
    }`;
    const { data } = (await ask(api, text, { token })).body;
    expect(data.all).toEqual({ totalCount: 0, nodes: [] });
    expect(data.deleted.nodes).toEqual([{ id: globalId(point), viewerCan: { delete: false, planRestore: false } }]);
    expect(data.one).toEqual({
      state: 'DELETED',
      vm: { newestRestorePoint: null, restorePoints: { totalCount: 0 } },
    });
  });

  it.each([
    ['legal hold', `legal_hold = TRUE`],
    ['retention', `retain_until = now() + interval '1 hour'`],
  ])('is refused under %s', async (_title, setting) => {
    const point = await heldPoint();
    await harness.query(`UPDATE restore_points SET ${setting}`);
    expect(await codesOfDeletion(point)).toEqual(['RETENTION_HOLDS']);
    await harness.query(`UPDATE restore_points SET legal_hold = FALSE, retain_until = now() - interval '1 second'`);
    expect((await deletePoint(point)).userErrors).toEqual([]);
  });

  it('is refused while an operation works on the point, or on a plan of it', async () => {
    const [verified, restored] = [await heldPoint('a'), await heldPoint('b')];
    const { restorePointId } = verified;
    const ids = [
      await harness.addOperation({ kind: 'VERIFY_RESTORE_POINT', restorePointId }),
      await harness.addOperation({ kind: 'EXECUTE_PLAN', planId: await harness.addPlan(restored, 'folder') }),
    ];
    expect(await codesOfDeletion(verified)).toEqual(['RESTORE_POINT_BUSY']);
    expect(await codesOfDeletion(restored)).toEqual(['RESTORE_POINT_BUSY']);
    await harness.query(`UPDATE operations SET state = 'CANCELLED', finished_at = now() WHERE id = ANY ($1)`, [ids]);
    expect((await deletePoint(verified)).userErrors).toEqual([]);
  });

  it('ends every use of the point: no verification, no plan, no retry', async () => {
    const point = await heldPoint();
    const { restorePointId } = point;
    const id = await harness.addOperation({ kind: 'VERIFY_RESTORE_POINT', restorePointId });
    await harness.query(`UPDATE operations SET state = 'FAILED', finished_at = now()`);
    await deletePoint(point);
    const codes = [];
    codes.push((await change('verifyRestorePoint', { restorePointId: globalId(point) }, '')).userErrors);
    const target = { localFiles: { location: 'restores', folder: 'a' } };
    const wanted = { restorePoint: { restorePointId: globalId(point) }, target };
    codes.push((await change('planRestore', wanted, '')).userErrors);
    codes.push((await change('retryOperation', { operationId: toGlobalId('Operation', id) }, '')).userErrors);
    expect(codes.map((errors) => errors[0].code)).toEqual([
      'RESTORE_POINT_NOT_AVAILABLE',
      'RESTORE_POINT_NOT_AVAILABLE',
      'OPERATION_NOT_RETRYABLE',
    ]);
  });

  it('and the start of an operation at the same moment never both succeed', async () => {
    for (let round = 0; round < 8; round += 1) {
      const point = await heldPoint();
      const [deleted, verified] = await Promise.all([
        deletePoint(point),
        change('verifyRestorePoint', { restorePointId: globalId(point) }, 'operation { id }'),
      ]);
      expect((deleted.restorePoint === null) !== (verified.operation === null)).toBe(true);
    }
  });
});

describe('scrubRepository and collectGarbage', () => {
  const SHAPE = 'operation { id kind repository restorePoint { id } }';

  it('start one operation for a repository, with safe values where none are given', async () => {
    const scrub = await change('scrubRepository', {}, SHAPE);
    const collection = await change('collectGarbage', {}, SHAPE);
    expect(scrub.operation).toMatchObject({ kind: 'SCRUB_REPOSITORY', repository: 'main', restorePoint: null });
    expect(collection.operation).toMatchObject({ kind: 'COLLECT_GARBAGE', repository: 'main', restorePoint: null });
    expect(handedOver.map((line) => line.split(' ')[0])).toEqual(['SCRUB_REPOSITORY', 'COLLECT_GARBAGE']);
    expect(await harness.query('SELECT input FROM operations ORDER BY kind')).toEqual([
      { input: { repository: 'main', dryRun: true, minimumAgeMs: 86_400_000, confirmed: false } },
      { input: { repository: 'main', folderCount: 3277, inBackground: false } },
    ]);
    const again = await change('collectGarbage', { dryRun: false }, SHAPE);
    expect([again.operation.id, again.userErrors[0].code]).toEqual([collection.operation.id, 'REPOSITORY_BUSY']);
  });

  it.each([
    ['scrubRepository', { sharePercent: 0 }, 'INVALID_INPUT'],
    ['scrubRepository', { sharePercent: 100.5 }, 'INVALID_INPUT'],
    ['scrubRepository', { repository: 'other' }, 'NOT_FOUND'],
    ['collectGarbage', { minimumAgeHours: 0 }, 'INVALID_INPUT'],
    ['collectGarbage', { confirmRepository: 'mian' }, 'REMOVAL_NOT_CONFIRMED'],
    ['collectGarbage', { repository: 'other' }, 'NOT_FOUND'],
  ])('%s %j is refused with %s', async (field, input, code) => {
    const { operation, userErrors } = await change(field, input, SHAPE);
    expect([operation, userErrors.map((error: { code: string }) => error.code)]).toEqual([null, [code]]);
    expect(await harness.query('SELECT 1 FROM operations')).toEqual([]);
  });

  it('are tried again when they failed, unless another is under way', async () => {
    const { operation } = await change('scrubRepository', {}, SHAPE);
    await harness.query(`UPDATE operations SET state = 'FAILED', finished_at = now()`);
    const retry = () => change('retryOperation', { operationId: operation.id }, SHAPE);
    const other = await change('scrubRepository', {}, SHAPE);
    expect((await retry()).userErrors[0].code).toBe('REPOSITORY_BUSY');
    await harness.query(`UPDATE operations SET state = 'CANCELLED', finished_at = now() WHERE finished_at IS NULL`);
    expect(other.operation.id).not.toBe(operation.id);
    expect((await retry()).operation).toMatchObject({ kind: 'SCRUB_REPOSITORY', repository: 'main' });
  });
});
