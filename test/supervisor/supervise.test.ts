/**
 * Goal: the supervisor starts things in order, starts again what ends, takes with it what it must, and stops in time.
 * Method: real child processes with chosen behaviour; the database is a sleeping process in its place here, the real
 * one stands in test/crash/supervision.test.ts.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import type { EventLog } from '../../src/ports/event-log.js';
import type { DatabaseServer } from '../../src/supervisor/managed-database.js';
import { type Supervision, type SuperviseOptions, supervise } from '../../src/supervisor/supervise.js';

jest.setTimeout(30_000);

let folder: string;
let events: string[];
let servers: ChildProcess[];
let port: number;
let supervision: Supervision | undefined;

const log: EventLog = { info: keep, warn: keep, error: keep };

function keep(_fields: unknown, message: string): void {
  events.push(message);
}

beforeAll(() => {
  if (!existsSync(resolve('dist/supervisor/parent-pipe.js'))) throw new Error('Not compiled yet: npm run setup');
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reinstate-supervise-'));
  events = [];
  servers = [];
  port = 5_432;
  supervision = undefined;
});

afterEach(async () => {
  await supervision?.stopAtOnce();
  for (const server of servers) server.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

async function startServer(): Promise<DatabaseServer> {
  const server = spawn('sleep', ['300'], { stdio: 'ignore' });
  servers.push(server);
  const ended = new Promise<void>((done) => server.once('exit', () => done()));
  const end = (): Promise<void> => {
    server.kill('SIGKILL');
    return ended;
  };
  const url = `postgresql://reinstate:secret-word@127.0.0.1:${port}/reinstate`;
  return { url, pid: server.pid ?? 0, port, adopted: false, ended, stop: end, stopAtOnce: end };
}

function optionsWith(
  behaviours: Readonly<Record<string, string>>,
  more: Partial<SuperviseOptions> = {},
): SuperviseOptions {
  return {
    dataFolder: join(folder, 'data'),
    log,
    startServer,
    migrate: async () => {
      events.push('migrated');
    },
    children: () =>
      Object.entries(behaviours).map(([name, behaviour]) => ({
        name,
        program: process.execPath,
        args: [resolve('test/supervisor/children/child.mjs'), behaviour, folder],
        environment: {},
      })),
    backoff: { initialMs: 10, maximumMs: 50, factor: 2, healthyAfterMs: 60_000 },
    random: () => 0.5,
    ...more,
  };
}

function notes(): readonly string[] {
  const path = join(folder, 'notes');
  return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(10);
}

function isAlive(pid: number): boolean {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

function pidOf(name: string): number {
  return supervision?.status().children[name]?.pid ?? 0;
}

test('database, migrations, children; the address with its password only in a file of the owner', async () => {
  supervision = await supervise(optionsWith({ api: 'works', executor: 'works' }));
  await supervision.ready;
  expect(events.slice(0, 3)).toEqual(['migrated', 'Started api', 'Started executor']);
  expect(supervision.apiUrl).toBe('http://127.0.0.1:4321');
  const urlFile = join(folder, 'data', 'keys', 'database-url');
  expect(readFileSync(urlFile, 'utf8')).toBe('postgresql://reinstate:secret-word@127.0.0.1:5432/reinstate\n');
  expect(statSync(urlFile).mode & 0o777).toBe(0o600);
  const status = readFileSync(join(folder, 'data', 'run', 'status.json'), 'utf8');
  expect(status).not.toContain('secret-word');
  expect(JSON.parse(status)).toMatchObject({
    version: 1,
    supervisor: { pid: process.pid, state: 'running' },
    database: { state: 'ready', port: 5_432, restarts: 0 },
    children: { api: { state: 'ready', port: 4_321 }, executor: { state: 'ready', restarts: 0 } },
  });
});

test('a killed child is started again, a child that fails at once waits longer each time', async () => {
  supervision = await supervise(optionsWith({ api: 'works', executor: 'fails' }));
  await until(() => pidOf('api') > 0 && supervision?.status().children['api']?.state === 'ready');
  const first = pidOf('api');
  process.kill(first, 'SIGKILL');
  await until(() => pidOf('api') > 0 && pidOf('api') !== first);
  expect(supervision.status().children['api']?.restarts).toBe(1);
  await until(() => (supervision?.status().children['executor']?.restarts ?? 0) >= 3);
  expect(events).toContain('api was ended by SIGKILL: starting it again');
  expect(events).toContain('executor ended with code 3: starting it again');
});

test('what a killed child had started does not outlive it', async () => {
  supervision = await supervise(optionsWith({ executor: 'leaves' }));
  await supervision.ready;
  const orphan = Number(
    notes()
      .find((line) => line.startsWith('leaves orphan'))
      ?.split(' ')[2],
  );
  expect(isAlive(orphan)).toBe(true);
  process.kill(pidOf('executor'), 'SIGKILL');
  await until(() => !isAlive(orphan));
});

test('a database that ended comes back; at another address the children start again', async () => {
  supervision = await supervise(optionsWith({ api: 'works' }));
  await supervision.ready;
  const first = pidOf('api');
  servers[0]?.kill('SIGKILL');
  await until(() => supervision?.status().database.restarts === 1);
  expect(pidOf('api')).toBe(first);
  port = 5_433;
  servers[1]?.kill('SIGKILL');
  await until(() => pidOf('api') > 0 && pidOf('api') !== first);
  expect(supervision.status().database).toMatchObject({ state: 'ready', port: 5_433, restarts: 2 });
  expect(readFileSync(join(folder, 'data', 'keys', 'database-url'), 'utf8')).toContain(':5433/');
});

test('stopping drains, and ends what does not drain', async () => {
  supervision = await supervise(optionsWith({ api: 'works', executor: 'stubborn' }, { drainMs: 2_400 }));
  await supervision.ready;
  const pids = [pidOf('api'), pidOf('executor'), servers[0]?.pid ?? 0];
  await supervision.stop();
  expect(
    notes()
      .filter((line) => line.endsWith('SIGTERM'))
      .sort(),
  ).toEqual(['stubborn SIGTERM', 'works SIGTERM']);
  expect(pids.map(isAlive)).toEqual([false, false, false]);
  expect(events).toContain('executor did not drain in time: ending it');
  expect(supervision.status()).toMatchObject({
    supervisor: { state: 'stopped' },
    database: { state: 'stopped' },
    children: { api: { state: 'stopped', pid: null }, executor: { state: 'stopped', pid: null } },
  });
  expect(existsSync(join(folder, 'data', 'lock'))).toBe(false);
});

test('stopping at once does not wait for anybody', async () => {
  supervision = await supervise(optionsWith({ executor: 'stubborn' }, { drainMs: 60_000 }));
  await supervision.ready;
  const pid = pidOf('executor');
  const draining = supervision.stop();
  await supervision.stopAtOnce();
  await draining;
  expect(isAlive(pid)).toBe(false);
});

test('a second supervisor is refused and disturbs nothing', async () => {
  supervision = await supervise(optionsWith({ api: 'works' }));
  await supervision.ready;
  await expect(supervise(optionsWith({ api: 'works' }))).rejects.toMatchObject({ code: 'HELD' });
  expect(servers).toHaveLength(1);
  expect(supervision.status().children['api']?.state).toBe('ready');
});

test('migrations that fail undo the start', async () => {
  const migrate = async (): Promise<void> => {
    throw new Error('Migration 0002 failed');
  };
  await expect(supervise(optionsWith({ api: 'works' }, { migrate }))).rejects.toThrow('Migration 0002 failed');
  expect(isAlive(servers[0]?.pid ?? 0)).toBe(false);
  expect(notes()).toEqual([]);
  supervision = await supervise(optionsWith({ api: 'works' }));
  await supervision.ready;
});

test('an external database is neither started nor stopped', async () => {
  const more = { startServer: undefined, externalUrl: 'postgresql://elsewhere/catalog' };
  supervision = await supervise(optionsWith({ api: 'works' }, more));
  await supervision.ready;
  expect(supervision.status().database).toMatchObject({ state: 'external', pid: null });
  await supervision.stop();
  expect(servers).toEqual([]);
});
