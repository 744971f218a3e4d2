/**
 * Goal: an executor reads what changed and names the rest from the parent, so that the point is the one that a whole
 * capture would give; a parent that is damaged by the time of the capture is never built upon.
 * Method: a whole executor on a real database, real folders and the real copy engine; images changed at known places.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { ChangedExtent } from '../../src/domain/changed-extents.js';
import { packExtents } from '../../src/domain/changed-extents.js';
import { type ComposedExecutor, composeExecutor } from '../support/executor/compose-executor.js';
import { Harness, noise, type SeededPoint } from '../support/executor/executor-harness.js';

jest.setTimeout(30_000);

const MIB = 1 << 20;
const CAPACITY = 6 * MIB + 512;
let harness: Harness;
let executor: ComposedExecutor;

beforeAll(async () => {
  harness = await Harness.create();
  const { place, database } = harness;
  executor = await composeExecutor({ place, databaseUrl: database.url, keyFiles: harness.keyFiles() });
}, 60_000);

afterAll(async () => {
  await executor?.stop();
  await harness?.close();
});

interface DiskRow extends Record<string, unknown> {
  readonly state: string;
  readonly index_hash: string | null;
  readonly capture_method: string | null;
  readonly read_bytes: string | null;
  readonly parent_restore_point_id: string | null;
}

async function diskOf({ restorePointId }: SeededPoint): Promise<DiskRow> {
  const [row] = await harness.query<DiskRow>(
    `SELECT state, encode(index_hash, 'hex') AS index_hash, capture_method, read_bytes, parent_restore_point_id
     FROM restore_point_disks WHERE restore_point_id = $1`,
    [restorePointId],
  );
  return row as DiskRow;
}

async function wholePoint(seed: number): Promise<SeededPoint> {
  const point = await harness.seedPoint({ diskBytes: [CAPACITY], seed });
  const end = await harness.waitForEnd(await harness.addCapture(point));
  expect([end.state, end.user_errors]).toEqual(['SUCCEEDED', []]);
  return point;
}

/** A later point of the image that `parent` was captured from. */
async function laterPoint(parent: SeededPoint): Promise<SeededPoint> {
  const later = await harness.seedPoint({ diskBytes: [CAPACITY] });
  return { ...later, disks: parent.disks };
}

function overwrite(point: SeededPoint, offsetBytes: number, bytes: Buffer): ChangedExtent {
  const file = openSync(join(harness.place.images, point.disks[0]?.file ?? ''), 'r+');
  writeSync(file, bytes, 0, bytes.length, offsetBytes);
  closeSync(file);
  return { offsetBytes, lengthBytes: bytes.length };
}

async function addIncrement(
  point: SeededPoint,
  parent: SeededPoint,
  extents: readonly ChangedExtent[],
  fallbackToFull = false,
): Promise<string> {
  const packed = packExtents(extents);
  await harness.query(`INSERT INTO changed_extents (restore_point_id, device_key, extents) VALUES ($1, 2000, $2)`, [
    point.restorePointId,
    Buffer.from(packed),
  ]);
  const incremental = {
    parentRestorePointId: parent.restorePointId,
    parentIndexHash: (await diskOf(parent)).index_hash,
    extentsSha256: createHash('sha256').update(packed).digest('hex'),
    fallbackToFull,
  };
  const disk = { deviceKey: 2000, location: 'images', path: point.disks[0]?.file, format: 'RAW' };
  return await harness.addOperation({
    kind: 'CAPTURE_RESTORE_POINT',
    restorePointId: point.restorePointId,
    input: { repository: 'main', disks: [{ ...disk, capacityBytes: CAPACITY, incremental }] },
  });
}

async function notesOf(operationId: string): Promise<string[]> {
  const rows = await harness.query<{ message: string }>(
    `SELECT payload->>'message' AS message FROM operation_events WHERE operation_id = $1 AND kind = 'NOTE'`,
    [operationId],
  );
  return rows.map(({ message }) => message);
}

test('its index is that of a whole capture of the same image, and it reads only the chunks that changed', async () => {
  const parent = await wholePoint(3);
  const later = await laterPoint(parent);
  const extents = [overwrite(later, 4 * MIB - 100, noise(200, 9)), overwrite(later, 6 * MIB, Buffer.alloc(512, 7))];
  const end = await harness.waitForEnd(await addIncrement(later, parent, extents));
  expect([end.state, end.user_errors]).toEqual(['SUCCEEDED', []]);
  // Both chunks around 4 MiB and the last one, which has 512 bytes.
  expect(end.result).toMatchObject({ readBytes: 2 * MIB + 512 });
  const whole = await laterPoint(parent);
  await harness.waitForEnd(await harness.addCapture(whole));
  const { index_hash: wholeIndex, ...wholeRow } = await diskOf(whole);
  expect(await diskOf(later)).toEqual({
    state: 'CAPTURED',
    index_hash: wholeIndex,
    capture_method: 'INCREMENTAL',
    read_bytes: String(2 * MIB + 512),
    parent_restore_point_id: parent.restorePointId,
  });
  expect(wholeRow).toMatchObject({
    capture_method: 'FULL',
    read_bytes: String(CAPACITY),
    parent_restore_point_id: null,
  });
  const kept = await harness.query('SELECT 1 FROM changed_extents WHERE restore_point_id = $1', [later.restorePointId]);
  expect(kept).toEqual([]);
});

