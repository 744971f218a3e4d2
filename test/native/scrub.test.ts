// Goal: a scrub finds every object that is not whole and keeps its file; a trace names exactly the indexes that damage
// breaks, with the places; a collection keeps indexes that nobody named when it is told so.
// Method: bench-engine on repositories whose files are changed by hand; what a trace says is compared with a whole
// verification of each index.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataRun, EngineAnswer } from './disk-images.js';
import { makeFolder, objectPath, removeFolder, runEngine, seededBytes, writeImage } from './disk-images.js';

const mebibyte = 1 << 20;
const capacityBytes = 700 * mebibyte;
const everything = ['0', '65536', String(2 ** 40)];
let folder = '';
let repositoryPath = '';

beforeEach(() => {
  folder = makeFolder();
  repositoryPath = join(folder, 'repository');
});
afterEach(() => removeFolder(folder));

/** Chunks by their places; the number is the seed of what stands there. */
function capture(chunks: Readonly<Record<number, number>>): string {
  const runs = Object.entries(chunks).map(
    ([place, seed]): DataRun => ({ offsetBytes: Number(place) * mebibyte, bytes: seededBytes(seed, 5000) }),
  );
  writeImage(join(folder, 'disk.raw'), capacityBytes, runs);
  const { answer } = runEngine(['capture', repositoryPath, folder, 'disk.raw', 'RAW', String(capacityBytes)]);
  return String(answer['indexHash']);
}

function ids(kind: 'chunks' | 'pages'): string[] {
  const names = readdirSync(join(repositoryPath, kind), { recursive: true, encoding: 'utf8' });
  return names.flatMap((path) => (path.length === 70 ? [path.slice(-64)] : [])).sort();
}

function flip(path: string): void {
  const content = readFileSync(path);
  const middle = content.length >> 1;
  content[middle] = (content[middle] ?? 0) ^ 1;
  writeFileSync(path, content);
}

const scrub = (words: readonly string[] = everything): EngineAnswer => runEngine(['scrub', repositoryPath, ...words]);

function trace(badIds: readonly string[], indexes: readonly string[], folders = ['0', '0']): EngineAnswer['answer'] {
  return runEngine(['trace', repositoryPath, ...folders, badIds.join(',') || '-', ...indexes]).answer;
}

/** What a verification of each index finds: the trace must say the same. */
function brokenByVerification(indexes: readonly string[]): string[] {
  return indexes.filter((index) => runEngine(['verify', repositoryPath, index, String(capacityBytes)]).exitCode !== 0);
}

function namesOf(answer: EngineAnswer['answer']): string[] {
  return (answer['indexes'] as unknown as { indexHash: string }[]).map(({ indexHash }) => indexHash);
}

describe('scrub', () => {
  test('in parts of any size reads every object once', () => {
    capture({ 0: 1, 5: 2, 600: 3, 699: 4 });
    const total = { chunkCount: ids('chunks').length, pageCount: ids('pages').length };
    expect(total).toEqual({ chunkCount: 4, pageCount: 3 });
    for (const limit of ['1', '6000', String(2 ** 40)]) {
      const sum = { chunkCount: 0, pageCount: 0 };
      for (let next = 0; next < 65_536; ) {
        const { exitCode, answer } = scrub([String(next), '65536', limit]);
        expect(exitCode).toBe(0);
        sum.chunkCount += Number(answer['chunkCount']);
        sum.pageCount += Number(answer['pageCount']);
        expect(Number(answer['nextFolder'])).toBeGreaterThan(next);
        next = Number(answer['nextFolder']);
      }
      expect(sum).toEqual(total);
    }
  });

  test('keeps each damaged file under a second name, once, and the first name too', () => {
    capture({ 0: 1, 600: 2 });
    const [chunk = ''] = ids('chunks');
    const [page = ''] = ids('pages');
    flip(objectPath(repositoryPath, 'chunks', chunk));
    writeFileSync(objectPath(repositoryPath, 'pages', page), 'RSPG and nothing more');
    const expected = [
      { kind: 'CHUNK', id: chunk, reason: 'DAMAGED', quarantined: true },
      { kind: 'PAGE', id: page, reason: 'DAMAGED', quarantined: true },
    ];
    expect(scrub()).toMatchObject({ exitCode: 1, answer: { bad: expected } });
    expect(scrub()).toMatchObject({ exitCode: 1, answer: { bad: expected } });
    const inode = (kind: 'chunks' | 'pages', id: string) => statSync(objectPath(repositoryPath, kind, id)).ino;
    expect(readdirSync(join(repositoryPath, 'quarantine')).sort()).toEqual([
      `chunk-${chunk}.scrub-${inode('chunks', chunk)}`,
      `page-${page}.scrub-${inode('pages', page)}`,
    ]);
    capture({ 0: 1, 600: 2 });
    expect(scrub().exitCode).toBe(0);
    expect(readdirSync(join(repositoryPath, 'quarantine')).length).toBeGreaterThanOrEqual(2);
  });
});

