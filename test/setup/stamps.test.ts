/**
 * Goal: two set-ups never work at once, and one that was killed blocks nobody.
 * Method: take the lock from several processes that note when they begin and end; leave locks of processes that are
 * gone.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { hashFiles, isStamped, stamp, withLock } from '../../src/setup/stamps.mjs';

const stampsModule = pathToFileURL(join(import.meta.dirname, '..', '..', 'src', 'setup', 'stamps.mjs')).href;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reinstate-stamps-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A process that holds the lock for 50 ms and notes both ends in one file. */
function holder(name: string): Promise<number | null> {
  const program = `
    import { appendFileSync } from 'node:fs';
    import { withLock } from ${JSON.stringify(stampsModule)};
    const note = (word) => appendFileSync(${JSON.stringify(join(folder, 'notes'))}, word + '\\n');
    await withLock(async () => {
      note('${name} begins');
      await new Promise((resolve) => setTimeout(resolve, 50));
      note('${name} ends');
    }, ${JSON.stringify(folder)});`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: 'ignore' });
  return new Promise((resolve) => child.on('close', resolve));
}

describe('withLock', () => {
  it('lets one process work at a time', async () => {
    const codes = await Promise.all(['a', 'b', 'c'].map(holder));
    const notes = readFileSync(join(folder, 'notes'), 'utf8').trim().split('\n');
    const first = notes.filter((_, index) => index % 2 === 0).map((note) => note.split(' ')[0]);
    expect(codes).toEqual([0, 0, 0]);
    expect(notes).toEqual(first.flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  it('takes over from a process that is gone, and from one whose id was given to another', async () => {
    const lockFile = join(folder, 'setup.lock');
    const gone = spawnSync(process.execPath, ['--version']).pid;
    for (const identity of [`${gone} 1`, `${process.pid} 1`]) {
      writeFileSync(lockFile, identity);
      expect(await withLock(async () => 'worked', folder)).toBe('worked');
      expect(existsSync(lockFile)).toBe(false);
    }
  });

  it('gives the lock back when the work fails', async () => {
    const failing = withLock(async () => {
      throw new Error('no compiler');
    }, folder);
    await expect(failing).rejects.toThrow('no compiler');
    expect(existsSync(join(folder, 'setup.lock'))).toBe(false);
  });
});

describe('stamps', () => {
  it('hold for the same content only', () => {
    const file = join(folder, 'a.txt');
    writeFileSync(file, 'one');
    stamp('step', hashFiles([file]), folder);
    const before = isStamped('step', hashFiles([file]), folder);
    writeFileSync(file, 'two');
    expect([before, isStamped('step', hashFiles([file]), folder)]).toEqual([true, false]);
  });
});
