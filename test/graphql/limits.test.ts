/**
 * Goal: what an operation may cost is decided before it runs, by the published formula, in time that no document can
 * stretch.
 * Method: ask a server over in-memory ports; weigh documents made to be expensive to weigh.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, getIntrospectionQuery } from 'graphql';
import { RequestGate } from '../../src/graphql/check-request.js';
import { LIMITS } from '../../src/graphql/limits.js';
import { ask, codesOf, CONTRACT, messagesOf, startTestApi } from './api-client.js';
import type { TestApi } from './api-client.js';
import { createInMemoryPorts } from './in-memory-ports.js';

const memory = createInMemoryPorts();
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi(memory.ports);
});
afterAll(() => api.close(0));

async function costOf(query: string, variables?: unknown): Promise<number> {
  const answer = await ask(api, query, { variables });
  expect(answer.body.extensions.cost.limit).toBe(10_000);
  return answer.body.extensions.cost.requested;
}

describe('page sizes', () => {
  it.each([0, -1, 101, 100_000])(
    'first: %d is refused, as literal and as variable, before anything is read',
    async (first) => {
      memory.calls.length = 0;
      const message = 'Argument "first" of "vms" must be from 1 to 100.';
      const answers = [
        await ask(api, `{ vms(first: ${first}) { totalCount } }`),
        await ask(api, 'query ($first: Int!) { vms(first: $first) { totalCount } }', { variables: { first } }),
        await ask(api, 'query ($first: Int! = 1) { vms(first: $first) { totalCount } }', { variables: { first } }),
      ];
      expect(answers.map(messagesOf)).toEqual([[message], [message], [message]]);
      expect(answers.map(codesOf)).toEqual([['BAD_USER_INPUT'], ['BAD_USER_INPUT'], ['BAD_USER_INPUT']]);
      expect(memory.calls).toEqual([]);
    },
  );

  it('must be given', async () => {
    const answer = await ask(api, '{ vms { totalCount } }');
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
  });
});

describe('cost', () => {
  it('follows the published formula', async () => {
    expect(await costOf('{ __typename }')).toBe(0);
    expect(await costOf('{ viewer { name } }')).toBe(1);
    expect(await costOf('{ vms(first: 7) { totalCount } }')).toBe(1 + 10);
    expect(await costOf('{ vms(first: 7) { nodes { name } } }')).toBe(1 + 7);
    expect(await costOf('{ vms(first: 7) { edges { node { name } } pageInfo { endCursor } } }')).toBe(1 + 7 * 2 + 1);
    expect(await costOf('{ vms(first: 7) { nodes { site { name } restorePoints(first: 3) { nodes { id } } } } }')).toBe(
      1 + 7 * (1 + 1 + (1 + 3)),
    );
    expect(await costOf('{ restorePoints(first: 2) { nodes { disks { key { keyId } } } } }')).toBe(
      1 + 2 * (1 + 10 * 2),
    );
    expect(await costOf('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['a', 'b', 'c'] })).toBe(3);
  });

  it('over the limit is refused, told, and costs nothing more', async () => {
    memory.calls.length = 0;
    const query = '{ sites(first: 100) { nodes { vms(first: 100) { nodes { name } } } } }';
    const answer = await ask(api, query);
    expect([answer.status, codesOf(answer)]).toEqual([400, ['LIMIT_EXCEEDED']]);
    expect(messagesOf(answer)).toEqual(['The answer may hold 10201 objects, more than 10000. Ask for smaller pages.']);
    expect(answer.body.extensions).toEqual({ cost: { requested: 10_201, limit: 10_000 } });
    expect(memory.calls).toEqual([]);
  });

  it('counts what hides in fragments', async () => {
    const spread =
      '{ sites(first: 100) { ...a } } fragment a on SiteConnection { nodes { vms(first: 100) { nodes { id } } } }';
    const inline = '{ sites(first: 100) { ... on SiteConnection { nodes { vms(first: 100) { nodes { id } } } } } }';
    expect(await costOf(spread)).toBe(10_201);
    expect(await costOf(inline)).toBe(10_201);
  });
});

describe('depth and width', () => {
  const nested = (levels: number) => {
    const pairs = Math.floor((levels - 3) / 2);
    const tail = (levels - 3) % 2 === 0 ? 'id' : 'vm { id }';
    const inner = `${'newestRestorePoint { vm { '.repeat(pairs)}${tail}${' } }'.repeat(pairs)}`;
    return `{ vms(first: 1) { nodes { ${inner} } } }`;
  };

  it('15 levels pass, 16 do not, nor do they in a fragment', async () => {
    expect((await ask(api, nested(15))).status).toBe(200);
    const answer = await ask(api, nested(17));
    expect(messagesOf(answer)).toEqual(['The operation has 17 levels of fields, more than 15.']);
    expect(codesOf(answer)).toEqual(['LIMIT_EXCEEDED']);
    const inFragment = `{ ...f } fragment f on Query ${nested(17)}`;
    expect(codesOf(await ask(api, inFragment))).toEqual(['LIMIT_EXCEEDED']);
  });

  it('the usual introspection query passes', async () => {
    const answer = await ask(api, getIntrospectionQuery({ oneOf: true, inputValueDeprecation: true }));
    expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
  });

  it('11 root fields are refused, also through fragments', async () => {
    const fields = (count: number) => Array.from({ length: count }, (_, at) => `a${at}: __typename`).join(' ');
    expect((await ask(api, `{ ${fields(10)} }`)).status).toBe(200);
    const answer = await ask(api, `{ ...f } fragment f on Query { ${fields(11)} }`);
    expect(messagesOf(answer)).toEqual(['The operation has 11 root fields, more than 10.']);
  });

  it('fragments that spread each other twice over are weighed once each', () => {
    const gate = new RequestGate(buildSchema(CONTRACT), LIMITS);
    const fragments = Array.from({ length: 60 }, (_, at) => `fragment f${at} on Query { ...f${at + 1} ...f${at + 1} }`);
    const query = `{ ...f0 } ${fragments.join(' ')} fragment f60 on Query { __typename }`;
    const outcome = gate.check({ query, operationName: undefined, variables: {} });
    expect([outcome.ok, outcome.cost?.requested]).toEqual([false, 0]);
  });

  it('fragments in a circle are refused', async () => {
    const answer = await ask(api, '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }');
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
  });
});

describe('the published limits', () => {
  it('are those that hold', () => {
    const text = readFileSync(join(import.meta.dirname, '../../src/graphql/README.md'), 'utf8');
    for (const [name, value] of Object.entries(LIMITS)) expect(text).toContain(`| \`${name}\` | ${value} |`);
  });
});
