/**
 * Goal: whatever process of the service dies, and in whatever order, each piece of work is finished, done by one
 * writer at a time, each line once and in order.
 * Method: the real supervisor, real embedded PostgreSQL (fsync on), real DBOS and a small executor. Every round
 * enqueues a job as the API does, then kills at random: supervisor, postmaster, a database session, executor, all of
 * them; or cuts every database connection except the one that holds the executor's lock; or freezes the executor, takes
 * everything else away and thaws it later. Often a second fault follows during recovery.
 * The files are judged from outside. Length: REINSTATE_CRASH_ROUNDS, choices: REINSTATE_SEED.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DBOSClient } from '@dbos-inc/dbos-sdk';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { engineAddress } from '../../src/adapters/dbos/engine-address.js';
import { destroyEmbeddedPostgres } from '../../src/adapters/embedded-postgres/start-embedded-postgres.js';
import { silentLog } from '../support/postgres.js';

const ROUNDS = Number(process.env['REINSTATE_CRASH_ROUNDS'] ?? '12');
const SEED = Number(process.env['REINSTATE_SEED'] ?? Date.now() % 1_000_000_007);
const LINES = 40;
const ROUND_LIMIT_MS = 60_000;
const FAULTS = ['supervisor', 'postmaster', 'session', 'connections', 'executor', 'all', 'frozen'] as const;
type Fault = (typeof FAULTS)[number];

interface Status {
  readonly database: { readonly pid: number | null };
  readonly children: { readonly executor: { readonly pid: number | null } };
}

let root: string;
let dataFolder: string;
let outFolder: string;
let supervisor: ChildProcess | undefined;
let nextSeed = SEED >>> 0;
const counts: Record<string, number> = {};
/** Executors that were frozen and whose time to thaw may not have come when the test ends. */
const frozen = new Set<number>();
let continued = 0;

beforeAll(() => {
  if (!existsSync(resolve('dist/supervisor/supervise.js'))) throw new Error('Not compiled yet: npm run setup');
  root = mkdtempSync(join(tmpdir(), 'reinstate-crash-'));
  dataFolder = join(root, 'data');
  outFolder = join(root, 'out');
  mkdirSync(outFolder);
});

afterAll(async () => {
  supervisor?.kill('SIGTERM');
  await waitFor('the supervisor to end', () => supervisor === undefined || hasEnded(supervisor), 15_000);
  for (const pid of frozen) if (isOfThisTest(pid)) kill(pid, 'SIGKILL', 'node');
  const left = () => nodeProcesses().filter(isOfThisTest);
  await waitFor('every process of the test to end', () => left().length === 0, 15_000);
  await destroyEmbeddedPostgres(dataFolder, silentLog());
  rmSync(root, { recursive: true });
});

test(
  `every job is done once, in order, by one writer at a time: ${ROUNDS} rounds`,
  async () => {
    startSupervisor();
    for (let round = 0; round < ROUNDS; round += 1) {
      const job = `job-${round}`;
      try {
        await runRound(job);
        checkLines(job);
      } catch (error) {
        throw new Error(`seed ${SEED}, round ${round}: ${(error as Error).message}\n${describeState()}`, {
          cause: error,
        });
      }
    }
    const notes = readFileSync(join(outFolder, 'notes.log'), 'utf8').trim().split('\n');
    const processes = new Set(notes.filter((line) => line.endsWith(' claimed')).map((line) => line.split(' ')[1]));
    const waits = notes.filter((line) => line.includes('waits for the target')).length;
    const refusals = notes.filter((line) => line.includes('refused line')).length;
    process.stderr.write(
      `supervision: seed ${SEED}, ${ROUNDS} rounds, faults ${JSON.stringify(counts)}, ` +
        `${processes.size} executor processes, ${continued} jobs continued by a later one, ` +
        `${waits} waits for a target, ${refusals} stale tokens refused\n`,
    );
    expect(notes.filter((line) => line.includes('VIOLATION'))).toEqual([]);
    expect(tokensInOrder(notes)).toEqual([]);
  },
  ROUNDS * ROUND_LIMIT_MS,
);

async function runRound(job: string): Promise<void> {
  await enqueue(job);
  await sleep(random() * 500);
  await strike(pick(FAULTS));
  if (random() < 0.5) {
    await sleep(random() * 900);
    await strike(pick(FAULTS));
  }
  await waitFor(`${job} to finish`, () => readLines(job).length > LINES, ROUND_LIMIT_MS);
  await waitForSuccess(job);
}

/** The workflow's own state too: work that is done on disk but PENDING for ever would be started again and again. */
async function waitForSuccess(job: string): Promise<void> {
  const ids = [job, `${job}-disk`];
  await retry(`${job} to be SUCCESS`, async () => {
    const states = await withDatabase(async (client) => {
      const answer = await client.query<{ status: string }>(
        'SELECT status FROM dbos.workflow_status WHERE workflow_uuid = ANY($1)',
        [ids],
      );
      return answer.rows.map((row) => row.status);
    });
    if (states.join() !== 'SUCCESS,SUCCESS') throw new Error(`states are ${states.join()}`);
  });
}

async function enqueue(job: string): Promise<void> {
  await retry(`${job} to be taken`, async () => {
    const client = await DBOSClient.create({
      systemDatabaseUrl: engineAddress(databaseUrl()),
      systemDatabasePoolSize: 2,
      logger: QUIET,
    });
    try {
      await client.enqueue(
        { workflowName: 'runJob', queueName: 'spike-jobs', workflowID: job, appVersion: '1' },
        job,
        LINES,
      );
    } finally {
      await client.destroy();
    }
  });
}

const QUIET = { info: () => undefined, debug: () => undefined, warn: () => undefined, error: () => undefined };

