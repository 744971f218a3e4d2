/**
 * Goal: a restore into a VMDK or qcow2 survives the death of its executor while it copies and right after the disk is
 * whole, and a cancelled one leaves no file of it; an incremental capture survives likewise.
 * Method: a real executor process that ends itself with SIGKILL at a named debug point, then a second one; qemu-img
 * judges the finished disk against its source. Each format at one point and one format cancelled, chosen by
 * REINSTATE_SEED; all of them from 31 rounds (REINSTATE_CRASH_ROUNDS) up.
 */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { packExtents } from '../../src/domain/changed-extents.js';
import type { DebugPoint } from '../../src/executor/debug-point.js';
import { complaintsOfQemu } from '../native/vmdk-judges.js';
import { Harness, noise, type SeededPoint } from '../support/executor/executor-harness.js';
import { ExecutorProcess } from '../support/executor/executor-process.js';

const CAPACITY = 24 << 20;
const ROUNDS = Number(process.env['REINSTATE_CRASH_ROUNDS'] ?? '8');
const SEED = Number(process.env['REINSTATE_SEED'] ?? Date.now() % 1_000_000_007);
const POINTS = ['restore-disk:copying', 'restore-disk:whole', 'restore-disk:done'] as const;
const FORMATS = [
  ['VMDK_FLAT', 'monolithicFlat', ['disk-2000-flat.vmdk', 'disk-2000.vmdk']],
  ['VMDK_SPARSE', 'monolithicSparse', ['disk-2000.vmdk']],
  ['VMDK_STREAM_OPTIMIZED', 'streamOptimized', ['disk-2000.vmdk']],
  ['QCOW2', 'qcow2', ['disk-2000.qcow2']],
] as const;
const RUNS = FORMATS.flatMap((format, at) =>
  POINTS.filter((_, position) => ROUNDS > 30 || position === (SEED + at) % POINTS.length).map(
    (debugPoint) => [...format, debugPoint] as const,
  ),
);

let harness: Harness;
let point: SeededPoint;
let processes: ExecutorProcess[] = [];

function start(debugPoint?: DebugPoint): ExecutorProcess {
  const started = new ExecutorProcess({
    place: harness.place,
    databaseUrl: harness.database.url,
    keyFiles: harness.keyFiles(),
    ...(debugPoint === undefined ? {} : { debugPoint }),
  });
  processes.push(started);
  return started;
}

async function ending(operationId: string, executor: ExecutorProcess) {
  try {
    return await harness.waitForEnd(operationId, 60_000);
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${executor.output.slice(-4_000)}`, { cause: error });
  }
}

beforeAll(async () => {
  process.stderr.write(`restores into formats: seed ${SEED}, ${RUNS.length} runs\n`);
  harness = await Harness.create();
  point = await harness.seedPoint({ diskBytes: [CAPACITY] });
  const executor = start();
  const end = await ending(await harness.addCapture(point), executor);
  expect([end.state, end.user_errors]).toEqual(['SUCCEEDED', []]);
  await executor.terminate();
}, 120_000);

afterEach(async () => {
  for (const executor of processes) await executor.kill();
  processes = [];
});

afterAll(async () => {
  await harness?.close();
});

test.each(RUNS)(
  '%s (%s, files %j), killed at %s: the next executor brings it to its right end',
  async (format, createType, files, debugPoint) => {
    const folder = `${format}-${debugPoint.replace(':', '-')}`;
    const operationId = await harness.addRestore(point, folder, [], format);
    expect(await start(debugPoint).ended).toBe('SIGKILL');
    const end = await ending(operationId, start());
    expect([end.state, end.percent, end.user_errors]).toEqual(['SUCCEEDED', 100, []]);
    expect(readdirSync(join(harness.place.restores, folder)).sort()).toEqual(files);
    const source = join(harness.place.images, point.disks[0]?.file ?? '');
    const file = join(harness.place.restores, folder, files.at(-1) ?? '');
    expect(complaintsOfQemu(file, source, createType)).toEqual([]);
    // Whole before the death and not recorded: nothing of it was written again.
    if (debugPoint === 'restore-disk:whole') expect(end.result?.['writtenBytes'] ?? 0).toBe(0);
  },
  150_000,
);

test.each(FORMATS.filter((_, at) => ROUNDS > 30 || at === SEED % FORMATS.length))(
  '%s (%s, files %j), killed when it was whole and cancelled before the next start: no file of it is left',
  async (...[format]) => {
    const folder = `cancelled-${format}`;
    const operationId = await harness.addRestore(point, folder, [], format);
    expect(await start('restore-disk:whole').ended).toBe('SIGKILL');
    await harness.query('UPDATE operations SET cancel_requested_at = now() WHERE id = $1', [operationId]);
    const end = await ending(operationId, start());
    expect([end.state, end.user_errors.map(({ code }) => code)]).toEqual(['CANCELLED', ['CANCELLED']]);
    expect(existsSync(join(harness.place.restores, folder))).toBe(false);
  },
  150_000,
);

test('an incremental capture, killed before its disk was recorded, reads its changes again and ends', async () => {
  const later = { ...(await harness.seedPoint({ diskBytes: [CAPACITY] })), disks: point.disks };
  const path = point.disks[0]?.file ?? '';
  const bytes = noise(4096, 5);
  const file = openSync(join(harness.place.images, path), 'r+');
  writeSync(file, bytes, 0, bytes.length, 3 << 20);
  closeSync(file);
  const packed = packExtents([{ offsetBytes: 3 << 20, lengthBytes: bytes.length }]);
  const [row] = await harness.query<{ hash: string }>(
    `SELECT encode(index_hash, 'hex') AS hash FROM restore_point_disks WHERE restore_point_id = $1`,
    [point.restorePointId],
  );
  await harness.query(`INSERT INTO changed_extents (restore_point_id, device_key, extents) VALUES ($1, 2000, $2)`, [
    later.restorePointId,
    Buffer.from(packed),
  ]);
  const incremental = {
    parentRestorePointId: point.restorePointId,
    parentIndexHash: row?.hash,
    extentsSha256: createHash('sha256').update(packed).digest('hex'),
    fallbackToFull: false,
  };
  const disk = { deviceKey: 2000, location: 'images', path, format: 'RAW', capacityBytes: CAPACITY, incremental };
  const operationId = await harness.addOperation({
    kind: 'CAPTURE_RESTORE_POINT',
    restorePointId: later.restorePointId,
    input: { repository: 'main', disks: [disk] },
  });
  expect(await start('capture-disk:whole').ended).toBe('SIGKILL');
  const end = await ending(operationId, start());
  expect([end.state, end.user_errors]).toEqual(['SUCCEEDED', []]);
  expect(end.result).toMatchObject({ readBytes: 1 << 20, newChunkCount: 0 });
}, 150_000);
