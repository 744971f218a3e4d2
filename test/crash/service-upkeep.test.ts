/**
 * Goal: an executor that dies in the midst of a scrub or a collection costs nothing: the work ends rightly in the next
 * process, damage found before the death is marked, and every restore point that stays is whole.
 * Method: a real executor process that ends itself with SIGKILL at each debug point of this work, and at random moments
 * of a collection that removes hundreds of files; then a second one, and a verification of every point that is left.
 * Length: REINSTATE_CRASH_ROUNDS, choices: REINSTATE_SEED.
 */
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { type DebugPoint, DEBUG_POINTS } from '../../src/executor/debug-point.js';
import { Harness, noise, type SeededPoint } from '../support/executor/executor-harness.js';
import { ExecutorProcess } from '../support/executor/executor-process.js';

const LENGTH = Number(process.env['REINSTATE_CRASH_ROUNDS'] ?? '8');
const ROUNDS = Math.ceil(LENGTH / 16);
const SEED = Number(process.env['REINSTATE_SEED'] ?? Date.now() % 1_000_000_007);
const POINTS = DEBUG_POINTS.filter((debugPoint) => /^(scrub|collect):/.test(debugPoint));
/** All from 28 rounds up; fewer rounds take some of them, beginning where the seed says. */
const CHOSEN = POINTS.filter((_point, at) => (at + SEED) % POINTS.length < Math.ceil(LENGTH / 4));
const BLOCK = 4096;
const CHUNK = 1 << 20;

let harness: Harness;
let kept: SeededPoint[] = [];
let processes: ExecutorProcess[] = [];
let nextSeed = SEED >>> 0;

beforeAll(async () => {
  harness = await Harness.create();
  const executor = start();
  kept = [await capture(executor, [1, 2, 3]), await capture(executor, [3, 4, 5])];
  await executor.terminate();
}, 60_000);

afterEach(async () => {
  for (const executor of processes) await executor.kill();
  processes = [];
});

afterAll(async () => {
  await harness?.close();
});

function start(debugPoint?: DebugPoint): ExecutorProcess {
  const keyFiles = harness.keyFiles();
  const options = { place: harness.place, databaseUrl: harness.database.url, keyFiles };
  const started = new ExecutorProcess(debugPoint === undefined ? options : { ...options, debugPoint });
  processes.push(started);
  return started;
}

async function ending(operationId: string, executor: ExecutorProcess) {
  try {
    return await harness.waitForEnd(operationId, 40_000);
  } catch (error) {
    throw new Error(`seed ${SEED}: ${(error as Error).message}\n${executor.output.slice(-4_000)}`);
  }
}

/** One block of noise in each chunk, told apart by the seeds. */
async function capture(executor: ExecutorProcess, seeds: readonly number[]): Promise<SeededPoint> {
  const point = await harness.seedPoint({ diskBytes: [seeds.length * CHUNK] });
  const image = Buffer.alloc(seeds.length * CHUNK);
  seeds.forEach((seed, at) => noise(BLOCK, seed).copy(image, at * CHUNK));
  writeFileSync(join(harness.place.images, point.disks[0]?.file as string), image);
  expect((await ending(await harness.addCapture(point), executor)).state).toBe('SUCCEEDED');
  return point;
}

/** A point that was deleted: its chunks are old, and nobody else names them. */
async function leaveGarbage(seeds: readonly number[]): Promise<void> {
  const executor = start();
  const { restorePointId } = await capture(executor, seeds);
  await executor.terminate();
  await harness.query(
    `INSERT INTO retired_indexes SELECT repository_id, index_hash FROM restore_point_disks WHERE restore_point_id = $1
     ON CONFLICT DO NOTHING`,
    [restorePointId],
  );
  await harness.query(
    `UPDATE restore_point_disks SET state = 'NOT_CAPTURED', repository_id = NULL, index_hash = NULL
     WHERE restore_point_id = $1`,
    [restorePointId],
  );
  const yesterday = Date.now() / 1000 - 86_400;
  for (const path of objects()) utimesSync(path, yesterday, yesterday);
}

