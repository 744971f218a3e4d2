/**
 * Goal: no new server works on a cluster beside sessions of a killed one, also with its pid file gone.
 * Method: a session that computes without end never notices that its server was killed; the next start must first end
 * it. Slow by nature: the session gets five seconds to end by itself.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { findClusterProcesses } from '../../src/adapters/embedded-postgres/processes.js';
import {
  destroyEmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../src/adapters/embedded-postgres/start-embedded-postgres.js';
import { silentLog } from '../support/postgres.js';

let dataFolder: string;

beforeAll(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'reinstate-orphans-'));
});

afterAll(async () => {
  await destroyEmbeddedPostgres(dataFolder, silentLog());
  rmSync(dataFolder, { recursive: true });
}, 60_000);

test('a session that outlives its killed server is ended before the next server starts', async () => {
  const warnings: string[] = [];
  const log = { ...silentLog(), warn: (_fields: unknown, message: string) => warnings.push(message) };
  const first = await startEmbeddedPostgres({ dataFolder, log });
  const client = new pg.Client({ connectionString: first.url });
  client.on('error', () => undefined);
  await client.connect();
  const pid = (await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]?.pid;
  const busy = client.query('DO $$ BEGIN LOOP END LOOP; END $$').then(
    () => 'ended',
    () => 'cut off',
  );
  await sleep(200);
  process.kill(first.pid, 'SIGKILL');
  while (first.isAlive()) await sleep(10);
  rmSync(join(first.clusterPath, 'postmaster.pid'));
  expect(findClusterProcesses(first.clusterPath).map((facts) => facts.pid)).toContain(pid);
  const second = await startEmbeddedPostgres({ dataFolder, log });
  expect(await busy).toBe('cut off');
  expect(warnings).toEqual(['Ending database processes whose server is gone']);
  expect(findClusterProcesses(first.clusterPath).map((facts) => facts.pid)).not.toContain(pid);
  expect(second.adopted).toBe(false);
  await second.stop();
}, 60_000);
