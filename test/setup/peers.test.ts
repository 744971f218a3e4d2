/**
 * Goal: a missing peer is told with the way to get it, and is found in the folders of administration programs.
 * Method: look programs up on search paths made for the test; read the table of peers.
 */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { findPeer, howToGet, readPeers } from '../support/peers.js';

const folder = mkdtempSync(join(tmpdir(), 'reinstate-peers-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('peers', () => {
  it('are found on the search path when they can be run', () => {
    const program = join(folder, 'qemu-img');
    writeFileSync(program, '#!/bin/sh\n');
    chmodSync(program, 0o600);
    const before = findPeer('qemu-img', folder);
    chmodSync(program, 0o700);
    expect([before === program, findPeer('qemu-img', folder)]).toEqual([false, program]);
  });

  it('are refused when the table does not hold them', () => {
    expect(() => findPeer('winzip')).toThrow('winzip is not in test/support/peers.json');
  });

  it('say how to get them', () => {
    const lines = readPeers().map(howToGet);
    expect(lines).toContain('xmllint missing, so XML documents are not judged by it (apt-get install libxml2-utils)');
    expect(readPeers().map(({ name }) => name)).toEqual([
      'mke2fs',
      'e2fsck',
      'debugfs',
      '7-Zip',
      'qemu-img',
      'qemu-nbd',
      'nbdkit',
      'libnbd',
      'strace',
      'valgrind',
      'clang',
      'libFuzzer',
      'xmllint',
      'chromium',
    ]);
  });
});
