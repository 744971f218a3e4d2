// Goal: the threads of the copy engine never race, and no byte is read that was never written.
// Method: fault-engine built with ThreadSanitizer; bench-engine as it is delivered, under valgrind, through capture,
// increment, verification, restore into every format, damage and collection.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildInstrumented } from '../../src/setup/build-instrumented.mjs';
import { benchEnginePath, removeFolder } from '../native/disk-images.js';
import { type InterruptedDisk, makeInterruptedDisk } from '../native/interrupted-restore.js';
import { faultSeed, runFaults, runProgram } from '../support/instrumented-engine.js';
import { peerOrSkip } from '../support/peers.js';

const limitMs = 1_800_000;
const formats = ['RAW_SPARSE', 'RAW_THICK', 'VMDK_FLAT', 'VMDK_SPARSE', 'VMDK_STREAM_OPTIMIZED', 'QCOW2'];
let disk: InterruptedDisk;

beforeAll(async () => {
  await buildInstrumented('tsan');
  disk = makeInterruptedDisk(12);
}, 900_000);
afterAll(() => removeFolder(disk.folder));

describe(`ThreadSanitizer, seed ${faultSeed}`, () => {
  test.each([
    ['storage-errors', ['--one-in', '20', '--workers', '3']],
    ['mutations', ['--count', '300', '--workers', '3']],
  ] as const)(
    '%s with three workers',
    async (command, settings) => {
      const { counts, ...outcome } = await runFaults('tsan', command, settings);
      expect(outcome).toEqual({ exitCode: 0, complaints: '' });
      expect(counts['complaints']).toBe(0);
    },
    limitMs,
  );

  test.each(formats)('restore as %s with four workers', async (format) => {
    const folder = await buildInstrumented('tsan');
    const { exitCode, stderr } = await runProgram([join(folder, 'bench-engine'), ...restoreWords(format, 'tsan')]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  });
});

function restoreWords(format: string, name: string): string[] {
  const { repositoryPath, indexHash, capacityBytes, folder } = disk;
  const words = ['restore', repositoryPath, indexHash, String(capacityBytes), folder, `${name}-${format}.vmdk`];
  return [...words, `operation-${name}`, '1', format, '--workers', '4', '--nice', '0'];
}

peerOrSkip('valgrind')(
  'valgrind finds nothing in any command',
  () => {
    const { repositoryPath, indexHash, capacityBytes, folder } = disk;
    const capacity = String(capacityBytes);
    const second = join(folder, 'second');
    const runs = [
      ['capture', second, folder, 'disk.raw', 'RAW', capacity],
      ['verify', repositoryPath, indexHash, capacity],
      ...formats.map((format) => restoreWords(format, 'valgrind')),
      ['collect', second, '0', 'REMOVE', indexHash],
      ['verify', second, 'ab'.repeat(32), capacity],
    ];
    const marks = ['--error-exitcode=99', '--leak-check=full', '--errors-for-leak-kinds=definite', '-q'];
    for (const words of runs) {
      const { status, stderr } = spawnSync('valgrind', [...marks, benchEnginePath, ...words], { encoding: 'utf8' });
      const said = stderr.split('\n').filter((line) => line.startsWith('=='));
      expect({ words: words[0], found: status === 99, said }).toEqual({ words: words[0], found: false, said: [] });
    }
  },
  limitMs,
);
