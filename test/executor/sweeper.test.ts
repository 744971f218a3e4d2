/**
 * Goal: a round over unfinished operations costs one question to the workflow engine, however many there are.
 * Method: the sweeper on an engine that keeps its questions, and what it starts.
 */
import { expect, test } from '@jest/globals';
import type { ExecutorContext } from '../../src/executor/context.js';
import { Sweeper } from '../../src/executor/sweeper.js';
import type { UnfinishedOperation } from '../../src/ports/executor-operation-store.js';
import type { EnqueuedWorkflow, WorkflowEngine, WorkflowState } from '../../src/ports/workflow-engine.js';
import { silentLog } from '../support/postgres.js';

function operation(id: string): UnfinishedOperation {
  return { id, kind: 'EXECUTE_PLAN', state: 'RUNNING', cancelRequested: false, ageSeconds: 1 };
}

test('one question names all attempts of all operations; what is absent or has ended is started', async () => {
  const questions: string[][] = [];
  const started: string[] = [];
  const states: Record<string, WorkflowState> = {
    waits: { state: 'WAITING' },
    failed: { state: 'ENDED' },
  };
  const engine: WorkflowEngine = {
    statesOf: async (ids) => {
      questions.push([...ids]);
      return new Map(ids.map((id) => [id, states[id] ?? { state: 'ABSENT' }]));
    },
    enqueue: async ({ workflowId }: EnqueuedWorkflow) => void started.push(workflowId),
    resume: async () => undefined,
  };
  const operations = { listUnfinished: async () => ['waits', 'failed', 'new'].map(operation) };
  const context = { executorId: 'me', operations, log: silentLog(), stopping: new AbortController().signal };
  const sweeper = new Sweeper({
    context: context as unknown as ExecutorContext,
    engine: () => engine,
    running: () => new Set(),
    isSilent: async () => false,
  });
  await sweeper.sweep();
  const attempts = (id: string): string[] => [id, `${id}:2`, `${id}:3`, `${id}:4`, `${id}:5`];
  expect(questions).toEqual([[...attempts('waits'), ...attempts('failed'), ...attempts('new')]]);
  expect(started).toEqual(['failed:2', 'new']);
});
