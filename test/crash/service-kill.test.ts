/**
 * Goal: whatever part of a running service is killed, every piece of work that was accepted ends well or can be tried
 * again, restored bytes are right, events have no gaps, and one key is one operation, however often it was sent.
 * Method: a real `reinstate serve` on embedded PostgreSQL. In each round a client captures or restores through GraphQL
 * and repeats each request without an answer under the same key, while SIGKILL falls at random on supervisor, API,
 * executor, postmaster, or all of them: as the request arrives, between commit and hand-over, or in the midst of the
 * copy; often a second time during recovery. Length: REINSTATE_CRASH_ROUNDS, or
 * REINSTATE_SERVICE_KILL_ROUNDS for this test alone; choices: REINSTATE_SEED.
 */
import { closeSync, ftruncateSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { hashFile } from '../../src/demo/proof.js';
import { pseudoRandomBytes } from '../../src/demo/guest-files.js';
import { estateMachine, MIB } from '../scenarios/support/machine.js';
import { KillableService, type Part, PARTS } from './service-kill/killable-service.js';

// A round starts much of the service again, so it takes longer than those of the other crash tests.
const CRASH_ROUNDS = Number(process.env['REINSTATE_CRASH_ROUNDS'] ?? '8');
const ROUNDS = Number(process.env['REINSTATE_SERVICE_KILL_ROUNDS'] ?? Math.ceil(CRASH_ROUNDS * 0.75));
const SEED = Number(process.env['REINSTATE_SEED'] ?? Date.now() % 1_000_000_007);
const CAPACITY = 256 * MIB;
const DATA_MIB = 80;
const ROUND_LIMIT_MS = 60_000;
const MOMENTS = ['request', 'handOver', 'work', 'work'] as const;
const RETRYABLE = ['IO_ERROR', 'TARGET_BUSY', 'FENCED_OUT', 'ENGINE_UNAVAILABLE', 'REPOSITORY_NOT_AVAILABLE'];

interface Point {
  readonly id: string;
  readonly sha256: string;
}

const machine = estateMachine('demo-bios-thin', CAPACITY);
const counts: Record<string, number> = {};
let service: KillableService;
let newest: Point;
let nextSeed = SEED >>> 0;

beforeAll(async () => {
  service = new KillableService();
  service.makeFolders();
  service.start();
  await untilItMovesData();
  newest = await captureRound('first', (send) => send());
}, 120_000);

afterAll(async () => {
  await service?.stop();
  service?.remove();
}, 60_000);

test(
  `work that was accepted survives any death: ${ROUNDS} rounds`,
  async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const name = `round-${round}`;
      const strikes: Strikes = (send) => sendAndStrike(round, send);
      try {
        await untilItMovesData();
        await runRound(pick(['capture', 'restore', 'restore', 'both'] as const), name, strikes);
      } catch (error) {
        const said = `${(error as Error).message}\n${JSON.stringify(counts)}\n${service.lastWords()}`;
        throw new Error(`seed ${SEED}, round ${round}: ${said}`, { cause: error });
      }
    }
    const exitCode = await service.stop();
    process.stderr.write(
      `service kill: seed ${SEED}, ${ROUNDS} rounds, ${JSON.stringify(counts)}, ` +
        `${service.starts} starts, ${service.repeats} requests repeated\n`,
    );
    expect(exitCode).toBe(0);
    expect(service.processes()).toEqual([]);
  },
  (ROUNDS + 1) * ROUND_LIMIT_MS,
);

type Send = () => Promise<any>;
type Strikes = (send: Send) => Promise<any>;

/** Sends a request and lets one or two deaths fall; resolves to the answer. */
async function sendAndStrike(round: number, send: Send): Promise<any> {
  const moment = MOMENTS[(round + SEED) % MOMENTS.length] ?? 'work';
  count(`at ${moment}`);
  if (moment === 'handOver') return killBetweenCommitAndHandOver(send);
  const answer = send();
  // A rejection while the strikes still fall is told when the answer is waited for.
  answer.catch(() => undefined);
  await sleep(moment === 'request' ? random() * 40 : 30 + random() * 500);
  strike();
  if (random() < 0.4) {
    await sleep(random() * 1_000);
    strike();
  }
  return answer;
}