function objects(): string[] {
  return ['chunks', 'pages'].flatMap((kind) => {
    const folder = join(harness.place.repository, kind);
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return names.filter((name) => name.length === 70).map((name) => join(folder, name));
  });
}

function damageSharedChunk(): () => void {
  const path = objects().find((name) => name.includes('/chunks/') && readFileSync(name).includes(noise(BLOCK, 3)));
  const whole = readFileSync(path as string);
  const bad = Buffer.from(whole);
  bad[100] = (bad[100] ?? 0) ^ 1;
  writeFileSync(path as string, bad);
  return () => writeFileSync(path as string, whole);
}

const addCollection = () =>
  harness.addOperation({
    kind: 'COLLECT_GARBAGE',
    repository: 'main',
    input: { repository: 'main', dryRun: false, confirmed: true, minimumAgeMs: 3_600_000 },
  });

const addScrub = () =>
  harness.addOperation({
    kind: 'SCRUB_REPOSITORY',
    repository: 'main',
    input: { repository: 'main', folderCount: 65_536, inBackground: false },
  });

async function expectKeptPointsWhole(executor: ExecutorProcess): Promise<void> {
  const ids: string[] = [];
  for (const { restorePointId } of kept) {
    ids.push(await harness.addOperation({ kind: 'VERIFY_RESTORE_POINT', restorePointId }));
  }
  const ends = await Promise.all(ids.map((id) => ending(id, executor)));
  expect(ends.map((end) => [end.state, end.user_errors])).toEqual(ids.map(() => ['SUCCEEDED', []]));
}

async function statesOfKept(): Promise<string[]> {
  const ids = kept.map(({ restorePointId }) => restorePointId);
  const rows = await harness.query<{ state: string }>('SELECT state FROM restore_points WHERE id = ANY ($1)', [ids]);
  return rows.map(({ state }) => state);
}

test.each(CHOSEN)(
  'an executor that dies at %s leaves work that the next one ends rightly',
  async (debugPoint) => {
    const isScrub = debugPoint.startsWith('scrub');
    const mend = isScrub ? damageSharedChunk() : () => undefined;
    if (!isScrub) await leaveGarbage([100, 101, 102, 103]);
    const operationId = await (isScrub ? addScrub() : addCollection());
    const first = start(debugPoint);
    expect(await Promise.race([first.ended, sleep(40_000, 'lives on', { ref: false })])).toBe('SIGKILL');
    const next = start();
    const end = await ending(operationId, next);
    if (isScrub) {
      expect([end.state, end.user_errors.map(({ code }) => code)]).toEqual(['FAILED', ['REPOSITORY_DAMAGED']]);
      expect(await statesOfKept()).toEqual(['DAMAGED', 'DAMAGED']);
    } else {
      expect([end.state, end.user_errors]).toEqual(['SUCCEEDED', []]);
      expect(objects()).toHaveLength(7);
    }
    mend();
    await expectKeptPointsWhole(next);
    expect(await statesOfKept()).toEqual(['AVAILABLE', 'AVAILABLE']);
  },
  120_000,
);

test(
  `a collection is killed at random moments: ${ROUNDS} rounds`,
  async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      await leaveGarbage(Array.from({ length: 150 }, (_, at) => 1_000 + at));
      const before = objects().length;
      const operationId = await addCollection();
      const first = start();
      await harness.waitFor(operationId, ({ phase }) => phase !== 'queued' && phase !== 'starting');
      await sleep(random() * 60);
      await first.kill();
      const left = objects().length;
      const next = start();
      expect((await ending(operationId, next)).state).toBe('SUCCEEDED');
      process.stderr.write(
        `collection killed: seed ${SEED}, round ${round}: ${before} objects, ${left} at the death\n`,
      );
      expect(objects()).toHaveLength(7);
      await expectKeptPointsWhole(next);
      await next.terminate();
    }
  },
  (ROUNDS + 1) * 60_000,
);

/** Mulberry32: small, and the same for the same seed. */
function random(): number {
  nextSeed = (nextSeed + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(nextSeed ^ (nextSeed >>> 15), nextSeed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}
