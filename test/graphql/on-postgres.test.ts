/**
 * Goal: the edge keeps its promises on the real database: few statements, wakes by NOTIFY, resumption without gap,
 * clear answers when the database goes away.
 * Method: the server over the real stores and an embedded PostgreSQL; statements are counted as they are sent, and
 * sessions are ended from outside.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { openOperationEventWake } from '../../src/adapters/postgres/operation-event-wake.js';
import type { ClosableOperationEventWake } from '../../src/adapters/postgres/operation-event-wake.js';
import { openCatalog } from '../../src/adapters/prisma/catalog.js';
import type { Catalog } from '../../src/adapters/prisma/catalog.js';
import { randomIdMaker } from '../../src/adapters/system/random-id-maker.js';
import { systemClock } from '../../src/adapters/system/system-clock.js';
import type { ApiPorts } from '../../src/graphql/context.js';
import { toGlobalId } from '../../src/graphql/global-id.js';
import { DEFAULT_POLICY } from '../../src/planner/facts.js';
import { prepareFirstToken } from '../../src/usecases/open-first-token.js';
import { createTestDatabase, silentLog } from '../support/postgres.js';
import type { TestDatabase } from '../support/postgres.js';
import { ask, codesOf, openStream, startTestApi } from './api-client.js';
import type { OpenStream, TestApi } from './api-client.js';
import { uuid } from './in-memory-ports.js';

let database: TestDatabase;
let catalog: Catalog;
let wake: ClosableOperationEventWake;
let admin: pg.Client;
let api: TestApi;
let token: string;
const statements: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  const log = silentLog();
  catalog = openCatalog({ url: database.url, log, onStatement: (sql) => statements.push(sql) });
  wake = openOperationEventWake({ url: database.url, log, retryMs: 20 });
  admin = new pg.Client({ connectionString: database.url, application_name: 'test' });
  await admin.connect();
  const first = prepareFirstToken({ tokens: catalog.tokens, ids: randomIdMaker });
  expect(await first.activate()).toBe(true);
  token = first.text;
  const own = { wake, ids: randomIdMaker, clock: systemClock, policy: DEFAULT_POLICY, repository: 'main', log };
  api = await startTestApi({
    ...catalog,
    ...own,
    workQueue: { enqueue: async () => undefined },
  } as unknown as ApiPorts);
  await seed();
});
afterAll(async () => {
  await api.close(0);
  await Promise.all([wake.close(), catalog.close(), admin.end()]);
  await database.drop();
});

async function seed(): Promise<void> {
  await admin.query(`INSERT INTO sites (id, name, kind) VALUES ($1, 'site', 'VCENTER')`, [uuid(1)]);
  for (let number = 10; number < 30; number += 1) {
    const values = [uuid(number), uuid(1), `moRef:vm-${number}`, `vm ${number}`];
    await admin.query('INSERT INTO vms (id, site_id, identity_key, name) VALUES ($1, $2, $3, $4)', values);
    const point = [uuid(100 + number), uuid(number)];
    await admin.query(
      `INSERT INTO restore_points (id, vm_id, captured_at, origin, state, consistency, firmware, secure_boot, vtpm,
         encryption, extractor_version, facts)
       VALUES ($1, $2, now(), 'CAPTURED', 'AVAILABLE', 'CRASH', 'EFI', 'NO', 'NOT_PRESENT', 'NOT_ENCRYPTED', 1, '{}')`,
      point,
    );
  }
}

async function newOperation(number: number): Promise<string> {
  await admin.query(
    `INSERT INTO operations (id, kind, state, phase, created_by, restore_point_id, input)
     VALUES ($1, 'VERIFY_RESTORE_POINT', 'QUEUED', 'queued', 'test', $2, '{}')`,
    [uuid(number), uuid(110)],
  );
  return uuid(number);
}

interface OperationWithEvents {
  readonly id: string;
  readonly events: { readonly nodes: readonly { readonly sequence: number }[]; readonly totalCount: number };
}

function append(operationId: string, message: string): Promise<unknown> {
  return admin.query("SELECT append_operation_event($1, 'NOTE', jsonb_build_object('message', $2::text))", [
    operationId,
    message,
  ]);
}

function follow(operationId: string, after = 0): Promise<OpenStream> {
  const id = toGlobalId('Operation', operationId);
  const query = `subscription { operationEvents(operationId: "${id}", after: ${after}) { sequence message } }`;
  return openStream(api, query, { token });
}

async function endSessions(client: pg.Client, application: string): Promise<void> {
  await client.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND application_name LIKE $2',
    [database.name, application],
  );
}

async function take(stream: OpenStream, count: number): Promise<[number, string][]> {
  const events: [number, string][] = [];
  while (events.length < count) {
    const next = await stream.events.next();
    if (next.done === true || next.value.name === 'complete') break;
    const { sequence, message } = next.value.data.data.operationEvents;
    events.push([sequence, message]);
  }
  return events;
}

describe('statements', () => {
  it('are as many for 20 VMs with their points, disks and site as for one', async () => {
    const query = `query ($first: Int!) { vms(first: $first) { nodes { name site { name }
      restorePoints(first: 2) { totalCount nodes { id vm { name } disks { deviceKey } capturedItems { item }
        notUnderstood { path } newestOperation { id } } } } } }`;
    const count = async (first: number) => {
      statements.length = 0;
      const answer = await ask(api, query, { token, variables: { first } });
      expect(answer.body.errors).toBeUndefined();
      expect(answer.body.data.vms.nodes).toHaveLength(first);
      return statements.filter((sql) => /^\s*(SELECT|WITH)/i.test(sql)).length;
    };
    // Token, page, sites, points, their count, VMs of points, disks, items, documents, newest operations.
    expect([await count(1), await count(20)]).toEqual([10, 10]);
  });

  it('are as many for the events of all operations as for those of one', async () => {
    for (let number = 300; number < 320; number += 1) {
      await newOperation(number);
      for (const message of ['one', 'two', 'three'].slice(0, 1 + (number % 3))) {
        await append(uuid(number), message);
      }
    }
    const query = `query ($first: Int!, $after: String) { operations(first: $first) { nodes {
      id events(first: 50, after: $after) { nodes { sequence } totalCount } } } }`;
    const read = async (first: number, after: string | null = null) => {
      statements.length = 0;
      const answer = await ask(api, query, { token, variables: { first, after } });
      expect(answer.body.errors).toBeUndefined();
      const { nodes } = answer.body.data.operations;
      return { nodes, count: statements.filter((sql) => /^\s*(SELECT|WITH)/i.test(sql)).length };
    };
    // Token, page, events, their count.
    expect([(await read(1)).count, (await read(100)).count]).toEqual([4, 4]);
    const { nodes } = await read(100);
    const seen = new Map(nodes.map(({ id, events }: OperationWithEvents) => [id, events]));
    expect([300, 301, 302].map((number) => seen.get(toGlobalId('Operation', uuid(number))))).toEqual(
      [1, 2, 3].map((length) => ({
        nodes: Array.from({ length }, (_, position) => ({ sequence: position + 1 })),
        totalCount: length,
      })),
    );
  });
});

describe('access tokens', () => {
  const MAKE = `mutation ($input: CreateAccessTokenInput!) { createAccessToken(input: $input) {
    accessToken { id name role expiresAt revokedAt } token userErrors { code path } } }`;
  const REVOKE = `mutation ($id: ID!) { revokeAccessToken(input: {accessTokenId: $id}) {
    accessToken { revokedAt } userErrors { code path remedy } } }`;
  const LIST = '{ accessTokens(first: 10) { totalCount nodes { __typename id name role revokedAt } } }';

  it('are made, used, listed and revoked; the text is told once and in no entry of the audit log', async () => {
    const input = { name: 'portal', role: 'VIEWER', expiresAt: '2099-01-01T00:00:00Z' };
    const made = (await ask(api, MAKE, { token, variables: { input } })).body.data.createAccessToken;
    const { id } = made.accessToken;
    expect(made).toMatchObject({
      accessToken: { name: 'portal', role: 'VIEWER', expiresAt: '2099-01-01T00:00:00.000Z', revokedAt: null },
      token: expect.stringMatching(/^rst_[\w-]{43}$/),
      userErrors: [],
    });
    const viewer = await ask(api, '{ viewer { name role } }', { token: made.token });
    expect(viewer.body.data.viewer).toEqual({ name: 'portal', role: 'VIEWER' });
    const { accessTokens } = (await ask(api, LIST, { token })).body.data;
    expect(accessTokens.totalCount).toBe(2);
    expect(accessTokens.nodes[0]).toEqual({
      __typename: 'AccessToken',
      id,
      name: 'portal',
      role: 'VIEWER',
      revokedAt: null,
    });
    const node = await ask(api, `{ node(id: "${id}") { ... on AccessToken { name } } }`, { token });
    expect(node.body.data.node).toEqual({ name: 'portal' });
    const revoked = (await ask(api, REVOKE, { token, variables: { id } })).body.data.revokeAccessToken;
    expect([revoked.accessToken.revokedAt !== null, revoked.userErrors]).toEqual([true, []]);
    expect((await ask(api, '{ viewer { name } }', { token: made.token })).status).toBe(401);
    const audit = await ask(api, '{ auditLog(first: 10) { nodes { actor action detail } } }', { token });
    expect(audit.body.data.auditLog.nodes.slice(0, 2).map(({ action }: { action: string }) => action)).toEqual([
      'accessToken.revoke',
      'accessToken.create',
    ]);
    expect(audit.text + JSON.stringify(api.logLines)).not.toContain(made.token.slice(4));
    const [, admin] = accessTokens.nodes;
    const last = (await ask(api, REVOKE, { token, variables: { id: admin.id } })).body.data.revokeAccessToken;
    expect(last.userErrors).toMatchObject([{ code: 'LAST_ADMIN_TOKEN', path: ['accessTokenId'] }]);
    const site = toGlobalId('Site', uuid(1));
    const wrong = (await ask(api, REVOKE, { token, variables: { id: site } })).body.data.revokeAccessToken;
    expect(wrong.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['accessTokenId'] }]);
  });
});

describe('operationEvents', () => {
  it('are woken by NOTIFY and end with the operation', async () => {
    const id = await newOperation(200);
    await append(id, 'one');
    const stream = await follow(id);
    expect(await take(stream, 1)).toEqual([[1, 'one']]);
    await append(id, 'two');
    expect(await take(stream, 1)).toEqual([[2, 'two']]);
    await admin.query("UPDATE operations SET state = 'CANCELLED', finished_at = now() WHERE id = $1", [id]);
    await append(id, 'three');
    expect(await take(stream, 9)).toEqual([[3, 'three']]);
  });

  it('about one disk leave the state of the operation alone', async () => {
    const id = await newOperation(202);
    const payload = { deviceKey: 2000, diskState: 'SUCCEEDED' };
    await admin.query("SELECT append_operation_event($1, 'DISK', $2)", [id, payload]);
    const query = `{ operation(id: "${toGlobalId('Operation', id)}") {
      events(first: 1) { nodes { kind state deviceKey diskState } } } }`;
    const { data } = (await ask(api, query, { token })).body;
    expect(data.operation.events.nodes).toEqual([{ kind: 'DISK', state: null, ...payload }]);
  });

  it('go on where a broken stream stopped, also after the listening connection was lost', async () => {
    const id = await newOperation(201);
    for (const message of ['one', 'two', 'three']) await append(id, message);
    const first = await follow(id);
    expect(await take(first, 2)).toEqual([
      [1, 'one'],
      [2, 'two'],
    ]);
    first.abort();
    await endSessions(admin, 'reinstate-api-events');
    const second = await follow(id, 2);
    expect(await take(second, 1)).toEqual([[3, 'three']]);
    await append(id, 'four');
    expect(await take(second, 1)).toEqual([[4, 'four']]);
    second.abort();
  });
});

describe('the database away', () => {
  it('is answered UNAVAILABLE, and the next request after it is back is answered again', async () => {
    const elsewhere = new URL(database.url);
    elsewhere.pathname = '/postgres';
    const server = new pg.Client({ connectionString: elsewhere.toString(), application_name: 'test' });
    await server.connect();
    const lock = (allow: boolean) => server.query(`ALTER DATABASE ${database.name} ALLOW_CONNECTIONS ${allow}`);
    try {
      await lock(false);
      await endSessions(server, 'reinstate-api%');
      const answers = [await ask(api, SITES, { token }), await ask(api, SITES, { token })];
      expect(answers.map(codesOf)).toEqual([['UNAVAILABLE'], ['UNAVAILABLE']]);
      expect((await fetch(`${api.url}/readyz`)).status).toBe(503);
    } finally {
      await lock(true);
      await server.end();
    }
    expect((await ask(api, SITES, { token })).body.data).toEqual({ sites: { totalCount: 1 } });
  });
});

const SITES = '{ sites(first: 1) { totalCount } }';
