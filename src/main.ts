/**
 * Composition root of the API: catalog on Prisma, sealing to the executors' public key, hand-over to the work queue,
 * GraphQL on HTTP. It holds no native code and speaks to no vCenter and to no key server.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseConfigInfo } from './adapters/config-info/parse-config-info.js';
import { createDbosWorkQueue } from './adapters/dbos/work-queue.js';
import { factDocuments } from './adapters/facts-documents/fact-documents.js';
import { createLogger } from './adapters/log/logger.js';
import { DBOS_SCHEMA } from './adapters/migrations/migrate-database.js';
import { openOperationEventWake } from './adapters/postgres/operation-event-wake.js';
import { type Catalog, openCatalog } from './adapters/prisma/catalog.js';
import { readKeyFile } from './adapters/sealing/key-files.js';
import { createSealer } from './adapters/sealing/seal.js';
import { readPackageVersion } from './adapters/system/package-version.js';
import { randomIdMaker } from './adapters/system/random-id-maker.js';
import { systemClock } from './adapters/system/system-clock.js';
import { provideFirstTokenFile } from './adapters/system/token-file.js';
import { type ApiConfig, ConfigError, readApiConfig } from './config.js';
import { startApiServer } from './graphql/server.js';
import { DEFAULT_POLICY } from './planner/facts.js';
import type { EventLog } from './ports/event-log.js';
import type { Sealer } from './ports/sealer.js';
import { exitWhenParentCloses } from './supervisor/parent-pipe.js';
import { authenticate } from './usecases/authenticate.js';
import { prepareFirstToken } from './usecases/open-first-token.js';

const PACKAGE_ROOT = join(import.meta.dirname, '..');
const DRAIN_LIMIT_MS = 7_000;
const END_LIMIT_MS = 10_000;
const REPOSITORY = 'main';
const LOOPBACK = /^(127\.|::1$|localhost$)/;

async function main(): Promise<void> {
  const parent = exitWhenParentCloses();
  const config = readApiConfig();
  const log = createLogger('api', config.logLevel);
  const catalog = openCatalog({ url: config.databaseUrl, log });
  const wake = openOperationEventWake({ url: config.databaseUrl, log });
  const workQueue = await createDbosWorkQueue({ databaseUrl: config.databaseUrl, schema: DBOS_SCHEMA, log });
  await provideAdminToken(config, catalog, log);
  const server = await startApiServer({
    contract: readFileSync(join(PACKAGE_ROOT, 'schema.graphql'), 'utf8'),
    ports: {
      ...catalog,
      wake,
      workQueue,
      sealer: await openSealer(config, catalog),
      configInfo: { read: (document) => parseConfigInfo(document) },
      factDocuments,
      ids: randomIdMaker,
      clock: systemClock,
      policy: DEFAULT_POLICY,
      repository: REPOSITORY,
      log,
    },
    log,
    host: config.host,
    port: config.port,
    serviceVersion: readPackageVersion(),
  });
  endWhenTold(log, async () => {
    await server.close(DRAIN_LIMIT_MS);
    rmSync(config.apiUrlFile, { force: true });
    await Promise.all([workQueue.close(), wake.close(), catalog.close()]);
  });
  recordUrl(config.apiUrlFile, server.url);
  if (!LOOPBACK.test(config.host)) log.warn({ host: config.host }, 'listening beyond loopback, without TLS');
  parent.reportReady({ url: server.url, port: Number(new URL(server.url).port) });
  log.info({ url: server.url }, 'the API is ready');
}

/** The first start of an empty catalog leaves one admin token in a file that only its owner can read. */
async function provideAdminToken(config: ApiConfig, catalog: Catalog, log: EventLog): Promise<void> {
  const ports = { tokens: catalog.tokens, ids: randomIdMaker, clock: systemClock };
  const made = await provideFirstTokenFile(
    config.adminTokenFile,
    () => prepareFirstToken(ports),
    async (text) => (await authenticate(ports, text)).ok,
  );
  if (made) log.info({ file: config.adminTokenFile }, 'the first admin token was written to its file');
}

async function openSealer(config: ApiConfig, catalog: Catalog): Promise<Sealer> {
  const publicKey = readKeyFile(config.sealingPublicKeyFile);
  const id = randomIdMaker.newId();
  const sealingKeyId = await catalog.sealingKeys.registerSealingKey(
    { id, publicKey },
    { actor: 'service', action: 'sealingKey.register', subjectType: 'SealingKey', subjectId: id, detail: {} },
  );
  const fingerprintKey = readKeyFile(config.fingerprintKeyFile, { secret: true });
  return createSealer({ sealingKeyId, sealingPublicKey: publicKey, fingerprintKey });
}

/** Commands on the same data folder find the service by this file. */
function recordUrl(path: string, url: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(`${path}.draft`, `${url}\n`);
  renameSync(`${path}.draft`, path);
}

function endWhenTold(log: EventLog, drain: () => Promise<void>): void {
  let told = false;
  const end = (): void => {
    if (told) return;
    told = true;
    setTimeout(() => process.exit(1), END_LIMIT_MS).unref();
    drain().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'the API did not end in order');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, end);
}

function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return 'another program listens on this host and port: set REINSTATE_PORT to another, or to 0';
  if (code === 'EADDRNOTAVAIL') return 'REINSTATE_HOST is no address of this machine';
  return message;
}

main().catch((error: unknown) => {
  createLogger('api', 'fatal').fatal({ err: error }, `the API cannot start: ${explain(error)}`);
  process.exit(1);
});