function strike(): void {
  const fault = pick([...PARTS, 'all'] as const);
  count(fault);
  const parts: readonly Part[] = fault === 'all' ? shuffle(PARTS) : [fault];
  for (const part of parts) service.kill(part);
}

/** The queue's table is held, so that the API waits in its hand-over while the operation is already stored. */
function killBetweenCommitAndHandOver(send: Send): Promise<any> {
  return service.withDatabase(async (client) => {
    const open = "SELECT count(*)::int AS count FROM operations WHERE state = 'QUEUED'";
    await client.query('BEGIN');
    await client.query('LOCK TABLE dbos.workflow_status IN SHARE ROW EXCLUSIVE MODE');
    const answer = send();
    answer.catch(() => undefined);
    const deadline = Date.now() + 3_000;
    let stored = false;
    while (!stored && Date.now() < deadline) {
      stored = (await client.query<{ count: number }>(open)).rows[0]?.count !== 0;
      if (!stored) await sleep(5);
    }
    if (stored) count('stored, not handed over');
    service.kill('api');
    await client.query('ROLLBACK');
    return answer;
  });
}

async function untilItMovesData(): Promise<void> {
  const deadline = Date.now() + ROUND_LIMIT_MS;
  while (Date.now() < deadline) {
    const { viewer } = await service.ask('{ viewer { capabilities } }');
    if (viewer.capabilities.includes('MOVE_DATA')) return;
    await sleep(50);
  }
  throw new Error('the service did not get ready');
}

async function runRound(work: 'capture' | 'restore' | 'both', name: string, strikes: Strikes): Promise<void> {
  count(work);
  const point = newest;
  if (work !== 'both') {
    if (work === 'capture') newest = await captureRound(name, strikes);
    else await restoreRound(name, point, strikes);
    return;
  }
  const capture = captureRound(name, (send) => send());
  const restore = restoreRound(name, point, strikes);
  [newest] = await Promise.all([capture, restore]);
}

const CAPTURE = `mutation ($input: CaptureRestorePointInput!) { captureRestorePoint(input: $input) {
  restorePoint { id } operation { id } userErrors { code message } } }`;

/** Captures a new image; the point is proven by the restores of later rounds. */
async function captureRound(name: string, strikes: Strikes): Promise<Point> {
  const path = join(service.dataFolder, 'images', `${name}.raw`);
  writeSparseImage(path, name);
  const sha256 = await hashFile(path);
  const metadata = {
    site: { name: 'vc-kill' },
    capturedAt: new Date().toISOString(),
    configInfo: machine.configInfo(0),
    nvramBase64: Buffer.from(machine.nvramBytes(0) ?? []).toString('base64'),
  };
  const disks = [{ deviceKey: 2000, location: 'images', path: `${name}.raw`, format: 'RAW' }];
  const input = { metadata, disks, idempotencyKey: name };
  const { captureRestorePoint } = await strikes(() => service.ask(CAPTURE, { input }));
  expect(captureRestorePoint.userErrors).toEqual([]);
  await finish(captureRestorePoint.operation.id);
  await expectOneOperation('CAPTURE_RESTORE_POINT', name);
  rmSync(path);
  return { id: captureRestorePoint.restorePoint.id, sha256 };
}

const PLAN = `mutation ($input: PlanRestoreInput!) { planRestore(input: $input) {
  plan { id digest verdict } userErrors { code message } } }`;
const EXECUTE = `mutation ($input: ExecutePlanInput!) { executePlan(input: $input) {
  operation { id } userErrors { code message } } }`;

async function restoreRound(name: string, point: Point, strikes: Strikes): Promise<void> {
  const target = { localFiles: { location: 'restores', folder: name } };
  const { planRestore } = await service.ask(PLAN, { input: { restorePoint: { restorePointId: point.id }, target } });
  const { plan } = planRestore;
  expect([planRestore.userErrors, plan?.verdict]).toEqual([[], 'RESTORABLE']);
  const input = { planId: plan.id, expectedDigest: plan.digest, idempotencyKey: name };
  const { executePlan } = await strikes(() => service.ask(EXECUTE, { input }));
  expect(executePlan.userErrors).toEqual([]);
  const again = await service.ask(EXECUTE, { input });
  expect(again.executePlan.operation.id).toBe(executePlan.operation.id);
  await finish(executePlan.operation.id);
  await expectOneOperation('EXECUTE_PLAN', name);
  const folder = join(service.dataFolder, 'restores', name);
  expect(await hashFile(join(folder, 'disk-2000.raw'))).toBe(point.sha256);
  rmSync(folder, { recursive: true });
}

