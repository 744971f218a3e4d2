// Goal: a collection removes what no index needs and nothing else, whatever captures do and whenever it is killed.
// Method: what stays is compared with a repository that never held anything else; captures are stopped half-way, aged
// files are collected around them, and the indexes that come out are verified.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAddon } from '../../src/adapters/native/load-addon.js';
import { createNativeGarbageCollector } from '../../src/adapters/native/native-copy-engine.js';
import type { DataRun, EngineAnswer } from './disk-images.js';
import {
  benchEnginePath,
  makeFolder,
  objectPath,
  removeFolder,
  runEngine,
  seededBytes,
  startEngine,
  waitFor,
  writeImage,
} from './disk-images.js';

const mebibyte = 1 << 20;
const capacityBytes = 700 * mebibyte;
let folder = '';
let repositoryPath = '';
const started: ReturnType<typeof startEngine>[] = [];

beforeEach(() => {
  folder = makeFolder();
  repositoryPath = join(folder, 'repository');
});
afterEach(() => {
  for (const engine of started.splice(0)) engine.kill('SIGKILL');
  removeFolder(folder);
});

function captureWords(runs: readonly DataRun[], repository: string): string[] {
  writeImage(join(folder, 'disk.raw'), capacityBytes, runs);
  return ['capture', repository, folder, 'disk.raw', 'RAW', String(capacityBytes), '--workers', '1'];
}

function capture(runs: readonly DataRun[], repository = repositoryPath): string {
  const { exitCode, answer } = runEngine(captureWords(runs, repository));
  expect(exitCode).toBe(0);
  return String(answer['indexHash']);
}

function collect(roots: readonly string[], mode: 'DRY_RUN' | 'REMOVE' = 'REMOVE', minimumAgeMs = 0): EngineAnswer {
  return runEngine(['collect', repositoryPath, String(minimumAgeMs), mode, ...roots]);
}

function objects(repository = repositoryPath): string[] {
  const found: string[] = [];
  for (const kind of ['chunks', 'pages']) {
    for (const path of readdirSync(join(repository, kind), { recursive: true, encoding: 'utf8' })) {
      if (path.length === 70) found.push(`${kind}/${path.slice(-64)}`);
    }
  }
  return found.sort();
}

/** Makes everything in the repository look a day old. */
function age(): void {
  const yesterday = Date.now() / 1000 - 86_400;
  for (const name of objects()) {
    const [kind, id] = name.split('/') as ['chunks' | 'pages', string];
    utimesSync(objectPath(repositoryPath, kind, id), yesterday, yesterday);
  }
}

function expectSound(indexHash: string): void {
  const { exitCode, answer } = runEngine(['verify', repositoryPath, indexHash, String(capacityBytes)]);
  expect({ exitCode, damaged: answer['damagedChunkCount'] }).toEqual({ exitCode: 0, damaged: 0 });
}

const runsOf = (seeds: readonly number[]): DataRun[] =>
  seeds.map((seed) => ({ offsetBytes: (seed % 700) * mebibyte, bytes: seededBytes(seed, 5000) }));

