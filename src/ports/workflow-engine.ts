/**
 * What the executor asks of the engine that keeps its workflows. Calls fail with `retryable` errors of their own kind.
 */
export interface WorkflowEngine {
  /** Of all that are asked for, in one question; those that are not there are ABSENT. */
  statesOf(workflowIds: readonly string[]): Promise<ReadonlyMap<string, WorkflowState>>;
  /** Puts a workflow into its queue; one of this id that is there already stays as it is. */
  enqueue(workflow: EnqueuedWorkflow): Promise<void>;
  /** Lets a workflow run that is held for running and runs nowhere. */
  resume(workflowId: string, queue: string): Promise<void>;
}

/** `RUNNING` names the executor that the engine believes to run it. */
export type WorkflowState =
  | { readonly state: 'ABSENT' | 'WAITING' | 'ENDED' }
  | { readonly state: 'RUNNING'; readonly executorId: string };

export interface EnqueuedWorkflow {
  readonly workflowId: string;
  readonly name: string;
  readonly queue: string;
  readonly partitionKey: string | null;
  /** Ids and numbers only: the engine keeps them in clear. */
  readonly input: readonly (string | number)[];
}
