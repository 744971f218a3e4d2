/**
 * Goal: the API says which restore point of a VM to restore and why no other, in four reads.
 * Method: a server over in-memory ports that record every call.
 */
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { toGlobalId } from '../../src/graphql/global-id.js';
import { ask, startTestApi } from './api-client.js';
import type { TestApi } from './api-client.js';
import { createInMemoryPorts, uuid } from './in-memory-ports.js';
import { disk, restorePoint, site, vm } from './records.js';

const clear = { encryption: 'NOT_ENCRYPTED', firmware: 'BIOS', key: null } as const;
const data = { state: 'CAPTURED', indexHash: 'a'.repeat(64), repository: 'main' } as const;
const memory = createInMemoryPorts({
  sites: [site(1)],
  vms: [vm(11, uuid(1))],
  restorePoints: [
    { ...restorePoint(23, uuid(11)), ...clear, capturedAt: '2026-05-04T03:00:00.000Z', state: 'DAMAGED' },
    { ...restorePoint(22, uuid(11)), ...clear, capturedAt: '2026-05-04T02:00:00.000Z' },
    { ...restorePoint(21, uuid(11)), ...clear, capturedAt: '2026-05-04T01:00:00.000Z' },
  ],
  disks: [21, 22, 23].map((number) => ({ ...disk(number + 10, uuid(number), 2000), ...data })),
});
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi(memory.ports);
});
afterAll(() => api.close(0));
beforeEach(() => {
  memory.calls.length = 0;
});

async function choice(given: string, id = toGlobalId('Vm', uuid(11))) {
  const query = `{ restorePointChoice(vmId: "${id}", ${given}) {
    chosen { restorePoint { id } }
    nodes { mark rank standing reasons restorePoint { capturedAt } }
    hasOlder } }`;
  return (await ask(api, query)).body;
}

it('marks every point, in four reads', async () => {
  const unknown = 'Its ConfigInfo is not known to be there.';
  expect((await choice('first: 100')).data.restorePointChoice).toEqual({
    chosen: { restorePoint: { id: toGlobalId('RestorePoint', uuid(22)) } },
    nodes: [
      {
        mark: 'CHOSEN',
        rank: 1,
        standing: 'UNKNOWN',
        reasons: ['The newest point that can be used.', unknown],
        restorePoint: { capturedAt: '2026-05-04T02:00:00.000Z' },
      },
      {
        mark: 'NEXT_BEST',
        rank: 2,
        standing: 'UNKNOWN',
        reasons: ['It is older than the chosen one of 2026-05-04T02:00:00.000Z.', unknown],
        restorePoint: { capturedAt: '2026-05-04T01:00:00.000Z' },
      },
      {
        mark: 'REFUSED',
        rank: null,
        standing: 'UNKNOWN',
        reasons: ['Its data was found missing or damaged.', unknown],
        restorePoint: { capturedAt: '2026-05-04T03:00:00.000Z' },
      },
    ],
    hasOlder: false,
  });
  expect([...memory.calls].sort()).toEqual([
    'restorePoints.loadCapturedItems',
    'restorePoints.loadDisks',
    'restorePoints.pageRestorePoints',
    'vms.loadVms',
  ]);
});

it('goes by a moment in any time zone, and by what the disks must be', async () => {
  const at = await choice('first: 100, at: "2026-05-04T03:30:00.000+02:00"');
  expect(at.data.restorePointChoice.chosen.restorePoint.id).toBe(toGlobalId('RestorePoint', uuid(21)));
  const quiet = await choice('first: 100, consistencyMin: APPLICATION');
  expect(quiet.data.restorePointChoice.chosen).toBeNull();
});

it('tells of points that were not looked at, of no VM, and of a page size that is none', async () => {
  expect((await choice('first: 1')).data.restorePointChoice).toMatchObject({ chosen: null, hasOlder: true });
  expect((await choice('first: 1', toGlobalId('Vm', uuid(77)))).data.restorePointChoice).toBeNull();
  expect((await choice('first: 101')).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  expect((await choice('first: 1', toGlobalId('Site', uuid(1)))).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});
