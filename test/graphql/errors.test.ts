/**
 * Goal: errors have one shape and hold nothing that a caller sent or a library knows: no secret, no value, no stack.
 * Method: misspell the neighbours of each secret field in variables and in literals with a canary in every value; make
 * ports fail in every way; look for the canary in answers and log.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ERROR_CODES } from '../../src/graphql/errors.js';
import { PortError } from '../../src/ports/port-error.js';
import { ask, codesOf, messagesOf, openStream, readAnswer, startTestApi } from './api-client.js';
import type { GraphqlAnswer, TestApi } from './api-client.js';
import { createInMemoryPorts, TOKENS, uuid } from './in-memory-ports.js';
import { site, vm } from './records.js';

const CANARY = 'canary-5e1f';
const memory = createInMemoryPorts({ sites: [site(1)], vms: [vm(2, uuid(1)), vm(3, uuid(404))] });
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi(memory.ports);
});
afterAll(() => api.close(0));
afterEach(() => {
  memory.failure = undefined;
});

const metadata = {
  site: { name: CANARY },
  capturedAt: '2026-05-04T03:02:01.000Z',
  configInfo: CANARY,
  nvramBase64: CANARY,
};
const RECORD = 'mutation ($input: RecordRestorePointInput!) { recordRestorePoint(input: $input) { alreadyRecorded } }';

function record(input: unknown): Promise<GraphqlAnswer> {
  return ask(api, RECORD, { token: TOKENS.operator, variables: { input } });
}

function expectNoCanary(answer: GraphqlAnswer): void {
  expect(answer.text).not.toContain(CANARY);
  expect(JSON.stringify(api.logLines)).not.toContain(CANARY);
  expect(answer.text).not.toMatch(/node_modules|\.ts:\d|\.js:\d/);
}

describe('misspelt neighbours of secret fields in variables', () => {
  const tool = { tool: 'a', toolReference: 'b' };
  const cases: [string, unknown, string][] = [
    [
      'a misspelt field beside the secrets',
      { ...tool, metadata: { ...metadata, capturedAtt: CANARY } },
      'Variable "$input.metadata": Field "capturedAtt" is not defined by type "RestorePointMetadataInput".',
    ],
    [
      'the secret field itself misspelt',
      { ...tool, metadata: { ...metadata, nvramBase46: CANARY } },
      'Variable "$input.metadata": Field "nvramBase46" is not defined by type "RestorePointMetadataInput".',
    ],
    [
      'a field left out',
      { tool: 'a', metadata },
      'Variable "$input": Field "toolReference" of required type "String!" was not provided.',
    ],
    [
      'a wrong type beside the secrets',
      { ...tool, metadata: { ...metadata, legalHold: CANARY } },
      'Variable "$input.metadata.legalHold" is not usable: expected a value of type "Boolean".',
    ],
    [
      'a wrong type of the secret',
      { ...tool, metadata: { ...metadata, configInfo: { password: CANARY } } },
      'Variable "$input.metadata.configInfo" is not usable: expected a value of type "String!".',
    ],
    [
      'a wrong word',
      { ...tool, metadata: { ...metadata, consistency: CANARY } },
      'Variable "$input.metadata.consistency" is not usable: expected one of CRASH, FILE_SYSTEM, APPLICATION, UNKNOWN.',
    ],
    [
      'a wrong moment',
      { ...tool, metadata: { ...metadata, capturedAt: CANARY } },
      'Variable "$input.metadata.capturedAt" is not usable: expected a moment such as "2026-05-04T03:02:01.000Z".',
    ],
    [
      'a wrong entry of a list',
      { ...tool, metadata: { ...metadata, storagePolicies: [{ policyId: 'a' }, { policyId: [CANARY] }] } },
      'Variable "$input.metadata.storagePolicies.1.policyId" is not usable: expected a value of type "String!".',
    ],
    ['null for all', null, 'Variable "$input" of type "RecordRestorePointInput!" is required and was not given.'],
    ['text for all', CANARY, 'Variable "$input" is not usable: expected an object of type "RecordRestorePointInput".'],
  ];

  it.each(cases)('%s', async (_title, input, message) => {
    const answer = await record(input);
    expect([answer.status, codesOf(answer), messagesOf(answer)]).toEqual([400, ['BAD_USER_INPUT'], [message]]);
    expectNoCanary(answer);
  });
});

describe('misspelt neighbours of secret fields in literals', () => {
  const good = `site: {name: "${CANARY}"}, capturedAt: "2026-01-01T00:00:00Z", configInfo: "${CANARY}"`;
  const call = (rest: string) =>
    `mutation { recordRestorePoint(input: {metadata: {${good}, ${rest}}, tool: "${CANARY}", toolReference: "b"})
      { alreadyRecorded } }`;
  const cases: [string, string, string][] = [
    [
      'field',
      call(`nvramBase46: "${CANARY}"`),
      'Field "nvramBase46" is not defined by type "RestorePointMetadataInput".',
    ],
    ['type', call(`nvramBase64: ["${CANARY}"]`), 'Expected a value of type "String".'],
    ['boolean', call(`legalHold: "${CANARY}"`), 'Expected a value of type "Boolean".'],
    ['word', call(`consistency: "${CANARY}"`), 'Expected one of CRASH, FILE_SYSTEM, APPLICATION, UNKNOWN.'],
    ['moment', call(`nvramObservedAt: "${CANARY}"`), 'Expected a moment such as "2026-05-04T03:02:01.000Z".'],
    [
      'missing field',
      `mutation { recordRestorePoint(input: {metadata: {${good}}, tool: "${CANARY}"}) { alreadyRecorded } }`,
      'Field "RecordRestorePointInput.toolReference" of required type "String!" was not provided.',
    ],
    [
      'text in a wrong place',
      `{ viewer "${CANARY}" }`,
      'The document cannot be parsed at line 1, column 10: expected Name.',
    ],
    ['unfinished text', `{ viewer(a: "${CANARY}`, 'The document cannot be parsed at line 1, column 25.'],
  ];

  it.each(cases)('%s', async (_title, query, message) => {
    const answer = await ask(api, query, { token: TOKENS.operator });
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(messagesOf(answer)).toEqual([message]);
    expectNoCanary(answer);
  });
});

describe('failures behind the API', () => {
  const QUERY = '{ sites(first: 1) { totalCount } }';
  const failOnce = async (failure: unknown): Promise<GraphqlAnswer> => {
    const { pageSites } = memory.ports.sites;
    Object.assign(memory.ports.sites, { pageSites: () => Promise.reject(failure) });
    try {
      return await ask(api, QUERY);
    } finally {
      Object.assign(memory.ports.sites, { pageSites });
    }
  };

  it.each([
    ['away', new PortError('retryable', 'DATABASE_UNAVAILABLE', CANARY), 'UNAVAILABLE'],
    ['slow', new PortError('retryable', 'DATABASE_TIMEOUT', CANARY), 'TIMEOUT'],
    ['cut off', new PortError('outcome-unknown', 'DATABASE_CONNECTION_LOST', CANARY), 'UNAVAILABLE'],
    ['a bad cursor', new PortError('permanent', 'INVALID_CURSOR', CANARY), 'BAD_USER_INPUT'],
    ['a bug', new Error(`statement failed for ${CANARY}`), 'INTERNAL'],
    ['a thrown text', CANARY, 'INTERNAL'],
  ])('a database that is %s', async (_title, failure, code) => {
    const answer = await failOnce(failure);
    const [error] = answer.body.errors ?? [];
    expect([error?.extensions.code, error?.path]).toEqual([code, ['sites']]);
    expect(error?.extensions.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(answer.text).not.toContain(CANARY);
  });

  it('an unexpected one is found in the log by its traceId, without its message', async () => {
    const answer = await failOnce(new Error(`statement failed for ${CANARY}`));
    const traceId = answer.body.errors?.[0]?.extensions.traceId;
    const line = api.logLines.find(({ fields }) => fields['traceId'] === traceId);
    expect([line?.level, line?.message, line?.fields['errorName']]).toEqual([
      'error',
      'request failed unexpectedly',
      'Error',
    ]);
    expect(JSON.stringify(line?.fields['frames'])).toContain('errors.test.ts');
    expect(JSON.stringify(line)).not.toContain(CANARY);
  });

  it('a row that names a missing one is INTERNAL and leaves the rest of the answer whole', async () => {
    const answer = await ask(api, '{ vms(first: 2) { nodes { name } } sites(first: 1) { nodes { name } } }');
    expect(answer.body.errors).toBeUndefined();
    const broken = await ask(api, '{ vms(first: 2) { nodes { site { name } } } }');
    expect([codesOf(broken), broken.body.data]).toEqual([['INTERNAL'], null]);
  });

  it('a request that takes too long is answered TIMEOUT, in a stream too', async () => {
    const impatient = await startTestApi(memory.ports, { requestTimeoutMs: 300 });
    const { pageSites } = memory.ports.sites;
    Object.assign(memory.ports.sites, { pageSites: () => new Promise(() => undefined) });
    try {
      const answer = await ask(impatient, QUERY);
      expect([answer.status, codesOf(answer)]).toEqual([504, ['TIMEOUT']]);
      const stream = await openStream(impatient, QUERY);
      const inStream = await readAnswer(stream.response);
      expect([inStream.status, codesOf(inStream)]).toEqual([504, ['TIMEOUT']]);
    } finally {
      Object.assign(memory.ports.sites, { pageSites });
      await impatient.close(0);
    }
  });
});

describe('shape', () => {
  it('every error has a known code and a traceId, and the one of the caller when he gives one', async () => {
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const headers = { traceparent: `00-${traceId}-00f067aa0ba902b7-01` };
    const answers = [
      await ask(api, '{', { headers }),
      await ask(api, '{ nothing }', { headers }),
      await ask(api, '{ vm(id: "a") { id } }', { headers }),
      await ask(api, '{ auditLog(first: 1) { totalCount } }', { headers }),
      await ask(api, 'query a { __typename } query b { __typename }', { headers }),
      await ask(api, '{ __typename }', { headers, token: null }),
    ];
    for (const answer of answers) {
      for (const { message, extensions } of answer.body.errors ?? []) {
        expect(ERROR_CODES).toContain(extensions.code);
        expect([typeof message, extensions.traceId, Object.keys(extensions).toSorted()]).toEqual([
          'string',
          traceId,
          ['code', 'traceId'],
        ]);
      }
      expect(answer.body.errors?.length).toBe(1);
    }
  });
});
