/**
 * Goal: undoing a plan takes away what its operation made, and never a file of somebody else.
 * Method: claims, files and operations as an executor leaves them that was killed right before it wrote; real stores,
 * real folders, the real copy engine; no executor runs, undoing is called by itself.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createPlaceFiles } from '../../src/adapters/local-files/place-files.js';
import { createExecutorCatalog } from '../../src/adapters/postgres/executor-catalog.js';
import { createExecutorDatabase, type ExecutorDatabase } from '../../src/adapters/postgres/executor-database.js';
import { createExecutorOperationStore } from '../../src/adapters/postgres/operation-store.js';
import { createTargetClaims } from '../../src/adapters/postgres/target-claims.js';
import type { TargetFormat } from '../../src/domain/target-formats.js';
import { TARGET_FORMAT_TRAITS, TARGET_FORMATS } from '../../src/domain/target-formats.js';
import type { ExecutorContext } from '../../src/executor/context.js';
import { undoPlan } from '../../src/executor/undo-plan.js';
import { nativeEngine } from '../support/executor/compose-executor.js';
import { Harness, noise, type SeededPoint } from '../support/executor/executor-harness.js';
import { silentLog } from '../support/postgres.js';

const CAPACITY = 1 << 20;
const CONTROL = { signal: new AbortController().signal, onProgress: () => undefined };

let harness: Harness;
let database: ExecutorDatabase;
let context: ExecutorContext;
let point: SeededPoint;
let indexHash: string;

beforeAll(async () => {
  harness = await Harness.create();
  database = createExecutorDatabase({ url: harness.database.url, log: silentLog() });
  const { place } = harness;
  context = {
    engine: nativeEngine(),
    operations: createExecutorOperationStore(database),
    catalog: createExecutorCatalog(database),
    claims: createTargetClaims(database),
    files: createPlaceFiles(),
    locations: { restores: { path: place.restores, writable: true } },
    repositories: { main: place.repository },
    log: silentLog(),
  } as unknown as ExecutorContext;
  point = await harness.seedPoint({ diskBytes: [CAPACITY] });
  const source = { rootPath: place.images, relativePath: point.disks[0]?.file as string };
  const request = { repositoryPath: place.repository, source, sourceFormat: 'RAW' as const, capacityBytes: CAPACITY };
  ({ indexHash } = await context.engine.captureDisk(request, CONTROL));
  await harness.query(`INSERT INTO repositories (id, name, kind) VALUES (gen_random_uuid(), 'main', 'LOCAL_FOLDER')`);
  await context.catalog.recordCapturedDisk(point.restorePointId, 2000, {
    repository: 'main',
    indexHash,
    dataBytes: CAPACITY,
    readBytes: CAPACITY,
    parentRestorePointId: null,
  });
}, 60_000);

afterAll(async () => {
  await database?.close();
  await harness?.close();
});

/** An operation that has said of `name` that it writes it now. */
async function begun(
  folder: string,
  name: string,
  format: TargetFormat = 'RAW_SPARSE',
): Promise<{ operationId: string; path: string; full: string }> {
  const operationId = await harness.addRestore(point, folder, ['CONFIG_INFO'], format);
  const path = `${folder}/${name}`;
  await context.claims.claim(operationId, 'restores', path);
  await context.claims.setWriting(operationId, 'restores', path, true);
  mkdirSync(join(harness.place.restores, folder));
  return { operationId, path, full: join(harness.place.restores, path) };
}

async function notes(operationId: string): Promise<string[]> {
  const rows = await harness.query<{ message: string }>(
    `SELECT payload->>'message' AS message FROM operation_events WHERE operation_id = $1 AND kind = 'NOTE'`,
    [operationId],
  );
  return rows.map(({ message }) => message);
}

test.each([
  ['disk-2000.raw', CAPACITY],
  ['config-info.json', 100],
])('a %s that somebody put there meanwhile stays, and is told of', async (name, lengthBytes) => {
  const { operationId, path, full } = await begun(`theirs-${name}`, name);
  const content = noise(lengthBytes, 5);
  writeFileSync(full, content);
  await undoPlan(context, operationId);
  expect(readFileSync(full).equals(content)).toBe(true);
  expect(await notes(operationId)).toEqual([
    `restores:${path} is not known to be made by this operation and was left. Look at it yourself.`,
  ]);
  expect(await context.claims.list(operationId)).toEqual([]);
});

