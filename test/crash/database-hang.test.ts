/**
 * Goal: a server that lives and will never take sessions again is ended; one that is well is left alone.
 * Method: a real cluster. A child is killed and then the startup process of the recovery, after which PostgreSQL 18.4
 * hangs; sessions must come back, by the server itself or by the one that takes its place. A round takes some 15 s,
 * because the watch is patient, so one round stands for a hundred of the other crash tests.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import {
  destroyEmbeddedPostgres,
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../src/adapters/embedded-postgres/start-embedded-postgres.js';
import { silentLog } from '../support/postgres.js';

jest.setTimeout(120_000);

const ROUNDS = Math.ceil(Number(process.env['REINSTATE_CRASH_ROUNDS'] ?? 8) / 100);
let dataFolder: string;
let server: EmbeddedPostgres;

beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'reinstate-hang-'));
  server = await startEmbeddedPostgres({ dataFolder, log: silentLog() });
});

afterAll(async () => {
  await destroyEmbeddedPostgres(dataFolder, silentLog());
  rmSync(dataFolder, { recursive: true, force: true });
});

function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

async function takesSessions(): Promise<boolean> {
  const client = new pg.Client({ connectionString: server.url, connectionTimeoutMillis: 3_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function startupProcess(): number | undefined {
  return childrenOf(server.pid).find((pid) => {
    try {
      return /startup/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
    } catch {
      return false;
    }
  });
}

/** Kills a child, then the startup process as soon as the postmaster has one. */
async function killTwice(): Promise<void> {
  const [child] = childrenOf(server.pid);
  if (child !== undefined) process.kill(child, 'SIGKILL');
  const deadline = Date.now() + 2_000;
  while (Date.now() < deadline) {
    const startup = startupProcess();
    if (startup !== undefined) {
      process.kill(startup, 'SIGKILL');
      return;
    }
  }
}

test(`sessions come back after the startup process was killed, ${ROUNDS} times`, async () => {
  let replaced = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    await killTwice().catch(() => undefined);
    const deadline = Date.now() + 60_000;
    while (!(await takesSessions())) {
      if (!server.isAlive()) {
        server = await startEmbeddedPostgres({ dataFolder, log: silentLog() });
        replaced += 1;
      }
      if (Date.now() > deadline) throw new Error(`round ${round}: no session for a minute`);
      await sleep(50);
    }
  }
  process.stderr.write(`watch-for-hang: ${ROUNDS} rounds, ${replaced} servers ended and started anew\n`);
  expect(await takesSessions()).toBe(true);
});