const OPERATION = `query ($id: ID!) { operation(id: $id) { state percent userErrors { code message }
  events(first: 100) { nodes { sequence percent state } pageInfo { hasNextPage } } } }`;
const RETRY = `mutation ($id: ID!) { retryOperation(input: { operationId: $id }) {
  operation { id } userErrors { code message } } }`;

/** Follows an operation to its success; one that failed must say so in a way that lets it be tried again. */
async function finish(id: string): Promise<void> {
  const deadline = Date.now() + ROUND_LIMIT_MS;
  while (Date.now() < deadline) {
    const { operation } = await service.ask(OPERATION, { id });
    if (operation.state === 'QUEUED' || operation.state === 'RUNNING') {
      await sleep(50);
      continue;
    }
    expectEvents(operation);
    if (operation.state === 'SUCCEEDED') return;
    const codes = operation.userErrors.map(({ code }: { code: string }) => code);
    count(`failed with ${codes.join()}`);
    if (!codes.every((code: string) => RETRYABLE.includes(code))) break;
    const { retryOperation } = await service.ask(RETRY, { id });
    expect(retryOperation.userErrors).toEqual([]);
    await finish(retryOperation.operation.id);
    return;
  }
  const { operation } = await service.ask(OPERATION, { id });
  throw new Error(`did not succeed: ${JSON.stringify(operation)}`);
}

interface FinishedOperation {
  readonly state: string;
  readonly events: {
    readonly nodes: readonly { readonly sequence: number; readonly percent: number | null; readonly state: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean };
  };
}

function expectEvents({ state, events }: FinishedOperation): void {
  const numbers = events.nodes.map(({ sequence }) => sequence);
  expect(numbers).toEqual(numbers.map((_number, index) => index + 1));
  const percents = events.nodes.flatMap(({ percent }) => (percent === null ? [] : [percent]));
  expect(percents).toEqual(percents.toSorted((one, other) => one - other));
  if (!events.pageInfo.hasNextPage) expect(events.nodes.at(-1)?.state).toBe(state);
}

async function expectOneOperation(kind: string, key: string): Promise<void> {
  const select = 'SELECT count(*)::int AS count FROM operations WHERE kind = $1 AND idempotency_key = $2';
  const deadline = Date.now() + ROUND_LIMIT_MS;
  for (;;) {
    try {
      const found = await service.withDatabase((client) => client.query<{ count: number }>(select, [kind, key]));
      expect(found.rows).toEqual([{ count: 1 }]);
      return;
    } catch (error) {
      // The database may still be on its way back.
      if (Date.now() > deadline || 'matcherResult' in (error as object)) throw error;
      await sleep(100);
    }
  }
}

/** Data in pieces all over the image, holes between them. */
function writeSparseImage(path: string, seed: string): void {
  const data = pseudoRandomBytes(seed, MIB);
  const file = openSync(path, 'w');
  ftruncateSync(file, CAPACITY);
  for (let piece = 0; piece < DATA_MIB; piece += 1) {
    data.writeUInt32LE(piece, 0);
    // Every 64 KiB differs from every other, so that no chunk is stored by its twin.
    for (let at = 0; at < MIB; at += 65_536) data.writeUInt32LE(piece * 16 + at / 65_536, at + 4);
    writeSync(file, data, 0, MIB, Math.floor((piece * CAPACITY) / DATA_MIB / 4_096) * 4_096);
  }
  closeSync(file);
}

function count(what: string): void {
  counts[what] = (counts[what] ?? 0) + 1;
}

/** Mulberry32: the same seed makes the same choices, although not the same timing. */
function random(): number {
  nextSeed = (nextSeed + 0x6d2b79f5) >>> 0;
  let mixed = nextSeed;
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}

function pick<Item>(items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)] as Item;
}

function shuffle<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
