import type { EventLog } from '../ports/event-log.js';
import type { ExecutorOperationStore } from '../ports/executor-operation-store.js';

export interface CancelWatch {
  /** Begins to watch an operation; call `release` once for each call. */
  watch(operationId: string): WatchedOperation;
  stop(): void;
}

export interface WatchedOperation {
  /** Aborted when somebody asked the operation to stop. */
  readonly signal: AbortSignal;
  release(): void;
}

interface Entry {
  readonly controller: AbortController;
  watchers: number;
}

/**
 * Asks the database which of the operations at work shall stop, once for all of them and only while there are any. The
 * row is the truth, and one indexed read a few times a second costs less than a session kept for notifications, which
 * would have to be polled as well in case it is lost.
 */
export function createCancelWatch(
  operations: Pick<ExecutorOperationStore, 'listCancelRequested'>,
  log: EventLog,
  pollMs = 250,
): CancelWatch {
  const entries = new Map<string, Entry>();
  let timer: NodeJS.Timeout | undefined;
  let asking = false;

  async function ask(): Promise<void> {
    if (asking || entries.size === 0) return;
    asking = true;
    try {
      for (const id of await operations.listCancelRequested([...entries.keys()])) {
        entries.get(id)?.controller.abort();
      }
    } catch (error) {
      // The database is away: the next round asks again, and the copy goes on meanwhile.
      log.warn({ reason: (error as Error).message }, 'could not ask which operations shall stop');
    } finally {
      asking = false;
    }
  }

  function watch(operationId: string): WatchedOperation {
    const entry = entries.get(operationId) ?? { controller: new AbortController(), watchers: 0 };
    entry.watchers += 1;
    entries.set(operationId, entry);
    timer ??= setInterval(() => void ask(), pollMs);
    let released = false;
    return {
      signal: entry.controller.signal,
      release: () => {
        if (released) return;
        released = true;
        entry.watchers -= 1;
        if (entry.watchers === 0) entries.delete(operationId);
        if (entries.size === 0) stop();
      },
    };
  }

  function stop(): void {
    clearInterval(timer);
    timer = undefined;
  }

  return { watch, stop };
}
