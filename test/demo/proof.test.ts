/**
 * Goal: the demonstration's proof cannot be green for an image that differs from the one that was captured.
 * Method: a guest disk is written and proven, then damaged in one place per check, and proven again.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeGuestDisk } from '../../src/demo/guest-disk.js';
import { guestFilesAt, pseudoRandomBytes } from '../../src/demo/guest-files.js';
import type { GuestFiles } from '../../src/demo/guest-files.js';
import { hashFile, proveDisk } from '../../src/demo/proof.js';
import { peerOrSkip } from '../support/peers.js';

const folder = mkdtempSync(join(tmpdir(), 'reinstate-proof-'));
const imagePath = join(folder, 'images', 'disk.raw');
const capacityBytes = 16 * 1024 * 1024 + 512;
const judged = peerOrSkip('mke2fs', 'e2fsck', 'debugfs');
let files: GuestFiles;
let sha256: string;

beforeAll(async () => {
  const disk = { vmName: 'vm', deviceKey: 2000, capacityBytes, imagePath };
  files = await writeGuestDisk(disk, 2, join(folder, 'guest'));
  sha256 = await hashFile(imagePath);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function damagedAt(offset: number): string {
  const path = join(folder, 'damaged.raw');
  copyFileSync(imagePath, path);
  const content = readFileSync(path);
  content[offset] = (content[offset] ?? 0) ^ 1;
  writeFileSync(path, content);
  return path;
}

describe('a guest disk', () => {
  it('has exactly its capacity, is sparse, and changes from point to point', () => {
    const status = statSync(imagePath);
    expect(status.size).toBe(capacityBytes);
    expect(status.blocks * 512).toBeLessThan(capacityBytes / 2);
    const [one, two] = [guestFilesAt('vm', 2000, 1), guestFilesAt('vm', 2000, 2)];
    const changed = [...two].filter(([path, content]) => one.get(path)?.equals(content) !== true).map(([path]) => path);
    expect(changed).toEqual([
      'var/log/service.log',
      'srv/reports/report-2.txt',
      'srv/data/record-2.bin',
      'srv/data/record-3.bin',
    ]);
  });
});

describe('the proof', () => {
  judged('passes for the very image', async () => {
    const proof = await proveDisk(imagePath, sha256, files, join(folder, 'work'));
    expect(proof).toEqual({ wholeImage: 'PASSED', fileSystem: 'PASSED', files: 'PASSED' });
  });

  judged('fails as a whole for one bit behind the file system', async () => {
    const proof = await proveDisk(damagedAt(capacityBytes - 1), sha256, files, join(folder, 'work'));
    expect(proof).toEqual({ wholeImage: 'FAILED', fileSystem: 'PASSED', files: 'PASSED' });
  });

  judged('fails by file for one bit in a file', async () => {
    const record = pseudoRandomBytes('vm/2000/1/0', 4096);
    const proof = await proveDisk(
      damagedAt(readFileSync(imagePath).indexOf(record)),
      sha256,
      files,
      join(folder, 'work'),
    );
    expect(proof).toEqual({ wholeImage: 'FAILED', fileSystem: 'PASSED', files: 'FAILED' });
  });

  judged('fails by e2fsck for a damaged superblock', async () => {
    const proof = await proveDisk(damagedAt(1024 + 0x20), sha256, files, join(folder, 'work'));
    expect([proof.wholeImage, proof.fileSystem]).toEqual(['FAILED', 'FAILED']);
  });
});
