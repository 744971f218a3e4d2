/** An executor of real adapters in the test's own process, as `src/executor/main.ts` puts it together. */
import { v7 as uuidv7 } from 'uuid';
import { launchWorkflowRuntime } from '../../../src/adapters/dbos/workflow-runtime.js';
import { createPlaceFiles } from '../../../src/adapters/local-files/place-files.js';
import { createRepositoryFolders } from '../../../src/adapters/local-files/repository-folders.js';
import { loadAddon } from '../../../src/adapters/native/load-addon.js';
import {
  createNativeCopyEngine,
  createNativeGarbageCollector,
  createNativeScrubber,
} from '../../../src/adapters/native/native-copy-engine.js';
import { createExecutorCatalog } from '../../../src/adapters/postgres/executor-catalog.js';
import { createExecutorDatabase } from '../../../src/adapters/postgres/executor-database.js';
import { createExecutorRegistry } from '../../../src/adapters/postgres/executor-registry.js';
import { createExecutorOperationStore } from '../../../src/adapters/postgres/operation-store.js';
import { createRepositoryUpkeep } from '../../../src/adapters/postgres/repository-upkeep.js';
import { createSealedItemReader } from '../../../src/adapters/postgres/sealed-items.js';
import { createTargetClaims } from '../../../src/adapters/postgres/target-claims.js';
import { readKeyFile } from '../../../src/adapters/sealing/key-files.js';
import { createSealedItemOpener } from '../../../src/adapters/sealing/open-sealed-item.js';
import type { ExecutorContext } from '../../../src/executor/context.js';
import { runExecutor } from '../../../src/executor/run-executor.js';
import { WORKFLOW_VERSION } from '../../../src/executor/workflows.js';
import type { CopyEngine } from '../../../src/ports/copy-engine.js';
import type { EventLog } from '../../../src/ports/event-log.js';
import type { Place } from './executor-harness.js';

export interface ComposedExecutor {
  readonly executorId: string;
  readonly logged: string[];
  stop(): Promise<void>;
}

export interface ComposeOptions {
  readonly place: Place;
  readonly databaseUrl: string;
  readonly keyFiles: { readonly privateKey: string };
  readonly overrides?: Partial<ExecutorContext>;
}

export function nativeEngine(): CopyEngine {
  return createNativeCopyEngine(nativeAddon());
}

export function nativeAddon() {
  const loaded = loadAddon();
  if (loaded.state === 'unavailable') throw new Error(loaded.reason);
  return loaded.addon;
}

/** A log that keeps its lines, for tests that look into them. */
export function keepingLog(lines: string[]): EventLog {
  const keep = (fields: Readonly<Record<string, unknown>>, message: string): void => {
    const { error } = fields as { error?: Error };
    lines.push(`${message} ${JSON.stringify(fields)} ${error?.stack ?? ''}`);
  };
  return { info: keep, warn: keep, error: keep };
}

export async function composeExecutor(options: ComposeOptions): Promise<ComposedExecutor> {
  const { place, databaseUrl, overrides } = options;
  const privateKeyFile = options.keyFiles.privateKey;
  const logged: string[] = [];
  const log = keepingLog(logged);
  const executorId = uuidv7();
  const database = createExecutorDatabase({ url: databaseUrl, log });
  const running = await runExecutor({
    context: {
      executorId,
      executorName: 'local',
      engine: nativeEngine(),
      collector: createNativeGarbageCollector(nativeAddon()),
      scrubber: createNativeScrubber(nativeAddon()),
      engineReason: null,
      operations: createExecutorOperationStore(database),
      catalog: createExecutorCatalog(database),
      upkeep: createRepositoryUpkeep(database),
      claims: createTargetClaims(database),
      sealedItems: createSealedItemReader(database),
      opener: createSealedItemOpener(readKeyFile(privateKeyFile, { secret: true })),
      files: createPlaceFiles(),
      locations: {
        images: { path: place.images, writable: false },
        restores: { path: place.restores, writable: true },
      },
      repositories: { main: place.repository },
      passDebugPoint: () => undefined,
      log,
      ...overrides,
    },
    repositoryFolders: createRepositoryFolders(),
    registry: createExecutorRegistry(database),
    version: '0.1.0',
    launch: () =>
      launchWorkflowRuntime({
        databaseUrl,
        schema: 'dbos',
        workflowVersion: WORKFLOW_VERSION,
        executorId,
        operationsAtOnce: 8,
        disksAtOnce: 2,
        pollMs: 50,
        log,
      }),
    timing: { heartbeatMs: 500, sweepMs: 200 },
  });
  return {
    executorId,
    logged,
    stop: async () => {
      await running.stop();
      await database.close();
    },
  };
}
