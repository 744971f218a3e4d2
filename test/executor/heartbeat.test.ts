/**
 * Goal: a folder that never answers (a dead network mount) does not silence the executor, and is asked once.
 * Method: a heartbeat on folders of which one hangs; what it writes is kept.
 */
import { expect, test } from '@jest/globals';
import { createHeartbeat } from '../../src/executor/heartbeat.js';
import type { ExecutorHeartbeat, ExecutorRegistry } from '../../src/ports/executor-registry.js';
import type { PlaceFiles, PlaceSpace } from '../../src/ports/place-files.js';
import { silentLog } from '../support/postgres.js';

test('a folder that hangs counts as one that cannot be used, and is asked again once it has answered', async () => {
  const beats: ExecutorHeartbeat[] = [];
  const asked: string[] = [];
  let wake: (space: PlaceSpace) => void = () => undefined;
  const whole = { readable: true, writable: true, freeBytes: 7 };
  const space = (path: string): Promise<PlaceSpace> => {
    asked.push(path);
    if (path !== '/dead') return Promise.resolve(whole);
    return new Promise((resolve) => {
      wake = resolve;
    });
  };
  const heartbeat = createHeartbeat({
    registry: { beat: async (beat: ExecutorHeartbeat) => void beats.push(beat) } as unknown as ExecutorRegistry,
    files: { space } as unknown as PlaceFiles,
    log: silentLog(),
    identity: { id: 'id', name: 'local', version: '0', engineReason: null, startedAt: new Date() },
    locations: { dead: { path: '/dead', writable: true }, restores: { path: '/restores', writable: true } },
    repositories: ['main'],
    presence: { isPresent: async () => true },
    folderLimitMs: 20,
  });
  await heartbeat.beat();
  await heartbeat.beat();
  expect(asked.filter((path) => path === '/dead')).toEqual(['/dead']);
  expect(beats.map(({ locations, repositories }) => ({ locations, repositories }))).toEqual(
    Array.from({ length: 2 }, () => ({
      locations: [
        { name: 'dead', readable: false, writable: false, freeBytes: null },
        { name: 'restores', ...whole },
      ],
      repositories: [{ name: 'main', present: true }],
    })),
  );
  wake(whole);
  await heartbeat.beat();
  wake(whole);
  await heartbeat.beat();
  expect(asked.filter((path) => path === '/dead').length).toBeGreaterThan(1);
});
