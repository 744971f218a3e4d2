/**
 * Goal: the demonstration does what it says, proves every restore, and leaves nothing behind.
 * Method: `reinstate demo --json` as a process with a temporary folder of its own.
 */
import { afterAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isolatedEnvironment } from '../../src/cli/isolated-environment.js';
import { findTool } from '../../src/demo/programs.js';

const PROGRAM = join(import.meta.dirname, '..', '..', 'src', 'cli', 'bin.mjs');
const folder = mkdtempSync(join(tmpdir(), 'reinstate-demo-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the demonstration', () => {
  it('restores newest and middle point of four VMs and proves them', () => {
    const env = { ...isolatedEnvironment({}), TMPDIR: folder };
    const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, 'demo', '--json'], { env });
    expect(stderr.toString()).not.toContain('reinstate:');
    expect(status).toBe(0);
    const { proofs } = JSON.parse(stdout.toString());
    const names = ['demo-bios-thin', 'demo-uefi-secure-boot', 'demo-encrypted-vtpm', 'demo-several-controllers'];
    const fileSystem = findTool('mke2fs') === null ? 'NOT_CHECKED' : 'PASSED';
    const proof = { wholeImage: 'PASSED', fileSystem, files: fileSystem, nvram: 'PASSED' };
    const expected = [2, 3].flatMap((point) =>
      names.map((vmName) => ({ vmName, point, diskCount: vmName === 'demo-several-controllers' ? 5 : 1, ...proof })),
    );
    expect(proofs).toEqual(expected);
    expect(readdirSync(folder)).toEqual([]);
  }, 120_000);
});
