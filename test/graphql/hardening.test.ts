/**
 * Goal: the API withstands what public scanners and hostile clients try first.
 * Method: the twelve checks of graphql-cop written against a server on a free port of this process, then bodies that
 * are too long, too slow or too deep, each with the exact refusal.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, codesOf, messagesOf, post, readAnswer, sendRaw, startTestApi } from './api-client.js';
import type { TestApi } from './api-client.js';
import { createInMemoryPorts, TOKENS } from './in-memory-ports.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi(createInMemoryPorts().ports);
});
afterAll(() => api.close(0));

function get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(`${api.url}${path}`, { headers: { authorization: `Bearer ${TOKENS.admin}`, ...headers } });
}

describe('checks of graphql-cop', () => {
  it('1 alias overload: 101 aliases are refused', async () => {
    const aliases = Array.from({ length: 101 }, (_, position) => `a${position}: __typename`).join(' ');
    const answer = await ask(api, `{ ${aliases} }`);
    expect([answer.status, messagesOf(answer)]).toEqual([400, ['The operation has 101 aliases, more than 15.']]);
    expect(codesOf(answer)).toEqual(['LIMIT_EXCEEDED']);
  });

  it('2 array batching: a list of requests is refused', async () => {
    const answer = await post(api, JSON.stringify(Array.from({ length: 10 }, () => ({ query: '{ __typename }' }))));
    expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_USER_INPUT']]);
    expect(answer.body.data).toBeUndefined();
  });

  it('3 query by GET: answered 405', async () => {
    const answer = await readAnswer(await get('/graphql?query=%7B__typename%7D'));
    expect([answer.status, answer.headers.get('allow'), answer.body.data]).toEqual([405, 'POST', undefined]);
  });

  it('4 urlencoded POST: answered 415, nothing runs', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await post(api, 'query=%7B__typename%7D', { headers });
    expect([answer.status, answer.body.data]).toEqual([415, undefined]);
  });

  it.each(['text/plain', 'multipart/form-data; boundary=a', 'application/graphql', ''])(
    '4 other types of a simple cross-site request, "%s": answered 415',
    async (type) => {
      const answer = await post(api, '{"query":"{ __typename }"}', { headers: { 'content-type': type } });
      expect([answer.status, answer.body.data]).toEqual([415, undefined]);
    },
  );

  it('5 tracing: no field of the answer tells how long resolvers took', async () => {
    const answer = await ask(api, '{ __typename }', { headers: { 'apollo-federation-include-trace': 'ftv1' } });
    expect(Object.keys(answer.body)).toEqual(['data', 'extensions']);
    expect(Object.keys(answer.body.extensions)).toEqual(['cost']);
  });

  it('6 field duplication: 1,000 times the same field are refused', async () => {
    const answer = await ask(api, `{ ${'__typename '.repeat(1_000)} }`);
    expect([answer.status, messagesOf(answer)]).toEqual([400, ['The document may have 1000 tokens at most.']]);
  });

  it('7 suggestions: a misspelt field, argument, type or value names no other', async () => {
    const texts = [
      '{ viewerr { name } }',
      '{ viewer { nam } }',
      '{ vms(frist: 1) { nodes { id } } }',
      '{ node(id: "a") { ... on Restorepoint { id } } }',
      '{ operations(first: 1, filter: {state: SUCEEDED}) { totalCount } }',
      '{ vms(first: 1, filter: {nameContain: "a"}) { totalCount } }',
    ];
    const answers = await Promise.all(texts.map((text) => ask(api, text)));
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 400]);
    expect(answers.map(({ text }) => text).join()).not.toMatch(/did you mean/i);
  });

  it('7 suggestions: neither in complaints about variables', async () => {
    const query = 'query ($filter: OperationFilter) { operations(first: 1, filter: $filter) { totalCount } }';
    const answers = [
      await ask(api, query, { variables: { filter: { state: 'SUCEEDED' } } }),
      await ask(api, query, { variables: { filter: { stat: 'SUCCEEDED' } } }),
    ];
    expect(answers.map(({ text }) => text).join()).not.toMatch(/did you mean/i);
  });

  it('8 GraphiQL: no page on the GraphQL path', async () => {
    const answer = await readAnswer(await get('/graphql', { accept: 'text/html' }));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([405, 'application/json; charset=utf-8']);
    expect(answer.text).not.toMatch(/<html|graphiql|playground/i);
  });

  it('9 introspection: none without a token, some with any valid one', async () => {
    const query = '{ __schema { queryType { name } } }';
    const without = await ask(api, query, { token: null });
    expect([without.status, codesOf(without), without.body.data]).toEqual([401, ['UNAUTHENTICATED'], undefined]);
    const withOne = await ask(api, query, { token: TOKENS.viewer });
    expect(withOne.body.data).toEqual({ __schema: { queryType: { name: 'Query' } } });
  });

  it('10 directive overload: 21 directives are refused', async () => {
    const answer = await ask(api, `{ __typename ${'@skip(if: false) '.repeat(21)} }`);
    expect(messagesOf(answer)).toEqual(['The operation has 21 directives, more than 20.']);
    const unknown = await ask(api, `{ __typename ${'@aa '.repeat(10)} }`);
    expect([unknown.status, codesOf(unknown)[0]]).toEqual([400, 'BAD_USER_INPUT']);
  });

  it('11 circular introspection: refused', async () => {
    const circle = 'fields { type { fields { type { fields { type { fields { name } } } } } } }';
    const answer = await ask(api, `{ __schema { types { ${circle} } } }`);
    expect([answer.status, codesOf(answer)[0], answer.body.data]).toEqual([400, 'BAD_USER_INPUT', undefined]);
  });

  it('12 mutation by GET: answered 405, nothing runs', async () => {
    const mutation = 'mutation { cancelOperation(input: {operationId: "a"}) { userErrors { code } } }';
    const answer = await readAnswer(await get(`/graphql?query=${encodeURIComponent(mutation)}`));
    expect([answer.status, answer.body.data]).toEqual([405, undefined]);
  });
});

describe('bodies', () => {
  const fieldOf = (bytes: number) => JSON.stringify({ query: '{ __typename }', variables: { a: 'x'.repeat(bytes) } });

  it('a query of 5 MB is refused by the token limit on bodies, and by the limit on documents', async () => {
    const query = `{ __typename } #${'x'.repeat(5_000_000)}`;
    const viewer = await ask(api, query, { token: TOKENS.viewer });
    expect([viewer.status, messagesOf(viewer)]).toEqual([
      413,
      ['The body may have 262144 bytes at most with this token.'],
    ]);
    const admin = await ask(api, query, { token: TOKENS.admin });
    expect([admin.status, messagesOf(admin)]).toEqual([
      400,
      ['The document may have 16384 bytes at most. Send long values as variables.'],
    ]);
  });

  it.each([
    ['viewer', 256 * 1024, 413],
    ['auditor', 256 * 1024, 413],
    ['operator', 256 * 1024, 200],
    ['admin', 256 * 1024, 200],
    ['operator', 8 * 1024 * 1024, 413],
    ['admin', 8 * 1024 * 1024, 413],
  ] as const)('a body of the %s over %d bytes is answered %d', async (name, bytes, status) => {
    const answer = await post(api, fieldOf(bytes), { token: TOKENS[name] });
    expect(answer.status).toBe(status);
  });

  it('a caller that still sends gets the answer, not a broken connection', async () => {
    const slice = new Uint8Array(1024 * 1024).fill(120);
    for (let round = 1; round <= 3; round += 1) {
      // A plain fetch of a file: slice after slice, the answer is looked at when all has gone.
      let slices = 0;
      const body = new ReadableStream({
        async pull(controller) {
          await new Promise((resolve) => setTimeout(resolve, 5));
          slices += 1;
          if (slices > 20) controller.close();
          else controller.enqueue(slice);
        },
      });
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${TOKENS.admin}` };
      const request = { method: 'POST', body, headers, duplex: 'half' } as RequestInit;
      const answer = await readAnswer(await fetch(`${api.url}/graphql`, request));
      expect([answer.status, codesOf(answer)]).toEqual([413, ['LIMIT_EXCEEDED']]);
    }
  });

  it('a body without a stated length is cut off at the limit', async () => {
    const head = `POST /graphql HTTP/1.1\r\nhost: a\r\nauthorization: Bearer ${TOKENS.viewer}\r\n`;
    const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`;
    const request = `${head}content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n`;
    const received = await sendRaw(api, [request, chunk, chunk, chunk, chunk, chunk], /traceId/);
    expect(received.split('\r\n')[0]).toBe('HTTP/1.1 413 Payload Too Large');
    expect(received).toContain('LIMIT_EXCEEDED');
  });

  it('a body that does not arrive is answered 408', async () => {
    const impatient = await startTestApi(createInMemoryPorts().ports, { bodyTimeoutMs: 300 });
    const head = `POST /graphql HTTP/1.1\r\nhost: a\r\nauthorization: Bearer ${TOKENS.viewer}\r\n`;
    const unfinished = `${head}content-type: application/json\r\ncontent-length: 100\r\n\r\n{"qu`;
    const received = await sendRaw(impatient, [unfinished], /traceId/);
    await impatient.close(0);
    expect(received.split('\r\n')[0]).toBe('HTTP/1.1 408 Request Timeout');
    expect(received).toContain('"code":"TIMEOUT"');
  });

  it('nobody without a valid token gets a body read', async () => {
    const answer = await post(api, 'x'.repeat(300_000), { token: null });
    expect([answer.status, codesOf(answer)]).toEqual([401, ['UNAUTHENTICATED']]);
  });

  it.each([
    ['no JSON', '{"query":"canary', 'The body is not JSON in UTF-8.'],
    ['no object', '"canary"', 'The body must be a JSON object with "query".'],
    ['no query', '{"variables":{}}', '"query" must be the text of a GraphQL document.'],
    ['a query that is no text', '{"query":{"kind":"Document"}}', '"query" must be the text of a GraphQL document.'],
    ['variables that are text', '{"query":"{a}","variables":"{}"}', '"variables" must be an object.'],
    ['a nameless operation', '{"query":"{a}","operationName":1}', '"operationName" must be text.'],
  ])('%s is refused by its shape alone', async (_title, body, message) => {
    const answer = await post(api, body);
    expect([answer.status, codesOf(answer), messagesOf(answer)]).toEqual([400, ['BAD_USER_INPUT'], [message]]);
  });

  it('JSON nested 33 levels is refused, and so are 100,000 levels', async () => {
    const nested = (levels: number) => {
      const lists = levels - 2;
      return `{"query":"{ __typename }","variables":{"a":${'['.repeat(lists)}${']'.repeat(lists)}}}`;
    };
    expect((await post(api, nested(32))).status).toBe(200);
    for (const levels of [33, 100_000]) {
      const answer = await post(api, nested(levels));
      expect([answer.status, messagesOf(answer)]).toEqual([400, ['The JSON body is nested deeper than 32 levels.']]);
    }
  });

  it('a compressed body is refused, because it hides its size', async () => {
    const answer = await post(api, 'x', { headers: { 'content-encoding': 'gzip' } });
    expect(answer.status).toBe(415);
  });
});

describe('after all this', () => {
  it('the server still answers', async () => {
    expect((await ask(api, '{ __typename }')).body.data).toEqual({ __typename: 'Query' });
    expect(api.logLines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
