/**
 * Goal: one supervisor per data folder, also after the holder was killed; a folder that is not ours to use is refused.
 * Method: real folders; a second process of the test holds the lock and is killed.
 */
import { spawn } from 'node:child_process';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { lockDataFolder, prepareDataFolder } from '../../src/supervisor/data-folder.js';
import { silentLog } from '../support/postgres.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reinstate-data-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('is made with its parts, for its owner alone', () => {
  const inner = join(folder, 'new', 'data');
  prepareDataFolder(inner);
  prepareDataFolder(inner);
  expect(readdirSync(inner).sort()).toEqual(['keys', 'layout-version', 'logs', 'repository', 'run']);
  for (const name of ['.', 'keys', 'logs', 'repository', 'run']) {
    expect([name, statSync(join(inner, name)).mode & 0o777]).toEqual([name, 0o700]);
  }
  expect(readFileSync(join(inner, 'layout-version'), 'utf8')).toBe('1\n');
});

test('of a later release, or a file, is refused', () => {
  prepareDataFolder(folder);
  writeFileSync(join(folder, 'layout-version'), '2\n');
  expect(() => prepareDataFolder(folder)).toThrow(`${folder} has layout version 2, this release knows 1.`);
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect(() => prepareDataFolder(file)).toThrow(`${file} is a file.`);
});

test('a second holder is refused by name, and let in after release', async () => {
  const first = await lockDataFolder(folder, silentLog());
  await expect(lockDataFolder(folder, silentLog())).rejects.toThrow(
    `A service already runs on ${folder}: process ${process.pid} on ${hostname()} since `,
  );
  await first.release();
  await first.release();
  expect(readdirSync(folder)).toEqual([]);
  await (await lockDataFolder(folder, silentLog())).release();
});

test('of ten that ask at once, exactly one gets it', async () => {
  const results = await Promise.allSettled(Array.from({ length: 10 }, () => lockDataFolder(folder, silentLog())));
  const winners = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  expect(winners).toHaveLength(1);
  await winners[0]?.release();
});

test('a killed holder leaves no lock, although its file stays', async () => {
  // Another process with the same lock: a socket of the name that the folder's inode gives.
  const { dev, ino } = statSync(folder, { bigint: true });
  const script =
    `require('net').createServer()` + `.listen({path: '\\0reinstate-data-folder-${dev}-${ino}'}, () => console.log(1))`;
  const holder = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve) => holder.stdout.once('data', resolve));
  const content = { pid: holder.pid, host: hostname(), since: '2026-01-02T03:04:05.678Z' };
  writeFileSync(join(folder, 'lock'), JSON.stringify(content));
  await expect(lockDataFolder(folder, silentLog())).rejects.toThrow(
    `process ${holder.pid} on ${hostname()} since 2026-01-02T`,
  );
  const ended = new Promise((resolve) => holder.once('exit', resolve));
  holder.kill('SIGKILL');
  await ended;
  await (await lockDataFolder(folder, silentLog())).release();
});

test('a holder on another machine counts while it touches the file', async () => {
  const path = join(folder, 'lock');
  writeFileSync(path, JSON.stringify({ pid: 1, host: 'other-machine', since: '2026-01-02T03:04:05.678Z' }));
  const beat = setInterval(() => utimesSync(path, new Date(), new Date()), 100);
  await expect(lockDataFolder(folder, silentLog())).rejects.toThrow(
    'process 1 on other-machine since 2026-01-02T03:04:05.678Z',
  );
  clearInterval(beat);
});

test('a lock file that cannot be touched is said once and ends nothing', async () => {
  const lines: unknown[] = [];
  const log = { ...silentLog(), warn: (...line: unknown[]) => void lines.push(line) };
  const path = join(folder, 'lock');
  const lock = await lockDataFolder(folder, log, 1);
  rmSync(path);
  symlinkSync(path, path);
  while (lines.length === 0) await sleep(1);
  await sleep(20);
  expect(lines).toEqual([[{ path, code: 'ELOOP' }, 'the lock file of the data folder cannot be touched']]);
  await lock.release();
});
