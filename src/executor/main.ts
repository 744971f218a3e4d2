/**
 * Composition root of the executor: lock on its id, stores over pg, copy engine, workflow engine. It ends with its
 * supervisor and with its lock; whatever it was doing goes on when it is started again.
 */
import { mkdirSync } from 'node:fs';
import { sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { launchWorkflowRuntime } from '../adapters/dbos/workflow-runtime.js';
import { createPlaceFiles } from '../adapters/local-files/place-files.js';
import { createRepositoryFolders } from '../adapters/local-files/repository-folders.js';
import { createLogger } from '../adapters/log/logger.js';
import { DBOS_SCHEMA } from '../adapters/migrations/migrate-database.js';
import { type LoadedAddon, loadAddon } from '../adapters/native/load-addon.js';
import {
  createNativeCopyEngine,
  createNativeGarbageCollector,
  createNativeScrubber,
} from '../adapters/native/native-copy-engine.js';
import { createUnavailableCopyEngine } from '../adapters/native/unavailable-copy-engine.js';
import { createExecutorCatalog } from '../adapters/postgres/executor-catalog.js';
import { createExecutorDatabase, isPassing } from '../adapters/postgres/executor-database.js';
import { type ExecutorLock, holdExecutorLock } from '../adapters/postgres/executor-lock.js';
import { createExecutorRegistry } from '../adapters/postgres/executor-registry.js';
import { createExecutorOperationStore } from '../adapters/postgres/operation-store.js';
import { createRepositoryUpkeep } from '../adapters/postgres/repository-upkeep.js';
import { createSealedItemReader } from '../adapters/postgres/sealed-items.js';
import { createTargetClaims } from '../adapters/postgres/target-claims.js';
import { readKeyFile } from '../adapters/sealing/key-files.js';
import { createSealedItemOpener } from '../adapters/sealing/open-sealed-item.js';
import { readPackageVersion } from '../adapters/system/package-version.js';
import { type ExecutorConfig, inheritedEnvironment, readExecutorConfig } from '../config.js';
import type { EventLog } from '../ports/event-log.js';
import { PortError } from '../ports/port-error.js';
import type { SealedItemOpener } from '../ports/sealer.js';
import { endAtOnce, exitWhenParentCloses } from '../supervisor/parent-pipe.js';
import type { ExecutorContext } from './context.js';
import { createDebugPoint } from './debug-point.js';
import { readOrMakeExecutorId } from './executor-identity.js';
import { runExecutor } from './run-executor.js';
import { WORKFLOW_VERSION } from './workflows.js';

const OPERATIONS_AT_ONCE = 8;
const DISKS_AT_ONCE = 2;
const QUEUE_POLL_MS = 200;
const DRAIN_LIMIT_MS = 7_000;

async function main(): Promise<void> {
  const parent = exitWhenParentCloses();
  const config = readExecutorConfig();
  const log = createLogger('executor', config.logLevel);
  makeOwnFolders(config);
  const executorId = readOrMakeExecutorId(config.executorIdFile, uuidv7);
  const lock = await takeLock(config, executorId, log);
  const database = createExecutorDatabase({ url: config.databaseUrl, log });
  const loaded = loadAddon();
  const engineReason = loaded.state === 'unavailable' ? loaded.reason : null;
  if (engineReason !== null) log.warn({}, engineReason);
  const executor = await runExecutor({
    context: {
      executorId,
      executorName: config.executorName,
      ...enginesOf(loaded),
      engineReason,
      ioDepth: config.ioDepth,
      operations: createExecutorOperationStore(database),
      catalog: createExecutorCatalog(database),
      upkeep: createRepositoryUpkeep(database),
      claims: createTargetClaims(database),
      sealedItems: createSealedItemReader(database),
      opener: createLateOpener(config.sealingPrivateKeyFile, log),
      files: createPlaceFiles(),
      locations: config.locations,
      repositories: { [config.repositoryName]: config.repositoryFolder },
      passDebugPoint: createDebugPoint(inheritedEnvironment['REINSTATE_DEBUG_POINT'] ?? null, log),
      log,
    },
    repositoryFolders: createRepositoryFolders(),
    registry: createExecutorRegistry(database),
    version: readPackageVersion(),
    scrub: { intervalHours: config.scrubIntervalHours, sharePercent: config.scrubSharePercent },
    launch: () =>
      launchWorkflowRuntime({
        databaseUrl: config.databaseUrl,
        schema: DBOS_SCHEMA,
        workflowVersion: WORKFLOW_VERSION,
        executorId,
        operationsAtOnce: OPERATIONS_AT_ONCE,
        disksAtOnce: DISKS_AT_ONCE,
        pollMs: QUEUE_POLL_MS,
        log,
      }),
  });
  drainWhenTold(log, async () => {
    await executor.stop();
    await database.close();
    await lock.release();
  });
  parent.reportReady();
  log.info({ executorId, executor: config.executorName }, 'the executor is ready');
}

function enginesOf(loaded: LoadedAddon): Pick<ExecutorContext, 'engine' | 'collector' | 'scrubber'> {
  if (loaded.state === 'unavailable') {
    const refusing = createUnavailableCopyEngine(loaded.reason);
    return { engine: refusing, collector: refusing, scrubber: refusing };
  }
  return {
    engine: createNativeCopyEngine(loaded.addon),
    collector: createNativeGarbageCollector(loaded.addon),
    scrubber: createNativeScrubber(loaded.addon),
  };
}

/** Folders of the service itself; those that somebody else named stay theirs to make. */
function makeOwnFolders(config: ExecutorConfig): void {
  const folders = [config.repositoryFolder, ...Object.values(config.locations).map(({ path }) => path)];
  for (const folder of folders) {
    if (folder.startsWith(config.dataFolder + sep)) mkdirSync(folder, { recursive: true, mode: 0o700 });
  }
}

/** The private key is read when it is needed: without it everything but sealed items can be restored. */
function createLateOpener(privateKeyFile: string, log: EventLog): SealedItemOpener {
  return {
    open: (item) => {
      let key: Uint8Array;
      try {
        key = readKeyFile(privateKeyFile, { secret: true });
      } catch (error) {
        log.error({ err: error }, 'the private key for sealed items cannot be used');
        const message = 'This executor has no usable private key for sealed items; its log says why.';
        throw new PortError('denied', 'SEALING_KEY_MISMATCH', message);
      }
      try {
        return createSealedItemOpener(key).open(item);
      } finally {
        key.fill(0);
      }
    },
  };
}

/** Waits for the database and for a predecessor that is just ending; without the lock no work may begin. */
async function takeLock(config: ExecutorConfig, executorId: string, log: EventLog): Promise<ExecutorLock> {
  for (;;) {
    try {
      return await holdExecutorLock({ url: config.databaseUrl, executorId, onLost: endAtOnce });
    } catch (error) {
      if (!isPassing(error)) throw error;
      log.warn({ code: (error as { code?: string }).code }, 'the database does not answer; waiting for it');
      await sleep(500);
    }
  }
}

function drainWhenTold(log: EventLog, stop: () => Promise<void>): void {
  let told = false;
  const drain = (signal: string): void => {
    if (told) endAtOnce('told to stop again');
    told = true;
    log.info({ signal }, 'told to stop: copies stop where they are and go on at the next start');
    setTimeout(() => endAtOnce('draining took too long'), DRAIN_LIMIT_MS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => fail(log, error),
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => drain(signal));
}

function fail(log: EventLog, error: unknown): never {
  log.error({ err: error }, error instanceof Error ? error.message : String(error));
  process.exit(1);
}

main().catch((error: unknown) => fail(createLogger('executor', 'fatal'), error));
