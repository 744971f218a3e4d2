/**
 * Goal: only valid tokens get in, all bad ones look alike, and a role never does more than it may, by whatever door.
 * Method: a server over in-memory ports, asked with one token of each role and one of each kind of invalid token.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toGlobalId } from '../../src/graphql/global-id.js';
import { ask, codesOf, readAnswer, startTestApi } from './api-client.js';
import type { TestApi } from './api-client.js';
import { createInMemoryPorts, databaseAway, TOKENS, uuid } from './in-memory-ports.js';
import { operation, restorePoint, site, vm } from './records.js';

const memory = createInMemoryPorts({
  sites: [site(1)],
  vms: [vm(2, uuid(1))],
  restorePoints: [restorePoint(3, uuid(2))],
  operations: [operation(4)],
});
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi(memory.ports);
});
afterAll(() => api.close(0));

describe('tokens', () => {
  const authorizations: [string, string | undefined][] = [
    ['none', undefined],
    ['an empty one', ''],
    ['another scheme', 'Basic YWRtaW46YWRtaW4='],
    ['a malformed one', 'Bearer abc'],
    ['two words', `Bearer ${TOKENS.admin} ${TOKENS.admin}`],
    ['an over-long one', `Bearer ${'x'.repeat(5_000)}`],
    ['one of another service', `Bearer ${TOKENS.unknown}`],
    ['an expired one', `Bearer ${TOKENS.expired}`],
    ['a revoked one', `Bearer ${TOKENS.revoked}`],
  ];

  it.each(authorizations)('%s gets the same 401', async (_title, authorization) => {
    const headers = { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) };
    const response = await fetch(`${api.url}/graphql`, { method: 'POST', headers, body: '{"query":"{__typename}"}' });
    const answer = await readAnswer(response);
    const [error] = answer.body.errors ?? [];
    expect([answer.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect(answer.body).toEqual({
      errors: [
        {
          message: 'A valid access token is needed: authorization: Bearer <token>.',
          extensions: { code: 'UNAUTHENTICATED', traceId: error?.extensions.traceId },
        },
      ],
    });
  });

  it('never come back in an answer or in the log', () => {
    const log = JSON.stringify(api.logLines);
    for (const token of Object.values(TOKENS)) expect(log).not.toContain(token);
    expect(api.logLines.map(({ fields }) => fields['reason']).slice(-2)).toEqual(['EXPIRED', 'REVOKED']);
  });

  it('are needed for the contract, not for liveness', async () => {
    const status = async (path: string, token?: string) => {
      const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
      return (await fetch(`${api.url}${path}`, { headers })).status;
    };
    expect(await status('/schema.graphql')).toBe(401);
    expect(await status('/schema.graphql', TOKENS.viewer)).toBe(200);
    expect([await status('/healthz'), await status('/readyz')]).toEqual([200, 200]);
  });

  it('cannot be judged while the database is away: 503, and readiness says so', async () => {
    memory.failure = databaseAway();
    try {
      const answer = await ask(api, '{ __typename }');
      expect([answer.status, codesOf(answer), answer.headers.get('retry-after')]).toEqual([503, ['UNAVAILABLE'], '2']);
      expect(answer.text).not.toContain('canary-host');
      expect((await fetch(`${api.url}/readyz`)).status).toBe(503);
      expect((await fetch(`${api.url}/healthz`)).status).toBe(200);
    } finally {
      memory.failure = undefined;
    }
  });
});

describe('roles', () => {
  const AUDIT = '{ auditLog(first: 1) { totalCount } }';
  const OPERATION = toGlobalId('Operation', uuid(4));
  const CHANGE = `mutation { cancelOperation(input: {operationId: "${OPERATION}"}) { userErrors { code } } }`;

  it.each([
    ['viewer', ['FORBIDDEN'], ['FORBIDDEN']],
    ['auditor', [], ['FORBIDDEN']],
    ['operator', ['FORBIDDEN'], []],
    ['admin', [], []],
  ] as const)('%s: audit log %j, changes %j', async (role, audit, change) => {
    const token = TOKENS[role];
    expect(codesOf(await ask(api, AUDIT, { token }))).toEqual(audit);
    expect(codesOf(await ask(api, CHANGE, { token }))).toEqual(change);
  });

  it('hold for every mutation of the contract', async () => {
    const names = await ask(api, '{ __schema { mutationType { fields { name } } } }');
    const fields = (names.body.data.__schema.mutationType.fields as { name: string }[]).map(({ name }) => name);
    const METADATA = '{site: {name: "a"}, capturedAt: "2026-01-01T00:00:00Z", configInfo: "a"}';
    const inputs: Record<string, string> = {
      recordRestorePoint: `{metadata: ${METADATA}, tool: "a", toolReference: "a"}`,
      captureRestorePoint:
        '{metadata: {site: {name: "a"}, capturedAt: "2026-01-01T00:00:00Z", configInfo: "a"}, disks: []}',
      verifyRestorePoint: '{restorePointId: "a"}',
      planRestore: '{restorePoint: {restorePointId: "a"}, target: {localFiles: {location: "a", folder: "a"}}}',
      executePlan: `{planId: "a", expectedDigest: "${'0'.repeat(64)}", idempotencyKey: "a"}`,
      cancelOperation: '{operationId: "a"}',
      retryOperation: '{operationId: "a"}',
    };
    expect(fields.toSorted()).toEqual(Object.keys(inputs).toSorted());
    for (const field of fields) {
      const answer = await ask(api, `mutation { ${field}(input: ${inputs[field]}) { userErrors { code } } }`);
      expect([field, codesOf(answer)]).toEqual([field, ['FORBIDDEN']]);
    }
  });

  it('are told by viewerCan', async () => {
    const query = '{ vms(first: 1) { nodes { viewerCan { addRestorePoint planRestore } } } }';
    const can = async (token: string) => (await ask(api, query, { token })).body.data.vms.nodes[0].viewerCan;
    expect(await can(TOKENS.auditor)).toEqual({ addRestorePoint: false, planRestore: false });
    expect(await can(TOKENS.operator)).toEqual({ addRestorePoint: true, planRestore: true });
  });
});

describe('ids', () => {
  const pointId = toGlobalId('RestorePoint', uuid(3));

  it('of another type are refused by name of both types', async () => {
    const answer = await ask(api, `{ vm(id: "${pointId}") { name } }`);
    expect(answer.body.errors?.map(({ message, extensions }) => [message, extensions.code])).toEqual([
      ['Argument "id" is an id of type RestorePoint, not of type Vm.', 'BAD_USER_INPUT'],
    ]);
  });

  it.each(['', 'abc', 'VmOjE', uuid(2), `${pointId}=`, Buffer.from(`AccessToken:${uuid(901)}`).toString('base64url')])(
    'that were never given out are refused: "%s"',
    async (id) => {
      const answer = await ask(api, 'query ($id: ID!) { vm(id: $id) { name } node(id: $id) { id } }', {
        variables: { id },
      });
      expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
      expect(answer.body.data).toEqual({ vm: null, node: null });
    },
  );

  it('inside a mutation are refusals in its payload', async () => {
    const mutation = `mutation {
      cancelOperation(input: {operationId: "${pointId}"}) { operation { id } userErrors { code path message } }
    }`;
    const answer = await ask(api, mutation, { token: TOKENS.operator });
    expect(answer.body.data.cancelOperation).toEqual({
      operation: null,
      userErrors: [
        {
          code: 'NOT_FOUND',
          path: ['operationId'],
          message: '"operationId" is an id of type RestorePoint, not of type Operation.',
        },
      ],
    });
  });

  it('find each kind of node, in the order asked, null for those that are gone', async () => {
    const ids = [toGlobalId('Vm', uuid(2)), toGlobalId('Site', uuid(77)), pointId, toGlobalId('Operation', uuid(4))];
    const answer = await ask(api, 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', {
      variables: { ids },
    });
    expect(answer.body.data.nodes).toEqual([
      { __typename: 'Vm', id: ids[0] },
      null,
      { __typename: 'RestorePoint', id: ids[2] },
      { __typename: 'Operation', id: ids[3] },
    ]);
  });

  it('may be 100 at once, not 101', async () => {
    const ids = Array.from({ length: 101 }, () => pointId);
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    expect((await ask(api, query, { variables: { ids: ids.slice(1) } })).body.data.nodes).toHaveLength(100);
    expect(codesOf(await ask(api, query, { variables: { ids } }))).toEqual(['BAD_USER_INPUT']);
  });
});