describe('trace', () => {
  test.each([1, 2, 3, 4])('names the indexes that a verification finds broken (seed %i)', (seed) => {
    const indexes = [0, 1, 2, 3, 4, 5].map((disk) =>
      capture({ 0: 7, 1: 10 + disk, 600: 20 + (disk % 3), 513: 30 + ((disk * seed) % 4) }),
    );
    const chunks = ids('chunks');
    const bad = chunks.filter((_id, at) => at % 7 === seed);
    for (const id of bad) flip(objectPath(repositoryPath, 'chunks', id));
    expect(namesOf(trace(bad, indexes))).toEqual(brokenByVerification(indexes));
    expect(brokenByVerification(indexes).length).toBeGreaterThan(0);
  });

  test('says where: shared pages at several places of one disk, and the end of the disk', () => {
    const index = capture({ 3: 1, 699: 1, 600: 2 });
    const [shared] = ids('chunks').filter((id) => {
      flip(objectPath(repositoryPath, 'chunks', id));
      const found = trace([id], [index])['indexes'] as unknown as { damagedCount: number }[];
      flip(objectPath(repositoryPath, 'chunks', id));
      return found[0]?.damagedCount === 2;
    });
    flip(objectPath(repositoryPath, 'chunks', shared ?? ''));
    const place = (at: number) => ({
      kind: 'CHUNK',
      id: shared,
      reason: 'DAMAGED',
      offsetBytes: at * mebibyte,
      lengthBytes: mebibyte,
    });
    expect(trace([shared ?? ''], [index])).toMatchObject({
      healedCount: 0,
      foundCount: 0,
      indexes: [{ indexHash: index, damagedCount: 2, unreadableCount: 0, objects: [place(3), place(699)] }],
    });
  });

  test('leaves out what was healed, and finds what is missing only where it is told to look', () => {
    const one = capture({ 0: 1 });
    const two = capture({ 0: 2 });
    const healed = ids('chunks');
    expect(trace(healed, [one, two])).toMatchObject({ healedCount: 2, indexes: [] });
    const [gone = ''] = healed;
    const folderOfGone = Number.parseInt(gone.slice(0, 4), 16);
    rmSync(objectPath(repositoryPath, 'chunks', gone));
    const [broken = ''] = brokenByVerification([one, two]);
    expect(namesOf(trace([], [one, two]))).toEqual([]);
    expect(namesOf(trace([], [one, two], [String(folderOfGone), '1']))).toEqual([broken]);
    // A range that goes on at 0 behind the last folder.
    expect(namesOf(trace([], [one, two], ['65535', String(folderOfGone + 2)]))).toEqual([broken]);
    expect(namesOf(trace([], [one, two], [String((folderOfGone + 1) % 65_536), '65535']))).toEqual([]);
    rmSync(objectPath(repositoryPath, 'pages', one));
    const whole = { kind: 'PAGE', id: one, reason: 'MISSING', lengthBytes: 0 };
    expect(trace([], [one])).toMatchObject({ foundCount: 1, indexes: [{ indexHash: one, objects: [whole] }] });
  });
});

describe('a collection that keeps unknown indexes', () => {
  test('takes what was given up and nothing that nobody named', () => {
    const [root, givenUp, unknown] = [capture({ 0: 1 }), capture({ 0: 2 }), capture({ 0: 3 })];
    const yesterday = Date.now() / 1000 - 86_400;
    for (const kind of ['chunks', 'pages'] as const) {
      for (const id of ids(kind)) utimesSync(objectPath(repositoryPath, kind, id), yesterday, yesterday);
    }
    const collect = (words: readonly string[]) =>
      runEngine(['collect', repositoryPath, '0', 'REMOVE', ...words]).answer;
    expect(collect([root, '--', givenUp, root])).toMatchObject({ removedChunkCount: 1, unknownRootCount: 1 });
    expect(brokenByVerification([root, unknown])).toEqual([]);
    expect(collect([root])).toMatchObject({ removedChunkCount: 1, unknownRootCount: 1 });
    expect(brokenByVerification([root])).toEqual([]);
    expect(ids('chunks')).toHaveLength(1);
  });
});