async function strike(fault: Fault): Promise<void> {
  counts[fault] = (counts[fault] ?? 0) + 1;
  const status = readStatus();
  const postmaster = status?.database.pid ?? null;
  const executor = status?.children.executor.pid ?? null;
  if (fault === 'supervisor') killSupervisor();
  if (fault === 'postmaster') kill(postmaster, 'SIGKILL', 'postgres');
  if (fault === 'session' && postmaster !== null) kill(pick(childrenOf(postmaster)), 'SIGKILL', 'postgres');
  if (fault === 'connections') await cutConnections();
  if (fault === 'executor') kill(executor, 'SIGKILL', 'node');
  if (fault === 'all') {
    const steps = [
      () => killSupervisor(),
      () => kill(postmaster, 'SIGKILL', 'postgres'),
      () => kill(executor, 'SIGKILL', 'node'),
    ];
    for (const step of shuffle(steps)) step();
  }
  if (fault === 'frozen') {
    kill(executor, 'SIGSTOP', 'node');
    killSupervisor();
    kill(postmaster, 'SIGKILL', 'postgres');
    if (executor !== null) frozen.add(executor);
    setTimeout(() => kill(executor, 'SIGCONT', 'node'), random() * 2_500);
  }
  if (supervisor === undefined || supervisor.killed) {
    await sleep(random() * 100);
    startSupervisor();
  }
}

/** The executor notices nothing by its lock: DBOS alone must get over it. */
async function cutConnections(): Promise<void> {
  const cut = withDatabase((client) =>
    client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()
          AND pid <> pg_backend_pid() AND application_name NOT LIKE 'reinstate-executor-lock%'`,
    ),
  );
  // The database may be down from an earlier fault: then there is nothing to cut.
  await cut.catch(() => undefined);
}

function startSupervisor(): void {
  const log = openSync(join(root, 'service.log'), 'a');
  supervisor = spawn(process.execPath, [resolve('test/crash/supervision/supervisor.mjs'), dataFolder, outFolder], {
    stdio: ['ignore', log, log],
    env: { PATH: process.env['PATH'] ?? '' },
  });
}

function killSupervisor(): void {
  supervisor?.kill('SIGKILL');
}

/** Only a process that is still what we take it for: its number may have passed to another program. */
function kill(pid: number | null | undefined, signal: NodeJS.Signals, name: string): void {
  if (pid === null || pid === undefined || !commandOf(pid).startsWith(name)) return;
  try {
    process.kill(pid, signal);
  } catch {
    // Gone in between.
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return '';
  }
}

function nodeProcesses(): readonly number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => commandOf(pid).startsWith('node'));
}

/** By its command line or environment, which name the folders of this run. */
function isOfThisTest(pid: number): boolean {
  try {
    const said = `${readFileSync(`/proc/${pid}/cmdline`, 'utf8')}${readFileSync(`/proc/${pid}/environ`, 'utf8')}`;
    return pid !== process.pid && said.includes(root);
  } catch {
    return false;
  }
}

function childrenOf(pid: number): readonly number[] {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    return text === '' ? [] : text.split(' ').map(Number);
  } catch {
    return [];
  }
}

/** Lines 0 to LINES in order, each once; tokens never go back, and one token belongs to one process. */
function checkLines(job: string): void {
  const lines = readLines(job);
  expect(lines.map((line) => line[0])).toEqual(Array.from({ length: LINES + 1 }, (_, line) => line));
  const holder = new Map<number, number>();
  let highest = 0;
  for (const [line, token, pid] of lines) {
    if (token === undefined || pid === undefined) throw new Error(`line ${line} of ${job} is torn`);
    if (token < highest) throw new Error(`line ${line} of ${job} was written under ${token} after ${highest}`);
    highest = token;
    if ((holder.get(token) ?? pid) !== pid) throw new Error(`two processes wrote ${job} under token ${token}`);
    holder.set(token, pid);
  }
  if (holder.size > 1) continued += 1;
}

/** Gate claims in the order of the notes: a later claim with a lower token would mean two holders of the lock. */
function tokensInOrder(notes: readonly string[]): readonly string[] {
  let highest = 0;
  return notes.filter((line) => {
    if (!line.endsWith(' claimed')) return false;
    const token = Number(line.split(' ')[2]);
    const isBack = token <= highest;
    highest = Math.max(highest, token);
    return isBack;
  });
}

function readLines(job: string): readonly number[][] {
  const path = join(outFolder, `${job}.lines`);
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' ').map(Number));
}

function readStatus(): Status | undefined {
  const path = join(dataFolder, 'run', 'status.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Status) : undefined;
}

function databaseUrl(): string {
  return readFileSync(join(dataFolder, 'keys', 'database-url'), 'utf8').trim();
}

async function withDatabase<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: databaseUrl(), connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function retry(what: string, work: () => Promise<void>): Promise<void> {
  let reason = '';
  const deadline = Date.now() + ROUND_LIMIT_MS;
  while (Date.now() < deadline) {
    try {
      await work();
      return;
    } catch (error) {
      reason = (error as Error).message;
      await sleep(50);
    }
  }
  throw new Error(`Waited in vain for ${what}: ${reason}`);
}

async function waitFor(what: string, isSo: () => boolean, limitMs: number): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (!isSo()) {
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}`);
    await sleep(20);
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function describeState(): string {
  const tail = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(-25).join('\n') : '');
  const status = JSON.stringify(readStatus());
  const files = readdirSync(outFolder).slice(-6).join(' ');
  return `${status}\n${files}\n${tail(join(outFolder, 'notes.log'))}\n${tail(join(root, 'service.log'))}`;
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
