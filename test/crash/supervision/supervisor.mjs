// The real supervisor with the real embedded PostgreSQL and one small executor: node supervisor.mjs DATA_FOLDER
// OUT_FOLDER
import { fileURLToPath } from 'node:url';
import { startEmbeddedPostgres } from '../../../dist/adapters/embedded-postgres/start-embedded-postgres.js';
import { createLogger } from '../../../dist/adapters/log/logger.js';
import { migrateDatabase } from '../../../dist/adapters/migrations/migrate-database.js';
import { migrateWithPatience } from '../../../dist/supervisor/migrate-with-patience.js';
import { supervise } from '../../../dist/supervisor/supervise.js';

const [dataFolder, outFolder] = process.argv.slice(2);
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const log = createLogger('supervisor', 'info');
const supervision = await supervise({
  dataFolder,
  log,
  startServer: () => startEmbeddedPostgres({ dataFolder, log }),
  migrate: (url) => migrateWithPatience(() => migrateDatabase({ url, migrationsFolder: here('migrations'), log }), log),
  children: (databaseUrlFile) => [
    {
      name: 'executor',
      program: process.execPath,
      args: [here('executor.mjs'), databaseUrlFile, outFolder],
      environment: {},
    },
  ],
  // The real policy waits longer between failures; here hundreds of them are to fit into minutes.
  backoff: { initialMs: 50, maximumMs: 400, factor: 2, healthyAfterMs: 2_000 },
});
process.once('SIGTERM', () => supervision.stop().then(() => process.exit(0)));
