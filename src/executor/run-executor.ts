import { setTimeout as sleep } from 'node:timers/promises';
import type { ExecutorRegistry } from '../ports/executor-registry.js';
import type { RepositoryFolders } from '../ports/repository-folders.js';
import type { WorkflowEngine } from '../ports/workflow-engine.js';
import { createCancelWatch } from './cancel-watch.js';
import type { ExecutorContext } from './context.js';
import { createHeartbeat } from './heartbeat.js';
import { createProgressReporter } from './progress-reporter.js';
import { createRepositoryPresence } from './repository-presence.js';
import { createScrubSchedule, type ScrubSetting } from './scrub-schedule.js';
import { Sweeper } from './sweeper.js';
import { registerWorkflows, type RunningWorkflows } from './workflows.js';

export interface RunExecutorOptions {
  /** Everything but what belongs to this very run. */
  readonly context: Omit<ExecutorContext, 'cancels' | 'progress' | 'stopping' | 'repositoryPresence'>;
  readonly repositoryFolders: RepositoryFolders;
  readonly registry: ExecutorRegistry;
  readonly version: string;
  /** Launches the workflow engine; workflows are registered by then, and this executor's lock is held. */
  readonly launch: () => Promise<StoppableEngine>;
  /** Left out: the clock asks for none. */
  readonly scrub?: ScrubSetting;
  readonly timing?: ExecutorTiming;
}

export interface StoppableEngine extends WorkflowEngine {
  stop(): Promise<void>;
}

export interface ExecutorTiming {
  readonly heartbeatMs: number;
  readonly sweepMs: number;
}

export interface RunningExecutor {
  /** Takes no new work, stops copies where they are, and lets go of the engine. Operations stay RUNNING. */
  stop(): Promise<void>;
}

const TIMING: ExecutorTiming = { heartbeatMs: 10_000, sweepMs: 5_000 };
/** Aborted copies settle within 100 ms; what they write afterwards is one journal record. */
const SETTLE_MS = 300;
const ENGINE_STOP_MS = 4_000;
const SCRUB_LOOK_MS = 60_000;
const NO_SCRUB: ScrubSetting = { intervalHours: 0, sharePercent: 100 };

/**
 * The executor without its adapters. The caller holds the lock on the executor's id before, and until `stop` is done.
 */
export async function runExecutor(options: RunExecutorOptions): Promise<RunningExecutor> {
  const stopping = new AbortController();
  const { operations, log } = options.context;
  const cancels = createCancelWatch(operations, log);
  const progress = createProgressReporter(operations, log);
  const repositoryPresence = createRepositoryPresence({
    registry: options.registry,
    folders: options.repositoryFolders,
    log,
    repositories: options.context.repositories,
  });
  const own = { cancels, progress, repositoryPresence, stopping: stopping.signal };
  const context: ExecutorContext = { ...options.context, ...own };
  /** The sweeper is known to the workflows, and the engine to the sweeper, before either is there. */
  const late: { engine?: StoppableEngine; running: RunningWorkflows } = { running: new Set() };
  const sweeper = new Sweeper({
    context,
    engine: () => {
      if (late.engine === undefined) throw new Error('the workflow engine is not launched yet');
      return late.engine;
    },
    running: () => late.running,
    isSilent: (executorId) => options.registry.isSilent(executorId),
  });
  const heartbeat = createHeartbeat({
    registry: options.registry,
    files: context.files,
    log,
    identity: {
      id: context.executorId,
      name: context.executorName,
      version: options.version,
      engineReason: context.engineReason,
      startedAt: new Date(),
    },
    locations: context.locations,
    repositories: Object.keys(context.repositories),
    presence: repositoryPresence,
  });
  for (const name of Object.keys(context.repositories)) await options.registry.registerRepository(name);
  // Operations refer to this executor's row: it is there before any of them is taken.
  await heartbeat.beat();
  late.running = registerWorkflows({
    context,
    reviveDisk: (operationId, deviceKey) => sweeper.reviveDisk(operationId, deviceKey),
  });
  late.engine = await options.launch();
  const timing = options.timing ?? TIMING;
  heartbeat.start(timing.heartbeatMs);
  sweeper.start(timing.sweepMs);
  void sweeper.sweep();
  const scrubs = createScrubSchedule(context, options.scrub ?? NO_SCRUB).start(SCRUB_LOOK_MS);

  async function stop(): Promise<void> {
    stopping.abort();
    sweeper.stop();
    heartbeat.stop();
    scrubs.stop();
    cancels.stop();
    progress.stop();
    const stopped = late.engine?.stop() ?? Promise.resolve();
    await Promise.race([
      stopped.catch((error: unknown) => log.warn({ error }, 'the workflow engine did not stop in order')),
      sleep(ENGINE_STOP_MS, undefined, { ref: false }),
    ]);
    await sleep(SETTLE_MS);
  }

  return { stop };
}
