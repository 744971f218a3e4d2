/**
 * Goal: a subscription gives every event once, in order, to the end, whatever breaks in between; it passes the same
 * gate as a query.
 * Method: streams from a server over in-memory ports whose table grows and whose wakes come, come too early, or do not
 * come at all.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { toGlobalId } from '../../src/graphql/global-id.js';
import { ask, codesOf, openStream, readAnswer, startTestApi } from './api-client.js';
import type { OpenStream, TestApi } from './api-client.js';
import { createInMemoryPorts, NOW, TOKENS, uuid } from './in-memory-ports.js';
import type { InMemoryPorts } from './in-memory-ports.js';
import { event, operation } from './records.js';

const ID = uuid(1);
const QUERY = `subscription ($after: Int) {
  operationEvents(operationId: "${toGlobalId('Operation', ID)}", after: $after) { sequence message }
}`;

let memory: InMemoryPorts;
let api: TestApi;
beforeAll(async () => {
  memory = createInMemoryPorts({ operations: [operation(1)] });
  api = await startTestApi(memory.ports, { streamsPerToken: 2 });
});
afterAll(() => api.close(0));
beforeEach(() => {
  memory.catalog.operations.splice(0, 9, operation(1));
  memory.catalog.events.length = 0;
});

function append(...sequences: number[]): void {
  for (const sequence of sequences) memory.catalog.events.push(event(ID, sequence));
}

function end(): void {
  memory.catalog.operations.splice(0, 1, operation(1, { state: 'SUCCEEDED', finishedAt: NOW }));
}

async function take(stream: OpenStream, count: number): Promise<number[]> {
  const sequences: number[] = [];
  while (sequences.length < count) {
    const next = await stream.events.next();
    if (next.done === true || next.value.name === 'complete') break;
    sequences.push(next.value.data.data.operationEvents.sequence);
  }
  return sequences;
}

describe('events', () => {
  it('come from the beginning, then as they happen, and end with the operation', async () => {
    append(1, 2);
    const stream = await openStream(api, QUERY);
    expect(stream.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(stream.response.headers.get('cache-control')).toBe('no-store');
    expect(stream.response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(stream.response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await take(stream, 2)).toEqual([1, 2]);
    append(3);
    memory.wake(ID);
    expect(await take(stream, 1)).toEqual([3]);
    append(4, 5);
    end();
    memory.wake(ID);
    expect(await take(stream, 9)).toEqual([4, 5]);
    expect(memory.watcherCount()).toBe(0);
  });

  it('go on after a broken connection without gap or repeat', async () => {
    append(1, 2, 3, 4, 5);
    const first = await openStream(api, QUERY);
    expect(await take(first, 3)).toEqual([1, 2, 3]);
    first.abort();
    append(6);
    end();
    const second = await openStream(api, QUERY, { variables: { after: 3 } });
    expect(await take(second, 9)).toEqual([4, 5, 6]);
  });

  it('come in pages when there are many, and all of them', async () => {
    append(...Array.from({ length: 250 }, (_, at) => at + 1));
    end();
    expect(await take(await openStream(api, QUERY), 999)).toEqual(Array.from({ length: 250 }, (_, at) => at + 1));
  });

  it('come though no wake ever does', async () => {
    append(1);
    const stream = await openStream(api, QUERY);
    expect(await take(stream, 1)).toEqual([1]);
    append(2);
    end();
    expect(await take(stream, 9)).toEqual([2]);
  });

  it('are not missed when they come together with the end', async () => {
    const { loadOperations } = memory.ports.operations;
    let calls = 0;
    Object.assign(memory.ports.operations, {
      loadOperations: async (ids: readonly string[]) => {
        const found = await loadOperations(ids);
        calls += 1;
        if (calls === 1) {
          append(1);
          end();
        }
        return found;
      },
    });
    try {
      const stream = await openStream(api, QUERY);
      expect(await take(stream, 9)).toEqual([1]);
    } finally {
      Object.assign(memory.ports.operations, { loadOperations });
    }
  });

  it('are not missed when they come with the end just after the table was read', async () => {
    const { readEventsAfter } = memory.ports.operations;
    let calls = 0;
    Object.assign(memory.ports.operations, {
      readEventsAfter: async (id: string, after: number, limit: number) => {
        const found = await readEventsAfter(id, after, limit);
        calls += 1;
        if (calls === 1) {
          append(1);
          end();
          memory.wake(ID);
        }
        return found;
      },
    });
    try {
      expect(await take(await openStream(api, QUERY), 9)).toEqual([1]);
    } finally {
      Object.assign(memory.ports.operations, { readEventsAfter });
    }
  });

  it('stop being watched when the client goes', async () => {
    const stream = await openStream(api, QUERY);
    append(1);
    memory.wake(ID);
    await take(stream, 1);
    expect(memory.watcherCount()).toBe(1);
    stream.abort();
    await stream.events.next().catch(() => undefined);
    for (let round = 0; round < 100 && memory.watcherCount() > 0; round += 1)
      await new Promise((done) => setTimeout(done, 10));
    expect(memory.watcherCount()).toBe(0);
  });
});

describe('refusals', () => {
  const refused = async (query: string, token?: string) => {
    const { response } = await openStream(api, query, token === undefined ? {} : { token });
    return readAnswer(response);
  };

  it('are those of queries: token, document, limits', async () => {
    const bad = await refused(QUERY, TOKENS.revoked);
    expect([bad.status, codesOf(bad)]).toEqual([401, ['UNAUTHENTICATED']]);
    const misspelt = await refused('subscription { operationEvent(operationId: "a") { sequence } }');
    expect([misspelt.status, codesOf(misspelt)]).toEqual([400, ['BAD_USER_INPUT']]);
    const aliases = Array.from({ length: 16 }, (_, at) => `a${at}: sequence`).join(' ');
    const many = await refused(`subscription { operationEvents(operationId: "a") { ${aliases} } }`);
    expect([many.status, codesOf(many)]).toEqual([400, ['LIMIT_EXCEEDED']]);
  });

  it.each([
    ['an id of another type', toGlobalId('Vm', ID), 'BAD_USER_INPUT'],
    ['an operation that does not exist', toGlobalId('Operation', uuid(9)), 'NOT_FOUND'],
  ])('tell of %s in the stream, and end it', async (_title, id, code) => {
    const stream = await openStream(api, `subscription { operationEvents(operationId: "${id}") { sequence } }`);
    const received = [];
    for await (const item of stream.events) received.push(item);
    expect(received.map(({ name }) => name)).toEqual(['next', 'complete']);
    expect(received[0]?.data.errors.map((error: { extensions: { code: string } }) => error.extensions.code)).toEqual([
      code,
    ]);
    expect(received[0]?.data.errors[0].extensions.traceId).toMatch(/^[0-9a-f]{32}$/);
  });

  it('answer a subscription without the stream type with how to get one', async () => {
    const answer = await ask(api, QUERY);
    expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_USER_INPUT']]);
    expect(answer.body.errors?.[0]?.message).toBe('Subscriptions are answered to accept: text/event-stream only.');
  });

  it('hold one token to its number of streams', async () => {
    const open = [await openStream(api, QUERY), await openStream(api, QUERY)];
    const third = await refused(QUERY);
    expect([third.status, codesOf(third)]).toEqual([400, ['LIMIT_EXCEEDED']]);
    const other = await openStream(api, QUERY, { token: TOKENS.admin });
    expect(other.response.status).toBe(200);
    for (const stream of [...open, other]) stream.abort();
  });
});

describe('shutting down', () => {
  it('cuts streams without saying "complete", so that clients come back', async () => {
    const own = await startTestApi(memory.ports);
    append(1);
    const stream = await openStream(own, QUERY);
    await take(stream, 1);
    await own.close(1_000);
    const names: string[] = [];
    try {
      for await (const { name } of stream.events) names.push(name);
    } catch {
      names.push('cut');
    }
    expect(names).toEqual(['cut']);
  });
});
