/**
 * Goal: who meets damaged chunks marks every index that names them, also one that came while the others were looked at.
 * Method: a catalog in memory whose list of indexes grows between two looks.
 */
import { expect, test } from '@jest/globals';
import type { ExecutorContext } from '../../src/executor/context.js';
import { markSharedDamage } from '../../src/executor/shared-damage.js';
import type { DamagedDisk } from '../../src/ports/executor-catalog.js';
import { silentLog } from '../support/postgres.js';

const BAD = 'f'.repeat(64);

/** `lists`: what the catalog says at each look; of these indexes those in `broken` name the bad chunk. */
function contextOf(lists: readonly (readonly string[])[], broken: readonly string[]) {
  const marked: string[][] = [];
  const looked: string[][] = [];
  let look = 0;
  const context = {
    executorId: 'e',
    executorName: 'local',
    repositories: { main: '/nowhere' },
    stopping: new AbortController().signal,
    log: silentLog(),
    upkeep: { readIndexes: async () => ({ roots: lists[Math.min(look++, lists.length - 1)] ?? [], givenUp: [] }) },
    scrubber: {
      traceDamage: async ({ indexHashes }: { indexHashes: readonly string[] }) => {
        looked.push([...indexHashes]);
        const indexes = indexHashes.map((indexHash) => ({
          indexHash,
          damagedCount: broken.includes(indexHash) ? 1 : 0,
        }));
        return { indexes };
      },
    },
    catalog: {
      markIndexesDamaged: async (_repository: string, hashes: readonly string[]) => {
        marked.push([...hashes]);
        return hashes.map((indexHash) => ({ indexHash }) as DamagedDisk);
      },
    },
  };
  return { context: context as unknown as ExecutorContext, marked, looked };
}

test('an index that comes during the look is looked at too, and no index twice', async () => {
  const { context, looked } = contextOf(
    [
      ['a', 'b'],
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    ],
    ['a', 'c'],
  );
  const disks = await markSharedDamage(context, 'operation', { repository: 'main', indexHash: 'a' }, [BAD]);
  expect(disks.map(({ indexHash }) => indexHash)).toEqual(['a', 'c']);
  expect(looked).toEqual([['a', 'b'], ['c']]);
});

test('a page that is unusable marks its own index alone', async () => {
  const { context, marked, looked } = contextOf([['a', 'b']], ['a', 'b']);
  await markSharedDamage(context, 'operation', { repository: 'main', indexHash: 'a' }, []);
  expect([marked, looked]).toEqual([[['a']], []]);
});