describe('what stays', () => {
  test.each([1, 2, 3])('is what a repository holds that never had anything else (seed %i)', (seed) => {
    const disks = [0, 1, 2, 3, 4].map((disk) => runsOf([7, 600, 100 + disk, 3 * disk, 520 + ((disk * seed) % 4)]));
    const indexes = disks.map((runs) => capture(runs));
    const kept = disks.flatMap((runs, at) => ((at + seed) % 3 === 0 ? [{ runs, index: indexes[at] ?? '' }] : []));
    const before = objects();
    age();
    for (const { runs } of kept) capture(runs, join(folder, 'fresh'));
    const expected = objects(join(folder, 'fresh'));
    const roots = kept.map(({ index }) => index);
    const counts = {
      chunkCount: before.filter((name) => name.startsWith('chunks')).length,
      pageCount: before.filter((name) => name.startsWith('pages')).length,
      removedChunkCount: before.filter((name) => name.startsWith('chunks') && !expected.includes(name)).length,
      removedPageCount: before.filter((name) => name.startsWith('pages') && !expected.includes(name)).length,
      youngCount: 0,
    };
    expect(collect(roots, 'DRY_RUN').answer).toMatchObject(counts);
    expect(objects()).toEqual(before);
    expect(collect(roots).answer).toMatchObject(counts);
    expect(objects()).toEqual(expected);
    for (const root of roots) expectSound(root);
    expect(collect(roots).answer).toMatchObject({ removedChunkCount: 0, removedPageCount: 0, removedBytes: 0 });
  });

  test('is young: an increment that ended just now is whole, although nobody named it and its chunks are old', () => {
    const kept = capture(runsOf([1, 2]));
    const parent = capture(runsOf([3, 600]));
    age();
    const words = captureWords(runsOf([3, 600, 5]), repositoryPath);
    writeFileSync(join(folder, 'extents'), `${5 * mebibyte} 5000\n`);
    words.splice(6, 0, parent, join(folder, 'extents'));
    const increment = String(runEngine(words).answer['indexHash']);
    const yesterday = Date.now() / 1000 - 86_400;
    utimesSync(objectPath(repositoryPath, 'pages', parent), yesterday, yesterday);
    const { answer } = collect([kept], 'REMOVE', 3_600_000);
    // The increment's root page alone is counted, not what it names.
    expect(answer).toMatchObject({ removedChunkCount: 0, removedPageCount: 2, youngCount: 1 });
    expectSound(increment);
    expectSound(kept);
  });

  test('the port says the same', async () => {
    const kept = capture(runsOf([1, 2]));
    capture(runsOf([2, 3]));
    age();
    const loaded = loadAddon();
    if (loaded.state === 'unavailable') throw new Error(loaded.reason);
    const collector = createNativeGarbageCollector(loaded.addon);
    const lists = { rootIndexHashes: [kept], givenUpIndexHashes: [] };
    const request = { repositoryPath, ...lists, minimumAgeMs: 0, dryRun: false, keepUnknown: false };
    const result = await collector.collectGarbage(request, new AbortController().signal);
    expect(result).toMatchObject({ chunkCount: 3, removedChunkCount: 1, removedPageCount: 2, youngCount: 0 });
    expectSound(kept);
    await expect(collector.collectGarbage(request, AbortSignal.abort())).rejects.toMatchObject({ code: 'ABORTED' });
  });
});

describe('captures meanwhile', () => {
  const reused: DataRun[] = [{ offsetBytes: 0, bytes: seededBytes(50, 20 * mebibyte) }];
  const fresh: DataRun = { offsetBytes: 300 * mebibyte, bytes: seededBytes(51, 60 * mebibyte) };

  async function stopHalfWay(words: readonly string[], soFar: number): Promise<ReturnType<typeof startEngine>> {
    const engine = startEngine(words);
    started.push(engine);
    await waitFor(() => objects().length > soFar, 'a chunk of the capture');
    engine.kill('SIGSTOP');
    return engine;
  }

  test('chunks that a running capture found and did not write stay', async () => {
    const kept = capture(runsOf([1]));
    const dropped = capture(reused);
    age();
    const running = await stopHalfWay(captureWords([...reused, fresh], repositoryPath), objects().length);
    expect(collect([kept]).answer).toMatchObject({ removedChunkCount: 0, removedPageCount: 2 });
    running.kill('SIGCONT');
    const { exitCode, answer } = await running.ended;
    expect(exitCode).toBe(0);
    expectSound(String(answer['indexHash']));
    expectSound(kept);
    expect(objects()).not.toContain(`pages/${dropped}`);
  });

  test('what the parent of a running incremental capture names stays, although the parent is no root', async () => {
    const kept = capture(runsOf([1]));
    const parent = capture([...reused, { offsetBytes: 600 * mebibyte, bytes: seededBytes(52, 5000) }]);
    age();
    const words = captureWords([...reused, fresh], repositoryPath);
    const extents = join(folder, 'extents');
    writeFileSync(extents, `${fresh.offsetBytes} ${fresh.bytes.length}\n`);
    words.splice(6, 0, parent, extents);
    const running = await stopHalfWay(words, objects().length);
    expect(collect([kept]).answer).toMatchObject({ removedChunkCount: 0, removedPageCount: 0 });
    running.kill('SIGCONT');
    const { exitCode, answer } = await running.ended;
    expect(exitCode).toBe(0);
    expectSound(String(answer['indexHash']));
    age();
    expect(collect([kept, String(answer['indexHash'])]).answer).toMatchObject({ removedPageCount: 2 });
    expectSound(String(answer['indexHash']));
  });

  test('captures and collections in turn, all at once, leave every index sound', async () => {
    const kept = capture(runsOf([1, 2, 3]));
    const images = [10, 20, 30].map((seed) => runsOf([seed, seed + 1, 2, 600]));
    for (const runs of images) capture(runs);
    for (let round = 0; round < 12; round++) {
      age();
      // The minimum age covers a capture that ends before the collection begins and is in no list yet.
      const running = startEngine(captureWords(images[round % 3] ?? [], repositoryPath));
      const collecting = startEngine(['collect', repositoryPath, '60000', 'REMOVE', kept]);
      started.push(running, collecting);
      const [captured, collected] = await Promise.all([running.ended, collecting.ended]);
      expect([captured.exitCode, collected.exitCode]).toEqual([0, 0]);
      expectSound(String(captured.answer['indexHash']));
      expectSound(kept);
    }
  });
});

