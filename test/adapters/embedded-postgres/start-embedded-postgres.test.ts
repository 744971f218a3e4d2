/**
 * Goal: a data folder's PostgreSQL comes up whatever an earlier run left behind, and is never started twice.
 * Method: one real cluster, brought into each state in turn: running, killed, stopped, its pid file naming another
 * program or a zombie, its port taken. What is logged is held too, and that the password is not among it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import type { EmbeddedPostgres } from '../../../src/adapters/embedded-postgres/start-embedded-postgres.js';
import {
  destroyEmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../../src/adapters/embedded-postgres/start-embedded-postgres.js';
import type { EventLog } from '../../../src/ports/event-log.js';
import { silentLog } from '../../support/postgres.js';

// Each test starts a server, some make one: on a busy machine that takes seconds.
jest.setTimeout(60_000);

let dataFolder: string;
let server: EmbeddedPostgres;
let logged: string[];

const log: EventLog = { info: keep, warn: keep, error: keep };

function keep(fields: Readonly<Record<string, unknown>>, message: string): void {
  logged.push(`${message} ${JSON.stringify(fields)}`);
}

function start(): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({ dataFolder, log });
}

async function query(sql: string, url = server.url): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

/** A pid file as PostgreSQL writes it, with another process in it. */
function writePidFile(pid: number): void {
  const lines = [pid, server.clusterPath, 1_700_000_000, server.port, '', '127.0.0.1', '', 'ready'];
  writeFileSync(join(server.clusterPath, 'postmaster.pid'), `${lines.join('\n')}\n`);
}

beforeAll(async () => {
  logged = [];
  dataFolder = mkdtempSync(join(tmpdir(), 'reinstate-embedded-'));
  server = await start();
  await query('CREATE TABLE kept (id int)');
  await query('INSERT INTO kept VALUES (7)');
});

beforeEach(() => {
  logged = [];
});

afterAll(async () => {
  await destroyEmbeddedPostgres(dataFolder, silentLog());
  rmSync(dataFolder, { recursive: true });
});

test('a new cluster is UTF-8, durable, and reached from this machine only', async () => {
  expect(
    await query(
      `SELECT current_setting('server_encoding'), current_setting('fsync'), current_setting('listen_addresses'),
              current_setting('data_checksums'), current_setting('password_encryption'), current_database(),
              (SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname = current_database())`,
    ),
  ).toEqual([['UTF8', 'on', '127.0.0.1', 'on', 'scram-sha-256', 'reinstate', 'bC.UTF-8']]);
  await expect(query('SELECT 1', server.url.replace(/:[0-9a-f]{48}@/, ':wrong@'))).rejects.toThrow(/password auth/);
});

test('its password stands in one file that only the owner reads, its process is not root', () => {
  const file = join(dataFolder, 'keys', 'postgres-password');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, 'utf8')).toMatch(/^[0-9a-f]{48}\n$/);
  expect(statSync(`/proc/${server.pid}`).uid).not.toBe(0);
});

test('a running server is adopted, not started twice', async () => {
  const second = await start();
  expect([second.pid, second.port, second.adopted, second.url]).toEqual([server.pid, server.port, true, server.url]);
  expect(logged).toEqual([
    `Adopted the database server of an earlier run {"serverPid":${server.pid},"port":${server.port}}`,
  ]);
});

test('after a kill it comes back on its port with everything committed', async () => {
  const before = server;
  process.kill(server.pid, 'SIGKILL');
  server = await start();
  expect(before.isAlive()).toBe(false);
  expect([server.adopted, server.port]).toEqual([false, before.port]);
  expect(await query('SELECT id FROM kept')).toEqual([[7]]);
});

test('two starts after a stop that is still under way: it waits, then starts', async () => {
  const before = server;
  const stopping = server.stop();
  server = await start();
  await stopping;
  expect(server.pid).not.toBe(before.pid);
  expect(await query('SELECT id FROM kept')).toEqual([[7]]);
});

