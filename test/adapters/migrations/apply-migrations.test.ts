/**
 * Goal: a database is brought up to date once, in order, whole or not at all, and a history that does not fit is
 * refused by name. Method: real PostgreSQL, migration folders written by the test; Prisma's table is read back.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { applyMigrations, MigrationError } from '../../../src/adapters/migrations/apply-migrations.js';
import { migrateDbosSchema } from '../../../src/adapters/migrations/migrate-database.js';
import { createTestDatabase, silentLog, type TestDatabase } from '../../support/postgres.js';

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await createTestDatabase({ content: 'empty' });
  folder = mkdtempSync(join(tmpdir(), 'reinstate-migrations-'));
});

afterEach(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});

function write(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'migration.sql'), sql);
}

function apply() {
  return applyMigrations({ url: database.url, migrationsFolder: folder, log: silentLog() });
}

async function refusal(): Promise<MigrationError> {
  try {
    await apply();
  } catch (error) {
    if (error instanceof MigrationError) return error;
    throw error;
  }
  throw new Error('Nothing was refused');
}

async function rows<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const FIRST = 'CREATE TABLE a (id int);\nINSERT INTO a VALUES (1);\n';
const SECOND = 'ALTER TABLE a ADD COLUMN name text;\n';

describe('applying', () => {
  test('in order of names, once, recorded as Prisma records', async () => {
    write('0002_second', SECOND);
    write('0001_first', FIRST);
    expect(await apply()).toEqual({ applied: ['0001_first', '0002_second'], present: [] });
    expect(await apply()).toEqual({ applied: [], present: ['0001_first', '0002_second'] });
    expect(await rows('SELECT * FROM a')).toEqual([{ id: 1, name: null }]);
    const recorded = await rows(
      'SELECT migration_name, checksum, logs, rolled_back_at, applied_steps_count, finished_at >= ' +
        'started_at AS ordered, ' +
        'length(id) AS id_length FROM _prisma_migrations ORDER BY 1',
    );
    const common = { logs: null, rolled_back_at: null, applied_steps_count: 1, ordered: true, id_length: 36 };
    expect(recorded).toEqual([
      { migration_name: '0001_first', checksum: createHash('sha256').update(FIRST).digest('hex'), ...common },
      { migration_name: '0002_second', checksum: createHash('sha256').update(SECOND).digest('hex'), ...common },
    ]);
  });

  test('four migrators at once apply each migration once', async () => {
    write('0001_first', FIRST);
    write('0002_second', SECOND);
    const results = await Promise.all([apply(), apply(), apply(), apply()]);
    expect(results.flatMap((result) => result.applied).sort()).toEqual(['0001_first', '0002_second']);
    expect(await rows('SELECT id FROM a')).toEqual([{ id: 1 }]);
  });

  test('a failing migration leaves nothing behind and names its line', async () => {
    write('0001_first', FIRST);
    write('0002_broken', 'CREATE TABLE b (id int);\nINSERT INTO nowhere VALUES (1);\n');
    const error = await refusal();
    expect(error.code).toBe('MIGRATION_FAILED');
    expect(error.message).toBe(
      'Migration 0002_broken failed at line 2: relation "nowhere" does not exist (42P01). Nothing of it was kept.',
    );
    expect(await rows("SELECT to_regclass('b') AS b")).toEqual([{ b: null }]);
    expect(await rows('SELECT migration_name FROM _prisma_migrations')).toEqual([{ migration_name: '0001_first' }]);
  });
});

describe('refusing', () => {
  test('a changed checksum, but not other line ends', async () => {
    write('0001_first', FIRST);
    await apply();
    write('0001_first', FIRST.replaceAll('\n', '\r\n'));
    expect(await apply()).toEqual({ applied: [], present: ['0001_first'] });
    write('0001_first', `${FIRST}-- changed\n`);
    const error = await refusal();
    expect(error.code).toBe('CHECKSUM_CHANGED');
    expect(error.message).toMatch(/^Migration 0001_first was changed after it had been applied/);
  });

  test('a database from the future', async () => {
    write('0001_first', FIRST);
    write('0002_second', SECOND);
    await apply();
    rmSync(join(folder, '0002_second'), { recursive: true });
    const error = await refusal();
    expect(error.code).toBe('DATABASE_FROM_THE_FUTURE');
    expect(error.message).toMatch(/holds migration 0002_second, which is newer .* \(its newest is 0001_first\)/);
  });

  test('a gap in the history', async () => {
    write('0002_second', 'CREATE TABLE c (id int);');
    await apply();
    write('0001_first', FIRST);
    expect((await refusal()).code).toBe('OUT_OF_ORDER');
  });

  test('a migration that another tool began and never finished, until it is marked rolled back', async () => {
    write('0001_first', FIRST);
    await apply();
    await rows('UPDATE _prisma_migrations SET finished_at = NULL');
    expect((await refusal()).code).toBe('FAILED_BEFORE');
    await rows('UPDATE _prisma_migrations SET rolled_back_at = now()');
    await rows('DROP TABLE a');
    expect((await apply()).applied).toEqual(['0001_first']);
  });

  test('an empty folder', async () => {
    expect((await refusal()).code).toBe('MIGRATIONS_FOLDER_UNUSABLE');
  });
});

test('the schema of DBOS is made once, also by two at the same time', async () => {
  const options = { url: database.url, log: silentLog() };
  await Promise.all([migrateDbosSchema(options), migrateDbosSchema(options)]);
  expect(await rows("SELECT to_regclass('dbos.workflow_status')::text AS name")).toEqual([
    { name: 'dbos.workflow_status' },
  ]);
});
