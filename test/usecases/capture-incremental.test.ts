/**
 * Goal: a disk is captured by its changes only when its parent can stand for the rest; else it is refused with the way
 * out, or read whole where the caller allowed that, and the operation says why.
 * Method: the use case on real stores and a real database; one changed fact per objection.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CHANGED_EXTENTS_MAX, unpackExtents } from '../../src/domain/changed-extents.js';
import type { CaptureOperationInput } from '../../src/domain/operation-input.js';
import { deleteRestorePoint } from '../../src/usecases/delete-restore-point.js';
import { captureRestorePoint } from '../../src/usecases/capture-restore-point.js';
import type { CaptureRestorePointInput, IncrementalCapture } from '../../src/usecases/restore-point-input.js';
import {
  type CatalogFixture,
  completeCapture,
  endOperation,
  estateImages,
  estateMetadata,
  insertExecutor,
  openCatalogFixture,
  operator,
} from '../support/catalog/catalog-fixture.js';

const MACHINE = 0;
const EXTENTS = [
  { offsetBytes: 65_536, lengthBytes: 512 },
  { offsetBytes: 0, lengthBytes: 4096 },
];
let fixture: CatalogFixture;
let parentId: string;
let deviceKey: number;
let capacityBytes: number;
let lineage: string;

beforeAll(async () => {
  fixture = await openCatalogFixture();
  await insertExecutor(fixture.sql);
  parentId = await captured(MACHINE);
  const [disks] = await fixture.catalog.restorePoints.loadDisks([parentId]);
  deviceKey = disks?.[0]?.deviceKey ?? 0;
  capacityBytes = disks?.[0]?.capacityBytes ?? 0;
  const changeId = disks?.[0]?.changeId;
  expect(changeId).not.toBeNull();
  lineage = `change_id_uuid = '${changeId?.uuid}', change_id_sequence = ${changeId?.sequence}`;
});
afterAll(() => fixture.close());

async function captured(machine: number, point = 0): Promise<string> {
  const input = { metadata: estateMetadata(machine, point), disks: estateImages(machine) };
  const { restorePoint, operation, userErrors } = await captureRestorePoint(fixture.ports, operator, input);
  expect(userErrors).toEqual([]);
  await completeCapture(fixture.sql, restorePoint?.id ?? '');
  await endOperation(fixture.sql, operation?.id ?? '', 'SUCCEEDED');
  return restorePoint?.id ?? '';
}

function inputOf(
  wanted: Partial<IncrementalCapture> = {},
  changes: Partial<CaptureRestorePointInput> = {},
): CaptureRestorePointInput {
  const incremental = { parentRestorePointId: parentId, changedExtents: EXTENTS, ...wanted };
  const disks = estateImages(MACHINE).map((image) => ({ ...image, incremental }));
  return { metadata: estateMetadata(MACHINE, 1), disks, ...changes };
}

async function diskInput(operationInput: unknown) {
  return (operationInput as CaptureOperationInput).disks[0];
}

async function setDisk(assignments: string, restorePointId = parentId): Promise<void> {
  await fixture.sql.query(`UPDATE restore_point_disks SET ${assignments} WHERE restore_point_id = $1`, [
    restorePointId,
  ]);
}

describe('a capture by changes', () => {
  test('keeps parent and index with the operation, and the extents as they came beside the point', async () => {
    const { restorePoint, operation, userErrors } = await captureRestorePoint(fixture.ports, operator, inputOf());
    expect(userErrors).toEqual([]);
    const [disks] = await fixture.catalog.restorePoints.loadDisks([parentId]);
    const input = await diskInput(operation?.input);
    expect(input?.incremental).toEqual({
      parentRestorePointId: parentId,
      parentIndexHash: disks?.[0]?.indexHash,
      extentsSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      fallbackToFull: false,
    });
    const { rows } = await fixture.sql.query<{ extents: Uint8Array }>(
      'SELECT extents FROM changed_extents WHERE restore_point_id = $1 AND device_key = $2',
      [restorePoint?.id, deviceKey],
    );
    expect(unpackExtents(rows[0]?.extents ?? new Uint8Array())).toEqual(EXTENTS);
    expect(JSON.stringify(operation?.input)).not.toContain('65536');
  });

  test('the same key again gives the same operation, also when the parent is damaged by then', async () => {
    const input = inputOf({}, { idempotencyKey: 'incremental-once' });
    const first = await captureRestorePoint(fixture.ports, operator, input);
    await fixture.sql.query(`UPDATE restore_points SET state = 'DAMAGED' WHERE id = $1`, [parentId]);
    const again = await captureRestorePoint(fixture.ports, operator, input);
    await fixture.sql.query(`UPDATE restore_points SET state = 'AVAILABLE' WHERE id = $1`, [parentId]);
    expect([again.operation?.id, again.userErrors]).toEqual([first.operation?.id, []]);
    const changed = inputOf({ changedExtents: EXTENTS.slice(1) }, { idempotencyKey: 'incremental-once' });
    const { userErrors } = await captureRestorePoint(fixture.ports, operator, changed);
    expect(userErrors.map(({ code }) => code)).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  });

  test('nothing changed is a list of no extents', async () => {
    const { operation } = await captureRestorePoint(fixture.ports, operator, inputOf({ changedExtents: [] }));
    expect((await diskInput(operation?.input))?.incremental).toBeDefined();
  });
});

test('a parent cannot be deleted while a capture builds upon it, and is no parent once it is deleted', async () => {
  const id = await captured(3);
  const incremental = { parentRestorePointId: id, changedExtents: [] };
  const disks = estateImages(3).map((image) => ({ ...image, incremental }));
  const input = { metadata: estateMetadata(3, 1), disks };
  const { restorePoint, operation } = await captureRestorePoint(fixture.ports, operator, input);
  const remove = () =>
    deleteRestorePoint({ removal: fixture.catalog.removal }, operator, { restorePointId: id, reason: 'a test' });
  const busy = await remove();
  expect(busy.userErrors).toMatchObject([{ code: 'RESTORE_POINT_BUSY' }]);
  expect(busy.userErrors[0]?.message).toContain(operation?.id);
  await completeCapture(fixture.sql, restorePoint?.id ?? '');
  await fixture.sql.query(`UPDATE operations SET state = 'CANCELLED', finished_at = now() WHERE finished_at IS NULL`);
  expect((await remove()).userErrors).toEqual([]);
  const again = await captureRestorePoint(fixture.ports, operator, { ...input, metadata: estateMetadata(3, 2) });
  expect(again.userErrors[0]?.message).toContain('its parent restore point is DELETED.');
});

interface Objection {
  readonly name: string;
  readonly arrange: () => Promise<Partial<IncrementalCapture> | undefined>;
  readonly tidy: () => Promise<unknown>;
  readonly says: string;
}

const state = (word: string) => () =>
  fixture.sql.query(`UPDATE restore_points SET state = '${word}' WHERE id = $1`, [parentId]).then(() => undefined);
const disk = (assignments: string) => () => setDisk(assignments).then(() => undefined);
const none = () => Promise.resolve();

const OBJECTIONS: readonly Objection[] = [
  {
    name: 'no such point',
    arrange: async () => ({ parentRestorePointId: '01900000-0000-7000-8000-00000000dead' }),
    tidy: none,
    says: 'there is no such parent restore point.',
  },
  {
    name: 'a point of another VM',
    arrange: async () => ({ parentRestorePointId: await captured(1) }),
    tidy: none,
    says: 'its parent restore point is of another VM.',
  },
  {
    name: 'a damaged point',
    arrange: state('DAMAGED'),
    tidy: state('AVAILABLE'),
    says: 'its parent restore point is DAMAGED.',
  },
  {
    name: 'a later point',
    arrange: async () => ({ parentRestorePointId: await captured(MACHINE, 2) }),
    tidy: none,
    says: 'its parent restore point is of a later moment than this capture.',
  },
  {
    name: 'a point without this disk',
    arrange: disk('device_key = 9999'),
    tidy: () => setDisk(`device_key = ${deviceKey}`),
    says: 'its parent restore point has no disk with this device key.',
  },
  {
    name: 'blocks that are not there',
    arrange: disk(`state = 'NOT_CAPTURED'`),
    tidy: disk(`state = 'CAPTURED'`),
    says: 'its blocks are not in the repository at the parent restore point.',
  },
  {
    name: 'a disk that has grown',
    arrange: disk('capacity_bytes = 8192'),
    tidy: () => setDisk(`capacity_bytes = ${capacityBytes}`),
    says: 'bytes now and had 8192 at the parent restore point.',
  },
  {
    name: 'another disk under the same key',
    arrange: disk(`disk_uuid = '6000C290-0000'`),
    tidy: disk('disk_uuid = NULL'),
    says: 'it is another disk than at the parent restore point: its disk UUID has changed.',
  },
  {
    name: 'change tracking that was reset',
    arrange: disk(`change_id_uuid = '52 00 00 00', change_id_sequence = 1`),
    tidy: () => setDisk(lineage),
    says: 'change tracking was reset since the parent restore point: the UUID of its change id is another one.',
  },
  {
    name: 'a change id that runs backwards',
    arrange: disk('change_id_sequence = 9223372036854775807'),
    tidy: () => setDisk(lineage),
    says: 'its change id is older than that of the parent restore point, as after a revert to a snapshot.',
  },
];

describe('a parent that cannot stand for what did not change', () => {
  test.each(OBJECTIONS)('$name is refused, with the way out', async ({ arrange, tidy, says }) => {
    const wanted = await arrange();
    const { restorePoint, operation, userErrors } = await captureRestorePoint(fixture.ports, operator, inputOf(wanted));
    await tidy();
    expect([restorePoint, operation]).toEqual([null, null]);
    expect(userErrors).toEqual([
      {
        code: 'PARENT_UNUSABLE',
        message: expect.stringMatching(new RegExp(`^Disk ${deviceKey} .*cannot be captured incrementally: .*`)),
        path: ['disks', '0', 'incremental', 'parentRestorePointId'],
        severity: 'ERROR',
        remedy: 'Capture this disk in full, or set fallbackToFull to have that done whenever it is needed.',
        ruleId: null,
      },
    ]);
    expect(userErrors[0]?.message).toContain(says);
  });

  test.each(OBJECTIONS)('$name: read whole where that is allowed', async ({ arrange, tidy, says }) => {
    const wanted = { ...(await arrange()), fallbackToFull: true };
    const { operation, userErrors } = await captureRestorePoint(fixture.ports, operator, inputOf(wanted));
    await tidy();
    expect(userErrors.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['WARNING PARENT_UNUSABLE']);
    const input = await diskInput(operation?.input);
    expect([input?.incremental, input?.fullBecause]).toEqual([undefined, expect.stringContaining(says)]);
  });
});

describe('extents', () => {
  test.each([
    ['beyond the end', { offsetBytes: 2 ** 50, lengthBytes: 1 }],
    ['over the end', { offsetBytes: 0, lengthBytes: 2 ** 50 }],
    ['as long as numbers go', { offsetBytes: 512, lengthBytes: Number.MAX_SAFE_INTEGER }],
  ])('%s are refused by disk and place, also where a whole capture is allowed', async (_name, extent) => {
    const wanted = { changedExtents: [...EXTENTS, extent], fallbackToFull: true };
    const { operation, userErrors } = await captureRestorePoint(fixture.ports, operator, inputOf(wanted));
    expect(operation).toBeNull();
    expect(userErrors).toMatchObject([
      { code: 'INVALID_INPUT', path: ['disks', '0', 'incremental', 'changedExtents', '2'] },
    ]);
    expect(userErrors[0]?.message).toMatch(
      new RegExp(`^Disk ${deviceKey} .*${extent.lengthBytes} bytes at byte ${extent.offsetBytes} leaves the disk`),
    );
  });

  test('the last byte of the disk is within it', async () => {
    const wanted = { changedExtents: [{ offsetBytes: capacityBytes - 1, lengthBytes: 1 }] };
    const { userErrors } = await captureRestorePoint(fixture.ports, operator, inputOf(wanted));
    expect(userErrors).toEqual([]);
  });

  test('one more than the limit is refused, and says what to do', async () => {
    const changedExtents = Array.from({ length: CHANGED_EXTENTS_MAX + 1 }, () => ({ offsetBytes: 0, lengthBytes: 1 }));
    const { userErrors } = await captureRestorePoint(fixture.ports, operator, inputOf({ changedExtents }));
    expect(userErrors).toMatchObject([{ code: 'TOO_LARGE', path: ['disks'] }]);
    expect(userErrors[0]?.message).toBe('There are 100001 changed extents; one capture takes 100000.');
  });

  test('as many as the limit are kept', async () => {
    const changedExtents = Array.from({ length: CHANGED_EXTENTS_MAX }, (_, at) => ({
      offsetBytes: at,
      lengthBytes: 1,
    }));
    const { userErrors } = await captureRestorePoint(fixture.ports, operator, inputOf({ changedExtents }));
    expect(userErrors).toEqual([]);
  });
});
