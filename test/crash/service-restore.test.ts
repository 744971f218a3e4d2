/**
 * Goal: a restore survives the death of its executor at every step, and the death of PostgreSQL in its midst, without a
 * person doing anything; a capture likewise.
 * Method: a real executor process that ends itself with SIGKILL at a named debug point, then a second one; afterwards
 * the files are compared with their sources by SHA-256 and the catalog is asked for how the operation ended. Length:
 * REINSTATE_CRASH_ROUNDS, choices: REINSTATE_SEED.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { serialiseConfigInfo } from '../../src/domain/config-info/serialise.js';
import { toJson } from '../../src/domain/config-info/to-json.js';
import { type DebugPoint, DEBUG_POINTS } from '../../src/executor/debug-point.js';
import { Harness, noise, type SeededPoint, sha256 } from '../support/executor/executor-harness.js';
import { ExecutorProcess } from '../support/executor/executor-process.js';

const ITEMS = ['CONFIG_INFO', 'NVRAM'];
const NVRAM = noise(8192, 77);
const TREE = {
  root: {
    kind: 'object' as const,
    type: null,
    fields: [{ name: 'name', value: { kind: 'text' as const, type: null, text: 'vm' } }],
  },
  moRef: null,
};
const DISK_BYTES = [24 << 20, 2 << 20];

const ROUNDS = Number(process.env['REINSTATE_CRASH_ROUNDS'] ?? '8');
const SEED = Number(process.env['REINSTATE_SEED'] ?? Date.now() % 1_000_000_007);
/** Work on repositories has a test of its own. */
const POINTS = DEBUG_POINTS.filter((debugPoint) => !/^(scrub|collect):/.test(debugPoint));
/** All points from 31 rounds up; fewer rounds take so many of them, chosen by the seed. */
const CHOSEN = POINTS.filter((debugPoint) => rankOf(debugPoint) < ROUNDS);

/** Place of a point in the order that the seed makes. */
function rankOf(debugPoint: DebugPoint): number {
  const order = POINTS.toSorted((one, other) => (shuffled(one) < shuffled(other) ? -1 : 1));
  return order.indexOf(debugPoint);
}

