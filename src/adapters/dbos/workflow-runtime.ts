import { DBOS, DBOSClient } from '@dbos-inc/dbos-sdk';
import type { EventLog } from '../../ports/event-log.js';
import type { EnqueuedWorkflow, WorkflowEngine, WorkflowState } from '../../ports/workflow-engine.js';
import { DISKS_QUEUE, OPERATIONS_QUEUE, WORK_APPLICATION } from '../../ports/work-queue.js';
import { engineAddress } from './engine-address.js';
import { quietLog } from './quiet-log.js';

export interface WorkflowRuntimeOptions {
  /** The service's own database. Never logged. */
  readonly databaseUrl: string;
  /** Schema of the workflow engine, made by the migrator. */
  readonly schema: string;
  /** Version of the workflows, kept by hand: an engine that hashes sources would orphan work with every new build. */
  readonly workflowVersion: string;
  /** Whoever launches must hold the lock on this id: launching takes over the work that was begun under it. */
  readonly executorId: string;
  readonly operationsAtOnce: number;
  /** Per partition, across all processes. */
  readonly disksAtOnce: number;
  readonly pollMs: number;
  readonly log: EventLog;
}

export interface WorkflowRuntime extends WorkflowEngine {
  /** Takes no new work and lets go of the database; running workflows stay as they are and go on at the next launch. */
  stop(): Promise<void>;
}

/** Launches the engine; workflows must be registered before. Work that was cut off begins again at its last step. */
export async function launchWorkflowRuntime(options: WorkflowRuntimeOptions): Promise<WorkflowRuntime> {
  const logger = quietLog(options.log);
  DBOS.setConfig({
    name: WORK_APPLICATION,
    systemDatabaseUrl: engineAddress(options.databaseUrl),
    systemDatabaseSchemaName: options.schema,
    systemDatabasePoolSize: 8,
    applicationVersion: options.workflowVersion,
    executorID: options.executorId,
    listenQueues: [OPERATIONS_QUEUE, DISKS_QUEUE],
    runMigrations: false,
    tracingEnabled: false,
    logger,
  });
  await DBOS.launch();
  const { operationsAtOnce, disksAtOnce, pollMs } = options;
  const settings = { minPollingIntervalMs: pollMs, onConflict: 'always_update' as const };
  await DBOS.registerQueue(OPERATIONS_QUEUE, { workerConcurrency: operationsAtOnce, ...settings });
  await DBOS.registerQueue(DISKS_QUEUE, { partitionConcurrency: disksAtOnce, ...settings });
  const client = await DBOSClient.create({
    systemDatabaseUrl: engineAddress(options.databaseUrl),
    systemDatabaseSchemaName: options.schema,
    systemDatabasePoolSize: 2,
    applicationName: WORK_APPLICATION,
    logger,
  });
  return {
    statesOf: (workflowIds) => statesOf(client, workflowIds),
    enqueue: (workflow) => enqueue(client, workflow),
    resume: async (workflowId, queue) => {
      await client.resumeWorkflow(workflowId, { queueName: queue });
    },
    stop: async () => {
      await DBOS.shutdown();
      await client.destroy();
    },
  };
}

async function statesOf(client: DBOSClient, workflowIds: readonly string[]): Promise<Map<string, WorkflowState>> {
  const states = new Map<string, WorkflowState>(workflowIds.map((id) => [id, { state: 'ABSENT' }]));
  if (workflowIds.length === 0) return states;
  const query = { workflowIDs: [...workflowIds], loadInput: false, loadOutput: false };
  for (const found of await client.listWorkflows(query)) states.set(found.workflowID, stateOf(found));
  return states;
}

function stateOf(found: { readonly status: string; readonly executorId?: string }): WorkflowState {
  if (found.status === 'ENQUEUED' || found.status === 'DELAYED') return { state: 'WAITING' };
  if (found.status === 'PENDING') return { state: 'RUNNING', executorId: found.executorId ?? '' };
  return { state: 'ENDED' };
}

async function enqueue(client: DBOSClient, workflow: EnqueuedWorkflow): Promise<void> {
  const { workflowId, name, queue, partitionKey, input } = workflow;
  await client.enqueue(
    {
      workflowID: workflowId,
      workflowName: name,
      queueName: queue,
      ...(partitionKey === null ? {} : { queuePartitionKey: partitionKey }),
    },
    ...input,
  );
}
