// Goal: SIGKILL at any moment of a restore costs time, never bytes.
// Method: REINSTATE_CRASH_ROUNDS kills (20 unless set) at seeded random moments, one to four in each restore; after
// each restore the whole file is compared by SHA-256, and what the last run wrote and resumed must add up to the disk.
// This is the program as it is delivered, into a raw file; engine-faults.test.ts kills restores into every format.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { removeFolder } from '../native/disk-images.js';
import type { InterruptedDisk } from '../native/interrupted-restore.js';
import { killAndResume, makeInterruptedDisk } from '../native/interrupted-restore.js';

const rounds = Number(process.env['REINSTATE_CRASH_ROUNDS'] ?? '20');
const seed = Number(process.env['REINSTATE_SEED'] ?? Date.now() % 1_000_000);
/** A whole restore of this disk takes about this long on one core; kills fall before and a little after its end. */
const restoreMs = 160;

let disk: InterruptedDisk;

function seededNumbers(start: number): () => number {
  let state = (start | 1) >>> 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}

beforeAll(() => {
  disk = makeInterruptedDisk(192);
});
afterAll(() => removeFolder(disk.folder));

test(
  `killed ${rounds} times, each restore resumes to the right bytes (seed ${seed})`,
  async () => {
    const random = seededNumbers(seed);
    let planned = 0;
    let kills = 0;
    let restores = 0;
    while (planned < rounds) {
      const count = Math.min(1 + Math.floor(random() * 4), rounds - planned);
      const delaysMs = Array.from({ length: count }, () => Math.floor(random() * restoreMs));
      const outcome = await killAndResume(disk, delaysMs);
      const { hash, leftovers, finalWrittenBytes, finalResumedBytes } = outcome;
      expect({ seed, delaysMs, hash, leftovers }).toEqual({ seed, delaysMs, hash: disk.hash, leftovers: [] });
      expect(finalWrittenBytes + finalResumedBytes).toBe(disk.dataBytes);
      planned += count;
      kills += outcome.kills;
      restores++;
    }
    process.stdout.write(
      `engine-kill: seed ${seed}, ${restores} restores, ${kills} killed of ${planned} tries, all right\n`,
    );
    expect(kills).toBeGreaterThan(0);
  },
  60_000 + rounds * 2_000,
);