test('a collection that is killed anywhere leaves a sound repository, and the next one finishes', async () => {
  const runs = Array.from({ length: 600 }, (_, at) => ({ offsetBytes: at * mebibyte, bytes: seededBytes(at, 512) }));
  const kept = capture(runs.slice(0, 200));
  capture(runs);
  age();
  let kills = 0;
  for (const delayMs of [1, 2, 3, 4, 5, 6, 8]) {
    const collecting = startEngine(['collect', repositoryPath, '0', 'REMOVE', kept]);
    setTimeout(() => collecting.kill('SIGKILL'), delayMs);
    if ((await collecting.ended).signal === 'SIGKILL') kills++;
    expectSound(kept);
  }
  expect(kills).toBeGreaterThan(0);
  expect(collect([kept]).exitCode).toBe(0);
  capture(runs.slice(0, 200), join(folder, 'fresh'));
  expect(objects()).toEqual(objects(join(folder, 'fresh')));
});

describe('refused', () => {
  test('no roots, roots that are not there, a root with a damaged page: nothing is removed', () => {
    const kept = capture(runsOf([1, 600]));
    capture(runsOf([2]));
    age();
    const before = objects();
    expect(collect([]).answer).toMatchObject({ kind: 'permanent', code: 'NO_ROOTS' });
    expect(collect([kept, 'ab'.repeat(32)]).answer).toMatchObject({ code: 'INDEX_DAMAGED' });
    expect(collect(['x']).answer).toMatchObject({ code: 'INDEX_DAMAGED' });
    expect(objects()).toEqual(before);
    const fresh = join(folder, 'fresh');
    capture(runsOf([1, 600]), fresh);
    const leaf = objects(fresh).find((name) => name.startsWith('pages/') && name !== `pages/${kept}`) ?? '';
    writeFileSync(objectPath(repositoryPath, 'pages', leaf.slice(6)), 'damaged');
    expect(collect([kept]).answer).toMatchObject({ code: 'INDEX_DAMAGED', chunkId: leaf.slice(6) });
    expect(objects()).toEqual(before);
  });

  test('two collections at once', () => {
    const kept = capture(runsOf([1]));
    const words = [
      '-x',
      join(repositoryPath, 'pages'),
      benchEnginePath,
      'collect',
      repositoryPath,
      '0',
      'REMOVE',
      kept,
    ];
    const { status, stderr } = spawnSync('flock', words, { encoding: 'utf8' });
    expect({ status, ...(JSON.parse(stderr) as object) }).toMatchObject({ status: 1, code: 'REPOSITORY_BUSY' });
  });
});
