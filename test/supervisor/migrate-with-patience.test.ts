/**
 * Goal: a database that is away, or that cuts the migrator off, delays the start and does not end it.
 * Method: a migration that fails as PostgreSQL and its driver fail, so many times; all failures must have been used.
 */
import { expect, test } from '@jest/globals';
import { migrateWithPatience } from '../../src/supervisor/migrate-with-patience.js';
import { silentLog } from '../support/postgres.js';

function failing(failures: Error[]): () => Promise<void> {
  return async () => {
    const failure = failures.shift();
    if (failure !== undefined) throw failure;
  };
}

function withCode(code: string): Error {
  return Object.assign(new Error('cut off'), { code });
}

test.each([
  ['a session ended by an administrator', withCode('57P01')],
  ['a server that is starting', withCode('57P03')],
  ['a refused connection', withCode('ECONNREFUSED')],
  ['a driver without a code', new Error('Connection terminated unexpectedly')],
  ['a failure that DBOS wraps', Object.assign(new Error('DBOS failed'), { error: withCode('ECONNRESET') })],
])('%s is tried again', async (_name, failure) => {
  const failures = [failure];
  await migrateWithPatience(failing(failures), silentLog());
  expect(failures).toEqual([]);
});

test('a changed migration ends the start at once', async () => {
  const failures = [new Error('Migration 0001 was changed'), withCode('57P01')];
  await expect(migrateWithPatience(failing(failures), silentLog())).rejects.toThrow('was changed');
  expect(failures).toHaveLength(1);
});

test('patience ends', async () => {
  await expect(migrateWithPatience(failing([withCode('57P03')]), silentLog(), -1)).rejects.toThrow('cut off');
});
