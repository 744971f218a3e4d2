/**
 * Goal: answers are what the catalog holds, in the contract's forms, with one read per kind of thing however many
 * objects ask for it.
 * Method: a server over in-memory ports that record every call.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { buildSchema, isEnumType } from 'graphql';
import { USER_ERROR_CODES } from '../../src/domain/user-error.js';
import { toGlobalId } from '../../src/graphql/global-id.js';
import { LIMITS } from '../../src/graphql/limits.js';
import { makeSchema } from '../../src/graphql/make-schema.js';
import { SCALAR_RULES } from '../../src/graphql/scalars.js';
import { ask, CONTRACT, startTestApi } from './api-client.js';
import type { TestApi } from './api-client.js';
import { createInMemoryPorts, NOW, uuid } from './in-memory-ports.js';
import { disk, event, operation, restorePoint, site, vm } from './records.js';

const memory = createInMemoryPorts({
  sites: [site(1), site(2)],
  vms: [vm(11, uuid(1)), vm(12, uuid(1)), vm(13, uuid(2))],
  restorePoints: [restorePoint(21, uuid(11)), restorePoint(22, uuid(11)), restorePoint(23, uuid(13))],
  disks: [disk(31, uuid(21), 2000), disk(32, uuid(21), 2001), disk(33, uuid(23), 2000)],
  operations: [operation(41, { result: { bytes: 12, note: 'whole' }, lastEventSequence: 2 })],
  events: [event(uuid(41), 1), event(uuid(41), 2)],
  executors: [
    {
      id: uuid(51),
      name: 'local',
      version: '1',
      engine: 'UNAVAILABLE',
      engineReason: 'it was not compiled',
      startedAt: NOW,
      observedAt: NOW,
      locations: [{ name: 'images', readable: true, writable: false, freeBytes: 2 ** 53 - 1 }],
      repositories: [],
    },
  ],
});
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi(memory.ports);
});
afterAll(() => api.close(0));
beforeEach(() => {
  memory.calls.length = 0;
});

interface VmPage {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly name: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string;
    readonly endCursor: string;
  };
}

describe('reads', () => {
  it('are one per kind of thing, not one per object', async () => {
    const query = `{
      sites(first: 2) { nodes { name vms(first: 2) { nodes { name
        site { name } newestRestorePoint { id disks { deviceKey } capacityBytes capturedItems { item } }
        restorePoints(first: 2) { totalCount nodes { vm { name } newestOperation { id } } }
      } } } }
    }`;
    const answer = await ask(api, query);
    expect(answer.body.errors).toBeUndefined();
    expect(memory.calls.toSorted()).toEqual([
      'operations.loadNewestOperationsOfRestorePoints',
      'restorePoints.countRestorePointsOfVms',
      'restorePoints.loadCapturedItems',
      'restorePoints.loadDisks',
      'restorePoints.loadNewestRestorePoints',
      'restorePoints.pageRestorePointsOfVms',
      'sites.loadSites',
      'sites.pageSites',
      'vms.loadVms',
      'vms.pageVmsOfSites',
    ]);
  });

  it('count only what is asked for', async () => {
    await ask(api, '{ vms(first: 1) { nodes { name } pageInfo { hasNextPage } } }');
    expect(memory.calls).toEqual(['vms.pageVms']);
    memory.calls.length = 0;
    const answer = await ask(api, '{ vms(first: 1) { totalCount } }');
    expect([memory.calls, answer.body.data.vms.totalCount]).toEqual([['vms.pageVms', 'vms.countVms'], 3]);
  });

  it('page by opaque cursors to the end', async () => {
    const names: string[] = [];
    let after: string | null = null;
    let hasNextPage = true;
    while (hasNextPage) {
      const query = `query ($after: String) { vms(first: 2, after: $after) { edges { cursor node { name } }
          pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
      const { vms }: { vms: VmPage } = (await ask(api, query, { variables: { after } })).body.data;
      expect([vms.pageInfo.startCursor, vms.pageInfo.endCursor, vms.pageInfo.hasPreviousPage]).toEqual([
        vms.edges[0]?.cursor,
        vms.edges.at(-1)?.cursor,
        after !== null,
      ]);
      names.push(...vms.edges.map(({ node }) => node.name));
      after = vms.pageInfo.endCursor;
      hasNextPage = vms.pageInfo.hasNextPage;
    }
    expect(names).toEqual(['vm 11', 'vm 12', 'vm 13']);
  });
});

describe('answers', () => {
  it('hold bytes as text, and tell the provider type only of the provider it was told of', async () => {
    const query = `{ restorePoint(id: "${toGlobalId('RestorePoint', uuid(21))}") {
      capacityBytes key { keyId providerId providerType } encryptionBundle { sealedRef sha256 sizeBytes }
      nvram { sealedRef }
      storagePolicies { policyId } configInfoSha256 viewerCan { planRestore verify }
      disks { deviceKey capacityBytes changeId { uuid sequence } key { keyId providerType } } } }`;
    expect((await ask(api, query)).body.data.restorePoint).toEqual({
      capacityBytes: String(2 ** 41),
      key: { keyId: 'key-1', providerId: 'provider-1', providerType: 'STANDARD' },
      encryptionBundle: { sealedRef: uuid(800), sha256: 'ab'.repeat(32), sizeBytes: '500' },
      nvram: null,
      storagePolicies: [],
      configInfoSha256: null,
      viewerCan: { planRestore: false, verify: false },
      disks: [2000, 2001].map((deviceKey) => ({
        deviceKey,
        capacityBytes: String(2 ** 40),
        changeId: { uuid: '52 aa', sequence: '9007199254740993' },
        key: { keyId: 'key-2', providerType: 'UNKNOWN' },
      })),
    });
  });

  it('say what is off and why', async () => {
    const query = `{ viewer { name role serviceVersion capabilities capabilityNotes }
        executors(first: 1) { nodes { alive engineAvailable locations { freeBytes observedAt } } } }`;
    expect((await ask(api, query)).body.data).toEqual({
      viewer: {
        name: 'viewer',
        role: 'VIEWER',
        serviceVersion: '9.8.7',
        capabilities: ['PLAN'],
        capabilityNotes: ['MOVE_DATA is off on executor local: it was not compiled.'],
      },
      executors: {
        nodes: [
          { alive: true, engineAvailable: false, locations: [{ freeBytes: '9007199254740991', observedAt: NOW }] },
        ],
      },
    });
  });

  it('show an operation with results as text and its events', async () => {
    const query = `{ operation(id: "${toGlobalId('Operation', uuid(41))}") {
      state cancelRequested pollAfterMs result { name value } events(first: 5) { totalCount nodes
      { sequence percent message phase } } } }`;
    expect((await ask(api, query)).body.data.operation).toEqual({
      state: 'RUNNING',
      cancelRequested: false,
      pollAfterMs: 1000,
      result: [
        { name: 'bytes', value: '12' },
        { name: 'note', value: 'whole' },
      ],
      events: {
        totalCount: 2,
        nodes: [
          { sequence: 1, percent: 1, message: 'event 1', phase: null },
          { sequence: 2, percent: 2, message: 'event 2', phase: null },
        ],
      },
    });
  });

  it('answer null for what does not exist', async () => {
    const answer = await ask(api, `{ vm(id: "${toGlobalId('Vm', uuid(99))}") { name } }`);
    expect(answer.body).toEqual({ data: { vm: null }, extensions: { cost: { requested: 1, limit: LIMITS.cost } } });
  });
});

describe('the contract', () => {
  it('has exactly the codes of user errors that the domain has', () => {
    const type = buildSchema(CONTRACT).getType('UserErrorCode');
    const names = isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
    expect(names.toSorted()).toEqual([...USER_ERROR_CODES].toSorted());
  });

  it('is not served with a resolver for something that it does not have', () => {
    expect(() => makeSchema(CONTRACT, { Vm: { colour: () => 'red' } })).toThrow('Vm.colour');
    expect(() => makeSchema(CONTRACT, { Colour: {} })).toThrow('Colour');
  });
});

describe('scalars', () => {
  const parse = (name: string, value: unknown) => SCALAR_RULES[name]?.parse(value);

  it.each([
    ['ByteSize', '0', 0],
    ['ByteSize', '9007199254740991', 9007199254740991],
    ['ByteSize', '9007199254740992', undefined],
    ['ByteSize', '01', undefined],
    ['ByteSize', '-1', undefined],
    ['ByteSize', 1, undefined],
    ['DateTime', '2026-05-04T03:02:01Z', '2026-05-04T03:02:01.000Z'],
    ['DateTime', '2026-05-04T05:02:01.5+02:00', '2026-05-04T03:02:01.500Z'],
    ['DateTime', '2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['DateTime', '2026-02-29T00:00:00Z', undefined],
    ['DateTime', '2026-05-04T25:00:00Z', undefined],
    ['DateTime', '2026-05-04', undefined],
    ['DateTime', 1_777_000_000, undefined],
    ['Sha256', 'AB'.repeat(32), 'ab'.repeat(32)],
    ['Sha256', 'ab'.repeat(31), undefined],
    ['Sha256', 'zz'.repeat(32), undefined],
  ])('%s reads %j as %j', (name, value, wanted) => {
    expect(parse(name, value)).toBe(wanted);
  });

  it('refuse to show what does not fit', () => {
    const serialize = (name: string, value: unknown) => SCALAR_RULES[name]?.serialize(value);
    expect(serialize('ByteSize', 2 ** 53)).toBeUndefined();
    expect(serialize('DateTime', '2026-05-04T03:02:01Z')).toBeUndefined();
    expect(serialize('Sha256', 'ab')).toBeUndefined();
  });
});
