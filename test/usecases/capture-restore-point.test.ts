/**
 * Goal: a capture is written with its operation in one go and handed over, or refused for a named reason with nothing
 * written. Method: the use case on real stores and a real database, one changed input per refusal.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { captureRestorePoint } from '../../src/usecases/capture-restore-point.js';
import type { CaptureRestorePointInput, DiskImage } from '../../src/usecases/restore-point-input.js';
import {
  type CatalogFixture,
  estateImages,
  estateMetadata,
  insertExecutor,
  openCatalogFixture,
  operator,
} from '../support/catalog/catalog-fixture.js';

const SEVERAL_DISKS = 3;
let fixture: CatalogFixture;
beforeAll(async () => {
  fixture = await openCatalogFixture();
  await insertExecutor(fixture.sql);
});
afterAll(() => fixture.close());

function inputOf(machine: number, changes: Partial<CaptureRestorePointInput> = {}): CaptureRestorePointInput {
  return { metadata: estateMetadata(machine, 0), disks: estateImages(machine), ...changes };
}

async function rowCounts() {
  const rows = await fixture.sql.query(
    `SELECT (SELECT count(*)::int FROM restore_points) AS points, (SELECT count(*)::int FROM operations) AS operations,
       (SELECT count(*)::int FROM vms) AS vms, (SELECT count(*)::int FROM audit_entries) AS entries`,
  );
  return rows.rows[0];
}

async function refusalOf(input: CaptureRestorePointInput) {
  const before = await rowCounts();
  const handedOver = fixture.handedOver.length;
  const result = await captureRestorePoint(fixture.ports, operator, input);
  expect([result.restorePoint, result.operation]).toEqual([null, null]);
  expect(await rowCounts()).toEqual(before);
  expect(fixture.handedOver.length).toBe(handedOver);
  return result.userErrors.map(({ code, path }) => `${code} ${(path ?? []).join('.')}`);
}

describe('a capture', () => {
  test('writes point, disks, operation, event and audit entry, then hands over', async () => {
    const input = inputOf(SEVERAL_DISKS, { disks: [...estateImages(SEVERAL_DISKS)].reverse() });
    const { restorePoint, operation, userErrors } = await captureRestorePoint(fixture.ports, operator, input);
    expect(userErrors).toEqual([]);
    expect(restorePoint).toMatchObject({ origin: 'CAPTURED', state: 'CAPTURING', tool: null });
    expect(operation).toMatchObject({
      kind: 'CAPTURE_RESTORE_POINT',
      state: 'QUEUED',
      phase: 'queued',
      createdBy: 'operator',
      restorePointId: restorePoint?.id,
      vmId: restorePoint?.vmId,
      lastEventSequence: 1,
    });
    const keys = estateImages(SEVERAL_DISKS).map(({ deviceKey }) => deviceKey);
    expect(operation?.input).toMatchObject({ repository: 'main' });
    expect((operation?.input['disks'] as unknown as DiskImage[]).map(({ deviceKey }) => deviceKey)).toEqual(
      [...keys].sort((a, b) => a - b),
    );
    const [disks] = await fixture.catalog.restorePoints.loadDisks([restorePoint?.id ?? '']);
    expect(new Set(disks?.map(({ state }) => state))).toEqual(new Set(['CAPTURING']));
    expect(fixture.handedOver).toEqual([operation?.id]);
    const events = await fixture.catalog.operations.readEventsAfter(operation?.id ?? '', 0, 10);
    expect(events.map(({ sequence, kind, payload }) => ({ sequence, kind, payload }))).toEqual([
      { sequence: 1, kind: 'STATE', payload: { state: 'QUEUED', phase: 'queued' } },
    ]);
    const { entries } = await fixture.catalog.audit.pageAuditEntries({ first: 1, after: null });
    expect(entries[0]?.node).toMatchObject({
      action: 'restorePoint.capture',
      subjectId: restorePoint?.id,
      detail: { operationId: operation?.id },
    });
  });

  test('stands when the queue is away: executors look for such rows', async () => {
    fixture.queue.away = true;
    try {
      const { operation, userErrors } = await captureRestorePoint(fixture.ports, operator, inputOf(0));
      expect(userErrors).toEqual([]);
      expect(operation?.state).toBe('QUEUED');
    } finally {
      fixture.queue.away = false;
    }
  });

  test('the same key again gives the same operation, also ten times at once', async () => {
    const input = inputOf(1, { idempotencyKey: 'capture-once' });
    const results = await Promise.all(
      Array.from({ length: 10 }, () => captureRestorePoint(fixture.ports, operator, input)),
    );
    expect(results.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    expect(new Set(results.map(({ operation }) => operation?.id)).size).toBe(1);
    expect(new Set(results.map(({ restorePoint }) => restorePoint?.id)).size).toBe(1);
    const other = { ...input, metadata: { ...input.metadata, legalHold: true } };
    expect(await refusalOf(other)).toEqual(['IDEMPOTENCY_KEY_REUSED idempotencyKey']);
  });
});

describe('refusals', () => {
  const images = estateImages(SEVERAL_DISKS);
  const first = images[0] as DiskImage;
  const rest = images.slice(1);
  const changed = (changes: Partial<DiskImage>) =>
    inputOf(SEVERAL_DISKS, { disks: [{ ...first, ...changes }, ...rest] });

  test('an image is missing, one is twice, one is of no disk: each is named', async () => {
    const { userErrors } = await captureRestorePoint(
      fixture.ports,
      operator,
      inputOf(SEVERAL_DISKS, { disks: [...rest, rest[0] as DiskImage, { ...first, deviceKey: 31337 }] }),
    );
    expect(userErrors.map(({ code, message }) => `${code} ${message}`)).toEqual([
      `DISK_MISMATCH More than one image is given for disk ${rest[0]?.deviceKey}.`,
      'DISK_MISMATCH The ConfigInfo has no disk with device key 31337.',
      expect.stringContaining(`DISK_MISMATCH No image is given for disk ${first.deviceKey}`),
    ]);
  });

  test.each<[string, string]>([
    ['../outside', 'PATH_OUTSIDE_LOCATION disks.0.path'],
    ['/etc/passwd', 'PATH_OUTSIDE_LOCATION disks.0.path'],
    ['a/../../b', 'PATH_OUTSIDE_LOCATION disks.0.path'],
    ['a//b', 'PATH_OUTSIDE_LOCATION disks.0.path'],
    ['./a', 'PATH_OUTSIDE_LOCATION disks.0.path'],
    ['a\\b', 'PATH_OUTSIDE_LOCATION disks.0.path'],
    ['a\u0000b', 'PATH_OUTSIDE_LOCATION disks.0.path'],
    ['', 'PATH_OUTSIDE_LOCATION disks.0.path'],
    ['x'.repeat(10_000), 'PATH_OUTSIDE_LOCATION disks.0.path'],
    ['a\ud800', 'PATH_OUTSIDE_LOCATION disks.0.path'],
  ])('path %j', async (path, expected) => {
    expect(await refusalOf(changed({ path }))).toEqual([expected]);
  });

  test.each<[string, string]>([
    ['nowhere', 'LOCATION_NOT_AVAILABLE disks.0.location'],
    ['drop', 'LOCATION_NOT_AVAILABLE disks.0.location'],
    ['', 'INVALID_INPUT disks.0.location'],
    ['a\u0000b', 'INVALID_INPUT disks.0.location'],
    ['x'.repeat(10_000), 'INVALID_INPUT disks.0.location'],
  ])('location %j', async (location, expected) => {
    expect(await refusalOf(changed({ location }))).toEqual([expected]);
  });

  test('[S26] a .vmx alone, and a key of 10,000 characters', async () => {
    const metadata = { ...estateMetadata(0, 0), configInfo: 'config.version = "8"\nvirtualHW.version = "21"\n' };
    expect(await refusalOf(inputOf(0, { metadata, idempotencyKey: 'x'.repeat(10_000) }))).toEqual([
      'INVALID_INPUT idempotencyKey',
      'CONFIG_INFO_VMX_ONLY metadata.configInfo',
    ]);
  });
});
