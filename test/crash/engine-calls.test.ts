// Goal: no call on files that the copy engine makes escapes the faults of engine-faults.test.ts.
// Method: fault-engine runs each operation between two marks and tells which calls passed through its own definitions;
// strace tells what the kernel saw between the same marks. Both must be the same calls, equally often. A new kind of
// call (preadv, io_uring, copy_file_range, read by a library) is in the second list alone.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { buildInstrumented } from '../../src/setup/build-instrumented.mjs';
import { makeFolder, removeFolder } from '../native/disk-images.js';
import { runProgram } from '../support/instrumented-engine.js';
import { findPeer, peerOrSkip } from '../support/peers.js';

const test = peerOrSkip('strace');
type Counts = Record<string, number>;

/** Names of one call in the C library and in kernels of several ages → the name that is compared. */
const ONE_NAME: Readonly<Record<string, string>> = {
  open: 'openat',
  open64: 'openat',
  openat64: 'openat',
  fstat64: 'stat',
  fstatat64: 'stat',
  fstat: 'stat',
  newfstatat: 'stat',
  statx: 'stat',
  faccessat2: 'faccessat',
  mkdir: 'mkdirat',
  renameat: 'renameat2',
  ftruncate64: 'ftruncate',
  fallocate64: 'fallocate',
  posix_fallocate: 'fallocate',
  futimens: 'utimensat',
  lseek64: 'lseek',
  pread: 'pread64',
  pwrite: 'pwrite64',
};
/** The C library reads many names of a folder at once. */
const LISTING = ['getdents64', 'readdir', 'fdopendir'];
/** Touch no file: memory, flags of a descriptor. */
const NO_FILE = /^\d+ +(mmap\(.*MAP_ANONYMOUS|fcntl\(\d+, F_[GS]ET(FL|FD)\b)/;
/** glibc's malloc reads this when it gives memory of a thread back, which depends on the moment. */
const MALLOC_LOOKS = '/proc/sys/vm/overcommit_memory';

let folder = '';
let passed: Record<string, Counts> = {};
const seen: Record<string, Counts> = {};

beforeAll(async () => {
  if (findPeer('strace') === undefined) return;
  folder = makeFolder();
  const log = join(folder, 'strace');
  const program = join(await buildInstrumented('plain'), 'fault-engine');
  const trace = ['strace', '-f', '-qq', '-s', '80', '-e', 'signal=none', '-e', 'trace=%file,%desc,sync', '-o', log];
  const { exitCode, stdout, stderr } = await runProgram([...trace, program, 'calls', join(folder, 'world')]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  passed = JSON.parse(stdout) as Record<string, Counts>;
  readLog(readFileSync(log, 'utf8'));
}, 300_000);
afterAll(() => removeFolder(folder));

function add(counts: Counts, name: string, count: number): void {
  counts[name] = (counts[name] ?? 0) + count;
}

function readLog(text: string): void {
  let counts: Counts | undefined;
  const callsOfMalloc = new Map<string, string[]>();
  for (const line of text.split('\n')) {
    const mark = /faccessat\(-1, "(begin|end) ([^"]*)"/.exec(line);
    if (mark?.[1] === 'end') counts = undefined;
    else if (mark?.[2] !== undefined) counts = seen[mark[2]] = {};
    // "<... name resumed>" is the second half of a call that was counted by its first.
    const [, thread = '', call] = /^(\d+) +([a-z0-9_]+)\(/.exec(line) ?? [];
    if (mark !== null || counts === undefined || call === undefined || NO_FILE.test(line)) continue;
    if (line.includes(MALLOC_LOOKS)) callsOfMalloc.set(thread, ['openat', 'read', 'close']);
    if (callsOfMalloc.get(thread)?.[0] === call) callsOfMalloc.get(thread)?.shift();
    else if (!LISTING.includes(call)) add(counts, ONE_NAME[call] ?? call, 1);
  }
}

/** What the kernel must have seen when every call passes through the definitions of fault_calls.cc. */
function expectedOf(counts: Counts): Counts {
  const kernel: Counts = {};
  for (const [name, count] of Object.entries(counts)) {
    if (!LISTING.includes(name)) add(kernel, ONE_NAME[name] ?? name, count);
  }
  // fdopendir looks at the folder and closedir closes it, both inside the C library.
  for (const name of ['stat', 'close']) add(kernel, name, counts['fdopendir'] ?? 0);
  return Object.fromEntries(Object.entries(kernel).filter(([, count]) => count > 0));
}

test('what the kernel saw is what passed through the definitions of the faults', () => {
  expect(Object.keys(passed).length).toBeGreaterThan(15);
  const expected: Record<string, Counts> = {};
  for (const [operation, counts] of Object.entries(passed)) expected[operation] = expectedOf(counts);
  expect(seen).toEqual(expected);
});
