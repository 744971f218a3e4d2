/**
 * Goal: only valid tokens get in, all bad ones look alike, and a role never does more than it may, by whatever door.
 * Method: a server over in-memory ports, asked with one token of each role and one of each kind of invalid token.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toGlobalId } from '../../src/graphql/global-id.js';
import { ask, codesOf, openStream, readAnswer, startTestApi } from './api-client.js';
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

  const METADATA = '{site: {name: "a"}, capturedAt: "2026-01-01T00:00:00Z", configInfo: "a"}';
  const PLAN = '{restorePoint: {restorePointId: "a"}, target: {localFiles: {location: "a", folder: "a"}}}';
  const READ = ['VIEWER', 'AUDITOR', 'OPERATOR', 'ADMIN'];
  const CHANGES = ['OPERATOR', 'ADMIN'];
  const ids = toGlobalId('Vm', uuid(2));
  const list = (name: string) => `${name}(first: 1) { totalCount }`;
  const change = (name: string, input: string) => `${name}(input: ${input}) { userErrors { code } }`;

  const planIds = toGlobalId('RestorePlan', uuid(5));

  /** Every root field of the contract, how it is asked for, and who may ask. */
  const ROOT_FIELDS: readonly [field: string, text: string, allowed: readonly string[]][] = [
    ['query node', `node(id: "${ids}") { id }`, READ],
    ['query nodes', `nodes(ids: ["${ids}"]) { id }`, READ],
    ['query viewer', 'viewer { name }', READ],
    ['query site', `site(id: "${toGlobalId('Site', uuid(1))}") { name }`, READ],
    ['query vm', `vm(id: "${ids}") { name }`, READ],
    ['query restorePoint', `restorePoint(id: "${toGlobalId('RestorePoint', uuid(3))}") { id }`, READ],
    ['query restorePlan', `restorePlan(id: "${toGlobalId('RestorePlan', uuid(5))}") { id }`, READ],
    ['query operation', `operation(id: "${OPERATION}") { id }`, READ],
    ...['sites', 'vms', 'restorePoints', 'executors', 'restorePlans', 'operations'].map(
      (name): [string, string, string[]] => [`query ${name}`, list(name), READ],
    ),
    ['query restorePointChoice', `restorePointChoice(vmId: "${ids}", first: 1) { __typename }`, READ],
    ['query planningPolicy', 'planningPolicy { approvalsNeeded }', READ],
    ['query comparePlans', `comparePlans(before: "${planIds}", after: "${planIds}") { same }`, READ],
    ['query auditLog', list('auditLog'), ['AUDITOR', 'ADMIN']],
    ['query accessTokens', list('accessTokens'), ['ADMIN']],
    [
      'mutation recordRestorePoint',
      change('recordRestorePoint', `{metadata: ${METADATA}, tool: "", toolReference: ""}`),
      CHANGES,
    ],
    [
      'mutation captureRestorePoint',
      change('captureRestorePoint', `{metadata: ${METADATA}, disks: [], idempotencyKey: ""}`),
      CHANGES,
    ],
    ['mutation verifyRestorePoint', change('verifyRestorePoint', '{restorePointId: "a"}'), CHANGES],
    ['mutation recordSiteFacts', change('recordSiteFacts', '{site: "", sections: []}'), CHANGES],
    [
      'mutation recordProxyFacts',
      change('recordProxyFacts', '{executor: "", observedAt: "2026-05-04T03:02:01.000Z", proxy: ""}'),
      CHANGES,
    ],
    ['mutation setPlanningPolicy', change('setPlanningPolicy', '{approvalsNeeded: 1}'), ['ADMIN']],
    ['mutation approvePlan', change('approvePlan', `{planId: "a", expectedDigest: "${'0'.repeat(64)}"}`), CHANGES],
    ['mutation planRestore', change('planRestore', PLAN), CHANGES],
    [
      'mutation executePlan',
      change('executePlan', `{planId: "a", expectedDigest: "${'0'.repeat(64)}", idempotencyKey: "a"}`),
      CHANGES,
    ],
    ['mutation cancelOperation', change('cancelOperation', '{operationId: "a"}'), CHANGES],
    ['mutation retryOperation', change('retryOperation', '{operationId: "a"}'), CHANGES],
    ['mutation scrubRepository', change('scrubRepository', '{sharePercent: 0}'), CHANGES],
    ['mutation collectGarbage', change('collectGarbage', '{minimumAgeHours: 0}'), ['ADMIN']],
    ['mutation deleteRestorePoint', change('deleteRestorePoint', '{restorePointId: "a"}'), ['ADMIN']],
    ['mutation createAccessToken', change('createAccessToken', '{name: "", role: ADMIN}'), ['ADMIN']],
    ['mutation revokeAccessToken', change('revokeAccessToken', '{accessTokenId: "a"}'), ['ADMIN']],
  ];

  it.each(ROOT_FIELDS)('%s is answered to those who may, and to nobody else', async (field, text, allowed) => {
    const kind = field.split(' ')[0];
    const refused: string[] = [];
    for (const role of READ) {
      const token = TOKENS[role.toLowerCase() as keyof typeof TOKENS];
      const codes = codesOf(await ask(api, `${kind} { ${text} }`, { token }));
      if (codes.includes('FORBIDDEN')) refused.push(role);
      // The tools behind recording and policy are not part of these ports; whoever gets so far was let in.
      else if (!/record|capture|setPlanning/.test(field)) expect([field, role, codes]).toEqual([field, role, []]);
    }
    expect(refused).toEqual(READ.filter((role) => !allowed.includes(role)));
  });

  it('have a row for every root field of the contract', async () => {
    const roots = '{ __schema { queryType { fields { name } } mutationType { fields { name } } } }';
    const { queryType, mutationType } = (await ask(api, roots)).body.data.__schema;
    const named = (kind: string, type: { fields: { name: string }[] }) =>
      type.fields.map(({ name }) => `${kind} ${name}`);
    expect(ROOT_FIELDS.map(([field]) => field).toSorted()).toEqual(
      [...named('query', queryType), ...named('mutation', mutationType)].toSorted(),
    );
  });

  it('hold for access tokens by the door of node(id:) too', async () => {
    const query = `{ node(id: "${toGlobalId('AccessToken', uuid(901))}") { id } }`;
    const codes = async (token: string) => codesOf(await ask(api, query, { token }));
    expect([await codes(TOKENS.operator), await codes(TOKENS.auditor), await codes(TOKENS.admin)]).toEqual([
      ['FORBIDDEN'],
      ['FORBIDDEN'],
      [],
    ]);
  });

  it('let every one follow operations', async () => {
    const query = `subscription { operationEvents(operationId: "${OPERATION}") { sequence } }`;
    for (const role of ['viewer', 'auditor', 'operator', 'admin'] as const) {
      const stream = await openStream(api, query, { token: TOKENS[role] });
      expect([role, stream.response.status]).toEqual([role, 200]);
      stream.abort();
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

  it.each(['', 'abc', 'VmOjE', uuid(2), `${pointId}=`, Buffer.from(`Password:${uuid(901)}`).toString('base64url')])(
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