test('a parent found damaged since the request is not built upon; the capture fails and says what to do', async () => {
  const parent = await wholePoint(4);
  const later = await laterPoint(parent);
  await harness.query(`UPDATE restore_point_disks SET state = 'DAMAGED' WHERE restore_point_id = $1`, [
    parent.restorePointId,
  ]);
  const operationId = await addIncrement(later, parent, [overwrite(later, 0, noise(10, 1))]);
  const end = await harness.waitForEnd(operationId);
  expect([end.state, end.user_errors.map(({ code }) => code)]).toEqual(['FAILED', ['PARENT_UNUSABLE']]);
  expect(end.user_errors[0]?.message).toMatch(/^Disk 2000 \(Hard disk 1\) of VM vm-\w+ cannot be captured increment/);
  expect(end.user_errors[0]?.message).toContain(
    `the blocks of its parent restore point ${parent.restorePointId} are damaged.`,
  );
  expect(await diskOf(later)).toMatchObject({ state: 'NOT_CAPTURED', capture_method: null });
  const kept = await harness.query('SELECT 1 FROM changed_extents WHERE restore_point_id = $1', [later.restorePointId]);
  expect(kept).toHaveLength(1);
});

test.each<[string, (parent: SeededPoint) => Promise<unknown>, RegExp]>([
  [
    'damaged',
    ({ restorePointId }) =>
      harness.query(`UPDATE restore_point_disks SET state = 'DAMAGED' WHERE restore_point_id = $1`, [restorePointId]),
    /are damaged\.$/,
  ],
  [
    'without its index page',
    async (parent) => {
      const { index_hash: hash } = await diskOf(parent);
      const page = join(
        harness.place.repository,
        'pages',
        hash?.slice(0, 2) ?? '',
        hash?.slice(2, 4) ?? '',
        hash ?? '',
      );
      const file = openSync(page, 'r+');
      writeSync(file, Buffer.from('broken'), 0, 6, 0);
      closeSync(file);
    },
    /repository main/,
  ],
])('a parent that is %s: read whole where that is allowed, and the operation says why', async (name, spoil, why) => {
  const parent = await wholePoint(name.length);
  const later = await laterPoint(parent);
  await spoil(parent);
  const operationId = await addIncrement(later, parent, [overwrite(later, MIB, noise(10, 1))], true);
  const end = await harness.waitForEnd(operationId);
  expect([end.state, end.user_errors]).toEqual(['SUCCEEDED', []]);
  const row = await diskOf(later);
  expect(row).toMatchObject({ capture_method: 'FULL', read_bytes: String(CAPACITY), parent_restore_point_id: null });
  const notes = await notesOf(operationId);
  expect(notes).toEqual([expect.stringMatching(/^Disk 2000 \(Hard disk 1\) of VM vm-\w+ is read whole: /)]);
  expect(notes[0]).toMatch(why);
  expect(notes[0]).not.toContain(harness.place.folder);
});

test('extents that are not those of the request are never used', async () => {
  const parent = await wholePoint(6);
  const later = await laterPoint(parent);
  const changed = overwrite(later, 3 * MIB, noise(10, 1));
  await harness.query(`INSERT INTO changed_extents (restore_point_id, device_key, extents) VALUES ($1, 2000, '')`, [
    later.restorePointId,
  ]);
  const sha256 = createHash('sha256')
    .update(packExtents([changed]))
    .digest('hex');
  const { index_hash: parentIndexHash } = await diskOf(parent);
  const incremental = { parentRestorePointId: parent.restorePointId, parentIndexHash, fallbackToFull: true };
  const disk = { deviceKey: 2000, location: 'images', path: later.disks[0]?.file, format: 'RAW' };
  const operationId = await harness.addOperation({
    kind: 'CAPTURE_RESTORE_POINT',
    restorePointId: later.restorePointId,
    input: {
      repository: 'main',
      disks: [{ ...disk, capacityBytes: CAPACITY, incremental: { ...incremental, extentsSha256: sha256 } }],
    },
  });
  const end = await harness.waitForEnd(operationId);
  expect([end.state, end.user_errors.map(({ code }) => code)]).toEqual(['FAILED', ['INTERNAL']]);
});
