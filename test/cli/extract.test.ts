/**
 * Goal: a disk comes out of a repository folder alone, in each format, with progress, exit codes and clear errors.
 * Method: the command line in this process on a repository that the engine wrote; no service, no setting, no database.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  closeSync,
  existsSync,
  linkSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { runCli } from '../../src/cli/run-cli.js';
import {
  fileHash,
  makeFolder,
  nativeEngine,
  objectPath,
  recordingControl,
  removeFolder,
  seededBytes,
  writeImage,
} from '../native/disk-images.js';
import { complaintsOfQemu } from '../native/vmdk-judges.js';
import { fakeTerminal } from './fake-terminal.js';

const mebibyte = 1 << 20;
const capacityBytes = 96 * mebibyte + 512;
let folder = '';
let repositoryPath = '';
let indexHash = '';

beforeAll(async () => {
  folder = makeFolder();
  repositoryPath = join(folder, 'repository');
  writeImage(join(folder, 'disk.raw'), capacityBytes, [
    { offsetBytes: mebibyte, bytes: seededBytes(1, 60 * mebibyte) },
  ]);
  const source = { rootPath: folder, relativePath: 'disk.raw' };
  const request = { repositoryPath, source, sourceFormat: 'RAW', capacityBytes } as const;
  indexHash = (await nativeEngine().captureDisk(request, recordingControl())).indexHash;
});
afterAll(() => removeFolder(folder));

async function run(...words: string[]) {
  const terminal = fakeTerminal();
  const exitCode = await runCli(['extract', ...words], terminal);
  return { exitCode, out: terminal.out(), error: terminal.error() };
}

const repository = (): string[] => ['--repository', repositoryPath];

describe('extract', () => {
  it('writes the disk as a raw file and says what it wrote', async () => {
    const file = join(folder, 'plain.raw');
    const { exitCode, out, error } = await run(indexHash, file, ...repository(), '--json');
    expect({ exitCode, hash: fileHash(file) }).toEqual({ exitCode: 0, hash: fileHash(join(folder, 'disk.raw')) });
    const dataBytes = 60 * mebibyte;
    const said = { file, format: 'raw', indexHash, capacityBytes, dataBytes, writtenBytes: dataBytes, resumedBytes: 0 };
    expect(JSON.parse(out)).toEqual(said);
    expect(error).toMatch(/^extract 100 %/m);
  });

  it.each([
    ['vmdk-flat', 'monolithicFlat'],
    ['vmdk', 'monolithicSparse'],
    ['vmdk-stream', 'streamOptimized'],
    ['qcow2', 'qcow2'],
  ])('writes %s that other readers open', async (format, createType) => {
    const file = join(folder, `${format}.vmdk`);
    const { exitCode, out } = await run(indexHash.toUpperCase(), file, ...repository(), '--format', format);
    expect({ exitCode, out }).toEqual({
      exitCode: 0,
      out: `${file}: 96.0 MiB, 60.0 MiB of it data, every chunk verified\n`,
    });
    expect(complaintsOfQemu(file, join(folder, 'disk.raw'), createType)).toEqual([]);
  });

  it('a file that exists is neither replaced nor called verified, also when this command wrote it', async () => {
    const file = join(folder, 'twice.raw');
    expect((await run(indexHash, file, ...repository())).exitCode).toBe(0);
    const written = openSync(file, 'r+');
    writeSync(written, 'a guest ran from it', mebibyte);
    closeSync(written);
    const foreign = join(folder, 'foreign.raw');
    writeFileSync(foreign, 'precious');
    for (const path of [file, foreign]) {
      const before = fileHash(path);
      const { exitCode, out } = await run(indexHash, path, ...repository(), '--json');
      expect({ exitCode, code: JSON.parse(out).error.code, hash: fileHash(path) }).toEqual({
        exitCode: 1,
        code: 'TARGET_EXISTS',
        hash: before,
      });
    }
  });

  it('goes on where a crash came between the name of the file and the end of its journal', async () => {
    const file = join(folder, 'crashed.raw');
    const journal = `${file}.reinstate-journal`;
    const kept = join(folder, 'kept-journal');
    const watcher = watch(folder, () => {
      if (!existsSync(kept) && existsSync(journal)) linkSync(journal, kept);
    });
    expect((await run(indexHash, file, ...repository())).exitCode).toBe(0);
    watcher.close();
    renameSync(kept, journal);
    const again = await run(indexHash, file, ...repository(), '--json');
    expect({ exitCode: again.exitCode, left: existsSync(journal) }).toEqual({ exitCode: 0, left: false });
    expect(JSON.parse(again.out)).toMatchObject({ writtenBytes: 0 });
  });

  it('stops at Ctrl-C and goes on when typed again', async () => {
    const file = join(folder, 'stopped.raw');
    const terminal = fakeTerminal();
    const running = runCli(['extract', indexHash, file, ...repository()], terminal);
    while (!existsSync(`${file}.reinstate-partial`) && !existsSync(file)) await new Promise(setImmediate);
    expect(terminal.interrupt()).toBe(true);
    expect(await running).toBe(1);
    expect(terminal.error()).toContain('the same command goes on where it was');
    expect(existsSync(file)).toBe(false);
    expect((await run(indexHash, file, ...repository())).exitCode).toBe(0);
    expect(fileHash(file)).toBe(fileHash(join(folder, 'disk.raw')));
  });

  it.each([
    ['an index hash that is none', ['abc', 'x.raw', '--repository', '.'], 2, 'USAGE'],
    ['a format that is none', ['ab'.repeat(32), 'x.raw', '--repository', '.', '--format', 'vhd'], 2, 'USAGE'],
    ['no repository given', ['ab'.repeat(32), 'x.raw'], 2, 'USAGE'],
    ['a repository that is none', ['ab'.repeat(32), 'x.raw', '--repository', '/nowhere'], 1, 'REPOSITORY_NOT_FOUND'],
  ])('refuses %s', async (_name, words, exitCode, code) => {
    const answer = await run(...words, '--json');
    expect({ exitCode: answer.exitCode, code: JSON.parse(answer.out).error.code }).toEqual({ exitCode, code });
  });

  it('refuses an index that is not there, and names a chunk that is damaged; no file gets its name', async () => {
    const missing = await run('ab'.repeat(32), join(folder, 'no.raw'), ...repository(), '--json');
    expect(JSON.parse(missing.out).error.code).toBe('INDEX_DAMAGED');
    const chunks = readdirSync(join(repositoryPath, 'chunks'), { recursive: true, encoding: 'utf8' });
    const chunk = chunks.map((path) => path.slice(-64)).find((name) => name.length === 64 && !name.includes('/')) ?? '';
    rmSync(objectPath(repositoryPath, 'chunks', chunk));
    const damaged = await run(indexHash, join(folder, 'no.raw'), ...repository(), '--json');
    expect({ exitCode: damaged.exitCode, code: JSON.parse(damaged.out).error.code }).toEqual({
      exitCode: 1,
      code: 'CHUNK_MISSING',
    });
    expect(damaged.error).toContain(chunk);
    expect(existsSync(join(folder, 'no.raw'))).toBe(false);
  });
});
