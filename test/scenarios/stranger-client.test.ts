/**
 * Goal: a client that never saw the code can list restore points, plan, execute and follow a restore.
 * Method: fetch alone. The documents are written here from introspection: each field and argument used is looked up in
 * the introspected schema first, so nothing rests on what the code knows.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildClientSchema, getIntrospectionQuery, parse, validate } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { captureQuickly, estateMachine, MIB } from './support/machine.js';
import { startScenarioService } from './support/service.js';
import type { ScenarioService } from './support/service.js';

let service: ScenarioService;
let schema: GraphQLSchema;

beforeAll(async () => {
  service = await startScenarioService();
  await captureQuickly(service, estateMachine('demo-bios-thin', 16 * MIB));
  const { data } = await service.query(getIntrospectionQuery());
  schema = buildClientSchema(data);
}, 120_000);
afterAll(() => service?.stop(), 60_000);

/** Asks only what introspection says may be asked. */
async function ask(document: string, variables: Record<string, unknown> = {}) {
  expect(validate(schema, parse(document)).map(({ message }) => message)).toEqual([]);
  const { data, errors } = await service.query(document, variables);
  expect(errors).toEqual([]);
  return data;
}

const LIST = '{ restorePoints(first: 5) { nodes { id capturedAt state vm { id name } viewerCan { planRestore } } } }';
const PLAN = `mutation ($input: PlanRestoreInput!) {
  planRestore(input: $input) { plan { id digest verdict text expired } userErrors { code message } }
}`;
const EXECUTE = `mutation ($input: ExecutePlanInput!) {
  executePlan(input: $input) { operation { id state } alreadyStarted userErrors { code message } }
}`;
const FOLLOW = `subscription ($id: ID!, $after: Int) {
  operationEvents(operationId: $id, after: $after) { sequence kind state percent message }
}`;

interface StreamedEvent {
  readonly sequence: number;
  readonly kind: string;
  readonly state: string | null;
  readonly percent: number | null;
}

/** Reads the whole stream, which ends with the operation. */
async function follow(id: string, after: number | null): Promise<StreamedEvent[]> {
  const response = await fetch(`${service.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      authorization: `Bearer ${service.token}`,
    },
    body: JSON.stringify({ query: FOLLOW, variables: { id, after } }),
  });
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
  const blocks = (await response.text()).split('\n\n').filter((block) => block.startsWith('event: next'));
  return blocks.map((block) => JSON.parse(block.slice(block.indexOf('data:') + 5)).data.operationEvents);
}

describe('a client with introspection and the README alone', () => {
  it('finds each name that the README uses in the schema', () => {
    const readme = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');
    const documents = [...readme.matchAll(/"query": ?"((?:[^"\\]|\\.)*)"/g)].map((match) =>
      JSON.parse(`"${match[1]}"`),
    );
    expect(documents.length).toBeGreaterThanOrEqual(2);
    for (const document of documents) {
      expect(validate(schema, parse(document)).map(({ message }) => message)).toEqual([]);
    }
  });

  it('lists restore points, plans, executes, follows over server-sent events, and resumes after a number', async () => {
    expect(validate(schema, parse(FOLLOW))).toEqual([]);
    const [point] = (await ask(LIST)).restorePoints.nodes;
    expect(point).toMatchObject({
      state: 'AVAILABLE',
      vm: { name: 'demo-bios-thin' },
      viewerCan: { planRestore: true },
    });
    const target = { localFiles: { location: 'restores', folder: 'stranger' } };
    const { plan, userErrors } = (await ask(PLAN, { input: { restorePoint: { restorePointId: point.id }, target } }))
      .planRestore;
    expect(userErrors).toEqual([]);
    expect(plan).toMatchObject({ verdict: 'RESTORABLE', expired: false });
    expect(plan.text).toContain('demo-bios-thin');
    const input = { planId: plan.id, expectedDigest: plan.digest, idempotencyKey: 'stranger-1' };
    const first = (await ask(EXECUTE, { input })).executePlan;
    const again = (await ask(EXECUTE, { input })).executePlan;
    expect(first).toMatchObject({ alreadyStarted: false, userErrors: [] });
    expect(again).toMatchObject({ alreadyStarted: true, operation: { id: first.operation.id } });

    const events = await follow(first.operation.id, null);
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_event, index) => index + 1));
    expect(events.at(-1)?.state).toBe('SUCCEEDED');
    const percents = events.flatMap(({ percent }) => (percent === null ? [] : [percent]));
    expect(percents).toEqual(percents.toSorted((one, other) => one - other));
    const rest = await follow(first.operation.id, 2);
    expect(rest).toEqual(events.slice(2));
  }, 60_000);

  it('reads the audit log of what it has just done', async () => {
    const { auditLog } = await ask('{ auditLog(first: 50) { nodes { action subjectType actor entryHash } } }');
    const subjects = new Set(auditLog.nodes.map(({ subjectType }: { subjectType: string }) => subjectType));
    expect(subjects.size).toBeGreaterThan(1);
  });
});