describe('a stale postmaster.pid', () => {
  let other: ChildProcess | undefined;

  beforeEach(() => server.stop());

  test("with another program's number: the file goes, the program stays", async () => {
    other = spawn('sleep', ['60'], { stdio: 'ignore' });
    writePidFile(other.pid ?? 0);
    server = await start();
    expect(logged[0]).toMatch(
      new RegExp(`^Removed a stale postmaster.pid: process ${other.pid} is another program \\(sleep\\)`),
    );
    expect(other.exitCode).toBeNull();
    expect(await query('SELECT id FROM kept')).toEqual([[7]]);
    other.kill();
  });

  test('with the number of a zombie', async () => {
    // The shell turns into a sleep that never asks for its ended child.
    other = spawn('sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
    const zombie = await new Promise<number>((resolve) => other?.stdout?.once('data', (text) => resolve(Number(text))));
    while (!readFileSync(`/proc/${zombie}/stat`, 'utf8').includes(') Z ')) await sleep(10);
    writePidFile(zombie);
    server = await start();
    expect(logged[0]).toMatch(new RegExp(`^Removed a stale postmaster.pid: process ${zombie} is a zombie`));
    other.kill();
  });

  test('with a number that nobody has', async () => {
    writePidFile(4_190_000);
    server = await start();
    expect(await query('SELECT id FROM kept')).toEqual([[7]]);
  });

  test('that is empty', async () => {
    writeFileSync(join(server.clusterPath, 'postmaster.pid'), '');
    server = await start();
    expect(await query('SELECT id FROM kept')).toEqual([[7]]);
  });
});

test('a taken port: the database moves and says so', async () => {
  await server.stop();
  const { port } = server;
  const squatter = await new Promise<Server>((resolve) => {
    const listener = createServer().listen(port, '127.0.0.1', () => resolve(listener));
  });
  server = await start();
  squatter.close();
  expect(server.port).not.toBe(port);
  expect(logged[0]).toMatch(new RegExp(`^Port ${port} is taken by another program: the database moves to port`));
  expect(await query('SELECT id FROM kept')).toEqual([[7]]);
});

describe('what cannot be started is refused with a reason', () => {
  beforeEach(() => server.stop());

  test('the password is gone', async () => {
    const file = join(dataFolder, 'keys', 'postgres-password');
    renameSync(file, `${file}.away`);
    await expect(start()).rejects.toMatchObject({ code: 'CLUSTER_DAMAGED', message: expect.stringContaining(file) });
    renameSync(`${file}.away`, file);
  });

  test('another major version', async () => {
    const file = join(server.clusterPath, 'PG_VERSION');
    writeFileSync(file, '17\n');
    await expect(start()).rejects.toMatchObject({
      code: 'CLUSTER_DAMAGED',
      message: expect.stringContaining('was made by PostgreSQL 17, this release carries 18'),
    });
    writeFileSync(file, '18\n');
  });

  test("PostgreSQL's own words", async () => {
    const attempt = startEmbeddedPostgres({ dataFolder, log, settings: { shared_buffers: 'many' } });
    await expect(attempt).rejects.toMatchObject({
      code: 'START_FAILED',
      message: expect.stringContaining('invalid value for parameter "shared_buffers": "many"'),
    });
  });
});

test('a first start that was killed inside initdb leaves nothing in the way', async () => {
  await server.stop();
  const away = `${server.clusterPath}.away`;
  renameSync(server.clusterPath, away);
  mkdirSync(`${server.clusterPath}.draft`);
  writeFileSync(join(`${server.clusterPath}.draft`, 'half'), '');
  writeFileSync(`${server.clusterPath}.password`, 'of the killed run');
  const fresh = await start();
  expect(await query('SELECT 1', fresh.url)).toEqual([[1]]);
  await fresh.stop();
  rmSync(server.clusterPath, { recursive: true });
  renameSync(away, server.clusterPath);
  server = await start();
  expect(await query('SELECT id FROM kept')).toEqual([[7]]);
  expect(logged.join('\n')).not.toContain(readFileSync(join(dataFolder, 'keys', 'postgres-password'), 'utf8').trim());
});