function shuffled(debugPoint: DebugPoint): string {
  return sha256(Buffer.from(`${SEED} ${debugPoint}`));
}

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
    return await harness.waitForEnd(operationId, 40_000);
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${executor.output.slice(-4_000)}`);
  }
}

beforeAll(async () => {
  harness = await Harness.create();
  point = await harness.seedPoint({
    diskBytes: DISK_BYTES,
    document: { form: 'GOVC_JSON', document: serialiseConfigInfo(TREE) },
  });
  await harness.addNvram(point, NVRAM);
  const executor = start();
  const end = await ending(await harness.addCapture(point), executor);
  expect([end.state, end.user_errors]).toEqual(['SUCCEEDED', []]);
  await executor.terminate();
}, 60_000);

afterEach(async () => {
  for (const executor of processes) await executor.kill();
  processes = [];
});

afterAll(async () => {
  await harness?.close();
});

function expectWholeRestore(folder: string): void {
  const files = readdirSync(join(harness.place.restores, folder)).sort();
  expect(files).toEqual(['config-info.json', 'disk-2000.raw', 'disk-2001.raw', 'vm.nvram']);
  for (const disk of point.disks) {
    expect(sha256(harness.restoredFile(folder, `disk-${disk.deviceKey}.raw`))).toBe(disk.sha256);
  }
  expect(sha256(harness.restoredFile(folder, 'vm.nvram'))).toBe(sha256(NVRAM));
  expect(harness.restoredFile(folder, 'config-info.json').toString()).toBe(toJson(TREE));
}

/** Runs an executor until the point ends it. Says so when it ends the operation instead and lives on. */
async function killedAt(debugPoint: DebugPoint, operationId: string): Promise<string> {
  const executor = start(debugPoint);
  const livesOn = ending(operationId, executor).then(
    () => Promise.race([executor.ended, sleep(5_000, 'lives on', { ref: false })]),
    (error: Error) => error.message,
  );
  const end = await Promise.race([executor.ended, livesOn]);
  return `${end} ${executor.output.includes('debug point reached') ? debugPoint : 'elsewhere'}`;
}

async function killedInRestore(debugPoint: DebugPoint): Promise<void> {
  const folder = `killed/${debugPoint.replace(':', '-')}`;
  const operationId = await harness.addRestore(point, folder, ITEMS);
  expect(await killedAt(debugPoint, operationId)).toBe(`SIGKILL ${debugPoint}`);
  const end = await ending(operationId, start());
  expect([end.state, end.percent, end.user_errors]).toEqual(['SUCCEEDED', 100, []]);
  expectWholeRestore(folder);
  const claims = await harness.query('SELECT path FROM target_claims WHERE operation_id = $1', [operationId]);
  expect(claims).toEqual([]);
}

async function killedInCapture(debugPoint: DebugPoint): Promise<void> {
  const other = await harness.seedPoint({ diskBytes: [1 << 20], seed: 7 });
  const operationId = await harness.addCapture(other);
  expect(await killedAt(debugPoint, operationId)).toBe(`SIGKILL ${debugPoint}`);
  const end = await ending(operationId, start());
  expect([end.state, end.user_errors]).toEqual(['SUCCEEDED', []]);
}

async function killedInVerification(debugPoint: DebugPoint): Promise<void> {
  const { restorePointId } = point;
  const operationId = await harness.addOperation({ kind: 'VERIFY_RESTORE_POINT', restorePointId });
  expect(await killedAt(debugPoint, operationId)).toBe(`SIGKILL ${debugPoint}`);
  const end = await ending(operationId, start());
  expect([end.state, end.user_errors]).toEqual(['SUCCEEDED', []]);
}

/** What a cancelled restore made is taken away. */
async function killedInUndo(debugPoint: DebugPoint): Promise<void> {
  const folder = `cancelled/${debugPoint.replace(':', '-')}`;
  const operationId = await harness.addRestore(point, folder, ITEMS);
  expect(await killedAt('restore-disk:copying', operationId)).toBe('SIGKILL restore-disk:copying');
  await harness.query('UPDATE operations SET cancel_requested_at = now() WHERE id = $1', [operationId]);
  expect(await killedAt(debugPoint, operationId)).toBe(`SIGKILL ${debugPoint}`);
  const end = await ending(operationId, start());
  expect([end.state, end.user_errors.map(({ code }) => code)]).toEqual(['CANCELLED', ['CANCELLED']]);
  expect(existsSync(join(harness.place.restores, folder))).toBe(false);
}

describe(`the executor is killed (${CHOSEN.length} of ${POINTS.length} points, seed ${SEED})`, () => {
  test.each(CHOSEN)(
    'at %s: the next one brings the work to its right end',
    async (debugPoint) => {
      if (debugPoint.startsWith('undo')) await killedInUndo(debugPoint);
      else if (debugPoint.startsWith('capture-disk')) await killedInCapture(debugPoint);
      else if (debugPoint.startsWith('verify-disk')) await killedInVerification(debugPoint);
      else await killedInRestore(debugPoint);
    },
    120_000,
  );
});

describe('the executor is told to stop', () => {
  test('SIGTERM leaves the restore RUNNING, and the next start finishes it', async () => {
    const operationId = await harness.addRestore(point, 'drained', ITEMS);
    const first = start();
    await harness.waitFor(operationId, ({ state }) => state === 'RUNNING');
    expect(await first.terminate()).toBe('0');
    expect((await harness.operation(operationId)).state).toMatch(/^(RUNNING|SUCCEEDED)$/);
    const end = await ending(operationId, start());
    expect([end.state, end.user_errors]).toEqual(['SUCCEEDED', []]);
    expectWholeRestore('drained');
  }, 60_000);
});
