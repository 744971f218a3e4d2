import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { EventLog } from '../../ports/event-log.js';
import { type MigrationFile, matchesChecksum, readMigrationFiles } from './migration-files.js';

export interface ApplyMigrationsOptions {
  /** A role that may create tables. Never logged. */
  readonly url: string;
  /** Absolute path of `prisma/migrations`. */
  readonly migrationsFolder: string;
  readonly log: EventLog;
  /** How long to wait for another migrator, default 120,000. */
  readonly lockWaitMs?: number;
}

export interface AppliedMigrations {
  /** Names applied by this run, in order. */
  readonly applied: readonly string[];
  /** Names that had been applied before. */
  readonly present: readonly string[];
}

export type MigrationErrorCode =
  | 'CHECKSUM_CHANGED'
  | 'DATABASE_FROM_THE_FUTURE'
  | 'FAILED_BEFORE'
  | 'LOCK_TIMED_OUT'
  | 'MIGRATION_FAILED'
  | 'MIGRATIONS_FOLDER_UNUSABLE'
  | 'OUT_OF_ORDER';

/** The database was left as it was. The message names the migration and says what to do. */
export class MigrationError extends Error {
  readonly code: MigrationErrorCode;

  constructor(code: MigrationErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'MigrationError';
    this.code = code;
  }
}

interface RecordedMigration {
  readonly name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

/** The key that `prisma migrate deploy` takes as well: it and this migrator exclude each other. */
const ADVISORY_LOCK_KEY = 72_707_369;
const LOCK_POLL_MS = 100;

/** Column for column the table that Prisma Migrate makes, so that either tool continues the other's work. */
const CREATE_RECORD_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/**
 * Brings the catalog's schema up to date: each missing migration in one transaction together with its record.
 * One migrator at a time per database; a second one waits, then finds nothing to do.
 * @throws MigrationError
 */
export async function applyMigrations(options: ApplyMigrationsOptions): Promise<AppliedMigrations> {
  return await withMigratorLock(options, (client) => applyUnderLock(client, options));
}

/**
 * Runs `work` while holding the migrator's lock on `url`, on the connection that holds it.
 * The lock is polled for: a session that blocks in `pg_advisory_lock` keeps a snapshot open, and DBOS's own
 * migrations build indexes concurrently, which waits for every older snapshot: the two would block each other.
 * @throws MigrationError LOCK_TIMED_OUT
 */
export async function withMigratorLock<Result>(
  options: Pick<ApplyMigrationsOptions, 'url' | 'log' | 'lockWaitMs'>,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: options.url, application_name: 'reinstate-migrator' });
  // A lost connection also rejects the running query: without a listener the event alone would end the process.
  client.on('error', (error) =>
    options.log.warn({ code: (error as { code?: string }).code }, 'Migrator lost its session'),
  );
  await client.connect();
  try {
    const deadline = Date.now() + (options.lockWaitMs ?? 120_000);
    while (!(await tryLock(client))) {
      if (Date.now() > deadline) {
        throw new MigrationError(
          'LOCK_TIMED_OUT',
          `Another migrator holds the lock ${ADVISORY_LOCK_KEY} of this database. Wait for it to end, then ` +
            `start again.`,
        );
      }
      await sleep(LOCK_POLL_MS);
    }
    return await work(client);
  } finally {
    // Ending the session releases the lock.
    await client.end().catch(() => undefined);
  }
}

async function tryLock(client: pg.Client): Promise<boolean> {
  const answer = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1::bigint) AS held', [
    ADVISORY_LOCK_KEY,
  ]);
  return answer.rows[0]?.held === true;
}

async function applyUnderLock(client: pg.Client, options: ApplyMigrationsOptions): Promise<AppliedMigrations> {
  const files = readMigrationFiles(options.migrationsFolder);
  if (files.length === 0) {
    throw new MigrationError('MIGRATIONS_FOLDER_UNUSABLE', `${options.migrationsFolder} holds no migrations.`);
  }
  await client.query(CREATE_RECORD_TABLE);
  const recorded = await readRecorded(client);
  checkHistory(files, recorded);
  const present = new Set(recorded.map((migration) => migration.name));
  const applied: string[] = [];
  for (const file of files) {
    if (present.has(file.name)) continue;
    await applyOne(client, file);
    options.log.info({ migration: file.name }, 'Applied a migration');
    applied.push(file.name);
  }
  return { applied, present: [...present] };
}

async function readRecorded(client: pg.Client): Promise<readonly RecordedMigration[]> {
  const answer = await client.query<RecordedMigration>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return answer.rows;
}

function checkHistory(files: readonly MigrationFile[], recorded: readonly RecordedMigration[]): void {
  const byName = new Map(files.map((file) => [file.name, file]));
  const newest = files[files.length - 1]?.name ?? '';
  let newestRecorded = '';
  for (const migration of recorded) {
    if (!migration.finished) {
      throw new MigrationError(
        'FAILED_BEFORE',
        `Migration ${migration.name} began under another tool and never finished. Look at the database, then mark it ` +
          'with "prisma migrate resolve" or restore the database from a back-up.',
      );
    }
    const file = byName.get(migration.name);
    if (file === undefined) {
      const newer = migration.name > newest ? 'newer than this release knows' : 'unknown to this release';
      throw new MigrationError(
        'DATABASE_FROM_THE_FUTURE',
        `The database holds migration ${migration.name}, which is ${newer} (its newest is ${newest}). ` +
          'Start the release that made the database, or a later one.',
      );
    }
    if (!matchesChecksum(file, migration.checksum)) {
      throw new MigrationError(
        'CHECKSUM_CHANGED',
        `Migration ${migration.name} was changed after it had been applied to this database. ` +
          'Restore the file as it was released; a change of the schema needs a migration of its own.',
      );
    }
    if (migration.name > newestRecorded) newestRecorded = migration.name;
  }
  checkOrder(files, recorded, newestRecorded);
}

/** A file older than the newest applied one was never tried in that order by anybody. */
function checkOrder(
  files: readonly MigrationFile[],
  recorded: readonly RecordedMigration[],
  newestRecorded: string,
): void {
  const names = new Set(recorded.map((migration) => migration.name));
  for (const file of files) {
    if (names.has(file.name) || file.name > newestRecorded) continue;
    throw new MigrationError(
      'OUT_OF_ORDER',
      `Migration ${file.name} is missing in the database although the later ${newestRecorded} was applied. ` +
        'Give it a later number, or restore the database from a back-up.',
    );
  }
}

async function applyOne(client: pg.Client, file: MigrationFile): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query('SET LOCAL lock_timeout = 0');
    await client.query(file.sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), file.checksum, file.name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    const { code, message, position } = error as { code?: string; message: string; position?: string };
    const line = position === undefined ? '' : ` at line ${file.sql.slice(0, Number(position)).split('\n').length}`;
    throw new MigrationError(
      'MIGRATION_FAILED',
      `Migration ${file.name} failed${line}: ${message} (${code ?? 'no code'}). Nothing of it was kept.`,
      error,
    );
  }
}
