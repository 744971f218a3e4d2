import { migrateSystemDatabase } from '@dbos-inc/dbos-sdk/internal/system_database';
import { GlobalLogger } from '@dbos-inc/dbos-sdk/internal/telemetry/logs';
import {
  type AppliedMigrations,
  type ApplyMigrationsOptions,
  applyMigrations,
  withMigratorLock,
} from './apply-migrations.js';

/** The schema that DBOS keeps its workflows in. Executors launch with `runMigrations: false`. */
export const DBOS_SCHEMA = 'dbos';

/**
 * Everything a database needs before the first process uses it: the catalog's migrations, then DBOS's own schema.
 * Two DBOS launches on an empty database collide, so DBOS's schema is made here and under the same lock.
 * @throws MigrationError
 */
export async function migrateDatabase(options: ApplyMigrationsOptions): Promise<AppliedMigrations> {
  const result = await applyMigrations(options);
  await migrateDbosSchema(options);
  return result;
}

/** Creates or updates schema `dbos` alone. Repeating it changes nothing. */
export async function migrateDbosSchema(
  options: Pick<ApplyMigrationsOptions, 'url' | 'log' | 'lockWaitMs'>,
): Promise<void> {
  // The public DBOS.migrate takes no logger and writes to standard output, which belongs to a command's answer.
  const { log } = options;
  const logger = new GlobalLogger(undefined, {
    logger: {
      debug: () => undefined,
      info: (entry: unknown) => log.info({ schema: DBOS_SCHEMA }, String(entry)),
      warn: (entry: unknown) => log.warn({ schema: DBOS_SCHEMA }, String(entry)),
      error: (entry: unknown) => log.error({ schema: DBOS_SCHEMA }, String(entry)),
    },
  });
  await withMigratorLock(options, () => migrateSystemDatabase(options.url, logger, DBOS_SCHEMA));
}
