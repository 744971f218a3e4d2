// A restore that is killed again and again, for the fast test and the long run.
import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DataRun } from './disk-images.js';
import { fileHash, makeFolder, runEngine, seededBytes, startEngine, writeImage } from './disk-images.js';

const mebibyte = 1 << 20;

export interface InterruptedDisk {
  readonly folder: string;
  readonly repositoryPath: string;
  readonly indexHash: string;
  readonly capacityBytes: number;
  readonly hash: string;
  readonly dataBytes: number;
}

/** A captured disk of `dataMebibytes` of data in runs of 3 MiB with holes of 1 MiB between them. */
export function makeInterruptedDisk(dataMebibytes: number): InterruptedDisk {
  const folder = makeFolder();
  const bytes = seededBytes(11, 3 * mebibyte + 64 * 4096);
  const runs: DataRun[] = [];
  for (let at = 0; at < dataMebibytes / 3; at++) {
    const begin = (at % 64) * 4096;
    runs.push({ offsetBytes: at * 4 * mebibyte, bytes: bytes.subarray(begin, begin + 3 * mebibyte) });
  }
  const capacityBytes = runs.length * 4 * mebibyte;
  writeImage(join(folder, 'disk.raw'), capacityBytes, runs);
  const repositoryPath = join(folder, 'repository');
  const captured = runEngine(['capture', repositoryPath, folder, 'disk.raw', 'RAW', String(capacityBytes)]);
  if (captured.exitCode !== 0) throw new Error(JSON.stringify(captured.answer));
  return {
    folder,
    repositoryPath,
    indexHash: String(captured.answer['indexHash']),
    capacityBytes,
    hash: fileHash(join(folder, 'disk.raw')),
    dataBytes: Number(captured.answer['dataBytes']),
  };
}

export function restoreWords(disk: InterruptedDisk, name: string, operationId: string, token: number): string[] {
  const { repositoryPath, indexHash, capacityBytes, folder } = disk;
  const words = ['restore', repositoryPath, indexHash, String(capacityBytes), folder, name, operationId, String(token)];
  return [...words, '--workers', '1', '--nice', '0'];
}

export function writtenBytes(disk: InterruptedDisk, name: string): number {
  const path = join(disk.folder, `${name}.reinstate-partial`);
  return existsSync(path) ? statSync(path).blocks * 512 : 0;
}

export interface KillOutcome {
  readonly kills: number;
  readonly hash: string;
  readonly finalWrittenBytes: number;
  readonly finalResumedBytes: number;
  readonly leftovers: string[];
}

/** Kills one restore at `killDelaysMs`, then lets it finish, and says what came of it. Removes the restored file. */
export async function killAndResume(disk: InterruptedDisk, killDelaysMs: readonly number[]): Promise<KillOutcome> {
  const words = restoreWords(disk, 'out.raw', 'operation-1', 1);
  let kills = 0;
  let last = { writtenBytes: 0, resumedBytes: 0 };
  for (const delayMs of killDelaysMs) {
    const engine = startEngine(words);
    const timer = setTimeout(() => engine.kill('SIGKILL'), delayMs);
    const { exitCode, signal } = await engine.ended;
    clearTimeout(timer);
    if (signal === 'SIGKILL') kills++;
    else if (exitCode !== 0) throw new Error(`restore failed with exit code ${exitCode}`);
  }
  const finished = runEngine(words);
  if (finished.exitCode !== 0) throw new Error(JSON.stringify(finished.answer));
  last = {
    writtenBytes: Number(finished.answer['writtenBytes']),
    resumedBytes: Number(finished.answer['resumedBytes']),
  };
  const path = join(disk.folder, 'out.raw');
  const leftovers = ['.reinstate-partial', '.reinstate-journal'].filter((end) => existsSync(path + end));
  const hash = fileHash(path);
  rmSync(path);
  return { kills, hash, finalWrittenBytes: last.writtenBytes, finalResumedBytes: last.resumedBytes, leftovers };
}
