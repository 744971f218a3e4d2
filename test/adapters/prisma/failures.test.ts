/**
 * Goal: a database that is away, slow, or cuts the connection is told by kind and code, with no secret in the text.
 * Method: an unused port, statements that are cancelled, terminated and locked out on the real server.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { openCatalog } from '../../../src/adapters/prisma/catalog.js';
import { openCatalogDatabase } from '../../../src/adapters/prisma/database.js';
import { Prisma } from '../../../src/adapters/prisma/generated/client.js';
import type { PortError } from '../../../src/ports/port-error.js';
import { type CatalogFixture, openCatalogFixture } from '../../support/catalog/catalog-fixture.js';
import { silentLog } from '../../support/postgres.js';

let fixture: CatalogFixture;
beforeAll(async () => {
  fixture = await openCatalogFixture();
});
afterAll(() => fixture.close());

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no error',
    (error: PortError) => `${error.kind} ${error.code}`,
  );

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

test('away: reads, writes and the health check say so, and never the password', async () => {
  const url = `postgresql://reinstate:CANARY-password@127.0.0.1:${await freePort()}/reinstate`;
  const catalog = openCatalog({ url, log: silentLog(), connectTimeoutMs: 1_000 });
  const error = (await catalog.health.check().catch((thrown: unknown) => thrown)) as PortError;
  expect([error.kind, error.code]).toEqual(['retryable', 'DATABASE_UNAVAILABLE']);
  expect(`${error.message} ${error.stack} ${String(error.cause)} ${(error.cause as Error).stack}`).not.toContain(
    'CANARY',
  );
  expect(await failureOf(catalog.vms.loadVms([]))).toBe('retryable DATABASE_UNAVAILABLE');
  const note = { actor: 'a', action: 'b', subjectType: 'Operation', subjectId: 'c', detail: {} } as const;
  const id = '01900000-0000-7000-8000-0000000000ff';
  expect(await failureOf(catalog.operations.requestCancel(id, note))).toBe('retryable DATABASE_UNAVAILABLE');
  await catalog.close();
});

test('a server that accepts and never answers', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const catalog = openCatalog({ url: `postgresql://x:y@127.0.0.1:${port}/z`, log: silentLog(), connectTimeoutMs: 200 });
  expect(await failureOf(catalog.health.check())).toBe('retryable DATABASE_UNAVAILABLE');
  await catalog.close();
  server.close();
});

test('a database that is not there', async () => {
  const url = new URL(fixture.url);
  url.pathname = '/absent';
  const catalog = openCatalog({ url: url.toString(), log: silentLog() });
  expect(await failureOf(catalog.health.check())).toBe('retryable DATABASE_UNAVAILABLE');
  await catalog.close();
});

test('a statement over its limit', async () => {
  const database = openCatalogDatabase({ url: fixture.url, log: silentLog(), statementTimeoutMs: 50 });
  expect(await failureOf(database.query(Prisma.sql`SELECT pg_sleep(5)::text`))).toBe('retryable DATABASE_TIMEOUT');
  const write = database.transaction((statements) => statements.$queryRaw(Prisma.sql`SELECT pg_sleep(5)::text`));
  expect(await failureOf(write)).toBe('retryable DATABASE_TIMEOUT');
  expect(await failureOf(database.query(Prisma.sql`SELECT 1`))).toBe('no error');
  await database.close();
});

test('a connection that is cut: reading may be repeated, of a write nobody knows; the pool recovers', async () => {
  const database = openCatalogDatabase({ url: fixture.url, log: silentLog() });
  const cut = Prisma.sql`SELECT pg_terminate_backend(pg_backend_pid())`;
  expect(await failureOf(database.query(cut))).toBe('retryable DATABASE_UNAVAILABLE');
  const write = database.transaction((statements) => statements.$queryRaw(cut));
  expect(await failureOf(write)).toBe('outcome-unknown DATABASE_CONNECTION_LOST');
  expect(await failureOf(database.query(Prisma.sql`SELECT 1`))).toBe('no error');
  await database.close();
});

test('two transactions that wait for each other: one is told to repeat', async () => {
  const database = openCatalogDatabase({ url: fixture.url, log: silentLog() });
  const lockBoth = (first: number, second: number) =>
    database.transaction(async (statements) => {
      await statements.$queryRaw(Prisma.sql`SELECT pg_advisory_xact_lock(${first}::bigint)::text`);
      await statements.$queryRaw(Prisma.sql`SELECT pg_sleep(0.2)::text`);
      await statements.$queryRaw(Prisma.sql`SELECT pg_advisory_xact_lock(${second}::bigint)::text`);
    });
  const outcomes = await Promise.all([failureOf(lockBoth(1, 2)), failureOf(lockBoth(2, 1))]);
  expect(outcomes.sort()).toEqual(['no error', 'retryable DATABASE_CONFLICT']);
  await database.close();
});

test('a bug stays a bug: wrong SQL is no port error', async () => {
  const database = openCatalogDatabase({ url: fixture.url, log: silentLog() });
  const error = await database.query(Prisma.sql`SELECT nonsense`).catch((thrown: unknown) => thrown);
  expect((error as Error).name).not.toBe('PortError');
  await database.close();
});
