/**
 * Goal: one process per executor id, and a holder that lost its session hears of it at once.
 * Method: real PostgreSQL; sessions ended by the server, as a restart of it does.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { executorLockKey, holdExecutorLock } from '../../../src/adapters/postgres/executor-lock.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ content: 'empty' });
}, 60_000);

afterAll(() => database.drop());

function unexpected(reason: string): void {
  throw new Error(`Lost although nothing happened: ${reason}`);
}

test('a second process waits for the first, then holds it', async () => {
  const order: string[] = [];
  const first = await holdExecutorLock({ url: database.url, executorId: 'one', onLost: unexpected });
  const second = holdExecutorLock({ url: database.url, executorId: 'one', onLost: unexpected }).then((lock) => {
    order.push('second holds');
    return lock;
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  order.push('first releases');
  await first.release();
  await (await second).release();
  expect(order).toEqual(['first releases', 'second holds']);
});

test('a wait in vain is refused by name; other ids are free', async () => {
  const first = await holdExecutorLock({ url: database.url, executorId: 'two', onLost: unexpected });
  await expect(
    holdExecutorLock({ url: database.url, executorId: 'two', onLost: unexpected, waitMs: 200 }),
  ).rejects.toThrow('Another process works as executor two and did not end within 0.2 s.');
  const other = await holdExecutorLock({ url: database.url, executorId: 'three', onLost: unexpected });
  await other.release();
  await first.release();
});

test('a session ended by the server is reported once, and the lock is free', async () => {
  const reasons: string[] = [];
  await holdExecutorLock({ url: database.url, executorId: 'four', onLost: (reason) => reasons.push(reason) });
  const admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  await admin.query(
    'SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = ' +
      "'reinstate-executor-lock four'",
  );
  await admin.end();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(reasons).toEqual(['its database session failed: terminating connection due to administrator command']);
  await (await holdExecutorLock({ url: database.url, executorId: 'four', onLost: unexpected, waitMs: 0 })).release();
});

test('the key of an id never changes: two releases must exclude each other', () => {
  expect(executorLockKey('local')).toBe('6031749508964409288');
});
