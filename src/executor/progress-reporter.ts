import type { EventLog } from '../ports/event-log.js';
import type { ExecutorOperationStore } from '../ports/executor-operation-store.js';

export interface ProgressReporter {
  /** Keeps the newest figure only; cheap enough to be called for every callback of the engine. */
  report(operationId: string, deviceKey: number, doneBytes: number): void;
  /** Waits until what was reported of this operation is written, or could not be; forgets it. */
  settle(operationId: string): Promise<void>;
  stop(): void;
}

interface Pending {
  readonly doneBytes: Map<number, number>;
  writing: Promise<void> | undefined;
}

/**
 * Writes progress at most once per `intervalMs` for each operation, one write at a time: a slow database makes events
 * rarer, never a queue of them. Progress that cannot be written is left out; bytes are counted by the engine's journal.
 */
export function createProgressReporter(
  operations: Pick<ExecutorOperationStore, 'recordProgress'>,
  log: EventLog,
  intervalMs = 500,
): ProgressReporter {
  const pending = new Map<string, Pending>();
  let timer: NodeJS.Timeout | undefined;

  function writeDue(): void {
    for (const [operationId, entry] of pending) {
      if (entry.writing !== undefined || entry.doneBytes.size === 0) continue;
      const figures = new Map(entry.doneBytes);
      entry.doneBytes.clear();
      entry.writing = operations
        .recordProgress(operationId, figures)
        .catch((error: Error) => log.warn({ operationId, reason: error.message }, 'progress was not written'))
        .finally(() => {
          entry.writing = undefined;
        });
    }
  }

  function report(operationId: string, deviceKey: number, doneBytes: number): void {
    const entry = pending.get(operationId) ?? { doneBytes: new Map<number, number>(), writing: undefined };
    pending.set(operationId, entry);
    entry.doneBytes.set(deviceKey, doneBytes);
    timer ??= setInterval(writeDue, intervalMs);
  }

  async function settle(operationId: string): Promise<void> {
    const entry = pending.get(operationId);
    pending.delete(operationId);
    if (pending.size === 0) stop();
    await entry?.writing;
  }

  function stop(): void {
    clearInterval(timer);
    timer = undefined;
  }

  return { report, settle, stop };
}
