import type { CopyEngine, GarbageCollector, RepositoryScrubber } from '../ports/copy-engine.js';
import type { EventLog } from '../ports/event-log.js';
import type { ExecutorCatalog } from '../ports/executor-catalog.js';
import type { ExecutorOperationStore } from '../ports/executor-operation-store.js';
import type { PlaceFiles } from '../ports/place-files.js';
import type { RepositoryUpkeep } from '../ports/repository-upkeep.js';
import type { SealedItemReader } from '../ports/sealed-item-reader.js';
import type { SealedItemOpener } from '../ports/sealer.js';
import type { TargetClaims } from '../ports/target-claims.js';
import type { CancelWatch } from './cancel-watch.js';
import type { PassDebugPoint } from './debug-point.js';
import type { ProgressReporter } from './progress-reporter.js';
import type { RepositoryPresence } from './repository-presence.js';

/** A folder that this executor may read, and write where said. */
export interface LocationFolder {
  readonly path: string;
  readonly writable: boolean;
}

/** Everything that workflows and step handlers reach the world through. */
export interface ExecutorContext {
  readonly executorId: string;
  readonly executorName: string;
  readonly engine: CopyEngine;
  readonly collector: GarbageCollector;
  readonly scrubber: RepositoryScrubber;
  /** Null when the copy engine works, else why not. */
  readonly engineReason: string | null;
  /** Reads of one copy in flight at once; the engine's own choice unless given. */
  readonly ioDepth?: number;
  readonly operations: ExecutorOperationStore;
  readonly catalog: ExecutorCatalog;
  readonly upkeep: RepositoryUpkeep;
  readonly claims: TargetClaims;
  readonly sealedItems: SealedItemReader;
  readonly opener: SealedItemOpener;
  readonly files: PlaceFiles;
  readonly locations: Readonly<Record<string, LocationFolder>>;
  /** Folder of each chunk repository, by name. */
  readonly repositories: Readonly<Record<string, string>>;
  readonly repositoryPresence: RepositoryPresence;
  readonly cancels: CancelWatch;
  readonly progress: ProgressReporter;
  readonly passDebugPoint: PassDebugPoint;
  readonly log: EventLog;
  /** Aborted when the process drains: copies stop where they are, and nothing is recorded as ended because of it. */
  readonly stopping: AbortSignal;
}

/**
 * How a step of a workflow ended. Nothing else is kept by the workflow engine: why it ended so stands in our tables.
 */
export type StepOutcome = 'DONE' | 'FAILED' | 'CANCELLED';

/** The actor of this executor in the audit log. */
export function executorActor(context: Pick<ExecutorContext, 'executorName'>): string {
  return `executor:${context.executorName}`;
}
