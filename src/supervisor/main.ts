/**
 * Composition root of the supervisor: PostgreSQL (its own, or the one of DATABASE_URL), migrations, API, one executor.
 * Ends in order on SIGTERM, SIGINT, SIGHUP, or when the pipe that its starter holds as standard input closes; a second
 * signal ends everything at once.
 */
import { fstatSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmbeddedPostgres } from '../adapters/embedded-postgres/start-embedded-postgres.js';
import { createLogger } from '../adapters/log/logger.js';
import { hasSealedItems } from '../adapters/postgres/sealed-items.js';
import { provideFingerprintKeyFile, provideSealingKeyFiles } from '../adapters/sealing/key-files.js';
import { inheritedEnvironment, readSupervisorConfig } from '../config.js';
import type { EventLog } from '../ports/event-log.js';
import type { ChildCommand } from './managed-child.js';
import { migrateDatabase } from '../adapters/migrations/migrate-database.js';
import { migrateWithPatience } from './migrate-with-patience.js';
import { type Supervision, type SuperviseOptions, supervise } from './supervise.js';

const DIST = fileURLToPath(new URL('../', import.meta.url));
const MIGRATIONS = fileURLToPath(new URL('../../prisma/migrations/', import.meta.url));

async function main(): Promise<void> {
  const config = readSupervisorConfig();
  const log = createLogger('supervisor', config.logLevel);
  const { dataFolder, databaseUrl } = config;
  const options: SuperviseOptions = {
    dataFolder,
    log,
    startServer: databaseUrl === null ? () => startEmbeddedPostgres({ dataFolder, log }) : undefined,
    ...(databaseUrl === null ? {} : { externalUrl: databaseUrl }),
    migrate: async (url) => {
      await migrateWithPatience(() => migrateDatabase({ url, migrationsFolder: MIGRATIONS, log }), log);
      provideSealingKeyFiles(config.sealingPrivateKeyFile, config.sealingPublicKeyFile, await hasSealedItems(url));
      provideFingerprintKeyFile(config.fingerprintKeyFile);
    },
    children: (databaseUrlFile) => {
      const environment = childEnvironment(dataFolder, config.executorName, databaseUrlFile);
      return [nodeChild('api', 'main.js', environment), nodeChild('executor', 'executor/main.js', environment)];
    },
  };
  const starting = supervise(options);
  stopWhenTold(starting, log);
  const supervision = await starting;
  await supervision.ready;
  log.info({ url: supervision.apiUrl }, 'The service is ready');
}

function nodeChild(name: string, program: string, environment: Readonly<Record<string, string>>): ChildCommand {
  return { name, program: process.execPath, args: ['--enable-source-maps', join(DIST, program)], environment };
}

/** Our own environment, except that the database's address, which holds a password, travels as the path of a file. */
function childEnvironment(dataFolder: string, executorName: string, databaseUrlFile: string): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const [name, value] of Object.entries(inheritedEnvironment)) {
    if (value !== undefined && name !== 'DATABASE_URL') environment[name] = value;
  }
  return {
    ...environment,
    REINSTATE_DATA_FOLDER: dataFolder,
    REINSTATE_EXECUTOR_NAME: executorName,
    REINSTATE_DATABASE_URL_FILE: databaseUrlFile,
  };
}

function stopWhenTold(starting: Promise<Supervision>, log: EventLog): void {
  let told = 0;
  const stop = (why: string): void => {
    told += 1;
    log.info({ why }, told === 1 ? 'Told to stop' : 'Told to stop again: ending at once');
    starting
      .then((supervision) => (told === 1 ? supervision.stop() : supervision.stopAtOnce()))
      .then(() => process.exit(0))
      .catch((error: unknown) => fail(error));
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => stop(signal));
  const input = fstatSync(0);
  if (!input.isFIFO() && !input.isSocket()) return;
  process.stdin.on('end', () => stop('the starter is gone'));
  process.stdin.on('error', () => stop('the starter is gone'));
  process.stdin.resume();
}

/** Nothing of the service runs any more, or it could not be started. */
function fail(error: unknown): never {
  const message = error instanceof Error ? error.message : String(error);
  createLogger('supervisor', 'fatal').fatal({ err: error }, message);
  process.exit(1);
}

main().catch(fail);