test('a disk that the operation finished goes', async () => {
  const { operationId, path, full } = await begun('ours-disk', 'disk-2000.raw');
  const request = {
    repositoryPath: harness.place.repository,
    indexHash,
    capacityBytes: CAPACITY,
    target: { rootPath: harness.place.restores, relativePath: path },
    targetFormat: 'RAW_SPARSE' as const,
    operationId,
    fencingToken: 1,
  };
  await context.engine.restoreDisk(request, CONTROL);
  expect(existsSync(full)).toBe(true);
  await undoPlan(context, operationId);
  expect([existsSync(full), await notes(operationId)]).toEqual([false, []]);
});

async function restoreWhole(operationId: string, path: string, targetFormat: TargetFormat): Promise<void> {
  const target = { rootPath: harness.place.restores, relativePath: path };
  const request = { repositoryPath: harness.place.repository, indexHash, capacityBytes: CAPACITY, target };
  await context.engine.restoreDisk({ ...request, targetFormat, operationId, fencingToken: 1 }, CONTROL);
}

const IMAGES = TARGET_FORMATS.filter((format) => !format.startsWith('RAW'));

test.each(IMAGES)('a %s that the operation finished goes with all its files', async (format) => {
  const name = `disk-2000.${TARGET_FORMAT_TRAITS[format].fileEnding}`;
  const { operationId, path } = await begun(`ours-${format}`, name, format);
  await restoreWhole(operationId, path, format);
  const folder = join(harness.place.restores, `ours-${format}`);
  const made = readdirSync(folder);
  await undoPlan(context, operationId);
  expect(made).toContain(name);
  expect([readdirSync(folder), await notes(operationId)]).toEqual([[], []]);
});

test('an extent whose descriptor was not named yet goes, with what stood beside it', async () => {
  const { operationId, path, full } = await begun('half-disk', 'disk-2000.vmdk', 'VMDK_FLAT');
  await restoreWhole(operationId, path, 'VMDK_FLAT');
  renameSync(full, `${full}.reinstate-descriptor`);
  await undoPlan(context, operationId);
  expect([readdirSync(join(harness.place.restores, 'half-disk')), await notes(operationId)]).toEqual([[], []]);
});

test.each(['disk-2000.vmdk', 'disk-2000-flat.vmdk'])('a flat VMDK of which %s is foreign stays', async (name) => {
  const { operationId, path } = await begun(`half-foreign-${name}`, 'disk-2000.vmdk', 'VMDK_FLAT');
  await restoreWhole(operationId, path, 'VMDK_FLAT');
  const folder = join(harness.place.restores, `half-foreign-${name}`);
  rmSync(join(folder, name));
  writeFileSync(join(folder, name), 'precious');
  await undoPlan(context, operationId);
  expect(readdirSync(folder).sort()).toEqual(['disk-2000-flat.vmdk', 'disk-2000.vmdk']);
  expect(readFileSync(join(folder, name), 'utf8')).toBe('precious');
  expect(await notes(operationId)).toEqual(
    ['disk-2000.vmdk', 'disk-2000-flat.vmdk'].map(
      (file) =>
        `restores:half-foreign-${name}/${file} is not known to be made by this operation and was left. ` +
        'Look at it yourself.',
    ),
  );
});

test('a small file that the operation wrote goes, with its hidden name', async () => {
  const { operationId, path, full } = await begun('ours-small', 'config-info.json');
  const file = { rootPath: harness.place.restores, relativePath: path };
  await context.files.write(file, Buffer.from('{}'), operationId);
  await undoPlan(context, operationId);
  const hidden = join(harness.place.restores, 'ours-small', `.config-info.json.reinstate-${operationId}`);
  expect([existsSync(full), existsSync(hidden), await notes(operationId)]).toEqual([false, false, []]);
});
